// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/centres.h"
#include "ui/services.h"
#include "ui/widgets/sheet.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace markaz::ui {

class AskTwice;
class CentreContact;
class DateField;
class MoneyField;
class NumberField;

/// Opens a centre at a certified building, or changes one that is open.
class CentreSheet final : public Sheet
{
    Q_OBJECT
public:
    /// Opens one; \p buildingId: where, when that is known already.
    CentreSheet(const Services &services, const QString &buildingId, QWidget *page);
    /// Changes the one that is there.
    CentreSheet(const Services &services, const Centre &centre, QWidget *page);

    /// What stands in the sheet that lies over \p window and is not saved; empty: there is none.
    static QJsonObject unfinishedIn(const QWidget &window);
    /// Puts that back, half typed or not. Of a change only what was entered comes back, over what was on show then: the
    /// rest is as it is now, and is not written. A contact comes back whole; where it is another one by now, a tick
    /// that was set for the one before does not.
    void resume(const QJsonObject &unfinished);

Q_SIGNALS:
    void saved(const QString &centreId);

protected:
    void leave() override;

private:
    void build();
    QWidget *buildAmenities();
    void readBuildings(const QString &chosen);
    qsizetype addBuildings(const QString &text);
    void readTyped();
    void fill(const CentreEntry &entry);
    CentreEntry entry() const;
    int chosenRow() const; ///< of the buildings; -1: what is typed is none of them
    QJsonValue enteredBuilding() const;
    void enterBuilding(const QJsonValue &building);
    QHash<QString, QWidget *> fields() const;
    QJsonObject entered() const;
    void tick(const QStringList &amenities);
    bool isTouched() const;
    void refresh();
    void save();

    Services m_services;
    std::optional<Centre> m_centre;
    CentreEntry m_shown;
    QJsonValue m_shownBuilding;
    bool m_contactOnly = false; ///< no certificate carries the centre: the rest of it does not change
    int m_certified = 0;        ///< seats, at the centre that is changed
    QComboBox *m_building = nullptr;
    QTimer *m_pause = nullptr; ///< of typing a building
    QLineEdit *m_name = nullptr;
    NumberField *m_seats = nullptr;
    MoneyField *m_rate = nullptr;
    MoneyField *m_running = nullptr;
    DateField *m_opened = nullptr;
    DateField *m_closed = nullptr; ///< of one that is there
    QList<QCheckBox *> m_amenities;
    CentreContact *m_contact = nullptr;
    qint64 m_ceiling = m_services.policy.seatRateCeiling.value; ///< of the seat rate, in paisa
    QLabel *m_hint = nullptr;
    AskTwice *m_cancel = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace markaz::ui
