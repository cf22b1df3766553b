// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's widgets and their connections; what they do stands in submitpage.cpp.
#include "ui/pages/inspection/submitpage.h"
#include "ui/text/labels.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

QScrollArea *scrollingRows(QVBoxLayout *&rows, QWidget *parent)
{
    auto *rowsOwner = new QWidget(parent);
    rows = new QVBoxLayout(rowsOwner);
    rows->setContentsMargins(0, 0, 8, 0);
    rows->setSpacing(2);
    return scrolling(rowsOwner, parent);
}

} // namespace

SubmitPage::SubmitPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_useCase(services.workspace, services.standard, services.gazetteer, services.programme)
{
    setObjectName(QStringLiteral("submitPage"));
    build();
    connect(&m_services.workspace.notifier, &ChangeNotifier::manyChanged, this, [this] {
        if (isVisible())
            fillFiles();
    });
}

void SubmitPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(PageHeader::Kind::Docked, this);
    auto *back = new QPushButton(tr("Back to the inspection"), this);
    back->setShortcut(QKeySequence(Qt::Key_Escape));
    m_header->addAction(back);
    connect(back, &QPushButton::clicked, this, &SubmitPage::backRequested);
    connect(m_header, &PageHeader::backRequested, this, &SubmitPage::backRequested);
    column->addWidget(m_header);
    m_messages = new MessageArea(this);
    m_messages->setContentsMargins(16, 12, 16, 0);
    column->addWidget(m_messages);

    auto *cards = new QHBoxLayout;
    cards->setContentsMargins(16, 16, 16, 16);
    cards->setSpacing(16);

    m_problemsCard = new Card(this);
    m_problemsCard->setTitle(tr("Problems"));
    m_problemsCard->setHeadLine(true);
    m_problemsCard->body()->addWidget(scrollingRows(m_problemRows, m_problemsCard));
    cards->addWidget(m_problemsCard, 5);

    m_scoreCard = new Card(this);
    m_scoreCard->setTitle(tr("Score"));
    m_scoreCard->setHeadLine(true);
    m_scoreCard->body()->addWidget(scrollingRows(m_scoreRows, m_scoreCard));
    cards->addWidget(m_scoreCard, 4);

    auto *visit = new Card(this);
    visit->setTitle(tr("The visit"));
    visit->setHeadLine(true);
    auto *label = plainLabel(tr("How it ended"), visit);
    label->setFont(currentTheme().font(Type::CaptionStrong));
    m_outcome = new QComboBox(visit);
    m_outcome->setObjectName(QStringLiteral("visitOutcome"));
    m_outcome->setAccessibleName(label->text());
    for (const char *token : {"done", "no_entry", "owner_absent", "wrong_address", "unsafe", "not_ready"})
        m_outcome->addItem(labels::visitOutcome(QLatin1String(token)), QLatin1String(token));
    m_outcomeHint = plainLabel(visit);
    m_outcomeHint->setWordWrap(true);
    m_word = new QCheckBox(tr("I carried out this visit myself\nand answered on the spot."), visit);
    m_word->setObjectName(QStringLiteral("carriedOut"));
    visit->body()->addWidget(label);
    visit->body()->addWidget(m_outcome);
    visit->body()->addWidget(m_outcomeHint);
    visit->body()->addSpacing(8);
    auto *filesLabel = plainLabel(tr("Files"), visit);
    filesLabel->setFont(currentTheme().font(Type::CaptionStrong));
    m_files = plainLabel(visit);
    m_files->setObjectName(QStringLiteral("filesOfVisit"));
    m_files->setWordWrap(true);
    visit->body()->addWidget(filesLabel);
    visit->body()->addWidget(m_files);
    visit->body()->addSpacing(8);
    visit->body()->addWidget(m_word);
    visit->body()->addStretch();
    cards->addWidget(visit, 3);
    column->addLayout(cards, 1);
    connect(m_outcome, &QComboBox::activated, this, &SubmitPage::refresh);
    connect(m_word, &QCheckBox::toggled, this, &SubmitPage::refreshFooter);

    auto *footer = new QFrame(this);
    footer->setProperty("bar", QStringLiteral("bottom"));
    footer->setMinimumHeight(64);
    auto *foot = new QHBoxLayout(footer);
    foot->setContentsMargins(16, 0, 16, 0);
    foot->setSpacing(8);
    m_footerIcon = plainLabel(footer);
    m_footer = richLabel({}, footer);
    m_footer->setWordWrap(true);
    m_submit = new QPushButton(tr("Submit inspection"), footer);
    m_submit->setObjectName(QStringLiteral("submitInspection"));
    m_submit->setProperty("role", QStringLiteral("primary"));
    m_submit->setIcon(icon(QStringLiteral("object-locked"), Colour::OnAccent));
    foot->addWidget(m_footerIcon);
    foot->addWidget(m_footer, 1);
    foot->addWidget(m_submit);
    column->addWidget(footer);
    connect(m_submit, &QPushButton::clicked, this, &SubmitPage::submit);
}

} // namespace markaz::ui
