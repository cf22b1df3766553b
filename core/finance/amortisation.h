// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/loanbounds.h"
#include "core/finance/money.h"
#include "core/support/result.h"

#include <QList>

#include <optional>
#include <span>
#include <vector>

namespace markaz {

struct LoanTerms
{
    Paisa principal;     ///< 1 paisa to Rs 100 billion
    int markupBp = 0;    ///< a year, 0 to 10,000
    int tenorMonths = 0; ///< the whole life, grace included; 1 to 600
    int graceMonths = 0; ///< interest only; fewer than the tenor
};

struct Instalment
{
    int month = 0; ///< 1 = a month after the loan was paid out
    Paisa interest;
    Paisa principal;
    Paisa balance; ///< still owed afterwards
    constexpr Paisa payment() const { return interest + principal; }
};

/// Who bears a month's interest; the parts add up to it.
struct InterestSplit
{
    Paisa owner;
    Paisa ignite;
    Paisa psdp;
    Paisa undecided; ///< subsidised, but nobody has said yet by whom: all of the subsidy, or nothing
    constexpr Paisa subsidy() const { return ignite + psdp + undecided; }
    constexpr Paisa whole() const { return owner + subsidy(); }
    constexpr InterestSplit &operator+=(const InterestSplit &other)
    {
        owner += other.owner;
        ignite += other.ignite;
        psdp += other.psdp;
        undecided += other.undecided;
        return *this;
    }
    friend constexpr bool operator==(const InterestSplit &, const InterestSplit &) = default;
};

/// Equal monthly instalments on the declining balance. A month's interest is balance x rate / 12, rounded half up to
/// the paisa; the instalment is the smallest whole number of paisa that clears the loan in time, and the last one takes
/// the rounding. InvalidValue with `where` = the term that is out of range.
Result<QList<Instalment>> amortise(const LoanTerms &terms);

/// The same for many loans: it keeps the room that one schedule takes, and gives it to the next.
class Amortiser
{
public:
    /// Valid until it is asked again. Errors as of amortise().
    Result<std::span<const Instalment>> run(const LoanTerms &terms);

private:
    std::vector<Instalment> m_rows;
};

/// InvalidValue with `where` = "principal", "markup_bp", "tenor_months" or "grace_months".
Result<void> checkTerms(const LoanTerms &terms);

/// The subsidised share of a month's interest, \p igniteShareBp of it from Ignite and the rest from the PSDP; without
/// it the subsidy is undecided. Shares are 0 to 10,000 basis points; each part is rounded half up once, and the
/// remainders go to the PSDP and to the owner.
InterestSplit splitInterest(Paisa interest, int subsidyShareBp, std::optional<int> igniteShareBp);

} // namespace markaz
