// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/exchange.h"

#include "core/support/gzip.h"
#include "core/support/log.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace markaz::server {
namespace {

constexpr qsizetype kGzipFrom = 1024; // bytes: below, the gain is not worth the client's work
/// What packs tighter than this (one note over and over) goes as it is: our own clients take no more for a bomb.
constexpr qsizetype kMostInflation = 50;

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 423:
        return "Locked";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 460:
        return "Checksum Mismatch"; // of tus
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 507:
        return "Insufficient Storage";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return status < 400 ? "OK" : "Error"; // the phrase says nothing to a program
    }
}

bool acceptsGzip(const QByteArray &acceptEncoding)
{
    const QList<QByteArray> offers = acceptEncoding.toLower().split(',');
    return std::any_of(offers.begin(), offers.end(), [](const QByteArray &offer) {
        const QList<QByteArray> parts = offer.split(';');
        if (parts.front().trimmed() != "gzip")
            return false;
        const QByteArray weight = parts.size() > 1 ? parts[1].trimmed() : QByteArray("q=1");
        return weight.startsWith("q=") && weight.mid(2).toDouble() > 0;
    });
}

bool isFieldText(const QByteArray &text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

bool isFieldName(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

/// A reply is cut in two by a line end inside a field, so what a handler hands over is checked like what clients send.
bool canBeSent(const ApiResponse &response)
{
    if (response.status < 200 || response.status > 599 || !isFieldText(response.mediaType))
        return false;
    for (auto it = response.headers.begin(); it != response.headers.end(); ++it) {
        if (!isFieldName(it.key()) || !isFieldText(it.value()))
            return false;
    }
    return true;
}

bool isOurs(const QByteArray &lowerName)
{
    return lowerName == "content-length" || lowerName == "connection" || lowerName == "transfer-encoding" ||
           lowerName == "date" || lowerName == "content-type";
}

bool worthPacking(const ApiResponse &response)
{
    return response.compress && !response.source && response.body.size() > kGzipFrom && response.status != 206 &&
           !response.mediaType.startsWith("image/png") && !response.mediaType.startsWith("image/jpeg");
}

} // namespace

ReplyContext contextOf(const RequestHead &head, bool keepAlive)
{
    return {head.method == "HEAD", acceptsGzip(head.headers.value("accept-encoding")), keepAlive && head.keepAlive,
            head.minor};
}

ApiResponse problemResponse(const Refusal &refusal)
{
    const QJsonObject body{{QStringLiteral("type"), QStringLiteral("about:blank")},
                           {QStringLiteral("title"), QString::fromLatin1(reasonPhrase(refusal.status))},
                           {QStringLiteral("status"), refusal.status},
                           {QStringLiteral("detail"), QString::fromLatin1(refusal.detail)},
                           {QStringLiteral("code"), QString::fromLatin1(refusal.code)}};
    ApiResponse response;
    response.status = refusal.status;
    response.mediaType = "application/problem+json";
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    if (refusal.status == 503)
        response.headers.insert("Retry-After", "2");
    if (refusal.status == 405)
        response.headers.insert("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    if (refusal.status == 415)
        response.headers.insert("Accept-Encoding", "gzip");
    return response;
}

WireReply encodeReply(ApiResponse response, const ReplyContext &context, const QDateTime &now)
{
    if (!canBeSent(response)) {
        qCCritical(lcServer, "a handler gave a reply that HTTP cannot carry (status %d)", response.status);
        response = problemResponse({500, "internal", "the server failed to answer; the request may be sent again"});
    }
    bool hasCacheControl = false;
    bool hasEncoding = false;
    QByteArray fields;
    for (auto it = response.headers.begin(); it != response.headers.end(); ++it) {
        const QByteArray name = it.key().toLower();
        if (isOurs(name))
            continue;
        hasCacheControl = hasCacheControl || name == "cache-control";
        hasEncoding = hasEncoding || name == "content-encoding";
        fields += it.key() + ": " + it.value() + "\r\n";
    }

    const bool bodiless = response.status == 204 || response.status == 304;
    bool packed = hasEncoding;
    if (!hasEncoding && !bodiless && worthPacking(response)) {
        fields += "Vary: Accept-Encoding\r\n";
        QByteArray tight = context.acceptsGzip ? gzip(response.body) : QByteArray();
        packed = tight.size() * kMostInflation > response.body.size();
        if (packed) {
            response.body = std::move(tight);
            fields += "Content-Encoding: gzip\r\n";
        }
    }
    if (!packed && response.whenPlain) {
        const HttpHeaders more = response.whenPlain(response.body);
        for (auto it = more.begin(); it != more.end(); ++it)
            fields += it.key() + ": " + it.value() + "\r\n";
    }
    WireReply reply;
    reply.keepAlive = context.keepAlive;
    reply.head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) +
                 "\r\nDate: " + httpDate(now) + "\r\n" + fields;
    if (!hasCacheControl)
        reply.head += "Cache-Control: no-store\r\n";
    reply.head += "X-Content-Type-Options: nosniff\r\n";
    if (!bodiless) {
        if (!response.mediaType.isEmpty())
            reply.head += "Content-Type: " + response.mediaType + "\r\n";
        const qint64 size = response.source ? response.source->size() : response.body.size();
        reply.head += "Content-Length: " + QByteArray::number(size) + "\r\n";
    }
    if (!context.keepAlive)
        reply.head += "Connection: close\r\n";
    else if (context.minor == 0)
        reply.head += "Connection: keep-alive\r\n";
    reply.head += "\r\n";
    if (!bodiless && !context.headOnly) {
        reply.source = std::move(response.source);
        if (!reply.source)
            reply.body = std::move(response.body);
    }
    return reply;
}

} // namespace markaz::server
