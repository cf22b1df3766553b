// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the items: which of them are shown, which is the current one, and how one goes from one to the next.
#include "ui/pages/inspection/guidancepane.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/text/filewords.h"
#include "ui/text/language.h"
#include "ui/widgets/afterpress.h"
#include "ui/widgets/answers/itemrow.h"
#include "ui/widgets/evidence/evidencepane.h"
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QMoveEvent>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace markaz::ui {
namespace {

bool isProblem(ItemScore::Status status)
{
    return status == ItemScore::Status::Fails || status == ItemScore::Status::NotInspected;
}

bool isStop(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.focusProxy() == nullptr;
}

/// Tab goes through the rows as they stand: from \p before into \p row, which was made later.
void tabBehind(const QWidget &before, const QWidget &row)
{
    const auto stops = [](const QWidget &owner) {
        QList<QWidget *> found = owner.findChildren<QWidget *>();
        found.removeIf([](const QWidget *child) { return !isStop(*child); });
        return found;
    };
    const QList<QWidget *> there = stops(before);
    if (there.isEmpty())
        return;
    // The last of them before Tab leaves the row: what is being added to it now comes behind all rows still.
    QWidget *last = there.first();
    for (QWidget *next = last->nextInFocusChain(); before.isAncestorOf(next); next = next->nextInFocusChain()) {
        if (isStop(*next))
            last = next;
    }
    for (QWidget *next : stops(row)) {
        QWidget::setTabOrder(last, next);
        last = next;
    }
}

} // namespace

bool InspectionPage::wanted(int row) const
{
    return fits(row, m_show);
}

/// Whether an item belongs to this section and to what \p show asks for.
bool InspectionPage::fits(int row, Show show) const
{
    const QModelIndex index = m_model->index(row);
    if (index.data(ChecklistModel::SectionRole).toString() != m_section ||
        !index.data(ChecklistModel::VisibleRole).toBool())
        return false;
    const auto status = static_cast<ItemScore::Status>(index.data(ChecklistModel::StatusRole).toInt());
    switch (show) {
    case Show::All:
        break;
    case Show::ToDo:
        return m_model->isToDo(row);
    case Show::Missing:
        return status == ItemScore::Status::Missing || isShort(row);
    case Show::Problems:
        return isProblem(status);
    case Show::Changed:
        return index.data(ChecklistModel::ChangedRole).toBool();
    }
    return true;
}

/// Whether a file that is asked for is not attached to it.
bool InspectionPage::isShort(int row) const
{
    return m_model->lacking(m_model->item(row).code) != AskedEvidence();
}

/// Whoever goes elsewhere has left the field: what was typed in it is given before the rows go.
void InspectionPage::leaveRow()
{
    const QWidget *focus = window()->focusWidget();
    if (focus != nullptr && m_items->isAncestorOf(focus))
        setFocus(Qt::OtherFocusReason);
}

/// Shows the rows that section and filter want. A row that is there stays as it is, with what is typed in it. One that
/// has the keyboard stays even where it is not wanted any more, until it is left: a pull may change which items are
/// visible at any moment, and half a number is no answer, nor are the letters behind it keys of the page.
void InspectionPage::fillRows()
{
    if (m_filling)
        return;
    const QScopedValueRollback filling(m_filling, true);
    const QWidget *focus = window()->focusWidget();
    m_overstays = nullptr;
    QHash<QString, ItemRow *> before;
    for (ItemRow *row : std::exchange(m_rows, {}))
        before.insert(row->code(), row);
    QList<ItemRow *> rows;
    bool joins = false; // rows that stay
    for (int i = 0; i < m_model->rowCount(); ++i) {
        ItemRow *row = before.value(m_model->item(i).code);
        const bool edited = row != nullptr && focus != nullptr && row->isAncestorOf(focus);
        const bool wantedNow = wanted(i);
        if (!wantedNow && !edited)
            continue;
        if (!wantedNow)
            m_overstays = row;
        joins = before.remove(m_model->item(i).code) > 0 || joins;
        if (row == nullptr) {
            row = makeRow(m_model->item(i));
            m_itemsLayout->insertWidget(rows.isEmpty() ? 0 : m_itemsLayout->indexOf(rows.last()) + 1, row);
            if (!rows.isEmpty() && joins)
                tabBehind(*rows.last(), *row);
            row->show();
        }
        rows.append(row);
    }
    for (ItemRow *row : std::as_const(before)) {
        m_itemsLayout->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    m_rows = rows;
    for (ItemRow *row : std::as_const(rows))
        refreshRow(row);
    m_nothing->setVisible(m_rows.isEmpty());
    if (!m_rows.isEmpty() && rowOf(m_current) == nullptr)
        makeCurrent(nearestTo(m_current)->code(), false);
}

ItemRow *InspectionPage::makeRow(const Item &item)
{
    auto *row = new ItemRow(item, m_model->standard(), isUrdu(), m_items, &m_services);
    row->installEventFilter(this);
    connect(row, &ItemRow::activated, this, &InspectionPage::select);
    connect(row, &ItemRow::failed, this, [this](const Error &error) { // behind what was saved beside it
        m_afterPress->run(QStringLiteral("refused"), [this, error] { refuse(error); });
    });
    connect(row, &ItemRow::answerGiven, this, [this](const QString &code, const QJsonObject &answer) {
        m_model->setData(m_model->index(m_model->rowOf(code)), answer, ChecklistModel::AnswerRole);
    });
    connect(row, &ItemRow::noteGiven, this, [this](const QString &code, const QString &note) {
        m_model->setData(m_model->index(m_model->rowOf(code)), note, ChecklistModel::NoteRole);
    });
    keepHalfTyped(row);
    return row;
}

/// The row at the place of an item that is not shown any more: the first behind it, else the last; of another section's
/// item the first.
ItemRow *InspectionPage::nearestTo(const QString &code) const
{
    const Item *item = m_model->standard().item(code);
    if (item == nullptr || item->section != m_section)
        return m_rows.first();
    const int place = m_model->rowOf(code);
    const auto behind = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                     [&](const ItemRow *row) { return m_model->rowOf(row->code()) > place; });
    return behind == m_rows.cend() ? m_rows.last() : *behind;
}

void InspectionPage::refreshRow(ItemRow *row)
{
    const QModelIndex index = m_model->index(m_model->rowOf(row->code()));
    ItemRowState state;
    state.answer = index.data(ChecklistModel::AnswerRole).toJsonObject();
    state.note = index.data(ChecklistModel::NoteRole).toString();
    state.status = static_cast<ItemScore::Status>(index.data(ChecklistModel::StatusRole).toInt());
    state.creditBp = index.data(ChecklistModel::CreditRole).toInt();
    state.computed = index.data(ChecklistModel::ComputedRole).toString();
    state.editable = m_model->editable();
    state.carried = index.data(ChecklistModel::CarriedRole).toDate();
    state.changed = index.data(ChecklistModel::ChangedRole).toBool();
    state.asked = index.data(ChecklistModel::AskedRole).toString();
    state.lacking = lackingWords(m_model->lacking(row->code()));
    row->setState(state);
    if (row->hasStrip())
        showFiles(row);
}

ItemRow *InspectionPage::rowOf(const QString &code) const
{
    for (ItemRow *row : m_rows) {
        if (row->code() == code)
            return row;
    }
    return nullptr;
}

void InspectionPage::makeCurrent(const QString &code, bool scroll)
{
    ItemRow *row = rowOf(code);
    if (row == nullptr)
        return;
    if (m_current != code || !row->isCurrent()) {
        for (ItemRow *other : std::as_const(m_rows))
            other->setCurrent(other == row);
        m_current = code;
        m_messages->withdraw(QStringLiteral("applicable"));
        Q_EMIT currentItemChanged(code);
        filesOf(row);
        m_guidance->setItem(m_model->standard(), *m_model->standard().item(code), m_model->context()->scoring.tier);
        refreshGuidance();
    }
    if (scroll) {
        m_toScroll = !isVisible(); // nothing has its place yet
        scrollToCurrent();
        setFocus(Qt::OtherFocusReason);
    }
}

void InspectionPage::scrollToCurrent()
{
    ItemRow *row = rowOf(m_current);
    if (row == nullptr)
        return;
    // The row has just opened its note: its new height is only known after the layout ran.
    m_itemsLayout->activate();
    m_items->adjustSize();
    m_top.reset();
    m_follows = true;
    showWhole(*row);
}

/// Of a row that is higher than the pane the beginning.
void InspectionPage::showWhole(const ItemRow &row)
{
    m_scroll->ensureWidgetVisible(const_cast<ItemRow *>(&row), 0, 24);
    QScrollBar *bar = m_scroll->verticalScrollBar();
    bar->setValue(std::min(bar->value(), row.y()));
}

/// Rows learn their height with their width, and a message takes some of the pane's: whatever grows around the current
/// row leaves it where it is, and one that was scrolled to in sight.
bool InspectionPage::eventFilter(QObject *watched, QEvent *event)
{
    const auto *row = rowOf(m_current);
    if (row != nullptr && isVisible() && m_scroll->isVisible()) {
        const int scrolled = m_scroll->verticalScrollBar()->value();
        if (event->type() == QEvent::Move && watched == row)
            keepInSight(static_cast<const QMoveEvent *>(event)->oldPos().y() - scrolled,
                        m_scroll->viewport()->height());
        else if (event->type() == QEvent::Resize && watched == row && m_follows)
            keepInSight(row->y() - scrolled, m_scroll->viewport()->height());
        else if (event->type() == QEvent::Resize && watched == m_scroll->viewport())
            keepInSight(row->y() - scrolled, static_cast<const QResizeEvent *>(event)->oldSize().height());
    }
    return QWidget::eventFilter(watched, event);
}

/// Once the panes are laid out: the current row, whose top stood at \p top of a pane of \p height.
void InspectionPage::keepInSight(int top, int height)
{
    if (m_top || top < 0 || top >= height)
        return; // somebody has scrolled it away
    m_top = top;
    QMetaObject::invokeMethod(
        this,
        [this] {
            const auto before = std::exchange(m_top, std::nullopt);
            const ItemRow *row = rowOf(m_current);
            if (!before || row == nullptr)
                return;
            m_scroll->verticalScrollBar()->setValue(row->y() - *before);
            if (m_follows)
                showWhole(*row);
        },
        Qt::QueuedConnection);
}

void InspectionPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_toScroll, false)) // behind what lays the panes out
        QMetaObject::invokeMethod(this, &InspectionPage::scrollToCurrent, Qt::QueuedConnection);
}

