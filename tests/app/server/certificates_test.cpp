// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/issuer.h"
#include "core/security/certificatepayload.h"
#include "tests/app/server/visits.h"

#include <QJsonDocument>

namespace markaz::server::test {
namespace {

class Certificates : public Visits
{
protected:
    ApiResponse verify(const QString &number, const QString &query = {})
    {
        return server.call("GET", QStringLiteral("/verify/") + number + query);
    }
    ApiResponse form(const QByteArray &body)
    {
        return server.call("POST", QStringLiteral("/verify"), body, {},
                           {{"content-type", "application/x-www-form-urlencoded"}});
    }
    static QByteArray encoded(const QString &code) { return QUrl::toPercentEncoding(code); }
    QString publicState(const QString &number)
    {
        const ApiResponse response = server.call("GET", QStringLiteral("/api/v1/public/certificates/") + number);
        return QJsonDocument::fromJson(response.body).object().value(QStringLiteral("state")).toString();
    }
};

TEST_P(Certificates, issue_makesASignedAndNumberedCertificate)
{
    const QString inspection = accepted();
    ASSERT_EQ(server.pushOne(officer, issue(inspection)).outcome, Outcome::Applied);
    const auto certificate = certificateOf(inspection);
    ASSERT_TRUE(certificate);
    EXPECT_EQ(certificate->text("number"), QStringLiteral("PK-2026-000001"));
    EXPECT_EQ(certificate->text("valid_from"), QStringLiteral("2026-11-24"));
    EXPECT_EQ(certificate->text("valid_until"), QStringLiteral("2028-11-23"));
    EXPECT_EQ(certificate->text("surveillance_due"), QStringLiteral("2027-11-24"));
    EXPECT_EQ(certificate->number("seats"), 45);
    EXPECT_EQ(certificate->text("state_reason"), QStringLiteral("Meets the standard.")) << "inspectors read it here";
    EXPECT_EQ(certificate->text("state_at"), QString()) << "nothing has become of it since";
    EXPECT_EQ(certificate->number("score_bp"), 10'000);
    const auto keys = issuerKeys(server.core().stores().ofThisThread().value()->database());
    const auto claims = verifyCertificate(certificate->text("payload"), *keys);
    ASSERT_TRUE(claims);
    EXPECT_EQ(claims->claims.number, QStringLiteral("PK-2026-000001"));
    EXPECT_EQ(claims->claims.buildingCode, QStringLiteral("SKT-0001"));
    EXPECT_EQ(claims->claims.tier, 2);
    bool fed = false;
    for (const auto &item : server.pullAll(officer))
        fed = fed || item.id == certificate->id();
    EXPECT_TRUE(fed);
}

TEST_P(Certificates, decisionWithoutItsGrounds_isRefusedAndTakesNoNumber)
{
    const QString id = draft();
    server.pushOne(inspector, submit(id));
    EXPECT_EQ(server.pushOne(officer, issue(id)).code, protocol::code::kWrongState) << "not accepted yet";
    server.pushOne(officer, review(id, QStringLiteral("accept"), officer));
    EXPECT_EQ(server.pushOne(inspector, issue(id)).code, protocol::code::kNotAllowed);
    const QString refused = accepted({QStringLiteral("C-02")}); // a critical item
    EXPECT_EQ(server.pushOne(officer, issue(refused)).field, QStringLiteral("inspection"));
    EXPECT_EQ(server.pushOne(officer, issue(server.ids().next())).outcome, Outcome::Held);
    EXPECT_EQ(server.pushOne(officer, issue(id)).outcome, Outcome::Applied);
    EXPECT_EQ(certificateOf(id)->text("number"), QStringLiteral("PK-2026-000001"));
    EXPECT_EQ(server.pushOne(officer, issue(id)).code, protocol::code::kExists);
    EXPECT_EQ(server.pushOne(officer, issue(accepted())).code, protocol::code::kExists) << "the building is certified";
}

TEST_P(Certificates, withoutItsReason_noneIsIssuedOrRenewed)
{
    const auto decide = [&](const QString &visit, const char *kind, const QJsonValue &reason) {
        Change change = issue(visit, QStringLiteral("full"), QLatin1String(kind));
        change.fields.insert(QStringLiteral("reason"), {QJsonValue::Null, reason});
        return server.pushOne(officer, change);
    };
    const QString first = accepted();
    for (const QJsonValue &silent : {QJsonValue(), QJsonValue(QStringLiteral(" \n"))}) {
        const auto refused = decide(first, "issue", silent);
        EXPECT_EQ(refused.code, protocol::code::kInvalid);
        EXPECT_EQ(refused.field, QStringLiteral("reason"));
    }
    EXPECT_FALSE(certificateOf(first));
    ASSERT_EQ(decide(first, "issue", QStringLiteral("Fine.")).outcome, Outcome::Applied);
    const QString later = accepted();
    EXPECT_EQ(decide(later, "renew", QJsonValue()).field, QStringLiteral("reason"));
    EXPECT_EQ(certificateOf(first)->text("state"), QStringLiteral("issued"));
    EXPECT_EQ(decide(later, "renew", QStringLiteral("Mended.")).outcome, Outcome::Applied);
}

TEST_P(Certificates, moreSeatsThanTheBuildingHas_areRefused)
{
    const QString id = accepted(); // whose rooms have 50 seats
    const auto decide = [&](int seats) {
        Change change = issue(id);
        change.fields.insert(QStringLiteral("seats"), {QJsonValue::Null, seats});
        return server.pushOne(officer, change);
    };
    const auto refused = decide(51);
    EXPECT_EQ(refused.code, protocol::code::kInvalid);
    EXPECT_EQ(refused.field, QStringLiteral("seats"));
    EXPECT_FALSE(certificateOf(id));
    ASSERT_EQ(decide(50).outcome, Outcome::Applied);
    EXPECT_EQ(certificateOf(id)->number("seats"), 50);
}

TEST_P(Certificates, whoCarriedOutAnyPartOfTheInspection_certifiesItNot)
{
    const QString first = draft();
    server.pushOne(inspector, submit(first));
    ASSERT_EQ(server.pushOne(officer, review(first, QStringLiteral("return"), officer)).outcome, Outcome::Applied);
    const Session second = server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")});
    QJsonObject fields = draftFields(second.actor.accountId);
    fields.insert(QStringLiteral("previous"), first);
    fields.insert(QStringLiteral("revision"), 2);
    const Change next = create(server.ids(), Entity::Inspection, fields);
    ASSERT_EQ(server.pushOne(second, next).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(second, submit(next.id)).outcome, Outcome::Applied);
    server.run(QStringLiteral("UPDATE account SET role = 'officer' WHERE name IN ('inspector.one', 'inspector.two')"));
    for (const Session &who : {inspector, second}) {
        const auto judged = server.pushOne(who, review(next.id, QStringLiteral("accept"), who));
        EXPECT_EQ(judged.code, protocol::code::kNotAllowed);
        EXPECT_EQ(judged.field, QStringLiteral("inspection"));
    }
    ASSERT_EQ(server.pushOne(officer, review(next.id, QStringLiteral("accept"), officer)).outcome, Outcome::Applied);
    for (const Session &who : {inspector, second}) {
        Change change = issue(next.id);
        change.fields.insert(QStringLiteral("officer"), {QJsonValue::Null, who.actor.accountId});
        EXPECT_EQ(server.pushOne(who, change).code, protocol::code::kNotAllowed);
    }
    EXPECT_EQ(server.pushOne(officer, issue(next.id)).outcome, Outcome::Applied);
}

TEST_P(Certificates, gradeAboveTheVerdict_isRefused)
{
    // Power misses its floor of 70 % by less than the margin of 10: 5 of its 14 points are lost.
    const QStringList failing{QStringLiteral("D-05"), QStringLiteral("D-07"), QStringLiteral("D-08"),
                              QStringLiteral("D-11")};
    const QString id = accepted(failing);
    ASSERT_EQ(server.stored(id)
                  ->record.fields.value(QStringLiteral("score"))
                  .toObject()
                  .value(QStringLiteral("verdict"))
                  .toString(),
              QStringLiteral("provisional"));
    EXPECT_EQ(server.pushOne(officer, issue(id, QStringLiteral("full"))).field, QStringLiteral("grade"));
    EXPECT_EQ(server.pushOne(officer, issue(id, QStringLiteral("provisional"))).outcome, Outcome::Applied);
    EXPECT_EQ(certificateOf(id)->text("valid_until"), QStringLiteral("2027-02-21"))
        << "90 days, the first and the last counted";
    EXPECT_FALSE(certificateOf(id)->record.fields.contains(QStringLiteral("surveillance_due")));

    const QString mended = accepted();
    EXPECT_EQ(server.pushOne(officer, issue(mended, QStringLiteral("full"), QStringLiteral("renew"))).outcome,
              Outcome::Applied);
    EXPECT_EQ(certificateOf(id)->text("state"), QStringLiteral("superseded"));
    EXPECT_EQ(publicState(certificateOf(id)->ukey), QStringLiteral("superseded"));
    EXPECT_EQ(publicState(certificateOf(mended)->ukey), QStringLiteral("valid"));
}

TEST_P(Certificates, life_goesThroughItsStatesAndThePageSaysEach)
{
    const QString inspection = accepted();
    server.pushOne(officer, issue(inspection));
    const QString id = certificateOf(inspection)->id();
    const QString number = certificateOf(inspection)->ukey;
    EXPECT_TRUE(verify(number).body.contains("Valid certificate"));
    EXPECT_EQ(server.pushOne(officer, stateChange(id, QStringLiteral("reinstate"))).code, protocol::code::kWrongState);
    EXPECT_EQ(server.pushOne(officer, stateChange(id, QStringLiteral("suspend"), {})).field, QStringLiteral("reason"));
    EXPECT_EQ(server.pushOne(officer, stateChange(id, QStringLiteral("suspend"))).outcome, Outcome::Applied);
    EXPECT_TRUE(verify(number).body.contains("Suspended certificate"));
    EXPECT_EQ(server.pushOne(officer, stateChange(id, QStringLiteral("reinstate"))).outcome, Outcome::Applied);
    EXPECT_EQ(publicState(number), QStringLiteral("valid"));
    EXPECT_EQ(server.pushOne(officer, stateChange(id, QStringLiteral("revoke"))).outcome, Outcome::Applied);
    EXPECT_TRUE(verify(number).body.contains("Revoked certificate"));
    EXPECT_EQ(server.pushOne(officer, stateChange(id, QStringLiteral("reinstate"))).code, protocol::code::kWrongState);
    EXPECT_EQ(server.stored(id)->text("state_reason"), QStringLiteral("Reason."));
}

TEST_P(Certificates, appeal_isRecordedOnTheCertificateAndDecidedByAnotherOfficer)
{
    const QString inspection = accepted();
    server.pushOne(officer, issue(inspection));
    const QString id = certificateOf(inspection)->id();
    const QString number = certificateOf(inspection)->ukey;
    Session second = server.join(QStringLiteral("officer.two"), Role::Officer, {QStringLiteral("PK-PB")});
    const auto decide = [&](const Session &who, const char *kind, const QString &reason = QStringLiteral("Reason.")) {
        Change change = stateChange(id, QLatin1String(kind), reason);
        change.fields.insert(QStringLiteral("officer"), {QJsonValue::Null, who.actor.accountId});
        return server.pushOne(who, change);
    };
    const auto stands = [&](const char *field) { return server.stored(id)->text(field); };
    EXPECT_EQ(decide(second, "appeal").code, protocol::code::kWrongState) << "there is nothing to appeal against";
    ASSERT_EQ(decide(officer, "suspend").outcome, Outcome::Applied);
    EXPECT_EQ(stands("state_by"), officer.actor.accountId);
    EXPECT_EQ(decide(second, "allow_appeal").code, protocol::code::kWrongState) << "none is open";
    EXPECT_EQ(decide(officer, "appeal", {}).field, QStringLiteral("reason"));
    ASSERT_EQ(decide(officer, "appeal", QStringLiteral("The exits are open.")).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(stands("appeal"))->text("reason"), QStringLiteral("The exits are open."));
    EXPECT_EQ(stands("state"), QStringLiteral("suspended"));
    EXPECT_EQ(stands("state_reason"), QStringLiteral("Reason.")) << "why it is suspended, still";
    EXPECT_EQ(decide(second, "appeal").code, protocol::code::kExists);
    const auto own = decide(officer, "dismiss_appeal");
    EXPECT_EQ(own.code, protocol::code::kNotAllowed);
    EXPECT_EQ(own.field, QStringLiteral("officer"));
    ASSERT_EQ(decide(second, "dismiss_appeal").outcome, Outcome::Applied);
    EXPECT_EQ(stands("appeal"), QString());
    EXPECT_EQ(publicState(number), QStringLiteral("suspended"));
    EXPECT_EQ(stands("state_by"), officer.actor.accountId) << "who suspended it";

    ASSERT_EQ(decide(officer, "revoke").outcome, Outcome::Applied);
    ASSERT_EQ(decide(second, "appeal").outcome, Outcome::Applied);
    ASSERT_EQ(decide(second, "allow_appeal").outcome, Outcome::Applied);
    EXPECT_EQ(publicState(number), QStringLiteral("valid")) << "the one way back from a revocation";
    EXPECT_EQ(stands("appeal"), QString());
    for (const char *action : {"appeal", "allow_appeal", "dismiss_appeal"})
        EXPECT_GT(server
                      .value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%\"action\":\"%1\"%'")
                                 .arg(QLatin1String(action)))
                      .toInt(),
                  0)
            << action;
}

TEST_P(Certificates, appealAgainstTwoDecisions_isDecidedByNeitherOfThoseOfficers)
{
    const QString inspection = accepted();
    server.pushOne(officer, issue(inspection));
    const QString id = certificateOf(inspection)->id();
    const Session second = server.join(QStringLiteral("officer.two"), Role::Officer, {QStringLiteral("PK-PB")});
    const Session third = server.join(QStringLiteral("officer.three"), Role::Officer, {QStringLiteral("PK-PB")});
    const auto decide = [&](const Session &who, const char *kind) {
        Change change = stateChange(id, QLatin1String(kind));
        change.fields.insert(QStringLiteral("officer"), {QJsonValue::Null, who.actor.accountId});
        return server.pushOne(who, change);
    };
    ASSERT_EQ(decide(third, "suspend").outcome, Outcome::Applied);
    ASSERT_EQ(decide(third, "reinstate").outcome, Outcome::Applied);
    ASSERT_EQ(decide(officer, "suspend").outcome, Outcome::Applied);
    ASSERT_EQ(decide(second, "appeal").outcome, Outcome::Applied);
    ASSERT_EQ(decide(second, "revoke").outcome, Outcome::Applied);
    for (const Session &who : {officer, second}) {
        EXPECT_EQ(decide(who, "dismiss_appeal").code, protocol::code::kNotAllowed);
        EXPECT_EQ(decide(who, "allow_appeal").code, protocol::code::kNotAllowed);
    }
    EXPECT_EQ(decide(third, "allow_appeal").outcome, Outcome::Applied) << "a suspension that is over counts no more";
}

TEST_P(Certificates, appealThatIsAllowed_givesNoBuildingASecondCertificate)
{
    const QString first = accepted();
    server.pushOne(officer, issue(first));
    const QString id = certificateOf(first)->id();
    ASSERT_EQ(server.pushOne(officer, stateChange(id, QStringLiteral("revoke"))).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(officer, stateChange(id, QStringLiteral("appeal"))).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(officer, issue(accepted())).outcome, Outcome::Applied) << "mended, and certified anew";
    const Session second = server.join(QStringLiteral("officer.two"), Role::Officer, {QStringLiteral("PK-PB")});
    Change allow = stateChange(id, QStringLiteral("allow_appeal"));
    allow.fields.insert(QStringLiteral("officer"), {QJsonValue::Null, second.actor.accountId});
    EXPECT_EQ(server.pushOne(second, allow).code, protocol::code::kExists);
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("revoked"));
}

