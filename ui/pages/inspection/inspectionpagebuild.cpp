// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's widgets and their connections; what they do stands in inspectionpage.cpp.
#include "ui/pages/inspection/findingsection.h"
#include "ui/pages/inspection/guidancepane.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/inspection/inspectionreport.h"
#include "ui/pages/inspection/versionpane.h"
#include "ui/widgets/afterpress.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/evidence/attachqueue.h"
#include "ui/widgets/evidence/signaturesbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sectionlist.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/undokeys.h"
#include "ui/widgets/verdictbar.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace markaz::ui {

InspectionPage::InspectionPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_afterPress(new AfterPress(this))
    , m_focusWatch([this](QWidget *, QWidget *now) { focusMoved(now); })
{
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setProperty("noFocusRing", true); // the current row's frame shows where the keys go
    setObjectName(QStringLiteral("inspectionPage"));
    build();
    connect(&m_services.attaching, &AttachQueue::attached, this, &InspectionPage::fileAttached);
    const auto head = [this] { m_afterPress->run(QStringLiteral("head"), [this] { refreshHead(); }); };
    const ChangeNotifier *notifier = &m_services.workspace.notifier;
    connect(notifier, &ChangeNotifier::filesChanged, this, head); // it counts them
    connect(notifier, &ChangeNotifier::manyChanged, this, head); // a pull brings the server's word that a file is there
    connect(&m_services.sync, &SyncStatus::runFinished, this, head);
    connect(notifier, &ChangeNotifier::recordChanged, this, [this, head](Entity entity, const QString &id) {
        if (entity == Entity::Inspection && id != m_inspectionId)
            head(); // another draft of the building may have come or gone
    });
}

void InspectionPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    m_header = new PageHeader(PageHeader::Kind::Docked, this);
    connect(m_header, &PageHeader::backRequested, this, &InspectionPage::backRequested);
    m_saved = new ElidedLabel(this);
    QPalette okText = m_saved->palette();
    okText.setColor(QPalette::WindowText, currentTheme().status(Status::Ok).text);
    m_saved->setPalette(okText);
    m_undo = new QToolButton(this);
    m_undo->setIcon(icon(QStringLiteral("edit-undo")));
    m_undo->setToolTip(tr("Undo the last answer or file (Ctrl+Z)"));
    m_undo->setAccessibleName(tr("Undo"));
    m_undo->setProperty("role", QStringLiteral("flat"));
    m_redo = new QToolButton(this);
    m_redo->setIcon(icon(QStringLiteral("edit-redo")));
    m_redo->setToolTip(tr("Give it again (Ctrl+Y)"));
    m_redo->setAccessibleName(tr("Redo"));
    m_redo->setProperty("role", QStringLiteral("flat"));
    m_signatures = new SignaturesButton(m_services, this);
    connect(m_signatures, &SignaturesButton::failed, this, &InspectionPage::refuse);
    m_other = new QPushButton(this);
    m_other->setObjectName(QStringLiteral("otherRevision"));
    m_other->setProperty("role", QStringLiteral("link"));
    m_other->hide();
    m_next = new QPushButton(tr("Next problem"), this);
    m_next->setToolTip(tr("Goes to the next item that fails, has no answer or lacks a file that is asked for (F)"));
    m_review = new QPushButton(tr("Review and submit"), this);
    m_review->setObjectName(QStringLiteral("reviewAndSubmit"));
    m_review->setProperty("role", QStringLiteral("primary"));
    m_save = new QPushButton(tr("Save as PDF…"), this);
    m_save->setObjectName(QStringLiteral("saveReport"));
    m_save->setIcon(icon(QStringLiteral("document-save")));
    for (QWidget *control :
         {static_cast<QWidget *>(m_saved), static_cast<QWidget *>(m_undo), static_cast<QWidget *>(m_redo),
          static_cast<QWidget *>(m_other), static_cast<QWidget *>(m_signatures), static_cast<QWidget *>(m_next),
          static_cast<QWidget *>(m_save), static_cast<QWidget *>(m_review)})
        m_header->addAction(control);
    connect(m_undo, &QToolButton::clicked, this, [this] { m_model->undoStack()->undo(); });
    connect(m_redo, &QToolButton::clicked, this, [this] { m_model->undoStack()->redo(); });
    connect(m_save, &QPushButton::clicked, this,
            [this] { saveInspectionReport(m_services, m_inspectionId, this, m_messages); });
    connect(m_other, &QPushButton::clicked, this, [this] { Q_EMIT revisionRequested(*m_model->otherRevision()); });
    connect(m_next, &QPushButton::clicked, this, &InspectionPage::nextProblem);
    connect(m_review, &QPushButton::clicked, this, [this] { Q_EMIT reviewRequested(m_inspectionId); });
    addUndoKeys(this, m_undo, m_redo);
    column->addWidget(m_header);
    m_messages = new MessageArea(this);
    m_messages->setContentsMargins(16, 12, 16, 12);
    column->addWidget(m_messages);
    m_version = new VersionPane(m_services, this);
    column->addWidget(m_version);
    connect(m_version, &VersionPane::moveRequested, this, &InspectionPage::moveDraft);
    connect(m_version, &VersionPane::findingRequested, this, &InspectionPage::findingRequested);
    connect(m_version, &VersionPane::failed, this, &InspectionPage::refuse);

    auto *panes = new QSplitter(this);
    panes->setHandleWidth(1);
    panes->setChildrenCollapsible(false);
    auto *sections = new QWidget(panes);
    auto *sectionsColumn = new QVBoxLayout(sections);
    sectionsColumn->setContentsMargins(0, 0, 0, 0);
    sectionsColumn->setSpacing(0);
    auto *sectionsHead = new QHBoxLayout;
    sectionsHead->setContentsMargins(12, 0, 12, 0);
    auto *title = plainLabel(tr("Sections"), sections);
    title->setFont(currentTheme().font(Type::SectionTitle));
    title->setMinimumHeight(48);
    m_answered = plainLabel(sections);
    m_answered->setFont(currentTheme().font(Type::Caption));
    sectionsHead->addWidget(title);
    sectionsHead->addStretch();
    sectionsHead->addWidget(m_answered);
    sectionsColumn->addLayout(sectionsHead);
    m_sectionList = new SectionList(sections);
    m_sectionList->setAccessibleName(tr("Sections"));
    sectionsColumn->addWidget(m_sectionList, 1);
    sections->setMinimumWidth(184);
    sections->setMaximumWidth(232);
    connect(m_sectionList, &SectionList::chosen, this, [this](const QModelIndex &index) {
        if (m_sections && m_sections->codeAt(index.row()) != m_section) {
            showSection(m_sections->codeAt(index.row()));
            refresh();
        }
    });
    connect(m_sectionList, &SectionList::clicked, this, [this] { setFocus(Qt::MouseFocusReason); }); // for Y, N, A
    panes->addWidget(sections);
    panes->addWidget(buildItems());
    m_guidance = new GuidancePane(panes);
    m_guidance->setMinimumWidth(208);
    m_findings = new FindingSection(m_services, m_guidance);
    m_guidance->addSection(m_findings);
    connectFindings();
    panes->addWidget(m_guidance);
    panes->setStretchFactor(1, 1);
    panes->setSizes({232, 726, 344});
    column->addWidget(panes, 1);

    m_verdict = new VerdictBar(this);
    connect(m_verdict, &VerdictBar::linkActivated, this, &InspectionPage::goToItem);
    column->addWidget(m_verdict);
}

