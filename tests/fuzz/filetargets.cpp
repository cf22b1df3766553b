// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/filehead.h"
#include "core/domain/photofacts.h"
#include "core/security/base45.h"
#include "core/security/certificateclaims.h"
#include "core/security/certificatepayload.h"
#include "core/standard/standard.h"
#include "core/support/csvreader.h"
#include "core/support/gzip.h"
#include "core/workflow/importmonths.h"
#include "core/workflow/importrow.h"
#include "tests/fuzz/targets.h"

#include <QBuffer>
#include <QCborValue>

namespace markaz::fuzz {

/// A scanned code as it is, the same bytes packed as a code, and as the claims that are signed: a fuzzer alone makes no
/// checksum and no signature.
void certificateCode(const QByteArray &bytes)
{
    static const KeySet nobody;
    const QString text = QString::fromLatin1(bytes);
    must(!verifyCertificate(text, nobody).ok(), "nothing is signed by nobody");
    must(!verifyCertificate(QStringLiteral("MKZ1:") + toBase45(deflateZlib(bytes)), nobody).ok(),
         "nor is what was packed well");
    if (const auto plain = fromBase45(text)) {
        const auto again = fromBase45(toBase45(*plain));
        must(again.ok() && *again == *plain, "Base45 comes back");
    }
    const auto claims = claimsFromCbor(QCborValue::fromCbor(bytes));
    if (!claims)
        return;
    must(checkClaims(*claims).ok(), "claims that were read are within their ranges");
    const auto again = claimsFromCbor(QCborValue::fromCbor(claimsToCbor(*claims)));
    must(again.ok() && *again == *claims, "claims come back as they were written");
}

/// The reader finds out how the file is written; then again, as another form. Its rows as buildings.
void csv(const QByteArray &bytes)
{
    static const Gazetteer nowhere;
    const CsvLimits small{.bytes = 4096, .rows = 8, .cells = 4, .characters = 16};
    const CsvForm other{CsvEncoding::Windows1252, QLatin1Char('|')};
    for (const CsvLimits &limits : {CsvLimits(), small}) {
        for (const std::optional<CsvForm> &known : {std::optional<CsvForm>(), std::optional<CsvForm>(other)}) {
            QBuffer file;
            file.setData(bytes);
            file.open(QIODevice::ReadOnly);
            auto reader = CsvReader::open(file, limits, known);
            if (!reader)
                continue;
            must(!known || reader->form() == *known, "what is known is not looked for");
            std::optional<ImportRowReader> rows;
            int line = 0;
            for (int count = 1;; ++count) {
                const auto row = reader->next();
                if (!row || !row->has_value())
                    break;
                must(count <= limits.rows, "rows are within their bounds");
                must((*row)->line > line && (*row)->cells.size() <= limits.cells, "rows go down the file");
                line = (*row)->line;
                for (const QString &cell : (*row)->cells)
                    must(cell.size() <= limits.characters, "cells are within their bounds");
                if (rows)
                    must(std::holds_alternative<RowFault>(rows->read(**row)), "no city is in no gazetteer");
                else
                    rows.emplace(guessImportFields((*row)->cells), nowhere);
            }
        }
    }
}

/// A file of centres' months: its columns are found, its rows understood or refused.
void months(const QByteArray &bytes)
{
    QBuffer file;
    file.setData(bytes);
    file.open(QIODevice::ReadOnly);
    auto reader = CsvReader::open(file);
    if (!reader)
        return;
    std::optional<MonthRowReader> rows;
    for (;;) {
        const auto row = reader->next();
        if (!row || !row->has_value())
            return;
        if (!rows) {
            rows.emplace(monthColumns().guess((*row)->cells, {}));
            continue;
        }
        const auto read = rows->read(**row);
        if (const auto *fault = std::get_if<RowFault>(&read)) {
            must(fault->line == (*row)->line, "a fault names its line");
            continue;
        }
        const MonthRow &month = std::get<MonthRow>(read);
        must(Month::parse(month.month).ok() && !month.centre.isEmpty(), "what is understood is a month of somebody");
        must(month.seatRatePaisa.value_or(0) >= 0 && month.seatRatePaisa.value_or(0) <= centre::kMostRatePaisa,
             "a rate is within its bounds");
        must(month.exportUsdCents.value_or(0) >= 0, "earnings are not negative");
    }
}

void standard(const QByteArray &bytes)
{
    static_cast<void>(readStandard(bytes));
}

/// The one place where pictures and documents are looked into.
void fileHead(const QByteArray &bytes)
{
    QBuffer file;
    file.setData(bytes);
    file.open(QIODevice::ReadOnly);
    const auto own = readFileHead(file, FileEnd::Own);  // as laptops take files
    const auto head = readFileHead(file, FileEnd::Any); // as the server does
    must(!own || (head && head->mediaType == own->mediaType && head->width == own->width &&
                  head->height == own->height && head->scans == own->scans),
         "what a laptop takes the server takes, as the same");
    const PhotoFacts facts = readPhotoFacts(file);
    must(!facts.takenAt.isValid() || facts.takenAt.date().year() >= 1979, "a clock that was set");
    must(!facts.position || facts.position->accuracyM() <= 100'000, "an accuracy that a record may hold");
    if (!head)
        return;
    must(head->width >= 0 && head->height >= 0 && head->pixels() >= 0, "a size is one");
    must(!head->mediaType.startsWith(QLatin1String("image/")) || head->pixels() > 0, "a picture has one");
}

} // namespace markaz::fuzz
