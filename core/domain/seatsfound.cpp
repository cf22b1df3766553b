// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/seatsfound.h"

#include <QJsonArray>

#include <algorithm>

namespace markaz {
namespace {

constexpr int kMostSeats = 10'000; // what a record may say

} // namespace

int seatsFound(const QJsonObject &building, const QJsonObject &inspection)
{
    const QJsonArray rooms = inspection.value(QStringLiteral("answers"))
                                 .toObject()
                                 .value(QStringLiteral("F-02"))
                                 .toObject()
                                 .value(QStringLiteral("rows"))
                                 .toArray();
    int seats = 0;
    for (const auto &room : rooms)
        seats =
            std::min(kMostSeats, seats + std::clamp(room.toObject().value(QStringLiteral("seats")).toString().toInt(),
                                                    0, kMostSeats));
    return seats > 0 ? seats : building.value(QStringLiteral("planned_seats")).toInt();
}

Result<void> checkSeats(int seats, const QJsonObject &building, const QJsonObject &inspection)
{
    if (seats < 1)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the number of seats is missing"),
                         QStringLiteral("seats"));
    const int found = seatsFound(building, inspection);
    if (found > 0 && seats > found)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the building has %1 seats").arg(found),
                         QStringLiteral("seats"));
    return {};
}

} // namespace markaz
