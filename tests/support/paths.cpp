// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/paths.h"

namespace markaz::test {

QString sourcePath(const QString &relative)
{
    return QStringLiteral(MARKAZ_SOURCE_DIR "/") + relative;
}

QString buildPath(const QString &relative)
{
    return QStringLiteral(MARKAZ_BINARY_DIR "/") + relative;
}

QString serverProgram()
{
    return qEnvironmentVariable("MARKAZ_SERVER_PROGRAM", buildPath(QStringLiteral("app/server/markaz-server")));
}

QString desktopProgram()
{
    return qEnvironmentVariable("MARKAZ_DESKTOP_PROGRAM", buildPath(QStringLiteral("app/desktop/markaz")));
}

} // namespace markaz::test
