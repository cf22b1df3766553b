// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/loandocuments.h"
#include "core/workflow/loans.h"
#include "tests/core/workflow/workflowfixture.h"

namespace markaz::test {

/// It is 2026-11-24. The policy of the program caps a loan at Rs 10 million.
class LoansTest : public WorkflowFixture
{
protected:
    QString owner()
    {
        return put(Entity::Owner, {{QStringLiteral("name"), QStringLiteral("Owner (sample)")},
                                   {QStringLiteral("kind"), QStringLiteral("individual")},
                                   {QStringLiteral("province"), cityOf("LHE").province}});
    }
    /// A building with an owner.
    QString home(int number = 1)
    {
        m_owner = owner();
        return building("LHE", number, {{QStringLiteral("owner"), m_owner}});
    }
    Loans loans() { return Loans(*m_workspace); }
    static LoanEntry entry()
    {
        LoanEntry entry;
        entry.bank = QStringLiteral(" Sample Bank ");
        entry.bankReference = QStringLiteral("AC-778899");
        entry.principalPaisa = 900'000'000;
        entry.policyVersion = 1;
        entry.markupBp = 1'500;
        entry.tenorMonths = 60;
        entry.graceMonths = 6;
        entry.notes = QStringLiteral("Asked by telephone.");
        return entry;
    }
    static PaymentEntry money(PaymentKind kind, qint64 paisa, const QDate &on, qint64 principal = 0)
    {
        return {kind, paisa, principal, on};
    }
    QString recorded(const QString &at)
    {
        const auto made = loans().record(m_chief, at, entry());
        EXPECT_TRUE(made.ok()) << qPrintable(made.ok() ? QString() : made.error().detail + made.error().where);
        return made.ok() ? made->id() : QString();
    }
    void moved(const QString &id, LoanStep step, const QString &reason = {})
    {
        const auto done = loans().move(m_chief, id, step, reason);
        ASSERT_TRUE(done.ok()) << qPrintable(done.error().detail + done.error().where);
    }
    QString approved(const QString &at)
    {
        QString id = recorded(at);
        moved(id, LoanStep::Apply);
        moved(id, LoanStep::Approve);
        return id;
    }
    QString paidOut(const QString &at)
    {
        QString id = approved(at);
        const auto paid = loans().pay(m_chief, id, money(PaymentKind::Disbursement, 900'000'000, QDate(2026, 8, 24)));
        EXPECT_TRUE(paid.ok()) << qPrintable(paid.ok() ? QString() : paid.error().detail);
        return id;
    }
    Loan loan(const QString &id) { return m_records->requireAs<Loan>(id).value(); }
    QString m_owner;
};

} // namespace markaz::test
