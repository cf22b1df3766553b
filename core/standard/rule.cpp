// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/rule.h"

#include "core/standard/number.h"

#include <QJsonArray>

#include <algorithm>

namespace markaz {

namespace {

QJsonValue operandOf(const Rule &rule, const Facts &facts)
{
    switch (rule.source) {
    case Rule::Source::Item: {
        const auto found = facts.answers.constFind(rule.name);
        if (found == facts.answers.cend() || found->state() != Answer::State::Answered)
            return QJsonValue::Undefined;
        return found->value();
    }
    case Rule::Source::Building:
        return facts.building.value(rule.name);
    case Rule::Source::Programme:
        return facts.programme.value(rule.name);
    case Rule::Source::Tier:
        return facts.tier;
    }
    return QJsonValue::Undefined;
}

bool same(const QJsonValue &operand, const QJsonValue &constant)
{
    if (operand == constant)
        return true;
    const auto a = numberOf(operand);
    const auto b = numberOf(constant);
    return a && b && *a == *b;
}

bool compares(const Rule &rule, const Facts &facts)
{
    const QJsonValue operand = operandOf(rule, facts);
    if (operand.isUndefined() || operand.isNull())
        return false;
    if (rule.kind == Rule::Kind::Equals)
        return same(operand, rule.constant);
    if (rule.kind == Rule::Kind::OneOf) {
        const QJsonArray constants = rule.constant.toArray();
        return std::any_of(constants.begin(), constants.end(),
                           [&](const QJsonValue &constant) { return same(operand, constant); });
    }
    const auto value = numberOf(operand);
    const auto limit = numberOf(rule.constant);
    if (!value || !limit)
        return false;
    return rule.kind == Rule::Kind::AtLeast ? *value >= *limit : *value <= *limit;
}

} // namespace

bool Rule::holds(const Facts &facts) const
{
    const auto partHolds = [&](const std::shared_ptr<const Rule> &part) { return part->holds(facts); };
    switch (kind) {
    case Kind::All:
        return std::all_of(parts.begin(), parts.end(), partHolds);
    case Kind::Any:
        return std::any_of(parts.begin(), parts.end(), partHolds);
    case Kind::Not:
        return std::none_of(parts.begin(), parts.end(), partHolds);
    case Kind::Equals:
    case Kind::AtLeast:
    case Kind::AtMost:
    case Kind::OneOf:
        return compares(*this, facts);
    }
    return false;
}

} // namespace markaz
