// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace markaz {

/// How many seats there are to be for how many registered freelancers: the average of a country, or a number for each
/// 1,000. A ratio of whole numbers, so that nothing is rounded before the seats of a city are counted.
struct SeatAim
{
    qint64 seats = 0;
    qint64 freelancers = 0; ///< 0: there is no aim, and no city is short of it

    /// \p hundredths of a seat for each 1,000 freelancers: 680 are 6.8 seats.
    static constexpr SeatAim perThousand(int hundredths) { return {hundredths, 100'000}; }
    friend constexpr bool operator==(const SeatAim &, const SeatAim &) = default;
};

/// Seats for each 1,000 of \p freelancers, in hundredths of a seat, rounded half up; nothing where nobody is
/// registered.
std::optional<qint64> seatsPerThousand(qint64 seats, qint64 freelancers);

/// The fewest seats with which a city of \p freelancers has no fewer for each of them than \p aim. Seats of an aim up
/// to 100 million, freelancers up to 10 million (demand::kMostFreelancers).
qint64 seatsNeeded(qint64 freelancers, const SeatAim &aim);

/// How many of these are not there yet; 0 for a city that has them.
qint64 seatsShort(qint64 seats, qint64 freelancers, const SeatAim &aim);

} // namespace markaz
