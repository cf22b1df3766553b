// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Centres and their months through the push: what a certificate in force carries, and what it does not.
#include "app/server/store/recordtable.h"
#include "tests/app/server/recordcases.h"

namespace markaz::server::test {
namespace {

class Centres : public RecordCases
{
protected:
    Centres()
    {
        batch.who = officer;
        batch.person = another.accountId;
        batch.province = kHere;
        home = building(batch);
        paper = certificate(batch, home, "issued"); // 70 seats until the end of November 2027
        putThere(batch);
    }
    /// Pushes \p fields as a new record of \p entity by the officer.
    protocol::ChangeResult make(Entity entity, const QJsonObject &fields, QString *id = nullptr)
    {
        const Change change = create(server.ids(), entity, fields);
        if (id != nullptr)
            *id = change.id;
        return server.pushOne(officer, change);
    }
    QString open()
    {
        QString id;
        EXPECT_EQ(make(Entity::Centre, centreFields(home.id()), &id).outcome, Outcome::Applied);
        return id;
    }
    QString report(const QString &centre)
    {
        QString id;
        EXPECT_EQ(make(Entity::OccupancyReport, monthFields(centre, officer.actor.accountId), &id).outcome,
                  Outcome::Applied);
        return id;
    }
    protocol::ChangeResult edit(Entity entity, const QString &id, const char *field, const QJsonValue &to)
    {
        const StoredRecord now = *server.stored(id);
        const QString name = QLatin1String(field);
        return server.pushOne(
            officer, patch(server.ids(), entity, id, now.record.rev, one(name, valueAt(now.record.fields, name), to)));
    }
    /// The certificate as an officer's decision leaves it.
    void decide(const char *kind)
    {
        const Change decision = create(server.ids(), Entity::Decision,
                                       {{QStringLiteral("kind"), QLatin1String(kind)},
                                        {QStringLiteral("certificate"), paper.id()},
                                        {QStringLiteral("officer"), officer.actor.accountId},
                                        {QStringLiteral("reason"), QStringLiteral("As seen.")},
                                        {QStringLiteral("made_at"), QStringLiteral("2026-11-23T05:00:00.000Z")}});
        ASSERT_EQ(server.pushOne(officer, decision).outcome, Outcome::Applied);
    }

