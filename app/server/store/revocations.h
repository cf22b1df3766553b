// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"
#include "core/security/revocationlist.h"

#include <optional>

namespace markaz::server {

/// The list of the certificates that are suspended, revoked or superseded, as it stands now, signed with \p key. One
/// that was signed before is given as long as no certificate has changed and it is less than an hour old. A key that
/// may not sign (signedkeys.h) makes none: what another server of the store signed is given, however old it is;
/// NotFound where there is none that holds. Each list is read and verified once by a connection, and not at each
/// request.
Result<Store::SeenList> currentRevocations(Store &store, const SigningKey &key, const Clock &clock);

/// The list that was signed last, as it stands in the database; not verified.
Result<std::optional<RevocationList>> keptRevocations(Database &database);
/// \p taken came from before a restore, and was verified: a list is signed anew at the next request of a server that
/// may, with a number above its and above all that this store has given. Until then the one of the two that has the
/// higher number is given. In an open transaction.
Result<void> signAfter(Database &database, const RevocationList &taken);
/// The certificates that this register's records end, by number.
Result<QList<EndedCertificate>> endedHere(Database &database);

} // namespace markaz::server
