// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/scenario/scenariopage.h"

#include "core/finance/scenariofile.h"
#include "core/support/programmeday.h"
#include "ui/pages/scenario/budgetcard.h"
#include "ui/pages/scenario/leverspanel.h"
#include "ui/text/format.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace markaz::ui {
namespace {

const QString kFigures = QStringLiteral("figures");
const QString kSaved = QStringLiteral("saved");
const QString kAside = QStringLiteral("aside");

} // namespace

ScenarioPage::ScenarioPage(const Services &services, QWidget *parent)
    : ListPage(tr("Programme"), parent)
    , m_services(services)
    , m_saved(services.workspace)
{
    setObjectName(QStringLiteral("scenarioPage"));
    build();
    connect(&m_job, &ScenarioJob::answered, this, [this](const ScenarioJob::Answer &answer) {
        m_shown.more = answer;
        m_results->show(m_shown);
    });
    connect(&m_otherJob, &ScenarioJob::answered, this, [this](const ScenarioJob::Answer &answer) {
        if (m_other)
            m_other->more = answer;
        m_results->compare(m_other);
    });
    ChangeNotifier *notifier = &m_services.workspace.notifier;
    connect(notifier, &ChangeNotifier::manyChanged, this, &ScenarioPage::refreshSaved);
    connect(notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Scenario)
            refreshSaved();
    });
    refreshSaved();
    reset();
}

QString ScenarioPage::name() const
{
    const QString typed = m_name->text().trimmed();
    return typed.isEmpty() ? tr("Scenario without a name") : typed;
}

void ScenarioPage::fail(const Error &error)
{
    messages()->post(kSaved, Message::of(error));
}

void ScenarioPage::reset()
{
    const auto recorded = ScenarioRepository(m_services.workspace.database).averages();
    if (!recorded)
        return fail(recorded.error());
    ScenarioStart start = scenarioStart(m_services.policy, *recorded, programmeDay(m_services.workspace.clock.now()));
    start.levers.name = name();
    const auto begun = scenarioOf(start.levers);
    if (!begun)
        return fail(begun.error());
    m_levers->setLevers(start.levers);
    open(*begun);
}

void ScenarioPage::open(const Scenario &scenario, const QString &savedId)
{
    messages()->withdraw(kFigures);
    const auto levers = leversOf(scenario, m_levers->levers());
    m_handMade = !levers;
    if (levers)
        m_levers->setLevers(*levers);
    m_levers->setHandMade(levers ? std::nullopt : std::optional(scenario));
    m_shown = {scenario, {}, {}};
    m_openId = savedId;
    const QSignalBlocker quiet(m_results->budget());
    m_results->budget()->setBudget(scenario.budget);
    m_results->budget()->setReady(!m_handMade);
    const QSignalBlocker quietName(m_name);
    if (scenario.name != tr("Scenario without a name"))
        m_name->setText(scenario.name);
    recompute();
    m_clean = toJson(m_shown.scenario);
    refreshButtons();
}

void ScenarioPage::edited()
{
    m_levers->setBudget(m_results->budget()->budget());
    if (!m_levers->isRight()) {
        messages()->post(kFigures, {Status::Warn,
                                    {tr("A figure at the side cannot be."),
                                     tr("The results are still those of the last figures that could be."),
                                     tr("Look for the red words at the sliders.")},
                                    {},
                                    {},
                                    false});
        refreshButtons();
        return;
    }
    recompute();
    refreshButtons();
}

void ScenarioPage::recompute()
{
    if (!m_handMade) {
        ScenarioLevers levers = m_levers->levers();
        levers.name = name();
        levers.budget = m_results->budget()->budget();
        auto made = scenarioOf(levers);
        if (!made) {
            messages()->post(kFigures, Message::of(made.error()));
            return;
        }
        m_shown.scenario = std::move(made).value();
    }
    m_shown.scenario.name = name();
    auto run = ScenarioRun::open(m_shown.scenario);
    if (!run) {
        messages()->post(kFigures, Message::of(run.error()));
        return;
    }
    messages()->withdraw(kFigures);
    m_shown.result = run->result();
    m_shown.more.bands.reset(); // of other figures; the lines stay until the new ones are there
    for (TenorPoint &point : m_shown.more.points)
        point.bands.clear();
    m_results->show(m_shown);
    m_job.ask(m_shown.scenario);
}

bool ScenarioPage::isChanged() const
{
    return !m_clean.isEmpty() && (toJson(m_shown.scenario) != m_clean || !m_levers->isRight());
}

bool ScenarioPage::isOwn() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [this](const ScenarioRow &row) {
        return row.id == m_openId && row.authorId == m_services.actor.accountId;
    });
}

