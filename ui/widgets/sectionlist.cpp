// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sectionlist.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/stylepaint.h"

#include <QEvent>
#include <QPainter>

namespace markaz::ui {
namespace {

constexpr int kMargin = 12;
constexpr int kLetter = 24;

} // namespace

QSize SectionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, 54};
}

void SectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = currentTheme();
    const QRect r = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, r, rect); };
    painter->save();
    painter->fillRect(r, theme.colour(selected ? Colour::Tint : Colour::Base));
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), theme.colour(Colour::Line));
    if (selected)
        painter->fillRect(visual(QRect(r.left(), r.top(), 3, r.height() - 1)), theme.colour(Colour::Accent));

    // The letters A to J keep their form in Urdu.
    const QRect letter = visual(QRect(r.left() + kMargin, r.top() + (r.height() - kLetter) / 2, kLetter, kLetter));
    stylepaint::box(*painter, letter, selected ? theme.colour(Colour::Accent) : theme.status(Status::Neutral).ground,
                    {}, 4);
    painter->setFont(theme.font(Type::SectionTitle));
    painter->setPen(theme.colour(selected ? Colour::OnAccent : Colour::Text));
    drawWords(*painter, letter, Qt::AlignCenter, index.data(SectionLetterRole).toString());

    const int answered = index.data(SectionAnsweredRole).toInt();
    const int total = index.data(SectionTotalRole).toInt();
    const int problems = index.data(SectionProblemsRole).toInt();
    const int missing = index.data(SectionMissingRole).toInt();
    const int x = r.left() + kMargin + kLetter + 10;
    const int right = r.right() - kMargin + 1;

    int badgeWidth = 16;
    if (problems > 0 || missing > 0) {
        const ChipContent badge =
            problems > 0 ? ChipContent{Status::Bad, QStringLiteral("octagon-cross"), QString::number(problems)}
                         : ChipContent{Status::Neutral, QStringLiteral("dashed-ring"), QString::number(missing)};
        badgeWidth = chipSize(badge).width();
        const int badgeHeight = std::min(18, theme.chipHeight());
        const QRect place = visual(QRect(right - badgeWidth, r.top() + 11, badgeWidth, badgeHeight));
        const StatusColours colours = theme.status(badge.status);
        stylepaint::box(*painter, place, colours.ground, colours.border, 4);
        paintIcon(*painter,
                  QStyle::visualRect(option.direction, place, QRect(place.left() + 6, place.top(), 13, place.height())),
                  badge.icon, colours.text, 13);
        painter->setFont(theme.font(Type::Chip));
        painter->setPen(colours.text);
        drawWords(*painter,
                  QStyle::visualRect(option.direction, place,
                                     QRect(place.left() + 22, place.top(), badgeWidth - 27, place.height())),
                  Qt::AlignCenter, badge.word);
    } else if (total > 0 && answered >= total) {
        paintIcon(*painter, visual(QRect(right - 16, r.top() + 12, 16, 16)), QStringLiteral("check-ring"),
                  theme.status(Status::Ok).text, 15);
    }

    QFont font = theme.font(Type::Body);
    font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(theme.colour(Colour::Text));
    const QRect title = visual(QRect(x, r.top() + 9, right - badgeWidth - 8 - x, 22));
    drawWords(*painter, title,
              static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
              elided(index.data(Qt::DisplayRole).toString(), font, title.width()));

    painter->setFont(theme.font(Type::Caption));
    painter->setPen(theme.colour(Colour::Text2));
    const QString count = QStringLiteral("\u2066%1/%2\u2069").arg(answered).arg(total);
    const int countWidth =
        QFontMetrics(painter->font()).horizontalAdvance(QStringLiteral("%1/%2").arg(answered).arg(total)) + 2;
    drawWords(*painter, visual(QRect(right - std::max(countWidth, 34), r.top() + 31, std::max(countWidth, 34), 16)),
              static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter), count);
    const QRect track = visual(QRect(x, r.top() + 37, right - 42 - x, 4));
    stylepaint::box(*painter, track, selected ? theme.colour(Colour::Base) : theme.status(Status::Neutral).ground, {},
                    2);
    if (total > 0 && answered > 0) {
        const int width = std::clamp(track.width() * answered / total, 4, track.width());
        stylepaint::box(*painter,
                        QStyle::visualRect(option.direction, track, QRect(track.left(), track.top(), width, 4)),
                        theme.colour(Colour::Accent), {}, 2);
    }
    if (option.state & QStyle::State_HasFocus)
        stylepaint::ring(*painter, QRectF(r).adjusted(1, 1, -1, -2), 4);
    painter->restore();
}

SectionList::SectionList(QWidget *parent)
    : QListView(parent)
{
    setItemDelegate(new SectionDelegate(this));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setProperty("noFocusRing", true);
    setAccessibleName(tr("Sections"));
}

void SectionList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT chosen(current);
}

void SectionList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Sections"));
    QListView::changeEvent(event);
}

} // namespace markaz::ui
