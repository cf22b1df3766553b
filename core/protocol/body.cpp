// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/messages.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace markaz::protocol {
namespace {

/// The deepest nesting of \p body, counted without building anything and without recursion, or kMaxDepth + 1 as soon as
/// that is passed. Brackets inside strings do not count. Whether the text is JSON at all is the parser's to say.
int depthOf(const QByteArray &body)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body.at(i);
        if (inString) {
            if (c == '\\')
                ++i; // whatever is escaped, also a quotation mark, does not end the string
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
            if (deepest > kMaxDepth)
                return deepest;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

constexpr int kDigestSize = 32;

} // namespace

QByteArray bodyDigest(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
}

Result<QJsonObject> parseBody(const QByteArray &body, qint64 maxBytes)
{
    if (body.size() > maxBytes)
        return makeError(ErrorCode::TooLarge, QStringLiteral("%1 bytes, at most %2").arg(body.size()).arg(maxBytes));
    if (depthOf(body) > kMaxDepth)
        return makeError(ErrorCode::TooLarge, QStringLiteral("nested more than %1 deep").arg(kMaxDepth));
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return makeError(ErrorCode::Malformed,
                         QStringLiteral("%1 at byte %2").arg(problem.errorString()).arg(problem.offset));
    if (!document.isObject())
        return makeError(ErrorCode::Malformed, QStringLiteral("not a JSON object"));
    return document.object();
}

void addToDigest(QByteArray &digest, const QString &id, qint64 rev)
{
    const QByteArray text = id.toUtf8() + '|' + QByteArray::number(rev);
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    QByteArray sum = digest.isEmpty() ? QByteArray(kDigestSize, '\0') : QByteArray::fromHex(digest);
    for (qsizetype i = 0; i < kDigestSize; ++i)
        sum[i] = static_cast<char>(sum.at(i) ^ hash.at(i));
    digest = sum.toHex();
}

} // namespace markaz::protocol
