// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/accounts.h"

#include "core/protocol/jsonreader.h"

namespace markaz::protocol {
namespace {

/// An instant that may be missing is left out.
void put(QJsonObject &json, const char *name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(QLatin1String(name), text);
}

template <class T>
QJsonArray listOf(const QList<T> &values)
{
    QJsonArray list;
    for (const T &value : values)
        list.append(encode(value));
    return list;
}

template <class T>
Result<QList<T>> read(const QJsonObject &json, const char *name)
{
    JsonReader reader(json);
    const QJsonArray array = reader.requiredArray(name);
    if (reader.failed())
        return reader.error();
    QList<T> values;
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto value = decode<T>(array.at(i).toObject());
        if (!value)
            return within(QStringLiteral("%1[%2]").arg(QLatin1String(name)).arg(i), value.error());
        values.append(*value);
    }
    return values;
}

/// The value whose token is \p text.
template <class E>
E tokenOf(JsonReader &reader, const char *name, std::initializer_list<E> all)
{
    const QString text = reader.requiredText(name);
    for (const E value : all) {
        if (token(value) == text)
            return value;
    }
    reader.refuse(name, QStringLiteral("not one of its tokens"));
    return *all.begin();
}

bool names(const QJsonObject &json, const char *name)
{
    return json.contains(QLatin1String(name));
}

} // namespace

QString token(Enrolment value)
{
    return value == Enrolment::Open ? QStringLiteral("open") : QStringLiteral("code");
}

QString token(DeviceState value)
{
    switch (value) {
    case DeviceState::Revoked:
        return QStringLiteral("revoked");
    case DeviceState::Wiped:
        return QStringLiteral("wiped");
    case DeviceState::Active:
        break;
    }
    return QStringLiteral("active");
}

QJsonObject encode(const EnrolRequest &value)
{
    return {{QStringLiteral("username"), value.username},
            {QStringLiteral("code"), value.code},
            {QStringLiteral("password"), value.password},
            {QStringLiteral("device"),
             QJsonObject{{QStringLiteral("id"), value.deviceId}, {QStringLiteral("name"), value.deviceName}}}};
}

template <>
Result<EnrolRequest> decode(const QJsonObject &json)
{
    auto session = decode<SessionRequest>(json); // the same but for the code
    if (!session)
        return session.error();
    JsonReader reader(json);
    EnrolRequest value{session->username, reader.requiredText("code"), session->password, session->deviceId,
                       session->deviceName};
    if (reader.failed())
        return reader.error();
    return value;
}

QJsonObject encode(const PasswordRequest &value)
{
    return {{QStringLiteral("old"), value.before}, {QStringLiteral("new"), value.after}};
}

template <>
Result<PasswordRequest> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    PasswordRequest value{reader.requiredText("old"), reader.requiredText("new")};
    if (reader.failed())
        return reader.error();
    return value;
}

QJsonObject encode(const AccountEntry &value)
{
    QJsonObject json = encode(value.account);
    json.insert(QStringLiteral("active"), value.active);
    json.insert(QStringLiteral("enrolment"), token(value.enrolment));
    json.insert(QStringLiteral("has_password"), value.hasPassword);
    json.insert(QStringLiteral("created_at"), value.createdAt);
    put(json, "last_contact", value.lastContact);
    put(json, "code_expires_at", value.codeExpiresAt);
    return json;
}

template <>
Result<AccountEntry> decode(const QJsonObject &json)
{
    auto account = decode<Actor>(json);
    if (!account)
        return account.error();
    JsonReader reader(json);
    AccountEntry value;
    value.account = *account;
    value.active = reader.boolean("active", true);
    value.enrolment = tokenOf(reader, "enrolment", {Enrolment::Code, Enrolment::Open});
    value.hasPassword = reader.boolean("has_password", false);
    value.createdAt = reader.requiredText("created_at");
    value.lastContact = reader.text("last_contact");
    value.codeExpiresAt = reader.text("code_expires_at");
    if (reader.failed())
        return reader.error();
    return value;
}

