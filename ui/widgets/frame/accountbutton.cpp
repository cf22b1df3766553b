// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame/accountbutton.h"

#include "ui/widgets/avatar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace markaz::ui {
namespace {

constexpr int kDisc = 28;
constexpr int kGap = 8;
constexpr int kArrow = 16;

QFont nameFont()
{
    return currentTheme().font(Type::SectionTitle);
}
QFont subFont()
{
    QFont font = currentTheme().font(Type::Chip);
    font.setWeight(QFont::Normal);
    return font;
}

} // namespace

AccountButton::AccountButton(QWidget *parent)
    : QToolButton(parent)
{
    setPopupMode(InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void AccountButton::setAccount(const QString &name, const QString &roleAndScope)
{
    m_name = name;
    m_sub = roleAndScope;
    setAccessibleName(tr("Account: %1, %2").arg(name, roleAndScope));
    updateGeometry();
    update();
}

QSize AccountButton::sizeHint() const
{
    const int words =
        std::max(QFontMetrics(nameFont()).horizontalAdvance(m_name), QFontMetrics(subFont()).horizontalAdvance(m_sub));
    return {4 + kDisc + kGap + words + 2 + kGap + kArrow + 4, 40};
}

QSize AccountButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 160), 40};
}

void AccountButton::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    if (underMouse() || isDown())
        stylepaint::box(painter, rect(), theme.colour(Colour::Alt), {}, 6);
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const QRect disc = visual(QRect(4, (height() - kDisc) / 2, kDisc, kDisc));
    stylepaint::box(painter, disc, theme.colour(Colour::Tint), {}, kDisc / 2.0);
    painter.setFont(theme.font(Type::CaptionStrong));
    painter.setPen(theme.colour(Colour::AccentText));
    drawWords(painter, disc, Qt::AlignCenter, initialsOf(m_name));
    const int x = 4 + kDisc + kGap;
    const int w = width() - x - kGap - kArrow - 4;
    // Nastaliq hangs lower and rises higher than its line: beside it the two give way to each other.
    const int apart = theme.urdu() || m_name.isRightToLeft() || m_sub.isRightToLeft() ? 3 : 0;
    const auto line = [&](int y, const QFont &font, Colour colour, const QString &words) {
        painter.setFont(font);
        painter.setPen(theme.colour(colour));
        drawWords(painter, visual(QRect(x, y, w, 18)),
                  static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                  elided(words, font, w + 1));
    };
    line(2 - apart, nameFont(), Colour::Text, m_name);
    line(19 + apart, subFont(), Colour::Text2, m_sub);
    paintIcon(painter, visual(QRect(width() - kArrow - 4, 0, kArrow, height())), QStringLiteral("chevron-down"),
              theme.colour(Colour::Text), kArrow);
}

void AccountButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QToolButton::changeEvent(event);
}

} // namespace markaz::ui