TEST_P(Certificates, decisionAboutACertificate_hidesBehindNoInspection)
{
    const QString inspection = accepted();
    server.pushOne(officer, issue(inspection));
    Change suspend = stateChange(certificateOf(inspection)->id(), QStringLiteral("suspend"));
    suspend.fields.insert(QStringLiteral("inspection"), {QJsonValue::Null, inspection});
    EXPECT_EQ(server.pushOne(officer, suspend).field, QStringLiteral("inspection"));
}

TEST_P(Certificates, renewal_isOfWhatIsInForceAndNotSuspended)
{
    const QString first = accepted();
    const QString full = QStringLiteral("full");
    const QString renew = QStringLiteral("renew");
    EXPECT_EQ(server.pushOne(officer, issue(first, full, renew)).code, protocol::code::kWrongState) << "none to renew";
    ASSERT_EQ(server.pushOne(officer, issue(first)).outcome, Outcome::Applied);
    const QString id = certificateOf(first)->id();
    const QString second = accepted();
    ASSERT_EQ(server.pushOne(officer, stateChange(id, QStringLiteral("suspend"))).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(officer, issue(second, full, renew)).code, protocol::code::kWrongState);
    ASSERT_EQ(server.pushOne(officer, stateChange(id, QStringLiteral("reinstate"))).outcome, Outcome::Applied);
    server.clock().set(QDateTime(QDate(2028, 11, 20), QTime(6, 0), Qt::UTC)); // three days before its end
    officer = server.signIn(QStringLiteral("officer.one"));
    ASSERT_EQ(server.pushOne(officer, issue(second, full, renew)).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("superseded"));
    EXPECT_EQ(server.stored(id)->text("state_reason"),
              QStringLiteral("renewed by ") + certificateOf(second)->text("number"));
    EXPECT_EQ(certificateOf(second)->text("valid_until"), QStringLiteral("2030-11-19"));
    server.clock().set(QDateTime(QDate(2030, 11, 20), QTime(6, 0), Qt::UTC)); // and a day after the second one's
    officer = server.signIn(QStringLiteral("officer.one"));
    inspector = server.signIn(QStringLiteral("inspector.one"));
    EXPECT_EQ(server.pushOne(officer, issue(accepted(), full, renew)).code, protocol::code::kWrongState)
        << "over by itself, though nobody has written it down";
}

