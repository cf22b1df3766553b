// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tour.h"

#include "app/desktop/tour/tourrun.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QTextStream>

namespace markaz::desktop {
namespace {

QString findServer(const QString &asked)
{
    if (!asked.isEmpty())
        return asked;
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &candidate :
         {here + QStringLiteral("/markaz-server"), here + QStringLiteral("/../server/markaz-server")}) {
        if (QFileInfo(candidate).isExecutable())
            return QFileInfo(candidate).canonicalFilePath();
    }
    return {};
}

} // namespace

int runTour(QApplication &app, const TourOptions &options, const Clock &clock)
{
    QTextStream err(stderr);
    TourOptions found = options;
    found.serverProgram = findServer(options.serverProgram);
    if (found.serverProgram.isEmpty()) {
        err << "markaz-server was not found. Name it with --server-program FILE.\n";
        return 1;
    }
    QDir folder(QDir(options.folder).absolutePath());
    found.folder = folder.path();
    // Only a folder that is empty or that an earlier tour made is emptied.
    const bool earlier = folder.exists(QStringLiteral("server_data")) || folder.exists(QStringLiteral("summary.json"));
    if (folder.exists() && !folder.isEmpty() && !earlier) {
        err << "The folder " << folder.path()
            << " holds other files. Nothing was changed. Name an empty or a new one.\n";
        return 1;
    }
    if ((folder.exists() && !folder.removeRecursively()) || !QDir().mkpath(folder.path())) {
        err << "The folder " << folder.path() << " cannot be emptied and made.\n";
        return 1;
    }
    TourRun run(app, found, clock);
    run.begin();
    return app.exec();
}

} // namespace markaz::desktop
