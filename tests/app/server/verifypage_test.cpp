// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the public is told of a certificate or a code: each state by its own token and words, on the page and in JSON,
// and how often one address may ask.
#include "app/server/api/publicrate.h"
#include "app/server/store/issuer.h"
#include "app/server/store/signedkeys.h"
#include "core/security/certificatepayload.h"
#include "tests/app/server/visits.h"

#include <QJsonDocument>
#include <QSet>

namespace markaz::server::test {
namespace {

class VerifyPages : public Visits
{
protected:
    struct Told
    {
        int status = 0;
        QJsonObject json;
        QString token; ///< of the page's first banner
        QByteArray page;
    };
    /// Asks twice, as a browser and as a program, and finds that both are told the same.
    Told ask(const QString &number, const QString &code = {})
    {
        QByteArray body = "number=" + QUrl::toPercentEncoding(number) + "&code=" + QUrl::toPercentEncoding(code);
        const HttpHeaders form{{"content-type", "application/x-www-form-urlencoded"}};
        const ApiResponse page = server.call("POST", QStringLiteral("/verify"), body, {}, form);
        HttpHeaders program = form;
        program.insert("accept", "application/json");
        const ApiResponse json = server.call("POST", QStringLiteral("/verify"), body, {}, program);
        EXPECT_EQ(json.mediaType, "application/json");
        EXPECT_EQ(page.status, json.status);
        Told told{json.status, QJsonDocument::fromJson(json.body).object(), {}, page.body};
        const QByteArray mark = "data-verdict=\"";
        const qsizetype at = page.body.indexOf(mark) + mark.size();
        told.token = QString::fromLatin1(page.body.mid(at, page.body.indexOf('"', at) - at));
        EXPECT_EQ(told.token, told.json.value(QStringLiteral("verdict")).toString());
        return told;
    }
    QString verdictOf(const QString &number, const QString &code = {}) { return ask(number, code).token; }
    QString publicState(const QString &number)
    {
        const ApiResponse response = server.call("GET", QStringLiteral("/api/v1/public/certificates/") + number);
        return QJsonDocument::fromJson(response.body).object().value(QStringLiteral("state")).toString();
    }
    /// A number and the code of a certificate in force.
    std::pair<QString, QString> certified()
    {
        m_inspection = accepted();
        EXPECT_EQ(server.pushOne(officer, issue(m_inspection)).outcome, Outcome::Applied);
        return {certificateOf(m_inspection)->ukey, certificateOf(m_inspection)->text("payload")};
    }
    void decide(const char *kind)
    {
        EXPECT_EQ(server.pushOne(officer, stateChange(certificateOf(m_inspection)->id(), QLatin1String(kind))).outcome,
                  Outcome::Applied);
    }
    QString m_inspection;
};

TEST_P(VerifyPages, everyStateOfTheRegister_hasItsOwnTokenAndWords)
{
    const auto [number, code] = certified();
    const Told valid = ask(number, code);
    EXPECT_EQ(valid.status, 200);
    EXPECT_EQ(valid.token, QStringLiteral("valid"));
    EXPECT_EQ(valid.json.value(QStringLiteral("code")).toString(), QStringLiteral("genuine"));
    EXPECT_TRUE(valid.page.contains("Valid certificate"));
    decide("suspend");
    const Told suspended = ask(number, code);
    EXPECT_EQ(suspended.token, QStringLiteral("suspended"));
    EXPECT_EQ(suspended.json.value(QStringLiteral("since")).toString(), QStringLiteral("2026-11-24"));
    EXPECT_TRUE(suspended.page.contains("Suspended certificate"));
    EXPECT_FALSE(suspended.page.contains("Compare with the paper.")) << "there is nothing to rely on";
    decide("reinstate");
    EXPECT_EQ(verdictOf(number), QStringLiteral("valid"));
    decide("revoke");
    const Told revoked = ask(number, code);
    EXPECT_EQ(revoked.token, QStringLiteral("revoked"));
    EXPECT_EQ(revoked.status, 200) << "the code is genuine, and the register knows it";
    EXPECT_TRUE(revoked.page.contains("Revoked certificate"));

    const auto [second, other] = certified();
    server.clock().set(QDateTime(QDate(2026, 11, 23), QTime(6, 0), Qt::UTC));
    const Told early = ask(second);
    EXPECT_EQ(early.token, QStringLiteral("not_begun"));
    EXPECT_EQ(publicState(second), QStringLiteral("not_begun"));
    EXPECT_TRUE(early.page.contains("Not valid yet"));
    server.clock().set(QDateTime(QDate(2028, 11, 24), QTime(6, 0), Qt::UTC));
    const Told expired = ask(second, other);
    EXPECT_EQ(expired.token, QStringLiteral("expired"));
    EXPECT_TRUE(expired.page.contains("Expired certificate"));
    EXPECT_EQ(publicState(second), QStringLiteral("expired"));
    const Told unknown = ask(QStringLiteral("PK-2026-999999"));
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(unknown.token, QStringLiteral("unknown"));
    EXPECT_EQ(unknown.json.value(QStringLiteral("about")).toString(), QStringLiteral("number"));
    EXPECT_EQ(publicState(QStringLiteral("PK-2026-999999")), QStringLiteral("unknown"));
}

TEST_P(VerifyPages, everythingThatCanBeWrongWithACode_hasItsOwnTokenAndWords)
{
    const auto [number, code] = certified();
    QString bent = code;
    bent[code.size() / 2] = code.at(code.size() / 2) == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
    const Told tampered = ask(number, bent);
    EXPECT_EQ(tampered.status, 422);
    EXPECT_EQ(tampered.token, QStringLiteral("tampered"));
    EXPECT_EQ(tampered.json.value(QStringLiteral("register")).toString(), QStringLiteral("valid"))
        << "what the number says stands beside, and below";
    EXPECT_TRUE(tampered.page.contains("What the register says of this number"));
    EXPECT_FALSE(tampered.page.contains("Compare with the paper.")) << "the verdict is not valid";

    const auto keys = issuerKeys(server.core().stores().ofThisThread().value()->database());
    CertificateClaims claims = verifyCertificate(code, *keys)->claims;
    const auto stranger = SigningKey::generate(QStringLiteral("2026-Z"), QDate(2026, 1, 1));
    const Told unknown = ask({}, *encodeCertificate(claims, *stranger));
    EXPECT_EQ(unknown.status, 422);
    EXPECT_EQ(unknown.token, QStringLiteral("unknown"));
    EXPECT_EQ(unknown.json.value(QStringLiteral("about")).toString(), QStringLiteral("code"));
    EXPECT_TRUE(unknown.page.contains("Unknown signature"));
    EXPECT_FALSE(unknown.page.contains("Unknown certificate")) << "the number is none that anybody vouches for";

    claims.seats = 700;
    const Told differs = ask(number, *encodeCertificate(claims, server.core().key()));
    EXPECT_EQ(differs.status, 422);
    EXPECT_EQ(differs.token, QStringLiteral("differs"));
    claims.number = QStringLiteral("PK-2026-000777");
    const QString lost = *encodeCertificate(claims, server.core().key());
    EXPECT_EQ(verdictOf(number, lost), QStringLiteral("differs")) << "of another certificate";
    const Told none = ask({}, lost);
    EXPECT_EQ(none.status, 404) << "genuine, and the register has no such number";
    EXPECT_EQ(none.token, QStringLiteral("unknown"));
    EXPECT_EQ(none.json.value(QStringLiteral("number")).toString(), QStringLiteral("PK-2026-000777"));

    claims.issuedAt = QDateTime(QDate(2025, 1, 1), QTime(6, 0), Qt::UTC); // before the key was made
    EXPECT_EQ(verdictOf({}, *encodeCertificate(claims, server.core().key())), QStringLiteral("key_revoked"));
    QSet<QByteArray> titles;
    for (const Told &told : {tampered, unknown, differs, none}) {
        const qsizetype from = told.page.indexOf("<b lang=\"en\"");
        titles.insert(told.page.mid(from, told.page.indexOf("</b>", from) - from));
    }
    EXPECT_EQ(titles.size(), 4) << "nobody takes one for another";
}

TEST_P(VerifyPages, codeOfARevokedKey_isSaidToBeOne)
{
    const auto [number, code] = certified();
    Store &store = *server.core().stores().ofThisThread().value();
    const QString stolen = server.core().key().keyId();
    const PublicKey made = makeNext(store.database(), server.location().dataFolder, server.clock()).value();
    IssuerKeys next = nextKeys(store, server.clock()).value();
    for (IssuerKey &key : next.keys)
        key.revokedAt = key.key.keyId == stolen ? next.at : QString();
    next.keys.append({made, {}, {}});
    const auto root = SigningKey::load(rootPathIn(server.location().dataFolder));
    ASSERT_TRUE(acceptKeys(store, signIssuerKeys(next, *root).value(), server.clock()));
    const Told page = ask(number, code);
    EXPECT_EQ(page.status, 422);
    EXPECT_EQ(page.token, QStringLiteral("key_revoked"));
    EXPECT_TRUE(page.page.contains("Signed with a withdrawn key"));
    EXPECT_EQ(publicState(number), QStringLiteral("key_revoked")) << "until it is signed anew";
    ASSERT_EQ(*takeUpNext(server.location().dataFolder, *signedKeys(store).value()), made.keyId);
    server.use(server.another());
    Store &again = *server.core().stores().ofThisThread().value();
    ASSERT_EQ(signAnew(again, server.core().key(), stolen, server.clock()).value(), 1);
    EXPECT_EQ(verdictOf(number), QStringLiteral("valid"));
    EXPECT_EQ(verdictOf({}, code), QStringLiteral("key_revoked")) << "the old paper says that a new one is to be had";
}

TEST_P(VerifyPages, entryThatWasAlteredInTheDatabase_isNotSaidToBeValid)
{
    const auto [number, code] = certified();
    decide("suspend");
    decide("reinstate");
    const bool sqlite = QLatin1String(GetParam()) == QLatin1String("sqlite");
    server.run(QStringLiteral("UPDATE record SET data = %1 WHERE entity = 'certificate'")
                   .arg(sqlite ? QStringLiteral("json_set(data, '$.payload', 'MKZ1:OTHER')")
                               : QStringLiteral("jsonb_set(data, '{payload}', '\"MKZ1:OTHER\"')")));
    const Told page = ask(number);
    EXPECT_EQ(page.token, QStringLiteral("damaged"));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.page.contains("signature does not hold"));
    EXPECT_FALSE(page.json.contains(QStringLiteral("since"))) << "that day says nothing of the damage";
    EXPECT_EQ(verdictOf(number, code), QStringLiteral("damaged")) << "it is not the paper that is wrong";
}

TEST_P(VerifyPages, certificateOfSampleData_isNoValidOneForAProgram)
{
    const QString number = certified().first;
    const bool sqlite = QLatin1String(GetParam()) == QLatin1String("sqlite");
    server.run(QStringLiteral("UPDATE record SET data = %1 WHERE entity = 'certificate'")
                   .arg(sqlite ? QStringLiteral("json_set(data, '$.sample', json('true'))")
                               : QStringLiteral("jsonb_set(data, '{sample}', 'true')")));
    const ApiResponse answer =
        server.call("GET", QStringLiteral("/verify/") + number, {}, {}, {{"accept", "application/json"}});
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    EXPECT_EQ(json.value(QStringLiteral("verdict")).toString(), QStringLiteral("sample"));
    EXPECT_EQ(json.value(QStringLiteral("register")).toString(), QStringLiteral("valid"));
}

/// What is signed anew bears the moment of that, and the paper the one of before.
TEST_P(VerifyPages, paperThatDiffersInTheMomentOfItsSignatureAlone_isGenuine)
{
    const auto [number, code] = certified();
    const auto keys = issuerKeys(server.core().stores().ofThisThread().value()->database());
    CertificateClaims claims = verifyCertificate(code, *keys)->claims;
    claims.issuedAt = claims.issuedAt.addSecs(-3600);
    const Told page = ask(number, *encodeCertificate(claims, server.core().key()));
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.token, QStringLiteral("valid"));
}

