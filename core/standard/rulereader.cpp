// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/rulereader.h"

#include "core/domain/recordspec.h"
#include "core/standard/number.h"

namespace markaz {
namespace {

constexpr int kMostParts = 50;

const FieldSpec *buildingField(const JsonNode &node)
{
    const QString name = node.text(60);
    const FieldSpec *field = specOf(Entity::Building).find(name);
    if (!field)
        node.fail(QStringLiteral("a building has no field %1").arg(name));
    return field;
}

void mention(const JsonNode &node, const QString &field, bool numeric, const QList<QJsonValue> &constants)
{
    ReadLog &log = node.log();
    log.mentions.append({node.path(), log.reader, node.text(10), field, numeric, constants});
}

/// {"item": code} and its kin; exactly one member.
void readOperand(const JsonNode &node, const QList<QJsonValue> &constants, bool ordered, Rule &rule)
{
    const QStringList keys = node.keys();
    const QString key = keys.value(0);
    if (keys.size() != 1)
        return node.fail(QStringLiteral("must be one of item, building, programme, tier"));
    const JsonNode operand = node.member(key);
    if (key == QLatin1String("item")) {
        rule.source = Rule::Source::Item;
        rule.name = operand.text(10);
        mention(operand, {}, ordered, constants);
    } else if (key == QLatin1String("building")) {
        rule.source = Rule::Source::Building;
        rule.name = operand.text(60);
        buildingField(operand);
    } else if (key == QLatin1String("programme")) {
        rule.source = Rule::Source::Programme;
        rule.name = operand.token();
    } else if (key == QLatin1String("tier")) {
        rule.source = Rule::Source::Tier;
        if (!operand.boolean())
            operand.fail(QStringLiteral("must be true"));
    } else {
        operand.fail(QStringLiteral("is not known here"));
    }
}

QJsonValue readConstant(const JsonNode &node, bool ordered)
{
    const QJsonValue &value = node.value();
    const bool number = numberOf(value).has_value();
    if (ordered && !number)
        node.fail(QStringLiteral("must be a number"));
    else if (!value.isString() && !value.isBool() && !number)
        node.fail(QStringLiteral("must be a text, a whole number, true or false"));
    return value;
}

void readComparison(const JsonNode &node, Rule &rule)
{
    const QList<JsonNode> pair = node.list(2, 2);
    if (pair.size() != 2)
        return;
    const bool ordered = rule.kind == Rule::Kind::AtLeast || rule.kind == Rule::Kind::AtMost;
    QList<QJsonValue> constants;
    if (rule.kind == Rule::Kind::OneOf) {
        const QList<JsonNode> options = pair.at(1).list(1, kMostParts);
        for (const JsonNode &option : options)
            constants.append(readConstant(option, false));
        rule.constant = pair.at(1).value();
    } else {
        rule.constant = readConstant(pair.at(1), ordered);
        constants.append(rule.constant);
    }
    readOperand(pair.at(0), constants, ordered, rule);
}

Calculation::Operand readCalculationOperand(const JsonNode &node)
{
    Calculation::Operand operand;
    if (node.has("rows")) {
        node.expect({QStringLiteral("rows"), QStringLiteral("field")});
        operand.source = Calculation::Source::RowField;
        operand.name = node.member("rows").text(10);
        operand.field = node.member("field").token();
        mention(node.member("rows"), operand.field, true, {});
        return operand;
    }
    const QString key = node.keys().value(0);
    const JsonNode only = node.member(key);
    if (node.keys().size() != 1) {
        node.fail(QStringLiteral(
            "must be one of item, rows with field, building, programme, tier, constant, or a calculation"));
    } else if (key == QLatin1String("item")) {
        operand.source = Calculation::Source::Item;
        operand.name = only.text(10);
        mention(only, {}, true, {});
    } else if (key == QLatin1String("building")) {
        operand.source = Calculation::Source::Building;
        operand.name = only.text(60);
        const FieldSpec *field = buildingField(only);
        if (field && field->type != FieldType::Integer)
            only.fail(QStringLiteral("is not a number"));
    } else if (key == QLatin1String("programme")) {
        operand.source = Calculation::Source::Programme;
        operand.name = only.token();
    } else if (key == QLatin1String("tier")) {
        operand.source = Calculation::Source::Tier;
        if (!only.boolean())
            only.fail(QStringLiteral("must be true"));
    } else if (key == QLatin1String("constant")) {
        operand.source = Calculation::Source::Constant;
        operand.constant = only.decimal();
    } else {
        operand.source = Calculation::Source::Nested;
        operand.nested = readCalculation(node);
    }
    return operand;
}

} // namespace

std::shared_ptr<const Rule> readRule(const JsonNode &node)
{
    static const QHash<QString, Rule::Kind> kinds{
        {QStringLiteral("all"), Rule::Kind::All},          {QStringLiteral("any"), Rule::Kind::Any},
        {QStringLiteral("not"), Rule::Kind::Not},          {QStringLiteral("equals"), Rule::Kind::Equals},
        {QStringLiteral("at_least"), Rule::Kind::AtLeast}, {QStringLiteral("at_most"), Rule::Kind::AtMost},
        {QStringLiteral("one_of"), Rule::Kind::OneOf}};
    auto rule = std::make_shared<Rule>();
    const QString key = node.keys().value(0);
    if (node.keys().size() != 1 || !kinds.contains(key)) {
        node.fail(QStringLiteral("must be one of all, any, not, equals, at_least, at_most, one_of"));
        return rule;
    }
    rule->kind = kinds.value(key);
    const JsonNode content = node.member(key);
    if (rule->kind == Rule::Kind::All || rule->kind == Rule::Kind::Any) {
        const QList<JsonNode> parts = content.list(1, kMostParts);
        for (const JsonNode &part : parts)
            rule->parts.append(readRule(part));
    } else if (rule->kind == Rule::Kind::Not) {
        rule->parts.append(readRule(content));
    } else {
        readComparison(content, *rule);
    }
    return rule;
}

std::shared_ptr<const Calculation> readCalculation(const JsonNode &node)
{
    using Kind = Calculation::Kind;
    static const QHash<QString, Kind> kinds{
        {QStringLiteral("ratio"), Kind::Ratio},     {QStringLiteral("sum"), Kind::Sum},
        {QStringLiteral("product"), Kind::Product}, {QStringLiteral("difference"), Kind::Difference},
        {QStringLiteral("least"), Kind::Least},     {QStringLiteral("most"), Kind::Most},
        {QStringLiteral("median"), Kind::Median},   {QStringLiteral("count"), Kind::Count}};
    auto calculation = std::make_shared<Calculation>();
    const QString key = node.keys().value(0);
    if (node.keys().size() != 1 || !kinds.contains(key)) {
        node.fail(QStringLiteral("must be one of ratio, sum, product, difference, least, most, median, count"));
        return calculation;
    }
    calculation->kind = kinds.value(key);
    const bool pair = calculation->kind == Kind::Ratio || calculation->kind == Kind::Difference;
    const QList<JsonNode> operands = node.member(key).list(pair ? 2 : 1, pair ? 2 : kMostParts);
    for (const JsonNode &operand : operands) {
        // Two operands must stay two numbers: a column of rows goes through sum, least, most or median first.
        if (operand.has("rows") && (pair || calculation->kind == Kind::Product))
            operand.fail(QStringLiteral("rows make one number in sum, least, most, median or count"));
        calculation->operands.append(readCalculationOperand(operand));
    }
    return calculation;
}

} // namespace markaz
