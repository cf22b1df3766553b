// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/number.h"
#include "core/standard/standard.h"

namespace markaz {

std::optional<Decimal> BandTable::threshold(int tier, const QJsonObject &programme) const
{
    if (tier < 1 || tier > 3)
        return std::nullopt;
    if (!programmeLimit.isEmpty()) {
        if (const auto limit = numberOf(programme.value(programmeLimit)))
            return limit;
    }
    const QList<Band> &bands = byTier[static_cast<size_t>(tier - 1)];
    return bands.isEmpty() ? std::nullopt : std::optional<Decimal>(bands.first().limit);
}

int BandTable::creditFor(int tier, Decimal value, const QJsonObject &programme) const
{
    const auto full = threshold(tier, programme);
    if (!full)
        return 0;
    const QList<Band> &bands = byTier[static_cast<size_t>(tier - 1)];
    for (qsizetype i = 0; i < bands.size(); ++i) {
        const Decimal limit = i == 0 ? *full : bands.at(i).limit;
        if (direction == Direction::AtLeast ? value >= limit : value <= limit)
            return bands.at(i).creditBp;
    }
    return 0;
}

Result<Decimal> NumberForm::parse(const QString &text) const
{
    auto parsed = Decimal::parse(text);
    if (!parsed)
        return parsed;
    if (const qsizetype point = text.indexOf(QLatin1Char('.')); point >= 0 && text.size() - point - 1 > decimals) {
        return makeError(ErrorCode::InvalidValue, decimals == 0
                                                      ? QStringLiteral("must be a whole number")
                                                      : QStringLiteral("has more than %1 decimals").arg(decimals));
    }
    if (least && parsed.value() < *least)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("is below %1").arg(least->toString()));
    if (most && parsed.value() > *most)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("is above %1").arg(most->toString()));
    return parsed;
}

} // namespace markaz
