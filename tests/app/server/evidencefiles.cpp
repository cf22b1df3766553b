// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/evidencefiles.h"

#include "core/protocol/files.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace markaz::server::test {
namespace {

QByteArray filled(QByteArray start, qsizetype bytes, char salt, const QByteArray &end)
{
    const qsizetype from = start.size();
    start.resize(bytes);
    for (qsizetype i = from; i < bytes; ++i)
        start[i] = static_cast<char>(salt + i % 251);
    return start.replace(bytes - end.size(), end.size(), end);
}

template <class Number>
QByteArray big(Number value)
{
    value = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

} // namespace

QByteArray jpegOf(int width, int height, qsizetype bytes, char salt)
{
    const QByteArray profile(70, 'x'); // something before the size, as cameras have it
    return filled(QByteArray("\xff\xd8\xff\xe1") + big(static_cast<quint16>(profile.size() + 2)) + profile +
                      QByteArray("\xff\xc0\x00\x11\x08", 5) + big(static_cast<quint16>(height)) +
                      big(static_cast<quint16>(width)) +
                      QByteArray("\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xda\x00\x02", 14),
                  bytes, salt, "\xff\xd9");
}

QByteArray pngOf(quint32 width, quint32 height, qsizetype bytes, char salt)
{
    const QByteArray start = QByteArray("\x89PNG\r\n\x1a\n") + big(quint32(13)) + "IHDR" + big(width) + big(height) +
                             QByteArray("\x08\x02\x00\x00\x00\x00\x00\x00\x00", 9); // and no checksum
    const QByteArray end = big(quint32(0)) + "IEND";
    const auto pixels = static_cast<quint32>(bytes - start.size() - 8 - 4 - end.size()); // between head and checksum
    return filled(start + big(pixels) + "IDAT", bytes, salt, end);
}

QByteArray pdfOf(qsizetype bytes, char salt)
{
    return filled("%PDF-1.7\n", bytes, salt, "%%EOF");
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QJsonObject EvidenceFiles::evidenceFields(const QString &inspection, const QByteArray &bytes, const QString &type)
{
    return {{QStringLiteral("inspection"), inspection},
            {QStringLiteral("kind"),
             type.startsWith(QLatin1String("image")) ? QStringLiteral("photo") : QStringLiteral("document")},
            {QStringLiteral("sha256"), sha256Of(bytes)},
            {QStringLiteral("size"), bytes.size()},
            {QStringLiteral("media_type"), type},
            {QStringLiteral("filename"), QStringLiteral("sample.bin")},
            {QStringLiteral("caption"), QStringLiteral("The entrance")}};
}

QString EvidenceFiles::attach(const QString &inspection, const QByteArray &bytes, const QString &type)
{
    const Change made = create(server.ids(), Entity::Evidence, evidenceFields(inspection, bytes, type));
    EXPECT_EQ(server.pushOne(inspector, made).outcome, Outcome::Applied);
    return made.id;
}

ApiResponse EvidenceFiles::tus(const QByteArray &method, const QString &path, const Session &who,
                               const HttpHeaders &more, const QByteArray &body)
{
    HttpHeaders headers = kTus;
    headers.insert(more);
    return server.call(method, path, body, who.token, headers);
}

ApiResponse EvidenceFiles::begin(const Session &who, const QByteArray &bytes, const QString &type)
{
    return tus("POST", kFiles, who,
               {{"upload-length", QByteArray::number(bytes.size())},
                {"upload-metadata", protocol::files::encodeMetadata(
                                        {{"sha256", sha256Of(bytes).toLatin1()}, {"filetype", type.toLatin1()}})}});
}

QString EvidenceFiles::location(const Session &who, const QByteArray &bytes, const QString &type)
{
    const ApiResponse begun = begin(who, bytes, type);
    EXPECT_EQ(begun.status, 201) << begun.body.constData();
    return QString::fromLatin1(begun.headers.value("Location"));
}

ApiResponse EvidenceFiles::send(const Session &who, const QString &location, qint64 offset, const QByteArray &chunk,
                                const HttpHeaders &more)
{
    HttpHeaders headers{{"content-type", "application/offset+octet-stream"},
                        {"content-length", QByteArray::number(chunk.size())},
                        {"upload-offset", QByteArray::number(offset)}};
    headers.insert(more);
    return tus("PATCH", location, who, headers, chunk);
}

void EvidenceFiles::upload(const Session &who, const QByteArray &bytes, const QString &type)
{
    const ApiResponse sent = send(who, location(who, bytes, type), 0, bytes);
    EXPECT_EQ(sent.status, 204) << sent.body.constData();
    EXPECT_EQ(offsetOf(sent), bytes.size());
}

ApiResponse EvidenceFiles::download(const Session &who, const QByteArray &bytes, const HttpHeaders &more)
{
    return server.call("GET", kFiles + QLatin1Char('/') + sha256Of(bytes), {}, who.token, more);
}

QByteArray EvidenceFiles::bodyOf(const ApiResponse &response)
{
    QByteArray body = response.body;
    while (response.source && body.size() < response.source->size()) {
        auto piece = response.source->read(10'000);
        if (!piece || piece->isEmpty())
            break;
        body += *piece;
    }
    return body;
}

bool EvidenceFiles::received(const QString &record)
{
    return !server.stored(record)->text("received_at").isEmpty();
}

QString EvidenceFiles::pathOf(const QByteArray &bytes) const
{
    const QString hash = sha256Of(bytes);
    return QStringLiteral("%1/files/%2/%3/%4").arg(server.location().dataFolder, hash.left(2), hash.mid(2, 2), hash);
}

QString EvidenceFiles::partialOf(const QString &location) const
{
    return server.location().dataFolder + QStringLiteral("/uploads/") + location.section(QLatin1Char('/'), -1);
}

} // namespace markaz::server::test
