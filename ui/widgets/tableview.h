// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace markaz::ui {

/// QTableView as look.md has it: whole rows, no vertical lines, 32 px head on alt with the sorted column in text
/// colour, rows of one height so that 100,000 scroll, Enter opens. Chips show in any column whose cells have a
/// ChipRole.
class TableView : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(QWidget *parent = nullptr);

    /// Pixels of each column of the model; the one with 0 takes what is left.
    void setWidths(const QList<int> &widths);

Q_SIGNALS:
    /// Enter, or a double click, on a row.
    void opened(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void measure();
};

} // namespace markaz::ui
