// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/demandrepository.h"

#include "core/storage/buildingstages.h"
#include "core/storage/figuretotals.h"

#include <QHash>

namespace markaz {
namespace {

/// Runs \p sql and hands each row to \p take, which may fail.
template <class Take>
Result<void> each(Database &database, const QString &sql, Take take)
{
    auto query = database.run(sql);
    if (!query)
        return query.error();
    while ((*query)->next()) {
        if (Result<void> taken = take(**query); !taken) {
            (*query)->finish();
            return taken;
        }
    }
    return {};
}

struct Visited
{
    std::optional<Verdict> verdict;
    int scoreBp = -1;
};

/// By the key of the whole building, its last accepted visit.
Result<QHash<qint64, Visited>> lastAccepted(Database &database)
{
    QHash<qint64, Visited> visits;
    auto read =
        each(database,
             QStringLiteral("SELECT r.rowid, i.verdict, i.total_bp FROM inspection AS i "
                            "CROSS JOIN building AS m ON m.id = i.building CROSS JOIN building AS r ON r.id = m.whole "
                            "WHERE i.decided IS NOT NULL AND i.state = 'accepted' AND i.deleted = 0 "
                            "ORDER BY i.finished_at, i.id"),
             [&visits](const QSqlQuery &row) -> Result<void> {
                 const QString word = row.value(1).toString();
                 const auto verdict = parse<Verdict>(word);
                 if (!verdict && !word.isEmpty())
                     return verdict.error();
                 visits.insert(row.value(0).toLongLong(), {verdict ? std::optional(*verdict) : std::nullopt,
                                                           row.isNull(2) ? -1 : row.value(2).toInt()});
                 return {};
             });
    return read ? Result<QHash<qint64, Visited>>(visits) : read.error();
}

/// By the key of the whole building: the loan that is neither closed nor declined, of several the newest.
Result<QHash<qint64, BuildingLoan>> openLoans(Database &database)
{
    QHash<qint64, BuildingLoan> loans;
    auto read =
        each(database,
             QStringLiteral("SELECT r.rowid, l.id, l.state, l.data ->> 'policy_version', l.principal_paisa, "
                            "coalesce(l.data ->> 'markup_bp', coalesce(l.data ->> 'spread_bp', 0) + "
                            "coalesce(l.data ->> 'kibor_bp', 0)), l.data ->> 'tenor_months', l.data ->> 'grace_months' "
                            "FROM loan AS l CROSS JOIN building AS m ON m.id = l.building "
                            "CROSS JOIN building AS r ON r.id = m.whole WHERE l.deleted = 0 "
                            "AND l.state NOT IN ('closed', 'declined') ORDER BY l.id"),
             [&loans](const QSqlQuery &row) -> Result<void> {
                 const auto state = parse<LoanState>(row.value(2).toString());
                 if (!state)
                     return state.error();
                 loans.insert(row.value(0).toLongLong(),
                              {row.value(1).toString(), *state, row.value(3).toInt(), row.value(4).toLongLong(),
                               row.value(5).toInt(), row.value(6).toInt(), row.value(7).toInt()});
                 return {};
             });
    return read ? Result<QHash<qint64, BuildingLoan>>(loans) : read.error();
}

/// The keys of the whole buildings whose newest certificate is suspended or revoked.
Result<QSet<qint64>> withdrawnOnes(Database &database)
{
    QSet<qint64> withdrawn;
    auto read = each(
        database,
        QStringLiteral("SELECT r.rowid, x.state FROM certificate AS x CROSS JOIN building AS m ON m.id = x.building "
                       "CROSS JOIN building AS r ON r.id = m.whole WHERE x.deleted = 0 ORDER BY x.issued_at, x.id"),
        [&withdrawn](const QSqlQuery &row) -> Result<void> {
            const QString state = row.value(1).toString();
            const qint64 building = row.value(0).toLongLong();
            if (state == token(CertificateState::Suspended) || state == token(CertificateState::Revoked))
                withdrawn.insert(building);
            else
                withdrawn.remove(building);
            return {};
        });
    return read ? Result<QSet<qint64>>(withdrawn) : read.error();
}

} // namespace

Result<QList<DemandRow>> DemandRepository::imports() const
{
    QList<DemandRow> rows;
    auto read =
        each(m_database,
             QStringLiteral("SELECT d.id, d.as_of, d.data ->> 'source', d.made_at, a.display_name, "
                            "(SELECT count(*) FROM json_each(d.data, '$.freelancers')), "
                            "(SELECT sum(f.value) FROM json_each(d.data, '$.freelancers') AS f), "
                            "coalesce(d.data ->> 'sample', 0), EXISTS (SELECT 1 FROM outbox AS o WHERE o.record = d.id "
                            "AND o.state <> 'acknowledged') FROM demand AS d "
                            "LEFT JOIN account AS a ON a.id = d.data ->> 'author' "
                            "WHERE d.deleted = 0 ORDER BY d.made_at DESC, d.id DESC"),
             [&rows](const QSqlQuery &row) -> Result<void> {
                 rows.append({row.value(0).toString(), QDate::fromString(row.value(1).toString(), Qt::ISODate),
                              row.value(2).toString(), row.value(3).toString(), row.value(4).toString(),
                              row.value(5).toInt(), row.value(6).toLongLong(), row.value(7).toBool(),
                              row.value(8).toBool()});
                 return {};
             });
    return read ? Result<QList<DemandRow>>(rows) : read.error();
}

Result<QMap<int, qint64>> DemandRepository::freelancers(const QString &id) const
{
    auto query = m_database.run(QStringLiteral("SELECT f.key, f.value FROM demand AS d "
                                               "CROSS JOIN json_each(d.data, '$.freelancers') AS f "
                                               "WHERE d.id = ? AND d.deleted = 0"),
                                {id});
    if (!query)
        return query.error();
    QMap<int, qint64> all;
    while ((*query)->next())
        all.insert((*query)->value(0).toInt(), (*query)->value(1).toLongLong());
    if (all.isEmpty()) // one without a city is none (demand::check)
        return makeError(ErrorCode::NotFound, QStringLiteral("no such figures"), QStringLiteral("demand"));
    return all;
}

Result<QMap<int, qint64>> DemandRepository::seatsByCity(const QDate &day) const
{
    const FigureTotals totals(m_database, {});
    if (auto settled = totals.settle(); !settled)
        return settled.error();
    const auto standing = totals.standing(day);
    if (!standing)
        return standing.error();
    QMap<int, qint64> seats;
    for (const FigureStanding &city : *standing)
        seats[city.cityId] += city.seats;
    return seats;
}

Result<IdleBuildings> DemandRepository::idleBuildings(const QDate &day) const
{
    const auto stages = stagesOfTouched(m_database, day.toString(Qt::ISODate));
    if (!stages)
        return stages.error();
    const auto visits = lastAccepted(m_database);
    if (!visits)
        return visits.error();
    const auto loans = openLoans(m_database);
    if (!loans)
        return loans.error();
    const auto withdrawn = withdrawnOnes(m_database);
    if (!withdrawn)
        return withdrawn.error();
    IdleBuildings idle;
    auto read = each(m_database,
                     QStringLiteral("SELECT b.rowid, b.id, b.code, b.name, b.city, b.data ->> 'planned_seats', "
                                    "b.covered_area_sqft, b.data ->> 'condition' FROM building AS b "
                                    "WHERE b.deleted = 0 AND b.merged_into IS NULL ORDER BY b.code, b.id"),
                     [&](const QSqlQuery &row) -> Result<void> {
                         const qint64 key = row.value(0).toLongLong();
                         const Stage stage = stages->value(key, Stage::Identified);
                         if (stage == Stage::Certified || stage == Stage::Provisional)
                             return {};
                         if (withdrawn->contains(key)) {
                             ++idle.withdrawn;
                             return {};
                         }
                         if (row.value(7).toString() == QLatin1String("dangerous")) {
                             ++idle.dangerous;
                             return {};
                         }
                         const Visited visit = visits->value(key);
                         IdleBuilding building{row.value(1).toString(),
                                               row.value(2).toString(),
                                               row.value(3).toString(),
                                               row.value(4).toInt(),
                                               row.value(5).toInt(),
                                               row.value(6).toInt(),
                                               stage,
                                               visit.verdict,
                                               visit.scoreBp,
                                               std::nullopt};
                         if (const auto loan = loans->constFind(key); loan != loans->constEnd())
                             building.loan = *loan;
                         idle.buildings.append(std::move(building));
                         return {};
                     });
    return read ? Result<IdleBuildings>(std::move(idle)) : read.error();
}

} // namespace markaz
