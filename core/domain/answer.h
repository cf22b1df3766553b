// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decimal.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>

namespace markaz {

/// What an inspector said of one item. Exactly one of three states: answered, not applicable, not inspected.
/// Its JSON form is the value of the field "answers.<item code>" (notes are a field of their own, "notes.<item code>",
/// because they are sealed at rest and merge separately):
///   {"value": "yes"}                                     yes_no: yes | no; choice: the option's token
///   {"value": "34.0", "instrument": "tape"}              measurement: decimal text in the item's unit
///   {"value": "2027-03-14"}                              expiry_date
///   {"value": "given", "reference": "Deed 114/2019"}     document, photo, signature: given | missing
///   {"value": {"latitude_e6": 0, "longitude_e6": 0, "accuracy_m": 6, "position_source": "gps"}}   position
///   {"value": "free text"}                               text
///   {"rows": [{"width": "34", "outside": "yes"}]}        repeat: fields as the standard names them
///   {"na": "reason"}   {"not_inspected": "reason"}
/// Each may carry "at", the time it was given, and "carried", the id of the visit that gave it, when a follow-up took
/// it over instead of asking again. What an item accepts is checked by Item::checkAnswer (core/standard).
class Answer
{
public:
    enum class State { Answered, NotApplicable, NotInspected };

    static Answer ofValue(const QJsonValue &value, const QString &instrument = {});
    static Answer ofRows(const QJsonArray &rows);
    /// Incomplete when \p reason is blank.
    static Result<Answer> notApplicable(const QString &reason);
    static Result<Answer> notInspected(const QString &reason);
    /// InvalidValue when the object has none or more than one of value, rows, na, not_inspected.
    static Result<Answer> fromJson(const QJsonValue &json);

    QJsonObject toJson() const { return m_json; }
    State state() const { return m_state; }
    QJsonValue value() const { return m_value; } ///< Undefined when there is none
    QString text() const { return m_text; }      ///< of a value that is a text
    QJsonArray rows() const { return m_rows; }
    bool isRepeat() const { return m_repeat; }
    QString instrument() const { return m_instrument; }
    QString reason() const; ///< of not applicable or not inspected
    QString at() const { return m_json.value(QStringLiteral("at")).toString(); }
    QString carriedFrom() const { return m_json.value(QStringLiteral("carried")).toString(); } ///< empty: given here
    Answer givenAt(const QString &isoTime) const;
    /// This answer of the visit \p visitId as a follow-up takes it over: marked with the visit that gave it.
    Answer carriedOver(const QString &visitId) const;
    friend bool operator==(const Answer &a, const Answer &b) { return a.m_json == b.m_json; }

private:
    explicit Answer(QJsonObject json);
    QJsonObject m_json;
    // Taken out of it once: scoring asks for them at each key stroke, of 100 answers.
    State m_state = State::Answered;
    bool m_repeat = false;
    QJsonValue m_value;
    QString m_text;
    QString m_instrument;
    QJsonArray m_rows;
};

} // namespace markaz
