// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/number.h"
#include "core/standard/rule.h"

#include <QJsonArray>

#include <algorithm>

namespace markaz {
namespace {

__extension__ using Wide = __int128; // a product of two Decimals needs 100 bits

constexpr Wide kMostUnits = 999'999'999'999'999; // "99999999999.9999": what a Decimal can say as text

/// numerator / denominator, rounded half up; denominator > 0.
Wide roundedHalfUp(Wide numerator, Wide denominator)
{
    const Wide twice = 2 * numerator + denominator;
    const Wide whole = twice / (2 * denominator);
    return twice % (2 * denominator) < 0 ? whole - 1 : whole; // C++ divides towards zero; this is the floor
}

Calculation::Outcome made(Wide units)
{
    if (units > kMostUnits || units < -kMostUnits)
        return {std::nullopt, true};
    return {Decimal::fromUnits(static_cast<qint64>(units)), false};
}

struct Values
{
    QList<Wide> units;
    bool absent = false;
    bool undefined = false;

    void add(const std::optional<Decimal> &value)
    {
        absent = absent || !value;
        if (value)
            units.append(value->units());
    }
};

void addRows(Values &values, const Calculation::Operand &operand, const Facts &facts)
{
    const auto found = facts.answers.constFind(operand.name);
    if (found == facts.answers.cend() || !found->isRepeat() || found->rows().isEmpty()) {
        values.absent = true;
        return;
    }
    const QJsonArray rows = found->rows();
    for (const auto &row : rows)
        values.add(numberOf(row.toObject().value(operand.field)));
}

void addOperand(Values &values, const Calculation::Operand &operand, const Facts &facts)
{
    switch (operand.source) {
    case Calculation::Source::Item: {
        const auto found = facts.answers.constFind(operand.name);
        values.add(found == facts.answers.cend() ? std::nullopt : numberOf(found->value()));
        return;
    }
    case Calculation::Source::RowField:
        return addRows(values, operand, facts);
    case Calculation::Source::Building:
        return values.add(numberOf(facts.building.value(operand.name)));
    case Calculation::Source::Programme:
        return values.add(numberOf(facts.programme.value(operand.name)));
    case Calculation::Source::Tier:
        return values.add(Decimal::fromInteger(facts.tier));
    case Calculation::Source::Constant:
        return values.add(operand.constant);
    case Calculation::Source::Nested: {
        const Calculation::Outcome inner = operand.nested->evaluate(facts);
        if (inner.undefined)
            values.undefined = true;
        else
            values.add(inner.value);
        return;
    }
    }
}

Calculation::Outcome median(QList<Wide> units)
{
    std::sort(units.begin(), units.end());
    const qsizetype middle = units.size() / 2;
    if (units.size() % 2 == 1)
        return made(units.at(middle));
    return made(roundedHalfUp(units.at(middle - 1) + units.at(middle), 2));
}

} // namespace

Calculation::Outcome Calculation::evaluate(const Facts &facts) const
{
    Values values;
    for (const Operand &operand : operands)
        addOperand(values, operand, facts);
    const QList<Wide> &units = values.units;
    const bool pair = kind == Kind::Ratio || kind == Kind::Difference;
    if (values.absent || (units.isEmpty() && !values.undefined))
        return {};
    if (values.undefined || (pair && units.size() != 2))
        return {std::nullopt, true};

    switch (kind) {
    case Kind::Ratio: {
        const Wide sign = units.at(1) < 0 ? -1 : 1;
        if (units.at(1) == 0)
            return {std::nullopt, true};
        return made(roundedHalfUp(sign * units.at(0) * Decimal::kScale, sign * units.at(1)));
    }
    case Kind::Difference:
        return made(units.at(0) - units.at(1));
    case Kind::Sum: {
        Wide sum = 0;
        for (Wide value : units)
            sum += value;
        return made(sum);
    }
    case Kind::Product: {
        Wide product = Decimal::kScale;
        for (Wide value : units) {
            product = roundedHalfUp(product * value, Decimal::kScale);
            if (product > kMostUnits || product < -kMostUnits)
                return {std::nullopt, true};
        }
        return made(product);
    }
    case Kind::Least:
        return made(*std::min_element(units.begin(), units.end()));
    case Kind::Most:
        return made(*std::max_element(units.begin(), units.end()));
    case Kind::Median:
        return median(units);
    case Kind::Count:
        return made(Wide(units.size()) * Decimal::kScale);
    }
    return {};
}

} // namespace markaz
