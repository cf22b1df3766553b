// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/inspectionrepository.h"
#include "ui/widgets/status.h"

#include <QAbstractListModel>

#include <optional>

namespace markaz::ui {

/// Visits under the day on which they are due: Overdue, Today, This week and Later, each a head and below it its visits
/// by due date. A head cannot be chosen; a group without a visit has none.
class VisitsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        HeadRole = Qt::UserRole + 1, ///< bool: a head, whose words are Qt::DisplayRole and NoteRole
        NoteRole,                    ///< "2 visits"
        IconRole,                    ///< name of the head's icon
        CodeRole,                    ///< of the building
        PlaceRole,                   ///< address, city and tier
        KindRole,                    ///< "Initial"
        WhenRole,                    ///< "4 days late", "Today", "27 Nov"
        LateRole,                    ///< bool
        ActionRole,                  ///< "Start", or "Continue" where there is a draft
        LastRole,                    ///< bool: the last of its group
    };

    explicit VisitsModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// \p visits by due date.
    void setVisits(const QList<AssignmentRow> &visits, const QDate &today);
    /// nullptr for a head.
    const AssignmentRow *visitAt(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &assignmentId) const; ///< invalid when it is gone
    QModelIndex firstVisit() const;
    int dueCount() const { return m_due; } ///< overdue and today

private:
    enum class Group { Overdue, Today, ThisWeek, Later };
    struct Row
    {
        Group group;
        int count = 0; ///< of a head; 0: a visit
        AssignmentRow visit;
    };
    QVariant headData(const Row &row, int role) const;
    QVariant visitData(const Row &row, int role) const;
    QString when(const QDate &due) const;

    QList<Row> m_rows;
    QDate m_today;
    int m_due = 0;
};

} // namespace markaz::ui
