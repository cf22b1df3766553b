// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace markaz {

/// The server's word that one laptop is to hand in what one account entered on it, and then to destroy that account's
/// data key. Signed and checked by core/security/revocation.h.
struct DeviceRevocation
{
    QString id;           ///< UUID; what the laptop acknowledges
    QString device;       ///< UUID
    QString account;      ///< UUID
    QString at;           ///< toIso()
    QString keyId;        ///< of the issuer key that signed it
    QByteArray signature; ///< Ed25519, 64 bytes
    friend bool operator==(const DeviceRevocation &, const DeviceRevocation &) = default;
};

} // namespace markaz
