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
    const QString akhtar = owner("Akhtar Traders");
    building("FSD", 3, {{QStringLiteral("owner"), akhtar}, {QStringLiteral("address"), QStringLiteral("Canal Road")}});
    EXPECT_EQ(found(QStringLiteral("canal")), list({"building FSD-0003"}));
    EXPECT_EQ(found(QStringLiteral("akhtar")), list({"building FSD-0003", "owner Akhtar Traders"}));
    BuildingFilter filter;
    filter.text = QStringLiteral("akhtar");
    EXPECT_EQ(BuildingRepository(*m_database, &m_clock).count(filter).value(), 1) << "and in the table of buildings";
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
