// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/clock.h"

#include <QString>

class QApplication;

namespace markaz::desktop {

struct TourOptions
{
    QString folder; ///< emptied first; gets NN-name.png, certificate.pdf, verify.html, summary.json, profile/ and
                    ///< server_data/, which stay for inspection
    QString serverProgram; ///< empty: markaz-server beside this program or in its build folder
};

/// Does the main job in the real program against a real server: registers a building, inspects it offline, syncs,
/// reviews, certifies, counts. Returns 0, or 1 when a step did not do what it says; stderr then names the step and a
/// picture shows where it stood.
int runTour(QApplication &app, const TourOptions &options, const Clock &clock);

} // namespace markaz::desktop
