// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/amortisation.h"

#include <algorithm>
#include <cmath>

namespace markaz {
namespace {

/// Principal x rate stays within 64 bits.
qint64 monthsInterest(qint64 balance, int markupBp)
{
    constexpr quint64 perYear = 12 * 10'000;
    return static_cast<qint64>((static_cast<quint64>(balance) * static_cast<quint64>(markupBp) + perYear / 2) /
                               perYear);
}

/// What an instalment repays of a balance: nothing where it does not even carry the interest.
qint64 repaid(qint64 balance, qint64 interest, qint64 payment)
{
    return std::clamp<qint64>(payment - interest, 0, balance);
}

/// Whether \p months instalments of \p payment leave nothing. A larger one never leaves more.
bool clears(const LoanTerms &terms, int months, qint64 payment)
{
    qint64 balance = terms.principal.value;
    for (int i = 0; i < months && balance > 0; ++i)
        balance -= repaid(balance, monthsInterest(balance, terms.markupBp), payment);
    return balance == 0;
}

/// The annuity rounded up: where the search begins. Floating point that differed between two machines would make it
/// longer, and would not change what it finds.
qint64 guess(const LoanTerms &terms, int months)
{
    const double rate = terms.markupBp / 120'000.0;
    const double whole = static_cast<double>(terms.principal.value);
    const double annuity = terms.markupBp == 0 ? whole / months : whole * rate / (1 - std::pow(1 + rate, -months));
    return std::clamp<qint64>(static_cast<qint64>(std::ceil(annuity)), 1,
                              terms.principal.value + monthsInterest(terms.principal.value, terms.markupBp));
}

/// The smallest instalment that clears the loan, looked for around \p start in steps that double, then by halving.
qint64 search(const LoanTerms &terms, int months, qint64 start)
{
    qint64 low = start;  // does not clear in the end
    qint64 high = start; // does
    if (clears(terms, months, start)) {
        for (qint64 step = 1; low > 0 && clears(terms, months, low); step *= 2) {
            high = low;
            low = std::max<qint64>(0, low - step);
        }
    } else {
        for (qint64 step = 1; !clears(terms, months, high); step *= 2) {
            low = high;
            high += step;
        }
    }
    while (low + 1 < high) {
        const qint64 middle = low + (high - low) / 2;
        (clears(terms, months, middle) ? high : low) = middle;
    }
    return high;
}

/// Writes the months after the grace, and looks beside them at what an instalment of a paisa less leaves: whether
/// \p payment is the smallest that clears the loan.
bool write(const LoanTerms &terms, std::span<Instalment> rows, qint64 payment)
{
    qint64 balance = terms.principal.value;
    qint64 beside = balance;
    for (Instalment &row : rows) {
        const qint64 interest = monthsInterest(balance, terms.markupBp);
        const qint64 principal = repaid(balance, interest, payment);
        balance -= principal;
        beside -= repaid(beside, monthsInterest(beside, terms.markupBp), payment - 1);
        row.interest = Paisa{interest};
        row.principal = Paisa{principal};
        row.balance = Paisa{balance};
    }
    return balance == 0 && beside > 0;
}

Error outOfRange(const char *term)
{
    return makeError(ErrorCode::InvalidValue, QStringLiteral("out of its range"), QLatin1String(term));
}

} // namespace

Result<void> checkTerms(const LoanTerms &terms)
{
    if (terms.principal.value < 1 || terms.principal.value > loan::kMostPrincipal)
        return outOfRange("principal");
    if (terms.markupBp < 0 || terms.markupBp > loan::kMostBp)
        return outOfRange("markup_bp");
    if (terms.tenorMonths < 1 || terms.tenorMonths > loan::kMostTenor)
        return outOfRange("tenor_months");
    if (terms.graceMonths < 0 || terms.graceMonths >= terms.tenorMonths)
        return outOfRange("grace_months");
    return {};
}

Result<std::span<const Instalment>> Amortiser::run(const LoanTerms &terms)
{
    if (auto checked = checkTerms(terms); !checked)
        return checked.error();
    m_rows.resize(static_cast<std::size_t>(terms.tenorMonths));
    const std::span<Instalment> rows(m_rows);
    const auto grace = static_cast<std::size_t>(terms.graceMonths);
    int month = 0;
    for (Instalment &row : rows)
        row.month = ++month;
    const Paisa interest{monthsInterest(terms.principal.value, terms.markupBp)};
    for (Instalment &row : rows.first(grace)) {
        row.interest = interest;
        row.principal = Paisa{0};
        row.balance = terms.principal;
    }
    const int months = terms.tenorMonths - terms.graceMonths;
    const qint64 first = guess(terms, months);
    if (!write(terms, rows.subspan(grace), first))
        write(terms, rows.subspan(grace), search(terms, months, first));
    return std::span<const Instalment>(m_rows);
}

Result<QList<Instalment>> amortise(const LoanTerms &terms)
{
    Amortiser amortiser;
    const auto rows = amortiser.run(terms);
    if (!rows)
        return rows.error();
    return QList<Instalment>(rows->begin(), rows->end());
}

InterestSplit splitInterest(Paisa interest, int subsidyShareBp, std::optional<int> igniteShareBp)
{
    Q_ASSERT(interest.value >= 0);
    const Paisa subsidy = shareOf(interest, std::clamp(subsidyShareBp, 0, loan::kMostBp));
    if (!igniteShareBp)
        return {interest - subsidy, Paisa{0}, Paisa{0}, subsidy};
    const Paisa ignite = shareOf(subsidy, std::clamp(*igniteShareBp, 0, loan::kMostBp));
    return {interest - subsidy, ignite, subsidy - ignite, Paisa{0}};
}

} // namespace markaz
