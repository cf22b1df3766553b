// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/issuerkeys.h"
#include "core/storage/database.h"
#include "core/support/clock.h"

namespace markaz::server {

/// The set of issuer keys that the root key signed, as the store keeps and GET /public/keys serves it. Nothing before
/// the first start.
Result<std::optional<IssuerKeys>> signedKeys(Database &database);

/// Keeps \p told in the place of the present set, with an entry of the audit (`sign_keys`); mayFollow()'s errors. A
/// transaction of its own.
Result<void> acceptKeys(Database &database, const IssuerKeys &told, const Clock &clock);

/// The present set, one number on, for whoever changes it and has the root sign it. NotFound before the first start.
Result<IssuerKeys> nextKeys(Database &database, const Clock &clock);

/// FOLDER/root-key.json. It need not stay there: kept elsewhere, it is named with --root when it has to sign.
QString rootPathIn(const QString &folder);

/// At a start. A new store, or one from before there were roots, gets a root key in \p folder and a set of every key
/// that it has; a key that this folder's own root has not signed yet is added. False when the root lies elsewhere and
/// has not signed \p own: it signs no certificate until "markaz-server keys certify" was run there.
Result<bool> certifyAtStart(Database &database, const QString &folder, const SigningKey &own, const Clock &clock);

/// Whether the set that stands lets \p key sign a certificate at \p now.
Result<bool> maySign(Database &database, const SigningKey &key, const QDateTime &now);

/// Signs with \p own what the revoked key \p keyId had signed: the certificates that are in force, each with an entry
/// of the audit (`sign_anew`), and the orders to give up a laptop. Returns how many certificates. NotTrusted when
/// there is something and \p own may not sign: that would be worth as little. A transaction of its own.
Result<int> signAnew(Database &database, const SigningKey &own, const QString &keyId, const Clock &clock);

} // namespace markaz::server
