// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/accountlock.h"

#include "app/desktop/profile.h"
#include "core/security/attemptdelay.h"
#include "core/support/log.h"
#include "core/support/ownfiles.h"
#include "core/support/wholefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSaveFile>

namespace markaz::desktop {
namespace {

const QString kForgotten = QStringLiteral(".FORGOTTEN-"); ///< no account's name has capitals

/// Destroys the key of \p folder, then all that it sealed.
Result<void> destroyFolder(const QString &folder)
{
    const QString path = dataKeyIn(folder);
    // Over it first: a file that is only removed may still be found on the disk. The key is wrapped besides.
    QFile key(path);
    if (key.open(QIODevice::ReadWrite)) {
        QByteArray noise(key.size(), Qt::Uninitialized);
        for (char &byte : noise)
            byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
        key.write(noise);
        key.flush();
        key.close();
        if (auto synced = fileToDisk(path); !synced)
            qCWarning(lcUi) << "the key was not written over:" << synced.error().detail;
    }
    if (key.exists() && !key.remove())
        return makeError(ErrorCode::StorageFailed, key.errorString(), path);
    folderToDisk(folder);
    if (!QDir(folder).removeRecursively())
        return makeError(ErrorCode::StorageFailed, QStringLiteral("what the key sealed is still there"), folder);
    return {};
}

} // namespace

AccountLock::AccountLock(QString folder, const Clock &clock, PasswordCost cost)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_cost(cost)
{
}

QString AccountLock::keyPath() const
{
    return dataKeyIn(m_folder);
}

AccountLock::Notes AccountLock::notes() const
{
    QFile file(m_folder + QStringLiteral("/unlock.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    Notes notes;
    notes.failures = json.value(QStringLiteral("failures")).toInt();
    if (const auto time = fromIso(json.value(QStringLiteral("last_failure")).toString()))
        notes.lastFailure = *time;
    notes.keyring = json.value(QStringLiteral("keyring")).toBool();
    return notes;
}

Result<void> AccountLock::save(const Notes &notes) const
{
    QSaveFile file(m_folder + QStringLiteral("/unlock.json"));
    QJsonObject json{{QStringLiteral("keyring"), notes.keyring}};
    if (notes.failures > 0) {
        json.insert(QStringLiteral("failures"), notes.failures);
        json.insert(QStringLiteral("last_failure"), toIso(notes.lastFailure));
    }
    const QByteArray content = QJsonDocument(json).toJson();
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnFile) || file.write(content) != content.size())
        return makeError(ErrorCode::StorageFailed, file.errorString(), file.fileName());
    return commitWhole(file);
}

Result<void> AccountLock::setKeylessAside()
{
    if (!QFileInfo::exists(cachePathIn(m_folder)))
        return {};
    if (auto aside = setAside(); !aside)
        return aside.error();
    return makeOwnFolder(m_folder);
}

Result<SecretKey> AccountLock::begin()
{
    if (auto aside = setKeylessAside(); !aside)
        return aside.error();
    return SecretKey::random();
}

Result<void> AccountLock::keep(const SecretKey &data, const QString &passphrase)
{
    auto kept = keepWrapped(keyPath(), data, passphrase, m_cost);
    return kept ? Result<void>() : Result<void>(kept.error());
}

Result<OpenedKey> AccountLock::choose(const QString &passphrase)
{
    const auto is = form();
    if (!is)
        return is.error();
    if (*is == KeyFileForm::Missing) {
        if (auto aside = setKeylessAside(); !aside)
            return aside.error();
    }
    return *is == KeyFileForm::Plain ? wrapPlainKey(keyPath(), passphrase, m_cost)
                                     : createWrappedKey(keyPath(), passphrase, m_cost);
}

Result<OpenedKey> AccountLock::attempt(const std::function<Result<OpenedKey>()> &attempt)
{
    if (wait().count() > 0)
        return makeError(ErrorCode::WrongState, QStringLiteral("too soon after a failure"), QStringLiteral("wait"));
    const Notes before = notes();
    Notes counted = before;
    counted.failures = std::min(counted.failures + 1, 1000);
    counted.lastFailure = m_clock.now();
    if (auto saved = save(counted); !saved)
        return saved.error();
    auto opened = attempt();
    if (!opened && opened.error().code == ErrorCode::Unauthenticated)
        return opened;
    Notes after = before; // a success clears the count; what was no try at all leaves it
    if (opened)
        after.failures = 0;
    if (auto saved = save(after); !saved)
        qCWarning(lcUi) << "the count of failed tries was not taken back:" << saved.error().detail;
    return opened;
}

Result<OpenedKey> AccountLock::open(const QString &passphrase)
{
    return attempt([&] { return openWrappedKey(keyPath(), passphrase); });
}

Result<OpenedKey> AccountLock::change(const QString &current, const QString &next)
{
    return attempt([&] { return changePassphrase(keyPath(), current, next, m_cost); });
}

std::chrono::seconds AccountLock::wait() const
{
    const Notes kept = notes();
    return attemptWait(kept.failures, kept.lastFailure, m_clock.now());
}

bool AccountLock::keyringRemembers() const
{
    return notes().keyring;
}

Result<void> AccountLock::setKeyringRemembers(bool remembers)
{
    Notes kept = notes();
    if (kept.keyring == remembers)
        return {};
    kept.keyring = remembers;
    return save(kept);
}

Result<QString> AccountLock::setAside()
{
    const QString aside = m_folder + kForgotten + m_clock.now().toUTC().toString(QStringLiteral("yyyyMMddTHHmmssZ"));
    if (QFileInfo::exists(aside) || !QDir().rename(m_folder, aside))
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the folder cannot be moved"), m_folder);
    folderToDisk(QFileInfo(m_folder).absolutePath());
    return aside;
}

Result<void> AccountLock::destroy()
{
    Result<void> all = destroyFolder(m_folder);
    // What was set aside of this account is the account's as well. 2026-11-28: it outlived the order. 2026-11-29: and
    // so it did behind a folder that could not be removed.
    const QFileInfo own(m_folder);
    const auto asides = own.dir().entryInfoList({own.fileName() + kForgotten + QLatin1Char('*')}, QDir::Dirs);
    for (const QFileInfo &aside : asides) {
        if (auto destroyed = destroyFolder(aside.filePath()); !destroyed && all)
            all = destroyed;
    }
    return all;
}

void removeUnused(const QString &folder)
{
    if (!QDir(folder).removeRecursively())
        qCWarning(lcUi) << "an unused folder could not be removed:" << folder;
}

} // namespace markaz::desktop
