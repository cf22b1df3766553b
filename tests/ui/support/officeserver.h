// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/accounts.h"
#include "core/sync/administration.h"

#include <QPointer>
#include <QUrlQuery>

#include <gtest/gtest.h>

namespace markaz::ui::test {

/// Accounts in memory; answers when the test says so.
class FakeOffice final : public Administration
{
public:
    void ask(const AdminRequest &request, QObject *context, Reply reply) override
    {
        asked.append(QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path);
        m_waiting.append({request, context, std::move(reply)});
    }
    void answer()
    {
        while (!m_waiting.isEmpty()) {
            const Waiting waiting = m_waiting.takeFirst();
            if (waiting.context)
                waiting.reply(down      ? makeError(ErrorCode::NetworkUnreachable, QStringLiteral("no way"))
                              : refused ? Result<QJsonObject>(*refused)
                                        : done(waiting.request));
        }
    }
    protocol::AccountEntry *account(const QString &id)
    {
        for (protocol::AccountEntry &entry : accounts) {
            if (entry.account.accountId == id)
                return &entry;
        }
        return nullptr;
    }
    QList<protocol::AccountEntry> accounts;
    QList<protocol::DeviceEntry> devices;
    QStringList asked;
    QJsonObject lastBody;
    bool revokedMeanwhile = false;
    bool down = false;
    std::optional<Error> refused;

private:
    struct Waiting
    {
        AdminRequest request;
        QPointer<QObject> context;
        Reply reply;
    };
    Result<QJsonObject> done(const AdminRequest &request)
    {
        if (request.body)
            lastBody = *request.body;
        const QStringList path = request.path.section(QLatin1Char('?'), 0, 0).split(QLatin1Char('/')).mid(3);
        if (path == QStringList{QStringLiteral("accounts")} && request.method == "GET")
            return protocol::encode(protocol::AccountList{accounts});
        if (path == QStringList{QStringLiteral("accounts")}) {
            const auto wanted = protocol::decode<protocol::AccountRequest>(lastBody);
            EXPECT_TRUE(wanted.ok());
            protocol::AccountEntry entry;
            entry.account = {QStringLiteral("0190f000-0000-7000-8000-000000000099"), wanted->name, wanted->displayName,
                             wanted->role, wanted->provinces};
            entry.createdAt = QStringLiteral("2026-11-24T08:00:00.000Z");
            accounts.append(entry);
            return protocol::encode(entry);
        }
        if (path.first() == QLatin1String("devices") && request.method == "GET")
            return protocol::encode(protocol::DeviceList{devices});
        if (path.first() == QLatin1String("devices")) {
            if (revokedMeanwhile) { // by another administrator
                QJsonObject before = protocol::encode(devices.first());
                before.insert(QStringLiteral("already"), true);
                before.insert(QStringLiteral("revoked_at"), QStringLiteral("2026-11-23T09:00:00.000Z"));
                return before;
            }
            devices.first().state = protocol::DeviceState::Revoked;
            devices.first().revokedAt = QStringLiteral("2026-11-24T09:00:00.000Z");
            return protocol::encode(devices.first());
        }
        protocol::AccountEntry *entry = account(path.value(1));
        if (entry == nullptr)
            return makeError(ErrorCode::Refused, QStringLiteral("unknown_record"));
        if (path.size() == 3)
            return protocol::encode(protocol::CodeReply{QStringLiteral("7Q2M-XJ4K-0V9R-TB3C-HZ5N"),
                                                        QStringLiteral("2026-12-01T09:00:00.000Z")});
        const auto change = protocol::decode<protocol::AccountChange>(lastBody);
        EXPECT_TRUE(change.ok());
        entry->active = change->active.value_or(entry->active);
        entry->account.role = change->role.value_or(entry->account.role);
        entry->account.displayName = change->displayName.value_or(entry->account.displayName);
        entry->account.provinces = change->provinces.value_or(entry->account.provinces);
        return protocol::encode(*entry);
    }
    QList<Waiting> m_waiting;
};

} // namespace markaz::ui::test
