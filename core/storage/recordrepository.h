// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/change.h"
#include "core/storage/database.h"
#include "core/storage/figurecells.h"
#include "core/storage/recordcolumns.h"
#include "core/support/sealer.h"

#include <QHash>

#include <optional>

namespace markaz {

/// The records of the laptop's cache, one table an entity, all of one shape (sql/cache/0001_cache.sql, 0005_sheet.sql):
///   id, rev, data (JSON of the fields that stand nowhere else), sheet (JSON of the map fields, which are merged member
///   by member), sealed (BLOB: JSON of the sealed ones), server, server_sealed (the server's last fields, kept only
///   while local changes wait), deleted, and columns that the database generates from data for sorting and filtering.
/// A sealed field is never in `data` or `sheet` and so can never be queried in clear.
class RecordRepository
{
public:
    /// From now on the figures are settled before each commit of \p database (figurecells.h): whoever writes records
    /// writes what is counted of them.
    RecordRepository(Database &database, const Sealer &sealer)
        : m_database(database)
        , m_sealer(sealer)
    {
        m_database.beforeCommit(&settleFigures);
    }

    Result<std::optional<Record>> find(Entity entity, const QString &id) const;
    /// NotFound instead of nothing.
    Result<Record> require(Entity entity, const QString &id) const;
    template <class T>
    Result<T> requireAs(const QString &id) const
    {
        auto record = require(T::entity, id);
        if (!record)
            return record.error();
        bool &checked = m_last[T::entity].checked; // require() has just remembered this very record
        if (checked)
            return T::passed(std::move(record).value());
        auto value = T::from(std::move(record).value());
        checked = value.ok();
        return value;
    }

    /// What the server last said of the record, without what waits here; nothing when it has not seen it.
    Result<std::optional<Record>> findAtServer(Entity entity, const QString &id) const;

    /// Writes what the user sees. The first local write over a server record keeps the server's fields beside it.
    Result<void> putLocal(const Record &record);
    /// Lays \p steps over the record as it stands now, in one reading, and writes it as putLocal does. What they
    /// changed is checked (checkAfter); NotFound when it is gone.
    Result<void> applyLocal(Entity entity, const QString &id, const FieldChanges &steps);
    /// A record from the feed: stores the server's fields and lays \p pending (the record's waiting changes, in order)
    /// over them; `server` is kept only while something waits. A record whose removal waits (a change without fields)
    /// stays hidden.
    Result<void> putFromServer(const Record &record, const QList<FieldChanges> &pending);
    /// The same for a record of which nothing waits, its fields as one JSON object's text. Malformed when it is not.
    Result<void> putFromServer(Entity entity, const QString &id, qint64 rev, const QByteArray &fields);
    /// After an outbox row left: shows the server's fields with what still waits laid over them, at revision \p rev.
    /// \p accepted: the settled change's fields that the server took (they join the server's fields).
    Result<void> settle(Entity entity, const QString &id, qint64 rev, const FieldChanges &accepted,
                        const QList<FieldChanges> &pending);
    /// Removed here, and not there yet: no list shows it until the server has agreed (remove) or its author gives the
    /// removal up. NotFound when it is gone.
    Result<void> hide(Entity entity, const QString &id);
    /// Takes hide() back: the removal met an edit, or was given up. Nothing happens when the record is gone.
    Result<void> unhide(Entity entity, const QString &id);
    /// Forgets the record (a tombstone, or it left the scope).
    Result<void> remove(Entity entity, const QString &id);
    /// Rows of \p entity, for digests and tests.
    Result<qint64> count(Entity entity) const;

    Database &database() const { return m_database; }
    const Sealer &sealer() const { return m_sealer; }

private:
    /// What was last read or written of each kind of record: one answer after the other goes into the same draft, and
    /// its other 99 need not be parsed, opened and checked each time. It is taken only for the very same bytes, which
    /// are read from the database every time; so it is never out of date, whoever wrote or took back the row.
    struct Remembered
    {
        QString id;
        RecordColumns columns;
        QJsonObject fields;
        bool checked = false; ///< RecordSpec::check() passed
    };
    struct Row
    {
        qint64 rev = 0;
        QJsonObject fields;
        bool owing = false; ///< local changes wait over a server record: its fields stand in `server`
    };
    enum class Write { Anew, Over }; ///< Over: the row is there
    Result<std::optional<Row>> read(Entity entity, const QString &id) const;
    Result<QJsonObject> decode(Entity entity, const QString &id, const RecordColumns &columns) const;
    RecordColumns encode(Entity entity, const QString &id, const QJsonObject &fields) const;
    /// The server's fields of \p row; none when it has not seen the record.
    Result<QJsonObject> serverFields(Entity entity, const QString &id, const Row &row) const;
    Result<void> write(Entity entity, const QString &id, qint64 rev, const RecordColumns &shown,
                       const RecordColumns &server, Write how);
    /// \p fields in the place of \p before. The server's revision stays, since only its word moves it, and the server's
    /// fields stay beside those that are shown.
    Result<void> writeOver(Entity entity, const QString &id, const Row &before, const QJsonObject &fields);
    /// One member of a map in the place of the whole sheet, where that says the same; nothing when it does not.
    Result<std::optional<QByteArray>> writeMember(Entity entity, const QString &id, const Row &before,
                                                  const FieldChanges &steps);
    /// The server's fields with \p pending laid over them.
    Result<void> writeBoth(Entity entity, const QString &id, qint64 rev, const QJsonObject &server,
                           const QList<FieldChanges> &pending, Write how);

    Database &m_database;
    const Sealer &m_sealer;
    mutable QHash<Entity, Remembered> m_last;
};

} // namespace markaz
