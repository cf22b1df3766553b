// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's widgets and their connections; what they do stands in reviewpage.cpp.
#include "ui/pages/inspection/inspectionreport.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/evidence/evidencepane.h"
#include "ui/widgets/evidence/filelistsheet.h"
#include "ui/widgets/evidence/largephoto.h"
#include "ui/widgets/evidence/signaturesbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/verdictbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyledItemDelegate>

namespace markaz::ui {
namespace {

/// Three lines of a waiting inspection: code and age, name, kind.
class QueueDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, 62}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = currentTheme();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRect rect = option.rect;
        const auto at = [&](const QRect &logical) { return QStyle::visualRect(option.direction, rect, logical); };
        painter->save();
        painter->fillRect(rect, theme.colour(selected ? Colour::Tint : Colour::Base));
        if (selected)
            painter->fillRect(at({rect.left(), rect.top(), 3, rect.height()}), theme.colour(Colour::Accent));
        painter->setPen(theme.colour(Colour::Line));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        const QRect inner = rect.adjusted(16, 6, -12, -6);
        const auto line = [&](int top, const QString &text, Type type, Colour colour, Qt::Alignment side) {
            const QFont font = theme.font(type);
            painter->setFont(font);
            painter->setPen(theme.colour(colour));
            painter->drawText(QRect(inner.left(), inner.top() + top, inner.width(), 18),
                              static_cast<int>(QStyle::visualAlignment(option.direction, side) | Qt::AlignVCenter),
                              elided(text, font, inner.width()));
        };
        line(0, index.data(InspectionsModel::CodeRole).toString(), Type::Code, Colour::Text, Qt::AlignLeft);
        line(0, index.siblingAtColumn(InspectionsModel::Date).data().toString(), Type::Caption, Colour::Text2,
             Qt::AlignRight);
        line(17, index.data(InspectionsModel::NameRole).toString(), Type::Body, Colour::Text, Qt::AlignLeft);
        line(34, index.siblingAtColumn(InspectionsModel::Kind).data().toString(), Type::Caption, Colour::Text2,
             Qt::AlignLeft);
        painter->restore();
    }
};

QLabel *wrapped(QWidget *parent)
{
    auto *label = plainLabel(parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

ReviewPage::ReviewPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_queue(services.workspace, {QStringLiteral("submitted")}, {})
{
    setObjectName(QStringLiteral("reviewPage"));
    m_queue.setOldestFirst(true);
    build();
    ChangeNotifier &notifier = m_services.workspace.notifier;
    connect(&notifier, &ChangeNotifier::manyChanged, this, [this] {
        refreshFiles();
        followSync();
    });
    connect(&notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity, const QString &id) {
        if (entity == Entity::Inspection && id == m_inspectionId)
            followSync();
    });
    connect(&m_queue, &InspectionsModel::failed, this,
            [this](const Error &error) { m_messages->post(QStringLiteral("load"), Message::of(error)); });
    connect(&m_queue, &InspectionsModel::reloaded, this, [this] {
        m_messages->withdraw(QStringLiteral("load"));
        m_waiting->setText(tr("Waiting %1").arg(m_queue.rowCount()));
        const int row = m_queue.rowOf(m_inspectionId);
        if (row >= 0)
            m_queueView->setCurrentIndex(m_queue.index(row, 0));
    });
}

void ReviewPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(PageHeader::Kind::Docked, this);
    connect(m_header, &PageHeader::backRequested, this, &ReviewPage::backRequested);
    m_report = new QPushButton(tr("Inspection report…"), this);
    m_report->setObjectName(QStringLiteral("reviewReport"));
    m_report->setIcon(icon(QStringLiteral("document-export")));
    m_report->setToolTip(tr("As a PDF: the score by section, what fails, the findings, the photos and signatures"));
    m_header->addAction(m_report);
    connect(m_report, &QPushButton::clicked, this,
            [this] { saveInspectionReport(m_services, m_inspectionId, this, m_messages); });
    column->addWidget(m_header);
    m_messages = new MessageArea(this);
    m_messages->setContentsMargins(16, 12, 16, 12);
    column->addWidget(m_messages);
    auto *panes = new QHBoxLayout;
    panes->setSpacing(0);
    panes->addWidget(buildQueue());
    panes->addWidget(buildTable(), 1);
    panes->addWidget(buildItem());
    column->addLayout(panes, 1);
    m_verdict = new VerdictBar(this);
    connect(m_verdict, &VerdictBar::linkActivated, this, [this](const QString &code) {
        showOnly(QStringLiteral("all"));
        m_table->setCurrentIndex(m_model->index(m_model->rowOf(code), 0));
    });
    column->addWidget(m_verdict);
    column->addWidget(buildFooter());
}

