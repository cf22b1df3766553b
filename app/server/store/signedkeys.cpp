// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/signedkeys.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/issuer.h"
#include "app/server/store/recordtable.h"
#include "core/support/log.h"
#include "core/support/wholefile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <mutex>

namespace markaz::server {
namespace {

const QString kMeta = QStringLiteral("issuer_keys");

Result<void> write(Database &database, const IssuerKeys &keys)
{
    return putMeta(database, kMeta, QString::fromUtf8(QJsonDocument(keys.toJson()).toJson(QJsonDocument::Compact)));
}

Error untrusted(const QString &why)
{
    return makeError(ErrorCode::Tampered, why, kUntrustedKeys);
}

Result<IssuerKeys> parsed(const QString &text)
{
    auto set = IssuerKeys::fromJson(QJsonDocument::fromJson(text.toUtf8()).object());
    if (auto holds = set ? verifyIssuerKeys(*set) : Result<void>(set.error()); !holds)
        return untrusted(holds.error().detail);
    return set;
}

/// What stands in DATA/trusted-keys.json; empty: there is none.
Result<QByteArray> pinBytes(const QString &folder)
{
    QFile file(pinPathIn(folder));
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::StorageFailed, file.errorString(), file.fileName());
    const QByteArray bytes = file.readAll();
    return bytes.isEmpty() ? QByteArrayLiteral(" ") : bytes; // one that was emptied is there still
}

Result<std::optional<IssuerKeys>> pinIn(const QByteArray &bytes, const QString &folder)
{
    if (bytes.isEmpty())
        return std::optional<IssuerKeys>();
    auto set = IssuerKeys::fromJson(QJsonDocument::fromJson(bytes).object());
    if (auto holds = set ? verifyIssuerKeys(*set) : Result<void>(set.error()); !holds)
        return makeError(ErrorCode::Tampered, QStringLiteral("%1: %2").arg(pinPathIn(folder), holds.error().detail),
                         kDamagedPin);
    return std::optional<IssuerKeys>(*set);
}

/// Keeps \p set beside the database, where who writes to that alone does not reach it. One that cannot be written is
/// no reason to refuse what was verified: the pin that is there holds as before.
void pinKeys(const QString &folder, const std::optional<IssuerKeys> &before, const IssuerKeys &set)
{
    if (folder.isEmpty() || (before && *before == set && QFile::exists(pinPathIn(folder))))
        return;
    QSaveFile file(pinPathIn(folder));
    const QByteArray text = QJsonDocument(set.toJson()).toJson();
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    const auto whole = written ? commitWhole(file)
                               : Result<void>(makeError(ErrorCode::StorageFailed, file.errorString(), file.fileName()));
    if (!whole)
        qCWarning(lcServer) << "the set of keys could not be kept beside the database:" << whole.error().detail;
}

/// The public halves that this store has not: of keys of which a set came back after a restore.
Result<void> publishAll(Database &database, const IssuerKeys &set)
{
    const auto known = issuerKeys(database);
    if (!known)
        return known.error();
    for (const IssuerKey &key : set.keys) {
        const PublicKey *stored = known->find(key.key.keyId);
        if (stored != nullptr && stored->bytes != key.key.bytes)
            return makeError(ErrorCode::Exists, QStringLiteral("another key has the id"), key.key.keyId);
        if (auto published = stored == nullptr ? publishKey(database, key.key) : Result<void>(); !published)
            return published;
    }
    return {};
}

/// The set of \p text, if it is one and follows \p pin.
Result<std::optional<IssuerKeys>> judged(const std::optional<QString> &text, const std::optional<IssuerKeys> &pin)
{
    if (!text)
        return pin ? Result<std::optional<IssuerKeys>>(untrusted(QStringLiteral("the set of keys is gone")))
                   : Result<std::optional<IssuerKeys>>(std::optional<IssuerKeys>());
    const auto set = parsed(*text);
    if (!set)
        return set.error();
    if (auto follows = pin ? mayFollow(*pin, *set) : Result<void>(); !follows)
        return untrusted(QStringLiteral("%1 (%2)").arg(follows.error().detail, follows.error().where));
    return std::optional<IssuerKeys>(*set);
}

/// A line of the log for \p found that is not to be believed, once for each \p what that it was found in: each request
/// finds it again, in each thread.
void tellOfTampering(const Result<std::optional<IssuerKeys>> &found, const QByteArray &what)
{
    static std::mutex guard;
    static QByteArray told;
    const bool bad = !found && (found.error().where == kUntrustedKeys || found.error().where == kDamagedPin);
    const QByteArray hash = bad ? QCryptographicHash::hash(what, QCryptographicHash::Sha256) : QByteArray();
    const std::lock_guard lock(guard);
    if (bad && hash != told)
        qCCritical(lcServer) << "THE SET OF KEYS IS NOT TO BE BELIEVED, and nothing of it is served:"
                             << found.error().detail << "- run markaz-server verify-audit";
    told = hash;
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

Result<void> signFirst(Store &store, const Clock &clock)
{
    const QDateTime now = clock.now();
    const QString &folder = store.dataFolder();
    auto all = issuerKeys(store.database());
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
    return acceptKeys(store, *made, clock);
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

QString pinPathIn(const QString &folder)
{
    return folder + QStringLiteral("/trusted-keys.json");
}

Result<std::optional<IssuerKeys>> pinnedKeys(const QString &folder)
{
    const auto bytes = pinBytes(folder);
    return bytes ? pinIn(*bytes, folder) : Result<std::optional<IssuerKeys>>(bytes.error());
}

Result<std::optional<IssuerKeys>> storedKeys(Database &database)
{
    const auto text = metaOf(database, kMeta);
    if (!text)
        return text.error();
    if (!*text)
        return std::optional<IssuerKeys>();
    auto set = parsed(**text);
    return set ? Result<std::optional<IssuerKeys>>(*set) : Result<std::optional<IssuerKeys>>(set.error());
}

Result<std::optional<IssuerKeys>> signedKeys(Store &store)
{
    // The pin first, for it is written last: a set that comes in between follows it.
    const auto bytes = pinBytes(store.dataFolder());
    if (!bytes)
        return bytes.error();
    const auto text = metaOf(store.database(), kMeta);
    if (!text)
        return text.error();
    const auto &seen = store.seenKeys();
    if (*text && seen && seen->text == **text && seen->pin == *bytes)
        return std::optional<IssuerKeys>(seen->keys);
    const auto pin = pinIn(*bytes, store.dataFolder());
    auto set = pin ? judged(*text, *pin) : pin;
    tellOfTampering(set, text->value_or(QString()).toUtf8() + *bytes);
    if (!set || !*set)
        return set;
    pinKeys(store.dataFolder(), *pin, **set);
    const auto now = pinBytes(store.dataFolder());
    if (!now)
        return now.error();
    // What another one has written there meanwhile is looked at by the next call; one that could not be written is
    // what it was.
    const auto mine = pinIn(*now, store.dataFolder());
    if (*now == *bytes || (mine && *mine && **mine == **set))
        store.seenKeys() = Store::SeenKeys{**text, *now, **set};
    return set;
}

Result<void> acceptKeys(Store &store, const IssuerKeys &told, const Clock &clock, const std::optional<IssuerKeys> &over)
{
    Database &database = store.database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(database).takeWritersLock(); !locked) // two servers that start at once sign one set
        return locked;
    auto known = signedKeys(store);
    if (!known && over && known.error().where == kUntrustedKeys) {
        // 2026-11-29: what the caller had read was taken for what stands, and a set that came in between was lost.
        known = pinnedKeys(store.dataFolder());
        if (known && !*known)
            known = over;
    }
    if (!known)
        return known.error();
    if (auto follows = *known ? mayFollow(**known, told) : verifyIssuerKeys(told); !follows)
        return follows;
    if (auto published = publishAll(database, told); !published)
        return published;
    if (auto put = write(database, told); !put)
        return put;
    AuditEvent event = auditEvent(toIso(clock.now()), QStringLiteral("server"), {}, AuditAction::SignKeys);
    event.insert(QStringLiteral("number"), told.number);
    event.insert(QStringLiteral("root"), told.root.keyId);
    event.insert(QStringLiteral("set"), hashOf(told));
    QJsonArray good;
    for (const IssuerKey &key : told.keys) {
        if (key.revokedAt.isEmpty())
            good.append(key.key.keyId);
    }
    event.insert(QStringLiteral("keys"), good);
    if (auto logged = AuditLog(database).append({event}); !logged)
        return logged;
    if (auto committed = transaction->commit(); !committed)
        return committed;
    pinKeys(store.dataFolder(), *known, told);
    return {};
}

Result<IssuerKeys> nextKeys(Store &store, const Clock &clock)
{
    auto set = signedKeys(store);
    if (!set)
        return set.error();
    if (!*set)
        return makeError(ErrorCode::NotFound, QStringLiteral("no set of keys was signed yet"), kMeta);
    IssuerKeys next = **set;
    next.number = numberAfter(next.number, clock.now());
    next.at = toIso(clock.now());
    return next;
}

Result<bool> certifyAtStart(Store &store, const SigningKey &own, const Clock &clock)
{
    const QString &folder = store.dataFolder();
    auto set = signedKeys(store);
    if (!set)
        return set.error();
    if (!*set) {
        const bool had = QFileInfo::exists(rootPathIn(folder));
        const auto first = signFirst(store, clock);
        // Another server of this store was quicker: with this folder's root, or with its own, and then this root has
        // signed nothing.
        const bool otherRoot = !first && first.error().code == ErrorCode::Tampered;
        if (!first && !otherRoot && first.error().code != ErrorCode::WrongState)
            return first.error();
        if (otherRoot && !had)
            QFile::remove(rootPathIn(folder));
        set = signedKeys(store);
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
    auto next = nextKeys(store, clock);
    if (!next)
        return next.error();
    next->keys.append({own.publicKey(), {}, {}});
    auto made = signIssuerKeys(*next, *root);
    if (!made)
        return made.error();
    if (auto accepted = acceptKeys(store, *made, clock); !accepted)
        return accepted.error();
    return true;
}

Result<bool> maySign(Store &store, const SigningKey &key, const QDateTime &now)
{
    const auto set = signedKeys(store);
    if (!set)
        return set.error();
    const IssuerKey *known = *set ? (*set)->find(key.keyId()) : nullptr;
    return known != nullptr && known->key.bytes == key.publicKey().bytes && known->revokedAt.isEmpty() &&
           known->signsOn(now.toUTC().date());
}

} // namespace markaz::server
