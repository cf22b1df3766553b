// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>

namespace markaz {

/// Inflates a zlib stream (RFC 1950) to at most \p maxBytes and refuses what inflateZlib lets pass: bits in the padding
/// of the last block, so that a code with one bit altered there is no second spelling of the same certificate.
Result<QByteArray> inflateStrict(const QByteArray &packed, qsizetype maxBytes);

} // namespace markaz
