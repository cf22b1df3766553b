// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/domain/record.h"
#include "core/storage/outboxrepository.h"
#include "core/storage/recordrepository.h"
#include "core/support/idsource.h"

#include <QObject>

namespace markaz {

/// Tells models that a record changed, whoever changed it: a use case on this thread, or the sync worker (queued).
class ChangeNotifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void recordChanged(markaz::Entity entity, const QString &id);
    /// Many records changed at once (a pull): models reload.
    void manyChanged();
    /// The outbox's counts may differ.
    void outboxChanged();
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
/// Nothing is on disk before commit() returned ok, and then all of it is.
class ChangeSet
{
public:
    ChangeSet(Workspace &workspace, const Actor &actor) : m_workspace(workspace), m_actor(actor) {}

    /// A new record with an id of its own; checked.
    Result<Record> create(Entity entity, const QJsonObject &fields);
    /// From \p before to \p after; no row when nothing differs.
    Result<Record> update(const Record &before, QJsonObject after, ChangeKind kind = ChangeKind::Patch);
    Result<void> commit();

private:
    Workspace &m_workspace;
    Actor m_actor;
    QList<Record> m_records;
    QList<Change> m_changes;
};

} // namespace markaz
