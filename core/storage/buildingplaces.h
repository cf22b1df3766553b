// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/position.h"
#include "core/storage/database.h"

#include <QHash>

#include <functional>

namespace markaz {

/// Where the buildings of the cache stand, and what tells one from another.
class BuildingPlaces
{
public:
    explicit BuildingPlaces(Database &database)
        : m_database(database)
    {
    }

    /// Of those of \p ids that have a position.
    Result<QHash<QString, Position>> positions(const QStringList &ids) const;
    /// Hands \p take each building that is neither deleted nor merged into another: its fields city, name, address and
    /// position.
    Result<void> each(const std::function<void(const QString &code, const QJsonObject &fields)> &take) const;
    /// How many of the 9,999 numbers of \p prefix are free here.
    Result<int> freeNumbers(const QString &prefix) const;

private:
    Database &m_database;
};

} // namespace markaz
