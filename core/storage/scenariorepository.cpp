// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/scenariorepository.h"

namespace markaz {
namespace {

/// The average of a column: sum and number, so that whole numbers are rounded half up here and nowhere else.
template <class T>
std::optional<T> average(const QVariant &sum, const QVariant &number)
{
    const qint64 count = number.toLongLong();
    return count > 0 ? std::optional(static_cast<T>((sum.toLongLong() + count / 2) / count)) : std::nullopt;
}

} // namespace

Result<QList<ScenarioRow>> ScenarioRepository::rows() const
{
    auto query = m_database.run(
        QStringLiteral("SELECT s.id, s.name, s.author, a.display_name, s.made_at, s.rev = 0 FROM scenario AS s "
                       "LEFT JOIN account AS a ON a.id = s.author WHERE s.deleted = 0 "
                       "ORDER BY s.name COLLATE NOCASE, s.made_at DESC, s.id DESC"),
        {});
    if (!query)
        return query.error();
    QList<ScenarioRow> rows;
    const QSqlQuery &cells = **query;
    while ((*query)->next())
        rows.append({cells.value(0).toString(), cells.value(1).toString(), cells.value(2).toString(),
                     cells.value(3).toString(), cells.value(4).toString(), cells.value(5).toBool()});
    return rows;
}

Result<RecordedAverages> ScenarioRepository::averages() const
{
    const auto loans = m_database.row(
        QStringLiteral("SELECT count(*), sum(principal_paisa), sum(data ->> 'tenor_months'), "
                       "sum(data ->> 'grace_months'), sum(coalesce(data ->> 'markup_bp', (data ->> 'spread_bp') + "
                       "(data ->> 'kibor_bp'))) FROM loan WHERE deleted = 0 AND state IN ('applied', 'approved', "
                       "'paid_out')"),
        {});
    if (!loans)
        return loans.error();
    const auto centres = m_database.row(
        QStringLiteral("SELECT count(*), sum(seats), sum(seat_rate_paisa) FROM centre WHERE deleted = 0 AND closed_on "
                       "IS NULL"),
        {});
    if (!centres)
        return centres.error();
    auto tiers = m_database.run(
        QStringLiteral("SELECT y.tier, count(*) FROM centre AS c JOIN building AS b ON b.id = c.building "
                       "JOIN city AS y ON y.id = b.city WHERE c.deleted = 0 AND c.closed_on IS NULL GROUP BY y.tier"),
        {});
    if (!tiers)
        return tiers.error();
    RecordedAverages found;
    while ((*tiers)->next())
        found.centresByTier[static_cast<std::size_t>((*tiers)->value(0).toInt() - 1)] = (*tiers)->value(1).toInt();
    const auto taken = m_database.row(
        QStringLiteral("SELECT sum(r.seats_taken), sum(r.seats) FROM centre AS c JOIN occupancy_report AS r ON r.id = "
                       "(SELECT o.id FROM occupancy_report AS o WHERE o.centre = c.id AND o.deleted = 0 AND o.seats > "
                       "0 ORDER BY o.month DESC, o.id DESC LIMIT 1) WHERE c.deleted = 0 AND c.closed_on IS NULL"),
        {});
    if (!taken)
        return taken.error();
    if (const auto &row = *loans) {
        found.loans = row->value(0).toInt();
        found.principalPaisa = average<qint64>(row->value(1), row->value(0));
        found.tenorMonths = average<int>(row->value(2), row->value(0));
        found.graceMonths = average<int>(row->value(3), row->value(0));
        found.markupBp = average<int>(row->value(4), row->value(0));
    }
    if (const auto &row = *centres) {
        found.centres = row->value(0).toInt();
        found.seats = average<int>(row->value(1), row->value(0));
        found.seatRatePaisa = average<qint64>(row->value(2), row->value(0));
    }
    if (const auto &row = *taken; row && row->value(1).toLongLong() > 0)
        found.occupancyBp =
            static_cast<int>((row->value(0).toLongLong() * 20'000 / row->value(1).toLongLong() + 1) / 2);
    return found;
}

} // namespace markaz
