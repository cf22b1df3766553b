// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/policies.h"
#include "ui/models/policyrowsmodel.h"
#include "ui/services.h"
#include "ui/widgets/sheet.h"

#include <QHash>
#include <QJsonObject>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace markaz::ui {

class AskTwice;
class BudgetRows;
class Card;
class CityTiers;
class DateField;
class MoneyField;
class NumberField;
class TableView;

/// The next version of the policy: every figure in a field of its kind, what is wrong said below it as it is typed, and
/// before it is published what it changes, asked once more. Whatever changes says anew where it was decided.
class PolicySheet final : public Sheet
{
    Q_OBJECT
public:
    PolicySheet(const Services &services, QWidget *page);

    /// What stands in the sheet that lies over \p window and is not published; empty: there is none.
    static QJsonObject unfinishedIn(const QWidget &window);
    /// Puts that back over the newest version: only what was entered, half typed or not.
    void resume(const QJsonObject &unfinished);

Q_SIGNALS:
    void published(int version);

protected:
    void leave() override;

private:
    // policysheetbuild.cpp
    void build();
    QWidget *buildForm();
    QWidget *buildReview();
    void buildFoot();
    Card *section(const QString &key, const QString &title);
    void buildTarget(Card *card);
    void buildSubsidy(Card *card);
    QWidget *place(const QString &path, const QString &label, QWidget *field, bool needed = true);
    NumberField *number(const QString &path, int most);
    MoneyField *money(const QString &path, qint64 most);
    DateField *day(const QString &path);

    void fill();
    void fillSplit();
    PolicyBody typed() const;
    void typedTarget(PolicyBody &body) const;
    QHash<QString, QString> faults(const PolicyBody &body) const;
    QJsonObject texts() const;
    QJsonObject entered() const;
    void refresh();
    void split(MoneyField *from, MoneyField *to);
    void review();
    void backToForm();
    void publish();
    QWidget *fieldOf(const QString &path) const;
    qint64 amount(const QString &path) const;
    int count(const QString &path) const;
    QDate dayIn(const QString &path) const;

    Services m_services;
    PolicyBody m_before; ///< the newest version
    PolicyBody m_proposal;
    QString m_target;                    ///< "targets[1]", the one in force
    QJsonObject m_shown;                 ///< what stood in the fields at first
    QHash<QString, QWidget *> m_fields;  ///< by JSON path, those of the sources too
    QHash<QString, QLabel *> m_refusals; ///< by JSON path, below each field
    bool m_asked = false;                ///< the review was asked for: what is missing is said, too
    bool m_filling = false;
    BudgetRows *m_budgets = nullptr;
    CityTiers *m_tiers = nullptr;
    QComboBox *m_split = nullptr;
    MoneyField *m_ignite = nullptr;
    MoneyField *m_psdp = nullptr;
    QLabel *m_sum = nullptr; ///< of the quotas
    PolicyRowsModel m_changes;
    TableView *m_changesTable = nullptr;
    QScrollArea *m_form = nullptr;
    QStackedWidget *m_stack = nullptr;
    AskTwice *m_cancel = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_review = nullptr;
    AskTwice *m_publish = nullptr;
};

} // namespace markaz::ui
