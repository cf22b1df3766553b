// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/loandocuments.h"

#include "core/security/permissions.h"
#include "core/storage/buildingrepository.h"
#include "core/workflow/inspectionsubject.h"

#include <algorithm>

namespace markaz {
namespace {

Result<void> mayDo(const Workspace &workspace, const Actor &actor, const Loan &loan)
{
    const auto province = BuildingRepository(workspace.database).provinceOf(loan.buildingId());
    return province ? may(actor, Action::RecordLoan, Subject::in(*province)) : Result<void>(province.error());
}

Error wrongState(const Loan &loan)
{
    return makeError(ErrorCode::WrongState, QStringLiteral("the loan is %1").arg(token(loan.state())),
                     QStringLiteral("state"));
}

} // namespace

Result<void> LoanDocuments::mayAttach(const Actor &actor, const Loan &loan) const
{
    if (auto granted = mayDo(m_workspace, actor, loan); !granted)
        return granted;
    return loan.state() == LoanState::Declined ? Result<void>(wrongState(loan)) : Result<void>();
}

Result<Evidence> LoanDocuments::attach(const Actor &actor, const QString &loanId, CheckedFile file,
                                       const QString &caption)
{
    const auto loan = m_workspace.records.requireAs<Loan>(loanId);
    if (!loan)
        return loan.error();
    if (auto granted = mayAttach(actor, *loan); !granted)
        return granted.error();
    const auto there = of(loanId);
    if (!there)
        return there.error();
    if (std::any_of(there->cbegin(), there->cend(),
                    [&file](const EvidenceRow &row) { return row.sha256 == file.content.sha256(); }))
        return makeError(ErrorCode::Exists, QStringLiteral("the loan has this file already"), QStringLiteral("file"));
    QJsonObject fields{{QStringLiteral("loan"), loanId},
                       {QStringLiteral("kind"), file.kind},
                       {QStringLiteral("sha256"), file.content.sha256()},
                       {QStringLiteral("size"), file.content.size()},
                       {QStringLiteral("media_type"), file.mediaType},
                       {QStringLiteral("filename"), file.filename}};
    if (const QString words = caption.trimmed(); !words.isEmpty())
        fields.insert(QStringLiteral("caption"), words);
    markSample(fields, loan->record());
    ChangeSet changes(m_workspace, actor);
    return attachFile(m_workspace, changes, fields, file.content);
}

Result<void> LoanDocuments::remove(const Actor &actor, const QString &evidenceId)
{
    const auto evidence = m_workspace.records.requireAs<Evidence>(evidenceId);
    if (!evidence)
        return evidence.error();
    const auto loan = m_workspace.records.requireAs<Loan>(evidence->loanId());
    if (!loan)
        return loan.error();
    if (auto granted = mayDo(m_workspace, actor, *loan); !granted)
        return granted;
    if (!loan::isOpen(loan->state()))
        return wrongState(*loan);
    return detachFile(m_workspace, actor, *evidence);
}

Result<QList<EvidenceRow>> LoanDocuments::of(const QString &loanId) const
{
    return FileRepository(m_workspace.database).ofLoan(loanId);
}

} // namespace markaz
