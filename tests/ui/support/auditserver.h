// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/administration.h"

#include <QJsonArray>
#include <QPointer>
#include <QUrlQuery>

#include <gtest/gtest.h>

#include <optional>

namespace markaz::ui::test {

/// Answers when the test says so, from a list of entries of its own.
class AuditServer final : public Administration
{
public:
    void ask(const AdminRequest &request, QObject *context, Reply reply) override
    {
        asked.append(QUrlQuery(request.path.section(QLatin1Char('?'), 1)));
        EXPECT_EQ(request.method, "GET");
        EXPECT_TRUE(request.path.startsWith(QLatin1String("/api/v1/audit?"))) << qPrintable(request.path);
        m_waiting.append({context, std::move(reply)});
    }
    bool answerOne()
    {
        if (m_waiting.isEmpty())
            return false;
        const auto [context, reply] = m_waiting.takeFirst();
        if (context)
            reply(down ? Result<QJsonObject>(makeError(ErrorCode::NetworkUnreachable, QStringLiteral("no way")))
                       : Result<QJsonObject>(page(asked.at(m_answered))));
        ++m_answered;
        return true;
    }
    void answer()
    {
        while (answerOne()) {
        }
    }
    bool down = false;
    int entries = 250;
    int contradictions = 0;
    QString action = QStringLiteral("issue");
    std::optional<QJsonObject> event; ///< every entry's, in the place of a certificate's
    int rare = 0;                     ///< > 0: only this entry fits, and a page looks through 100
    QList<QUrlQuery> asked;

private:
    QJsonObject page(const QUrlQuery &query) const
    {
        qint64 before = query.queryItemValue(QStringLiteral("before")).toLongLong();
        if (before == 0)
            before = entries + 1;
        const qint64 most = query.queryItemValue(QStringLiteral("limit")).toLongLong();
        QJsonArray list;
        qint64 n = before - 1;
        for (qint64 looked = 0; n >= 1 && looked < 100 && list.size() < most; --n, ++looked) {
            if (rare == 0 || rare == n)
                list.append(
                    QJsonObject{{QStringLiteral("n"), n},
                                {QStringLiteral("hash"), QString(64, QLatin1Char('a'))},
                                {QStringLiteral("event"),
                                 event ? *event
                                       : QJsonObject{{QStringLiteral("at"), QStringLiteral("2026-11-24T06:00:00.000Z")},
                                                     {QStringLiteral("actor"), QStringLiteral("server")},
                                                     {QStringLiteral("action"), action},
                                                     {QStringLiteral("entity"), QStringLiteral("certificate")},
                                                     {QStringLiteral("id"), QStringLiteral("id-%1").arg(n)}}}});
        }
        return {{QStringLiteral("entries"), list},
                {QStringLiteral("names"),
                 QJsonObject{
                     {QStringLiteral("accounts"), QJsonObject{{QStringLiteral("account-7"), QStringLiteral("a.khan")}}},
                     {QStringLiteral("laptops"),
                      QJsonObject{{QStringLiteral("device-00d001"), QStringLiteral("field laptop")},
                                  {QStringLiteral("device-00d001/account-8"), QStringLiteral("desk")}}}}},
                {QStringLiteral("next"), n + 1},
                {QStringLiteral("more"), n >= 1},
                {QStringLiteral("chain"),
                 QJsonObject{{QStringLiteral("entries"), entries},
                             {QStringLiteral("contradictions"), contradictions},
                             {QStringLiteral("checkpoint"),
                              QJsonObject{{QStringLiteral("n"), entries - 7},
                                          {QStringLiteral("at"), QStringLiteral("2026-11-24T06:00:00.000Z")}}}}}};
    }
    QList<std::pair<QPointer<QObject>, Reply>> m_waiting;
    qsizetype m_answered = 0;
};

} // namespace markaz::ui::test
