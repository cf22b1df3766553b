// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/buildingrepository.h"
#include "tests/core/storage/cachefixture.h"

namespace markaz {
namespace {

class BuildingRepositoryTest : public test::CacheFixture
{
protected:
    BuildingRepository repository() { return BuildingRepository(*m_database, &m_clock); }

    Stage stageOf(const QString &id)
    {
        const auto rows = repository().rows({id});
        EXPECT_TRUE(rows.ok() && rows->size() == 1) << qPrintable(rows.ok() ? QString() : rows.error().detail);
        const Stage stage = rows.ok() && rows->size() == 1 ? rows->first().stage : Stage::Identified;
        // The list filters by the same stage as the row shows.
        BuildingFilter filter;
        filter.stages = {stage};
        EXPECT_TRUE(repository().ids(filter, BuildingSort::Code, false)->contains(id));
        for (Stage other : {Stage::Identified, Stage::Assigned, Stage::Inspected, Stage::UnderReview, Stage::Certified,
                            Stage::Provisional, Stage::Refused, Stage::Lapsed}) {
            filter.stages = {other};
            EXPECT_EQ(repository().count(filter).value(), other == stage ? 1 : 0) << qPrintable(token(other));
        }
        return stage;
    }
    QStringList codes(const BuildingFilter &filter, BuildingSort sort, bool descending)
    {
        const auto ids = repository().ids(filter, sort, descending);
        EXPECT_TRUE(ids.ok()) << qPrintable(ids.ok() ? QString() : ids.error().detail);
        const auto rows = repository().rows(*ids);
        EXPECT_TRUE(rows.ok());
        EXPECT_EQ(rows->size(), ids->size());
        EXPECT_EQ(repository().count(filter).value(), ids->size());
        QStringList list;
        for (const BuildingRow &row : *rows)
            list.append(row.code);
        return list;
    }
    static QStringList words(const char *text)
    {
        return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
};

TEST_F(BuildingRepositoryTest, stage_identifiedAndAssigned)
{
    const QString id = building("LHE", 1);
    EXPECT_EQ(stageOf(id), Stage::Identified);
    const QString task = assignment(id, "cancelled");
    EXPECT_EQ(stageOf(id), Stage::Identified);
    assignment(id, "done");
    EXPECT_EQ(stageOf(id), Stage::Identified);
    put(Entity::Assignment,
        with(m_records->require(Entity::Assignment, task)->fields, {{QStringLiteral("state"), QStringLiteral("open")}}),
        task);
    EXPECT_EQ(stageOf(id), Stage::Assigned);
}

TEST_F(BuildingRepositoryTest, stage_aDraftAloneIsWorkUnderWay)
{
    const QString id = building("LHE", 1);
    put(Entity::Inspection, inspectionFields(id, m_inspector, "draft"));
    EXPECT_EQ(stageOf(id), Stage::Assigned);
}

TEST_F(BuildingRepositoryTest, stage_submittedIsUnderReview_whateverElseIsOpen)
{
    const QString id = building("LHE", 1);
    visited(id, "submitted", "eligible", "2026-11-01");
    assignment(id, "open");
    EXPECT_EQ(stageOf(id), Stage::UnderReview);
}

TEST_F(BuildingRepositoryTest, stage_acceptedWaitsForItsCertificate)
{
    const QString id = building("LHE", 1);
    visited(id, "accepted", "provisional", "2026-11-01");
    EXPECT_EQ(stageOf(id), Stage::Inspected);
    assignment(id, "open"); // a follow-up does not hide that a decision is due
    EXPECT_EQ(stageOf(id), Stage::Inspected);
}

TEST_F(BuildingRepositoryTest, stage_refusedByVerdictOrByTheReviewer)
{
    const QString byVerdict = building("LHE", 1);
    visited(byVerdict, "accepted", "refused", "2026-11-01");
    EXPECT_EQ(stageOf(byVerdict), Stage::Refused);
    ASSERT_TRUE(m_records->remove(Entity::Building, byVerdict).ok());

    const QString byReviewer = building("LHE", 2);
    visited(byReviewer, "rejected", "eligible", "2026-11-01");
    EXPECT_EQ(stageOf(byReviewer), Stage::Refused);
    assignment(byReviewer, "open"); // the next attempt has begun
    EXPECT_EQ(stageOf(byReviewer), Stage::Assigned);
}

TEST_F(BuildingRepositoryTest, stage_theNewestDecidedVisitCounts)
{
    const QString id = building("LHE", 1);
    visited(id, "accepted", "eligible", "2026-10-01");
    visited(id, "accepted", "refused", "2026-11-01");
    EXPECT_EQ(stageOf(id), Stage::Refused);
    visited(id, "accepted", "eligible", "2026-11-15");
    EXPECT_EQ(stageOf(id), Stage::Inspected);
}

TEST_F(BuildingRepositoryTest, stage_aVisitThatCouldNotTakePlaceDecidesNothing)
{
    const QString id = building("LHE", 1);
    put(Entity::Inspection,
        inspectionFields(id, m_inspector, "accepted",
                         {{QStringLiteral("visit_outcome"), QStringLiteral("no_entry")},
                          {QStringLiteral("finished_at"), QStringLiteral("2026-11-20T10:00:00.000Z")}}));
    EXPECT_EQ(stageOf(id), Stage::Identified);
}

TEST_F(BuildingRepositoryTest, stage_returnedIsAssignedUntilItsNextRevisionIsThere)
{
    const QString id = building("LHE", 1);
    const QString first = visited(id, "returned", "eligible", "2026-11-01");
    EXPECT_EQ(stageOf(id), Stage::Assigned);
    visited(id, "accepted", "refused", "2026-11-05", {{QStringLiteral("previous"), first}});
    EXPECT_EQ(stageOf(id), Stage::Refused);
}

TEST_F(BuildingRepositoryTest, stage_aCertificateInForceComesFirst)
{
    const QString id = building("LHE", 1);
    const QString visit = visited(id, "accepted", "eligible", "2026-11-01");
    certificate(id, visit, "provisional", "issued", "2026-11-02", "2027-02-02");
    EXPECT_EQ(stageOf(id), Stage::Provisional);
    certificate(id, visit, "full", "issued", "2026-11-03", "2028-11-03");
    EXPECT_EQ(stageOf(id), Stage::Certified);
    visited(id, "submitted", "eligible", "2026-11-20"); // surveillance
    assignment(id, "open");
    EXPECT_EQ(stageOf(id), Stage::Certified);
}

TEST_F(BuildingRepositoryTest, stage_lapsesWithValidityAndWithEachStateThatEndsIt)
{
    const QString id = building("LHE", 1);
    const QString visit = visited(id, "accepted", "eligible", "2024-11-01");
    const QString paper = certificate(id, visit, "full", "issued", "2024-11-24", "2026-11-24");
    EXPECT_EQ(stageOf(id), Stage::Certified); // the last day counts
    m_clock.advance(24 * 3600 * 1000);
    EXPECT_EQ(stageOf(id), Stage::Lapsed);
    for (const char *state : {"expired", "revoked", "suspended"}) {
        put(Entity::Certificate,
            with(m_records->require(Entity::Certificate, paper)->fields,
                 {{QStringLiteral("state"), QLatin1String(state)},
                  {QStringLiteral("valid_until"), QStringLiteral("2030-01-01")}}),
            paper);
        EXPECT_EQ(stageOf(id), Stage::Lapsed) << state;
    }
    const QString renewal = visited(id, "accepted", "eligible", "2026-11-20");
    EXPECT_EQ(stageOf(id), Stage::Inspected); // the renewal waits for its own certificate
    certificate(id, renewal, "full", "issued", "2026-11-21", "2028-11-21");
    EXPECT_EQ(stageOf(id), Stage::Certified);
}

TEST_F(BuildingRepositoryTest, stage_lapsedEvenWithoutTheInspectionOnThisLaptop)
{
    const QString id = building("LHE", 1);
    certificate(id, m_ids.next(), "full", "revoked", "2026-01-01", "2028-01-01");
    EXPECT_EQ(stageOf(id), Stage::Lapsed);
    assignment(id, "open");
    EXPECT_EQ(stageOf(id), Stage::Assigned);
}

class BuildingListTest : public BuildingRepositoryTest
{
protected:
    void SetUp() override
    {
        BuildingRepositoryTest::SetUp();
        const auto named = [](const char *name, int area, const char *idle, const char *address) {
            QJsonObject more{{QStringLiteral("name"), QLatin1String(name)},
                             {QStringLiteral("address"), QLatin1String(address)},
                             {QStringLiteral("covered_area_sqft"), area}};
            if (*idle)
                more.insert(QStringLiteral("idle_since"), QLatin1String(idle));
            return more;
        };
        m_lahore = building("LHE", 1, named("beta mill", 3000, "2019-05-01", "9 canal road"));
        m_second = building("LHE", 2, named("Alpha 100%_mill", 9000, "", "12 Mall Road"));
        m_karachi = building("KHI", 7, named("gamma depot", 5000, "2015-01-01", "Block C"));
        m_quetta = building("QTA", 3, named("Delta office", 1000, "2021-12-31", "block a"));
    }
    QString m_lahore, m_second, m_karachi, m_quetta;
};

TEST_F(BuildingListTest, ids_sortByEachColumnInBothDirections)
{
    visited(m_quetta, "accepted", "refused", "2026-10-01", {{QStringLiteral("score.total_bp"), 5000}});
    visited(m_karachi, "submitted", "eligible", "2026-10-01", {{QStringLiteral("score.total_bp"), 9000}});
    visited(m_karachi, "submitted", "eligible", "2026-09-01", {{QStringLiteral("score.total_bp"), 1000}}); // older
    assignment(m_second, "open");
    const auto sorted = [&](BuildingSort sort, bool descending) { return codes({}, sort, descending); };
    EXPECT_EQ(sorted(BuildingSort::Code, false), words("KHI-0007 LHE-0001 LHE-0002 QTA-0003"));
    EXPECT_EQ(sorted(BuildingSort::Code, true), words("QTA-0003 LHE-0002 LHE-0001 KHI-0007"));
    EXPECT_EQ(sorted(BuildingSort::Name, false), words("LHE-0002 LHE-0001 QTA-0003 KHI-0007"));
    EXPECT_EQ(sorted(BuildingSort::Name, true), words("KHI-0007 QTA-0003 LHE-0001 LHE-0002"));
    EXPECT_EQ(sorted(BuildingSort::City, false), words("KHI-0007 LHE-0001 LHE-0002 QTA-0003"));
    EXPECT_EQ(sorted(BuildingSort::City, true), words("QTA-0003 LHE-0002 LHE-0001 KHI-0007"));
    // PK-BA Balochistan, PK-PB Punjab, PK-SD Sindh; within one by city and code.
    EXPECT_EQ(sorted(BuildingSort::Province, false), words("QTA-0003 LHE-0001 LHE-0002 KHI-0007"));
    EXPECT_EQ(sorted(BuildingSort::Province, true), words("KHI-0007 LHE-0002 LHE-0001 QTA-0003"));
    EXPECT_EQ(sorted(BuildingSort::Address, false), words("LHE-0002 LHE-0001 QTA-0003 KHI-0007")); // as it is written
    EXPECT_EQ(sorted(BuildingSort::Address, true), words("KHI-0007 QTA-0003 LHE-0001 LHE-0002"));
    EXPECT_EQ(sorted(BuildingSort::Area, false), words("QTA-0003 LHE-0001 KHI-0007 LHE-0002"));
    EXPECT_EQ(sorted(BuildingSort::Area, true), words("LHE-0002 KHI-0007 LHE-0001 QTA-0003"));
    EXPECT_EQ(sorted(BuildingSort::IdleSince, false), words("KHI-0007 LHE-0001 QTA-0003 LHE-0002")); // unknown last
    EXPECT_EQ(sorted(BuildingSort::IdleSince, true), words("QTA-0003 LHE-0001 KHI-0007 LHE-0002"));
    EXPECT_EQ(sorted(BuildingSort::LastScore, false), words("QTA-0003 KHI-0007 LHE-0001 LHE-0002")); // never last
    EXPECT_EQ(sorted(BuildingSort::LastScore, true), words("KHI-0007 QTA-0003 LHE-0002 LHE-0001"));
    EXPECT_EQ(sorted(BuildingSort::Stage, false), words("LHE-0001 LHE-0002 KHI-0007 QTA-0003"));
    EXPECT_EQ(sorted(BuildingSort::Stage, true), words("QTA-0003 KHI-0007 LHE-0002 LHE-0001"));

    const QStringList byTier = sorted(BuildingSort::Tier, false);
    for (qsizetype i = 1; i < byTier.size(); ++i)
        EXPECT_LE(test::cityOf(byTier[i - 1].left(3).toLatin1().constData()).tier,
                  test::cityOf(byTier[i].left(3).toLatin1().constData()).tier);
}

/// As another language sorts their names.
TEST_F(BuildingListTest, keys_followTheOrderOfTheCitiesThatIsAskedFor)
{
    QList<int> cities{test::cityOf("LHE").id, test::cityOf("QTA").id, test::cityOf("KHI").id};
    const auto sorted = [&](BuildingSort sort, bool descending, const BuildingFilter &filter = {}) {
        QStringList codes;
        const auto keys = repository().keys(filter, sort, descending, cities);
        EXPECT_TRUE(keys.ok());
        const auto rows = repository().rows(*keys);
        for (const BuildingRow &row : *rows)
            codes.append(row.code);
        return codes;
    };
    EXPECT_EQ(sorted(BuildingSort::City, false), words("LHE-0001 LHE-0002 QTA-0003 KHI-0007"));
    EXPECT_EQ(sorted(BuildingSort::City, true), words("KHI-0007 QTA-0003 LHE-0002 LHE-0001"));
    EXPECT_EQ(sorted(BuildingSort::Province, false), words("QTA-0003 LHE-0001 LHE-0002 KHI-0007")) << "its own first";
    building("SKT", 4); // of Punjab and not among them: last, whatever the direction
    EXPECT_EQ(sorted(BuildingSort::City, true), words("KHI-0007 QTA-0003 LHE-0002 LHE-0001 SKT-0004"));
    cities.prepend(test::cityOf("SKT").id);
    ASSERT_GT(test::cityOf("SKT").tier, test::cityOf("KHI").tier);
    EXPECT_EQ(sorted(BuildingSort::Tier, false), words("LHE-0001 LHE-0002 QTA-0003 KHI-0007 SKT-0004"));
    EXPECT_EQ(sorted(BuildingSort::City, false), words("SKT-0004 LHE-0001 LHE-0002 QTA-0003 KHI-0007"));
    BuildingFilter mills;
    mills.text = QStringLiteral("mill");
    EXPECT_EQ(sorted(BuildingSort::City, false, mills), words("LHE-0001 LHE-0002"));
}

/// As a circle of the map has them.
TEST_F(BuildingListTest, keys_areAFilterToo_andSayTheirCities)
{
    const auto keyOf = [this](const char *code) {
        return cell(QStringLiteral("SELECT rowid FROM building WHERE code = ?"), {QLatin1String(code)}).toLongLong();
    };
    BuildingFilter filter;
    filter.keys = QList<qint64>{keyOf("QTA-0003"), keyOf("LHE-0002"), keyOf("LHE-0001"), 9999};
    EXPECT_EQ(codes(filter, BuildingSort::Code, false), words("LHE-0001 LHE-0002 QTA-0003"));
    EXPECT_EQ(repository().places(filter)->points.size() + repository().places(filter)->unplaced, 3);
    const QList<std::pair<int, int>> cities{{test::cityOf("LHE").id, 2}, {test::cityOf("QTA").id, 1}};
    EXPECT_EQ(repository().citiesAt(*filter.keys).value(), cities);
    filter.text = QStringLiteral("LHE");
    EXPECT_EQ(codes(filter, BuildingSort::City, true), words("LHE-0002 LHE-0001")) << "and with what else is asked for";
    filter.keys = QList<qint64>();
    EXPECT_EQ(repository().count(filter).value(), 0) << "none are asked for, not all";
    EXPECT_TRUE(repository().citiesAt({})->isEmpty());
}

TEST_F(BuildingListTest, ids_filterByTextProvinceTierCityAndStage)
{
    const auto filtered = [&](const BuildingFilter &filter) { return codes(filter, BuildingSort::Code, false); };
    BuildingFilter filter;
    filter.text = QStringLiteral(" MILL ");
    EXPECT_EQ(filtered(filter), words("LHE-0001 LHE-0002"));
    filter.text = QStringLiteral("%_"); // signs of LIKE mean themselves
    EXPECT_EQ(filtered(filter), words("LHE-0002"));
    filter.text = QStringLiteral("khi-00");
    EXPECT_EQ(filtered(filter), words("KHI-0007"));
    filter.text = QStringLiteral("BLOCK"); // the address
    EXPECT_EQ(filtered(filter), words("KHI-0007 QTA-0003"));
    filter.text = QStringLiteral("nothing like it");
    EXPECT_EQ(filtered(filter).size(), 0);

    filter = {};
    filter.provinces = {test::cityOf("LHE").province, test::cityOf("QTA").province};
    EXPECT_EQ(filtered(filter), words("LHE-0001 LHE-0002 QTA-0003"));
    filter.tiers = {test::cityOf("QTA").tier};
    QStringList expected;
    for (const QString &code : words("LHE-0001 LHE-0002 QTA-0003")) {
        if (test::cityOf(code.left(3).toLatin1().constData()).tier == test::cityOf("QTA").tier)
            expected.append(code);
    }
    EXPECT_EQ(filtered(filter), expected);
    filter = {};
    filter.cities = {test::cityOf("KHI").id};
    EXPECT_EQ(filtered(filter), words("KHI-0007"));
    assignment(m_karachi, "open");
    filter.stages = {Stage::Assigned};
    EXPECT_EQ(filtered(filter), words("KHI-0007"));
    filter.stages = {Stage::Identified, Stage::Refused};
    EXPECT_EQ(filtered(filter).size(), 0);
}

TEST_F(BuildingListTest, ids_keepABuildingOfACityThatOnlyANewerProgramKnows)
{
    put(Entity::Building, buildingFields("LHE", 9, {{QStringLiteral("city"), 99'999'999}}));
    for (BuildingSort sort : {BuildingSort::Code, BuildingSort::City, BuildingSort::Tier})
        EXPECT_EQ(codes({}, sort, false).size(), 5);
}

TEST_F(BuildingListTest, rows_holdWhatTheTableShowsInTheOrderAskedFor)
{
    visited(m_lahore, "submitted", "eligible", "2026-10-01", {{QStringLiteral("score.total_bp"), 7777}});
    const auto rows = repository().rows({m_quetta, m_ids.next(), m_lahore});
    ASSERT_TRUE(rows.ok());
    ASSERT_EQ(rows->size(), 2); // an id that is gone is left out
    EXPECT_EQ(rows->at(0).id, m_quetta);
    EXPECT_EQ(rows->at(0).lastScoreBp, -1);
    const BuildingRow &row = rows->at(1);
    EXPECT_EQ(row.id, m_lahore);
    EXPECT_EQ(row.code, QStringLiteral("LHE-0001"));
    EXPECT_EQ(row.name, QStringLiteral("beta mill"));
    EXPECT_EQ(row.address, QStringLiteral("9 canal road"));
    EXPECT_EQ(row.cityId, test::cityOf("LHE").id);
    EXPECT_EQ(row.city, test::cityOf("LHE").name);
    EXPECT_EQ(row.province, test::cityOf("LHE").province);
    EXPECT_EQ(row.tier, test::cityOf("LHE").tier);
    EXPECT_EQ(row.stage, Stage::UnderReview);
    EXPECT_EQ(row.areaSqft, 3000);
    EXPECT_EQ(row.idleSince, QDate(2019, 5, 1));
    EXPECT_EQ(row.lastScoreBp, 7777);
    EXPECT_TRUE(row.sample);
}

TEST_F(BuildingListTest, nextNumber_countsWaitingBuildingsAndFindsAGapAtTheEnd)
{
    EXPECT_EQ(repository().nextNumber(QStringLiteral("LHE")).value(), 3);
    EXPECT_EQ(repository().nextNumber(QStringLiteral("ISB")).value(), 1);
    const QString id = m_ids.next();
    ASSERT_TRUE(m_records->putLocal({Entity::Building, id, 0, buildingFields("LHE", 41)}).ok());
    EXPECT_EQ(repository().nextNumber(QStringLiteral("LHE")).value(), 42);
    building("LHE", 9999);
    EXPECT_EQ(repository().nextNumber(QStringLiteral("LHE")).value(), 3);
}

TEST_F(BuildingListTest, provinceOf_followsTheCity)
{
    EXPECT_EQ(repository().provinceOf(m_quetta).value(), test::cityOf("QTA").province);
    EXPECT_EQ(repository().provinceOf(m_ids.next()).error().code, ErrorCode::NotFound);
}

TEST_F(BuildingListTest, nearDuplicates_findAlikeNamesOfTheCityAndWhatIsCloseBy)
{
    const auto found = [&](const char *name, const char *city, std::optional<Position> position) {
        const auto rows = repository().nearDuplicates(QLatin1String(name), test::cityOf(city).id, position);
        EXPECT_TRUE(rows.ok());
        QStringList list;
        for (const LikeBuilding &like : *rows)
            list.append(like.row.code);
        return list;
    };
    EXPECT_EQ(found("Beta-Mill", "LHE", std::nullopt), words("LHE-0001"));
    EXPECT_EQ(found("beta mil", "LHE", std::nullopt), words("LHE-0001"));
    EXPECT_EQ(found("beta mill", "KHI", std::nullopt), QStringList());
    EXPECT_EQ(found("quite another", "LHE", std::nullopt), QStringList());
    EXPECT_EQ(found("", "LHE", std::nullopt), QStringList());

    const auto at = [](qint64 latitude, qint64 longitude) { return Position::make(latitude, longitude).value(); };
    const auto placed = [](qint64 latitude, qint64 longitude) {
        return QJsonObject{{QStringLiteral("latitude_e6"), latitude}, {QStringLiteral("longitude_e6"), longitude}};
    };
    building("LHE", 20, placed(31'500'000, 74'300'000));
    building("LHE", 21, placed(31'500'500, 74'300'000)); // 56 m north
    building("LHE", 22, placed(31'500'000, 74'300'900)); // 85 m east
    building("KHI", 23, placed(31'500'010, 74'300'000)); // another city's, but there
    EXPECT_EQ(found("", "LHE", at(31'500'000, 74'300'000)), words("LHE-0020 KHI-0023 LHE-0021"));
    EXPECT_EQ(found("beta mill", "LHE", at(31'500'000, 74'300'000)).size(), 4);

    const auto beside =
        repository().nearDuplicates(QStringLiteral("Beta Mill"), test::cityOf("LHE").id, at(31'500'000, 74'300'000));
    ASSERT_EQ(beside->size(), 4);
    QHash<QString, LikeBuilding> by;
    for (const LikeBuilding &like : *beside)
        by.insert(like.row.code, like);
    EXPECT_EQ(by[QStringLiteral("LHE-0001")].nameLikeness, 1.0);
    EXPECT_FALSE(by[QStringLiteral("LHE-0001")].metres.has_value()) << "nobody knows where it is";
    EXPECT_NEAR(by[QStringLiteral("LHE-0021")].metres.value_or(-1), 55.6, 0.5); // 0.0005 degrees of a meridian
    EXPECT_LT(by[QStringLiteral("LHE-0021")].nameLikeness, 0.75);
}

/// Where a building lies, as its fields say it.
QJsonObject lyingAt(int latitudeE6, int longitudeE6)
{
    return {{QStringLiteral("latitude_e6"), latitudeE6},
            {QStringLiteral("longitude_e6"), longitudeE6},
            {QStringLiteral("position_source"), QStringLiteral("gps")}};
}

TEST_F(BuildingRepositoryTest, places_haveTheirPositionTheirStageAndAWayBackToTheirRecord)
{
    const QString plain = building("LHE", 1, lyingAt(31'500'000, 74'300'000));
    const QString reviewed = building("SKT", 1, lyingAt(32'494'500, 74'522'900));
    visited(reviewed, "submitted", "eligible", "2026-11-20");
    building("LHE", 2);
    const QString gone = building("LHE", 3, lyingAt(31'500'000, 74'300'000));
    const auto before = repository().places({});
    ASSERT_TRUE(before.ok()) << qPrintable(before.error().detail);
    EXPECT_EQ(before->points.size(), 3);
    ASSERT_TRUE(m_records->remove(Entity::Building, gone).ok());

    const auto placed = repository().places({});
    ASSERT_TRUE(placed.ok());
    EXPECT_EQ(placed->unplaced, 1);
    ASSERT_EQ(placed->points.size(), 2);
    for (const MapPoint &point : placed->points) {
        const auto ids = repository().idsAt({point.key});
        ASSERT_TRUE(ids.ok() && ids->size() == 1);
        const bool second = ids->first() == reviewed;
        EXPECT_TRUE(second || ids->first() == plain);
        EXPECT_EQ(point.latitudeE6, second ? 32'494'500 : 31'500'000);
        EXPECT_EQ(point.longitudeE6, second ? 74'522'900 : 74'300'000);
        EXPECT_EQ(point.kind, static_cast<int>(second ? Stage::UnderReview : Stage::Identified));
    }
    QList<qint64> keys;
    for (const MapPoint &point : before->points)
        keys.append(point.key);
    std::reverse(keys.begin(), keys.end());
    const auto ids = repository().idsAt(keys);
    ASSERT_TRUE(ids.ok());
    EXPECT_EQ(ids->size(), 2) << "what has gone is left out";
}

TEST_F(BuildingRepositoryTest, places_areThoseOfTheFilter)
{
    building("LHE", 1, lyingAt(31'500'000, 74'300'000));
    building("LHE", 2, lyingAt(31'600'000, 74'300'000));
    building("LHE", 3);
    const QString sialkot = building("SKT", 1, lyingAt(32'494'500, 74'522'900));
    building("KHI", 1, lyingAt(24'860'000, 67'010'000));
    visited(sialkot, "rejected", "eligible", "2026-11-20");
    const auto counted = [this](const BuildingFilter &filter) {
        const auto placed = repository().places(filter);
        EXPECT_TRUE(placed.ok());
        // What the map says and what the table says is one thing.
        EXPECT_EQ(placed->points.size() + placed->unplaced, repository().count(filter).value());
        return std::pair(placed->points.size(), placed->unplaced);
    };
    BuildingFilter filter;
    EXPECT_EQ(counted(filter), std::pair(qsizetype(4), 1));
    filter.provinces = {test::cityOf("LHE").province};
    EXPECT_EQ(counted(filter), std::pair(qsizetype(3), 1));
    filter.cities = {test::cityOf("LHE").id};
    EXPECT_EQ(counted(filter), std::pair(qsizetype(2), 1));
    filter = {};
    filter.tiers = {2};
    EXPECT_EQ(counted(filter), std::pair(qsizetype(1), 0));
    filter = {};
    filter.stages = {Stage::Refused};
    EXPECT_EQ(counted(filter), std::pair(qsizetype(1), 0));
    filter.stages = {Stage::Identified};
    EXPECT_EQ(counted(filter), std::pair(qsizetype(3), 1));
    filter = {};
    filter.text = QStringLiteral("LHE-0002");
    EXPECT_EQ(counted(filter), std::pair(qsizetype(1), 0));
}

} // namespace
} // namespace markaz
