// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/import/buildingimport.h"

#include "app/server/import/rowjudge.h"
#include "core/domain/namekey.h"
#include "core/workflow/similarbuildings.h"

#include <QIODevice>

namespace markaz::server {
namespace {

/// The fields of the columns; a column that would be dropped silently is a loss.
Result<QStringList> fieldsOf(const CsvRow &names, const QHash<QString, QString> &columns)
{
    const QStringList fields = guessImportFields(names.cells, columns);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString name = names.cells.at(i).trimmed();
        const auto told = columns.constFind(nameKey(name));
        if (fields.at(i).isEmpty() && (told == columns.constEnd() || !told->isEmpty()))
            return makeError(
                ErrorCode::InvalidValue,
                QStringLiteral("the column \"%1\" is none that is known, or comes twice").arg(name.left(60)), name);
    }
    if (auto usable = checkImportFields(fields); !usable)
        return usable.error();
    return fields;
}

} // namespace

Result<ImportReport> importBuildings(Store &store, const Reference &reference, QIODevice &csv,
                                     const ImportOptions &options, const Clock &clock, IdSource &ids,
                                     const ToldOfRow &told)
{
    auto reader = CsvReader::open(csv);
    if (!reader)
        return reader.error();
    auto names = reader->next();
    if (!names)
        return names.error();
    if (!names->has_value())
        return makeError(ErrorCode::Incomplete, QStringLiteral("the file is empty"));
    const auto fields = fieldsOf(**names, options.columns);
    if (!fields)
        return fields.error();
    if (auto begun = told(std::nullopt, **names); !begun)
        return begun.error();

    auto transaction = Transaction::begin(store.database());
    if (!transaction)
        return transaction.error();
    const auto key = SigningKey::generate(QStringLiteral("import"), clock.now().date()); // no row makes a certificate
    if (!key)
        return key.error();
    RowJudge judge(store, reference, *key, clock, ids);
    SimilarBuildings similar;
    if (auto begun = judge.begin(similar); !begun)
        return begun.error();
    ImportReport report;
    report.form = reader->form();
    const ImportRowReader rows(*fields, reference.gazetteer);
    for (;;) {
        auto next = reader->next();
        if (!next)
            return next.error();
        if (!next->has_value())
            break;
        ++report.rows;
        const auto read = rows.read(**next);
        std::optional<RowFault> fault;
        if (const auto *unreadable = std::get_if<RowFault>(&read)) {
            fault = *unreadable;
        } else {
            const ImportRow &row = std::get<ImportRow>(read);
            fault = options.allowSimilar ? std::nullopt : similar.like(row.building, row.line);
            if (!fault) {
                auto code = judge.add(row);
                if (!code)
                    return code.error();
                if (const auto *refused = std::get_if<RowFault>(&*code))
                    fault = *refused;
                else
                    similar.add(row.building, {std::get<QString>(*code), row.line});
            }
        }
        if (!fault)
            continue;
        ++report.refused;
        if (auto heard = told(fault, **next); !heard)
            return heard.error();
    }
    report.buildings = judge.buildings();
    report.owners = judge.owners();
    if (options.dryRun)
        return report;
    if (auto ended = judge.end(); !ended)
        return ended.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return report;
}

} // namespace markaz::server
