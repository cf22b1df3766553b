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
/// Keeps \p list, which was verified, in its place: it is given until one is signed again, which is at the next request
/// of a server that may. In an open transaction.
Result<void> keepRevocations(Database &database, const RevocationList &list);
/// The certificates that this register's records end, by number.
Result<QList<EndedCertificate>> endedHere(Database &database);

} // namespace markaz::server
