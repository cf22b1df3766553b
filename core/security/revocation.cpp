// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/revocation.h"

#include "core/domain/recordspec.h"
#include "core/support/clock.h"

namespace markaz {

Result<QByteArray> revocationText(const DeviceRevocation &revocation)
{
    for (const auto &[name, id] : {std::pair{"account", &revocation.account}, std::pair{"device", &revocation.device},
                                   std::pair{"id", &revocation.id}}) {
        if (!isRecordId(*id))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("not an id"), QLatin1String(name));
    }
    const auto at = fromIso(revocation.at);
    if (!at || toIso(*at) != revocation.at) // one spelling, or one order had several texts
        return makeError(ErrorCode::InvalidValue, QStringLiteral("not an instant"), QStringLiteral("at"));
    return QStringLiteral("markaz-device-revocation-1\naccount=%1\nat=%2\ndevice=%3\nid=%4\n")
        .arg(revocation.account, revocation.at, revocation.device, revocation.id)
        .toLatin1();
}

Result<DeviceRevocation> signRevocation(const SigningKey &key, DeviceRevocation revocation)
{
    const auto text = revocationText(revocation);
    if (!text)
        return text.error();
    revocation.keyId = key.keyId();
    revocation.signature = key.sign(*text);
    return revocation;
}

Result<void> verifyRevocation(const KeySet &keys, const DeviceRevocation &revocation)
{
    const auto text = revocationText(revocation);
    if (!text)
        return text.error();
    const PublicKey *key = keys.find(revocation.keyId);
    if (key == nullptr)
        return makeError(ErrorCode::NotFound, QStringLiteral("signed with a key that is not known here"),
                         revocation.keyId);
    return verifySignature(*key, *text, revocation.signature);
}

} // namespace markaz
