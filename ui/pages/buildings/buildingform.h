// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/buildings.h"
#include "ui/services.h"

#include <QJsonArray>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace markaz::ui {

class AskTwice;
class CityBox;
class DateField;
class MessageArea;
class PageHeader;
class PositionField;

/// Registers or edits a building and its owner. Checks as the fields are left; buildings that may be the same one are
/// shown before another is made. What is typed stays until it is saved or thrown away: opened for another building, the
/// form puts it aside, and opened for that one again it has it back.
class BuildingForm final : public QWidget
{
    Q_OBJECT
public:
    explicit BuildingForm(const Services &services, QWidget *parent = nullptr);
    void openNew();
    void openExisting(const QString &id);
    /// What was typed since the form was opened and is not saved; empty when nothing was. resume() opens the form with
    /// it.
    QJsonObject unfinished() const;
    void resume(const QJsonObject &unfinished);
    /// unfinished() of each other building that was put aside.
    QJsonArray putAside() const;
    void setPutAside(const QJsonArray &all);
    /// Opens what is unfinished, or what was put aside; false when there is neither.
    bool goOn();

Q_SIGNALS:
    void saved(const QString &buildingId);
    void cancelled(); ///< what was typed is given up
    void left();      ///< what was typed stays
    void showExisting(const QString &buildingId);
    void positionGiven(); ///< by a photo or a receiver

private:
    void build();
    QWidget *buildBuildingCard();
    QWidget *buildOwnerCard();
    void clear();
    void begin(const QString &id);
    void beginNew();
    void beginExisting(const QString &id);
    void open(const QString &id);
    void giveUp();
    QJsonObject entered() const;
    void cityChanged();
    void cityTyped();
    QStringList lookForDuplicates();
    bool asksForDuplicates();
    Result<BuildingEntry> entry() const;
    void save();
    void markField(const QString &field);
    int chosenCity() const;

    Services m_services;
    QString m_id;                           ///< empty: a new one
    QHash<QString, QJsonObject> m_putAside; ///< by m_id
    QStringList m_alikeShown;               ///< the buildings that were asked about when it was to be saved
    QString m_ownerId;
    QJsonObject m_opened;         ///< what stood in the fields when it was opened
    std::optional<Record> m_seen; ///< the records as they were shown then: only what was typed changes
    std::optional<Record> m_seenOwner;
    MessageArea *m_messages;
    PageHeader *m_header;
    QLineEdit *m_name;
    CityBox *m_city;
    QLabel *m_cityHint;
    QLineEdit *m_address;
    PositionField *m_position;
    QSpinBox *m_area;
    QSpinBox *m_storeys;
    QSpinBox *m_seats;
    QSpinBox *m_year;
    DateField *m_idle;
    QComboBox *m_tenure;
    QComboBox *m_condition;
    QComboBox *m_levelEntrance; ///< yes, no, or not known: nobody looked is not "no"
    QComboBox *m_generator;
    QPlainTextEdit *m_notes;
    QLineEdit *m_ownerName;
    QComboBox *m_ownerKind;
    QLineEdit *m_cnic;
    QLineEdit *m_phone;
    QLineEdit *m_email;
    QLineEdit *m_postal;
    AskTwice *m_cancel;
    AskTwice *m_save;
    QHash<QString, QWidget *> m_fields; ///< by the record's field name; owner's as "owner.phone"
};

} // namespace markaz::ui
