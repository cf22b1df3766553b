// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"
#include "tests/core/storage/figurehistory.h"

#include <QDir>

#include <optional>
#include <rapidcheck.h>

namespace markaz::test {
namespace {

class FigureCellsTest : public FigureHistory
{
protected:
    DashboardRepository repository() { return DashboardRepository(*m_database, &m_clock); }
    /// What the cells say of \p filter, and what the records do.
    std::pair<std::string, std::string> both(const DashboardFilter &filter)
    {
        const auto kept = repository().figures(filter);
        const auto counted = repository().figuresFromRecords(filter);
        return {kept ? told(*kept).toStdString() : kept.error().detail.toStdString(),
                counted ? told(*counted).toStdString() : counted.error().detail.toStdString()};
    }
    /// Buildings in force on some days by the cells and by the records, as texts.
    std::pair<std::string, std::string> bothInForce(DashboardFilter filter)
    {
        const QList<QDate> days{QDate(2026, 1, 31), QDate(2026, 4, 12), QDate(2026, 8, 31), QDate(2027, 5, 1)};
        const auto kept = repository().inForceAt(filter, days);
        std::string ours;
        std::string records;
        for (qsizetype i = 0; i < days.size(); ++i) {
            filter.to = days.at(i);
            const auto counted = repository().figuresFromRecords(filter);
            const MonthCount there = kept ? kept->at(i) : MonthCount{days.at(i), -1, -1};
            ours += std::to_string(there.full) + "+" + std::to_string(there.provisional) + " ";
            records += counted ? std::to_string(counted->certified - counted->provisional) + "+" +
                                     std::to_string(counted->provisional) + " "
                               : counted.error().detail.toStdString();
        }
        return {ours, records};
    }
    void expectEqual()
    {
        for (const DashboardFilter &filter : filtersOfAllKinds()) {
            const auto [kept, counted] = both(filter);
            EXPECT_EQ(kept, counted);
            const auto [ours, records] = bothInForce(filter);
            EXPECT_EQ(ours, records);
        }
    }
    /// Up to so many steps of numbers that are all as likely: RapidCheck's own numbers begin small, and these name
    /// kinds of steps and ways in which they end.
    static rc::Gen<std::vector<Step>> histories()
    {
        constexpr int kSteps = 60;
        const auto byte = rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 256));
        const auto step =
            rc::gen::map(rc::gen::container<std::vector<int>>(std::tuple_size_v<Step>, byte), [](const auto &numbers) {
                Step made{};
                std::transform(numbers.begin(), numbers.end(), made.begin(),
                               [](int number) { return static_cast<unsigned char>(number); });
                return made;
            });
        return rc::gen::resize(kSteps, rc::gen::container<std::vector<Step>>(step));
    }
    static inline const QList<const char *> kOldKinds{"building",    "assignment", "inspection", "review",
                                                      "certificate", "decision",   "centre",     "occupancy_report"};
    /// The same records of \p kinds in a cache of the schema before the migration that ends in \p migration, opened.
    void beOlderThan(const char *migration, const QList<const char *> &kinds)
    {
        const QString older = m_dir.filePath(QStringLiteral("older"));
        ASSERT_TRUE(QDir().mkpath(older));
        const QStringList names = QDir(QStringLiteral(":/markaz/sql/cache")).entryList(QDir::Files, QDir::Name);
        for (const QString &name : names) {
            if (name.endsWith(QLatin1String(migration)))
                break;
            ASSERT_TRUE(QFile::copy(QStringLiteral(":/markaz/sql/cache/") + name, older + QLatin1Char('/') + name));
        }
        ASSERT_LT(QDir(older).entryList(QDir::Files).size(), names.size());
        const QString path = m_dir.filePath(QStringLiteral("profile/older.sqlite"));
        {
            auto database = Database::openSqlite(path);
            ASSERT_TRUE(database);
            ASSERT_TRUE(migrate(**database, older));
            ASSERT_TRUE((*database)->run(QStringLiteral("ATTACH ? AS newer"), {m_path}));
            const auto copy = [&](const char *table, const char *columns) {
                const auto copied = (*database)->run(QStringLiteral("INSERT INTO main.%1 (%2) SELECT %2 FROM newer.%1")
                                                         .arg(QLatin1String(table), QLatin1String(columns)));
                ASSERT_TRUE(copied) << qPrintable(copied ? QString() : copied.error().detail);
            };
            copyPlaces(**database);
            for (const char *kind : kinds)
                copy(kind, "id, rev, deleted, sealed, server, server_sealed, data, sheet");
        }
        m_path = path;
        reopen();
    }
    static void copyPlaces(Database &database)
    {
        for (const char *table : {"province", "city"}) {
            const auto copied =
                database.run(QStringLiteral("INSERT INTO main.%1 SELECT * FROM newer.%1").arg(QLatin1String(table)));
            ASSERT_TRUE(copied) << qPrintable(copied ? QString() : copied.error().detail);
        }
    }
    qint64 due() { return cell(QStringLiteral("SELECT count(*) FROM figure_due")).toLongLong(); }
};

