// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The policy, the form of its next version and what that changes, in light, dark and Urdu.
#include "tests/ui/policy/policyfixture.h"
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/gallery.h"

#include <QScrollArea>
#include <QScrollBar>

namespace markaz::ui {
namespace {

using namespace test;

class PolicyGallery : public PolicyFixture, public testing::WithParamInterface<Look>
{
};

TEST_P(PolicyGallery, policy_isWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    published(second());
    open(m_admin);
    checkPicture(*m_window, QStringLiteral("policy"), name);
    openForm();
    checkPicture(*m_window, QStringLiteral("policy-form"), name);
    enter("in_force_from.source", QStringLiteral("Sample order 40 of the ministry, 20 Nov 2026"));
    enter("seat_rate.ceiling_paisa", QStringLiteral("2,000"));
    setNumber("targets[1].by_province.PK-SD", 60);
    enter("budget1.fiscal_year", QStringLiteral("2026-27"));
    review();
    checkPicture(*m_window, QStringLiteral("policy-form-wrong"), name);
    auto *bar = sheet()->findChild<QScrollArea *>()->verticalScrollBar();
    bar->setValue(bar->maximum());
    checkPicture(*m_window, QStringLiteral("policy-form-below"), name);
    enter("seat_rate.ceiling_paisa", QStringLiteral("4,800"));
    enter("seat_rate.source", QStringLiteral("Sample order 40 of the ministry, 20 Nov 2026"));
    setNumber("targets[1].by_province.PK-SD", 51);
    enter("budget1.fiscal_year", QStringLiteral("2027-28"));
    review();
    ASSERT_TRUE(reviews()) << qPrintable(messagesOf(*m_window));
    click(part<QPushButton>(*m_window, "publishPolicy"));
    checkPicture(*m_window, QStringLiteral("policy-review"), name);
}

INSTANTIATE_TEST_SUITE_P(Looks, PolicyGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui
