// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What an expression means in a standard: rules, bounds and calculations.
#include "core/domain/decimal.h"
#include "core/standard/xlsx/formexpression.h"

#include <QJsonArray>

namespace markaz {
namespace {

using Kind = Expression::Kind;

Reason cannot(const char *why, const QStringList &arguments = {})
{
    return {why, arguments};
}

QJsonObject one(const char *key, const QJsonValue &value)
{
    return {{QLatin1String(key), value}};
}

std::optional<bool> booleanOf(const Expression &part)
{
    if (part.kind != Kind::Call || !part.parts.empty())
        return std::nullopt;
    if (part.text == QLatin1String("true"))
        return true;
    return part.text == QLatin1String("false") ? std::optional(false) : std::nullopt;
}

/// A constant as a rule holds it: whole numbers as numbers, others as their text.
std::optional<QJsonValue> constantOf(const Expression &part)
{
    if (const auto boolean = booleanOf(part))
        return QJsonValue(*boolean);
    if (part.kind == Kind::Text)
        return QJsonValue(part.text);
    if (part.kind != Kind::Number)
        return std::nullopt;
    const auto number = Decimal::parse(part.text);
    if (!number || number->units() % Decimal::kScale != 0)
        return QJsonValue(part.text);
    return QJsonValue(number->units() / Decimal::kScale);
}

QString flipped(const QString &comparison)
{
    QString other = comparison;
    if (comparison.startsWith(QLatin1Char('<')))
        other[0] = QLatin1Char('>');
    else if (comparison.startsWith(QLatin1Char('>')))
        other[0] = QLatin1Char('<');
    return other;
}

class RuleMaker
{
public:
    explicit RuleMaker(const ReferenceResolver &resolve)
        : m_resolve(resolve)
    {
    }

    Expressed<QJsonObject> make(const Expression &part) const
    {
        switch (part.kind) {
        case Kind::Or:
        case Kind::And:
            return joined(part.kind == Kind::Or ? "any" : "all", part);
        case Kind::Compare:
            return comparison(part.parts[0], part.parts[1], part.text);
        case Kind::Call:
            if (part.text == QLatin1String("not") && part.parts.size() == 1) {
                auto inner = make(part.parts[0]);
                if (auto *rule = std::get_if<QJsonObject>(&inner))
                    return one("not", *rule);
                return inner;
            }
            if (part.text == QLatin1String("selected") && part.parts.size() == 2)
                return comparison(part.parts[0], part.parts[1], QStringLiteral("="));
            return cannot(QT_TRANSLATE_NOOP("standardfault",
                                            "The function %1() cannot be expressed in a condition of a standard."),
                          {part.text});
        default:
            return cannot(QT_TRANSLATE_NOOP(
                "standardfault", "A condition compares one question, building field or figure with one constant, "
                                 "joined by and, or, not()."));
        }
    }

private:
    Expressed<QJsonObject> joined(const char *key, const Expression &part) const
    {
        QJsonArray rules;
        for (const Expression &inner : part.parts) {
            auto made = make(inner);
            if (auto *why = std::get_if<Reason>(&made))
                return *why;
            rules.append(std::get<QJsonObject>(made));
        }
        return one(key, rules);
    }

    Expressed<QJsonObject> comparison(const Expression &left, const Expression &right, const QString &how) const
    {
        if (left.kind != Kind::Reference && right.kind == Kind::Reference)
            return comparison(right, left, flipped(how));
        const auto constant = constantOf(right);
        if (left.kind != Kind::Reference || !constant)
            return cannot(QT_TRANSLATE_NOOP(
                "standardfault", "A condition compares one question, building field or figure with one constant, "
                                 "joined by and, or, not()."));
        if (constant->isString() && constant->toString().isEmpty())
            return cannot(
                QT_TRANSLATE_NOOP("standardfault", "Whether an answer is empty cannot be a condition of a standard."));
        auto operand = m_resolve(left.text);
        if (auto *why = std::get_if<Reason>(&operand))
            return *why;
        const QJsonObject what = std::get<QJsonObject>(operand);
        if (what.contains(QLatin1String("rows")))
            return cannot(QT_TRANSLATE_NOOP("standardfault", "A condition cannot look at a column of a repeat."));
        const QJsonArray pair{what, *constant};
        if (how == QLatin1String("="))
            return one("equals", pair);
        if (how == QLatin1String("!="))
            return one("not", one("equals", pair));
        const QJsonObject bound = one(how.startsWith(QLatin1Char('>')) ? "at_least" : "at_most", pair);
        if (how.size() == 2)
            return bound;
        // "More than" is false where there is no answer, as in XLSForm; "not at most" would be true there.
        return one("all", QJsonArray{bound, one("not", one("equals", pair))});
    }

    const ReferenceResolver &m_resolve;
};

class CalculationMaker
{
public:
    explicit CalculationMaker(const ReferenceResolver &resolve)
        : m_resolve(resolve)
    {
    }

