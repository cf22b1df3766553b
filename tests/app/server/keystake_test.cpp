// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// "markaz-server keys take", as whoever restored a store types it; keys of several folders, and those of before in a
// backup.
#include "core/security/revocationlist.h"
#include "core/support/clock.h"
#include "tests/app/server/runserver.h"
#include "tests/support/httpclient.h"
#include "tests/support/postgres.h"
#include "tests/support/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::server::test {
namespace {

using markaz::test::HttpClient;
using markaz::test::PostgresServer;
using markaz::test::ServerProcess;
using markaz::test::ServerStore;

const QString kNumber = QStringLiteral("PK-2026-000097");

class KeysTake : public ::testing::Test
{
protected:
    QString path(const char *name) { return folder.filePath(QLatin1String(name)); }
    Ran run(const QString &words, const char *data = "data")
    {
        return runServer(words.split(QLatin1Char(' ')) << QStringLiteral("--data") << path(data));
    }
    void does(const QString &words, const char *data = "data")
    {
        const Ran ran = run(words, data);
        EXPECT_EQ(ran.code, 0) << qPrintable(words) << ": " << qPrintable(ran.err);
    }
    void refuses(const QString &words, int code, const QString &sentence, const char *data = "data")
    {
        const Ran ran = run(words, data);
        EXPECT_EQ(ran.code, code) << qPrintable(words) << ": " << qPrintable(ran.out);
        EXPECT_TRUE(ran.err.contains(sentence)) << qPrintable(words) << ": " << qPrintable(ran.err);
    }
    QJsonObject asked(const QByteArray &what, const char *data = "data")
    {
        auto server = ServerProcess::start(ServerStore{path(data), {}});
        EXPECT_TRUE(server.ok()) << (server ? "" : qPrintable(server.error().detail));
        if (!server)
            return {};
        HttpClient client((*server)->url());
        const auto answer = client.get("/api/v1/public/" + what);
        EXPECT_TRUE(answer.ok());
        return answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
    }
    IssuerKeys told(const char *data = "data") { return IssuerKeys::fromJson(asked("keys", data)).value(); }
    QString write(const char *name, const QJsonObject &json)
    {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QJsonDocument(json).toJson());
        return file.fileName();
    }
    /// As a laptop writes it.
    QString trust(const char *name, const IssuerKeys &keys, const std::optional<RevocationList> &list = {})
    {
        QJsonObject json{{QStringLiteral("keys"), keys.toJson()}};
        if (list)
            json.insert(QStringLiteral("revocations"), list->toJson());
        return write(name, json);
    }
    SigningKey key(const char *file, const char *data = "data")
    {
        return std::move(*SigningKey::load(path(data) + QLatin1Char('/') + QLatin1String(file)));
    }
    RevocationList listOf(const SigningKey &by, qint64 number)
    {
        RevocationList list;
        list.number = number;
        list.at = toIso(QDateTime::currentDateTimeUtc());
        list.certificates = {{kNumber, CertificateState::Revoked, QDate(2026, 11, 24)}};
        return signRevocations(list, by).value();
    }
    /// A backup of "data", put into "restored".
    void restoreBackup()
    {
        does(QStringLiteral("backup ") + path("backup.tar"));
        does(QStringLiteral("restore ") + path("backup.tar"), "restored");
    }
    QTemporaryDir folder;
};

