// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/monthlyfigures.h"

#include "core/domain/certificatelifecycle.h"
#include "core/storage/dashboardsql.h"
#include "core/storage/inforce.h"
#include "core/storage/jsonlist.h"
#include "core/support/programmeday.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

#include <array>

namespace markaz {

using namespace dashboardsql;

namespace {

using Counts = QMap<QString, MonthlyCounts>;

const QString kScope = QStringLiteral(" AND c.province IN (SELECT value FROM json_each(?))");
const QString kByProvince = QStringLiteral(" GROUP BY c.province");

/// Of a record that is there: neither removed, nor one whose creation the server has rejected, which is on this laptop
/// alone.
QString there(const char *alias, const char *entity)
{
    return QStringLiteral("%1.deleted = 0 AND NOT EXISTS (SELECT 1 FROM outbox AS o WHERE o.entity = '%2' AND "
                          "o.record = %1.id AND o.kind = 'create' AND o.state = 'dead')")
        .arg(QLatin1String(alias), QLatin1String(entity));
}

/// A visit that was handed in, and that the server has.
QString handedIn(const char *alias)
{
    return there(alias, "inspection") + QStringLiteral(" AND ") + visitTaken(alias);
}

QString inPeriod(const char *moment)
{
    return QStringLiteral(" AND %1 >= ? AND %1 < ?").arg(QLatin1String(moment));
}

/// Of each building the newest certificate in force at the end of a day, as DashboardRepository finds it: with one
/// max() SQLite takes the other columns from that row. Whoever reads it asks for `newest`, or the choice of the row is
/// left out with it. Its values: the day, the first moment behind it, the provinces.
QString inForceThen()
{
    return QStringLiteral(
               "(SELECT max(x.issued_at || x.id) AS newest, b.id AS building, b.code AS code, b.name AS name, "
               "c.id AS city, c.province AS province, x.number AS number, x.grade AS grade, x.seats AS seats, "
               "x.issued_at AS issued_at, x.valid_until AS valid_until, x.data ->> 'surveillance_due' AS due "
               "FROM ") +
           inForceAtDay() + QStringLiteral(" CROSS JOIN certificate AS x") + join() +
           QStringLiteral("WHERE x.deleted = 0 AND ") + certificateInForce() + kScope +
           QStringLiteral(" GROUP BY b.id)");
}

struct Period
{
    QVariant provinces;
    QDate from;
    QDate to;
    QVariant begin; ///< first moment
    QVariant end;   ///< first moment behind it

