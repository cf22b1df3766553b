// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/conflicts.h"

#include "tests/core/workflow/workflowfixture.h"

namespace markaz {
namespace {

using Take = ConflictChoice::Take;
const QString kName = QStringLiteral("name");

QJsonObject sides(const QJsonValue &base, const QJsonValue &server, const QJsonValue &client)
{
    return {{QStringLiteral("base"), base}, {QStringLiteral("server"), server}, {QStringLiteral("client"), client}};
}

class ConflictsTest : public test::WorkflowFixture
{
protected:
    QString m_id;
    void SetUp() override
    {
        WorkflowFixture::SetUp();
        m_id = building("LHE", 1, {{kName, QStringLiteral("Theirs")}});
    }
    QString conflict(const QJsonObject &fields, Entity of = Entity::Building, QString record = {})
    {
        return put(Entity::Conflict, {{QStringLiteral("entity"), token(of)},
                                      {QStringLiteral("record"), record.isEmpty() ? m_id : record},
                                      {QStringLiteral("author"), m_me.accountId},
                                      {QStringLiteral("op_id"), m_ids.next()},
                                      {QStringLiteral("made_at"), QStringLiteral("2026-11-24T08:00:00.000Z")},
                                      {QStringLiteral("fields"), fields},
                                      {QStringLiteral("state"), QStringLiteral("open")}});
    }
    QString nameConflict()
    {
        return conflict({{kName, sides(QStringLiteral("Mill"), QStringLiteral("Theirs"), QStringLiteral("Mine"))}});
    }
    ResolveConflict resolving() { return ResolveConflict(*m_workspace); }
    QString stateOf(const QString &id) { return text(Entity::Conflict, id, "state"); }
};

TEST_F(ConflictsTest, view_showsWhatItWasWhatTheServerHasNowAndWhatWasWritten)
{
    const QString id = nameConflict();
    ASSERT_TRUE(
        m_records
            ->putFromServer(
                {Entity::Building, m_id, 9, buildingFields("LHE", 1, {{kName, QStringLiteral("Theirs, later")}})}, {})
            .ok());
    const auto view = resolving().view(m_me, id);
    ASSERT_TRUE(view.ok());
    ASSERT_EQ(view->fields.size(), 1);
    const ConflictField &field = view->fields.first();
    EXPECT_EQ(field.key, kName);
    EXPECT_EQ(field.base.value(kName).toString(), QStringLiteral("Mill"));
    EXPECT_EQ(field.server.value(kName).toString(), QStringLiteral("Theirs, later"));
    EXPECT_EQ(field.client.value(kName).toString(), QStringLiteral("Mine"));
    EXPECT_TRUE(view->mayChange);
}

TEST_F(ConflictsTest, mine_changesTheRecordAndTheConflictTogether)
{
    const QString id = nameConflict();
    ASSERT_TRUE(resolving().run(m_me, id, {{kName, {Take::Client, {}}}}).ok());
    EXPECT_EQ(text(Entity::Building, m_id, "name"), QStringLiteral("Mine"));
    EXPECT_EQ(stateOf(id), QStringLiteral("resolved"));
    const QList<OutboxRow> rows = owed();
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0].change.fields, (FieldChanges{{kName, {QStringLiteral("Theirs"), QStringLiteral("Mine")}}}));
    EXPECT_EQ(rows[1].change.entity, Entity::Conflict);
    EXPECT_EQ(rows[1].change.fields,
              (FieldChanges{{QStringLiteral("state"), {QStringLiteral("open"), QStringLiteral("resolved")}}}))
        << "who resolved it is the server's to say";
}

TEST_F(ConflictsTest, theServers_changesTheConflictAlone)
{
    const QString id = nameConflict();
    ASSERT_TRUE(resolving().run(m_me, id, {{kName, {Take::Server, {}}}}).ok());
    EXPECT_EQ(text(Entity::Building, m_id, "name"), QStringLiteral("Theirs"));
    ASSERT_EQ(owed().size(), 1);
    EXPECT_EQ(owed().first().change.entity, Entity::Conflict);
}

TEST_F(ConflictsTest, another_isTypedAndChecked)
{
    const QString id = nameConflict();
    expectRefused(ErrorCode::InvalidValue, kName, [&] {
        return resolving().run(m_me, id, {{kName, {Take::Other, {{kName, QString(300, QLatin1Char('x'))}}}}});
    });
    ASSERT_TRUE(resolving().run(m_me, id, {{kName, {Take::Other, {{kName, QStringLiteral("Neither")}}}}}).ok());
    EXPECT_EQ(text(Entity::Building, m_id, "name"), QStringLiteral("Neither"));
}

