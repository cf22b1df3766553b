// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/routescommand.h"

#include "app/server/api/routes.h"

namespace markaz::server {

QString RoutesCommand::examples() const
{
    return QStringLiteral(
        "  markaz-server routes\n\nEach line is a method and an address; {...} stands for one segment. "
        "/api/v1/openapi.yaml of a running\nserver says what they take and give.");
}

void RoutesCommand::declare(QCommandLineParser &) const {}

int RoutesCommand::run(const QCommandLineParser &)
{
    for (const Route &route : routes())
        say(QString::fromLatin1(route.method) + QLatin1Char(' ') + route.path);
    return kDone;
}

} // namespace markaz::server
