// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"
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
///
/// What is taken is the list itself, signed as it came: the newest, by its `at`, of all that were signed before the
/// newest restore, however late it comes and whatever its number. A newer one takes the place of an older one whole, so
/// it is the same in whichever order they come. Whether an end of it holds is derived each time (takenEnds), and
/// verify-audit compares the list with the entry that told of it.

/// `where` of the Error (WrongState) of whoever comes before that.
inline const QString kAwaitsTrust = QStringLiteral("restored");
/// What is to be done about that Error, in English: at a start, and to whoever asks a server meanwhile.
QString sentenceOfWaiting(const Error &error);
/// `where` of the Error (StorageCorrupt) when the taken list cannot be read.
inline const QString kTakenList = QStringLiteral("taken_list");
/// Marks a store that was restored from a backup made at \p madeAt (toIso()). In the restore's transaction.
Result<void> beginToAwait(Database &database, const QString &madeAt);
/// When the backup was made on which this store waits; nothing while it waits for nothing.
Result<std::optional<QString>> awaits(Database &database);
/// WrongState with `where` = kAwaitsTrust while it waits.
Result<void> refuseWhileAwaiting(Database &database);

/// Takes \p list, which was verified, or without one the word that nothing is newer; with an entry of the audit
/// (`take_trust`: `number`, `signed_at` and `list`, its hash; or `nothing_newer`), and the store waits no longer.
/// WrongState, and nothing is changed, for what says nothing new: `where` "at" for a list that is not newer than the
/// one taken last, or that this store signed itself after its newest restore (while it waits it has signed none, so
/// there every list is of before); `where` "waits" for no list on a store that waits for nothing. A transaction of its
/// own.
Result<void> endAwaiting(Database &database, const std::optional<RevocationList> &list, const Clock &clock);

/// The newest entry of the audit that tells of a taken list; n = 0: none does.
struct ToldList
{
    qint64 n = 0;
    qint64 number = 0;
    QString signedAt; ///< the list's `at`
    QString hash;     ///< hashOf() it
};
Result<ToldList> toldList(Database &database);
/// The newest entry of the audit that tells of a restore, if the store has to wait since: none tells that anything was
/// taken after it. 0: none does.
Result<qint64> restoreThatWaits(Database &database);
/// The list that was taken, as it stands in the database, not verified; StorageCorrupt (`where` kTakenList) when it
/// cannot be read.
Result<std::optional<RevocationList>> takenList(Database &database);

/// The certificates that the taken list ends and that this register does not, by number: those that it has not, and
/// those that its record ends less or not at all, as long as the last decision in the record was made no later than the
/// list was signed. The record itself stays as it is, so that the decisions that laptops push again find what they were
/// made on, and one that was made after the list has the last word.
/// 2026-11-29: when a decision was made is what it says itself (`made_at`, a laptop's clock), but not later than it was
/// entered here: what laptops send again after a restore is entered after the list and was made before. That a
/// certificate's time is over is no decision.
Result<QList<EndedCertificate>> takenEnds(Store &store);
/// The same for one number; nothing when its record, be there one or not, has the last word.
Result<std::optional<EndedCertificate>> takenEnd(Store &store, const QString &number);

} // namespace markaz::server
