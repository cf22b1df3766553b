// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/contact.h"

#include "core/storage/syncstaterepository.h"

#include <algorithm>

namespace markaz {
namespace {

const QString kServerTime = QStringLiteral("server_time");
const QString kLastContact = QStringLiteral("last_contact"); // by this laptop's clock; all that older versions noted
const QString kClockSeen = QStringLiteral("clock_seen");     // "TIME since SERVER_TIME"
const QString kSince = QStringLiteral(" since ");

QDateTime timeIn(const QString &text)
{
    const auto time = fromIso(text);
    return time ? *time : QDateTime();
}

} // namespace

Reading readingAt(const QDateTime &server, const QDateTime &seen, const QDateTime &now)
{
    if (!server.isValid())
        return Reading::Open;
    const QDateTime latest = seen.isValid() ? std::max(seen, now) : now;
    if (server.secsTo(latest) > qint64(kReadingDays) * 24 * 3600)
        return Reading::TooLongAlone;
    return now < server.addDays(-1) ? Reading::ClockBehind : Reading::Open;
}

bool staysOpen(const Actor &actor, const Inspection &inspection)
{
    return inspection.isDraft() && inspection.inspectorId() == actor.accountId;
}

Result<Reading> Contact::look()
{
    SyncStateRepository state(m_workspace.database);
    auto told = state.value(kServerTime);
    if (told && told->isEmpty())
        told = state.value(kLastContact);
    if (!told)
        return told.error();
    const auto noted = state.value(kClockSeen);
    if (!noted)
        return noted.error();
    // What was seen before another contact is over.
    const bool valid = noted->section(kSince, 1) == *told;
    const QDateTime seen = valid ? timeIn(noted->section(kSince, 0, 0)) : QDateTime();
    const QDateTime now = m_workspace.clock.now();
    if (!told->isEmpty() && (!seen.isValid() || now > seen)) {
        if (auto kept = state.set(kClockSeen, toIso(now) + kSince + *told); !kept)
            return kept.error();
    }
    return readingAt(timeIn(*told), seen, now);
}

} // namespace markaz
