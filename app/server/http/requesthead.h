// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httpserver.h"

#include <QByteArrayView>

#include <optional>
#include <variant>

namespace markaz::server {

/// Why the front itself turns a request away.
struct Refusal
{
    int status = 400;
    QByteArray code;   ///< token for machines
    QByteArray detail; ///< one line of English
};

/// Finds the end of a request's head in bytes that arrive piecemeal, and gives up at the first byte that no head may
/// hold: a bare CR or LF, a NUL, an empty first line. Each byte is looked at once.
class HeadScanner
{
public:
    enum class State { More, Complete, Malformed };
    /// \p bytes: everything of the head so far, from its first byte.
    State scan(QByteArrayView bytes);
    /// Bytes looked at; once Complete, the head's size with its empty line.
    qsizetype size() const { return m_position; }

private:
    qsizetype m_position = 0;
};

struct RequestHead
{
    QByteArray method;
    QByteArray target;                     ///< as sent
    int minor = 1;                         ///< of HTTP/1.x
    QHash<QByteArray, QByteArray> headers; ///< lower-case names; fields that may come twice are joined with ", "
    bool keepAlive = true;
    bool chunked = false;
    std::optional<qint64> contentLength;
    bool expectsContinue = false;
    bool gzipBody = false;
};

/// A head as it was understood; when it is refused, the refusal and as much as was understood, for the nonce.
struct ParsedHead
{
    RequestHead head;
    std::optional<Refusal> refusal;
};

/// Reads a complete head (HeadScanner) far more strictly than RFC 9112 asks, for two readers that disagree about a
/// request's end are how requests are smuggled past a proxy.
ParsedHead parseHead(QByteArrayView bytes, const HttpLimits &limits);

/// What \p head asks, but for its target and its body, which comes without any content coding.
ApiRequest requestOf(const RequestHead &head, const QString &remoteAddress);
/// Why a head that begins with \p bytes and does not end there is turned away.
Refusal headTooLarge(QByteArrayView bytes);

/// The path and query of a request target in origin form.
struct RequestTarget
{
    QString path;
    QUrlQuery query;
};
/// InvalidValue when the target is not "/..." in visible ASCII, holds a bad percent sequence, what is no UTF-8, a
/// control character, an encoded slash, a backslash, an empty or a dot segment.
Result<RequestTarget> parseTarget(QByteArrayView target);

} // namespace markaz::server
