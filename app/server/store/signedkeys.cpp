// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/signedkeys.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/issuer.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/rules/certificates.h"
#include "core/security/revocation.h"
#include "core/support/programmeday.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

const QString kMeta = QStringLiteral("issuer_keys");

Result<void> write(Database &database, const IssuerKeys &keys)
{
    const QString text = QString::fromUtf8(QJsonDocument(keys.toJson()).toJson(QJsonDocument::Compact));
    auto gone = database.run(QStringLiteral("DELETE FROM meta WHERE name = ?"), {kMeta});
    if (!gone)
        return gone.error();
    auto put = database.run(QStringLiteral("INSERT INTO meta (name, value) VALUES (?, ?)"), {kMeta, text});
    return put ? Result<void>() : Result<void>(put.error());
}

/// The root of a new store, made now.
Result<SigningKey> newRoot(const QString &folder, const QDate &today)
{
    auto root = SigningKey::generate(QStringLiteral("root-%1").arg(today.year()), today);
    if (!root)
        return root;
    if (auto saved = root->save(rootPathIn(folder)); !saved) {
        if (saved.error().code == ErrorCode::Exists)
            return SigningKey::load(rootPathIn(folder)); // of a start that went no further, or is under way
        return saved.error();
    }
    return root;
}

Result<void> signFirst(Database &database, const QString &folder, const Clock &clock)
{
    const QDateTime now = clock.now();
    auto all = issuerKeys(database);
    if (!all)
        return all.error();
    auto root = newRoot(folder, now.toUTC().date());
    if (!root)
        return root.error();
    IssuerKeys set;
    set.number = numberAfter(0, now);
    set.at = toIso(now);
    for (const PublicKey &key : all->keys())
        set.keys.append({key, {}, {}});
    auto made = signIssuerKeys(set, *root);
    if (!made)
        return made.error();
    return acceptKeys(database, *made, clock);
}

Error mayNotSign(const SigningKey &key)
{
    return makeError(ErrorCode::NotTrusted, QStringLiteral("%1 may not sign").arg(key.keyId()), key.keyId());
}

/// The orders to give up a laptop, which laptops would not believe any more.
Result<void> signOrdersAnew(Database &database, const SigningKey &own, bool signs, const QString &keyId)
{
    auto query =
        database.run(QStringLiteral("SELECT id, device, account, at FROM device_revocation WHERE kid = ?"), {keyId});
    if (!query)
        return query.error();
    QList<DeviceRevocation> orders;
    while ((*query)->next()) {
        const auto text = [&](int column) { return (*query)->value(column).toString(); };
        orders.append({text(0), text(1), text(2), text(3), {}, {}});
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    if (!orders.isEmpty() && !signs)
        return mayNotSign(own);
    for (const DeviceRevocation &order : std::as_const(orders)) {
        const auto anew = signRevocation(own, order);
        if (!anew)
            return anew.error();
        const auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
        auto put = database.run(QStringLiteral("UPDATE device_revocation SET kid = ?, signature = ? WHERE id = ?"),
                                {anew->keyId, QString::fromLatin1(anew->signature.toBase64(form)), anew->id});
        if (!put)
            return put.error();
    }
    return {};
}

bool holds(const IssuerKeys &set, const PublicKey &key)
{
    const IssuerKey *known = set.find(key.keyId);
    return known != nullptr && known->key.bytes == key.bytes;
}

} // namespace

QString rootPathIn(const QString &folder)
{
    return folder + QStringLiteral("/root-key.json");
}

Result<std::optional<IssuerKeys>> signedKeys(Database &database)
{
    const auto row = database.row(QStringLiteral("SELECT value FROM meta WHERE name = ?"), {kMeta});
    if (!row)
        return row.error();
    if (!row->has_value())
        return std::optional<IssuerKeys>();
    auto set = IssuerKeys::fromJson(QJsonDocument::fromJson((*row)->value(0).toString().toUtf8()).object());
    if (!set)
        return makeError(ErrorCode::StorageCorrupt, set.error().detail, kMeta);
    return std::optional<IssuerKeys>(*set);
}

Result<void> acceptKeys(Database &database, const IssuerKeys &told, const Clock &clock)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(database).takeWritersLock(); !locked) // two servers that start at once sign one set
        return locked;
    auto known = signedKeys(database);
    if (!known)
        return known.error();
    if (auto follows = *known ? mayFollow(**known, told) : verifyIssuerKeys(told); !follows)
        return follows;
    if (auto put = write(database, told); !put)
        return put;
    AuditEvent event = auditEvent(toIso(clock.now()), QStringLiteral("server"), {}, AuditAction::SignKeys);
    event.insert(QStringLiteral("number"), told.number);
    event.insert(QStringLiteral("root"), told.root.keyId);
    QJsonArray good;
    for (const IssuerKey &key : told.keys) {
        if (key.revokedAt.isEmpty())
            good.append(key.key.keyId);
    }
    event.insert(QStringLiteral("keys"), good);
    if (auto logged = AuditLog(database).append({event}); !logged)
        return logged;
    return transaction->commit();
}

