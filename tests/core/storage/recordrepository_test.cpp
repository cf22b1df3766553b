// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/storage/cachefixture.h"

#include <QJsonDocument>

namespace markaz {
namespace {

QJsonObject sampleOwner()
{
    return {{QStringLiteral("name"), QStringLiteral("Sample Trust")},
            {QStringLiteral("kind"), QStringLiteral("trust")},
            {QStringLiteral("province"), QStringLiteral("PK-PB")},
            {QStringLiteral("cnic_ntn"), QStringLiteral("35202-7654321-9")},
            {QStringLiteral("phone"), QStringLiteral("+92-300-5550199")},
            {QStringLiteral("future_field"), QJsonArray{1, 2}}};
}

FieldChanges step(const char *path, const QJsonValue &before, const QJsonValue &after)
{
    return {{QLatin1String(path), FieldChange{before, after}}};
}

QJsonObject answer(const char *value)
{
    return {{QStringLiteral("value"), QLatin1String(value)}};
}

class RecordRepositoryTest : public test::CacheFixture
{
protected:
    QJsonObject fieldsOf(Entity entity, const QString &id)
    {
        const auto found = m_records->require(entity, id);
        EXPECT_TRUE(found.ok());
        return found.ok() ? found->fields : QJsonObject();
    }
    /// Revision 0: made here, and the server has not seen it.
    QString draft(const QJsonObject &more, qint64 rev)
    {
        const Record record{Entity::Inspection, m_ids.next(), rev,
                            inspectionFields(m_ids.next(), m_inspector, "draft", more)};
        EXPECT_TRUE((rev == 0 ? m_records->putLocal(record) : m_records->putFromServer(record, {})).ok());
        return record.id;
    }
    QString nameOf(const QString &id)
    {
        return fieldsOf(Entity::Building, id).value(QStringLiteral("name")).toString();
    }
};

TEST_F(RecordRepositoryTest, find_givesBackEveryFieldWithUnknownOnes)
{
    const QString id = m_ids.next();
    ASSERT_TRUE(m_records->putLocal({Entity::Owner, id, 0, sampleOwner()}).ok());
    const auto found = m_records->find(Entity::Owner, id);
    ASSERT_TRUE(found.ok() && found.value().has_value());
    EXPECT_EQ(found.value()->fields, sampleOwner());
    EXPECT_EQ(found.value()->rev, 0);
    EXPECT_FALSE(m_records->find(Entity::Owner, m_ids.next()).value().has_value());
    EXPECT_EQ(m_records->require(Entity::Owner, m_ids.next()).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_records->requireAs<Owner>(id)->phone(), QStringLiteral("+92-300-5550199"));
    EXPECT_EQ(m_records->count(Entity::Owner).value(), 1);
    ASSERT_TRUE(m_records->remove(Entity::Owner, id).ok());
    EXPECT_EQ(m_records->count(Entity::Owner).value(), 0);
}

TEST_F(RecordRepositoryTest, everyEntity_keepsItsSealedFieldsOutOfData)
{
    for (Entity entity : allValues<Entity>()) {
        QJsonObject fields;
        QStringList sealed;
        for (const FieldSpec &field : specOf(entity).fields) {
            fields.insert(field.name, field.type == FieldType::Map || field.type == FieldType::Object
                                          ? QJsonValue(QJsonObject{{QStringLiteral("k"), QStringLiteral("v")}})
                                          : QJsonValue(QStringLiteral("v")));
            if (field.sealed)
                sealed.append(field.name);
        }
        fields.insert(QStringLiteral("newer \"field\" \\"), QStringLiteral("kept"));
        const QString local = m_ids.next();
        const QString pulled = m_ids.next();
        ASSERT_TRUE(m_records->putLocal({entity, local, 0, fields}).ok());
        ASSERT_TRUE(
            m_records->putFromServer(entity, pulled, 3, QJsonDocument(fields).toJson(QJsonDocument::Compact)).ok());
        for (const QString &id : {local, pulled}) {
            const QString data =
                cell(QStringLiteral("SELECT data || coalesce(sheet, '') FROM \"%1\" WHERE id = ?").arg(token(entity)),
                     {id})
                    .toString();
            for (const QString &name : sealed)
                EXPECT_FALSE(data.contains(QLatin1Char('"') + name + QLatin1Char('"')))
                    << qPrintable(token(entity) + name);
            EXPECT_EQ(cell(QStringLiteral("SELECT sealed IS NULL FROM \"%1\" WHERE id = ?").arg(token(entity)), {id})
                          .toBool(),
                      sealed.isEmpty());
            EXPECT_EQ(m_records->require(entity, id)->fields, fields);
        }
    }
}

TEST_F(RecordRepositoryTest, putFromServer_takesNoTextThatIsNoObject)
{
    for (const char *text : {"", "[]", "{\"name\":\"A\"", "{\"name\"}", "7"}) {
        const QString id = m_ids.next();
        EXPECT_FALSE(m_records->putFromServer(Entity::Owner, id, 1, text).ok()) << text;
        EXPECT_FALSE(m_records->find(Entity::Owner, id).value().has_value()) << text;
    }
}

TEST_F(RecordRepositoryTest, sealedBytes_openAtTheirOwnPlaceOnly)
{
    const QString one = put(Entity::Owner, sampleOwner());
    const QString other = put(Entity::Owner, sampleOwner());
    const QByteArray sealed = cell(QStringLiteral("SELECT sealed FROM owner WHERE id = ?"), {one}).toByteArray();
    EXPECT_TRUE(m_sealer.open(sealed, QStringLiteral("owner|%1|sealed").arg(one)).ok());
    ASSERT_TRUE(m_database->run(QStringLiteral("UPDATE owner SET sealed = ? WHERE id = ?"), {sealed, other}).ok());
    const auto moved = m_records->find(Entity::Owner, other);
    ASSERT_FALSE(moved.ok());
    EXPECT_EQ(moved.error().code, ErrorCode::Tampered);
}

TEST_F(RecordRepositoryTest, putLocal_keepsTheServersFieldsFromTheFirstLocalWriteOn)
{
    const QString id = put(Entity::Owner, sampleOwner());
    EXPECT_TRUE(cell(QStringLiteral("SELECT server FROM owner WHERE id = ?"), {id}).isNull());
    QJsonObject mine = sampleOwner();
    for (const char *phone : {"+92-300-5550100", "+92-300-5550101"}) {
        mine.insert(QStringLiteral("phone"), QLatin1String(phone));
        ASSERT_TRUE(m_records->putLocal({Entity::Owner, id, 1, mine}).ok());
    }
    EXPECT_FALSE(cell(QStringLiteral("SELECT server FROM owner WHERE id = ?"), {id}).isNull());
    const QByteArray sealed = cell(QStringLiteral("SELECT server_sealed FROM owner WHERE id = ?"), {id}).toByteArray();
    const auto opened = m_sealer.open(sealed, QStringLiteral("owner|%1|server_sealed").arg(id));
    ASSERT_TRUE(opened.ok());
    EXPECT_TRUE(opened->contains("5550199"));
    EXPECT_EQ(fieldsOf(Entity::Owner, id), mine);
}

TEST_F(RecordRepositoryTest, putFromServer_laysWaitingChangesOverAndForgetsTheCopyWithoutThem)
{
    const QString id = building("LHE", 1);
    QJsonObject mine = fieldsOf(Entity::Building, id);
    mine.insert(QStringLiteral("name"), QStringLiteral("Mine"));
    ASSERT_TRUE(m_records->putLocal({Entity::Building, id, 1, mine}).ok());

    const QJsonObject theirs = buildingFields("LHE", 1, {{QStringLiteral("storeys"), 5}});
    const FieldChanges waiting = step("name", QStringLiteral("Sample building LHE-0001"), QStringLiteral("Mine"));
    ASSERT_TRUE(m_records->putFromServer({Entity::Building, id, 2, theirs}, {waiting}).ok());
    EXPECT_EQ(nameOf(id), QStringLiteral("Mine"));
    EXPECT_EQ(m_records->requireAs<Building>(id)->storeys(), 5);
    EXPECT_EQ(m_records->require(Entity::Building, id)->rev, 2);
    EXPECT_FALSE(cell(QStringLiteral("SELECT server FROM building WHERE id = ?"), {id}).isNull());

    ASSERT_TRUE(m_records->putFromServer({Entity::Building, id, 3, theirs}, {}).ok());
    EXPECT_EQ(nameOf(id), QStringLiteral("Sample building LHE-0001"));
    EXPECT_TRUE(cell(QStringLiteral("SELECT server FROM building WHERE id = ?"), {id}).isNull());
}

TEST_F(RecordRepositoryTest, settle_ofARecordMadeHereJoinsWhatTheServerTook)
{
    const QString id = m_ids.next();
    const QJsonObject made = buildingFields("LHE", 1);
    QJsonObject renamed = made;
    renamed.insert(QStringLiteral("name"), QStringLiteral("Second thought"));
    ASSERT_TRUE(m_records->putLocal({Entity::Building, id, 0, made}).ok());
    ASSERT_TRUE(m_records->putLocal({Entity::Building, id, 0, renamed}).ok());
    const FieldChanges create = differences(specOf(Entity::Building), {}, made);
    const FieldChanges rename = differences(specOf(Entity::Building), made, renamed);

    ASSERT_TRUE(m_records->settle(Entity::Building, id, 1, create, {rename}).ok());
    EXPECT_EQ(nameOf(id), QStringLiteral("Second thought"));
    EXPECT_EQ(m_records->require(Entity::Building, id)->rev, 1);
    EXPECT_FALSE(cell(QStringLiteral("SELECT server FROM building WHERE id = ?"), {id}).isNull());

    ASSERT_TRUE(m_records->settle(Entity::Building, id, 2, rename, {}).ok());
    EXPECT_EQ(nameOf(id), QStringLiteral("Second thought"));
    EXPECT_TRUE(cell(QStringLiteral("SELECT server FROM building WHERE id = ?"), {id}).isNull());
}

TEST_F(RecordRepositoryTest, settle_withoutAnythingTakenShowsTheServersFieldsAgain)
{
    const QString id = building("LHE", 1);
    QJsonObject mine = fieldsOf(Entity::Building, id);
    mine.insert(QStringLiteral("name"), QStringLiteral("Refused"));
    ASSERT_TRUE(m_records->putLocal({Entity::Building, id, 1, mine}).ok());
    ASSERT_TRUE(m_records->settle(Entity::Building, id, 0, {}, {}).ok());
    EXPECT_EQ(nameOf(id), QStringLiteral("Sample building LHE-0001"));
    EXPECT_EQ(m_records->require(Entity::Building, id)->rev, 1);
    EXPECT_TRUE(m_records->settle(Entity::Building, m_ids.next(), 1, {}, {}).ok()); // gone meanwhile: nothing to do
}

TEST_F(RecordRepositoryTest, damagedJson_isToldAsDamage)
{
    const QString id = building("LHE", 1);
    ASSERT_FALSE(m_database->run(QStringLiteral("UPDATE building SET data = '{' WHERE id = ?"), {id}).ok())
        << "the generated columns need valid JSON";
    EXPECT_EQ(nameOf(id), QStringLiteral("Sample building LHE-0001"));
}

TEST_F(RecordRepositoryTest, damagedSheet_isToldAsDamage)
{
    const QString id = draft({}, 1);
    ASSERT_TRUE(m_database->run(QStringLiteral("UPDATE inspection SET sheet = '{' WHERE id = ?"), {id}).ok());
    EXPECT_EQ(m_records->find(Entity::Inspection, id).error().code, ErrorCode::StorageCorrupt);
}

/// What the repository remembers of a record is never older than its row.
TEST_F(RecordRepositoryTest, whatAnotherConnectionWrote_isSeenAtOnce)
{
    const QString id = put(Entity::Owner, sampleOwner());
    EXPECT_EQ(fieldsOf(Entity::Owner, id), sampleOwner());
    auto second = Database::openSqlite(m_path, Database::Check::None);
    ASSERT_TRUE(second.ok());
    RecordRepository others(**second, m_sealer);
    const QJsonObject moved = with(sampleOwner(), {{QStringLiteral("name"), QStringLiteral("Another Trust")},
                                                   {QStringLiteral("phone"), QStringLiteral("+92-300-5550200")}});
    ASSERT_TRUE(others.putFromServer({Entity::Owner, id, 2, moved}, {}).ok());
    EXPECT_EQ(fieldsOf(Entity::Owner, id), moved);
    EXPECT_EQ(m_records->require(Entity::Owner, id)->rev, 2);
    // Valid a moment ago, and no more.
    ASSERT_TRUE(m_records->requireAs<Owner>(id).ok());
    ASSERT_TRUE(others.putFromServer({Entity::Owner, id, 3, with(moved, {{QStringLiteral("kind"), 7}})}, {}).ok());
    EXPECT_EQ(m_records->requireAs<Owner>(id).error().where, QStringLiteral("kind"));
}

TEST_F(RecordRepositoryTest, aTransactionTakenBack_leavesNothingOfItsRecord)
{
    const QString owner = put(Entity::Owner, sampleOwner());
    const QString sheet = draft({{QStringLiteral("answers"), QJsonObject{{QStringLiteral("A-01"), answer("yes")}}}}, 0);
    const QJsonObject before = fieldsOf(Entity::Inspection, sheet);
    {
        auto transaction = Transaction::begin(*m_database);
        ASSERT_TRUE(transaction.ok());
        const QJsonObject moved = with(sampleOwner(), {{QStringLiteral("phone"), QStringLiteral("+92-300-5550200")}});
        ASSERT_TRUE(m_records->putLocal({Entity::Owner, owner, 1, moved}).ok());
        ASSERT_TRUE(
            m_records->applyLocal(Entity::Inspection, sheet, step("answers.A-01", answer("yes"), answer("no"))).ok());
        EXPECT_EQ(fieldsOf(Entity::Owner, owner), moved);
        EXPECT_NE(fieldsOf(Entity::Inspection, sheet), before);
    }
    EXPECT_EQ(fieldsOf(Entity::Owner, owner), sampleOwner());
    EXPECT_EQ(fieldsOf(Entity::Inspection, sheet), before);
}

TEST_F(RecordRepositoryTest, sealThatSomebodyAltered_isToldThoughItsRecordWasJustRead)
{
    const QString id = put(Entity::Owner, sampleOwner());
    EXPECT_EQ(fieldsOf(Entity::Owner, id), sampleOwner());
    QByteArray sealed = cell(QStringLiteral("SELECT sealed FROM owner WHERE id = ?"), {id}).toByteArray();
    sealed.back() = static_cast<char>(sealed.back() ^ 1);
    ASSERT_TRUE(m_database->run(QStringLiteral("UPDATE owner SET sealed = ? WHERE id = ?"), {sealed, id}).ok());
    const auto read = m_records->find(Entity::Owner, id);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, ErrorCode::Tampered);
}

TEST_F(RecordRepositoryTest, theSealIsMadeAnew_onlyWhenSomethingUnderItChanges)
{
    const QString id = put(Entity::Owner, sampleOwner());
    const auto sealed = [&] {
        return cell(QStringLiteral("SELECT sealed FROM owner WHERE id = ?"), {id}).toByteArray();
    };
    const QByteArray first = sealed();
    const QJsonObject named = with(sampleOwner(), {{QStringLiteral("name"), QStringLiteral("Another Trust")}});
    ASSERT_TRUE(m_records->putLocal({Entity::Owner, id, 1, named}).ok());
    EXPECT_EQ(sealed(), first);
    EXPECT_EQ(fieldsOf(Entity::Owner, id), named);
    const QJsonObject called = with(named, {{QStringLiteral("phone"), QStringLiteral("+92-300-5550200")}});
    ASSERT_TRUE(m_records->putLocal({Entity::Owner, id, 1, called}).ok());
    EXPECT_NE(sealed(), first);
    EXPECT_EQ(fieldsOf(Entity::Owner, id), called);
    QJsonObject bare = called;
    bare.remove(QStringLiteral("phone"));
    bare.remove(QStringLiteral("cnic_ntn"));
    ASSERT_TRUE(m_records->putLocal({Entity::Owner, id, 1, bare}).ok());
    EXPECT_TRUE(cell(QStringLiteral("SELECT sealed IS NULL FROM owner WHERE id = ?"), {id}).toBool());
    EXPECT_EQ(fieldsOf(Entity::Owner, id), bare);
}

/// Step by step, whichever way each is written, the sheet is what the steps make of it, on disk and in memory.
TEST_F(RecordRepositoryTest, applyLocal_writesEachKindOfStepIntoASheet)
{
    const QJsonObject oddAnswer{{QStringLiteral("value"), QStringLiteral("\"quoted\" \\ \n \u06d2")},
                                {QStringLiteral("rows"), QJsonArray{QJsonObject{{QStringLiteral("n"), 1.5}}, 7}}};
    const std::vector<std::pair<const char *, QJsonValue>> steps{
        {"answers.A-01", answer("yes")},                        // the first of the sheet
        {"answers.A-02", oddAnswer},                            // a new one beside it
        {"answers.A-01", answer("no")},                         // in the place of another
        {"answers.A \"01\".$[0]", answer("yes")},               // a name that is no plain path
        {"answers.C-03", QStringLiteral("of another program")}, // no object
        {"notes.A-01", QStringLiteral("bring the spare key")},  // sealed
        {"answers.A-02", QJsonValue::Null},                     // taken back
        {"visit_outcome", QStringLiteral("done")},              // beside the sheet
        {"answers.A \"01\".$[0]", QJsonValue::Null},
        {"answers.C-03", QJsonValue::Null},
        {"answers.A-01", QJsonValue::Null}, // the last of the sheet
        {"answers.B-01", answer("yes")},
    };
    for (const qint64 rev : {0, 4}) {
        SCOPED_TRACE(rev);
        const QString id = draft({}, rev);
        QJsonObject expected = fieldsOf(Entity::Inspection, id);
        const QJsonObject atServer = expected;
        for (const auto &[path, value] : steps) {
            SCOPED_TRACE(path);
            const FieldChanges change = step(path, valueAt(expected, QLatin1String(path)), value);
            ASSERT_TRUE(m_records->applyLocal(Entity::Inspection, id, change).ok());
            expected = applied(expected, change);
            EXPECT_EQ(fieldsOf(Entity::Inspection, id), expected);
            RecordRepository fresh(*m_database, m_sealer);
            EXPECT_EQ(fresh.require(Entity::Inspection, id)->fields, expected);
            EXPECT_EQ(fresh.require(Entity::Inspection, id)->rev, rev);
            if (rev > 0) {
                EXPECT_EQ(fresh.findAtServer(Entity::Inspection, id).value()->fields, atServer);
            }
        }
    }
}

TEST_F(RecordRepositoryTest, personalDataAndNotes_occurNowhereInTheFiles)
{
    const QStringList secrets{QStringLiteral("35202-7654321-9"), QStringLiteral("+92-300-5550199"),
                              QStringLiteral("the guard said the roof leaks"), QStringLiteral("bring the spare key"),
                              QStringLiteral("Sample House 12, Sample Street")};
    QJsonObject owner = sampleOwner();
    owner.insert(QStringLiteral("postal_address"), secrets[4]);
    const auto save = [&](Entity entity, const QJsonObject &fields) {
        const QString id = m_ids.next();
        auto transaction = Transaction::begin(*m_database);
        ASSERT_TRUE(transaction.ok());
        ASSERT_TRUE(m_records->putLocal({entity, id, 0, fields}).ok());
        ASSERT_TRUE(m_outbox
                        ->append({m_ids.next(), entity, id, ChangeKind::Create, 0, 1, toIso(m_clock.now()),
                                  differences(specOf(entity), {}, fields)},
                                 m_inspector)
                        .ok());
        ASSERT_TRUE(transaction->commit().ok());
        // The server's copy too: as if it had come and were changed again.
        ASSERT_TRUE(m_records
                        ->settle(entity, id, 1, differences(specOf(entity), {}, fields),
                                 {step("name", QStringLiteral("x"), QStringLiteral("y"))})
                        .ok());
    };
    save(Entity::Owner, owner);
    save(Entity::Building, buildingFields("LHE", 1, {{QStringLiteral("notes"), secrets[2]}}));
    save(Entity::Inspection,
         inspectionFields(m_ids.next(), m_inspector, "draft",
                          {{QStringLiteral("notes"), QJsonObject{{QStringLiteral("C-02"), secrets[3]}}}}));

    const auto readAll = [&] {
        QByteArray bytes;
        for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
            bytes += test::contentOf(m_path + suffix);
        return bytes;
    };
    const QByteArray inLog = readAll();
    ASSERT_TRUE(m_database->row(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")).ok());
    const QByteArray inFile = readAll();
    EXPECT_TRUE(inLog.contains("1 Sample Road")); // what is not sealed is found, so the search works
    EXPECT_TRUE(inFile.contains("1 Sample Road"));
    for (const QString &secret : secrets) {
        EXPECT_FALSE(inLog.contains(secret.toUtf8())) << qPrintable(secret);
        EXPECT_FALSE(inFile.contains(secret.toUtf8())) << qPrintable(secret);
    }
    for (const char *name : {"cnic_ntn", "postal_address"})
        EXPECT_FALSE(inFile.contains(name)) << name;
}

} // namespace
} // namespace markaz
