// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/revocationlist.h"
#include "core/storage/syncstaterepository.h"

#include <optional>

namespace markaz {

/// What a laptop believes of certificates when it is alone: the issuer keys that the root signed, and the newest list
/// of what was revoked. Both are public, and stand in clear in sync_state. Each is taken only over one that is older.
///
/// 2026-11-29: the first root that a laptop hears of is believed, as it comes over the connection that the sign-in
/// trusts; from then on only one that the known root has handed over to. Unsigned keys, as servers told them before
/// this day, are not taken any more: a server is brought up to date before its laptops.
class TrustData
{
public:
    explicit TrustData(SyncStateRepository &state)
        : m_state(state)
    {
    }

    /// Nothing while none were told, or only unsigned ones.
    Result<std::optional<IssuerKeys>> keys() const;
    Result<std::optional<RevocationList>> revocations() const;
    /// What "markaz-server keys take" reads: {"keys": {...}, "revocations": {...}}, each as a server gave it. NotFound
    /// without keys.
    Result<QByteArray> exported() const;
    /// Takes an answer of GET /public/keys. The errors of mayFollow(IssuerKeys), Malformed for what is unsigned; Exists
    /// (`where` the id) when a key that was known before there were roots comes with other bytes.
    Result<void> learnKeys(const QByteArray &body);
    /// Takes an answer of GET /public/revocations: verifyRevocations' and mayFollow's errors; NotFound without keys. A
    /// list whose key was revoked since makes way for any that holds.
    Result<void> learnRevocations(const QByteArray &body);
    /// Whether they were asked for so long ago that they are to be asked for again (syncpolicy::kTrustEvery).
    Result<bool> isDue(const QDateTime &now) const;
    Result<void> noteAsked(const QDateTime &now);

private:
    SyncStateRepository &m_state;
};

} // namespace markaz
