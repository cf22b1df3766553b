// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/certificatelifecycle.h"
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
    /// \p decision: accept, return or reject. \p comments: item code -> words; each needs a reason, a return one or a
    /// comment (Incomplete, `where` "reason": reviewwords.h). NotAllowed with `where` "separation" for whoever carried
    /// out any part of it (ownPartIn()); WrongState unless it is submitted. The local
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
    /// For a building that has no certificate in force: Exists (`where` "certificate") when it has.
    /// Incomplete with `where` "reason" without words, InvalidValue with `where` "seats" for more than the building has
    /// (seatsfound.h), NotAllowed with `where` "separation" for whoever carried out any part of the inspection.
    /// The inspection must be accepted, complete and not refused; grade follows its verdict (eligible: full or
    /// provisional; provisional: provisional). Incomplete with `where` "evidence" while a file of it is not on the
    /// server. Exists when it has a certificate or a decision already.
    Result<Decision> issue(const Actor &actor, const QString &inspectionId, const QString &grade, int seats,
                           const QString &reason);
    /// The same for a building whose certificate is in force: the new one takes its place. WrongState when there is
    /// none or it is suspended, InvalidValue when it rests on a later visit than this one.
    Result<Decision> renew(const Actor &actor, const QString &inspectionId, const QString &grade, int seats,
                           const QString &reason);
    /// \p kind: suspend, reinstate or revoke, or appeal (recorded for the owner), allow_appeal, dismiss_appeal; a
    /// reason is needed. WrongState when the life cycle does not allow that (certificatelifecycle.h), Exists while
    /// another decision on it waits for the server, or an appeal is open and another is to be recorded. NotAllowed with
    /// `where` "separation" when the appeal is against the actor's own decision.
    Result<Decision> changeState(const Actor &actor, const QString &certificateId, const QString &kind,
                                 const QString &reason);

private:
    Result<Decision> certify(const Actor &actor, CertificateAction what, const QString &inspectionId,
                             const QString &grade, int seats, const QString &reason);

    Workspace &m_workspace;
};

/// Where \p certificate stands at \p now, by its state and its validity.
CertificateStage stageOf(const Certificate &certificate, const QDateTime &now);
/// What \p actor may ask of \p certificate now, as its page offers it; \p against: what decidedAgainst() of
/// appeals.h says of the actor, and true where it cannot be known.
QList<CertificateAction> decisionsOn(const Actor &actor, const Certificate &certificate, bool against,
                                     const QDateTime &now);
/// The certificate of \p buildingId itself that is in force, be it suspended.
Result<std::optional<Certificate>> certificateInForce(Workspace &workspace, const QString &buildingId);
/// The newest accepted visit that \p certificate may be renewed with: one after the visit that it rests on, without a
/// certificate or a decision of its own. Nothing when there is none or the certificate may not be renewed now.
Result<std::optional<QString>> renewalVisit(Workspace &workspace, const Certificate &certificate);
/// What somebody carried out of an inspection.
struct OwnPart
{
    Inspection visit;
    bool revision = false; ///< an earlier one of the inspection itself, and not of a visit that it continues
};

/// The latest part of \p inspection that \p accountId carried out, itself, a revision before it or a visit that it
/// continues, as far as they are here: who has one neither reviews nor certifies it. Nothing: none.
Result<std::optional<OwnPart>> ownPartIn(Workspace &workspace, const Inspection &inspection, const QString &accountId);
/// Whether an appeal against its suspension or revocation is open.
bool hasOpenAppeal(const Certificate &certificate);

} // namespace markaz