TEST_F(FigureCellsTest, cells_equalARecountOfTheRecords_afterRandomHistories)
{
    const QList<DashboardFilter> filters = filtersOfAllKinds();
    const bool held = rc::check("cells equal a recount of the records after random histories", [&] {
        const auto steps = *histories();
        forgetAll();
        RC_ASSERT(cells().isEmpty());
        buildEverywhere();
        std::optional<Transaction> open;
        int compared = 0;
        for (const Step &step : steps) {
            if (!open) {
                auto begun = Transaction::begin(*m_database);
                RC_ASSERT(begun.ok());
                open.emplace(std::move(begun).value());
            }
            const auto taken = take(step);
            // Apart: RC_ASSERT looks at both sides of an "or", and there is no error of what has none.
            const bool allowed = taken.ok() || taken.error().code == ErrorCode::NotFound;
            RC_ASSERT(allowed);
            const int end = (step[0] / 12) % 8;
            if (end < 2)
                continue; // the next one is in the same transaction
            if (end > 2)
                RC_ASSERT(open->commit().ok());
            open.reset(); // or all of it is taken back
            const auto [kept, counted] = both(filters.at(++compared % filters.size()));
            RC_ASSERT(kept == counted);
        }
        open.reset();
        for (const DashboardFilter &filter : filters) {
            const auto [kept, counted] = both(filter);
            RC_ASSERT(kept == counted);
        }
        for (const auto nth : {0, 3, 6}) { // the whole country, provinces and tiers, cities
            const auto [ours, records] = bothInForce(filters.at(nth));
            RC_ASSERT(ours == records);
        }
        const QStringList kept = cells();
        RC_ASSERT(kept == cellsCountedAnew());
    });
    EXPECT_TRUE(held) << "rapidcheck has written the history, and how to repeat it, above";
}

TEST_F(FigureCellsTest, cells_areAllGone_whenEveryRecordIs)
{
    fill(11);
    EXPECT_FALSE(cells().isEmpty());
    auto transaction = Transaction::begin(*m_database);
    for (const auto &[entity, list] :
         {std::pair{Entity::Building, &m_buildings}, std::pair{Entity::Inspection, &m_inspections},
          std::pair{Entity::Assignment, &m_assignments}, std::pair{Entity::Certificate, &m_certificates},
          std::pair{Entity::Centre, &m_centres}, std::pair{Entity::OccupancyReport, &m_reports},
          std::pair{Entity::Loan, &m_loans}}) {
        for (const Kept &kept : *list)
            ASSERT_TRUE(m_records->remove(entity, kept.id));
    }
    ASSERT_TRUE(transaction->commit());
    EXPECT_EQ(cells(), QStringList());
}

TEST_F(FigureCellsTest, transaction_thatIsNotCommitted_leavesTheFigures)
{
    fill(12);
    const QStringList before = cells();
    {
        auto transaction = Transaction::begin(*m_database);
        ASSERT_TRUE(m_records->remove(Entity::Building, m_buildings[0].id));
        ASSERT_TRUE(m_records->remove(Entity::Inspection, m_inspections[0].id));
        ASSERT_TRUE(settleFigures(*m_database));
        EXPECT_NE(cells(), before);
    }
    EXPECT_EQ(cells(), before);
}

