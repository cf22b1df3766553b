// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/monthlyreport.h"

#include "core/reporting/monthlycharts.h"
#include "core/reporting/pdffile.h"

#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace markaz {

using namespace pageparts;

namespace {

using Side = MonthlyFlow::Side;

constexpr qreal kPadding = 6; ///< of a cell, at its sides
constexpr qreal kRowGap = 2;  ///< above and below its words
constexpr qreal kAbove = 14;
constexpr qreal kFact = 170; ///< width of a label on the cover

/// A table's rows, with its head said again on each page.
class TableRows
{
public:
    TableRows(MonthlyFlow &flow, const MonthlyTable &table)
        : m_flow(flow)
        , m_table(table)
    {
        qreal from = 0;
        for (const int width : table.widths) {
            m_columns.append({from, kInner * width / 100});
            from += kInner * width / 100;
        }
    }

    qreal heightOf(const QStringList &row, bool head) const
    {
        qreal height = m_flow.line(MonthlyFlow::kBody);
        for (qsizetype i = 0; i < row.size(); ++i)
            height = std::max(height, m_flow.heightOf(row[i], voice(row, i, head), width(row, i)));
        return height + 2 * kRowGap;
    }

    void add()
    {
        const qreal head = heightOf(m_table.head, true);
        addRow(m_table.head, true);
        for (const QStringList &row : m_table.rows) {
            const qreal height = heightOf(row, false);
            // A heading among the rows stays with the row below it.
            const int page = m_flow.pages();
            m_flow.need(row.size() == 1 ? height + 2 * m_flow.line(MonthlyFlow::kBody) : height);
            if (m_flow.pages() != page && height + head < kHeight - kTop - kBottom)
                addRow(m_table.head, true);
            addRow(row, false);
        }
    }

private:
    MonthlyFlow::Voice voice(const QStringList &row, qsizetype column, bool head) const
    {
        if (head)
            return {10.5, QFont::Bold, kText2};
        if (row.size() == 1)
            return MonthlyFlow::kStrong;
        return m_table.strong > 0 && column == m_table.strong ? MonthlyFlow::kStrong : MonthlyFlow::kBody;
    }
    qreal width(const QStringList &row, qsizetype column) const
    {
        return (row.size() == 1 ? kInner : m_columns[column].second) - 2 * kPadding;
    }

    void addRow(const QStringList &row, bool head)
    {
        const qreal height = heightOf(row, head);
        m_flow.put(height, [this_ = *this, row, head, height](QPainter &painter, qreal y) {
            if (head || row.size() == 1)
                painter.fillRect(this_.m_flow.box(0, y, kInner, height), head ? kHead : QColor(0xEE, 0xF2, 0xF0));
            painter.setPen(QPen(kLine, head ? 1.0 : 0.5));
            painter.drawLine(QPointF(this_.m_flow.at(0), y + height), QPointF(this_.m_flow.at(kInner), y + height));
            for (qsizetype i = 0; i < row.size(); ++i) {
                const Side side = this_.m_table.figures && i > 0 ? Side::Trailing : Side::Leading;
                this_.m_flow.write(painter, row[i], this_.voice(row, i, head), this_.m_columns[i].first + kPadding,
                                   y + kRowGap, this_.width(row, i), side);
            }
        });
    }

    MonthlyFlow &m_flow;
    MonthlyTable m_table;
    QList<std::pair<qreal, qreal>> m_columns; ///< from the leading side, and width
};

void addTable(MonthlyFlow &flow, const MonthlyTable &table)
{
    const TableRows measure(flow, table);
    const qreal heading = flow.heightOf(table.title, MonthlyFlow::kHeading, kInner);
    qreal first = flow.line(MonthlyFlow::kBody);
    if (!table.rows.isEmpty())
        first = 6 + measure.heightOf(table.head, true) + measure.heightOf(table.rows.first(), false) * 2;
    flow.need(kAbove + heading + first);
    flow.paragraph(table.title, MonthlyFlow::kHeading, kAbove);
    if (table.rows.isEmpty()) {
        flow.paragraph(table.empty, MonthlyFlow::kBody, 2);
        return;
    }
    flow.skip(4);
    TableRows(flow, table).add();
    flow.paragraph(table.note, MonthlyFlow::kSmall, 4);
}

void addCover(MonthlyFlow &flow, const MonthlyDocument &document)
{
    flow.paragraph(document.title, MonthlyFlow::kTitle);
    flow.paragraph(document.month, MonthlyFlow::kMonth);
    for (const QString &warning : document.warnings)
        flow.paragraph(warning, MonthlyFlow::kHeading, 4);
    flow.skip(6);
    for (const auto &[label, value] : document.facts) {
        const qreal height = std::max(flow.heightOf(label, MonthlyFlow::kBody, kFact - 8),
                                      flow.heightOf(value, MonthlyFlow::kStrong, kInner - kFact));
        flow.put(height, [&flow, label = label, value = value](QPainter &painter, qreal y) {
            flow.write(painter, label, MonthlyFlow::kBody, 0, y, kFact - 8);
            flow.write(painter, value, MonthlyFlow::kStrong, kFact, y, kInner - kFact);
        });
    }
    for (const QString &note : document.notes)
        flow.paragraph(note, MonthlyFlow::kSmall, 3);
    flow.put(14, [&flow](QPainter &painter, qreal y) {
        painter.setPen(QPen(kAccent, 1.6));
        painter.drawLine(QPointF(flow.at(0), y + 10), QPointF(flow.at(kInner), y + 10));
    });
}

void addSection(MonthlyFlow &flow, const MonthlySection &section)
{
    flow.paragraph(section.title, MonthlyFlow::kSection, 6);
    for (const QString &line : section.lines)
        flow.paragraph(line, MonthlyFlow::kBody);
    addTable(flow, section.figures);
    addBars(flow, section.funnel);
    addColumns(flow, section.certified);
    addTable(flow, section.tiers);
    addTable(flow, section.loans);
    addBars(flow, section.failing);
    addTable(flow, section.expiring);
}

} // namespace

Result<void> writeMonthlyPdf(const MonthlyDocument &document, const QString &path, const std::function<bool()> &goesOn)
{
    MonthlyFlow flow(document.urdu);
    addCover(flow, document);
    bool begun = false;
    for (const MonthlySection &section : document.sections) {
        if (goesOn && !goesOn())
            return makeError(ErrorCode::WrongState, QStringLiteral("cancelled"), QStringLiteral("cancelled"));
        flow.setRunningHead({});
        if (begun)
            flow.newPage();
        begun = true;
        flow.setRunningHead(QStringLiteral("%1 · %2").arg(document.month, section.title));
        addSection(flow, section);
    }
    const QString title = QStringLiteral("%1 %2").arg(document.title, document.month);
    return writePdf(path, title, [&](QPainter &painter, QPdfWriter &writer) -> Result<void> {
        for (int page = 0; page < flow.pages(); ++page) {
            if (goesOn && !goesOn())
                return makeError(ErrorCode::WrongState, QStringLiteral("cancelled"), QStringLiteral("cancelled"));
            if (page > 0 && !writer.newPage())
                return makeError(ErrorCode::StorageFailed, QStringLiteral("no further page"), path);
            if (document.sample)
                drawSampleMark(painter, document.urdu);
            painter.save();
            flow.paint(painter, page);
            painter.restore();
            drawFoot(painter, document.foot, document.pageOf.arg(page + 1).arg(flow.pages()), document.urdu);
        }
        return {};
    });
}

} // namespace markaz
