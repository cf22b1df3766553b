// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/issuerkeys.h"
#include "core/storage/database.h"
#include "core/support/clock.h"

namespace markaz::server {

/// The key that signs this server's certificates: FOLDER/issuer-key.json, made at the first start with an id that no
/// other server of this store has ("2026-A", "2026-B" ...;
/// in a restored store with a part of its own, "2026-B-1f0c77e2"); its public half is in the store for ever.
/// StorageFailed when a key of the store's has this id but other bytes: the folder is another server's.
Result<SigningKey> loadOrCreateIssuer(Database &database, const QString &folder, const Clock &clock);

/// The key of FOLDER/issuer-key.json as it is; NotFound when there is none.
Result<SigningKey> ownIssuer(const QString &folder);

/// The public halves of the keys that FOLDER/issuer-key.json held before (FOLDER/former-keys.json): what this folder
/// signed with them is as good as what it signs with its own.
Result<QList<PublicKey>> formerKeys(const QString &folder);

/// A key for \p folder to take up next, in FOLDER/issuer-key-next.json, its public half in the store: the one that is
/// there already, or a new one.
Result<PublicKey> makeNext(Database &database, const QString &folder, const Clock &clock);
/// Where \p keys lists the next key, it becomes the folder's own: its id; empty where there is none or it is not
/// listed. The private half of the old one is gone then, and its public half among the former ones.
Result<QString> takeUpNext(const QString &folder, const IssuerKeys &keys);
/// Renames \p from to \p to in one step, over the file that is there.
bool replaceWith(const QString &to, const QString &from);

/// Keeps \p key in the store for ever; Exists when one has its id.
Result<void> publishKey(Database &database, const PublicKey &key);
/// Every key that ever signed.
Result<KeySet> issuerKeys(Database &database);

} // namespace markaz::server
