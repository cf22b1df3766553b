// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/messages.h"
#include "tests/support/serverprocess.h"

#include <QHash>
#include <QSet>

namespace markaz::test {

/// What a server's store holds, read from its tables at one moment, beside the server that runs on it.
struct ServerTruth
{
    struct Stored
    {
        Entity entity = Entity::Building;
        qint64 rev = 0;
        QString province;
        bool deleted = false;
        QJsonObject fields;
    };
    struct Settled
    {
        QString bodyHash;
        protocol::ChangeResult result;
    };
    QHash<QString, Stored> records;
    QHash<QString, Settled> ledger; ///< by op_id
    QSet<QString> quarantined;      ///< op_ids
    /// By "op_id|record": how often the audit says that a change wrote that record.
    QHash<QString, int> written;
    QSet<QString> conflictsOf; ///< op_ids that a conflict record keeps

    static Result<ServerTruth> read(const ServerStore &store);
};

} // namespace markaz::test
