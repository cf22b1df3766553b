// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/loan.h"
#include "tests/app/server/evidencefiles.h"

namespace markaz::server::test {

/// A building with an owner, and the loans that an officer pushes for it.
class LoanPushes : public EvidenceFiles
{
protected:
    LoanPushes()
    {
        borrower = owner();
        give(building, borrower);
    }
    QString owner()
    {
        const Change made = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
        EXPECT_EQ(server.pushOne(officer, made).outcome, Outcome::Applied);
        return made.id;
    }
    void give(const QString &home, const QString &to)
    {
        EXPECT_EQ(set(Entity::Building, home, {{QStringLiteral("owner"), to}}).outcome, Outcome::Applied);
    }
    QString anotherBuilding(const char *code)
    {
        const Change made = create(server.ids(), Entity::Building,
                                   buildingFields(kSialkot, QLatin1String(code), QStringLiteral("Hall")));
        EXPECT_EQ(server.pushOne(officer, made).outcome, Outcome::Applied);
        return made.id;
    }
    QJsonObject fields() const { return loanFields(building, borrower, officer.actor.accountId); }
    protocol::ChangeResult make(const QJsonObject &with, QString *id = nullptr)
    {
        const Change change = create(server.ids(), Entity::Loan, with);
        if (id != nullptr)
            *id = change.id;
        return server.pushOne(officer, change);
    }
    QString recorded()
    {
        QString id;
        const auto result = make(fields(), &id);
        EXPECT_EQ(result.outcome, Outcome::Applied) << qPrintable(result.code + result.field + result.message);
        return id;
    }
    /// Pushes \p to over what stands there.
    protocol::ChangeResult set(Entity entity, const QString &id, const QJsonObject &to,
                               const std::optional<Session> &by = {})
    {
        const StoredRecord now = *server.stored(id);
        FieldChanges changes;
        for (auto it = to.begin(); it != to.end(); ++it)
            changes.insert(it.key(), {valueAt(now.record.fields, it.key()), it.value()});
        return server.pushOne(by.value_or(officer), patch(server.ids(), entity, id, now.record.rev, changes));
    }
    protocol::ChangeResult set(const QString &id, const QJsonObject &to) { return set(Entity::Loan, id, to); }
    QJsonObject step(const char *to, const char *reason = "", const std::optional<Session> &by = {}) const
    {
        const QString &signer = by ? by->actor.accountId : officer.actor.accountId;
        return {{QStringLiteral("state"), QLatin1String(to)},
                {QStringLiteral("state_at"),
                 QStringLiteral("2026-11-24T%1.000Z").arg(QTime(0, 0).addSecs(60 * m_minute++).toString())},
                {QStringLiteral("state_by"), signer},
                {QStringLiteral("state_reason"),
                 *reason == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(QLatin1String(reason))}};
    }
    protocol::ChangeResult move(const QString &id, const char *to, const char *reason = "")
    {
        return set(id, step(to, reason));
    }
    QJsonObject payment(const char *kind, qint64 paisa, const char *on = "2026-08-24", qint64 principal = -1) const
    {
        QJsonObject object{{QStringLiteral("kind"), QLatin1String(kind)},
                           {QStringLiteral("paisa"), paisa},
                           {QStringLiteral("on"), QLatin1String(on)},
                           {QStringLiteral("by"), officer.actor.accountId}};
        if (principal >= 0)
            object.insert(QStringLiteral("principal_paisa"), principal);
        return object;
    }
    QString payments() { return QStringLiteral("payments.") + server.ids().next(); }
    protocol::ChangeResult pay(const QString &id, const QJsonObject &what) { return set(id, {{payments(), what}}); }
    /// Of the loan up to its first money, all of the principal on \p day.
    QString paidOut(const char *day = "2026-08-24")
    {
        QString id = recorded();
        EXPECT_EQ(move(id, "applied").outcome, Outcome::Merged);
        EXPECT_EQ(move(id, "approved").outcome, Outcome::Merged);
        QJsonObject out = step("paid_out");
        out.insert(payments(), payment("disbursement", 900'000'000, day));
        const auto result = set(id, out);
        EXPECT_EQ(result.outcome, Outcome::Merged) << qPrintable(result.code + result.field + result.message);
        return id;
    }
    QString stateOf(const QString &id) { return server.stored(id)->text("state"); }
    /// A certificate of the building, and what an officer decides about it.
    QString certified()
    {
        const QString inspection = accepted();
        EXPECT_EQ(server.pushOne(officer, issue(inspection)).outcome, Outcome::Applied);
        return certificateOf(inspection)->id();
    }
    void decide(const QString &certificate, const char *kind, const Session &by, const char *reason = "Reason.")
    {
        Change change = stateChange(certificate, QLatin1String(kind), QLatin1String(reason));
        change.fields.insert(QStringLiteral("officer"), {QJsonValue::Null, by.actor.accountId});
        const auto result = server.pushOne(by, change);
        ASSERT_EQ(result.outcome, Outcome::Applied) << qPrintable(result.code + result.message);
    }
    int audited(const char *action)
    {
        return server
            .value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%\"action\":\"%1\"%'")
                       .arg(QLatin1String(action)))
            .toInt();
    }

    QString borrower;
    mutable int m_minute = 0; ///< each step has a time of its own
};

} // namespace markaz::server::test