TEST_F(ConflictsTest, aGroupIsOneChoice)
{
    const auto number = [](int n) { return QJsonValue(n); };
    const QString id =
        conflict({{QStringLiteral("latitude_e6"), sides(QJsonValue::Null, number(31'500'000), number(31'600'000))},
                  {QStringLiteral("longitude_e6"), sides(QJsonValue::Null, number(74'300'000), number(74'400'000))}});
    const auto view = resolving().view(m_me, id);
    ASSERT_EQ(view->fields.size(), 1);
    EXPECT_EQ(view->fields.first().key, QStringLiteral("position"));
    EXPECT_EQ(view->fields.first().paths.size(), 2);
    ASSERT_TRUE(resolving().run(m_me, id, {{QStringLiteral("position"), {Take::Client, {}}}}).ok());
    EXPECT_EQ(fieldsOf(Entity::Building, m_id).value(QStringLiteral("latitude_e6")).toInt(), 31'600'000);
    EXPECT_EQ(fieldsOf(Entity::Building, m_id).value(QStringLiteral("longitude_e6")).toInt(), 74'400'000);
}

/// The one who agreed to be published is not the one whose number is typed now.
TEST_F(ConflictsTest, aContactOfACentre_isNotPublishedByAnothersWord)
{
    const QString phone = QStringLiteral("contact_phone");
    const QString at =
        put(Entity::Centre, {{QStringLiteral("building"), m_id},
                             {kName, QStringLiteral("Iqbal Centre")},
                             {QStringLiteral("seats"), 60},
                             {QStringLiteral("seat_rate_paisa"), 350'000},
                             {phone, QStringLiteral("042-2222222")},
                             {QStringLiteral("contact_agreed_at"), QStringLiteral("2026-11-20T09:00:00.000Z")}});
    const QString id =
        conflict({{phone, sides(QJsonValue::Null, QStringLiteral("042-2222222"), QStringLiteral("042-1111111"))}},
                 Entity::Centre, at);
    ASSERT_TRUE(
        resolving()
            .run(m_chief, id, {{QStringLiteral("contact"), {Take::Other, {{phone, QStringLiteral("042-3333333")}}}}})
            .ok());
    EXPECT_EQ(fieldsOf(Entity::Centre, at).value(phone).toString(), QStringLiteral("042-3333333"));
    EXPECT_FALSE(fieldsOf(Entity::Centre, at).contains(QStringLiteral("contact_agreed_at")));
}

TEST_F(ConflictsTest, everyFieldIsDecided)
{
    const QString id = conflict({{kName, sides(QStringLiteral("a"), QStringLiteral("Theirs"), QStringLiteral("c"))},
                                 {QStringLiteral("storeys"), sides(1, 2, 3)}});
    expectRefused(ErrorCode::Incomplete, QStringLiteral("storeys"), [&] {
        return resolving().run(m_me, id, {{kName, {Take::Server, {}}}});
    });
}

TEST_F(ConflictsTest, deletedHereEditedThere_keepOrRemove)
{
    const QJsonObject fields{{kDeletedPath, sides(false, false, true)}};
    const QString kept = conflict(fields);
    ASSERT_TRUE(resolving().run(m_chief, kept, {{kDeletedPath, {Take::Server, {}}}}).ok());
    ASSERT_EQ(owed().size(), 1) << "the record stays";
    const QString removed = conflict(fields);
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] {
        return resolving().run(m_me, removed, {{kDeletedPath, {Take::Client, {}}}});
    });
    ASSERT_TRUE(resolving().run(m_chief, removed, {{kDeletedPath, {Take::Client, {}}}}).ok());
    const QList<OutboxRow> rows = owed();
    ASSERT_EQ(rows.size(), 3);
    EXPECT_EQ(rows[1].change.kind, ChangeKind::Delete);
    EXPECT_EQ(rows[1].change.baseRev, 1);
    EXPECT_FALSE(m_records->find(Entity::Building, m_id)->has_value()) << "hidden, until the server says so too";
}

TEST_F(ConflictsTest, editedHereDeletedThere_theServersSideRemovesIt)
{
    const QString id = conflict({{kDeletedPath, sides(false, true, false)}});
    ASSERT_TRUE(resolving().run(m_chief, id, {{kDeletedPath, {Take::Server, {}}}}).ok());
    EXPECT_EQ(owed().first().change.kind, ChangeKind::Delete);
}

