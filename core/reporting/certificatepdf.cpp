// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/certificatepdf.h"

#include "core/reporting/certificatetexts.h"
#include "core/reporting/pageparts.h"
#include "core/reporting/pdffile.h"
#include "core/reporting/qrcode.h"
#include "core/reporting/textblock.h"

#include <QPainter>

#include <algorithm>

namespace markaz {
namespace {

// Measures of the page, as in the design's picture of it; colours of the light theme.
constexpr qreal kLeft = 78;
constexpr qreal kRight = 716;
constexpr qreal kWide = kRight - kLeft;
constexpr qreal kFooter = 1040;
constexpr qreal kRow = 39;
constexpr qreal kCheck = 204; // the part with the code, at its tallest
const QColor kAccent(0x0B, 0x5D, 0x3B);
const QColor kText(0x14, 0x20, 0x1A);
const QColor kText2(0x43, 0x51, 0x4A);
const QColor kText3(0x58, 0x66, 0x60);
const QColor kLine(0xD2, 0xDA, 0xD5);
const QColor kBoxLine(0x8C, 0xC5, 0xA3);
const QColor kWatermark(0xE9, 0xEF, 0xEC);

TextStyle english(qreal size, qreal line, QFont::Weight weight, const QColor &color,
                  Qt::Alignment align = Qt::AlignLeft)
{
    return TextStyle{size, line, weight, color, align, false};
}

TextStyle urdu(qreal size, qreal line, QFont::Weight weight, const QColor &color, Qt::Alignment align = Qt::AlignRight)
{
    return TextStyle{size, line, weight, color, align, true};
}

/// Paints from the top down; each part returns the y at which the next may begin.
class Page
{
public:
    Page(QPainter &painter, const CertificateDocument &document)
        : m_painter(painter)
        , m_document(document)
    {
    }

