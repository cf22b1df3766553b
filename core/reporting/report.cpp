// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/report.h"

#include "core/reporting/pageparts.h"
#include "core/reporting/pdffile.h"
#include "core/reporting/textblock.h"
#include "core/reporting/urdufont.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>
#include <QUrl>

#include <algorithm>
#include <functional>

namespace markaz {
namespace {

using namespace pageparts;

constexpr int kPicturesInARow = 3;
constexpr qreal kPictureHeight = 150;
constexpr qreal kSignatureHeight = 70;

struct Voice
{
    int size;
    QFont::Weight weight = QFont::Normal;
    QColor color = kText;
};
const Voice kTitle{22, QFont::Bold, kAccent};
const Voice kName{15, QFont::Bold};
const Voice kHeading{14, QFont::Bold};
const Voice kBody{12};
const Voice kStrong{12, QFont::Bold};
const Voice kSmall{11, QFont::Normal, kText2};

/// Puts a document together from the top down.
class Writer
{
public:
    Writer(const ReportDocument &report, QTextDocument &text)
        : m_report(report)
        , m_text(text)
        , m_cursor(&text)
    {
        QFont font;
        font.setFamilies({QStringLiteral("Noto Sans"), urduFontFamily()}); // codes and digits in Noto Sans, always
        font.setPixelSize(kBody.size);
        m_text.setDefaultFont(font);
        m_text.setUndoRedoEnabled(false);
        m_text.setDocumentMargin(0);
        m_text.setPageSize(QSizeF(kInner, kHeight - kTop - kBottom));
        QTextOption option;
        option.setTextDirection(report.urdu ? Qt::RightToLeft : Qt::LeftToRight);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_text.setDefaultTextOption(option);
    }

    void write()
    {
        paragraph(m_report.title, kTitle, 0);
        paragraph(m_report.code.isEmpty() ? m_report.name
                                          : QStringLiteral("%1  %2").arg(ltr(m_report.code), m_report.name),
                  kName, 2);
        for (const QString &line : m_report.lines)
            paragraph(line, kSmall, 0);
        facts();
        if (!m_report.verdict.isEmpty()) {
            paragraph(m_report.verdict, kHeading, 12);
            if (!m_report.explanation.isEmpty())
                paragraph(m_report.explanation, kBody, 0);
        }
        for (const ReportTable &table : m_report.tables)
            tableOf(table);
        pictures(m_report.picturesTitle, m_report.pictures, kPicturesInARow, kPictureHeight);
        pictures(m_report.signaturesTitle, m_report.signatures, 2, kSignatureHeight);
    }

private:
    /// Nastaliq's own line is 2.5 em: a fixed one keeps the lines of both scripts together.
    void format(const Voice &voice, qreal above, const QString &words)
    {
        QTextBlockFormat block;
        block.setTopMargin(above);
        block.setLineHeight(voice.size * (m_report.urdu ? 2.2 : 1.5), QTextBlockFormat::FixedHeight);
        block.setLayoutDirection(m_report.urdu ? Qt::RightToLeft : Qt::LeftToRight);
        m_cursor.setBlockFormat(block);
        QTextCharFormat letters;
        letters.setFont(m_text.defaultFont());
        letters.setProperty(QTextFormat::FontPixelSize, voice.size);
        letters.setFontWeight(voice.weight);
        letters.setForeground(voice.color);
        // Any spacing turns ligatures off, as in TextBlock: whoever searches the PDF finds "Office". Nastaliq is never
        // spaced.
        if (!isRightToLeft(words) && !m_report.urdu) {
            letters.setFontLetterSpacingType(QFont::AbsoluteSpacing);
            letters.setFontLetterSpacing(1.0 / 64);
        }
        m_cursor.setCharFormat(letters);
        m_cursor.setBlockCharFormat(letters);
    }

    QString ltr(const QString &text) const { return m_report.urdu ? isolated(text) : text; }

    void paragraph(const QString &words, const Voice &voice, qreal above)
    {
        if (m_begun)
            m_cursor.insertBlock();
        m_begun = true;
        format(voice, above, words);
        m_cursor.insertText(words);
    }

    /// Where a column stands: Qt lays tables out from the left, whatever their direction.
    int place(const QTextTable *table, int column) const
    {
        return m_report.urdu ? table->columns() - 1 - column : column;
    }

