// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/loan.h"
#include "core/workflow/evidence.h"

namespace markaz {

/// The documents of a loan: the application, the bank's letter, receipts. Files like those of an inspection, sent and
/// fetched by the same queue.
class LoanDocuments
{
public:
    explicit LoanDocuments(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// Whether documents may be attached: an officer of the province, and the loan was not declined (WrongState).
    Result<void> mayAttach(const Actor &actor, const Loan &loan) const;
    /// Content, record, outbox row and queue row are on the disk together, or nothing is. As mayAttach(); Exists when
    /// the loan has this very file already.
    Result<Evidence> attach(const Actor &actor, const QString &loanId, CheckedFile file, const QString &caption = {});
    /// As long as the loan is open.
    Result<void> remove(const Actor &actor, const QString &evidenceId);
    Result<QList<EvidenceRow>> of(const QString &loanId) const;

private:
    Workspace &m_workspace;
};

} // namespace markaz
