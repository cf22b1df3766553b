// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The file engine's account of itself, what others tell it, and the sweep of content that nothing names.
#include "core/sync/fileengine.h"

#include "core/support/log.h"

namespace markaz {

using Pause = FileFigures::Pause;

void FileEngine::recount()
{
    const auto up = m_parts.files.counts(FileDirection::Up);
    const auto down = m_parts.files.counts(FileDirection::Down);
    if (!up || !down) {
        setPause(Pause::StorageFailed, up ? down.error().detail : up.error().detail);
        publish();
        return;
    }
    if (m_figures.waitingUp == 0 && up->waiting > 0)
        m_figures.sent = 0; // another load
    m_figures.waitingUp = up->waiting;
    m_figures.waitingDown = down->waiting;
    m_figures.refused = up->refused + down->refused;
    m_figures.upBytes = up->done;
    m_figures.upTotal = up->bytes;
    m_figures.downBytes = down->done;
    m_figures.downTotal = down->bytes;
    if (!m_run) {
        m_figures.current.clear();
        m_figures.currentBytes = 0;
        m_figures.currentSize = 0;
        m_named = 0;
    }
    publish();
}

void FileEngine::showCurrent(const FileJob &job)
{
    if (m_named != job.id) {
        m_named = job.id;
        m_figures.current.clear();
        // Only for show: a record that cannot be read is told of where it is needed.
        if (const auto record = m_parts.records.find(Entity::Evidence, job.evidence); record && *record)
            m_figures.current = (*record)->fields.value(QStringLiteral("filename")).toString();
    }
    const bool up = job.direction == FileDirection::Up;
    m_figures.currentUp = up;
    m_figures.currentBytes = job.done;
    m_figures.currentSize = job.size;
    m_figures.bytesPerSecond = (up ? m_upChunk : m_downChunk).bytesPerSecond();
    publish();
}

void FileEngine::setOffline(bool offline)
{
    if (offline == m_offline)
        return;
    m_offline = offline;
    if (offline) {
        abandon();
        setPause(Pause::Offline, QStringLiteral("working offline"));
        Q_EMIT wantsRunIn(-1, 0);
    } else {
        setPause(Pause::None, {});
        Q_EMIT wantsRunIn(0, 0);
    }
    recount();
}

bool FileEngine::serverMayBeBack() const
{
    return m_figures.pause == Pause::NotReached || m_figures.pause == Pause::Offline ||
           m_figures.pause == Pause::NotOurServer || m_figures.pause == Pause::SignInNeeded;
}

void FileEngine::noteSession(bool signedIn)
{
    abandon();
    m_backoff.reset();
    setPause(signedIn ? Pause::None : Pause::SignInNeeded, {});
    recount();
    Q_EMIT wantsRunIn(signedIn ? 0 : -1, 0);
}

/// Under the database's write lock, so that whoever is about to commit a record for the content either has done so or
/// finds it gone and says so.
Result<int> FileEngine::sweep()
{
    const auto gone = m_parts.files.gone();
    if (!gone)
        return gone.error();
    int swept = 0;
    for (const QString &sha256 : *gone) {
        auto transaction = Transaction::begin(m_parts.database);
        if (!transaction)
            return transaction.error();
        auto needed = m_parts.files.isNeeded(sha256);
        if (!needed)
            return needed.error();
        if (!*needed) {
            for (const auto &removed : {m_parts.store.remove(sha256), m_parts.store.dropPartial(sha256)}) {
                if (!removed)
                    return removed.error();
            }
            ++swept;
        }
        if (auto settled = m_parts.files.settleGone(sha256); !settled)
            return settled.error();
        if (auto committed = transaction->commit(); !committed)
            return committed.error();
    }
    if (swept > 0)
        qCInfo(lcSync) << swept << "files whose records are gone left this laptop";
    return swept;
}

void FileEngine::setPause(Pause pause, const QString &detail)
{
    if (pause == Pause::None)
        m_figures.pausedSince = {};
    else if (pause != m_figures.pause)
        m_figures.pausedSince = m_parts.clock.now();
    m_figures.pause = pause;
    m_figures.detail = detail;
}

void FileEngine::publish()
{
    if (m_figures == m_published)
        return;
    m_published = m_figures;
    Q_EMIT changed(m_figures);
}

} // namespace markaz
