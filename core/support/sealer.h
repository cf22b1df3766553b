// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <QString>

namespace markaz {

/// Seals the personal columns of a database. The storage room knows only this face of it; core/security holds the
/// cipher, and the program hands it in.
class Sealer
{
public:
    virtual ~Sealer() = default;
    /// \p place is "table|row|column": what is sealed for one place opens in no other.
    virtual QByteArray seal(const QByteArray &plain, const QString &place) const = 0;
    /// Tampered when the bytes were altered, moved to another place or sealed under another key.
    virtual Result<QByteArray> open(const QByteArray &sealed, const QString &place) const = 0;
};

} // namespace markaz
