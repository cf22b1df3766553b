// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QToolButton;
class QWidget;

namespace markaz::ui {

/// A flat button that is an icon alone; \p words are its accessible name and its tooltip.
QToolButton *iconButton(const QString &iconName, const QString &words, QWidget *parent);

} // namespace markaz::ui
