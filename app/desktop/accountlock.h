// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/wrappedkey.h"
#include "core/support/clock.h"

#include <chrono>
#include <functional>

namespace markaz::desktop {

/// The lock before one account's data on this laptop: FOLDER/data.key, and FOLDER/unlock.json with the failed tries and
/// whether the keyring remembers. Deriving a key takes a tenth of a second and more.
class AccountLock
{
public:
    /// \p cost is what a new passphrase costs; tests pass a light one.
    AccountLock(QString folder, const Clock &clock, PasswordCost cost = {});

    Result<KeyFileForm> form() const { return keyFileForm(keyPath()); }
    /// The first passphrase: makes the key where it is Missing, wraps it where it is Plain.
    Result<OpenedKey> choose(const QString &passphrase);
    /// Before the first passphrase is chosen: a data key in memory alone, for a sign-in that has not come about.
    /// Records whose key is gone are set aside.
    Result<SecretKey> begin();
    /// Makes the key's file with the first passphrase. Exists when there is one.
    Result<void> keep(const SecretKey &data, const QString &passphrase);
    /// WrongState with `where` = "wait" while an earlier failure is waited for; nothing is tried then. A failure counts
    /// before it is known to be one, so that ending the program does not save the wait.
    Result<OpenedKey> open(const QString &passphrase);
    /// As open() of \p current, then wraps the same data key anew.
    Result<OpenedKey> change(const QString &current, const QString &next);
    /// Until the next try; across restarts too.
    std::chrono::seconds wait() const;

    /// Whether the computer's keyring is to be asked at the start.
    bool keyringRemembers() const;
    Result<void> setKeyringRemembers(bool remembers);
    /// The entry's name in the keyring: this folder's and no other's.
    QString keyringName() const { return m_folder; }

    /// For a passphrase that nobody knows any more: moves the whole folder aside, and gives its new name. Nothing in it
    /// is altered.
    Result<QString> setAside();

    /// For a laptop that was revoked: writes over the key and removes it, then everything that it sealed, and so with
    /// each folder of this account that was set aside. When this returns ok nothing opens them again. StorageFailed
    /// with `where` = what is still there.
    Result<void> destroy();

    QString keyPath() const;
    const QString &folder() const { return m_folder; }

private:
    /// Records whose key is gone: what is sealed in them opens for nobody, and a new key must not be laid over them.
    Result<void> setKeylessAside();
    struct Notes
    {
        int failures = 0;
        QDateTime lastFailure;
        bool keyring = false;
    };
    Notes notes() const;
    Result<void> save(const Notes &notes) const;
    /// Counts a failure, then does \p attempt; takes the count back when it was none.
    Result<OpenedKey> attempt(const std::function<Result<OpenedKey>()> &attempt);

    QString m_folder;
    const Clock &m_clock;
    PasswordCost m_cost;
};

/// Removes the folder of an account that never came to have records here: nobody has signed in with it.
void removeUnused(const QString &folder);

} // namespace markaz::desktop
