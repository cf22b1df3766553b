// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/auditlog.h"
#include "app/server/store/ledger.h"
#include "app/server/store/reference.h"
#include "app/server/store/store.h"
#include "app/server/store/workingset.h"
#include "core/protocol/messages.h"
#include "core/security/permissions.h"
#include "core/security/signing.h"
#include "core/support/idsource.h"

namespace markaz::server {

/// What the rules work with while they judge the changes of one transaction.
struct RuleContext
{
    Store &store;
    Database &database; ///< the store's
    WorkingSet &records;
    const Reference &reference;
    const SigningKey &key;
    const Actor &actor;
    QString device;
    QDateTime now;
    IdSource &ids;
    QList<AuditEvent> events;            ///< of the change at hand
    QList<QuarantinedChange> quarantine; ///< of the change at hand
    /// Of records that earlier changes of this batch wrote: the revision that their author's later ones build on.
    QHash<QString, qint64> seen;

    /// The revision that the author of \p change had seen, as far as anybody can know.
    qint64 baseOf(const Change &change) const { return seen.value(change.id, change.baseRev); }
    QString at() const { return toIso(now); }
};

/// How a change was settled; the Error is only ever the store's own trouble, never the change's.
using Settled = Result<protocol::ChangeResult>;
/// A rule's objection; nothing when it has none.
using Objection = Result<std::optional<protocol::ChangeResult>>;

/// One change on its way through the rules: what stood, and what is to stand.
struct Draft
{
    const Change &change;
    std::optional<StoredRecord> before;
    StoredRecord after;
    bool fresh = false;      ///< the record is new
    bool submitting = false; ///< an inspection goes from draft to submitted
    bool amended = false;    ///< the server wrote something of its own into it
};

inline Objection noObjection()
{
    return std::optional<protocol::ChangeResult>();
}

protocol::ChangeResult rejected(const Change &change, const QString &code, const QString &field,
                                const QString &message);
protocol::ChangeResult held(const Change &change, const QStringList &missing);
protocol::ChangeResult settled(const Change &change, Outcome outcome, qint64 rev);
inline Objection objection(protocol::ChangeResult result)
{
    return std::optional<protocol::ChangeResult>(std::move(result));
}

/// The audit's line about a change that is in quarantine now.
AuditEvent refusedEvent(const RuleContext &context, const QString &opId, const QString &code);
/// What the policy refused: kept for the officer, and said with its code (scope_revoked or not_allowed).
protocol::ChangeResult quarantined(RuleContext &context, const Change &change, const Error &refusal);

/// The audit's line about \p record as \p change left it.
void note(RuleContext &context, const Change &change, const StoredRecord &record, AuditAction action);

/// Sets the province, assignee, parent and unique key of \p record from its fields and from what it belongs to. Returns
/// the ids that it needs and that are not there.
Result<QStringList> place(RuleContext &context, StoredRecord &record);

/// What a change of \p record is about, for the policy; both places when it moves.
Result<Subject> subjectOf(RuleContext &context, const std::optional<StoredRecord> &before, const StoredRecord &after);

} // namespace markaz::server
