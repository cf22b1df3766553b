// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/demand/rankingpane.h"

#include "core/domain/loanbounds.h"
#include "ui/text/demandwords.h"
#include "ui/text/format.h"
#include "ui/widgets/moneyfield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wheelguard.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>

namespace markaz::ui {
namespace {

constexpr std::array kParts{RankingPart::Gap, RankingPart::Subsidy, RankingPart::Readiness, RankingPart::Tier};
constexpr qint64 kMostPerSeat = 1'000'000'000; ///< paisa: NextCentres::assume() takes no more

} // namespace

RankingPane::RankingPane(const ProgrammePolicy &policy, QWidget *parent)
    : Card(parent)
    , m_policy(policy)
    , m_assumed(LoanAssumptions::of(policy))
{
    setTitle(tr("What counts"));
    m_reset = new QPushButton(tr("Reset"), this);
    m_reset->setObjectName(QStringLiteral("resetRanking"));
    m_reset->setAccessibleName(tr("Weights and assumptions as they were at first"));
    m_reset->setProperty("role", QStringLiteral("link"));
    head()->addWidget(m_reset);
    connect(m_reset, &QPushButton::clicked, this, &RankingPane::reset);
    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 4, 8, 4);
    rows->setSpacing(8);
    for (const RankingPart part : kParts)
        rows->addWidget(buildWeight(part));
    auto *heading = plainLabel(tr("Where no loan is recorded yet"), inside);
    heading->setProperty("type", QStringLiteral("secondary"));
    heading->setWordWrap(true);
    rows->addSpacing(4);
    rows->addWidget(heading);
    rows->addWidget(buildAssumed());
    m_wrong = refusalLabel(inside);
    m_wrong->setObjectName(QStringLiteral("assumedWrong"));
    rows->addWidget(m_wrong);
    rows->addStretch();
    body()->setContentsMargins(16, 0, 8, 8);
    body()->addWidget(scrolling(inside, this), 1);
    setWeights(m_weights);
    setAssumed(m_assumed);
}

