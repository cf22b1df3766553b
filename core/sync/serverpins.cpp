// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/serverpins.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslKey>

namespace markaz {

Result<ServerPins> ServerPins::of(const QStringList &pins)
{
    const auto refuse = [](const QString &why) {
        return makeError(ErrorCode::InvalidValue, why, QStringLiteral("pin"));
    };
    if (pins.size() > kMost)
        return refuse(QStringLiteral("%1 pins: there is one, and a spare").arg(pins.size()));
    ServerPins read;
    for (const QString &pin : pins) {
        const QLatin1String kind("sha256//");
        const auto hash =
            QByteArray::fromBase64Encoding(pin.mid(kind.size()).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!pin.startsWith(kind) || !hash ||
            hash.decoded.size() != QCryptographicHash::hashLength(QCryptographicHash::Sha256))
            return refuse(QStringLiteral("\"%1\" is no sha256// with 44 characters of Base64").arg(pin));
        read.m_hashes.append(hash.decoded);
    }
    return read;
}

bool ServerPins::allow(const QSslCertificate &certificate) const
{
    if (isEmpty())
        return true;
    // Of a kind of key that Qt does not know this is empty, and no pin fits that.
    const QByteArray key = certificate.publicKey().toDer();
    return !key.isEmpty() && m_hashes.contains(QCryptographicHash::hash(key, QCryptographicHash::Sha256));
}

} // namespace markaz
