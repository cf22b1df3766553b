// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/loans/breakevencard.h"

#include "core/domain/firesafety.h"
#include "ui/text/format.h"
#include "ui/widgets/charts/breakevenchart.h"
#include "ui/widgets/charts/chartlegend.h"
#include "ui/widgets/figurebox.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kChartHeight = 208;
constexpr int kColumns = 4;
constexpr int kWholeBp = 10'000;

ChipContent chipOf(const LoanCarried &carried)
{
    if (!carried.newest)
        return {Status::Neutral, QStringLiteral("dashed-ring"), BreakEvenCard::tr("Nothing was reported yet")};
    return carried.breakEven.above
               ? ChipContent{Status::Ok, QStringLiteral("check-disc"), BreakEvenCard::tr("Above break-even")}
               : ChipContent{Status::Bad, QStringLiteral("octagon-cross"), BreakEvenCard::tr("Below break-even")};
}

QString monthWords(const LoanCarried &carried, int month)
{
    const QDate day = carried.dayOf(month);
    return day.isValid() ? format::month(day) : BreakEvenCard::tr("month %1").arg(format::number(month));
}

/// From when on the centre carries its loan, and when what was paid is made good.
QStringList turnWords(const LoanCarried &carried)
{
    if (!carried.newest)
        return {
            BreakEvenCard::tr("When a month of the centre is reported, it is told from when on it carries its loan.")};
    const BreakEven &even = carried.breakEven;
    QStringList words;
    if (!even.turnsInMonth)
        words.append(BreakEvenCard::tr("As it stands no month is carried, not even when the loan is paid back."));
    else if (*even.turnsInMonth == 1)
        words.append(BreakEvenCard::tr("Every month of the loan is carried."));
    else if (*even.turnsInMonth > even.months.size())
        words.append(BreakEvenCard::tr("It is carried only when the loan is paid back, from %1 on.")
                         .arg(monthWords(carried, *even.turnsInMonth)));
    else
        words.append(
            BreakEvenCard::tr("From %1 on every month is carried.").arg(monthWords(carried, *even.turnsInMonth)));
    if (even.madeGoodInMonth && *even.madeGoodInMonth > 1)
        words.append(BreakEvenCard::tr("What fell short before is made good by %1.")
                         .arg(monthWords(carried, *even.madeGoodInMonth)));
    return words;
}

/// What all seats bring against what the dearest month costs: the second tension of the programme.
QString fullWords(const LoanCarried &carried)
{
    const QString cost = format::rupees(carried.breakEven.dearest.value);
    const QString full = format::rupees(carried.economics.fullTakings().value);
    return carried.breakEven.occupancyNeededBp.value_or(kWholeBp + 1) > kWholeBp
               ? BreakEvenCard::tr("The dearest month costs %1. All seats together bring %2: not even a full centre "
                                   "carries it.")
                     .arg(cost, full)
               : BreakEvenCard::tr("The dearest month costs %1. All seats together bring %2.").arg(cost, full);
}

/// Where seats, rate and running cost are from.
QString basisOf(const LoanCarried &carried)
{
    QStringList words;
    switch (carried.seatsAre) {
    case LoanCarried::Seats::OfTheCentre:
        words.append(BreakEvenCard::tr("Seats: those of the centre."));
        break;
    case LoanCarried::Seats::Certified:
        words.append(BreakEvenCard::tr("Seats: as certified; no centre is open yet."));
        break;
    case LoanCarried::Seats::Planned:
        words.append(BreakEvenCard::tr("Seats: as planned; nothing is certified yet."));
        break;
    }
    switch (carried.rateIs) {
    case LoanCarried::Rate::Reported:
        words.append(BreakEvenCard::tr("Rate and occupancy: as reported, of months to come as in %1.")
                         .arg(format::month(carried.newest->firstDay())));
        break;
    case LoanCarried::Rate::OfTheCentre:
        words.append(BreakEvenCard::tr("Rate: what the centre asks."));
        break;
    case LoanCarried::Rate::Ceiling:
        words.append(BreakEvenCard::tr("Rate: the ceiling of the programme."));
        break;
    }
    words.append(
        carried.runningCostKnown
            ? BreakEvenCard::tr("Running cost: %1 a month.").arg(format::rupees(carried.economics.runningCost.value))
            : BreakEvenCard::tr("Running cost: not recorded at the centre, so the loan alone is counted."));
    return words.join(QLatin1Char(' '));
}

} // namespace

