// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame/raildelegate.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"

#include <QPainter>

namespace markaz::ui {
namespace {

constexpr int kEntry = 40;
constexpr int kIcon = 22;
constexpr int kBadge = 18;

} // namespace

QSize RailDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {48, kEntry + 4};
}

void RailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = currentTheme();
    const QRect r = option.rect.adjusted(8, 0, -8, -4);
    const bool folded = option.rect.width() < 100;
    const bool selected = option.state & QStyle::State_Selected;
    const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, r, rect); };
    painter->save();
    if (selected) {
        stylepaint::box(*painter, r, theme.colour(Colour::RailSelected), {}, 6);
        stylepaint::box(*painter, visual(QRect(r.left(), r.top(), 3, r.height())), theme.colour(Colour::RailEdge), {},
                        1.5);
    } else if (option.state & QStyle::State_MouseOver) {
        QColor hover = theme.colour(Colour::RailSelected);
        hover.setAlphaF(0.5F);
        stylepaint::box(*painter, r, hover, {}, 6);
    }
    const QColor text = theme.colour(selected ? Colour::OnAccent : Colour::RailText);
    const QColor words = selected && theme.dark() ? QColor(Qt::white) : text;
    const QRect image = folded ? QRect(r.center().x() - kIcon / 2 + 1, r.top(), kIcon, r.height())
                               : visual(QRect(r.left() + 13, r.top(), kIcon, r.height()));
    paintIcon(*painter, image, index.data(RailIconRole).toString(), words, kIcon);

    const int count = index.data(RailCounterRole).toInt();
    int trailing = 8;
    if (count > 0) {
        const QString number = count > 999 ? QStringLiteral("999+") : QString::number(count);
        QFont font = Theme(theme.scheme(), Language::English).font(Type::CaptionStrong);
        font.setWeight(QFont::Bold);
        const int width = std::max(folded ? 16 : 20, QFontMetrics(font).horizontalAdvance(number) + 10);
        const int height = folded ? 16 : kBadge;
        const QRect badge = folded
                                ? visual(QRect(r.right() - width + 1, r.top() + 2, width, height))
                                : visual(QRect(r.right() - 12 - width, r.center().y() - height / 2 + 1, width, height));
        trailing += width + 12;
        stylepaint::box(*painter, badge, Qt::white, {}, height / 2.0);
        painter->setFont(font);
        painter->setPen(Theme(ColourScheme::Light, Language::English).colour(Colour::Rail));
        drawWords(*painter, badge, Qt::AlignCenter, number);
    }
    if (!folded) {
        QFont font = theme.font(Type::Body);
        font.setWeight(selected ? QFont::DemiBold : QFont::Medium);
        painter->setFont(font);
        painter->setPen(words);
        const QRect title = visual(QRect(r.left() + 47, r.top(), r.width() - 47 - trailing, r.height()));
        drawWords(*painter, title,
                  static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                  elided(index.data(Qt::DisplayRole).toString(), font, title.width()));
    }
    if (option.state & QStyle::State_HasFocus) {
        // Blue would drown in the rail's green: here the ring takes the rail's own edge colour.
        stylepaint::box(*painter, QRectF(r).adjusted(1, 1, -1, -1), {}, theme.colour(Colour::RailEdge), 6, 2);
    }
    painter->restore();
}

} // namespace markaz::ui
