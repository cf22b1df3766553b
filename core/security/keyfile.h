// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <QString>

namespace markaz {

/// Writes a file that holds a secret: mode 0600, complete or not there at all, on the disk when it returns. Exists when
/// there is a file of that name already, whoever made it and when: secrets are never overwritten.
Result<void> writeNewKeyFile(const QString &path, const QByteArray &content);

/// Puts \p content in the place of the file at \p path: written beside it (mode 0600), on the disk, then renamed in one
/// step, so that a kill at any moment leaves the old file or the new one. What killed ones left goes first.
Result<void> replaceKeyFile(const QString &path, const QByteArray &content);
/// The same, and the bytes of the old file are overwritten where they lay.
Result<void> replaceAndErase(const QString &path, const QByteArray &content);

/// Reads at most \p maxBytes; NotFound, TooLarge or StorageFailed. A file that others may read is closed to them first.
Result<QByteArray> readKeyFile(const QString &path, qint64 maxBytes);

} // namespace markaz
