// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <QString>

namespace markaz {

/// Base45 (RFC 9285): two bytes become three of the 45 characters that a QR code packs tightly.
QString toBase45(const QByteArray &bytes);
/// Malformed for any other character, a length that no encoding has, or a group above its bytes' range.
Result<QByteArray> fromBase45(const QString &text);

} // namespace markaz