    void frame() const
    {
        m_painter.setPen(QPen(kAccent, 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(QRectF(37, 37, kCertificateWidth - 74, kCertificateHeight - 74), 6, 6);
    }

    void watermark() const
    {
        m_painter.save();
        m_painter.translate(kCertificateWidth / 2.0, 520);
        m_painter.rotate(-28);
        const TextBlock word(QStringLiteral("SAMPLE"), english(132, 160, QFont::Bold, kWatermark, Qt::AlignHCenter),
                             800);
        word.draw(m_painter, QPointF(-400, -80));
        m_painter.restore();
    }

    qreal head() const
    {
        text(QStringLiteral("وزارت انفارمیشن ٹیکنالوجی و ٹیلی کمیونیکیشن"),
             urdu(17, 40, QFont::Bold, kText, Qt::AlignLeft), kLeft, 58, 420);
        text(QStringLiteral("Ministry of Information Technology and Telecommunication"),
             english(13, 20, QFont::DemiBold, kText), kLeft, 99, 440);
        text(QStringLiteral("Government of Pakistan, freelancing centres programme"),
             english(12, 18, QFont::Normal, kText2), kLeft, 120, 440);
        if (m_document.sample)
            pageparts::drawSampleTag(m_painter, {kRight - 226, 48, 226, 26},
                                     QStringLiteral("SAMPLE, not a certificate"), QStringLiteral("نمونہ"));
        text(QStringLiteral("Certificate number"), english(11, 16, QFont::Normal, kText2, Qt::AlignRight), 520, 80,
             kRight - 520);
        text(m_document.number, english(15, 22, QFont::DemiBold, kText, Qt::AlignRight), 520, 98, kRight - 520);
        rule(151);
        return 152;
    }

    qreal title(qreal y) const
    {
        text(QStringLiteral("سند برائے فری لانسنگ مرکز"), urdu(34, 84, QFont::Bold, kAccent, Qt::AlignHCenter), kLeft,
             y + 2, kWide);
        text(QStringLiteral("Certificate of a Freelancing Centre"),
             english(27, 36, QFont::DemiBold, kAccent, Qt::AlignHCenter), kLeft, y + 86, kWide);
        y = fitted(statementEn(m_document), english(14, 22, QFont::Normal, kText, Qt::AlignHCenter), kLeft + 34,
                   y + 131, kWide - 68, 66);
        return fitted(statementUr(m_document), urdu(15, 38, QFont::Normal, kText, Qt::AlignHCenter), kLeft + 34, y + 2,
                      kWide - 68, 114);
    }

    /// The building; its names and address together shrink until they take no more than \p most.
    qreal building(qreal y, qreal most) const
    {
        constexpr qreal kPadding = 10;
        const QString place = m_document.buildingCode + QStringLiteral(", ") + m_document.address;
        const qreal inner = kWide - 32;
        for (qreal factor = 1;; factor -= 0.04) {
            const auto name = [&](const QString &words) {
                const TextStyle style = isRightToLeft(words)
                                            ? urdu(20, 44, QFont::Bold, kText, Qt::AlignHCenter)
                                            : english(21, 28, QFont::DemiBold, kText, Qt::AlignHCenter);
                return TextBlock(words, style.scaled(factor), inner);
            };
            const TextBlock first = name(m_document.buildingName);
            const TextBlock second = name(m_document.buildingNameUr);
            const TextBlock third(
                place, english(13, 20, QFont::Normal, kText2, Qt::AlignHCenter).scaled(qMin(1.0, factor + 0.1)), inner);
            const qreal secondHeight = m_document.buildingNameUr.isEmpty() ? 0 : second.height();
            const qreal height = first.height() + secondHeight + third.height() + 2 * kPadding + 4;
            if (height > most && factor > 0.3)
                continue;
            m_painter.setPen(QPen(kBoxLine, 1));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(QRectF(kLeft + 0.5, y + 0.5, kWide - 1, height), 6, 6);
            qreal at = y + kPadding;
            first.draw(m_painter, QPointF(kLeft + 16, at));
            at += first.height();
            if (secondHeight > 0)
                second.draw(m_painter, QPointF(kLeft + 16, at));
            at += secondHeight + 4;
            third.draw(m_painter, QPointF(kLeft + 16, at));
            return y + height;
        }
    }

    qreal table(qreal y) const
    {
        rule(y);
        const QList<CertificateLine> rows = certificateLines(m_document);
        for (const CertificateLine &row : rows) {
            text(row.labelEn, english(13, kRow, QFont::Normal, kText2), kLeft + 8, y, 122);
            text(row.valueEn, english(15, kRow, QFont::DemiBold, kText), kLeft + 138, y, 210);
            cellUr(row.valueUr, urdu(14.5, kRow, QFont::Bold, kText), kLeft + 310, y, 190, kRow);
            cellUr(row.labelUr, urdu(14, kRow, QFont::Normal, kText2), kLeft + 502, y, kWide - 510, kRow);
            y += kRow;
            rule(y);
        }
        return y;
    }

    void check(qreal y, const QrCode &code) const
    {
        constexpr qreal kSide = 170;
        constexpr qreal kColumn = 264;
        constexpr qreal kColumnWide = 268;
        m_painter.setPen(QPen(kText3, 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(QRectF(kLeft + 0.5, y + 0.5, kSide - 1, kSide - 1));
        code.paint(m_painter, QRectF(kLeft + 2, y + 2, kSide - 4, kSide - 4));

        qreal at = text(QStringLiteral("Check this certificate"), english(14, 20, QFont::DemiBold, kText), kColumn,
                        y - 1, kColumnWide);
        at =
            text(QStringLiteral("Scan the code with Markaz, online or offline, or open the page below. The words count "
                                "only if the code agrees."),
                 english(12, 18, QFont::Normal, kText), kColumn, at + 5, kColumnWide);
        QString address = m_document.verifyAddress;
        address.remove(QStringLiteral("https://"));
        at = fitted(address.replace(QLatin1Char('/'), QStringLiteral("/\u200b")), // may be broken after each slash
                    english(12, 18, QFont::DemiBold, kText), kColumn, at + 6, kColumnWide, 54);
        text(QStringLiteral("یہ کوڈ مرکز ایپ سے اسکین کریں یا اوپر دیا گیا صفحہ کھولیں۔ سند تبھی درست ہے جب کوڈ تصدیق "
                            "کرے۔"),
             urdu(12.5, 30, QFont::Normal, kText), kColumn, at + 2, kColumnWide);
    }

    void signature(qreal y) const
    {
        constexpr qreal kColumn = 548;
        constexpr qreal kColumnWide = kRight - kColumn;
        const TextBlock name =
            fitted(m_document.officerName, english(13, 18, QFont::DemiBold, kText, Qt::AlignHCenter), kColumnWide, 36);
        const TextBlock role = fitted(QStringLiteral("Regional officer, %1").arg(m_document.officerArea),
                                      english(12, 17, QFont::Normal, kText2, Qt::AlignHCenter), kColumnWide, 34);
        const TextBlock roleUr = fitted(QStringLiteral("علاقائی افسر، %1").arg(m_document.officerAreaUr),
                                        urdu(12.5, 30, QFont::Normal, kText2, Qt::AlignHCenter), kColumnWide, 34);
        // The room above the line is for a hand: nothing that looks like a signature is ever printed.
        const qreal line = y + qMin(130.0, kCheck - 8 - name.height() - role.height() - roleUr.height());
        m_painter.setPen(QPen(kText, 1));
        m_painter.drawLine(QPointF(kColumn, line), QPointF(kRight, line));
        qreal at = line + 6;
        for (const TextBlock *block : {&name, &role, &roleUr}) {
            block->draw(m_painter, QPointF(kColumn, at));
            at += block->height();
        }
    }

    void footer() const
    {
        rule(kFooter);
        const TextStyle style = english(11, 16, QFont::Normal, kText2);
        const qreal y = kFooter + 11;
        text(QStringLiteral("Signed with Ed25519, key %1").arg(m_document.keyId), style, kLeft, y, 200);
        text(QStringLiteral("Standard %1, hash %2 %3")
                 .arg(m_document.standardVersion)
                 .arg(m_document.standardHash.left(4), m_document.standardHash.mid(4, 4)),
             style, 285, y, 170);
        if (m_document.sample) {
            text(QStringLiteral("SAMPLE, not a certificate"), style, 466, y, 150);
            text(QStringLiteral("نمونہ، اصل سند نہیں"), urdu(11.5, 28, QFont::Normal, kText2), 596, y - 6,
                 kRight - 596);
        }
    }

private:
    void rule(qreal y) const
    {
        m_painter.setPen(QPen(kLine, 1));
        m_painter.drawLine(QPointF(kLeft, y), QPointF(kRight, y));
    }

    qreal text(const QString &words, const TextStyle &style, qreal x, qreal y, qreal width) const
    {
        const TextBlock block(words, style, width);
        block.draw(m_painter, QPointF(x, y));
        return y + block.height();
    }

    /// As text(), smaller until it fits.
    qreal fitted(const QString &words, const TextStyle &style, qreal x, qreal y, qreal width, qreal most) const
    {
        const TextBlock block = fitted(words, style, width, most);
        block.draw(m_painter, QPointF(x, y));
        return y + block.height();
    }

    /// Smaller until it takes no more than \p most and breaks no word.
    static TextBlock fitted(const QString &words, const TextStyle &style, qreal width, qreal most)
    {
        for (qreal factor = 1;; factor -= 0.04) {
            TextBlock block(words, style.scaled(factor), width);
            if (factor < 0.3 || (block.height() <= most && (!block.brokeAWord() || factor < 0.6)))
                return block;
        }
    }

    /// A cell of the table: figures on the baseline of the English ones, words alone centred by their ink.
    void cellUr(const QString &words, const TextStyle &style, qreal x, qreal y, qreal width, qreal row) const
    {
        const TextBlock block(words, style, width);
        const bool figures = std::any_of(words.begin(), words.end(), [](QChar c) { return c.isDigit(); });
        const TextBlock figure(QStringLiteral("0"), english(15, row, QFont::DemiBold, kText), 20);
        const qreal shift =
            figures ? figure.firstBaseline() - block.firstBaseline() : row / 2 - block.ink().center().y();
        block.draw(m_painter, QPointF(x, y + shift));
    }

    QPainter &m_painter;
    const CertificateDocument &m_document;
};

} // namespace

Result<void> paintCertificate(QPainter &painter, const CertificateDocument &document)
{
    const auto code = QrCode::of(document.code);
    if (!code)
        return code.error();
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF(0, 0, kCertificateWidth, kCertificateHeight), Qt::white);
    const Page page(painter, document);
    if (document.sample)
        page.watermark();
    page.frame();
    const qreal box = page.title(page.head()) + 8;
    // What the table and the code's block need below the building is theirs; the rest is the building's.
    const qreal below = 10 + kRow * static_cast<qreal>(certificateLines(document).size()) + 14 + kCheck + 6;
    const qreal bottom = page.building(box, kFooter - below - box);
    // Half of what is left over goes between the parts, so that a short name leaves no hole above the foot.
    const qreal gap = qBound(0.0, (kFooter - below - bottom) / 4, 18.0);
    const qreal table = bottom + 10 + gap;
    const qreal check = page.table(table) + 14 + gap;
    page.check(check, *code);
    page.signature(check);
    page.footer();
    painter.restore();
    return {};
}

Result<void> writeCertificatePdf(const CertificateDocument &document, const QString &path)
{
    return writePdf(path, QStringLiteral("Certificate %1").arg(document.number),
                    [&document](QPainter &painter, QPdfWriter &) { return paintCertificate(painter, document); });
}

} // namespace markaz
