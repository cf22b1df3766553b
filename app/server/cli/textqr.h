// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace markaz::server {

/// The QR code of \p text in half blocks, two rows of modules a line, with its quiet zone; light on dark, as a terminal
/// is, so that the blocks are the light modules. Empty when the text fits in none.
QString textQr(const QString &text);

} // namespace markaz::server
