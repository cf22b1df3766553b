// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What anybody may see of centres: the page and the GeoJSON, without an account.
#include "tests/app/server/recordcases.h"

#include <QJsonDocument>

#include <atomic>
#include <thread>
#include <vector>

namespace markaz::server::test {
namespace {

class PublicCentres : public RecordCases
{
protected:
    struct Certified
    {
        StoredRecord building;
        StoredRecord certificate;
        StoredRecord centre;
    };
    /// A centre with a certificate in \p province, put there as it would have come.
    Certified opened(const QString &province, const QJsonObject &more, const char *state = "issued",
                     const QString &until = QStringLiteral("2027-11-30"))
    {
        Batch batch;
        batch.who = officerOfBoth;
        batch.province = province;
        batch.person = another.accountId;
        Certified made;
        made.building = building(batch);
        made.certificate = certificate(batch, made.building, state);
        batch.there.last().after.record.fields.insert(QStringLiteral("valid_until"), until);
        batch.there.last().after.record.fields.insert(QStringLiteral("building_place"),
                                                      QStringLiteral("12 Paris Road, Sialkot, Punjab"));
        QJsonObject fields = centreFields(made.building.id());
        for (auto it = more.begin(); it != more.end(); ++it)
            fields.insert(it.key(), it.value());
        made.centre = put(batch, Entity::Centre, fields, &made.building);
        putThere(batch);
        return made;
    }
    QJsonArray features(const QString &query = {})
    {
        const ApiResponse response = server.call("GET", QStringLiteral("/api/v1/public/centres") + query);
        EXPECT_EQ(response.status, 200);
        EXPECT_EQ(response.mediaType, QByteArrayLiteral("application/geo+json"));
        return QJsonDocument::fromJson(response.body).object().value(QStringLiteral("features")).toArray();
    }
    QStringList names(const QString &query = {})
    {
        QStringList all;
        const QJsonArray list = features(query);
        for (const auto &feature : list)
            all.append(feature.toObject()
                           .value(QStringLiteral("properties"))
                           .toObject()
                           .value(QStringLiteral("name"))
                           .toString());
        return all;
    }
    QByteArray page(const QString &query = {}, int status = 200)
    {
        const ApiResponse response = server.call("GET", QStringLiteral("/centres") + query);
        EXPECT_EQ(response.status, status);
        return response.body;
    }
    static QJsonObject named(const char *name) { return {{QStringLiteral("name"), QString::fromUtf8(name)}}; }

