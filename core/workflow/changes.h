// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/domain/record.h"
#include "core/storage/outboxrepository.h"
#include "core/storage/recordrepository.h"
#include "core/support/idsource.h"

#include <QObject>

#include <functional>

namespace markaz {

/// Tells models that a record changed, whoever changed it: a use case on this thread, or the sync worker (queued).
class ChangeNotifier : public QObject
{
    Q_OBJECT
public:
    explicit ChangeNotifier(QObject *parent = nullptr);

Q_SIGNALS:
    void recordChanged(markaz::Entity entity, const QString &id);
    /// Many records changed at once (a pull): models reload.
    void manyChanged();
    /// The outbox's counts may differ.
    void outboxChanged();
    /// The queue of files may differ.
    void filesChanged();
    /// A file came into the content store.
    void fileCame(const QString &sha256);
};

/// What every use case needs. Lives in the thread of its database connection.
struct Workspace
{
    Database &database;
    RecordRepository &records;
    OutboxRepository &outbox;
    const Clock &clock;
    IdSource &ids;
    ChangeNotifier &notifier;
};

/// Stages the changes of one use case: records and their outbox rows in ONE transaction, then one signal a record.
/// Nothing is on disk before commit() returned ok, and then all of it is. Between staging and commit the sync worker
/// may have brought another revision of a record: commit() takes this change's steps over whatever stands there then.
class ChangeSet
{
public:
    ChangeSet(Workspace &workspace, const Actor &actor)
        : m_workspace(workspace)
        , m_actor(actor)
    {
    }

    /// A new record with an id of its own; checked.
    Result<Record> create(Entity entity, const QJsonObject &fields);
    /// From \p before to \p after; checked; no row when nothing differs. InvalidValue for a frozen field, NotAllowed
    /// for one that only the server writes, `where` = its name.
    Result<Record> update(const Record &before, QJsonObject after, ChangeKind kind = ChangeKind::Patch);
    /// The same for one field that belongs to no group, or one member of a map; without looking through the rest.
    /// \p after: \p before with \p path changed, and checked (CheckedRecord::with()).
    Result<void> updateAt(const Record &before, const Record &after, const QString &path);
    /// Takes the record off: it is hidden here at once and gone when the server has agreed.
    void remove(const Record &before);
    /// Something else that is written in the same transaction, behind the records.
    void also(std::function<Result<void>()> write) { m_also.append(std::move(write)); }
    /// What the server will make of this change, shown on this laptop at once: no outbox row, because the server does
    /// it itself, and its own word replaces it when it comes. RecordRepository::settle(entity, id, 0, {}, pending)
    /// takes it back when the server refused.
    Result<void> foresee(const Record &before, const QJsonObject &after);
    /// An error leaves the disk as it was, and may be tried again.
    Result<void> commit();

private:
    struct Staged
    {
        /// A created one as a whole; of others the entity, the id and the revision seen.
        Record record;
        bool created = false;
        FieldChanges steps;
        bool owed = true; ///< has an outbox row
        Change change;
    };
    Result<void> stage(const Record &before, QJsonObject after, const FieldChanges &steps, ChangeKind kind);
    Result<void> write(const Staged &staged);

    Workspace &m_workspace;
    Actor m_actor;
    QList<Staged> m_staged;
    QList<std::function<Result<void>()>> m_also;
};

} // namespace markaz

Q_DECLARE_METATYPE(markaz::Entity)
