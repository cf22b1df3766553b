// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/xlsx/sheetreader.h"
#include "core/standard/xlsx/standardfile.h"
#include "tests/fuzz/targets.h"

#include <QBuffer>
#include <QJsonDocument>

namespace markaz::fuzz {
namespace {

const WorkbookLimits kSmall{.fileBytes = 4096,
                            .entries = 12,
                            .entryBytes = 20'000,
                            .totalBytes = 40'000,
                            .ratio = 20,
                            .sheets = 4,
                            .rows = 20,
                            .columns = 10,
                            .characters = 50,
                            .cellBytes = 16'000};

void bounded(const QList<SheetRow> &rows, const WorkbookLimits &limits)
{
    must(rows.size() <= limits.rows, "rows are within their bounds");
    int last = 0;
    for (const SheetRow &row : rows) {
        must(row.number > last && row.cells.size() <= limits.columns, "rows go down the sheet");
        last = row.number;
        for (const Cell &cell : row.cells)
            must(cell.text.size() <= limits.characters, "cells are within their bounds");
    }
}

void judged(const StandardReading &reading)
{
    must(reading.standard.has_value() == reading.faults.isEmpty(), "a file is sound, or it is said why not");
    must(reading.faults.size() <= FormFaults::kMost && reading.notes.size() <= FormFaults::kMost, "lists are bounded");
    for (const StandardFault &fault : reading.faults)
        must(!fault.reason.english().isEmpty(), "a fault says why");
    if (!reading.standard)
        return;
    const auto again = readStandard(QJsonDocument(reading.json).toJson());
    must(again.ok() && again->hash() == reading.standard->hash(), "what is sound is sound as JSON");
}

/// Lines as rows, tabs between cells; "#name" begins a sheet. The fuzzer need not know ZIP to reach the form.
Workbook plainTables(const QByteArray &bytes)
{
    Workbook workbook;
    int number = 0;
    const QStringList lines = QString::fromUtf8(bytes).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        ++number;
        if (line.startsWith(QLatin1Char('#'))) {
            workbook.sheets.append({line.mid(1), {}});
        } else if (!workbook.sheets.isEmpty() && !line.isEmpty()) {
            SheetRow row{number, {}};
            const QStringList cells = line.split(QLatin1Char('\t'));
            for (const QString &cell : cells)
                row.cells.append({cell, Cell::Fault::None});
            workbook.sheets.last().rows.append(row);
        }
    }
    return workbook;
}

} // namespace

/// An archive, the XML of one sheet, or plain tables, by the first bytes.
void workbook(const QByteArray &bytes)
{
    if (bytes.startsWith("PK")) {
        for (const WorkbookLimits &limits : {WorkbookLimits(), kSmall}) {
            QBuffer file;
            file.setData(bytes);
            file.open(QIODevice::ReadOnly);
            if (const auto read = readWorkbook(file, limits)) {
                for (const Sheet &sheet : read->sheets)
                    bounded(sheet.rows, limits);
            }
        }
        judged(readStandardFile(bytes));
    } else if (bytes.startsWith('<')) {
        const QStringList shared{QStringLiteral("survey"), QStringLiteral("A-01")};
        qint64 cellBytes = 0;
        SheetReader reader(shared, kSmall, cellBytes);
        QXmlStreamReader xml(bytes);
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.hasError() || xml.isDTD() || !reader.take(xml))
                return;
        }
        if (const auto rows = reader.finish())
            bounded(*rows, kSmall);
    } else {
        judged(readXlsForm(plainTables(bytes)));
    }
}

} // namespace markaz::fuzz
