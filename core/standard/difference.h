// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

namespace markaz {

/// An item that both versions have and say differently.
struct ItemDifference
{
    QString code;
    /// Members of the item that differ, as the file calls them: "weight", "credit". Never empty, sorted.
    QStringList members;
};

/// What became of one version of the standard in another.
struct StandardDifference
{
    QStringList added;             ///< codes, in the order of the newer
    QStringList dropped;           ///< codes, in the order of the older
    QList<ItemDifference> changed; ///< in the order of the newer
    bool marks = false;            ///< pass marks, floors or the provisional margin of a tier
    bool isEmpty() const { return added.isEmpty() && dropped.isEmpty() && changed.isEmpty() && !marks; }
};

StandardDifference differenceBetween(const Standard &older, const Standard &newer);

} // namespace markaz
