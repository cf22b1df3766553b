// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace markaz {

/// SQL, true of a certificate x that was in force at the end of a day. The day (ISO) is at.day, the first moment behind
/// it at.behind; inForceAtDay() is such a table of one row.
///
/// 2026-11-29: the certificate itself knows its last move only. What it was before is what the officers' decisions say:
/// the last one of those that suspend, give back or revoke. Those count that the server has taken (revision above 0),
/// by the moment at which it did. Where a certificate has none of them its own state has the word.
inline QString certificateInForce()
{
    return QStringLiteral(
        "(x.valid_from <= at.day AND x.valid_until >= at.day AND (x.state <> 'superseded' OR x.state_at >= at.behind) "
        "AND ((x.state = 'issued' AND x.state_at IS NULL) OR coalesce("
        "(SELECT d.kind IN ('reinstate', 'allow_appeal') FROM decision AS d WHERE d.certificate = x.id "
        "AND d.kind IN ('suspend', 'reinstate', 'revoke', 'allow_appeal') AND d.deleted = 0 AND d.rev > 0 "
        "AND d.counted_at < at.behind ORDER BY d.counted_at DESC, d.id DESC LIMIT 1), "
        "x.state NOT IN ('suspended', 'revoked') OR x.state_at >= at.behind OR EXISTS (SELECT 1 FROM decision AS d "
        "WHERE d.certificate = x.id AND d.kind IN ('suspend', 'reinstate', 'revoke', 'allow_appeal') "
        "AND d.deleted = 0 AND d.rev > 0))))");
}

/// To join: one row with the two values that are bound to it, the day and the first moment behind it.
inline QString inForceAtDay()
{
    return QStringLiteral("(SELECT ? AS day, ? AS behind) AS at");
}

} // namespace markaz
