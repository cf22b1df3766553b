// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <array>
#include <optional>

namespace markaz {

/// A saved scenario in a list. What it holds stands in the record.
struct ScenarioRow
{
    QString id;
    QString name;
    QString authorId;
    QString author;    ///< name; empty where the account is not on this laptop
    QString madeAt;    ///< toIso()
    bool owed = false; ///< the server has not taken it yet
};

/// What the loans and centres of this laptop's scope are like: averages, rounded half up; nothing where none is
/// recorded.
struct RecordedAverages
{
    int loans = 0; ///< that were applied for, approved or paid out
    std::optional<qint64> principalPaisa;
    std::optional<int> tenorMonths;
    std::optional<int> graceMonths;
    std::optional<int> markupBp; ///< with the KIBOR of its day, where it floats
    int centres = 0;             ///< that are open
    std::array<int, 3> centresByTier{};
    std::optional<int> seats;
    std::optional<qint64> seatRatePaisa;
    std::optional<int> occupancyBp; ///< seats taken of seats, of each open centre's last month
};

/// What the programme was tried with, and what it is tried from.
class ScenarioRepository
{
public:
    explicit ScenarioRepository(Database &database)
        : m_database(database)
    {
    }
    /// By name, then the newest first.
    Result<QList<ScenarioRow>> rows() const;
    Result<RecordedAverages> averages() const;

private:
    Database &m_database;
};

} // namespace markaz
