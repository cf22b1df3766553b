// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/syncstaterepository.h"
#include "core/workflow/buildings.h"
#include "tests/core/workflow/workflowfixture.h"

namespace markaz {
namespace {

class BuildingsTest : public test::WorkflowFixture
{
protected:
    BuildingEntry entry(const char *prefix = "LHE", const QJsonObject &more = {})
    {
        QJsonObject fields = buildingFields(prefix, 1);
        for (const char *name : {"code", "sample"})
            fields.remove(QLatin1String(name));
        for (auto it = more.begin(); it != more.end(); ++it)
            fields.insert(it.key(), it.value());
        return {fields, {}, {}};
    }
    QJsonObject ownerEntry()
    {
        return {{QStringLiteral("name"), QStringLiteral("  Sample Owner ")},
                {QStringLiteral("kind"), QStringLiteral("individual")},
                {QStringLiteral("phone"), QStringLiteral("0300-5550199")},
                {QStringLiteral("email"), QString()}};
    }
    Result<Building> add(const Actor &actor, const BuildingEntry &what)
    {
        return RegisterBuilding(*m_workspace, test::gazetteer()).run(actor, what);
    }
    Result<Building> edit(const Actor &actor, const QString &id, const BuildingEntry &what)
    {
        return EditBuilding(*m_workspace, test::gazetteer()).run(actor, id, what);
    }
};

TEST_F(BuildingsTest, register_givesTheNextCodeAndMakesTheOwnerFirst)
{
    building("LHE", 41);
    BuildingEntry what = entry("LHE", {{QStringLiteral("planned_seats"), 0},
                                       {QStringLiteral("notes"), QStringLiteral("  ")},
                                       {QStringLiteral("has_generator"), false}});
    what.owner = ownerEntry();
    const auto made = add(m_me, what);
    ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
    EXPECT_EQ(made->code().toString(), QStringLiteral("LHE-0042"));
    EXPECT_EQ(made->rev(), 0);
    EXPECT_FALSE(made->fields().contains(QStringLiteral("planned_seats"))); // 0 = not given
    EXPECT_FALSE(made->fields().contains(QStringLiteral("notes")));
    EXPECT_EQ(made->fields().value(QStringLiteral("has_generator")), QJsonValue(false)); // no is an answer
    EXPECT_FALSE(made->sample());

    const auto owner = m_records->requireAs<Owner>(made->ownerId());
    ASSERT_TRUE(owner.ok());
    EXPECT_EQ(owner->name(), QStringLiteral("Sample Owner"));
    EXPECT_EQ(owner->province(), test::cityOf("LHE").province);
    EXPECT_FALSE(owner->fields().contains(QStringLiteral("email")));
    ASSERT_EQ(owed().size(), 2);
    EXPECT_EQ(owed()[0].change.entity, Entity::Owner); // the server needs it before the building
    EXPECT_EQ(owed()[1].change.entity, Entity::Building);
    EXPECT_EQ(add(m_me, entry())->code().toString(), QStringLiteral("LHE-0043"));
}

TEST_F(BuildingsTest, register_inASampleProfileMarksBothAsSample)
{
    ASSERT_TRUE(SyncStateRepository(*m_database).set(QStringLiteral("sample_data"), QStringLiteral("1")).ok());
    BuildingEntry what = entry();
    what.owner = ownerEntry();
    const auto made = add(m_me, what);
    ASSERT_TRUE(made.ok());
    EXPECT_TRUE(made->sample());
    EXPECT_EQ(fieldsOf(Entity::Owner, made->ownerId()).value(QStringLiteral("sample")), QJsonValue(true));
}

TEST_F(BuildingsTest, register_withAnOwnerThatIsThere)
{
    BuildingEntry first = entry();
    first.owner = ownerEntry();
    BuildingEntry second = entry();
    second.ownerId = add(m_me, first)->ownerId();
    EXPECT_EQ(add(m_me, second)->ownerId(), second.ownerId);
    EXPECT_EQ(m_records->count(Entity::Owner).value(), 1);
    second.ownerId = m_ids.next();
    expectRefused(ErrorCode::NotFound, QStringLiteral("owner"), [&] { return add(m_me, second); });
}

TEST_F(BuildingsTest, register_knowsTheDayOfPakistan)
{
    m_clock.set(QDateTime(QDate(2026, 12, 31), QTime(19, 0), Qt::UTC)); // the new year has begun
    EXPECT_TRUE(add(m_me, entry("LHE", {{QStringLiteral("idle_since"), QStringLiteral("2027-01-01")},
                                        {QStringLiteral("year_built"), 2027}}))
                    .ok());
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("idle_since"), [&] {
        return add(m_me, entry("LHE", {{QStringLiteral("idle_since"), QStringLiteral("2027-01-02")}}));
    });
}

TEST_F(BuildingsTest, register_namesTheFieldThatIsWrong)
{
    const auto refused = [&](const char *where, ErrorCode code, const QJsonObject &more) {
        SCOPED_TRACE(where);
        expectRefused(code, QLatin1String(where), [&] { return add(m_me, entry("LHE", more)); });
    };
    refused("city", ErrorCode::InvalidValue, {{QStringLiteral("city"), 12345}});
    refused("city", ErrorCode::Incomplete, {{QStringLiteral("city"), QJsonValue::Null}});
    refused("name", ErrorCode::Incomplete, {{QStringLiteral("name"), QStringLiteral(" ")}});
    refused("storeys", ErrorCode::InvalidValue, {{QStringLiteral("storeys"), 100}});
    refused("covered_area_sqft", ErrorCode::Incomplete, {{QStringLiteral("covered_area_sqft"), 0}});
    refused("idle_since", ErrorCode::InvalidValue, {{QStringLiteral("idle_since"), QStringLiteral("2026-11-25")}});
    refused("year_built", ErrorCode::InvalidValue, {{QStringLiteral("year_built"), 2027}});
    refused("longitude_e6", ErrorCode::Incomplete, {{QStringLiteral("latitude_e6"), 31'500'000}});
    refused("code", ErrorCode::InvalidValue, {{QStringLiteral("code"), QStringLiteral("LHE-0900")}});
    BuildingEntry what = entry();
    what.owner = ownerEntry();
    what.owner.insert(QStringLiteral("phone"), QString(40, QLatin1Char('9')));
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("owner.phone"), [&] { return add(m_me, what); });
    for (const char *field : {"cnic_ntn", "phone", "email"}) {
        what.owner = ownerEntry();
        what.owner.insert(QLatin1String(field), QStringLiteral("later"));
        expectRefused(ErrorCode::InvalidValue, QStringLiteral("owner.") + QLatin1String(field),
                      [&] { return add(m_me, what); });
    }
    what.owner = {{QStringLiteral("phone"), QStringLiteral("1")}};
    expectRefused(ErrorCode::Incomplete, QStringLiteral("owner.name"), [&] { return add(m_me, what); });
}

