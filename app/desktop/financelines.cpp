// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/financelines.h"

namespace markaz::desktop {
namespace {

QString percentText(qint64 bp)
{
    return QStringLiteral("%1.%2").arg(bp / 100).arg(bp % 100, 2, 10, QLatin1Char('0'));
}

QString numberOr(const std::optional<qint64> &number, const QString &none)
{
    return number ? QString::number(*number) : none;
}

QString monthOr(const std::optional<int> &month)
{
    return month ? QString::number(*month) : QStringLiteral("never");
}

QString line(const QStringList &cells)
{
    return cells.join(QLatin1Char('\t'));
}

QStringList parts(const InterestSplit &split)
{
    return {rupeeText(split.owner), rupeeText(split.ignite), rupeeText(split.psdp), rupeeText(split.undecided)};
}

QStringList breakEvenCells(const BreakEven &centre)
{
    return {rupeeText(centre.dearest),
            numberOr(centre.seatsNeeded, QStringLiteral("none")),
            centre.occupancyNeededBp ? percentText(*centre.occupancyNeededBp) : QStringLiteral("none"),
            centre.above ? QStringLiteral("yes") : QStringLiteral("no"),
            monthOr(centre.turnsInMonth),
            monthOr(centre.madeGoodInMonth)};
}

QString bandText(const PercentileBand &band, QString (*text)(qint64))
{
    QStringList cells;
    for (const qint64 value : band)
        cells.append(text(value));
    return line(cells);
}

QString paisaText(qint64 paisa)
{
    return rupeeText(Paisa{paisa});
}

} // namespace

QString rupeeText(Paisa amount)
{
    const qint64 paisa = amount.value < 0 ? -amount.value : amount.value;
    return QStringLiteral("%1%2.%3")
        .arg(amount.value < 0 ? QStringLiteral("-") : QString())
        .arg(paisa / 100)
        .arg(paisa % 100, 2, 10, QLatin1Char('0'));
}

QStringList scheduleLines(const LoanSchedule &schedule, const std::optional<BreakEven> &centre)
{
    QStringList lines{QStringLiteral("month\tdue\tinstalment\tprincipal\tinterest\towner\tignite\tpsdp\tundecided\t"
                                     "balance")};
    for (const ScheduledInstalment &row : schedule.rows)
        lines.append(line(QStringList{QString::number(row.instalment.month),
                                      row.due.isValid() ? row.due.toString(Qt::ISODate) : QStringLiteral("-"),
                                      rupeeText(row.instalment.payment()), rupeeText(row.instalment.principal),
                                      rupeeText(row.instalment.interest)} +
                          parts(row.interest) + QStringList{rupeeText(row.instalment.balance)}));
    lines.append(line(QStringList{QStringLiteral("total"), QStringLiteral("-"), rupeeText(schedule.paid()),
                                  rupeeText(schedule.principal), rupeeText(schedule.interest.whole())} +
                      parts(schedule.interest) + QStringList{rupeeText(Paisa{0})}));
    if (centre) {
        const QStringList cells = breakEvenCells(*centre);
        const QStringList names{QStringLiteral("dearest_month"),    QStringLiteral("seats_needed"),
                                QStringLiteral("occupancy_needed"), QStringLiteral("above_break_even"),
                                QStringLiteral("turns_in_month"),   QStringLiteral("made_good_in_month")};
        for (qsizetype i = 0; i < names.size(); ++i)
            lines.append(line({names[i], cells[i]}));
    }
    return lines;
}

QStringList scenarioLines(const Scenario &scenario, const ScenarioResult &result, const QList<BreakEven> &centres,
                          const std::optional<ScenarioBands> &bands)
{
    QStringList lines{line({QStringLiteral("scenario"), scenario.name.simplified()}),
                      line({QStringLiteral("owners"), QString::number(result.owners)}),
                      line({QStringLiteral("seats"), QString::number(result.seats)}),
                      line({QStringLiteral("freelancers"), QString::number(result.freelancers)}),
                      line({QStringLiteral("subsidy"), rupeeText(result.interest.subsidy())}),
                      line({QStringLiteral("cost_per_seat"),
                            result.costPerSeat ? rupeeText(*result.costPerSeat) : QStringLiteral("none")}),
                      line({QStringLiteral("cost_per_freelancer"),
                            result.costPerFreelancer ? rupeeText(*result.costPerFreelancer) : QStringLiteral("none")}),
                      QStringLiteral("year\tfiscal_year\towner\tignite\tpsdp\tundecided\tleft_of_budget")};
    for (const CostYear &year : result.years)
        lines.append(
            line(QStringList{QStringLiteral("year"), year.year.toString()} + parts(year.interest) +
                 QStringList{year.budget ? rupeeText(year.budget->ignite + year.budget->psdp - year.interest.subsidy())
                                         : QStringLiteral("-")}));
    lines.append(QStringLiteral("tier\ttier\towners\tabove_break_even\tpercent"));
    for (const TierShare &tier : result.tiers)
        lines.append(line({QStringLiteral("tier"), QString::number(tier.tier), QString::number(tier.owners),
                           QString::number(tier.above), percentText(tier.aboveBp)}));
    lines.append(QStringLiteral("loan\tname\tdearest_month\tseats_needed\toccupancy_needed\tabove_break_even\t"
                                "turns_in_month\tmade_good_in_month"));
    for (qsizetype i = 0; i < centres.size(); ++i)
        lines.append(line(QStringList{QStringLiteral("loan"), scenario.loans[i].name.simplified()} +
                          breakEvenCells(centres[i])));
    if (!bands)
        return lines;
    lines.append(QStringLiteral("band\tof\tp5\tp25\tp50\tp75\tp95"));
    lines.append(line({QStringLiteral("band"), QStringLiteral("subsidy"), bandText(bands->subsidy, paisaText)}));
    for (const CostBand &year : bands->years)
        lines.append(line({QStringLiteral("band"), QStringLiteral("subsidy ") + year.year.toString(),
                           bandText(year.subsidy, paisaText)}));
    for (const TierBand &tier : bands->tiers)
        lines.append(line({QStringLiteral("band"), QStringLiteral("above_break_even tier %1").arg(tier.tier),
                           bandText(tier.aboveBp, percentText)}));
    return lines;
}

} // namespace markaz::desktop
