// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/loancarried.h"
#include "ui/widgets/card.h"

class QGridLayout;
class QLabel;

namespace markaz::ui {

class BreakEvenChart;
class ChartLegend;
class StatusChip;

/// Whether and when a centre carries its loan, and the two tensions of the programme: seats against those whom fire
/// codes allow, and what a month costs against what all seats bring.
class BreakEvenCard final : public Card
{
    Q_OBJECT
public:
    explicit BreakEvenCard(QWidget *parent = nullptr);
    /// Nothing: no seats are known yet, and the card says what to do.
    void setContent(const std::optional<LoanCarried> &carried);

private:
    void fillFigures(const LoanCarried &carried);
    void addFigure(const QString &caption, const QString &figure, const QString &note, bool warned = false);

    StatusChip *m_chip;
    QLabel *m_words;
    QGridLayout *m_figures;
    ChartLegend *m_legend;
    BreakEvenChart *m_chart;
    QLabel *m_basis;
};

} // namespace markaz::ui
