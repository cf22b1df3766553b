// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/centrereminders.h"
#include "ui/text/sentences.h"
#include "ui/widgets/status.h"

#include <optional>

namespace markaz {
struct OutboxRow;
}

namespace markaz::ui {

/// What centres and their months refuse: core/workflow/centres.h and occupancy.h name it.
std::optional<Sentence> centreSentence(const Error &error);

namespace centrewords {

QString amenity(const QString &token); ///< of centre::amenities()
/// "October 2026"-like, short: "Oct 2026"; the token itself where it is no month.
QString month(const QString &token);
/// What is to be seen first of a centre: "Closed", "Expired", "Surveillance overdue", "Too many seats", "Ends in 12
/// days", "In force". \p visits: whether all visits are known here; without them nothing is said of surveillance.
ChipContent clock(const CentreRow &centre, const QDate &today, bool visits);
/// What a reminder says, without the centre's name: "Surveillance was due on 22 Jul 2026".
QString reminder(const CentreReminder &reminder, const QDate &today);
Status status(const CentreReminder &reminder, const QDate &today);
/// "Rs 4,200, above the ceiling of Rs 4,000"; the rate alone where it is not.
QString rate(qint64 paisa, qint64 ceilingPaisa);
/// "75.7 %, 53 of 70"; empty where nothing was reported.
QString taken(int taken, int seats);
/// US cents: "US$ 1,250.50".
QString dollars(qint64 cents);
/// Why the server did not take a change of a centre or of a month; empty for all others.
QString rejection(const OutboxRow &row);
QString centresCounted(qsizetype count); ///< "1 centre", "12 centres"
QString months(qsizetype count);         ///< "1 month", "12 months"

} // namespace centrewords
} // namespace markaz::ui
