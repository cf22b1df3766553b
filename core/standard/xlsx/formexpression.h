// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/xlsx/reason.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace markaz {

/// An expression of XLSForm, as far as a standard can express it.
struct Expression
{
    enum class Kind {
        Or,
        And,
        Compare, ///< text: = != < <= > >=
        Add,
        Subtract,
        Multiply,
        Divide,
        Call,      ///< text: the function's name
        Reference, ///< text: what stands in ${...}
        Number,    ///< text: as it was written
        Text,
        Self ///< the dot of a constraint
    };
    Kind kind = Kind::Number;
    QString text;
    std::vector<Expression> parts;
};

/// What a reference means: an operand of a rule or calculation as it stands in a standard file ({"item": "D-06"},
/// {"rows": "F-02", "field": "seats"}, {"tier": true}).
using ReferenceResolver = std::function<std::variant<QJsonObject, Reason>(const QString &name)>;
template <class T>
using Expressed = std::variant<T, Reason>;

/// Reads \p text; a Reason where it is no expression that is understood here.
Expressed<Expression> parseExpression(const QString &text);

/// The rule (rule.h) that a "relevant" says: comparisons of one question with one constant, selected(), and, or, not().
Expressed<QJsonObject> ruleOf(const QString &relevant, const ReferenceResolver &resolve);
/// {"least", "most"} of a "constraint" such as ". >= 0 and . <= 400"; \p decimals turns ". > 0" into the next number.
Expressed<QJsonObject> boundsOf(const QString &constraint, int decimals);
/// The calculation (rule.h) that a "calculation" says: + - * div, sum, min, max, median and count.
Expressed<QJsonObject> calculationOf(const QString &calculation, const ReferenceResolver &resolve);

} // namespace markaz