void ScenarioPage::refreshSaved()
{
    const auto rows = m_saved.list(m_services.actor);
    if (!rows)
        return fail(rows.error());
    m_rows = *rows;
    const QSignalBlocker quietOpen(m_open);
    const QSignalBlocker quietCompare(m_compare);
    m_open->clear();
    m_compare->clear();
    m_open->addItem(tr("Policy %1, not saved").arg(format::number(m_services.policy.version)), QString());
    m_compare->addItem(tr("Compare with none"), QString());
    for (const ScenarioRow &row : std::as_const(m_rows)) {
        QString words = format::words(row.name);
        if (row.authorId != m_services.actor.accountId && !row.author.isEmpty())
            words = tr("%1, by %2").arg(words, format::words(row.author));
        if (row.owed)
            words = tr("%1 (not sent yet)").arg(words);
        m_open->addItem(words, row.id);
        m_compare->addItem(words, row.id);
    }
    if (!m_openId.isEmpty() && m_open->findData(m_openId) < 0)
        m_openId.clear(); // somebody removed it; what is on show stays
    m_open->setCurrentIndex(std::max(0, m_open->findData(m_openId)));
    const int other = m_compare->findData(m_compareId);
    m_compare->setCurrentIndex(std::max(0, other));
    if (other < 0 && !m_compareId.isEmpty())
        compareWith({});
    refreshButtons();
}

void ScenarioPage::refreshButtons()
{
    const bool may = savesScenarios(m_services.actor.role);
    const bool named = !m_name->text().trimmed().isEmpty();
    m_name->setEnabled(may);
    m_save->setVisible(may);
    m_saveNew->setVisible(may && !m_openId.isEmpty());
    const bool right = m_handMade || m_levers->isRight();
    m_save->setEnabled(right && named && (m_openId.isEmpty() || (isOwn() && isChanged())));
    m_saveNew->setEnabled(right && named);
    m_save->setToolTip(named ? QString() : tr("Give the scenario a name first."));
    m_remove->setVisible(may && isOwn());
    m_export->setEnabled(right);
}

void ScenarioPage::putAside()
{
    if (!isChanged())
        return;
    const QJsonObject kept = unfinished();
    messages()->post(kAside,
                     {Status::Info,
                      {tr("What you tried before was not saved."), tr("It is kept until you leave this page."), {}},
                      tr("Bring it back"),
                      {},
                      true},
                     [this, kept] { resume(kept); });
}

void ScenarioPage::openSaved(const QString &id)
{
    putAside();
    if (id.isEmpty()) {
        m_name->clear();
        return reset();
    }
    const auto scenario = m_saved.open(m_services.actor, id);
    if (!scenario) {
        fail(scenario.error());
        return refreshSaved();
    }
    messages()->withdraw(kSaved);
    open(*scenario, id);
}

void ScenarioPage::compareWith(const QString &id)
{
    m_otherJob.forget();
    m_other.reset();
    m_compareId.clear();
    if (!id.isEmpty()) {
        const auto scenario = m_saved.open(m_services.actor, id);
        auto run = scenario ? ScenarioRun::open(*scenario) : Result<ScenarioRun>(scenario.error());
        if (!run)
            return fail(run.error());
        m_compareId = id;
        m_other = ShownScenario{*scenario, run->result(), {}};
        m_otherJob.ask(*scenario);
    }
    m_results->compare(m_other);
}

void ScenarioPage::save(bool over)
{
    const bool replaces = over && !m_openId.isEmpty();
    const auto done = replaces ? m_saved.saveOver(m_services.actor, m_openId, m_shown.scenario)
                               : m_saved.save(m_services.actor, m_shown.scenario);
    if (!done)
        return fail(done.error());
    m_openId = done->id();
    m_clean = toJson(m_shown.scenario);
    messages()->withdraw(kAside);
    messages()->post(
        kSaved,
        {Status::Ok,
         {tr("“%1” is saved.").arg(format::words(done->name())), tr("It is on this laptop and will be sent."), {}},
         {},
         {},
         true});
    refreshSaved();
}

void ScenarioPage::remove()
{
    const auto done = m_saved.remove(m_services.actor, m_openId);
    if (!done)
        return fail(done.error());
    m_openId.clear();
    messages()->post(kSaved, {Status::Ok,
                              {tr("The saved scenario is removed."), tr("Its figures are still on the page."),
                               tr("Save them once more if you want them after all.")},
                              {},
                              {},
                              true});
    refreshSaved();
}

QJsonObject ScenarioPage::unfinished() const
{
    if (!isChanged())
        return {};
    return {{QStringLiteral("scenario"), toJson(m_shown.scenario)},
            {QStringLiteral("clean"), m_clean},
            {QStringLiteral("name"), m_name->text()},
            {QStringLiteral("open"), m_openId}};
}

void ScenarioPage::resume(const QJsonObject &unfinished)
{
    const QJsonDocument file(unfinished.value(QStringLiteral("scenario")).toObject());
    const auto read = readScenario(file.toJson(QJsonDocument::Compact));
    if (const auto *scenario = std::get_if<Scenario>(&read)) {
        const QString id = unfinished.value(QStringLiteral("open")).toString();
        open(*scenario, m_open->findData(id) < 0 ? QString() : id);
        const QSignalBlocker quiet(m_name);
        m_name->setText(unfinished.value(QStringLiteral("name")).toString());
        m_clean = unfinished.value(QStringLiteral("clean")).toObject();
        refreshSaved();
    }
}

void ScenarioPage::showEvent(QShowEvent *event)
{
    ListPage::showEvent(event);
    refreshSaved();
}

} // namespace markaz::ui
