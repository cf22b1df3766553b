// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/files/uploads.h"

#include "app/server/store/readfence.h"
#include "app/server/store/recordtable.h"
#include "core/domain/evidence.h"
#include "core/domain/filehead.h"
#include "core/protocol/files.h"
#include "core/security/permissions.h"
#include "core/support/idsource.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace markaz::server {
namespace {

namespace code = protocol::files::code;

constexpr qint64 kHashPiece = 256LL * 1024;

Error refusal(const QString &why, const char *detail)
{
    return makeError(ErrorCode::Refused, QLatin1String(detail), why);
}

Subject subjectOf(const StoredRecord &evidence)
{
    return Subject::in(evidence.province).inspectedBy(evidence.assignee);
}

Result<QString> hashOf(const FileHandle &file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 at = 0;;) {
        auto piece = file.read(at, kHashPiece);
        if (!piece)
            return piece.error();
        hash.addData(*piece);
        at += piece->size();
        if (piece->size() < kHashPiece)
            return QString::fromLatin1(hash.result().toHex());
    }
}

/// A lock that another holds is the other request's, not the database's.
Error asLocked(const Error &error)
{
    return error.code == ErrorCode::StorageBusy ? refusal(code::kLocked, "another request writes to it") : error;
}

bool fits(const StoredRecord &evidence, qint64 size, const QString &mediaType)
{
    return evidence.number("size") == size && evidence.text("media_type") == mediaType;
}

Result<std::optional<StoredFile>> fileSeenBy(Database &database, const Actor &actor, const QString &sha256,
                                             EvidencePolicy sees)
{
    auto records = RecordTable(database).evidenceOf(sha256);
    if (!records)
        return records.error();
    for (const StoredRecord &evidence : std::as_const(*records)) {
        if (!evidence.text("received_at").isEmpty() && sees(actor, evidence))
            return FileTable(database).find(sha256);
    }
    return std::optional<StoredFile>();
}

} // namespace

bool seesEvidence(const Actor &actor, const StoredRecord &evidence)
{
    return may(actor, Action::SeeEvidence, subjectOf(evidence)).ok();
}

Result<std::optional<StoredFile>> visibleFile(Database &database, const Actor &actor, const QString &sha256,
                                              EvidencePolicy sees)
{
    auto fence = ReadFence::raise(database, actor);
    return fence ? fileSeenBy(database, actor, sha256, sees) : fence.error();
}

Result<QList<StoredRecord>> Uploads::ownEvidence(const QString &sha256)
{
    auto records = RecordTable(m_store.database()).evidenceOf(sha256);
    if (!records)
        return records;
    records->removeIf([this](const StoredRecord &evidence) {
        const bool loans = !evidence.text("loan").isEmpty();
        return !may(m_who.actor, loans ? Action::RecordLoan : Action::AttachEvidence, subjectOf(evidence)).ok();
    });
    return records;
}

Result<UploadState> Uploads::stored(const FileClaim &claim, bool visible)
{
    FileTable files(m_store.database());
    auto file = files.heldBy(claim.sha256, m_who.actor.accountId);
    if (file && !file->has_value() && visible)
        file = files.find(claim.sha256); // it may have been swept since
    if (!file)
        return file.error();
    if (!file->has_value() || !m_contents.has(claim.sha256))
        return UploadState();
    if (auto held = files.addHolder(claim.sha256, m_who.actor.accountId); !held)
        return held.error();
    if (auto marked = markReceived(**file); !marked)
        return marked.error();
    return UploadState{Upload{{}, claim.sha256, (*file)->size, (*file)->mediaType, {}, {}, {}, true}, (*file)->size};
}

