// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/issuer.h"

#include "app/server/store/auditpattern.h"

#include "core/support/wholefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QSqlError>
#include <QSqlQuery>

#include <cstdio>

namespace markaz::server {
namespace {

QString pathIn(const QString &folder)
{
    return folder + QStringLiteral("/issuer-key.json");
}

QString nextPathIn(const QString &folder)
{
    return folder + QStringLiteral("/issuer-key-next.json");
}

QString formerPathIn(const QString &folder)
{
    return folder + QStringLiteral("/former-keys.json");
}

/// A store that was restored does not know which ids were given after its backup, and two keys of one id would make
/// certificates of the lost one false: there an id has a part of its own.
Result<QString> ownPart(Database &database)
{
    const auto restored = database.row(QStringLiteral("SELECT 1 FROM audit WHERE event LIKE ? LIMIT 1"),
                                       {entriesOf(AuditAction::Restore)});
    if (!restored)
        return restored.error();
    return *restored ? QStringLiteral("-%1").arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'))
                     : QString();
}

Result<SigningKey> create(Database &database, const QString &path, const QDate &today)
{
    const auto part = ownPart(database);
    if (!part)
        return part.error();
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        const QString id = QStringLiteral("%1-%2%3").arg(today.year()).arg(QLatin1Char(letter)).arg(*part);
        auto key = SigningKey::generate(id, today);
        if (!key)
            return key;
        if (auto published = publishKey(database, key->publicKey()); !published) {
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

Result<void> publishKey(Database &database, const PublicKey &key)
{
    auto done = database.run(QStringLiteral("INSERT INTO issuer_key (kid, public_key, not_before) VALUES (?, ?, ?)"),
                             {key.keyId, QString::fromLatin1(key.bytes.toHex()), key.notBefore.toString(Qt::ISODate)});
    if (!done)
        return done.error();
    return {};
}

Result<QList<PublicKey>> formerKeys(const QString &folder)
{
    QFile file(formerPathIn(folder));
    if (!file.exists())
        return QList<PublicKey>();
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::StorageFailed, file.errorString(), file.fileName());
    auto keys = KeySet::fromJson(QJsonDocument::fromJson(file.readAll()).object());
    if (!keys)
        return makeError(ErrorCode::Malformed, keys.error().detail, file.fileName());
    return keys->keys();
}

Result<PublicKey> makeNext(Database &database, const QString &folder, const Clock &clock)
{
    const QString path = nextPathIn(folder);
    auto key = QFileInfo::exists(path) ? SigningKey::load(path) : create(database, path, clock.now().toUTC().date());
    if (!key)
        return key.error();
    return key->publicKey();
}

bool replaceWith(const QString &to, const QString &from)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

Result<QString> takeUpNext(const QString &folder, const IssuerKeys &keys)
{
    const QString next = nextPathIn(folder);
    if (!QFileInfo::exists(next))
        return QString();
    auto key = SigningKey::load(next);
    if (!key)
        return key.error();
    const IssuerKey *listed = keys.find(key->keyId());
    if (listed == nullptr || listed->key.bytes != key->publicKey().bytes)
        return QString();
    auto own = ownIssuer(folder);
    auto former = formerKeys(folder);
    if (!own || !former)
        return own ? former.error() : own.error();
    // The old public half is kept before the old file goes: killed in between, this is done once more.
    KeySet kept;
    for (const PublicKey &old : *former + QList<PublicKey>{own->publicKey()}) {
        if (auto added = kept.add(old); !added)
            return added.error();
    }
    QSaveFile file(formerPathIn(folder));
    const QByteArray text = QJsonDocument(kept.toJson()).toJson();
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(text) != text.size())
        return makeError(ErrorCode::StorageFailed, file.errorString(), file.fileName());
    if (auto whole = commitWhole(file); !whole)
        return whole.error();
    if (!replaceWith(pathIn(folder), next))
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the new key could not be put in its place"), next);
    return key->keyId();
}

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
        if (auto published = publishKey(database, key->publicKey());
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
