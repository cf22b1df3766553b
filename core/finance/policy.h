// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/money.h"
#include "core/support/result.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QMap>

#include <optional>

namespace markaz {

/// A number of centres aimed at. The aim of 250 has a day and provinces; the earlier one of 5,000 has neither.
struct CentreTarget
{
    int centres = 0;
    QDate by;                      ///< invalid when none was reported
    QMap<QString, int> byProvince; ///< ISO 3166-2 -> centres; adds up to `centres`, or empty
};

/// The figures of the programme, one version of them. Policy is data: an administrator publishes the next version.
struct ProgrammePolicy
{
    int version = 0;
    QDate start;                 ///< where the quota line begins
    QList<CentreTarget> targets; ///< in order of announcement
    Paisa seatRateFloor;         ///< a month, in a centre
    Paisa seatRateCeiling;
    Paisa marketRateLow; ///< a month, on the market
    Paisa marketRateHigh;
    Paisa loanCap;
    int subsidyShareBp = 0;           ///< of the interest
    std::optional<int> igniteShareBp; ///< of the subsidy, the rest is PSDP's; nothing = undecided
    int largerCityMinSqft = 0;
    int largerCityMinSeats = 0;
    QHash<QString, QString> sources; ///< path of a figure -> where it was reported

    /// The target in force: the last that has a day. Every valid policy has one.
    const CentreTarget &target() const;
    /// The target's share of \p province; 0 when it has none.
    int quota(const QString &province) const;
    /// Centres that would be certified by \p day if the way from the start to the target's day were a straight line,
    /// rounded down; 0 before the start, the whole after the day. With \p province (ISO 3166-2) of that province's
    /// quota.
    int quotaLine(const QDate &day, const QString &province = {}) const;
    /// The figures that scoring compares with: {"seat_rate_ceiling_pkr": whole rupees}.
    QJsonObject programmeFacts() const;
};

/// Reads and checks a policy file, the body of a policy record. InvalidValue or Incomplete with `where` = the JSON path
/// ("targets[1].by_province.PK-PB"); Malformed when it is no JSON object.
Result<ProgrammePolicy> readPolicy(const QByteArray &json);
Result<ProgrammePolicy> readPolicy(const QJsonObject &json);

/// The policy as reported, compiled in (":/markaz/policy/programme-1.json").
Result<ProgrammePolicy> builtinPolicy();

} // namespace markaz