TEST_P(VerifyPages, programThatAsksForNothing_isToldSo)
{
    const ApiResponse response =
        server.call("GET", QStringLiteral("/verify"), {}, {}, {{"accept", "application/json"}});
    EXPECT_EQ(response.status, 400);
    EXPECT_EQ(QJsonDocument::fromJson(response.body).object().value(QStringLiteral("field")).toString(),
              QStringLiteral("number"));
    const ApiResponse browser = server.call("GET", QStringLiteral("/verify"), {}, {},
                                            {{"accept", "text/html,application/json;q=0.9,*/*;q=0.8"}});
    EXPECT_TRUE(browser.mediaType.startsWith("text/html"));
}

/// A form from the page itself is far from that; what comes from elsewhere gets a page all the same.
TEST_P(VerifyPages, moreThanAFormHolds_isTurnedAwayWithAPage)
{
    const QByteArray much = "lang=ur&code=" + QByteArray(16 * 1024, 'A');
    const HttpHeaders form{{"content-type", "application/x-www-form-urlencoded"}};
    const ApiResponse page = server.call("POST", QStringLiteral("/verify?lang=ur"), much, {}, form);
    EXPECT_EQ(page.status, 413);
    EXPECT_TRUE(page.mediaType.startsWith("text/html"));
    EXPECT_TRUE(page.body.contains("<html lang=\"ur\" dir=\"rtl\">"));
    EXPECT_TRUE(page.body.contains("This is too much to be a certificate")) << "in English too";
    EXPECT_TRUE(page.body.contains("یہ سند کے لیے بہت زیادہ مواد ہے"));
    EXPECT_TRUE(page.body.contains("<form method=\"post\" action=\"/verify?lang=ur\">")) << "the way on";
    EXPECT_FALSE(page.body.contains("data-verdict")) << "nothing is said of a certificate";
    EXPECT_TRUE(page.headers.contains("Content-Security-Policy"));
    HttpHeaders program = form;
    program.insert("accept", "application/json");
    const ApiResponse problem = server.call("POST", QStringLiteral("/verify"), much, {}, program);
    EXPECT_EQ(problem.status, 413);
    EXPECT_EQ(codeOf(problem), protocol::code::kTooLarge);
}

