// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/centrerepository.h"

namespace markaz {

/// What asks for somebody at a centre.
enum class CentreMatter {
    Lapsed,       ///< its certificate carries it no longer; `day` = since when, where that is the last valid day's
    TooManySeats, ///< more than are certified, since a renewal for fewer
    Surveillance, ///< a visit is due on `day`, or was, and was not made
    Expiring,     ///< the certificate ends with `day`
};

struct CentreReminder
{
    CentreMatter matter = CentreMatter::Lapsed;
    CentreRow centre;
    QDate day; ///< invalid: what has no day here, as a suspension or too many seats

    bool isOverdue(const QDate &today) const { return !day.isValid() || matter == CentreMatter::Lapsed || day < today; }
};

inline constexpr int kReminderDays = 60; ///< before the day (screens.md)

/// What asks for somebody within the days above, the overdue first and each by its day. A closed centre asks for
/// nobody.
QList<CentreReminder> centreReminders(const QList<CentreRow> &centres, const QDate &today);

} // namespace markaz
