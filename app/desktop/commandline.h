// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace markaz::desktop {

/// The whole program: reads the command line, runs the window or the tour. Returns the exit status: 0, 1 = failed,
/// 2 = wrong usage.
int runDesktop(int argc, char *argv[]);

} // namespace markaz::desktop