Result<UploadState> Uploads::begin(const FileClaim &claim)
{
    Database &database = m_store.database();
    // Before the writing begins, because behind the fence nothing can be written.
    auto visible = visibleFile(database, m_who.actor, claim.sha256, m_sees);
    if (!visible)
        return visible.error();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(database).takeWritersLock(); !locked)
        return locked.error();
    auto records = ownEvidence(claim.sha256);
    if (!records)
        return records.error();
    if (records->isEmpty())
        return refusal(code::kUnrecorded, "no evidence of this account names the file; push its record first");
    if (std::none_of(records->begin(), records->end(),
                     [&](const StoredRecord &evidence) { return fits(evidence, claim.size, claim.mediaType); }))
        return refusal(code::kDiffers, "the record gives another size or type");

    auto there = stored(claim, visible->has_value());
    if (!there)
        return there;
    if (there->offset > 0) {
        auto committed = transaction->commit();
        return committed ? there : Result<UploadState>(committed.error());
    }
    if (auto room = m_contents.roomFor(claim.size); !room)
        return room.error();
    FileTable files(database);
    auto before = files.uploadOf(m_who.actor.accountId, claim.sha256);
    if (!before)
        return before.error();
    const bool goesOn = *before && !(*before)->done && (*before)->size == claim.size;
    Upload upload =
        goesOn ? **before : Upload{Uuid7Source(m_clock).next(), claim.sha256, claim.size,           claim.mediaType,
                                   m_who.actor.accountId,       m_who.device, toIso(m_clock.now()), false};
    if (*before && !goesOn) { // its bytes were lost or were never those of the record
        if (auto removed = files.removeUpload((*before)->id); !removed)
            return removed.error();
    }
    if (!goesOn) {
        if (auto added = files.addUpload(upload); !added)
            return added.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return goesOn ? state(upload.id) : Result<UploadState>(UploadState{upload, 0});
}

Result<Upload> Uploads::require(const QString &id)
{
    auto found = FileTable(m_store.database()).upload(id);
    if (!found)
        return found.error();
    if (!*found || (*found)->account != m_who.actor.accountId)
        return makeError(ErrorCode::NotFound, QStringLiteral("no such upload"));
    return **found;
}

Result<UploadState> Uploads::state(const QString &id)
{
    auto upload = require(id);
    if (!upload)
        return upload.error();
    if (upload->done)
        return UploadState{*upload, upload->size};
    auto partial = m_contents.partial(id);
    if (!partial && partial.error().code == ErrorCode::NotFound) {
        // It was in its place when the server died, and the store does not know yet; or nothing has come.
        auto placed = m_contents.read(upload->sha256);
        auto size = placed ? placed->size() : Result<qint64>(placed.error());
        if (!size || *size != upload->size)
            return UploadState{*upload, 0};
        auto done = complete(*upload, *placed);
        return done ? UploadState{*upload, upload->size} : Result<UploadState>(done.error());
    }
    if (!partial)
        return asLocked(partial.error());
    auto size = partial->size();
    if (!size)
        return size.error();
    if (*size == upload->size) {
        if (auto done = complete(*upload, *partial); !done)
            return done.error();
    }
    return UploadState{*upload, *size};
}

Result<void> Uploads::check(const Upload &upload, const FileHandle &bytes)
{
    auto hash = hashOf(bytes);
    if (!hash)
        return hash.error();
    if (*hash != upload.sha256)
        return refusal(code::kHash, "the whole has another hash than was named");
    QFile file(bytes.path());
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::StorageFailed, file.errorString(), bytes.path());
    // The laptop's own reader, as mild as that of older laptops was: what any of them took is not refused here.
    const auto head = readFileHead(file, FileEnd::Any);
    if (!head || head->mediaType != upload.mediaType)
        return refusal(code::kMediaType, "the bytes are not of the type that was named");
    if (head->pixels() > evidence::kMaxPixels)
        return refusal(code::kImageTooLarge, "the picture has more than 40 megapixels");
    return {};
}

Result<void> Uploads::complete(const Upload &upload, const FileHandle &bytes)
{
    auto checked = check(upload, bytes);
    if (checked)
        return takeIn(upload);
    if (checked.error().code == ErrorCode::Refused) {
        if (auto dropped = discard(upload, AuditAction::RefuseUpload, checked.error().where); !dropped)
            return dropped;
    }
    return checked;
}