TEST_P(VerifyPages, inUrdu_monthsHaveTheirUrduNames)
{
    const QString number = certified().first;
    const QString path = QStringLiteral("/verify/") + number;
    const ApiResponse english = server.call("GET", path);
    EXPECT_TRUE(english.body.contains("24 November 2026"));
    EXPECT_TRUE(english.body.contains("23 November 2028"));
    const ApiResponse urdu = server.call("GET", path + QStringLiteral("?lang=ur"));
    EXPECT_TRUE(urdu.body.contains("<bdi dir=\"ltr\">24</bdi> نومبر <bdi dir=\"ltr\">2026</bdi>"));
    EXPECT_TRUE(urdu.body.contains("<bdi dir=\"ltr\">23</bdi> نومبر <bdi dir=\"ltr\">2028</bdi>"));
    EXPECT_FALSE(urdu.body.contains("November"));
}

TEST_P(VerifyPages, whoAsksTooOften_isAskedToWait)
{
    int answered = 0;
    const QString page = QStringLiteral("/verify/PK-2026-999999");
    while (answered <= PublicRate::kAtOnce && server.call("GET", page).status == 404)
        ++answered;
    EXPECT_EQ(answered, PublicRate::kAtOnce);
    const ApiResponse refused = server.call("GET", page + QStringLiteral("?lang=ur"));
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.headers.value("Retry-After"), "1");
    EXPECT_TRUE(refused.body.contains("Too many questions")) << refused.body.constData();
    EXPECT_TRUE(refused.body.contains("<html lang=\"ur\" dir=\"rtl\">"));
    EXPECT_TRUE(refused.headers.contains("Content-Security-Policy"));
    const ApiResponse form = server.call("POST", QStringLiteral("/verify"), "number=PK-2026-999999&lang=ur", {},
                                         {{"content-type", "application/x-www-form-urlencoded"}});
    EXPECT_EQ(form.status, 429);
    EXPECT_TRUE(form.body.contains("<html lang=\"ur\" dir=\"rtl\">")) << "the form's language stands in its body";
    const ApiResponse centres = server.call("GET", QStringLiteral("/centres?lang=ur"));
    EXPECT_EQ(centres.status, 429);
    EXPECT_TRUE(centres.body.contains("<html lang=\"ur\" dir=\"rtl\">"));
    const ApiResponse english = server.call("GET", QStringLiteral("/centres"));
    EXPECT_TRUE(english.body.contains("Too many questions") && english.body.contains("list of centres"));
    EXPECT_FALSE(english.body.contains("Verify")) << "it is another page";
    EXPECT_TRUE(english.headers.contains("Content-Security-Policy"));
    for (const char *path : {"keys", "revocations", "centres", "certificates/PK-2026-000001"}) {
        const ApiResponse list = server.call("GET", QStringLiteral("/api/v1/public/") + QLatin1String(path));
        EXPECT_EQ(list.status, 429) << path;
        EXPECT_EQ(codeOf(list), protocol::code::kBusy);
    }
    EXPECT_EQ(server.call("GET", QStringLiteral("/api/v1/health")).status, 200) << "laptops are served meanwhile";
    EXPECT_FALSE(server.pullAll(officer).isEmpty());
    server.clock().advance(1000);
    EXPECT_EQ(server.call("GET", page).status, 404);
}

