// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/checkpoints.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/auditpattern.h"
#include "app/server/store/issuer.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/restores.h"
#include "core/security/auditcheckpoint.h"
#include "core/support/log.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const QString kColumns = QStringLiteral("n, hash, at, history, kid, signature");

Result<QList<Checkpoint>> rowsOf(Database &database, const QString &sql)
{
    auto query = database.run(sql);
    if (!query)
        return query.error();
    QList<Checkpoint> rows;
    while ((*query)->next()) {
        const auto text = [&query](int i) { return (*query)->value(i).toString(); };
        rows.append({text(3), (*query)->value(0).toLongLong(), text(1), text(2), text(4),
                     QByteArray::fromBase64(text(5).toLatin1(), kBase64)});
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return rows;
}

QVariantList valuesOf(const Checkpoint &checkpoint)
{
    return {checkpoint.n,       checkpoint.hash,  checkpoint.at,
            checkpoint.history, checkpoint.keyId, QString::fromLatin1(checkpoint.signature.toBase64(kBase64))};
}

bool isWithin(const Checkpoint &newest, const QDateTime &now, std::chrono::seconds time)
{
    const auto at = fromIso(newest.at);
    return at && *at <= now && at->secsTo(now) < time.count();
}

} // namespace

Result<std::optional<Checkpoint>> newestCheckpoint(Database &database)
{
    auto rows = rowsOf(database, QStringLiteral("SELECT %1 FROM checkpoint ORDER BY n DESC LIMIT 1").arg(kColumns));
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? std::optional<Checkpoint>() : std::optional(rows->first());
}

Result<QList<Checkpoint>> checkpoints(Database &database)
{
    return rowsOf(database, QStringLiteral("SELECT %1 FROM checkpoint ORDER BY n").arg(kColumns));
}

Result<QList<Checkpoint>> contradictions(Database &database)
{
    return rowsOf(database, QStringLiteral("SELECT %1 FROM contradiction ORDER BY n, hash").arg(kColumns));
}

Result<qint64> contradictionCount(Database &database)
{
    const auto row = database.row(QStringLiteral("SELECT count(*) FROM contradiction"));
    if (!row)
        return row.error();
    return row->has_value() ? (*row)->value(0).toLongLong() : 0;
}

Result<QList<Checkpoint>> contradictionsInChain(Database &database)
{
    auto query = database.run(QStringLiteral("SELECT event FROM audit WHERE event LIKE ? ORDER BY audit.n"),
                              {entriesOf(AuditAction::WitnessContradicts)});
    if (!query)
        return query.error();
    QList<Checkpoint> found;
    while ((*query)->next()) {
        const QJsonObject event = QJsonDocument::fromJson((*query)->value(0).toString().toUtf8()).object();
        const auto text = [&event](const char *name) { return event.value(QLatin1String(name)).toString(); };
        if (text("action") == token(AuditAction::WitnessContradicts))
            found.append({text("history"),
                          event.value(QStringLiteral("n")).toInteger(),
                          text("hash"),
                          text("signed_at"),
                          text("kid"),
                          {}});
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return found;
}

Result<KeySet> trustedKeys(Database &database, const PublicKey *own, const QList<PublicKey> &former)
{
    auto stored = issuerKeys(database);
    if (!stored || own == nullptr)
        return stored;
    KeySet keys;
    for (const PublicKey &key : QList<PublicKey>{*own} + former) {
        if (auto added = keys.add(key); !added)
            return added.error();
    }
    for (const PublicKey &key : stored->keys()) {
        if (keys.find(key.keyId) != nullptr)
            continue;
        if (auto added = keys.add(key); !added)
            return added.error();
    }
    return keys;
}

Result<std::optional<Checkpoint>> Checkpoints::make(std::chrono::seconds unlessWithin)
{
    Database &database = m_store.database();
    const auto nothing = std::optional<Checkpoint>();
    auto newest = newestCheckpoint(database);
    if (!newest)
        return newest.error();
    AuditEntry from;
    if (*newest) {
        if (isWithin(**newest, m_clock.now(), unlessWithin))
            return nothing;
        from = {(*newest)->n, {}, (*newest)->hash};
        auto entry = AuditLog(database).entry(from.n);
        if (!entry)
            return entry.error();
        if (!*entry || (*entry)->hash != from.hash)
            return makeError(ErrorCode::Tampered, QStringLiteral("the audit chain contradicts its newest checkpoint"),
                             QString::number(from.n));
    }
    // Read before the lock: an hour's entries must not hold up the writers, and what is committed stays.
    auto end = AuditLog(database).verify(from);
    if (!end)
        return end.error();
    if (end->n == from.n)
        return nothing;
    auto restored = restores(database, m_store.instanceId(), &m_key.publicKey(), from.n, m_former);
    if (!restored)
        return restored.error();
    for (const Restore &restore : std::as_const(*restored)) {
        if (!restore.holds)
            return makeError(ErrorCode::Tampered, QStringLiteral("nobody signed that a backup was restored here"),
                             QString::number(restore.n));
    }

    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(database).takeWritersLock(); !locked)
        return locked.error();
    auto meanwhile = newestCheckpoint(database);
    if (!meanwhile)
        return meanwhile.error();
    if (*meanwhile && *meanwhile != *newest &&
        ((*meanwhile)->n >= end->n || isWithin(**meanwhile, m_clock.now(), unlessWithin)))
        return nothing; // another server's
    const Checkpoint made = signCheckpoint({m_store.history(), end->n, end->hash, toIso(m_clock.now()), {}, {}},
                                           m_store.instanceId(), m_key);
    auto written = database.run(QStringLiteral("INSERT INTO checkpoint (%1) VALUES (?, ?, ?, ?, ?, ?)").arg(kColumns),
                                valuesOf(made));
    if (!written)
        return written.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return std::optional(made);
}