Result<IssuerKeys> nextKeys(Database &database, const Clock &clock)
{
    auto set = signedKeys(database);
    if (!set)
        return set.error();
    if (!*set)
        return makeError(ErrorCode::NotFound, QStringLiteral("no set of keys was signed yet"), kMeta);
    IssuerKeys next = **set;
    next.number = numberAfter(next.number, clock.now());
    next.at = toIso(clock.now());
    return next;
}

Result<bool> certifyAtStart(Database &database, const QString &folder, const SigningKey &own, const Clock &clock)
{
    auto set = signedKeys(database);
    if (!set)
        return set.error();
    if (!*set) {
        const bool had = QFileInfo::exists(rootPathIn(folder));
        const auto first = signFirst(database, folder, clock);
        // Another server of this store was quicker: with this folder's root, or with its own, and then this root has
        // signed nothing.
        const bool otherRoot = !first && first.error().code == ErrorCode::Tampered;
        if (!first && !otherRoot && first.error().code != ErrorCode::WrongState)
            return first.error();
        if (otherRoot && !had)
            QFile::remove(rootPathIn(folder));
        set = signedKeys(database);
        if (!set)
            return set.error();
    }
    if (!*set || holds(**set, own.publicKey()))
        return set->has_value();
    auto root = SigningKey::load(rootPathIn(folder));
    if (!root && root.error().code != ErrorCode::NotFound)
        return root.error();
    if (!root || root->publicKey().bytes != (*set)->root.bytes)
        return false;
    auto next = nextKeys(database, clock);
    if (!next)
        return next.error();
    next->keys.append({own.publicKey(), {}, {}});
    auto made = signIssuerKeys(*next, *root);
    if (!made)
        return made.error();
    if (auto accepted = acceptKeys(database, *made, clock); !accepted)
        return accepted.error();
    return true;
}

Result<bool> maySign(Database &database, const SigningKey &key, const QDateTime &now)
{
    const auto set = signedKeys(database);
    if (!set)
        return set.error();
    const IssuerKey *known = *set ? (*set)->find(key.keyId()) : nullptr;
    return known != nullptr && known->key.bytes == key.publicKey().bytes && known->revokedAt.isEmpty() &&
           known->signsOn(now.toUTC().date());
}

Result<int> signAnew(Database &database, const SigningKey &own, const QString &keyId, const Clock &clock)
{
    auto stored = issuerKeys(database);
    if (!stored)
        return stored.error();
    const QDateTime now = clock.now();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    RecordTable table(database);
    if (auto locked = table.takeWritersLock(); !locked)
        return locked.error();
    auto signs = maySign(database, own, now);
    if (!signs)
        return signs.error();
    auto certificates = table.all(Entity::Certificate);
    if (!certificates)
        return certificates.error();
    QList<RecordWrite> writes;
    QList<AuditEvent> events;
    for (const StoredRecord &certificate : std::as_const(*certificates)) {
        if (certificate.deleted || certificate.text("key_id") != keyId ||
            !isInForce(stageOf(certificate, programmeDay(now))))
            continue;
        auto claims = verifyCertificate(certificate.text("payload"), *stored);
        if (!claims || claims->claims.number != certificate.text("number"))
            continue; // not what this store made: the register's page says that it is damaged, and so it stays
        if (!*signs)
            return mayNotSign(own);
        claims->claims.issuedAt = now.toUTC(); // when it was signed: the key did not sign before
        auto payload = encodeCertificate(claims->claims, own);
        if (!payload)
            return payload.error();
        StoredRecord anew = certificate;
        anew.record.fields.insert(QStringLiteral("payload"), *payload);
        anew.record.fields.insert(QStringLiteral("key_id"), own.keyId());
        ++anew.record.rev;
        AuditEvent event = auditEvent(toIso(now), QStringLiteral("server"), {}, AuditAction::SignAnew);
        event.insert(QStringLiteral("entity"), token(Entity::Certificate));
        event.insert(QStringLiteral("id"), anew.id());
        event.insert(QStringLiteral("rev"), anew.record.rev);
        events.append(event);
        writes.append({certificate, anew});
    }
    if (auto orders = signOrdersAnew(database, own, *signs, keyId); !orders)
        return orders.error();
    if (!writes.isEmpty()) {
        auto written = table.write(writes, toIso(now));
        if (!written)
            return written.error();
        if (auto logged = AuditLog(database).append(events, *written); !logged)
            return logged.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return static_cast<int>(writes.size());
}

} // namespace markaz::server
