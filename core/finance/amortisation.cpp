// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/amortisation.h"

#include <algorithm>

namespace markaz {
namespace {

constexpr qint64 kMostPrincipal = 10'000'000'000'000; // x 10,000 basis points stays within 64 bits
constexpr int kMostBp = 10'000;

Paisa monthsInterest(Paisa balance, int markupBp)
{
    constexpr qint64 perYear = 12 * 10'000;
    return Paisa{(balance.value * markupBp + perYear / 2) / perYear};
}

/// What \p months instalments of \p payment leave of \p principal. Negative when they pay more than is owed.
Paisa left(Paisa principal, int markupBp, int months, Paisa payment)
{
    Paisa balance = principal;
    for (int i = 0; i < months && balance.value > 0; ++i) {
        const Paisa interest = monthsInterest(balance, markupBp);
        if (payment <= interest)
            return balance; // never shrinks
        balance = balance + interest - payment;
    }
    return balance;
}

/// The smallest instalment that leaves nothing. A larger one never leaves more, so halving finds it; and there is no
/// floating point that could differ between two machines.
Paisa levelPayment(Paisa principal, int markupBp, int months)
{
    Paisa low{0};                                                 // leaves something
    Paisa high = principal + monthsInterest(principal, markupBp); // leaves nothing after the first month
    while (low.value + 1 < high.value) {
        const Paisa middle{low.value + (high.value - low.value) / 2};
        (left(principal, markupBp, months, middle).value > 0 ? low : high) = middle;
    }
    return high;
}

Error outOfRange(const char *term)
{
    return makeError(ErrorCode::InvalidValue, QStringLiteral("out of its range"), QLatin1String(term));
}

} // namespace

Result<QList<Instalment>> amortise(const LoanTerms &terms)
{
    if (terms.principal.value < 1 || terms.principal.value > kMostPrincipal)
        return outOfRange("principal");
    if (terms.markupBp < 0 || terms.markupBp > kMostBp)
        return outOfRange("markup_bp");
    if (terms.tenorMonths < 1 || terms.tenorMonths > 600)
        return outOfRange("tenor_months");
    if (terms.graceMonths < 0 || terms.graceMonths >= terms.tenorMonths)
        return outOfRange("grace_months");

    const Paisa level = levelPayment(terms.principal, terms.markupBp, terms.tenorMonths - terms.graceMonths);
    QList<Instalment> schedule;
    schedule.reserve(terms.tenorMonths);
    Paisa balance = terms.principal;
    for (int month = 1; month <= terms.tenorMonths; ++month) {
        Instalment instalment;
        instalment.month = month;
        instalment.interest = monthsInterest(balance, terms.markupBp);
        if (month > terms.graceMonths)
            instalment.principal = std::min(balance, level - instalment.interest);
        balance = balance - instalment.principal;
        instalment.balance = balance;
        schedule.append(instalment);
    }
    return schedule;
}

InterestSplit splitInterest(Paisa interest, int subsidyShareBp, int igniteShareBp)
{
    Q_ASSERT(interest.value >= 0);
    const Paisa subsidy = shareOf(interest, std::clamp(subsidyShareBp, 0, kMostBp));
    const Paisa ignite = shareOf(subsidy, std::clamp(igniteShareBp, 0, kMostBp));
    return {interest - subsidy, ignite, subsidy - ignite};
}

} // namespace markaz
