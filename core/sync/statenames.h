// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Names of the values that sync keeps in SyncStateRepository.
namespace markaz::state {

inline const QString kCursor = QStringLiteral("cursor");
inline const QString kHistory = QStringLiteral("history");
inline const QString kScopeVersion = QStringLiteral("scope_version");
inline const QString kInstance = QStringLiteral("instance");
inline const QString kDeviceId = QStringLiteral("device_id");
inline const QString kDeviceName = QStringLiteral("device_name");
inline const QString kAccount = QStringLiteral("account"); ///< whose records and changes this profile holds
inline const QString kLastContact = QStringLiteral("last_contact");
/// The server's own time (its Date) at the last contact; core/workflow/contact.h counts from it.
inline const QString kServerTime = QStringLiteral("server_time");
inline const QString kRefreshToken = QStringLiteral("token_refresh"); ///< empty = signed out
/// The server that the session is of, see serverPlace(): its tokens go to no other. Empty = begun before this was kept.
inline const QString kSessionServer = QStringLiteral("server_url");
/// "1" while everything is pulled anew: what the feed does not name by its end leaves the cache. It outlives the
/// program, so that a pull that was broken off begins again instead of sweeping by half a list.
inline const QString kPullAnew = QStringLiteral("pull_anew");
/// "1" while the feed has more than the pages that were taken: what is here is of no one moment of the server's.
inline const QString kPullMore = QStringLiteral("pull_more");
inline const QString kDigestMisses = QStringLiteral("digest_misses");
inline const QString kDigestPulledAt = QStringLiteral("digest_pulled_at");
/// What GET /public/keys gives: the set that the root signed (TrustData); an id keeps its key for ever.
inline const QString kIssuerKeys = QStringLiteral("issuer_keys");
inline const QString kRevocationList = QStringLiteral("revocation_list"); ///< as GET /public/revocations gives it
inline const QString kTrustAskedAt = QStringLiteral("trust_asked_at");    ///< when both were asked for
inline const QString kRevocation = QStringLiteral("revocation");          ///< JSON: the order that this laptop obeys
/// The id of an order of which the server says that this laptop has obeyed it: nothing is handed in under it any more.
inline const QString kObeyed = QStringLiteral("revocation_obeyed");
inline const QString kWitnesses = QStringLiteral("witnesses"); ///< JSON, see Witnesses

} // namespace markaz::state
