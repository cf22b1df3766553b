// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/schedule.h"

#include <algorithm>

namespace markaz {
namespace {

Error wrong(const QString &where, const QString &why)
{
    return makeError(ErrorCode::InvalidValue, why, where);
}

bool isShare(int bp)
{
    return bp >= 0 && bp <= loan::kMostBp;
}

/// Nothing is subsidised before the first day.
SubsidyTerms inForce(const QList<SubsidyTerms> &subsidy, const QDate &due)
{
    SubsidyTerms found{{}, 0, 0};
    for (const SubsidyTerms &each : subsidy) {
        if (!each.from.isValid() || each.from <= due)
            found = each;
    }
    return found;
}

} // namespace

QDate dueOn(const QDate &paidOut, int month)
{
    return paidOut.addMonths(month);
}

int firstDueFrom(const QDate &paidOut, const QDate &day)
{
    const int months = (day.year() - paidOut.year()) * 12 + day.month() - paidOut.month();
    return std::max(1, dueOn(paidOut, months) < day ? months + 1 : months);
}

Result<void> checkSubsidy(const QList<SubsidyTerms> &subsidy)
{
    if (subsidy.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("no terms"), QStringLiteral("subsidy"));
    for (qsizetype i = 0; i < subsidy.size(); ++i) {
        const QString path = QStringLiteral("subsidy[%1].").arg(i);
        if (!isShare(subsidy[i].shareBp))
            return wrong(path + QStringLiteral("share_bp"), QStringLiteral("out of its range"));
        if (!isShare(subsidy[i].igniteShareBp.value_or(0)))
            return wrong(path + QStringLiteral("ignite_bp"), QStringLiteral("out of its range"));
        if (i > 0 && (!subsidy[i].from.isValid() || subsidy[i].from <= subsidy[i - 1].from))
            return wrong(path + QStringLiteral("from"), QStringLiteral("does not follow the one before"));
    }
    return {};
}

Result<LoanSchedule> scheduleLoan(const LoanTerms &terms, const QDate &paidOut, const QList<SubsidyTerms> &subsidy)
{
    if (auto checked = checkSubsidy(subsidy); !checked)
        return checked.error();
    const bool undated = !paidOut.isValid() && subsidy.size() == 1 && !subsidy.first().from.isValid();
    if (!undated && !loan::mayBePaidOut(paidOut))
        return wrong(QStringLiteral("paid_out"), QStringLiteral("no day, or one that nobody means"));
    Amortiser amortiser;
    const auto rows = amortiser.run(terms);
    if (!rows)
        return rows.error();

    LoanSchedule schedule;
    schedule.principal = terms.principal;
    schedule.rows.reserve(terms.tenorMonths);
    for (const Instalment &instalment : *rows) {
        ScheduledInstalment row{instalment, undated ? QDate() : dueOn(paidOut, instalment.month), {}};
        const SubsidyTerms force = inForce(subsidy, row.due);
        row.interest = splitInterest(instalment.interest, force.shareBp, force.igniteShareBp);
        schedule.interest += row.interest;
        schedule.rows.append(row);
    }
    return schedule;
}

} // namespace markaz
