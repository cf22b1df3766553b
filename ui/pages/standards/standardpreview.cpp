// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/standards/standardpreview.h"

#include "ui/pages/inspection/guidancepane.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/widgets/answers/itemrow.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sectionlist.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace markaz::ui {

StandardSections::StandardSections(const Standard &standard, QObject *parent)
    : QAbstractListModel(parent)
    , m_standard(standard)
{
}

int StandardSections::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_standard.sections().size());
}

QVariant StandardSections::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Section &section = m_standard.sections().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return section.title.in(isUrdu());
    case SectionLetterRole:
        return section.code;
    case SectionAnsweredRole:
    case SectionProblemsRole:
    case SectionMissingRole:
        return 0;
    case SectionTotalRole:
        return static_cast<int>(section.items.size());
    default:
        return {};
    }
}

StandardPreview::StandardPreview(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("standardPreview"));
    setFocusPolicy(Qt::StrongFocus);
    setProperty("noFocusRing", true); // the current row's frame shows where the keys go
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *panes = new QSplitter(this);
    panes->setHandleWidth(1);
    panes->setChildrenCollapsible(false);
    m_sectionList = new SectionList(panes);
    m_sectionList->setAccessibleName(tr("Sections"));
    m_sectionList->setFixedWidth(232);
    connect(m_sectionList, &SectionList::chosen, this, [this](const QModelIndex &index) { showSection(index.row()); });
    panes->addWidget(m_sectionList);
    panes->addWidget(buildItems());
    m_guidance = new GuidancePane(panes);
    m_guidance->setMinimumWidth(240);
    panes->addWidget(m_guidance);
    panes->setStretchFactor(1, 1);
    panes->setSizes({232, 700, 300});
    column->addWidget(panes, 1);
}

QWidget *StandardPreview::buildItems()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    m_title = new ElidedLabel(pane);
    m_title->setFont(currentTheme().font(Type::CardTitle));
    m_title->setMinimumHeight(48);
    m_tier = new SegmentedControl(pane);
    m_tier->setObjectName(QStringLiteral("previewTier"));
    m_tier->setAccessibleName(tr("Thresholds of tier"));
    QList<Segment> tiers;
    for (int tier = 1; tier <= 3; ++tier)
        tiers.append({QString::number(tier), labels::tier(tier), {}});
    m_tier->setSegments(tiers);
    m_tier->setCurrent(QStringLiteral("1"));
    connect(m_tier, &SegmentedControl::chosen, this, &StandardPreview::refreshGuidance);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_tier);
    column->addLayout(head);
    m_items = new QWidget(pane);
    m_itemsLayout = new QVBoxLayout(m_items);
    m_itemsLayout->setContentsMargins(0, 0, 0, 0);
    m_itemsLayout->setSpacing(0);
    m_itemsLayout->addStretch(1);
    m_scroll = new QScrollArea(pane);
    m_scroll->setWidget(m_items);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_scroll, 1);
    pane->setMinimumWidth(520);
    return pane;
}

void StandardPreview::setStandard(const Standard &standard)
{
    m_sectionList->setModel(nullptr);
    m_sections.reset();
    m_standard = standard;
    m_sections = std::make_unique<StandardSections>(*m_standard);
    m_sectionList->setModel(m_sections.get());
    showItem(m_standard->items().first().code);
}

void StandardPreview::showItem(const QString &code)
{
    const Item *item = m_standard ? m_standard->item(code) : nullptr;
    if (item == nullptr)
        return;
    for (int section = 0; section < m_sections->rowCount(); ++section) {
        if (m_standard->sections().at(section).code != item->section)
            continue;
        m_sectionList->setCurrentIndex(m_sections->index(section));
        showSection(section);
    }
    select(code);
}

void StandardPreview::showSection(int section)
{
    if (!m_standard || section < 0 || section >= m_sections->rowCount())
        return;
    for (ItemRow *row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    const Section &shown = m_standard->sections().at(section);
    m_title->setText(QStringLiteral("%1  %2").arg(format::code(shown.code), shown.title.in(isUrdu())));
    for (const QString &code : shown.items) {
        auto *row = new ItemRow(*m_standard->item(code), *m_standard, isUrdu(), m_items);
        ItemRowState state;
        state.editable = false;
        row->setState(state);
        connect(row, &ItemRow::activated, this, &StandardPreview::select);
        m_itemsLayout->insertWidget(m_itemsLayout->count() - 1, row);
        row->show();
        m_rows.append(row);
    }
    select(shown.items.first());
}

void StandardPreview::select(const QString &code)
{
    m_current = code;
    for (ItemRow *row : std::as_const(m_rows))
        row->setCurrent(row->code() == code);
    refreshGuidance();
}

void StandardPreview::refreshGuidance()
{
    const Item *item = m_standard ? m_standard->item(m_current) : nullptr;
    if (item != nullptr)
        m_guidance->setItem(*m_standard, *item, m_tier->current().toInt());
}

void StandardPreview::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (by == 0)
        return QWidget::keyPressEvent(event);
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i)->code() != m_current)
            continue;
        const qsizetype next = qBound<qsizetype>(0, i + by, m_rows.size() - 1);
        select(m_rows.at(next)->code());
        m_itemsLayout->activate();
        m_items->adjustSize();
        m_scroll->ensureWidgetVisible(m_rows.at(next), 0, 24);
        return;
    }
}

} // namespace markaz::ui
