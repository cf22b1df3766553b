// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/itemcredit.h"

#include "core/domain/position.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace markaz {
namespace {

constexpr int kFull = 10'000;

int creditOfOption(const QList<Option> &options, const QString &token)
{
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option &o) { return o.token == token; });
    return found == options.end() ? 0 : found->creditBp;
}

/// A date counts when it reaches the day of the visit. Without that day nothing can be said to be valid.
int creditOfDate(const QString &text, const QDate &visit)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return visit.isValid() && date.isValid() && date >= visit ? kFull : 0;
}

/// A number without bands is asked for its own sake: giving it is enough.
int creditOfNumber(const std::optional<BandTable> &bands, const QString &text, int tier, const QJsonObject &programme)
{
    if (!bands)
        return kFull;
    const auto number = Decimal::parse(text);
    return number ? bands->creditFor(tier, number.value(), programme) : 0;
}

/// The distance is rounded to whole metres before it is compared, so that the last bits of two machines' sines cannot
/// decide. A building without a registered position takes this one as its first: nothing contradicts it.
Credit creditOfPosition(const Item &item, const Answer &answer, int tier, const ScoringContext &context)
{
    const auto taken = Position::fromFields(answer.value().toObject());
    const auto registered = Position::fromFields(context.building);
    if (!item.bands || !taken || !registered)
        return {kFull, std::nullopt};
    const Decimal metres = Decimal::fromInteger(std::llround(taken->distanceM(*registered)));
    return {item.bands->creditFor(tier, metres, context.programme), metres};
}

int creditOfField(const RepeatField &field, const QJsonValue &value, int tier, const ScoringContext &context)
{
    const QString text = value.toString();
    if (text.isEmpty())
        return kFull; // an optional column left empty costs nothing
    switch (field.type) {
    case ItemType::YesNo:
        return text == QLatin1String("yes") ? kFull : 0;
    case ItemType::Choice:
        return creditOfOption(field.options, text);
    case ItemType::Measurement:
        return creditOfNumber(field.bands, text, tier, context.programme);
    case ItemType::ExpiryDate:
        return creditOfDate(text, context.visitDate);
    default:
        return kFull;
    }
}

Credit creditOfSum(const Item &item, const QJsonArray &rows, int tier, const ScoringContext &context)
{
    qint64 units = 0; // at most 500 rows of at most 10^15 units
    for (const auto &row : rows) {
        const auto number = Decimal::parse(row.toObject().value(item.sumField).toString());
        units += number ? number.value().units() : 0;
    }
    const Decimal sum = Decimal::fromUnits(units);
    return {item.bands ? item.bands->creditFor(tier, sum, context.programme) : kFull, sum};
}

Credit creditOfRows(const Item &item, const QJsonArray &rows, int tier, const ScoringContext &context)
{
    if (!item.sumField.isEmpty())
        return creditOfSum(item, rows, tier, context);
    int worst = kFull;
    for (const auto &row : rows) {
        const QJsonObject object = row.toObject();
        for (const RepeatField &field : item.repeatFields)
            worst = std::min(worst, creditOfField(field, object.value(field.name), tier, context));
    }
    return {worst, std::nullopt};
}

} // namespace

Credit creditOf(const Item &item, const Answer &answer, int tier, const ScoringContext &context)
{
    switch (item.type) {
    case ItemType::YesNo:
        return {answer.text() == QLatin1String("yes") ? item.yesCreditBp : item.noCreditBp, std::nullopt};
    case ItemType::Choice:
        return {creditOfOption(item.options, answer.text()), std::nullopt};
    case ItemType::Measurement:
        return {creditOfNumber(item.bands, answer.text(), tier, context.programme), std::nullopt};
    case ItemType::ExpiryDate:
        return {creditOfDate(answer.text(), context.visitDate), std::nullopt};
    case ItemType::Text:
        return {kFull, std::nullopt};
    case ItemType::Photo:
    case ItemType::Document:
    case ItemType::Signature:
        return {answer.text() == QLatin1String("given") ? kFull : 0, std::nullopt};
    case ItemType::Position:
        return creditOfPosition(item, answer, tier, context);
    case ItemType::Repeat:
        return creditOfRows(item, answer.rows(), tier, context);
    case ItemType::Calculated:
        break; // nobody answers it: score() computes it
    }
    return {};
}

} // namespace markaz
