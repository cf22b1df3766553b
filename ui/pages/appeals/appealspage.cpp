// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appeals/appealspage.h"

#include "core/domain/certificatelifecycle.h"
#include "ui/text/appealwords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace markaz::ui {
namespace {

const QString kRefused = QStringLiteral("refused");
constexpr std::pair<const char *, AppealTurn> kTurns[] = {
    {"yours", AppealTurn::Yours}, {"another", AppealTurn::AnotherOfficers}, {"waits", AppealTurn::Waits}};

} // namespace

AppealsPage::AppealsPage(const Services &services, QWidget *parent)
    : ListPage(tr("Appeals"), parent)
    , m_services(services)
    , m_model(services)
{
    setObjectName(QStringLiteral("appealsPage"));
    build();
    connect(&m_model, &AppealsModel::reloaded, this, &AppealsPage::reloaded);
    connect(&m_model, &AppealsModel::failed, this,
            [this](const Error &error) { messages()->post(QStringLiteral("load"), Message::of(error)); });
}

void AppealsPage::build()
{
    buildFilters();
    body()->addWidget(m_filter);
    body()->addSpacing(12);
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("appealsTable"));
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Appeals"));
    m_table->setWidths({132, 264, isUrdu() ? 132 : 120, 0, 116, isUrdu() ? 228 : 212});
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) {
        Q_EMIT certificateRequested(index.data(AppealsModel::IdRole).toString());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            m_selected = row.data(AppealsModel::IdRole).toString();
    });
    m_empty = new EmptyPage(this);
    connect(m_empty, &EmptyPage::activated, m_filter, &FilterBar::clear);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    body()->addWidget(m_stack, 1);
}

void AppealsPage::buildFilters()
{
    m_filter = new FilterBar(tr("Number, code or name of the building, or city"),
                             tr("Filter by number, code or name of the building, or city"), this);
    m_filter->field()->setObjectName(QStringLiteral("appealsSearch"));
    QList<FilterOption> against;
    for (const CertificateState state : {CertificateState::Suspended, CertificateState::Revoked})
        against.append({token(state), labels::of(state)});
    m_against = m_filter->addChip(tr("Against"), against);
    m_against->setObjectName(QStringLiteral("appealsAgainst"));
    QList<FilterOption> turns;
    if (m_services.actor.role == termsOf(CertificateAction::DismissAppeal).by)
        turns.append({QLatin1String(kTurns[0].first), tr("You")});
    turns += QList<FilterOption>{{QLatin1String(kTurns[1].first), tr("Another officer")},
                                 {QLatin1String(kTurns[2].first), tr("Not sent yet")}};
    m_turn = m_filter->addChip(tr("Who decides"), turns);
    m_turn->setObjectName(QStringLiteral("appealsTurn"));
    connect(m_filter, &FilterBar::changed, this, [this] {
        QList<CertificateState> states;
        for (const CertificateState state : {CertificateState::Suspended, CertificateState::Revoked}) {
            if (m_against->chosen().contains(token(state)))
                states.append(state);
        }
        QList<AppealTurn> chosen;
        for (const auto &[id, turn] : kTurns) {
            if (m_turn->chosen().contains(QLatin1String(id)))
                chosen.append(turn);
        }
        m_model.setFilter(m_filter->words(), states, chosen);
    });
}

void AppealsPage::reloaded()
{
    messages()->withdraw(QStringLiteral("load"));
    m_filter->setCount(
        tr("%1 of %2 open appeals").arg(format::number(m_model.rowCount()), format::number(m_model.total())));
    m_filter->setVisible(m_model.total() > 0);
    if (m_model.total() > 0)
        m_empty->setContent(QStringLiteral("view-filter"), tr("No appeal matches. Clear the filters to see all."),
                            tr("Clear the filters"));
    else
        m_empty->setContent(QStringLiteral("check-ring"),
                            tr("No appeal is open. When an owner objects to a suspension or a revocation, an officer "
                               "records it on the certificate’s page; another one decides it there."));
    m_stack->setCurrentWidget(m_model.rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_table);
    if (const int row = m_model.rowOf(m_selected); row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
    tellRefused();
}

void AppealsPage::tellRefused()
{
    const auto refused = refusedDecisions(m_services.workspace);
    if (!refused) {
        messages()->post(QStringLiteral("load"), Message::of(refused.error()));
        return;
    }
    const auto sentence = appealwords::refused(*refused);
    if (!sentence)
        return messages()->withdraw(kRefused);
    messages()->post(kRefused, {Status::Bad, *sentence, tr("Go to Sync"), {}, false},
                     [this] { Q_EMIT syncRequested(); });
}

void AppealsPage::showEvent(QShowEvent *event)
{
    m_model.setActive(true);
    ListPage::showEvent(event);
}

void AppealsPage::hideEvent(QHideEvent *event)
{
    m_model.setActive(false);
    ListPage::hideEvent(event);
}

} // namespace markaz::ui
