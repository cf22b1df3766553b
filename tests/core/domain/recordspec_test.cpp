// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/recordcheck.h"
#include "core/domain/recordspec.h"

#include "tests/core/domain/samplerecords.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;

namespace {

/// "" when the fields pass, else "code field".
QString verdict(Entity entity, QJsonObject fields, const char *name = nullptr, const QJsonValue &value = {})
{
    if (name != nullptr)
        fields.insert(QLatin1String(name), value);
    auto checked = specOf(entity).check(fields);
    return checked ? QString() : token(checked.error().code) + QLatin1Char(' ') + checked.error().where;
}

QString building(const char *name, const QJsonValue &value)
{
    return verdict(Entity::Building, buildingFields(), name, value);
}

QString inspection(const char *name, const QJsonValue &value)
{
    return verdict(Entity::Inspection, inspectionFields(), name, value);
}

const QString kFine;

} // namespace

TEST(RecordSpec, leastRecords_pass)
{
    EXPECT_EQ(verdict(Entity::Building, buildingFields()), kFine);
    EXPECT_EQ(verdict(Entity::Owner, ownerFields()), kFine);
    EXPECT_EQ(verdict(Entity::Inspection, inspectionFields()), kFine);
}

TEST(RecordSpec, oneLengthAlone_isNamedOnce)
{
    const auto detail = [](const char *name, const QString &value) {
        QJsonObject fields = buildingFields();
        fields.insert(QLatin1String(name), value);
        return specOf(Entity::Building).check(fields).error().detail;
    };
    EXPECT_EQ(detail("code", QStringLiteral("LHE-1")), QStringLiteral("code: must have 8 characters"));
    EXPECT_EQ(detail("name", QString()), QStringLiteral("name: must have 1 to 200 characters"));
}

TEST(RecordSpec, everyEntity_describesEachFieldOnceAndSensibly)
{
    for (Entity entity : allValues<Entity>()) {
        const RecordSpec &spec = specOf(entity);
        EXPECT_EQ(spec.entity, entity);
        EXPECT_FALSE(spec.fields.isEmpty());
        QSet<QString> names;
        for (const FieldSpec &field : spec.fields) {
            const std::string what = qPrintable(token(entity) + QLatin1Char('.') + field.name);
            EXPECT_FALSE(names.contains(field.name)) << what;
            EXPECT_FALSE(field.name.contains(QLatin1Char('.'))) << what;
            names.insert(field.name);
            const bool listOfTokens = what == "centre.amenities"; // the one list whose words are given
            EXPECT_EQ(field.type == FieldType::Token || listOfTokens, !field.tokens.isEmpty()) << what;
            EXPECT_TRUE(!listOfTokens || field.type == FieldType::TextList) << what;
            if (field.type == FieldType::Text || field.type == FieldType::Integer) {
                EXPECT_LE(field.min, field.max) << what;
            }
            EXPECT_EQ(spec.find(field.name), &field) << what;
        }
    }
}

TEST(RecordSpec, requiredField_isMissedByName)
{
    for (const char *name : {"code", "name", "address", "city", "covered_area_sqft", "storeys"}) {
        QJsonObject fields = buildingFields();
        fields.remove(QLatin1String(name));
        EXPECT_EQ(verdict(Entity::Building, fields), QStringLiteral("incomplete ") + QLatin1String(name));
        EXPECT_EQ(building(name, QJsonValue::Null), QStringLiteral("incomplete ") + QLatin1String(name));
    }
}

TEST(RecordSpec, text_hasItsLengthAndIsNotBlankWhereItIsNeeded)
{
    EXPECT_EQ(building("name", QString(200, QLatin1Char('x'))), kFine);
    EXPECT_EQ(building("name", QString(201, QLatin1Char('x'))), QStringLiteral("invalid_value name"));
    EXPECT_EQ(building("name", QStringLiteral("   ")), QStringLiteral("invalid_value name"));
    EXPECT_EQ(building("name", 7), QStringLiteral("invalid_value name"));
    EXPECT_EQ(building("name", QStringLiteral("پرانی ٹیکسٹائل مل")), kFine);
    EXPECT_EQ(building("notes", QString()), kFine);
    EXPECT_EQ(building("notes", QString(4001, QLatin1Char('x'))), QStringLiteral("invalid_value notes"));
}

