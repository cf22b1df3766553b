// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/tableworkbook.h"

#include "core/reporting/workbookxml.h"

#include <QSaveFile>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

namespace markaz {
namespace {

using namespace workbookxml;

QByteArray cellXml(const TableCell &cell, const QByteArray &at)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return text->isEmpty() ? QByteArray() : textCell(at, *text, "");
    if (const auto *number = std::get_if<qint64>(&cell))
        return "<c r=\"" + at + "\"><v>" + QByteArray::number(*number) + "</v></c>";
    if (const auto *number = std::get_if<double>(&cell))
        return "<c r=\"" + at + "\"><v>" + QByteArray::number(*number, 'g', 15) + "</v></c>";
    if (const auto *date = std::get_if<QDate>(&cell); date != nullptr && date->isValid())
        return workbookxml::dayCell(at, *date);
    return {};
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
                                "\"><sheets><sheet name=\"" + escaped(m_sheet) +
                                "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         kHead + "<Relationships xmlns=\"" + kPackage + "\"><Relationship Id=\"rId1\" Type=\"" + kOffice +
             "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + kOffice +
             "/styles\" Target=\"styles.xml\"/></Relationships>"},
        {"xl/styles.xml", workbookxml::styles()},
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
