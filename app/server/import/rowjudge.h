// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/rules/rulecontext.h"
#include "core/workflow/similarbuildings.h"

#include <memory>

namespace markaz::server {

/// Makes buildings of rows by the rules that a pushed change goes through, in the open transaction: some hundreds at a
/// time are judged in memory and written with what the audit says of them.
class RowJudge
{
public:
    RowJudge(Store &store, const Reference &reference, const SigningKey &key, const Clock &clock, IdSource &ids);

    /// Takes the writers' lock, and tells \p similar of what is there.
    Result<void> begin(SimilarBuildings &similar);
    /// The code that the row's building has got, or why it is refused. An Error is the store's own.
    Result<std::variant<QString, RowFault>> add(const ImportRow &row);
    /// Writes the rest, and the audit's word on the whole.
    Result<void> end();
    int buildings() const { return m_buildings; }
    int owners() const { return static_cast<int>(m_owners.size()); }

private:
    Result<std::variant<QString, RowFault>> codeOf(const ImportRow &row);
    Result<std::optional<RowFault>> judged(const ImportRow &row, Entity entity, const QString &id,
                                           const QJsonObject &fields);
    Result<void> write();

    /// The rows that are judged and not written yet.
    struct Batch
    {
        WorkingSet records;
        RuleContext context;
        Batch(const RowJudge &judge, RecordTable &table);
    };

    Store &m_store;
    Database &m_database;
    const Reference &m_reference;
    const SigningKey &m_key;
    const Clock &m_clock;
    IdSource &m_ids;
    RecordTable m_table;
    Actor m_server;
    std::unique_ptr<Batch> m_batch;
    QList<AuditEvent> m_events;
    QSet<QString> m_codes;            ///< given to rows
    QHash<QString, int> m_highest;    ///< prefix -> number
    QHash<QString, QString> m_owners; ///< name|kind|number|province -> id
    int m_buildings = 0;
    int m_waiting = 0; ///< rows that are not written yet
};

} // namespace markaz::server
