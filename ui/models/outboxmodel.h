// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/changewords.h"
#include "ui/widgets/status.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// The outbox in words: what waits, one line a record with what stands in its way; or what was settled, one line a
/// change, the newest first.
class OutboxModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Made, Record, What, StateColumn, ReasonColumn, ColumnCount };
    enum class Show { Waiting, History };

    OutboxModel(const Services &services, Show show, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    int changes() const { return m_changes; } ///< in all lines
    void reload();

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void reloaded();

private:
    struct Line
    {
        QList<OutboxRow> rows;            ///< of one record, in order
        std::optional<OutboxRow> blocker; ///< a held or rejected change before them
    };
    Result<QList<Line>> waiting() const;
    Result<QList<Line>> history() const;
    ChipContent chipOf(const Line &line) const;
    QString reasonOf(const Line &line) const;
    QString renumbered(const Change &change) const;

    Services m_services;
    ChangeWords m_words;
    Show m_show;
    QList<Line> m_lines;
    QSet<QString> m_settled;             ///< op_ids of changes whose conflict is decided
    QHash<QString, Change> m_registered; ///< by record: the change that made it, of the history
    int m_changes = 0;
};

} // namespace markaz::ui
