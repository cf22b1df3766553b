// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dashboard/dashboardfixture.h"

#include <QLabel>
#include <QSignalSpy>
#include <QStackedWidget>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

class DashboardPageTest : public test::DashboardFixture
{
protected:
    std::unique_ptr<DashboardPage> shown(Role role = Role::Officer, const QStringList &provinces = {})
    {
        auto page = std::make_unique<DashboardPage>(services(role, provinces));
        page->resize(1166, 720);
        test::present(*page);
        return page;
    }
};

// Quota line on 2026-11-24: 1,155 of the 1,251 days from 2023-09-26 to 2027-02-28 have passed; 250 * 1155 / 1251 =
// 230.8.
TEST_F(DashboardPageTest, keyFigures_areThoseOfTheRows)
{
    fillKnown();
    const auto page = shown();

    const KeyFigureContent certified = figure(*page, "figureCertified");
    EXPECT_EQ(certified.caption, QStringLiteral("Certified of the quota"));
    EXPECT_EQ(certified.figure, QStringLiteral("4"));
    EXPECT_EQ(certified.unit, QStringLiteral("of 250 by Feb 2027"));
    EXPECT_EQ(certified.note, QStringLiteral("226 behind the line"));
    EXPECT_EQ(certified.noteStatus, Status::Bad);

    const KeyFigureContent pipeline = figure(*page, "figurePipeline"); // QTA-0001 and KHI-0003
    EXPECT_EQ(pipeline.figure, QStringLiteral("2"));
    EXPECT_EQ(pipeline.note, QStringLiteral("1 waits for review"));

    const KeyFigureContent seats = figure(*page, "figureSeats"); // 120 + 80 + 60 + 200
    EXPECT_EQ(seats.figure, QStringLiteral("460"));
    EXPECT_EQ(seats.unit, QStringLiteral("in 4 centres"));
    EXPECT_EQ(seats.note, QStringLiteral("320 fire-safe")); // 4 times 4,000 sq ft, 50 a person
    EXPECT_EQ(seats.noteStatus, Status::Warn);

    const KeyFigureContent none = figure(*page, "figureOccupancy");
    EXPECT_EQ(none.caption, QStringLiteral("Occupancy"));
    EXPECT_EQ(none.figure, QStringLiteral("–"));
    EXPECT_EQ(none.note, QStringLiteral("No month was reported"));
}

