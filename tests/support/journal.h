// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/change.h"
#include "core/storage/database.h"
#include "core/support/sealer.h"

#include <QHash>
#include <QList>

namespace markaz::test {

/// A change that a user was told is saved.
struct SavedChange
{
    QString account; ///< name
    QString profile; ///< the laptop's folder
    Change change;
};

/// What users were told is saved: a file of one JSON line a change. Any number of processes append to it, and what a
/// process wrote stays when it is killed.
class Journal
{
public:
    explicit Journal(QString path)
        : m_path(std::move(path))
    {
    }

    /// Call it when a use case has said ok: takes down what the outbox of the cache \p database got since the last
    /// call.
    Result<void> note(const QString &account, Database &database, const Sealer &sealer);
    /// Takes down one change that was made without a laptop.
    Result<void> note(const SavedChange &saved);
    /// Everything that any process noted, each op_id once, in the order of noting. Malformed for a line that is none.
    Result<QList<SavedChange>> all() const;

private:
    QString m_path;
    QHash<QString, qint64> m_noted; ///< by database: the last position
};

} // namespace markaz::test
