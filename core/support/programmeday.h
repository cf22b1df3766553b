// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/clock.h"

#include <QDate>
#include <QDateTime>

/// Pakistan's time, UTC+5 all the year, by which records have their days (certificates begin and end by it, findings
/// are due by it), whatever zone a computer is set to. 2026-11-28: the day was asked for in UTC here and in the
/// computer's zone there, so that between midnight and five in the morning a certificate of this day was not in force
/// on a laptop yet. What only shows an instant to a person keeps the computer's zone.
namespace markaz {

/// What a clock in Pakistan shows at \p moment.
inline QDateTime programmeClock(const QDateTime &moment)
{
    return moment.toUTC().addSecs(5 * 3600);
}

/// The day on which \p moment falls.
inline QDate programmeDay(const QDateTime &moment)
{
    return programmeClock(moment).date();
}

/// The day of an instant as records have it, "2026-11-24T20:00:00.000Z": never its first ten characters, which say
/// yesterday until five in the morning. Invalid where \p iso is no instant.
inline QDate programmeDay(const QString &iso)
{
    const auto moment = fromIso(iso);
    return moment ? programmeDay(*moment) : QDate();
}

/// The instant, in UTC, at which a clock in Pakistan shows \p time of \p day: by default the one at which it begins.
inline QDateTime programmeInstant(const QDate &day, const QTime &time = QTime(0, 0))
{
    return QDateTime(day, time, Qt::UTC).addSecs(-5 * 3600);
}

} // namespace markaz
