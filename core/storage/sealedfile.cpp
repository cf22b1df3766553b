// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sealedfile.h"

#include <QFile>
#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace markaz::sealedfile {
namespace {

const QByteArray kMagic = QByteArrayLiteral("MKZFILE1");
constexpr qint64 kId = 16;
constexpr qint64 kHead = 8 + kId;
constexpr qint64 kFrameHead = 8;
constexpr qint64 kMostSealed = kFrame + 256; ///< with the sealer's own part

QString placeOf(const QByteArray &id, qsizetype number, quint32 clear)
{
    return QStringLiteral("file|%1|%2|%3").arg(QString::fromLatin1(id.toHex())).arg(number).arg(clear);
}

QByteArray newId()
{
    std::array<quint32, kId / 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), kId);
}

Result<QByteArray> openFrame(QFile &file, const Frames &frames, qsizetype number, const Sealer &sealer)
{
    const Frames::Frame &frame = frames.list.at(number);
    if (!file.seek(frame.fileAt))
        return makeError(ErrorCode::StorageFailed, file.errorString(), file.fileName());
    const QByteArray sealed = file.read(frame.sealed);
    if (sealed.size() != frame.sealed)
        return makeError(ErrorCode::StorageFailed, file.errorString(), file.fileName());
    auto clear = sealer.open(sealed, placeOf(frames.id, number, frame.clear));
    if (clear && clear->size() != frame.clear)
        return makeError(ErrorCode::Tampered, QStringLiteral("a frame of another length"), file.fileName());
    return clear;
}

class Reader final : public QIODevice
{
public:
    Reader(std::unique_ptr<QFile> file, const Sealer &sealer)
        : m_file(std::move(file))
        , m_sealer(sealer)
        , m_frames(frames(*m_file))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    qint64 size() const override { return m_frames.clearSize(); }

protected:
    qint64 readData(char *to, qint64 most) override
    {
        qint64 got = 0;
        while (got < most && pos() + got < size()) {
            const qint64 at = pos() + got;
            if (!bring(at))
                return got > 0 ? got : -1;
            const qint64 from = at - m_frames.list.at(m_number).clearAt;
            const qint64 length = std::min(most - got, m_clear.size() - from);
            std::copy_n(m_clear.constData() + from, length, to + got);
            got += length;
        }
        return got;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    /// The frame that holds the clear byte at \p at is in m_clear.
    bool bring(qint64 at)
    {
        const auto behind = std::upper_bound(m_frames.list.cbegin(), m_frames.list.cend(), at,
                                             [](qint64 place, const Frames::Frame &f) { return place < f.clearAt; });
        const qsizetype number = behind - m_frames.list.cbegin() - 1;
        if (number == m_number)
            return true;
        auto clear = openFrame(*m_file, m_frames, number, m_sealer);
        if (!clear) {
            setErrorString(clear.error().detail);
            return false;
        }
        m_clear = *clear;
        m_number = number;
        return true;
    }

    std::unique_ptr<QFile> m_file;
    const Sealer &m_sealer;
    Frames m_frames;
    QByteArray m_clear;
    qsizetype m_number = -1;
};

} // namespace

qint64 Frames::fileSize() const
{
    return list.isEmpty() ? kHead : list.last().fileAt + list.last().sealed;
}

bool isSealed(QFile &file)
{
    return file.seek(0) && file.read(kMagic.size()) == kMagic;
}

Frames frames(QFile &file)
{
    Frames found;
    if (!isSealed(file))
        return found;
    found.id = file.read(kId);
    if (found.id.size() != kId) {
        found.id.clear();
        return found;
    }
    const qint64 size = file.size();
    qint64 at = kHead;
    qint64 clearAt = 0;
    while (at + kFrameHead <= size && file.seek(at)) {
        const QByteArray head = file.read(kFrameHead);
        if (head.size() != kFrameHead)
            break;
        const auto clear = qFromLittleEndian<quint32>(head.constData());
        const auto sealed = qFromLittleEndian<quint32>(head.constData() + 4);
        if (clear == 0 || clear > kFrame || sealed > kMostSealed || at + kFrameHead + sealed > size)
            break;
        found.list.append({clearAt, at + kFrameHead, clear, sealed});
        at += kFrameHead + sealed;
        clearAt += clear;
    }
    return found;
}

Frames wholeFrames(QFile &file, const Sealer &sealer)
{
    Frames found = frames(file);
    while (!found.list.isEmpty() && !openFrame(file, found, found.list.size() - 1, sealer))
        found.list.removeLast();
    return found;
}

Result<void> append(QFile &file, Frames &frames, const QByteArray &clear, const Sealer &sealer)
{
    const auto failed = [&file] {
        const bool full = file.error() == QFileDevice::ResourceError;
        return makeError(full ? ErrorCode::StorageFull : ErrorCode::StorageFailed, file.errorString(), file.fileName());
    };
    QByteArray bytes;
    if (frames.id.isEmpty()) {
        frames = {newId(), {}};
        bytes = kMagic + frames.id;
        if (!file.resize(0))
            return failed();
    } else if (!file.resize(frames.fileSize())) {
        return failed();
    }
    qint64 fileAt = frames.fileSize();
    for (qsizetype from = 0; from < clear.size(); from += kFrame) {
        const QByteArray piece = clear.mid(from, kFrame);
        const auto length = static_cast<quint32>(piece.size());
        const QByteArray sealed = sealer.seal(piece, placeOf(frames.id, frames.list.size(), length));
        std::array<char, kFrameHead> head{};
        qToLittleEndian(length, head.data());
        qToLittleEndian(static_cast<quint32>(sealed.size()), head.data() + 4);
        bytes.append(head.data(), kFrameHead).append(sealed);
        frames.list.append({frames.clearSize(), fileAt + kFrameHead, length, static_cast<quint32>(sealed.size())});
        fileAt = frames.fileSize();
    }
    if (!file.seek(file.size()) || file.write(bytes) != bytes.size())
        return failed();
    return {};
}

std::unique_ptr<QIODevice> reader(std::unique_ptr<QFile> file, const Sealer &sealer)
{
    return std::make_unique<Reader>(std::move(file), sealer);
}

} // namespace markaz::sealedfile
