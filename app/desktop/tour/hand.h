// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QJsonObject>
#include <QString>

class QWidget;

namespace markaz::ui {
class ItemRow;
} // namespace markaz::ui

namespace markaz::desktop {

/// The hand of the tour: mouse and keys on the real widgets, found by their object names. A widget that is missing,
/// hidden or disabled is an error, never passed over.
class Hand
{
public:
    explicit Hand(QWidget *window)
        : m_window(window)
    {
    }

    /// NotFound or WrongState with `where` = the name.
    Result<QWidget *> find(const QString &name) const;
    Result<void> click(const QString &name) const;
    Result<void> click(QWidget *widget) const;
    /// Clears the field and types, then leaves it with Tab.
    Result<void> type(const QString &name, const QString &text) const;
    Result<void> type(QWidget *field, const QString &text) const;
    /// Chooses an entry of a drop-down list with the keyboard, by its data.
    Result<void> choose(QWidget *combo, const QString &data) const;
    /// Opens a page by its entry on the rail, with a click.
    Result<void> openPage(const QString &title) const;
    /// Gives one item's answer through its own control.
    Result<void> answer(ui::ItemRow *row, const QJsonObject &answer) const;

private:
    QWidget *m_window;
};

} // namespace markaz::desktop
