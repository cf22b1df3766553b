// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/status.h"

#include <QListView>
#include <QStandardItemModel>

namespace markaz::ui {

/// One entry: code and time, name, and a line of status below.
struct Entry
{
    QString id;
    QString code;
    QString time;
    QString name;
    ChipContent status; ///< its words in its colour, behind its icon
};

/// Records to choose from, in three lines each; what was chosen stays chosen when the list is filled anew.
class EntryList final : public QListView
{
    Q_OBJECT
public:
    explicit EntryList(QWidget *parent = nullptr);
    void setEntries(const QList<Entry> &entries);
    QString currentId() const;
    void choose(const QString &id);
    int count() const { return m_model.rowCount(); }

Q_SIGNALS:
    void chosen(const QString &id); ///< empty when nothing is left

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QStandardItemModel m_model;
    bool m_filling = false;
};

} // namespace markaz::ui
