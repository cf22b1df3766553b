// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows behind each figure: as many as it says, and those.
#include "core/storage/figurerows.h"
#include "tests/core/storage/dashboardhistory.h"

namespace markaz::test {
namespace {

using Figure = FigureAsked::Figure;

class FigureRowsTest : public DashboardHistory
{
protected:
    static FigureAsked asked(Figure figure, const DashboardFilter &filter)
    {
        FigureAsked what;
        what.figure = figure;
        what.filter = filter;
        return what;
    }
    QStringList ids(const FigureAsked &what)
    {
        const auto found = FigureRows(*m_database, &m_clock).ids(what);
        EXPECT_TRUE(found.ok()) << qPrintable(found.ok() ? QString() : found.error().detail);
        return found.ok() ? *found : QStringList();
    }
    QList<FigureRow> rows(const FigureAsked &what)
    {
        const QStringList wanted = ids(what);
        const auto found = FigureRows(*m_database, &m_clock).rows(what, wanted);
        EXPECT_TRUE(found.ok()) << qPrintable(found.ok() ? QString() : found.error().detail);
        if (!found)
            return {};
        QStringList order;
        QStringList codes;
        for (const FigureRow &row : *found) {
            order.append(row.id);
            codes.append(row.buildingCode);
            EXPECT_EQ(gazetteer().city(row.cityId)->province, row.province);
            EXPECT_EQ(gazetteer().city(row.cityId)->tier, row.tier);
        }
        EXPECT_EQ(order, wanted) << "each of them, in their order";
        EXPECT_TRUE(std::is_sorted(codes.begin(), codes.end())) << "by the building's code";
        return *found;
    }
    static QStringList sorted(QStringList list)
    {
        list.sort();
        return list;
    }
    static QStringList idsOf(const QList<Kept> &list)
    {
        QStringList all;
        for (const Kept &kept : list)
            all.append(kept.id);
        return sorted(all);
    }
    /// Against the figures and the plain loops over the records.
    void expectRows(const DashboardFilter &filter)
    {
        const auto counted = DashboardRepository(*m_database, &m_clock).figures(filter);
        ASSERT_TRUE(counted.ok());
        const Recount expected = recountAll(filter);
        FigureAsked what = asked(Figure::Reached, filter);
        for (int step = 0; step < 5; ++step) {
            what.step = step;
            const QList<FigureRow> found = rows(what);
            EXPECT_EQ(found.size(), counted->funnel[static_cast<size_t>(step)]) << step;
            QStringList buildings;
            for (const FigureRow &row : found)
                buildings.append(row.id);
            EXPECT_EQ(sorted(buildings), sorted(expected.reached[static_cast<size_t>(step)].values())) << step;
        }
        expectCertificates(filter, *counted, expected);
        qsizetype visits = 0;
        what = asked(Figure::Scored, filter);
        for (const ScoreBin &bin : counted->scores) {
            what.fromBp = bin.fromBp;
            const QList<FigureRow> found = rows(what);
            EXPECT_EQ(found.size(), bin.eligible + bin.provisional + bin.refused) << bin.fromBp;
            EXPECT_EQ(std::count_if(found.begin(), found.end(),
                                    [](const FigureRow &row) { return row.verdict == QLatin1String("eligible"); }),
                      bin.eligible);
            for (const FigureRow &row : found)
                EXPECT_TRUE(row.scoreBp >= bin.fromBp && (row.scoreBp < bin.fromBp + 500 || row.scoreBp == 10'000));
            visits += found.size();
        }
        EXPECT_EQ(visits, expected.scored.size());
        what = asked(Figure::Failed, filter);
        for (const FailingItem &item : counted->failingMost) {
            what.item = item.code;
            QStringList failed;
            const QList<FigureRow> found = rows(what);
            for (const FigureRow &row : found)
                failed.append(row.id);
            EXPECT_EQ(found.size(), item.failed) << qPrintable(item.code);
            QList<Kept> those;
            for (const Kept &visit : expected.scored) {
                if (visit.fields.value(QStringLiteral("score"))
                        .toObject()
                        .value(QStringLiteral("failed"))
                        .toArray()
                        .contains(item.code))
                    those.append(visit);
            }
            EXPECT_EQ(sorted(failed), idsOf(those)) << qPrintable(item.code);
        }
        expectReports(filter, *counted, expected);
        if (!filter.settled)
            expectLoans(filter, *counted, expected);
    }
    void expectLoans(const DashboardFilter &filter, const DashboardFigures &counted, const Recount &expected)
    {
        qsizetype all = 0;
        for (const LoanState state : allValues<LoanState>()) {
            FigureAsked what = asked(Figure::Loans, filter);
            what.states = QStringList{token(state)};
            const QList<FigureRow> found = rows(what);
            qsizetype figure = 0;
            qint64 principal = 0;
            for (const LoanGroup &group : counted.loans) {
                if (group.state != state)
                    continue;
                figure += group.loans;
                principal += group.loans * group.principalPaisa;
            }
            EXPECT_EQ(found.size(), figure) << qPrintable(token(state));
            QStringList ids;
            for (const FigureRow &row : found) {
                ids.append(row.id);
                principal -= row.principalPaisa;
                EXPECT_EQ(row.state, token(state));
                EXPECT_EQ(row.markupBp, 1500);
            }
            EXPECT_EQ(principal, 0);
            QList<Kept> those;
            std::copy_if(expected.loans.begin(), expected.loans.end(), std::back_inserter(those),
                         [&](const Kept &loan) { return loan.text("state") == token(state); });
            EXPECT_EQ(sorted(ids), idsOf(those));
            all += found.size();
        }
        EXPECT_EQ(rows(asked(Figure::Loans, filter)).size(), all);
    }
    void expectCertificates(const DashboardFilter &filter, const DashboardFigures &counted, const Recount &expected)
    {
        const QList<FigureRow> certificates = rows(asked(Figure::InForce, filter));
        EXPECT_EQ(certificates.size(), counted.certified);
        QStringList found;
        qint64 seats = 0;
        for (const FigureRow &row : certificates) {
            found.append(row.id);
            seats += row.seats;
            EXPECT_EQ(expected.inForce.value(row.buildingId).text("number"), row.number);
        }
        EXPECT_EQ(seats, counted.seats);
        EXPECT_EQ(sorted(found), idsOf(expected.inForce.values()));
        for (const ProvinceCount &province : counted.certifiedByProvince) {
            DashboardFilter one = filter;
            one.provinces = QStringList{province.province};
            EXPECT_EQ(ids(asked(Figure::InForce, one)).size(),
                      province.byTier[0] + province.byTier[1] + province.byTier[2]);
        }
        for (const CityCount &city : counted.byCity) {
            DashboardFilter one = filter;
            one.cities = {city.cityId};
            EXPECT_EQ(ids(asked(Figure::InForce, one)).size(), city.certified);
        }
        FigureAsked what = asked(Figure::Ending, filter);
        for (const MonthCount &month : counted.ending) {
            what.month = month.month;
            EXPECT_EQ(rows(what).size(), month.full + month.provisional);
        }
        // A bar of the months: what was in force at its own end.
        DashboardFilter then = filter;
        then.settled = false;
        then.to = QDate(2026, 5, 31);
        const auto bars = DashboardRepository(*m_database, &m_clock).inForceAt(filter, {then.to});
        EXPECT_EQ(rows(asked(Figure::InForce, then)).size(), bars->first().full + bars->first().provisional);
    }
    void expectReports(const DashboardFilter &filter, const DashboardFigures &counted, const Recount &expected)
    {
        if (!counted.occupancy.month.isValid())
            return;
        FigureAsked what = asked(Figure::Reported, filter);
        what.month = counted.occupancy.month;
        const QList<FigureRow> found = rows(what);
        EXPECT_EQ(found.size(), counted.occupancy.centres);
        Occupancy sum;
        QStringList reports;
        for (const FigureRow &row : found) {
            reports.append(row.id);
            sum.seats += row.seats;
            sum.taken += row.taken;
            sum.freelancers += row.freelancers;
            sum.otherStaff += row.otherStaff;
        }
        EXPECT_EQ(sorted(reports), idsOf(expected.reports.values()));
        EXPECT_EQ(sum.seats, counted.occupancy.seats);
        EXPECT_EQ(sum.taken, counted.occupancy.taken);
        EXPECT_EQ(sum.freelancers, counted.occupancy.freelancers);
        EXPECT_EQ(sum.otherStaff, counted.occupancy.otherStaff);
    }
};

class Histories : public FigureRowsTest, public testing::WithParamInterface<int>
{
};

TEST_P(Histories, rows_areThoseThatTheFigureCounts)
{
    const quint32 seed = QRandomGenerator::global()->generate();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    fill(seed);
    const QList<DashboardFilter> filters = someFilters();
    for (const DashboardFilter &filter : filters)
        expectRows(filter);
}
INSTANTIATE_TEST_SUITE_P(Random, Histories, testing::Range(0, 4));

TEST_F(FigureRowsTest, aRow_holdsWhatItsRecordSays)
{
    const QString mill =
        building("SKT", 1, {{QStringLiteral("latitude_e6"), 32'494'530}, {QStringLiteral("longitude_e6"), 74'522'910}});
    const QString visit =
        visited(mill, "accepted", "refused", "2026-10-03",
                {{QStringLiteral("score"), QJsonObject{{QStringLiteral("total_bp"), 4730},
                                                       {QStringLiteral("verdict"), QStringLiteral("refused")},
                                                       {QStringLiteral("failed"), QJsonArray{QStringLiteral("C-02")}}}},
                 {QStringLiteral("answers"),
                  QJsonObject{{QStringLiteral("C-02"), QJsonObject{{QStringLiteral("value"), QStringLiteral("no")}}}}},
                 {QStringLiteral("received_at"), QStringLiteral("2026-10-09T20:00:00.000Z")}});
    certificate(mill, visit, "full", "issued", "2026-10-20", "2028-10-19", {{QStringLiteral("seats"), 64}});

    FigureAsked what = asked(Figure::Failed, {});
    what.item = QStringLiteral("C-02");
    QList<FigureRow> found = rows(what);
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found[0].id, visit);
    EXPECT_EQ(found[0].buildingId, mill);
    EXPECT_EQ(found[0].buildingCode, QStringLiteral("SKT-0001"));
    EXPECT_EQ(found[0].city, QStringLiteral("Sialkot"));
    EXPECT_EQ(found[0].day, QDate(2026, 10, 10)) << "in Pakistan, as the server took it";
    EXPECT_EQ(found[0].scoreBp, 4730);
    EXPECT_EQ(found[0].verdict, QStringLiteral("refused"));
    EXPECT_EQ(found[0].state, QStringLiteral("accepted"));
    EXPECT_EQ(found[0].kind, QStringLiteral("initial"));
    EXPECT_EQ(found[0].answer, QStringLiteral(R"({"value":"no"})"));
    ASSERT_TRUE(found[0].position.has_value());
    EXPECT_EQ(found[0].position->longitudeE6(), 74'522'910);

    found = rows(asked(Figure::InForce, {}));
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found[0].grade, QStringLiteral("full"));
    EXPECT_EQ(found[0].seats, 64);
    EXPECT_EQ(found[0].day, QDate(2026, 10, 20));
    EXPECT_EQ(found[0].until, QDate(2028, 10, 19));
    found = rows(asked(Figure::Reached, {}));
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found[0].areaSqft, 4000);
}

TEST_F(FigureRowsTest, whatIsGone_isLeftOut)
{
    const QString first = building("SKT", 1);
    const QString second = building("SKT", 2);
    const FigureAsked what = asked(Figure::Reached, {});
    const QStringList both = ids(what);
    EXPECT_EQ(both, (QStringList{first, second}));
    ASSERT_TRUE(m_records->remove(Entity::Building, first).ok());
    const auto left = FigureRows(*m_database, &m_clock).rows(what, both);
    ASSERT_TRUE(left.ok());
    ASSERT_EQ(left->size(), 1);
    EXPECT_EQ(left->first().id, second);
}

} // namespace
} // namespace markaz::test
