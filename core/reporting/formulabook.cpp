// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/formulabook.h"

#include "core/reporting/workbookxml.h"
#include "core/support/ownfiles.h"
#include "core/support/wholefile.h"

#include <QSaveFile>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

namespace markaz {
namespace {

using namespace workbookxml;

QByteArray cellXml(const BookCell &cell, const QByteArray &at, FormulaBook::Look look)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return text->isEmpty() ? QByteArray() : textCell(at, *text, look == FormulaBook::Look::Head ? " s=\"2\"" : "");
    if (const auto *number = std::get_if<qint64>(&cell))
        return "<c r=\"" + at + "\"><v>" + QByteArray::number(*number) + "</v></c>";
    if (const auto *number = std::get_if<double>(&cell))
        return "<c r=\"" + at + "\"><v>" + QByteArray::number(*number, 'g', 15) + "</v></c>";
    if (const auto *day = std::get_if<QDate>(&cell))
        return dayCell(at, *day);
    if (const auto *formula = std::get_if<BookFormula>(&cell))
        return "<c r=\"" + at + "\"><f>" + escaped(formula->text) + "</f></c>";
    return {};
}

QString fileOf(qsizetype sheet)
{
    return QStringLiteral("worksheets/sheet%1.xml").arg(sheet + 1);
}

} // namespace

FormulaBook::FormulaBook(std::unique_ptr<QSaveFile> file, QStringList sheets)
    : m_file(std::move(file))
    , m_sheets(std::move(sheets))
{
}

FormulaBook::~FormulaBook()
{
    m_rows.reset();
    m_archive.reset(); // before the file that it writes into
}

Error FormulaBook::failure() const
{
    return makeError(m_file->error() == QFileDevice::ResourceError ? ErrorCode::StorageFull : ErrorCode::StorageFailed,
                     m_file->errorString(), m_file->fileName());
}

Result<void> FormulaBook::part(const QString &name, const QByteArray &bytes)
{
    QuaZipFile packed(m_archive.get());
    if (!packed.open(QIODevice::WriteOnly, QuaZipNewInfo(name)) || packed.write(bytes) != bytes.size())
        return failure();
    packed.close();
    return packed.getZipError() == 0 ? Result<void>() : Result<void>(failure());
}

Result<void> FormulaBook::put(const QByteArray &bytes)
{
    return m_rows->write(bytes) == bytes.size() ? Result<void>() : Result<void>(failure());
}

Result<std::unique_ptr<FormulaBook>> FormulaBook::create(const QString &path, const QStringList &sheets)
{
    auto file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly) || !file->setPermissions(kOwnFile))
        return makeError(ErrorCode::StorageFailed, file->errorString(), path);
    std::unique_ptr<FormulaBook> book(new FormulaBook(std::move(file), sheets));
    book->m_archive = std::make_unique<QuaZip>(book->m_file.get());
    book->m_archive->setAutoClose(false); // a QSaveFile is committed and never closed
    if (!book->m_archive->open(QuaZip::mdCreate))
        return book->failure();
    QByteArray types = kHead + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                               "<Default Extension=\"rels\" ContentType=\"application/"
                               "vnd.openxmlformats-package.relationships+xml\"/>"
                               "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                               "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                               "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                               "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/"
                               "vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";
    QByteArray names;
    QByteArray relations;
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        types += "<Override PartName=\"/xl/" + fileOf(i).toLatin1() +
                 "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
        names += "<sheet name=\"" + escaped(sheetName(sheets.at(i))) + "\" sheetId=\"" + number + "\" r:id=\"rId" +
                 number + "\"/>";
        relations += "<Relationship Id=\"rId" + number + "\" Type=\"" + kOffice + "/worksheet\" Target=\"" +
                     fileOf(i).toLatin1() + "\"/>";
    }
    relations += "<Relationship Id=\"rId" + QByteArray::number(sheets.size() + 1) + "\" Type=\"" + kOffice +
                 "/styles\" Target=\"styles.xml\"/>";
    const std::pair<const char *, QByteArray> parts[] = {
        {"[Content_Types].xml", types + "</Types>"},
        {"_rels/.rels", kHead + "<Relationships xmlns=\"" + kPackage + "\"><Relationship Id=\"rId1\" Type=\"" +
                            kOffice + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", kHead + "<workbook xmlns=\"" + kMain + "\" xmlns:r=\"" + kOffice + "\"><sheets>" + names +
                                "</sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         kHead + "<Relationships xmlns=\"" + kPackage + "\">" + relations + "</Relationships>"},
        {"xl/styles.xml", styles()},
    };
    for (const auto &[name, bytes] : parts) {
        if (auto packed = book->part(QLatin1String(name), bytes); !packed)
            return packed.error();
    }
    return book;
}

Result<void> FormulaBook::beginSheet()
{
    if (auto ended = endSheet(); !ended)
        return ended;
    Q_ASSERT(m_sheet < m_sheets.size());
    m_rows = std::make_unique<QuaZipFile>(m_archive.get());
    if (!m_rows->open(QIODevice::WriteOnly, QuaZipNewInfo(QStringLiteral("xl/") + fileOf(m_sheet))))
        return failure();
    ++m_sheet;
    m_row = 0;
    return put(kHead + "<worksheet xmlns=\"" + kMain + "\"><sheetData>");
}

Result<void> FormulaBook::add(const QList<BookCell> &row, Look look)
{
    ++m_row;
    QByteArray xml = "\n<row r=\"" + QByteArray::number(m_row) + "\">";
    for (qsizetype i = 0; i < row.size(); ++i)
        xml += cellXml(row.at(i), place(static_cast<int>(i), m_row), look);
    return put(xml + "</row>");
}

Result<void> FormulaBook::endSheet()
{
    if (!m_rows)
        return {};
    if (auto written = put("</sheetData></worksheet>"); !written)
        return written;
    m_rows->close();
    const bool written = m_rows->getZipError() == 0;
    m_rows.reset();
    return written ? Result<void>() : Result<void>(failure());
}

Result<void> FormulaBook::finish()
{
    if (auto ended = endSheet(); !ended)
        return ended;
    m_archive->close();
    const bool written = m_archive->getZipError() == 0;
    m_archive.reset();
    return written ? commitWhole(*m_file) : Result<void>(failure());
}

} // namespace markaz
