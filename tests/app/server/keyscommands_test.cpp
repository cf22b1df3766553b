// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// "markaz-server keys ..." as whoever runs the server types it, with the root key in the folder and away from it.
#include "core/security/issuerkeys.h"
#include "core/storage/database.h"
#include "tests/app/server/runserver.h"
#include "tests/support/httpclient.h"
#include "tests/support/serverprocess.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::server::test {
namespace {

using markaz::test::HttpClient;
using markaz::test::ServerProcess;
using markaz::test::ServerStore;

class KeysCommands : public ::testing::Test
{
protected:
    QString path(const char *name) { return folder.filePath(QLatin1String(name)); }
    Ran run(const QStringList &words) { return runServer(words); }
    Ran keys(const QString &words)
    {
        return run(QStringLiteral("keys %1").arg(words).split(QLatin1Char(' '))
                   << QStringLiteral("--data") << path("data"));
    }
    void does(const QString &words)
    {
        const Ran ran = keys(words);
        EXPECT_EQ(ran.code, 0) << qPrintable(words) << ": " << qPrintable(ran.err);
    }
    void refuses(const QString &words, int code, const QString &sentence)
    {
        const Ran ran = keys(words);
        EXPECT_EQ(ran.code, code) << qPrintable(words) << ": " << qPrintable(ran.out);
        EXPECT_TRUE(ran.err.contains(sentence)) << qPrintable(words) << ": " << qPrintable(ran.err);
    }
    /// The set that a server of the folder tells, once it was started.
    IssuerKeys told()
    {
        auto server = ServerProcess::start(ServerStore{path("data"), {}});
        EXPECT_TRUE(server);
        HttpClient client((*server)->url());
        const auto answer = client.get("/api/v1/public/keys");
        EXPECT_TRUE(answer);
        const auto set = IssuerKeys::fromJson(QJsonDocument::fromJson(answer->body).object());
        EXPECT_TRUE(set.ok());
        return set ? *set : IssuerKeys();
    }
    /// The line of "keys list" about \p id.
    QString line(const QString &id)
    {
        const QStringList lines = keys(QStringLiteral("list")).out.split(QLatin1Char('\n'));
        for (const QString &one : lines) {
            if (one.startsWith(id + QLatin1Char(' ')))
                return one;
        }
        return {};
    }
    QTemporaryDir folder;
};

TEST_F(KeysCommands, rotateRetireAndRevoke_withTheRootInTheFolder)
{
    refuses(QStringLiteral("list"), 2, QStringLiteral("no store"));
    const IssuerKeys first = told();
    ASSERT_EQ(first.keys.size(), 1);
    const QString a = first.keys.first().key.keyId;
    EXPECT_TRUE(line(a).endsWith(QStringLiteral("signs, of this data folder"))) << qPrintable(line(a));
    refuses(QStringLiteral("retire ") + a, 1, QStringLiteral("keys rotate"));
    refuses(QStringLiteral("certify ") + a, 1, QStringLiteral("certified already"));
    refuses(QStringLiteral("revoke nothing"), 1, QStringLiteral("There is no key \"nothing\""));
    refuses(QStringLiteral("revoke"), 2, QStringLiteral("Name one key"));

    does(QStringLiteral("rotate"));
    EXPECT_TRUE(line(a).contains(QStringLiteral("retired after"))) << qPrintable(line(a));
    const IssuerKeys second = told();
    EXPECT_TRUE(mayFollow(first, second));
    ASSERT_EQ(second.keys.size(), 2);
    const QString b = second.keys.last().key.keyId;
    EXPECT_TRUE(line(b).endsWith(QStringLiteral("signs, of this data folder")));
    does(QStringLiteral("revoke ") + a);
    EXPECT_TRUE(line(a).contains(QStringLiteral("revoked at")));
    does(QStringLiteral("new-root"));
    const IssuerKeys third = told();
    EXPECT_TRUE(mayFollow(first, third)) << "a laptop that heard of nothing in between";
    EXPECT_NE(third.root.bytes, first.root.bytes);
    EXPECT_FALSE(third.find(a)->revokedAt.isEmpty());
    does(QStringLiteral("rotate")); // with the new root
    const Ran audit = run({QStringLiteral("verify-audit"), QStringLiteral("--data"), path("data")});
    EXPECT_EQ(audit.code, 0) << qPrintable(audit.out) << qPrintable(audit.err);
}

TEST_F(KeysCommands, newRootThatWasKilledOnItsWay_isTakenUpByTheNext)
{
    const IssuerKeys first = told();
    const SigningKey made = SigningKey::generate(QStringLiteral("root-2026-2"), QDate(2026, 1, 1)).value();
    ASSERT_TRUE(made.save(path("data/root-key.json.new"))); // before its set stood
    ASSERT_TRUE(QFile::copy(path("data/root-key.json"), path("old.json")));
    does(QStringLiteral("new-root"));
    const IssuerKeys second = told();
    EXPECT_EQ(second.root, made.publicKey());
    EXPECT_TRUE(mayFollow(first, second));
    EXPECT_FALSE(QFile::exists(path("data/root-key.json.new")));
    // After its set stood.
    ASSERT_TRUE(QFile::rename(path("data/root-key.json"), path("data/root-key.json.new")));
    ASSERT_TRUE(QFile::rename(path("old.json"), path("data/root-key.json")));
    does(QStringLiteral("rotate"));
    EXPECT_EQ(told().keys.size(), 2);
    EXPECT_EQ(SigningKey::load(path("data/root-key.json"))->publicKey(), made.publicKey());
}

TEST_F(KeysCommands, revocationThatWasKilledOnItsWay_isFinishedByTheNextCommand)
{
    const QString a = told().keys.first().key.keyId;
    does(QStringLiteral("rotate"));
    does(QStringLiteral("revoke ") + a);
    const auto database = Database::openSqlite(path("data/markaz.sqlite"));
    ASSERT_TRUE(database.ok());
    ASSERT_TRUE((*database)->run(QStringLiteral("PRAGMA foreign_keys = OFF")).ok());
    ASSERT_TRUE((*database)
                    ->run(QStringLiteral("INSERT INTO device_revocation (id, device, account, at, made_by, kid, "
                                         "signature) VALUES ('019a0000-0000-7000-8000-000000000001', "
                                         "'019a0000-0000-7000-8000-000000000002', "
                                         "'019a0000-0000-7000-8000-000000000003', '2026-11-24T06:00:00.000Z', "
                                         "'server', ?, '')"),
                          {a})
                    .ok());
    does(QStringLiteral("revoke ") + a);
    const auto row = (*database)->row(QStringLiteral("SELECT kid FROM device_revocation"));
    ASSERT_TRUE(row.ok() && row->has_value());
    EXPECT_NE((*row)->value(0).toString(), a);
}

TEST_F(KeysCommands, requestedSet_leavesTheOldKeyTimeUntilItIsAccepted)
{
    const IssuerKeys first = told();
    const QString a = first.keys.first().key.keyId;
    does(QStringLiteral("rotate --request ") + path("set.json"));
    QFile file(path("set.json"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    IssuerKeys set = IssuerKeys::fromJson(QJsonDocument::fromJson(file.readAll()).object()).value();
    file.close();
    const QDate today = QDateTime::currentDateTimeUtc().date();
    EXPECT_GT(set.find(a)->notAfter, today.addDays(1)) << "certificates that it signs until then hold";
    for (IssuerKey &key : set.keys) {
        if (key.key.keyId == a)
            key.notAfter = today.addDays(-1); // it was on its way for longer
    }
    const SigningKey root = SigningKey::load(path("data/root-key.json")).value();
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QJsonDocument(signIssuerKeys(set, root)->toJson()).toJson());
    file.close();
    refuses(QStringLiteral("accept ") + path("set.json"), 1, QStringLiteral("Request it anew"));
    EXPECT_EQ(told(), first);
}

TEST_F(KeysCommands, keyOfAnotherServer_isCertifiedByRequest)
{
    told();
    const SigningKey other = SigningKey::generate(QStringLiteral("2025-A"), QDate(2025, 1, 1)).value(); // sorts first
    {
        const auto database = Database::openSqlite(path("data/markaz.sqlite"));
        ASSERT_TRUE(database.ok());
        ASSERT_TRUE((*database)
                        ->run(QStringLiteral("INSERT INTO issuer_key (kid, public_key, not_before) VALUES (?, ?, ?)"),
                              {other.keyId(), QString::fromLatin1(other.publicKey().bytes.toHex()),
                               QStringLiteral("2025-01-01")})
                        .ok());
    }
    EXPECT_TRUE(line(other.keyId()).contains(QStringLiteral("waits to be certified")));
    does(QStringLiteral("certify 2025-A --request ") + path("set.json"));
    const Ran signs = run({QStringLiteral("keys"), QStringLiteral("sign"), QStringLiteral("--root"),
                           path("data/root-key.json"), path("set.json")});
    ASSERT_EQ(signs.code, 0) << qPrintable(signs.err);
    does(QStringLiteral("accept ") + path("set.json"));
    ASSERT_NE(told().find(other.keyId()), nullptr);
}

TEST_F(KeysCommands, rootThatLiesElsewhere_signsThere)
{
    const IssuerKeys first = told();
    ASSERT_TRUE(QFile::rename(path("data/root-key.json"), path("stick.json")));
    refuses(QStringLiteral("rotate"), 1, QStringLiteral("--request"));
    const Ran requests = keys(QStringLiteral("rotate --request ") + path("set.json"));
    ASSERT_EQ(requests.code, 0) << qPrintable(requests.err);
    const auto made = SigningKey::load(path("data/issuer-key-next.json"));
    ASSERT_TRUE(made);
    const QString figures = QString::fromLatin1(made->publicKey().bytes.toHex(' '));
    EXPECT_TRUE(requests.out.contains(figures)) << qPrintable(requests.out);
    EXPECT_EQ(told(), first) << "nothing has changed";
    refuses(QStringLiteral("accept ") + path("set.json"), 1, QStringLiteral("cannot take the place"));
    const Ran signs = run({QStringLiteral("keys"), QStringLiteral("sign"), QStringLiteral("--root"), path("stick.json"),
                           path("set.json")});
    ASSERT_EQ(signs.code, 0) << qPrintable(signs.err);
    EXPECT_TRUE(signs.out.contains(figures)) << qPrintable(signs.out);
    does(QStringLiteral("accept ") + path("set.json"));
    const IssuerKeys second = told();
    EXPECT_TRUE(mayFollow(first, second));
    EXPECT_EQ(second.keys.size(), 2);
    EXPECT_FALSE(QFile::exists(path("data/issuer-key-next.json")));
    refuses(QStringLiteral("accept ") + path("stick.json"), 1, QStringLiteral("is no set of keys"));

    does(QStringLiteral("rotate --root ") + path("stick.json"));
    EXPECT_EQ(told().keys.size(), 3);
    // A root of the same name that is another's.
    ASSERT_TRUE(SigningKey::generate(first.root.keyId, QDate(2026, 1, 1))->save(path("other.json")));
    refuses(QStringLiteral("rotate --root ") + path("other.json"), 1, QStringLiteral("the root is"));
}

} // namespace
} // namespace markaz::server::test
