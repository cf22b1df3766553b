// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/filehead.h"
#include "core/reporting/codereader.h"
#include "tests/fuzz/targets.h"
#include "ui/widgets/evidence/picturedecoder.h"

#include <QBuffer>
#include <QtEndian>

#include <zlib.h>

#include <bit>

namespace markaz::fuzz {
namespace {

constexpr qint64 kMostPixels = 256 * 1024; // a picture that lies about its size is not to cost the fuzzer its time
constexpr qint64 kMostOfACode = 64 * 1024; // each is looked through in many ways, and light on dark once more

/// The decoders are libraries without the fuzzer's counters. What they say about a picture, and what comes out, stands
/// in for the paths through them: libFuzzer counts each place of this array that an input sets.
[[gnu::section("__libfuzzer_extra_counters")]] std::array<unsigned char, 2048> s_seen;

void seen(size_t what)
{
    s_seen[what % s_seen.size()] = 1;
}

void hear(QtMsgType, const QMessageLogContext &, const QString &words)
{
    seen(qHash(words));
}

/// A PNG whose chunks have the checksums that they should have: a fuzzer alone makes none.
QByteArray withChecksums(QByteArray bytes)
{
    constexpr qsizetype kMark = 8;
    if (!bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return bytes;
    for (qsizetype at = kMark; at + 12 <= bytes.size();) {
        const auto length = qsizetype(qFromBigEndian<quint32>(bytes.constData() + at));
        if (length > bytes.size() - at - 12)
            break;
        const auto *type = reinterpret_cast<const Bytef *>(bytes.constData() + at + 4);
        const auto sum = static_cast<quint32>(::crc32(0, type, static_cast<uInt>(length + 4)));
        qToBigEndian(sum, bytes.data() + at + 8 + length);
        at += 12 + length;
    }
    return bytes;
}

void decode(const QByteArray &bytes)
{
    QBuffer file;
    file.setData(bytes);
    file.open(QIODevice::ReadOnly);
    const auto head = readFileHead(file, FileEnd::Any);
    for (const QSize &within : {QSize(), QSize(40, 30), QSize(1, 1)}) {
        const QImage picture = ui::decodePicture(file, within, kMostPixels);
        if (picture.isNull())
            continue;
        must(head.ok() && head->pixels() > 0 && head->pixels() <= kMostPixels,
             "what is decoded is a picture, and small");
        must(within.isEmpty() ? picture.width() * qint64(picture.height()) == head->pixels()
                              : picture.width() <= within.width() && picture.height() <= within.height(),
             "a picture has the size that was asked for");
        seen(qHashMulti(0, picture.format(), picture.colorCount(), std::bit_width(unsigned(picture.width())),
                        std::bit_width(unsigned(picture.height())), head->mediaType));
    }
    if (head && head->pixels() > evidence::kMaxPixels)
        must(ui::decodePicture(file, {40, 30}).isNull(), "no picture of more than 40 megapixels is decoded");
}

/// What any reader of codes finds goes to the reader of enrolments, as the sign-in page hands it on.
void readCodes(const QByteArray &bytes)
{
    QBuffer file;
    file.setData(bytes);
    file.open(QIODevice::ReadOnly);
    const QImage picture = ui::decodePicture(file, {}, kMostOfACode);
    const QStringList texts = codesIn(picture);
    must(texts.size() <= kMostCodes, "no more codes than are asked for");
    must(!picture.isNull() || texts.isEmpty(), "what is no picture has no code");
    seen(qHashMulti(1, picture.format(), texts.size()));
    for (const QString &text : texts) {
        must(!text.isEmpty(), "a code says something");
        seen(qHashMulti(2, text.size(), text.at(0)));
        enrolment(text.toUtf8());
    }
}

} // namespace

/// A picture as the desktop shows it: as large as it is, as a thumbnail, and as a speck.
void image(const QByteArray &bytes)
{
    const QtMessageHandler before = qInstallMessageHandler(hear);
    decode(bytes);
    if (const QByteArray summed = withChecksums(bytes); summed != bytes)
        decode(summed);
    qInstallMessageHandler(before);
}

/// A picture that somebody holds out with a QR code.
void code(const QByteArray &bytes)
{
    readCodes(bytes);
    if (const QByteArray summed = withChecksums(bytes); summed != bytes)
        readCodes(summed);
}

} // namespace markaz::fuzz
