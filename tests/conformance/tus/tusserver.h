// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/change.h"
#include "core/protocol/messages.h"
#include "core/support/idsource.h"
#include "tests/support/httpclient.h"
#include "tests/support/serverprocess.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::test {

constexpr qsizetype kMiB = 1024 * 1024;
const QString kPassword = QStringLiteral("correct horse battery");

/// A server process, an inspector with a draft, and a document of 8 MiB that the draft names.
class TusServer : public ::testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_folder.isValid());
        m_store.dataDir = m_folder.filePath(QStringLiteral("server"));
        launch(QStringLiteral("127.0.0.1:0"));
        ASSERT_TRUE(m_server);
        ASSERT_TRUE(ServerProcess::addAccount(m_store, QStringLiteral("sample.inspector"), QStringLiteral("inspector"),
                                              {QStringLiteral("PK-PB")}, kPassword.toUtf8())
                        .ok());
        HttpClient client(m_server->url());
        const auto signedIn = client.signIn(QStringLiteral("sample.inspector"), kPassword);
        ASSERT_TRUE(signedIn.ok());
        m_token = client.token();
        const QString account =
            signedIn->json().value(QStringLiteral("account")).toObject().value(QStringLiteral("id")).toString();

        QRandomGenerator random(7);
        m_bytes = QByteArray(8 * kMiB + 4321, Qt::Uninitialized);
        for (char &byte : m_bytes)
            byte = static_cast<char>(random.generate());
        m_bytes.replace(0, 9, "%PDF-1.7\n");
        m_bytes.replace(m_bytes.size() - 5, 5, "%%EOF");
        m_hash = QString::fromLatin1(QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex());
        QFile file(path("sample.pdf"));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(m_bytes), m_bytes.size());
        file.close();
        record(client, account);
    }

    void launch(const QString &listen)
    {
        auto started = ServerProcess::start(m_store, {QStringLiteral("--listen"), listen});
        ASSERT_TRUE(started.ok()) << qPrintable(started.error().detail);
        m_server = std::move(*started);
    }
    /// kill -9, and the same again on the same port.
    void killAndRestart()
    {
        const quint16 port = m_server->port();
        m_server->killNow();
        launch(QStringLiteral("127.0.0.1:%1").arg(port));
    }

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void expectWhole()
    {
        QFile stored(path("server/files/") + m_hash.left(2) + QLatin1Char('/') + m_hash.mid(2, 2) + QLatin1Char('/') +
                     m_hash);
        ASSERT_TRUE(stored.open(QIODevice::ReadOnly));
        EXPECT_TRUE(stored.readAll() == m_bytes);
        HttpClient reader(m_server->url());
        reader.useToken(m_token);
        const auto down = reader.get("/api/v1/files/" + m_hash.toLatin1());
        ASSERT_TRUE(down.ok());
        EXPECT_EQ(down->status, 200);
        EXPECT_TRUE(down->body == m_bytes);
        const auto part = reader.get("/api/v1/files/" + m_hash.toLatin1(), {{"Range", "bytes=1048570-1048580"}});
        ASSERT_TRUE(part.ok());
        EXPECT_EQ(part->status, 206);
        EXPECT_EQ(part->body, m_bytes.mid(1'048'570, 11));
    }

    QTemporaryDir m_folder;
    ServerStore m_store;
    std::unique_ptr<ServerProcess> m_server;
    QByteArray m_token;
    QByteArray m_bytes;
    QString m_hash;

private:
    void record(HttpClient &client, const QString &account)
    {
        const SystemClock clock;
        Uuid7Source ids(clock);
        QList<Change> changes;
        const auto make = [&](Entity entity, const QJsonObject &fields) {
            Change change;
            change.opId = ids.next();
            change.entity = entity;
            change.id = ids.next();
            change.kind = ChangeKind::Create;
            change.madeAt = toIso(clock.now());
            change.fields = differences(specOf(entity), {}, fields);
            changes.append(change);
            return change.id;
        };
        const QString building = make(Entity::Building, {{QStringLiteral("code"), QStringLiteral("SKT-0001")},
                                                         {QStringLiteral("name"), QStringLiteral("Sample building")},
                                                         {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                                                         {QStringLiteral("city"), 1'164'909},
                                                         {QStringLiteral("covered_area_sqft"), 4000},
                                                         {QStringLiteral("storeys"), 2}});
        const QString visit =
            make(Entity::Inspection, {{QStringLiteral("building"), building},
                                      {QStringLiteral("inspector"), account},
                                      {QStringLiteral("kind"), QStringLiteral("initial")},
                                      {QStringLiteral("standard"), QStringLiteral("sample")},
                                      {QStringLiteral("standard_version"), 1},
                                      {QStringLiteral("standard_hash"), QString(64, QLatin1Char('0'))},
                                      {QStringLiteral("revision"), 1},
                                      {QStringLiteral("started_at"), toIso(clock.now())},
                                      {QStringLiteral("state"), QStringLiteral("draft")}});
        make(Entity::Evidence, {{QStringLiteral("inspection"), visit},
                                {QStringLiteral("kind"), QStringLiteral("document")},
                                {QStringLiteral("sha256"), m_hash},
                                {QStringLiteral("size"), m_bytes.size()},
                                {QStringLiteral("media_type"), QStringLiteral("application/pdf")}});
        const auto pushed =
            client.post("/api/v1/changes", protocol::encode(protocol::PushRequest{ids.next(), {}, changes}));
        ASSERT_TRUE(pushed.ok());
        const auto reply = protocol::decode<protocol::PushReply>(pushed->json());
        ASSERT_TRUE(reply.ok()) << pushed->body.constData();
        for (const protocol::ChangeResult &result : reply->results)
            ASSERT_EQ(result.outcome, Outcome::Applied) << qPrintable(result.message);
    }
};

} // namespace markaz::test
