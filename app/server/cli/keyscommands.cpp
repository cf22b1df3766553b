// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/keyscommands.h"

#include "app/server/cli/administration.h"
#include "app/server/cli/keystake.h"
#include "app/server/store/afterrestore.h"
#include "app/server/store/issuer.h"
#include "app/server/store/signedkeys.h"
#include "core/protocol/messages.h"
#include "core/support/wholefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace markaz::server {
namespace {

constexpr qint64 kMostBytes = 256 * 1024;
/// How long a requested set may be on its way: a key that it ends signs until then, and what it signed holds.
constexpr int kRequestDays = 14;
const QString kNothing = QStringLiteral(" Nothing was changed.");

QString stateOf(const IssuerKey &key)
{
    if (!key.revokedAt.isEmpty())
        return QStringLiteral("revoked at ") + key.revokedAt;
    return key.notAfter.isValid() ? QStringLiteral("retired after ") + key.notAfter.toString(Qt::ISODate)
                                  : QStringLiteral("signs");
}

/// The keys of \p set, the same where it is requested and where it is signed: a file that was changed on its way shows.
void sayKeys(const IssuerKeys &set)
{
    for (const IssuerKey &key : set.keys)
        say(QStringLiteral("%1 %2: %3").arg(key.key.keyId, -12).arg(stateOf(key), fingerprint(key.key)));
}

std::optional<IssuerKeys> readSet(const QCommandLineParser &parser, const QString &command)
{
    if (parser.positionalArguments().size() != 1) {
        fail(QStringLiteral("Name one file: markaz-server %1 FILE").arg(command), kWrongUsage);
        return std::nullopt;
    }
    const QString path = parser.positionalArguments().first();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        fail(QStringLiteral("%1 cannot be read: %2.").arg(path, file.errorString()) + kNothing);
        return std::nullopt;
    }
    const auto json = protocol::parseBody(file.read(kMostBytes), kMostBytes);
    auto set = json ? IssuerKeys::fromJson(*json) : Result<IssuerKeys>(json.error());
    if (!set) {
        fail(QStringLiteral("%1 is no set of keys (%2: %3).").arg(path, set.error().where, set.error().detail) +
             kNothing);
        return std::nullopt;
    }
    return *set;
}

bool writeSet(const IssuerKeys &set, const QString &path)
{
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(set.toJson()).toJson();
    const bool taken = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    const auto whole =
        taken ? commitWhole(file) : Result<void>(makeError(ErrorCode::StorageFailed, file.errorString(), path));
    if (!whole)
        fail(QStringLiteral("%1 cannot be written: %2.").arg(path, whole.error().detail) + kNothing);
    return whole.ok();
}

int refusedSet(const Error &error)
{
    if (error.code == ErrorCode::WrongState)
        return fail(
            QStringLiteral("This set is older than the one that stands (%1). Request it anew.").arg(error.detail) +
            kNothing);
    if (error.code == ErrorCode::Tampered || error.code == ErrorCode::Exists)
        return fail(QStringLiteral("This set cannot take the place of the one that stands: %1 (%2).")
                        .arg(error.detail, error.where) +
                    kNothing);
    return fail(sentenceOf(error));
}

/// The key that \p told retires as of a day that is over, while it signed on: what it signed since would not hold.
/// Nullptr when there is none.
const IssuerKey *retiredTooLate(const IssuerKeys &before, const IssuerKeys &told, const QDate &today)
{
    for (const IssuerKey &key : told.keys) {
        const IssuerKey *was = before.find(key.key.keyId);
        const bool ends = key.notAfter.isValid() && key.notAfter < today && key.revokedAt.isEmpty();
        if (ends && was != nullptr && (!was->notAfter.isValid() || was->notAfter > key.notAfter))
            return &key;
    }
    return nullptr;
}

} // namespace

QString fingerprint(const PublicKey &key)
{
    return QString::fromLatin1(key.bytes.toHex(' '));
}

QString KeysListCommand::examples() const
{
    return QStringLiteral("  markaz-server keys list --data /var/lib/markaz");
}

void KeysListCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
}

