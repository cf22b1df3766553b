// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/demand.h"

#include <cmath>

namespace markaz {
namespace demand {

Result<void> check(const QJsonObject &fields)
{
    const QString where = QStringLiteral("freelancers");
    const QJsonObject cities = fields.value(where).toObject();
    if (cities.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("no city has a number"), where);
    for (auto it = cities.begin(); it != cities.end(); ++it) {
        bool number = false;
        const int city = it.key().toInt(&number);
        if (!number || city < 1 || it.key() != QString::number(city))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("%1 is no GeoNames id").arg(it.key()), where);
        const double count = it->toDouble(-1);
        if (count < 0 || count > kMostFreelancers || count != std::floor(count))
            return makeError(
                ErrorCode::InvalidValue,
                QStringLiteral("of city %1: must be a whole number from 0 to %2").arg(city).arg(kMostFreelancers),
                where);
    }
    return {};
}

} // namespace demand

QMap<int, qint64> Demand::freelancers() const
{
    QMap<int, qint64> all;
    const QJsonObject cities = fields().value(QStringLiteral("freelancers")).toObject();
    for (auto it = cities.begin(); it != cities.end(); ++it)
        all.insert(it.key().toInt(), it->toInteger());
    return all;
}

} // namespace markaz
