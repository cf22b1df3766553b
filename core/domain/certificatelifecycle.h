// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"

#include <QDate>

#include <optional>

namespace markaz {

/// Where a certificate stands: its stored state, and None before there is one. The clock has its word in stageAt().
enum class CertificateStage { None, Issued, Suspended, Revoked, Expired, Superseded };

/// What may become of one. All but Expire are decisions of an officer; those on an appeal are told apart from the state
/// that they leave or change, because whoever asks for one has to be answered.
enum class CertificateAction {
    IssueFull,
    IssueProvisional,
    Renew, ///< of the certificate that another one, issued in the same step, takes the place of
    Suspend,
    Reinstate,
    Revoke,
    Expire,        ///< by the clock alone
    Appeal,        ///< the owner objects; recorded, and the state stays
    AllowAppeal,   ///< the owner was right: it is in force again
    DismissAppeal, ///< the state stays
};

const QList<CertificateStage> &certificateStages();
const QList<CertificateAction> &certificateActions();

/// What an action needs, whatever the state.
struct CertificateTerms
{
    std::optional<Role> by;  ///< whose decision it is; nothing: the server's own, and no client may ask for it
    bool reason = false;     ///< in words
    bool inspection = false; ///< an accepted and complete one whose verdict allows the grade
    bool openAppeal = false; ///< an appeal that nobody has decided yet; Appeal itself needs that there is none
    bool other = false;      ///< by another officer than the one whose decision is appealed against
};
const CertificateTerms &termsOf(CertificateAction action);

/// Where \p action leads from \p from; nothing where it may not be taken. This is the one table of a certificate's
/// life.
std::optional<CertificateStage> certificateAfter(CertificateStage from, CertificateAction action);

/// Where a certificate in \p state that is valid until the end of \p until stands on \p today (programmeDay): issued
/// and suspended ones expire by themselves, whether or not anybody has written it down.
CertificateStage stageAt(CertificateState state, const QDate &until, const QDate &today);
/// In force: issued, or suspended and so in doubt, but no building may have a second one.
bool isInForce(CertificateStage stage);
/// How it is stored; nothing for None.
std::optional<CertificateState> storedState(CertificateStage stage);

/// The action of a decision of \p kind with \p grade ("full", "provisional"; read for an issue only). A renewal is
/// Renew: what it makes is issued by issueAction(). InvalidValue with `where` = "kind" or "grade".
Result<CertificateAction> actionOfDecision(const QString &kind, const QString &grade = {});
Result<CertificateAction> issueAction(const QString &grade);
/// The tokens that a decision's kind may have: "issue", "suspend" ... "dismiss_appeal".
const QStringList &decisionKinds();
/// The kind of an officer's decision that asks for \p action; empty for Expire.
QString decisionKind(CertificateAction action);
/// The last valid day of one that is issued on \p from.
QDate lastValidDay(CertificateAction issue, const QDate &from);
/// Whether a visit that ended with \p verdict carries a certificate of this grade.
bool verdictAllows(Verdict verdict, CertificateAction issue);

/// Whether an officer may take \p action now, as the table and the terms say it: WrongState (`where` "state"), then
/// Incomplete (`where` "reason") when words are missing. Inspection, appeal and people are the caller's to look up.
Result<CertificateStage> decideOn(CertificateStage stage, CertificateAction action, const QString &reason);

QString token(CertificateStage stage); ///< "none", then the stored tokens
QString token(CertificateAction action);

} // namespace markaz