BreakEvenCard::BreakEvenCard(QWidget *parent)
    : Card(parent)
    , m_chip(new StatusChip(this))
    , m_words(plainLabel(this))
    , m_figures(new QGridLayout)
    , m_legend(new ChartLegend(this))
    , m_chart(new BreakEvenChart(this))
    , m_basis(plainLabel(this))
{
    setObjectName(QStringLiteral("breakEven"));
    setTitle(tr("Break-even"));
    head()->addWidget(m_chip);
    m_words->setObjectName(QStringLiteral("breakEvenWords"));
    m_words->setWordWrap(true);
    body()->addWidget(m_words);
    m_figures->setSpacing(8);
    for (int column = 0; column < kColumns; ++column)
        m_figures->setColumnStretch(column, 1);
    body()->addLayout(m_figures);
    m_legend->setEntries({{tr("Takes"), Colour::Chart1, LegendEntry::Mark::Square},
                          {tr("Costs its owner, thousand rupees a month"), Colour::Text, LegendEntry::Mark::Dash}});
    auto *above = new QHBoxLayout;
    above->addStretch();
    above->addWidget(m_legend);
    body()->addLayout(above);
    m_chart->setObjectName(QStringLiteral("breakEvenChart"));
    m_chart->setName(tr("What the centre costs and takes, month by month"));
    m_chart->setMinimumHeight(kChartHeight);
    body()->addWidget(m_chart);
    m_basis->setObjectName(QStringLiteral("breakEvenBasis"));
    m_basis->setWordWrap(true);
    m_basis->setProperty("tone", QStringLiteral("muted"));
    body()->addWidget(m_basis);
}

void BreakEvenCard::setContent(const std::optional<LoanCarried> &carried)
{
    ui::clear(m_figures);
    for (QWidget *part : {static_cast<QWidget *>(m_chip), static_cast<QWidget *>(m_legend),
                          static_cast<QWidget *>(m_chart), static_cast<QWidget *>(m_basis)})
        part->setVisible(carried.has_value());
    if (!carried)
        return m_words->setText(tr("How many seats the building is to have is not known yet. Enter the planned seats "
                                   "at the building, and it is told how many of them carry the loan."));
    m_chip->setContent(chipOf(*carried));
    m_words->setText((QStringList{fullWords(*carried)} + turnWords(*carried)).join(QLatin1Char(' ')));
    fillFigures(*carried);
    m_basis->setText(basisOf(*carried));
    BreakEvenContent content;
    for (const BreakEvenMonth &month : carried->breakEven.months) {
        if (carried->paidOut.isValid())
            content.due.append(carried->dayOf(month.month));
        content.cost.append(month.cost.value);
        if (carried->newest)
            content.takings.append(month.takings.value);
    }
    if (carried->newest)
        content.turns = carried->breakEven.turnsInMonth;
    m_chart->setContent(content);
}

void BreakEvenCard::fillFigures(const LoanCarried &carried)
{
    const BreakEven &even = carried.breakEven;
    const int seats = carried.economics.seats;
    const bool tooMany = even.seatsNeeded.value_or(seats + 1) > seats;
    addFigure(tr("Seats that carry it"), even.seatsNeeded ? format::number(*even.seatsNeeded) : tr("none"),
              tr("of %1").arg(format::seats(seats)), tooMany);
    addFigure(tr("Occupancy that carries it"),
              even.occupancyNeededBp && !tooMany ? format::percent(static_cast<int>(*even.occupancyNeededBp))
                                                 : tr("above 100 %"),
              carried.newest
                  ? tr("%1 in %2")
                        .arg(format::percent(carried.economics.occupancyBp), format::month(carried.newest->firstDay()))
                  : tr("nothing was reported yet"),
              tooMany || (carried.newest && !even.above));
    addFigure(tr("Programme seats"), format::number(seats),
              tr("at %1").arg(format::rupees(carried.economics.seatRate.value)));
    addFigure(tr("Fire-safe occupancy"), format::number(carried.fireSafe),
              tr("at %1 a person").arg(format::area(kFireSqftPerPerson)), carried.fireSafe < seats);
}

void BreakEvenCard::addFigure(const QString &caption, const QString &figure, const QString &note, bool warned)
{
    m_figures->addWidget(figureBox(caption, figure, note, warned ? std::optional(Status::Warn) : std::nullopt), 0,
                         m_figures->count());
}

} // namespace markaz::ui