TEST(RecordSpec, integer_isWholeAndWithinItsBounds)
{
    EXPECT_EQ(building("storeys", 60), kFine);
    for (const QJsonValue &value : {QJsonValue(0), QJsonValue(61), QJsonValue(2.5), QJsonValue(QStringLiteral("2")),
                                    QJsonValue(true), QJsonValue(1e300), QJsonValue(-1), QJsonValue(QJsonArray{2})})
        EXPECT_EQ(building("storeys", value), QStringLiteral("invalid_value storeys"));
    EXPECT_EQ(building("covered_area_sqft", 10'000'000), kFine);
    EXPECT_EQ(building("covered_area_sqft", 10'000'001), QStringLiteral("invalid_value covered_area_sqft"));
}

TEST(RecordSpec, boolean_isNeitherANumberNorAText)
{
    EXPECT_EQ(building("has_generator", false), kFine);
    EXPECT_EQ(building("has_generator", 1), QStringLiteral("invalid_value has_generator"));
    EXPECT_EQ(building("has_generator", QStringLiteral("true")), QStringLiteral("invalid_value has_generator"));
}

TEST(RecordSpec, date_isARealDayInItsOneForm)
{
    EXPECT_EQ(building("idle_since", QStringLiteral("2024-02-29")), kFine);
    for (const char *text :
         {"2026-02-29", "2026-13-01", "26-11-23", "2026-11-23T09:00:00.000Z", "23.11.2026", "", "2026-11-3"})
        EXPECT_EQ(building("idle_since", QLatin1String(text)), QStringLiteral("invalid_value idle_since")) << text;
}

TEST(RecordSpec, instant_isUtc)
{
    EXPECT_EQ(inspection("started_at", QStringLiteral("2026-11-23T09:00:00.123Z")), kFine);
    for (const char *text : {"2026-11-23T09:00:00.000+05:00", "2026-11-23T09:00:00.000", "2026-11-23", "", "now"})
        EXPECT_EQ(inspection("started_at", QLatin1String(text)), QStringLiteral("invalid_value started_at")) << text;
}

TEST(RecordSpec, token_isOneOfTheListed)
{
    EXPECT_EQ(building("condition", QStringLiteral("poor")), kFine);
    EXPECT_EQ(building("condition", QStringLiteral("Poor")), QStringLiteral("invalid_value condition"));
    EXPECT_EQ(building("condition", QString()), QStringLiteral("invalid_value condition"));
    EXPECT_EQ(building("condition", 1), QStringLiteral("invalid_value condition"));
}

TEST(RecordSpec, reference_isARecordId)
{
    EXPECT_EQ(building("owner", kId), kFine);
    for (const QString &text :
         {QString(), kId.toUpper(), kId.chopped(1), kId + QLatin1Char('0'), QStringLiteral("LHE-0042")})
        EXPECT_EQ(building("owner", text), QStringLiteral("invalid_value owner")) << qPrintable(text);
}

TEST(RecordSpec, mapAndObject_areObjects)
{
    EXPECT_EQ(inspection("answers", QJsonObject()), kFine);
    EXPECT_EQ(inspection("answers", QJsonArray()), QStringLiteral("invalid_value answers"));
    EXPECT_EQ(inspection("notes", QStringLiteral("text")), QStringLiteral("invalid_value notes"));
    EXPECT_EQ(inspection("score", 7000), QStringLiteral("invalid_value score"));
}

TEST(RecordSpec, textList_holdsTextsOnly)
{
    const QJsonObject account{{QStringLiteral("name"), QStringLiteral("sample.inspector")},
                              {QStringLiteral("display_name"), QStringLiteral("Sample inspector")},
                              {QStringLiteral("role"), QStringLiteral("inspector")}};
    EXPECT_EQ(verdict(Entity::Account, account, "provinces", QJsonArray{QStringLiteral("PK-PB")}), kFine);
    EXPECT_EQ(verdict(Entity::Account, account, "provinces", QJsonArray{1}), QStringLiteral("invalid_value provinces"));
    EXPECT_EQ(verdict(Entity::Account, account, "provinces", QStringLiteral("PK-PB")),
              QStringLiteral("invalid_value provinces"));
}

TEST(RecordSpec, buildingsCode_isABuildingCode)
{
    EXPECT_EQ(building("code", QStringLiteral("lhe-0042")), QStringLiteral("invalid_value code"));
    EXPECT_EQ(building("code", QStringLiteral("LHE-0000")), QStringLiteral("invalid_value code"));
}