int KeysListCommand::run(const QCommandLineParser &parser)
{
    int code = kDone;
    const auto administration = Administration::open(parser, code);
    if (!administration)
        return code;
    auto set = signedKeys(administration->store());
    auto all = issuerKeys(administration->database());
    if (!set || !all)
        return fail(sentenceOf(set ? all.error() : set.error()));
    if (!*set)
        return fail(QStringLiteral("This server was not started yet: it makes its keys then."));
    const auto own = ownIssuer(administration->location().dataFolder);
    say(QStringLiteral("root %1: %2").arg((*set)->root.keyId, fingerprint((*set)->root)));
    say(QStringLiteral("set %1, signed at %2").arg((*set)->number).arg((*set)->at));
    for (const PublicKey &key : all->keys()) {
        const IssuerKey *known = (*set)->find(key.keyId);
        say(QStringLiteral("%1 %2 %3%4")
                .arg(key.keyId, -12)
                .arg(key.notBefore.toString(Qt::ISODate),
                     known == nullptr ? QStringLiteral("waits to be certified") : stateOf(*known),
                     own && own->keyId() == key.keyId ? QStringLiteral(", of this data folder") : QString()));
    }
    const auto ends = takenEnds(administration->store());
    if (!ends)
        return fail(sentenceOf(ends.error()));
    for (const EndedCertificate &one : *ends)
        say(QStringLiteral("%1 is %2 since %3 by a list of before the restore, and this register does not say so yet")
                .arg(one.number, token(one.state), one.since.toString(Qt::ISODate)));
    return kDone;
}

QString KeysChangeCommand::name() const
{
    switch (m_change) {
    case Change::Rotate:
        return QStringLiteral("keys rotate");
    case Change::Certify:
        return QStringLiteral("keys certify");
    case Change::Retire:
        return QStringLiteral("keys retire");
    case Change::Revoke:
        return QStringLiteral("keys revoke");
    case Change::NewRoot:
        break;
    }
    return QStringLiteral("keys new-root");
}

QString KeysChangeCommand::summary() const
{
    switch (m_change) {
    case Change::Rotate:
        return QStringLiteral("Makes a new key to sign certificates with, and retires this folder's.");
    case Change::Certify:
        return QStringLiteral("Has the root sign the key of another server of this store.");
    case Change::Retire:
        return QStringLiteral("Ends a key: it signs no more, and what it signed holds.");
    case Change::Revoke:
        return QStringLiteral("Ends a key that was in other hands: nothing that it signed holds.");
    case Change::NewRoot:
        break;
    }
    return QStringLiteral("Makes a new root key, which the old one hands over to.");
}

QString KeysChangeCommand::operands() const
{
    return m_change == Change::Rotate || m_change == Change::NewRoot ? QString() : QStringLiteral(" KEY");
}

QString KeysChangeCommand::examples() const
{
    const QString key =
        m_change == Change::Rotate || m_change == Change::NewRoot ? QString() : QStringLiteral(" 2026-A");
    QString text = QStringLiteral("  markaz-server %1%2 --data /var/lib/markaz\n"
                                  "  markaz-server %1%2 --data /var/lib/markaz --root /media/stick/root-key.json\n")
                       .arg(name(), key);
    if (m_change == Change::NewRoot)
        return text +
               QStringLiteral("\nThe new root lies in DATA/root-key.json afterwards. Laptops follow from the old "
                              "one; one that never heard\nof either believes the first that it is told.");
    return text + QStringLiteral("  markaz-server %1%2 --data /var/lib/markaz --request set.json\n\n"
                                 "With --request nothing is changed here: the file is signed with \"keys sign\" where "
                                 "the root key is, and taken\nwith \"keys accept\" within %3 days. A key that it "
                                 "retires signs until they are over.")
                      .arg(name(), key, QString::number(kRequestDays));
}

void KeysChangeCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addOption({QStringLiteral("root"),
                      QStringLiteral("The root key's file. Default: root-key.json in the data folder."),
                      QStringLiteral("FILE")});
    if (m_change != Change::NewRoot)
        parser.addOption({QStringLiteral("request"),
                          QStringLiteral("Writes the next set to FILE, to be signed where the root key is."),
                          QStringLiteral("FILE")});
}

