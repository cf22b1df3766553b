// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace markaz::desktop {

/// What `markaz report` ends with; the numbers are in its --help and never change. Where `markaz sync` says the same,
/// they are its numbers.
enum class ReportExit {
    Written = 0,
    Failed = 1,     ///< the profile or its records cannot be opened, Markaz has it open, or FILE cannot be written
    Usage = 2,      ///< wrong options, or a month of which there is no report
    NotAllowed = 3, ///< the account's role sees no figures
    SyncFirst = 4,  ///< nobody signed in here yet, or too long ago to show anything
    Locked = 9,     ///< no passphrase of this laptop, or a wrong one
    Revoked = 10,   ///< the server ordered this laptop to be given up
};

/// `markaz report --month YYYY-MM --out FILE`, from its own arguments to its exit status.
int runReport(int argc, char *argv[]);

} // namespace markaz::desktop
