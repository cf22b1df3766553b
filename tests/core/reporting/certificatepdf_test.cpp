// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/certificatepdf.h"
#include "core/reporting/certificatetexts.h"
#include "core/security/certificatepayload.h"
#include "tests/core/reporting/pdftools.h"
#include "tests/support/paths.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <functional>

namespace markaz {
namespace {

SigningKey issuer()
{
    return SigningKey::fromSeed(SecretKey::fromBytes(QByteArray(32, 's')).value(), QStringLiteral("2026-A"),
                                QDate(2026, 1, 1))
        .value();
}

CertificateDocument document(const std::function<void(CertificateDocument &)> &change = {})
{
    CertificateDocument d;
    d.number = QStringLiteral("PK-2026-000097");
    d.buildingCode = QStringLiteral("SKT-0005");
    d.buildingName = QStringLiteral("Sample Chowk Office Floor");
    d.buildingNameUr = QStringLiteral("نمونہ چوک آفس فلور");
    d.address = QStringLiteral("second floor, Sample Chowk, Wazirabad Road, Sialkot, Punjab");
    d.grade = QStringLiteral("full");
    d.seats = 70;
    d.tier = 2;
    d.scoreBp = 8390;
    d.passBp = 7500;
    d.inspectedOn = QDate(2026, 7, 9);
    d.validFrom = QDate(2026, 7, 15);
    d.validUntil = QDate(2028, 7, 14);
    d.surveillanceDue = QDate(2027, 7, 15);
    d.standardTitle = QStringLiteral("Freelancing Centre Facility Standard");
    d.standardTitleUr = QStringLiteral("فری لانسنگ مراکز کے معیارِ سہولیات");
    d.standardVersion = 1;
    d.standardHash = QStringLiteral("7c1e90b4").repeated(8);
    d.officerName = QStringLiteral("Sample Officer");
    d.officerArea = QStringLiteral("Punjab");
    d.officerAreaUr = QStringLiteral("پنجاب");
    d.keyId = QStringLiteral("2026-A");
    d.verifyAddress = QStringLiteral("https://markaz.example/verify/PK-2026-000097");
    d.sample = true;
    if (change)
        change(d);
    CertificateClaims c;
    c.number = d.number;
    c.buildingCode = d.buildingCode;
    c.buildingName = d.buildingName;
    c.buildingPlace = QStringLiteral("Sialkot, Punjab");
    c.grade = d.grade;
    c.seats = d.seats;
    c.tier = d.tier;
    c.scoreBp = d.scoreBp;
    c.validFrom = d.validFrom;
    c.validUntil = d.validUntil;
    c.standard = QStringLiteral("freelancing-centre-facility");
    c.standardVersion = d.standardVersion;
    c.issuedAt = QDateTime(d.validFrom, QTime(9, 30), Qt::UTC);
    c.sample = d.sample;
    d.code = encodeCertificate(c, issuer()).value();
    return d;
}

/// Writes the PDF under the running test's name beside the build, so that it can be looked at.
class Printed
{
public:
    explicit Printed(const CertificateDocument &d)
    {
        const QString folder = test::buildPath(QStringLiteral("certificates/"));
        QDir().mkpath(folder);
        m_base = folder + QString::fromUtf8(testing::UnitTest::GetInstance()->current_test_info()->name());
        const auto written = writeCertificatePdf(d, pdf());
        EXPECT_TRUE(written) << written.error().detail.toStdString();
    }

