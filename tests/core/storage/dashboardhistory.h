// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/dashboardrepository.h"
#include "tests/core/storage/dashboardrecords.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace markaz::test {

/// The records' recount by plain loops.
class DashboardHistory : public DashboardRecords
{
protected:
    /// The day in Pakistan of an instant.
    static QDate dayOf(const QString &moment)
    {
        return QDateTime::fromString(moment, Qt::ISODateWithMs).addSecs(5 * 3600).date();
    }
    const Kept &of(const QList<Kept> &list, const QString &id) const
    {
        return *std::find_if(list.begin(), list.end(), [&id](const Kept &kept) { return kept.id == id; });
    }
    /// The building that everything of \p id belongs to.
    QString whole(const QString &id) const
    {
        const QString into = of(m_buildings, id).text("merged_into");
        return into.isEmpty() ? id : into;
    }
    /// When the server took it, else when it was made.
    static QDate taken(const Kept &kept, const char *made)
    {
        const QString received = kept.text("received_at");
        return dayOf(received.isEmpty() ? kept.text(made) : received);
    }
    /// Of a building or an assignment: its id holds the moment of the fixture's clock.
    QDate takenById(const Kept &kept) const
    {
        const QString received = kept.text("received_at");
        return received.isEmpty() ? dayOf(toIso(m_clock.now())) : dayOf(received);
    }
    static bool known(const Kept &visit)
    {
        return visit.text("state") != QLatin1String("draft") && (!visit.text("received_at").isEmpty() || !visit.waits);
    }
    /// The visit's state at the end of \p day, as the server had it.
    QString stateAt(const Kept &visit, const QDate &day) const
    {
        for (const Kept &review : m_reviews) {
            if (review.text("inspection") == visit.id && (review.waits || taken(review, "made_at") > day))
                return QStringLiteral("submitted");
        }
        return visit.text("state");
    }

