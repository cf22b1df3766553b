// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/importdemand.h"

#include "core/domain/demand.h"
#include "core/security/permissions.h"
#include "core/storage/syncstaterepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/rowcells.h"

namespace markaz {

/// What one reading of the file comes to.
struct ImportDemand::Counted
{
    ImportCount count;
    QJsonObject cities; ///< freelancers of the good rows by the id of their city, as the record has them
};

const ColumnNames &demandColumns()
{
    static const ColumnNames all(
        {{"city", "city name|town|geonames|geonames id|name|name of city|شہر|شہر کا نام"},
         {"registered_freelancers",
          "freelancers|registered freelancers|registered|freelancers registered|count|number|"
          "number of freelancers|رجسٹرڈ فری لانسر|رجسٹرڈ فری لانسرز|فری لانسر|فری لانسرز|تعداد"},
         {"province", "province name|region|صوبہ"}},
        2);
    return all;
}

std::variant<DemandEntry, RowFault> DemandRowReader::read(const CsvRow &row) const
{
    const char *counted = "registered_freelancers";
    const RowCells cells(row, m_fields);
    if (auto surplus = cells.surplus())
        return *surplus;
    const QString name = cells.text("city");
    if (name.isEmpty())
        return cells.missing("city");
    const auto city = m_cities.find(name, cells.text("province"));
    if (const auto *missed = std::get_if<CityLookup::Missed>(&city))
        return cells.fault(missed->reason, "city", missed->detail);
    const QString given = cells.text(counted);
    if (given.isEmpty())
        return cells.missing(counted); // none is 0, and not nothing
    const auto number = wholeNumberIn(given);
    if (!number || *number < 0)
        return cells.fault(RowReason::NoNumber, counted,
                           QStringLiteral("\"%1\" is no number of people").arg(given.left(40)));
    if (*number > demand::kMostFreelancers)
        return cells.fault(RowReason::TooMany, counted, QStringLiteral("more than %1").arg(demand::kMostFreelancers));
    return DemandEntry{std::get<const City *>(city), static_cast<int>(*number)};
}

Result<ImportCount> ImportDemand::check(const Actor &actor, const ImportFile &file, const Told &told)
{
    const auto counted = go(actor, file, &told);
    if (!counted)
        return counted.error();
    return counted->count;
}

Result<qint64> ImportDemand::run(const Actor &actor, const ImportFile &file, const ImportCount &checked, bool)
{
    const QDate asOf = QDate::fromString(file.about.value(QStringLiteral("as_of")).toString(), Qt::ISODate);
    if (!asOf.isValid())
        return makeError(ErrorCode::Incomplete, QStringLiteral("of which day?"), QStringLiteral("as_of"));
    if (asOf > programmeDay(m_workspace.clock.now()))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("this day has not come yet"), QStringLiteral("as_of"));
    const QString source = file.about.value(QStringLiteral("source")).toString().trimmed();
    if (source.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("who counted?"), QStringLiteral("source"));
    auto transaction = Transaction::begin(m_workspace.database);
    if (!transaction)
        return transaction.error();
    const auto counted = go(actor, file, nullptr);
    if (!counted)
        return counted.error();
    if (counted->count != checked)
        return makeError(ErrorCode::WrongState, QStringLiteral("the file is another one since the check"),
                         QStringLiteral("file"));
    QJsonObject fields{{QStringLiteral("as_of"), asOf.toString(Qt::ISODate)},
                       {QStringLiteral("source"), source},
                       {QStringLiteral("freelancers"), counted->cities},
                       {QStringLiteral("author"), actor.accountId},
                       {QStringLiteral("made_at"), toIso(m_workspace.clock.now())}};
    const auto sample = SyncStateRepository(m_workspace.database).value(QStringLiteral("sample_data"));
    if (!sample)
        return sample.error();
    if (*sample == QLatin1String("1"))
        fields.insert(QStringLiteral("sample"), true);
    const auto made = createInTransaction(m_workspace, actor, Entity::Demand, fields);
    if (!made)
        return made.error();
    if (m_progress.cancelled)
        return importCancelled();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return counted->cities.size();
}

Result<ImportDemand::Counted> ImportDemand::go(const Actor &actor, const ImportFile &file, const Told *told)
{
    if (auto allowed = may(actor, Action::EditReference, Subject::nationwide().authoredBy(actor.accountId)); !allowed)
        return allowed.error();
    if (auto usable = demandColumns().check(file.fields); !usable)
        return usable.error();
    const DemandRowReader rows(file.fields, m_gazetteer);
    QHash<int, int> seen; // city -> the line where it stood first
    Counted counted;
    qint64 total = 0;
    auto count = readRows(
        file, m_progress, [] { return Result<void>(); },
        [&](const CsvRow &row, ImportCount &found) -> Result<void> {
            const auto read = rows.read(row);
            std::optional<RowFault> fault;
            if (const auto *unreadable = std::get_if<RowFault>(&read)) {
                fault = *unreadable;
            } else {
                const auto &[city, freelancers] = std::get<DemandEntry>(read);
                if (const auto twin = seen.constFind(city->id); twin != seen.constEnd()) {
                    fault = RowCells(row, file.fields)
                                .fault(RowReason::SameCity, "city", QStringLiteral("the file has this city twice"));
                    fault->alikeLine = *twin;
                } else {
                    seen.insert(city->id, row.line);
                    counted.cities.insert(QString::number(city->id), freelancers);
                    total += freelancers;
                }
            }
            ++(fault ? found.refused : found.good);
            return fault && told != nullptr ? (*told)(*fault, row) : Result<void>();
        });
    if (!count)
        return count.error();
    counted.count = std::move(count).value();
    counted.count.total = total;
    return counted;
}

} // namespace markaz
