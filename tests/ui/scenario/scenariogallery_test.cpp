// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios: plain, with their uncertainty, and two side by side, in light, dark and Urdu.
#include "tests/ui/scenario/scenariofixture.h"
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/gallery.h"

namespace markaz::ui {
namespace {

using namespace test;

class ScenarioGallery : public ScenarioFixture, public testing::WithParamInterface<Look>
{
};

TEST_P(ScenarioGallery, scenarios_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    m_chief.displayName = QStringLiteral("Sample Officer");
    const auto decided = [](ScenarioLevers &levers) {
        levers.igniteBp = 6'000;
        levers.floats = true;
        levers.rates = {Paisa::rupees(4'000), Paisa::rupees(3'500), Paisa::rupees(3'000)};
        levers.runningCost = Paisa::rupees(60'000);
        levers.budget = {{{2027}, Paisa::rupees(150'000'000), Paisa::rupees(100'000'000)},
                         {{2028}, Paisa::rupees(150'000'000), Paisa::rupees(80'000'000)}};
    };
    const QString full = saved("Full subsidy, 60 months (sample)", decided);
    const QString half = saved("Half, 72 months (sample)", [&](ScenarioLevers &levers) {
        decided(levers);
        levers.shareBp = 5'000;
        levers.tenorMonths = 72;
    });
    const QString ranges = saved("Ranges (sample)", [&](ScenarioLevers &levers) {
        decided(levers);
        levers.uncertainty = Uncertainty{200, 7, 1'000, 1'400, 5'000, 7'000};
    });
    open(m_chief);
    choose("openScenario", full);
    ASSERT_TRUE(answered());
    checkPicture(*m_window, QStringLiteral("scenario"), name);
    choose("openScenario", ranges);
    ASSERT_TRUE(answered());
    checkPicture(*m_window, QStringLiteral("scenario-bands"), name);
    choose("openScenario", full);
    choose("compareScenario", half);
    ASSERT_TRUE(answered());
    checkPicture(*m_window, QStringLiteral("scenario-compare"), name);
    auto *bar = part<QScrollArea>(*m_page, "resultsArea")->verticalScrollBar();
    bar->setValue(bar->maximum());
    checkPicture(*m_window, QStringLiteral("scenario-compare-below"), name);
}

INSTANTIATE_TEST_SUITE_P(Looks, ScenarioGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui
