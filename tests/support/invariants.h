// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/feedreader.h"
#include "tests/support/journal.h"
#include "tests/support/serverprocess.h"
#include "tests/support/servertruth.h"

#include <memory>

namespace markaz::test {

/// The one invariant of design's "Faults", to be asked when the faults have stopped and all is quiet:
///
///   (a) each change of the journal is exactly once applied on the server, or visible as waiting, in conflict, rejected
///       or in quarantine; and what was applied last stands in the record
///   (b) within its scope every laptop's records equal the server's
///   (c) every file that a record names is there and hashes to its name: on the server when it says so, else on the
///       laptop of its author
///   (d) no committed read went backwards, as a FeedWatch has seen it
///   (e) the audit chain verifies
///   (f) no laptop has a record from outside its scope
///
/// The server must run; laptops may be open. Everybody who writes must keep the journal, or (a) takes another's later
/// value for a lost one.
class Invariants
{
public:
    Invariants(ServerStore store, const QUrl &server);
    /// The server came back at another address, or was restored to another store.
    void leadTo(const QUrl &server);
    void leadTo(const QUrl &server, const ServerStore &store);

    /// A laptop's profile folder: `cache.sqlite`, `data.key`, `files`. Many may belong to one account.
    void addLaptop(const QString &profile, const QString &account, const QString &password);

    /// What does not hold, one sentence each: "(a) building 0190... of sample.inspector: ...". Empty when all holds.
    /// \p watch is asked for (d).
    QStringList violations(const Journal &journal, FeedWatch *watch = nullptr);

private:
    struct CheckedLaptop
    {
        QString profile;
        QString account;
    };
    struct Inside; ///< an opened profile
    FeedReader &readerOf(const QString &account);
    void checkChanges(const QList<SavedChange> &saved, const ServerTruth &truth);
    void checkValues(const QList<SavedChange> &saved, const ServerTruth &truth);
    void checkLaptop(const CheckedLaptop &laptop, const ServerTruth &truth);
    void checkRecords(Inside &inside, const CheckedLaptop &laptop, const ServerTruth &truth);
    void checkFiles(const QList<SavedChange> &saved, const ServerTruth &truth);
    void broken(const QString &what) { m_violations.append(what); }

    ServerStore m_store;
    QUrl m_server;
    QList<CheckedLaptop> m_laptops;
    QHash<QString, std::shared_ptr<FeedReader>> m_readers; ///< by account
    QHash<QString, QHash<QString, protocol::FeedItem>> m_feeds;
    struct Shown ///< a change as its author's laptop has it
    {
        QString word; ///< its state, or what its author did with it
        qint64 baseRev = 0;
    };
    QHash<QString, Shown> m_onLaptop; ///< by op_id
    QStringList m_violations;
};

} // namespace markaz::test