TEST_F(KeysTake, restoredStore_waitsUntilSomebodyHasSaidWhatIsNewer)
{
    refuses(QStringLiteral("keys take --nothing-newer"), 2, QStringLiteral("no store"));
    const IssuerKeys first = told();
    const RevocationList own = RevocationList::fromJson(asked("revocations")).value();
    restoreBackup();
    const QString waits = QStringLiteral("This store was restored from a backup of ");
    const QString root =
        QStringLiteral(" --root ") + path("data/root-key.json"); // or that it is not here is said first
    const QString set = write("set.json", first.toJson());
    for (const QString &words : {QStringLiteral("serve --listen 127.0.0.1:0"), QStringLiteral("keys rotate") + root,
                                 QStringLiteral("keys new-root") + root, QStringLiteral("keys accept ") + set})
        refuses(words, 1, waits, "restored");
    refuses(QStringLiteral("keys take"), 2, QStringLiteral("Name the files of laptops"), "restored");
    refuses(QStringLiteral("keys take ") + path("none.json"), 1, QStringLiteral("holds no keys or list"), "restored");
    refuses(QStringLiteral("keys take ") + write("odd.json", {{QStringLiteral("keys"), 7}}), 1,
            QStringLiteral("holds no keys or list"), "restored");
    // The keys alone do not say what was revoked.
    refuses(QStringLiteral("keys take ") + trust("keys.json", first), 1, QStringLiteral("No list of revoked"),
            "restored");
    refuses(QStringLiteral("keys rotate"), 1, waits, "restored");
    // Nor does a list that anybody may have made.
    const auto thief = SigningKey::generate(QStringLiteral("root-9"), QDate(2026, 1, 1));
    const auto forger = SigningKey::generate(first.keys.first().key.keyId, QDate(2026, 1, 1));
    refuses(QStringLiteral("keys take ") + trust("forged.json", first, listOf(*forger, own.number + 1)), 1,
            QStringLiteral("is not taken"), "restored");
    refuses(QStringLiteral("keys take ") + trust("root.json", signIssuerKeys(first, *thief).value()), 1,
            QStringLiteral("of another root"), "restored");
    IssuerKeys bent = first;
    bent.number += 5;
    refuses(QStringLiteral("keys take ") + trust("bent.json", bent), 1, QStringLiteral("holds no keys or list"),
            "restored");

    does(QStringLiteral("keys take ") + trust("laptop.json", first, listOf(key("issuer-key.json"), own.number + 1)),
         "restored");
    const RevocationList now = RevocationList::fromJson(asked("revocations", "restored")).value();
    ASSERT_NE(now.find(kNumber), nullptr) << "it was issued after the backup, and stays revoked";
    EXPECT_GT(now.number, own.number + 1);
    EXPECT_EQ(told("restored"), first);
    const Ran late =
        run(QStringLiteral("keys take ") + trust("late.json", first, listOf(key("issuer-key.json"), own.number)),
            "restored");
    EXPECT_EQ(late.code, 0) << qPrintable(late.err);
    EXPECT_TRUE(late.out.contains(QStringLiteral("says nothing new"))) << qPrintable(late.out);
    const Ran audit = run(QStringLiteral("audit list --action take_trust"), "restored");
    EXPECT_TRUE(audit.out.contains(QStringLiteral("take_trust"))) << qPrintable(audit.out);
    does(QStringLiteral("verify-audit"), "restored");
}

/// The restored server went on by itself, and then a laptop comes that knows what was before: neither set follows the
/// other, and the root signs one of both.
TEST_F(KeysTake, setsThatWentSeparateWays_becomeOneByTheRoot)
{
    const IssuerKeys first = told();
    const QString a = first.keys.first().key.keyId;
    ASSERT_TRUE(QFile::copy(path("data/root-key.json"), path("stick.json")));
    restoreBackup();
    does(QStringLiteral("keys rotate"));
    does(QStringLiteral("keys revoke ") + a);
    const IssuerKeys ahead = told();
    const QString b = ahead.keys.last().key.keyId;

    does(QStringLiteral("keys take --nothing-newer"), "restored"); // which was not so
    does(QStringLiteral("keys rotate --root ") + path("stick.json"), "restored");
    const IssuerKeys aside = told("restored");
    const QString c = aside.keys.last().key.keyId;
    EXPECT_NE(c, b) << "a name that was given after the backup is not given again";
    EXPECT_FALSE(mayFollow(ahead, aside).ok()) << "laptops would refuse it for ever";
    // A root that lies there does not sign keys by itself that nobody has looked at: they are shown.
    ASSERT_TRUE(QFile::copy(path("stick.json"), path("restored/root-key.json")));
    const Ran shown = run(QStringLiteral("keys take ") + trust("laptop.json", ahead), "restored");
    EXPECT_EQ(shown.code, 1);
    for (const QString &part : {QStringLiteral("--root FILE"), b + QStringLiteral(" ("), c + QStringLiteral(" (")})
        EXPECT_TRUE(shown.err.contains(part)) << qPrintable(shown.err);
    EXPECT_EQ(told("restored"), aside) << "nothing was changed";
    does(QStringLiteral("keys take --root %1 %2").arg(path("stick.json"), path("laptop.json")), "restored");
    const IssuerKeys both = told("restored");
    EXPECT_TRUE(mayFollow(ahead, both));
    EXPECT_TRUE(mayFollow(aside, both));
    EXPECT_FALSE(both.find(a)->revokedAt.isEmpty()) << "what was revoked stays revoked";
    EXPECT_EQ(both.keys.size(), 3);
    does(QStringLiteral("verify-audit"), "restored");
}

