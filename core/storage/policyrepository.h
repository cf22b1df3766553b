// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <QDate>
#include <QJsonObject>
#include <QMap>

#include <optional>

namespace markaz {

/// One published version of the programme's policy.
struct PolicyRow
{
    QString id;
    int version = 0;
    QDate from;           ///< the day on which it comes into force; invalid: it says none and holds from ever
    bool waiting = false; ///< the server has not taken it yet: in force for nobody
};

/// The versions of the policy that this laptop has.
class PolicyRepository
{
public:
    explicit PolicyRepository(Database &database)
        : m_database(database)
    {
    }

    /// The newest first.
    Result<QList<PolicyRow>> rows() const;
    /// What the version \p id says; nothing when it is not here.
    Result<std::optional<QJsonObject>> body(const QString &id) const;
    /// The newest that the server has and whose day has come by \p day; nothing when none was published.
    Result<std::optional<PolicyRow>> inForceOn(const QDate &day) const;
    /// The tiers that it gives cities in place of the gazetteer's, by GeoNames id.
    Result<QMap<int, int>> tiersOn(const QDate &day) const;

private:
    Database &m_database;
};

} // namespace markaz
