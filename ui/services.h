// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/domain/city.h"
#include "core/finance/policy.h"
#include "core/standard/standard.h"
#include "core/sync/administration.h"
#include "core/sync/syncstatus.h"
#include "core/workflow/changes.h"
#include "core/workflow/contact.h"

#include <QJsonObject>

namespace markaz::ui {

class Camera;
class PositionReceiver;

/// What the pages work with, for one signed-in account. Built by app/desktop, which outlives every page.
struct Services
{
    Workspace &workspace;
    const Gazetteer &gazetteer;
    const Standard &standard;
    const ProgrammePolicy &policy; ///< in force
    QJsonObject programme;         ///< its figures, as scoring takes them
    SyncStatus &sync;
    Actor actor;
    bool sampleData = false;                  ///< the whole profile holds sample data
    Administration *administration = nullptr; ///< where there is no way to the server, there are no pages that need it
    /// Unless it is Open, only own drafts and their buildings are shown.
    Reading reading = Reading::Open;
    Camera *camera = nullptr;             ///< where the program was built without, photos come as files
    PositionReceiver *receiver = nullptr; ///< where the program was built without, positions are typed
};

} // namespace markaz::ui
