// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/devicerevocation.h"
#include "core/security/signing.h"

namespace markaz {

/// What is signed: five lines, each ended by a line feed, in this order and no other:
///   markaz-device-revocation-1
///   account=UUID
///   at=2026-11-28T09:00:00.000Z
///   device=UUID
///   id=UUID
/// The first line keeps it apart from everything else that an issuer key signs: a certificate's COSE structure begins
/// with the byte 0x84. InvalidValue (`where` = the member) when one of them is not of its form.
Result<QByteArray> revocationText(const DeviceRevocation &revocation);

/// \p revocation with the key's id and its signature. InvalidValue as above.
Result<DeviceRevocation> signRevocation(const SigningKey &key, DeviceRevocation revocation);

/// Whether one of the server's keys signed exactly this. NotFound when the key is none of \p keys, Tampered when the
/// signature does not hold, InvalidValue as above. Whether it is meant for this laptop is for the caller to compare.
Result<void> verifyRevocation(const KeySet &keys, const DeviceRevocation &revocation);

} // namespace markaz
