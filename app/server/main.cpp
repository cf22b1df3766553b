// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/commands.h"
#include "resources/resources.h"

#include <QCoreApplication>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace {

/// A dump of the server would hold the issuer's key and the records that it had at hand, beside whatever DATA's mode
/// says. The unit says so too (LimitCORE=0); this is for a server that is started by hand.
void refuseCoreDumps()
{
#ifdef Q_OS_LINUX
    const rlimit none{0, 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0)
        qWarning("core dumps could not be switched off");
#endif
}

} // namespace

int main(int argc, char *argv[])
{
    refuseCoreDumps();
    const QCoreApplication application(argc, argv);
    markaz::initResources();
    QCoreApplication::setApplicationName(QStringLiteral("markaz-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MARKAZ_VERSION));
    return markaz::server::runCommandLine(QCoreApplication::arguments().mid(1));
}
