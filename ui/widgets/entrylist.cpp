// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/entrylist.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace markaz::ui {
namespace {

enum EntryRole { IdRole = Qt::UserRole + 90, CodeRole, TimeRole };

class EntryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, currentTheme().urdu() ? 92 : 74};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = currentTheme();
        const QRect r = option.rect;
        const bool selected = option.state & QStyle::State_Selected;
        const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, r, rect); };
        const int leading =
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
        const int line = theme.urdu() ? 28 : 22;
        const int x = r.left() + 16;
        const int wide = r.width() - 32;
        painter->save();
        painter->fillRect(r, theme.colour(selected ? Colour::Tint : Colour::Base));
        painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), theme.colour(Colour::Line));
        if (selected)
            painter->fillRect(visual(QRect(r.left(), r.top(), 3, r.height() - 1)), theme.colour(Colour::Accent));

        const int top = r.top() + 4;
        painter->setFont(theme.font(Type::Chip));
        painter->setPen(theme.colour(Colour::Text2));
        const QString time = index.data(TimeRole).toString();
        const int timeWidth = QFontMetrics(painter->font()).horizontalAdvance(time) + 4;
        drawWords(*painter, visual(QRect(x + wide - timeWidth, top, timeWidth, line)),
                  static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter), time);
        painter->setFont(theme.font(Type::Code));
        painter->setPen(theme.colour(Colour::Text));
        drawWords(*painter, visual(QRect(x, top, wide - timeWidth - 8, line)), leading,
                  elided(index.data(CodeRole).toString(), painter->font(), wide - timeWidth - 8));
        QFont font = theme.font(Type::Body);
        font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        drawWords(*painter, visual(QRect(x, top + line, wide, line)), leading,
                  elided(index.data(Qt::DisplayRole).toString(), font, wide));
        const auto status = index.data(ChipRole).value<ChipContent>();
        const QColor colour = theme.status(status.status).text;
        paintIcon(*painter, visual(QRect(x, top + 2 * line, 16, line)), status.icon, colour, 13);
        painter->setFont(theme.font(Type::Chip));
        painter->setPen(colour);
        drawWords(*painter, visual(QRect(x + 20, top + 2 * line, wide - 20, line)), leading,
                  elided(status.word, painter->font(), wide - 20));
        if (option.state & QStyle::State_HasFocus)
            stylepaint::ring(*painter, QRectF(r).adjusted(1, 1, -1, -2), 4);
        painter->restore();
    }
};

} // namespace

EntryList::EntryList(QWidget *parent)
    : QListView(parent)
{
    setItemDelegate(new EntryDelegate(this));
    setModel(&m_model);
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setProperty("noFocusRing", true);
}

void EntryList::setEntries(const QList<Entry> &entries)
{
    const QString before = currentId();
    const int row = currentIndex().row();
    m_filling = true;
    m_model.clear();
    for (const Entry &entry : entries) {
        auto *item = new QStandardItem(entry.name);
        item->setData(entry.id, IdRole);
        item->setData(entry.code, CodeRole);
        item->setData(entry.time, TimeRole);
        item->setData(QVariant::fromValue(entry.status), ChipRole);
        item->setData(QStringLiteral("%1 %2, %3").arg(entry.code, entry.name, entry.status.word),
                      Qt::AccessibleTextRole);
        m_model.appendRow(item);
    }
    choose(before);
    if (!currentIndex().isValid() && !entries.isEmpty()) // the chosen one is settled: the next one in its place
        setCurrentIndex(m_model.index(std::clamp(row, 0, static_cast<int>(entries.size()) - 1), 0));
    m_filling = false;
    Q_EMIT chosen(currentId());
}

QString EntryList::currentId() const
{
    return currentIndex().data(IdRole).toString();
}

void EntryList::choose(const QString &id)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.index(row, 0).data(IdRole).toString() == id)
            setCurrentIndex(m_model.index(row, 0));
    }
}

void EntryList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_filling)
        Q_EMIT chosen(currentId());
}

} // namespace markaz::ui
