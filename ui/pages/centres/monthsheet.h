// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/occupancy.h"
#include "ui/services.h"
#include "ui/widgets/sheet.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace markaz::ui {

class AskTwice;
class MoneyField;

/// Records what a centre reports of a month, or corrects one that was recorded.
class MonthSheet final : public Sheet
{
    Q_OBJECT
public:
    MonthSheet(const Services &services, const Centre &centre, const std::optional<OccupancyReport> &report,
               QWidget *page);

    /// What stands in the sheet that lies over \p window and is not saved; empty: there is none.
    static QJsonObject unfinishedIn(const QWidget &window);
    /// Puts that back, half typed or not. Of a correction only what was entered comes back, over what was on show then.
    void resume(const QJsonObject &unfinished);

Q_SIGNALS:
    void saved(const QString &reportId);

protected:
    void leave() override;

private:
    void build();
    void readMonths(const CentreTerms &terms, const QString &proposed);
    void monthChosen();
    void chooseAgain(const QString &kept);
    void fill(const MonthEntry &entry);
    MonthEntry entry() const;
    QHash<QString, QWidget *> fields() const;
    QJsonObject entered() const;
    void refresh();
    void save();

    Services m_services;
    Centre m_centre;
    std::optional<OccupancyReport> m_report;
    std::optional<CentreTerms> m_terms; ///< of a month that is not reported yet
    int m_proposedSeats = 0;            ///< of the month that is chosen
    MonthEntry m_shown;
    QComboBox *m_month = nullptr;
    QSpinBox *m_seats = nullptr;
    QSpinBox *m_taken = nullptr;
    MoneyField *m_rate = nullptr;
    QSpinBox *m_freelancers = nullptr;
    QSpinBox *m_dgSkills = nullptr;
    QSpinBox *m_otherStaff = nullptr;
    QSpinBox *m_trainings = nullptr;
    QSpinBox *m_events = nullptr;
    MoneyField *m_exports = nullptr;
    qint64 m_ceiling = m_services.policy.seatRateCeiling.value; ///< of the seat rate, in paisa
    QLabel *m_hint = nullptr;
    AskTwice *m_cancel = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace markaz::ui
