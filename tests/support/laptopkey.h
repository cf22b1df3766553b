// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/wrappedkey.h"

namespace markaz::test {

/// The data key of a test's laptop: made at the first call, wrapped at the least cost there is.
inline Result<SecretKey> laptopKey(const QString &path)
{
    const QString passphrase = QStringLiteral("a sample passphrase");
    auto key = openWrappedKey(path, passphrase);
    if (!key && key.error().code == ErrorCode::NotFound)
        key = createWrappedKey(path, passphrase, {1, 8 * 1024});
    if (!key)
        return key.error();
    return std::move(key->data);
}

} // namespace markaz::test