/// The bytes move and the store learns of it under the writers' lock, so that they never meet the sweep. When the
/// server dies in between, the bytes are in their place and the next question for the upload brings it here again.
Result<void> Uploads::takeIn(const Upload &upload)
{
    Database &database = m_store.database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(database).takeWritersLock(); !locked)
        return locked;
    if (auto kept = m_contents.keep(upload.id, upload.sha256);
        !kept && (kept.error().code != ErrorCode::NotFound || !m_contents.has(upload.sha256)))
        return kept;
    FileTable files(database);
    const StoredFile file{upload.sha256, upload.size, upload.mediaType, toIso(m_clock.now())};
    if (auto added = files.add(file); !added)
        return added;
    if (auto held = files.addHolder(upload.sha256, upload.account); !held)
        return held;
    if (auto finished = files.finish(upload.id); !finished)
        return finished;
    if (auto logged = AuditLog(database).append({event(AuditAction::Upload, upload.sha256, upload.size)}); !logged)
        return logged;
    if (auto marked = markReceived(file); !marked)
        return marked;
    return transaction->commit();
}

Result<void> Uploads::markReceived(const StoredFile &file)
{
    auto records = ownEvidence(file.sha256);
    if (!records)
        return records.error();
    const QString now = toIso(m_clock.now());
    QList<RecordWrite> writes;
    QList<AuditEvent> events;
    for (const StoredRecord &evidence : std::as_const(*records)) {
        if (!evidence.text("received_at").isEmpty() || !fits(evidence, file.size, file.mediaType))
            continue;
        StoredRecord received = evidence;
        ++received.record.rev;
        received.record.fields.insert(QStringLiteral("received_at"), now);
        received.record.fields.insert(QStringLiteral("received_rev"), received.record.rev);
        writes.append({evidence, received});
        AuditEvent one = event(AuditAction::Receive, file.sha256, file.size);
        one.insert(QStringLiteral("entity"), token(Entity::Evidence));
        one.insert(QStringLiteral("id"), received.id());
        one.insert(QStringLiteral("rev"), received.record.rev);
        one.insert(QStringLiteral("file"), file.sha256);
        events.append(one);
    }
    Database &database = m_store.database();
    auto written = RecordTable(database).write(writes, now);
    if (!written)
        return written.error();
    return AuditLog(database).append(events, *written);
}

Result<void> Uploads::touched(const Upload &upload)
{
    const QDateTime now = m_clock.now();
    const auto last = fromIso(upload.touchedAt);
    if (last && last->daysTo(now) < 1)
        return {};
    return FileTable(m_store.database()).touch(upload.id, toIso(now));
}

Result<void> Uploads::terminate(const QString &id)
{
    auto upload = require(id);
    if (!upload)
        return upload.error();
    auto partial = m_contents.partial(id); // held until it is gone, so that nobody writes to it meanwhile
    if (!partial && partial.error().code != ErrorCode::NotFound)
        return asLocked(partial.error());
    return discard(*upload, AuditAction::DropUpload, {});
}

/// The file of an upload that is complete stays: its evidence names it.
Result<void> Uploads::discard(const Upload &upload, AuditAction action, const QString &code)
{
    Database &database = m_store.database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(database).takeWritersLock(); !locked)
        return locked;
    if (auto removed = FileTable(database).removeUpload(upload.id); !removed)
        return removed;
    AuditEvent dropped = event(action, upload.sha256, upload.size);
    if (!code.isEmpty())
        dropped.insert(QStringLiteral("code"), code);
    if (auto logged = AuditLog(database).append({dropped}); !logged)
        return logged;
    if (auto committed = transaction->commit(); !committed)
        return committed;
    return m_contents.removePartial(upload.id);
}

AuditEvent Uploads::event(AuditAction action, const QString &sha256, qint64 size) const
{
    AuditEvent event = auditEvent(toIso(m_clock.now()), m_who.actor.accountId, m_who.device, action);
    event.insert(QStringLiteral("entity"), QStringLiteral("file"));
    event.insert(QStringLiteral("id"), sha256);
    event.insert(QStringLiteral("size"), size);
    return event;
}

} // namespace markaz::server
