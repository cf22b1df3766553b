// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/secretkey.h"
#include "core/support/sealer.h"

namespace markaz {

/// Seals single values with XChaCha20-Poly1305: version byte 1 | random nonce (24) | cipher text and tag (plain + 16).
/// The version and the place are authenticated with it.
class ColumnSealer final : public Sealer
{
public:
    /// From the data key; sealing uses a key derived from it.
    explicit ColumnSealer(const SecretKey &dataKey);

    QByteArray seal(const QByteArray &plain, const QString &place) const override;
    Result<QByteArray> open(const QByteArray &sealed, const QString &place) const override;

private:
    SecretKey m_sealing;
};

} // namespace markaz
