// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/position.h"
#include "core/workflow/importrow.h"

#include <QHash>

namespace markaz {

/// Finds the building that a new one may be once more: in the same city, the same name or address but for case, spaces
/// and punctuation, a name that is spelt a little otherwise, or a position within 25 m. 2026-11-28: stricter than what
/// the form shows while a building is typed (BuildingRepository::nearDuplicates), because each of some 100,000 rows is
/// compared with all others, and a row that is held back costs a person's look. 2026-11-29: "Textle Mills" beside
/// "Textile Mill" was good so far; now names are compared once more without what is spelt in more than one way.
class SimilarBuildings
{
public:
    /// How a person finds the other one: its code, or the line of the file that it stands in, or both.
    struct Called
    {
        QString code;
        int line = 0;
    };

    void add(const QJsonObject &building, const Called &called);
    /// What stands in the way of the row \p line; nothing when it looks like no other.
    std::optional<RowFault> like(const QJsonObject &building, int line) const;

private:
    struct Place
    {
        Position position;
        Called called;
    };
    QHash<QString, Called> m_byName;    ///< city|name
    QHash<QString, Called> m_bySound;   ///< city|what is left of the name; not of short ones
    QHash<QString, Called> m_byAddress; ///< city|address
    QHash<QString, QList<Place>> m_byCell;
};

} // namespace markaz
