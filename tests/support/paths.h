// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace markaz::test {

/// Absolute path of a file of the source tree: sourcePath("resources/reference/cities.csv").
QString sourcePath(const QString &relative);
/// Absolute path of a file of the build folder.
QString buildPath(const QString &relative);
/// The programs as built; MARKAZ_SERVER_PROGRAM and MARKAZ_DESKTOP_PROGRAM in the environment name others.
QString serverProgram();
QString desktopProgram();

} // namespace markaz::test
