// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/seatgap.h"

#include <algorithm>

namespace markaz {

std::optional<qint64> seatsPerThousand(qint64 seats, qint64 freelancers)
{
    if (freelancers <= 0)
        return std::nullopt;
    constexpr qint64 kHundredths = 100'000; // of a seat, for each 1,000
    return (seats * kHundredths + freelancers / 2) / freelancers;
}

qint64 seatsNeeded(qint64 freelancers, const SeatAim &aim)
{
    return aim.freelancers <= 0 ? 0 : (freelancers * aim.seats + aim.freelancers - 1) / aim.freelancers;
}

qint64 seatsShort(qint64 seats, qint64 freelancers, const SeatAim &aim)
{
    return std::max<qint64>(0, seatsNeeded(freelancers, aim) - seats);
}

} // namespace markaz
