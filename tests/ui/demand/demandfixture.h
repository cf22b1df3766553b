// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/workflow/demandrecords.h"
#include "tests/ui/support/deskfixture.h"
#include "ui/pages/demand/demandpage.h"

namespace markaz::ui::test {

/// Sample freelancers of eight cities, centres in some of them, and idle buildings. It is 2026-11-24; the officer sees
/// all provinces.
class DemandFixture : public markaz::test::DemandRecords<DeskFixture>
{
protected:
    Actor chief() const { return ofAll(m_chief); }

    void world()
    {
        demand({{id("LHE"), 158'000},
                {id("KHI"), 290'000},
                {id("FSD"), 62'000},
                {id("RWP"), 43'000},
                {id("HYD"), 34'000},
                {id("QTA"), 18'000},
                {id("PEW"), 30'000},
                {id("MUL"), 36'000}},
               "2026-11-20T09:00:00.000Z", "Sample data: 25 of every 1,000 inhabitants");
        certified("LHE", 1, 1'200);
        certified("KHI", 1, 900);
        certified("FSD", 1, 400);
        certified("RWP", 1, 310);
        certified("HYD", 1, 60);
        certified("QTA", 1, 40);
        certified("PEW", 1, 90);
        named("HYD", 2, 120, "Sample Market Tower hall", "eligible");
        named("HYD", 3, 90, "Sample Latifabad plaza", "provisional");
        named("HYD", 4, 150, "Sample Qasimabad mill", nullptr);
        named("QTA", 2, 80, "Sample Jinnah Road hall", "eligible");
        loan(named("PEW", 2, 110, "Sample Saddar hall", "eligible"));
        named("MUL", 1, 140, "Sample Cantonment hall", nullptr);
        named("KHI", 2, 200, "Sample Clifton mill", "eligible");
        named("KHI", 3, 160, "Sample Orangi plaza", nullptr);
        building("LHE", 2, {{QStringLiteral("name"), QStringLiteral("Sample Mall Road hall")}});
        building("KHI", 4, {{QStringLiteral("condition"), QStringLiteral("dangerous")}});
    }
    QString named(const char *prefix, int number, int seats, const char *name, const char *verdict)
    {
        QString home = building(prefix, number,
                                {{QStringLiteral("name"), QLatin1String(name)},
                                 {QStringLiteral("planned_seats"), seats}});
        if (verdict != nullptr)
            visited(home, "accepted", verdict, "2026-10-01");
        return home;
    }
};

} // namespace markaz::ui::test
