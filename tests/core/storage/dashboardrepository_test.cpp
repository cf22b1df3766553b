// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/dashboardrepository.h"
#include "tests/core/storage/cachefixture.h"

#include <QMap>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

namespace markaz {
namespace {

/// Random records, and their recount by plain loops over the same records.
class DashboardRepositoryTest : public test::CacheFixture
{
protected:
    struct Kept
    {
        QString id;
        QJsonObject fields;
        QString text(const char *name) const { return fields.value(QLatin1String(name)).toString(); }
    };
    QList<Kept> m_buildings, m_assignments, m_inspections, m_certificates;
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

    void fill(quint32 seed)
    {
        m_random.seed(seed);
        auto transaction = Transaction::begin(*m_database);
        const QList<City> &cities = test::gazetteer().cities();
        for (int i = 1; i <= 60; ++i) {
            const City &city = cities[m_random.bounded(40)];
            keep(m_buildings, Entity::Building, buildingFields(city.prefix.toLatin1().constData(), i));
        }
        const QStringList codes{QStringLiteral("A-01"), QStringLiteral("C-02"), QStringLiteral("D-03"),
                                QStringLiteral("E-02")};
        for (int i = 0; i < 50; ++i) {
            const QString &place = m_buildings[m_random.bounded(50)].id;
            const QString task = assignment(
                place, any(std::initializer_list<const char *>{"open", "done", "cancelled"}).toLatin1().constData());
            m_assignments.append({task, m_records->require(Entity::Assignment, task)->fields});
        }
        for (int i = 0; i < 120; ++i) {
            const QString &place = m_buildings[m_random.bounded(45)].id;
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
            keep(m_inspections, Entity::Inspection, fields);
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
        ASSERT_TRUE(transaction->commit().ok());
    }

    /// The day in Pakistan of an instant.
    static QDate dayOf(const QString &moment)
    {
        return QDateTime::fromString(moment, Qt::ISODateWithMs).addSecs(5 * 3600).date();
    }
    DashboardFigures recount(const DashboardFilter &filter) const
    {
        const auto inPeriod = [&](const QString &moment) {
            const QDate day = dayOf(moment);
            return day.isValid() && (!filter.from.isValid() || day >= filter.from) &&
                   (!filter.to.isValid() || day <= filter.to);
        };
        const QDate day = filter.to.isValid() ? filter.to : m_clock.now().date();
        QMap<QString, City> places;
        for (const Kept &kept : m_buildings) {
            const City &city = *test::gazetteer().city(kept.fields.value(QStringLiteral("city")).toInt());
            if ((filter.provinces.isEmpty() || filter.provinces.contains(city.province)) &&
                (filter.tiers.isEmpty() || filter.tiers.contains(city.tier)))
                places.insert(kept.id, city);
        }
        DashboardFigures figures;
        figures.buildings = static_cast<int>(places.size());
        std::array<QSet<QString>, 5> reached;
        QMap<QString, Kept> inForce; // by building
        QMap<QDate, MonthCount> months;
        for (const Kept &paper : m_certificates) {
            const QString place = paper.text("building");
            if (!places.contains(place))
                continue;
            reached[1].insert(place);
            if (inPeriod(paper.text("issued_at"))) {
                for (size_t step : {2U, 3U, 4U})
                    reached[step].insert(place);
                const QDate issued = dayOf(paper.text("issued_at"));
                const QDate date(issued.year(), issued.month(), 1);
                months[date].month = date;
                ++(paper.text("grade") == QLatin1String("full") ? months[date].full : months[date].provisional);
            }
            const QString state = paper.text("state");
            const bool stands = state == QLatin1String("issued") || state == QLatin1String("expired") ||
                                dayOf(paper.text("state_at")) > day;
            const bool valid = QDate::fromString(paper.text("valid_from"), Qt::ISODate) <= day &&
                               QDate::fromString(paper.text("valid_until"), Qt::ISODate) >= day;
            const auto newer = [](const Kept &a, const Kept &b) {
                return a.text("issued_at") + a.id > b.text("issued_at") + b.id;
            };
            if (stands && valid && (!inForce.contains(place) || newer(paper, inForce.value(place))))
                inForce.insert(place, paper);
        }
        for (const Kept &task : m_assignments) {
            if (places.contains(task.text("building")) && task.text("state") != QLatin1String("cancelled"))
                reached[1].insert(task.text("building"));
        }
        for (int i = 0; i < 20; ++i)
            figures.scores.append({i * 500, 0, 0, 0});
        QMap<QString, FailingItem> failing;
        QList<Kept> scored;
        for (const Kept &visit : m_inspections) {
            const QString place = visit.text("building");
            const QString state = visit.text("state");
            if (!places.contains(place))
                continue;
            reached[1].insert(place);
            if (state == QLatin1String("submitted"))
                ++figures.waitingForReview;
            if (state == QLatin1String("draft") || visit.text("visit_outcome") != QLatin1String("done") ||
                !inPeriod(visit.text("finished_at")))
                continue;
            reached[2].insert(place);
            if (state == QLatin1String("accepted") || state == QLatin1String("rejected"))
                reached[3].insert(place);
            if (state == QLatin1String("returned"))
                continue;
            scored.append(visit);
            const QJsonObject score = visit.fields.value(QStringLiteral("score")).toObject();
            ScoreBin &bin = figures.scores[std::min(score.value(QStringLiteral("total_bp")).toInt() / 500, 19)];
            const QString verdict = score.value(QStringLiteral("verdict")).toString();
            ++(verdict == QLatin1String("eligible")  ? bin.eligible
               : verdict == QLatin1String("refused") ? bin.refused
                                                     : bin.provisional);
            for (const auto &code : score.value(QStringLiteral("failed")).toArray())
                ++failing[code.toString()].failed;
        }
        for (auto it = failing.begin(); it != failing.end(); ++it) {
            it->code = it.key();
            for (const Kept &visit : scored) {
                const QJsonObject answer =
                    visit.fields.value(QStringLiteral("answers")).toObject().value(it.key()).toObject();
                it->inspections +=
                    answer.contains(QStringLiteral("value")) || answer.contains(QStringLiteral("rows")) ? 1 : 0;
            }
            if (it->inspections == 0)
                it->inspections = static_cast<int>(scored.size());
        }
        figures.failingMost = failing.values();
        std::stable_sort(figures.failingMost.begin(), figures.failingMost.end(),
                         [](const FailingItem &a, const FailingItem &b) { return a.failed > b.failed; });
        figures.failingMost = figures.failingMost.mid(0, 10);
        figures.funnel[0] = figures.buildings;
        for (size_t i = 1; i < 5; ++i)
            figures.funnel[i] = static_cast<int>(reached[i].size());
        QMap<QString, ProvinceCount> provinces;
        for (const Province &province : test::gazetteer().provinces()) {
            if (filter.provinces.isEmpty() || filter.provinces.contains(province.code))
                provinces[province.code].province = province.code;
        }
        QMap<int, int> cities;
        for (auto it = inForce.begin(); it != inForce.end(); ++it) {
            const City city = places.value(it.key());
            ++figures.certified;
            figures.provisional += it->text("grade") == QLatin1String("provisional") ? 1 : 0;
            figures.seats += it->fields.value(QStringLiteral("seats")).toInt();
            ++provinces[city.province].byTier[static_cast<size_t>(city.tier - 1)];
            ++cities[city.id];
        }
        figures.certifiedByProvince = provinces.values();
        for (auto it = cities.begin(); it != cities.end(); ++it)
            figures.byCity.append({it.key(), it.value()});
        if (!months.isEmpty()) {
            for (QDate month = months.firstKey(); month <= months.lastKey(); month = month.addMonths(1))
                figures.certifiedByMonth.append(months.value(month, {month, 0, 0}));
        }
        return figures;
    }

    /// As text, so that a difference can be read.
    static QString told(const DashboardFigures &f)
    {
        QStringList lines;
        lines << QStringLiteral("buildings %1 certified %2 provisional %3 waiting %4 seats %5")
                     .arg(f.buildings)
                     .arg(f.certified)
                     .arg(f.provisional)
                     .arg(f.waitingForReview)
                     .arg(f.seats);
        lines << QStringLiteral("funnel %1 %2 %3 %4 %5")
                     .arg(f.funnel[0])
                     .arg(f.funnel[1])
                     .arg(f.funnel[2])
                     .arg(f.funnel[3])
                     .arg(f.funnel[4]);
        for (const MonthCount &m : f.certifiedByMonth)
            lines << QStringLiteral("month %1 %2 %3").arg(m.month.toString(Qt::ISODate)).arg(m.full).arg(m.provisional);
        for (const ProvinceCount &p : f.certifiedByProvince)
            lines << QStringLiteral("province %1 %2 %3 %4")
                         .arg(p.province)
                         .arg(p.byTier[0])
                         .arg(p.byTier[1])
                         .arg(p.byTier[2]);
        for (const ScoreBin &b : f.scores)
            lines << QStringLiteral("bin %1 %2 %3 %4").arg(b.fromBp).arg(b.eligible).arg(b.provisional).arg(b.refused);
        for (const FailingItem &i : f.failingMost)
            lines << QStringLiteral("item %1 %2 %3").arg(i.code).arg(i.failed).arg(i.inspections);
        for (const CityCount &c : f.byCity)
            lines << QStringLiteral("city %1 %2").arg(c.cityId).arg(c.certified);
        return lines.join(QLatin1Char('\n'));
    }
    void expectRecounted(const DashboardFilter &filter)
    {
        const auto figures = DashboardRepository(*m_database, &m_clock).figures(filter);
        ASSERT_TRUE(figures.ok()) << qPrintable(figures.error().detail);
        EXPECT_EQ(told(*figures).toStdString(), told(recount(filter)).toStdString());
        for (size_t i = 1; i < 5; ++i)
            EXPECT_LE(figures->funnel[i], figures->funnel[i - 1]);
    }
};

TEST_F(DashboardRepositoryTest, figures_equalARecountOfTheRecords)
{
    const quint32 seed = QRandomGenerator::global()->generate();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    fill(seed);
    expectRecounted({});
    expectRecounted({{}, {}, QDate(2026, 4, 1), QDate(2026, 6, 30)});
    expectRecounted({{QStringLiteral("PK-PB")}, {}, {}, {}});
    expectRecounted({{QStringLiteral("PK-PB"), QStringLiteral("PK-SD")}, {1, 3}, QDate(2026, 3, 15), {}});
    expectRecounted({{}, {2}, {}, QDate(2026, 9, 1)});
    for (int i = 0; i < 12; ++i) {
        const QDate from = QDate(2026, 1, 1).addDays(m_random.bounded(300));
        expectRecounted({{}, {}, from, from.addDays(m_random.bounded(90))});
    }
}

TEST_F(DashboardRepositoryTest, figures_ofAnEmptyCacheAreZero)
{
    const auto figures = DashboardRepository(*m_database, &m_clock).figures({});
    ASSERT_TRUE(figures.ok());
    EXPECT_EQ(told(*figures).toStdString(), told(recount({})).toStdString());
    EXPECT_EQ(figures->buildings, 0);
    EXPECT_EQ(figures->scores.size(), 20);
    EXPECT_EQ(figures->certifiedByProvince.size(), test::gazetteer().provinces().size());
}

TEST_F(DashboardRepositoryTest, figures_countARevokedCertificateUntilTheDayOfItsRevocation)
{
    const QString place = building("LHE", 1);
    const QString visit = visited(place, "accepted", "eligible", "2026-01-05");
    certificate(place, visit, "full", "revoked", "2026-01-10", "2028-01-10",
                {{QStringLiteral("state_at"), QStringLiteral("2026-05-20T08:00:00.000Z")}});
    const auto at = [&](const QDate &day) {
        return DashboardRepository(*m_database, &m_clock).figures({{}, {}, {}, day})->certified;
    };
    EXPECT_EQ(at(QDate(2026, 1, 9)), 0);
    EXPECT_EQ(at(QDate(2026, 1, 10)), 1);
    EXPECT_EQ(at(QDate(2026, 5, 19)), 1);
    EXPECT_EQ(at(QDate(2026, 5, 20)), 0);
}

} // namespace
} // namespace markaz
