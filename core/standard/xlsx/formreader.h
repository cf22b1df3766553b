// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/xlsx/formexpression.h"
#include "core/standard/xlsx/formtable.h"
#include "core/standard/xlsx/standardfile.h"

#include <QJsonArray>
#include <QSet>

namespace markaz {

/// Makes the JSON of a standard from the sheets of a form. It judges only what the sheets can show and JSON cannot; the
/// rest is left to the reader of standards, whose faults are led back to their cells.
class FormReader
{
public:
    explicit FormReader(const Workbook &workbook);
    StandardReading read();

private:
    Q_DISABLE_COPY_MOVE(FormReader) // tables point at the faults
    struct Place
    {
        QString sheet;
        int row = 0;
    };
    struct Group
    {
        int row = 0;
        bool repeat = false;
        bool section = false;
        int conditions = 0; ///< how many it added to those that are open
    };
    struct Name
    {
        QString code;      ///< item
        QString field;     ///< of the repeat item `code`; empty: the item itself
        bool clear = true; ///< false: two columns have this name
    };

    const Sheet *sheetOf(const QString &name, bool needed);
    void noteOtherSheets();

    // formreader.cpp
    void readSettings();
    void readTiers();
    void gatherChoices();
    void readLabels(const char *member, const QString &list);
    QJsonArray optionsOf(const SheetRow &row, const QString &list, const QString &path);
    QJsonObject localOf(const FormTable &table, const SheetRow &row, const QString &column) const;

    // formsurvey.cpp
    void gatherNames();
    void readSurvey();
    void readRow(const SheetRow &row);
    void beginGroup(const SheetRow &row, bool repeat);
    void endGroup(const SheetRow &row, bool repeat);
    void closeRepeat();
    bool leftOut(const SheetRow &row, const QString &type);
    std::variant<QJsonObject, Reason> resolve(const QString &name) const;
    std::optional<QJsonObject> ruleIn(const SheetRow &row);

    // formitem.cpp
    /// What the type column of a question means; an item without a type was told.
    struct Kind
    {
        QString type; ///< of the standard: "yes_no"
        QString list; ///< of choices
        std::optional<int> decimals;
    };
    std::optional<Kind> kindOf(const SheetRow &row) const;
    void addItem(const SheetRow &row);
    void addField(const SheetRow &row);
    QJsonObject itemHead(const SheetRow &row, const QString &type);
    void addShared(const SheetRow &row, const Kind &kind, const QString &path, QJsonObject &object);
    void addCredit(const SheetRow &row, QJsonObject &object);
    QJsonArray bandsIn(const SheetRow &row, const QString &column);
    void refuseFilled(const SheetRow &row, const QStringList &columns, const Reason &reason) const;

    // formorigins.cpp
    void judge();
    void told(const Error &fault);

    const Workbook &m_workbook;
    FormFaults m_faults;
    FormLanguage m_plain = FormLanguage::English;
    std::optional<FormTable> m_settings;
    std::optional<FormTable> m_tiers;
    std::optional<FormTable> m_choices;
    std::optional<FormTable> m_survey;
    QHash<QString, QList<SheetRow>> m_lists; ///< by the choices' list
    QSet<QString> m_usedLists;
    QHash<QString, Name> m_names;    ///< in lower case
    QHash<QString, Place> m_origins; ///< by JSON path
    QJsonObject m_root;
    QJsonArray m_sections;
    QJsonArray m_items;
    QList<Group> m_groups;
    QString m_section;                   ///< its letter; empty: none is open
    QList<QJsonObject> m_conditions;     ///< of the groups that are open
    std::optional<QJsonObject> m_repeat; ///< the repeat item that is open
    QJsonArray m_fields;
    std::optional<StandardReading> m_reading;
};

/// "A-01" from "A-01", "a_1", "A01" or "a.01"; empty when it is none.
QString itemCode(const QString &name);
/// The name of a repeat's column without the item's code before it: "seats" from "F-02_seats".
QString fieldName(const QString &name, const QString &code);

} // namespace markaz