QWidget *ReviewPage::buildQueue()
{
    auto *pane = new QWidget(this);
    pane->setFixedWidth(208);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 12, 0);
    m_waiting = plainLabel(pane);
    m_waiting->setFont(currentTheme().font(Type::SectionTitle));
    m_waiting->setMinimumHeight(48);
    auto *order = plainLabel(tr("oldest first"), pane);
    order->setFont(currentTheme().font(Type::Caption));
    head->addWidget(m_waiting);
    head->addStretch();
    head->addWidget(order);
    column->addLayout(head);
    m_queueView = new QListView(pane);
    m_queueView->setObjectName(QStringLiteral("reviewQueue"));
    m_queueView->setAccessibleName(tr("Inspections that wait for review"));
    m_queueView->setModel(&m_queue);
    m_queueView->setItemDelegate(new QueueDelegate(m_queueView));
    m_queueView->setUniformItemSizes(true);
    m_queueView->setFrameShape(QFrame::NoFrame);
    m_queueView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_queueView, 1);
    connect(m_queueView, &QListView::clicked, this,
            [this](const QModelIndex &index) { open(index.data(InspectionsModel::IdRole).toString()); });
    connect(m_queueView, &QListView::activated, this,
            [this](const QModelIndex &index) { open(index.data(InspectionsModel::IdRole).toString()); });
    return pane;
}

QWidget *ReviewPage::buildTable()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 16, 8);
    m_show = new SegmentedControl(pane);
    m_show->setAccessibleName(tr("Which items to show"));
    m_summary = plainLabel(pane);
    head->addWidget(m_show);
    head->addStretch();
    m_signatures = new SignaturesButton(m_services, pane);
    connect(m_signatures, &SignaturesButton::failed, this,
            [this](const Error &error) { m_messages->post(QStringLiteral("files"), Message::of(error)); });
    head->addWidget(m_signatures);
    head->addSpacing(12);
    head->addWidget(m_summary);
    column->addLayout(head);
    m_fileWords = plainLabel(pane);
    m_fileWords->setObjectName(QStringLiteral("filesOfInspection"));
    m_fileWords->setWordWrap(true);
    m_fileList = new QPushButton(tr("List of the files…"), pane);
    m_fileList->setObjectName(QStringLiteral("listOfFiles"));
    m_fileList->setProperty("role", QStringLiteral("link"));
    connect(m_fileList, &QPushButton::clicked, this, [this] { new FileListSheet(m_services, m_inspectionId, this); });
    auto *files = new QHBoxLayout;
    files->setContentsMargins(16, 0, 16, 8);
    files->setSpacing(12);
    files->addWidget(m_fileWords, 1);
    files->addWidget(m_fileList, 0, Qt::AlignTop);
    column->addLayout(files);
    m_decisionBefore = wrapped(pane);
    m_decisionBefore->setObjectName(QStringLiteral("decisionBefore"));
    m_decisionBefore->setContentsMargins(16, 0, 16, 8);
    column->addWidget(m_decisionBefore);
    m_table = new TableView(pane);
    m_table->setObjectName(QStringLiteral("reviewTable"));
    m_table->setAccessibleName(tr("Items of the inspection"));
    column->addWidget(m_table, 1);
    connect(m_show, &SegmentedControl::chosen, this, [this](const QString &id) {
        showOnly(id);
        showFirst();
    });
    return pane;
}

QWidget *ReviewPage::buildItem()
{
    auto *place = new QWidget(this); // keeps its width while no item is chosen
    place->setFixedWidth(328);
    auto *around = new QVBoxLayout(place);
    around->setContentsMargins(0, 0, 0, 0);
    auto *pane = new QWidget(place);
    m_itemPane = pane;
    m_itemPane->setObjectName(QStringLiteral("reviewItem"));
    around->addWidget(pane);
    auto *whole = new QVBoxLayout(pane);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(buildFacts(pane), 1);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(16, 8, 16, 12);
    column->setSpacing(8);
    whole->addLayout(column);
    m_commentTitle = plainLabel(tr("Your comment"), pane);
    m_commentTitle->setFont(currentTheme().font(Type::SectionTitle));
    m_comment = new QPlainTextEdit(pane);
    m_comment->setObjectName(QStringLiteral("itemComment"));
    m_comment->setTabChangesFocus(true);
    m_comment->setPlaceholderText(tr("What the inspector is to do about this item"));
    m_comment->setFixedHeight(80);
    m_commentHint = plainLabel(tr("The inspector sees the comments with your decision."), pane);
    m_commentHint->setFont(currentTheme().font(Type::Caption));
    m_commentHint->setWordWrap(true);
    column->addWidget(m_commentTitle);
    column->addWidget(m_comment);
    column->addWidget(m_commentHint);
    connect(m_comment, &QPlainTextEdit::textChanged, this, [this] {
        if (m_comment->hasFocus())
            keepComment();
    });
    return place;
}