TEST(PublicRates, addresses_areCountedByThemselvesAndByTheirLine)
{
    FixedClock clock(QDateTime(QDate(2026, 11, 24), QTime(6, 0), Qt::UTC));
    PublicRate rate(clock);
    const auto drain = [&](const QString &address) {
        int taken = 0;
        while (!rate.take(address))
            ++taken;
        return taken;
    };
    EXPECT_EQ(drain(QStringLiteral("192.0.2.1")), PublicRate::kAtOnce);
    EXPECT_EQ(drain(QStringLiteral("192.0.2.2")), PublicRate::kAtOnce);
    EXPECT_EQ(drain(QStringLiteral("2001:db8::1")), PublicRate::kAtOnce);
    EXPECT_EQ(drain(QStringLiteral("2001:db8::ffff")), 0) << "one line has them all";
    clock.advance(2000);
    EXPECT_EQ(drain(QStringLiteral("192.0.2.1")), 2 * PublicRate::kEachSecond);
    clock.advance(-60'000);
    EXPECT_EQ(drain(QStringLiteral("192.0.2.1")), 0) << "a clock that was set back gives nothing";
    clock.advance(3600 * 1000);
    EXPECT_EQ(drain(QStringLiteral("192.0.2.1")), PublicRate::kAtOnce) << "and no more than a bucket";
    for (int i = 0; i < 3 * PublicRate::kMostAddresses; ++i)
        EXPECT_FALSE(rate.take(QStringLiteral("10.%1.%2.%3").arg(i / 65536).arg(i / 256 % 256).arg(i % 256)));
}

MARKAZ_ON_BOTH(VerifyPages);

} // namespace
} // namespace markaz::server::test
