// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/movedraft.h"
#include "ui/widgets/status.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// An item that differs between two versions of the standard, or an answer that was kept from one of them.
struct DifferenceRow
{
    ChipContent chip; ///< new, dropped, changed; of what was kept its version
    QString code;
    QString text;  ///< the item's
    QString words; ///< what differs and what that means for an answer; of what was kept the answer or the note
    QString whole; ///< all there is to read of it; of a changed wording the one before, too
    friend bool operator==(const DifferenceRow &, const DifferenceRow &) = default;
};

/// What is new, dropped and changed, in this order. \p move: of a draft, whose answers are then told of.
QList<DifferenceRow> differenceRows(const Standard &older, const Standard &newer, const DraftMove *move = nullptr);
/// Answers, and the notes in \p beside.
QList<DifferenceRow> keptRows(const Inspection &inspection, const StandardCatalogue &standards,
                              const QList<KeptBeside> &beside);
/// What the newest of the versions that ask for an item says of it; nullptr where none is known here.
const Item *itemOfAny(const StandardCatalogue &standards, const QString &code);

class DifferenceModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, Code, ItemText, Words, ColumnCount };
    static constexpr int WholeRole = Qt::UserRole + 20; ///< DifferenceRow::whole, of any column

    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// \p kept: they are kept answers.
    void setRows(const QList<DifferenceRow> &rows, bool kept = false);

private:
    QList<DifferenceRow> m_rows;
    bool m_kept = false;
};

} // namespace markaz::ui
