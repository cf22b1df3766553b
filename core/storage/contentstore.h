// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QFile;
class QIODevice;

namespace markaz {

class Sealer;

/// A file that is on its way into the store: whole and hashed, under a name of its own. It goes again with this unless
/// keep() gave it its place.
class IncomingFile
{
public:
    IncomingFile(IncomingFile &&other) noexcept;
    IncomingFile &operator=(IncomingFile &&) = delete;
    ~IncomingFile();

    const QString &sha256() const { return m_sha256; } ///< lower-case hex
    qint64 size() const { return m_size; }             ///< bytes
    /// Its bytes from the start, seekable.
    Result<std::unique_ptr<QIODevice>> open() const;
    /// On the disk under its place when this returns ok; that it was there before is as good.
    Result<void> keep();

private:
    friend class ContentStore;
    IncomingFile(const Sealer &sealer, QString path, QString place, QString sha256, qint64 size);

    const Sealer *m_sealer;
    QString m_path; ///< empty once it is kept
    QString m_place;
    QString m_sha256;
    qint64 m_size = 0;
};

/// The bytes of evidence, beside the cache: FOLDER/ab/cd/<sha256>, sealed (sealedfile.h), mode 0600 in folders of 0700.
/// Written, synced, then renamed: a file under its hash is whole. Any thread may have a store on the same folder;
/// whoever writes the same content second finds it there. Nobody else opens these paths. The names are hashes of the
/// clear content: they tell whoever has the same photo already that it is here, and nothing else.
class ContentStore
{
public:
    /// \p sealer outlives it and its copies.
    ContentStore(QString folder, const Sealer &sealer);
    /// "files" in the folder of the database at \p databasePath.
    static QString folderBeside(const QString &databasePath);

    bool has(const QString &sha256) const;
    /// Copies \p source while hashing, a quarter of a MiB at a time. TooLarge beyond \p mostBytes, Incomplete when it
    /// is empty, StorageFull, StorageFailed; Malformed when \p source cannot be read to its end.
    Result<IncomingFile> receive(QIODevice &source, qint64 mostBytes) const;
    /// The content of \p sha256 once more, \p size clear bytes of it, under a name that no sweep knows: whoever removes
    /// it may keep() it again. The same bytes on the disk, where it knows links. NotFound, StorageFull, StorageFailed.
    Result<IncomingFile> hold(const QString &sha256, qint64 size) const;
    /// The same of a file that is on its way already: whoever hands one away may need it once more.
    Result<IncomingFile> hold(const IncomingFile &file) const;
    /// Forgets what a program that ended was bringing in or holding. Nobody else may have this store open.
    Result<void> clearIncoming() const;
    /// The clear bytes, seekable. NotFound; StorageFailed where the disk does not give them.
    Result<std::unique_ptr<QIODevice>> open(const QString &sha256) const;
    /// The \p length bytes at \p offset, fewer at the end. Errors as of open().
    Result<QByteArray> read(const QString &sha256, qint64 offset, qint64 length) const;
    /// Whether it still hashes to its name.
    Result<bool> isWhole(const QString &sha256) const;
    /// Forgets the content; that it is not there is as good.
    Result<void> remove(const QString &sha256) const;

    /// A file that comes piece by piece and may be cut at any byte: its bytes so far.
    qint64 partialSize(const QString &sha256) const;
    /// Adds to it at \p offset, which is its end (WrongState otherwise), synced when this returns.
    Result<void> append(const QString &sha256, qint64 offset, const QByteArray &bytes) const;
    /// Hashes the whole and gives it its place. Tampered when it is not what its name says: then it is dropped.
    Result<void> finish(const QString &sha256) const;
    Result<void> dropPartial(const QString &sha256) const;

    /// Seals what a version before sealing left in clear, one file after the other, each whole at every moment; ends
    /// with how many there were. The same errors as receive().
    Result<int> sealWhatIsClear() const;

    const QString &folder() const { return m_folder; }
    const Sealer &sealer() const { return *m_sealer; }

private:
    QString placeOf(const QString &sha256) const;
    QString partialOf(const QString &sha256) const;
    QString incoming() const { return m_folder + QStringLiteral("/incoming"); }
    Result<IncomingFile> heldFrom(const QString &path, const QString &sha256, qint64 size) const;

    QString m_folder;
    const Sealer *m_sealer;
};

} // namespace markaz
