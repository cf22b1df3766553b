// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"
#include "core/storage/database.h"

#include <optional>

namespace markaz {

/// Empty members ask for everything.
struct FindingFilter
{
    QString text;           ///< part of the building's code or name
    QStringList states;     ///< tokens
    QStringList severities; ///< tokens
};

/// One row of the findings table. What is sealed stands in the record.
struct FindingRow
{
    QString id;
    QString inspectionId;
    QString buildingId;
    QString buildingCode;
    QString buildingName;
    QString city;
    QString item;
    Severity severity = Severity::Major;
    FindingState state = FindingState::Open;
    QDate due;
    bool owed = false; ///< a change of it has not been taken by the server yet
    int cityId = 0;

    bool isOverdue(const QDate &today) const { return state == FindingState::Open && due < today; }
};

/// Findings in the order of their urgency: open ones by their day, so that the overdue are the first; then those that
/// wait to be verified; then the settled.
class FindingRepository
{
public:
    explicit FindingRepository(Database &database)
        : m_database(database)
    {
    }

    /// Ids first, rows by need: the model keeps the order of ids.
    Result<QStringList> ids(const FindingFilter &filter) const;
    Result<QList<FindingRow>> rows(const QStringList &ids) const;
    Result<int> count() const;
    Result<int> overdue(const QDate &today) const;
    /// What has been found at \p item of the building or of one that was merged into it, by whichever visit: unsettled
    /// ones, and all of \p inspectionId.
    Result<QStringList> ofItem(const QString &buildingId, const QString &item, const QString &inspectionId) const;
    /// Those that the visit raised.
    Result<QStringList> ofInspection(const QString &inspectionId) const;
    /// Those of the building and of what was merged into it.
    Result<QStringList> ofBuilding(const QString &buildingId) const;
    /// Those of them that are open or fixed.
    Result<QStringList> unsettledOf(const QString &buildingId) const;

private:
    Result<QStringList> read(const QString &sql, const QVariantList &values) const;
    Database &m_database;
};

} // namespace markaz