/// What there is to see of the item; it scrolls, so that the comment below keeps its place.
QWidget *ReviewPage::buildFacts(QWidget *pane)
{
    auto *facts = new QWidget;
    auto *column = new QVBoxLayout(facts);
    column->setContentsMargins(16, 12, 16, 8);
    column->setSpacing(8);
    m_itemTitle = plainLabel(facts);
    m_itemTitle->setFont(currentTheme().font(Type::Code));
    m_itemText = wrapped(facts);
    m_itemText->setFont(currentTheme().font(Type::ItemTextCurrent));
    m_answer = new StatusChip(facts);
    m_before = wrapped(facts);
    m_note = wrapped(facts);
    m_note->setTextFormat(Qt::RichText);
    m_lacking = wrapped(facts);
    m_lacking->setObjectName(QStringLiteral("filesAskedFor"));
    QPalette warn = m_lacking->palette();
    warn.setColor(QPalette::WindowText, currentTheme().status(Status::Warn).text);
    m_lacking->setPalette(warn);
    m_files = new EvidencePane(m_services, facts);
    m_photo = new LargePhoto(m_services, *m_files->model(), facts);
    m_filesBeforeTitle = wrapped(facts);
    m_filesBeforeTitle->setFont(currentTheme().font(Type::Caption));
    m_filesBefore = new EvidencePane(m_services, facts);
    m_filesBefore->setObjectName(QStringLiteral("filesBefore"));
    column->addWidget(m_itemTitle);
    column->addWidget(m_itemText);
    column->addWidget(m_answer, 0, Qt::AlignLeading);
    for (QWidget *part :
         {static_cast<QWidget *>(m_before), static_cast<QWidget *>(m_lacking), static_cast<QWidget *>(m_note),
          static_cast<QWidget *>(m_photo), static_cast<QWidget *>(m_files), static_cast<QWidget *>(m_filesBeforeTitle),
          static_cast<QWidget *>(m_filesBefore)})
        column->addWidget(part);
    column->addStretch();
    connect(m_photo, &LargePhoto::openRequested, m_files, &EvidencePane::open);
    connect(m_files, &EvidencePane::chosen, m_photo, &LargePhoto::showRow);
    for (EvidencePane *files : {m_files, m_filesBefore}) {
        connect(files, &EvidencePane::contentChanged, this, &ReviewPage::showPhotos);
        connect(files, &EvidencePane::failed, this,
                [this](const Error &error) { m_messages->post(QStringLiteral("files"), Message::of(error)); });
    }
    return scrolling(facts, pane);
}

QWidget *ReviewPage::buildFooter()
{
    auto *footer = new QFrame(this);
    footer->setProperty("bar", QStringLiteral("bottom"));
    footer->setMinimumHeight(64);
    m_footer = new QHBoxLayout(footer);
    m_footer->setContentsMargins(16, 12, 16, 12);
    m_footer->setSpacing(12);
    m_duty = wrapped(footer);
    m_duty->setObjectName(QStringLiteral("reviewDuty"));
    m_decided = wrapped(footer);
    m_decided->setObjectName(QStringLiteral("reviewDecided"));
    m_reject = new AskTwice(QStringLiteral("rejectInspection"), QStringLiteral("doNotReject"), footer);
    m_reject->setRole(QStringLiteral("danger"));
    m_return = new QPushButton(tr("Return"), footer);
    m_return->setObjectName(QStringLiteral("returnInspection"));
    m_accept = new AskTwice(QStringLiteral("acceptInspection"), QStringLiteral("doNotAccept"), footer);
    m_accept->setRole(QStringLiteral("primary"));
    m_toCertificate = new QPushButton(tr("Go to the certificate"), footer);
    m_toCertificate->setObjectName(QStringLiteral("goToCertificate"));
    m_toCertificate->setProperty("role", QStringLiteral("primary"));
    m_footer->addWidget(m_duty, 1);
    m_footer->addWidget(m_decided, 1);
    m_footer->addWidget(buildReason(footer), 2);
    for (QWidget *button : {static_cast<QWidget *>(m_reject), static_cast<QWidget *>(m_return),
                            static_cast<QWidget *>(m_accept), static_cast<QWidget *>(m_toCertificate)})
        m_footer->addWidget(button);
    connect(m_reject, &AskTwice::confirmed, this, [this] { decide(QStringLiteral("reject")); });
    connect(m_return, &QPushButton::clicked, this, [this] { decide(QStringLiteral("return")); });
    connect(m_accept, &AskTwice::confirmed, this, [this] { decide(QStringLiteral("accept")); });
    for (AskTwice *asks : {m_reject, m_accept})
        connect(asks, &AskTwice::asking, this, &ReviewPage::makeRoom);
    connect(m_toCertificate, &QPushButton::clicked, this, [this] { Q_EMIT certificateRequested(m_inspectionId); });
    return footer;
}

QWidget *ReviewPage::buildReason(QWidget *footer)
{
    m_reasonBox = new QWidget(footer);
    auto *column = new QVBoxLayout(m_reasonBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_reason = new QLineEdit(m_reasonBox);
    m_reason->setObjectName(QStringLiteral("reviewReason"));
    m_reason->setPlaceholderText(tr("Reason of the decision"));
    m_reason->setAccessibleName(tr("Reason of the decision"));
    m_reason->setMaxLength(2000);
    m_missing = refusalLabel(m_reasonBox);
    m_missing->setObjectName(QStringLiteral("reviewReasonMissing"));
    column->addWidget(m_reason);
    column->addWidget(m_missing);
    connect(m_reason, &QLineEdit::textChanged, this, &ReviewPage::refreshAsking);
    return m_reasonBox;
}

} // namespace markaz::ui