    QString pdf() const { return m_base + QStringLiteral(".pdf"); }
    QString info() const { return pdfInfo(pdf()); }
    QString words() const { return pdfWords(pdf()); }
    QImage picture(int dpi = 150)
    {
        if (dpi != m_dpi) {
            output(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QString::number(dpi), QStringLiteral("-png"),
                                                QStringLiteral("-singlefile"), pdf(), m_base});
            m_dpi = dpi;
        }
        return QImage(m_base + QStringLiteral(".png"));
    }
    /// What a scanner reads from the picture at \p dpi.
    QString scanned(int dpi = 150)
    {
        EXPECT_FALSE(picture(dpi).isNull());
        QString text = QString::fromUtf8(output(
            QStringLiteral("zbarimg"), {QStringLiteral("--quiet"), QStringLiteral("--raw"), QStringLiteral("-Sdisable"),
                                        QStringLiteral("-Sqrcode.enable"), m_base + QStringLiteral(".png")}));
        text.chop(1); // the line's end
        return text;
    }

private:
    QString m_base;
    int m_dpi = 0; ///< of the picture that was made last
};

/// Pixels that are not white between the frame's line and the page's margins of text: whatever overflowed.
int inkOutsideTheText(const QImage &page)
{
    const qreal scale = page.width() / 793.7;
    int ink = 0;
    for (int y = qRound(60 * scale); y < qRound(1070 * scale); ++y) {
        for (int x = qRound(40 * scale); x < page.width() - qRound(40 * scale); ++x) {
            const bool margin = x < qRound(70 * scale) || x > qRound(724 * scale);
            if (margin && qGray(page.pixel(x, y)) < 200) // the watermark is lighter
                ++ink;
        }
    }
    return ink;
}

/// The same between the block of the code and the footer's line.
int inkInTheBandAboveTheFooter(const QImage &page)
{
    const qreal scale = page.width() / 793.7;
    int ink = 0;
    for (int y = qRound(1034 * scale); y < qRound(1038 * scale); ++y) {
        for (int x = qRound(70 * scale); x < qRound(724 * scale); ++x)
            ink += qGray(page.pixel(x, y)) < 200 ? 1 : 0;
    }
    return ink;
}

TEST(CertificatePdf, isOneA4PageWithItsTitle)
{
    Printed printed(document());
    EXPECT_TRUE(printed.info().contains(QRegularExpression(QStringLiteral("Pages: +1\n"))))
        << printed.info().toStdString();
    EXPECT_TRUE(printed.info().contains(
        QRegularExpression(QStringLiteral("Page size: +59[45](\\.\\d+)? x 84[12](\\.\\d+)? pts \\(A4\\)"))))
        << printed.info().toStdString();
    EXPECT_TRUE(printed.info().contains(QStringLiteral("Certificate PK-2026-000097")));
}

TEST(CertificatePdf, fontsAreEmbedded)
{
    Printed printed(document());
    expectEmbeddedFonts(printed.pdf(), {QStringLiteral("NotoSans"), QStringLiteral("NotoNastaliqUrdu")});
}

TEST(CertificatePdf, scannerReadsTheVeryCode_andItVerifies)
{
    const CertificateDocument d = document();
    Printed printed(d);
    const QString scanned = printed.scanned();
    EXPECT_EQ(scanned, d.code);
    KeySet keys;
    ASSERT_TRUE(keys.add(issuer().publicKey()));
    const auto verified = verifyCertificate(scanned, keys);
    ASSERT_TRUE(verified);
    EXPECT_EQ(verified->claims.number, d.number);
}

TEST(CertificatePdf, holdsTheWords)
{
    Printed printed(document());
    for (const char *word :
         {"PK-2026-000097", "Sample Chowk Office Floor", "SKT-0005", "Wazirabad Road", "Full", "70",
          "83.9, pass mark 75", "15 July 2026", "14 July 2028", "by 15 July 2027", "9 July 2026", "tier 2",
          "Sample Officer", "Regional officer, Punjab", "markaz.example/", "key 2026-A", "hash 7c1e 90b4",
          "SAMPLE, not a certificate", "Ministry of Information Technology and Telecommunication"})
        EXPECT_TRUE(printed.words().contains(QLatin1String(word))) << word << "\n" << printed.words().toStdString();
}

TEST(CertificatePdf, aSampleSaysSoInWordsAtItsTop)
{
    Printed printed(document());
    EXPECT_TRUE(pdfWordsAtTop(printed.pdf(), 1, 78).contains(QStringLiteral("SAMPLE, not a certificate")))
        << printed.words().toStdString();
    const QImage page = printed.picture();
    EXPECT_EQ(inkIn(page, {440, 44, 48, 32}), 0) << "the ministry's name keeps away from it";
    EXPECT_EQ(inkIn(page, {490, 76, 226, 3}), 0) << "and so does the number";
}

TEST(CertificatePdf, onlyASampleSaysSample)
{
    Printed printed(document([](auto &d) {
        d.sample = false;
        d.buildingName = QStringLiteral("Old Mill");
        d.address = QStringLiteral("Mill Road, Sialkot, Punjab");
        d.officerName = QStringLiteral("A. Officer");
    }));
    EXPECT_FALSE(printed.words().contains(QStringLiteral("sample"), Qt::CaseInsensitive))
        << printed.words().toStdString();
}

TEST(CertificatePdf, provisional_saysWhatIsOwedAndHasNoSurveillance)
{
    Printed printed(document([](auto &d) {
        d.grade = QStringLiteral("provisional");
        d.scoreBp = 7043;
        d.validUntil = QDate(2026, 10, 12);
        d.surveillanceDue = QDate();
    }));
    EXPECT_TRUE(printed.words().contains(QStringLiteral("provisionally meets")));
    EXPECT_TRUE(printed.words().contains(QStringLiteral("mended by 12 October 2026")));
    EXPECT_TRUE(printed.words().contains(QStringLiteral("70.43, pass mark 75")));
    EXPECT_FALSE(printed.words().contains(QStringLiteral("Surveillance")));
}

TEST(CertificatePdf, longestTexts_stayInsideAndTheCodeIsRead)
{
    const QString longName =
        QStringLiteral("Sample Textile Mill and Warehouse of the Eastern Bypass ").repeated(4).left(199) +
        QLatin1Char('Z');
    const QString longUrdu = QStringLiteral("نمونہ ٹیکسٹائل مل اور گودام مشرقی بائی پاس ").repeated(5).left(200);
    ASSERT_EQ(longName.size(), 200);
    const CertificateDocument d = document([&](auto &c) {
        c.buildingName = longName;
        c.buildingNameUr = longUrdu;
        c.address =
            QStringLiteral("Plot 114, Block C, behind the sample cold store, Street 12, ").repeated(7).left(399) +
            QLatin1Char('Q');
        c.officerName = QStringLiteral("Sample Officer of a Rather Long Name ").repeated(4).left(120).trimmed();
        c.officerArea = QStringLiteral("Islamabad Capital Territory");
        c.officerAreaUr = QStringLiteral("اسلام آباد وفاقی دارالحکومت");
        c.standardTitle = QStringLiteral("Freelancing Centre Facility Standard for Large Cities, Towns and Villages");
        c.verifyAddress =
            QStringLiteral("https://certificates.freelancing-centres.moitt.example/verify/PK-2026-000097");
    });
    Printed printed(d);
    EXPECT_EQ(printed.scanned(220), d.code);
    QString flat = printed.words();
    flat.replace(QRegularExpression(QStringLiteral("\\s+")), QStringLiteral(" "));
    EXPECT_TRUE(flat.contains(longName.right(20))) << printed.words().toStdString();
    EXPECT_TRUE(flat.contains(QStringLiteral("cold store")));
    const QImage page = printed.picture(220);
    ASSERT_FALSE(page.isNull());
    EXPECT_EQ(inkOutsideTheText(page), 0);
    EXPECT_EQ(inkInTheBandAboveTheFooter(page), 0);
}

TEST(CertificatePdf, theWidestLetters_stayInside)
{
    const CertificateDocument d = document([](auto &c) {
        c.buildingName = QString(200, QLatin1Char('W'));
        c.buildingNameUr.clear();
        c.address = QString(400, QLatin1Char('W'));
        c.officerName = QString(120, QLatin1Char('W'));
    });
    Printed printed(d);
    EXPECT_EQ(printed.scanned(220), d.code);
    const QImage page = printed.picture(220);
    EXPECT_EQ(inkOutsideTheText(page), 0);
    EXPECT_EQ(inkInTheBandAboveTheFooter(page), 0);
}

/// Words that a name may have, none of them twice: what is signed is deflated, and repeated words would weigh nothing.
QString longName(const QStringList &words, int most)
{
    QString name;
    for (int i = 0; name.size() < most; ++i)
        name += QStringLiteral("%1 %2 ").arg(words.at(i * 7 % words.size())).arg(1000 + i * 373 % 9000);
    return name.left(most - 1) + QLatin1Char('Z');
}

TEST(CertificatePdf, fromPaperAt300And150Dpi_theVeryCodeIsRead_inEnglishAndUrdu)
{
    const QStringList english = QStringLiteral("Sample Textile Mill Warehouse Eastern Bypass Clock Tower Cold Store "
                                               "Railway Printing Press Cotton Ginnery Wedding Hall Bank Branch Floor")
                                    .split(QLatin1Char(' '));
    const QStringList urdu =
        QStringLiteral("نمونہ ٹیکسٹائل مل گودام مشرقی بائی پاس گھنٹہ گھر ریلوے چھاپہ خانہ کپاس کارخانہ "
                       "شادی ہال بینک شاخ منزل چوک دفتر بازار سڑک")
            .split(QLatin1Char(' '));
    struct Case
    {
        const char *what;
        QString name;
        QString nameUr;
    };
    const QList<Case> cases{{"as most are", QStringLiteral("Sample Chowk Office Floor"), {}},
                            {"in Urdu alone", QStringLiteral("نمونہ چوک آفس فلور"), {}},
                            {"the longest in English", longName(english, 200), longName(urdu, 200)},
                            {"the longest in Urdu", longName(urdu, 200), longName(urdu, 200)}};
    for (const Case &one : cases) {
        const CertificateDocument d = document([&one](auto &c) {
            c.buildingName = one.name;
            c.buildingNameUr = one.nameUr;
        });
        Printed printed(d);
        for (const int dpi : {300, 150})
            EXPECT_EQ(printed.scanned(dpi), d.code) << one.what << ", " << dpi << " dpi, " << d.code.size();
        expectEmbeddedFonts(printed.pdf(), {QStringLiteral("NotoSans"), QStringLiteral("NotoNastaliqUrdu")});
    }
}

TEST(CertificatePdf, aNameInUrduOnly_isPrinted)
{
    const CertificateDocument d = document([](auto &c) {
        c.buildingName = QStringLiteral("نمونہ چوک آفس فلور");
        c.buildingNameUr.clear();
    });
    Printed printed(d);
    EXPECT_EQ(printed.scanned(), d.code);
    EXPECT_EQ(inkOutsideTheText(printed.picture()), 0);
}

TEST(CertificatePdf, aFolderThatIsNotThere_isStorageFailedAndLeavesNothing)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("none/certificate.pdf"));
    const auto written = writeCertificatePdf(document(), path);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::StorageFailed);
    EXPECT_EQ(written.error().where, path);
}

