// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/storage/cachefixture.h"

#include <QMap>
#include <QRandomGenerator>

namespace markaz::test {

/// Random records of everything that the dashboard counts, kept beside as they were made.
class DashboardRecords : public CacheFixture
{
protected:
    struct Kept
    {
        QString id;
        QJsonObject fields;
        bool gone = false;  ///< removed here
        bool waits = false; ///< of a visit: its submit; of a review: itself
        QString text(const char *name) const { return fields.value(QLatin1String(name)).toString(); }
        int number(const char *name) const { return fields.value(QLatin1String(name)).toInt(); }
    };
    QList<Kept> m_buildings, m_assignments, m_inspections, m_reviews, m_certificates, m_centres, m_reports, m_loans;
    QRandomGenerator m_random;

    template <class List>
    QString any(const List &list)
    {
        return QLatin1String(*(list.begin() + m_random.bounded(static_cast<int>(list.size()))));
    }
    QString someDay() { return QDate(2026, 1, 1).addDays(m_random.bounded(330)).toString(Qt::ISODate); }
    QString someMoment(const QString &day)
    {
        return QStringLiteral("%1T%2:30:00.000Z").arg(day).arg(m_random.bounded(24), 2, 10, QLatin1Char('0'));
    }
    void keep(QList<Kept> &list, Entity entity, const QJsonObject &fields)
    {
        list.append({put(entity, fields), fields});
    }
    void run(const char *sql, const QString &id)
    {
        const auto done = m_database->run(QLatin1String(sql), {id});
        ASSERT_TRUE(done.ok()) << qPrintable(done.error().detail);
        (*done)->finish();
    }
    /// Now and then the moment at which the server took the record.
    void receive(QJsonObject &fields)
    {
        if (m_random.bounded(2))
            fields.insert(QStringLiteral("received_at"), someMoment(someDay()));
    }

