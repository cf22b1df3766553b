// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/loanplan.h"
#include "core/workflow/changes.h"

#include <QMap>

#include <array>

namespace markaz {

/// Money of owners' loans that moved between two days, and the subsidy that fell due then.
struct LoansMonth
{
    Paisa paidOut; ///< by the bank's days, like the next two
    Paisa repaid;  ///< principal and mark-up
    Paisa recovered;
    InterestSplit due; ///< of the money that was paid out; none after a claw-back, and none after a loan was closed

    LoansMonth &operator+=(const LoansMonth &other);
    friend bool operator==(const LoansMonth &, const LoansMonth &) = default;
};

/// The loans of one province, or of several together.
struct LoansFigures
{
    struct Standing
    {
        int loans = 0;
        Paisa principal;
        friend bool operator==(const Standing &, const Standing &) = default;
    };
    static constexpr size_t kPeriods = 3;
    std::array<LoansMonth, kPeriods> periods; ///< in the order in which they were asked for
    QMap<LoanState, Standing> standing;       ///< as they stand now: the records do not say when each moved
    InterestSplit committed; ///< of all months of those that are approved or paid out, with the owners' part
    int unknown = 0;         ///< loans beside these whose policy is not on this laptop

    LoansFigures &operator+=(const LoansFigures &other);
    friend bool operator==(const LoansFigures &, const LoansFigures &) = default;
};

/// From the first to the last day of each of \p periods, for each of \p provinces (ISO 3166-2), also where there is no
/// loan. Counts what the server has taken. 2026-12-01: money counts on the bank's day and not on the server's moment,
/// which payments do not have: one that is recorded late still moves a month that is over. Errors of the storage.
Result<QMap<QString, LoansFigures>>
loansFigures(const Workspace &workspace, const QStringList &provinces,
             const std::array<std::pair<QDate, QDate>, LoansFigures::kPeriods> &periods);

} // namespace markaz
