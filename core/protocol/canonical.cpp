// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/canonical.h"

#include "core/protocol/messages.h"

#include <QJsonDocument>

#include <array>

#include <openssl/sha.h>

namespace markaz::protocol {
namespace {

void appendText(std::string &out, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    appendCanonical(out, std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())));
}

void appendEscaped(std::string &out, char c)
{
    static constexpr char kHex[] = "0123456789abcdef";
    switch (c) {
    case '"':
    case '\\':
        out += {'\\', c};
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += {'\\', 'u', '0', '0', kHex[(c >> 4) & 0xf], kHex[c & 0xf]};
    }
}

/// False, with a part of it written, when Qt does not hold the members in the order of their UTF-16 units.
bool appendAsHeld(std::string &out, const QJsonObject &object)
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

void appendObject(std::string &out, const QJsonObject &object)
{
    const size_t start = out.size();
    if (appendAsHeld(out, object)) // nearly always
        return;
    out.resize(start);
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

} // namespace

void appendCanonical(std::string &out, std::string_view utf8Text)
{
    out += '"';
    size_t plain = 0; // where the bytes begin that go out as they are
    for (size_t i = 0; i < utf8Text.size(); ++i) {
        const char c = utf8Text[i];
        if (c != '"' && c != '\\' && static_cast<unsigned char>(c) >= ' ')
            continue;
        out += utf8Text.substr(plain, i - plain);
        appendEscaped(out, c);
        plain = i + 1;
    }
    out += utf8Text.substr(plain);
    out += '"';
}

void appendCanonical(std::string &out, const QJsonValue &value)
{
    if (value.isString())
        return appendText(out, value.toString());
    if (value.isObject())
        return appendObject(out, value.toObject());
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
    out.append(list.constData() + 1, static_cast<size_t>(list.size()) - 2);
}

std::string openingOf(const Change &change)
{
    std::string out = "{\"base_rev\":" + std::to_string(change.baseRev) + ",\"entity\":";
    appendText(out, token(change.entity));
    return out + ",\"fields\":{";
}

std::string closingOf(const Change &change)
{
    std::string out = "},\"id\":";
    appendText(out, change.id);
    out += ",\"kind\":";
    appendText(out, token(change.kind));
    out += ",\"made_at\":";
    appendText(out, change.madeAt);
    return out + ",\"schema\":" + std::to_string(change.schema) + '}';
}

QString hashOf(std::string_view canonical)
{
    // OpenSSL's, which asks the processor for it: libsodium's takes five times as long, Qt 6.4's ten, and a pushed
    // inspection is hashed twice.
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    if (SHA256(reinterpret_cast<const unsigned char *>(canonical.data()), canonical.size(), hash.data()) == nullptr)
        qFatal("OpenSSL has no SHA-256"); // of nothing is hashed what would be taken for a hash
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(hash.data()), hash.size()).toHex());
}

QString bodyHash(const Change &change)
{
    std::string out = openingOf(change);
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
    return hashOf(out + closingOf(change));
}

} // namespace markaz::protocol