TEST_P(Certificates, certificateOfAnotherProvince_isNotReachedByWayOfAnOwnInspection)
{
    const QString inspection = accepted();
    server.pushOne(officer, issue(inspection));
    const QString certificate = certificateOf(inspection)->id();
    const QStringList sindh{QStringLiteral("PK-SD")};
    const Session other = server.join(QStringLiteral("officer.sindh"), Role::Officer, sindh);
    const Session visitor = server.join(QStringLiteral("inspector.sindh"), Role::Inspector, sindh);
    const Change house = create(server.ids(), Entity::Building,
                                buildingFields(kKarachi, QStringLiteral("KHI-0001"), QStringLiteral("South (sample)")));
    QJsonObject fields = draftFields(visitor.actor.accountId);
    fields.insert(QStringLiteral("building"), house.id);
    const Change visit = create(server.ids(), Entity::Inspection, fields);
    for (const protocol::ChangeResult &result : server.push(visitor, {house, visit}))
        ASSERT_EQ(result.outcome, Outcome::Applied);

    const Change revoke = create(server.ids(), Entity::Decision,
                                 {{QStringLiteral("kind"), QStringLiteral("revoke")},
                                  {QStringLiteral("inspection"), visit.id},
                                  {QStringLiteral("certificate"), certificate},
                                  {QStringLiteral("officer"), other.actor.accountId},
                                  {QStringLiteral("reason"), QStringLiteral("Reason.")},
                                  {QStringLiteral("made_at"), QStringLiteral("2026-11-24T05:30:00.000Z")}});
    EXPECT_EQ(server.pushOne(other, revoke).code, protocol::code::kScopeRevoked);
    EXPECT_EQ(server.stored(certificate)->text("state"), QStringLiteral("issued"));
}

