// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/position.h"
#include "core/storage/database.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace markaz {

enum class FileDirection { Up, Down };
/// Waiting goes by itself; done is on the other side; refused waits for a person (`error` says why).
enum class FileState { Waiting, Done, Refused };

/// One file on its way between this laptop and the server.
struct FileJob
{
    qint64 id = 0;
    FileDirection direction = FileDirection::Up;
    QString sha256;
    qint64 size = 0; ///< bytes
    qint64 done = 0; ///< of them confirmed by the other side
    QString url;     ///< path of the upload on the server; empty = not begun
    FileState state = FileState::Waiting;
    int attempts = 0; ///< failures in a row
    QDateTime nextAt; ///< not before; invalid = at once
    QString error;    ///< token of the last failure
    QString evidence; ///< id of a record that names it; empty = none does any more
};

struct FileCounts
{
    int waiting = 0; ///< rows, also those whose record the server has not acknowledged yet
    int refused = 0;
    qint64 bytes = 0; ///< of the waiting ones
    qint64 done = 0;
};

/// How many of the files that one inspection rests on the server has whole.
struct EvidenceCount
{
    int all = 0;
    int received = 0;
    bool complete() const { return received == all; }
};

/// One file of an inspection, or of a loan, as lists and strips show it; what is sealed (name, caption) is in the
/// record.
struct EvidenceRow
{
    QString id;
    QString item; ///< empty = of the visit as a whole
    QString kind;
    QString sha256;
    qint64 size = 0;
    QString mediaType;
    QDateTime takenAt;
    bool received = false;                           ///< on the server, whole
    std::optional<Position> position = std::nullopt; ///< where it was taken
    QString marks = {};                              ///< id of the photo that it is a marked copy of
    int earlier = 0;       ///< the revision that it was handed in with, where that is not the one asked for
    bool replaced = false; ///< an earlier one that never came, and a newer one stands in its place (visitfiles.h)
};

/// The queue of files beside the outbox. queueUpload() is called inside the transaction that makes the evidence record.
/// Transactions belong to the caller.
class FileRepository
{
public:
    explicit FileRepository(Database &database)
        : m_database(database)
    {
    }

    Result<void> queueUpload(const QString &sha256, qint64 size);
    /// Fetches what is named by \p sha256 and is on the server; \p asked: somebody waits for it. A file that waits
    /// already may become asked for.
    Result<void> queueDownload(const QString &sha256, qint64 size, bool asked);
    /// The next file to move at \p now: asked ones first, then what is to be sent, then the oldest. An upload waits for
    /// its evidence record to be acknowledged, a download for the file to be on the server.
    Result<std::optional<FileJob>> next(const QDateTime &now) const;
    /// When the earliest of those that wait for a later time is due; nothing when none does.
    Result<std::optional<QDateTime>> nextDue(const QDateTime &now) const;
    /// Bytes went: failures in a row are over.
    Result<void> progress(qint64 id, qint64 done, const QString &url);
    /// The other side said where the file stands; nothing went by that, so failures go on counting.
    Result<void> standsAt(qint64 id, qint64 done, const QString &url);
    /// The file begins again from its first byte.
    Result<void> restart(qint64 id) { return standsAt(id, 0, {}); }
    Result<void> failed(qint64 id, const QString &error, const QDateTime &nextAt);
    Result<void> refuse(qint64 id, const QString &error);
    /// The file is on the other side: an upload's row is done, a download's row leaves.
    Result<void> finish(const FileJob &job);
    /// A person asks for another try of what was refused.
    Result<void> tryAgain(qint64 id);
    /// A person gives up a refused file that no record names any more; NotFound for any other.
    Result<void> forget(qint64 id);
    /// What the feed says of the queue: uploads that the server has are done, uploads without a record are refused
    /// ("no_record"), downloads without one leave.
    Result<void> tidy();
    /// The server was restored from an older backup: every file that was sent is offered again, and is done when the
    /// server has said so itself, not when its records do.
    Result<int> offerAgain();
    /// Forgets the whole queue (another account takes the cache over).
    Result<void> clear();
    /// Takes the upload of \p sha256 back where no record names it any more.
    Result<void> withdraw(const QString &sha256);
    /// Content whose record has gone from this cache, for sweeping.
    Result<QStringList> gone() const;
    /// The content of \p sha256 is swept, or needed again.
    Result<void> settleGone(const QString &sha256);
    /// Whether a record or an upload that is not done needs the content.
    Result<bool> isNeeded(const QString &sha256) const;

    Result<FileCounts> counts(FileDirection direction) const;
    /// What is not done, in the order in which it goes; \p state: only of that.
    Result<QList<FileJob>> list(std::optional<FileState> state = std::nullopt, int limit = 500) const;
    /// Files of inspections under review, and of their earlier revisions, that are on the server: what an officer's
    /// laptop fetches by itself.
    Result<QList<EvidenceRow>> underReview() const;
    /// Files of one inspection, oldest first; \p item: only of that item.
    Result<QList<EvidenceRow>> ofInspection(const QString &inspectionId,
                                            const std::optional<QString> &item = std::nullopt) const;
    /// The documents of a loan, oldest first.
    Result<QList<EvidenceRow>> ofLoan(const QString &loanId) const;
    Result<EvidenceCount> countOf(const QString &inspectionId) const;
    /// The photos of all visits of the building and of those that were merged into it, the newest first.
    Result<QList<EvidenceRow>> photosOf(const QString &buildingId) const;
    /// The same of the visit: where the inspection is the next revision of a returned one, with the photos and
    /// documents of the revisions before it, which are its evidence too. Each revision is signed anew. What is replaced
    /// is listed and not counted.
    Result<QList<EvidenceRow>> ofVisit(const QString &inspectionId,
                                       const std::optional<QString> &item = std::nullopt) const;
    Result<EvidenceCount> countOfVisit(const QString &inspectionId) const;

private:
    Result<QList<FileJob>> jobs(const QString &rest, const QVariantList &values) const;
    Database &m_database;
};

} // namespace markaz
