// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/issuer.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

QString pathIn(const QString &folder)
{
    return folder + QStringLiteral("/issuer-key.json");
}

Result<void> publish(Database &database, const PublicKey &key)
{
    auto done = database.run(QStringLiteral("INSERT INTO issuer_key (kid, public_key, not_before) VALUES (?, ?, ?)"),
                             {key.keyId, QString::fromLatin1(key.bytes.toHex()), key.notBefore.toString(Qt::ISODate)});
    if (!done)
        return done.error();
    return {};
}

Result<SigningKey> create(Database &database, const QString &path, const QDate &today)
{
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        const QString id = QStringLiteral("%1-%2").arg(today.year()).arg(QLatin1Char(letter));
        auto key = SigningKey::generate(id, today);
        if (!key)
            return key;
        if (auto published = publish(database, key->publicKey()); !published) {
            if (published.error().code == ErrorCode::Exists)
                continue; // another server of this store has it
            return published.error();
        }
        if (auto saved = key->save(path); !saved) {
            if (saved.error().code == ErrorCode::Exists)
                return SigningKey::load(path); // another process of this folder was quicker
            return saved.error();
        }
        return key;
    }
    return makeError(ErrorCode::StorageFailed, QStringLiteral("this year has no key id left"), path);
}

} // namespace

Result<SigningKey> ownIssuer(const QString &folder)
{
    return SigningKey::load(pathIn(folder));
}

Result<SigningKey> loadOrCreateIssuer(Database &database, const QString &folder, const Clock &clock)
{
    const QString path = pathIn(folder);
    if (!QFileInfo::exists(path))
        return create(database, path, clock.now().date());
    auto key = SigningKey::load(path);
    if (!key)
        return key;
    auto known = issuerKeys(database);
    if (!known)
        return known.error();
    const PublicKey *stored = known->find(key->keyId());
    if (stored == nullptr) {
        if (auto published = publish(database, key->publicKey());
            !published && published.error().code != ErrorCode::Exists)
            return published.error();
    } else if (stored->bytes != key->publicKey().bytes) {
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the store knows another key %1").arg(key->keyId()),
                         path);
    }
    return key;
}

Result<KeySet> issuerKeys(Database &database)
{
    auto query = database.run(QStringLiteral("SELECT kid, public_key, not_before FROM issuer_key ORDER BY kid"));
    if (!query)
        return query.error();
    KeySet keys;
    while ((*query)->next()) {
        const PublicKey key{(*query)->value(0).toString(), QByteArray::fromHex((*query)->value(1).toByteArray()),
                            QDate::fromString((*query)->value(2).toString(), Qt::ISODate)};
        if (auto added = keys.add(key); !added)
            return added.error();
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return keys;
}

} // namespace markaz::server
