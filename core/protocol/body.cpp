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

/// As QJsonDocument writes it.
void appendText(QByteArray &out, const QString &text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '"':
        case '\\':
            out += '\\';
            out += c;
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (c >= 0 && c < ' ') {
                out += "\\u00";
                out += kHex[(c >> 4) & 0xf];
                out += kHex[c & 0xf];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

void appendCanonical(QByteArray &out, const QJsonValue &value);

/// False, with a part of it written, when Qt does not hold the members in the order of their UTF-16 units.
bool appendAsHeld(QByteArray &out, const QJsonObject &object)
{
    QString before;
    out += '{';
    for (auto it = object.begin(); it != object.end(); ++it) {
        QString name = it.key();
        if (it != object.begin()) {
            if (!(before < name))
                return false;
            out += ',';
        }
        appendText(out, name);
        out += ':';
        appendCanonical(out, it.value());
        before = std::move(name);
    }
    out += '}';
    return true;
}

void appendCanonical(QByteArray &out, const QJsonObject &object)
{
    const qsizetype start = out.size();
    if (appendAsHeld(out, object)) // nearly always
        return;
    out.truncate(start);
    QStringList names = object.keys();
    names.sort();
    out += '{';
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (i > 0)
            out += ',';
        appendText(out, names.at(i));
        out += ':';
        appendCanonical(out, object.value(names.at(i)));
    }
    out += '}';
}

/// JSON without spaces, members in the order of their UTF-16 units. QJsonDocument does not do: Qt orders members from
/// outside the basic plane otherwise when it parses than when they are inserted, and equal bodies must hash alike. Into
/// one buffer, because every pushed change comes by here.
void appendCanonical(QByteArray &out, const QJsonValue &value)
{
    if (value.isString())
        return appendText(out, value.toString());
    if (value.isObject())
        return appendCanonical(out, value.toObject());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        out += '[';
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (i > 0)
                out += ',';
            appendCanonical(out, array.at(i));
        }
        out += ']';
        return;
    }
    if (value.isNull() || value.isUndefined()) {
        out += "null";
        return;
    }
    const QByteArray list =
        QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact); // numbers and the constants
    out.append(list.constData() + 1, list.size() - 2);
}

} // namespace

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

QString bodyHash(const Change &change)
{
    // The canonical form of encode(change) without its op_id, members in their order, and no object made for it.
    QByteArray out;
    out.reserve(8'192);
    out += "{\"base_rev\":" + QByteArray::number(change.baseRev) + ",\"entity\":";
    appendText(out, token(change.entity));
    out += ",\"fields\":{";
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it) { // a QMap's order is that of the units
        if (it != change.fields.begin())
            out += ',';
        appendText(out, it.key());
        out += ":{\"new\":";
        appendCanonical(out, it->after);
        out += ",\"old\":";
        appendCanonical(out, it->before);
        out += '}';
    }
    out += "},\"id\":";
    appendText(out, change.id);
    out += ",\"kind\":";
    appendText(out, token(change.kind));
    out += ",\"made_at\":";
    appendText(out, change.madeAt);
    out += ",\"schema\":" + QByteArray::number(change.schema) + '}';
    return QString::fromLatin1(QCryptographicHash::hash(out, QCryptographicHash::Sha256).toHex());
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