int KeysChangeCommand::run(const QCommandLineParser &parser)
{
    const QStringList names = parser.positionalArguments();
    if (names.size() != (operands().isEmpty() ? 0 : 1))
        return fail(operands().isEmpty() ? QStringLiteral("%1 takes no key's name.").arg(name())
                                         : QStringLiteral("Name one key: markaz-server %1 KEY. \"markaz-server keys "
                                                          "list\" shows them.")
                                               .arg(name()),
                    kWrongUsage);
    int code = kDone;
    const auto administration = Administration::open(parser, code);
    if (!administration)
        return code;
    Database &database = administration->database();
    const QString &folder = administration->location().dataFolder;
    const Clock &clock = administration->clock();
    const QDate today = clock.now().toUTC().date();
    if (auto refused = refuseWhileAwaiting(database); !refused)
        return fail(sentenceOf(refused.error()));
    auto next = nextKeys(administration->store(), clock);
    if (!next)
        return next.error().code == ErrorCode::NotFound
                   ? fail(QStringLiteral("This server was not started yet: it makes its keys then.") + kNothing)
                   : fail(sentenceOf(next.error()));
    const IssuerKeys before = *next;
    const QString rootFile =
        parser.isSet(QStringLiteral("root")) ? parser.value(QStringLiteral("root")) : rootPathIn(folder);
    const bool requested = m_change != Change::NewRoot && parser.isSet(QStringLiteral("request"));
    const QString beside = rootPathIn(folder) + QStringLiteral(".new");
    std::optional<SigningKey> root;
    if (!requested) {
        // A "keys new-root" that was killed after its set stood, and before the key had its place.
        if (const auto stands = SigningKey::load(beside);
            stands && stands->publicKey().bytes == before.root.bytes && !replaceWith(rootPathIn(folder), beside))
            return fail(QStringLiteral("The root key stays in %1: it could not be renamed.").arg(beside) + kNothing);
        auto read = SigningKey::load(rootFile);
        if (!read)
            return fail(QStringLiteral("The root key cannot be read from %1 (%2). Name its file with --root, or write "
                                       "a request with --request and sign that where the root key is.")
                            .arg(rootFile, read.error().detail) +
                        kNothing);
        if (read->publicKey().bytes != before.root.bytes)
            return fail(
                QStringLiteral("%1 holds %2, and the root is %3.").arg(rootFile, read->keyId(), before.root.keyId) +
                kNothing);
        root = std::move(*read);
    }

    const auto end = [&, last = requested ? today.addDays(kRequestDays) : today](IssuerKey &key) {
        if (!key.notAfter.isValid() || key.notAfter > last)
            key.notAfter = std::max(last, key.key.notBefore);
    };
    if (m_change == Change::Rotate) {
        auto own = ownIssuer(folder);
        auto made = own ? makeNext(database, folder, clock) : Result<PublicKey>(own.error());
        if (!made)
            return fail(sentenceOf(made.error()));
        for (IssuerKey &key : next->keys) {
            if (key.key.keyId == own->keyId())
                end(key);
        }
        if (next->find(made->keyId) == nullptr)
            next->keys.append({*made, {}, {}});
    } else if (m_change == Change::NewRoot) {
        const bool there = QFile::exists(beside); // of one that went no further
        auto made = there ? SigningKey::load(beside)
                          : SigningKey::generate(
                                QStringLiteral("root-%1-%2").arg(today.year()).arg(before.handovers.size() + 2), today);
        if (!made)
            return fail(sentenceOf(made.error()));
        if (auto saved = there ? Result<void>() : made->save(beside); !saved)
            return fail(QStringLiteral("%1 cannot be written: %2.").arg(beside, saved.error().detail) + kNothing);
        next->handovers.append(handOver(*root, made->publicKey()));
        root = std::move(*made);
    } else {
        const QString &id = names.first();
        auto all = issuerKeys(database);
        if (!all)
            return fail(sentenceOf(all.error()));
        const PublicKey *stored = all->find(id);
        const auto entry = std::find_if(next->keys.begin(), next->keys.end(),
                                        [&](const IssuerKey &key) { return key.key.keyId == id; });
        const bool listed = entry != next->keys.end();
        if (stored == nullptr || listed == (m_change == Change::Certify))
            return fail((stored == nullptr ? QStringLiteral("There is no key \"%1\".").arg(id)
                         : listed          ? QStringLiteral("%1 is certified already.").arg(id)
                                           : QStringLiteral("%1 is not certified yet.").arg(id)) +
                        kNothing);
        const auto own = ownIssuer(folder);
        if (m_change != Change::Certify && own && own->keyId() == id)
            return fail(QStringLiteral("%1 is the key of this data folder, which would then sign nothing: first "
                                       "\"markaz-server keys rotate\".")
                            .arg(id) +
                        kNothing);
        if (m_change == Change::Certify)
            next->keys.append({*stored, {}, {}});
        else if (m_change == Change::Retire)
            end(*entry);
        else if (entry->revokedAt.isEmpty())
            entry->revokedAt = next->at;
    }

    if (requested) {
        next->signature = QByteArray(64, '\0');
        std::sort(next->keys.begin(), next->keys.end(),
                  [](const auto &a, const auto &b) { return a.key.keyId < b.key.keyId; }); // as a set is read
        const QString path = parser.value(QStringLiteral("request"));
        if (!writeSet(*next, path))
            return kFailed;
        sayKeys(*next);
        say(QStringLiteral("%1 is to be signed: \"markaz-server keys sign --root FILE %1\" where the root key is, then "
                           "\"markaz-server keys accept %1\" here.")
                .arg(path));
        return kDone;
    }
    auto set = signIssuerKeys(*next, *root);
    if (!set)
        return fail(sentenceOf(set.error()));
    if (auto accepted = acceptKeys(administration->store(), *set, clock); !accepted)
        return refusedSet(accepted.error());
    if (m_change == Change::NewRoot) {
        if (!replaceWith(rootPathIn(folder), beside))
            return fail(QStringLiteral("The new root key stays in %1: it could not be renamed.").arg(beside));
        say(QStringLiteral("The root is %1 now: %2").arg(set->root.keyId, fingerprint(set->root)));
    }
    say(QStringLiteral("Set %1 of keys stands. Laptops learn it at their next contact.").arg(set->number));
    return settleKeys(*administration, *set);
}