/// What was clicked or has the keyboard becomes the current row, and stays where it stands on the screen.
void InspectionPage::select(const QString &code)
{
    m_afterPress->run(QStringLiteral("select"), [this, code] {
        ItemRow *row = rowOf(code);
        if (row == nullptr)
            return;
        m_follows = m_follows && code == m_current;
        inPlace([this, &code] { makeCurrent(code, false); }, row);
    });
}

/// Does what moves the rows, and leaves \p row, or the current one, where it stands on the screen.
void InspectionPage::inPlace(const std::function<void()> &what, const ItemRow *row)
{
    const QString code = row == nullptr ? m_current : row->code();
    const auto top = [this, &code] {
        const ItemRow *stays = rowOf(code);
        return stays == nullptr ? std::nullopt : std::optional(stays->mapTo(m_scroll, QPoint()).y());
    };
    const auto before = top();
    what();
    m_itemsLayout->activate();
    m_items->adjustSize();
    const auto after = top();
    if (before && after) {
        QScrollBar *bar = m_scroll->verticalScrollBar();
        bar->setValue(bar->value() + *after - *before);
        m_top.reset();
    }
}

/// The files of the row's item; made when the row first becomes the current one.
EvidencePane *InspectionPage::filesOf(ItemRow *row)
{
    if (row->hasStrip())
        return static_cast<EvidencePane *>(row->strip());
    auto *files = new EvidencePane(m_services, row);
    files->setUndoStack(m_model->undoStack());
    row->setStrip(files);
    tabBehind(*row, *files);
    showFiles(row);
    connect(files, &EvidencePane::contentChanged, row, [this, row] { showFiles(row); });
    connect(files, &EvidencePane::failed, this, &InspectionPage::refuse);
    connect(files, &EvidencePane::refused, this, [this](const Sentence &reasons) {
        m_messages->post(QStringLiteral("refused"), {Status::Bad, reasons, {}, {}, true});
    });
    return files;
}

