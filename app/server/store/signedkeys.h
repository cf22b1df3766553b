// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"
#include "core/security/issuerkeys.h"

namespace markaz::server {

/// `where` of the Error (Tampered) when the database's set of keys is not to be believed.
inline const QString kUntrustedKeys = QStringLiteral("issuer_keys");

/// `where` of the Error (Tampered) when DATA/trusted-keys.json cannot be read as one.
inline const QString kDamagedPin = QStringLiteral("trusted_keys");

/// DATA/trusted-keys.json: the newest set that this folder has seen, and so its root.
/// 2026-11-29: the set stands in the database for every server of the store. Whoever writes to that, and to nothing
/// else, could put a set of another root before the public page and new laptops, or an older one in which a stolen key
/// is good. So each folder keeps what it saw, believes only what follows it, and refuses to start on anything else.
QString pinPathIn(const QString &folder);
/// Nothing before the first start; Tampered (`where` kDamagedPin) for a file that was altered.
Result<std::optional<IssuerKeys>> pinnedKeys(const QString &folder);

/// The set of issuer keys that the root key signed, as the store keeps and GET /public/keys serves it: verified, and
/// following the pin of the data folder, which moves on with it. Nothing before the first start. Tampered with `where`
/// = kUntrustedKeys for anything else, and a line of the log once for each such set; "keys take" puts the pin's back.
Result<std::optional<IssuerKeys>> signedKeys(Store &store);
/// What stands in the database; verified, but not compared with the pin.
Result<std::optional<IssuerKeys>> storedKeys(Database &database);

/// Keeps \p told in the place of the present set, which is read again under the writers' lock; where the database's is
/// not to be believed, and \p over is given, in the place of the pin's, or of \p over where there is none. With an
/// entry of the audit (`sign_keys`) and each public half in the store; mayFollow()'s errors. A transaction of its own.
Result<void> acceptKeys(Store &store, const IssuerKeys &told, const Clock &clock,
                        const std::optional<IssuerKeys> &over = {});

/// The present set, one number on, for whoever changes it and has the root sign it. NotFound before the first start.
Result<IssuerKeys> nextKeys(Store &store, const Clock &clock);

/// FOLDER/root-key.json. It need not stay there: kept elsewhere, it is named with --root when it has to sign.
QString rootPathIn(const QString &folder);

/// At a start. A new store, or one from before there were roots, gets a root key in its folder and a set of every key
/// that it has; a key that this folder's own root has not signed yet is added. False when the root lies elsewhere and
/// has not signed \p own: it signs no certificate until "markaz-server keys certify" was run there.
Result<bool> certifyAtStart(Store &store, const SigningKey &own, const Clock &clock);

/// Whether the set that stands lets \p key sign a certificate at \p now.
Result<bool> maySign(Store &store, const SigningKey &key, const QDateTime &now);

/// Signs with \p own what \p keyId had signed and holds no more, because that key was revoked, or because it was
/// retired as of a day that was over: the certificates that are in force and, of a revoked key, the orders to give up a
/// laptop; each with an entry of the audit (`sign_anew`). Returns how many certificates. NotTrusted when there is
/// something and \p own may not sign: that would be worth as little. A transaction of its own.
Result<int> signAnew(Store &store, const SigningKey &own, const QString &keyId, const Clock &clock);

} // namespace markaz::server
