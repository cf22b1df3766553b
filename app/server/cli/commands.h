// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace markaz::server {

/// Runs `markaz-server ARGUMENTS`: 0 = done, 1 = it could not be done (and why, on stderr), 2 = the command line is
/// wrong.
int runCommandLine(const QStringList &arguments);

} // namespace markaz::server
