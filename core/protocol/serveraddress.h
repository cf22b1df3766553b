// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QUrl>

namespace markaz {

/// Whether \p host, as QUrl spells it, is this computer itself: "localhost" or a loopback address.
bool isLoopback(const QString &host);

/// What a server's address may be: https with a host, or http to this computer itself (a loopback address or
/// "localhost"), without user name, query or fragment. InvalidValue with `where` = "server".
Result<void> checkServerUrl(const QUrl &url);

/// The server that \p url leads to in one spelling: scheme, host, port and path, with the usual port written out and no
/// slash at the end.
QString serverPlace(const QUrl &url);

} // namespace markaz
