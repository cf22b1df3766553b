// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre.h"
#include "core/domain/merge.h"

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace markaz;

namespace {

const QString kId = QStringLiteral("01900000-0000-7000-8000-000000000001");

QJsonObject month()
{
    return {
        {QStringLiteral("centre"), kId},     {QStringLiteral("month"), QStringLiteral("2026-10")},
        {QStringLiteral("seats"), 60},       {QStringLiteral("seats_taken"), 45},
        {QStringLiteral("freelancers"), 38}, {QStringLiteral("dg_skills"), 30},
        {QStringLiteral("other_staff"), 9},  {QStringLiteral("seat_rate_paisa"), 350'000},
        {QStringLiteral("trainings"), 1},    {QStringLiteral("events"), 0},
        {QStringLiteral("author"), kId},     {QStringLiteral("made_at"), QStringLiteral("2026-11-02T05:00:00.000Z")}};
}

QJsonObject with(QJsonObject fields, const char *name, const QJsonValue &value)
{
    setValueAt(fields, QLatin1String(name), value);
    return fields;
}

QJsonObject centreFields()
{
    return {{QStringLiteral("building"), kId},
            {QStringLiteral("name"), QStringLiteral("Centre")},
            {QStringLiteral("seats"), 60},
            {QStringLiteral("seat_rate_paisa"), 350'000},
            {QStringLiteral("contact_name"), QStringLiteral("Sample Amna")},
            {QStringLiteral("contact_phone"), QStringLiteral("042-1234567")}};
}

QString refusedAt(Entity entity, const QJsonObject &fields)
{
    const auto checked = specOf(entity).check(fields);
    return checked ? QString() : checked.error().where;
}

} // namespace

TEST(Month, textIsFourDigitsADashAndTwo)
{
    for (const char *text : {"2026-10", "2000-01", "9999-12"}) {
        const auto read = Month::parse(QLatin1String(text));
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(read->toString(), QLatin1String(text));
    }
    for (const char *text : {"", "2026", "2026-1", "2026-00", "2026-13", "1999-12", "26-10", "2026-10-01", " 2026-10",
                             "2026-10\n", "2026/10", "٢٠٢٦-١٠", "Oct 2026"}) {
        const auto read = Month::parse(QString::fromUtf8(text));
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().where, QStringLiteral("month"));
    }
}

TEST(Month, goesOverTheEndOfTheYearAndStaysInItsBounds)
{
    const Month december = Month::parse(QStringLiteral("2026-12")).value();
    EXPECT_EQ(december.plus(1).toString(), QStringLiteral("2027-01"));
    EXPECT_EQ(december.plus(-12).toString(), QStringLiteral("2025-12"));
    EXPECT_EQ(december.firstDay(), QDate(2026, 12, 1));
    EXPECT_EQ(Month::parse(QStringLiteral("2028-02"))->lastDay(), QDate(2028, 2, 29));
    EXPECT_EQ(Month::of(QDate(2026, 12, 31)), december);
    EXPECT_LT(december, december.plus(1));
    EXPECT_EQ(Month::of(QDate()).toString(), QStringLiteral("2000-01"));
    EXPECT_EQ(december.plus(-100'000).toString(), QStringLiteral("2000-01"));
    EXPECT_EQ(december.plus(2'000'000'000).toString(), QStringLiteral("9999-12"));
}

TEST(CentreShare, isRoundedHalfUpAndNothingOfNothing)
{
    EXPECT_EQ(centre::shareBp(53, 70), 7571); // 0.757142...
    EXPECT_EQ(centre::shareBp(1, 8), 1250);
    EXPECT_EQ(centre::shareBp(1, 6), 1667);
    EXPECT_EQ(centre::shareBp(1, 80'000), 0);
    EXPECT_EQ(centre::shareBp(1, 20'000), 1) << "half a basis point";
    EXPECT_EQ(centre::shareBp(0, 70), 0);
    EXPECT_FALSE(centre::shareBp(0, 0));
    EXPECT_FALSE(centre::shareBp(-1, 70));
}

TEST(CentreRecord, onlyAnIssuedCertificateCarriesIt)
{
    for (const CertificateStage stage : certificateStages())
        EXPECT_EQ(centre::carries(stage), stage == CertificateStage::Issued) << qPrintable(token(stage));
}

TEST(CentreRecord, itsContactIsSealedAndItsBuildingIsSetOnce)
{
    const RecordSpec &spec = specOf(Entity::Centre);
    for (const char *name : {"contact_name", "contact_phone", "contact_email"})
        EXPECT_TRUE(spec.find(QLatin1String(name))->sealed) << name;
    EXPECT_TRUE(spec.find(QStringLiteral("building"))->frozen);
    EXPECT_TRUE(specOf(Entity::OccupancyReport).find(QStringLiteral("month"))->frozen);
    EXPECT_TRUE(specOf(Entity::OccupancyReport).find(QStringLiteral("centre"))->frozen);
}

TEST(OpenDays, meetWhereBothAreOpenOnADay)
{
    const auto days = [](const char *from, const char *until) {
        return OpenDays{QDate::fromString(QLatin1String(from), Qt::ISODate),
                        QDate::fromString(QLatin1String(until), Qt::ISODate)};
    };
    const OpenDays first = days("2026-01-01", "2026-10-31");
    for (const OpenDays &apart : {days("2026-11-01", ""), days("2026-11-01", "2026-11-05"), days("", "2025-12-31")}) {
        EXPECT_FALSE(first.meets(apart));
        EXPECT_FALSE(apart.meets(first));
    }
    for (const OpenDays &both : {days("", ""), days("2026-10-31", ""), days("2025-01-01", "2026-01-01"), first}) {
        EXPECT_TRUE(first.meets(both));
        EXPECT_TRUE(both.meets(first));
    }
    EXPECT_FALSE(first.exceeds(first));
    EXPECT_FALSE(days("2026-02-01", "2026-09-30").exceeds(first));
    for (const OpenDays &more : {days("", "2026-10-31"), days("2026-01-01", ""), days("2025-12-31", "2026-10-31"),
                                 days("2026-01-01", "2026-11-01")})
        EXPECT_TRUE(more.exceeds(first));
    EXPECT_FALSE(days("2026-01-01", "").exceeds(days("", ""))) << "closing adds no day, and no more does an opening";
}

/// Who agreed was the one whom its officer saw: another's name beside that word would be published unasked.
TEST(CentreRecord, consentGoesWithTheContactThatItWasGivenFor)
{
    const RecordSpec &spec = specOf(Entity::Centre);
    const QJsonObject base = centreFields();
    const QJsonObject agreed = with(base, "contact_agreed_at", QStringLiteral("2026-11-20T09:00:00.000Z"));
    for (const char *field : {"contact_name", "contact_phone", "contact_email"}) {
        const QString other = QLatin1String(field) == QLatin1String("contact_email")
                                  ? QStringLiteral("bilal@sample.invalid")
                                  : QStringLiteral("042-7654321");
        const MergeResult met = merge(spec, agreed, differences(spec, base, with(base, field, other)));
        EXPECT_EQ(met.fields, agreed) << field << ": another's contact is not published";
        EXPECT_FALSE(met.conflicts.isEmpty()) << field;
        // And the other way round.
        const QJsonObject replaced = with(base, field, other);
        const MergeResult late = merge(spec, replaced, differences(spec, base, agreed));
        EXPECT_EQ(late.fields, replaced) << field;
        EXPECT_FALSE(late.conflicts.isEmpty()) << field;
    }
    for (const char *field : {"contact_name", "contact_phone", "contact_email"}) {
        const QJsonObject other = with(agreed, field, QStringLiteral("bilal@sample.invalid"));
        EXPECT_TRUE(centre::keepsAnothersWord(agreed, other)) << field;
        EXPECT_FALSE(centre::keepsAnothersWord(base, with(base, field, QStringLiteral("x")))) << "not public";
        EXPECT_FALSE(centre::keepsAnothersWord(
            agreed, with(other, "contact_agreed_at", QStringLiteral("2026-11-21T09:00:00.000Z"))));
        EXPECT_FALSE(centre::keepsAnothersWord(agreed, with(other, "contact_agreed_at", QJsonValue::Null)));
    }
    EXPECT_FALSE(centre::keepsAnothersWord(agreed, with(agreed, "seats", 50)));
    const MergeResult apart = merge(spec, agreed, differences(spec, base, with(base, "seats", 50)));
    EXPECT_EQ(apart.fields, with(agreed, "seats", 50));
    EXPECT_TRUE(apart.conflicts.isEmpty());
}

TEST(CentreRecord, amenitiesAreWordsOfTheListAndNoneTwice)
{
    QJsonObject fields{{QStringLiteral("building"), kId},
                       {QStringLiteral("name"), QStringLiteral("Centre")},
                       {QStringLiteral("seats"), 60},
                       {QStringLiteral("seat_rate_paisa"), 350'000}};
    EXPECT_EQ(refusedAt(Entity::Centre, fields), QString());
    fields.insert(QStringLiteral("amenities"), QJsonArray::fromStringList(centre::amenities()));
    EXPECT_EQ(refusedAt(Entity::Centre, fields), QString());
    for (const QJsonArray &odd : {QJsonArray{QStringLiteral("pool")}, QJsonArray{7},
                                  QJsonArray{QStringLiteral("canteen"), QStringLiteral("canteen")}}) {
        fields.insert(QStringLiteral("amenities"), odd);
        EXPECT_EQ(refusedAt(Entity::Centre, fields), QStringLiteral("amenities"));
    }
}

TEST(MonthRecord, figuresFitEachOther)
{
    EXPECT_EQ(refusedAt(Entity::OccupancyReport, month()), QString());
    for (const auto &[name, value, where] : {std::tuple<const char *, QJsonValue, const char *>{"seats_taken", 60, ""},
                                             {"seats_taken", 61, "seats_taken"},
                                             {"seats_taken", -1, "seats_taken"},
                                             {"seats", 44, "seats_taken"},
                                             {"seats", 0, "seats"},
                                             {"dg_skills", 38, ""},
                                             {"dg_skills", 39, "dg_skills"},
                                             {"freelancers", 29, "dg_skills"},
                                             {"month", QStringLiteral("2026-13"), "month"},
                                             {"month", QJsonValue(), "month"},
                                             {"export_usd_cents", 125'050, ""},
                                             {"export_usd_cents", -1, "export_usd_cents"},
                                             {"seat_rate_paisa", 350'000.5, "seat_rate_paisa"},
                                             {"seat_rate_paisa", 100'000'001, "seat_rate_paisa"}}) {
        QJsonObject fields = month();
        fields.insert(QLatin1String(name), value);
        EXPECT_EQ(refusedAt(Entity::OccupancyReport, fields), QLatin1String(where)) << name;
    }
}

/// Two corrections that are each right may be wrong together: then a person says which of them stands.
TEST(MonthRecord, figuresThatBoundOneAnotherMoveTogether)
{
    const RecordSpec &spec = specOf(Entity::OccupancyReport);
    const QJsonObject base = month();
    for (const auto &[part, more, whole, fewer] :
         {std::tuple{"seats_taken", 55, "seats", 50}, std::tuple{"dg_skills", 38, "freelancers", 32}}) {
        const QJsonObject first = with(base, whole, fewer);
        const FieldChanges second = differences(spec, base, with(base, part, more));
        const MergeResult met = merge(spec, first, second);
        EXPECT_EQ(met.fields, first) << part;
        EXPECT_FALSE(met.conflicts.isEmpty()) << part;
        EXPECT_EQ(refusedAt(Entity::OccupancyReport, met.fields), QString()) << part;
        EXPECT_EQ(refusedAt(Entity::OccupancyReport, rebased(first, {second})), QString())
            << part << ": the laptop goes on showing the month while its change waits";
    }
    const FieldChanges members = differences(spec, base, with(base, "freelancers", 36));
    EXPECT_TRUE(merge(spec, with(base, "seats_taken", 50), members).conflicts.isEmpty()) << "others' figures go by";
}

TEST(MonthRecord, exportEarningsThatNobodyToldAreNotNought)
{
    const auto made = OccupancyReport::from({Entity::OccupancyReport, kId, 1, month()});
    ASSERT_TRUE(made);
    EXPECT_FALSE(made->exportUsdCents());
    QJsonObject told = month();
    told.insert(QStringLiteral("export_usd_cents"), 0);
    EXPECT_EQ(OccupancyReport::from({Entity::OccupancyReport, kId, 1, told})->exportUsdCents(), 0);
}
