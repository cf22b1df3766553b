// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"
#include "core/storage/database.h"

#include <QJsonObject>

#include <optional>

namespace markaz {

/// One row of the loans table. What is sealed stands in the record.
struct LoanRow
{
    QString id;
    QString buildingId;
    QString buildingCode;
    QString buildingName;
    QString owner; ///< name
    QString bank;
    int cityId = 0;
    QString city;     ///< in Latin letters
    QString province; ///< ISO 3166-2
    qint64 principalPaisa = 0;
    LoanState state = LoanState::Draft;
    QString stateAt;   ///< toIso()
    bool owed = false; ///< a change of it or of a document has not been taken by the server yet

    /// Whether its building's code or name, its owner, its bank or its city holds \p text, whatever the letters' case.
    bool holds(const QString &text) const;
};

/// Loans of the laptop's scope. A building and those that were merged into it are one.
class LoanRepository
{
public:
    explicit LoanRepository(Database &database)
        : m_database(database)
    {
    }

    /// All of them, the one that moved last first.
    Result<QList<LoanRow>> rows() const;
    /// One of them; NotFound without it.
    Result<LoanRow> row(const QString &id) const;
    /// Those of the building, the newest first.
    Result<QList<LoanRow>> ofBuilding(const QString &buildingId) const;
    /// The one of the building that is neither closed nor declined; nothing when it has none.
    Result<std::optional<QString>> openOf(const QString &buildingId) const;
    /// The body of the published policy of \p version; nothing when this laptop has it not.
    Result<std::optional<QJsonObject>> policyBody(int version) const;
    /// The versions that were published, the newest first.
    Result<QList<int>> policyVersions() const;

private:
    Result<QList<LoanRow>> read(const QString &rest, const QVariantList &values) const;
    Database &m_database;
};

} // namespace markaz
