// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/profile.h"

#include "core/support/ownfiles.h"
#include "core/support/wholefile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

namespace markaz::desktop {
namespace {

Result<void> makeFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the folder cannot be made"), folder);
    if (!QFile::setPermissions(folder, kOwnFolder))
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the folder cannot be closed to others"), folder);
    return {};
}

QString settingsPath(const QString &folder)
{
    return folder + QStringLiteral("/desktop.json");
}

const QString kPins = QStringLiteral("server_pins");
const QString kRevoked = QStringLiteral("revoked");

/// The pins of the settings. What somebody may have meant as one and nobody can read stays a pin, and one that no
/// server has: a typing mistake must not take the pin away.
QStringList pinsOf(const QByteArray &content, const QJsonObject &json)
{
    const QStringList unreadable{QStringLiteral("desktop.json: server_pins")};
    if (json.isEmpty())
        return content.toLower().contains("pin") ? unreadable : QStringList();
    const QStringList names = json.keys();
    const bool misspelt = std::any_of(names.cbegin(), names.cend(), [](const QString &name) {
        return name != kPins && name.contains(QLatin1String("pin"), Qt::CaseInsensitive);
    });
    const QJsonValue value = json.value(kPins);
    const QJsonArray list = value.toArray();
    const bool texts = value.isUndefined() ||
                       (!list.isEmpty() &&
                        std::all_of(list.begin(), list.end(), [](const QJsonValue &pin) { return pin.isString(); }));
    return misspelt || !texts ? unreadable : value.toVariant().toStringList();
}

} // namespace

Result<Profile> Profile::open(const QString &folder)
{
    const QString absolute = QDir(folder).absolutePath();
    if (auto made = makeFolder(absolute); !made)
        return made.error();
    return Profile(absolute);
}

Profile::Settings Profile::settings() const
{
    QFile file(settingsPath(m_folder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray content = file.readAll();
    const QJsonObject json = QJsonDocument::fromJson(content).object();
    const int minutes = json.value(QStringLiteral("lock_minutes")).toInt(Settings().lockMinutes);
    return {json.value(QStringLiteral("server")).toString(),
            json.value(QStringLiteral("account")).toString(),
            json.value(QStringLiteral("language")).toString(),
            json.value(QStringLiteral("scheme")).toString(),
            std::clamp(minutes, 5, 60),
            pinsOf(content, json),
            json.value(kRevoked).toVariant().toStringList()};
}

void Profile::noteRevoked(Settings &settings, const QString &account)
{
    if (settings.account == account)
        settings.account.clear();
    if (!settings.revoked.contains(account))
        settings.revoked.append(account);
}

void Profile::noteSignedIn(Settings &settings, const QString &account)
{
    settings.revoked.removeAll(account);
}

Result<void> Profile::save(const Settings &settings) const
{
    QSaveFile file(settingsPath(m_folder));
    QJsonObject json{{QStringLiteral("server"), settings.server},
                     {QStringLiteral("account"), settings.account},
                     {QStringLiteral("language"), settings.language},
                     {QStringLiteral("scheme"), settings.scheme},
                     {QStringLiteral("lock_minutes"), settings.lockMinutes}};
    if (!settings.pins.isEmpty())
        json.insert(kPins, QJsonArray::fromStringList(settings.pins));
    if (!settings.revoked.isEmpty())
        json.insert(kRevoked, QJsonArray::fromStringList(settings.revoked));
    const QByteArray content = QJsonDocument(json).toJson();
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnFile) || file.write(content) != content.size())
        return makeError(ErrorCode::StorageFailed, file.errorString(), file.fileName());
    return commitWhole(file);
}

Result<QString> Profile::accountFolder(const QString &account) const
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9][a-z0-9._-]{0,59}\\z"));
    if (!form.match(account).hasMatch()) {
        return makeError(ErrorCode::InvalidValue,
                         QStringLiteral("account names have small letters, digits, points, dashes and underscores"),
                         QStringLiteral("account_name"));
    }
    const QString folder = m_folder + QStringLiteral("/accounts/") + account;
    for (const QString &made : {m_folder + QStringLiteral("/accounts"), folder}) {
        if (auto done = makeFolder(made); !done)
            return done.error();
    }
    if (auto closed = closeToOthers(folder); !closed)
        return closed.error();
    return folder;
}

bool Profile::holdsAccounts() const
{
    const QDir accounts(m_folder + QStringLiteral("/accounts"));
    const QStringList folders = accounts.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return std::any_of(folders.cbegin(), folders.cend(), [&accounts](const QString &folder) {
        return QFile::exists(dataKeyIn(accounts.filePath(folder)));
    });
}

QString cachePathIn(const QString &folder)
{
    return folder + QStringLiteral("/cache.db");
}

QString dataKeyIn(const QString &folder)
{
    return folder + QStringLiteral("/data.key");
}

Result<QList<SampleAccount>> readSampleAccounts(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    const QJsonArray list =
        QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("accounts")).toArray();
    QList<SampleAccount> accounts;
    for (const auto &value : list) {
        const QJsonObject account = value.toObject();
        accounts.append(
            {account.value(QStringLiteral("name")).toString(), account.value(QStringLiteral("display_name")).toString(),
             account.value(QStringLiteral("role")).toString(), account.value(QStringLiteral("password")).toString()});
    }
    if (accounts.isEmpty())
        return makeError(ErrorCode::Malformed, QStringLiteral("no sample accounts in this file"), path);
    return accounts;
}

} // namespace markaz::desktop
