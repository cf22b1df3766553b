// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>

namespace markaz {

/// The gzip container (RFC 1952), as HTTP's Content-Encoding: gzip means it.
QByteArray gzip(const QByteArray &plain);
/// Inflates \p packed to at most \p maxBytes and at most \p maxRatio times its own size: TooLarge beyond, Malformed
/// when the bytes are no complete gzip stream or something follows it.
Result<QByteArray> gunzip(const QByteArray &packed, qsizetype maxBytes, int maxRatio = 50);

/// The zlib container (RFC 1950), with the same bounds.
QByteArray deflateZlib(const QByteArray &plain);
Result<QByteArray> inflateZlib(const QByteArray &packed, qsizetype maxBytes, int maxRatio = 50);

} // namespace markaz
