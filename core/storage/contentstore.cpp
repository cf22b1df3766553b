// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/contentstore.h"

#include "core/storage/sealedfile.h"
#include "core/support/ownfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>
#include <QUuid>

#include <cstdio>
#include <limits>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace markaz {
namespace {

constexpr qint64 kPiece = sealedfile::kFrame;

Error failed(const QFile &file)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    return makeError(full ? ErrorCode::StorageFull : ErrorCode::StorageFailed, file.errorString(), file.fileName());
}

/// The door by which bytes come back.
Result<std::unique_ptr<QIODevice>> readFile(const QString &path, const Sealer &sealer)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly)) {
        return makeError(QFileInfo::exists(path) ? ErrorCode::StorageFailed : ErrorCode::NotFound, file->errorString(),
                         path);
    }
    if (sealedfile::isSealed(*file))
        return sealedfile::reader(std::move(file), sealer);
    file->seek(0); // of a version before sealing, and about to be sealed (sealWhatIsClear)
    return std::unique_ptr<QIODevice>(std::move(file));
}

Result<void> toDisk(QFile &file)
{
    if (!file.flush())
        return failed(file);
#ifdef Q_OS_UNIX
    if (fsync(file.handle()) != 0)
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the disk did not confirm the file"),
                         file.fileName());
#endif
    return {};
}

Result<void> place(const QString &from, const QString &to)
{
    const QString folder = QFileInfo(to).absolutePath();
    if (auto made = makeOwnFolder(folder); !made)
        return made;
    if (QFileInfo::exists(to)) {
        QFile::remove(from); // the same content: whoever put it there has it whole
        return {};
    }
    QFile file(from);
    if (!file.rename(to) && !QFileInfo::exists(to))
        return failed(file);
    folderToDisk(folder);
    return {};
}

Result<QString> hashOf(const QString &path, const Sealer &sealer)
{
    auto file = readFile(path, sealer);
    if (!file)
        return file.error();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!(*file)->atEnd()) {
        const QByteArray piece = (*file)->read(kPiece);
        if (piece.isEmpty())
            return makeError(ErrorCode::StorageFailed, (*file)->errorString(), path);
        hash.addData(piece);
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

IncomingFile::IncomingFile(const Sealer &sealer, QString path, QString placed, QString sha256, qint64 size)
    : m_sealer(&sealer)
    , m_path(std::move(path))
    , m_place(std::move(placed))
    , m_sha256(std::move(sha256))
    , m_size(size)
{
}

IncomingFile::IncomingFile(IncomingFile &&other) noexcept
    : m_sealer(other.m_sealer)
    , m_path(std::exchange(other.m_path, {}))
    , m_place(std::move(other.m_place))
    , m_sha256(std::move(other.m_sha256))
    , m_size(other.m_size)
{
}

IncomingFile::~IncomingFile()
{
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

Result<std::unique_ptr<QIODevice>> IncomingFile::open() const
{
    return readFile(m_path.isEmpty() ? m_place : m_path, *m_sealer);
}

Result<void> IncomingFile::keep()
{
    if (m_path.isEmpty())
        return {};
    if (auto placed = place(m_path, m_place); !placed)
        return placed;
    m_path.clear();
    return {};
}

ContentStore::ContentStore(QString folder, const Sealer &sealer)
    : m_folder(std::move(folder))
    , m_sealer(&sealer)
{
}

QString ContentStore::folderBeside(const QString &databasePath)
{
    return QFileInfo(databasePath).absolutePath() + QStringLiteral("/files");
}

QString ContentStore::placeOf(const QString &sha256) const
{
    return QStringLiteral("%1/%2/%3/%4").arg(m_folder, sha256.left(2), sha256.mid(2, 2), sha256);
}

QString ContentStore::partialOf(const QString &sha256) const
{
    return QStringLiteral("%1/partial/%2").arg(m_folder, sha256);
}

bool ContentStore::has(const QString &sha256) const
{
    return !sha256.isEmpty() && QFileInfo(placeOf(sha256)).isFile();
}

Result<IncomingFile> ContentStore::receive(QIODevice &source, qint64 mostBytes) const
{
    const QString folder = incoming();
    if (auto made = makeOwnFolder(folder); !made)
        return made.error();
    QTemporaryFile file(folder + QStringLiteral("/XXXXXX")); // made 0600; gone with this unless it is finished
    if (!file.open())
        return failed(file);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    sealedfile::Frames written;
    qint64 size = 0;
    for (;;) {
        const QByteArray piece = source.read(kPiece);
        if (piece.isEmpty()) {
            if (source.atEnd())
                break;
            return makeError(ErrorCode::Malformed, source.errorString(), QStringLiteral("file.unreadable"));
        }
        size += piece.size();
        if (size > mostBytes)
            return makeError(ErrorCode::TooLarge, QStringLiteral("more than %1 bytes").arg(mostBytes),
                             QStringLiteral("file.size"));
        hash.addData(piece);
        if (auto added = sealedfile::append(file, written, piece, *m_sealer); !added)
            return added.error();
    }
    if (size == 0)
        return makeError(ErrorCode::Incomplete, QStringLiteral("the file is empty"), QStringLiteral("file.empty"));
    if (auto synced = toDisk(file); !synced)
        return synced.error();
    file.setAutoRemove(false);
    const QString sha256 = QString::fromLatin1(hash.result().toHex());
    return IncomingFile(*m_sealer, file.fileName(), placeOf(sha256), sha256, size);
}

Result<IncomingFile> ContentStore::hold(const QString &sha256, qint64 size) const
{
    return heldFrom(placeOf(sha256), sha256, size);
}

Result<IncomingFile> ContentStore::hold(const IncomingFile &file) const
{
    return heldFrom(file.m_path.isEmpty() ? file.m_place : file.m_path, file.m_sha256, file.m_size);
}

Result<void> ContentStore::clearIncoming() const
{
    QDirIterator files(incoming(), QDir::Files | QDir::Hidden | QDir::System);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.remove())
            return failed(file);
    }
    return {};
}

