// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's account of itself: what the pill and the sync page show.
#include "core/sync/syncengine.h"

#include "core/storage/scoperepository.h"
#include "core/sync/statenames.h"
#include "core/sync/witnesses.h"

namespace markaz {

void SyncEngine::recount()
{
    const auto told = [this](const Error &error) {
        setTrouble(SyncSnapshot::Trouble::StorageFailed, error.detail);
        publish();
    };
    auto counts = m_parts.outbox.counts();
    if (!counts)
        return told(counts.error());
    auto contact = m_parts.state.value(state::kLastContact);
    if (!contact)
        return told(contact.error());
    auto standing = Witnesses(m_parts.state, m_parts.clock).standing();
    if (!standing)
        return told(standing.error());
    m_snapshot.audit = standing->audit;
    m_snapshot.auditSince = standing->since;
    auto account = signedInAccount(m_parts.state);
    if (!account)
        return told(account.error());
    // 2026-11-24: an officer sees, and may decide, every conflict of the scope; the pill counts only those that wait
    // for the person's own word, or it would never be quiet on a desk that watches over five hundred buildings.
    int conflicts = 0;
    if (*account) {
        auto open = ScopeRepository(m_parts.database).openConflicts((*account)->accountId);
        if (!open)
            return told(open.error());
        conflicts = *open;
    } else if (!m_run) {
        auto obeyed = m_leaving.isObeyed();
        if (!obeyed)
            return told(obeyed.error());
        if (*obeyed) // there is nothing to sign in for any more
            setTrouble(SyncSnapshot::Trouble::Revoked, QStringLiteral("this laptop was revoked"));
        else
            setTrouble(SyncSnapshot::Trouble::SignInNeeded, QStringLiteral("nobody is signed in"));
    }
    m_snapshot.waiting = counts->waiting;
    m_snapshot.held = counts->held;
    m_snapshot.behind = counts->behind;
    m_snapshot.rejected = counts->dead;
    m_snapshot.conflicts = conflicts;
    if (const auto time = fromIso(*contact))
        m_snapshot.lastContact = *time;
    // What waits behind a dead letter or is held will not go in this run.
    m_snapshot.toSend = m_snapshot.sent + counts->waiting - counts->held - counts->behind;
    publish();
}

void SyncEngine::setOffline(bool offline)
{
    if (offline == m_offline)
        return;
    m_offline = offline;
    m_snapshot.nextRun = {};
    if (offline) {
        abandon();
        setTrouble(SyncSnapshot::Trouble::Offline, QStringLiteral("working offline"));
        Q_EMIT wantsRunIn(-1, 0);
    } else {
        setTrouble(SyncSnapshot::Trouble::None, {});
        Q_EMIT wantsRunIn(0, 0);
    }
    recount();
}

void SyncEngine::noteSession(bool signedIn)
{
    if (signedIn && m_snapshot.trouble == SyncSnapshot::Trouble::SignInNeeded)
        setTrouble(SyncSnapshot::Trouble::None, {});
    m_backoff.reset();
    recount();
}

void SyncEngine::noteFailure(const Error &error)
{
    const SyncSnapshot::Trouble trouble = troubleOf({error, 0, {}});
    setTrouble(trouble, error.detail, trouble == SyncSnapshot::Trouble::NotTrusted ? error.where : QString());
    publish();
}

void SyncEngine::setPhase(SyncSnapshot::Phase phase)
{
    m_snapshot.phase = phase;
    publish();
}

void SyncEngine::setTrouble(SyncSnapshot::Trouble trouble, const QString &detail, const QString &reason)
{
    if (trouble == SyncSnapshot::Trouble::None)
        m_snapshot.troubleSince = {};
    else if (trouble != m_snapshot.trouble)
        m_snapshot.troubleSince = m_parts.clock.now();
    m_snapshot.trouble = trouble;
    m_snapshot.detail = detail;
    m_snapshot.reason = reason;
}

void SyncEngine::publish()
{
    if (m_snapshot == m_published)
        return;
    m_published = m_snapshot;
    Q_EMIT changed(m_snapshot);
}

} // namespace markaz
