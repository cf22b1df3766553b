// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample/samplewords.h"
#include "app/server/sample/sampleworld.h"
#include "core/domain/centre.h"
#include "core/support/programmeday.h"

#include <QJsonArray>

#include <algorithm>

namespace markaz::server::sample {
namespace {

constexpr int kMostMonths = 14;

/// One centre and its months.
class Operation
{
public:
    Operation(const SampleBuilding &building, const StoredRecord &certificate, const QDate &opened, Random random,
              IdSource &ids)
        : m_building(building)
        , m_opened(opened)
        , m_random(random)
        , m_ids(ids)
        , m_seats(static_cast<int>(certificate.number("seats")))
        , m_rate(100 * 50 * m_random.between(60, 80)) // Rs 3,000 to 4,000 in steps of 50
    {
        if (m_random.chance(0.06)) // as one in the field may do
            m_rate += 100 * 50 * m_random.between(4, 16);
    }

    StoredRecord centre()
    {
        const QString place = m_building.record.text("name").section(QLatin1Char(' '), 0, 1);
        QJsonArray offers{QStringLiteral("internet")};
        for (const QString &token : centre::amenities().mid(1)) {
            if (m_random.chance(0.45))
                offers.append(token);
        }
        const QString person =
            m_random.pick(words().givenNames) + QLatin1Char(' ') + m_random.pick(words().familyNames);
        QJsonObject fields{
            {QStringLiteral("building"), m_building.record.id()},
            {QStringLiteral("name"), place + QStringLiteral(" Freelancing Centre (sample)")},
            {QStringLiteral("seats"), m_seats},
            {QStringLiteral("seat_rate_paisa"), m_rate},
            {QStringLiteral("opened_on"), m_opened.toString(Qt::ISODate)},
            {QStringLiteral("amenities"), offers},
            {QStringLiteral("contact_name"), person + QStringLiteral(" (sample)")},
            {QStringLiteral("contact_phone"),
             QStringLiteral("+92 300 0000%1").arg(m_random.below(1000), 3, 10, QLatin1Char('0'))},
            {QStringLiteral("contact_email"), QStringLiteral("centre%1@sample.invalid").arg(m_random.below(100'000))},
            {QStringLiteral("sample"), true}};
        if (m_random.chance(0.6))
            fields.insert(QStringLiteral("contact_agreed_at"), toIso(programmeInstant(m_opened, QTime(10, 0))));
        m_centre.record = {Entity::Centre, m_ids.next(), 1, fields};
        m_centre.province = m_building.record.province;
        m_centre.parent = m_building.record.id();
        return m_centre;
    }

    /// From the month behind the opening to \p last.
    QList<StoredRecord> months(const Month &last, const QStringList &officers)
    {
        QList<StoredRecord> all;
        double filled = m_random.between(0.15, 0.35);
        const double grows = m_random.between(0.02, 0.08);
        Month month = std::max(Month::of(m_opened).plus(1), last.plus(1 - kMostMonths));
        for (; month <= last; month = month.plus(1)) {
            filled = std::clamp(filled + grows * m_random.between(0.2, 1.6) - 0.01, 0.05, 0.97);
            if (m_random.chance(0.04)) // a month that nobody reported
                continue;
            const int taken = static_cast<int>(filled * m_seats);
            const int others = static_cast<int>(taken * m_random.between(0.05, 0.3));
            const int freelancers = taken - others;
            QJsonObject fields{
                {QStringLiteral("centre"), m_centre.id()},
                {QStringLiteral("month"), month.toString()},
                {QStringLiteral("seats"), m_seats},
                {QStringLiteral("seats_taken"), taken},
                {QStringLiteral("freelancers"), freelancers},
                {QStringLiteral("dg_skills"), static_cast<int>(freelancers * m_random.between(0.4, 0.95))},
                {QStringLiteral("other_staff"), others},
                {QStringLiteral("seat_rate_paisa"), m_rate},
                {QStringLiteral("trainings"), m_random.below(4)},
                {QStringLiteral("events"), m_random.below(3)},
                {QStringLiteral("author"), m_random.pick(officers)},
                {QStringLiteral("made_at"),
                 toIso(programmeInstant(month.plus(1).firstDay().addDays(m_random.between(0, 6)),
                                        QTime(m_random.between(9, 16), m_random.below(60))))},
                {QStringLiteral("sample"), true}};
            if (m_random.chance(0.7))
                fields.insert(QStringLiteral("export_usd_cents"),
                              qint64(freelancers) * m_random.between(18'000, 65'000));
            StoredRecord report;
            report.record = {Entity::OccupancyReport, m_ids.next(), 1, fields};
            report.province = m_building.record.province;
            report.parent = m_centre.id();
            all.append(report);
        }
        return all;
    }

private:
    const SampleBuilding &m_building;
    QDate m_opened;
    Random m_random;
    IdSource &m_ids;
    int m_seats;
    qint64 m_rate;
    StoredRecord m_centre;
};

} // namespace

Operations openCentres(const World &world, const QList<StoredRecord> &certificates, const Plan &plan, IdSource &ids,
                       FixedClock &clock)
{
    QHash<QString, QList<StoredRecord>> ofBuilding;
    for (const StoredRecord &certificate : certificates)
        ofBuilding[certificate.text("building")].append(certificate);
    const Random root(plan.seed);
    const QDate today = programmeDay(plan.now);
    clock.set(plan.now);
    Operations all;
    for (qsizetype i = 0; i < world.buildings.size(); ++i) {
        const SampleBuilding &building = world.buildings[i];
        const QList<StoredRecord> own = ofBuilding.value(building.record.id());
        Random random = root.forPurpose(100'000 + static_cast<quint64>(i));
        const QStringList officers = world.people(Role::Officer, building.record.province);
        if (own.isEmpty() || officers.isEmpty() || !random.chance(0.8))
            continue;
        const QDate opened =
            QDate::fromString(own.first().text("valid_from"), Qt::ISODate).addDays(random.between(3, 40));
        const StoredRecord &newest = own.last();
        const QDate until = QDate::fromString(newest.text("valid_until"), Qt::ISODate);
        const bool stands = newest.text("state") == token(CertificateState::Issued);
        if (opened > today || (!stands && opened > until)) // certified for a moment: nobody opened it
            continue;
        Operation operation(building, newest, opened, random, ids);
        all.centres.append(operation.centre());
        const Month last = Month::of(stands ? today : std::min(today, until)).plus(-1);
        all.months.append(operation.months(last, officers));
    }
    return all;
}

} // namespace markaz::server::sample
