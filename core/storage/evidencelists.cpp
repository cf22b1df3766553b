// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FileRepository's lists of evidence records: what pages show, and what an officer's laptop fetches by itself.
#include "core/domain/visitfiles.h"
#include "core/storage/filerepository.h"
#include "core/support/clock.h"

#include <limits>

namespace markaz {
namespace {

/// The inspections that \p which picks, and the returned revisions before each of them. 2026-11-29: followed where
/// files are listed and counted; records of their own for the same files would be new evidence with an old time. A
/// follow-up does not follow the visit before it, whose carried answers rest on that visit's own files.
QString withEarlier(const char *which)
{
    return QStringLiteral(
               "WITH RECURSIVE visit(id, previous, revision) AS (SELECT id, previous, revision FROM inspection "
               "WHERE %1 UNION SELECT p.id, p.previous, p.revision FROM inspection AS p JOIN visit "
               "ON p.id = visit.previous AND visit.revision > 1) ")
        .arg(QLatin1String(which));
}

const char *const kOfVisit = "JOIN visit AS v ON v.id = e.inspection WHERE e.deleted = 0 "
                             "AND (e.inspection = ? OR e.kind <> 'signature')";

/// \p with: what stands before the SELECT; \p revision: the expression of EvidenceRow::earlier.
Result<QList<EvidenceRow>> rows(Database &database, const QString &with, const QString &revision, const QString &rest,
                                const QVariantList &values)
{
    auto query =
        database.run(QStringLiteral("%1SELECT e.id, e.item, e.kind, e.sha256, e.size, e.media_type, e.taken_at, "
                                    "e.received_at IS NOT NULL, e.data ->> 'latitude_e6', "
                                    "e.data ->> 'longitude_e6', e.data ->> 'accuracy_m', e.data ->> 'marks', %2 "
                                    "FROM evidence AS e %3")
                         .arg(with, revision, rest),
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
                      taken ? *taken : QDateTime(), cells.value(7).toBool(), position, cells.value(11).toString(),
                      cells.value(12).toInt()});
    }
    return found;
}

} // namespace

Result<QList<EvidenceRow>> FileRepository::underReview() const
{
    return rows(m_database, withEarlier("state = 'submitted' AND deleted = 0"), QStringLiteral("0"),
                QStringLiteral("JOIN visit AS v ON v.id = e.inspection WHERE e.deleted = 0 "
                               "AND e.received_at IS NOT NULL ORDER BY e.id"),
                {});
}

Result<QList<EvidenceRow>> FileRepository::ofInspection(const QString &inspectionId,
                                                        const std::optional<QString> &item) const
{
    if (!item)
        return rows(m_database, {}, QStringLiteral("0"),
                    QStringLiteral("WHERE e.inspection = ? AND e.deleted = 0 ORDER BY e.id"), {inspectionId});
    return rows(m_database, {}, QStringLiteral("0"),
                QStringLiteral("WHERE e.inspection = ? AND coalesce(e.item, '') = ? AND e.deleted = 0 ORDER BY e.id"),
                {inspectionId, *item});
}

Result<QList<EvidenceRow>> FileRepository::ofLoan(const QString &loanId) const
{
    return rows(m_database, {}, QStringLiteral("0"), QStringLiteral("WHERE e.loan = ? AND e.deleted = 0 ORDER BY e.id"),
                {loanId});
}

Result<QList<EvidenceRow>> FileRepository::photosOf(const QString &buildingId) const
{
    return rows(m_database, {}, QStringLiteral("0"),
                QStringLiteral("JOIN inspection AS i ON i.id = e.inspection WHERE e.deleted = 0 AND i.deleted = 0 "
                               "AND e.kind = 'photo' AND i.building IN (SELECT ? UNION SELECT id FROM building "
                               "WHERE whole = ?) ORDER BY e.id DESC"),
                {buildingId, buildingId});
}

Result<QList<EvidenceRow>> FileRepository::ofVisit(const QString &inspectionId,
                                                   const std::optional<QString> &item) const
{
    QVariantList values{inspectionId, inspectionId, inspectionId};
    QString rest = QLatin1String(kOfVisit);
    if (item) {
        rest += QLatin1String(" AND coalesce(e.item, '') = ?");
        values.append(*item);
    }
    auto files =
        rows(m_database, withEarlier("id = ?"), QStringLiteral("CASE WHEN e.inspection = ? THEN 0 ELSE v.revision END"),
             rest + QLatin1String(" ORDER BY e.id"), values);
    if (!files)
        return files;
    constexpr qint64 kNewest = std::numeric_limits<qint64>::max(); // whatever its number is
    QList<VisitFile> places;
    for (const EvidenceRow &file : std::as_const(*files))
        places.append({file.earlier == 0 ? kNewest : file.earlier, file.item, file.kind, file.received});
    const QList<bool> rests = restsOn(places, kNewest);
    for (qsizetype i = 0; i < files->size(); ++i)
        (*files)[i].replaced = !rests.at(i);
    return files;
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

Result<EvidenceCount> FileRepository::countOfVisit(const QString &inspectionId) const
{
    const auto files = ofVisit(inspectionId);
    if (!files)
        return files.error();
    EvidenceCount count;
    for (const EvidenceRow &file : *files) {
        count.all += file.replaced ? 0 : 1;
        count.received += file.received ? 1 : 0;
    }
    return count;
}

} // namespace markaz
