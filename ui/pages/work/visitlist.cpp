// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/work/visitlist.h"

#include "ui/text/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/letterkey.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/stylepaint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace markaz::ui {
namespace {

constexpr int kGap = 12; ///< between two cards
constexpr int kHead = 40;
constexpr int kPadding = 16;
constexpr int kCode = 84;
constexpr int kKind = 92;
constexpr int kWhen = 92;
constexpr int kButtonRoom = 144;
constexpr int kNameRoom = 220; ///< with less, as on a laptop at 150 %, day and kind stand in the line of the place
constexpr int kButtonHeight = 32;

const QString kEnter = QStringLiteral("Enter");

int visitHeight()
{
    return currentTheme().urdu() ? 64 : 52;
}

/// The button of a row; wider in the chosen one, which shows the key.
QRect buttonIn(const QRect &row, const QString &words, bool chosen, Qt::LayoutDirection direction)
{
    int width = QFontMetrics(currentTheme().font(Type::Button)).horizontalAdvance(words) + 24;
    if (chosen)
        width += stylepaint::keyHintSize(kEnter).width() + 10;
    width = std::max(width, 72);
    return QStyle::visualRect(
        direction, row,
        QRect(row.right() - kPadding - width + 1, row.center().y() - kButtonHeight / 2, width, kButtonHeight));
}

bool hasColumns(int width)
{
    return width >= 2 * kPadding + kCode + kNameRoom + 12 + kKind + kWhen + kButtonRoom;
}

/// The two lines of a row's name and place, in a list from left to right.
QRect wordsIn(const QRect &row, const QString &action)
{
    const int x = row.left() + kPadding + kCode;
    const int behind =
        hasColumns(row.width()) ? kWhen + kKind + kButtonRoom : buttonIn(row, action, true, Qt::LeftToRight).width();
    const int line = currentTheme().urdu() ? 28 : 20;
    return {x, row.center().y() - line + 1, std::max(row.right() - kPadding - behind - 12 - x, 0), 2 * line};
}

class VisitDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        if (!index.data(VisitsModel::HeadRole).toBool())
            return {400, visitHeight()};
        return {400, index.row() == 0 ? kHead : kGap + kHead};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (index.data(VisitsModel::HeadRole).toBool())
            paintHead(*painter, option, index);
        else
            paintVisit(*painter, option, index);
        painter->restore();
    }

