// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/scenariowords.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace markaz::ui {
namespace {

struct ScenarioWords
{
    Q_DECLARE_TR_FUNCTIONS(ScenarioWords)
};

bool ofLoans(Lever lever)
{
    return lever == Lever::Markup || lever == Lever::Tenor || lever == Lever::Grace || lever == Lever::Loan;
}

} // namespace

std::optional<Sentence> scenarioSentence(const Error &error)
{
    const QString kept = ScenarioWords::tr("What you tried is kept on the page.");
    if (error.where == QLatin1String("scenario.name")) {
        if (error.code == ErrorCode::Exists)
            return Sentence{ScenarioWords::tr("You have a scenario of this name already."), kept,
                            ScenarioWords::tr("Choose another name, or open that one and save over it.")};
        return Sentence{ScenarioWords::tr("The name is missing or too long."), kept,
                        ScenarioWords::tr("Enter a name of up to 200 letters.")};
    }
    if (error.where == QLatin1String("scenario.body"))
        return Sentence{ScenarioWords::tr("This scenario cannot be read by this program."),
                        ScenarioWords::tr("It is kept as it is."),
                        ScenarioWords::tr("A newer Markaz may have saved it: update this one, then open it again.")};
    if (error.where.startsWith(QLatin1String("scenario.")))
        return Sentence{
            ScenarioWords::tr("This scenario cannot be computed: look at %1.").arg(format::code(error.where.mid(9))),
            kept, ScenarioWords::tr("Mend that figure, then save it again.")};
    return {};
}

namespace scenariowords {

QString lever(Lever lever)
{
    switch (lever) {
    case Lever::Share:
        return ScenarioWords::tr("Subsidised share");
    case Lever::Ignite:
        return ScenarioWords::tr("Paid by Ignite");
    case Lever::Markup:
        return ScenarioWords::tr("Bank mark-up");
    case Lever::Kibor:
        return ScenarioWords::tr("KIBOR");
    case Lever::Spread:
        return ScenarioWords::tr("Spread");
    case Lever::Tenor:
        return ScenarioWords::tr("Tenor");
    case Lever::Grace:
        return ScenarioWords::tr("Grace period");
    case Lever::Loan:
        return ScenarioWords::tr("Average loan");
    case Lever::Differ:
        return ScenarioWords::tr("Loans differ by");
    case Lever::Seats:
        return ScenarioWords::tr("Seats of a centre");
    case Lever::Rate1:
        return ScenarioWords::tr("Seat rate, tier 1");
    case Lever::Rate2:
        return ScenarioWords::tr("Seat rate, tier 2");
    case Lever::Rate3:
        return ScenarioWords::tr("Seat rate, tier 3");
    case Lever::RunningCost:
        return ScenarioWords::tr("Running cost");
    case Lever::Occupancy:
        return ScenarioWords::tr("Occupancy");
    case Lever::Centres1:
        return ScenarioWords::tr("Centres, tier 1");
    case Lever::Centres2:
        return ScenarioWords::tr("Centres, tier 2");
    case Lever::Centres3:
        return ScenarioWords::tr("Centres, tier 3");
    case Lever::FirstMonth:
        return ScenarioWords::tr("First loan paid out");
    case Lever::Span:
        return ScenarioWords::tr("All paid out within");
    }
    return {};
}

QString source(Lever lever, const ScenarioStart &start)
{
    switch (start.sources.value(lever, LeverSource::Plain)) {
    case LeverSource::Policy:
        return {};
    case LeverSource::Recorded:
        return ofLoans(lever) ? ScenarioWords::tr("average of the recorded loans, %1").arg(format::number(start.loans))
                              : ScenarioWords::tr("as the recorded centres, %1").arg(format::number(start.centres));
    case LeverSource::Plain:
        break;
    }
    return ScenarioWords::tr("nothing recorded: an assumption");
}

QString tier(int tier)
{
    return ScenarioWords::tr("Tier %1").arg(format::number(tier));
}

QString range(const QString &low, const QString &high)
{
    return ScenarioWords::tr("%1 – %2").arg(low, high);
}

QString amounts(const PercentileBand &band)
{
    return range(format::shortRupees(band.front()), format::shortRupees(band.back()));
}

QString shares(const PercentileBand &band)
{
    return range(format::percent(static_cast<int>(band.front())), format::percent(static_cast<int>(band.back())));
}

QString year(const FiscalYear &year)
{
    return format::isolate(year.toString());
}

QString amountOrNone(const std::optional<Paisa> &amount)
{
    return amount ? format::rupees(amount->value) : QStringLiteral("–");
}

} // namespace scenariowords
} // namespace markaz::ui
