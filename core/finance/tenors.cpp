// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/tenors.h"

#include "core/finance/levers.h"

namespace markaz {

Result<QList<TenorPoint>> overTenors(const Scenario &scenario, const QList<int> &tenors, bool bands,
                                     const std::function<bool()> &goesOn)
{
    QList<TenorPoint> points;
    points.reserve(tenors.size());
    for (const int tenor : tenors) {
        if (goesOn && !goesOn())
            break;
        auto run = ScenarioRun::open(withTenor(scenario, tenor));
        if (!run)
            return run.error();
        TenorPoint point{tenor, run->result().tiers, {}};
        if (bands && scenario.uncertainty) {
            const auto tried = tryOut(*run);
            if (!tried)
                return tried.error();
            point.bands = tried->tiers;
        }
        points.append(point);
    }
    return points;
}

} // namespace markaz