QWidget *InspectionPage::buildItems()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->setSpacing(12);
    m_sectionTitle = new ElidedLabel(pane);
    m_sectionTitle->setFont(currentTheme().font(Type::CardTitle));
    m_sectionTitle->setMinimumHeight(48);
    m_sectionScore = new ElidedLabel(pane);
    m_filter = new SegmentedControl(pane);
    m_filter->setAccessibleName(tr("Which items to show"));
    head->addWidget(m_sectionTitle);
    head->addWidget(m_sectionScore);
    head->addStretch();
    head->addWidget(m_filter);
    column->addLayout(head);
    m_filter->setSegments({{QStringLiteral("all"), tr("All"), {}}});
    m_filter->setCurrent(QStringLiteral("all"));
    connect(m_filter, &SegmentedControl::chosen, this, [this](const QString &id) {
        leaveRow();
        m_show = id == QLatin1String("missing")    ? Show::Missing
                 : id == QLatin1String("problems") ? Show::Problems
                 : id == QLatin1String("changed")  ? Show::Changed
                 : id == QLatin1String("todo")     ? Show::ToDo
                                                   : Show::All;
        fillRows();
        m_scroll->ensureVisible(0, 0);
        refresh();
    });

    m_items = new QWidget(pane);
    m_itemsLayout = new QVBoxLayout(m_items);
    m_itemsLayout->setContentsMargins(0, 0, 0, 0);
    m_itemsLayout->setSpacing(0);
    m_nothing = plainLabel(m_items);
    m_nothing->setContentsMargins(16, 16, 16, 16);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    m_itemsLayout->addWidget(m_nothing);
    m_itemsLayout->addStretch(1); // all of what is left: a row is as high as it has to be
    m_scroll = new QScrollArea(pane);
    m_scroll->setWidget(m_items);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->installEventFilter(this);
    column->addWidget(m_scroll, 1);
    pane->setMinimumWidth(540); // the three panes beside the folded rail fit into 1024
    return pane;
}

} // namespace markaz::ui
