// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>

namespace markaz {

/// The day on which \p moment falls in Pakistan (UTC+5 all the year), by which certificates are valid, whatever zone a
/// computer is set to.
/// 2026-11-28: lists and figures asked for the day in UTC, so that between midnight and five in the morning a
/// certificate of this day was not in force on a laptop yet.
inline QDate programmeDay(const QDateTime &moment)
{
    return moment.toUTC().addSecs(5 * 3600).date();
}

} // namespace markaz