    /// An operand of a calculation, or a calculation.
    Expressed<QJsonObject> make(const Expression &part, bool rowsAllowed) const
    {
        switch (part.kind) {
        case Kind::Number:
            return one("constant", part.text);
        case Kind::Reference: {
            auto operand = m_resolve(part.text);
            const auto *what = std::get_if<QJsonObject>(&operand);
            if (what && what->contains(QLatin1String("rows")) && !rowsAllowed)
                return cannot(QT_TRANSLATE_NOOP(
                    "standardfault", "A column of a repeat makes one number in sum(), min(), max(), median() or "
                                     "count()."));
            return operand;
        }
        case Kind::Add:
            return calculation("sum", part, false);
        case Kind::Multiply:
            return calculation("product", part, false);
        case Kind::Subtract:
            return calculation("difference", part, false);
        case Kind::Divide:
            return calculation("ratio", part, false);
        case Kind::Call: {
            static const QHash<QString, const char *> functions{{QStringLiteral("sum"), "sum"},
                                                                {QStringLiteral("min"), "least"},
                                                                {QStringLiteral("max"), "most"},
                                                                {QStringLiteral("median"), "median"},
                                                                {QStringLiteral("count"), "count"}};
            const char *name = functions.value(part.text);
            if (name && !part.parts.empty())
                return calculation(name, part, true);
            return cannot(QT_TRANSLATE_NOOP("standardfault",
                                            "The function %1() cannot be expressed in a calculation of a standard."),
                          {part.text});
        }
        default:
            return cannot(QT_TRANSLATE_NOOP(
                "standardfault", "A calculation is made of numbers with + - * div, sum(), min(), max(), median() "
                                 "and count()."));
        }
    }

private:
    Expressed<QJsonObject> calculation(const char *name, const Expression &part, bool rowsAllowed) const
    {
        QJsonArray operands;
        for (const Expression &inner : part.parts) {
            auto made = make(inner, rowsAllowed);
            if (auto *why = std::get_if<Reason>(&made))
                return *why;
            operands.append(std::get<QJsonObject>(made));
        }
        return one(name, operands);
    }

    const ReferenceResolver &m_resolve;
};

/// Takes one ". >= 0" of a constraint into \p bounds.
std::optional<Reason> addBound(const Expression &part, int decimals, QJsonObject &bounds)
{
    const Reason shape = cannot(QT_TRANSLATE_NOOP(
        "standardfault", "A constraint says the least and the most of a number: . >= 0 and . <= 400."));
    if (part.kind == Kind::And) {
        for (const Expression &inner : part.parts) {
            if (auto why = addBound(inner, decimals, bounds))
                return why;
        }
        return std::nullopt;
    }
    if (part.kind != Kind::Compare)
        return shape;
    const bool selfFirst = part.parts[0].kind == Kind::Self;
    const Expression &number = part.parts[selfFirst ? 1 : 0];
    if (part.parts[selfFirst ? 0 : 1].kind != Kind::Self || number.kind != Kind::Number)
        return shape;
    const QString how = selfFirst ? part.text : flipped(part.text);
    const auto value = Decimal::parse(number.text);
    if (!value || how.contains(QLatin1Char('!')) || how == QLatin1String("="))
        return shape;
    qint64 step = Decimal::kScale;
    for (int i = 0; i < decimals && step > 1; ++i)
        step /= 10;
    const bool least = how.startsWith(QLatin1Char('>'));
    // The next number that can be entered: past 0.5 a whole number is 1.
    qint64 below = value->units() / step * step;
    if (below > value->units())
        below -= step;
    const qint64 units = least || below < value->units() ? below + (least ? step : 0) : below - step;
    const QString key = least ? QStringLiteral("least") : QStringLiteral("most");
    if (bounds.contains(key))
        return cannot(QT_TRANSLATE_NOOP("standardfault", "A constraint has one least and one most."));
    bounds.insert(key, how.size() == 2 ? number.text : Decimal::fromUnits(units).toString());
    return std::nullopt;
}

} // namespace

Expressed<QJsonObject> ruleOf(const QString &relevant, const ReferenceResolver &resolve)
{
    auto parsed = parseExpression(relevant);
    if (auto *why = std::get_if<Reason>(&parsed))
        return *why;
    return RuleMaker(resolve).make(std::get<Expression>(parsed));
}

Expressed<QJsonObject> boundsOf(const QString &constraint, int decimals)
{
    auto parsed = parseExpression(constraint);
    if (auto *why = std::get_if<Reason>(&parsed))
        return *why;
    QJsonObject bounds;
    if (auto why = addBound(std::get<Expression>(parsed), decimals, bounds))
        return *why;
    return bounds;
}

Expressed<QJsonObject> calculationOf(const QString &calculation, const ReferenceResolver &resolve)
{
    auto parsed = parseExpression(calculation);
    if (auto *why = std::get_if<Reason>(&parsed))
        return *why;
    const Expression &whole = std::get<Expression>(parsed);
    auto made = CalculationMaker(resolve).make(whole, false);
    if (std::holds_alternative<Reason>(made) || (whole.kind != Kind::Reference && whole.kind != Kind::Number))
        return made;
    return one("sum", QJsonArray{std::get<QJsonObject>(made)}); // a single number is a sum of one
}

} // namespace markaz
