// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/xlsx/sheetreader.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>

namespace markaz {
namespace {

constexpr int kMostRows = 1'048'576; // of any spreadsheet program
constexpr int kMostColumns = 16'384;
constexpr qsizetype kMostAreas = 20'000;

Error tooLarge(const QString &why, int row)
{
    return makeError(ErrorCode::TooLarge, why, QStringLiteral("row %1").arg(row));
}

/// Spreadsheet programs keep binary fractions: 0.1 + 0.2 is saved as 0.30000000000000004 and shown as 0.3.
QString numberText(const QString &saved)
{
    bool sound = false;
    const double number = saved.toDouble(&sound);
    if (!sound || !std::isfinite(number))
        return saved;
    QString text = QString::number(number, 'g', 15);
    if (text.contains(QLatin1Char('e'))) {
        text = QString::number(number, 'f', std::abs(number) < 1 ? 15 : 0);
        if (text.contains(QLatin1Char('.'))) {
            while (text.endsWith(QLatin1Char('0')))
                text.chop(1);
            if (text.endsWith(QLatin1Char('.')))
                text.chop(1);
        }
    }
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

} // namespace

std::optional<CellPlace> cellPlace(QStringView reference)
{
    qsizetype at = 0;
    int column = 0;
    for (; at < reference.size() && at < 3 && reference[at].unicode() < 128 && reference[at].isLetter(); ++at)
        column = column * 26 + (reference[at].toUpper().unicode() - u'A' + 1);
    bool sound = false;
    const int row = reference.mid(at).toInt(&sound);
    if (column < 1 || column > kMostColumns || !sound || row < 1 || row > kMostRows)
        return std::nullopt;
    return CellPlace{row, column - 1};
}

QString unescaped(const QString &text)
{
    static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    if (!text.contains(QLatin1String("_x")))
        return text;
    QString plain;
    qsizetype from = 0;
    for (auto found = escape.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        plain += text.mid(from, match.capturedStart() - from);
        plain += QChar(match.captured(1).toUShort(nullptr, 16));
        from = match.capturedEnd();
    }
    return plain + text.mid(from);
}

Result<void> SheetReader::take(QXmlStreamReader &xml)
{
    if (xml.isStartElement()) {
        startElement(xml);
    } else if (xml.isEndElement()) {
        return endElement(xml.name());
    } else if (xml.isCharacters() && m_inCell && m_inText && m_phonetic == 0) {
        if (m_text.size() + xml.text().size() > m_limits.characters)
            return tooLarge(QStringLiteral("a cell has more than %1 characters").arg(m_limits.characters), m_rowNumber);
        m_text += xml.text();
    }
    return {};
}

void SheetReader::startElement(QXmlStreamReader &xml)
{
    const QStringView name = xml.name();
    if (name == QLatin1String("row")) {
        startRow(xml.attributes().value(QLatin1String("r")).toString());
    } else if (name == QLatin1String("c")) {
        startCell(xml.attributes());
    } else if (name == QLatin1String("mergeCell")) {
        addArea(xml.attributes().value(QLatin1String("ref")).toString());
    } else if (m_inCell && name == QLatin1String("f")) {
        m_hasFormula = true;
    } else if (m_inCell && name == QLatin1String("rPh")) {
        ++m_phonetic;
    } else if (m_inCell && (name == QLatin1String("v") || name == QLatin1String("t"))) {
        m_inText = true;
        m_hasValue = true;
    }
}

void SheetReader::startRow(const QString &number)
{
    bool sound = false;
    const int said = number.toInt(&sound);
    m_rowNumber = sound && said >= 1 && said <= kMostRows ? said : m_rowNumber + 1; // the number may be left out
    m_row = {m_rowNumber, {}};
    m_column = -1;
}

void SheetReader::startCell(const QXmlStreamAttributes &attributes)
{
    const auto place = cellPlace(attributes.value(QLatin1String("r")));
    m_column = place ? place->column : m_column + 1;
    m_type = attributes.value(QLatin1String("t")).toString();
    m_inCell = true;
    m_hasFormula = m_hasValue = m_inText = false;
    m_phonetic = 0;
    m_text.clear();
}

void SheetReader::addArea(const QString &reference)
{
    const QStringList corners = reference.split(QLatin1Char(':'));
    const auto first = cellPlace(corners.value(0));
    const auto last = cellPlace(corners.value(1));
    if (!first || !last || last->row <= first->row || first->column >= m_limits.columns)
        return; // one row: its value is in its first cell
    if (m_areas.size() >= kMostAreas)
        m_tooManyAreas = true;
    else
        m_areas.append({first->row, last->row, first->column});
}

Result<void> SheetReader::endElement(QStringView name)
{
    if (name == QLatin1String("v") || name == QLatin1String("t")) {
        m_inText = false;
    } else if (name == QLatin1String("rPh")) {
        m_phonetic = qMax(0, m_phonetic - 1);
    } else if (name == QLatin1String("c") && m_inCell) {
        m_inCell = false;
        return endCell();
    } else if (name == QLatin1String("row")) {
        if (m_row.cells.isEmpty())
            return {};
        if (m_rows.size() >= m_limits.rows)
            return tooLarge(QStringLiteral("a sheet has more than %1 rows").arg(m_limits.rows), m_row.number);
        m_rows.append(std::move(m_row));
        m_row = {};
    }
    return {};
}

Result<void> SheetReader::endCell()
{
    Cell cell;
    if (m_type == QLatin1String("s")) {
        bool sound = false;
        const int place = m_text.trimmed().toInt(&sound);
        if (m_hasValue && (!sound || place < 0 || place >= m_shared.size()))
            return makeError(ErrorCode::Malformed, QStringLiteral("a cell names a text that is not there"),
                             QStringLiteral("row %1").arg(m_rowNumber));
        cell.text = m_shared.value(place);
    } else if (m_type == QLatin1String("b")) {
        cell.text = m_text.trimmed() == QLatin1String("1") ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
    } else if (m_type == QLatin1String("e")) {
        cell = {m_text.trimmed(), Cell::Fault::FormulaError};
    } else if (m_type == QLatin1String("str") || m_type == QLatin1String("inlineStr")) {
        cell.text = unescaped(m_text);
    } else if (m_type == QLatin1String("d")) {
        cell.text = m_text.trimmed();
    } else {
        cell.text = numberText(m_text.trimmed());
    }
    if (m_hasFormula && !m_hasValue)
        cell = {{}, Cell::Fault::NotCalculated};
    if (cell.text.size() > m_limits.characters)
        return tooLarge(QStringLiteral("a cell has more than %1 characters").arg(m_limits.characters), m_rowNumber);
    if (cell.isEmpty() || (cell.fault == Cell::Fault::None && cell.text.trimmed().isEmpty()))
        return {};
    if (m_column >= m_limits.columns)
        return tooLarge(QStringLiteral("a sheet has more than %1 columns").arg(m_limits.columns), m_rowNumber);
    if (auto counted = makeRoom(m_row, m_column, cell.text); !counted)
        return counted;
    m_row.cells[m_column] = std::move(cell);
    return {};
}

/// A single cell far to the right costs a place for each column before it.
Result<void> SheetReader::makeRoom(SheetRow &row, int column, const QString &text)
{
    const qsizetype more = qMax<qsizetype>(0, column + 1 - row.cells.size());
    m_bytes += 2 * text.size() + 8 + more * qsizetype(sizeof(Cell));
    if (m_bytes > m_limits.cellBytes)
        return tooLarge(QStringLiteral("its cells take more than %1 MiB").arg(m_limits.cellBytes / 1024 / 1024),
                        row.number);
    if (more > 0)
        row.cells.resize(column + 1);
    return {};
}

Result<void> SheetReader::fill(const Area &area)
{
    const auto below = [](const SheetRow &row, int number) { return row.number < number; };
    const auto first = std::lower_bound(m_rows.begin(), m_rows.end(), area.firstRow, below);
    if (first == m_rows.end() || first->number != area.firstRow)
        return {};
    const Cell value = first->cell(area.column);
    if (value.isEmpty())
        return {};
    for (auto row = first + 1; row != m_rows.end() && row->number <= area.lastRow; ++row) {
        if (auto counted = makeRoom(*row, area.column, value.text); !counted)
            return counted;
        if (row->cells.at(area.column).isEmpty())
            row->cells[area.column] = value;
    }
    return {};
}

Result<QList<SheetRow>> SheetReader::finish()
{
    if (m_tooManyAreas)
        return makeError(ErrorCode::TooLarge, QStringLiteral("a sheet has too many merged areas"));
    const bool ordered = std::is_sorted(m_rows.begin(), m_rows.end(),
                                        [](const SheetRow &a, const SheetRow &b) { return a.number < b.number; });
    const bool twice = std::adjacent_find(m_rows.begin(), m_rows.end(), [](const SheetRow &a, const SheetRow &b) {
                           return a.number >= b.number;
                       }) != m_rows.end();
    if (!ordered || twice)
        return makeError(ErrorCode::Malformed, QStringLiteral("the rows of a sheet are out of order"));
    for (const Area &area : std::as_const(m_areas)) {
        if (auto filled = fill(area); !filled)
            return filled.error();
    }
    return std::move(m_rows);
}

} // namespace markaz
