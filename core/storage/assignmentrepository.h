// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/inspectionrepository.h"

#include <QMap>

namespace markaz {

/// Among the states of a filter: those that are open and late.
inline const QString kOverdue = QStringLiteral("overdue");

/// One of the list, of whatever state.
struct ListedAssignment : AssignmentRow
{
    QString state; ///< token

    bool isOverdue(const QDate &today) const { return state == QLatin1String("open") && due < today; }
};

/// Empty members ask for everything.
struct AssignmentFilter
{
    QString text; ///< part of the building's code or name, or of the inspector's name
    QStringList inspectors;
    QStringList states; ///< tokens, and kOverdue
    QStringList kinds;  ///< tokens
    QDate due;          ///< that day alone
};

/// An inspector and the visits that wait for him, as far as this laptop knows: those of its provinces.
struct InspectorLoad
{
    QString id;
    QString name;          ///< empty where his account is not on this laptop
    QStringList provinces; ///< ISO 3166-2, his whole scope
    bool active = false;
    int open = 0;    ///< all of them
    int overdue = 0; ///< of these
    int soon = 0;    ///< of these due today or in the seven days after
};

/// Assignments in the order of their urgency: open ones by their day, so that the overdue are the first; then those
/// that are closed, the latest day first.
class AssignmentRepository
{
public:
    explicit AssignmentRepository(Database &database)
        : m_database(database)
    {
    }

    /// Ids first, rows by need: the model keeps the order of ids.
    Result<QStringList> ids(const AssignmentFilter &filter, const QDate &today) const;
    Result<QList<ListedAssignment>> rows(const QStringList &ids) const;
    Result<int> count() const;
    Result<int> overdue(const QDate &today) const;
    /// How many open ones of the filter are due on each day from \p first to \p last; days without one are left out.
    /// The filter's own states and day do not count.
    Result<QMap<QDate, int>> dueByDay(const AssignmentFilter &filter, const QDate &first, const QDate &last) const;
    /// Every inspector with an account in use, and whoever else has an open assignment; by name.
    Result<QList<InspectorLoad>> inspectors(const QDate &today) const;
    /// The open assignment of this kind on the building or on one that was merged into it.
    Result<std::optional<QString>> openOn(const QString &buildingId, const QString &kind) const;
    /// Whether a draft of the inspector who has it names it.
    Result<bool> isBegun(const QString &assignmentId) const;

private:
    Database &m_database;
};

} // namespace markaz
