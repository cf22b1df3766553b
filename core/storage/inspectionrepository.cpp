// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/inspectionrepository.h"

#include "core/storage/assignmentrows.h"
#include "core/storage/jsonlist.h"
#include "core/support/clock.h"

namespace markaz {
namespace {

QDateTime instant(const QVariant &cell)
{
    const auto time = fromIso(cell.toString());
    return time ? *time : QDateTime();
}

QDate date(const QVariant &cell)
{
    return QDate::fromString(cell.toString(), Qt::ISODate);
}

Result<QList<InspectionRow>> inspections(Database &database, const QString &rest, const QVariantList &values)
{
    // The answers are counted only for the rows that are shown: the inner query picks those from an index.
    auto query = database.run(
        QStringLiteral(
            "SELECT i.id, i.building, b.code, b.name, c.name, c.tier, i.kind, i.state, i.revision, i.inspector, "
            "a.display_name, i.started_at, i.finished_at, "
            "(SELECT count(*) FROM json_each(i.sheet, '$.answers')), i.total_bp, i.verdict, i.standard_hash, "
            "EXISTS (SELECT 1 FROM outbox AS o WHERE o.record = i.id AND o.entity = 'inspection' "
            "AND o.state <> 'acknowledged'), b.city "
            "FROM inspection AS i LEFT JOIN building AS b ON b.id = i.building "
            "LEFT JOIN city AS c ON c.id = b.city LEFT JOIN account AS a ON a.id = i.inspector "
            "WHERE i.deleted = 0 AND i.id IN (SELECT id FROM inspection WHERE %1) "
            "ORDER BY i.started_at DESC, i.id DESC")
            .arg(rest),
        values);
    if (!query)
        return query.error();
    QList<InspectionRow> rows;
    const QSqlQuery &cells = **query;
    while ((*query)->next()) {
        InspectionRow row;
        row.id = cells.value(0).toString();
        row.buildingId = cells.value(1).toString();
        row.buildingCode = cells.value(2).toString();
        row.buildingName = cells.value(3).toString();
        row.city = cells.value(4).toString();
        row.tier = cells.isNull(5) ? 3 : cells.value(5).toInt();
        row.kind = cells.value(6).toString();
        row.state = cells.value(7).toString();
        row.revision = cells.value(8).toInt();
        row.inspectorId = cells.value(9).toString();
        row.inspectorName = cells.value(10).toString();
        row.startedAt = instant(cells.value(11));
        row.finishedAt = instant(cells.value(12));
        row.answered = cells.value(13).toInt();
        row.totalBp = cells.isNull(14) ? -1 : cells.value(14).toInt();
        row.verdict = cells.value(15).toString();
        row.standardHash = cells.value(16).toString();
        row.owed = cells.value(17).toBool();
        row.cityId = cells.value(18).toInt();
        rows.append(row);
    }
    return rows;
}

/// The open ones that \p which picks, by due date.
Result<QList<AssignmentRow>> openOnes(Database &database, const QString &which, const QVariantList &values)
{
    const auto rows = assignmentRows(
        database, QStringLiteral("assignment AS a"),
        QStringLiteral("WHERE %1 AND a.state = 'open' AND a.deleted = 0 ORDER BY a.due, b.code, a.id").arg(which),
        values);
    if (!rows)
        return rows.error();
    return QList<AssignmentRow>(rows->cbegin(), rows->cend());
}

/// The newest first; \p values: of \p which, then of \p end.
Result<QList<CertificateRow>> certificates(Database &database, const QDate &onDay, const QString &which,
                                           const QString &end, const QVariantList &values)
{
    auto query = database.run(
        QStringLiteral(
            "SELECT t.id, t.number, t.building, b.code, coalesce(b.name, t.data ->> 'building_name'), c.name, "
            "t.grade, t.seats, t.valid_from, t.valid_until, "
            "CASE WHEN t.state IN ('issued', 'suspended') AND t.valid_until < ? THEN 'expired' ELSE t.state END "
            "FROM certificate AS t LEFT JOIN building AS b ON b.id = t.building "
            "LEFT JOIN city AS c ON c.id = b.city WHERE t.deleted = 0%1 "
            "ORDER BY t.issued_at DESC, t.id DESC%2")
            .arg(which, end),
        QVariantList{onDay.toString(Qt::ISODate)} + values);
    if (!query)
        return query.error();
    QList<CertificateRow> rows;
    const QSqlQuery &cells = **query;
    while ((*query)->next()) {
        CertificateRow row;
        row.id = cells.value(0).toString();
        row.number = cells.value(1).toString();
        row.buildingId = cells.value(2).toString();
        row.buildingCode = cells.value(3).toString();
        row.buildingName = cells.value(4).toString();
        row.city = cells.value(5).toString();
        row.grade = cells.value(6).toString();
        row.seats = cells.value(7).toInt();
        row.validFrom = date(cells.value(8));
        row.validUntil = date(cells.value(9));
        row.state = cells.value(10).toString();
        rows.append(row);
    }
    return rows;
}

Result<std::optional<QString>> oneId(Database &database, const QString &sql, const QVariantList &values)
{
    const auto found = database.row(sql, values);
    if (!found)
        return found.error();
    return found.value() ? std::optional<QString>(found.value()->value(0).toString()) : std::nullopt;
}

Result<QStringList> allIds(Database &database, const QString &sql, const QVariantList &values)
{
    auto query = database.run(sql, values);
    if (!query)
        return query.error();
    QStringList ids;
    while ((*query)->next())
        ids.append((*query)->value(0).toString());
    return ids;
}

/// A decision that the server rejected asks for nothing any more, and does not stand in the way of another.
const QString kStillAsked = QStringLiteral("d.deleted = 0 AND NOT EXISTS (SELECT 1 FROM outbox o WHERE "
                                           "o.entity = 'decision' AND o.record = d.id AND o.state = 'dead')");

} // namespace

Result<QList<InspectionRow>> InspectionRepository::list(const QStringList &states, const QString &inspectorId,
                                                        int limit) const
{
    QStringList conditions{QStringLiteral("deleted = 0")};
    QVariantList values;
    if (!states.isEmpty()) {
        conditions.append(QStringLiteral("state IN (SELECT value FROM json_each(?))"));
        values.append(jsonList(states));
    }
    if (!inspectorId.isEmpty()) {
        conditions.append(QStringLiteral("inspector = ?"));
        values.append(inspectorId);
    }
    values.append(limit);
    return inspections(
        m_database,
        conditions.join(QLatin1String(" AND ")) + QStringLiteral(" ORDER BY started_at DESC, id DESC LIMIT ?"), values);
}

Result<QList<InspectionRow>> InspectionRepository::toTakeUpAgain(const QString &inspectorId, int limit) const
{
    return inspections(
        m_database,
        QStringLiteral("inspector = ? AND state = 'returned' AND deleted = 0 AND id NOT IN "
                       "(SELECT previous FROM inspection WHERE previous IS NOT NULL AND revision > 1 AND deleted = 0) "
                       "ORDER BY started_at DESC, id DESC LIMIT ?"),
        {inspectorId, limit});
}

Result<QList<InspectionRow>> InspectionRepository::ofBuilding(const QString &buildingId) const
{
    return inspections(
        m_database,
        QStringLiteral("building = ? UNION ALL SELECT x.id FROM building AS m CROSS JOIN inspection AS x "
                       "ON x.building = m.id WHERE m.whole = ?"),
        {buildingId, buildingId});
}

Result<QStringList> InspectionRepository::openDrafts(const QString &buildingId, const QString &inspectorId) const
{
    return allIds(m_database,
                  QStringLiteral("SELECT id FROM inspection WHERE building = ? AND inspector = ? AND state = 'draft' "
                                 "AND deleted = 0 ORDER BY started_at DESC, id DESC"),
                  {buildingId, inspectorId});
}

Result<std::optional<QString>> InspectionRepository::draftFor(const QString &buildingId, const QString &inspectorId,
                                                              const QString &kind, const QString &assignmentId) const
{
    if (assignmentId.isEmpty())
        return oneId(
            m_database,
            QStringLiteral("SELECT id FROM inspection WHERE building = ? AND inspector = ? AND state = 'draft' "
                           "AND deleted = 0 AND kind = ? "
                           "ORDER BY assignment IS NOT NULL, started_at DESC, id DESC LIMIT 1"),
            {buildingId, inspectorId, kind});
    return oneId(m_database,
                 QStringLiteral("SELECT id FROM inspection WHERE building = ? AND inspector = ? AND state = 'draft' "
                                "AND deleted = 0 AND assignment = ? ORDER BY started_at DESC, id DESC LIMIT 1"),
                 {buildingId, inspectorId, assignmentId});
}

Result<QStringList> InspectionRepository::handedIn(const QString &buildingId, const QString &inspectorId) const
{
    return allIds(m_database,
                  QStringLiteral("SELECT id FROM inspection WHERE building = ? AND inspector = ? AND "
                                 "visit_outcome = 'done' AND state IN ('submitted', 'accepted') AND deleted = 0 "
                                 "ORDER BY started_at DESC, id DESC"),
                  {buildingId, inspectorId});
}

Result<std::optional<QString>> InspectionRepository::nextRevisionOf(const QString &returnedId) const
{
    return oneId(m_database,
                 QStringLiteral("SELECT id FROM inspection WHERE previous = ? AND previous IS NOT NULL AND revision > "
                                "1 AND deleted = 0 LIMIT 1"),
                 {returnedId});
}

Result<QList<AssignmentRow>> InspectionRepository::openAssignments(const QString &inspectorId) const
{
    return openOnes(m_database, QStringLiteral("a.inspector = ?"), {inspectorId});
}

Result<QList<AssignmentRow>> InspectionRepository::openAssignmentsOn(const QString &buildingId) const
{
    return openOnes(m_database,
                    QStringLiteral("a.building IN (SELECT ? UNION SELECT id FROM building WHERE whole = ?)"),
                    {buildingId, buildingId});
}

Result<std::optional<QString>> InspectionRepository::previousOf(const QString &inspectionId) const
{
    return oneId(m_database,
                 QStringLiteral("SELECT p.id FROM inspection AS i JOIN inspection AS p ON p.id = i.previous OR "
                                "(p.building = i.building AND p.state = 'accepted' AND p.started_at <= i.started_at) "
                                "WHERE i.id = ? AND p.id <> i.id AND p.deleted = 0 "
                                "ORDER BY p.id = i.previous DESC, p.started_at DESC, p.id DESC LIMIT 1"),
                 {inspectionId});
}

Result<std::optional<QString>> InspectionRepository::judgedBeside(const QString &inspectionId) const
{
    return oneId(m_database,
                 QStringLiteral("SELECT p.id FROM inspection AS i JOIN inspection AS p ON p.id = i.previous OR "
                                "(p.building = i.building AND p.state IN ('accepted', 'rejected') AND "
                                "p.visit_outcome = 'done' AND p.started_at <= i.started_at) "
                                "WHERE i.id = ? AND p.id <> i.id AND p.deleted = 0 "
                                "ORDER BY p.id = i.previous DESC, p.started_at DESC, p.id DESC LIMIT 1"),
                 {inspectionId});
}

Result<QStringList> InspectionRepository::reviewsOf(const QString &inspectionId) const
{
    return allIds(m_database,
                  QStringLiteral("SELECT r.id FROM review r WHERE r.inspection = ? AND r.deleted = 0 AND NOT EXISTS "
                                 "(SELECT 1 FROM outbox o WHERE o.entity = 'review' AND o.record = r.id AND o.state = "
                                 "'dead') ORDER BY r.made_at, r.id"),
                  {inspectionId});
}

Result<QList<CertificateRow>> CertificateRepository::list(const QDate &onDay, int limit) const
{
    return certificates(m_database, onDay, QString(), QStringLiteral(" LIMIT ?"), {limit});
}

Result<QList<CertificateRow>> CertificateRepository::ofBuilding(const QString &buildingId, const QDate &onDay) const
{
    return certificates(m_database, onDay,
                        QStringLiteral(" AND t.building IN (SELECT ? UNION SELECT id FROM building WHERE whole = ?)"),
                        QString(), {buildingId, buildingId});
}

Result<std::optional<QString>> CertificateRepository::ofInspection(const QString &inspectionId) const
{
    return oneId(m_database,
                 QStringLiteral("SELECT id FROM certificate WHERE inspection = ? AND deleted = 0 "
                                "ORDER BY issued_at DESC, id DESC LIMIT 1"),
                 {inspectionId});
}

Result<bool> CertificateRepository::issueAsked(const QString &inspectionId) const
{
    const auto found = issueDecisionOf(inspectionId);
    if (!found)
        return found.error();
    return found->has_value();
}

Result<bool> CertificateRepository::inForceOf(const QString &buildingId, const QDate &onDay) const
{
    const auto found =
        m_database.row(QStringLiteral("SELECT EXISTS (SELECT 1 FROM certificate WHERE building = ? AND deleted = 0 AND "
                                      "state IN ('issued', 'suspended') AND valid_until >= ?)"),
                       {buildingId, onDay.toString(Qt::ISODate)});
    if (!found)
        return found.error();
    return found.value()->value(0).toBool();
}

Result<std::optional<QString>> CertificateRepository::currentOf(const QString &buildingId) const
{
    return oneId(
        m_database,
        QStringLiteral("SELECT t.id FROM (SELECT ? AS id UNION SELECT id FROM building WHERE whole = ?) AS m "
                       "CROSS JOIN certificate AS t ON t.building = m.id WHERE t.deleted = 0 "
                       "ORDER BY t.state = 'superseded', t.building <> ?, t.issued_at DESC, t.id DESC LIMIT 1"),
        {buildingId, buildingId, buildingId});
}

Result<std::optional<QString>> CertificateRepository::byNumber(const QString &number) const
{
    return oneId(m_database, QStringLiteral("SELECT id FROM certificate WHERE number = ? AND deleted = 0"), {number});
}

Result<std::optional<QString>> CertificateRepository::issueDecisionOf(const QString &inspectionId) const
{
    return oneId(
        m_database,
        QStringLiteral(
            "SELECT d.id FROM decision d WHERE d.inspection = ? AND d.kind IN ('issue', 'renew') AND %1 LIMIT 1")
            .arg(kStillAsked),
        {inspectionId});
}

Result<std::optional<QString>> CertificateRepository::waitingDecisionOn(const QString &certificateId) const
{
    return oneId(m_database,
                 QStringLiteral("SELECT d.id FROM decision d WHERE d.certificate = ? AND d.rev = 0 AND %1 LIMIT 1")
                     .arg(kStillAsked),
                 {certificateId});
}

} // namespace markaz
