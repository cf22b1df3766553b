// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's widgets and their connections; what they do stands in submitpage.cpp.
#include "ui/pages/inspection/inspectionreport.h"
#include "ui/pages/inspection/signaturecard.h"
#include "ui/pages/inspection/submitpage.h"
#include "ui/widgets/card.h"
#include "ui/widgets/evidence/attachqueue.h"
#include "ui/widgets/evidence/filelistsheet.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/submitfooter.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
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
    , m_useCase(services.workspace, services.standards, services.gazetteer, services.programme)
    , m_findings(services.workspace, m_useCase)
{
    setObjectName(QStringLiteral("submitPage"));
    build();
    connect(&m_services.attaching, &AttachQueue::changed, this, [this](const QString &id) {
        if (isVisible() && id == m_inspectionId)
            refresh();
    });
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
    auto *save = new QPushButton(tr("Save as PDF…"), this);
    save->setObjectName(QStringLiteral("saveReport"));
    save->setIcon(icon(QStringLiteral("document-save")));
    m_header->addAction(save);
    m_header->addAction(back);
    connect(save, &QPushButton::clicked, this,
            [this] { saveInspectionReport(m_services, m_inspectionId, this, m_messages); });
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
    m_filesMissing = plainLabel(m_problemsCard);
    m_filesMissing->setObjectName(QStringLiteral("filesMissing"));
    m_filesMissing->setWordWrap(true);
    m_problemsCard->body()->addWidget(m_filesMissing);
    cards->addWidget(m_problemsCard, 5);

    m_scoreCard = new Card(this);
    m_scoreCard->setTitle(tr("Score"));
    m_scoreCard->setHeadLine(true);
    m_scoreCard->body()->addWidget(scrollingRows(m_scoreRows, m_scoreCard));
    auto *middle = new QVBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_scoreCard, 1);
    m_inspectorSigns = new SignatureCard(m_services, QStringLiteral("inspector"), this);
    m_ownerSigns = new SignatureCard(m_services, QStringLiteral("owner"), this);
    for (SignatureCard *card : {m_inspectorSigns, m_ownerSigns}) {
        middle->addWidget(card);
        connect(card, &SignatureCard::signedNow, this, &SubmitPage::refresh);
        connect(card, &SignatureCard::failed, this,
                [this](const Error &error) { m_messages->post(QStringLiteral("error"), Message::of(error)); });
    }
    cards->addLayout(middle, 4);

    auto *visit = new Card(this);
    visit->setTitle(tr("The visit"));
    visit->setHeadLine(true);
    m_word = new QCheckBox(tr("I carried out this visit myself\nand answered on the spot."), visit);
    m_word->setObjectName(QStringLiteral("carriedOut"));
    auto *filesLabel = plainLabel(tr("Files"), visit);
    filesLabel->setFont(currentTheme().font(Type::CaptionStrong));
    m_files = plainLabel(visit);
    m_files->setObjectName(QStringLiteral("filesOfVisit"));
    m_files->setWordWrap(true);
    visit->body()->addWidget(filesLabel);
    visit->body()->addWidget(m_files);
    m_fileList = new QPushButton(tr("List of the files…"), visit);
    m_fileList->setObjectName(QStringLiteral("listOfFiles"));
    m_fileList->setProperty("role", QStringLiteral("link"));
    visit->body()->addWidget(m_fileList, 0, Qt::AlignLeading);
    connect(m_fileList, &QPushButton::clicked, this, [this] { new FileListSheet(m_services, m_inspectionId, this); });
    visit->body()->addSpacing(8);
    m_findingsTitle = plainLabel(tr("Findings that this visit closes"), visit);
    m_findingsTitle->setFont(currentTheme().font(Type::CaptionStrong));
    m_findingsTitle->setWordWrap(true);
    m_findingRows = new QVBoxLayout;
    m_findingRows->setSpacing(4);
    visit->body()->addWidget(m_findingsTitle);
    visit->body()->addLayout(m_findingRows);
    visit->body()->addSpacing(8);
    visit->body()->addWidget(m_word);
    auto *notPossible = new QPushButton(tr("The visit could not be made…"), visit);
    notPossible->setObjectName(QStringLiteral("visitNotPossible"));
    notPossible->setProperty("role", QStringLiteral("link"));
    notPossible->setToolTip(tr("Locked, nobody there, wrong address, unsafe or not ready: a short form"));
    visit->body()->addWidget(notPossible, 0, Qt::AlignLeading);
    connect(notPossible, &QPushButton::clicked, this, [this] { Q_EMIT notPossibleRequested(m_inspectionId); });
    visit->body()->addStretch();
    cards->addWidget(visit, 3);
    column->addLayout(cards, 1);
    connect(m_word, &QCheckBox::toggled, this, &SubmitPage::refreshFooter);

    m_footer = new SubmitFooter(
        tr("Submitting works offline. The inspection is then fixed and waits on this laptop until it is sent."),
        tr("Submit inspection"), this);
    m_footer->button()->setObjectName(QStringLiteral("submitInspection"));
    connect(m_footer->button(), &QPushButton::clicked, this, &SubmitPage::submit);
    column->addWidget(m_footer);
}

} // namespace markaz::ui