TEST_F(BuildingsTest, register_isForInspectorsAndOfficersOfTheProvince)
{
    EXPECT_TRUE(add(m_chief, entry()).ok());
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"),
                  [&] { return add(test::WorkflowFixture::elsewhere(m_me), entry()); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"), [&] { return add(m_me, entry("KHI")); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return add(m_auditor, entry()); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return add(m_admin, entry()); });
}

TEST_F(BuildingsTest, edit_isTheWholeFormAndKeepsWhatItDoesNotShow)
{
    const QString id = building("LHE", 7,
                                {{QStringLiteral("notes"), QStringLiteral("old note")},
                                 {QStringLiteral("future_field"), QStringLiteral("kept")},
                                 {QStringLiteral("received_at"), QStringLiteral("2026-11-20T08:00:00.000Z")},
                                 {QStringLiteral("latitude_e6"), 31'500'000},
                                 {QStringLiteral("longitude_e6"), 74'300'000}});
    const auto edited = edit(
        m_me, id,
        entry("LHE", {{QStringLiteral("name"), QStringLiteral("New name")}, {QStringLiteral("notes"), QString()}}));
    ASSERT_TRUE(edited.ok()) << qPrintable(edited.error().detail);
    EXPECT_EQ(edited->name(), QStringLiteral("New name"));
    EXPECT_EQ(edited->code().toString(), QStringLiteral("LHE-0007"));
    EXPECT_TRUE(edited->sample());
    EXPECT_EQ(edited->notes(), QString());
    EXPECT_FALSE(edited->position().has_value());
    EXPECT_EQ(edited->fields().value(QStringLiteral("future_field")).toString(), QStringLiteral("kept"));
    EXPECT_TRUE(edited->fields().contains(QStringLiteral("received_at"))) << "which the server alone writes";
    ASSERT_EQ(owed().size(), 1);
    QStringList changed;
    const FieldChanges steps = owed()[0].change.fields;
    for (auto it = steps.begin(); it != steps.end(); ++it) {
        if (it->before != it->after)
            changed.append(it.key());
    }
    EXPECT_EQ(changed, (QStringList{QStringLiteral("latitude_e6"), QStringLiteral("longitude_e6"),
                                    QStringLiteral("name"), QStringLiteral("notes")}));
    const BuildingEntry same{edited->fields(), {}, {}};
    EXPECT_TRUE(edit(m_me, id, same).ok());
    EXPECT_EQ(owed().size(), 1);
}

TEST_F(BuildingsTest, edit_changesOnlyWhatDiffersFromWhatWasSeen)
{
    const QString id = building("LHE", 7);
    const Record seen = *m_records->require(Entity::Building, id);
    QJsonObject pulled = seen.fields; // while the form is open
    pulled.insert(QStringLiteral("storeys"), 5);
    pulled.insert(QStringLiteral("name"), QStringLiteral("Named by an officer"));
    ASSERT_TRUE(m_records->putFromServer({Entity::Building, id, 2, pulled}, {}).ok());

    BuildingEntry form{seen.fields, {}, {}, seen};
    form.building.remove(QStringLiteral("code"));
    form.building.insert(QStringLiteral("name"), QStringLiteral("Named by an inspector"));
    form.building.insert(QStringLiteral("year_built"), 1961);
    const auto edited = edit(m_me, id, form);
    ASSERT_TRUE(edited.ok()) << qPrintable(edited.error().detail);
    EXPECT_EQ(edited->storeys(), 5);
    EXPECT_EQ(edited->yearBuilt(), 1961);
    ASSERT_EQ(owed().size(), 1);
    const Change change = owed()[0].change;
    EXPECT_EQ(change.baseRev, 1);
    EXPECT_FALSE(change.fields.contains(QStringLiteral("storeys")));
    EXPECT_EQ(change.fields.value(QStringLiteral("name")).before, seen.fields.value(QStringLiteral("name")))
        << "the server is told which name was seen: it finds the conflict";

    BuildingEntry other{form.building, {}, {}, *m_records->require(Entity::Building, building("LHE", 8))};
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("building"), [&] { return edit(m_me, id, other); });
}

