// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/afterrestore.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/auditpattern.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/revocations.h"
#include "core/domain/certificatelifecycle.h"
#include "core/support/clock.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>

namespace markaz::server {
namespace {

const QString kAwaiting = QStringLiteral("awaits_trust");

/// How far a certificate in \p state is from being good, by decisions.
int strictness(CertificateState state)
{
    switch (state) {
    case CertificateState::Suspended:
        return 1;
    case CertificateState::Superseded:
        return 2;
    case CertificateState::Revoked:
        return 3;
    case CertificateState::Issued:
    case CertificateState::Expired:
        break;
    }
    return 0;
}

/// The newest entry with \p action and \p member; n = 0: there is none.
struct Told
{
    qint64 n = 0;
    AuditEvent event;
};
Result<Told> newestEntry(Database &database, AuditAction action, const QString &member)
{
    auto query = database.run(QStringLiteral("SELECT n, event FROM audit WHERE event LIKE ? ORDER BY audit.n DESC"),
                              {entriesOf(action)});
    if (!query)
        return query.error();
    Told told;
    while (told.n == 0 && (*query)->next()) {
        const AuditEvent event = QJsonDocument::fromJson((*query)->value(1).toString().toUtf8()).object();
        if (event.value(QStringLiteral("action")).toString() == token(action) && event.contains(member))
            told = {(*query)->value(0).toLongLong(), event};
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return told;
}

Result<RevocationList> listIn(const QString &text)
{
    auto list = RevocationList::fromJson(QJsonDocument::fromJson(text.toUtf8()).object());
    return list ? list
                : Result<RevocationList>(
                      makeError(ErrorCode::StorageCorrupt,
                                QStringLiteral("%1, in %2").arg(list.error().detail, list.error().where), kTakenList));
}

/// The list that stands, read once for each change of it; nullptr when there is none.
Result<const RevocationList *> seenTaken(Store &store)
{
    const auto text = metaOf(store.database(), kTakenList);
    if (!text)
        return text.error();
    auto &seen = store.seenTaken();
    if (!*text)
        seen.reset();
    if (!*text)
        return static_cast<const RevocationList *>(nullptr);
    if (!seen || seen->text != **text) {
        auto list = listIn(**text);
        if (!list)
            return list.error();
        seen = Store::SeenTaken{**text, std::move(*list)};
    }
    return static_cast<const RevocationList *>(&seen->list);
}

/// When the decision by which \p certificate is what it is was made; invalid: none was, or it is over by its date.
Result<QDateTime> decidedAt(Database &database, const StoredRecord &certificate, CertificateState state)
{
    if (state == CertificateState::Expired)
        return QDateTime();
    const auto entered = fromIso(certificate.text("state_at"));
    if (!entered)
        return QDateTime(); // as it was issued
    if (state == CertificateState::Superseded)
        return *entered; // by a decision on another inspection
    auto query = database.run(QStringLiteral("SELECT data->>'kind', data->>'made_at' FROM record WHERE parent = ? AND "
                                             "entity = 'decision' AND deleted = 0 ORDER BY seq DESC"),
                              {certificate.id()});
    if (!query)
        return query.error();
    QDateTime made = *entered;
    bool found = false;
    while (!found && (*query)->next()) {
        const QString kind = (*query)->value(0).toString();
        found =
            kind != decisionKind(CertificateAction::Appeal) && kind != decisionKind(CertificateAction::DismissAppeal);
        if (const auto said = fromIso((*query)->value(1).toString()); found && said)
            made = std::min(made, *said);
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return made;
}

/// Whether \p end of a list that was signed at \p signedAt says more than this register.
Result<bool> holds(Database &database, const EndedCertificate &end, const QDateTime &signedAt)
{
    const auto record = RecordTable(database).byKey(Entity::Certificate, end.number);
    if (!record)
        return record.error();
    if (!*record || (*record)->deleted)
        return true;
    const auto state = parse<CertificateState>((*record)->text("state"));
    if (!state)
        return state.error();
    if (strictness(*state) >= strictness(end.state))
        return false;
    const auto decided = decidedAt(database, **record, *state);
    if (!decided)
        return decided.error();
    return !decided->isValid() || *decided <= signedAt;
}

Error nothingNew(const QString &detail, const char *where = "at")
{
    return makeError(ErrorCode::WrongState, detail, QLatin1String(where));
}

/// Whether \p list tells a store that \p waits or not what it does not know.
Result<void> checkNew(Database &database, const RevocationList &list, bool waits)
{
    const auto told = toldList(database);
    if (!told)
        return told.error();
    const auto stands = takenList(database);
    if (!stands && stands.error().where != kTakenList)
        return stands.error();
    // One that is gone or was altered is put back; an older one is not taken for it.
    const bool same = stands && *stands && hashOf(**stands) == hashOf(list);
    if (list.at < told->signedAt || (same && told->hash == hashOf(list)))
        return nothingNew(QStringLiteral("the list of %1 was taken").arg(told->signedAt));
    if (waits)
        return {};
    const auto restored = newestEntry(database, AuditAction::Restore, QStringLiteral("history"));
    if (!restored)
        return restored.error();
    const QString since = restored->event.value(QStringLiteral("at")).toString();
    if (since.isEmpty())
        return nothingNew(QStringLiteral("no backup was restored here, and every list is this server's own"));
    if (list.at >= since)
        return nothingNew(QStringLiteral("it was signed after the restore of %1").arg(since));
    return {};
}

} // namespace

Result<void> beginToAwait(Database &database, const QString &madeAt)
{
    return putMeta(database, kAwaiting, madeAt);
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

QString sentenceOfWaiting(const Error &error)
{
    return QStringLiteral("This store was restored from a backup of %1, and laptops may hold newer keys or know of "
                          "certificates that were revoked since. Nothing was started or changed. Let a laptop write "
                          "what it holds (markaz sync --trust FILE), then run \"markaz-server keys take FILE\"; if "
                          "nothing of that happened since, \"markaz-server keys take --nothing-newer\".")
        .arg(error.detail);
}

Result<void> endAwaiting(Database &database, const std::optional<RevocationList> &list, const Clock &clock)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(database).takeWritersLock(); !locked)
        return locked;
    const auto waits = awaits(database);
    if (!waits)
        return waits.error();
    AuditEvent event = auditEvent(toIso(clock.now()), QStringLiteral("server"), {}, AuditAction::TakeTrust);
    if (list) {
        if (auto fresh = checkNew(database, *list, waits->has_value()); !fresh)
            return fresh;
        event.insert(QStringLiteral("number"), list->number);
        event.insert(QStringLiteral("signed_at"), list->at);
        event.insert(QStringLiteral("kid"), list->keyId);
        event.insert(QStringLiteral("list"), hashOf(*list));
        const QString text = QString::fromUtf8(QJsonDocument(list->toJson()).toJson(QJsonDocument::Compact));
        if (auto kept = putMeta(database, kTakenList, text); !kept)
            return kept;
        if (auto anew = signAfter(database, *list); !anew)
            return anew;
    } else {
        if (!*waits)
            return nothingNew(QStringLiteral("this store waits for nothing"), "waits");
        event.insert(QStringLiteral("nothing_newer"), true);
    }
    if (auto kept = putMeta(database, kAwaiting, {}); !kept)
        return kept;
    if (auto logged = AuditLog(database).append({event}); !logged)
        return logged;
    return transaction->commit();
}

Result<ToldList> toldList(Database &database)
{
    const auto told = newestEntry(database, AuditAction::TakeTrust, QStringLiteral("list"));
    if (!told)
        return told.error();
    return ToldList{told->n, told->event.value(QStringLiteral("number")).toInteger(),
                    told->event.value(QStringLiteral("signed_at")).toString(),
                    told->event.value(QStringLiteral("list")).toString()};
}

Result<qint64> restoreThatWaits(Database &database)
{
    const auto restored = newestEntry(database, AuditAction::Restore, QStringLiteral("history"));
    const auto took = newestEntry(database, AuditAction::TakeTrust, QStringLiteral("at"));
    if (!restored || !took)
        return restored ? took.error() : restored.error();
    return restored->n > took->n && restored->event.contains(QStringLiteral("waits")) ? restored->n : 0;
}

Result<std::optional<RevocationList>> takenList(Database &database)
{
    const auto text = metaOf(database, kTakenList);
    if (!text)
        return text.error();
    if (!*text)
        return std::optional<RevocationList>();
    auto list = listIn(**text);
    return list ? Result<std::optional<RevocationList>>(*list) : Result<std::optional<RevocationList>>(list.error());
}

Result<QList<EndedCertificate>> takenEnds(Store &store)
{
    const auto list = seenTaken(store);
    if (!list)
        return list.error();
    QList<EndedCertificate> ends;
    if (*list == nullptr)
        return ends;
    const auto signedAt = fromIso((*list)->at);
    if (!signedAt)
        return signedAt.error();
    for (const EndedCertificate &one : (*list)->certificates) {
        const auto stays = holds(store.database(), one, *signedAt);
        if (!stays)
            return stays.error();
        if (*stays)
            ends.append(one);
    }
    return ends;
}

Result<std::optional<EndedCertificate>> takenEnd(Store &store, const QString &number)
{
    const auto list = seenTaken(store);
    if (!list)
        return list.error();
    const EndedCertificate *end = *list == nullptr ? nullptr : (*list)->find(number);
    if (end == nullptr)
        return std::optional<EndedCertificate>();
    const auto signedAt = fromIso((*list)->at);
    const auto stays = signedAt ? holds(store.database(), *end, *signedAt) : Result<bool>(signedAt.error());
    if (!stays)
        return stays.error();
    return *stays ? std::optional<EndedCertificate>(*end) : std::nullopt;
}

} // namespace markaz::server
