// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FileRepository's lists of evidence records: what pages show, and what an officer's laptop fetches by itself.
#include "core/storage/filerepository.h"
#include "core/support/clock.h"

namespace markaz {
namespace {

Result<QList<EvidenceRow>> rows(Database &database, const QString &rest, const QVariantList &values)
{
    auto query = database.run(QStringLiteral("SELECT e.id, e.item, e.kind, e.sha256, e.size, e.media_type, e.taken_at, "
                                             "e.received_at IS NOT NULL, e.data ->> 'latitude_e6', "
                                             "e.data ->> 'longitude_e6', e.data ->> 'accuracy_m', e.data ->> 'marks' "
                                             "FROM evidence AS e %1")
                                  .arg(rest),
                              values);
    if (!query)
        return query.error();
    QList<EvidenceRow> found;
    const QSqlQuery &cells = **query;
    while ((*query)->next()) {
        const auto taken = fromIso(cells.value(6).toString());
        std::optional<Position> position;
        if (!cells.isNull(8) && !cells.isNull(9)) {
            const auto made =
                Position::make(cells.value(8).toLongLong(), cells.value(9).toLongLong(), cells.value(10).toLongLong());
            position = made ? std::optional(*made) : std::nullopt;
        }
        found.append({cells.value(0).toString(), cells.value(1).toString(), cells.value(2).toString(),
                      cells.value(3).toString(), cells.value(4).toLongLong(), cells.value(5).toString(),
                      taken ? *taken : QDateTime(), cells.value(7).toBool(), position, cells.value(11).toString()});
    }
    return found;
}

} // namespace

Result<QList<EvidenceRow>> FileRepository::underReview() const
{
    return rows(m_database,
                QStringLiteral("JOIN inspection AS i ON i.id = e.inspection WHERE i.state = 'submitted' "
                               "AND i.deleted = 0 AND e.deleted = 0 AND e.received_at IS NOT NULL ORDER BY e.id"),
                {});
}

Result<QList<EvidenceRow>> FileRepository::ofInspection(const QString &inspectionId,
                                                        const std::optional<QString> &item) const
{
    if (!item)
        return rows(m_database, QStringLiteral("WHERE e.inspection = ? AND e.deleted = 0 ORDER BY e.id"),
                    {inspectionId});
    return rows(m_database,
                QStringLiteral("WHERE e.inspection = ? AND coalesce(e.item, '') = ? AND e.deleted = 0 ORDER BY e.id"),
                {inspectionId, *item});
}

Result<EvidenceCount> FileRepository::countOf(const QString &inspectionId) const
{
    const auto row = m_database.row(QStringLiteral("SELECT count(*), count(received_at) FROM evidence "
                                                   "WHERE inspection = ? AND deleted = 0"),
                                    {inspectionId});
    if (!row)
        return row.error();
    return EvidenceCount{row.value()->value(0).toInt(), row.value()->value(1).toInt()};
}

} // namespace markaz
