// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/certificatecheck.h"

namespace markaz::desktop {

/// What `markaz verify` ends with; the numbers are in its --help and never change.
enum class VerifyExit {
    Valid = 0,
    Failed = 1, ///< nothing could be said: no keys, a file that cannot be read
    Usage = 2,
    Suspended = 3,
    Revoked = 4,
    Expired = 5,    ///< or not begun
    Unknown = 6,    ///< signed with a key that nobody here knows
    Tampered = 7,   ///< or unreadable, or signed with a key that was revoked
    Superseded = 8, ///< renewed by another certificate
    Sample = 9,     ///< made from sample data, no certificate
};
VerifyExit exitOf(CodeVerdict verdict);

/// `markaz verify [options] FILE|CODE`, from its own arguments to its exit status.
int runVerify(int argc, char *argv[]);

} // namespace markaz::desktop