TEST_F(DashboardPageTest, cardsOfTheNewestMonth_areWhatItsCentresReported)
{
    fillKnown();
    // By hand: 90 of 100 and 30 of 60 seats at Rs 3,500 and Rs 3,000; 80 freelancers with 20 others, 25 with none.
    reported("LHE", 1, "2026-10", 100, 90, 80, 20, 350'000);
    reported("SKT", 1, "2026-10", 60, 30, 25, 0, 300'000);
    reported("LHE", 2, "2026-09", 80, 80, 80, 40, 900'000);
    const auto page = shown();
    const KeyFigureContent occupancy = figure(*page, "figureOccupancy");
    EXPECT_EQ(occupancy.caption, QStringLiteral("Occupancy, Oct 2026"));
    EXPECT_EQ(occupancy.figure, QStringLiteral("75 %"));
    EXPECT_EQ(occupancy.unit, QStringLiteral("120 taken"));
    EXPECT_EQ(occupancy.note, QStringLiteral("16 % other staff")); // 20 of 125 people
    const KeyFigureContent rate = figure(*page, "figureRate");     // (90 * 3,500 + 30 * 3,000) / 120
    EXPECT_EQ(rate.figure, QStringLiteral("Rs 3,375"));
    EXPECT_EQ(rate.note, QStringLiteral("Ceiling 4,000; market 10,000+"));
    EXPECT_EQ(rate.noteStatus, Status::Ok);

    choose(*page, "city", {QString::number(markaz::test::cityOf("SKT").id)});
    EXPECT_EQ(figure(*page, "figureOccupancy").figure, QStringLiteral("50 %"));
    EXPECT_EQ(figure(*page, "figureCertified").figure, QStringLiteral("1"));
    EXPECT_EQ(figure(*page, "figureCertified").note, QStringLiteral("No quota by tier or city"));
    choose(*page, "city", {});
    choose(*page, "tier", {QStringLiteral("1")});
    EXPECT_EQ(figure(*page, "figureRate").figure, QStringLiteral("Rs 3,500"));
    // A month that is dearer than the ceiling says so in words, too.
    reported("LHE", 2, "2026-11", 80, 80, 0, 0, 450'000);
    Q_EMIT m_notifier.manyChanged();
    QCoreApplication::processEvents();
    EXPECT_EQ(figure(*page, "figureRate").note, QStringLiteral("Over 4,000; market 10,000+"));
    EXPECT_EQ(figure(*page, "figureRate").noteStatus, Status::Bad);
    EXPECT_EQ(figure(*page, "figureOccupancy").note, QStringLiteral("1 centre reported")) << "nobody was there";
}

TEST_F(DashboardPageTest, subsidyCommitted_isThatOfTheLoansUnderTheirOwnPolicies)
{
    fillKnown();
    const auto page = shown();
    EXPECT_EQ(figure(*page, "figureSubsidy").figure, QStringLiteral("–"));
    EXPECT_EQ(figure(*page, "figureSubsidy").note, QStringLiteral("No loan is approved"));
    const auto again = [this] {
        Q_EMIT m_notifier.manyChanged();
        QCoreApplication::processEvents();
    };
    // 2 % of Rs 9 million, all of it subsidised under the first policy, which leaves open who pays.
    lent("LHE", 1, "approved", 900'000'000);
    lent("LHE", 2, "applied", 900'000'000);
    lent("KHI", 2, "declined", 900'000'000);
    again();
    KeyFigureContent subsidy = figure(*page, "figureSubsidy");
    EXPECT_EQ(subsidy.figure, QStringLiteral("Rs 180,000"));
    EXPECT_EQ(subsidy.unit, QStringLiteral("1 loan"));
    EXPECT_EQ(subsidy.note, QStringLiteral("Ignite, PSDP: undecided"));
    // 2 % of Rs 500 million is 10 million, half of it subsidised, three fifths of that by Ignite.
    publish(5'000, 6'000);
    lent("KHI", 1, "paid_out", 50'000'000'000, 2);
    again();
    subsidy = figure(*page, "figureSubsidy");
    EXPECT_EQ(subsidy.figure, QStringLiteral("Rs 5.2 m"));
    EXPECT_EQ(subsidy.note, QStringLiteral("180,000 of it undecided"));
    choose(*page, "city", {QString::number(markaz::test::cityOf("KHI").id)});
    EXPECT_EQ(figure(*page, "figureSubsidy").note, QStringLiteral("Ignite 3 m, PSDP 2 m"));
    choose(*page, "period", {dashboard::period::kLastYear});
    EXPECT_EQ(figure(*page, "figureSubsidy").figure, QStringLiteral("Rs 5 m")) << "as it stands today";
    lent("KHI", 3, "approved", 900'000'000, 7);
    again();
    EXPECT_EQ(figure(*page, "figureSubsidy").figure, QStringLiteral("Rs 5 m"));
    EXPECT_EQ(figure(*page, "figureSubsidy").note, QStringLiteral("1 loan's policy is missing"));
    EXPECT_EQ(figure(*page, "figureSubsidy").noteStatus, Status::Warn);
}

TEST_F(DashboardPageTest, loans_areCountedByState)
{
    fillKnown();
    lent("LHE", 1, "approved", 900'000'000);
    lent("LHE", 2, "applied", 100'000'000);
    lent("KHI", 1, "applied", 350'000'000);
    const auto page = shown();
    auto *loans = chart<LoanChart>(*page);
    ASSERT_NE(loans, nullptr);
    // From below: declined, closed, clawed back, paid out, approved, applied for, draft.
    EXPECT_THAT(values(sets(*loans)[0]), ElementsAre(0, 0, 0, 0, 1, 2, 0));
    EXPECT_THAT(words(*loans), Contains(QStringLiteral("Rs 4.5 m")));
    EXPECT_EQ(loans->spots().spots()[1].words, QStringLiteral("Applied for: 2 loans, Rs 4.5 m"));
    EXPECT_EQ(loans->spots().spots()[0].words, QStringLiteral("Draft: no loan"));
    choose(*page, "tier", {QStringLiteral("2")});
    EXPECT_THAT(values(sets(*loans)[0]), ElementsAre(0, 0, 0, 0, 0, 0, 0));
}

TEST_F(DashboardPageTest, whatAFilterDoesNotChange_isSaid)
{
    fillKnown();
    const auto page = shown();
    EXPECT_EQ(figure(*page, "figurePipeline").unit, QStringLiteral("buildings today"));
    QStringList notes;
    for (const QLabel *label : page->findChildren<QLabel *>())
        notes.append(label->text());
    EXPECT_THAT(notes, Contains(QStringLiteral("Identified and assigned: all so far")));
}

TEST_F(DashboardPageTest, ending_countsTheCertificatesByTheMonthOfTheirLastDay)
{
    fillKnown();
    const auto page = shown();
    auto *ending = page->findChild<CertifiedChart *>(QStringLiteral("endingChart"));
    ASSERT_NE(ending, nullptr);
    ASSERT_EQ(ending->content().months.size(), 12);
    EXPECT_EQ(ending->content().months.first(), QDate(2026, 11, 1));
    // LHE-0002 ends on 2027-02-15, SKT-0001 on 2027-06-11.
    EXPECT_THAT(values(sets(*ending)[0]), ElementsAre(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0));
    EXPECT_THAT(values(sets(*ending)[1]), ElementsAre(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0));
    EXPECT_TRUE(lines(*ending)[0]->points().isEmpty()) << "no quota here";
    EXPECT_EQ(ending->spots().spots()[3].words,
              QStringLiteral("Feb 2027: certificates that end: 1, 0 full and 1 provisional"));
}

/// A change of language comes to every page, also to one that was never shown and has counted nothing.
TEST_F(DashboardPageTest, anotherLanguageBeforeItWasEverShown_changesItsWordsAlone)
{
    DashboardPage page(services());
    EXPECT_FALSE(page.question().today.isValid());
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&page, &change);
    EXPECT_FALSE(page.question().today.isValid()) << "it is counted when it is shown";
    page.setVisible(true);
    EXPECT_TRUE(page.question().today.isValid());
}

TEST(AxisMonths, ofADayThatIsNone_areNone)
{
    EXPECT_TRUE(dashboard::axisMonths({}, builtinPolicy().value()).isEmpty());
}

TEST_F(DashboardPageTest, funnel_countsWhoeverReachedTheStep)
{
    fillKnown();
    const auto page = shown();
    auto *funnel = chart<FunnelChart>(*page);
    ASSERT_EQ(sets(*funnel).size(), 1);
    // From below: certified, reviewed, inspected in the period; assigned, identified ever.
    EXPECT_THAT(values(sets(*funnel)[0]), ElementsAre(3, 4, 5, 7, 8));
    const QStringList shownWords = words(*funnel);
    for (const char *expected : {"88 % go on", "80 % go on", "75 % go on", "Identified", "8"})
        EXPECT_THAT(shownWords, Contains(QLatin1String(expected)));
    EXPECT_FALSE(shownWords.contains(QStringLiteral("71 % go on"))) << "five of a period are no share of seven ever";
    EXPECT_EQ(funnel->accessibleName(), QStringLiteral("Pipeline, buildings that reached each stage"));
    EXPECT_EQ(funnel->accessibleDescription(),
              QStringLiteral(
                  "Identified: 8 buildings, 88 % go on; Assigned: 7 buildings; Inspected: 5 buildings, 80 % go on; "
                  "Reviewed: 4 buildings, 75 % go on; Certified: 3 buildings"));
}

TEST_F(DashboardPageTest, certifiedByMonth_stacksInForceAgainstTheQuotaLine)
{
    fillKnown();
    const auto page = shown();
    auto *months = chart<CertifiedChart>(*page);
    ASSERT_EQ(sets(*months).size(), 2);
    // December 2025 to November 2026.
    EXPECT_THAT(values(sets(*months)[0]), ElementsAre(1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3));
    EXPECT_THAT(values(sets(*months)[1]), ElementsAre(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1));
    ASSERT_EQ(lines(*months).size(), 1);
    const QList<QPointF> quota = lines(*months)[0]->points();
    ASSERT_EQ(quota.size(), 15);            // and on to February 2027
    EXPECT_EQ(quota[0], QPointF(0, 165));   // 827 days to 2025-12-31: 165.3
    EXPECT_EQ(quota[11], QPointF(11, 232)); // 1,161 days to 2026-11-30
    EXPECT_EQ(quota[14], QPointF(14, 250)); // the target's day
    EXPECT_EQ(lines(*months)[0]->pen().style(), Qt::CustomDashLine);
    EXPECT_THAT(words(*months), Contains(QStringLiteral("226 behind")));
}

TEST_F(DashboardPageTest, certifiedByProvince_stacksTiersBesideTheQuota)
{
    fillKnown();
    const auto page = shown();
    auto *provinces = chart<ProvinceChart>(*page);
    ASSERT_EQ(sets(*provinces).size(), 3);
    // From below: GB, JK, BA, IS, KP, SD, PB; the quotas 2, 3, 6, 11, 28, 51, 149.
    EXPECT_THAT(values(sets(*provinces)[0]), ElementsAre(0, 0, 0, 0, 0, 1, 2));
    EXPECT_THAT(values(sets(*provinces)[1]), ElementsAre(0, 0, 0, 0, 0, 0, 1));
    EXPECT_THAT(values(sets(*provinces)[2]), ElementsAre(0, 0, 0, 0, 0, 0, 0));
    QStringList quotas;
    for (const ProvinceRow &row : provinces->content())
        quotas.append(QStringLiteral("%1 %2").arg(row.code).arg(row.quota));
    EXPECT_THAT(quotas, ElementsAre(QStringLiteral("PK-PB 149"), QStringLiteral("PK-SD 51"), QStringLiteral("PK-KP 28"),
                                    QStringLiteral("PK-IS 11"), QStringLiteral("PK-BA 6"), QStringLiteral("PK-JK 3"),
                                    QStringLiteral("PK-GB 2")));
    EXPECT_THAT(words(*provinces), Contains(QStringLiteral("3 of 149")));
    EXPECT_THAT(words(*provinces), Contains(QStringLiteral("0 of 2")));
    EXPECT_EQ(provinces->spots().spots()[0].words,
              QStringLiteral("Punjab: 3 certified of a quota of 149 (Tier 1: 2, Tier 2: 1, Tier 3: 0)"));
}

TEST_F(DashboardPageTest, scores_standByOutcomeWithThePassMarks)
{
    fillKnown();
    const auto page = shown();
    auto *scores = chart<ScoreChart>(*page);
    ASSERT_EQ(scores->shownBins().size(), 10); // 50 to 100
    EXPECT_EQ(scores->shownBins()[0].fromBp, 5000);
    ASSERT_EQ(sets(*scores).size(), 3);
    EXPECT_THAT(values(sets(*scores)[0]), ElementsAre(0, 0, 0, 0, 0, 0, 0, 2, 0, 0)); // 86 and 88 eligible
    EXPECT_THAT(values(sets(*scores)[1]), ElementsAre(0, 0, 0, 0, 2, 0, 0, 0, 0, 0)); // 74 and 73 provisional
    EXPECT_THAT(values(sets(*scores)[2]), ElementsAre(1, 0, 0, 0, 0, 0, 0, 0, 0, 0)); // 52 refused
    ASSERT_EQ(lines(*scores).size(), 3);
    QList<qreal> marks; // half a bar before the bin that begins there: 70, 75 and 80
    for (const QLineSeries *line : lines(*scores))
        marks.append(line->at(0).x());
    EXPECT_THAT(marks, ElementsAre(3.5, 4.5, 5.5));
    EXPECT_THAT(words(*scores), Contains(QStringLiteral("pass mark, tier")));
}

TEST_F(DashboardPageTest, items_areSharesOfThoseThatAnsweredThem)
{
    fillKnown();
    const auto page = shown();
    auto *items = chart<ItemChart>(*page);
    ASSERT_EQ(items->content().size(), 2);
    EXPECT_EQ(items->content()[0].code, QStringLiteral("C-09"));
    EXPECT_EQ(items->content()[0].failed, 2);
    EXPECT_EQ(items->content()[0].inspections, 3);
    EXPECT_EQ(items->content()[1].text, QStringLiteral("Exits unlocked"));
    const QList<qreal> bars = values(sets(*items)[0]); // ten rows, the last on top
    ASSERT_EQ(bars.size(), 10);
    EXPECT_EQ(bars[9], 6666);
    EXPECT_EQ(bars[8], 5000);
    EXPECT_EQ(bars[7], 0);
    EXPECT_THAT(words(*items), Contains(QStringLiteral("67 %")));
    EXPECT_THAT(words(*items), Contains(QStringLiteral("50 %")));
}

TEST_F(DashboardPageTest, map_listsTheCitiesWithMostCentres)
{
    fillKnown();
    const auto page = shown();
    auto *map = chart<CityMap>(*page);
    const auto rows = map->rows();
    ASSERT_EQ(rows.size(), 3);
    EXPECT_EQ(rows[0], qMakePair(QStringLiteral("2"), QStringLiteral("Lahore")));
    EXPECT_EQ(rows[1], qMakePair(QStringLiteral("1"), QStringLiteral("Karachi")));
    EXPECT_EQ(rows[2], qMakePair(QStringLiteral("1"), QStringLiteral("Sialkot")));
    // Karachi lies in the south-west of Lahore on the picture too.
    const QPointF lahore = map->spots().spots()[0].area.center();
    const QPointF karachi = map->spots().spots()[1].area.center();
    EXPECT_LT(karachi.x(), lahore.x());
    EXPECT_GT(karachi.y(), lahore.y());
}

TEST_F(DashboardPageTest, provinceFilter_countsAndMeasuresThatProvince)
{
    fillKnown();
    const auto page = shown();
    choose(*page, "province", {QStringLiteral("PK-SD")});
    EXPECT_EQ(figure(*page, "figureCertified").figure, QStringLiteral("1"));
    EXPECT_EQ(figure(*page, "figureCertified").unit, QStringLiteral("of 51 by Feb 2027"));
    EXPECT_EQ(figure(*page, "figureCertified").note, QStringLiteral("46 behind the line")); // 51 * 1155 / 1251 = 47.1
    EXPECT_EQ(figure(*page, "figurePipeline").figure, QStringLiteral("1"));
    EXPECT_EQ(chart<ProvinceChart>(*page)->content().size(), 1);
    EXPECT_THAT(values(sets(*chart<FunnelChart>(*page))[0]), ElementsAre(1, 2, 3, 3, 3));
}

TEST_F(DashboardPageTest, tierFilter_leavesTheQuotaOut)
{
    fillKnown();
    const auto page = shown();
    choose(*page, "tier", {QStringLiteral("2")});
    const KeyFigureContent certified = figure(*page, "figureCertified"); // SKT-0001
    EXPECT_EQ(certified.caption, QStringLiteral("Certified"));
    EXPECT_EQ(certified.figure, QStringLiteral("1"));
    EXPECT_EQ(certified.note, QStringLiteral("No quota by tier or city"));
    auto *months = chart<CertifiedChart>(*page);
    EXPECT_TRUE(lines(*months)[0]->points().isEmpty());
    EXPECT_EQ(months->content().months.size(), 12); // no line that would lead beyond today
    auto *scores = chart<ScoreChart>(*page);
    ASSERT_EQ(lines(*scores).size(), 1);
    EXPECT_EQ(chart<ProvinceChart>(*page)->content()[0].quota, -1);
    choose(*page, "tier", {});
    EXPECT_EQ(lines(*scores).size(), 3);
    EXPECT_EQ(lines(*months)[0]->points().size(), 15);
}

TEST_F(DashboardPageTest, period_lastYear_endsWithTheYear)
{
    fillKnown();
    const auto page = shown();
    choose(*page, "period", {dashboard::period::kLastYear});
    EXPECT_EQ(figure(*page, "figureCertified").figure, QStringLiteral("1"));
    EXPECT_EQ(figure(*page, "figureCertified").note, QStringLiteral("164 behind the line")); // 165 on 2025-12-31
    auto *months = chart<CertifiedChart>(*page);
    EXPECT_THAT(values(sets(*months)[0]), ElementsAre(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1));
    EXPECT_EQ(months->content().months.size(), 12);
}

TEST_F(DashboardPageTest, period_thisYearAndAllTime_reachTheTargetsDay)
{
    fillKnown();
    const auto page = shown();
    choose(*page, "period", {dashboard::period::kThisYear});
    auto *months = chart<CertifiedChart>(*page);
    EXPECT_EQ(months->content().full.size(), 11);
    EXPECT_EQ(months->content().months.size(), 14);
    choose(*page, "period", {});
    EXPECT_EQ(months->content().months.first(), QDate(2023, 9, 1)); // the programme's start
    EXPECT_EQ(months->content().full.size(), 39);
    EXPECT_EQ(months->content().months.size(), 42);
    EXPECT_EQ(lines(*months)[0]->points().first(), QPointF(0, 0)); // 250 * 4 / 1251
}

TEST_F(DashboardPageTest, scopeOfSomeProvinces_isMeasuredAgainstTheirQuota)
{
    fillKnown();
    const auto page = shown(Role::Auditor, {QStringLiteral("PK-SD"), QStringLiteral("PK-BA")});
    EXPECT_EQ(figure(*page, "figureCertified").unit, QStringLiteral("of 57 by Feb 2027"));
    EXPECT_EQ(figure(*page, "figureCertified").figure, QStringLiteral("1"));
}

TEST_F(DashboardPageTest, aheadOfTheLine_isSaidSo)
{
    m_clock.set(QDateTime(QDate(2023, 10, 1), QTime(9, 0), Qt::UTC)); // five days on: the line is at 0
    const QString lahore = building("LHE", 1);
    certify(lahore, visited(lahore, "accepted", "eligible", "2023-09-28", scored(9000, "eligible")), "full",
            "2023-09-30", "2025-09-30", 100);
    const auto page = shown();
    EXPECT_EQ(figure(*page, "figureCertified").note, QStringLiteral("1 ahead of the line"));
    EXPECT_EQ(figure(*page, "figureCertified").noteStatus, Status::Ok);
    EXPECT_THAT(words(*chart<CertifiedChart>(*page)), Contains(QStringLiteral("1 ahead")));
}

TEST_F(DashboardPageTest, nothingAtAll_saysWhatToDo)
{
    const auto page = shown();
    auto *stack = page->findChild<QStackedWidget *>();
    EXPECT_EQ(stack->currentIndex(), 1);
    QSignalSpy asked(page.get(), &DashboardPage::buildingsRequested);
    // A province without buildings reads as zeros, with the filter still at hand.
    choose(*page, "province", {QStringLiteral("PK-GB")});
    EXPECT_EQ(stack->currentIndex(), 0);
    EXPECT_EQ(figure(*page, "figureCertified").figure, QStringLiteral("0"));
    EXPECT_EQ(figure(*page, "figureOccupancy").note, QStringLiteral("No month was reported"));
    EXPECT_THAT(words(*chart<FunnelChart>(*page)), Not(Contains(QStringLiteral("0 % go on"))));
}

TEST_F(DashboardPageTest, change_isCountedWhenSeen)
{
    fillKnown();
    const auto page = shown();
    const QString added = building("KHI", 4);
    certify(added, visited(added, "accepted", "eligible", "2026-11-21", scored(9100, "eligible")), "full", "2026-11-24",
            "2028-11-24", 40);
    Q_EMIT m_notifier.recordChanged(Entity::Certificate, added);
    QCoreApplication::processEvents();
    EXPECT_EQ(figure(*page, "figureCertified").figure, QStringLiteral("5"));

    page->hide();
    building("KHI", 5);
    Q_EMIT m_notifier.manyChanged();
    QCoreApplication::processEvents();
    EXPECT_THAT(values(sets(*chart<FunnelChart>(*page))[0]), ElementsAre(4, 5, 6, 8, 9)); // not yet
    test::present(*page);
    EXPECT_THAT(values(sets(*chart<FunnelChart>(*page))[0]), ElementsAre(4, 5, 6, 8, 10));
}

TEST_F(DashboardPageTest, keyboard_walksTheBarsAndOpens)
{
    fillKnown();
    const auto page = shown();
    auto *funnel = chart<FunnelChart>(*page);
    funnel->setFocus(Qt::TabFocusReason);
    EXPECT_EQ(funnel->accessibleName(),
              QStringLiteral("Pipeline, buildings that reached each stage: Identified: 8 buildings, 88 % go on"));
    QTest::keyClick(funnel, Qt::Key_Down);
    QTest::keyClick(funnel, Qt::Key_Right);
    EXPECT_EQ(funnel->spots().current(), 2);
    QSignalSpy asked(page.get(), &DashboardPage::rowsRequested);
    QTest::keyClick(funnel, Qt::Key_Return);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked.first().at(0).value<FigureAsked>().step, 2);
    EXPECT_EQ(asked.first().at(1).toString(), QStringLiteral("Inspected"));
    page->findChild<FilterChip *>(QStringLiteral("tier"))->setFocus();
    EXPECT_EQ(funnel->accessibleName(), QStringLiteral("Pipeline, buildings that reached each stage"));
}

TEST_F(DashboardPageTest, themeAndLanguage_areFollowed)
{
    fillKnown();
    const auto page = shown();
    auto *funnel = chart<FunnelChart>(*page);
    const Theme light(ColourScheme::Light, Language::English);
    EXPECT_EQ(sets(*funnel)[0]->brush().color(), light.colour(Colour::Chart1));
    {
        const test::ThemeGuard guard(ColourScheme::Dark, Language::Urdu);
        QCoreApplication::processEvents();
        const Theme dark(ColourScheme::Dark, Language::Urdu);
        EXPECT_EQ(sets(*funnel)[0]->brush().color(), dark.colour(Colour::Chart1));
        EXPECT_EQ(lines(*chart<CertifiedChart>(*page))[0]->pen().color(), dark.colour(Colour::Text));
        // Bars grow from the right, their words stay as they are.
        EXPECT_THAT(values(sets(*funnel)[0]), ElementsAre(-3, -4, -5, -7, -8));
        EXPECT_EQ(figure(*page, "figureSeats").figure, QStringLiteral("\u2066460\u2069"));
    }
    QCoreApplication::processEvents();
    EXPECT_THAT(values(sets(*funnel)[0]), ElementsAre(3, 4, 5, 7, 8));
}

TEST(AxisScale, niceScale_holdsTheMostWithFewLines)
{
    EXPECT_EQ(niceScale(0, 4).top, 1);
    EXPECT_EQ(niceScale(4, 4).step, 1);
    EXPECT_EQ(niceScale(5, 4).step, 2);
    EXPECT_EQ(niceScale(5, 4).top, 6);
    EXPECT_EQ(niceScale(250, 5).step, 50);
    EXPECT_EQ(niceScale(250, 5).top, 250);
    EXPECT_EQ(niceScale(251, 5).top, 300);
    EXPECT_EQ(niceScale(4962, 4).step, 2000);
}

TEST(AxisScale, shareOf_roundsToWholePerCentAboveTen)
{
    EXPECT_EQ(shareOf(1, 3), QStringLiteral("33 %"));
    EXPECT_EQ(shareOf(2, 3), QStringLiteral("67 %"));
    EXPECT_EQ(shareOf(1, 30), QStringLiteral("3.3 %"));
    EXPECT_EQ(shareOf(0, 5), QStringLiteral("0 %"));
    EXPECT_EQ(shareOf(5, 5), QStringLiteral("100 %"));
    EXPECT_EQ(shareOf(451, 452), QStringLiteral("99.8 %"));
    EXPECT_EQ(shareOf(9999, 10000), QStringLiteral("99.9 %"));
    EXPECT_EQ(shareOf(0, 0), QStringLiteral("0 %"));
}

TEST(CityMap, provinces_areReadFromTheFileInTheProgram)
{
    const auto land = carriedProvinces();
    ASSERT_TRUE(land.ok());
    EXPECT_EQ(land->size(), 7);
    EXPECT_FALSE(readProvinces("[]").ok());
    const auto odd = readProvinces(R"({"features":[{"properties":{"code":"PK-XX"},"geometry":{"type":"Point"}}]})");
    ASSERT_FALSE(odd.ok());
    EXPECT_EQ(odd.error().where, QStringLiteral("PK-XX"));
}

} // namespace
} // namespace markaz::ui
