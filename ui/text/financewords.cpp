// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/financewords.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace markaz::ui::financewords {
namespace {

struct FinanceWords
{
    Q_DECLARE_TR_FUNCTIONS(FinanceWords)
};

} // namespace

QString reason(const FigureFault &fault)
{
    using Reason = FigureFault::Reason;
    const QString where = format::code(fault.where);
    switch (fault.reason) {
    case Reason::NoJson:
        return FinanceWords::tr("This is no JSON object (%1).").arg(format::isolate(fault.why));
    case Reason::Missing:
        return FinanceWords::tr("%1 is missing.").arg(where);
    case Reason::Unknown:
        return FinanceWords::tr("%1 means nothing here; it may be mistyped.").arg(where);
    case Reason::NoObject:
        return FinanceWords::tr("%1 has to be an object in braces.").arg(where);
    case Reason::NoList:
        return FinanceWords::tr("%1 has to be a list in brackets.").arg(where);
    case Reason::NoPair:
        return FinanceWords::tr("%1 has to be two numbers in brackets, the lower one first.").arg(where);
    case Reason::NoText:
        return FinanceWords::tr("%1 has to be a text of 1 to 200 characters.").arg(where);
    case Reason::NoDay:
        return FinanceWords::tr("%1 has to be a day such as 2026-11-30, in the years 2000 to 2099.").arg(where);
    case Reason::NoMonth:
        return FinanceWords::tr("%1 has to be a month such as 2026-11.").arg(where);
    case Reason::NoYear:
        return FinanceWords::tr("%1 has to be a fiscal year such as 2026-27, from July to June.").arg(where);
    case Reason::Range:
        return FinanceWords::tr("%1 has to be a whole number from %2 to %3.")
            .arg(where, format::number(fault.least), format::number(fault.most));
    case Reason::Order:
        return FinanceWords::tr("%1 has to be later than the one before it.").arg(where);
    case Reason::Twice:
        return FinanceWords::tr("%1 repeats what stands in the list before it; each may be there once.").arg(where);
    case Reason::Grace:
        return FinanceWords::tr("%1 has to be less than tenor_months: the grace is a part of the tenor.").arg(where);
    case Reason::OneOf:
        return FinanceWords::tr("%1 or spread_bp has to be there, and not both.").arg(where);
    case Reason::Sum:
        return FinanceWords::tr("With %1 the loans together come to more than %2.")
            .arg(where, format::number(fault.most));
    case Reason::Other:
        break;
    }
    return FinanceWords::tr("%1 cannot be taken.").arg(where);
}

} // namespace markaz::ui::financewords
