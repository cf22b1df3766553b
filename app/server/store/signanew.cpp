// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/auditlog.h"
#include "app/server/store/issuer.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/rules/certificates.h"
#include "app/server/store/signedkeys.h"
#include "core/security/revocation.h"
#include "core/support/programmeday.h"

#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

Error mayNotSign(const SigningKey &key)
{
    return makeError(ErrorCode::NotTrusted, QStringLiteral("%1 may not sign").arg(key.keyId()), key.keyId());
}

/// The orders to give up a laptop, which laptops would not believe any more; each with its entry of the audit.
Result<void> signOrdersAnew(Database &database, const SigningKey &own, bool signs, const QString &keyId,
                            const QDateTime &now, QList<AuditEvent> &events)
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
        AuditEvent event = auditEvent(toIso(now), QStringLiteral("server"), {}, AuditAction::SignAnew);
        event.insert(QStringLiteral("id"), anew->device);
        event.insert(QStringLiteral("account"), anew->account);
        event.insert(QStringLiteral("revocation"), anew->id);
        event.insert(QStringLiteral("kid"), anew->keyId);
        events.append(event);
    }
    return {};
}

} // namespace

Result<int> signAnew(Store &store, const SigningKey &own, const QString &keyId, const Clock &clock)
{
    Database &database = store.database();
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
    auto signs = maySign(store, own, now);
    if (!signs)
        return signs.error();
    auto set = signedKeys(store);
    if (!set)
        return set.error();
    const IssuerKey *signer = *set ? (*set)->find(keyId) : nullptr;
    const bool revoked = signer != nullptr && !signer->revokedAt.isEmpty();
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
        if (!revoked && signer != nullptr && signer->signsOn(claims->claims.issuedAt.toUTC().date()))
            continue; // it holds
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
    if (revoked) { // else the orders hold: whoever revoked a laptop did so while the key signed
        if (auto orders = signOrdersAnew(database, own, *signs, keyId, now, events); !orders)
            return orders.error();
    }
    RecordHashes hashes;
    if (!writes.isEmpty()) {
        auto written = table.write(writes, toIso(now));
        if (!written)
            return written.error();
        hashes = *written;
    }
    if (auto logged = AuditLog(database).append(events, hashes); !logged)
        return logged.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return static_cast<int>(writes.size());
}

} // namespace markaz::server
