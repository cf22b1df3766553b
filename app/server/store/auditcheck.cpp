// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/auditcheck.h"

#include "app/server/store/accounts.h"
#include "app/server/store/afterrestore.h"
#include "app/server/store/auditpattern.h"
#include "app/server/store/checkpoints.h"
#include "app/server/store/issuer.h"
#include "app/server/store/signedkeys.h"
#include "core/security/auditcheckpoint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <limits>

namespace markaz::server {
namespace {

using Kind = AuditFinding::Kind;
using Source = AuditFinding::Source;

constexpr qint64 kBeforeAll = std::numeric_limits<qint64>::min(); ///< entries below 1 are nobody's, and seen

} // namespace

QString token(Kind kind)
{
    switch (kind) {
    case Kind::Altered:
        return QStringLiteral("altered");
    case Kind::Removed:
        return QStringLiteral("removed");
    case Kind::Inserted:
        return QStringLiteral("inserted");
    case Kind::Reordered:
        return QStringLiteral("reordered");
    case Kind::TailCut:
        return QStringLiteral("tail_cut");
    case Kind::Rewritten:
        return QStringLiteral("rewritten");
    case Kind::BadSignature:
        return QStringLiteral("bad_signature");
    case Kind::UnknownKey:
        return QStringLiteral("unknown_key");
    case Kind::KeyReplaced:
        return QStringLiteral("key_replaced");
    case Kind::KeysUntrusted:
        return QStringLiteral("keys_untrusted");
    case Kind::KeysDiffer:
        return QStringLiteral("keys_differ");
    case Kind::TakenDiffers:
        return QStringLiteral("taken_differs");
    case Kind::NotAwaiting:
        return QStringLiteral("not_awaiting");
    case Kind::Unvouched:
        return QStringLiteral("unvouched_restore");
    }
    return {};
}

QString token(Source source)
{
    switch (source) {
    case Source::Chain:
        return QStringLiteral("chain");
    case Source::Checkpoint:
        return QStringLiteral("checkpoint");
    case Source::Witness:
        return QStringLiteral("witness");
    case Source::Laptop:
        return QStringLiteral("laptop");
    case Source::Pin:
        return QStringLiteral("pin");
    }
    return {};
}

Result<AuditReport> AuditCheck::run(const QList<Checkpoint> &witnesses)
{
    m_report = {};
    m_broken.reset();
    if (auto gathered = gather(witnesses); !gathered)
        return gathered.error();
    if (auto walked = walk(); !walked)
        return walked.error();
    compare();
    if (auto compared = compareKeys(); !compared)
        return compared.error();
    if (auto compared = compareTaken(); !compared)
        return compared.error();
    const auto accounts = Accounts(m_store.database()).all();
    if (!accounts)
        return accounts.error();
    if (m_report.entries == 0 && !accounts->isEmpty()) // no account is made without an entry
        m_report.findings.append({Kind::Removed, 1, 1, Source::Chain, {}});
    std::stable_sort(m_report.findings.begin(), m_report.findings.end(),
                     [](const AuditFinding &a, const AuditFinding &b) { return a.first < b.first; });
    return m_report;
}

Result<void> AuditCheck::gather(const QList<Checkpoint> &witnesses)
{
    Database &database = m_store.database();
    auto stored = issuerKeys(database);
    auto keys = trustedKeys(database, m_own, m_former);
    auto own = checkpoints(database);
    auto handedIn = contradictions(database);
    auto told = contradictionsInChain(database);
    auto restored = restores(database, m_store.instanceId(), m_own, 0, m_former);
    if (!stored || !keys)
        return stored ? keys.error() : stored.error();
    if (!own || !handedIn)
        return own ? handedIn.error() : own.error();
    if (!told || !restored)
        return told ? restored.error() : told.error();
    m_restores = *restored;
    for (const Restore &restore : std::as_const(m_restores)) {
        if (!restore.holds)
            m_report.findings.append({Kind::Unvouched, restore.n, restore.n});
    }
    const PublicKey *known = m_own == nullptr ? nullptr : stored->find(m_own->keyId);
    if (known != nullptr && known->bytes != m_own->bytes)
        m_report.findings.append({Kind::KeyReplaced, 0, 0, Source::Checkpoint, m_own->keyId});
    m_claims.clear();
    const auto add = [&](const QList<Checkpoint> &list, Source source) {
        for (const Checkpoint &checkpoint : list) {
            const auto verified = verifyCheckpoint(checkpoint, m_store.instanceId(), *keys);
            if (verified) {
                m_claims.append({checkpoint, source});
                continue;
            }
            const bool unknown = verified.error().code == ErrorCode::NotFound;
            m_report.findings.append({unknown ? Kind::UnknownKey : Kind::BadSignature, checkpoint.n, checkpoint.n,
                                      source, checkpoint.keyId});
        }
    };
    add(*own, Source::Checkpoint);
    add(witnesses, Source::Witness);
    add(*handedIn, Source::Laptop);
    for (const Checkpoint &checkpoint : std::as_const(*told)) {
        const bool counted = std::any_of(m_claims.cbegin(), m_claims.cend(), [&checkpoint](const Claim &claim) {
            return claim.source == Source::Laptop && claim.checkpoint.n == checkpoint.n &&
                   claim.checkpoint.hash == checkpoint.hash;
        });
        if (!counted)
            m_claims.append({checkpoint, Source::Laptop});
    }
    std::stable_sort(m_claims.begin(), m_claims.end(),
                     [](const Claim &a, const Claim &b) { return a.checkpoint.n < b.checkpoint.n; });
    return {};
}

/// The chain from its start; stops comparing at the first entry that does not follow, and goes on counting.
Result<void> AuditCheck::walk()
{
    QString previous;
    QString beforePrevious;
    auto claim = m_claims.begin();
    std::optional<AuditEntry> offender;
    auto read = AuditLog(m_store.database()).each(kBeforeAll, [&](const AuditEntry &entry) {
        if (!offender) {
            const qint64 due = m_report.entries + 1;
            if (entry.n != due || entry.hash != chainedHash(previous, entry.event)) {
                offender = entry;
                m_broken = due;
            } else {
                beforePrevious = std::exchange(previous, entry.hash);
            }
        }
        m_report.entries = std::max(m_report.entries, entry.n);
        while (claim != m_claims.end() && claim->checkpoint.n < entry.n)
            ++claim;
        for (; claim != m_claims.end() && claim->checkpoint.n == entry.n; ++claim)
            claim->met = claim->checkpoint.hash == entry.hash;
        return true;
    });
    if (!read)
        return read;
    if (!offender)
        return {};
    if (offender->n != *m_broken) {
        const bool gap = offender->n > *m_broken;
        m_report.findings.append(
            {gap ? Kind::Removed : Kind::Inserted, gap ? *m_broken : offender->n, gap ? offender->n - 1 : offender->n});
        return {};
    }
    auto finding = whatHappened(*offender, previous, beforePrevious);
    if (!finding)
        return finding.error();
    m_report.findings.append(*finding);
    return {};
}

/// \p entry stands in its number's place and does not follow \p previous. What follows what tells the cases apart.
Result<AuditFinding> AuditCheck::whatHappened(const AuditEntry &entry, const QString &previous,
                                              const QString &beforePrevious)
{
    const qint64 k = entry.n;
    if (k > 1 && entry.hash == chainedHash(beforePrevious, entry.event))
        return AuditFinding{Kind::Inserted, k - 1, k - 1};
    bool textsExchanged = false; // a later entry's text would have given this hash
    bool belongsLater = false;   // the one that follows `previous` stands further on
    bool belongsElsewhere = false;
    std::optional<AuditFinding> moved;
    auto read = AuditLog(m_store.database()).each(kBeforeAll, [&](const AuditEntry &other) {
        if (other.n > k) {
            const QString wanted = chainedHash(previous, other.event);
            textsExchanged = textsExchanged || wanted == entry.hash;
            belongsLater = belongsLater || wanted == other.hash;
        }
        belongsElsewhere = belongsElsewhere || (other.n != k && entry.hash == chainedHash(other.hash, entry.event));
        if (!moved && other.n >= k)
            moved = shifted(other, k);
        return true;
    });
    if (!read)
        return read.error();
    if (textsExchanged || (belongsLater && belongsElsewhere))
        return AuditFinding{Kind::Reordered, k, k};
    if (belongsLater)
        return AuditFinding{Kind::Inserted, k, k};
    return moved.value_or(AuditFinding{Kind::Altered, k, k});
}

/// An entry that was signed at another number than it has now: so many are gone, or were added, since \p broken.
std::optional<AuditFinding> AuditCheck::shifted(const AuditEntry &entry, qint64 broken) const
{
    for (const Claim &claim : m_claims) {
        const qint64 by = claim.checkpoint.n - entry.n;
        if (by != 0 && claim.checkpoint.hash == entry.hash) {
            return by > 0 ? AuditFinding{Kind::Removed, broken, broken + by - 1}
                          : AuditFinding{Kind::Inserted, broken, broken - by - 1};
        }
    }
    return {};
}

void AuditCheck::compare()
{
    std::optional<AuditFinding> rewritten;
    std::optional<AuditFinding> cut;
    // Up to where the chain is what was signed, by anybody and by witnesses: whoever has the key can sign the
    // database's own checkpoints anew, so they say nothing against a witness.
    qint64 vouched = 0;
    qint64 witnessed = 0;
    for (const Claim &claim : std::as_const(m_claims)) {
        const Checkpoint &checkpoint = claim.checkpoint;
        if (claim.met) {
            vouched = checkpoint.n;
            if (claim.source != Source::Checkpoint)
                witnessed = checkpoint.n;
            (claim.source == Source::Checkpoint ? m_report.checkpoints : m_report.witnesses).append(checkpoint);
            continue;
        }
        const auto left = leftHistoryAt(m_restores, checkpoint.history, m_store.history());
        if (left && checkpoint.n >= *left) {
            m_report.beforeRestores.append(checkpoint);
        } else if (checkpoint.n > m_report.entries) {
            if (!cut)
                cut = AuditFinding{Kind::TailCut, m_report.entries + 1, checkpoint.n, claim.source};
            cut->last = checkpoint.n;
        } else if (!rewritten && !(m_broken && *m_broken <= checkpoint.n)) {
            const qint64 sound = claim.source == Source::Checkpoint ? vouched : witnessed;
            rewritten = AuditFinding{Kind::Rewritten, sound + 1, checkpoint.n, claim.source};
        }
    }
    if (rewritten)
        m_report.findings.append(*rewritten);
    if (cut)
        m_report.findings.append(*cut);
}

/// The set of keys that the public page believes: by its signature, by what the data folder has seen, and by the entry
/// that told of it. An entry of before 2026-11-29 names its number, root and keys, and not the set's hash. Where none
/// is left, what took it away was named before.
Result<void> AuditCheck::compareKeys()
{
    const bool holds = m_report.findings.isEmpty();
    Database &database = m_store.database();
    qint64 n = 0;
    AuditEvent told;
    auto query = database.run(QStringLiteral("SELECT n, event FROM audit WHERE event LIKE ? ORDER BY audit.n"),
                              {entriesOf(AuditAction::SignKeys)});
    if (!query)
        return query.error();
    while ((*query)->next()) {
        const AuditEvent event = QJsonDocument::fromJson((*query)->value(1).toString().toUtf8()).object();
        if (event.value(QStringLiteral("action")).toString() != token(AuditAction::SignKeys))
            continue;
        n = (*query)->value(0).toLongLong();
        told = event;
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    const auto untrusted = [&](const QString &why) {
        m_report.findings.append({Kind::KeysUntrusted, n, n, Source::Chain, why});
    };
    const auto pin = pinnedKeys(m_store.dataFolder());
    if (!pin && pin.error().where != kDamagedPin)
        return pin.error();
    if (!pin)
        m_report.findings.append({Kind::KeysUntrusted, n, n, Source::Pin, pin.error().detail});
    const std::optional<IssuerKeys> known = pin ? *pin : std::nullopt;
    const auto set = storedKeys(database);
    if (!set && set.error().where != kUntrustedKeys)
        return set.error();
    if (!set)
        untrusted(set.error().detail);
    if (!set || (!*set && n == 0 && !known))
        return {};
    if (!*set) {
        untrusted(QStringLiteral("it is gone"));
        return {};
    }
    const IssuerKeys &stands = **set;
    if (auto follows = known ? mayFollow(*known, stands) : Result<void>(); !follows)
        untrusted(QStringLiteral("%1 (%2)").arg(follows.error().detail, follows.error().where));
    QJsonArray good;
    for (const IssuerKey &key : stands.keys) {
        if (key.revokedAt.isEmpty())
            good.append(key.key.keyId);
    }
    const QString hash = told.value(QStringLiteral("set")).toString();
    const bool differs = told.value(QStringLiteral("number")).toInteger() != stands.number ||
                         told.value(QStringLiteral("root")).toString() != stands.root.keyId ||
                         told.value(QStringLiteral("keys")).toArray() != good ||
                         (!hash.isEmpty() && hash != hashOf(stands));
    if (n == 0 ? holds : differs)
        m_report.findings.append({Kind::KeysDiffer, n, n, Source::Chain, QString::number(stands.number)});
    const auto halves = issuerKeys(database);
    if (!halves)
        return halves.error();
    for (const IssuerKey &key : stands.keys) {
        const PublicKey *half = halves->find(key.key.keyId);
        const bool own = m_own != nullptr && m_own->keyId == key.key.keyId; // told already
        if (!own && half != nullptr && half->bytes != key.key.bytes)
            m_report.findings.append({Kind::KeyReplaced, n, n, Source::Chain, key.key.keyId});
    }
    return {};
}

/// What was taken after a restore (afterrestore.h), by the entry that told of it; and a restore that nothing was taken
/// after waits still. One that an older release made never did, and its entry does not say so.
Result<void> AuditCheck::compareTaken()
{
    Database &database = m_store.database();
    const auto told = toldList(database);
    const auto list = takenList(database);
    const auto due = restoreThatWaits(database);
    const auto waits = awaits(database);
    if (!told || !due || !waits)
        return !told ? told.error() : !due ? due.error() : waits.error();
    if (!list && list.error().where != kTakenList)
        return list.error();
    const QString hash = !list ? QStringLiteral("?") : *list ? hashOf(**list) : QString();
    if (hash != told->hash)
        m_report.findings.append({Kind::TakenDiffers, told->n, told->n, Source::Chain,
                                  !list   ? list.error().detail
                                  : *list ? (*list)->at
                                          : QString()});
    if (*due > 0 && !*waits)
        m_report.findings.append({Kind::NotAwaiting, *due, *due});
    return {};
}

} // namespace markaz::server
