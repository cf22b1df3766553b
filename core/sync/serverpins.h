// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

class QSslCertificate;

namespace markaz {

/// The keys that a profile expects of its server, beyond what its certificate has to prove anyway: the one in use and,
/// so that it can be changed without visiting every laptop, a spare. A pin is "sha256//" with the Base64 of the SHA-256
/// of the public key (SubjectPublicKeyInfo), as curl writes it. Without any pin every proven certificate will do.
class ServerPins
{
public:
    static constexpr qsizetype kMost = 2;

    ServerPins() = default;
    /// InvalidValue with `where` = "pin" for one that is none, or for more than kMost.
    static Result<ServerPins> of(const QStringList &pins);

    bool isEmpty() const { return m_hashes.isEmpty(); }
    bool allow(const QSslCertificate &certificate) const;

private:
    QList<QByteArray> m_hashes;
};

} // namespace markaz
