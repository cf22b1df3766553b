// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverprocess.h"

#include "tests/support/httpclient.h"
#include "tests/support/postgres.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;

namespace {

const QByteArray kPassword = "correct horse battery";

/// Adds an account, starts the server on \p store, signs in, and stops it in good order.
void servesAndStops(const ServerStore &store)
{
    auto added = ServerProcess::addAccount(store, QStringLiteral("test.inspector"), QStringLiteral("inspector"),
                                           {QStringLiteral("PK-PB")}, kPassword);
    ASSERT_TRUE(added) << qPrintable(added.error().detail);
    auto server = ServerProcess::start(store);
    ASSERT_TRUE(server) << qPrintable(server.error().detail);
    EXPECT_GT((*server)->port(), 0);

    HttpClient client((*server)->url());
    auto health = client.get("/api/v1/health");
    ASSERT_TRUE(health) << qPrintable(health.error().detail);
    EXPECT_EQ(health->status, 200);
    auto refused = client.signIn(QStringLiteral("test.inspector"), QStringLiteral("another password"));
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->status, 401);
    EXPECT_TRUE(client.token().isEmpty());
    auto session = client.signIn(QStringLiteral("test.inspector"), QString::fromLatin1(kPassword));
    ASSERT_TRUE(session);
    EXPECT_EQ(session->status, 201);
    EXPECT_FALSE(client.token().isEmpty());

    auto code = (*server)->terminate();
    ASSERT_TRUE(code) << qPrintable(code.error().detail);
    EXPECT_EQ(*code, 0);
    EXPECT_FALSE((*server)->running());
}

} // namespace

TEST(ServerProcess, onSqlite_servesSignsInAndStops)
{
    const QTemporaryDir folder;
    servesAndStops({folder.path(), {}});
}

TEST(ServerProcess, onPostgres_servesSignsInAndStops)
{
    auto postgres = PostgresServer::start();
    ASSERT_TRUE(postgres) << qPrintable(postgres.error().detail);
    const QTemporaryDir folder;
    servesAndStops({folder.path(), (*postgres)->url()});
    auto accounts = (*postgres)->sql(QStringLiteral("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    ASSERT_TRUE(accounts);
    EXPECT_GT(accounts->trimmed().toInt(), 0); // it was that database
}

TEST(ServerProcess, killed_isGoneAtOnceAndStartsAgainOnItsStore)
{
    const QTemporaryDir folder;
    const ServerStore store{folder.path(), {}};
    auto first = ServerProcess::start(store);
    ASSERT_TRUE(first) << qPrintable(first.error().detail);
    (*first)->killNow();
    EXPECT_FALSE((*first)->running());
    EXPECT_FALSE(HttpClient((*first)->url()).get("/api/v1/health"));
    auto second = ServerProcess::start(store);
    ASSERT_TRUE(second) << qPrintable(second.error().detail);
    EXPECT_EQ(HttpClient((*second)->url()).get("/api/v1/health")->status, 200);
}

TEST(ServerProcess, thatCannotStart_isAnErrorWithItsWords)
{
    const QTemporaryDir folder;
    auto server = ServerProcess::start({folder.path(), {}}, {QStringLiteral("--threads"), QStringLiteral("none")});
    ASSERT_FALSE(server);
    EXPECT_TRUE(server.error().detail.contains(QStringLiteral("--threads"))) << qPrintable(server.error().detail);
    EXPECT_FALSE(ServerProcess::command({QStringLiteral("nonsense")}));
}
