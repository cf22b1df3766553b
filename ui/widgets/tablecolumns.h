// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace markaz::ui {

class TableView;

/// Which columns a table shows: a menu of them, for a button and for the right button on the table's head. The first
/// column always stays, so that each row keeps its name.
class TableColumns final : public QObject
{
    Q_OBJECT
public:
    /// \p keys: one a column of the table's model. All of them show until the person chooses.
    TableColumns(TableView *table, const QStringList &keys);

    QMenu *menu() const { return m_menu; }
    QStringList shown() const;
    /// Keys that the table does not have are ignored; nothing known: all of them.
    void setShown(const QStringList &keys);

Q_SIGNALS:
    /// By the person, not by setShown().
    void chosen(const QStringList &keys);

private:
    void fillMenu();
    void show(const QStringList &keys);

    TableView *m_table;
    QStringList m_keys;
    QMenu *m_menu;
};

} // namespace markaz::ui