Result<IncomingFile> ContentStore::heldFrom(const QString &from, const QString &sha256, qint64 size) const
{
    if (auto made = makeOwnFolder(incoming()); !made)
        return made.error();
    const QString path = incoming() + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString place = placeOf(sha256);
    if (!QFileInfo(from).isFile())
        return makeError(ErrorCode::NotFound, QStringLiteral("no such content"), from);
#ifdef Q_OS_UNIX
    if (link(QFile::encodeName(from).constData(), QFile::encodeName(path).constData()) == 0)
        return IncomingFile(*m_sealer, path, place, sha256, size);
#endif
    QFile file(from);
    if (!file.copy(path))
        return failed(file);
    return IncomingFile(*m_sealer, path, place, sha256, size);
}

Result<std::unique_ptr<QIODevice>> ContentStore::open(const QString &sha256) const
{
    return readFile(placeOf(sha256), *m_sealer);
}

Result<QByteArray> ContentStore::read(const QString &sha256, qint64 offset, qint64 length) const
{
    auto file = open(sha256);
    if (!file)
        return file.error();
    if (!(*file)->seek(offset))
        return makeError(ErrorCode::StorageFailed, (*file)->errorString(), placeOf(sha256));
    QByteArray bytes(length, Qt::Uninitialized);
    const qint64 got = (*file)->read(bytes.data(), length);
    if (got < 0)
        return makeError(ErrorCode::StorageFailed, (*file)->errorString(), placeOf(sha256));
    bytes.truncate(got);
    return bytes;
}

Result<bool> ContentStore::isWhole(const QString &sha256) const
{
    const auto hash = hashOf(placeOf(sha256), *m_sealer);
    if (!hash)
        return hash.error();
    return *hash == sha256;
}

Result<void> ContentStore::remove(const QString &sha256) const
{
    QFile file(placeOf(sha256));
    if (file.exists() && !file.remove())
        return failed(file);
    return {};
}

qint64 ContentStore::partialSize(const QString &sha256) const
{
    QFile file(partialOf(sha256));
    return file.open(QIODevice::ReadOnly) ? sealedfile::wholeFrames(file, *m_sealer).clearSize() : 0;
}

Result<void> ContentStore::append(const QString &sha256, qint64 offset, const QByteArray &bytes) const
{
    const QString path = partialOf(sha256);
    if (auto made = makeOwnFolder(QFileInfo(path).absolutePath()); !made)
        return made;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite, kOwnFile))
        return failed(file);
    sealedfile::Frames there = sealedfile::wholeFrames(file, *m_sealer);
    if (there.clearSize() != offset)
        return makeError(ErrorCode::WrongState,
                         QStringLiteral("%1 bytes are there, not %2").arg(there.clearSize()).arg(offset), path);
    if (auto added = sealedfile::append(file, there, bytes, *m_sealer); !added)
        return added;
    return toDisk(file);
}

Result<void> ContentStore::finish(const QString &sha256) const
{
    const QString path = partialOf(sha256);
    const auto hash = hashOf(path, *m_sealer);
    if (!hash)
        return hash.error();
    if (*hash != sha256) {
        if (auto dropped = dropPartial(sha256); !dropped)
            return dropped;
        return makeError(ErrorCode::Tampered, QStringLiteral("what came has the hash %1").arg(*hash), sha256);
    }
    return place(path, placeOf(sha256));
}

Result<void> ContentStore::dropPartial(const QString &sha256) const
{
    QFile file(partialOf(sha256));
    if (file.exists() && !file.remove())
        return failed(file);
    return {};
}

Result<int> ContentStore::sealWhatIsClear() const
{
    int sealed = 0;
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (path != placeOf(files.fileName())) // a partial or an incoming file of before: it is fetched again
            continue;
        QFile clear(path);
        if (!clear.open(QIODevice::ReadOnly))
            return failed(clear);
        if (sealedfile::isSealed(clear))
            continue;
        clear.seek(0);
        auto copy = receive(clear, std::numeric_limits<qint64>::max());
        if (!copy)
            return copy.error();
        if (std::rename(QFile::encodeName(copy->m_path).constData(), QFile::encodeName(path).constData()) != 0)
            return makeError(ErrorCode::StorageFailed, QStringLiteral("a sealed copy could not take its place"), path);
        copy->m_path.clear();
        folderToDisk(files.fileInfo().absolutePath());
        ++sealed;
    }
    return sealed;
}

} // namespace markaz