TEST_F(ConflictsTest, onlyItsAuthorAndTheScopesOfficersMay)
{
    const QString id = nameConflict();
    const QHash<QString, ConflictChoice> choice{{kName, {Take::Server, {}}}};
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"),
                  [&] { return resolving().run(m_colleague, id, choice); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"),
                  [&] { return resolving().run(m_auditor, id, choice); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"),
                  [&] { return resolving().run(elsewhere(m_chief), id, choice); });
    ASSERT_TRUE(resolving().run(m_chief, id, choice).ok());
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return resolving().run(m_me, id, choice); });
}

TEST_F(ConflictsTest, anothersDraft_anOfficerCanOnlyKeepTheServersAnswer)
{
    const QString visit = put(Entity::Inspection, inspectionFields(m_id, m_inspector, "draft"));
    const QString path = QStringLiteral("answers.C-02");
    const QString id = conflict({{path, sides(QJsonValue::Null, QJsonValue::Null,
                                              QJsonObject{{QStringLiteral("value"), QStringLiteral("yes")}})}},
                                Entity::Inspection, visit);
    EXPECT_FALSE(resolving().view(m_chief, id)->mayChange);
    EXPECT_TRUE(resolving().view(m_me, id)->mayChange);
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] {
        return resolving().run(m_chief, id, {{path, {Take::Client, {}}}});
    });
    ASSERT_TRUE(resolving().run(m_me, id, {{path, {Take::Client, {}}}}).ok());
    EXPECT_EQ(valueAt(fieldsOf(Entity::Inspection, visit), path).toObject().value(QStringLiteral("value")).toString(),
              QStringLiteral("yes"));
}

TEST_F(ConflictsTest, aSubmittedInspection_takesNoOlderAnswer)
{
    const QString visit = put(Entity::Inspection, inspectionFields(m_id, m_inspector, "submitted"));
    const QString path = QStringLiteral("answers.C-02");
    const QString id = conflict({{path, sides(QJsonValue::Null, QJsonValue::Null,
                                              QJsonObject{{QStringLiteral("value"), QStringLiteral("yes")}})}},
                                Entity::Inspection, visit);
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] {
        return resolving().run(m_me, id, {{path, {Take::Client, {}}}});
    });
    ASSERT_TRUE(resolving().run(m_me, id, {{path, {Take::Server, {}}}}).ok());
}

TEST_F(ConflictsTest, evidence_isItsInspectorsAsLongAsTheVisitIsADraft)
{
    const auto captioned = [&](const char *state) {
        const QString visit = put(Entity::Inspection, inspectionFields(m_id, m_inspector, state));
        const QString photo = put(Entity::Evidence, {{QStringLiteral("inspection"), visit},
                                                     {QStringLiteral("kind"), QStringLiteral("photo")},
                                                     {QStringLiteral("sha256"), QString(64, QLatin1Char('a'))},
                                                     {QStringLiteral("size"), 100},
                                                     {QStringLiteral("media_type"), QStringLiteral("image/jpeg")}});
        return conflict(
            {{QStringLiteral("caption"), sides(QJsonValue::Null, QStringLiteral("Theirs"), QStringLiteral("Mine"))}},
            Entity::Evidence, photo);
    };
    const QString open = captioned("draft");
    EXPECT_TRUE(resolving().view(m_me, open)->mayChange);
    EXPECT_FALSE(resolving().view(m_chief, open)->mayChange);
    EXPECT_FALSE(resolving().view(m_chief, open)->mayRemove);
    EXPECT_TRUE(resolving().run(m_me, open, {{QStringLiteral("caption"), {Take::Client, {}}}}).ok());
    const QString closed = captioned("submitted");
    EXPECT_FALSE(resolving().view(m_me, closed)->mayChange);
    EXPECT_TRUE(resolving().run(m_me, closed, {{QStringLiteral("caption"), {Take::Server, {}}}}).ok());
}

