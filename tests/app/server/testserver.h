// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/servercore.h"
#include "app/server/store/accounts.h"
#include "app/server/store/storedrecord.h"
#include "core/domain/change.h"
#include "tests/support/postgres.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::server::test {

struct Session
{
    QString token;
    QString refresh;
    Actor actor;
};

/// One change's answer, and a page of the feed, as they came.
using Results = QList<protocol::ChangeResult>;

/// A server without its sockets: requests go straight to the router, on SQLite in a folder of its own or on a real
/// PostgreSQL. The clock stands at 2026-11-24 06:00 UTC until a test moves it.
class TestServer
{
public:
    explicit TestServer(const QString &backend);

    /// Another process's view of the same store.
    std::unique_ptr<ServerCore> another(const TrustedProxies &proxies = {});
    ApiResponse call(const QByteArray &method, const QString &path, const QByteArray &body = {},
                     const QString &token = {}, const HttpHeaders &more = {});
    ApiResponse post(const QString &path, const QJsonObject &body, const QString &token = {});
    /// Adds an account with the password kPassword.
    Actor addAccount(const QString &name, Role role, const QStringList &provinces);
    Session signIn(const QString &name);
    Session join(const QString &name, Role role, const QStringList &provinces)
    {
        addAccount(name, role, provinces);
        return signIn(name);
    }
    Results push(const Session &who, const QList<Change> &changes);
    protocol::ChangeResult pushOne(const Session &who, const Change &change) { return push(who, {change}).value(0); }
    /// Every page from \p cursor on; the cursor goes to the end.
    QList<protocol::FeedItem> pull(const Session &who, QString &cursor, int limit = 200);
    QList<protocol::FeedItem> pullAll(const Session &who)
    {
        QString cursor;
        return pull(who, cursor);
    }
    const protocol::PullReply &lastPage() const { return m_lastPage; }
    std::optional<StoredRecord> stored(const QString &id);
    /// One value of the store.
    QVariant value(const QString &sql);
    void run(const QString &sql);

    ServerCore &core() { return *m_core; }
    /// The requests go to \p core from now on.
    void use(std::unique_ptr<ServerCore> core) { m_core = std::move(core); }
    FixedClock &clock() { return m_clock; }
    IdSource &ids() { return m_ids; }
    const StoreLocation &location() const { return m_location; }

private:
    FixedClock m_clock;
    Uuid7Source m_ids;
    QTemporaryDir m_folder;
    StoreLocation m_location;
    std::unique_ptr<ServerCore> m_core;
    protocol::PullReply m_lastPage;
};

inline const QString kPassword = QStringLiteral("correct horse battery");
inline constexpr int kSialkot = 1164909; ///< PK-PB, prefix SKT
inline constexpr int kLahore = 1172451;  ///< PK-PB, LHE
inline constexpr int kKarachi = 1174872; ///< PK-SD, KHI

QJsonObject ownerFields(const QString &province);
QJsonObject buildingFields(int city, const QString &code, const QString &name);
/// Of a centre with 60 seats, and of a month of it, 2026-10, that \p author reports.
QJsonObject centreFields(const QString &building);
QJsonObject monthFields(const QString &centre, const QString &author);
/// Of a draft for Rs 9 million at 15 % over five years, half a year of it grace, that \p officer records.
QJsonObject loanFields(const QString &building, const QString &owner, const QString &officer);
/// A scenario of one loan, as its file has it.
QJsonObject scenarioBody(const QString &name);
/// A change that makes or patches a record.
Change create(IdSource &ids, Entity entity, const QJsonObject &fields);
Change patch(IdSource &ids, Entity entity, const QString &id, qint64 base, const FieldChanges &fields,
             ChangeKind kind = ChangeKind::Patch);
FieldChanges one(const QString &path, const QJsonValue &before, const QJsonValue &after);
QString codeOf(const ApiResponse &response);

/// The tests that hold on both databases.
class OnBoth : public ::testing::TestWithParam<const char *>
{
protected:
    OnBoth()
        : server(QLatin1String(GetParam()))
    {
    }
    TestServer server;
};

#define MARKAZ_ON_BOTH(suite)                                                                                          \
    INSTANTIATE_TEST_SUITE_P(Stores, suite, ::testing::Values("sqlite", "postgres"),                                   \
                             [](const auto &parameter) { return std::string(parameter.param); })

} // namespace markaz::server::test
