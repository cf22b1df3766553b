// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/importdemand.h"

#include "core/domain/demand.h"
#include "core/storage/syncstaterepository.h"
#include "core/workflow/nextcentres.h"
#include "tests/core/workflow/workflowfixture.h"

#include <QFile>

#include <algorithm>

namespace markaz {
namespace {

/// It is 2026-11-24.
class ImportDemandTest : public test::WorkflowFixture
{
protected:
    ImportProgress m_progress;
    QList<RowFault> m_faults;

    ImportFile file(const QByteArray &csv)
    {
        ImportFile made{m_dir.filePath(QStringLiteral("freelancers.csv")), {}, {}};
        QFile written(made.path);
        EXPECT_TRUE(written.open(QIODevice::WriteOnly));
        written.write(csv);
        made.fields =
            demandColumns().guess(QString::fromUtf8(csv.left(csv.indexOf('\n'))).trimmed().split(QLatin1Char(',')), {});
        made.about = {{QStringLiteral("as_of"), QStringLiteral("2026-11-01")},
                      {QStringLiteral("source"), QStringLiteral(" Sample count ")}};
        return made;
    }
    ImportDemand importing() { return {*m_workspace, test::gazetteer(), m_progress}; }
    Result<ImportCount> check(const ImportFile &what, const Actor &actor)
    {
        m_faults.clear();
        return importing().check(actor, what, [this](const RowFault &fault, const CsvRow &) -> Result<void> {
            m_faults.append(fault);
            return {};
        });
    }
    Result<qint64> run(const ImportFile &what)
    {
        const auto count = check(what, m_admin);
        return count ? importing().run(m_admin, what, *count, false) : Result<qint64>(count.error());
    }
};

const QByteArray kGood = "City,Registered freelancers,Province\n"
                         "1174872,\"412,000\",\n"
                         "lahore,۲۸۰۰۰۰,\n"
                         "پشاور,88200,Khyber Pakhtunkhwa\n"
                         "Quetta,0,\n";

TEST_F(ImportDemandTest, goodRows_becomeOneList_thatCountsInThePlaceOfTheOneBefore)
{
    const auto count = check(file(kGood), m_admin);
    ASSERT_TRUE(count.ok()) << qPrintable(count.error().detail);
    EXPECT_EQ(count->good, 4) << qPrintable(m_faults.isEmpty() ? QString() : m_faults.first().error.detail);
    EXPECT_EQ(count->total, 412'000 + 280'000 + 88'200);
    EXPECT_TRUE(owed().isEmpty()) << "a check writes nothing";
    ASSERT_EQ(run(file(kGood)).value(), 4);
    ASSERT_EQ(owed().size(), 1);
    m_clock.advance(60'000);
    ASSERT_EQ(run(file("City,Count\nLHE,7\n")).value(), 1);
    const auto imports = importedDemand(*m_workspace);
    ASSERT_TRUE(imports.ok()) << qPrintable(imports.error().detail);
    ASSERT_EQ(imports->size(), 2);
    EXPECT_EQ(imports->first().total, 7) << "the one that was made last";
    EXPECT_EQ(imports->last().total, 780'200);
    EXPECT_EQ(imports->last().cities, 4);
    EXPECT_EQ(imports->last().asOf, QDate(2026, 11, 1));
    EXPECT_EQ(imports->last().source, QStringLiteral("Sample count"));
    EXPECT_TRUE(imports->last().owed);
    const auto record = m_records->requireAs<Demand>(imports->last().id);
    ASSERT_TRUE(record.ok());
    EXPECT_EQ(record->authorId(), m_admin.accountId);
    EXPECT_EQ(record->freelancers(), (QMap<int, qint64>{{test::cityOf("KHI").id, 412'000},
                                                        {test::cityOf("LHE").id, 280'000},
                                                        {test::cityOf("PEW").id, 88'200},
                                                        {test::cityOf("QTA").id, 0}}));
}

TEST_F(ImportDemandTest, rowsThatAreNotGood_areNamedWithTheirReasons)
{
    const auto count = check(file("City,Freelancers\n"
                                  "Atlantis,10\n" // 2
                                  "Lahore,10\n"   // 3
                                  "1172451,20\n"  // 4: Lahore once more
                                  "Karachi,-1\n"  // 5
                                  "Karachi,10000001\n"
                                  "Karachi,\n"
                                  ",5\n"
                                  "Karachi,1.5\n"
                                  "Karachi,5,6\n"
                                  "Karachi,10000000\n"),
                             m_admin);
    ASSERT_TRUE(count.ok()) << qPrintable(count.error().detail);
    EXPECT_EQ(count->good, 2);
    EXPECT_EQ(count->refused, 8);
    EXPECT_EQ(count->total, 10'000'010);
    QList<RowReason> reasons;
    for (const RowFault &fault : std::as_const(m_faults))
        reasons.append(fault.reason);
    EXPECT_EQ(reasons,
              (QList<RowReason>{RowReason::UnknownCity, RowReason::SameCity, RowReason::NoNumber, RowReason::TooMany,
                                RowReason::Refused, RowReason::Refused, RowReason::NoNumber, RowReason::Surplus}));
    EXPECT_EQ(m_faults.at(1).alikeLine, 3);
}

TEST_F(ImportDemandTest, citiesOfOneName_areToldApartByTheirNumbers)
{
    QHash<QString, QList<const City *>> named;
    for (const City &city : test::gazetteer().cities())
        named[city.name].append(&city);
    const auto twins = std::find_if(named.cbegin(), named.cend(), [](const auto &cities) { return cities.size() > 1; });
    ASSERT_NE(twins, named.cend());
    ASSERT_TRUE(check(file("City,Freelancers\n" + twins.key().toUtf8() + ",5\n"), m_admin).ok());
    ASSERT_EQ(m_faults.size(), 1);
    EXPECT_EQ(m_faults.first().reason, RowReason::SeveralCities);
    QByteArray rows = "City,Freelancers\n";
    for (const City *city : *twins)
        rows += QByteArray::number(city->id) + ",5\n";
    const auto count = check(file(rows), m_admin);
    ASSERT_TRUE(count.ok());
    EXPECT_EQ(count->good, twins->size());
}

TEST_F(ImportDemandTest, aProvinceThatTheCityIsNotIn_isNoticed)
{
    ASSERT_TRUE(check(file("City,Freelancers,Province\nLahore,5,Sindh\nLahore,5,Punjab\n"), m_admin).ok());
    ASSERT_EQ(m_faults.size(), 1);
    EXPECT_EQ(m_faults.first().reason, RowReason::UnknownCity);
}

TEST_F(ImportDemandTest, nobodyElse_andNothingWithoutDayAndSource)
{
    for (const Actor &actor : {m_me, m_chief, m_auditor}) {
        const auto refused = check(file(kGood), actor);
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().code, ErrorCode::NotAllowed);
    }
    const ImportCount count = check(file(kGood), m_admin).value();
    const auto without = [&](const char *field, const QString &value) {
        ImportFile what = file(kGood);
        what.about.insert(QLatin1String(field), value);
        return what;
    };
    const auto refuse = [&](ErrorCode code, const char *where, const ImportFile &what) {
        expectRefused(code, QLatin1String(where), [&] { return importing().run(m_admin, what, count, false); });
    };
    refuse(ErrorCode::Incomplete, "as_of", without("as_of", {}));
    refuse(ErrorCode::InvalidValue, "as_of", without("as_of", QStringLiteral("2026-11-25")));
    refuse(ErrorCode::Incomplete, "source", without("source", QStringLiteral("  ")));
    ImportFile changed = file(kGood + "Multan,5\n");
    refuse(ErrorCode::WrongState, "file", changed);
}

TEST_F(ImportDemandTest, cancelledOrEmpty_leavesWhatCounted)
{
    const ImportFile what = file(kGood);
    const ImportCount count = check(what, m_admin).value();
    m_progress.cancelled = true;
    expectRefused(ErrorCode::WrongState, QStringLiteral("cancelled"),
                  [&] { return importing().run(m_admin, what, count, false); });
    m_progress.cancelled = false;
    const ImportFile none = file("City,Freelancers\nAtlantis,4\n");
    const ImportCount nothing = check(none, m_admin).value();
    expectRefused(ErrorCode::Incomplete, QStringLiteral("freelancers"),
                  [&] { return importing().run(m_admin, none, nothing, false); });
}

TEST_F(ImportDemandTest, inAProfileOfTheSample_theListIsOne)
{
    ASSERT_TRUE(SyncStateRepository(*m_database).set(QStringLiteral("sample_data"), QStringLiteral("1")));
    ASSERT_TRUE(run(file(kGood)).ok());
    EXPECT_TRUE(importedDemand(*m_workspace)->first().sample);
}

} // namespace
} // namespace markaz