    Session officer = caller(Role::Officer);
    Batch batch;
    StoredRecord home;
    StoredRecord paper;
};

TEST_P(Centres, centre_isOpenedOnceAtABuildingWithACertificateInForce)
{
    const QString id = open();
    EXPECT_EQ(server.stored(id)->province, kHere);
    EXPECT_EQ(server.stored(id)->parent, home.id());
    const auto second = make(Entity::Centre, centreFields(home.id()));
    EXPECT_EQ(second.code, protocol::code::kExists);
    EXPECT_EQ(second.field, QStringLiteral("building"));
    // A building without a certificate.
    Batch more;
    more.who = officer;
    more.province = kHere;
    const StoredRecord bare = building(more);
    putThere(more);
    const auto refused = make(Entity::Centre, centreFields(bare.id()));
    EXPECT_EQ(refused.code, protocol::code::kWrongState);
    EXPECT_EQ(refused.field, QStringLiteral("building"));
    const QString missing = server.ids().next();
    EXPECT_EQ(make(Entity::Centre, centreFields(missing)).missing, QStringList{missing});
}

TEST_P(Centres, theNextCentreOfABuilding_mayComeWhenTheFirstIsGone)
{
    const QString id = open();
    ASSERT_EQ(server.pushOne(officer, patch(server.ids(), Entity::Centre, id, 1, {}, ChangeKind::Delete)).outcome,
              Outcome::Applied);
    EXPECT_EQ(make(Entity::Centre, centreFields(home.id())).outcome, Outcome::Applied);
    // And the first does not come back beside it.
    EXPECT_EQ(edit(Entity::Centre, id, "name", QStringLiteral("Old")).code, protocol::code::kExists);
}

TEST_P(Centres, closedCentre_keepsItsMonths_andAnotherMayOpen)
{
    const QString id = open();
    report(id); // October
    decide("suspend");
    const auto close = [&](const char *day) {
        return edit(Entity::Centre, id, "closed_on", QJsonValue(QString::fromLatin1(day)));
    };
    for (const char *day :
         {"2026-11-25", "2026-09-30", "2020-01-01"}) { // to come; before a month of it; before it opened
        const auto refused = close(day);
        EXPECT_EQ(refused.code, protocol::code::kInvalid) << day;
        EXPECT_EQ(refused.field, QStringLiteral("closed_on")) << day;
    }
    EXPECT_EQ(close("2026-10-31").outcome, Outcome::Applied) << "whatever the certificate";
    EXPECT_EQ(edit(Entity::Centre, id, "closed_on", QJsonValue::Null).code, protocol::code::kWrongState)
        << "it opens again as any other does";
    decide("reinstate");
    QJsonObject november = monthFields(id, officer.actor.accountId);
    november.insert(QStringLiteral("month"), QStringLiteral("2026-11"));
    const auto late = make(Entity::OccupancyReport, november);
    EXPECT_EQ(late.code, protocol::code::kInvalid);
    EXPECT_EQ(late.field, QStringLiteral("month"));
    // Two centres of a building were never open on the same day: its seats would count twice.
    QJsonObject follower = centreFields(home.id());
    for (const char *day : {"", "2026-10-31"}) {
        setValueAt(follower, QStringLiteral("opened_on"), *day == 0 ? QJsonValue() : QJsonValue(QLatin1String(day)));
        const auto beside = make(Entity::Centre, follower);
        EXPECT_EQ(beside.code, protocol::code::kInvalid) << day;
        EXPECT_EQ(beside.field, QStringLiteral("opened_on")) << day;
    }
    follower.insert(QStringLiteral("opened_on"), QStringLiteral("2026-11-01"));
    QString next;
    EXPECT_EQ(make(Entity::Centre, follower, &next).outcome, Outcome::Applied);
    EXPECT_EQ(close("2026-11-01").field, QStringLiteral("closed_on"));
    EXPECT_EQ(close("2026-11-01").code, protocol::code::kInvalid) << "the next was open on that day";
    EXPECT_EQ(edit(Entity::Centre, id, "closed_on", QJsonValue::Null).code, protocol::code::kExists);
    EXPECT_EQ(edit(Entity::Centre, next, "closed_on", QStringLiteral("2026-11-24")).outcome, Outcome::Applied);
    EXPECT_EQ(edit(Entity::Centre, id, "closed_on", QJsonValue::Null).code, protocol::code::kInvalid);
    ASSERT_EQ(server
                  .pushOne(officer, patch(server.ids(), Entity::Centre, next, server.stored(next)->record.rev, {},
                                          ChangeKind::Delete))
                  .outcome,
              Outcome::Applied);
    EXPECT_EQ(edit(Entity::Centre, id, "closed_on", QJsonValue::Null).outcome, Outcome::Applied);
}

TEST_P(Centres, openingDay_doesNotMoveBehindAMonthThatWasReported)
{
    const QString id = open();
    report(id); // October
    const auto late = edit(Entity::Centre, id, "opened_on", QStringLiteral("2026-11-01"));
    EXPECT_EQ(late.code, protocol::code::kInvalid);
    EXPECT_EQ(late.field, QStringLiteral("opened_on"));
    EXPECT_EQ(edit(Entity::Centre, id, "opened_on", QStringLiteral("2026-10-31")).outcome, Outcome::Applied);
}

TEST_P(Centres, centre_isHeldToItsForm)
{
    for (const auto &[name, value] : {std::pair<const char *, QJsonValue>{"seats", 0},
                                      {"seats", 71}, // the certificate is for 70
                                      {"seat_rate_paisa", -1},
                                      {"name", QStringLiteral("  ")},
                                      {"amenities", QJsonArray{QStringLiteral("swimming_pool")}},
                                      {"amenities", QJsonArray{QStringLiteral("internet"), QStringLiteral("internet")}},
                                      {"opened_on", QStringLiteral("soon")},
                                      {"contact_phone", QStringLiteral("call me")},
                                      {"contact_email", QStringLiteral("nobody")}}) {
        QJsonObject odd = centreFields(home.id());
        odd.insert(QLatin1String(name), value);
        const auto result = make(Entity::Centre, odd);
        EXPECT_EQ(result.outcome, Outcome::Rejected) << name;
        EXPECT_EQ(result.code, protocol::code::kInvalid) << name;
        EXPECT_EQ(result.field, QLatin1String(name));
    }
    for (const char *name : {"seats", "seat_rate_paisa"}) { // a fraction is none of the numbers that travel
        QJsonObject odd = centreFields(home.id());
        odd.insert(QLatin1String(name), 12.5);
        EXPECT_EQ(make(Entity::Centre, odd).code, protocol::code::kMalformed) << name;
    }
    const QString id = open();
    EXPECT_EQ(edit(Entity::Centre, id, "building", server.ids().next()).field, QStringLiteral("building"))
        << "set once";
    EXPECT_EQ(edit(Entity::Centre, id, "seats", 70).outcome, Outcome::Applied);
    EXPECT_EQ(edit(Entity::Centre, id, "seats", 71).field, QStringLiteral("seats"));
}

TEST_P(Centres, month_isHeldToItsFormAndComesOnce)
{
    const QString centre = open();
    for (const auto &[name, value] : {std::pair<const char *, QJsonValue>{"month", QStringLiteral("2026-13")},
                                      {"month", QStringLiteral("2026-1")},
                                      {"month", QStringLiteral("2026-12")}, // not begun: it is November
                                      {"seats", 0},
                                      {"seats", 71},
                                      {"seats_taken", 61}, // of 60
                                      {"seats_taken", -1},
                                      {"freelancers", -1},
                                      {"dg_skills", 39}, // of 38 freelancers
                                      {"other_staff", -1},
                                      {"trainings", -1},
                                      {"events", -1},
                                      {"seat_rate_paisa", -1},
                                      {"export_usd_cents", -1}}) {
        QJsonObject odd = monthFields(centre, officer.actor.accountId);
        odd.insert(QLatin1String(name), value);
        const auto result = make(Entity::OccupancyReport, odd);
        EXPECT_EQ(result.outcome, Outcome::Rejected) << name;
        EXPECT_EQ(result.code, protocol::code::kInvalid) << name;
        EXPECT_EQ(result.field, QLatin1String(name));
    }
    const QString october = report(centre);
    EXPECT_EQ(server.stored(october)->province, kHere);
    EXPECT_TRUE(server.stored(october)->assignee.isEmpty()) << "every officer of the province sees it";
    const auto again = make(Entity::OccupancyReport, monthFields(centre, officer.actor.accountId));
    EXPECT_EQ(again.code, protocol::code::kExists);
    EXPECT_EQ(again.field, QStringLiteral("month"));
    QJsonObject running = monthFields(centre, officer.actor.accountId);
    running.insert(QStringLiteral("month"), QStringLiteral("2026-11"));
    EXPECT_EQ(make(Entity::OccupancyReport, running).outcome, Outcome::Applied)
        << "the month that runs may be reported";
    EXPECT_EQ(edit(Entity::OccupancyReport, october, "month", QStringLiteral("2026-09")).field, QStringLiteral("month"))
        << "set once";
    EXPECT_EQ(edit(Entity::OccupancyReport, october, "seats_taken", 60).outcome, Outcome::Applied);
    EXPECT_EQ(edit(Entity::OccupancyReport, october, "seats_taken", 61).field, QStringLiteral("seats_taken"));
    EXPECT_EQ(server.stored(october)->number("seats_taken"), 60);
}

TEST_P(Centres, twoMonthsOfOnePush_areNotBothTaken)
{
    const QString centre = open();
    const QJsonObject fields = monthFields(centre, officer.actor.accountId);
    const Results results = server.push(officer, {create(server.ids(), Entity::OccupancyReport, fields),
                                                  create(server.ids(), Entity::OccupancyReport, fields)});
    EXPECT_EQ(results[0].outcome, Outcome::Applied);
    EXPECT_EQ(results[1].code, protocol::code::kExists);
}

TEST_P(Centres, whoReports_signsAndAnotherOfficerMayCorrect)
{
    const QString centre = open();
    QJsonObject forged = monthFields(centre, another.accountId);
    EXPECT_EQ(make(Entity::OccupancyReport, forged).code, protocol::code::kNotAllowed);
    const QString id = report(centre);
    const auto corrected = server.pushOne(
        officerOfBoth, patch(server.ids(), Entity::OccupancyReport, id, 1, one(QStringLiteral("events"), 0, 2)));
    EXPECT_EQ(corrected.outcome, Outcome::Applied) << qPrintable(corrected.message);
}

TEST_P(Centres, withoutACertificateInForce_centreStaysReadableAndDoesNotChange)
{
    const QString centre = open();
    const QString october = report(centre);
    const auto refuses = [&](const char *why) {
        for (const auto &[result, field] :
             {std::pair{edit(Entity::Centre, centre, "seat_rate_paisa", 360'000), "building"},
              std::pair{edit(Entity::OccupancyReport, october, "events", 3), "centre"}}) {
            EXPECT_EQ(result.code, protocol::code::kWrongState) << why;
            EXPECT_EQ(result.field, QLatin1String(field)) << why;
            EXPECT_TRUE(result.message.contains(QLatin1String(why))) << qPrintable(result.message);
        }
        QJsonObject september = monthFields(centre, officer.actor.accountId);
        september.insert(QStringLiteral("month"), QStringLiteral("2026-09"));
        EXPECT_EQ(make(Entity::OccupancyReport, september).code, protocol::code::kWrongState) << why;
        const Change back = patch(server.ids(), Entity::OccupancyReport, october, server.stored(october)->record.rev,
                                  {}, ChangeKind::Delete);
        EXPECT_EQ(server.pushOne(officer, back).code, protocol::code::kWrongState) << why;
        QSet<QString> seen;
        for (const auto &item : server.pullAll(officer))
            seen.insert(item.id);
        EXPECT_TRUE(seen.contains(centre) && seen.contains(october)) << why;
    };
    decide("suspend");
    refuses("suspended");
    decide("reinstate");
    EXPECT_EQ(edit(Entity::OccupancyReport, october, "events", 3).outcome, Outcome::Applied);
    server.clock().set(QDateTime(QDate(2027, 12, 1), QTime(6, 0), Qt::UTC)); // a day behind the last valid one
    officer = server.signIn(officer.actor.name);
    EXPECT_EQ(edit(Entity::Centre, centre, "seat_rate_paisa", 360'000).code, protocol::code::kWrongState);
    // What is over says nothing against the months in which it was in force, and carries none behind them.
    EXPECT_EQ(edit(Entity::OccupancyReport, october, "events", 4).outcome, Outcome::Applied);
    QJsonObject month = monthFields(centre, officer.actor.accountId);
    month.insert(QStringLiteral("month"), QStringLiteral("2027-11"));
    EXPECT_EQ(make(Entity::OccupancyReport, month).outcome, Outcome::Applied);
    month.insert(QStringLiteral("month"), QStringLiteral("2027-12"));
    const auto late = make(Entity::OccupancyReport, month);
    EXPECT_EQ(late.code, protocol::code::kWrongState);
    EXPECT_TRUE(late.message.contains(QLatin1String("expired"))) << qPrintable(late.message);
    const Change back = patch(server.ids(), Entity::OccupancyReport, october, server.stored(october)->record.rev, {},
                              ChangeKind::Delete);
    EXPECT_EQ(server.pushOne(officer, back).outcome, Outcome::Applied);
}

TEST_P(Centres, month_isJudgedByTheCertificateThatWasInForceInIt)
{
    Batch more;
    more.who = officer;
    more.person = another.accountId;
    more.province = kHere;
    const StoredRecord mill = building(more);
    certificate(more, mill, "superseded"); // for 70 seats
    more.there.last().after.record.fields.insert(QStringLiteral("state_at"),
                                                 QStringLiteral("2026-10-20T05:00:00.000Z"));
    certificate(more, mill, "issued");
    QJsonObject &renewed = more.there.last().after.record.fields;
    renewed.insert(QStringLiteral("valid_from"), QStringLiteral("2026-10-20"));
    renewed.insert(QStringLiteral("seats"), 40);
    putThere(more);
    QJsonObject fields = centreFields(mill.id());
    fields.insert(QStringLiteral("seats"), 40);
    fields.insert(QStringLiteral("opened_on"), QStringLiteral("2026-11-25")); // it is the 24th
    EXPECT_EQ(make(Entity::Centre, fields).field, QStringLiteral("opened_on"));
    fields.insert(QStringLiteral("opened_on"), QStringLiteral("2026-02-28"));
    QString centre;
    ASSERT_EQ(make(Entity::Centre, fields, &centre).outcome, Outcome::Applied);
    const auto reported = [&](const char *month, int seats) {
        QJsonObject entered = monthFields(centre, officer.actor.accountId);
        entered.insert(QStringLiteral("month"), QLatin1String(month));
        entered.insert(QStringLiteral("seats"), seats);
        entered.insert(QStringLiteral("seats_taken"), 30);
        return make(Entity::OccupancyReport, entered);
    };
    EXPECT_EQ(reported("2026-09", 71).field, QStringLiteral("seats"));
    EXPECT_EQ(reported("2026-09", 70).outcome, Outcome::Applied) << "as it was certified then";
    EXPECT_EQ(reported("2026-10", 70).outcome, Outcome::Applied) << "and until the renewal";
    EXPECT_EQ(reported("2026-11", 41).field, QStringLiteral("seats"));
    EXPECT_EQ(reported("2026-11", 40).outcome, Outcome::Applied);
    EXPECT_EQ(reported("2026-02", 40).outcome, Outcome::Applied) << "it was open on the last day";
    EXPECT_EQ(reported("2026-01", 40).field, QStringLiteral("month"));
    EXPECT_EQ(reported("2000-01", 40).field, QStringLiteral("month"));
    // Without a day of its opening the first certificate is the bound.
    const QString old = open();
    QJsonObject early = monthFields(old, officer.actor.accountId);
    early.insert(QStringLiteral("month"), QStringLiteral("2025-11"));
    EXPECT_EQ(make(Entity::OccupancyReport, early).code, protocol::code::kWrongState);
    early.insert(QStringLiteral("month"), QStringLiteral("2025-12"));
    EXPECT_EQ(make(Entity::OccupancyReport, early).outcome, Outcome::Applied);
}

TEST_P(Centres, certificateForFewerSeats_asksForThemWhenSeatsChangeAndNotBefore)
{
    const QString centre = open();
    server.run(QStringLiteral("UPDATE record SET data = %1 WHERE id = '%2'")
                   .arg(GetParam() == std::string("sqlite") ? QStringLiteral("json_set(data, '$.seats', 50)")
                                                            : QStringLiteral("data || '{\"seats\": 50}'::jsonb"),
                        paper.id()));
    EXPECT_EQ(edit(Entity::Centre, centre, "contact_phone", QStringLiteral("052-1234567")).outcome, Outcome::Applied);
    EXPECT_EQ(edit(Entity::Centre, centre, "seats", 55).field, QStringLiteral("seats"));
    EXPECT_EQ(edit(Entity::Centre, centre, "seats", 50).outcome, Outcome::Applied);
}

/// A building has visits of a hundred kilobytes, and a push of months asks for its certificates two hundred times.
TEST_P(Centres, certificatesOfABuilding_areReadWithoutItsVisits)
{
    Batch visits;
    visits.who = officer;
    visits.person = another.accountId;
    visits.province = kHere;
    inspection(visits, home, "draft");
    putThere(visits);
    const RecordTable table(database());
    EXPECT_EQ(table.children(home.id())->size(), 2);
    const auto read = table.children(home.id(), Entity::Certificate);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 1);
    EXPECT_EQ(read->first().id(), paper.id());
}

/// A takes the phone of one person for public, B enters another person: the other one is published by nobody.
TEST_P(Centres, contact_isNotPublishedByAnothersConsent)
{
    const QString centre = open();
    const auto contactOf = [](const QJsonValue &from, const char *to, const QJsonValue &agreedBefore,
                              const QJsonValue &agreed) {
        return FieldChanges{{QStringLiteral("contact_phone"), {from, QLatin1String(to)}},
                            {QStringLiteral("contact_agreed_at"), {agreedBefore, agreed}}};
    };
    const QJsonValue null(QJsonValue::Null);
    const QString agreed = QStringLiteral("2026-11-20T09:00:00.000Z");
    ASSERT_EQ(server
                  .pushOne(officer,
                           patch(server.ids(), Entity::Centre, centre, 1, contactOf(null, "052-1111111", null, agreed)))
                  .outcome,
              Outcome::Applied);
    EXPECT_EQ(server
                  .pushOne(officer,
                           patch(server.ids(), Entity::Centre, centre, 1, contactOf(null, "052-2222222", null, null)))
                  .outcome,
              Outcome::Conflict);
    EXPECT_EQ(server.stored(centre)->text("contact_phone"), QStringLiteral("052-1111111"));
    const qint64 rev = server.stored(centre)->record.rev;
    // A client that sends the whole group says the word of the one before again, another names the phone alone.
    for (const FieldChanges &kept :
         {contactOf(QStringLiteral("052-1111111"), "052-3333333", agreed, agreed),
          one(QStringLiteral("contact_phone"), QStringLiteral("052-1111111"), QStringLiteral("052-3333333"))}) {
        const auto silent = server.pushOne(officer, patch(server.ids(), Entity::Centre, centre, rev, kept));
        EXPECT_EQ(silent.code, protocol::code::kInvalid);
        EXPECT_EQ(silent.field, QStringLiteral("contact_agreed_at"));
    }
    EXPECT_EQ(server.stored(centre)->text("contact_phone"), QStringLiteral("052-1111111"));
    EXPECT_EQ(server
                  .pushOne(officer, patch(server.ids(), Entity::Centre, centre, rev,
                                          contactOf(QStringLiteral("052-1111111"), "052-3333333", agreed,
                                                    QStringLiteral("2026-11-21T09:00:00.000Z"))))
                  .outcome,
              Outcome::Applied);
}

TEST_P(Centres, consent_isTakenBackWhateverTheCertificate)
{
    const QString centre = open();
    ASSERT_EQ(edit(Entity::Centre, centre, "contact_phone", QStringLiteral("052-1234567")).outcome, Outcome::Applied);
    ASSERT_EQ(edit(Entity::Centre, centre, "contact_agreed_at", QStringLiteral("2026-11-20T09:00:00.000Z")).outcome,
              Outcome::Applied);
    decide("suspend");
    EXPECT_EQ(edit(Entity::Centre, centre, "contact_agreed_at", QJsonValue::Null).outcome, Outcome::Applied);
    EXPECT_EQ(edit(Entity::Centre, centre, "contact_phone", QJsonValue::Null).outcome, Outcome::Applied);
    EXPECT_EQ(edit(Entity::Centre, centre, "seats", 50).code, protocol::code::kWrongState);
}

TEST_P(Centres, centreWithMonths_isNotRemoved)
{
    const QString centre = open();
    const QString october = report(centre);
    const auto remove = [this](Entity entity, const QString &id) {
        return server.pushOne(officer, patch(server.ids(), entity, id, 1, {}, ChangeKind::Delete));
    };
    EXPECT_EQ(remove(Entity::Centre, centre).code, protocol::code::kWrongState);
    EXPECT_EQ(remove(Entity::OccupancyReport, october).outcome, Outcome::Applied);
    EXPECT_EQ(remove(Entity::Centre, centre).outcome, Outcome::Applied);
}

TEST_P(Centres, programThatKnowsNoCentres_isSentNone)
{
    const QString centre = open();
    const QString october = report(centre);
    const auto sent = [this](const char *kinds) {
        QSet<QString> ids;
        const ApiResponse response = server.call(
            "GET", QStringLiteral("/api/v1/changes?limit=500&kinds=") + QLatin1String(kinds), {}, officer.token);
        EXPECT_EQ(response.status, 200);
        const auto reply = protocol::readPullReply(response.body);
        EXPECT_TRUE(reply.ok());
        for (const auto &item : reply ? reply->changes : decltype(reply->changes)())
            ids.insert(item.id);
        return ids;
    };
    // And none that a conflict is about: two officers entered another phone.
    ASSERT_EQ(edit(Entity::Centre, centre, "contact_phone", QStringLiteral("052-1111111")).outcome, Outcome::Applied);
    const auto second = server.pushOne(
        officer, patch(server.ids(), Entity::Centre, centre, 1,
                       one(QStringLiteral("contact_phone"), QJsonValue::Null, QStringLiteral("052-2222222"))));
    ASSERT_EQ(second.outcome, Outcome::Conflict);
    const auto newer = sent("4") - sent("3");
    EXPECT_TRUE(newer.contains(centre) && newer.contains(october));
    EXPECT_EQ(newer.size(), 3) << "and the conflict";
    EXPECT_FALSE(sent("3").contains(centre) || sent("3").contains(october));
}

MARKAZ_ON_BOTH(Centres);

} // namespace
} // namespace markaz::server::test
