// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/figurecells.h"

#include "core/storage/figureitems.h"
#include "core/storage/figurestanding.h"
#include "core/support/log.h"

#include <QMap>

#include <tuple>

namespace markaz {
namespace {

Result<void> done(const Result<QSqlQuery *> &query)
{
    return query ? Result<void>() : Result<void>(query.error());
}

Result<void> runAll(Database &database, std::initializer_list<const char *> statements)
{
    for (const char *sql : statements) {
        if (auto ran = done(database.run(QLatin1String(sql))); !ran)
            return ran;
    }
    return {};
}

/// Whether \p entity is due; any when it is empty.
Result<bool> isDue(Database &database, const QString &entity = {})
{
    const auto found =
        entity.isEmpty() ? database.row(QStringLiteral("SELECT 1 FROM figure_due LIMIT 1"))
                         : database.row(QStringLiteral("SELECT 1 FROM figure_due WHERE entity = ? LIMIT 1"), {entity});
    if (!found)
        return found.error();
    return found->has_value();
}

/// Every cell away, every record due.
Result<void> beginAnew(Database &database)
{
    // The parts first: what their triggers take out of the cells goes with the cells.
    return runAll(database,
                  {"DELETE FROM figure_part", "DELETE FROM figure_standing", "DELETE FROM figure_reach",
                   "DELETE FROM figure_distinct", "DELETE FROM figure_count", "DELETE FROM figure_scored",
                   "DELETE FROM figure_turn", "DELETE FROM figure_report", "DELETE FROM figure_reported",
                   "DELETE FROM figure_loan", "DELETE FROM figure_due",
                   "INSERT INTO figure_count (figure, month, city, n) SELECT 'buildings', '', city, count(*) "
                   "FROM building WHERE deleted = 0 AND merged_into IS NULL AND city IS NOT NULL GROUP BY city",
                   "INSERT INTO figure_due (entity, id) SELECT 'assignment', id FROM assignment",
                   "INSERT INTO figure_due (entity, id) SELECT 'inspection', id FROM inspection",
                   "INSERT INTO figure_due (entity, id) SELECT 'certificate', id FROM certificate",
                   "INSERT INTO figure_due (entity, id) SELECT 'centre', id FROM centre",
                   "INSERT INTO figure_due (entity, id) SELECT 'loan', id FROM loan"});
}

/// What hangs on buildings that are due, and on those that were merged into them.
Result<void> followBuildings(Database &database)
{
    return runAll(database,
                  {"INSERT INTO figure_due (entity, id) "
                   "WITH hangs (id) AS (SELECT id FROM figure_due WHERE entity = 'building' UNION "
                   "SELECT m.id FROM figure_due AS d CROSS JOIN building AS m ON m.whole = d.id "
                   "WHERE d.entity = 'building') "
                   "SELECT 'assignment', x.id FROM hangs CROSS JOIN assignment AS x ON x.building = hangs.id UNION ALL "
                   "SELECT 'inspection', x.id FROM hangs CROSS JOIN inspection AS x ON x.building = hangs.id UNION ALL "
                   "SELECT 'certificate', x.id FROM hangs CROSS JOIN certificate AS x ON x.building = hangs.id "
                   "UNION ALL SELECT 'centre', x.id FROM hangs CROSS JOIN centre AS x ON x.building = hangs.id "
                   "UNION ALL SELECT 'loan', x.id FROM hangs CROSS JOIN loan AS x ON x.building = hangs.id "
                   "UNION ALL SELECT 'standing', b.whole FROM hangs CROSS JOIN building AS b ON b.id = hangs.id "
                   "WHERE true ON CONFLICT DO NOTHING"});
}

/// The buildings whose certificates are due: those that they were counted for and those that they are of now.
Result<void> followCertificates(Database &database)
{
    return runAll(database,
                  {"INSERT INTO figure_due (entity, id) "
                   "SELECT 'standing', p.building FROM figure_due AS d CROSS JOIN figure_part AS p "
                   "ON p.entity = 'certificate' AND p.id = d.id WHERE d.entity = 'certificate' UNION "
                   "SELECT 'standing', m.whole FROM figure_due AS d CROSS JOIN certificate AS x ON x.id = d.id "
                   "CROSS JOIN building AS m ON m.id = x.building WHERE d.entity = 'certificate' "
                   "ON CONFLICT DO NOTHING"});
}

Result<void> renewParts(Database &database)
{
    static const QString into = QStringLiteral(
        "INSERT INTO figure_part (entity, id, building, city, day, steps, waiting, grade, band, verdict) "
        "SELECT '%1', f.id, f.building, f.city, f.day, f.steps, f.waiting, f.grade, f.band, f.verdict "
        "FROM figure_due AS d CROSS JOIN figure_of_%1 AS f ON f.id = d.id WHERE d.entity = '%1'");
    for (const char *entity : {"assignment", "inspection", "certificate"}) {
        if (auto added = done(database.run(into.arg(QLatin1String(entity)))); !added)
            return added;
    }
    return {};
}

/// What centres reported, month by month. Of two reports of a month the newer one is read: with one max() SQLite takes
/// the other columns from that row, and the outer query reads `newest`, or it would be free to leave it out.
Result<void> renewReports(Database &database)
{
    return runAll(database,
                  {"INSERT INTO figure_due (entity, id) SELECT 'report', q.centre || ' ' || q.month "
                   "FROM figure_due AS d CROSS JOIN occupancy_report AS q ON q.centre = d.id "
                   "WHERE d.entity = 'centre' AND q.month IS NOT NULL ON CONFLICT DO NOTHING",
                   "DELETE FROM figure_report WHERE (centre, month) IN (SELECT substr(id, 1, length(id) - 8), "
                   "substr(id, -7) FROM figure_due WHERE entity = 'report')",
                   "INSERT INTO figure_report (centre, month, city, seats, taken, freelancers, other_staff, paid) "
                   "SELECT centre, month, city, seats, taken, freelancers, other_staff, taken * rate FROM ("
                   "SELECT max(q.id) AS newest, z.id AS centre, q.month AS month, b.city AS city, "
                   "coalesce(q.seats, 0) AS seats, coalesce(q.seats_taken, 0) AS taken, "
                   "coalesce(q.data ->> 'freelancers', 0) AS freelancers, "
                   "coalesce(q.data ->> 'other_staff', 0) AS other_staff, "
                   "coalesce(q.data ->> 'seat_rate_paisa', 0) AS rate "
                   "FROM figure_due AS d CROSS JOIN centre AS z ON z.id = substr(d.id, 1, length(d.id) - 8) "
                   "CROSS JOIN building AS m ON m.id = z.building CROSS JOIN building AS b ON b.id = m.whole "
                   "CROSS JOIN city AS c ON c.id = b.city "
                   "CROSS JOIN occupancy_report AS q ON q.centre = z.id AND q.month = substr(d.id, -7) "
                   "WHERE d.entity = 'report' AND q.deleted = 0 AND z.deleted = 0 AND b.deleted = 0 "
                   "GROUP BY z.id, q.month) WHERE newest <> ''"});
}

Result<void> renewLoans(Database &database)
{
    return runAll(database, {"DELETE FROM figure_loan WHERE id IN (SELECT id FROM figure_due WHERE entity = 'loan')",
                             "INSERT INTO figure_loan (id, city, state, policy_version, principal_paisa, markup_bp, "
                             "tenor_months, grace_months) SELECT f.id, f.city, f.state, f.policy_version, "
                             "f.principal_paisa, f.markup_bp, f.tenor_months, f.grace_months "
                             "FROM figure_due AS d CROSS JOIN figure_of_loan AS f ON f.id = d.id "
                             "WHERE d.entity = 'loan'"});
}

using Place = std::tuple<QString, QString, int>; ///< month, province, tier
using Changes = QMap<Place, FigureCounts>;

/// Columns 0 to 4: day, province, tier, band, verdict.
FigureCounts &countsOf(Changes &changes, const QSqlQuery &row)
{
    return changes[{row.value(0).toString().left(7), row.value(1).toString(), row.value(2).toInt()}];
}

const QString kScored = QStringLiteral("FROM figure_due AS d CROSS JOIN figure_part AS p ON p.entity = d.entity "
                                       "AND p.id = d.id CROSS JOIN city AS c ON c.id = p.city ");

Result<void> takeOut(Database &database, Changes &changes)
{
    auto query = database.run(QStringLiteral("SELECT p.day, c.province, c.tier, p.band, p.verdict, p.answered, "
                                             "p.failed ") +
                              kScored + QStringLiteral("WHERE d.entity = 'inspection' AND p.band IS NOT NULL"));
    if (!query)
        return query.error();
    while ((*query)->next()) {
        const QSqlQuery &row = **query;
        countsOf(changes, row)
            .addVisit(row.value(3).toInt(), row.value(4).toString(), row.value(5).toByteArray(),
                      row.value(6).toByteArray(), -1);
    }
    return {};
}

/// A sheet that cannot be read answers nothing; whoever opens its record is told.
QByteArray bitsOf(const Result<QByteArray> &bits, const QString &id)
{
    if (bits)
        return *bits;
    qCWarning(lcStorage) << "the answers of" << id << "are counted nowhere:" << bits.error().detail;
    return {};
}

Result<void> putIn(Database &database, Changes &changes)
{
    FigureItems items(database);
    auto query = database.run(
        QStringLiteral("SELECT p.day, c.province, c.tier, p.band, p.verdict, p.id, CAST(x.failed AS BLOB), "
                       "CAST(x.sheet AS BLOB) ") +
        kScored +
        QStringLiteral("CROSS JOIN inspection AS x ON x.id = p.id WHERE d.entity = 'inspection' "
                       "AND p.band IS NOT NULL"));
    if (!query)
        return query.error();
    while ((*query)->next()) {
        const QSqlQuery &row = **query;
        const QString id = row.value(5).toString();
        const QByteArray failed = bitsOf(items.listed(row.value(6).toByteArray()), id);
        const QByteArray answered = bitsOf(items.answered(row.value(7).toByteArray()), id);
        countsOf(changes, row).addVisit(row.value(3).toInt(), row.value(4).toString(), answered, failed, 1);
        auto kept = done(database.run(
            QStringLiteral("UPDATE figure_part SET answered = ?, failed = ? WHERE entity = 'inspection' AND id = ?"),
            {answered, failed, id}));
        if (!kept) {
            (*query)->finish();
            return kept;
        }
    }
    return {};
}

Result<void> writeScored(Database &database, Changes &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it->isEmpty())
            continue;
        const auto &[month, province, tier] = it.key();
        const auto before = database.row(
            QStringLiteral("SELECT counts FROM figure_scored WHERE month = ? AND province = ? AND tier = ?"),
            {month, province, tier});
        if (!before)
            return before.error();
        if (before->has_value())
            it->addAll((*before)->first().toByteArray());
        auto written = done(
            database.run(QStringLiteral("INSERT INTO figure_scored (month, province, tier, counts) VALUES (?, ?, ?, ?) "
                                        "ON CONFLICT (month, province, tier) DO UPDATE SET counts = excluded.counts"),
                         {month, province, tier, it->toBytes()}));
        if (!written)
            return written;
    }
    return {};
}

