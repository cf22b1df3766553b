// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/buildingrepository.h"
#include "core/storage/searchrepository.h"
#include "tests/core/storage/cachefixture.h"

namespace markaz {
namespace {

class SearchRepositoryTest : public test::CacheFixture
{
protected:
    /// "building LHE-0001", "owner Akhtar" ... in their order.
    QStringList found(const QString &text, int most = 10)
    {
        const auto hits = SearchRepository(*m_database).find(text, most);
        EXPECT_TRUE(hits.ok()) << qPrintable(hits.ok() ? QString() : hits.error().detail);
        QStringList all;
        for (const SearchHit &hit : *hits)
            all.append(token(hit.entity) + QLatin1Char(' ') + (hit.code.isEmpty() ? hit.name : hit.code));
        return all;
    }
    static QStringList list(std::initializer_list<const char *> words)
    {
        QStringList all;
        for (const char *word : words)
            all.append(QString::fromUtf8(word));
        return all;
    }
    QString owner(const char *name)
    {
        return put(Entity::Owner, {{QStringLiteral("name"), QString::fromUtf8(name)},
                                   {QStringLiteral("kind"), QStringLiteral("individual")},
                                   {QStringLiteral("province"), QStringLiteral("PK-PB")},
                                   {QStringLiteral("phone"), QStringLiteral("0300-1234567")}});
    }
};

TEST_F(SearchRepositoryTest, buildings_byCodeNameAddressAndOwner_thoseWhoseCodeBeginsWithItFirst)
{
    building("MUL", 7, {{QStringLiteral("name"), QStringLiteral("Old LHE-00 depot")}});
    building("LHE", 2);
    building("LHE", 1);
    EXPECT_EQ(found(QStringLiteral("lhe-00")), list({"building LHE-0001", "building LHE-0002", "building MUL-0007"}));
    EXPECT_EQ(found(QStringLiteral("DEPOT")), list({"building MUL-0007"}));
    const auto depot = SearchRepository(*m_database).find(QStringLiteral("depot"), 10);
    EXPECT_EQ(depot->first().place, QStringLiteral("1 Sample Road"));
    EXPECT_EQ(depot->first().cityId, test::cityOf("MUL").id);
    EXPECT_EQ(depot->first().city, QStringLiteral("Multan"));
    const QString akhtar = owner("Akhtar Traders");
    building("FSD", 3, {{QStringLiteral("owner"), akhtar}, {QStringLiteral("address"), QStringLiteral("Canal Road")}});
    EXPECT_EQ(found(QStringLiteral("canal")), list({"building FSD-0003"}));
    EXPECT_EQ(found(QStringLiteral("akhtar")), list({"building FSD-0003", "owner Akhtar Traders"}));
    BuildingFilter filter;
    filter.text = QStringLiteral("akhtar");
    EXPECT_EQ(BuildingRepository(*m_database, &m_clock).count(filter).value(), 1) << "and in the table of buildings";
}

TEST_F(SearchRepositoryTest, centres_byNameCodeOfTheBuildingAndCity)
{
    put(Entity::Centre, {{QStringLiteral("building"), building("LHE", 7)},
                         {QStringLiteral("name"), QStringLiteral("Iqbal Hub")},
                         {QStringLiteral("seats"), 60},
                         {QStringLiteral("seat_rate_paisa"), 350'000}});
    for (const char *text : {"iqbal", "LHE-0007", "lahore", "لاہور"})
        EXPECT_TRUE(found(QString::fromUtf8(text)).contains(QStringLiteral("centre LHE-0007"))) << text;
    EXPECT_FALSE(found(QStringLiteral("karachi")).contains(QStringLiteral("centre LHE-0007")));
}

TEST_F(SearchRepositoryTest, loans_byBuildingOwnerAndBank_thoseThatAreOpenFirst_andNotByWhatIsSealed)
{
    const QString akhtar = owner("Akhtar Traders");
    const auto loan = [&](const QString &home, const char *state, const char *at) {
        return put(Entity::Loan, {{QStringLiteral("building"), home},
                                  {QStringLiteral("owner"), akhtar},
                                  {QStringLiteral("bank"), QStringLiteral("Sample Bank")},
                                  {QStringLiteral("bank_reference"), QStringLiteral("AC-778899")},
                                  {QStringLiteral("principal_paisa"), 900'000'000},
                                  {QStringLiteral("policy_version"), 1},
                                  {QStringLiteral("markup_bp"), 1'500},
                                  {QStringLiteral("tenor_months"), 60},
                                  {QStringLiteral("grace_months"), 6},
                                  {QStringLiteral("state"), QLatin1String(state)},
                                  {QStringLiteral("state_at"), QLatin1String(at)},
                                  {QStringLiteral("state_by"), m_officer}});
    };
    const QString hall = building("LHE", 7, {{QStringLiteral("name"), QStringLiteral("Old hall")}});
    const QString declined = loan(hall, "declined", "2026-11-20T05:00:00.000Z");
    const QString older = loan(hall, "applied", "2026-10-01T05:00:00.000Z");
    const QString newer = loan(building("MUL", 8), "approved", "2026-11-01T05:00:00.000Z");
    const auto ids = [this](const char *text) {
        QStringList all;
        const auto hits = SearchRepository(*m_database).find(QLatin1String(text), 10);
        EXPECT_TRUE(hits.ok()) << qPrintable(hits.ok() ? QString() : hits.error().detail);
        for (const SearchHit &hit : *hits) {
            if (hit.entity == Entity::Loan)
                all.append(hit.id);
        }
        return all;
    };
    EXPECT_EQ(ids("akhtar"), (QStringList{newer, older, declined}));
    EXPECT_EQ(ids("sample bank"), (QStringList{newer, older, declined}));
    EXPECT_EQ(ids("lhe-0007"), (QStringList{older, declined}));
    EXPECT_EQ(ids("old hall"), (QStringList{older, declined}));
    EXPECT_EQ(ids("778899"), QStringList()) << "the bank's number is sealed";
    const auto hits = SearchRepository(*m_database).find(QStringLiteral("sample bank"), 1);
    ASSERT_EQ(hits->size(), 1);
    EXPECT_EQ(hits->first().code, QStringLiteral("MUL-0008"));
    EXPECT_EQ(hits->first().place, QStringLiteral("Sample Bank"));
    EXPECT_EQ(hits->first().state, QStringLiteral("approved"));
    EXPECT_EQ(hits->first().day, QDate(2026, 11, 1));
}

TEST_F(SearchRepositoryTest, inspectionsAndCertificates_ofTheBuildingAndByNumber)
{
    const QString id = building("LHE", 1);
    const QString older =
        put(Entity::Inspection,
            inspectionFields(id, m_inspector, "accepted",
                             {{QStringLiteral("started_at"), QStringLiteral("2026-01-02T09:00:00.000Z")}}));
    const QString newer =
        put(Entity::Inspection,
            inspectionFields(id, m_inspector, "submitted",
                             {{QStringLiteral("started_at"), QStringLiteral("2026-03-02T09:00:00.000Z")}}));
    certificate(id, older, "full", "issued", "2026-02-01", "2028-02-01");
    const auto hits = SearchRepository(*m_database).find(QStringLiteral("LHE-0001"), 10);
    ASSERT_EQ(hits->size(), 4);
    EXPECT_EQ(hits->at(1).id, newer);
    EXPECT_EQ(hits->at(1).state, QStringLiteral("submitted"));
    EXPECT_EQ(hits->at(2).id, older);
    EXPECT_EQ(hits->at(2).day, QDate(2026, 1, 2));
    EXPECT_EQ(hits->at(3).code, QStringLiteral("MKZ-PB-1000001"));
    EXPECT_EQ(found(QStringLiteral("MKZ-PB")), list({"certificate MKZ-PB-1000001"}));
}

TEST_F(SearchRepositoryTest, findings_byBuildingAndByItem_theMostUrgentFirst_andNotByWhatIsSealed)
{
    const QString house = building("LHE", 1, {{QStringLiteral("name"), QStringLiteral("Old cinema")}});
    const QString visit = visited(house, "submitted", "refused", "2026-11-01");
    const auto finding = [&](const char *item, const char *state, const char *due) {
        return put(Entity::Finding, {{QStringLiteral("inspection"), visit},
                                     {QStringLiteral("building"), house},
                                     {QStringLiteral("item"), QLatin1String(item)},
                                     {QStringLiteral("severity"), QStringLiteral("critical")},
                                     {QStringLiteral("description"), QStringLiteral("The rear exit is locked")},
                                     {QStringLiteral("due"), QLatin1String(due)},
                                     {QStringLiteral("state"), QLatin1String(state)},
                                     {QStringLiteral("author"), m_inspector},
                                     {QStringLiteral("made_at"), QStringLiteral("2026-11-01T09:00:00.000Z")}});
    };
    const QString fixed = finding("E-05", "fixed", "2026-11-02");
    const QString later = finding("C-02", "open", "2026-12-24");
    const QString sooner = finding("C-07", "open", "2026-11-20");
    const auto ids = [this](const char *text) {
        QStringList all;
        const auto hits = SearchRepository(*m_database).find(QLatin1String(text), 10);
        EXPECT_TRUE(hits.ok());
        for (const SearchHit &hit : *hits) {
            if (hit.entity == Entity::Finding)
                all.append(hit.id);
        }
        return all;
    };
    EXPECT_EQ(ids("cinema"), (QStringList{sooner, later, fixed}));
    EXPECT_EQ(ids("LHE-0001"), (QStringList{sooner, later, fixed}));
    EXPECT_EQ(ids("c-02"), QStringList{later});
    EXPECT_EQ(ids("rear exit"), QStringList());
    const auto hits = SearchRepository(*m_database).find(QStringLiteral("C-02"), 10);
    ASSERT_EQ(hits->size(), 1);
    EXPECT_EQ(hits->first().code, QStringLiteral("LHE-0001"));
    EXPECT_EQ(hits->first().place, QStringLiteral("C-02"));
    EXPECT_EQ(hits->first().state, QStringLiteral("open"));
    EXPECT_EQ(hits->first().day, QDate(2026, 12, 24));
}

TEST_F(SearchRepositoryTest, findsNoMoreOfEachThanAsked_andNothingDeletedOrSealed)
{
    for (int i = 1; i <= 9; ++i)
        building("LHE", i);
    EXPECT_EQ(found(QStringLiteral("LHE"), 3).size(), 3);
    owner("Sample Owner");
    EXPECT_EQ(found(QStringLiteral("1234567")), QStringList()) << "a phone number is sealed";
    ASSERT_TRUE(m_database->run(QStringLiteral("UPDATE building SET deleted = 1"), {}).ok());
    EXPECT_EQ(found(QStringLiteral("LHE")), QStringList());
}

TEST_F(SearchRepositoryTest, whatIsTyped_hasNoWildcards)
{
    building("LHE", 1, {{QStringLiteral("name"), QStringLiteral("Plaza 100% full")}});
    building("LHE", 2, {{QStringLiteral("name"), QStringLiteral("Plaza")}});
    EXPECT_EQ(found(QStringLiteral("100%")), list({"building LHE-0001"}));
    for (const char *strange : {"%%", "__", "\\", "'; DROP TABLE building", "\"\"", " "})
        EXPECT_EQ(found(QString::fromUtf8(strange)), QStringList()) << strange;
    EXPECT_EQ(found(QStringLiteral("L")), QStringList()) << "one letter is not enough";
}

} // namespace
} // namespace markaz