TEST_F(FigureCellsTest, answerOfADraft_makesNothingDue)
{
    const QString place = building("LHE", 1);
    const QString visit = put(Entity::Inspection, inspectionFields(place, m_inspector, "draft",
                                                                   {{QStringLiteral("answers"), QJsonObject()}}));
    ASSERT_TRUE(settleFigures(*m_database));
    auto transaction = Transaction::begin(*m_database);
    for (const char *value : {"yes", "no"}) { // the first keeps the server's fields aside, the second sets one member
        const FieldChange answer{QJsonValue::Null, QJsonObject{{QStringLiteral("value"), QLatin1String(value)}}};
        ASSERT_TRUE(m_records->applyLocal(Entity::Inspection, visit, {{QStringLiteral("answers.C-02"), answer}}));
    }
    EXPECT_EQ(due(), 0);
}

TEST_F(FigureCellsTest, countFiguresAnew_repairsCellsThatAreWrong)
{
    fill(13);
    const QStringList right = cells();
    ASSERT_TRUE(m_database->runScript(QStringLiteral(
        "UPDATE figure_count SET n = n + 3; DELETE FROM figure_reach WHERE step = 2; UPDATE figure_distinct SET n = 1; "
        "DELETE FROM figure_standing WHERE grade = 'full'; UPDATE figure_scored SET counts = x'01'; "
        "UPDATE figure_part SET steps = 15, answered = NULL;")));
    ASSERT_NE(cells(), right);
    ASSERT_TRUE(countFiguresAnew(*m_database));
    EXPECT_EQ(cells(), right);
    expectEqual();
}

TEST_F(FigureCellsTest, cityOfAnotherTier_isCountedThere)
{
    const QString place = building("LHE", 1);
    certificate(place, visited(place, "accepted", "eligible", "2026-05-05"), "full", "issued", "2026-05-10",
                "2028-05-09");
    const auto reachedBy = [this](int tier) {
        return repository().figures({{}, {tier}, QDate(2026, 5, 1), QDate(2026, 5, 31)}).value().funnel[2];
    };
    EXPECT_EQ(reachedBy(1), 1);
    ASSERT_TRUE(m_database->run(QStringLiteral("UPDATE city SET tier = 3 WHERE prefix = 'LHE'")));
    EXPECT_EQ(reachedBy(1), 0);
    EXPECT_EQ(reachedBy(3), 1);
    expectEqual();
}

TEST_F(FigureCellsTest, decision_movesTheDaysInForce_whenItComesChangesAndGoes)
{
    const QString place = building("LHE", 1);
    const QString paper =
        certificate(place, visited(place, "accepted", "eligible", "2026-01-05"), "full", "suspended", "2026-01-10",
                    "2028-01-09", {{QStringLiteral("state_at"), QStringLiteral("2026-06-01T08:00:00.000Z")}});
    const auto certified = [this] { return repository().figures({{}, {}, {}, QDate(2026, 7, 1)}).value().certified; };
    const auto decide = [&](const char *kind, const QString &id) {
        const QJsonObject fields{{QStringLiteral("kind"), QLatin1String(kind)},
                                 {QStringLiteral("certificate"), paper},
                                 {QStringLiteral("made_at"), QStringLiteral("2026-06-10T08:00:00.000Z")}};
        ASSERT_TRUE(m_records->putFromServer({Entity::Decision, id, ++m_rev, fields}, {}));
    };
    const QString decision = idOf(Entity::Decision, 1);
    EXPECT_EQ(certified(), 0);
    decide("reinstate", decision);
    EXPECT_EQ(certified(), 1);
    decide("revoke", decision);
    EXPECT_EQ(certified(), 0);
    decide("reinstate", decision);
    EXPECT_EQ(certified(), 1);
    ASSERT_TRUE(m_records->remove(Entity::Decision, decision));
    EXPECT_EQ(certified(), 0);
    expectEqual();
}

TEST_F(FigureCellsTest, buildingThatGrows_countsWithItsArea)
{
    const QString place = building("LHE", 1, {{QStringLiteral("covered_area_sqft"), 4000}});
    certificate(place, visited(place, "accepted", "eligible", "2026-01-05"), "full", "issued", "2026-01-10",
                "2028-01-09");
    EXPECT_EQ(repository().figures({}).value().fireSafe, 80);
    ASSERT_TRUE(m_records->putFromServer(
        {Entity::Building, place, 2, buildingFields("LHE", 1, {{QStringLiteral("covered_area_sqft"), 5000}})}, {}));
    EXPECT_EQ(repository().figures({}).value().fireSafe, 100);
}

