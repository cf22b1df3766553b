// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/files/contentstore.h"
#include "app/server/store/auditlog.h"
#include "app/server/store/filetable.h"
#include "app/server/store/store.h"
#include "app/server/store/storedrecord.h"
#include "core/domain/actor.h"

namespace markaz::server {

/// What a client says of the file that it wants to send.
struct FileClaim
{
    QString sha256;
    qint64 size = 0;
    QString mediaType;
};

/// How far an upload has come.
struct UploadState
{
    Upload upload; ///< without an id when there is nothing left to send
    qint64 offset = 0;
};

/// The policy's word on whether an account sees a record of evidence.
using EvidencePolicy = bool (*)(const Actor &actor, const StoredRecord &evidence);
bool seesEvidence(const Actor &actor, const StoredRecord &evidence);

/// What an account does with its uploads. What is refused for a reason of its own is an Error of the code Refused whose
/// `where` is a token of core/protocol/files.h (unrecorded, differs, locked, hash_mismatch, media_type,
/// image_too_large); NotFound is an upload that is not there, or not this account's.
class Uploads
{
public:
    struct Caller
    {
        Actor actor;
        QString device;
    };
    Uploads(Store &store, const ContentStore &contents, const Clock &clock, Caller who,
            EvidencePolicy sees = seesEvidence)
        : m_store(store)
        , m_contents(contents)
        , m_clock(clock)
        , m_who(std::move(who))
        , m_sees(sees)
    {
    }

    /// The upload of the claimed file: a new one, or that which this account began before. When the account may see the
    /// file already, or has sent it before, nothing is left to send; its records are completed.
    Result<UploadState> begin(const FileClaim &claim);
    /// How far it has come; an upload whose last byte came just before the server died is completed by this.
    Result<UploadState> state(const QString &id);
    /// The upload, when it may go on.
    Result<Upload> require(const QString &id);
    /// All bytes of \p upload are there, locked and synced: checks the whole and takes it in, or drops it and says why.
    Result<void> complete(const Upload &upload, const FileHandle &bytes);
    /// So that it is not swept; writes only once a day.
    Result<void> touched(const Upload &upload);
    Result<void> terminate(const QString &id);

private:
    Result<QList<StoredRecord>> ownEvidence(const QString &sha256);
    Result<UploadState> stored(const FileClaim &claim, bool visible);
    Result<void> check(const Upload &upload, const FileHandle &bytes);
    Result<void> takeIn(const Upload &upload);
    Result<void> markReceived(const StoredFile &file);
    Result<void> discard(const Upload &upload, AuditAction action, const QString &code);
    AuditEvent event(AuditAction action, const QString &sha256, qint64 size) const;

    Store &m_store;
    const ContentStore &m_contents;
    const Clock &m_clock;
    Caller m_who;
    EvidencePolicy m_sees;
};

/// The file \p sha256 when \p actor may see evidence that names it and that it came for; nothing for everybody else.
/// Read behind the fence (readfence.h): not inside a transaction.
Result<std::optional<StoredFile>> visibleFile(Database &database, const Actor &actor, const QString &sha256,
                                              EvidencePolicy sees = seesEvidence);

} // namespace markaz::server
