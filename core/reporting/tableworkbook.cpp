// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/tableworkbook.h"

#include "core/support/csvwriter.h"

#include <QSaveFile>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

namespace markaz {
namespace {

constexpr qsizetype kLongestText = 32'767; // characters that a cell may hold
constexpr int kLongestSheet = 31;          // characters of a sheet's name

const QByteArray kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const QByteArray kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const QByteArray kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const QByteArray kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

/// What XML 1.0 may hold, escaped; a line end inside a cell stays.
QByteArray xmlText(const QString &text)
{
    QString kept;
    for (const QChar c : text) {
        const bool control = c.unicode() < 0x20 && c != QLatin1Char('\t') && c != QLatin1Char('\n');
        if (!control && c.unicode() < 0xFFFE)
            kept.append(c);
    }
    return kept.toHtmlEscaped().toUtf8();
}

QByteArray place(int column, int row)
{
    QByteArray letters;
    for (int n = column + 1; n > 0; n = (n - 1) / 26)
        letters.prepend(static_cast<char>('A' + (n - 1) % 26));
    return letters + QByteArray::number(row);
}

QByteArray textCell(const QByteArray &at, const QString &text, const char *style)
{
    return "<c r=\"" + at + "\" t=\"inlineStr\"" + style + "><is><t xml:space=\"preserve\">" +
           xmlText(withoutFormula(text).left(kLongestText)) + "</t></is></c>";
}

QByteArray cellXml(const TableCell &cell, const QByteArray &at)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return text->isEmpty() ? QByteArray() : textCell(at, *text, "");
    if (const auto *number = std::get_if<qint64>(&cell))
        return "<c r=\"" + at + "\"><v>" + QByteArray::number(*number) + "</v></c>";
    if (const auto *number = std::get_if<double>(&cell))
        return "<c r=\"" + at + "\"><v>" + QByteArray::number(*number, 'g', 15) + "</v></c>";
    if (const auto *date = std::get_if<QDate>(&cell); date != nullptr && date->isValid()) {
        // Days since the last day of 1899; right from March 1900 on, and nothing here is older than 1900.
        const qint64 day = QDate(1899, 12, 30).daysTo(*date);
        if (*date < QDate(1900, 3, 1))
            return textCell(at, date->toString(Qt::ISODate), "");
        return "<c r=\"" + at + "\" s=\"1\"><v>" + QByteArray::number(day) + "</v></c>";
    }
    return {};
}

/// A sheet's name may not hold these, nor be empty.
QString sheetName(const QString &asked)
{
    QString name;
    for (const QChar c : asked) {
        if (!QStringLiteral("[]:*?/\\'").contains(c))
            name.append(c);
    }
    name = name.left(kLongestSheet).trimmed();
    return name.isEmpty() ? QStringLiteral("Markaz") : name;
}

} // namespace

TableWorkbook::TableWorkbook(std::unique_ptr<QSaveFile> target, const QList<TableColumn> &columns, const QString &sheet)
    : TableFile(std::move(target))
    , m_columns(columns)
    , m_sheet(sheetName(sheet))
{
}

TableWorkbook::~TableWorkbook()
{
    m_rows.reset();
    m_archive.reset(); // before the file that it writes into
}

Result<void> TableWorkbook::part(const char *name, const QByteArray &bytes)
{
    QuaZipFile packed(m_archive.get());
    if (!packed.open(QIODevice::WriteOnly, QuaZipNewInfo(QLatin1String(name))) || packed.write(bytes) != bytes.size())
        return failure();
    packed.close();
    return packed.getZipError() == 0 ? Result<void>() : Result<void>(failure());
}

Result<void> TableWorkbook::begin()
{
    m_archive = std::make_unique<QuaZip>(&file());
    m_archive->setAutoClose(false); // a QSaveFile is committed and never closed
    if (!m_archive->open(QuaZip::mdCreate))
        return failure();
    const std::pair<const char *, QByteArray> parts[] = {
        {"[Content_Types].xml",
         kHead +
             "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
             "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
             "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
             "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
             "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
             "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/"
             "vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
             "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/"
             "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"},
        {"_rels/.rels", kHead + "<Relationships xmlns=\"" + kPackage + "\"><Relationship Id=\"rId1\" Type=\"" +
                            kOffice + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", kHead + "<workbook xmlns=\"" + kMain + "\" xmlns:r=\"" + kOffice +
                                "\"><sheets><sheet name=\"" + xmlText(m_sheet) +
                                "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         kHead + "<Relationships xmlns=\"" + kPackage + "\"><Relationship Id=\"rId1\" Type=\"" + kOffice +
             "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + kOffice +
             "/styles\" Target=\"styles.xml\"/></Relationships>"},
        // Three looks of a cell: any, a day (14 is the format of the reader's own country), a head.
        {"xl/styles.xml",
         kHead + "<styleSheet xmlns=\"" + kMain +
             "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
             "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
             "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
             "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
             "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
             "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
             "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
             "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
             "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"
             "</styleSheet>"},
    };
    for (const auto &[name, bytes] : parts) {
        if (auto packed = part(name, bytes); !packed)
            return packed;
    }
    m_rows = std::make_unique<QuaZipFile>(m_archive.get());
    if (!m_rows->open(QIODevice::WriteOnly, QuaZipNewInfo(QStringLiteral("xl/worksheets/sheet1.xml"))))
        return failure();
    QByteArray xml = kHead + "<worksheet xmlns=\"" + kMain +
                     "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
                     "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData><row r=\"1\">";
    m_row = 1;
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        xml += textCell(place(static_cast<int>(i), m_row), m_columns.at(i).title, " s=\"2\"");
    return put(xml + "</row>");
}

Result<void> TableWorkbook::add(const TableRow &row)
{
    ++m_row;
    QByteArray xml = "\n<row r=\"" + QByteArray::number(m_row) + "\">";
    for (qsizetype i = 0; i < row.cells.size(); ++i)
        xml += cellXml(row.cells.at(i), place(static_cast<int>(i), m_row));
    return put(xml + "</row>");
}

Result<void> TableWorkbook::put(const QByteArray &bytes)
{
    return m_rows->write(bytes) == bytes.size() ? Result<void>() : Result<void>(failure());
}

Result<void> TableWorkbook::end()
{
    if (auto written = put("</sheetData></worksheet>"); !written)
        return written;
    m_rows->close();
    const bool sheetWritten = m_rows->getZipError() == 0;
    m_rows.reset();
    m_archive->close();
    const bool written = sheetWritten && m_archive->getZipError() == 0;
    m_archive.reset();
    return written ? Result<void>() : Result<void>(failure());
}

} // namespace markaz
