// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>

#include <memory>

namespace markaz {

/// 32 secret bytes in memory that is guarded, locked where the system allows it, and wiped when the key goes. Moves,
/// never copies.
class SecretKey
{
public:
    static constexpr int kSize = 32;

    static SecretKey random();
    /// InvalidValue unless there are 32 bytes. The caller's copy stays the caller's to wipe.
    static Result<SecretKey> fromBytes(const QByteArray &bytes);

    const unsigned char *data() const { return m_bytes.get(); }
    /// A key for one purpose derived from this one (BLAKE2b, crypto_kdf): other \p number, other key.
    SecretKey derived(quint64 number) const;

private:
    struct Free
    {
        void operator()(unsigned char *bytes) const;
    };
    SecretKey();
    std::unique_ptr<unsigned char, Free> m_bytes;
};

/// Reads the data key from \p path, or makes one there (mode 0600) when there is no file. Of two processes that start
/// at once, one makes the key and both get it; an existing file is never overwritten. Malformed when the file is no key
/// file; StorageFailed when it cannot be read or written. `where` is the path.
Result<SecretKey> loadOrCreateKey(const QString &path);

} // namespace markaz
