// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QStringList>

namespace markaz {

/// The kinds of record that travel between laptop and server. token() names them on the wire and in tables.
enum class Entity {
    Owner,
    Building,
    Assignment,
    Inspection,
    Evidence, ///< a photo, document or signature of an inspection: what it is; its bytes travel as a file
    Review,
    Decision,
    Certificate,
    Policy,
    Account,
    Conflict,
    Finding,         ///< what is to be mended in a building: one item of one inspection
    Standard,        ///< a published version of the facility standard
    Centre,          ///< a certified building in operation
    OccupancyReport, ///< a month of a centre: seats taken, by whom, and what else its members report
    Loan,            ///< of an owner, for a building: from the application to its end
    Scenario,        ///< what the programme was tried with, under a name
    Demand           ///< registered freelancers by city, as of a day
};
enum class Role { Inspector, Officer, Administrator, Auditor };
enum class ChangeKind { Create, Patch, Delete, Submit };
/// What the server says of a pushed change; sync-protocol's table of outcomes.
enum class Outcome { Applied, Merged, Duplicate, Conflict, Held, Rejected, Retry };
/// What scoring says of a building: see core/scoring.
enum class Verdict { Eligible, Provisional, Refused };
enum class CertificateState { Issued, Suspended, Revoked, Expired, Superseded };
enum class FindingState { Open, Fixed, Verified, Waived };
enum class LoanState { Draft, Applied, Approved, PaidOut, ClawBack, Closed, Declined };
/// What may become of a loan; loanAfter() has the table.
enum class LoanStep { Apply, Return, Approve, Decline, PayOut, Close, ClawBack, Lift };
enum class Severity { Critical, Major, Minor };
/// What may be done about a finding; findingAfter() has the table.
enum class FindingStep { Fix, Reopen, Verify, Waive, Restore };

/// Every enum above has these three: the stable lower-case token, its parser and the list of all values.
/// Tokens are stored and sent; they are never translated. Labels live in ui/text.
template <class E>
QString token(E value);
template <class E>
Result<E> parse(const QString &text);
template <class E>
const QList<E> &allValues();

extern template QString token(Entity);
extern template QString token(Role);
extern template QString token(ChangeKind);
extern template QString token(Outcome);
extern template QString token(Verdict);
extern template QString token(CertificateState);
extern template QString token(FindingState);
extern template QString token(Severity);
extern template QString token(LoanState);
extern template QString token(LoanStep);
extern template QString token(FindingStep);
extern template Result<Entity> parse(const QString &);
extern template Result<Role> parse(const QString &);
extern template Result<ChangeKind> parse(const QString &);
extern template Result<Outcome> parse(const QString &);
extern template Result<Verdict> parse(const QString &);
extern template Result<CertificateState> parse(const QString &);
extern template Result<FindingState> parse(const QString &);
extern template Result<Severity> parse(const QString &);
extern template Result<LoanState> parse(const QString &);
extern template Result<LoanStep> parse(const QString &);
extern template Result<FindingStep> parse(const QString &);

} // namespace markaz
