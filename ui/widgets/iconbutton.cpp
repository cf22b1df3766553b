// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconbutton.h"

#include "ui/widgets/icons.h"

#include <QToolButton>

namespace markaz::ui {

QToolButton *iconButton(const QString &iconName, const QString &words, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setAccessibleName(words);
    button->setToolTip(words);
    button->setProperty("role", QStringLiteral("flat"));
    return button;
}

} // namespace markaz::ui
