// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace markaz::desktop {

/// The folder of one person's laptop: settings, and one folder an account with its cache and data key, so that two
/// accounts' records and outboxes never meet.
///   DIR/desktop.json             last server and account, language, colours, minutes until it locks, and "server_pins"
///                                where somebody set them: ["sha256//...", the spare] (core/sync/serverpins.h);
///                                "revoked": accounts whose records here an order destroyed
///   DIR/accounts/NAME/cache.db   DIR/accounts/NAME/data.key   DIR/accounts/NAME/unlock.json
/// Everything in it is its owner's alone: files 0600, folders 0700.
class Profile
{
public:
    /// Makes the folder (0700) where it is missing. StorageFailed with `where` = the path.
    static Result<Profile> open(const QString &folder);

    struct Settings
    {
        QString server;
        QString account;
        QString language;      ///< "en" or "ur"
        QString scheme;        ///< "light", "dark" or empty for the system's
        int lockMinutes = 15;  ///< without use, then Markaz locks itself; 5 to 60
        QStringList pins = {}; ///< of the server's key, as they were written
        QStringList revoked =
            {}; ///< accounts whose records here were destroyed by an order, and nobody signed in since
    };
    /// Defaults where the file is missing or damaged: nothing in it is worth stopping for, but for pins. 2026-11-28:
    /// where somebody meant to write one and it cannot be read, `pins` holds what ServerPins refuses, and so does every
    /// sign-in.
    Settings settings() const;
    /// What is left to know of an account whose records are gone: that they were, and why.
    static void noteRevoked(Settings &settings, const QString &account);
    static void noteSignedIn(Settings &settings, const QString &account);
    Result<void> save(const Settings &settings) const;

    /// The folder of \p account, made where it is missing, and closed to others with all that is in it. InvalidValue
    /// when the name could leave the profile.
    Result<QString> accountFolder(const QString &account) const;
    /// Whether somebody's data key lies here, also one that was set aside.
    bool holdsAccounts() const;
    const QString &folder() const { return m_folder; }

private:
    explicit Profile(QString folder)
        : m_folder(std::move(folder))
    {
    }
    QString m_folder;
};

/// The cache and the wrapped data key in an account's folder.
QString cachePathIn(const QString &folder);
QString dataKeyIn(const QString &folder);

/// An account of the sample, as `markaz-server sample` writes them.
struct SampleAccount
{
    QString name;
    QString displayName;
    QString role;
    QString password;
};

/// Reads DATA/sample-accounts.json. Malformed or StorageFailed with `where` = the path.
Result<QList<SampleAccount>> readSampleAccounts(const QString &path);

} // namespace markaz::desktop
