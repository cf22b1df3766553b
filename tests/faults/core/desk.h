// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/columnsealer.h"
#include "core/storage/cache.h"
#include "core/sync/syncengine.h"
#include "core/workflow/changes.h"
#include "tests/support/sync/laptop.h"

namespace markaz::test {

/// A laptop whose disk may fail at any moment: opened as the program opens it, and written through its use cases.
/// Remembers what its user was told is saved.
class Desk
{
public:
    Desk(FakeServer &server, FixedClock &clock, const QString &path);
    ~Desk();

    /// As the program starts.
    Result<void> open(Look look = Look::Quick);
    void close();
    bool isOpen() const { return m_open != nullptr; }
    /// A locked database answers at once instead of in five seconds.
    void waitForNobody();

    Result<Actor> signIn(const QString &name);
    /// One use case: a new record, or a field of one. What returned ok is kept in told().
    Result<QString> create(Entity entity, const QJsonObject &fields);
    Result<void> edit(Entity entity, const QString &id, const QString &path, const QJsonValue &value);
    /// A run of sync, with the server answering until it ends.
    SyncSnapshot::Trouble sync();

    struct Told
    {
        Entity entity = Entity::Owner;
        QString id;
        QString path;
        QJsonValue value;
    };
    const QList<Told> &told() const { return m_told; }
    /// What may stand there now: what was told last, or what was tried after it. A write that failed at its very end
    /// may be on the disk all the same; never the other way round.
    QList<QJsonValue> mayStand(const QString &id, const QString &path) const;
    std::optional<Record> find(Entity entity, const QString &id);
    QList<OutboxRow> rows();
    Database &database();

private:
    struct Open;
    FakeServer &m_server;
    FixedClock &m_clock;
    QString m_path;
    SeededIdSource m_ids;
    ColumnSealer m_sealer;
    Actor m_actor;
    QList<Told> m_told;
    QList<std::pair<Told, bool>> m_tried; ///< in order; whether it was told
    std::unique_ptr<Open> m_open;
};

/// The cities and provinces that both programs carry.
const Gazetteer &carriedGazetteer();

} // namespace markaz::test
