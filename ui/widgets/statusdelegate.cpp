// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statusdelegate.h"

#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QTableView>

namespace markaz::ui {
namespace {

constexpr int kPadding = 8;

// The first and last shown columns are where the selection's edge and the focus mark end; hidden ones do not count.
bool isFirstColumn(const QStyleOptionViewItem &option)
{
    return option.viewItemPosition == QStyleOptionViewItem::Beginning ||
           option.viewItemPosition == QStyleOptionViewItem::OnlyOne;
}

bool isLastColumn(const QStyleOptionViewItem &option)
{
    return option.viewItemPosition == QStyleOptionViewItem::End ||
           option.viewItemPosition == QStyleOptionViewItem::OnlyOne;
}

// QTableView leaves viewItemPosition unset, so the visual index of the header says it.
QStyleOptionViewItem::ViewItemPosition positionOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    if (!table)
        return QStyleOptionViewItem::OnlyOne;
    const int x = table->columnViewportPosition(index.column());
    const int width = table->columnWidth(index.column());
    int first = INT_MAX;
    int last = INT_MIN;
    for (int c = 0; c < index.model()->columnCount(index.parent()); ++c) {
        if (table->isColumnHidden(c))
            continue;
        first = std::min(first, table->columnViewportPosition(c));
        last = std::max(last, table->columnViewportPosition(c) + table->columnWidth(c));
    }
    bool leading = x == first;
    bool trailing = x + width == last;
    if (option.direction == Qt::RightToLeft)
        std::swap(leading, trailing);
    if (leading && trailing)
        return QStyleOptionViewItem::OnlyOne;
    return leading    ? QStyleOptionViewItem::Beginning
           : trailing ? QStyleOptionViewItem::End
                      : QStyleOptionViewItem::Middle;
}

} // namespace

void RowDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    const Theme theme = currentTheme();
    const QRect r = given.rect;
    const bool selected = given.state & QStyle::State_Selected;
    if (selected)
        painter.fillRect(r, theme.colour(Colour::Tint));
    painter.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), theme.colour(Colour::Line));
    const auto *view = qobject_cast<const QAbstractItemView *>(given.widget);
    const bool focused = view && view->hasFocus() && view->currentIndex().row() == index.row();
    if (!selected && !focused)
        return; // nearly all cells: they need not know where the row ends
    QStyleOptionViewItem option = given;
    option.viewItemPosition = positionOf(given, index);
    if (selected && isFirstColumn(option))
        painter.fillRect(QStyle::visualRect(option.direction, r, QRect(r.left(), r.top(), 3, r.height() - 1)),
                         theme.colour(Colour::Accent));
    if (!focused)
        return;
    const QColor focus = theme.colour(Colour::Focus);
    painter.fillRect(QRect(r.left(), r.top(), r.width(), 2), focus);
    painter.fillRect(QRect(r.left(), r.bottom() - 1, r.width(), 2), focus);
    if (isFirstColumn(option))
        painter.fillRect(QStyle::visualRect(option.direction, r, QRect(r.left(), r.top(), 2, r.height())), focus);
    if (isLastColumn(option))
        painter.fillRect(QStyle::visualRect(option.direction, r, QRect(r.right() - 1, r.top(), 2, r.height())), focus);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    paintGround(*painter, option, index);
    const Theme theme = currentTheme();
    QRect words = option.rect.adjusted(kPadding, 0, -kPadding, -1);
    if (option.features & QStyleOptionViewItem::HasDecoration && !option.icon.isNull()) {
        const QRect place =
            QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(16, 16), words);
        option.icon.paint(painter, place);
        words = QStyle::visualRect(option.direction, words,
                                   QRect(words.x() + 24, words.y(), words.width() - 24, words.height()));
    }
    painter->save();
    painter->setFont(option.font);
    const QVariant foreground = index.data(Qt::ForegroundRole);
    painter->setPen(foreground.canConvert<QBrush>()
                        ? foreground.value<QBrush>().color()
                        : theme.colour(option.state & QStyle::State_Enabled ? Colour::Text : Colour::Text3));
    const Qt::Alignment alignment =
        QStyle::visualAlignment(option.direction, option.displayAlignment & Qt::AlignHorizontal_Mask);
    drawWords(*painter, words, static_cast<int>(alignment | Qt::AlignVCenter | Qt::AlignAbsolute),
              elided(option.text, option.font, words.width()));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    int width = QFontMetrics(option.font).horizontalAdvance(option.text) + 2 * kPadding + 2;
    if (option.features & QStyleOptionViewItem::HasDecoration)
        width += 24;
    return {width, currentTheme().tableRowHeight()};
}

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant data = index.data(ChipRole);
    if (!data.canConvert<ChipContent>()) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    paintGround(*painter, option, index);
    paintChip(*painter, option.rect.adjusted(kPadding, 0, -kPadding, -1), data.value<ChipContent>(), option.direction);
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant data = index.data(ChipRole);
    if (!data.canConvert<ChipContent>())
        return RowDelegate::sizeHint(option, index);
    return {chipSize(data.value<ChipContent>()).width() + 2 * kPadding, currentTheme().tableRowHeight()};
}

} // namespace markaz::ui
