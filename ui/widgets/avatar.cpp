// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/avatar.h"

#include "ui/widgets/stylepaint.h"

#include <QPainter>

namespace markaz::ui {

QString initialsOf(const QString &name)
{
    QStringList words = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return !word.at(0).isLetter(); }); // "(sample)" is no name
    if (words.isEmpty())
        return {};
    const QString first = words.first().left(1).toUpper();
    return words.size() == 1 ? first : first + words.last().left(1).toUpper();
}

Avatar::Avatar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Avatar::setName(const QString &name)
{
    m_initials = initialsOf(name);
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    stylepaint::box(painter, rect(), theme.colour(Colour::Tint), {}, height() / 2.0);
    painter.setFont(theme.font(Type::CaptionStrong));
    painter.setPen(theme.colour(Colour::AccentText));
    drawWords(painter, rect(), Qt::AlignCenter, m_initials);
}

} // namespace markaz::ui
