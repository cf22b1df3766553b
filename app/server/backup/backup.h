// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/backup/manifest.h"
#include "app/server/store/store.h"

namespace markaz::server {

struct BackupOptions
{
    bool withFiles = true; ///< the files of inspections too, not only their list
};

/// Writes the store of \p location to the new file \p target (mode 0600; it appears whole or not at all) while servers
/// run on it: the records as they stand at one moment, the signing key and the files that the records name. A tar
/// archive of manifest.json, database.sqlite or database.dump (pg_dump's custom format), issuer-key.json,
/// former-keys.json, trusted-keys.json and files/.
/// Exists when there is a file of that name, NotFound when there is no store or a tool is missing, else the store's
/// errors.
Result<Manifest> makeBackup(const StoreLocation &location, const QString &target, const BackupOptions &options,
                            const Clock &clock, const QString &version);

struct Restored
{
    Manifest manifest;
    QString history;          ///< the new one
    QStringList missingFiles; ///< that the records name and the backup did not hold
};

/// Puts \p source into the empty store of \p location, and starts a new history: the laptops pull anew and push again
/// what they know to be acknowledged. Nobody stays signed in, and no server
/// starts on it before "keys take" (store/afterrestore.h). WrongState when the store is not empty, Tampered when the
/// archive is not what its manifest says, InvalidValue when it is for the other kind of database. After an error the
/// store is as empty as it was, but for a PostgreSQL that broke off in the very last step (`where` "history").
Result<Restored> restoreBackup(const QString &source, const StoreLocation &location, const Clock &clock);

} // namespace markaz::server
