// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace markaz::server {

/// Runs one of the system's programs to its end and hands back what it printed. NotFound when it is not installed,
/// StorageFailed with its own words when it fails.
Result<QByteArray> runTool(const QString &program, const QStringList &arguments,
                           const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

/// What pg_dump and pg_restore need to reach the database of \p url. By the environment, because a command line with a
/// password in it is for everybody on the computer to read.
Result<QProcessEnvironment> postgresEnvironment(const QString &url);

} // namespace markaz::server
