// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/levers.h"
#include "core/finance/scenariofile.h"
#include "tests/ui/support/deskfixture.h"
#include "ui/deskpages.h"
#include "ui/mainwindow.h"
#include "ui/pages/scenario/leverspanel.h"
#include "ui/pages/scenario/scenariopage.h"
#include "ui/widgets/frame/accountbutton.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/topbar.h"
#include "ui/widgets/leverfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSlider>

namespace markaz::ui::test {

/// The page of scenarios in a window. It is 2026-11-24.
class ScenarioFixture : public DeskFixture
{
protected:
    std::unique_ptr<MainWindow> m_window;
    ScenarioPage *m_page = nullptr;

    void open(const Actor &actor)
    {
        leave(m_window);
        m_window = std::make_unique<MainWindow>();
        m_page = new ScenarioPage(services(actor));
        m_window->frame()->addPage({page::kScenario,
                                    [] { return QStringLiteral("Programme"); },
                                    QStringLiteral("office-chart-line-forecast"),
                                    true,
                                    {}},
                                   m_page);
        m_window->frame()->topBar()->account()->setAccount(actor.displayName, QStringLiteral("Sample"));
        m_window->resize(1366, 690);
        present(*m_window);
        m_window->frame()->showPage(page::kScenario);
        settle();
    }
    void TearDown() override { leave(m_window); }

    void set(const char *field, const QString &value)
    {
        auto *spin = part<LeverSpin>(*m_page, field);
        spin->setFocus();
        spin->selectAll();
        type(spin, value);
        QTest::keyClick(spin, Qt::Key_Tab);
    }
    QString problem(const char *field)
    {
        const auto *label = m_page->findChild<QLabel *>(QLatin1String(field) + QStringLiteral("Problem"));
        return label != nullptr && !label->isHidden() ? label->text() : QString();
    }
    QString figure(int index)
    {
        return part<QLabel>(*m_page, qPrintable(QStringLiteral("figure%1").arg(index)))->text();
    }
    /// The bands and lines of what is on show are there.
    bool answered()
    {
        return QTest::qWaitFor([this] { return !m_page->shown().more.points.isEmpty() && !m_page->isWaiting(); },
                               60'000);
    }
    QString saved(const char *name, const std::function<void(ScenarioLevers &)> &change = {})
    {
        ScenarioLevers levers =
            scenarioStart(m_policy, ScenarioRepository(*m_database).averages().value(), QDate(2026, 11, 24)).levers;
        levers.name = QLatin1String(name);
        if (change)
            change(levers);
        return SavedScenarios(*m_workspace).save(m_chief, scenarioOf(levers).value())->id();
    }
    void choose(const char *box, const QString &id)
    {
        auto *combo = part<QComboBox>(*m_page, box);
        combo->setCurrentIndex(combo->findData(id));
        Q_EMIT combo->activated(combo->currentIndex());
        settle();
    }
};

} // namespace markaz::ui::test
