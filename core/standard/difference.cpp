// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/difference.h"

namespace markaz {

StandardDifference differenceBetween(const Standard &older, const Standard &newer)
{
    StandardDifference difference;
    for (const Item &item : newer.items()) {
        const Item *before = older.item(item.code);
        if (before == nullptr) {
            difference.added.append(item.code);
            continue;
        }
        QStringList names = before->source.keys() + item.source.keys();
        names.sort();
        names.removeDuplicates();
        ItemDifference changed{item.code, {}};
        for (const QString &name : std::as_const(names)) {
            if (before->source.value(name) != item.source.value(name))
                changed.members.append(name);
        }
        if (!changed.members.isEmpty())
            difference.changed.append(changed);
    }
    for (const Item &item : older.items()) {
        if (newer.item(item.code) == nullptr)
            difference.dropped.append(item.code);
    }
    for (int tier = 1; tier <= 3; ++tier)
        difference.marks = difference.marks || !(older.tier(tier) == newer.tier(tier));
    return difference;
}

} // namespace markaz
