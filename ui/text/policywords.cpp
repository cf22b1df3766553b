// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/policywords.h"

#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/loanwords.h"

#include <QCoreApplication>
#include <QDate>
#include <QHash>

namespace markaz::ui {
namespace {

struct PolicyWords
{
    Q_DECLARE_TR_FUNCTIONS(PolicyWords)
};

QString last(const QString &key)
{
    return key.section(QLatin1Char('.'), -1);
}

/// Those that have one name whatever the version says.
QString plainLabel(const QString &key)
{
    if (key == QLatin1String("in_force_from.value"))
        return PolicyWords::tr("In force from");
    if (key == QLatin1String("programme_start.value"))
        return PolicyWords::tr("Start of the programme");
    if (key == QLatin1String("seat_rate.floor_paisa"))
        return PolicyWords::tr("Seat in a centre, lowest, a month");
    if (key == QLatin1String("seat_rate.ceiling_paisa"))
        return PolicyWords::tr("Seat in a centre, ceiling, a month");
    if (key == QLatin1String("market_seat_rate.low_paisa"))
        return PolicyWords::tr("Seat on the market, from, a month");
    if (key == QLatin1String("market_seat_rate.high_paisa"))
        return PolicyWords::tr("Seat on the market, to, a month");
    if (key == QLatin1String("loan.cap_paisa"))
        return PolicyWords::tr("Most that a loan may be");
    if (key == QLatin1String("interest_subsidy.share_bp"))
        return PolicyWords::tr("Subsidised share of the mark-up");
    if (key == QLatin1String("interest_subsidy.ignite_bp"))
        return PolicyWords::tr("Split of the subsidy");
    if (key == QLatin1String("larger_city_minimum.area_sqft"))
        return PolicyWords::tr("Larger cities, least area");
    if (key == QLatin1String("larger_city_minimum.seats"))
        return PolicyWords::tr("Larger cities, least seats");
    if (key == QLatin1String("e_employment.least_share_bp"))
        return PolicyWords::tr("E-employment, least share of other staff");
    if (key == QLatin1String("e_employment.least_staff"))
        return PolicyWords::tr("E-employment, least other staff");
    return {};
}

} // namespace

std::optional<Sentence> policySentence(const Error &error)
{
    const QString nothing = PolicyWords::tr("Nothing was published.");
    const QString kept = PolicyWords::tr("What you entered is kept.");
    if (error.where == QLatin1String("policy.waiting"))
        return Sentence{PolicyWords::tr("Another version waits for the server's word."), kept,
                        PolicyWords::tr("Sync, then publish this one.")};
    if (error.where == QLatin1String("policy.version"))
        return Sentence{PolicyWords::tr("Another version was published meanwhile."), kept,
                        PolicyWords::tr("Lock and unlock: what you entered comes back over the newest version.")};
    if (error.where == QLatin1String("policy.unchanged"))
        return Sentence{PolicyWords::tr("No figure differs from the version before."), nothing,
                        PolicyWords::tr("Change what was decided, or leave the form.")};
    if (error.where == QLatin1String("policy.unreadable"))
        return Sentence{PolicyWords::tr("The newest version of the policy was written by a newer program."), nothing,
                        PolicyWords::tr("Update Markaz on this laptop.")};
    return {};
}

namespace policywords {

QString label(const QString &key, const Gazetteer &gazetteer)
{
    if (const QString plain = plainLabel(key); !plain.isEmpty())
        return plain;
    if (key.startsWith(QLatin1String("targets["))) {
        if (key.contains(QLatin1String(".by_province.")))
            return PolicyWords::tr("Quota of %1").arg(labels::province(last(key)));
        return last(key) == QLatin1String("by") ? PolicyWords::tr("Target day") : PolicyWords::tr("Centres aimed at");
    }
    if (key.startsWith(QLatin1String("budgets."))) {
        const QString year = format::isolate(key.section(QLatin1Char('.'), 1, 1));
        return last(key) == QLatin1String("ignite_paisa") ? PolicyWords::tr("Budget %1, Ignite").arg(year)
                                                          : PolicyWords::tr("Budget %1, PSDP").arg(year);
    }
    if (key.startsWith(QLatin1String("city_tiers."))) {
        const City *city = gazetteer.city(last(key).toInt());
        return PolicyWords::tr("Tier of %1").arg(city == nullptr ? last(key) : labels::city(gazetteer, *city));
    }
    return key; // a newer program's
}

QString undecided()
{
    return PolicyWords::tr("Undecided");
}

QString version(int version)
{
    return PolicyWords::tr("Version %1").arg(format::number(version));
}

QString value(const QString &key, const QJsonValue &value)
{
    if (value.isUndefined())
        return QStringLiteral("–");
    if (value.isNull())
        return undecided();
    const QString name = last(key);
    if (key == QLatin1String("interest_subsidy.ignite_bp"))
        return PolicyWords::tr("%1 Ignite, %2 PSDP")
            .arg(loanwords::rate(value.toInt()), loanwords::rate(10'000 - value.toInt()));
    if (name.endsWith(QLatin1String("_paisa")))
        return loanwords::amount(value.toInteger());
    if (name.endsWith(QLatin1String("_bp")))
        return loanwords::rate(value.toInt());
    if (name == QLatin1String("area_sqft"))
        return format::area(value.toInt());
    if (key.startsWith(QLatin1String("city_tiers.")))
        return labels::tier(value.toInt());
    if (value.isString())
        return format::date(QDate::fromString(value.toString(), Qt::ISODate));
    return format::number(value.toInteger());
}

QString eEmployment(const std::optional<EEmploymentRule> &rule, int freelancers, int otherStaff)
{
    if (!rule)
        return PolicyWords::tr("The policy has no rule yet");
    QStringList asked;
    if (rule->leastShareBp)
        asked.append(PolicyWords::tr("at least %1 of all members").arg(loanwords::rate(*rule->leastShareBp)));
    if (rule->leastStaff)
        asked.append(PolicyWords::tr("at least %1 people").arg(format::number(*rule->leastStaff)));
    const QString members = format::number(qint64(freelancers) + otherStaff);
    const QString counts = eEmploymentOf(rule, freelancers, otherStaff) == EEmployment::Counts
                               ? PolicyWords::tr("Yes: %1 of %2 members are other staff. The rule: %3")
                               : PolicyWords::tr("No: %1 of %2 members are other staff. The rule: %3");
    return counts.arg(format::number(otherStaff), members, format::list(asked));
}

QString fault(const FigureFault &fault)
{
    using Reason = FigureFault::Reason;
    const QString name = last(fault.where);
    const auto bound = [&name](qint64 number) {
        return name.endsWith(QLatin1String("_paisa")) ? loanwords::amount(number)
               : name.endsWith(QLatin1String("_bp"))  ? loanwords::rate(static_cast<int>(number))
                                                      : format::number(number);
    };
    switch (fault.reason) {
    case Reason::Range:
        return PolicyWords::tr("From %1 to %2.").arg(bound(fault.least), bound(fault.most));
    case Reason::Order:
        return name == QLatin1String("by") ? PolicyWords::tr("The target's day lies before the start of the programme.")
               : name == QLatin1String("value")
                   ? PolicyWords::tr("The version before comes into force later: this one may not lie before it.")
                   : PolicyWords::tr("Less than the lower one beside it.");
    case Reason::Sum:
        return PolicyWords::tr("The quotas add up to %1 and not to %2.")
            .arg(format::number(fault.least), format::number(fault.most));
    case Reason::Twice:
        return PolicyWords::tr("This fiscal year stands there already.");
    case Reason::NoYear:
        return PolicyWords::tr("A fiscal year such as 2026-27, July to June.");
    case Reason::NoDay:
        return fault.where == QLatin1String("in_force_from.value")
                   ? PolicyWords::tr("This day is past. What was computed since is not computed anew.")
                   : PolicyWords::tr("A day such as 14 Mar 2027, in the years 2000 to 2099.");
    case Reason::NoText:
        return PolicyWords::tr("Say where this was decided: the order or letter, and its day.");
    case Reason::Missing:
        return PolicyWords::tr("This is needed.");
    case Reason::Unknown:
        return PolicyWords::tr("There is no such place in the list of provinces and cities.");
    default:
        break;
    }
    return PolicyWords::tr("This cannot be read.");
}

} // namespace policywords
} // namespace markaz::ui
