// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/inspections.h"
#include "tests/app/desktop/desktopfixture.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/work/workpage.h"

namespace markaz::desktop {

/// A desk with a draft of the whole standard to open.
class DraftDesktop : public Desktop
{
protected:
    ui::InspectionPage *page() { return m_app->window()->findChild<ui::InspectionPage *>(); }
    /// Opens a draft as My work does.
    void openDraft()
    {
        Workspace &workspace = m_app->session()->workspace();
        const QString building = workspace.ids.next();
        const auto written =
            workspace.records.putFromServer({Entity::Building,
                                             building,
                                             1,
                                             {{QStringLiteral("code"), QStringLiteral("LHE-0001")},
                                              {QStringLiteral("name"), QStringLiteral("Sample building")},
                                              {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                                              {QStringLiteral("city"), 1172451}, // Lahore
                                              {QStringLiteral("covered_area_sqft"), 4000},
                                              {QStringLiteral("storeys"), 2}}},
                                            {});
        ASSERT_TRUE(written.ok()) << qPrintable(written.error().detail);
        const StandardCatalogue standards{builtinStandard().value()};
        const auto draft = StartInspection(workspace, standards)
                               .run(**m_app->session()->account(), building, QStringLiteral("initial"));
        ASSERT_TRUE(draft.ok()) << qPrintable(draft.error().detail);
        Q_EMIT m_app->window()->findChild<ui::WorkPage *>()->inspectionRequested(draft->id());
        ASSERT_TRUE(QTest::qWaitFor([this] { return page()->isVisible(); }));
    }
};

} // namespace markaz::desktop