/// A root is handed over when the old one may be in other hands.
TEST_F(KeysTake, setOfARootThatHandedOver_endsKeysAndAddsNone)
{
    const IssuerKeys first = told();
    ASSERT_TRUE(QFile::copy(path("data/root-key.json"), path("old-root.json")));
    does(QStringLiteral("backup ") + path("backup.tar"));
    does(QStringLiteral("keys rotate"));
    does(QStringLiteral("keys new-root"));
    const IssuerKeys mine = told();
    const QString a = first.keys.first().key.keyId;
    const auto thief = SigningKey::generate(QStringLiteral("2026-Z"), QDate(2026, 1, 1));
    IssuerKeys forged = mine;
    forged.number += 1000;
    forged.keys.append({thief->publicKey(), {}, {}});
    for (IssuerKey &key : forged.keys) {
        if (key.key.keyId == a)
            key.revokedAt = forged.at;
    }
    const QString file = trust("thief.json", signIssuerKeys(forged, *SigningKey::load(path("old-root.json"))).value());
    const Ran ran = run(QStringLiteral("keys take ") + file);
    EXPECT_EQ(ran.code, 0) << qPrintable(ran.err);
    EXPECT_TRUE(ran.out.contains(QStringLiteral("keys that it alone knows are not taken: 2026-Z (")))
        << qPrintable(ran.out);
    const IssuerKeys now = told();
    EXPECT_EQ(now.find(QStringLiteral("2026-Z")), nullptr);
    EXPECT_EQ(now.keys.size(), mine.keys.size());
    EXPECT_EQ(now.root, mine.root);
    EXPECT_FALSE(now.find(a)->revokedAt.isEmpty()) << "that one is ended is believed";
    does(QStringLiteral("verify-audit"));
    // Nor when it comes together with the newest to a folder that knows the old root alone, in either order.
    IssuerKeys begin = forged;
    begin.handovers.clear();
    trust("early.json", signIssuerKeys(begin, *SigningKey::load(path("old-root.json"))).value());
    trust("now.json", now, RevocationList::fromJson(asked("revocations")).value());
    const auto take = [&](const char *data, const char *one, const char *other) {
        does(QStringLiteral("restore ") + path("backup.tar"), data);
        does(QStringLiteral("keys take %1 %2").arg(path(one), path(other)), data);
        EXPECT_EQ(told(data), now) << data;
        does(QStringLiteral("verify-audit"), data);
    };
    take("one", "early.json", "now.json");
    take("two", "now.json", "early.json");
}

TEST_F(KeysTake, whatContradictsItself_isRefused)
{
    const IssuerKeys first = told();
    const RevocationList list = listOf(key("issuer-key.json"), 7);
    const Ran idle = run(QStringLiteral("keys take --nothing-newer"));
    EXPECT_EQ(idle.code, 0) << qPrintable(idle.err);
    EXPECT_TRUE(idle.out.contains(QStringLiteral("waits for nothing"))) << qPrintable(idle.out);
    restoreBackup();
    refuses(QStringLiteral("keys take --nothing-newer ") + trust("laptop.json", first, list), 2,
            QStringLiteral("leave out one of the two"), "restored");
    refuses(QStringLiteral("keys rotate"), 1, QStringLiteral("This store was restored"), "restored");
    does(QStringLiteral("keys take --nothing-newer"), "restored");
    EXPECT_EQ(RevocationList::fromJson(asked("revocations", "restored")).value().find(kNumber), nullptr);
    does(QStringLiteral("keys take ") + path("laptop.json"), "restored");
    EXPECT_NE(RevocationList::fromJson(asked("revocations", "restored")).value().find(kNumber), nullptr)
        << "a list of before the restore counts when it comes late, too";
    does(QStringLiteral("verify-audit"), "restored");
}

TEST_F(KeysTake, folderThatKnowsAnotherStoresKeys_isNotRestoredInto)
{
    told();
    told("other");
    does(QStringLiteral("backup ") + path("backup.tar"));
    for (const char *name : {"strange", "damaged", "own"}) {
        ASSERT_TRUE(QDir().mkpath(path(name)));
        ASSERT_TRUE(QFile::setPermissions(path(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    ASSERT_TRUE(QFile::copy(path("other/trusted-keys.json"), path("strange/trusted-keys.json")));
    ASSERT_TRUE(QFile::copy(path("data/trusted-keys.json"), path("own/trusted-keys.json")));
    write("damaged/trusted-keys.json", {});
    refuses(QStringLiteral("restore ") + path("backup.tar"), 1, QStringLiteral("is of another store"), "strange");
    EXPECT_FALSE(QFile::exists(path("strange/markaz.sqlite")));
    refuses(QStringLiteral("restore ") + path("backup.tar"), 1, QStringLiteral("Put back the one of"), "damaged");
    does(QStringLiteral("restore ") + path("backup.tar"), "own");
    // A server says the same of its own.
    write("data/trusted-keys.json", {});
    refuses(QStringLiteral("serve --listen 127.0.0.1:0"), 1, QStringLiteral("Put back the one of"));
    refuses(QStringLiteral("verify-audit"), 1, QStringLiteral("Put back the one of"));
}

/// An older copy of the database in the place of the newer one, without "restore": the folder knows better.
TEST_F(KeysTake, olderDatabaseBesideItsFolder_isRefusedAndMendedFromTheFolder)
{
    told();
    ASSERT_TRUE(QFile::copy(path("data/markaz.sqlite"), path("older.sqlite")));
    does(QStringLiteral("keys rotate"));
    const IssuerKeys ahead = told();
    for (const char *name : {"data/markaz.sqlite", "data/markaz.sqlite-wal", "data/markaz.sqlite-shm"})
        QFile::remove(path(name));
    ASSERT_TRUE(QFile::copy(path("older.sqlite"), path("data/markaz.sqlite")));
    refuses(QStringLiteral("serve --listen 127.0.0.1:0"), 1, QStringLiteral("not the one that this data folder knows"));
    refuses(QStringLiteral("keys list"), 1, QStringLiteral("trusted-keys.json"));
    refuses(QStringLiteral("verify-audit"), 1, QStringLiteral("is not to be believed"));
    does(QStringLiteral("keys take ") + path("data/trusted-keys.json"));
    EXPECT_EQ(told(), ahead);
    does(QStringLiteral("verify-audit"));
}

/// What former keys signed holds after a restore, too: a checkpoint, and that a backup was restored once before.
TEST_F(KeysTake, formerKeys_comeBackWithABackup)
{
    const IssuerKeys first = told();
    does(QStringLiteral("verify-audit --checkpoint"));
    restoreBackup();
    does(QStringLiteral("keys take --nothing-newer"), "restored"); // signed by the first key
    does(QStringLiteral("keys rotate --root ") + path("data/root-key.json"), "restored");
    QFile before(path("restored/former-keys.json"));
    ASSERT_TRUE(before.open(QIODevice::ReadOnly));
    const QByteArray former = before.readAll();
    EXPECT_TRUE(former.contains(first.keys.first().key.keyId.toLatin1()));

    does(QStringLiteral("backup ") + path("second.tar"), "restored");
    does(QStringLiteral("restore ") + path("second.tar"), "again");
    QFile after(path("again/former-keys.json"));
    ASSERT_TRUE(after.open(QIODevice::ReadOnly));
    EXPECT_EQ(after.readAll(), former);
    EXPECT_TRUE(QFile::exists(path("again/trusted-keys.json")));
    const Ran holds = run(QStringLiteral("verify-audit"), "again");
    EXPECT_EQ(holds.code, 0) << qPrintable(holds.err);
}

/// Two servers of one PostgreSQL, and a root that lies on a stick and never in either folder.
TEST(KeysOfTwoFolders, secondServersKey_isCertifiedAwayFromBoth)
{
    QTemporaryDir folder;
    auto postgres = PostgresServer::start();
    ASSERT_TRUE(postgres.ok());
    const auto path = [&](const char *name) { return folder.filePath(QLatin1String(name)); };
    const auto store = [&](const char *data) { return ServerStore{path(data), (*postgres)->url()}; };
    const auto keys = [&](const char *data, const QString &words) {
        return runServer(QStringLiteral("keys %1").arg(words).split(QLatin1Char(' ')) + store(data).arguments());
    };
    const auto told = [](ServerProcess &server) {
        HttpClient client(server.url());
        const auto answer = client.get("/api/v1/public/keys");
        return IssuerKeys::fromJson(QJsonDocument::fromJson(answer->body).object()).value();
    };
    auto one = ServerProcess::start(store("one"));
    ASSERT_TRUE(one.ok()) << qPrintable(one.error().detail);
    const IssuerKeys first = told(**one);
    ASSERT_TRUE(QFile::rename(path("one/root-key.json"), path("stick.json")));
    auto two = ServerProcess::start(store("two"));
    ASSERT_TRUE(two.ok()) << qPrintable(two.error().detail);
    EXPECT_FALSE(QFile::exists(path("two/root-key.json"))) << "a store has one root";
    EXPECT_TRUE((*two)->output().contains("it signs no certificates until"));
    const auto second = SigningKey::load(path("two/issuer-key.json"));
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(told(**two), first);
    EXPECT_NE(keys("two", QStringLiteral("certify ") + second->keyId()).code, 0) << "the root is not here";

    const Ran asks = keys("two", QStringLiteral("certify %1 --request %2").arg(second->keyId(), path("set.json")));
    ASSERT_EQ(asks.code, 0) << qPrintable(asks.err);
    const Ran signs = runServer({QStringLiteral("keys"), QStringLiteral("sign"), QStringLiteral("--root"),
                                 path("stick.json"), path("set.json")});
    ASSERT_EQ(signs.code, 0) << qPrintable(signs.err);
    const Ran takes = keys("one", QStringLiteral("accept ") + path("set.json")); // in the other folder, at that
    ASSERT_EQ(takes.code, 0) << qPrintable(takes.err);
    for (ServerProcess *server : {one->get(), two->get()}) {
        const IssuerKeys now = told(*server);
        EXPECT_TRUE(mayFollow(first, now));
        ASSERT_NE(now.find(second->keyId()), nullptr);
        EXPECT_EQ(now.find(second->keyId())->key, second->publicKey());
    }
    EXPECT_EQ((*two)->terminate().value(), 0);
    auto again = ServerProcess::start(store("two"));
    ASSERT_TRUE(again.ok());
    EXPECT_FALSE((*again)->output().contains("it signs no certificates until"));
    for (const char *data : {"one", "two"}) {
        const Ran holds = runServer(QStringList{QStringLiteral("verify-audit")} + store(data).arguments());
        EXPECT_EQ(holds.code, 0) << data << qPrintable(holds.err);
    }
}

} // namespace
} // namespace markaz::server::test
