// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/scenario/budgetcard.h"

#include "ui/text/scenariowords.h"
#include "ui/widgets/moneyfield.h"
#include "ui/widgets/parts.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace markaz::ui {

BudgetCard::BudgetCard(QWidget *parent)
    : Card(parent)
{
    setObjectName(QStringLiteral("budgetCard"));
    retitle();
}

void BudgetCard::setYears(const QList<CostYear> &years)
{
    QList<FiscalYear> all;
    for (const CostYear &each : years)
        all.append(each.year);
    for (auto it = m_budget.cbegin(); it != m_budget.cend(); ++it) {
        if (!all.contains(it.key()))
            all.append(it.key());
    }
    std::sort(all.begin(), all.end());
    if (all != m_fields.keys())
        rebuild(all);
}

void BudgetCard::rebuild(const QList<FiscalYear> &years)
{
    // It may be one of its fields that made the years change, and it has the keyboard: it goes with the next event.
    if (m_rows != nullptr) {
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_fields.clear();
    m_rows = new QWidget(this);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->addWidget(plainLabel(tr("Year"), m_rows), 0, 0);
    grid->addWidget(plainLabel(tr("Ignite, Rs"), m_rows), 0, 1);
    grid->addWidget(plainLabel(tr("PSDP, Rs"), m_rows), 0, 2);
    int row = 1;
    for (const FiscalYear &year : years) {
        const QString name = scenariowords::year(year);
        grid->addWidget(plainLabel(name, m_rows), row, 0);
        const auto field = [&](const char *who, const QString &words, int column) {
            auto *made = new MoneyField(scenario::kMostTogether, m_rows);
            made->setObjectName(QLatin1String(who) + year.toString());
            made->setAccessibleName(words);
            made->setEnabled(m_ready);
            grid->addWidget(made, row, column);
            return made;
        };
        const Fields fields{field("budgetIgnite", tr("Budget of Ignite in %1, rupees").arg(name), 1),
                            field("budgetPsdp", tr("Budget of the PSDP in %1, rupees").arg(name), 2)};
        if (const auto found = m_budget.constFind(year); found != m_budget.cend()) {
            fields.ignite->setHundredths(found->ignite.value);
            fields.psdp->setHundredths(found->psdp.value);
        }
        m_fields.insert(year, fields);
        for (MoneyField *each : {fields.ignite, fields.psdp}) {
            connect(each, &QLineEdit::textChanged, this, [this, year, fields] {
                if (fields.ignite->isEmpty() && fields.psdp->isEmpty())
                    m_budget.remove(year);
                else if (!fields.ignite->isOdd() && !fields.psdp->isOdd())
                    m_budget.insert(year, {year, Paisa{fields.ignite->hundredths().value_or(0)},
                                           Paisa{fields.psdp->hundredths().value_or(0)}});
                Q_EMIT changed();
            });
        }
        ++row;
    }
    body()->addWidget(m_rows);
}

void BudgetCard::setBudget(const QList<BudgetYear> &budget)
{
    m_budget.clear();
    for (const BudgetYear &each : budget)
        m_budget.insert(each.year, each);
    if (!m_fields.isEmpty())
        rebuild(m_fields.keys());
}

QList<BudgetYear> BudgetCard::budget() const
{
    return m_budget.values();
}

void BudgetCard::setReady(bool ready)
{
    m_ready = ready;
    for (const Fields &each : std::as_const(m_fields)) {
        each.ignite->setEnabled(ready);
        each.psdp->setEnabled(ready);
    }
}

void BudgetCard::retitle()
{
    setTitle(tr("Budget by financial year"));
    setNote(tr("empty: none"));
    if (!m_fields.isEmpty())
        rebuild(m_fields.keys());
}

} // namespace markaz::ui
