// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/centrerepository.h"

#include "core/domain/citynames.h"
#include "core/storage/jsonlist.h"
#include "core/storage/liketext.h"
#include "core/storage/policyrepository.h"
#include "core/support/programmeday.h"

#include <algorithm>

namespace markaz {
namespace {

const QString kWhole = QStringLiteral("b.whole");

/// The id of the certificate that a centre at the whole building %1 goes by: the one in force today (bound), else the
/// newest.
const QString kCertificate = QStringLiteral(
    "(SELECT k.id FROM building AS m CROSS JOIN certificate AS k ON k.building = m.id WHERE m.whole = %1 AND "
    "k.deleted = 0 ORDER BY (k.state = 'issued' AND k.valid_until >= ?) DESC, k.issued_at DESC, k.id DESC LIMIT 1)");

/// Whether the surveillance visit of the certificate t of the whole building %1 was handed in.
const QString kSurveyed = QStringLiteral(
    "EXISTS (SELECT 1 FROM building AS m CROSS JOIN inspection AS i ON i.building = m.id WHERE m.whole = %1 AND "
    "i.kind = 'surveillance' AND i.state IN ('submitted', 'accepted') AND i.visit_outcome = 'done' AND "
    "i.started_at >= t.issued_at AND i.deleted = 0)");

/// Ids of the centres of which, or of a month of which, something has not been taken by the server yet. It names no
/// centre, so that it is read once for all of them, by way of what waits and of nothing else.
const QString kOwed = QStringLiteral(
    "(SELECT o.record FROM outbox AS o WHERE o.state <> 'acknowledged' AND o.entity = 'centre' UNION ALL "
    "SELECT p.centre FROM outbox AS o CROSS JOIN occupancy_report AS p ON p.id = o.record "
    "WHERE o.state <> 'acknowledged' AND o.entity = 'occupancy_report')");

/// What is read of the certificate t of the whole building %1.
const QString kOfCertificate = QStringLiteral(
    "t.id, t.number, t.grade, t.seats, t.state, t.issued_at, t.valid_until, t.data ->> 'surveillance_due', %2, "
    "EXISTS (SELECT 1 FROM building AS m CROSS JOIN assignment AS a ON a.building = m.id WHERE m.whole = %1 AND "
    "a.kind = 'surveillance' AND a.state = 'open' AND a.deleted = 0)");

QString iso(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

QDate dayOf(const QVariant &cell)
{
    return QDate::fromString(cell.toString(), Qt::ISODate);
}

/// \p cells: of a query or a row.
template <class Cells>
Result<CentreCertificate> certificateAt(const Cells &cells, int at)
{
    CentreCertificate certificate;
    certificate.id = cells.value(at).toString();
    if (certificate.id.isEmpty())
        return certificate;
    certificate.number = cells.value(at + 1).toString();
    certificate.grade = cells.value(at + 2).toString();
    certificate.seats = cells.value(at + 3).toInt();
    const auto state = parse<CertificateState>(cells.value(at + 4).toString());
    if (!state)
        return state.error();
    certificate.state = *state;
    certificate.issued = programmeDay(cells.value(at + 5).toString());
    certificate.validUntil = dayOf(cells.value(at + 6));
    certificate.surveillanceDue = dayOf(cells.value(at + 7));
    certificate.surveillanceMade = cells.value(at + 8).toBool();
    certificate.surveillanceGiven = cells.value(at + 9).toBool();
    return certificate;
}

} // namespace

bool CentreRow::holds(const QString &text) const
{
    const QString typed = text.trimmed();
    const auto in = [&typed](const QString &words) { return words.contains(typed, Qt::CaseInsensitive); };
    return in(name) || in(buildingCode) || in(buildingName) || in(city);
}

QString CentreRepository::query(const QString &where)
{
    return QStringLiteral(
               "SELECT z.id, z.building, b.code, z.name, c.name, c.province, z.seats, z.seat_rate_paisa, "
               "r.month, r.seats, r.seats_taken, z.id IN %1, b.name, z.closed_on, b.city, %2 "
               "FROM centre AS z LEFT JOIN building AS b ON b.id = z.building LEFT JOIN city AS c ON c.id = b.city "
               "LEFT JOIN certificate AS t ON t.id = %3 LEFT JOIN occupancy_report AS r ON r.id = "
               "(SELECT q.id FROM occupancy_report AS q WHERE q.centre = z.id AND q.deleted = 0 "
               "ORDER BY q.month DESC, q.id DESC LIMIT 1) "
               "WHERE z.deleted = 0 AND %4 ORDER BY z.name COLLATE NOCASE, z.id")
        .arg(kOwed, kOfCertificate.arg(kWhole, kSurveyed.arg(kWhole)), kCertificate.arg(kWhole), where);
}

Result<QList<CentreRow>> CentreRepository::read(const QString &where, const QVariantList &values,
                                                const QDate &today) const
{
    auto query = m_database.run(CentreRepository::query(where), QVariantList{iso(today)} + values);
    if (!query)
        return query.error();
    QList<CentreRow> rows;
    const QSqlQuery &cells = **query;
    while ((*query)->next()) {
        CentreRow row;
        row.id = cells.value(0).toString();
        row.buildingId = cells.value(1).toString();
        row.buildingCode = cells.value(2).toString();
        row.name = cells.value(3).toString();
        row.city = cells.value(4).toString();
        row.province = cells.value(5).toString();
        row.seats = cells.value(6).toInt();
        row.seatRatePaisa = cells.value(7).toLongLong();
        row.lastMonth = cells.value(8).toString();
        row.lastSeats = cells.value(9).toInt();
        row.lastTaken = cells.value(10).toInt();
        row.owed = cells.value(11).toBool();
        row.buildingName = cells.value(12).toString();
        row.closedOn = dayOf(cells.value(13));
        row.cityId = cells.value(14).toInt();
        auto certificate = certificateAt(cells, 15);
        if (!certificate) {
            (*query)->finish();
            return certificate.error();
        }
        row.certificate = std::move(certificate).value();
        rows.append(row);
    }
    return rows;
}

Result<qint64> CentreRepository::rateCeiling(int version, qint64 known, const QDate &day) const
{
    const PolicyRepository policies(m_database);
    const auto inForce = policies.inForceOn(day);
    if (!inForce)
        return inForce.error();
    if (!inForce.value() || (*inForce)->version <= version)
        return known;
    const auto body = policies.body((*inForce)->id);
    if (!body)
        return body.error();
    const QJsonValue ceiling = body.value()
                                   .value_or(QJsonObject())
                                   .value(QStringLiteral("seat_rate"))
                                   .toObject()
                                   .value(QStringLiteral("ceiling_paisa"));
    return ceiling.isDouble() ? ceiling.toInteger() : known;
}

Result<QList<CentreRow>> CentreRepository::rows(const QDate &today) const
{
    return read(QStringLiteral("1"), {}, today);
}

Result<CentreRow> CentreRepository::row(const QString &id, const QDate &today) const
{
    auto found = read(QStringLiteral("z.id = ?"), {id}, today);
    if (!found)
        return found.error();
    if (found->isEmpty())
        return makeError(ErrorCode::NotFound, QStringLiteral("no such centre"), QStringLiteral("centre"));
    return found->first();
}

Result<int> CentreRepository::overdue(const QDate &today) const
{
    const auto found = m_database.row(
        QStringLiteral("SELECT count(*) FROM centre AS z LEFT JOIN building AS b ON b.id = z.building "
                       "LEFT JOIN certificate AS t ON t.id = %1 WHERE z.deleted = 0 AND z.closed_on IS NULL AND "
                       "(t.id IS NULL OR t.state <> 'issued' OR t.valid_until < ? OR z.seats > t.seats OR "
                       "(t.data ->> 'surveillance_due' < ? AND NOT %2))")
            .arg(kCertificate.arg(kWhole), kSurveyed.arg(kWhole)),
        {iso(today), iso(today), iso(today)});
    if (!found)
        return found.error();
    return found.value()->value(0).toInt();
}

Result<CentreCertificate> CentreRepository::certificateOf(const QString &buildingId, const QDate &today) const
{
    const auto found =
        m_database.row(QStringLiteral("SELECT %1 FROM building AS b JOIN certificate AS t ON t.id = %2 "
                                      "WHERE b.id = ?")
                           .arg(kOfCertificate.arg(kWhole, kSurveyed.arg(kWhole)), kCertificate.arg(kWhole)),
                       {iso(today), buildingId});
    if (!found)
        return found.error();
    return found.value() ? certificateAt(*found.value(), 0) : CentreCertificate();
}

Result<QList<MonthCarrier>> CentreRepository::carriers(const QString &buildingId, const QDate &today) const
{
    auto query = m_database.run(
        QStringLiteral("SELECT k.state, k.data ->> 'valid_from', k.valid_until, k.data ->> 'state_at', k.seats "
                       "FROM building AS b JOIN building AS m ON m.whole = b.whole CROSS JOIN certificate AS k "
                       "ON k.building = m.id WHERE b.id = ? AND k.deleted = 0 ORDER BY k.id"),
        {buildingId});
    if (!query)
        return query.error();
    QList<MonthCarrier> all;
    const QSqlQuery &cells = **query;
    while ((*query)->next()) {
        const auto state = parse<CertificateState>(cells.value(0).toString());
        if (!state) {
            (*query)->finish();
            return state.error();
        }
        all.append(makeCarrier(stageAt(*state, dayOf(cells.value(2)), today), dayOf(cells.value(1)),
                               dayOf(cells.value(2)), cells.value(3).toString(), cells.value(4).toInt()));
    }
    return all;
}

Result<std::optional<CentreCertificate>> CentreRepository::carrying(const QString &buildingId, const QDate &today) const
{
    auto certificate = certificateOf(buildingId, today);
    if (!certificate)
        return certificate.error();
    if (!centre::carries(certificate->stage(today)))
        return std::optional<CentreCertificate>();
    return std::optional(std::move(certificate).value());
}

Result<std::optional<QString>> CentreRepository::first(const QString &sql, const QVariantList &values) const
{
    const auto found = m_database.row(sql, values);
    if (!found)
        return found.error();
    return found.value() ? std::optional<QString>(found.value()->value(0).toString()) : std::nullopt;
}

Result<std::optional<QString>> CentreRepository::centreOf(const QString &buildingId) const
{
    return first(
        QStringLiteral("SELECT z.id FROM building AS b JOIN building AS m ON m.whole = b.whole CROSS JOIN "
                       "centre AS z ON z.building = m.id WHERE b.id = ? AND z.deleted = 0 AND z.closed_on IS NULL "
                       "ORDER BY z.id"),
        {buildingId});
}

Result<std::optional<QString>> CentreRepository::named(const QString &codeOrName) const
{
    const QString typed = codeOrName.trimmed();
    auto byCode = first(QStringLiteral("SELECT z.id FROM building AS b JOIN building AS m ON m.whole = b.whole CROSS "
                                       "JOIN centre AS z ON z.building = m.id WHERE b.code = ? AND z.deleted = 0 "
                                       "ORDER BY z.closed_on IS NOT NULL, z.closed_on DESC, z.id"),
                        {typed.toUpper()});
    if (!byCode || *byCode)
        return byCode;
    // The one that is open; one that was closed where none is. Of several nobody knows which is meant.
    return first(
        QStringLiteral("SELECT max(z.id) FROM centre AS z WHERE z.name = ? COLLATE NOCASE AND z.deleted = 0 AND "
                       "(z.closed_on IS NULL) = EXISTS (SELECT 1 FROM centre AS o WHERE o.name = ? COLLATE NOCASE AND "
                       "o.deleted = 0 AND o.closed_on IS NULL) GROUP BY z.name COLLATE NOCASE HAVING count(*) = 1"),
        {typed, typed});
}

Result<QStringList> CentreRepository::months(const QString &centreId) const
{
    auto query = m_database.run(QStringLiteral("SELECT id FROM occupancy_report WHERE centre = ? AND deleted = 0 "
                                               "ORDER BY month DESC, id DESC"),
                                {centreId});
    if (!query)
        return query.error();
    QStringList ids;
    while ((*query)->next())
        ids.append((*query)->value(0).toString());
    return ids;
}

Result<QStringList> CentreRepository::reportedMonths(const QString &centreId) const
{
    auto query = m_database.run(
        QStringLiteral("SELECT DISTINCT month FROM occupancy_report WHERE centre = ? AND deleted = 0 ORDER BY month"),
        {centreId});
    if (!query)
        return query.error();
    QStringList months;
    while ((*query)->next())
        months.append((*query)->value(0).toString());
    return months;
}

Result<QList<OpenDays>> CentreRepository::openDaysBeside(const QString &buildingId, const QString &centreId) const
{
    auto query = m_database.run(
        QStringLiteral("SELECT z.data ->> 'opened_on', z.closed_on FROM building AS b JOIN building AS m ON "
                       "m.whole = b.whole CROSS JOIN centre AS z ON z.building = m.id WHERE b.id = ? AND z.id <> ? AND "
                       "z.deleted = 0 ORDER BY z.id"),
        {buildingId, centreId});
    if (!query)
        return query.error();
    QList<OpenDays> all;
    while ((*query)->next())
        all.append({dayOf((*query)->value(0)), dayOf((*query)->value(1))});
    return all;
}

Result<std::optional<QString>> CentreRepository::reportOf(const QString &centreId, const QString &month) const
{
    return first(QStringLiteral("SELECT id FROM occupancy_report WHERE centre = ? AND month = ? AND deleted = 0 "
                                "ORDER BY id"),
                 {centreId, month});
}

Result<QList<OpenableBuilding>> CentreRepository::openable(const QString &text, const QDate &today, int most) const
{
    const QString holding = likeHolding(text.trimmed());
    auto query = m_database.run(
        QStringLiteral(
            "SELECT b.id, b.code, b.name, c.name, t.number, t.seats, b.city FROM certificate AS t "
            "JOIN building AS m ON m.id = t.building JOIN building AS b ON b.id = m.whole "
            "LEFT JOIN city AS c ON c.id = b.city WHERE t.state = 'issued' AND t.valid_until >= ? AND t.deleted = 0 "
            "AND b.deleted = 0 AND (b.code LIKE ? ESCAPE '\\' OR b.name LIKE ? ESCAPE '\\' OR "
            "c.name LIKE ? ESCAPE '\\' OR b.city IN (SELECT value FROM json_each(?))) "
            "AND NOT EXISTS (SELECT 1 FROM building AS s CROSS JOIN centre AS z ON z.building = s.id "
            "WHERE s.whole = b.id AND z.deleted = 0 AND z.closed_on IS NULL) ORDER BY b.code, b.id LIMIT ?"),
        {iso(today), holding, holding, holding, jsonList(citiesCalled(text)), most});
    if (!query)
        return query.error();
    QList<OpenableBuilding> all;
    const QSqlQuery &cells = **query;
    while ((*query)->next()) {
        all.append({cells.value(0).toString(), cells.value(1).toString(), cells.value(2).toString(),
                    cells.value(6).toInt(), cells.value(3).toString(), cells.value(4).toString(),
                    cells.value(5).toInt()});
    }
    return all;
}

} // namespace markaz
