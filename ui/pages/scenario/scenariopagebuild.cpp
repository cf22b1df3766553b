// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/programmeday.h"
#include "ui/deskpages.h"
#include "ui/pages/scenario/budgetcard.h"
#include "ui/pages/scenario/leverspanel.h"
#include "ui/pages/scenario/scenariopage.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/programmetabs.h"
#include "ui/widgets/wheelguard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kPanel = 296;

} // namespace

void ScenarioPage::build()
{
    m_tabs = new ProgrammeTabs(m_services.actor.role, page::kScenario, header());
    connect(m_tabs, &ProgrammeTabs::pageRequested, this, &ScenarioPage::pageRequested);
    m_export = new QPushButton(tr("Export"), this);
    m_export->setObjectName(QStringLiteral("exportScenario"));
    m_export->setIcon(icon(QStringLiteral("document-export")));
    auto *menu = new QMenu(m_export);
    const std::pair<QString, QString> ways[] = {
        {QStringLiteral("xlsx"), tr("Excel workbook that computes…")},
        {QStringLiteral("pdf"), tr("PDF, one page…")},
        {QStringLiteral("json"), tr("File of the scenario (JSON)…")},
    };
    for (const auto &[suffix, words] : ways) {
        QAction *action = menu->addAction(words);
        action->setObjectName(QStringLiteral("export.") + suffix);
        connect(action, &QAction::triggered, this, [this, kind = suffix] { askExport(kind); });
    }
    m_export->setMenu(menu);
    auto *import = new QPushButton(tr("Open a file…"), this);
    import->setObjectName(QStringLiteral("importScenario"));
    import->setIcon(icon(QStringLiteral("document-import")));
    connect(import, &QPushButton::clicked, this, &ScenarioPage::askImport);
    header()->addAction(import);
    header()->addAction(m_export);
    buildBar();

    const auto recorded = ScenarioRepository(m_services.workspace.database).averages();
    if (!recorded)
        messages()->post(QStringLiteral("load"), Message::of(recorded.error()));
    m_levers = new LeversPanel(m_services.policy,
                               scenarioStart(m_services.policy, recorded ? *recorded : RecordedAverages(),
                                             programmeDay(m_services.workspace.clock.now())),
                               this);
    m_levers->setFixedWidth(kPanel);
    m_results = new ScenarioResults(this);
    auto *area = scrolling(m_results, this);
    area->setObjectName(QStringLiteral("resultsArea"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_levers);
    row->addWidget(area, 1);
    body()->addLayout(row, 1);
    connect(m_levers, &LeversPanel::changed, this, &ScenarioPage::edited);
    connect(m_levers, &LeversPanel::resetRequested, this, [this] {
        putAside();
        m_openId.clear();
        reset();
        refreshSaved();
    });
    connect(m_results->budget(), &BudgetCard::changed, this, &ScenarioPage::edited);
}

void ScenarioPage::buildBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    const auto box = [this](const char *name, const QString &words) {
        auto *made = new QComboBox(this);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(words);
        made->setMinimumHeight(32);
        made->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        made->setMaximumWidth(340);
        WheelGuard::protect(made);
        return made;
    };
    m_open = box("openScenario", tr("Scenario"));
    m_compare = box("compareScenario", tr("Compare with"));
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("scenarioName"));
    m_name->setAccessibleName(tr("Name of the scenario"));
    m_name->setPlaceholderText(tr("Name of the scenario"));
    m_name->setMaxLength(200);
    m_name->setMinimumHeight(32);
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("saveScenario"));
    m_save->setProperty("role", QStringLiteral("primary"));
    m_saveNew = new QPushButton(tr("Save as new"), this);
    m_saveNew->setObjectName(QStringLiteral("saveScenarioNew"));
    m_remove = new AskTwice(QStringLiteral("removeScenario"), QStringLiteral("keepScenario"), this);
    m_remove->setWords(tr("Remove"), tr("Remove it"), tr("Nobody will have it any more."));
    bar->addWidget(m_open);
    bar->addWidget(m_name, 1);
    bar->addWidget(m_save);
    bar->addWidget(m_saveNew);
    bar->addWidget(m_remove);
    bar->addWidget(m_compare);
    body()->addLayout(bar);
    body()->addSpacing(8);
    connect(m_open, &QComboBox::activated, this, [this] { openSaved(m_open->currentData().toString()); });
    connect(m_compare, &QComboBox::activated, this, [this] { compareWith(m_compare->currentData().toString()); });
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_shown.scenario.name = name();
        refreshButtons();
    });
    connect(m_save, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_saveNew, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_remove, &AskTwice::confirmed, this, &ScenarioPage::remove);
    // Where it is asked, its words need the room.
    connect(m_remove, &AskTwice::asking, this, [this](bool now) {
        m_compare->setVisible(!now);
        m_open->setVisible(!now);
    });
}

} // namespace markaz::ui
