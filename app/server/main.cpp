// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/commands.h"
#include "resources/resources.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    markaz::initResources();
    QCoreApplication::setApplicationName(QStringLiteral("markaz-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MARKAZ_VERSION));
    return markaz::server::runCommandLine(QCoreApplication::arguments().mid(1));
}
