// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/keystake.h"

#include "app/server/cli/keyscommands.h"
#include "app/server/store/afterrestore.h"
#include "app/server/store/issuer.h"
#include "app/server/store/signedkeys.h"
#include "core/protocol/messages.h"
#include "core/security/revocationlist.h"

#include <QFile>

#include <algorithm>
#include <tuple>

namespace markaz::server {
namespace {

const QString kNothing = QStringLiteral(" Nothing was changed.");

/// What one file holds.
struct Brought
{
    QString path;
    std::optional<IssuerKeys> keys;
    std::optional<RevocationList> list;
};

/// {"keys": {...}, "revocations": {...}} as a laptop writes it, or one of the two as a server serves it.
Result<Brought> broughtIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::NotFound, file.errorString(), path);
    const auto json = protocol::parseBody(file.read(protocol::kMaxReply + 1), protocol::kMaxReply);
    if (!json)
        return makeError(ErrorCode::Malformed, json.error().detail, path);
    Brought brought{path, {}, {}};
    const bool isList = json->contains(QStringLiteral("certificates"));
    const bool isSet = !isList && json->value(QStringLiteral("keys")).isArray();
    const QJsonObject keys = isSet ? *json : json->value(QStringLiteral("keys")).toObject();
    const QJsonObject list = isList ? *json : json->value(QStringLiteral("revocations")).toObject();
    if (keys.isEmpty() && list.isEmpty())
        return makeError(ErrorCode::Malformed, QStringLiteral("neither keys nor a list is in it"), path);
    if (!keys.isEmpty()) {
        auto set = IssuerKeys::fromJson(keys);
        if (auto holds = set ? verifyIssuerKeys(*set) : Result<void>(set.error()); !holds)
            return makeError(ErrorCode::Tampered, holds.error().detail, path);
        brought.keys = *set;
    }
    if (!list.isEmpty()) {
        auto read = RevocationList::fromJson(list);
        if (!read)
            return makeError(ErrorCode::Malformed, read.error().detail, path);
        brought.list = *read;
    }
    return brought;
}

QString wordsOf(const QList<PublicKey> &keys)
{
    QStringList words;
    for (const PublicKey &key : keys)
        words.append(QStringLiteral("%1 (%2)").arg(key.keyId, fingerprint(key)));
    return words.join(QStringLiteral(", "));
}

/// The sets of keys on their way to one that follows all of them.
class Gathering
{
public:
    /// \p rootFile: as it was named; empty: it was not, and the folder's own signs what adds no key.
    Gathering(IssuerKeys begin, const Clock &clock, const QString &folder, QString rootFile)
        : m_now(std::move(begin))
        , m_clock(clock)
        , m_folder(folder)
        , m_rootFile(std::move(rootFile))
    {
    }
    const IssuerKeys &now() const { return m_now; }

    /// NotTrusted (of another root), Exists (a key's bytes), Incomplete (both went their own way, and the root has to
    /// sign one of both, but its key is not here, or was not named where keys are added: `detail` lists those).
    Result<void> add(const IssuerKeys &set, const QString &from)
    {
        auto joined = joinIssuerKeys(m_now, set);
        if (!joined)
            return joined.error();
        if (mayFollow(m_now, set)) {
            m_now = set;
            return {};
        }
        const bool former = !rootLeadsTo(m_now, set);
        const QList<PublicKey> beyond = keysBeyond(m_now, set);
        if (former && !beyond.isEmpty())
            say(QStringLiteral("%1 is signed by a former root, %2: keys that it alone knows are not taken: %3.")
                    .arg(from, set.root.keyId, wordsOf(beyond)));
        if (mayFollow(set, m_now) || (joined->keys == m_now.keys && joined->root == m_now.root))
            return {};
        const QList<PublicKey> added = former ? QList<PublicKey>() : beyond + keysBeyond(set, m_now);
        if (!added.isEmpty() && m_rootFile.isEmpty())
            return makeError(ErrorCode::Incomplete, wordsOf(added), joined->root.keyId);
        auto root = SigningKey::load(m_rootFile.isEmpty() ? rootPathIn(m_folder) : m_rootFile);
        if (!root || root->publicKey().bytes != joined->root.bytes)
            return makeError(ErrorCode::Incomplete, root ? root->keyId() : root.error().detail, joined->root.keyId);
        if (!added.isEmpty())
            say(QStringLiteral("Keys that %1 and the set that stands here do not both know, now signed as one set: %2.")
                    .arg(from, wordsOf(added)));
        joined->number = numberAfter(joined->number, m_clock.now());
        joined->at = toIso(m_clock.now());
        auto made = signIssuerKeys(*joined, *root);
        if (!made)
            return made.error();
        m_now = *made;
        return {};
    }

private:
    IssuerKeys m_now;
    const Clock &m_clock;
    QString m_folder;
    QString m_rootFile;
};