TEST_F(FigureCellsTest, report_countsAsItStands_whenItChangesAndGoes)
{
    const QString centre = idOf(Entity::Centre, 1);
    const QString report = idOf(Entity::OccupancyReport, 1);
    const QString place = building("LHE", 1);
    ASSERT_TRUE(m_records->putFromServer(
        {Entity::Centre, centre, 1, {{QStringLiteral("building"), place}, {QStringLiteral("seats"), 100}}}, {}));
    const auto taken = [this] { return repository().figures({}).value().occupancy.taken; };
    for (const int seats : {40, 55}) {
        ASSERT_TRUE(m_records->putFromServer({Entity::OccupancyReport,
                                              report,
                                              seats,
                                              {{QStringLiteral("centre"), centre},
                                               {QStringLiteral("month"), QStringLiteral("2026-10")},
                                               {QStringLiteral("seats"), 100},
                                               {QStringLiteral("seats_taken"), seats}}},
                                             {}));
        EXPECT_EQ(taken(), seats);
    }
    expectEqual();
    ASSERT_TRUE(m_records->remove(Entity::OccupancyReport, report));
    EXPECT_EQ(taken(), 0);
    EXPECT_FALSE(repository().figures({}).value().occupancy.month.isValid());
}

TEST_F(FigureCellsTest, sheetThatCannotBeRead_countsAsAnsweringNothing)
{
    const QString place = building("LHE", 1);
    const QString visit =
        visited(place, "accepted", "eligible", "2026-05-05",
                {{QStringLiteral("answers"),
                  QJsonObject{{QStringLiteral("C-02"), QJsonObject{{QStringLiteral("value"), QStringLiteral("no")}}}}},
                 {QStringLiteral("score.failed"), QJsonArray{QStringLiteral("C-02")}}});
    const QJsonObject answer{{QStringLiteral("value"), QStringLiteral("no")}};
    visited(place, "accepted", "eligible", "2026-05-06",
            {{QStringLiteral("answers"), QJsonObject{{QStringLiteral("C-02"), answer}}},
             {QStringLiteral("score.failed"), QJsonArray{QStringLiteral("C-02")}}});
    EXPECT_EQ(repository().figures({}).value().failingMost.value(0).inspections, 2);
    ASSERT_TRUE(m_database->run(QStringLiteral("UPDATE inspection SET sheet = '{\"answers\":{\"C-02\"' WHERE id = ?"),
                                {visit}));
    const auto figures = repository().figures({});
    ASSERT_TRUE(figures);
    EXPECT_EQ(figures->failingMost.value(0).failed, 2);
    EXPECT_EQ(figures->failingMost.value(0).inspections, 1);
}

/// A cache from before the figures were kept: what it holds is counted once, when it is opened.
TEST_F(FigureCellsTest, migration_countsWhatIsThere)
{
    fill(14);
    auto transaction = Transaction::begin(*m_database);
    for (const Kept &loan : m_loans) // which came later
        ASSERT_TRUE(m_records->remove(Entity::Loan, loan.id));
    ASSERT_TRUE(transaction->commit());
    const QStringList right = cells();
    ASSERT_GT(right.size(), 100);
    beOlderThan("_figures.sql", kOldKinds);
    EXPECT_EQ(due(), 0);
    EXPECT_EQ(cells(), right);
    expectEqual();
}

/// A cache from before loans were figures.
TEST_F(FigureCellsTest, migration_countsTheLoansThatAreThere)
{
    fill(14);
    const QStringList right = cells();
    ASSERT_EQ(right.filter(QStringLiteral("loan|")).size(),
              std::count_if(m_loans.begin(), m_loans.end(), [this](const Kept &loan) {
                  return !loan.gone && !of(m_buildings, whole(loan.text("building"))).gone;
              }));
    beOlderThan("_loanfigures.sql", kOldKinds + QList<const char *>{"loan"});
    EXPECT_EQ(due(), 0);
    EXPECT_EQ(cells(), right);
    expectEqual();
}

} // namespace
} // namespace markaz::test
