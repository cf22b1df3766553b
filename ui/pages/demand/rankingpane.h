// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/nextcentres.h"
#include "ui/widgets/card.h"

#include <array>

class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace markaz::ui {

class MoneyField;

/// What the ranking goes by: a weight for each of its parts, and what is assumed of loans that nobody has asked for
/// yet.
class RankingPane final : public Card
{
    Q_OBJECT
public:
    RankingPane(const ProgrammePolicy &policy, QWidget *parent = nullptr);

    /// Emit nothing.
    void setWeights(const RankingWeights &weights);
    void setAssumed(const LoanAssumptions &assumed);
    const RankingWeights &weights() const { return m_weights; }
    const LoanAssumptions &assumed() const { return m_assumed; } ///< the last that could be

Q_SIGNALS:
    void weightsChanged();
    void assumedChanged();

private:
    QWidget *buildWeight(RankingPart part);
    QWidget *buildAssumed();
    void takeAssumed();
    void reset();
    void refresh();

    const ProgrammePolicy &m_policy;
    RankingWeights m_weights;
    LoanAssumptions m_assumed;
    std::array<QSlider *, kRankingParts> m_sliders{};
    std::array<QSpinBox *, kRankingParts> m_numbers{};
    MoneyField *m_perSeat;
    MoneyField *m_markup; ///< per cent: hundredths are basis points
    QSpinBox *m_tenor;
    QSpinBox *m_grace;
    QLabel *m_wrong;
    QPushButton *m_reset;
};

} // namespace markaz::ui
