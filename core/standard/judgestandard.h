// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

#include <QJsonObject>

namespace markaz {

/// A standard, or everything that is wrong with it.
struct StandardJudgement
{
    std::optional<Standard> standard;
    QJsonObject json;
    QList<Error>
        faults; ///< `where`: the JSON path; at most 200. What only the whole shows is judged when its parts are sound
    bool more = false; ///< there are more faults than those
};

/// readStandard for whoever wrote the file and mends it: all faults in place of the first.
StandardJudgement judgeStandard(const QByteArray &json);
StandardJudgement judgeStandard(const QJsonObject &json);

} // namespace markaz
