// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the programs sign is COSE_Sign1 and no dialect of it: an implementation by other hands (cose.mjs) verifies their
// certificates, refuses what we refuse, and signs what we take.
#include "core/security/issuerkeys.h"
#include "core/storage/database.h"
#include "tests/support/childprocess.h"
#include "tests/support/httpclient.h"
#include "tests/support/paths.h"
#include "tests/support/sampleclaims.h"
#include "tests/support/serverprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::test {
namespace {

constexpr int kCertificates = 12;

QString base64Url(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// What the other implementation answers to \p asked, in order; each as the head of cose.mjs has it.
QList<QJsonObject> answers(const QString &verb, const QList<QJsonObject> &asked)
{
    QByteArray lines;
    for (const QJsonObject &one : asked)
        lines += QJsonDocument(one).toJson(QJsonDocument::Compact) + '\n';
    const auto said = runToEnd(
        QStringLiteral("node"),
        {sourcePath(QStringLiteral("tests/conformance/cose/cose.mjs")), buildPath(QStringLiteral("node/cose")), verb},
        lines, 120'000);
    EXPECT_TRUE(said.ok()) << qPrintable(said.ok() ? QString() : said.error().detail);
    QList<QJsonObject> all;
    const QByteArrayList told = said.ok() ? said->trimmed().split('\n') : QByteArrayList();
    for (const QByteArray &line : told)
        all.append(QJsonDocument::fromJson(line).object());
    return all;
}

/// The claims under the numbers that certificatepayload.h gives them.
QJsonArray numbered(const CertificateClaims &c)
{
    const QDate epoch(1970, 1, 1);
    const QJsonArray values{c.number,
                            c.buildingCode,
                            c.buildingName,
                            c.buildingPlace,
                            c.grade,
                            c.seats,
                            c.tier,
                            c.scoreBp,
                            epoch.daysTo(c.validFrom),
                            epoch.daysTo(c.validUntil),
                            c.standard,
                            c.standardVersion,
                            c.issuedAt.toMSecsSinceEpoch(),
                            c.sample};
    QJsonArray all;
    for (int i = 0; i < values.size(); ++i)
        all.append(QJsonArray{i + 1, values.at(i)});
    return all;
}

/// A server with sample data: its certificates, and the keys that it tells everybody.
class Cose : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_folder = new QTemporaryDir;
        const QString data = s_folder->filePath(QStringLiteral("server"));
        const auto made =
            ServerProcess::command({QStringLiteral("sample"), QStringLiteral("--data"), data, QStringLiteral("--seed"),
                                    QStringLiteral("7"), QStringLiteral("--buildings"), QStringLiteral("60"),
                                    QStringLiteral("--inspections"), QStringLiteral("160")});
        ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
        const auto server = ServerProcess::start({data, {}});
        ASSERT_TRUE(server.ok()) << qPrintable(server.error().detail);
        const auto told = HttpClient((*server)->url()).get("/api/v1/public/keys");
        ASSERT_TRUE(told.ok()) << qPrintable(told.error().detail);
        s_keys = IssuerKeys::fromJson(told->json()).value();
        ASSERT_TRUE(verifyIssuerKeys(s_keys).ok());
        ASSERT_TRUE((*server)->terminate().ok());

        const auto database = Database::openSqlite(data + QStringLiteral("/markaz.sqlite"));
        ASSERT_TRUE(database.ok()) << qPrintable(database.error().detail);
        auto rows =
            (*database)->run(QStringLiteral("SELECT data ->> 'payload' FROM record WHERE entity = 'certificate' "
                                            "ORDER BY ukey LIMIT %1")
                                 .arg(kCertificates));
        ASSERT_TRUE(rows.ok()) << qPrintable(rows.error().detail);
        while ((*rows)->next())
            s_codes.append((*rows)->value(0).toString());
        ASSERT_EQ(s_codes.size(), kCertificates);
    }
    static void TearDownTestSuite()
    {
        delete s_folder;
        s_folder = nullptr;
    }
    static QList<QJsonObject> asked()
    {
        QJsonObject keys;
        for (const IssuerKey &one : std::as_const(s_keys.keys))
            keys.insert(one.key.keyId, base64Url(one.key.bytes));
        QList<QJsonObject> all;
        for (const QString &code : std::as_const(s_codes))
            all.append({{QStringLiteral("code"), code}, {QStringLiteral("keys"), keys}});
        return all;
    }

    static inline QTemporaryDir *s_folder = nullptr;
    static inline IssuerKeys s_keys;
    static inline QStringList s_codes;
};

TEST_F(Cose, certificatesOfTheServer_holdForTheOtherImplementation_andSayTheSame)
{
    const QList<QJsonObject> told = answers(QStringLiteral("check"), asked());
    ASSERT_EQ(told.size(), kCertificates);
    for (int i = 0; i < kCertificates; ++i) {
        const auto ours = verifyCertificate(s_codes.at(i), s_keys);
        ASSERT_TRUE(ours.ok()) << qPrintable(ours.error().detail);
        EXPECT_EQ(told.at(i).value(QStringLiteral("kid")).toString(), ours->keyId)
            << qPrintable(told.at(i).value(QStringLiteral("refused")).toString());
        EXPECT_EQ(told.at(i).value(QStringLiteral("claims")).toArray(), numbered(ours->claims)) << i;
    }
}

TEST_F(Cose, aBitOfAnyByteChanged_isRefusedByBoth)
{
    const QList<QJsonObject> bent = answers(QStringLiteral("bend"), asked());
    ASSERT_GE(bent.size(), kCertificates * 150) << "a message has its signature of 64 bytes and the claims";
    for (const QJsonObject &one : bent) {
        const QString code = one.value(QStringLiteral("code")).toString();
        ASSERT_TRUE(code.startsWith(kCertificatePrefix));
        EXPECT_EQ(one.value(QStringLiteral("holds")), QJsonValue(false)) << qPrintable(code);
        EXPECT_FALSE(verifyCertificate(code, s_keys).ok()) << qPrintable(code);
    }
    RecordProperty("changed", static_cast<int>(bent.size()));
}

/// With a key of this test, whose set a root of this test vouches for.
TEST_F(Cose, whatTheOtherImplementationSigns_isTakenByMarkazVerify)
{
    const QByteArray seed(32, 'c');
    const auto root = SigningKey::fromSeed(SecretKey::fromBytes(QByteArray(32, 'r')).value(),
                                           QStringLiteral("root-2026"), QDate(2026, 1, 1));
    const auto issuer =
        SigningKey::fromSeed(SecretKey::fromBytes(seed).value(), QStringLiteral("2026-C"), QDate(2026, 1, 1));
    IssuerKeys set;
    set.number = 1;
    set.at = QStringLiteral("2026-01-02T09:00:00.000Z");
    set.keys = {{issuer->publicKey(), {}, {}}};
    QFile file(s_folder->filePath(QStringLiteral("keys.json")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(signIssuerKeys(set, *root).value().toJson()).toJson());
    file.close();

    QList<CertificateClaims> claims{sampleClaims(1), sampleClaims(2), sampleClaims(3)};
    for (CertificateClaims &one : claims) { // in force, whenever this runs
        one.validFrom = QDate::currentDate().addDays(-10);
        one.validUntil = QDate::currentDate().addDays(10);
    }
    claims[1].buildingName = QStringLiteral("نمونہ چوک آفس فلور");
    claims[2].grade = QStringLiteral("provisional");
    claims[2].buildingPlace = QString(120, QLatin1Char('x'));
    QList<QJsonObject> asked;
    for (const CertificateClaims &one : std::as_const(claims))
        asked.append({{QStringLiteral("kid"), issuer->keyId()},
                      {QStringLiteral("x"), base64Url(issuer->publicKey().bytes)},
                      {QStringLiteral("d"), base64Url(seed)},
                      {QStringLiteral("claims"), numbered(one)}});
    const QList<QJsonObject> made = answers(QStringLiteral("sign"), asked);
    ASSERT_EQ(made.size(), claims.size());
    for (int i = 0; i < claims.size(); ++i) {
        const auto said =
            runToEnd(desktopProgram(), {QStringLiteral("verify"), QStringLiteral("--keys"), file.fileName(),
                                        made.at(i).value(QStringLiteral("code")).toString()});
        ASSERT_TRUE(said.ok()) << qPrintable(said.error().detail);
        EXPECT_TRUE(said->startsWith("valid\n")) << said->constData();
        EXPECT_TRUE(said->contains(claims.at(i).number.toUtf8())) << said->constData();
        EXPECT_TRUE(said->contains(claims.at(i).buildingName.toUtf8())) << said->constData();
    }
}

} // namespace
} // namespace markaz::test