QString KeysSignCommand::examples() const
{
    return QStringLiteral(
        "  markaz-server keys sign --root /media/stick/root-key.json set.json\n\n"
        "Shows what is signed, and writes the signature into the file. Compare the keys and their figures "
        "with what\nthe request showed before you take the file back.");
}

void KeysSignCommand::declare(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("root"), QStringLiteral("The root key's file."), QStringLiteral("FILE")});
}

int KeysSignCommand::run(const QCommandLineParser &parser)
{
    if (!parser.isSet(QStringLiteral("root")))
        return fail(QStringLiteral("Name the root key's file with --root."), kWrongUsage);
    auto set = readSet(parser, name());
    if (!set)
        return kFailed;
    auto root = SigningKey::load(parser.value(QStringLiteral("root")));
    if (!root)
        return fail(QStringLiteral("The root key cannot be read: %1.").arg(root.error().detail) + kNothing);
    if (root->publicKey().bytes != set->root.bytes)
        return fail(
            QStringLiteral("The set asks for the root %1, and this is %2.").arg(set->root.keyId, root->keyId()) +
            kNothing);
    auto made = signIssuerKeys(*set, *root);
    if (!made)
        return fail(sentenceOf(made.error()));
    sayKeys(*made);
    if (!writeSet(*made, parser.positionalArguments().first()))
        return kFailed;
    say(QStringLiteral("Signed set %1 with %2.").arg(made->number).arg(root->keyId()));
    return kDone;
}

QString KeysAcceptCommand::examples() const
{
    return QStringLiteral("  markaz-server keys accept --data /var/lib/markaz set.json");
}

void KeysAcceptCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
}

int KeysAcceptCommand::run(const QCommandLineParser &parser)
{
    const auto told = readSet(parser, name());
    if (!told)
        return kFailed;
    int code = kDone;
    const auto administration = Administration::open(parser, code);
    if (!administration)
        return code;
    if (auto refused = refuseWhileAwaiting(administration->database()); !refused)
        return fail(sentenceOf(refused.error()));
    auto before = signedKeys(administration->store());
    if (!before)
        return fail(sentenceOf(before.error()));
    if (!*before)
        return fail(QStringLiteral("This server was not started yet: it makes its keys then.") + kNothing);
    if (const IssuerKey *key = retiredTooLate(**before, *told, administration->clock().now().toUTC().date()))
        return fail(QStringLiteral("This set retires %1 after %2, and what that signed since would not hold any more. "
                                   "Request it anew.")
                        .arg(key->key.keyId, key->notAfter.toString(Qt::ISODate)) +
                    kNothing);
    if (auto accepted = acceptKeys(administration->store(), *told, administration->clock()); !accepted)
        return refusedSet(accepted.error());
    say(QStringLiteral("Set %1 of keys stands. Laptops learn it at their next contact.").arg(told->number));
    return settleKeys(*administration, *told);
}

} // namespace markaz::server