    const QString sialkot = QStringLiteral("?city=%1").arg(kSialkot);
    const QString karachi = QStringLiteral("?city=%1").arg(kKarachi);
};

TEST_P(PublicCentres, list_holdsThoseWhoseCertificateIsInForce)
{
    opened(kHere, named("Stands"));
    opened(kHere, named("Suspended"), "suspended");
    opened(kHere, named("Revoked"), "revoked");
    opened(kHere, named("Superseded"), "superseded");
    opened(kHere, named("Over"), "issued", QStringLiteral("2026-11-23")); // it is the 24th
    opened(kHere, named("Last day"), "issued", QStringLiteral("2026-11-24"));
    opened(kThere, named("There"));
    EXPECT_EQ(names(), (QStringList{QStringLiteral("There"), QStringLiteral("Last day"), QStringLiteral("Stands")}))
        << "Karachi comes before Sialkot";
    EXPECT_EQ(names(sialkot), (QStringList{QStringLiteral("Last day"), QStringLiteral("Stands")}));
    EXPECT_EQ(names(karachi), QStringList{QStringLiteral("There")});
    EXPECT_EQ(names(QStringLiteral("?city=%1").arg(kLahore)), QStringList());
    const QByteArray shown = page(sialkot);
    for (const char *name : {"Stands", "Last day"})
        EXPECT_TRUE(shown.contains(name)) << name;
    for (const char *name : {"Suspended", "Revoked", "Superseded", ">Over<", ">There<"})
        EXPECT_FALSE(shown.contains(name)) << name;
}

TEST_P(PublicCentres, removedCentreAndRemovedBuilding_areNotNamed)
{
    const Certified gone = opened(kHere, named("Gone"));
    server.run(QStringLiteral("UPDATE record SET deleted = 1 WHERE id = '%1'").arg(gone.centre.id()));
    const Certified torn = opened(kHere, named("Torn down"));
    server.run(QStringLiteral("UPDATE record SET deleted = 1 WHERE id = '%1'").arg(torn.building.id()));
    EXPECT_EQ(names(), QStringList());
    EXPECT_TRUE(page().contains("No centre with a certificate in force"));
}

/// A centre stays with the building that it was opened in; the certificate may be of the one that stands.
TEST_P(PublicCentres, centreOfAMergedBuilding_goesByTheWhole)
{
    const Certified stands = opened(kHere, named("Whole"));
    const Certified merged = opened(kHere, named("Merged"), "superseded");
    EXPECT_EQ(names(), QStringList{QStringLiteral("Whole")});
    const auto merge = [&] {
        return server.pushOne(
            officerOfBoth, patch(server.ids(), Entity::Building, merged.building.id(), 1,
                                 {{QStringLiteral("merged_into"), {QJsonValue::Null, stands.building.id()}},
                                  {QStringLiteral("merge_reason"), {QJsonValue::Null, QStringLiteral("One gate.")}}}));
    };
    const auto two = merge();
    EXPECT_EQ(two.code, protocol::code::kWrongState) << "each has a centre, and a building has one";
    EXPECT_EQ(two.field, QStringLiteral("merged_into"));
    const auto isGone = [&](int gone) {
        server.run(QStringLiteral("UPDATE record SET deleted = %1, seq = 1000000 + %1 WHERE id = '%2'")
                       .arg(gone)
                       .arg(stands.centre.id()));
    };
    isGone(1);
    const auto result = merge();
    ASSERT_EQ(result.outcome, Outcome::Applied) << qPrintable(result.message);
    EXPECT_EQ(names(), QStringList{QStringLiteral("Merged")});
    isGone(0); // both all the same
    EXPECT_EQ(names(), QStringList{QStringLiteral("Whole")}) << "one building, one centre";
}

TEST_P(PublicCentres, nothingIsToldThatIsNotPublic)
{
    const QJsonObject contact{{QStringLiteral("contact_name"), QStringLiteral("Amna Khan")},
                              {QStringLiteral("contact_phone"), QStringLiteral("052-7654321")},
                              {QStringLiteral("contact_email"), QStringLiteral("amna@sample.invalid")},
                              {QStringLiteral("name"), QStringLiteral("Quiet")}};
    const Certified quiet = opened(kHere, contact);
    const auto heard = [&](const char *secret) {
        return page(sialkot).contains(secret) ||
               server.call("GET", QStringLiteral("/api/v1/public/centres")).body.contains(secret);
    };
    for (const char *secret : {"Amna Khan", "052-7654321", "amna@sample.invalid"})
        EXPECT_FALSE(heard(secret)) << secret;
    // What it reports, who owns the building and where it stands in the office's books is nobody's business.
    QJsonObject month = monthFields(quiet.centre.id(), officerOfBoth.actor.accountId);
    month.insert(QStringLiteral("export_usd_cents"), 98'765'432);
    ASSERT_EQ(server.pushOne(officerOfBoth, create(server.ids(), Entity::OccupancyReport, month)).outcome,
              Outcome::Applied);
    const QJsonObject told = features().first().toObject().value(QStringLiteral("properties")).toObject();
    EXPECT_EQ(told.keys(),
              (QStringList{QStringLiteral("amenities"), QStringLiteral("building_code"), QStringLiteral("certificate"),
                           QStringLiteral("city"), QStringLiteral("city_id"), QStringLiteral("name"),
                           QStringLiteral("place"), QStringLiteral("province"), QStringLiteral("seat_rate_paisa"),
                           QStringLiteral("seats"), QStringLiteral("valid_until")}));
    for (const char *secret : {"98765432", "987,654", "Mill"})
        EXPECT_FALSE(heard(secret)) << secret;
    // Until its officer says that the contact is public.
    ASSERT_EQ(server
                  .pushOne(officerOfBoth, patch(server.ids(), Entity::Centre, quiet.centre.id(), 1,
                                                one(QStringLiteral("contact_agreed_at"), QJsonValue::Null,
                                                    QStringLiteral("2026-11-20T09:00:00.000Z"))))
                  .outcome,
              Outcome::Applied);
    for (const char *open : {"Amna Khan", "052-7654321", "amna@sample.invalid"}) {
        EXPECT_TRUE(page(sialkot).contains(open)) << open;
        EXPECT_TRUE(server.call("GET", QStringLiteral("/api/v1/public/centres")).body.contains(open)) << open;
    }
}

TEST_P(PublicCentres, geoJson_hasThePositionOfTheBuildingEastFirst)
{
    const Certified centre = opened(kHere, named("Here"));
    const ApiResponse list = server.call("GET", QStringLiteral("/api/v1/public/centres"));
    EXPECT_EQ(list.headers.value("Access-Control-Allow-Origin"), QByteArrayLiteral("*")) << "for maps on other sites";
    EXPECT_FALSE(server.call("GET", QStringLiteral("/centres")).headers.contains("Access-Control-Allow-Origin"));
    const auto geometry = [this] { return features().first().toObject().value(QStringLiteral("geometry")); };
    EXPECT_EQ(geometry().toObject().value(QStringLiteral("type")).toString(), QStringLiteral("Point"));
    const QJsonObject &building = centre.building.record.fields;
    const auto degrees = [&building](const char *name) { return building.value(QLatin1String(name)).toDouble() / 1e6; };
    EXPECT_EQ(geometry().toObject().value(QStringLiteral("coordinates")).toArray(),
              (QJsonArray{degrees("longitude_e6"), degrees("latitude_e6")}));
    FieldChanges none;
    for (const char *name : {"latitude_e6", "longitude_e6", "accuracy_m", "position_source"})
        none.insert(QLatin1String(name), {valueAt(building, QLatin1String(name)), QJsonValue::Null});
    const auto taken =
        server.pushOne(officerOfBoth, patch(server.ids(), Entity::Building, centre.building.id(), 1, none));
    ASSERT_EQ(taken.outcome, Outcome::Applied) << qPrintable(taken.message);
    EXPECT_TRUE(geometry().isNull());
    EXPECT_FALSE(page(sialkot).contains("geo:"));
}

TEST_P(PublicCentres, page_hasNoScriptEscapesWhatItShowsAndSpeaksUrdu)
{
    opened(kHere, {{QStringLiteral("name"), QStringLiteral("<img src=x onerror=alert(1)> & Co")},
                   {QStringLiteral("seat_rate_paisa"), 450'000},
                   {QStringLiteral("amenities"), QJsonArray{QStringLiteral("internet")}}});
    const ApiResponse response = server.call("GET", QStringLiteral("/centres") + sialkot + QStringLiteral("&lang=ur"));
    EXPECT_EQ(response.status, 200);
    EXPECT_TRUE(response.body.contains("&lt;img src=x onerror=alert(1)&gt; &amp; Co"));
    EXPECT_FALSE(response.body.contains("<img"));
    EXPECT_FALSE(response.body.toLower().contains("<script"));
    EXPECT_TRUE(response.body.contains("<html lang=\"ur\" dir=\"rtl\">"));
    EXPECT_TRUE(response.body.contains("انٹرنیٹ"));
    EXPECT_TRUE(response.body.contains("سیالکوٹ")) << "the city in Urdu";
    EXPECT_TRUE(response.body.contains("Rs 4,500"));
    EXPECT_TRUE(response.body.contains("class=\"above\"")) << "the ceiling is Rs 4,000";
    const QByteArray allows = response.headers.value("Content-Security-Policy");
    EXPECT_TRUE(allows.startsWith("default-src 'none'; style-src 'sha256-")) << allows.constData();
    EXPECT_FALSE(allows.contains("unsafe"));
    EXPECT_EQ(response.headers.value("X-Frame-Options"), QByteArrayLiteral("DENY"));
    EXPECT_EQ(response.headers.value("Referrer-Policy"), QByteArrayLiteral("no-referrer"));
    const QByteArray english = page(sialkot);
    EXPECT_TRUE(english.contains("<html lang=\"en\" dir=\"ltr\">"));
    EXPECT_TRUE(english.contains("Internet"));
    EXPECT_TRUE(page().contains("Sialkot")) << "the cities, each with its count";
}

TEST_P(PublicCentres, closedCentre_isNotNamed)
{
    const Certified centre = opened(kHere, named("Stands"));
    ASSERT_EQ(names(), QStringList{QStringLiteral("Stands")});
    ASSERT_EQ(server
                  .pushOne(officerOfBoth,
                           patch(server.ids(), Entity::Centre, centre.centre.id(), 1,
                                 one(QStringLiteral("closed_on"), QJsonValue::Null, QStringLiteral("2026-11-24"))))
                  .outcome,
              Outcome::Applied);
    EXPECT_EQ(names(), QStringList());
    EXPECT_FALSE(page(sialkot).contains("Stands"));
}

TEST_P(PublicCentres, centre_saysWhereItIs)
{
    opened(kHere, named("Stands"));
    EXPECT_TRUE(page(sialkot).contains("12 Paris Road, Sialkot, Punjab"));
    EXPECT_TRUE(page(sialkot).contains("href=\"geo:32.4945"));
}

/// Who asks has no account: the same question again costs one look at the newest number.
TEST_P(PublicCentres, list_isKeptUntilSomethingIsWritten)
{
    opened(kHere, named("Stands"));
    for (const QString &path : {QStringLiteral("/centres"), QStringLiteral("/api/v1/public/centres")}) {
        const ApiResponse first = server.call("GET", path + sialkot);
        ASSERT_EQ(first.status, 200);
        EXPECT_EQ(first.headers.value("Cache-Control"), QByteArrayLiteral("public, max-age=60"));
        const QByteArray tag = first.headers.value("ETag");
        ASSERT_TRUE(tag.startsWith("W/\"")) << tag.constData();
        const auto again = [&](const QString &query) {
            return server.call("GET", path + query, {}, {}, {{QByteArrayLiteral("if-none-match"), tag}});
        };
        const ApiResponse same = again(sialkot);
        EXPECT_EQ(same.status, 304);
        EXPECT_EQ(same.body, QByteArray());
        EXPECT_EQ(again(karachi).status, 200) << "another list";
        opened(kThere, named("There"));
        EXPECT_EQ(again(sialkot).status, 200) << "something was written since";
    }
}

/// What is written past the store, without a number, shows that nothing was read: neither the records nor the page.
TEST_P(PublicCentres, list_isReadAnewForWhatStandsInItAndForNothingElse)
{
    const Certified made = opened(kHere, named("Stands"));
    EXPECT_EQ(names(sialkot), QStringList{QStringLiteral("Stands")});
    const auto write = [&](const QString &what, const QString &id) {
        server.run(QStringLiteral("UPDATE record SET %1 WHERE id = '%2'").arg(what, id));
    };
    const QString next = QStringLiteral("seq = (SELECT max(seq) + 1 FROM record)");
    write(GetParam() == std::string("sqlite") ? QStringLiteral("data = json_set(data, '$.name', 'Renamed')")
                                              : QStringLiteral("data = data || '{\"name\": \"Renamed\"}'::jsonb"),
          made.centre.id());
    EXPECT_EQ(names(), QStringList{QStringLiteral("Stands")}) << "asked otherwise than before: of all cities";
    Batch visits;
    visits.who = officerOfBoth;
    visits.person = another.accountId;
    visits.province = kHere;
    inspection(visits, made.building, "draft");
    putThere(visits);
    EXPECT_TRUE(page(sialkot).contains("Stands")) << "an answer of a visit";
    write(next, made.centre.id());
    EXPECT_EQ(names(), QStringList{QStringLiteral("Renamed")});
    EXPECT_TRUE(page(sialkot).contains("Renamed"));
}

/// One reads it anew; who asks meanwhile gets the one that is there, and nobody waits for ever.
TEST_P(PublicCentres, list_isThereForManyWhoAskAtOnce)
{
    constexpr int kAskers = 6;
    constexpr int kTimes = 8;
    const Certified made = opened(kHere, named("Stands"));
    std::atomic<int> good = 0;
    std::vector<std::thread> askers;
    askers.reserve(kAskers);
    for (int asker = 0; asker < kAskers; ++asker) {
        askers.emplace_back([&] {
            for (int i = 0; i < kTimes; ++i) {
                const ApiResponse response = server.call("GET", QStringLiteral("/api/v1/public/centres"));
                good += response.status == 200 && response.body.contains("Stands") ? 1 : 0;
            }
            server.core().stores().dropOfThisThread();
        });
    }
    for (int i = 0; i < kTimes; ++i) // each makes it be read again
        server.run(QStringLiteral("UPDATE record SET seq = (SELECT max(seq) + 1 FROM record) WHERE id = '%1'")
                       .arg(made.centre.id()));
    for (std::thread &asker : askers)
        asker.join();
    EXPECT_EQ(good, kAskers * kTimes);
}

TEST_P(PublicCentres, unknownCity_isSaidToBeUnknown)
{
    opened(kHere, named("Stands"));
    for (const char *city : {"7", "Sialkot", "-1", "1164909x"}) {
        const QString query = QStringLiteral("?city=") + QLatin1String(city);
        EXPECT_EQ(server.call("GET", QStringLiteral("/api/v1/public/centres") + query).status, 404) << city;
        EXPECT_TRUE(page(query, 404).contains("All cities")) << city;
    }
}

MARKAZ_ON_BOTH(PublicCentres);

} // namespace
} // namespace markaz::server::test