void InspectionPage::step(int by)
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i]->code() == m_current) {
            const qsizetype next = i + by;
            if (next >= 0 && next < m_rows.size())
                makeCurrent(m_rows[next]->code(), true);
            return;
        }
    }
}

void InspectionPage::nextProblem()
{
    const auto &items = m_model->standard().items();
    const int start = m_model->rowOf(m_current);
    for (int offset = 1; offset <= items.size(); ++offset) {
        const int row = (start + offset) % static_cast<int>(items.size());
        const auto status =
            static_cast<ItemScore::Status>(m_model->index(row).data(ChecklistModel::StatusRole).toInt());
        if (status == ItemScore::Status::Missing || isProblem(status) || isShort(row)) {
            goToItem(items[row].code);
            return;
        }
    }
    m_messages->post(
        QStringLiteral("done"),
        {Status::Ok, {tr("No problem is left."), {}, tr("Review and submit when you are ready.")}, {}, {}, true});
}

void InspectionPage::focusMoved(QWidget *now)
{
    if (m_overstays != nullptr && !m_overstays->isAncestorOf(now))
        m_afterPress->run(QStringLiteral("refresh"), [this] { refresh(); });
    for (QWidget *widget = now; widget != nullptr; widget = widget->parentWidget()) {
        if (auto *row = qobject_cast<ItemRow *>(widget)) {
            if (m_rows.contains(row))
                select(row->code());
            return;
        }
    }
}

} // namespace markaz::ui
