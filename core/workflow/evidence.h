// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "core/storage/contentstore.h"
#include "core/storage/filerepository.h"
#include "core/workflow/changes.h"

namespace markaz {

/// The content store beside the cache that \p workspace has open.
ContentStore contentStoreOf(const Workspace &workspace);

/// A file that may become evidence: copied, hashed, and looked at. It is in nobody's way until it is attached, and gone
/// with this if it never is.
struct CheckedFile
{
    IncomingFile content;
    QString kind;                                    ///< photo or document; signature when it is made one
    QString mediaType;                               ///< what its bytes are, whatever its name says
    QString filename;                                ///< without folders
    QDateTime takenAt;                               ///< what the camera wrote into the photo; invalid = not known
    std::optional<Position> position = std::nullopt; ///< what the camera wrote into the photo
    QString marks = {};                              ///< id of the photo that it is a marked copy of
    QString signer = {};                             ///< of a signature: inspector or owner
    QString signerName = {};
};

/// Copies the file at \p path into \p store and looks at it; in any thread, with bounded memory. Errors have a `where`
/// of their own, for ui/text: file.unreadable, file.empty, file.size (TooLarge), file.pixels (TooLarge), file.type (no
/// photo and no PDF), file.disguised (its name says photo or PDF, its bytes are something else), file.broken.
Result<CheckedFile> checkFile(const ContentStore &store, const QString &path);
/// The same of what is no file on the disk: a picture from the clipboard or a camera, a signature. \p name as a file's
/// would be; \p time: when it came about, where that is known.
Result<CheckedFile> checkContent(const ContentStore &store, QIODevice &source, const QString &name,
                                 const QDateTime &time);

/// Keeps \p content and commits \p changes with the record of \p fields and its place in the queue. Who may is the
/// caller's to ask, as with the next.
Result<Evidence> attachFile(Workspace &workspace, ChangeSet &changes, const QJsonObject &fields, IncomingFile &content);
/// Takes \p evidence off, and out of the queue.
Result<void> detachFile(Workspace &workspace, const Actor &actor, const Evidence &evidence);

/// Attaches a file to an item of a draft, or to the visit as a whole. Content, record, outbox row and queue row are on
/// the disk together when this returns ok, or nothing is.
class AttachEvidence
{
public:
    explicit AttachEvidence(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// \p item: code, or empty = of the visit. NotAllowed for another's inspection; WrongState unless it is a draft;
    /// Exists when the item has this very file already, also from an earlier revision; InvalidValue with `where` =
    /// marks unless \p file marks a photo of the same item that is no marked copy itself. A marked copy takes time and
    /// position from its original.
    Result<Evidence> run(const Actor &actor, const QString &inspectionId, const QString &item, CheckedFile file);

private:
    Workspace &m_workspace;
};

/// Takes evidence off a draft. What was sent of it is the server's to forget. WrongState with `where` = marks for a
/// photo that has a marked copy.
class RemoveEvidence
{
public:
    explicit RemoveEvidence(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    Result<void> run(const Actor &actor, const QString &evidenceId);

private:
    Workspace &m_workspace;
};

/// Asks for a file that is on the server and not on this laptop; nothing to do where it is here.
class FetchEvidence
{
public:
    explicit FetchEvidence(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    Result<void> run(const QString &evidenceId);

private:
    Workspace &m_workspace;
};

/// Files that the server or this laptop refused: what a person may do about them.
class RefusedFiles
{
public:
    struct File
    {
        QString name;  ///< empty where its record is gone
        QString error; ///< token of the queue
        bool mayForget = false;
    };
    explicit RefusedFiles(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    Result<QList<File>> list() const;
    Result<void> tryAgain();
    /// Gives up those whose record is gone.
    Result<void> forget();

private:
    Result<void> forEach(bool withRecord, const std::function<Result<void>(FileRepository &, qint64)> &act);
    Workspace &m_workspace;
};

/// Puts a signature under a visit, in the place of the one that the same signer gave before.
class SignVisit
{
public:
    explicit SignVisit(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// \p file is a picture with its signer. Errors as of AttachEvidence; InvalidValue with `where` = signer,
    /// Incomplete with `where` = signer_name where an owner's has no name.
    Result<Evidence> run(const Actor &actor, const QString &inspectionId, CheckedFile file);

private:
    Workspace &m_workspace;
};

/// What pages show of an inspection's files: with those of the earlier revisions of the same visit, which nobody adds
/// again when it was returned.
class EvidenceList
{
public:
    explicit EvidenceList(const Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    Result<QList<EvidenceRow>> of(const QString &inspectionId, const std::optional<QString> &item = std::nullopt) const;
    Result<EvidenceCount> countOf(const QString &inspectionId) const;
    /// The photos of all visits of a building, the newest first.
    Result<QList<EvidenceRow>> photosOf(const QString &buildingId) const;
    /// The signature of \p signer under this very revision, where it is given.
    Result<std::optional<Evidence>> signatureOf(const QString &inspectionId, const QString &signer) const;

private:
    const Workspace &m_workspace;
};

} // namespace markaz
