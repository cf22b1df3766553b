// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/columnsealer.h"
#include "core/storage/cache.h"
#include "core/storage/syncstaterepository.h"
#include "core/sync/session.h"
#include "core/workflow/changes.h"
#include "tests/bench/workload.h"

namespace markaz::bench {

/// A laptop's cache file with everything that works on it.
struct Cache
{
    static Result<std::unique_ptr<Cache>> open(const QString &path, const Carried &carried)
    {
        const FixedClock clock(QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC));
        auto opened = openCache(path, carried.gazetteer, clock);
        if (!opened)
            return opened.error();
        return std::make_unique<Cache>(std::move(opened->database), clock);
    }
    /// In one transaction, as the feed brings them.
    Result<void> fill(const QList<Record> &given)
    {
        auto transaction = Transaction::begin(*database);
        if (!transaction)
            return transaction.error();
        for (const Record &record : given) {
            if (auto written = records.putFromServer(record, {}); !written)
                return written.error();
        }
        return transaction->commit();
    }
    Cache(std::unique_ptr<Database> opened, const FixedClock &now)
        : database(std::move(opened))
        , clock(now)
    {
    }

    std::unique_ptr<Database> database;
    FixedClock clock;
    Uuid7Source ids{clock};
    ColumnSealer sealer{SecretKey::random()};
    RecordRepository records{*database, sealer};
    OutboxRepository outbox{*database, sealer};
    SyncStateRepository state{*database};
    ChangeNotifier notifier;
    Workspace workspace{*database, records, outbox, clock, ids, notifier};
    SyncParts parts{*database, records, outbox, state, clock, ids};
};

} // namespace markaz::bench