    void fill(quint32 seed)
    {
        m_random.seed(seed);
        auto transaction = Transaction::begin(*m_database);
        const QList<City> &cities = gazetteer().cities();
        for (int i = 1; i <= 60; ++i) {
            const City &city = cities[m_random.bounded(40)];
            QJsonObject fields = buildingFields(city.prefix.toLatin1().constData(), i);
            fields.insert(QStringLiteral("covered_area_sqft"), 1000 + m_random.bounded(9000));
            if (i > 52) {
                fields.insert(QStringLiteral("merged_into"), m_buildings[m_random.bounded(50)].id);
                fields.insert(QStringLiteral("merge_reason"), QStringLiteral("The same house."));
            }
            receive(fields);
            keep(m_buildings, Entity::Building, fields);
            if (i > 40 && i < 44) {
                run("UPDATE building SET deleted = 1 WHERE id = ?", m_buildings.last().id);
                m_buildings.last().gone = true;
            }
        }
        const QStringList codes{QStringLiteral("A-01"), QStringLiteral("C-02"), QStringLiteral("D-03"),
                                QStringLiteral("E-02")};
        for (int i = 0; i < 50; ++i) {
            const QString &place = m_buildings[m_random.bounded(60)].id;
            QJsonObject more;
            receive(more);
            const QString task = assignment(
                place, any(std::initializer_list<const char *>{"open", "done", "cancelled"}).toLatin1().constData(),
                more);
            m_assignments.append({task, m_records->require(Entity::Assignment, task)->fields});
        }
        for (int i = 0; i < 120; ++i) {
            const QString &place = m_buildings[10 + m_random.bounded(50)].id;
            const QString state =
                any(std::initializer_list<const char *>{"draft", "submitted", "returned", "accepted", "rejected"});
            const QString start = someMoment(someDay());
            QJsonObject fields = inspectionFields(place, m_inspector, state.toLatin1().constData(),
                                                  {{QStringLiteral("started_at"), start}});
            QJsonObject answers;
            QJsonArray failed;
            for (const QString &code : codes) {
                const int dice = m_random.bounded(5);
                if (dice == 0)
                    answers.insert(code, QJsonObject{{QStringLiteral("na"), QStringLiteral("none here")}});
                else if (dice == 1)
                    answers.insert(code, QJsonObject{{QStringLiteral("rows"), QJsonArray{1}}});
                else if (dice > 2)
                    answers.insert(code, QJsonObject{{QStringLiteral("value"), QStringLiteral("no")}});
                if (dice != 0 && m_random.bounded(2))
                    failed.append(code);
            }
            if (m_random.bounded(3) == 0)
                failed.append(QStringLiteral("J-04")); // calculated: nobody answers it
            fields.insert(QStringLiteral("answers"), answers);
            if (state != QLatin1String("draft")) {
                fields.insert(QStringLiteral("finished_at"), start);
                const bool done = m_random.bounded(6) > 0;
                fields.insert(QStringLiteral("visit_outcome"),
                              done ? QStringLiteral("done") : QStringLiteral("no_entry"));
                if (done) {
                    static const int edges[] = {0, 499, 500, 7999, 8000, 9999, 10'000};
                    const int total = m_random.bounded(2) ? edges[m_random.bounded(7)] : m_random.bounded(10'001);
                    fields.insert(QStringLiteral("score"),
                                  QJsonObject{{QStringLiteral("total_bp"), total},
                                              {QStringLiteral("failed"), failed},
                                              {QStringLiteral("verdict"), any(std::initializer_list<const char *>{
                                                                              "eligible", "provisional", "refused"})}});
                }
            }
            if (state != QLatin1String("draft"))
                receive(fields);
            keep(m_inspections, Entity::Inspection, fields);
            judge(m_inspections.last());
        }
        for (int i = 0; i < 40; ++i) {
            const Kept &visit = m_inspections[m_random.bounded(120)];
            const QString from = someDay();
            const QString state = any(std::initializer_list<const char *>{"issued", "issued", "issued", "suspended",
                                                                          "revoked", "expired", "superseded"});
            QJsonObject more{{QStringLiteral("seats"), 10 + m_random.bounded(200)},
                             {QStringLiteral("issued_at"), someMoment(from)}};
            if (state != QLatin1String("issued"))
                more.insert(QStringLiteral("state_at"), someMoment(someDay()));
            const QString until =
                QDate::fromString(from, Qt::ISODate).addDays(30 + m_random.bounded(700)).toString(Qt::ISODate);
            const QString id = certificate(visit.text("building"), visit.id,
                                           m_random.bounded(2) ? "full" : "provisional", state.toLatin1().constData(),
                                           from.toLatin1().constData(), until.toLatin1().constData(), more);
            m_certificates.append({id, m_records->require(Entity::Certificate, id)->fields});
        }
        fillCentres();
        fillLoans();
        ASSERT_TRUE(transaction->commit().ok());
    }
    /// What became of a visit: a review, at times one that waits here; a submit that waits; removed.
    void judge(Kept &visit)
    {
        const QString state = visit.text("state");
        const QMap<QString, QString> words{{QStringLiteral("returned"), QStringLiteral("return")},
                                           {QStringLiteral("accepted"), QStringLiteral("accept")},
                                           {QStringLiteral("rejected"), QStringLiteral("reject")}};
        if (words.contains(state) && m_random.bounded(5)) {
            QJsonObject fields{{QStringLiteral("inspection"), visit.id},
                               {QStringLiteral("reviewer"), m_officer},
                               {QStringLiteral("decision"), words.value(state)},
                               {QStringLiteral("made_at"), someMoment(someDay())}};
            receive(fields);
            keep(m_reviews, Entity::Review, fields);
            if (m_random.bounded(4) == 0) {
                run("UPDATE review SET rev = 0 WHERE id = ?", m_reviews.last().id);
                m_reviews.last().waits = true;
            }
        }
        if (state == QLatin1String("submitted") && m_random.bounded(3) == 0) {
            run("UPDATE inspection SET server = '{}' WHERE id = ?", visit.id);
            visit.waits = true;
        }
        if (m_random.bounded(10) == 0) {
            run("UPDATE inspection SET deleted = 1 WHERE id = ?", visit.id);
            visit.gone = true;
        }
    }
    /// Centres and months; two laptops reported some of them.
    void fillCentres()
    {
        for (int i = 0; i < 15; ++i)
            keep(m_centres, Entity::Centre,
                 {{QStringLiteral("building"), m_buildings[m_random.bounded(60)].id},
                  {QStringLiteral("name"), QStringLiteral("Sample centre %1").arg(i)},
                  {QStringLiteral("seats"), 100},
                  {QStringLiteral("seat_rate_paisa"), 350'000}});
        for (int i = 0; i < 90; ++i) {
            const int seats = 20 + m_random.bounded(80);
            keep(m_reports, Entity::OccupancyReport,
                 {{QStringLiteral("centre"), m_centres[m_random.bounded(15)].id},
                  {QStringLiteral("month"),
                   QDate(2026, 1 + m_random.bounded(11), 1).toString(QStringLiteral("yyyy-MM"))},
                  {QStringLiteral("seats"), seats},
                  {QStringLiteral("seats_taken"), m_random.bounded(4) ? m_random.bounded(seats + 1) : 0},
                  {QStringLiteral("freelancers"), m_random.bounded(100)},
                  {QStringLiteral("dg_skills"), 0},
                  {QStringLiteral("other_staff"), m_random.bounded(3) ? m_random.bounded(20) : 0},
                  {QStringLiteral("seat_rate_paisa"), 300'000 + m_random.bounded(100'001)},
                  {QStringLiteral("trainings"), 0},
                  {QStringLiteral("events"), 0},
                  {QStringLiteral("author"), m_officer},
                  {QStringLiteral("made_at"), QStringLiteral("2026-11-20T08:00:00.000Z")}});
            if (m_random.bounded(8) == 0) {
                run("UPDATE occupancy_report SET deleted = 1 WHERE id = ?", m_reports.last().id);
                m_reports.last().gone = true;
            }
        }
        run("UPDATE centre SET deleted = 1 WHERE id = ?", m_centres[0].id);
        m_centres[0].gone = true;
    }
    /// Few terms, so that some have the same ones; a fixed mark-up or one over KIBOR.
    void fillLoans()
    {
        for (int i = 0; i < 40; ++i) {
            QJsonObject fields{{QStringLiteral("building"), m_buildings[m_random.bounded(60)].id},
                               {QStringLiteral("owner"), m_officer},
                               {QStringLiteral("bank"), QStringLiteral("Sample Bank")},
                               {QStringLiteral("policy_version"), 1 + m_random.bounded(2)},
                               {QStringLiteral("principal_paisa"), 100'000'000LL * (1 + m_random.bounded(3))},
                               {QStringLiteral("tenor_months"), 24 + 36 * m_random.bounded(2)},
                               {QStringLiteral("grace_months"), 6 * m_random.bounded(2)},
                               {QStringLiteral("state"),
                                any(std::initializer_list<const char *>{"draft", "applied", "approved", "paid_out",
                                                                        "claw_back", "closed", "declined"})},
                               {QStringLiteral("state_at"), someMoment(someDay())},
                               {QStringLiteral("state_by"), m_officer}};
            payOut(fields);
            if (m_random.bounded(2)) {
                fields.insert(QStringLiteral("markup_bp"), 1500);
            } else {
                fields.insert(QStringLiteral("spread_bp"), 300);
                fields.insert(QStringLiteral("kibor_bp"), 1200);
            }
            keep(m_loans, Entity::Loan, fields);
            if (m_random.bounded(8) == 0) {
                run("UPDATE loan SET deleted = 1 WHERE id = ?", m_loans.last().id);
                m_loans.last().gone = true;
            }
        }
    }
};

} // namespace markaz::test