TEST(RecordSpec, positionWithoutItsOtherHalf_isIncomplete)
{
    EXPECT_EQ(building("latitude_e6", 31'558'000), QStringLiteral("incomplete longitude_e6"));
    EXPECT_EQ(building("longitude_e6", 74'350'710), QStringLiteral("incomplete latitude_e6"));
    QJsonObject fields = buildingFields();
    fields.insert(QStringLiteral("latitude_e6"), 31'558'000);
    EXPECT_EQ(verdict(Entity::Building, fields, "longitude_e6", 74'350'710), kFine);
    EXPECT_EQ(verdict(Entity::Building, fields, "longitude_e6", 4'350'710),
              QStringLiteral("invalid_value longitude_e6"));
}

TEST(RecordSpec, unknownFields_areNoFault)
{
    EXPECT_EQ(building("of_a_newer_program", QJsonObject{{QStringLiteral("a"), QJsonArray{1, 2.5}}}), kFine);
}

TEST(RecordSpec, nameWithADot_isRefused)
{
    EXPECT_EQ(building("answers.A-01", QStringLiteral("x")), QStringLiteral("invalid_value answers.A-01"));
}

TEST(RecordSpec, theCharacterThatNoDatabaseTakes_isRefusedWhereverItHides)
{
    // U+0000, and each half of a surrogate pair alone.
    for (const QString &bad : {QString(QChar(u'\0')), QString(QChar(0xD83D)), QString(QChar(0xDE00))}) {
        EXPECT_EQ(building("name", QStringLiteral("Old mill") + bad), QStringLiteral("invalid_value name"));
        EXPECT_EQ(building("of_a_newer_program", QJsonArray{QJsonObject{{QStringLiteral("a"), bad}}}),
                  QStringLiteral("invalid_value of_a_newer_program"));
        EXPECT_EQ(
            inspection("answers", QJsonObject{{QStringLiteral("A-01"), QJsonObject{{QStringLiteral("value"), bad}}}}),
            QStringLiteral("invalid_value answers"));
        EXPECT_EQ(inspection("answers", QJsonObject{{bad, QJsonObject()}}), QStringLiteral("invalid_value answers"));
    }
}

