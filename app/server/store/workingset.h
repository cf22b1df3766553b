// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/recordtable.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace markaz::server {

/// The records of one transaction as its changes see them one after the other. A change stages its steps; they are kept
/// together when it stands and dropped together when it is refused.
class WorkingSet
{
public:
    explicit WorkingSet(RecordTable &table)
        : m_table(table)
    {
    }

    /// Reads those of \p ids that are not known yet, in one query.
    Result<void> preload(const QStringList &ids);
    /// The record as it stands now, deleted or not; nothing when there is none.
    Result<std::optional<StoredRecord>> find(const QString &id);
    /// The living records of \p entity that belong to \p parent, as they stand now.
    Result<QList<StoredRecord>> children(const QString &parent, Entity entity);
    /// Every living record that belongs to \p parent.
    Result<QList<StoredRecord>> children(const QString &parent);
    /// The living buildings that were merged into \p building.
    Result<QList<StoredRecord>> mergedInto(const QString &building);
    /// The living loans that name \p owner.
    Result<QList<StoredRecord>> loansOf(const QString &owner);
    /// The living loans that are clawed back because of \p certificate.
    Result<QList<StoredRecord>> clawedBackBy(const QString &certificate);
    Result<bool> keyTaken(Entity entity, const QString &ukey, const QString &byOtherThan);
    /// The highest number in \p field of the records of \p entity that this transaction has written; 0 = none.
    qint64 newestOf(Entity entity, const char *field) const;
    /// The next free building code's number of \p prefix.
    Result<int> nextCode(const QString &prefix);

    /// The staged record \p id is written as \p fields say, of which it holds those that are no maps.
    void keepText(const QString &id, const QByteArray &fields);
    void stage(const StoredRecord &record) { m_staged.insert(record.id(), record); }
    void keep();
    void drop() { m_staged.clear(); }

    /// What is to be written, in the order in which the records were first touched.
    QList<RecordWrite> writes() const;
    qsizetype known() const { return m_now.size(); }

private:
    /// Those of \p rows, as they stand now, and of what this transaction wrote that \p belongs and live, by id.
    QList<StoredRecord> living(const QList<StoredRecord> &rows,
                               const std::function<bool(const StoredRecord &record)> &belongs);

    RecordTable &m_table;
    QHash<QString, StoredRecord> m_stored; ///< as the store holds them
    QSet<QString> m_absent;
    QHash<QString, StoredRecord> m_now; ///< written or changed by this transaction
    QStringList m_order;
    QHash<QString, StoredRecord> m_staged;
};

} // namespace markaz::server
