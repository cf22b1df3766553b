// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/laptop.h"
#include "tests/support/httpclient.h"
#include "tests/support/postgres.h"
#include "tests/support/serverprocess.h"

#include <gtest/gtest.h>

namespace markaz::test {

/// Fails the test with the Error's own words.
template <class T>
testing::AssertionResult succeeded(const Result<T> &result)
{
    if (result.ok())
        return testing::AssertionSuccess();
    return testing::AssertionFailure() << qPrintable(token(result.error().code)) << ": "
                                       << qPrintable(result.error().detail) << " (" << qPrintable(result.error().where)
                                       << ")";
}

/// A real server process on a store of its own, with accounts, and profiles for laptops; parameter: "sqlite" or
/// "postgres".
class RealServer : public testing::TestWithParam<const char *>
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_folder.isValid());
        m_store.dataDir = m_folder.filePath(QStringLiteral("server"));
        if (QByteArray(GetParam()) == "postgres") {
            auto postgres = PostgresServer::start();
            ASSERT_TRUE(succeeded(postgres));
            m_postgres = std::move(*postgres);
            m_store.databaseUrl = m_postgres->url();
        }
        m_server = launched();
        ASSERT_TRUE(m_server);
        addAccount("sample.inspector", "inspector", {QStringLiteral("PK-PB")});
        addAccount("sample.officer", "officer", {QStringLiteral("PK-PB")});
        addAccount("sample.auditor", "auditor", {QStringLiteral("all")});
    }

    std::unique_ptr<ServerProcess> launched(const QStringList &more = {})
    {
        auto server = ServerProcess::start(m_store, more);
        EXPECT_TRUE(succeeded(server));
        return server ? std::move(*server) : nullptr;
    }

    void addAccount(const char *name, const char *role, const QStringList &provinces)
    {
        EXPECT_TRUE(succeeded(ServerProcess::addAccount(m_store, QLatin1String(name), QLatin1String(role), provinces,
                                                        kPassword.toUtf8())));
    }

    QString profile(const char *name) const
    {
        QString path = m_folder.filePath(QStringLiteral("laptop-") + QLatin1String(name));
        QDir().mkpath(path);
        return path;
    }

    /// A laptop on a profile of its own, signed in.
    std::unique_ptr<Laptop> laptopOf(const char *account, const QUrl &server)
    {
        auto laptop = std::make_unique<Laptop>(profile(account), server);
        EXPECT_TRUE(succeeded(laptop->signIn(QLatin1String(account), kPassword)));
        return laptop;
    }
    std::unique_ptr<Laptop> laptopOf(const char *account) { return laptopOf(account, m_server->url()); }

    HttpClient signedIn(const char *account, const char *device = "01900000-0000-7000-8000-000000000001")
    {
        HttpClient client(m_server->url());
        const auto reply = client.signIn(QLatin1String(account), kPassword, QLatin1String(device));
        EXPECT_TRUE(reply.ok() && reply->status == 201);
        return client;
    }

    void expectAuditHolds()
    {
        EXPECT_TRUE(
            succeeded(ServerProcess::command(QStringList{QStringLiteral("verify-audit")} + m_store.arguments())));
    }

    const QString kPassword = QStringLiteral("sample passphrase 7");
    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_postgres; ///< outlives the servers on it
    ServerStore m_store;
    std::unique_ptr<ServerProcess> m_server;
};

inline std::string storeName(const testing::TestParamInfo<const char *> &info)
{
    return info.param;
}

/// Nothing waits, nothing is wrong.
inline testing::AssertionResult clean(const SyncSnapshot &snapshot)
{
    if (snapshot.trouble == SyncSnapshot::Trouble::None && snapshot.waiting == 0 && snapshot.rejected == 0)
        return testing::AssertionSuccess();
    return testing::AssertionFailure() << "trouble " << int(snapshot.trouble) << ", waiting " << snapshot.waiting
                                       << ", held " << snapshot.held << ", rejected " << snapshot.rejected << ": "
                                       << qPrintable(snapshot.detail);
}

} // namespace markaz::test
