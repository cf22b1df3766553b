// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace markaz {

/// A new opaque token: 32 random bytes in base64url without padding (43 characters).
QString randomToken();
/// A new one-time code in the form that readEnrolmentCode() gives.
QString randomEnrolmentCode();
/// What is stored of a token or a code: SHA-256 of its text, 32 bytes. Both are random, so a fast hash is enough.
QByteArray tokenHash(const QString &token);

} // namespace markaz