TEST_F(BuildingsTest, edit_makesAndChangesTheOwner)
{
    const QString id = building("LHE", 7);
    BuildingEntry what = entry();
    what.owner = ownerEntry();
    const auto first = edit(m_me, id, what);
    ASSERT_TRUE(first.ok());
    const QString owner = first->ownerId();
    EXPECT_EQ(fieldsOf(Entity::Owner, owner).value(QStringLiteral("sample")), QJsonValue(true)); // as its building
    what.owner.insert(QStringLiteral("name"), QStringLiteral("Renamed"));
    what.owner.remove(QStringLiteral("phone"));
    EXPECT_EQ(edit(m_me, id, what)->ownerId(), owner);
    const auto changed = m_records->requireAs<Owner>(owner);
    EXPECT_EQ(changed->name(), QStringLiteral("Renamed"));
    EXPECT_EQ(changed->phone(), QString());
    EXPECT_EQ(changed->province(), test::cityOf("LHE").province);
    EXPECT_EQ(m_records->count(Entity::Owner).value(), 1);
    what.owner = {};
    EXPECT_EQ(edit(m_me, id, what)->ownerId(), owner); // no word of the owner: it stays
}

TEST_F(BuildingsTest, edit_needsBothProvincesWhenTheBuildingMoves)
{
    const QString id = building("LHE", 7);
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"), [&] { return edit(m_me, id, entry("KHI")); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"),
                  [&] { return edit(elsewhere(m_me), id, entry("KHI")); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"), [&] { return edit(elsewhere(m_me), id, entry()); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return edit(m_auditor, id, entry()); });
    Actor both = m_me;
    both.provinces.append(test::cityOf("KHI").province);
    const auto moved = edit(both, id, entry("KHI"));
    ASSERT_TRUE(moved.ok());
    EXPECT_EQ(moved->code().toString(), QStringLiteral("LHE-0007")); // a building keeps its code
    expectRefused(ErrorCode::NotFound, QStringLiteral("building"), [&] { return edit(m_me, m_ids.next(), entry()); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("code"), [&] {
        return edit(both, id, entry("KHI", {{QStringLiteral("code"), QStringLiteral("KHI-0001")}}));
    });
}

} // namespace
} // namespace markaz
