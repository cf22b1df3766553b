// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/policy/budgetrows.h"

#include "ui/widgets/moneyfield.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {

BudgetRows::BudgetRows(FiscalYear first, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_column = new QVBoxLayout;
    m_column->setSpacing(8);
    column->addLayout(m_column);
    auto *button = new QPushButton(tr("Add a fiscal year"), this);
    button->setObjectName(QStringLiteral("addBudget"));
    auto *line = new QHBoxLayout;
    line->addWidget(button);
    line->addStretch();
    column->addLayout(line);
    connect(button, &QPushButton::clicked, this, [this, first] {
        FiscalYear next = first;
        if (!m_rows.isEmpty()) {
            if (const auto last = FiscalYear::parse(m_rows.last().year->text().trimmed()))
                next = FiscalYear{last->begins + 1};
        }
        add(next.toString(), {}, {}, {});
        m_rows.last().year->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
    });
}

void BudgetRows::add(const QString &year, const QString &ignite, const QString &psdp, const QString &source)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    Row row{box,
            new QLineEdit(box),
            new MoneyField(scenario::kMostTogether, box),
            new MoneyField(scenario::kMostTogether, box),
            new QLineEdit(box),
            refusalLabel(box)};
    const int number = count();
    const auto name = [number](const char *part) {
        return QStringLiteral("budget%1.%2").arg(number).arg(QLatin1String(part));
    };
    row.year->setMaxLength(9);
    row.year->setMinimumHeight(32);
    row.year->setPlaceholderText(QStringLiteral("2026-27"));
    row.year->setLayoutDirection(Qt::LeftToRight);
    row.year->setObjectName(name("fiscal_year"));
    row.year->setText(year);
    row.ignite->setObjectName(name("ignite_paisa"));
    row.ignite->setText(ignite);
    row.psdp->setObjectName(name("psdp_paisa"));
    row.psdp->setText(psdp);
    row.source->setMaxLength(policy::kMostSource);
    row.source->setMinimumHeight(32);
    row.source->setObjectName(name("source"));
    row.source->setText(source);
    row.source->setCursorPosition(0);
    for (QLineEdit *field : std::initializer_list<QLineEdit *>{row.year, row.ignite, row.psdp, row.source})
        connect(field, &QLineEdit::textChanged, this, &BudgetRows::changed);
    line->addWidget(labelled(tr("Fiscal year"), row.year, true), 2);
    line->addWidget(labelled(tr("Ignite, Rs"), row.ignite, true), 3);
    line->addWidget(labelled(tr("PSDP, Rs"), row.psdp, true), 3);
    line->addWidget(labelled(tr("Where it was decided"), row.source, true), 6);
    auto *remove = new QPushButton(tr("Remove"), box);
    remove->setObjectName(name("remove"));
    remove->setAccessibleName(tr("Remove this fiscal year"));
    line->addWidget(remove, 0, Qt::AlignBottom);
    connect(remove, &QPushButton::clicked, this, [this, box] { this->remove(box); });
    column->addLayout(line);
    column->addWidget(row.refusal);
    m_column->addWidget(box);
    box->show(); // now and not with the next events, so that it can take the keyboard
    m_rows.append(row);
}

void BudgetRows::remove(QWidget *box)
{
    m_rows.removeIf([box](const Row &row) { return row.box == box; });
    m_column->removeWidget(box);
    box->hide();
    box->deleteLater();
    for (qsizetype i = 0; i < m_rows.size(); ++i) { // named by their places
        const QList<QWidget *> parts = m_rows.at(i).box->findChildren<QWidget *>();
        for (QWidget *part : parts) {
            if (part->objectName().startsWith(QLatin1String("budget")))
                part->setObjectName(QStringLiteral("budget%1.").arg(i) +
                                    part->objectName().section(QLatin1Char('.'), 1));
        }
    }
    if (!m_rows.isEmpty())
        m_rows.last().year->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void BudgetRows::into(PolicyBody &body) const
{
    for (qsizetype i = 0; i < body.budgets.size(); ++i)
        body.figures.sources.remove(FigureReader::at(QStringLiteral("budgets"), i));
    body.budgets.clear();
    for (const Row &row : m_rows) {
        const auto year = FiscalYear::parse(row.year->text().trimmed());
        body.figures.sources.insert(FigureReader::at(QStringLiteral("budgets"), body.budgets.size()),
                                    row.source->text().trimmed());
        body.budgets.append({year ? *year : FiscalYear{}, Paisa{row.ignite->hundredths().value_or(-1)},
                             Paisa{row.psdp->hundredths().value_or(-1)}});
    }
}

void BudgetRows::setBudgets(const PolicyBody &body)
{
    QJsonArray rows;
    const auto rupees = [](Paisa amount) {
        return amount.value % 100 == 0
                   ? QString::number(amount.wholeRupees())
                   : QStringLiteral("%1.%2").arg(amount.wholeRupees()).arg(amount.value % 100, 2, 10, QLatin1Char('0'));
    };
    for (qsizetype i = 0; i < body.budgets.size(); ++i) {
        const BudgetYear &budget = body.budgets.at(i);
        rows.append(QJsonArray{budget.year.toString(), rupees(budget.ignite), rupees(budget.psdp),
                               body.figures.sources.value(FigureReader::at(QStringLiteral("budgets"), i))});
    }
    enter(rows);
}

QJsonArray BudgetRows::entered() const
{
    QJsonArray rows;
    for (const Row &row : m_rows)
        rows.append(QJsonArray{row.year->text(), row.ignite->text(), row.psdp->text(), row.source->text()});
    return rows;
}

void BudgetRows::enter(const QJsonArray &rows)
{
    clear(m_column);
    m_rows.clear();
    for (const auto &each : rows) {
        const QJsonArray cells = each.toArray();
        add(cells.at(0).toString(), cells.at(1).toString(), cells.at(2).toString(), cells.at(3).toString());
    }
    Q_EMIT changed();
}

void BudgetRows::showFault(int row, const QString &words)
{
    QLabel *label = m_rows.at(row).refusal;
    label->setText(label->text().isEmpty() ? words : label->text() + QLatin1Char(' ') + words);
    label->show();
}

void BudgetRows::clearFaults()
{
    for (const Row &row : std::as_const(m_rows)) {
        row.refusal->clear();
        row.refusal->hide();
    }
}

QWidget *BudgetRows::field(int row, const QString &name) const
{
    const Row &of = m_rows.at(row);
    if (name == QLatin1String("ignite_paisa"))
        return of.ignite;
    if (name == QLatin1String("psdp_paisa"))
        return of.psdp;
    return name == QLatin1String("source") ? of.source : of.year;
}

} // namespace markaz::ui
