// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/revocationlist.h"
#include "core/storage/database.h"
#include "core/support/clock.h"

namespace markaz::server {

/// The list of the certificates that are suspended, revoked or superseded, as it stands now, signed with \p key. One
/// that was signed before is given as long as no certificate has changed and it is less than an hour old. A key that
/// may not sign (signedkeys.h) makes none: what another server of the store signed is given, however old it is;
/// NotFound where there is none.
Result<RevocationList> currentRevocations(Database &database, const SigningKey &key, const Clock &clock);

} // namespace markaz::server
