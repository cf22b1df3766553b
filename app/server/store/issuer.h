// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/signing.h"
#include "core/storage/database.h"
#include "core/support/clock.h"

namespace markaz::server {

/// The key that signs this server's certificates: FOLDER/issuer-key.json, made at the first start with an id that no
/// other server of this store has ("2026-A", "2026-B" ...); its public half is in the store for ever. StorageFailed
/// when a key of the store's has this id but other bytes: the folder is another server's.
Result<SigningKey> loadOrCreateIssuer(Database &database, const QString &folder, const Clock &clock);

/// The key of FOLDER/issuer-key.json as it is; NotFound when there is none.
Result<SigningKey> ownIssuer(const QString &folder);

/// Every key that ever signed.
Result<KeySet> issuerKeys(Database &database);

} // namespace markaz::server