Result<void> settle(Database &database)
{
    const auto everything = isDue(database, QStringLiteral("everything"));
    if (!everything)
        return everything.error();
    if (*everything) {
        if (auto begun = beginAnew(database); !begun)
            return begun;
    }
    if (auto followed = followBuildings(database); !followed)
        return followed;
    if (auto followed = followCertificates(database); !followed)
        return followed;
    Changes changes;
    if (auto taken = takeOut(database, changes); !taken)
        return taken;
    if (auto gone =
            runAll(database, {"DELETE FROM figure_part WHERE (entity, id) IN (SELECT entity, id FROM figure_due)"});
        !gone)
        return gone;
    if (auto renewed = renewParts(database); !renewed)
        return renewed;
    if (auto put = putIn(database, changes); !put)
        return put;
    if (auto written = writeScored(database, changes); !written)
        return written;
    if (auto stand = renewStanding(database); !stand)
        return stand;
    if (auto reported = renewReports(database); !reported)
        return reported;
    if (auto lent = renewLoans(database); !lent)
        return lent;
    return runAll(database, {"DELETE FROM figure_due"});
}

} // namespace

Result<void> settleFigures(Database &database)
{
    const auto due = isDue(database);
    if (!due)
        return due.error();
    if (!*due)
        return {};
    // Within a transaction a savepoint is a part of it, and one of its own elsewhere.
    if (auto begun = runAll(database, {"SAVEPOINT figures"}); !begun)
        return begun;
    auto settled = settle(database);
    if (!settled) {
        if (auto undone = runAll(database, {"ROLLBACK TO figures", "RELEASE figures"}); !undone)
            qCDebug(lcStorage) << "rollback:" << undone.error().detail; // SQLite had rolled back by itself
        return settled;
    }
    return runAll(database, {"RELEASE figures"});
}

Result<void> countFiguresAnew(Database &database)
{
    auto noted =
        runAll(database, {"INSERT INTO figure_due (entity, id) VALUES ('everything', '') ON CONFLICT DO NOTHING"});
    return noted ? settleFigures(database) : noted;
}

} // namespace markaz