    /// What DashboardRepository counts, by plain loops.
    struct Recount
    {
        DashboardFigures figures;
        std::array<QSet<QString>, 5> reached;
        QMap<QString, Kept> inForce; ///< by building
        QList<Kept> scored;
        QMap<QString, Kept> reports; ///< of the occupancy's month, by centre
        QList<Kept> loans;
    };
    Recount recountAll(const DashboardFilter &filter) const
    {
        const auto inPeriod = [&](const QDate &day) {
            return day.isValid() && (!filter.from.isValid() || day >= filter.from) &&
                   (!filter.to.isValid() || day <= filter.to);
        };
        const QDate day = filter.to.isValid() ? filter.to : dayOf(toIso(m_clock.now()));
        Recount all;
        DashboardFigures &figures = all.figures;
        QMap<QString, City> places;
        for (const Kept &kept : m_buildings) {
            const City &city = *gazetteer().city(kept.number("city"));
            if (kept.gone || !kept.text("merged_into").isEmpty() ||
                !(filter.provinces.isEmpty() || filter.provinces.contains(city.province)) ||
                !(filter.tiers.isEmpty() || filter.tiers.contains(city.tier)) ||
                !(filter.cities.isEmpty() || filter.cities.contains(city.id)))
                continue;
            places.insert(kept.id, city);
            if (!filter.settled || takenById(kept) <= day)
                all.reached[0].insert(kept.id);
        }
        QMap<QDate, MonthCount> months;
        for (const Kept &paper : m_certificates) {
            const QString place = whole(paper.text("building"));
            if (!places.contains(place))
                continue;
            const QDate issued = dayOf(paper.text("issued_at"));
            if (!filter.settled || issued <= day)
                all.reached[1].insert(place);
            if (inPeriod(issued)) {
                for (size_t step : {2U, 3U, 4U})
                    all.reached[step].insert(place);
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
            if (stands && valid && (!all.inForce.contains(place) || newer(paper, all.inForce.value(place))))
                all.inForce.insert(place, paper);
        }
        for (const Kept &task : m_assignments) {
            const QString place = whole(task.text("building"));
            const bool counts =
                filter.settled ? takenById(task) <= day : task.text("state") != QLatin1String("cancelled");
            if (places.contains(place) && counts)
                all.reached[1].insert(place);
        }
        recountVisits(filter, day, places, inPeriod, all);
        recountMonths(filter, day, places, all);
        if (!filter.settled)
            recountLoans(places, all);
        if (filter.settled)
            all.reached[0] |= all.reached[1];
        figures.buildings = static_cast<int>(all.reached[0].size());
        for (size_t i = 0; i < 5; ++i)
            figures.funnel[i] = static_cast<int>(all.reached[i].size());
        QMap<QString, ProvinceCount> provinces;
        for (const Province &province : gazetteer().provinces()) {
            if (filter.provinces.isEmpty() || filter.provinces.contains(province.code))
                provinces[province.code].province = province.code;
        }
        QMap<int, int> cities;
        for (int i = 0; i < 12; ++i)
            figures.ending.append({QDate(day.year(), day.month(), 1).addMonths(i), 0, 0});
        for (auto it = all.inForce.begin(); it != all.inForce.end(); ++it) {
            const City city = places.value(it.key());
            const bool provisional = it->text("grade") == QLatin1String("provisional");
            ++figures.certified;
            figures.provisional += provisional ? 1 : 0;
            figures.seats += it->number("seats");
            figures.fireSafe += of(m_buildings, it.key()).number("covered_area_sqft") / 50;
            ++provinces[city.province].byTier[static_cast<size_t>(city.tier - 1)];
            ++cities[city.id];
            for (MonthCount &month : figures.ending) {
                if (it->text("valid_until").startsWith(month.month.toString(QStringLiteral("yyyy-MM"))))
                    ++(provisional ? month.provisional : month.full);
            }
        }
        figures.certifiedByProvince = provinces.values();
        for (auto it = cities.begin(); it != cities.end(); ++it)
            figures.byCity.append({it.key(), it.value()});
        if (!months.isEmpty()) {
            for (QDate month = months.firstKey(); month <= months.lastKey(); month = month.addMonths(1))
                figures.certifiedByMonth.append(months.value(month, {month, 0, 0}));
        }
        return all;
    }
    DashboardFigures recount(const DashboardFilter &filter) const { return recountAll(filter).figures; }

    template <class InPeriod>
    void recountVisits(const DashboardFilter &filter, const QDate &day, const QMap<QString, City> &places,
                       InPeriod inPeriod, Recount &all) const
    {
        DashboardFigures &figures = all.figures;
        for (int i = 0; i < 20; ++i)
            figures.scores.append({i * 500, 0, 0, 0});
        QMap<QString, FailingItem> failing;
        for (const Kept &visit : m_inspections) {
            const QString place = whole(visit.text("building"));
            const QString state = filter.settled ? stateAt(visit, day) : visit.text("state");
            if (visit.gone || !places.contains(place))
                continue;
            const QDate came = taken(visit, "finished_at");
            if (filter.settled ? known(visit) && came <= day : true)
                all.reached[1].insert(place);
            if (visit.text("state") == QLatin1String("submitted"))
                ++figures.waitingForReview;
            if (state == QLatin1String("draft") || visit.text("visit_outcome") != QLatin1String("done") ||
                !inPeriod(came) || (filter.settled && !known(visit)))
                continue;
            all.reached[2].insert(place);
            if (state == QLatin1String("accepted") || state == QLatin1String("rejected"))
                all.reached[3].insert(place);
            if (state == QLatin1String("returned"))
                continue;
            all.scored.append(visit);
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
            for (const Kept &visit : std::as_const(all.scored)) {
                const QJsonObject answer =
                    visit.fields.value(QStringLiteral("answers")).toObject().value(it.key()).toObject();
                it->inspections +=
                    answer.contains(QStringLiteral("value")) || answer.contains(QStringLiteral("rows")) ? 1 : 0;
            }
            if (it->inspections == 0)
                it->inspections = static_cast<int>(all.scored.size());
        }
        figures.failingMost = failing.values();
        std::stable_sort(figures.failingMost.begin(), figures.failingMost.end(),
                         [](const FailingItem &a, const FailingItem &b) { return a.failed > b.failed; });
        figures.failingMost = figures.failingMost.mid(0, 10);
    }
    void recountMonths(const DashboardFilter &filter, const QDate &day, const QMap<QString, City> &places,
                       Recount &all) const
    {
        QMap<QString, QMap<QString, Kept>> byMonth;
        for (const Kept &report : m_reports) {
            const Kept &centre = of(m_centres, report.text("centre"));
            const QDate month = QDate::fromString(report.text("month") + QStringLiteral("-01"), Qt::ISODate);
            const bool early = filter.from.isValid() && month < QDate(filter.from.year(), filter.from.month(), 1);
            if (report.gone || centre.gone || !places.contains(whole(centre.text("building"))) || early || month > day)
                continue;
            Kept &newest = byMonth[report.text("month")][centre.id];
            if (newest.id < report.id)
                newest = report;
        }
        if (byMonth.isEmpty())
            return;
        all.reports = byMonth.last();
        Occupancy &sum = all.figures.occupancy;
        sum.month = QDate::fromString(byMonth.lastKey() + QStringLiteral("-01"), Qt::ISODate);
        double paid = 0;
        for (const Kept &report : std::as_const(all.reports)) {
            ++sum.centres;
            sum.mixed += report.number("other_staff") > 0 ? 1 : 0;
            sum.seats += report.number("seats");
            sum.taken += report.number("seats_taken");
            sum.freelancers += report.number("freelancers");
            sum.otherStaff += report.number("other_staff");
            paid += static_cast<double>(report.number("seats_taken")) * report.number("seat_rate_paisa");
        }
        if (sum.taken > 0)
            sum.ratePaisa = static_cast<qint64>(std::floor(paid / static_cast<double>(sum.taken) + 0.5));
    }

    void recountLoans(const QMap<QString, City> &places, Recount &all) const
    {
        QMap<std::tuple<QString, int, qint64, int, int, int>, int> groups;
        for (const Kept &loan : m_loans) {
            if (loan.gone || !places.contains(whole(loan.text("building"))))
                continue;
            all.loans.append(loan);
            const int markup = loan.fields.contains(QStringLiteral("markup_bp"))
                                   ? loan.number("markup_bp")
                                   : loan.number("spread_bp") + loan.number("kibor_bp");
            ++groups[{loan.text("state"), loan.number("policy_version"), loan.number("principal_paisa"), markup,
                      loan.number("tenor_months"), loan.number("grace_months")}];
        }
        for (auto it = groups.begin(); it != groups.end(); ++it) {
            const auto &[state, version, principal, markup, tenor, grace] = it.key();
            all.figures.loans.append(
                {parse<LoanState>(state).value(), version, principal, markup, tenor, grace, it.value()});
        }
    }

    /// As text, so that a difference can be read.
    static QString told(const DashboardFigures &f)
    {
        QStringList lines;
        lines << QStringLiteral("buildings %1 certified %2 provisional %3 waiting %4 seats %5 fire-safe %6")
                     .arg(f.buildings)
                     .arg(f.certified)
                     .arg(f.provisional)
                     .arg(f.waitingForReview)
                     .arg(f.seats)
                     .arg(f.fireSafe);
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
        for (const MonthCount &m : f.ending)
            lines << QStringLiteral("ends %1 %2 %3").arg(m.month.toString(Qt::ISODate)).arg(m.full).arg(m.provisional);
        for (const LoanGroup &g : f.loans)
            lines << QStringLiteral("loans %1 policy %2 principal %3 markup %4 tenor %5 grace %6: %7")
                         .arg(token(g.state))
                         .arg(g.policyVersion)
                         .arg(g.principalPaisa)
                         .arg(g.markupBp)
                         .arg(g.tenorMonths)
                         .arg(g.graceMonths)
                         .arg(g.loans);
        const Occupancy &o = f.occupancy;
        lines << QStringLiteral("occupancy %1 centres %2 mixed %3 seats %4 taken %5 freelancers %6 staff %7 rate %8")
                     .arg(o.month.toString(Qt::ISODate))
                     .arg(o.centres)
                     .arg(o.mixed)
                     .arg(o.seats)
                     .arg(o.taken)
                     .arg(o.freelancers)
                     .arg(o.otherStaff)
                     .arg(o.ratePaisa);
        return lines.join(QLatin1Char('\n'));
    }
    /// Filters of every kind, some of them random.
    QList<DashboardFilter> someFilters()
    {
        const QString punjab = QStringLiteral("PK-PB");
        QList<DashboardFilter> filters{{},
                                       {{}, {}, QDate(2026, 4, 1), QDate(2026, 6, 30)},
                                       {{punjab}, {}, {}, {}},
                                       {{punjab, QStringLiteral("PK-SD")}, {1, 3}, QDate(2026, 3, 15), {}},
                                       {{}, {2}, {}, QDate(2026, 9, 1)}};
        for (int i = 0; i < 8; ++i) {
            const QDate from = QDate(2026, 1, 1).addDays(m_random.bounded(300));
            DashboardFilter filter{{}, {}, from, from.addDays(m_random.bounded(90))};
            if (i % 2 == 0) {
                for (int j = 0; j < 5; ++j)
                    filter.cities.append(m_buildings[m_random.bounded(60)].number("city"));
            }
            filters.append(filter);
        }
        for (const DashboardFilter &filter : QList<DashboardFilter>(filters)) {
            if (!filter.to.isValid())
                continue;
            filters.append(filter);
            filters.last().settled = true;
        }
        return filters;
    }
};

} // namespace markaz::test
