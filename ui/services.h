// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/domain/city.h"
#include "core/domain/records.h"
#include "core/finance/policy.h"
#include "core/standard/catalogue.h"
#include "core/sync/administration.h"
#include "core/sync/syncstatus.h"
#include "core/workflow/changes.h"
#include "core/workflow/contact.h"

#include <QJsonObject>

namespace markaz::ui {

class AttachQueue;
class Camera;
class PositionReceiver;

/// What the pages work with, for one signed-in account. Built by app/desktop, which outlives every page.
struct Services
{
    Workspace &workspace;
    AttachQueue &attaching; ///< of files; of the session, like the workspace
    const Gazetteer &gazetteer;
    const StandardCatalogue &standards; ///< the versions of the standard that are known here
    const ProgrammePolicy &policy;      ///< in force
    QJsonObject programme;              ///< its figures, as scoring takes them
    SyncStatus &sync;
    Actor actor;
    bool sampleData = false;                  ///< the whole profile holds sample data
    Administration *administration = nullptr; ///< where there is no way to the server, there are no pages that need it
    /// Unless it is Open, only own drafts and their buildings are shown.
    Reading reading = Reading::Open;
    Camera *camera = nullptr;             ///< where the program was built without, photos come as files
    PositionReceiver *receiver = nullptr; ///< where the program was built without, positions are typed
};

/// The version of the standard that \p inspection was made with. Where it is not known here the newest stands in for
/// its words; what goes by its marks is refused by the use cases (markaz::standardOf).
inline const Standard &versionOf(const Services &services, const Inspection &inspection)
{
    const Standard *known = services.standards.find(inspection.standardHash());
    return known == nullptr ? services.standards.newest() : *known;
}

} // namespace markaz::ui
