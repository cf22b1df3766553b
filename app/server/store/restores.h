// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/auditlog.h"
#include "core/security/signing.h"

namespace markaz::server {

/// A restored backup as an entry of the chain tells of it (`restore`). It excuses what laptops kept of the history that
/// it ended, so it counts only with a signature of the key in the data folder: else whoever can write to the database
/// would cut the chain and say that a backup was restored.
///
/// 2026-11-28: an entry without a signature, as versions before this day wrote them, is a finding like any other: none
/// of them was ever released. So is one that another key of the store signed, for the store's other keys are what the
/// database says they are: with several servers on one store, it is judged with the folder that was restored.
struct Restore
{
    qint64 n = 0;
    QString history; ///< that it began
    bool holds = false;
};

/// Signs \p event, whose `history` is there already, as the entry behind \p before: the line "markaz audit restore 1",
/// then instance, history, number and hash of \p before, and kid, each on a line of its own.
void signRestore(AuditEvent &event, const AuditEntry &before, const QString &instance, const SigningKey &key);

/// Those behind entry \p after, in their order. \p own: the key of the data folder, \p former: those it had before;
/// without them none holds.
Result<QList<Restore>> restores(Database &database, const QString &instance, const PublicKey *own, qint64 after = 0,
                                const QList<PublicKey> &former = {});

/// The entry with which the chain left \p history for that of a restored backup; nothing while it goes on in it, as
/// \p current. \p all: those of the whole chain.
std::optional<qint64> leftHistoryAt(const QList<Restore> &all, const QString &history, const QString &current);

} // namespace markaz::server
