// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/recordhash.h"
#include "core/domain/actor.h"
#include "core/protocol/accounts.h"
#include "core/security/password.h"
#include "core/storage/database.h"
#include "core/support/clock.h"
#include "core/support/idsource.h"

#include <optional>

namespace markaz::server {

struct NewAccount
{
    QString name; ///< 3 to 60 of a-z, 0-9, dot, hyphen, underscore; unique
    QString displayName;
    Role role = Role::Inspector;
    QStringList provinces;
    QString passwordHash; ///< of hashPassword(); empty = none yet
    bool sample = false;
    protocol::Enrolment enrolment = protocol::Enrolment::Open;
};

struct StoredAccount
{
    Actor actor;
    QString passwordHash; ///< empty = none yet
    bool active = true;
    protocol::Enrolment enrolment = protocol::Enrolment::Open;
    QString createdAt = {};
    bool sample = false; ///< made with sample data
};

/// Accounts with their secrets, and the public part of each as a record of the feed.
class Accounts
{
public:
    explicit Accounts(Database &database)
        : m_database(database)
    {
    }

    /// In a transaction of its own. InvalidValue with `where` = the field, Exists when the name is taken.
    Result<Actor> add(const NewAccount &account, const Clock &clock, IdSource &ids);
    /// The same in the open transaction; the caller writes the record and the audit.
    Result<Actor> insert(const NewAccount &account, const QString &id, const QString &at);
    /// The public part as a record of the feed, in the open transaction: made when there is none, a revision further
    /// otherwise. The hash is for the entry that tells of it.
    Result<RecordHashes> publish(const Actor &actor, bool active, const QString &at);
    /// Ends the account's sessions but \p except, in the open transaction.
    Result<void> endSessions(const QString &id, const QString &at, const QString &except = {});
    /// Gives it another password (of hashPassword()) and ends its sessions but \p except, in the open transaction.
    Result<void> setPassword(const QString &id, const QString &hash, const QString &at, const QString &except = {});
    /// The same password in another hash: nothing ends. Leaves it alone when it is not \p before any more.
    Result<void> renewHash(const QString &id, const QString &before, const QString &hash);
    /// Whether any of them was made with sample data.
    Result<bool> anySample() const;
    Result<QList<StoredAccount>> all() const;
    Result<std::optional<StoredAccount>> byName(const QString &name) const;
    Result<std::optional<StoredAccount>> byId(const QString &id) const;
    /// The id of the account that somebody means with \p said: its id, its name, or the name that is shown where only
    /// one is called that. NotFound with `where` = "actor" otherwise.
    Result<QString> meant(const QString &said) const;

private:
    Database &m_database;
};

/// The public part of an account as its record's fields.
QJsonObject accountFields(const Actor &actor, bool active);
/// Changes when the role or the provinces do: cursors and tokens of another scope are told apart by it.
QString scopeVersion(const Actor &actor);

} // namespace markaz::server
