// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/scenario.h"
#include "ui/widgets/card.h"

#include <QMap>

class QGridLayout;

namespace markaz::ui {

class MoneyField;

/// What Ignite and the PSDP may spend in each fiscal year, in rupees; a year without either has no budget.
class BudgetCard final : public Card
{
    Q_OBJECT
public:
    explicit BudgetCard(QWidget *parent);
    /// Rows for \p years, and for those that have a budget. Emits nothing.
    void setYears(const QList<CostYear> &years);
    void setBudget(const QList<BudgetYear> &budget);
    QList<BudgetYear> budget() const;
    void setReady(bool ready);
    void retitle();

Q_SIGNALS:
    void changed();

private:
    void rebuild(const QList<FiscalYear> &years);
    struct Fields
    {
        MoneyField *ignite;
        MoneyField *psdp;
    };
    QMap<FiscalYear, BudgetYear> m_budget;
    QMap<FiscalYear, Fields> m_fields;
    QWidget *m_rows = nullptr;
    bool m_ready = true;
};

} // namespace markaz::ui
