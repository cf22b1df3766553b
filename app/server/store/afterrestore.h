// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"
#include "core/domain/certificatelifecycle.h"
#include "core/security/revocationlist.h"

#include <optional>

namespace markaz::server {

/// What a restored store does not know: keys that were made, retired or revoked after its backup, and certificates that
/// were ended since. Laptops know it, and take neither an older set of keys nor, rightly, a list that makes a revoked
/// certificate good.
///
/// 2026-11-29: a restore went on with what the backup held. Laptops then refused its keys for good, for their set held
/// one that the backup had not; and its list, whose number is above all that were given, made good again what had been
/// revoked. So a restored store waits: no server starts on it and no key is changed until somebody has brought what a
/// laptop holds ("keys take FILE"), or has said that nothing newer is anywhere ("keys take --nothing-newer").

/// `where` of the Error (WrongState) of whoever comes before that.
inline const QString kAwaitsTrust = QStringLiteral("restored");
/// Marks a store that was restored from a backup made at \p madeAt (toIso()). In the restore's transaction.
Result<void> beginToAwait(Database &database, const QString &madeAt);
/// When the backup was made on which this store waits; nothing while it waits for nothing.
Result<std::optional<QString>> awaits(Database &database);
/// WrongState with `where` = kAwaitsTrust while it waits.
Result<void> refuseWhileAwaiting(Database &database);
/// It waits no longer; with an entry of the audit (`take_trust`) that says what came: \p list, or that nothing is
/// newer. A transaction of its own.
Result<void> endAwaiting(Database &database, const std::optional<RevocationList> &list, const Clock &clock);

/// Takes from \p list, which was verified, each certificate that it ends and this register does not, or does less: to
/// the public it stays ended until the register's own record has come as far. The record itself stays as it is, so that
/// the decisions that laptops push again find what they were made on. Returns those that stay ended so, all of them.
/// WrongState (`where` "number") when this server has signed a newer list: what it says has been decided here since. In
/// an open transaction, under the writers' lock.
Result<QList<EndedCertificate>> takeEnds(Database &database, const RevocationList &list);
/// Those that are ended so, by number.
Result<QList<EndedCertificate>> takenEnds(Database &database);
/// The same for one number; nothing when its record, be there one or not, has the last word.
Result<std::optional<EndedCertificate>> takenEnd(Database &database, const QString &number);
/// The certificate \p number has come to \p stage by a decision: where that is as strict as what was taken, the record
/// has the last word from now on. In an open transaction.
Result<void> noteReached(Database &database, const QString &number, CertificateStage stage);

} // namespace markaz::server
