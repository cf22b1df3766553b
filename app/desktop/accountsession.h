// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/profile.h"
#include "core/security/columnsealer.h"
#include "core/storage/cachebackups.h"
#include "core/storage/syncstaterepository.h"
#include "core/sync/syncclient.h"
#include "core/workflow/changes.h"

#include <QJsonObject>
#include <QLockFile>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>

namespace markaz::desktop {

/// One account's cache, opened, with its repositories and its sync client. The ui thread's side. Keeps the daily copies
/// of the cache as long as it lives.
class AccountSession
{
public:
    /// Opens (or makes) the cache in \p folder with the account's data key. Errors are those of openCache, and
    /// StorageBusy while another process has it open: two would renew one session against each other, and the server
    /// would end it. InvalidValue with `where` = "pin" when \p pins (Profile::Settings) cannot be read.
    static Result<std::unique_ptr<AccountSession>> open(const QString &folder, SecretKey key, const QUrl &server,
                                                        const Gazetteer &gazetteer, const Clock &clock,
                                                        const QStringList &pins = {});
    /// Ends the session and gives its key back, to open it again.
    static SecretKey close(std::unique_ptr<AccountSession> session);
    ~AccountSession();

    SyncClient &sync() { return *m_sync; }
    Workspace &workspace() { return m_workspace; }
    SyncStateRepository &state() { return m_state; }
    /// The account whose records this cache holds, signed in or not; nothing before the first sign-in.
    Result<std::optional<Actor>> account() const;
    /// Whether the server ordered this laptop to be given up: then nothing of it is shown.
    bool isRevoked() const;
    /// Whether the cache holds sample data.
    bool holdsSample() const;
    void markSample();
    /// What was being typed and is no record yet: sealed, beside the records. Empty: nothing.
    Result<void> keepUnfinished(const QJsonObject &unfinished);
    /// It stays until other takes its place. Where its seal does not hold it is set aside, unaltered, with that error:
    /// the next time there is nothing.
    Result<QJsonObject> unfinished();
    const std::optional<MovedAside> &movedAside() const { return m_movedAside; }
    const CacheBackups &copies() const { return m_copies; }
    /// Lets the day's copy be made in a thread of its own, when it is due.
    void copyIfDue();
    /// The copies are made by then.
    void finishCopies() { m_copying.waitForDone(); }

private:
    AccountSession(std::unique_ptr<QLockFile> lock, std::unique_ptr<OpenMark> mark, std::unique_ptr<Database> database,
                   SecretKey key, std::optional<MovedAside> movedAside, const QString &cachePath, const QUrl &server,
                   const ServerPins &pins, const Clock &clock);

    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<OpenMark> m_mark; ///< goes last: when the cache is closed
    const Clock &m_clock;
    CacheBackups m_copies;
    std::unique_ptr<Database> m_database;
    SecretKey m_key;
    std::shared_ptr<const ColumnSealer> m_sealer; ///< the sync thread holds it too
    RecordRepository m_records;
    OutboxRepository m_outbox;
    SyncStateRepository m_state;
    Uuid7Source m_ids;
    ChangeNotifier m_notifier;
    Workspace m_workspace;
    std::optional<MovedAside> m_movedAside;
    std::unique_ptr<SyncClient> m_sync;
    QTimer m_copyTimer;
    QThreadPool m_copying;
};

} // namespace markaz::desktop