private:
    /// The part of a card that lies in \p rect: its rounded ends lie outside unless it is the first or the last.
    static void paintCard(QPainter &painter, const QRect &rect, bool first, bool last, const QColor &ground)
    {
        painter.setClipRect(rect);
        stylepaint::box(painter, rect.adjusted(0, first ? 0 : -12, 0, last ? 0 : 12), ground,
                        currentTheme().colour(Colour::Line));
        if (!last)
            painter.fillRect(QRect(rect.left() + 1, rect.bottom(), rect.width() - 2, 1),
                             currentTheme().colour(Colour::Line));
    }

    static int leading(const QStyleOptionViewItem &option)
    {
        return static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
    }

    static void paintHead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const Theme theme = currentTheme();
        const QRect r = index.row() == 0 ? option.rect : option.rect.adjusted(0, kGap, 0, 0);
        const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, r, rect); };
        paintCard(painter, r, true, false, theme.colour(Colour::Base));
        const QString iconName = index.data(VisitsModel::IconRole).toString();
        const bool late = index.data(VisitsModel::LateRole).toBool();
        const QColor colour =
            late ? theme.status(Status::Bad).text
                 : (iconName == QLatin1String("clock") ? theme.status(Status::Info).text : theme.colour(Colour::Text));
        paintIcon(painter, visual(QRect(r.left() + kPadding, r.top(), 18, r.height())), iconName, colour, 16);
        painter.setFont(theme.font(Type::SectionTitle));
        painter.setPen(theme.colour(Colour::Text));
        const QString title = index.data(Qt::DisplayRole).toString();
        const int width = painter.fontMetrics().horizontalAdvance(title) + 4;
        const int x = r.left() + kPadding + 26;
        drawWords(painter, visual(QRect(x, r.top(), width, r.height())), leading(option), title);
        painter.setFont(theme.font(Type::Body));
        painter.setPen(theme.colour(Colour::Text2));
        drawWords(painter, visual(QRect(x + width + 8, r.top(), r.right() - x - width - 24, r.height())),
                  leading(option), index.data(VisitsModel::NoteRole).toString());
    }

    static void paintVisit(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const Theme theme = currentTheme();
        const QRect r = option.rect;
        const bool chosen = option.state & QStyle::State_Selected;
        const bool last = index.data(VisitsModel::LastRole).toBool();
        const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, r, rect); };
        paintCard(painter, r, false, last, theme.colour(chosen ? Colour::Tint : Colour::Base));
        if (chosen)
            painter.fillRect(visual(QRect(r.left(), r.top(), 3, r.height() - 1)), theme.colour(Colour::Accent));

        painter.setPen(theme.colour(Colour::Text));
        painter.setFont(theme.font(Type::Code));
        drawWords(painter, visual(QRect(r.left() + kPadding, r.top(), kCode - 8, r.height())), leading(option),
                  format::code(index.data(VisitsModel::CodeRole).toString()));
        const QRect words = wordsIn(r, index.data(VisitsModel::ActionRole).toString());
        const int line = words.height() / 2;
        const bool columns = hasColumns(r.width());
        int right = r.right() - kPadding - kButtonRoom;
        const auto takeColumn = [&](int width) {
            right -= width;
            return visual(QRect(right, r.top(), width, r.height()));
        };
        const QColor day =
            index.data(VisitsModel::LateRole).toBool() ? theme.status(Status::Bad).text : theme.colour(Colour::Text);
        const QString when = index.data(VisitsModel::WhenRole).toString();
        const QString kind = index.data(VisitsModel::KindRole).toString();
        if (columns) {
            painter.setFont(theme.font(Type::Body));
            painter.setPen(day);
            drawWords(painter, takeColumn(kWhen),
                      static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter),
                      when);
            paintChip(painter, takeColumn(kKind), {Status::Neutral, {}, kind}, option.direction);
        }

        const int x = words.left();
        const int wide = words.width();
        QFont name = theme.font(Type::Body);
        name.setWeight(QFont::DemiBold);
        painter.setFont(name);
        painter.setPen(theme.colour(Colour::Text));
        drawWords(painter, visual(QRect(x, words.top(), wide, line)), leading(option),
                  elided(index.data(Qt::DisplayRole).toString(), name, wide));
        painter.setFont(theme.font(Type::Chip));
        QString place = index.data(VisitsModel::PlaceRole).toString();
        int told = 0; // of the line
        if (!columns) {
            painter.setPen(day);
            drawWords(painter, visual(QRect(x, words.top() + line, wide, line)), leading(option), when);
            told = std::min(painter.fontMetrics().horizontalAdvance(when) + 8, wide);
            place = format::list({kind, place});
        }
        painter.setPen(theme.colour(Colour::Text2));
        drawWords(painter, visual(QRect(x + told, words.top() + line, wide - told, line)), leading(option),
                  elided(place, painter.font(), wide - told));
        paintButton(painter, option, index, chosen);
        if (option.state & QStyle::State_HasFocus)
            stylepaint::ring(painter, QRectF(r).adjusted(1, 1, -1, -2), last ? 6 : 2);
    }

    static void paintButton(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                            bool chosen)
    {
        const Theme theme = currentTheme();
        const QString words = index.data(VisitsModel::ActionRole).toString();
        const QRect place = buttonIn(option.rect, words, chosen, option.direction);
        const QColor text = theme.colour(chosen ? Colour::OnAccent : Colour::Text);
        stylepaint::box(painter, place, theme.colour(chosen ? Colour::Accent : Colour::Base),
                        chosen ? QColor() : theme.colour(Colour::Strong));
        painter.setFont(theme.font(Type::Button));
        painter.setPen(text);
        QRect room = place;
        if (chosen) {
            const int key = stylepaint::keyHintSize(kEnter).width() + 16;
            const QRect keyPlace = QStyle::visualRect(option.direction, place,
                                                      QRect(place.right() - key + 1, place.top(), key, place.height()));
            stylepaint::keyHint(painter, keyPlace, kEnter, text, text);
            room = QStyle::visualRect(option.direction, place,
                                      QRect(place.left() + 4, place.top(), place.width() - key, place.height()));
        }
        drawWords(painter, room, Qt::AlignCenter, words);
    }
};

} // namespace

VisitList::VisitList(QWidget *parent)
    : QListView(parent)
{
    setObjectName(QStringLiteral("visitList"));
    setItemDelegate(new VisitDelegate(this));
    setModel(&m_model);
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setResizeMode(Adjust);
    setProperty("noFocusRing", true);
    viewport()->setAutoFillBackground(false); // the cards stand on the page's ground
    setAccessibleName(tr("Visits to make"));
}

void VisitList::setVisits(const QList<AssignmentRow> &visits, const QDate &today)
{
    const AssignmentRow *before = chosen();
    const QString id = before == nullptr ? QString() : before->id;
    m_model.setVisits(visits, today);
    const QModelIndex again = m_model.indexOf(id);
    setCurrentIndex(again.isValid() ? again : m_model.firstVisit());
}

QRect VisitList::buttonRect(const QModelIndex &index) const
{
    if (m_model.visitAt(index) == nullptr)
        return {};
    return buttonIn(visualRect(index), index.data(VisitsModel::ActionRole).toString(), index == currentIndex(),
                    layoutDirection());
}

int VisitList::nameWidth(const QModelIndex &index) const
{
    return wordsIn(visualRect(index), index.data(VisitsModel::ActionRole).toString()).width();
}

void VisitList::start(const QModelIndex &index)
{
    if (const AssignmentRow *visit = m_model.visitAt(index))
        Q_EMIT startRequested(visit->id, visit->draftId);
}

void VisitList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT chosenChanged();
}

void VisitList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        start(currentIndex());
    else if (letterKey(*event) == Qt::Key_O && event->modifiers() == Qt::NoModifier)
        Q_EMIT notPossibleRequested();
    else
        QListView::keyPressEvent(event);
}

void VisitList::mousePressEvent(QMouseEvent *event)
{
    // Before the press chooses the row, whose button is wider then.
    const QModelIndex under = indexAt(event->pos());
    m_pressed = event->button() == Qt::LeftButton && buttonRect(under).contains(event->pos()) ? under : QModelIndex();
    QListView::mousePressEvent(event);
}

void VisitList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex pressed = std::exchange(m_pressed, QPersistentModelIndex());
    if (pressed.isValid() && event->button() == Qt::LeftButton && buttonRect(pressed).contains(event->pos()))
        start(pressed);
}

} // namespace markaz::ui