/// Whatever order the files were named in: those of the root that the others lead to first, and of one root the newest.
/// So what a former root signed meets the keys that it may add nothing to.
QList<Brought> inTheirOrder(QList<Brought> all, const IssuerKeys &begin)
{
    QList<IssuerKeys> sets{begin};
    for (const Brought &one : std::as_const(all)) {
        if (one.keys)
            sets.append(*one.keys);
    }
    const auto rank = [&](const IssuerKeys &set) {
        return std::count_if(sets.cbegin(), sets.cend(), [&](const IssuerKeys &o) { return rootLeadsTo(o, set); });
    };
    const auto placeOf = [&](const Brought &one) {
        return one.keys ? std::tuple(-rank(*one.keys), -one.keys->number, hashOf(*one.keys))
                        : std::tuple(decltype(rank(begin))(1), qint64(0), QString());
    };
    QList<std::pair<decltype(placeOf(all.first())), Brought>> places;
    for (const Brought &one : std::as_const(all))
        places.append({placeOf(one), one});
    std::stable_sort(places.begin(), places.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::transform(places.cbegin(), places.cend(), all.begin(), [](const auto &place) { return place.second; });
    return all;
}

int refusedKeys(const Error &error, const QString &path)
{
    if (error.code == ErrorCode::NotTrusted)
        return fail(QStringLiteral("The keys of %1 are of another root (%2) than the one that this data folder knows. "
                                   "If they are this server's, its root was handed over twice: see the README.")
                        .arg(path, error.where) +
                    kNothing);
    if (error.code == ErrorCode::Incomplete)
        return fail(QStringLiteral("The keys of %1 and those that stand here went separate ways after the backup, and "
                                   "the root %2 has to sign one set of both: %3. If every key is one of this server's, "
                                   "name the root's with --root FILE.")
                        .arg(path, error.where, error.detail) +
                    kNothing);
    if (error.code == ErrorCode::Exists)
        return fail(QStringLiteral("%1 knows another key %2 than this store: one of the two was made after the backup "
                                   "under a name that was given already.")
                        .arg(path, error.where) +
                    kNothing);
    const bool ofTheStore = error.where == kUntrustedKeys || error.where == kDamagedPin;
    if (!ofTheStore && (error.code == ErrorCode::WrongState || error.code == ErrorCode::Tampered))
        return fail(QStringLiteral("Somebody changed the keys of this store at the same moment (%1). Run it again.")
                        .arg(error.detail) +
                    kNothing);
    return fail(sentenceOf(error));
}

/// The newest of the lists that hold under \p keys; those that do not are said.
std::optional<RevocationList> newestOf(const QList<Brought> &all, const IssuerKeys &keys)
{
    std::optional<RevocationList> newest;
    for (const Brought &one : all) {
        if (!one.list)
            continue;
        if (auto holds = verifyRevocations(*one.list, keys); !holds)
            fail(QStringLiteral("The list of %1 is not taken: %2 (%3).")
                     .arg(one.path, holds.error().detail, holds.error().where));
        else if (!newest || std::pair(newest->at, newest->number) < std::pair(one.list->at, one.list->number))
            newest = one.list; // toIso(), so they sort as text
    }
    return newest;
}

/// The set to begin with: the folder's own, or where it has none the database's, if that is to be believed.
Result<IssuerKeys> beginOf(Database &database, const QString &folder)
{
    auto pin = pinnedKeys(folder);
    if (!pin)
        return pin.error();
    if (*pin)
        return **pin;
    auto stored = storedKeys(database);
    if (!stored)
        return stored.error();
    if (!*stored)
        return makeError(ErrorCode::NotFound, QStringLiteral("no set of keys was signed yet"), folder);
    return **stored;
}

int takeList(Administration &administration, const std::optional<RevocationList> &list, bool nothingNewer)
{
    if (!list && !nothingNewer)
        return kDone;
    auto ended = endAwaiting(administration.database(), list, administration.clock());
    if (!ended && ended.error().code == ErrorCode::WrongState) {
        say(list ? QStringLiteral("The list of %1 says nothing new: %2.").arg(list->at, ended.error().detail)
                 : QStringLiteral("This store waits for nothing: nothing was changed."));
        return kDone;
    }
    if (!ended)
        return fail(sentenceOf(ended.error()));
    if (!list) {
        say(QStringLiteral("Nothing newer is known anywhere, then: the server may be started."));
        return kDone;
    }
    const auto stay = takenEnds(administration.store());
    if (!stay)
        return fail(sentenceOf(stay.error()));
    say(QStringLiteral("List %1 of %2 is taken.").arg(list->number).arg(list->at));
    for (const EndedCertificate &one : *stay)
        say(QStringLiteral("%1 stays %2 since %3 to the public until this register says so itself: the laptop that "
                           "decided it sends that again, or an officer decides anew.")
                .arg(one.number, token(one.state), one.since.toString(Qt::ISODate)));
    return kDone;
}

} // namespace

