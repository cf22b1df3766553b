// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/server/testserver.h"

namespace markaz::server::test {

inline const QString kHere = QStringLiteral("PK-PB"); ///< where the callers are
inline const QString kThere = QStringLiteral("PK-SD");

/// Whose the record is is told by who carried out its inspection, who is to, or who wrote the change that is in
/// conflict; where no such person is named (owners, buildings, policies), own and another's are alike.
enum class Place {
    Own,
    Anothers,
    OwnBefore,  ///< another's, of which the first revision was its own
    Elsewhere,  ///< another's, in a province that never was the account's
    Moved,      ///< its own; the building has moved to another province since
    ScopeMoved, ///< its own; the account has other provinces since
    Revoked,    ///< its own; the laptop is to be given up
    Closed,     ///< its own; the account was closed
    Expired,    ///< its own; the access token has run out
};

/// One push of one caller: what it is made of, and what it is to find.
struct Batch
{
    Session who;
    QString person; ///< whose the records are
    QString province;
    bool moved = false;
    bool ownBefore = false;   ///< an inspection that was handed in is the revision of one of the caller's
    QList<RecordWrite> there; ///< the records that it meets
    QList<Change> moves;      ///< by an officer of both provinces, before the push
    QList<Change> changes;
};

/// A change of every kind to a record of every kind, with the records that it needs and what has become of them and of
/// its author.
class RecordCases : public OnBoth
{
protected:
    RecordCases();
    QString idOf(const char *entity);
    Database &database() { return server.core().stores().ofThisThread().value()->database(); }
    Session caller(Role role);
    /// What has become of \p who when the push arrives.
    void become(const Session &who, Place place);
    /// A record that the batch meets; returned as it stands.
    StoredRecord put(Batch &batch, Entity entity, const QJsonObject &fields, const StoredRecord *parent = nullptr);
    StoredRecord building(Batch &batch);
    QJsonObject inspectionFields(const Batch &batch, const StoredRecord &of, const char *state);
    StoredRecord inspection(Batch &batch, const StoredRecord &of, const char *state);
    StoredRecord certificate(Batch &batch, const StoredRecord &of, const char *state);
    /// What somebody who makes or changes such a record enters; the records that it needs are put there.
    /// A draft of a loan for \p home, which gets an owner for it.
    QJsonObject loanOf(Batch &batch, const StoredRecord &home);
    QJsonObject fieldsOf(Batch &batch, Entity entity, const QString &decision, const StoredRecord &home);
    /// The record that a change of an existing one is about.
    StoredRecord standing(Batch &batch, Entity entity, const StoredRecord &home, const QString &step = {});
    /// An edit that a person might make, by the kind of record; a submit's fields for an inspection's submit.
    /// \p step: of a finding's state; none: of its words.
    static FieldChanges editOf(Entity entity, ChangeKind kind, const QString &self, const QString &step = {});
    /// The change that \p row names, added to the batch with all that it needs.
    void add(Batch &batch, const QString &row);
    void putThere(const Batch &batch);
    int quarantined() { return server.value(QStringLiteral("SELECT count(*) FROM quarantine")).toInt(); }

    Session officerOfBoth = server.join(QStringLiteral("officer.both"), Role::Officer, {kHere, kThere});
    Actor another = server.addAccount(QStringLiteral("inspector.another"), Role::Inspector, {kHere, kThere});
    StoredRecord policy;
    StoredRecord version; ///< of the standard
    StoredRecord account;

private:
    int m_count = 0;
    int m_codes = 0;
    int m_versions = 2;
};

} // namespace markaz::server::test