    void cell(QTextTable *table, int row, int column, const QString &words, const Voice &voice)
    {
        m_cursor = table->cellAt(row, place(table, column)).firstCursorPosition();
        format(voice, 0, words);
        m_cursor.insertText(words);
    }

    QTextTable *grid(int rows, int columns, const QList<int> &widths, bool lines)
    {
        m_cursor.movePosition(QTextCursor::End);
        QTextTableFormat form;
        form.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        form.setCellPadding(lines ? 4 : 2);
        form.setCellSpacing(0);
        form.setTopMargin(8);
        form.setBorder(lines ? 1 : 0);
        form.setBorderBrush(kLine);
        form.setBorderStyle(lines ? QTextFrameFormat::BorderStyle_Solid : QTextFrameFormat::BorderStyle_None);
        form.setBorderCollapse(true);
        form.setLayoutDirection(m_report.urdu ? Qt::RightToLeft : Qt::LeftToRight);
        QList<QTextLength> lengths;
        for (const int width : widths)
            lengths.append(QTextLength(QTextLength::PercentageLength, width));
        if (m_report.urdu)
            std::reverse(lengths.begin(), lengths.end());
        form.setColumnWidthConstraints(lengths);
        return m_cursor.insertTable(rows, columns, form);
    }

    void facts()
    {
        if (m_report.facts.isEmpty())
            return;
        const auto rows = static_cast<int>((m_report.facts.size() + 1) / 2);
        QTextTable *table = grid(rows, 4, {17, 33, 17, 33}, false);
        for (int i = 0; i < m_report.facts.size(); ++i) {
            cell(table, i / 2, 2 * (i % 2), m_report.facts[i].first, kSmall);
            cell(table, i / 2, 2 * (i % 2) + 1, m_report.facts[i].second, kStrong);
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    void tableOf(const ReportTable &content)
    {
        if (content.rows.isEmpty() && content.empty.isEmpty())
            return;
        paragraph(content.title, kHeading, 16);
        if (content.rows.isEmpty())
            return paragraph(content.empty, kBody, 2);
        inWholeRows(1, [this, &content](qsizetype from) { return rowsOf(content, from); });
    }

    QTextTable *rowsOf(const ReportTable &content, qsizetype from)
    {
        const auto columns = static_cast<int>(content.head.size());
        QTextTable *table = grid(static_cast<int>(content.rows.size() - from) + 1, columns, content.widths, true);
        QTextTableFormat form = table->format();
        form.setHeaderRowCount(1); // said again at the top of each page
        table->setFormat(form);
        for (int column = 0; column < columns; ++column) {
            QTextTableCell head = table->cellAt(0, column);
            QTextCharFormat ground = head.format();
            ground.setBackground(kHead);
            head.setFormat(ground);
            cell(table, 0, column, content.head[column], Voice{11, QFont::Bold, kText2});
        }
        for (int row = 1; row < table->rows(); ++row) {
            for (int column = 0; column < columns; ++column)
                cell(table, row, column, content.rows[from + row - 1].value(column), kBody);
        }
        return table;
    }

    /// Qt breaks a row wherever the page ends, and has no format that forbids it in a table. So the table ends before
    /// such a row, and another goes on with it on the next page. The paragraph before it is its title. Only a row that
    /// is higher than a page breaks.
    void inWholeRows(int heads, const std::function<QTextTable *(qsizetype from)> &fill)
    {
        m_cursor.movePosition(QTextCursor::End);
        const int title = m_cursor.position();
        for (qsizetype from = 0;;) {
            m_cursor.beginEditBlock(); // laid out once, not for each cell
            QTextTable *table = fill(from);
            if (from > 0)
                breakBefore(table->firstPosition() - 1);
            m_cursor.endEditBlock();
            int broken = firstBroken(table, heads);
            if (from == 0 && (broken == heads || isApart(title, table))) { // nothing of it fits here
                breakBefore(title);
                broken = firstBroken(table, heads);
            }
            if (broken == heads)
                broken = firstBroken(table, heads + 1);
            m_cursor.movePosition(QTextCursor::End);
            if (broken == table->rows())
                return;
            from += broken - heads;
            table->removeRows(broken, table->rows() - broken);
            m_cursor.movePosition(QTextCursor::End);
        }
    }

    void breakBefore(int position)
    {
        QTextCursor cursor(&m_text);
        cursor.setPosition(position);
        QTextBlockFormat block = cursor.blockFormat();
        block.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        cursor.setBlockFormat(block);
    }

    /// Whether the paragraph at \p title ends a page, and \p table begins the next.
    bool isApart(int title, const QTextTable *table) const
    {
        const auto page = [this](qreal y) { return static_cast<int>(y / m_text.pageSize().height()); };
        const QAbstractTextDocumentLayout &layout = *m_text.documentLayout();
        const QRectF words = layout.blockBoundingRect(m_text.findBlock(title));
        const QRectF row = layout.blockBoundingRect(table->cellAt(0, 0).firstCursorPosition().block());
        return page(words.bottom() - 0.5) != page(row.top() + 0.5);
    }

    /// The first row from \p row on that stands on two pages; as many as there are where none does.
    int firstBroken(const QTextTable *table, int row) const
    {
        const auto page = [this](qreal y) { return static_cast<int>(y / m_text.pageSize().height()); };
        for (; row < table->rows(); ++row) {
            QRectF content;
            for (int column = 0; column < table->columns(); ++column) {
                const QTextTableCell cell = table->cellAt(row, column);
                for (auto part = cell.begin(); !part.atEnd(); ++part)
                    content |= m_text.documentLayout()->blockBoundingRect(part.currentBlock());
            }
            if (page(content.top()) != page(content.bottom() - 0.5))
                break;
        }
        return row;
    }

    void pictures(const QString &title, const QList<ReportPicture> &all, int inARow, qreal height)
    {
        if (all.isEmpty())
            return;
        paragraph(title, kHeading, 16);
        inWholeRows(0, [&](qsizetype from) { return picturesOf(all.mid(from * inARow), inARow, height); });
    }

    QTextTable *picturesOf(const QList<ReportPicture> &all, int inARow, qreal height)
    {
        const auto rows = static_cast<int>((all.size() + inARow - 1) / inARow);
        QTextTable *table = grid(rows, inARow, QList<int>(inARow, 100 / inARow), false);
        const qreal width = kInner / inARow - 8;
        for (int i = 0; i < all.size(); ++i) {
            m_cursor = table->cellAt(i / inARow, place(table, i % inARow)).firstCursorPosition();
            QTextBlockFormat block;
            block.setLineHeight(height, QTextBlockFormat::MinimumHeight); // room for a hand where there is no picture
            m_cursor.setBlockFormat(block);
            if (!all[i].image.isNull()) {
                const QString name = QStringLiteral("picture:%1").arg(++m_named);
                m_text.addResource(QTextDocument::ImageResource, QUrl(name), all[i].image);
                const QSizeF size = QSizeF(all[i].image.size()).scaled(width, height, Qt::KeepAspectRatio);
                QTextImageFormat image;
                image.setName(name);
                image.setWidth(size.width());
                image.setHeight(size.height());
                m_cursor.insertImage(image);
            }
            m_cursor.insertBlock();
            format(kSmall, 2, all[i].caption);
            m_cursor.insertText(all[i].caption);
        }
        return table;
    }

    const ReportDocument &m_report;
    QTextDocument &m_text;
    QTextCursor m_cursor;
    bool m_begun = false;
    int m_named = 0;
};

} // namespace

Result<void> writeReportPdf(const ReportDocument &document, const QString &path)
{
    QTextDocument text;
    Writer(document, text).write();
    const QString title =
        document.code.isEmpty() ? document.title : QStringLiteral("%1 %2").arg(document.title, document.code);
    return writePdf(path, title, [&](QPainter &painter, QPdfWriter &writer) -> Result<void> {
        const int pages = text.pageCount();
        const QSizeF size = text.pageSize();
        for (int page = 0; page < pages; ++page) {
            if (page > 0 && !writer.newPage())
                return makeError(ErrorCode::StorageFailed, QStringLiteral("no further page"), path);
            if (document.sample)
                drawSampleMark(painter, document.urdu);
            painter.save();
            painter.translate(kSide, kTop - page * size.height());
            QAbstractTextDocumentLayout::PaintContext context;
            context.clip = QRectF(0, page * size.height(), size.width(), size.height());
            painter.setClipRect(context.clip);
            context.palette.setColor(QPalette::Text, kText);
            text.documentLayout()->draw(&painter, context);
            painter.restore();
            drawFoot(painter, document.foot, document.pageOf.arg(page + 1).arg(pages), document.urdu);
        }
        return {};
    });
}

} // namespace markaz