Result<Checkpoints::Witnessed> Checkpoints::hold(const Checkpoint &witness, const QString &account,
                                                 const QString &device)
{
    Database &database = m_store.database();
    auto entry = AuditLog(database).entry(witness.n);
    if (!entry)
        return entry.error();
    if (*entry && (*entry)->hash == witness.hash)
        return Witnessed::Holds;
    auto keys = trustedKeys(database, &m_key.publicKey(), m_former);
    if (!keys)
        return keys.error();
    if (!verifyCheckpoint(witness, m_store.instanceId(), *keys))
        return Witnessed::Unknown;
    // The same laptop brings it every minute, and what follows reads the whole audit.
    const auto known =
        database.row(QStringLiteral("SELECT 1 FROM contradiction WHERE n = ? AND hash = ?"), {witness.n, witness.hash});
    if (!known)
        return known.error();
    if (known->has_value())
        return Witnessed::Contradicts;
    auto restored = restores(database, m_store.instanceId(), &m_key.publicKey(), 0, m_former);
    if (!restored)
        return restored.error();
    const auto left = leftHistoryAt(*restored, witness.history, m_store.history());
    if (left && witness.n >= *left)
        return Witnessed::BeforeRestore;
    auto fresh = keep(witness, account, device);
    if (!fresh)
        return fresh.error();
    if (*fresh) {
        qCCritical(lcServer) << "THE AUDIT CHAIN WAS CHANGED: a laptop holds a checkpoint of ours that it contradicts, "
                                "entry"
                             << witness.n << "- run markaz-server verify-audit";
    }
    return Witnessed::Contradicts;
}

/// Whether it is the first time.
Result<bool> Checkpoints::keep(const Checkpoint &witness, const QString &account, const QString &device)
{
    Database &database = m_store.database();
    const QString now = toIso(m_clock.now());
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(database).takeWritersLock(); !locked)
        return locked.error();
    auto kept = database.run(QStringLiteral("INSERT INTO contradiction (%1, account, device, seen_at) VALUES (?, ?, ?, "
                                            "?, ?, ?, ?, ?, ?) ON CONFLICT (n, hash) DO NOTHING")
                                 .arg(kColumns),
                             valuesOf(witness) + QVariantList{account, device, now});
    if (!kept)
        return kept.error();
    if ((*kept)->numRowsAffected() == 0)
        return false;
    AuditEvent event = auditEvent(now, account, device, AuditAction::WitnessContradicts);
    event.insert(QStringLiteral("n"), witness.n);
    event.insert(QStringLiteral("hash"), witness.hash);
    event.insert(QStringLiteral("signed_at"), witness.at);
    event.insert(QStringLiteral("history"), witness.history);
    event.insert(QStringLiteral("kid"), witness.keyId);
    if (auto logged = AuditLog(database).append({event}); !logged)
        return logged.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return true;
}

} // namespace markaz::server
