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

/// Whose server \p url leads to, in one spelling: "https://markaz.example". Ports and paths of a host are one place, as
/// they are for cookies (RFC 6265, 8.5): its certificate is the same for all, and a server that changes its port ends
/// no session.
QString serverPlace(const QUrl &url);

} // namespace markaz