TEST_P(Certificates, expiry_isSaidFromTheNextDayAndKeptByTheTidying)
{
    const QString inspection = accepted();
    server.pushOne(officer, issue(inspection));
    const QString number = certificateOf(inspection)->ukey;
    server.clock().set(QDateTime(QDate(2028, 11, 23), QTime(18, 59), Qt::UTC)); // 23:59 in Pakistan
    EXPECT_EQ(publicState(number), QStringLiteral("valid"));
    server.clock().advance(60'000);
    EXPECT_EQ(publicState(number), QStringLiteral("expired"));
    EXPECT_TRUE(verify(number).body.contains("Expired certificate"));
    EXPECT_EQ(certificateOf(inspection)->text("state"), QStringLiteral("issued"));
    ASSERT_TRUE(server.core().tidy());
    EXPECT_EQ(certificateOf(inspection)->text("state"), QStringLiteral("expired"));
    ASSERT_TRUE(server.core().tidy());
    EXPECT_EQ(certificateOf(inspection)->record.rev, 2) << "once is enough";
}

TEST_P(Certificates, scannedCode_isCheckedAgainstTheRegister)
{
    const QString inspection = accepted();
    server.pushOne(officer, issue(inspection));
    const QString number = certificateOf(inspection)->ukey;
    const QString code = certificateOf(inspection)->text("payload");
    const ApiResponse good = form("number=" + number.toLatin1() + "&code=" + encoded(code));
    EXPECT_EQ(good.status, 200);
    EXPECT_TRUE(good.body.contains("The scanned code is genuine"));
    EXPECT_EQ(form("code=" + encoded(code)).status, 200) << "a code names its certificate itself";
    EXPECT_EQ(verify(number, QStringLiteral("?code=") + QString::fromLatin1(encoded(code))).status, 200);

    QString tampered = code;
    tampered[code.size() / 2] = code.at(code.size() / 2) == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
    const ApiResponse bad = form("number=" + number.toLatin1() + "&code=" + encoded(tampered));
    EXPECT_EQ(bad.status, 422);
    EXPECT_TRUE(bad.body.contains("This code is not genuine"));
    EXPECT_FALSE(bad.body.contains("The scanned code is genuine"));

    auto stranger = SigningKey::generate(server.core().key().keyId(), QDate(2026, 1, 1));
    const auto keys = issuerKeys(server.core().stores().ofThisThread().value()->database());
    auto claims = verifyCertificate(code, *keys)->claims;
    claims.seats = 700;
    EXPECT_EQ(form("code=" + encoded(*encodeCertificate(claims, *stranger))).status, 422) << "another's key";
    const ApiResponse other =
        form("number=" + number.toLatin1() + "&code=" + encoded(*encodeCertificate(claims, server.core().key())));
    EXPECT_EQ(other.status, 422) << "genuinely signed, but not what the register says";
    EXPECT_TRUE(other.body.contains("does not belong"));
}

TEST_P(Certificates, unknownNumbers_areSaidToBeUnknownAndNothingIsEchoedRaw)
{
    EXPECT_EQ(verify(QStringLiteral("PK-2026-999999")).status, 404);
    const ApiResponse odd = verify(QStringLiteral("<script>alert(1)"));
    EXPECT_EQ(odd.status, 404);
    EXPECT_FALSE(odd.body.toLower().contains("<script"));
    EXPECT_TRUE(odd.headers.value("Content-Security-Policy").startsWith("default-src 'none'; style-src 'sha256-"));
    EXPECT_EQ(server.call("GET", QStringLiteral("/api/v1/public/certificates/PK-2026-999999")).status, 404);
    EXPECT_EQ(server.call("GET", QStringLiteral("/verify")).status, 200);
}

TEST_P(Certificates, page_escapesWhatTheRecordsHoldAndSpeaksUrdu)
{
    const FieldChanges name =
        one(QStringLiteral("name"), QStringLiteral("Mill"), QStringLiteral("<b onload=x>Mill & Co</b>"));
    server.pushOne(officer, patch(server.ids(), Entity::Building, building, 1, name));
    const QString inspection = accepted();
    server.pushOne(officer, issue(inspection));
    const ApiResponse page = verify(certificateOf(inspection)->ukey, QStringLiteral("?lang=ur"));
    EXPECT_TRUE(page.body.contains("&lt;b onload=x&gt;Mill &amp; Co&lt;/b&gt;"));
    EXPECT_FALSE(page.body.contains("<b onload"));
    EXPECT_TRUE(page.body.contains("<html lang=\"ur\" dir=\"rtl\">"));
    EXPECT_TRUE(page.body.contains("یہ سند درست ہے"));
    EXPECT_FALSE(page.body.contains("Owner (sample)"));
}

TEST_P(Certificates, numbers_haveNoGapsAndStartAnewEachYear)
{
    QStringList numbers;
    for (int i = 0; i < 3; ++i) {
        const QString inspection = accepted();
        Change decision = issue(inspection);
        Change wrong = issue(inspection);
        wrong.fields.insert(QStringLiteral("seats"), {QJsonValue::Null, QJsonValue::Null});
        server.push(officer, {wrong, decision});
        numbers.append(certificateOf(inspection)->ukey);
        server.pushOne(officer, stateChange(certificateOf(inspection)->id(), QStringLiteral("revoke")));
    }
    EXPECT_EQ(numbers, (QStringList{QStringLiteral("PK-2026-000001"), QStringLiteral("PK-2026-000002"),
                                    QStringLiteral("PK-2026-000003")}));
    const QString inspection = accepted();
    server.clock().set(QDateTime(QDate(2026, 12, 31), QTime(20, 0), Qt::UTC)); // 1 January in Pakistan
    officer = server.signIn(QStringLiteral("officer.one"));
    server.pushOne(officer, issue(inspection));
    EXPECT_EQ(certificateOf(inspection)->ukey, QStringLiteral("PK-2027-000001"));
}

TEST_P(Certificates, claimsOutOfTheirRange_takeNoNumber)
{
    const QString inspection = accepted();
    server.clock().set(
        QDateTime(QDate(2199, 6, 1), QTime(6, 0), Qt::UTC)); // two years on, no day is certified any more
    officer = server.signIn(QStringLiteral("officer.one"));
    EXPECT_EQ(server.pushOne(officer, issue(inspection)).code, protocol::code::kInvalid);
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM counter WHERE name = 'certificate-2199'")).toInt(), 0);
}

MARKAZ_ON_BOTH(Certificates);

} // namespace
} // namespace markaz::server::test
