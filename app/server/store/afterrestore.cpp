// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/afterrestore.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/revocations.h"
#include "core/support/clock.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <algorithm>

namespace markaz::server {
namespace {

const QString kAwaiting = QStringLiteral("awaits_trust");
const QString kTaken = QStringLiteral("taken_ends");

Result<std::optional<QString>> metaOf(Database &database, const QString &name)
{
    const auto row = database.row(QStringLiteral("SELECT value FROM meta WHERE name = ?"), {name});
    if (!row)
        return row.error();
    return row->has_value() ? std::optional<QString>((*row)->value(0).toString()) : std::nullopt;
}

/// Empty: it goes.
Result<void> keep(Database &database, const QString &name, const QString &value)
{
    auto gone = database.run(QStringLiteral("DELETE FROM meta WHERE name = ?"), {name});
    if (!gone)
        return gone.error();
    if (value.isEmpty())
        return {};
    auto put = database.run(QStringLiteral("INSERT INTO meta (name, value) VALUES (?, ?)"), {name, value});
    return put ? Result<void>() : Result<void>(put.error());
}

Result<void> keepEnds(Database &database, const QList<EndedCertificate> &ends)
{
    QJsonArray list;
    for (const EndedCertificate &one : ends)
        list.append(QJsonObject{{QStringLiteral("number"), one.number},
                                {QStringLiteral("state"), token(one.state)},
                                {QStringLiteral("since"), one.since.toString(Qt::ISODate)}});
    return keep(database, kTaken,
                ends.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
}

/// How far a certificate is from being good.
int strictness(CertificateStage stage)
{
    switch (stage) {
    case CertificateStage::Suspended:
        return 1;
    case CertificateStage::Superseded:
        return 2;
    case CertificateStage::Revoked:
        return 3;
    case CertificateStage::None:
    case CertificateStage::Issued:
    case CertificateStage::Expired:
        break;
    }
    return 0;
}

int strictness(CertificateState state)
{
    switch (state) {
    case CertificateState::Suspended:
        return strictness(CertificateStage::Suspended);
    case CertificateState::Superseded:
        return strictness(CertificateStage::Superseded);
    case CertificateState::Revoked:
        return strictness(CertificateStage::Revoked);
    case CertificateState::Issued:
    case CertificateState::Expired:
        break;
    }
    return 0;
}

} // namespace

Result<void> beginToAwait(Database &database, const QString &madeAt)
{
    return keep(database, kAwaiting, madeAt);
}

Result<std::optional<QString>> awaits(Database &database)
{
    return metaOf(database, kAwaiting);
}

Result<void> refuseWhileAwaiting(Database &database)
{
    const auto since = awaits(database);
    if (!since)
        return since.error();
    return *since ? Result<void>(makeError(ErrorCode::WrongState, **since, kAwaitsTrust)) : Result<void>();
}

Result<void> endAwaiting(Database &database, const std::optional<RevocationList> &list, const Clock &clock)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(database).takeWritersLock(); !locked)
        return locked;
    AuditEvent event = auditEvent(toIso(clock.now()), QStringLiteral("server"), {}, AuditAction::TakeTrust);
    if (list) {
        const auto ends = takeEnds(database, *list);
        if (!ends)
            return ends.error();
        event.insert(QStringLiteral("number"), list->number);
        event.insert(QStringLiteral("signed_at"), list->at);
        event.insert(QStringLiteral("kid"), list->keyId);
        event.insert(QStringLiteral("stay_ended"), ends->size());
        if (auto kept = keepRevocations(database, *list); !kept)
            return kept;
    } else {
        event.insert(QStringLiteral("nothing_newer"), true);
    }
    if (auto kept = keep(database, kAwaiting, {}); !kept)
        return kept;
    if (auto logged = AuditLog(database).append({event}); !logged)
        return logged;
    return transaction->commit();
}

Result<QList<EndedCertificate>> takeEnds(Database &database, const RevocationList &list)
{
    const auto signedHere = keptRevocations(database);
    const auto here = endedHere(database);
    auto ends = takenEnds(database);
    if (!signedHere || !here)
        return signedHere ? here.error() : signedHere.error();
    if (!ends)
        return ends;
    if (*signedHere && (*signedHere)->number > list.number)
        return makeError(ErrorCode::WrongState,
                         QStringLiteral("list %1 came after list %2").arg(list.number).arg((*signedHere)->number),
                         QStringLiteral("number"));
    QHash<QString, CertificateState> known;
    for (const EndedCertificate &one : *here)
        known.insert(one.number, one.state);
    QMap<QString, EndedCertificate> all; // by number
    for (const EndedCertificate &one : std::as_const(*ends))
        all.insert(one.number, one);
    for (const EndedCertificate &one : list.certificates) {
        const auto had = known.constFind(one.number);
        if (had != known.constEnd() && strictness(*had) >= strictness(one.state))
            continue;
        const auto before = all.constFind(one.number);
        if (before == all.constEnd() || strictness(before->state) < strictness(one.state))
            all.insert(one.number, one);
    }
    if (auto kept = keepEnds(database, all.values()); !kept)
        return kept.error();
    return all.values();
}

Result<QList<EndedCertificate>> takenEnds(Database &database)
{
    const auto text = metaOf(database, kTaken);
    if (!text)
        return text.error();
    QList<EndedCertificate> ends;
    const QJsonArray list = QJsonDocument::fromJson(text->value_or(QString()).toUtf8()).array();
    for (const auto &value : list) {
        const QJsonObject entry = value.toObject();
        const auto state = parse<CertificateState>(entry.value(QStringLiteral("state")).toString());
        if (!state)
            return makeError(ErrorCode::StorageCorrupt, state.error().detail, kTaken);
        ends.append({entry.value(QStringLiteral("number")).toString(), *state,
                     QDate::fromString(entry.value(QStringLiteral("since")).toString(), Qt::ISODate)});
    }
    return ends;
}

Result<std::optional<EndedCertificate>> takenEnd(Database &database, const QString &number)
{
    const auto ends = takenEnds(database);
    if (!ends)
        return ends.error();
    const auto found = std::find_if(ends->begin(), ends->end(), [&](const auto &one) { return one.number == number; });
    return found == ends->end() ? std::optional<EndedCertificate>() : std::optional<EndedCertificate>(*found);
}

Result<void> noteReached(Database &database, const QString &number, CertificateStage stage)
{
    auto ends = takenEnds(database);
    if (!ends)
        return ends.error();
    const auto gone = ends->removeIf([&](const EndedCertificate &one) {
        return one.number == number && strictness(stage) >= strictness(one.state);
    });
    return gone == 0 ? Result<void>() : keepEnds(database, *ends);
}

} // namespace markaz::server