QWidget *RankingPane::buildWeight(RankingPart part)
{
    const auto at = static_cast<size_t>(part);
    auto *row = new QWidget;
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    const QString name = demandwords::part(part);
    auto *label = plainLabel(name, row);
    label->setWordWrap(true);
    auto *number = new QSpinBox(row);
    number->setObjectName(QStringLiteral("weight.%1").arg(at));
    number->setRange(0, RankingWeights::kMostWeight);
    number->setAccessibleName(tr("Weight of: %1").arg(name));
    auto *slider = new QSlider(Qt::Horizontal, row);
    slider->setObjectName(QStringLiteral("weightSlider.%1").arg(at));
    slider->setRange(0, RankingWeights::kMostWeight);
    slider->setPageStep(10);
    slider->setAccessibleName(tr("Weight of: %1").arg(name));
    for (QWidget *control : {static_cast<QWidget *>(number), static_cast<QWidget *>(slider)})
        WheelGuard::protect(control);
    grid->addWidget(label, 0, 0);
    grid->addWidget(number, 0, 1);
    grid->addWidget(slider, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    m_numbers[at] = number;
    m_sliders[at] = slider;
    const auto take = [this, at](int value) {
        if (m_weights.of[at] == value)
            return;
        m_weights.of[at] = value;
        const QSignalBlocker quiet(m_sliders[at]);
        const QSignalBlocker still(m_numbers[at]);
        m_sliders[at]->setValue(value);
        m_numbers[at]->setValue(value);
        refresh();
        Q_EMIT weightsChanged();
    };
    connect(slider, &QSlider::valueChanged, this, take);
    connect(number, &QSpinBox::valueChanged, this, take);
    return row;
}

QWidget *RankingPane::buildAssumed()
{
    auto *fields = new QWidget;
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    m_perSeat = new MoneyField(kMostPerSeat, fields);
    m_perSeat->setObjectName(QStringLiteral("assumedPerSeat"));
    m_markup = new MoneyField(loan::kMostBp, fields);
    m_markup->setObjectName(QStringLiteral("assumedMarkup"));
    m_tenor = new QSpinBox(fields);
    m_tenor->setObjectName(QStringLiteral("assumedTenor"));
    m_tenor->setRange(1, loan::kMostTenor);
    m_grace = new QSpinBox(fields);
    m_grace->setObjectName(QStringLiteral("assumedGrace"));
    m_grace->setRange(0, loan::kMostTenor - 1);
    for (QSpinBox *months : {m_tenor, m_grace})
        WheelGuard::protect(months);
    grid->addWidget(labelled(tr("Loan for a seat, Rs"), m_perSeat), 0, 0);
    grid->addWidget(labelled(tr("Mark-up a year, %"), m_markup), 0, 1);
    grid->addWidget(labelled(tr("Tenor, months"), m_tenor), 1, 0);
    grid->addWidget(labelled(tr("Grace, months"), m_grace), 1, 1);
    for (MoneyField *field : {m_perSeat, m_markup})
        connect(field, &QLineEdit::textChanged, this, &RankingPane::takeAssumed);
    for (QSpinBox *months : {m_tenor, m_grace})
        connect(months, &QSpinBox::valueChanged, this, &RankingPane::takeAssumed);
    return fields;
}

void RankingPane::setWeights(const RankingWeights &weights)
{
    m_weights = weights;
    for (size_t i = 0; i < kRankingParts; ++i) {
        const QSignalBlocker quiet(m_sliders[i]);
        const QSignalBlocker still(m_numbers[i]);
        m_sliders[i]->setValue(weights.of[i]);
        m_numbers[i]->setValue(weights.of[i]);
    }
    refresh();
}

void RankingPane::setAssumed(const LoanAssumptions &assumed)
{
    m_assumed = assumed;
    const QSignalBlocker perSeat(m_perSeat);
    const QSignalBlocker markup(m_markup);
    const QSignalBlocker tenor(m_tenor);
    const QSignalBlocker grace(m_grace);
    m_perSeat->setHundredths(assumed.perSeat.value);
    m_markup->setHundredths(assumed.markupBp);
    m_tenor->setValue(assumed.tenorMonths);
    m_grace->setValue(assumed.graceMonths);
    m_wrong->clear();
    m_wrong->hide();
    refresh();
}

/// What cannot be is said, and the last that could be stays in use.
void RankingPane::takeAssumed()
{
    QStringList wrong;
    const auto perSeat = m_perSeat->hundredths();
    if (!perSeat || *perSeat < 1)
        wrong.append(tr("The loan for a seat must be an amount, at most %1.").arg(format::rupees(kMostPerSeat)));
    const auto markup = m_markup->hundredths();
    if (!markup)
        wrong.append(tr("The mark-up must be a number of per cent, at most 100."));
    if (m_grace->value() >= m_tenor->value())
        wrong.append(tr("The grace must be shorter than the tenor."));
    m_wrong->setText(wrong.join(QLatin1Char(' ')));
    m_wrong->setVisible(!wrong.isEmpty());
    if (!wrong.isEmpty()) {
        m_reset->setEnabled(true);
        return;
    }
    const LoanAssumptions assumed{Paisa{*perSeat}, static_cast<int>(*markup), m_tenor->value(), m_grace->value()};
    if (assumed == m_assumed)
        return;
    m_assumed = assumed;
    refresh();
    Q_EMIT assumedChanged();
}

void RankingPane::reset()
{
    const bool weights = m_weights != RankingWeights();
    const bool assumed = m_assumed != LoanAssumptions::of(m_policy);
    setWeights({});
    setAssumed(LoanAssumptions::of(m_policy));
    if (weights)
        Q_EMIT weightsChanged();
    if (assumed)
        Q_EMIT assumedChanged();
}

void RankingPane::refresh()
{
    m_reset->setEnabled(m_weights != RankingWeights() || m_assumed != LoanAssumptions::of(m_policy) ||
                        !m_wrong->text().isEmpty());
}

} // namespace markaz::ui
