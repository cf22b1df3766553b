// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/messages.h"

namespace markaz::protocol {

/// Accounts and their laptops over the wire: enrolment, passwords, and what an administrator does. The same rules as in
/// messages.h hold.

/// POST /session/enrol: a laptop's first contact, with a one-time code. Answered like POST /session.
struct EnrolRequest
{
    QString username;
    QString code;     ///< as it was typed; see core/domain/enrolmentcode.h
    QString password; ///< becomes the account's
    QString deviceId;
    QString deviceName;
};

/// POST /session/password.
struct PasswordRequest
{
    QString before; ///< "old"
    QString after;  ///< "new"
};

/// How an account gets in on a laptop that it was never signed in on.
enum class Enrolment {
    Code, ///< with a one-time code; the password alone opens nothing there
    Open, ///< with the password
};

/// An account as an administrator sees it.
struct AccountEntry
{
    Actor account;
    bool active = true;
    Enrolment enrolment = Enrolment::Code;
    bool hasPassword = false; ///< false: nobody can sign in before a one-time code was used
    QString createdAt;
    QString lastContact;   ///< of any of its laptops; empty = never
    QString codeExpiresAt; ///< of a one-time code that is still good; empty = there is none
};

/// GET /accounts: those that the caller may manage.
struct AccountList
{
    QList<AccountEntry> accounts;
};

/// POST /accounts. It is made without a password.
struct AccountRequest
{
    QString name;
    QString displayName; ///< empty = the name
    Role role = Role::Inspector;
    QStringList provinces;
};

/// PATCH /accounts/{id}: what is named is changed.
struct AccountChange
{
    std::optional<QString> displayName = std::nullopt;
    std::optional<Role> role = std::nullopt;
    std::optional<QStringList> provinces = std::nullopt;
    std::optional<bool> active = std::nullopt;
};

/// POST /accounts/{id}/code. The only time that the code is seen.
struct CodeReply
{
    QString code;
    QString expiresAt;
};

enum class DeviceState {
    Active,
    Revoked, ///< it has not said yet that it obeyed
    Wiped,   ///< it has
};

/// One account's use of one laptop.
struct DeviceEntry
{
    QString id;
    QString account;
    QString name;
    QString firstSeen;
    QString lastContact;
    DeviceState state = DeviceState::Active;
    QString revokedAt = {}; ///< empty = it was not
    QString wipedAt = {};   ///< empty = it has not acknowledged
};

/// In the names of an audit page: what a laptop calls itself under \p account, where that is not what it called itself
/// last under any.
inline QString laptopKey(const QString &device, const QString &account)
{
    return device + QLatin1Char('/') + account;
}

/// GET /devices.
struct DeviceList
{
    QList<DeviceEntry> devices;
};

QString token(Enrolment value);   ///< "code", "open"
QString token(DeviceState value); ///< "active", "revoked", "wiped"

QJsonObject encode(const EnrolRequest &value);
QJsonObject encode(const PasswordRequest &value);
QJsonObject encode(const AccountEntry &value);
QJsonObject encode(const AccountList &value);
QJsonObject encode(const AccountRequest &value);
QJsonObject encode(const AccountChange &value);
QJsonObject encode(const CodeReply &value);
QJsonObject encode(const DeviceEntry &value);
QJsonObject encode(const DeviceList &value);

template <>
Result<EnrolRequest> decode(const QJsonObject &json);
template <>
Result<PasswordRequest> decode(const QJsonObject &json);
template <>
Result<AccountEntry> decode(const QJsonObject &json);
template <>
Result<AccountList> decode(const QJsonObject &json);
template <>
Result<AccountRequest> decode(const QJsonObject &json);
/// InvalidValue when it names nothing.
template <>
Result<AccountChange> decode(const QJsonObject &json);
template <>
Result<CodeReply> decode(const QJsonObject &json);
template <>
Result<DeviceEntry> decode(const QJsonObject &json);
template <>
Result<DeviceList> decode(const QJsonObject &json);

/// What the QR code of an enrolment holds:
///   markaz-enrol:1?server=https%3A%2F%2Fmarkaz.example&account=a.khan&code=7Q2M-XJ4K-0V9R-TB3C-HZ5N
/// The three members in this order, each percent-encoded with all but RFC 3986's unreserved characters, so that one
/// enrolment has one text.
struct EnrolmentText
{
    QString server;  ///< that a laptop takes (core/protocol/serveraddress.h)
    QString account; ///< its name
    QString code;    ///< in the form that readEnrolmentCode() gives
    friend bool operator==(const EnrolmentText &, const EnrolmentText &) = default;
};

/// InvalidValue with `where` = "server", "account" or "code".
Result<QString> writeEnrolment(const EnrolmentText &enrolment);
/// The same, and Malformed for every text that writeEnrolment() does not write.
Result<EnrolmentText> readEnrolment(const QString &text);

} // namespace markaz::protocol
