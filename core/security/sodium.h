// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sodium.h>

#include <QtGlobal>

namespace markaz {

/// libsodium must be initialised before its first use, from any thread and as often as one likes. Without a source of
/// randomness nothing here may go on.
inline void needSodium()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        qFatal("libsodium could not be initialised");
}

} // namespace markaz
