// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/answer.h"

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace markaz {

/// What rules look at: the answers, the building's fields and the tier.
struct Facts
{
    QHash<QString, Answer> answers; ///< by item code
    QJsonObject building;           ///< a building record's fields
    /// Figures of the policy in force ("seat_rate_ceiling_pkr") and, when the building has a loan, its monthly
    /// instalment in whole rupees ("loan_instalment_pkr").
    QJsonObject programme;
    int tier = 3;
};

/// A condition as structured data, never a language to parse:
///   {"all": [rule...]}  {"any": [rule...]}  {"not": rule}
///   {"equals" | "at_least" | "at_most": [operand, constant]}   {"one_of": [operand, [constant...]]}
/// operand: {"item": "D-06"}, {"building": "storeys"}, {"programme": "loan_instalment_pkr"} or {"tier": true}. An
/// absent operand makes a comparison false. Numbers compare as numbers: the answer "34.0" equals 34.
struct Rule
{
    enum class Kind { All, Any, Not, Equals, AtLeast, AtMost, OneOf };
    enum class Source { Item, Building, Programme, Tier };

    Kind kind = Kind::All;
    QList<std::shared_ptr<const Rule>> parts; ///< of all, any, not
    Source source = Source::Item;
    QString name; ///< item code or field
    QJsonValue constant;

    bool holds(const Facts &facts) const;
};

/// A number made from other answers, exact to Decimal's four places; a ratio, product or median is rounded half up.
///   {"sum" | "product" | "least" | "most" | "median" | "count": [operand...]}  {"ratio" | "difference": [operand,
///   operand]}
/// operand: {"item": "D-01"}, {"rows": "C-01", "field": "width"} (that column of every row), {"building": "storeys"},
/// {"programme": "seat_rate_ceiling_pkr"}, {"tier": true}, {"constant": "0.3"} or another calculation.
/// An operand that is not there yet makes the result absent (the item is then "missing"), never zero.
struct Calculation
{
    enum class Kind { Ratio, Sum, Product, Difference, Least, Most, Median, Count };
    enum class Source { Item, RowField, Building, Programme, Tier, Constant, Nested };

    struct Operand
    {
        Source source = Source::Item;
        QString name;  ///< item code, building or programme field
        QString field; ///< RowField: the column of the repeat item `name`; all its rows take part
        Decimal constant;
        std::shared_ptr<const Calculation> nested;
    };

    Kind kind = Kind::Ratio;
    QList<Operand> operands;

    /// The number; nothing when an operand is absent or there is no number.
    std::optional<Decimal> value(const Facts &facts) const { return evaluate(facts).value; }

    struct Outcome
    {
        std::optional<Decimal> value;
        /// Every operand is there, but they make no number: a division by zero, or beyond Decimal's eleven digits.
        /// There is nothing left to ask the inspector, so the item fails.
        bool undefined = false;
    };
    Outcome evaluate(const Facts &facts) const;
};

} // namespace markaz