class FindingConflicts : public ConflictsTest
{
protected:
    const QString kState = QStringLiteral("state");
    QString finding(const char *state, const QString &inspector)
    {
        const QString visit = put(Entity::Inspection, inspectionFields(m_id, inspector, "draft"));
        return put(Entity::Finding, {{QStringLiteral("inspection"), visit},
                                     {QStringLiteral("building"), m_id},
                                     {QStringLiteral("item"), QStringLiteral("C-02")},
                                     {QStringLiteral("severity"), QStringLiteral("major")},
                                     {QStringLiteral("description"), QStringLiteral("Sample")},
                                     {QStringLiteral("due"), QStringLiteral("2027-01-01")},
                                     {kState, QLatin1String(state)},
                                     {QStringLiteral("author"), inspector},
                                     {QStringLiteral("made_at"), QStringLiteral("2026-11-20T09:00:00.000Z")}});
    }
};

TEST_F(FindingConflicts, edit_isOfTheVisitsInspector)
{
    const QJsonObject due{{QStringLiteral("due"), sides(QStringLiteral("2027-01-02"), QStringLiteral("2027-01-01"),
                                                        QStringLiteral("2027-02-01"))}};
    const QHash<QString, ConflictChoice> mine{{QStringLiteral("due"), {Take::Client, {}}}};
    const QString anothers = conflict(due, Entity::Finding, finding("open", m_colleague.accountId));
    EXPECT_FALSE(resolving().view(m_me, anothers)->mayChange);
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"), [&] { return resolving().run(m_me, anothers, mine); });
    const QString record = finding("open", m_inspector);
    const QString own = conflict(due, Entity::Finding, record);
    EXPECT_TRUE(resolving().view(m_me, own)->mayChange);
    ASSERT_TRUE(resolving().run(m_me, own, mine).ok());
    EXPECT_EQ(text(Entity::Finding, record, "due"), QStringLiteral("2027-02-01"));
}

TEST_F(FindingConflicts, state_isTakenByTheStepThatLeadsThere)
{
    const QHash<QString, ConflictChoice> mine{{kState, {Take::Client, {}}}};
    const auto waived = [&](const QString &record) {
        return conflict(
            {{kState, sides(QStringLiteral("fixed"), QStringLiteral("open"), QStringLiteral("waived"))},
             {QStringLiteral("state_reason"), sides(QJsonValue::Null, QJsonValue::Null, QStringLiteral("Agreed"))}},
            Entity::Finding, record);
    };
    const QString record = finding("open", m_inspector);
    const QString id = waived(record);
    EXPECT_FALSE(resolving().view(m_me, id)->mayChange) << "to waive is an officer's";
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return resolving().run(m_me, id, mine); });
    ASSERT_TRUE(resolving().run(m_chief, id, mine).ok());
    EXPECT_EQ(text(Entity::Finding, record, "state"), QStringLiteral("waived"));

    const QString late =
        conflict({{kState, sides(QStringLiteral("open"), QStringLiteral("waived"), QStringLiteral("fixed"))}},
                 Entity::Finding, finding("waived", m_inspector));
    EXPECT_FALSE(resolving().view(m_chief, late)->mayChange);
    expectRefused(ErrorCode::WrongState, kState, [&] { return resolving().run(m_chief, late, mine); });
    EXPECT_TRUE(resolving().run(m_chief, late, {{kState, {Take::Server, {}}}}).ok());
}

TEST_F(FindingConflicts, removal_isOfTheVisitsInspector)
{
    const QString record = finding("open", m_inspector);
    const QString id = conflict({{kDeletedPath, sides(false, false, true)}}, Entity::Finding, record);
    const QHash<QString, ConflictChoice> mine{{kDeletedPath, {Take::Client, {}}}};
    EXPECT_FALSE(resolving().view(m_chief, id)->mayRemove);
    EXPECT_TRUE(resolving().view(m_me, id)->mayRemove);
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return resolving().run(m_chief, id, mine); });
    ASSERT_TRUE(resolving().run(m_me, id, mine).ok());
    EXPECT_FALSE(m_records->find(Entity::Finding, record)->has_value());
}

TEST_F(ConflictsTest, aRecordThatIsGone_leavesOnlyTheServersSide)
{
    const QString id = nameConflict();
    ASSERT_TRUE(m_records->remove(Entity::Building, m_id).ok());
    EXPECT_FALSE(resolving().view(m_me, id)->mayChange);
    expectRefused(ErrorCode::NotFound, QStringLiteral("building"), [&] {
        return resolving().run(m_me, id, {{kName, {Take::Client, {}}}});
    });
    ASSERT_TRUE(resolving().run(m_me, id, {{kName, {Take::Server, {}}}}).ok());
}

} // namespace
} // namespace markaz