int settleKeys(Administration &administration, const IssuerKeys &now)
{
    const QString &folder = administration.location().dataFolder;
    auto taken = takeUpNext(folder, now);
    if (!taken)
        return fail(sentenceOf(taken.error()));
    if (!taken->isEmpty())
        say(QStringLiteral("This server signs with %1 when it is started again: restart it now.").arg(*taken));
    auto own = ownIssuer(folder);
    if (!own)
        return fail(sentenceOf(own.error()));
    for (const IssuerKey &key : now.keys) {
        if (key.revokedAt.isEmpty() && !key.notAfter.isValid())
            continue;
        auto anew = signAnew(administration.store(), *own, key.key.keyId, administration.clock());
        if (!anew && anew.error().code == ErrorCode::NotTrusted)
            return fail(QStringLiteral("What %1 had signed is not signed anew yet: the root has not signed %2, the key "
                                       "of this data folder, or has ended it. Run \"markaz-server keys certify\" or "
                                       "\"keys rotate\" for it.")
                            .arg(key.key.keyId, own->keyId()));
        if (!anew)
            return fail(sentenceOf(anew.error()));
        if (*anew == 0)
            continue;
        say(QStringLiteral("%1 certificates that %2 had signed are signed anew with %3: print them again.")
                .arg(*anew)
                .arg(key.key.keyId, own->keyId()));
    }
    return kDone;
}

QString KeysTakeCommand::examples() const
{
    return QStringLiteral(
        "  markaz-server keys take --data /var/lib/markaz laptop-7.json laptop-9.json\n"
        "  markaz-server keys take --data /var/lib/markaz /old/data/trusted-keys.json laptop-7.json\n"
        "  markaz-server keys take --data /var/lib/markaz --nothing-newer\n\n"
        "A restored store does not know which keys were made, retired or revoked after its backup, nor which\n"
        "certificates were ended since; laptops do. FILE is what \"markaz sync --trust FILE\" writes on one, the\n"
        "DATA/trusted-keys.json of before, or a saved answer of /api/v1/public/keys or /public/revocations. All of it\n"
        "is signed: nothing is taken but what follows from the root key that this data folder knows. The laptop that\n"
        "synced last knows most; take several, in whatever order. A file of before the restore counts whenever it\n"
        "comes, also after the server has started.\n"
        "The store waits until a list of revoked certificates came with it, or you say that there is nothing newer.\n\n"
        "What a root signed that has handed over ends keys and adds none. Where two sets went separate ways, the root\n"
        "signs one of both: the keys in question are shown first, and it has to be named with --root FILE.");
}

void KeysTakeCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addOption({QStringLiteral("nothing-newer"),
                      QStringLiteral("No key was changed and no certificate ended after the backup, or nobody is left "
                                     "who knows it.")});
    parser.addOption(
        {QStringLiteral("root"),
         QStringLiteral("The root key's file, where two sets have to become one. Default: root-key.json in the data "
                        "folder, and only where keys are ended and none is added."),
         QStringLiteral("FILE")});
}

int KeysTakeCommand::run(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments();
    const bool nothingNewer = parser.isSet(QStringLiteral("nothing-newer"));
    if (files.isEmpty() && !nothingNewer)
        return fail(QStringLiteral("Name the files of laptops, or say --nothing-newer."), kWrongUsage);
    QList<Brought> all;
    for (const QString &path : files) {
        auto brought = broughtIn(path);
        if (!brought)
            return fail(
                QStringLiteral("%1 holds no keys or list that can be taken (%2).").arg(path, brought.error().detail) +
                kNothing);
        if (nothingNewer && brought->list)
            return fail(QStringLiteral("%1 holds a list of revoked certificates, and --nothing-newer says that there "
                                       "is none: leave out one of the two.")
                                .arg(path) +
                            kNothing,
                        kWrongUsage);
        all.append(*brought);
    }
    int code = kDone;
    const auto administration = Administration::open(parser, code);
    if (!administration)
        return code;
    Database &database = administration->database();
    const QString &folder = administration->location().dataFolder;
    auto begin = beginOf(database, folder);
    if (!begin)
        return begin.error().code == ErrorCode::NotFound
                   ? fail(QStringLiteral("This server was not started yet: it makes its keys then.") + kNothing)
                   : fail(sentenceOf(begin.error()));
    const auto stored = storedKeys(database);
    if (!stored && stored.error().where != kUntrustedKeys)
        return fail(sentenceOf(stored.error()));
    const std::optional<IssuerKeys> before = stored ? *stored : std::nullopt;
    const QString inDatabase = QStringLiteral("the database");
    Gathering gathering(*begin, administration->clock(), folder, parser.value(QStringLiteral("root")));
    if (auto own = before ? gathering.add(*before, inDatabase) : Result<void>();
        !own && own.error().code == ErrorCode::NotTrusted)
        say(QStringLiteral("The set of keys in the database is of another root (%1): it is not this server's.")
                .arg(own.error().where));
    else if (!own)
        return refusedKeys(own.error(), inDatabase);
    for (const Brought &one : inTheirOrder(all, gathering.now())) {
        if (auto added = one.keys ? gathering.add(*one.keys, one.path) : Result<void>(); !added)
            return refusedKeys(added.error(), one.path);
    }
    const IssuerKeys &now = gathering.now();
    if (!before || *before != now) {
        if (auto accepted = acceptKeys(administration->store(), now, administration->clock(), *begin); !accepted)
            return refusedKeys(accepted.error(), QStringLiteral("the files"));
        say(QStringLiteral("Set %1 of keys stands, signed at %2 by %3.").arg(now.number).arg(now.at, now.root.keyId));
    } else {
        say(QStringLiteral("The set of keys that stands, %1, is the newest of these.").arg(now.number));
    }
    if (const int ended = takeList(*administration, newestOf(all, now), nothingNewer); ended != kDone)
        return ended;
    const auto waits = awaits(database);
    if (!waits)
        return fail(sentenceOf(waits.error()));
    if (*waits)
        return fail(QStringLiteral("No list of revoked certificates was taken, so the store waits still: what was "
                                   "revoked after the backup would be good again. Take one from a laptop, or say "
                                   "--nothing-newer."));
    const int settled = settleKeys(*administration, now);
    const auto own = ownIssuer(folder);
    const auto signs =
        own ? maySign(administration->store(), *own, administration->clock().now()) : Result<bool>(false);
    if (!signs)
        return fail(sentenceOf(signs.error()));
    if (own && !*signs)
        say(QStringLiteral("Under this set %1, the key of this data folder, signs nothing: run \"markaz-server keys "
                           "rotate\" with the root key.")
                .arg(own->keyId()));
    return settled;
}

} // namespace markaz::server