TEST(RecordCheck, afterAChange_whatChangedIsReadAndHeldToItsForm)
{
    const RecordSpec &spec = specOf(Entity::Inspection);
    const QString nul(1, QChar(u'\0'));
    QJsonObject fields = inspectionFields();
    setValueAt(fields, QStringLiteral("answers.C-01"), QJsonObject{{QStringLiteral("value"), QStringLiteral("yes")}});
    EXPECT_TRUE(checkAfter(spec, fields, {QStringLiteral("answers.C-01")}).ok());

    setValueAt(fields, QStringLiteral("answers.C-02"), QJsonObject{{QStringLiteral("value"), nul}});
    const auto hidden = checkAfter(spec, fields, {QStringLiteral("answers.C-02")});
    ASSERT_FALSE(hidden.ok());
    EXPECT_EQ(hidden.error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(hidden.error().where, QStringLiteral("answers"));
    fields.remove(QStringLiteral("answers"));

    fields.insert(QStringLiteral("revision"), 0);
    EXPECT_EQ(checkAfter(spec, fields, {QStringLiteral("revision")}).error().where, QStringLiteral("revision"));
    EXPECT_TRUE(checkAfter(spec, fields, {QStringLiteral("state")}).ok()); // the caller says that the rest has passed
    fields.remove(QStringLiteral("revision"));
    EXPECT_EQ(checkAfter(spec, fields, {QStringLiteral("revision")}).error().code, ErrorCode::Incomplete);
    fields.insert(QStringLiteral("revision"), 1);
    fields.insert(QStringLiteral("latitude_e6"), 31'500'000);
    EXPECT_EQ(checkAfter(spec, fields, {QStringLiteral("latitude_e6")}).error().where, QStringLiteral("longitude_e6"));
    fields.remove(QStringLiteral("latitude_e6"));
    fields.insert(QStringLiteral("answers"), 1); // a map no more
    EXPECT_EQ(checkAfter(spec, fields, {QStringLiteral("answers.C-01")}).error().where, QStringLiteral("answers"));
    fields.remove(QStringLiteral("answers"));
    fields.insert(QStringLiteral("a.b"), 1);
    EXPECT_EQ(checkAfter(spec, fields, {QStringLiteral("a.b")}).error().where, QStringLiteral("a.b"));
}

/// Whatever may hold a person's words is on one side or the other; a new field fails here until somebody has decided.
TEST(RecordSpec, wordsAreSealed_orAreNamedHere)
{
    const QHash<Entity, QString> inClear{
        {Entity::Owner, QStringLiteral("name province")}, // lists sort by it
        {Entity::Building, QStringLiteral("code name address")},
        {Entity::Assignment, QStringLiteral("instructions state_reason earlier_visit shown_visits")}, // as answers
        {Entity::Inspection,
         QStringLiteral("standard standard_hash answers kept score state_reason")}, // scored and merged
        {Entity::Evidence, QStringLiteral("item sha256")},
        {Entity::Review, QStringLiteral("reason")},
        {Entity::Decision, QStringLiteral("reason")},
        {Entity::Certificate,
         QStringLiteral("number building_name building_place state_reason payload key_id")}, // public
        {Entity::Policy, QStringLiteral("body")},
        {Entity::Standard, QStringLiteral("standard hash body")}, // public
        {Entity::Account, QStringLiteral("name display_name provinces")},
        {Entity::Finding, QStringLiteral("item")},
        {Entity::Centre, QStringLiteral("name amenities")}, // public
        {Entity::OccupancyReport, QStringLiteral("month")},
        {Entity::Loan, QStringLiteral("bank payments")}, // amounts and days, and who recorded them
        {Entity::Scenario, QStringLiteral("name body")},
        {Entity::Demand, QStringLiteral("source freelancers")}, // how many in which city
    };
    const QHash<Entity, QString> sealed{
        {Entity::Owner, QStringLiteral("cnic_ntn phone email postal_address")},
        {Entity::Building, QStringLiteral("notes merge_reason")},
        {Entity::Inspection, QStringLiteral("visit_note visit_met notes")},
        {Entity::Evidence, QStringLiteral("filename caption signer_name")},
        {Entity::Review, QStringLiteral("comments")},
        {Entity::Conflict, QStringLiteral("fields")},
        {Entity::Finding, QStringLiteral("description responsible state_reason")},
        {Entity::Centre, QStringLiteral("contact_name contact_phone contact_email")},
        {Entity::Loan, QStringLiteral("bank_reference notes state_reason history")},
    };
    for (const Entity entity : allValues<Entity>()) {
        QStringList clear;
        QStringList secret;
        for (const FieldSpec &field : specOf(entity).fields) {
            const bool words = field.type == FieldType::Text || field.type == FieldType::Map ||
                               field.type == FieldType::Object || field.type == FieldType::TextList;
            if (field.sealed)
                secret.append(field.name);
            else if (words)
                clear.append(field.name);
        }
        EXPECT_EQ(clear.join(QLatin1Char(' ')), inClear.value(entity)) << qPrintable(token(entity));
        EXPECT_EQ(secret.join(QLatin1Char(' ')), sealed.value(entity)) << qPrintable(token(entity));
    }
}

TEST(RecordSpec, groups_areThoseOfTheProtocol)
{
    const auto groupOf = [](Entity entity, const char *name) {
        return specOf(entity).find(QLatin1String(name))->group;
    };
    for (const char *name : {"latitude_e6", "longitude_e6", "accuracy_m", "position_source"}) {
        EXPECT_EQ(groupOf(Entity::Building, name), QStringLiteral("position")) << name;
        EXPECT_EQ(groupOf(Entity::Inspection, name), QStringLiteral("position")) << name;
    }
    EXPECT_EQ(groupOf(Entity::Building, "address"), groupOf(Entity::Building, "city"));
    EXPECT_EQ(groupOf(Entity::Inspection, "state"), groupOf(Entity::Inspection, "state_reason"));
    EXPECT_EQ(groupOf(Entity::Building, "name"), QString());
    // Whether a contact may be published is said of that person and of no other.
    for (const char *name : {"contact_name", "contact_phone", "contact_email", "contact_agreed_at"})
        EXPECT_EQ(groupOf(Entity::Centre, name), QStringLiteral("contact")) << name;
    EXPECT_EQ(groupOf(Entity::Centre, "seats"), QString());
    EXPECT_EQ(groupOf(Entity::OccupancyReport, "seats"), groupOf(Entity::OccupancyReport, "seats_taken"));
    EXPECT_EQ(groupOf(Entity::OccupancyReport, "freelancers"), groupOf(Entity::OccupancyReport, "dg_skills"));
    EXPECT_NE(groupOf(Entity::OccupancyReport, "seats"), groupOf(Entity::OccupancyReport, "freelancers"));
    EXPECT_EQ(groupOf(Entity::Loan, "principal_paisa"), groupOf(Entity::Loan, "policy_version"));
    EXPECT_EQ(groupOf(Entity::Loan, "tenor_months"), groupOf(Entity::Loan, "grace_months"));
    for (const char *name : {"markup_bp", "spread_bp", "kibor_bp"})
        EXPECT_EQ(groupOf(Entity::Loan, name), QStringLiteral("markup")) << name;
    for (const char *name : {"state", "state_at", "state_by", "state_reason"})
        EXPECT_EQ(groupOf(Entity::Loan, name), QStringLiteral("state")) << name;
    EXPECT_EQ(groupOf(Entity::Loan, "payments"), QString());
}

TEST(RecordSpec, find_followsAPathIntoMapsOnly)
{
    const RecordSpec &spec = specOf(Entity::Inspection);
    ASSERT_NE(spec.find(QStringLiteral("answers.A-01")), nullptr);
    EXPECT_EQ(spec.find(QStringLiteral("answers.A-01"))->name, QStringLiteral("answers"));
    EXPECT_EQ(spec.find(QStringLiteral("score.total_bp")), nullptr);
    EXPECT_EQ(spec.find(QStringLiteral("nonsense")), nullptr);
    EXPECT_EQ(spec.find(QString()), nullptr);
}

TEST(RecordPath, valueAtAndSetValueAt_knowNoValueInOneForm)
{
    QJsonObject fields;
    EXPECT_TRUE(valueAt(fields, QStringLiteral("answers.A-01")).isNull());
    setValueAt(fields, QStringLiteral("answers.A-01"), 1);
    setValueAt(fields, QStringLiteral("answers.C.02"), 2);
    EXPECT_EQ(valueAt(fields, QStringLiteral("answers.A-01")), 1);
    EXPECT_EQ(valueAt(fields, QStringLiteral("answers.C.02")), 2);
    setValueAt(fields, QStringLiteral("answers.A-01"), QJsonValue::Undefined);
    setValueAt(fields, QStringLiteral("answers.C.02"), QJsonValue::Null);
    EXPECT_TRUE(fields.isEmpty());
    setValueAt(fields, QStringLiteral("name"), QStringLiteral("x"));
    setValueAt(fields, QStringLiteral("name"), QJsonValue::Null);
    EXPECT_TRUE(fields.isEmpty());
}

TEST(CheckedRecord, whoeverHoldsOne_holdsAValidOne)
{
    EXPECT_TRUE(Building::from({Entity::Building, kId, 3, buildingFields()}));
    EXPECT_EQ(Building::from({Entity::Owner, kId, 0, buildingFields()}).error().where, QStringLiteral("id"));
    EXPECT_EQ(Building::from({Entity::Building, QStringLiteral("42"), 0, buildingFields()}).error().where,
              QStringLiteral("id"));
    EXPECT_EQ(Building::from({Entity::Building, kId, 0, {}}).error().code, ErrorCode::Incomplete);
}

TEST(CheckedRecord, with_givesACheckedCopyAndKeepsWhatItDoesNotKnow)
{
    QJsonObject fields = buildingFields();
    fields.insert(QStringLiteral("of_a_newer_program"), 5);
    const Building mill = Building::from({Entity::Building, kId, 3, fields}).value();
    auto renamed = mill.with(QStringLiteral("name"), QStringLiteral("Mill"));
    ASSERT_TRUE(renamed);
    EXPECT_EQ(renamed->name(), QStringLiteral("Mill"));
    EXPECT_EQ(renamed->rev(), 3);
    EXPECT_EQ(renamed->fields().value(QStringLiteral("of_a_newer_program")), 5);
    EXPECT_EQ(mill.name(), QStringLiteral("Old mill"));
    EXPECT_EQ(mill.with(QStringLiteral("storeys"), 0).error().where, QStringLiteral("storeys"));
    EXPECT_EQ(mill.with(QStringLiteral("name"), QJsonValue::Null).error().code, ErrorCode::Incomplete);
}

TEST(RecordSpec, evidence_namesItsFileByHashSizeAndAnAllowedType)
{
    const QJsonObject photo{{QStringLiteral("inspection"), kId},
                            {QStringLiteral("kind"), QStringLiteral("photo")},
                            {QStringLiteral("sha256"), QString(64, QLatin1Char('a'))},
                            {QStringLiteral("size"), 1},
                            {QStringLiteral("media_type"), QStringLiteral("image/jpeg")}};
    EXPECT_EQ(verdict(Entity::Evidence, photo), kFine);
    EXPECT_EQ(verdict(Entity::Evidence, photo, "size", 100 * 1024 * 1024), kFine);
    for (const QJsonValue &size : {QJsonValue(0), QJsonValue(-1), QJsonValue(100 * 1024 * 1024 + 1), QJsonValue(1.5)})
        EXPECT_EQ(verdict(Entity::Evidence, photo, "size", size), QStringLiteral("invalid_value size"));
    for (const QString &hash :
         {QString(64, QLatin1Char('A')), QString(63, QLatin1Char('a')), QString(65, QLatin1Char('a')),
          QString(64, QLatin1Char('g')), QStringLiteral("../").repeated(21) + QLatin1Char('x')})
        EXPECT_EQ(verdict(Entity::Evidence, photo, "sha256", hash), QStringLiteral("invalid_value sha256"));
    for (const char *type : {"image/svg+xml", "text/html", "IMAGE/JPEG", "image/jpeg; x=1", ""})
        EXPECT_EQ(verdict(Entity::Evidence, photo, "media_type", QLatin1String(type)),
                  QStringLiteral("invalid_value media_type"));
    for (const char *name : {"inspection", "kind", "sha256", "size", "media_type"})
        EXPECT_EQ(verdict(Entity::Evidence, photo, name, QJsonValue::Null),
                  QStringLiteral("incomplete ") + QLatin1String(name));
    for (const char *name : {"inspection", "kind", "sha256", "size", "media_type", "filename", "taken_at"})
        EXPECT_TRUE(specOf(Entity::Evidence).find(QLatin1String(name))->frozen) << name;
    for (const char *name : {"marks", "signer", "signer_name"})
        EXPECT_TRUE(specOf(Entity::Evidence).find(QLatin1String(name))->frozen) << name;
    EXPECT_EQ(verdict(Entity::Evidence, photo, "signer", QStringLiteral("owner")),
              QStringLiteral("invalid_value signer"))
        << "a photo is signed by nobody";
    EXPECT_EQ(verdict(Entity::Evidence, photo, "position_source", QStringLiteral("photo")), kFine);
    for (const char *name : {"received_at", "received_rev"})
        EXPECT_TRUE(specOf(Entity::Evidence).find(QLatin1String(name))->serverOnly) << name;
    for (Entity entity : {Entity::Building, Entity::Assignment, Entity::Inspection, Entity::Review, Entity::Decision})
        EXPECT_TRUE(specOf(entity).find(QStringLiteral("received_at"))->serverOnly) << qPrintable(token(entity));
    for (const char *name : {"earlier_visit", "shown_visits"})
        EXPECT_TRUE(specOf(Entity::Assignment).find(QLatin1String(name))->serverOnly) << name;
}

TEST(CheckedRecord, typedView_readsTheFields)
{
    QJsonObject fields = buildingFields();
    fields.insert(QStringLiteral("latitude_e6"), 31'558'000);
    fields.insert(QStringLiteral("longitude_e6"), 74'350'710);
    fields.insert(QStringLiteral("idle_since"), QStringLiteral("2019-05-01"));
    fields.insert(QStringLiteral("sample"), true);
    const Building mill = Building::from({Entity::Building, kId, 3, fields}).value();
    EXPECT_EQ(mill.code().toString(), QStringLiteral("LHE-0042"));
    EXPECT_EQ(mill.cityId(), 1172451);
    EXPECT_EQ(mill.coveredAreaSqft(), 4000);
    EXPECT_EQ(mill.storeys(), 2);
    EXPECT_EQ(mill.yearBuilt(), 0);
    EXPECT_EQ(mill.idleSince(), QDate(2019, 5, 1));
    EXPECT_EQ(mill.position()->longitudeE6(), 74'350'710);
    EXPECT_TRUE(mill.sample());
}
