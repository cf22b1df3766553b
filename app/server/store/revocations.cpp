// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/revocations.h"

#include "app/server/store/afterrestore.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/signedkeys.h"
#include "core/support/programmeday.h"

#include <QJsonDocument>
#include <QMap>
#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

const QString kMeta = QStringLiteral("revocations");
/// Number of the kept list, and of the newest certificate that it knows: asked at each request, in the list's place.
const QString kMark = QStringLiteral("revocations_mark");
constexpr qint64 kFreshSeconds = 3600;

struct Mark
{
    qint64 number = 0;
    qint64 seq = 0;
};

/// No mark: a store of before there were any, and its list is signed anew.
Result<Mark> markOf(Database &database)
{
    const auto text = metaOf(database, kMark);
    if (!text)
        return text.error();
    const QStringList parts = text->value_or(QString()).split(QLatin1Char(' '));
    return Mark{parts.value(0).toLongLong(), parts.value(1).toLongLong()};
}

Result<qint64> newest(Database &database)
{
    const auto row =
        database.row(QStringLiteral("SELECT coalesce(max(seq), 0) FROM record WHERE entity = 'certificate'"));
    if (!row)
        return row.error();
    return (*row)->value(0).toLongLong();
}

/// What the records say, and over it what was taken of a list from before a restore.
Result<QList<EndedCertificate>> ended(Store &store)
{
    const auto here = endedHere(store.database());
    const auto taken = takenEnds(store);
    if (!here || !taken)
        return here ? taken.error() : here.error();
    QMap<QString, EndedCertificate> all;
    for (const QList<EndedCertificate> &list : {*here, *taken}) {
        for (const EndedCertificate &one : list)
            all.insert(one.number, one);
    }
    return all.values();
}

bool isYoung(const RevocationList &list, const QDateTime &now)
{
    const qint64 age = fromIso(list.at)->secsTo(now);
    return age >= 0 && age < kFreshSeconds;
}

Result<void> keep(Database &database, const RevocationList &list, const Mark &mark)
{
    const QString text = QString::fromUtf8(QJsonDocument(list.toJson()).toJson(QJsonDocument::Compact));
    if (auto kept = putMeta(database, kMeta, text); !kept)
        return kept;
    return putMeta(database, kMark, QStringLiteral("%1 %2").arg(mark.number).arg(mark.seq));
}

/// One number is one list: under the writers' lock, and what another server has signed meanwhile goes on.
Result<Mark> signAgain(Store &store, const SigningKey &key, const QDateTime &now)
{
    Database &database = store.database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(database).takeWritersLock(); !locked)
        return locked.error();
    const auto before = keptRevocations(database);
    const auto seq = newest(database);
    auto certificates = ended(store);
    if (!before || !seq || !certificates)
        return !before ? before.error() : !seq ? seq.error() : certificates.error();
    RevocationList list;
    list.number = numberAfter(*before ? (*before)->number : 0, now);
    list.at = toIso(now);
    list.certificates = std::move(*certificates);
    auto made = signRevocations(list, key);
    if (!made)
        return made.error();
    const Mark mark{made->number, *seq};
    if (auto kept = keep(database, *made, mark); !kept)
        return kept.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return mark;
}

} // namespace

Result<std::optional<RevocationList>> keptRevocations(Database &database)
{
    const auto text = metaOf(database, kMeta);
    if (!text)
        return text.error();
    if (!*text)
        return std::optional<RevocationList>();
    auto list = RevocationList::fromJson(QJsonDocument::fromJson((*text)->toUtf8()).object());
    if (!list)
        return makeError(ErrorCode::StorageCorrupt, list.error().detail, kMeta);
    return std::optional<RevocationList>(*list);
}

Result<void> signAfter(Database &database, const RevocationList &taken)
{
    constexpr qint64 kOfNoRecord = -1;
    const auto kept = keptRevocations(database);
    if (!kept && kept.error().code != ErrorCode::StorageCorrupt)
        return kept.error();
    const RevocationList &newest = kept && *kept && (*kept)->number >= taken.number ? **kept : taken;
    return keep(database, newest, {newest.number, kOfNoRecord});
}

Result<QList<EndedCertificate>> endedHere(Database &database)
{
    auto query = database.run(
        QStringLiteral("SELECT ukey, data->>'state', data->>'state_at' FROM record WHERE entity = 'certificate' AND "
                       "deleted = 0 AND data->>'state' IN ('suspended', 'revoked', 'superseded') ORDER BY ukey"));
    if (!query)
        return query.error();
    QList<EndedCertificate> found;
    while ((*query)->next()) {
        const auto state = parse<CertificateState>((*query)->value(1).toString());
        if (!state)
            return state.error();
        found.append({(*query)->value(0).toString(), *state, programmeDay((*query)->value(2).toString())});
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return found;
}

Result<Store::SeenList> currentRevocations(Store &store, const SigningKey &key, const Clock &clock)
{
    Database &database = store.database();
    const QDateTime now = clock.now();
    auto mark = markOf(database);
    const auto seq = newest(database);
    const auto keys = signedKeys(store);
    if (!mark || !seq || !keys)
        return !mark ? mark.error() : !seq ? seq.error() : keys.error();
    const IssuerKeys trusted = keys->value_or(IssuerKeys());
    const auto holds = [&](const std::optional<Store::SeenList> &seen) {
        return seen && seen->list.number == mark->number && seen->keysNumber == trusted.number;
    };
    const auto fresh = [&](const std::optional<Store::SeenList> &seen) {
        return holds(seen) && mark->seq == *seq && isYoung(seen->list, now);
    };
    /// Reads and verifies the list; once for each that there is, and each set of keys.
    const auto look = [&]() -> Result<void> {
        if (holds(store.seenList()))
            return {};
        store.seenList().reset();
        const auto list = keptRevocations(database);
        if (!list)
            return list.error();
        if (*list && (*list)->number == mark->number && verifyRevocations(**list, trusted)) // its key may be revoked
            store.seenList() = Store::SeenList{**list, trusted.number,
                                               QJsonDocument((*list)->toJson()).toJson(QJsonDocument::Compact)};
        return {};
    };
    if (auto looked = look(); !looked)
        return looked.error();
    if (fresh(store.seenList()))
        return *store.seenList();
    const auto signs = maySign(store, key, now);
    if (!signs)
        return signs.error();
    if (*signs) {
        const auto made = signAgain(store, key, now);
        if (!made)
            return made.error();
        *mark = *made;
        if (auto looked = look(); !looked)
            return looked.error();
    }
    if (store.seenList())
        return *store.seenList();
    return makeError(ErrorCode::NotFound, QStringLiteral("no list was signed yet"), kMeta);
}

} // namespace markaz::server
