// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "core/workflow/changes.h"

namespace markaz {

/// An officer's word on a submitted inspection. Made offline too; the server applies it when it arrives.
class ReviewInspection
{
public:
    explicit ReviewInspection(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// \p decision: accept, return or reject. \p comments: item code -> words; a return or a rejection needs a reason
    /// or a comment (Incomplete). NotAllowed for the inspector of it; WrongState unless it is submitted. The local
    /// inspection shows its new state at once; the server's word replaces it with the next pull.
    Result<Review> run(const Actor &actor, const QString &inspectionId, const QString &decision, const QString &reason,
                       const QJsonObject &comments);

private:
    Workspace &m_workspace;
};

/// Asks the server to issue a certificate, or to change the state of one. The server alone makes and signs it.
class DecideCertificate
{
public:
    explicit DecideCertificate(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// The inspection must be accepted, complete and not refused; grade follows its verdict (eligible: full or
    /// provisional; provisional: provisional). Incomplete with `where` "evidence" while a file of it is not on the
    /// server. Exists when it has a certificate or a decision already.
    Result<Decision> issue(const Actor &actor, const QString &inspectionId, const QString &grade, int seats,
                           const QString &reason);
    /// \p kind: suspend, reinstate or revoke; a reason is needed. WrongState when its state does not allow that, Exists
    /// while another decision on it waits for the server.
    Result<Decision> changeState(const Actor &actor, const QString &certificateId, const QString &kind,
                                 const QString &reason);

private:
    Workspace &m_workspace;
};

} // namespace markaz
