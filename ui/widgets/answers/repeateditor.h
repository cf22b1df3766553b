// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/answers/answereditor.h"

#include <QJsonArray>

class QGridLayout;
class QLabel;
class QPushButton;

namespace markaz::ui {

/// The rows of a repeat item (exits, extinguishers, speed tests, rooms): a small table with a control in each cell.
/// The rows are given as they are filled in, each with what it has: only when all have what they need are they an
/// answer (core/standard), and until then the hint under the table names what is missing. A cell that cannot be right
/// stays in the editor, and is said by failed().
class RepeatEditor final : public AnswerEditor
{
    Q_OBJECT
public:
    RepeatEditor(const Item &item, const Standard &standard, bool urdu, QWidget *parent);
    void show(const QJsonObject &answer, int creditBp, const QString &computed) override;
    bool isWide() const override { return true; }
    int rowCount() const { return static_cast<int>(m_cells.size()); }
    /// The controls, row by row, in the order of the item's fields; for tests and the tour.
    const QList<QList<QWidget *>> &cells() const { return m_cells; }
    QString fieldName(int column) const { return m_item.repeatFields.at(column).name; }

private:
    void addRow(const QJsonObject &values);
    void removeRow(int row);
    void give();
    void rebuild(const QJsonArray &rows);
    void orderTabs();
    QWidget *makeCell(qsizetype column, const QJsonValue &value);
    QJsonArray rows() const;
    QString missing() const;

    Item m_item;
    bool m_urdu;
    QStringList m_heads; ///< what each field is called, with its unit
    QGridLayout *m_grid;
    QLabel *m_hint;
    QPushButton *m_add;
    QList<QList<QWidget *>> m_cells;
    QJsonArray m_shown;
};

/// What a cell holds, as the answer's JSON has it; a null value while it is empty. Shared with the tests.
QJsonValue cellValue(const QWidget *cell);

} // namespace markaz::ui
