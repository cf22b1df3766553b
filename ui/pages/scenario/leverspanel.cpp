// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/scenario/leverspanel.h"

#include "ui/models/scenarioloansmodel.h"
#include "ui/text/format.h"
#include "ui/text/scenariowords.h"
#include "ui/widgets/leverfield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

const QString kFloats = QStringLiteral("floats");
const QString kFixed = QStringLiteral("fixed");
const QStringList kRanges{QStringLiteral("kiborLow"),      QStringLiteral("kiborHigh"), QStringLiteral("occupancyLow"),
                          QStringLiteral("occupancyHigh"), QStringLiteral("trials"),    QStringLiteral("seed")};
constexpr int kTrials = 1'000;
constexpr int kSeed = 1;
constexpr int kAround = 200; ///< basis points of KIBOR to either side, to begin with
constexpr int kAroundSeats = 1'000;

struct LeverShape
{
    const char *name;
    LeverUnit unit;
    qint64 low, high, step; ///< of the slider
    qint64 least, most;     ///< that can be
};

LeverShape shapeOf(Lever lever)
{
    switch (lever) {
    case Lever::Share:
        return {"leverShare", LeverUnit::Percent, 0, 10'000, 100, 0, 10'000};
    case Lever::Ignite:
        return {"leverIgnite", LeverUnit::Percent, 0, 10'000, 100, 0, 10'000};
    case Lever::Markup:
        return {"leverMarkup", LeverUnit::Percent, 500, 2'500, 25, 0, 10'000};
    case Lever::Kibor:
        return {"leverKibor", LeverUnit::Percent, 500, 2'500, 25, 0, 10'000};
    case Lever::Spread:
        return {"leverSpread", LeverUnit::Percent, 0, 600, 25, 0, 10'000};
    case Lever::Tenor:
        return {"leverTenor", LeverUnit::Months, 24, 84, 1, 1, loan::kMostTenor};
    case Lever::Grace:
        return {"leverGrace", LeverUnit::Months, 0, 24, 1, 0, loan::kMostTenor};
    case Lever::Loan:
        return {"leverLoan", LeverUnit::Rupees, 1'000'000, 10'000'000, 50'000, 1, loan::kMostPrincipal / 100};
    case Lever::Differ:
        return {"leverDiffer", LeverUnit::Percent, 0, 5'000, 100, 0, levers::kMostDifferBp};
    case Lever::Seats:
        return {"leverSeats", LeverUnit::Count, 10, 300, 5, 1, 10'000};
    case Lever::Rate1:
        return {"leverRate1", LeverUnit::Rupees, 2'000, 6'000, 50, 0, 1'000'000};
    case Lever::Rate2:
        return {"leverRate2", LeverUnit::Rupees, 2'000, 6'000, 50, 0, 1'000'000};
    case Lever::Rate3:
        return {"leverRate3", LeverUnit::Rupees, 2'000, 6'000, 50, 0, 1'000'000};
    case Lever::RunningCost:
        return {"leverRunningCost", LeverUnit::Rupees, 0, 300'000, 5'000, 0, kMostRunningCost / 100};
    case Lever::Occupancy:
        return {"leverOccupancy", LeverUnit::Percent, 0, 10'000, 100, 0, 10'000};
    case Lever::Centres1:
        return {"leverCentres1", LeverUnit::Count, 0, 500, 1, 0, scenario::kMostLoans};
    case Lever::Centres2:
        return {"leverCentres2", LeverUnit::Count, 0, 500, 1, 0, scenario::kMostLoans};
    case Lever::Centres3:
        return {"leverCentres3", LeverUnit::Count, 0, 500, 1, 0, scenario::kMostLoans};
    case Lever::FirstMonth:
        return {"leverFirstMonth",     LeverUnit::Month,        2026 * 12, 2030 * 12, 1,
                loan::kFirstYear * 12, loan::kLastYear * 12 - 1};
    case Lever::Span:
        break;
    }
    return {"leverSpan", LeverUnit::Months, 1, 60, 1, 1, levers::kMostSpan};
}

const QList<Lever> &allLevers()
{
    static const QList<Lever> all{Lever::Share,    Lever::Ignite,    Lever::Markup,      Lever::Kibor,
                                  Lever::Spread,   Lever::Tenor,     Lever::Grace,       Lever::Loan,
                                  Lever::Differ,   Lever::Seats,     Lever::Rate1,       Lever::Rate2,
                                  Lever::Rate3,    Lever::Occupancy, Lever::RunningCost, Lever::Centres1,
                                  Lever::Centres2, Lever::Centres3,  Lever::FirstMonth,  Lever::Span};
    return all;
}

qint64 monthsOf(const QDate &day)
{
    return day.year() * 12 + day.month() - 1;
}

} // namespace

LeversPanel::LeversPanel(const ProgrammePolicy &policy, ScenarioStart start, QWidget *parent)
    : Card(parent)
    , m_policy(policy)
    , m_start(std::move(start))
    , m_levers(m_start.levers)
    , m_reset(new QPushButton(this))
{
    setObjectName(QStringLiteral("leversPanel"));
    m_reset->setObjectName(QStringLiteral("resetLevers"));
    m_reset->setProperty("role", QStringLiteral("link"));
    head()->addWidget(m_reset);
    connect(m_reset, &QPushButton::clicked, this, &LeversPanel::resetRequested);
    build();
    retitle();
    setLevers(m_levers);
    setHandMade(std::nullopt);
}

LeverRow *LeversPanel::add(Lever lever)
{
    const LeverShape shape = shapeOf(lever);
    auto *row = new LeverRow(shape.unit, QLatin1String(shape.name), m_form);
    qint64 low = shape.low;
    qint64 high = shape.high;
    if (lever == Lever::Loan)
        high = std::max<qint64>(2'000'000, m_policy.loanCap.value / 100);
    if (lever == Lever::Rate1 || lever == Lever::Rate2 || lever == Lever::Rate3) {
        low = m_policy.seatRateFloor.value / 100;
        high = std::max(low + 100, m_policy.seatRateCeiling.value / 100);
    }
    if (lever == Lever::FirstMonth) {
        low = monthsOf(m_start.levers.firstPaidOut);
        high = low + 60;
    }
    row->setSlider(low, high, shape.step);
    std::optional<qint64> mark;
    if (lever == Lever::Share)
        mark = m_policy.subsidyShareBp;
    if (lever == Lever::Ignite && m_policy.igniteShareBp)
        mark = *m_policy.igniteShareBp;
    if (lever == Lever::Loan)
        mark = high;
    if (lever == Lever::Seats)
        mark = m_policy.largerCityMinSeats;
    row->setMark(mark);
    m_rows.insert(lever, row);
    connect(row, &LeverRow::changed, this, &LeversPanel::edited);
    return row;
}

void LeversPanel::build()
{
    body()->setContentsMargins(0, 0, 0, 0);
    m_form = new QWidget(this);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(16, 8, 16, 12);
    column->setSpacing(12);
    for (const Lever lever : allLevers()) {
        if (lever == Lever::Markup) {
            m_kind = new SegmentedControl(m_form);
            m_kind->setObjectName(QStringLiteral("markupKind"));
            connect(m_kind, &SegmentedControl::chosen, this, [this] {
                showKind();
                edited();
            });
            column->addWidget(m_kind, 0, Qt::AlignLeading);
        }
        column->addWidget(add(lever));
        if (lever == Lever::Ignite) {
            m_undecided = new QCheckBox(m_form);
            m_undecided->setObjectName(QStringLiteral("igniteUndecided"));
            connect(m_undecided, &QCheckBox::toggled, this, [this] {
                showKind();
                edited();
            });
            column->addWidget(m_undecided);
        }
    }
    buildRanges(column);
    column->addStretch();
    auto *area = scrolling(m_form, this);
    area->setObjectName(QStringLiteral("leversArea"));
    body()->addWidget(area, 1);
    m_byHand = new QWidget(this);
    auto *list = new QVBoxLayout(m_byHand);
    list->setContentsMargins(16, 8, 16, 12);
    m_byHandWords = plainLabel(m_byHand);
    m_byHandWords->setWordWrap(true);
    list->addWidget(m_byHandWords);
    m_loans = new TableView(m_byHand);
    m_loans->setObjectName(QStringLiteral("scenarioLoans"));
    m_loans->setModel(new ScenarioLoansModel(m_loans));
    m_loans->setWidths({0, 56, 88});
    list->addWidget(m_loans, 1);
    body()->addWidget(m_byHand, 1);
    m_markNote = plainLabel(this);
    m_markNote->setProperty("type", QStringLiteral("caption"));
    m_markNote->setWordWrap(true);
    m_markNote->setContentsMargins(16, 6, 16, 8);
    body()->addWidget(m_markNote);
}

void LeversPanel::buildRanges(QVBoxLayout *column)
{
    m_bands = new QCheckBox(m_form);
    m_bands->setObjectName(QStringLiteral("bandsOn"));
    column->addWidget(m_bands);
    m_ranges = new QWidget(m_form);
    auto *grid = new QGridLayout(m_ranges);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(6);
    for (qsizetype i = 0; i < kRanges.size(); ++i) {
        const QString &name = kRanges.at(i);
        auto *field = new LeverSpin(i < 4 ? LeverUnit::Percent : LeverUnit::Count, m_ranges);
        field->setObjectName(name);
        auto *words = plainLabel(m_ranges);
        words->setWordWrap(true);
        words->setBuddy(field);
        grid->addWidget(words, static_cast<int>(i), 0);
        grid->addWidget(field, static_cast<int>(i), 1);
        field->setFixedWidth(136);
        m_rangeFields.insert(name, field);
        m_rangeNames.insert(name, words);
        connect(field, &QDoubleSpinBox::valueChanged, this, &LeversPanel::edited);
    }
    column->addWidget(m_ranges);
    m_rangeProblem = refusalLabel(m_form);
    m_rangeProblem->setObjectName(QStringLiteral("rangesProblem"));
    column->addWidget(m_rangeProblem);
    connect(m_bands, &QCheckBox::toggled, this, [this](bool on) {
        m_ranges->setVisible(on);
        if (on && !m_levers.uncertainty) { // around what is on show
            const int kibor = m_levers.kiborBp;
            const int seats = m_levers.occupancyBp;
            m_levers.uncertainty = Uncertainty{kTrials,
                                               kSeed,
                                               std::max(0, kibor - kAround),
                                               std::min(loan::kMostBp - m_levers.spreadBp, kibor + kAround),
                                               std::max(0, seats - kAroundSeats),
                                               std::min(loan::kMostBp, seats + kAroundSeats)};
            const ScenarioLevers now = m_levers;
            setLevers(now);
        }
        edited();
    });
}

void LeversPanel::showKind()
{
    const bool floats = m_kind->current() == kFloats;
    m_rows[Lever::Markup]->setVisible(!floats);
    m_rows[Lever::Kibor]->setVisible(floats);
    m_rows[Lever::Spread]->setVisible(floats);
    m_rows[Lever::Ignite]->setReady(!m_undecided->isChecked());
}

qint64 LeversPanel::valueOf(Lever lever) const
{
    return m_rows[lever]->value();
}

void LeversPanel::setLevers(const ScenarioLevers &levers)
{
    m_levers = levers;
    const auto put = [this](Lever lever, qint64 value) { m_rows[lever]->setValue(value); };
    put(Lever::Share, levers.shareBp);
    put(Lever::Ignite, levers.igniteBp.value_or(loan::kMostBp / 2));
    put(Lever::Markup, levers.markupBp);
    put(Lever::Kibor, levers.kiborBp);
    put(Lever::Spread, levers.spreadBp);
    put(Lever::Tenor, levers.tenorMonths);
    put(Lever::Grace, levers.graceMonths);
    put(Lever::Loan, (levers.loan.value + 50) / 100);
    put(Lever::Differ, levers.differBp);
    put(Lever::Seats, levers.seats);
    put(Lever::RunningCost, (levers.runningCost.value + 50) / 100);
    put(Lever::Occupancy, levers.occupancyBp);
    for (std::size_t i = 0; i < 3; ++i) {
        put(static_cast<Lever>(static_cast<int>(Lever::Rate1) + static_cast<int>(i)),
            (levers.rates[i].value + 50) / 100);
        put(static_cast<Lever>(static_cast<int>(Lever::Centres1) + static_cast<int>(i)), levers.centres[i]);
    }
    put(Lever::FirstMonth, monthsOf(levers.firstPaidOut));
    put(Lever::Span, levers.spanMonths);
    const QSignalBlocker quietUndecided(m_undecided);
    const QSignalBlocker quietBands(m_bands);
    m_undecided->setChecked(!levers.igniteBp);
    m_kind->setCurrent(levers.floats ? kFloats : kFixed);
    m_bands->setChecked(levers.uncertainty.has_value());
    m_ranges->setVisible(m_bands->isChecked());
    if (const auto &ranges = levers.uncertainty) {
        const QList<qint64> values{ranges->kiborLowBp,      ranges->kiborHighBp, ranges->occupancyLowBp,
                                   ranges->occupancyHighBp, ranges->trials,      static_cast<qint64>(ranges->seed)};
        for (qsizetype i = 0; i < kRanges.size(); ++i) {
            const QSignalBlocker quiet(m_rangeFields[kRanges.at(i)]);
            m_rangeFields[kRanges.at(i)]->setWhole(values.at(i));
        }
    }
    showKind();
    check();
}

ScenarioLevers LeversPanel::levers() const
{
    ScenarioLevers levers = m_levers;
    const auto whole = [this](Lever lever) {
        return static_cast<int>(std::clamp<qint64>(valueOf(lever), -1, 1 << 30));
    };
    // What the fields show in whole rupees keeps its paisa as long as it is left as it is.
    const auto rupees = [this](Lever lever, Paisa was) {
        return (was.value + 50) / 100 == valueOf(lever) ? was : Paisa::rupees(valueOf(lever));
    };
    levers.shareBp = whole(Lever::Share);
    levers.igniteBp = m_undecided->isChecked() ? std::nullopt : std::optional(whole(Lever::Ignite));
    levers.floats = m_kind->current() == kFloats;
    levers.markupBp = whole(Lever::Markup);
    levers.kiborBp = whole(Lever::Kibor);
    levers.spreadBp = whole(Lever::Spread);
    levers.tenorMonths = whole(Lever::Tenor);
    levers.graceMonths = whole(Lever::Grace);
    levers.loan = rupees(Lever::Loan, m_levers.loan);
    levers.differBp = whole(Lever::Differ);
    levers.seats = whole(Lever::Seats);
    levers.runningCost = rupees(Lever::RunningCost, m_levers.runningCost);
    levers.occupancyBp = whole(Lever::Occupancy);
    for (std::size_t i = 0; i < 3; ++i) {
        levers.rates[i] =
            rupees(static_cast<Lever>(static_cast<int>(Lever::Rate1) + static_cast<int>(i)), m_levers.rates[i]);
        levers.centres[i] = whole(static_cast<Lever>(static_cast<int>(Lever::Centres1) + static_cast<int>(i)));
    }
    const qint64 months = valueOf(Lever::FirstMonth) - monthsOf(m_levers.firstPaidOut);
    levers.firstPaidOut = m_levers.firstPaidOut.addMonths(static_cast<int>(std::clamp<qint64>(months, -9'999, 9'999)));
    levers.spanMonths = whole(Lever::Span);
    levers.uncertainty.reset();
    if (m_bands->isChecked()) {
        const auto at = [this](qsizetype i) {
            return static_cast<int>(std::clamp<qint64>(m_rangeFields[kRanges.at(i)]->whole(), -1, 1 << 30));
        };
        levers.uncertainty =
            Uncertainty{at(4), static_cast<quint64>(std::max<qint64>(0, m_rangeFields[kRanges.at(5)]->whole())),
                        at(0), at(1),
                        at(2), at(3)};
    }
    return levers;
}

QString LeversPanel::wrongOf(Lever lever) const
{
    const LeverShape shape = shapeOf(lever);
    const qint64 value = valueOf(lever);
    if (lever == Lever::Ignite && m_undecided->isChecked())
        return {};
    const bool floats = m_kind->current() == kFloats;
    if ((lever == Lever::Markup && floats) || (lever == Lever::Spread && !floats))
        return {};
    if (value < shape.least)
        return tr("At least %1.").arg(leverText(shape.unit, shape.least));
    if (value > shape.most)
        return tr("At most %1.").arg(leverText(shape.unit, shape.most));
    if (lever == Lever::Grace && value >= valueOf(Lever::Tenor))
        return tr("The grace has to be shorter than the tenor.");
    if (lever == Lever::Spread && value + valueOf(Lever::Kibor) > loan::kMostBp)
        return tr("KIBOR and spread are more than 100 % together.");
    if (lever == Lever::Centres1 && valueOf(Lever::Centres1) + valueOf(Lever::Centres2) + valueOf(Lever::Centres3) < 1)
        return tr("At least one centre is needed in some tier.");
    return {};
}

QString LeversPanel::warningOf(Lever lever) const
{
    const auto rate = [this](Lever which) { return Paisa::rupees(valueOf(which)); };
    switch (lever) {
    case Lever::Loan:
        if (rate(lever) > m_policy.loanCap)
            return tr("Above the cap of the policy, %1.").arg(format::rupees(m_policy.loanCap.value));
        break;
    case Lever::Differ:
        if (const Paisa largest = levers::largestLoan(levers());
            largest > m_policy.loanCap && rate(Lever::Loan) <= m_policy.loanCap)
            return tr("The largest loan, %1, is above the cap of the policy.").arg(format::rupees(largest.value));
        break;
    case Lever::Rate1:
    case Lever::Rate2:
    case Lever::Rate3:
        if (rate(lever) > m_policy.seatRateCeiling)
            return tr("Above the ceiling of the policy, %1.").arg(format::rupees(m_policy.seatRateCeiling.value));
        if (rate(lever) < m_policy.seatRateFloor)
            return tr("Below what the policy names, %1.").arg(format::rupees(m_policy.seatRateFloor.value));
        break;
    default:
        break;
    }
    return {};
}

void LeversPanel::check()
{
    m_right = true;
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        const QString wrong = wrongOf(it.key());
        m_right = m_right && wrong.isEmpty();
        it.value()->setProblem(wrong.isEmpty() ? warningOf(it.key()) : wrong,
                               wrong.isEmpty() ? LeverRow::Tone::Warning : LeverRow::Tone::Wrong);
    }
    QString ranges;
    if (m_bands->isChecked()) {
        const Uncertainty tried = *levers().uncertainty;
        if (tried.trials < 1 || tried.trials > scenario::kMostTrials)
            ranges = tr("Between 1 and %1 trials.").arg(format::number(scenario::kMostTrials));
        else if (m_rangeFields[kRanges.at(5)]->whole() < 0 ||
                 m_rangeFields[kRanges.at(5)]->whole() > scenario::kMostSeed)
            ranges = tr("The seed is a whole number from 0.");
        else if (tried.kiborLowBp < 0 || tried.kiborLowBp > tried.kiborHighBp || tried.occupancyLowBp < 0 ||
                 tried.occupancyLowBp > tried.occupancyHighBp || tried.occupancyHighBp > loan::kMostBp ||
                 tried.kiborHighBp > loan::kMostBp)
            ranges = tr("A range goes from the lower value to the higher one, between 0 and 100 %.");
        else if (m_kind->current() == kFloats && tried.kiborHighBp + valueOf(Lever::Spread) > loan::kMostBp)
            ranges = tr("KIBOR and spread are more than 100 % together.");
    }
    m_rangeProblem->setText(ranges);
    m_rangeProblem->setVisible(!ranges.isEmpty());
    m_right = m_right && ranges.isEmpty();
}

void LeversPanel::edited()
{
    check();
    if (m_right)
        m_levers = levers();
    Q_EMIT changed();
}

void LeversPanel::setHandMade(const std::optional<Scenario> &scenario)
{
    m_form->parentWidget()->parentWidget()->setVisible(!scenario);
    m_byHand->setVisible(scenario.has_value());
    static_cast<ScenarioLoansModel *>(m_loans->model())->setLoans(scenario ? scenario->loans : QList<ScenarioLoan>());
}

void LeversPanel::retitle()
{
    setTitle(tr("What if"));
    m_reset->setText(tr("Back to policy %1").arg(format::number(m_policy.version)));
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        it.value()->setWords(scenariowords::lever(it.key()));
        it.value()->setSource(scenariowords::source(it.key(), m_start));
    }
    m_undecided->setText(tr("Undecided, who pays which part"));
    m_kind->setSegments({{kFloats, tr("KIBOR + spread"), {}}, {kFixed, tr("Fixed mark-up"), {}}});
    m_kind->setAccessibleName(tr("Kind of mark-up"));
    m_bands->setText(tr("Show the uncertainty"));
    const QStringList names{tr("KIBOR from"),   tr("KIBOR to"), tr("Occupancy from"),
                            tr("Occupancy to"), tr("Trials"),   tr("Seed")};
    for (qsizetype i = 0; i < kRanges.size(); ++i) {
        m_rangeNames[kRanges.at(i)]->setText(names.at(i));
        m_rangeFields[kRanges.at(i)]->setAccessibleName(names.at(i));
    }
    m_byHandWords->setText(tr("This scenario was made by hand and fits no sliders. It is computed as it is, from these "
                              "loans."));
    m_loans->setAccessibleName(tr("Loans of the scenario"));
    m_markNote->setText(tr("Mark on a slider: what policy %1 says.").arg(format::number(m_policy.version)));
    check();
}

} // namespace markaz::ui
