// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "core/scoring/score.h"
#include "core/workflow/changes.h"

#include <QHash>

namespace markaz {

/// What the standard asks to be shown of an item and what is not attached to it.
struct AskedEvidence
{
    int photos = 0;        ///< how many are not there
    bool document = false; ///< asked for, and none is there
    friend bool operator==(const AskedEvidence &, const AskedEvidence &) = default;
};

/// What is asked for and not there, by item: of those that earn something by an answer which \p inspection gave itself.
/// What fails, does not apply or was not inspected has nothing to show; what a follow-up carried over was shown at the
/// earlier visit, and a revision's returned visits count with their files. A marked copy is no other photo. A document
/// may be photographed: a photo beyond those that are asked for is one. 2026-11-29: it stands in nobody's way, neither
/// of submitting nor of a certificate. An inspector in a dark cellar, or whose owner forbids photos, must not be locked
/// out; why a photo is missing is said in the item's note, and the officer, who is shown what is missing, may return
/// the inspection for it.
Result<QHash<QString, AskedEvidence>> missingEvidence(const Workspace &workspace, const Standard &standard,
                                                      const Inspection &inspection, const ScoreResult &result);

} // namespace markaz
