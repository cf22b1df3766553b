// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QJsonObject>

#include <optional>

namespace markaz {

/// A place on WGS 84 in millionths of a degree; integers, because floating point does not travel.
class Position
{
public:
    static Result<Position> make(qint64 latitudeE6, qint64 longitudeE6, qint64 accuracyM = 0);
    /// From "32.4945, 74.5229" (decimal degrees, any of comma and space between).
    static Result<Position> parse(const QString &text);
    /// From a record's fields latitude_e6, longitude_e6, accuracy_m; nothing when they are absent.
    static std::optional<Position> fromFields(const QJsonObject &fields);

    qint64 latitudeE6() const { return m_latitudeE6; }
    qint64 longitudeE6() const { return m_longitudeE6; }
    qint64 accuracyM() const { return m_accuracyM; } ///< metres; 0 = not known
    /// "32.494530, 74.522910"
    QString toString() const;
    /// Great-circle distance in metres (haversine on a sphere of 6,371,009 m).
    double distanceM(const Position &other) const;
    /// Farther than \p metres, whatever both positions may be wrong by.
    bool isBeyond(qint64 metres, const Position &other) const
    {
        return distanceM(other) > static_cast<double>(metres + m_accuracyM + other.m_accuracyM);
    }

private:
    Position() = default;
    qint64 m_latitudeE6 = 0;
    qint64 m_longitudeE6 = 0;
    qint64 m_accuracyM = 0;
};

} // namespace markaz
