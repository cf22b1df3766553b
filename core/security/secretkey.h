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

} // namespace markaz
