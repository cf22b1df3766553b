// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/requesthead.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace markaz::server {
namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// Decodes percent sequences exactly once; nullopt when one is broken or the result is no clean UTF-8 text.
std::optional<QString> decoded(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            bytes.append(text[i]);
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        if (low < 0)
            return std::nullopt;
        bytes.append(static_cast<char>(high * 16 + low));
        i += 2;
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decodedText = utf8(bytes);
    const bool control = std::any_of(decodedText.begin(), decodedText.end(),
                                     [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
    if (utf8.hasError() || control)
        return std::nullopt;
    return decodedText;
}

Error badTarget(const char *why)
{
    return makeError(ErrorCode::InvalidValue, QString::fromLatin1(why), QStringLiteral("target"));
}

} // namespace

Result<RequestTarget> parseTarget(QByteArrayView target)
{
    if (!target.startsWith('/'))
        return badTarget("the request target does not start with a slash");
    if (!std::all_of(target.begin(), target.end(),
                     [](char c) { return c > 0x20 && c < 0x7f && c != '#' && c != '\\'; }))
        return badTarget("the request target holds a character that must be percent-encoded");
    const qsizetype mark = target.indexOf('?');
    const QByteArrayView rawPath = mark < 0 ? target : target.first(mark);
    const QByteArrayView rawQuery = mark < 0 ? QByteArrayView() : target.sliced(mark + 1);

    const std::optional<QString> path = decoded(rawPath);
    if (!path || !decoded(rawQuery))
        return badTarget("the request target does not decode");
    if (path->count(QLatin1Char('/')) != std::count(rawPath.begin(), rawPath.end(), '/') ||
        path->contains(QLatin1Char('\\')))
        return badTarget("the path holds an encoded separator");
    const QStringList segments = path->mid(1).split(QLatin1Char('/'));
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const QString &segment = segments[i];
        const bool empty = segment.isEmpty() && i + 1 < segments.size();
        if (empty || segment == QLatin1String(".") || segment == QLatin1String(".."))
            return badTarget("the path holds an empty or a dot segment");
    }
    return RequestTarget{*path, QUrlQuery(QString::fromLatin1(rawQuery))};
}

} // namespace markaz::server