    QVariantList moments() const { return {begin, end, provinces}; }
    QVariantList inForce() const { return {to.toString(Qt::ISODate), end, provinces}; }
};

/// Adds up what \p sql says of each province: its code first, then a number for each of \p members.
Result<void> count(Database &database, const QString &sql, const QVariantList &values, Counts &counts,
                   const QList<int MonthlyCounts::*> &members)
{
    auto query = database.run(sql, values);
    if (!query)
        return query.error();
    while ((*query)->next()) {
        MonthlyCounts &of = counts[(*query)->value(0).toString()];
        for (qsizetype i = 0; i < members.size(); ++i)
            of.*members[i] += (*query)->value(static_cast<int>(i) + 1).toInt();
    }
    return {};
}

Result<void> countBuildings(Database &database, const Period &period, Counts &counts)
{
    // Taken before the period's end and not before its beginning.
    const auto before = [](const QDate &day) {
        const QDateTime moment = programmeInstant(day);
        return QVariantList{toIso(moment), firstId(moment)};
    };
    return count(database,
                 QStringLiteral("SELECT c.province, count(*) FROM building AS b JOIN city AS c ON c.id = b.city "
                                "WHERE b.merged_into IS NULL AND b.rev > 0 AND ") +
                     there("b", "building") + QStringLiteral(" AND NOT (") + takenBefore("b") +
                     QStringLiteral(") AND ") + takenBefore("b") + kScope + kByProvince,
                 before(period.from) + before(period.to.addDays(1)) + QVariantList{period.provinces}, counts,
                 {&MonthlyCounts::buildingsAdded});
}

Result<void> countVisits(Database &database, const Period &period, Counts &counts)
{
    auto counted =
        count(database,
              QStringLiteral("SELECT c.province, count(*), sum(x.visit_outcome IS NOT 'done') "
                             "FROM inspection AS x") +
                  join() + QStringLiteral("WHERE ") + handedIn("x") + inPeriod("x.counted_at") + kScope + kByProvince,
              period.moments(), counts, {&MonthlyCounts::visits, &MonthlyCounts::notMade});
    if (!counted)
        return counted;
    return count(
        database,
        QStringLiteral("SELECT c.province, sum(r.decision = 'accept'), sum(r.decision = 'return'), "
                       "sum(r.decision = 'reject') FROM review AS r JOIN inspection AS x "
                       "ON x.id = r.inspection") +
            join() + QStringLiteral("WHERE ") + there("x", "inspection") + QStringLiteral(" AND ") +
            there("r", "review") + QStringLiteral(" AND r.rev > 0") + inPeriod("r.counted_at") + kScope + kByProvince,
        period.moments(), counts, {&MonthlyCounts::accepted, &MonthlyCounts::returned, &MonthlyCounts::rejected});
}

Result<void> countCertificates(Database &database, const Period &period, Counts &counts)
{
    auto counted = count(database,
                         QStringLiteral("SELECT c.province, sum(x.grade = 'full'), sum(x.grade = 'provisional') "
                                        "FROM certificate AS x") +
                             join() + QStringLiteral("WHERE x.deleted = 0 AND x.issued_at >= ? AND x.issued_at < ?") +
                             kScope + kByProvince,
                         period.moments(), counts, {&MonthlyCounts::issuedFull, &MonthlyCounts::issuedProvisional});
    if (!counted)
        return counted;
    counted = count(
        database,
        QStringLiteral("SELECT c.province, count(*) FROM certificate AS x") + join() +
            QStringLiteral("WHERE x.deleted = 0 AND x.state = 'superseded' AND x.state_at >= ? AND x.state_at < ?") +
            kScope + kByProvince,
        period.moments(), counts, {&MonthlyCounts::renewed});
    if (!counted)
        return counted;
    // It ends at Pakistan's midnight behind its last day; one that was revoked or superseded before did not expire.
    return count(database,
                 QStringLiteral("SELECT c.province, count(*) FROM certificate AS x") + join() +
                     QStringLiteral("WHERE x.deleted = 0 AND x.valid_until >= ? AND x.valid_until < ? "
                                    "AND (x.state IN ('issued', 'suspended', 'expired') OR x.state_at >= "
                                    "strftime('%Y-%m-%dT%H:%M:%fZ', x.valid_until, '+1 day', '-5 hours'))") +
                     kScope + kByProvince,
                 {period.from.addDays(-1).toString(Qt::ISODate), period.to.toString(Qt::ISODate), period.provinces},
                 counts, {&MonthlyCounts::expired});
}

/// What officers decided on certificates, as far as the server has taken it: before, the certificate is as it was.
Result<void> countDecisions(Database &database, const Period &period, Counts &counts)
{
    const QList<std::pair<CertificateAction, int MonthlyCounts::*>> kinds{
        {CertificateAction::Suspend, &MonthlyCounts::suspended},
        {CertificateAction::Reinstate, &MonthlyCounts::reinstated},
        {CertificateAction::Revoke, &MonthlyCounts::revoked},
        {CertificateAction::Appeal, &MonthlyCounts::appeals},
        {CertificateAction::AllowAppeal, &MonthlyCounts::appealsAllowed},
        {CertificateAction::DismissAppeal, &MonthlyCounts::appealsDismissed}};
    QString sums;
    QVariantList values;
    QList<int MonthlyCounts::*> members;
    for (const auto &[action, member] : kinds) {
        sums += QStringLiteral(", sum(d.kind = ?)");
        values.append(decisionKind(action));
        members.append(member);
    }
    return count(database,
                 QStringLiteral("SELECT c.province") + sums +
                     QStringLiteral(" FROM decision AS d JOIN certificate AS x ON x.id = d.certificate") + join() +
                     QStringLiteral("WHERE d.rev > 0 AND ") + there("d", "decision") + inPeriod("d.counted_at") +
                     kScope + kByProvince,
                 values + period.moments(), counts, members);
}

Result<void> countFindings(Database &database, const Period &period, Counts &counts)
{
    auto counted =
        count(database,
              QStringLiteral("SELECT c.province, count(*) FROM finding AS x JOIN inspection AS v "
                             "ON v.id = x.inspection") +
                  join() + QStringLiteral("WHERE ") + there("x", "finding") + QStringLiteral(" AND ") + handedIn("v") +
                  QStringLiteral(" AND x.rev > 0") + inPeriod("v.counted_at") + kScope + kByProvince,
              period.moments(), counts, {&MonthlyCounts::findingsOpened});
    if (!counted)
        return counted;
    return count(database,
                 QStringLiteral("SELECT c.province, count(*) FROM finding AS x JOIN inspection AS v "
                                "ON v.id = x.data ->> 'follow_up'") +
                     join() + QStringLiteral("WHERE x.state = 'verified' AND x.rev > 0 AND ") + there("x", "finding") +
                     QStringLiteral(" AND ") + handedIn("v") + inPeriod("v.counted_at") + kScope + kByProvince,
                 period.moments(), counts, {&MonthlyCounts::findingsMended});
}

Result<void> countInForce(Database &database, const Period &period, Counts &counts)
{
    auto query = database.run(
        QStringLiteral(
            "SELECT province, sum(newest <> ''), sum(seats), sum(due < ? AND NOT EXISTS (SELECT 1 FROM "
            "building AS w CROSS JOIN inspection AS v ON v.building = w.id WHERE w.whole = f.building AND ") +
            there("v", "inspection") +
            QStringLiteral(" AND v.kind = 'surveillance' AND v.visit_outcome = 'done' "
                           "AND v.finished_at >= f.issued_at AND v.counted_at < ? AND ") +
            visitStood("v") + QStringLiteral(")) FROM ") + inForceThen() + QStringLiteral(" AS f GROUP BY province"),
        QVariantList{period.to.toString(Qt::ISODate), period.end, period.end} + period.inForce());
    if (!query)
        return query.error();
    while ((*query)->next()) {
        MonthlyCounts &of = counts[(*query)->value(0).toString()];
        of.centres = (*query)->value(1).toInt();
        of.seats = (*query)->value(2).toLongLong();
        of.surveillanceDue = (*query)->value(3).toInt();
    }
    return {};
}

} // namespace

MonthlyCounts &MonthlyCounts::operator+=(const MonthlyCounts &other)
{
    for (const auto member : {&MonthlyCounts::buildingsAdded, &MonthlyCounts::visits,
                              &MonthlyCounts::notMade,        &MonthlyCounts::accepted,
                              &MonthlyCounts::returned,       &MonthlyCounts::rejected,
                              &MonthlyCounts::issuedFull,     &MonthlyCounts::issuedProvisional,
                              &MonthlyCounts::renewed,        &MonthlyCounts::suspended,
                              &MonthlyCounts::reinstated,     &MonthlyCounts::revoked,
                              &MonthlyCounts::expired,        &MonthlyCounts::appeals,
                              &MonthlyCounts::appealsAllowed, &MonthlyCounts::appealsDismissed,
                              &MonthlyCounts::findingsOpened, &MonthlyCounts::findingsMended,
                              &MonthlyCounts::centres,        &MonthlyCounts::surveillanceDue})
        this->*member += other.*member;
    seats += other.seats;
    return *this;
}

Result<QMap<QString, MonthlyCounts>> MonthlyFigures::counts(const QStringList &provinces, const QDate &from,
                                                            const QDate &to,
                                                            const std::function<Result<void>()> &goesOn) const
{
    const Period period{jsonList(provinces), from, to, toIso(programmeInstant(from)),
                        toIso(programmeInstant(to.addDays(1)))};
    Counts counts;
    for (const QString &province : provinces)
        counts.insert(province, {});
    constexpr std::array steps{&countBuildings, &countVisits,   &countCertificates,
                               &countDecisions, &countFindings, &countInForce};
    static_assert(steps.size() == kCountQueries);
    for (const auto step : steps) {
        if (auto on = goesOn ? goesOn() : Result<void>(); !on)
            return on.error();
        if (auto counted = step(m_database, period, counts); !counted)
            return counted.error();
    }
    return counts;
}

Result<bool> MonthlyFigures::holdsSample(const QStringList &provinces) const
{
    const auto row = m_database.row(
        QStringLiteral("SELECT 1 FROM building AS b JOIN city AS c ON c.id = b.city WHERE b.sample = 1 AND ") +
            there("b", "building") + kScope + QStringLiteral(" LIMIT 1"),
        {jsonList(provinces)});
    if (!row)
        return row.error();
    return row->has_value();
}

Result<QList<ExpiringCertificate>> MonthlyFigures::expiring(const QStringList &provinces, const QDate &day,
                                                            int days) const
{
    const QString today = day.toString(Qt::ISODate);
    auto query = m_database.run(
        QStringLiteral("SELECT newest, province, number, grade, code, name, city, valid_until FROM ") + inForceThen() +
            QStringLiteral(" WHERE newest <> '' AND valid_until <= ? ORDER BY valid_until, code"),
        {today, toIso(programmeInstant(day.addDays(1))), jsonList(provinces), day.addDays(days).toString(Qt::ISODate)});
    if (!query)
        return query.error();
    QList<ExpiringCertificate> found;
    while ((*query)->next()) {
        const QSqlQuery &row = **query;
        found.append({row.value(1).toString(), row.value(2).toString(), row.value(3).toString(),
                      row.value(4).toString(), row.value(5).toString(), row.value(6).toInt(),
                      QDate::fromString(row.value(7).toString(), Qt::ISODate)});
    }
    return found;
}

} // namespace markaz
