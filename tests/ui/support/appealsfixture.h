// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/deskfixture.h"

namespace markaz::ui::test {

/// Certificates of Lahore that were suspended or revoked, and appeals against that. It is 2026-11-24.
class AppealsFixture : public DeskFixture
{
protected:
    const QString m_other = QStringLiteral("01900000-0000-7000-8000-0000000000b2"); ///< an officer

    /// Of a building whose visit is on this laptop, so that the page about it opens.
    QString paper(int number, const char *state, const QString &by, const char *name = "Sample hall",
                  const char *city = "LHE")
    {
        const QString house = building(city, number, {{QStringLiteral("name"), QString::fromUtf8(name)}});
        return certificate(
            house, visited(house, "accepted", "eligible", "2026-10-01"), "full", state, "2026-10-02", "2028-10-01",
            {{QStringLiteral("state_by"), by},
             {QStringLiteral("state_at"), QStringLiteral("2026-11-12T09:00:00.000Z")},
             {QStringLiteral("state_reason"), QStringLiteral("The exits were locked at the visit.")},
             {QStringLiteral("number"), QStringLiteral("PK-2026-%1").arg(number, 6, 10, QLatin1Char('0'))}});
    }
    /// As the server's feed brings it.
    void appealOn(const QString &certificateId, const char *day, const char *reason = "The exits are open again.")
    {
        const QString id =
            put(Entity::Decision,
                {{QStringLiteral("kind"), QStringLiteral("appeal")},
                 {QStringLiteral("certificate"), certificateId},
                 {QStringLiteral("officer"), m_other},
                 {QStringLiteral("reason"), QString::fromUtf8(reason)},
                 {QStringLiteral("made_at"), QStringLiteral("2026-11-%1T09:00:00.000Z").arg(QLatin1String(day))},
                 {QStringLiteral("sample"), true}});
        QJsonObject fields = fieldsOf(Entity::Certificate, certificateId);
        fields.insert(QStringLiteral("appeal"), id);
        put(Entity::Certificate, fields, certificateId);
    }
    void decide(const QString &certificateId, const char *kind)
    {
        const auto made =
            DecideCertificate(*m_workspace)
                .changeState(m_chief, certificateId, QLatin1String(kind), QStringLiteral("Seen on site."));
        ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
    }
    /// The server does not take what was done last.
    void reject(const char *code, const char *field, const char *words)
    {
        ASSERT_TRUE(m_outbox
                        ->settle(owed().last().position, OutboxState::Dead, Outcome::Rejected, QLatin1String(code),
                                 QLatin1String(field), QLatin1String(words), m_clock.now())
                        .ok());
        Q_EMIT m_notifier.manyChanged();
    }
};

} // namespace markaz::ui::test
