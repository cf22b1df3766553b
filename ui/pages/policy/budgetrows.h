// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/policybody.h"

#include <QJsonArray>
#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace markaz::ui {

class MoneyField;

/// The budgets of a policy by fiscal year: rows that are added and removed, each with what is wrong with it below.
class BudgetRows final : public QWidget
{
    Q_OBJECT
public:
    /// \p first: the year that the first row proposes.
    explicit BudgetRows(FiscalYear first, QWidget *parent = nullptr);
    /// Into \p body, with their sources; what cannot be read is out of its range there.
    void into(PolicyBody &body) const;
    void setBudgets(const PolicyBody &body);
    /// What stands in the rows, half typed or not; and back.
    QJsonArray entered() const;
    void enter(const QJsonArray &rows);
    void showFault(int row, const QString &words); ///< empty: nothing is wrong with it
    void clearFaults();
    QWidget *field(int row, const QString &name) const; ///< fiscal_year, ignite_paisa, psdp_paisa or source
    int count() const { return static_cast<int>(m_rows.size()); }

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        QWidget *box;
        QLineEdit *year;
        MoneyField *ignite;
        MoneyField *psdp;
        QLineEdit *source;
        QLabel *refusal;
    };
    void add(const QString &year, const QString &ignite, const QString &psdp, const QString &source);
    void remove(QWidget *box);

    QList<Row> m_rows;
    QVBoxLayout *m_column;
};

} // namespace markaz::ui
