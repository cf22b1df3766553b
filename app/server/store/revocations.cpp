// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/revocations.h"

#include "app/server/store/recordtable.h"
#include "app/server/store/signedkeys.h"
#include "core/support/programmeday.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

const QString kMeta = QStringLiteral("revocations");
const QString kSeq = QStringLiteral("seq"); ///< of the newest certificate that the kept list knows
constexpr qint64 kFreshSeconds = 3600;

struct Kept
{
    RevocationList list;
    qint64 seq = 0;
};

Result<std::optional<Kept>> kept(Database &database)
{
    const auto row = database.row(QStringLiteral("SELECT value FROM meta WHERE name = ?"), {kMeta});
    if (!row)
        return row.error();
    if (!row->has_value())
        return std::optional<Kept>();
    const QJsonObject json = QJsonDocument::fromJson((*row)->value(0).toString().toUtf8()).object();
    auto list = RevocationList::fromJson(json);
    if (!list)
        return makeError(ErrorCode::StorageCorrupt, list.error().detail, kMeta);
    return std::optional<Kept>(Kept{*list, json.value(kSeq).toInteger()});
}

Result<qint64> newest(Database &database)
{
    const auto row =
        database.row(QStringLiteral("SELECT coalesce(max(seq), 0) FROM record WHERE entity = 'certificate'"));
    if (!row)
        return row.error();
    return (*row)->value(0).toLongLong();
}

Result<QList<EndedCertificate>> ended(Database &database)
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

bool isFresh(const std::optional<Kept> &before, qint64 seq, const IssuerKeys &keys, const QDateTime &now)
{
    if (!before || before->seq != seq || !verifyRevocations(before->list, keys)) // its key may have been revoked
        return false;
    const qint64 age = fromIso(before->list.at)->secsTo(now);
    return age >= 0 && age < kFreshSeconds;
}

Result<RevocationList> signAgain(Database &database, const SigningKey &key, const QDateTime &now)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(database).takeWritersLock(); !locked) // one number is one list
        return locked.error();
    const auto before = kept(database);
    const auto seq = newest(database);
    auto certificates = ended(database);
    if (!before || !seq || !certificates)
        return !before ? before.error() : !seq ? seq.error() : certificates.error();
    RevocationList list;
    list.number = numberAfter(*before ? (*before)->list.number : 0, now);
    list.at = toIso(now);
    list.certificates = std::move(*certificates);
    auto made = signRevocations(list, key);
    if (!made)
        return made;
    QJsonObject json = made->toJson();
    json.insert(kSeq, *seq);
    if (auto gone = database.run(QStringLiteral("DELETE FROM meta WHERE name = ?"), {kMeta}); !gone)
        return gone.error();
    const QString text = QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
    if (auto put = database.run(QStringLiteral("INSERT INTO meta (name, value) VALUES (?, ?)"), {kMeta, text}); !put)
        return put.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return made;
}

} // namespace

Result<RevocationList> currentRevocations(Database &database, const SigningKey &key, const Clock &clock)
{
    const auto before = kept(database);
    const auto seq = newest(database);
    const auto keys = signedKeys(database);
    if (!before || !seq || !keys)
        return !before ? before.error() : !seq ? seq.error() : keys.error();
    if (isFresh(*before, *seq, keys->value_or(IssuerKeys()), clock.now()))
        return (*before)->list;
    const auto signs = maySign(database, key, clock.now());
    if (!signs)
        return signs.error();
    if (*signs)
        return signAgain(database, key, clock.now());
    if (*before)
        return (*before)->list;
    return makeError(ErrorCode::NotFound, QStringLiteral("no list was signed yet"), kMeta);
}

} // namespace markaz::server
