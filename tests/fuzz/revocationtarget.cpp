// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/messages.h"
#include "core/security/revocation.h"
#include "tests/fuzz/targets.h"

#include <QJsonDocument>

namespace markaz::fuzz {

using namespace markaz::protocol;

/// The refusal that orders a laptop to be given up, with the tokens that come along, and the keys that such an order is
/// held against; a file may be either, or both at once.
void revocation(const QByteArray &bytes)
{
    const auto json = parseBody(bytes);
    if (!json)
        return;
    const auto keys = KeySet::fromJson(*json);
    if (keys) {
        const auto again = KeySet::fromJson(keys->toJson());
        must(again.ok() && again->keys() == keys->keys(), "keys come back as they were written");
        for (const PublicKey &key : keys->keys())
            must(keys->find(key.keyId) != nullptr && *keys->find(key.keyId) == key, "one id has one key");
    }
    const auto problem = decode<Problem>(*json);
    if (!problem)
        return;
    if (const auto session = decode<SessionReply>(problem->more.value(QStringLiteral("session")).toObject()))
        must(decode<SessionReply>(encode(*session)).ok(), "tokens come back");
    const auto order = decode<DeviceRevocation>(problem->more.value(QStringLiteral("revocation")).toObject());
    if (!order)
        return;
    const auto again = decode<DeviceRevocation>(encode(*order));
    must(again.ok() && *again == *order, "an order comes back as it was written");
    if (!keys || !verifyRevocation(*keys, *order))
        return;
    DeviceRevocation other = *order;
    std::swap(other.account, other.device);
    must(other == *order || !verifyRevocation(*keys, other).ok(), "an order that holds is for one laptop alone");
}

} // namespace markaz::fuzz
