// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/jsonreader.h"
#include "core/protocol/messages.h"

#include <limits>

namespace markaz::protocol {
namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QJsonObject encode(const Health &value)
{
    return {{QStringLiteral("status"), value.status},
            {QStringLiteral("version"), value.version},
            {QStringLiteral("instance"), value.instance},
            {QStringLiteral("protocol"),
             QJsonObject{{QStringLiteral("min"), value.protocolMin}, {QStringLiteral("max"), value.protocolMax}}}};
}

template <>
Result<Health> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    Health value;
    value.status = reader.requiredText("status");
    value.version = reader.text("version");
    value.instance = reader.requiredText("instance");
    const QJsonObject range = reader.requiredObject("protocol");
    if (reader.failed())
        return reader.error();
    JsonReader ends(range);
    value.protocolMin = static_cast<int>(ends.integer("min", 1));
    value.protocolMax = static_cast<int>(ends.integer("max", 1));
    if (ends.failed())
        return within(QStringLiteral("protocol"), ends.error());
    return value;
}

QJsonObject encode(const SessionRequest &value)
{
    return {{QStringLiteral("username"), value.username},
            {QStringLiteral("password"), value.password},
            {QStringLiteral("device"),
             QJsonObject{{QStringLiteral("id"), value.deviceId}, {QStringLiteral("name"), value.deviceName}}}};
}

template <>
Result<SessionRequest> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    SessionRequest value;
    value.username = reader.requiredText("username");
    value.password = reader.requiredText("password");
    const QJsonObject device = reader.requiredObject("device");
    if (reader.failed())
        return reader.error();
    JsonReader parts(device);
    value.deviceId = parts.requiredText("id");
    value.deviceName = parts.text("name");
    if (!parts.failed() && !isRecordId(value.deviceId))
        parts.fail(makeError(ErrorCode::InvalidValue, QStringLiteral("not an id"), QStringLiteral("id")));
    if (parts.failed())
        return within(QStringLiteral("device"), parts.error());
    return value;
}

QJsonObject encode(const Actor &value)
{
    return {{QStringLiteral("id"), value.accountId},
            {QStringLiteral("name"), value.name},
            {QStringLiteral("display_name"), value.displayName},
            {QStringLiteral("role"), token(value.role)},
            {QStringLiteral("provinces"), QJsonArray::fromStringList(value.provinces)}};
}

template <>
Result<Actor> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    Actor value;
    value.accountId = reader.requiredText("id");
    value.name = reader.requiredText("name");
    value.displayName = reader.text("display_name");
    value.provinces = reader.texts("provinces");
    const QString role = reader.requiredText("role");
    if (reader.failed())
        return reader.error();
    auto known = markaz::parse<Role>(role);
    if (!known)
        return within(QStringLiteral("role"), known.error());
    value.role = *known;
    if (value.displayName.isEmpty())
        value.displayName = value.name; // the protocol's first version sends none
    return value;
}

QJsonObject encode(const SessionReply &value)
{
    QJsonObject json{{QStringLiteral("access_token"), value.accessToken},
                     {QStringLiteral("expires_in"), value.expiresIn},
                     {QStringLiteral("refresh_token"), value.refreshToken},
                     {QStringLiteral("account"), encode(value.account)},
                     {QStringLiteral("scope_version"), value.scopeVersion}};
    if (value.revocation)
        json.insert(QStringLiteral("revocation"), encode(*value.revocation));
    return json;
}

template <>
Result<SessionReply> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    SessionReply value;
    value.accessToken = reader.requiredText("access_token");
    value.expiresIn =
        static_cast<int>(std::min<qint64>(reader.integer("expires_in", 0), std::numeric_limits<int>::max()));
    value.refreshToken = reader.requiredText("refresh_token");
    value.scopeVersion = reader.text("scope_version");
    const QJsonObject account = reader.requiredObject("account");
    const QJsonObject revocation = reader.object("revocation");
    if (reader.failed())
        return reader.error();
    auto actor = decode<Actor>(account);
    if (!actor)
        return within(QStringLiteral("account"), actor.error());
    value.account = *actor;
    if (!revocation.isEmpty()) {
        auto order = decode<DeviceRevocation>(revocation);
        if (!order)
            return within(QStringLiteral("revocation"), order.error());
        value.revocation = *order;
    }
    return value;
}

QJsonObject encode(const DeviceRevocation &value)
{
    return {{QStringLiteral("id"), value.id},
            {QStringLiteral("device"), value.device},
            {QStringLiteral("account"), value.account},
            {QStringLiteral("at"), value.at},
            {QStringLiteral("kid"), value.keyId},
            {QStringLiteral("signature"), QString::fromLatin1(value.signature.toBase64(kBase64))}};
}

template <>
Result<DeviceRevocation> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    DeviceRevocation value;
    value.id = reader.requiredId("id");
    value.device = reader.requiredId("device");
    value.account = reader.requiredId("account");
    value.at = reader.requiredText("at");
    value.keyId = reader.requiredText("kid");
    const QByteArray signature = reader.requiredText("signature").toLatin1();
    const auto bytes = QByteArray::fromBase64Encoding(signature, kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!reader.failed() && (!bytes || bytes.decoded.size() != 64 || bytes.decoded.toBase64(kBase64) != signature))
        reader.refuse("signature", QStringLiteral("not a signature"));
    if (reader.failed())
        return reader.error();
    value.signature = bytes.decoded;
    return value;
}

QJsonObject encode(const Problem &value)
{
    QJsonObject json = value.more;
    json.insert(QStringLiteral("type"), QStringLiteral("about:blank"));
    json.insert(QStringLiteral("title"), value.title);
    json.insert(QStringLiteral("status"), value.status);
    json.insert(QStringLiteral("detail"), value.detail);
    json.insert(QStringLiteral("code"), value.code);
    return json;
}

template <>
Result<Problem> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    Problem value;
    value.code = reader.requiredText("code");
    value.title = reader.text("title");
    value.detail = reader.text("detail");
    value.status = static_cast<int>(std::min<qint64>(reader.integer("status", 100, 500), 599));
    if (reader.failed())
        return reader.error();
    value.more = json;
    for (const char *known : {"type", "title", "status", "detail", "code"})
        value.more.remove(QLatin1String(known));
    return value;
}

} // namespace markaz::protocol