QJsonObject encode(const AccountList &value)
{
    return {{QStringLiteral("accounts"), listOf(value.accounts)}};
}

template <>
Result<AccountList> decode(const QJsonObject &json)
{
    auto accounts = read<AccountEntry>(json, "accounts");
    return accounts ? Result<AccountList>(AccountList{*accounts}) : accounts.error();
}

QJsonObject encode(const AccountRequest &value)
{
    return {{QStringLiteral("name"), value.name},
            {QStringLiteral("display_name"), value.displayName},
            {QStringLiteral("role"), markaz::token(value.role)},
            {QStringLiteral("provinces"), QJsonArray::fromStringList(value.provinces)}};
}

template <>
Result<AccountRequest> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    AccountRequest value;
    value.name = reader.requiredText("name");
    value.displayName = reader.text("display_name");
    value.role = reader.parsed<Role>("role", Role::Inspector);
    value.provinces = reader.texts("provinces");
    if (reader.failed())
        return reader.error();
    return value;
}

QJsonObject encode(const AccountChange &value)
{
    QJsonObject json;
    if (value.displayName)
        json.insert(QStringLiteral("display_name"), *value.displayName);
    if (value.role)
        json.insert(QStringLiteral("role"), markaz::token(*value.role));
    if (value.provinces)
        json.insert(QStringLiteral("provinces"), QJsonArray::fromStringList(*value.provinces));
    if (value.active)
        json.insert(QStringLiteral("active"), *value.active);
    return json;
}

template <>
Result<AccountChange> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    AccountChange value;
    if (names(json, "display_name"))
        value.displayName = reader.requiredText("display_name");
    if (names(json, "role"))
        value.role = reader.parsed<Role>("role", Role::Inspector);
    if (names(json, "provinces"))
        value.provinces = reader.texts("provinces");
    if (names(json, "active")) {
        if (!json.value(QLatin1String("active")).isBool())
            reader.refuse("active", QStringLiteral("not true or false"));
        value.active = reader.boolean("active", true);
    }
    if (!reader.failed() && encode(value).isEmpty())
        reader.fail(makeError(ErrorCode::InvalidValue, QStringLiteral("it names nothing to change")));
    if (reader.failed())
        return reader.error();
    return value;
}

QJsonObject encode(const CodeReply &value)
{
    return {{QStringLiteral("code"), value.code}, {QStringLiteral("expires_at"), value.expiresAt}};
}

template <>
Result<CodeReply> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    CodeReply value{reader.requiredText("code"), reader.requiredText("expires_at")};
    if (reader.failed())
        return reader.error();
    return value;
}

QJsonObject encode(const DeviceEntry &value)
{
    QJsonObject json{{QStringLiteral("id"), value.id},
                     {QStringLiteral("account"), value.account},
                     {QStringLiteral("name"), value.name},
                     {QStringLiteral("first_seen"), value.firstSeen},
                     {QStringLiteral("last_contact"), value.lastContact},
                     {QStringLiteral("state"), token(value.state)}};
    put(json, "revoked_at", value.revokedAt);
    put(json, "wiped_at", value.wipedAt);
    return json;
}

template <>
Result<DeviceEntry> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    DeviceEntry value;
    value.id = reader.requiredId("id");
    value.account = reader.requiredId("account");
    value.name = reader.text("name");
    value.firstSeen = reader.requiredText("first_seen");
    value.lastContact = reader.requiredText("last_contact");
    value.state = tokenOf(reader, "state", {DeviceState::Active, DeviceState::Revoked, DeviceState::Wiped});
    value.revokedAt = reader.text("revoked_at");
    value.wipedAt = reader.text("wiped_at");
    if (reader.failed())
        return reader.error();
    return value;
}

QJsonObject encode(const DeviceList &value)
{
    return {{QStringLiteral("devices"), listOf(value.devices)}};
}

template <>
Result<DeviceList> decode(const QJsonObject &json)
{
    auto devices = read<DeviceEntry>(json, "devices");
    return devices ? Result<DeviceList>(DeviceList{*devices}) : devices.error();
}

} // namespace markaz::protocol