TEST(CertificatePdf, aCodeThatFitsInNoQrCode_isRefusedAndLeavesTheOldFile)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("certificate.pdf"));
    QFile old(path);
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    CertificateDocument d = document();
    d.code = QString(5000, QLatin1Char('A'));
    const auto written = writeCertificatePdf(d, path);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::TooLarge);
    ASSERT_TRUE(old.open(QIODevice::ReadOnly));
    EXPECT_EQ(old.readAll(), "old");
    EXPECT_EQ(QDir(dir.path()).entryList(QDir::Files).size(), 1);
}

TEST(PaintCertificate, onAPreview_isTheSamePage)
{
    const CertificateDocument d = document();
    QImage preview(kCertificateWidth, kCertificateHeight, QImage::Format_RGB32);
    preview.fill(Qt::gray);
    QPainter painter(&preview);
    ASSERT_TRUE(paintCertificate(painter, d));
    painter.end();
    Printed printed(d);
    const QImage page = printed.picture(96).scaled(preview.size()).convertToFormat(QImage::Format_RGB32);
    qint64 difference = 0;
    for (int y = 0; y < preview.height(); ++y) {
        for (int x = 0; x < preview.width(); ++x)
            difference += std::abs(qGray(preview.pixel(x, y)) - qGray(page.pixel(x, y)));
    }
    EXPECT_LT(difference / (preview.width() * preview.height()), 4); // of 255: edges of letters
}

TEST(CertificateTexts, percent_isExact)
{
    EXPECT_EQ(percent(0), QStringLiteral("0"));
    EXPECT_EQ(percent(5), QStringLiteral("0.05"));
    EXPECT_EQ(percent(7500), QStringLiteral("75"));
    EXPECT_EQ(percent(8390), QStringLiteral("83.9"));
    EXPECT_EQ(percent(7499), QStringLiteral("74.99")); // never rounded up to a pass mark
    EXPECT_EQ(percent(10'000), QStringLiteral("100"));
}

TEST(CertificateTexts, dates_inBothLanguagesWhateverTheLocale)
{
    QLocale::setDefault(QLocale(QLocale::Urdu));
    EXPECT_EQ(dateEn(QDate(2026, 7, 9)), QStringLiteral("9 July 2026"));
    EXPECT_EQ(dateUr(QDate(2026, 7, 9)).remove(QChar(0x2066)).remove(QChar(0x2069)), QStringLiteral("9 جولائی 2026"));
    QLocale::setDefault(QLocale::c());
}

} // namespace
} // namespace markaz
