// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/files/filesweep.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/filetable.h"
#include "app/server/store/recordtable.h"
#include "core/protocol/files.h"

namespace markaz::server {
namespace {

AuditEvent event(const QDateTime &now, AuditAction action, const QString &sha256)
{
    AuditEvent event = auditEvent(toIso(now), QStringLiteral("server"), {}, action);
    event.insert(QStringLiteral("entity"), QStringLiteral("file"));
    event.insert(QStringLiteral("id"), sha256);
    return event;
}

/// \p step in a transaction under the writers' lock.
template <class Step>
Result<void> locked(Database &database, const Step &step)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto taken = RecordTable(database).takeWritersLock(); !taken)
        return taken;
    if (auto done = step(); !done)
        return done;
    return transaction->commit();
}

/// The bytes go once the store has forgotten them for good: should the server die in between, a file without a row
/// stays that the next upload of it replaces, and never a row without its file.
Result<void> removeUnknown(Database &database, const ContentStore &contents, const QString &sha256)
{
    return locked(database, [&]() -> Result<void> {
        auto file = FileTable(database).find(sha256);
        if (!file)
            return file.error();
        return *file ? Result<void>() : contents.remove(sha256);
    });
}

Result<void> sweepUploads(Database &database, const ContentStore &contents, const QDateTime &now)
{
    FileTable files(database);
    const QDateTime before = now.addDays(-protocol::files::kExpiryDays);
    auto old = files.uploadsBefore(toIso(before));
    if (!old)
        return old.error();
    for (const Upload &upload : std::as_const(*old)) {
        auto partial = contents.partial(upload.id);
        if (!partial && partial.error().code == ErrorCode::StorageBusy)
            continue; // somebody goes on with it right now
        auto dropped = locked(database, [&]() -> Result<void> {
            if (auto removed = files.removeUpload(upload.id); !removed)
                return removed;
            return upload.done ? Result<void>()
                               : AuditLog(database).append({event(now, AuditAction::ExpireUpload, upload.sha256)});
        });
        if (!dropped)
            return dropped;
        if (auto removed = contents.removePartial(upload.id); !removed)
            return removed;
        if (auto removed = removeUnknown(database, contents, upload.sha256); !removed)
            return removed;
    }
    const QStringList partials = contents.partials();
    for (const QString &id : partials) {
        auto partial = contents.partial(id);
        auto upload = files.upload(id);
        if (!upload)
            return upload.error();
        if (!partial || *upload)
            continue;
        if (auto removed = contents.removePartial(id); !removed)
            return removed;
    }
    return {};
}

} // namespace

Result<void> sweepFiles(Database &database, const ContentStore &contents, const Clock &clock)
{
    const QDateTime now = clock.now();
    if (auto swept = sweepUploads(database, contents, now); !swept)
        return swept;
    QStringList unnamed;
    auto forgotten = locked(database, [&]() -> Result<void> {
        FileTable files(database);
        auto found = files.unnamedSince(toIso(now.addDays(-kSweepDays)));
        if (!found)
            return found.error();
        unnamed = *found;
        QList<AuditEvent> events;
        for (const QString &sha256 : std::as_const(unnamed)) {
            if (auto removed = files.remove(sha256); !removed)
                return removed;
            events.append(event(now, AuditAction::Remove, sha256));
        }
        return AuditLog(database).append(events);
    });
    if (!forgotten)
        return forgotten;
    for (const QString &sha256 : std::as_const(unnamed)) {
        if (auto removed = removeUnknown(database, contents, sha256); !removed)
            return removed;
    }
    return {};
}

} // namespace markaz::server
