// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a pull brought that the whole desk goes by.
#include "app/desktop/desktopapp.h"
#include "core/support/log.h"
#include "core/support/programmeday.h"
#include "core/workflow/policies.h"
#include "core/workflow/standards.h"

namespace markaz::desktop {

/// The quotas and rates of a version of the policy that a pull brought. Scores go on by the figures and tiers that the
/// desk was opened with, together: the server takes them, as those of every published version.
void DesktopApp::takePolicy()
{
    auto body = policyInForce(m_session->workspace(), programmeDay(m_clock.now()));
    if (body)
        m_inForce->policy = std::move(body->figures);
}

/// The versions of the standard that a pull brought.
void DesktopApp::takeStandards()
{
    if (auto taken = refreshStandards(m_session->workspace().database, *m_standards); !taken)
        say(taken.error());
}

} // namespace markaz::desktop
