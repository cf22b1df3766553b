// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/policy/policypage.h"

#include "core/support/programmeday.h"
#include "ui/deskpages.h"
#include "ui/pages/policy/policysheet.h"
#include "ui/text/format.h"
#include "ui/text/policywords.h"
#include "ui/widgets/card.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/programmetabs.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kListWidth = 280;
const QString kFigures = QStringLiteral("figures");
const QString kChanges = QStringLiteral("changes");
const QString kLoad = QStringLiteral("load");
const QString kWaiting = QStringLiteral("waiting");
const QString kPublished = QStringLiteral("published");

} // namespace

PolicyPage::PolicyPage(const Services &services, QWidget *parent)
    : ListPage(tr("Programme"), parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("policyPage"));
    build();
    connect(&services.workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Policy)
            m_freshness.changed();
    });
    connect(&services.workspace.notifier, &ChangeNotifier::manyChanged, this, [this] { m_freshness.changed(); });
    refresh();
}

void PolicyPage::build()
{
    auto *tabs = new ProgrammeTabs(m_services.actor.role, page::kPolicy, header());
    connect(tabs, &ProgrammeTabs::pageRequested, this, &PolicyPage::pageRequested);
    m_new = new QPushButton(tr("New version…"), this);
    m_new->setObjectName(QStringLiteral("newPolicy"));
    m_new->setProperty("role", QStringLiteral("primary"));
    m_new->setVisible(PublishPolicy::mayPublish(m_services.actor));
    header()->addAction(m_new);
    connect(m_new, &QPushButton::clicked, this, [this] { openForm(); });

    auto *panes = new QHBoxLayout;
    panes->setSpacing(12);
    auto *versions = new Card(this);
    versions->setTitle(tr("Versions"));
    versions->setFixedWidth(kListWidth);
    m_list = new EntryList(versions);
    m_list->setObjectName(QStringLiteral("policyVersions"));
    m_list->setAccessibleName(tr("Versions of the policy"));
    versions->body()->setContentsMargins(0, 0, 0, 0);
    versions->body()->addWidget(m_list, 1);
    panes->addWidget(versions);

    m_card = new Card(this);
    m_views = new SegmentedControl(m_card);
    m_views->setObjectName(QStringLiteral("policyViews"));
    m_views->setAccessibleName(tr("What to show of the version"));
    m_card->head()->addWidget(m_views);
    m_table = new TableView(m_card);
    m_table->setObjectName(QStringLiteral("policyTable"));
    m_table->setAccessibleName(tr("Figures of the policy"));
    m_table->setModel(&m_rows);
    m_none = plainLabel(m_card);
    m_none->setWordWrap(true);
    m_card->body()->addWidget(m_none);
    m_card->body()->addWidget(m_table, 1);
    panes->addWidget(m_card, 1);
    body()->addLayout(panes, 1);
    connect(m_list, &EntryList::chosen, this, &PolicyPage::showVersion);
    connect(m_views, &SegmentedControl::chosen, this, &PolicyPage::showVersion);
}

void PolicyPage::showEvent(QShowEvent *event)
{
    m_freshness.setActive(true);
    ListPage::showEvent(event);
}

void PolicyPage::hideEvent(QHideEvent *event)
{
    m_freshness.setActive(false);
    ListPage::hideEvent(event);
}

