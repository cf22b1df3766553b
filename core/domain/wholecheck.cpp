// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/wholecheck.h"

#include "core/domain/buildingcode.h"
#include "core/domain/demand.h"
#include "core/domain/evidence.h"
#include "core/domain/loan.h"
#include "core/domain/month.h"

namespace markaz {
namespace {

/// What the figures of a month say of one another.
Result<void> checkMonth(const QJsonObject &values)
{
    const auto number = [&values](const char *name) { return values.value(QLatin1String(name)).toInteger(); };
    if (auto month = Month::parse(values.value(QStringLiteral("month")).toString()); !month)
        return month.error();
    for (const auto &[part, whole] : {std::pair{"seats_taken", "seats"}, std::pair{"dg_skills", "freelancers"}}) {
        if (number(part) > number(whole))
            return makeError(ErrorCode::InvalidValue,
                             QStringLiteral("%1 is more than %2").arg(QLatin1String(part), QLatin1String(whole)),
                             QLatin1String(part));
    }
    return {};
}

/// Evidence is an inspection's, or a document of a loan.
Result<void> checkHome(const QJsonObject &values)
{
    const auto has = [&values](const char *name) { return !valueAt(values, QLatin1String(name)).isNull(); };
    if (!has("loan"))
        return has("inspection") ? Result<void>()
                                 : makeError(ErrorCode::Incomplete, QStringLiteral("inspection is missing"),
                                             QStringLiteral("inspection"));
    for (const char *other : {"inspection", "item", "marks", "signer"}) {
        if (has(other))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("not beside a loan"), QLatin1String(other));
    }
    if (values.value(QStringLiteral("kind")) == QLatin1String("signature"))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("a loan has documents"), QStringLiteral("kind"));
    return {};
}

} // namespace

Result<void> checkWhole(const RecordSpec &spec, const QJsonObject &values)
{
    if (spec.entity == Entity::Building) {
        if (auto code = BuildingCode::parse(values.value(QStringLiteral("code")).toString()); !code)
            return code.error();
        if (!valueAt(values, QStringLiteral("merged_into")).isNull() &&
            values.value(QStringLiteral("merge_reason")).toString().trimmed().isEmpty())
            return makeError(ErrorCode::Incomplete, QStringLiteral("a merge needs its reason"),
                             QStringLiteral("merge_reason"));
    }
    if (spec.entity == Entity::Evidence && !evidence::isSha256(values.value(QStringLiteral("sha256")).toString()))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("not a SHA-256 in lower-case hex"),
                         QStringLiteral("sha256"));
    if (spec.entity == Entity::Evidence && !valueAt(values, QStringLiteral("signer")).isNull() &&
        values.value(QStringLiteral("kind")) != QLatin1String("signature"))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("only a signature has a signer"),
                         QStringLiteral("signer"));
    if (spec.entity == Entity::Evidence) {
        if (auto checked = checkHome(values); !checked)
            return checked;
    }
    if (spec.entity == Entity::Loan) {
        if (auto checked = loan::check(values); !checked)
            return checked;
    }
    if (spec.entity == Entity::Demand) {
        if (auto checked = demand::check(values); !checked)
            return checked;
    }
    if (spec.entity == Entity::OccupancyReport) {
        if (auto checked = checkMonth(values); !checked)
            return checked;
    }
    const bool hasLatitude = !valueAt(values, QStringLiteral("latitude_e6")).isNull();
    const bool hasLongitude = !valueAt(values, QStringLiteral("longitude_e6")).isNull();
    if (hasLatitude != hasLongitude)
        return makeError(ErrorCode::Incomplete, QStringLiteral("a position needs latitude and longitude"),
                         hasLatitude ? QStringLiteral("longitude_e6") : QStringLiteral("latitude_e6"));
    return {};
}

} // namespace markaz