void PolicyPage::refresh()
{
    m_freshness.refreshed();
    const QDate today = programmeDay(m_services.workspace.clock.now());
    auto versions = policyVersions(m_services.workspace);
    const auto inForce = policyInForce(m_services.workspace, today);
    if (!versions || !inForce) {
        messages()->post(kLoad, Message::of(versions ? inForce.error() : versions.error()));
        if (!versions)
            return;
    } else {
        messages()->withdraw(kLoad);
    }
    m_versions = std::move(versions).value();
    m_inForce = inForce ? inForce->figures.version : 0;
    QList<Entry> entries;
    entries.reserve(m_versions.size());
    for (const PolicyVersion &version : std::as_const(m_versions)) {
        const QDate from = version.body.from;
        const ChipContent state =
            version.waiting                  ? ChipContent{Status::Warn, QStringLiteral("clock"), tr("Not sent yet")}
            : version.version() == m_inForce ? ChipContent{Status::Ok, QStringLiteral("check"), tr("In force")}
            : version.version() > m_inForce
                ? ChipContent{Status::Info, QStringLiteral("clock"), tr("Not in force yet")}
                : ChipContent{Status::Neutral, QStringLiteral("minus-ring"), tr("Was in force")};
        entries.append({QString::number(version.version()),
                        policywords::version(version.version()),
                        {},
                        from.isValid() ? tr("From %1").arg(format::date(from)) : tr("As reported by the press"),
                        state});
    }
    const QString chosen = m_list->currentId();
    m_list->setEntries(entries);
    m_list->choose(chosen.isEmpty() ? QString::number(m_inForce) : chosen);
    const auto current = std::find_if(m_versions.begin(), m_versions.end(),
                                      [this](const PolicyVersion &version) { return version.version() == m_inForce; });
    if (current != m_versions.end())
        header()->setSub(
            current->body.from.isValid()
                ? tr("Policy %1, in force since %2").arg(format::number(m_inForce), format::date(current->body.from))
                : tr("Policy %1, in force").arg(format::number(m_inForce)));
    const bool waits = m_versions.first().waiting;
    m_new->setEnabled(!waits);
    if (waits) {
        m_sent = m_versions.first().version();
        messages()->post(kWaiting,
                         {Status::Warn,
                          {tr("Version %1 waits for the server's word.").arg(format::number(m_sent)),
                           tr("It is kept on this laptop and in force nowhere."), tr("It is sent with the next sync.")},
                          {},
                          {},
                          false});
    } else {
        messages()->withdraw(kWaiting);
        if (m_sent != 0 && m_versions.first().version() >= m_sent)
            messages()->post(
                kPublished,
                {Status::Ok, {tr("Version %1 is published.").arg(format::number(m_sent)), {}, {}}, {}, {}, true});
        m_sent = 0;
    }
    showVersion();
}

void PolicyPage::showVersion()
{
    const int number = m_list->currentId().toInt();
    const auto found = std::find_if(m_versions.cbegin(), m_versions.cend(),
                                    [number](const PolicyVersion &version) { return version.version() == number; });
    if (found == m_versions.cend())
        return;
    const auto before = std::next(found);
    const bool first = before == m_versions.cend();
    m_card->setTitle(policywords::version(number));
    QList<Segment> segments{{kFigures, tr("Figures"), {}}};
    if (!first)
        segments.append({kChanges, tr("What it changed from version %1").arg(format::number(before->version())), {}});
    const QString shown = m_views->current();
    m_views->setSegments(segments);
    m_views->setCurrent(shown == kChanges && !first ? kChanges : kFigures);
    m_views->setVisible(!first);
    const bool changes = m_views->current() == kChanges;
    m_rows.setRows(changes ? policyRows(before->body, found->body, m_services.gazetteer)
                           : policyRows(found->body, m_services.gazetteer));
    m_table->setColumnHidden(PolicyRowsModel::Before, !changes);
    m_table->setWidths({300, 160, 180, 0});
    m_none->setVisible(!found->body.note.isEmpty() && !changes);
    m_none->setText(number == 1 ? tr("Figures as the press reported them. None of them is an order of the ministry; an "
                                     "administrator publishes the next version.")
                                : format::words(found->body.note));
}

PolicySheet *PolicyPage::openForm()
{
    auto *sheet = new PolicySheet(m_services, this);
    connect(sheet, &PolicySheet::published, this, [this](int version) {
        refresh();
        m_list->choose(QString::number(version));
    });
    return sheet;
}

void PolicyPage::resume(const QJsonObject &unfinished)
{
    if (PublishPolicy::mayPublish(m_services.actor))
        openForm()->resume(unfinished);
}

} // namespace markaz::ui
