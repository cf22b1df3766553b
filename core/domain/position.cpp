// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/position.h"

#include <QRegularExpression>

#include <cmath>
#include <cstdlib>
#include <numbers>

namespace markaz {
namespace {

QString degrees(qint64 e6)
{
    const qint64 magnitude = std::llabs(e6);
    return QStringLiteral("%1%2.%3")
        .arg(e6 < 0 ? QStringLiteral("-") : QString())
        .arg(magnitude / 1'000'000)
        .arg(magnitude % 1'000'000, 6, 10, QLatin1Char('0'));
}

} // namespace

Result<Position> Position::make(qint64 latitudeE6, qint64 longitudeE6, qint64 accuracyM)
{
    if (std::llabs(latitudeE6) > 90'000'000 || std::llabs(longitudeE6) > 180'000'000 || accuracyM < 0)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("not a position"), QStringLiteral("latitude_e6"));
    Position p;
    p.m_latitudeE6 = latitudeE6;
    p.m_longitudeE6 = longitudeE6;
    p.m_accuracyM = accuracyM;
    return p;
}

Result<Position> Position::parse(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A\\s*(-?[0-9]{1,3}(?:\\.[0-9]+)?)\\s*[,; ]\\s*(-?[0-9]{1,3}(?:\\.[0-9]+)?)\\s*\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return makeError(ErrorCode::InvalidValue, QStringLiteral("not a position as in 32.4945, 74.5229"),
                         QStringLiteral("latitude_e6"));
    }
    return make(std::llround(match.captured(1).toDouble() * 1e6), std::llround(match.captured(2).toDouble() * 1e6));
}

std::optional<Position> Position::fromFields(const QJsonObject &fields)
{
    const QJsonValue latitude = fields.value(QStringLiteral("latitude_e6"));
    const QJsonValue longitude = fields.value(QStringLiteral("longitude_e6"));
    if (!latitude.isDouble() || !longitude.isDouble())
        return std::nullopt;
    auto made =
        make(latitude.toInteger(), longitude.toInteger(), fields.value(QStringLiteral("accuracy_m")).toInteger());
    return made ? std::optional<Position>(made.value()) : std::nullopt;
}

QString Position::toString() const
{
    return degrees(m_latitudeE6) + QStringLiteral(", ") + degrees(m_longitudeE6);
}

double Position::distanceM(const Position &other) const
{
    constexpr double kRadius = 6'371'009.0; // IUGG mean radius R1, metres
    const auto rad = [](qint64 e6) { return double(e6) / 1e6 * std::numbers::pi / 180.0; };
    const double dLat = rad(other.m_latitudeE6 - m_latitudeE6) / 2;
    const double dLon = rad(other.m_longitudeE6 - m_longitudeE6) / 2;
    const double h = std::sin(dLat) * std::sin(dLat) +
                     std::cos(rad(m_latitudeE6)) * std::cos(rad(other.m_latitudeE6)) * std::sin(dLon) * std::sin(dLon);
    return 2 * kRadius * std::asin(std::sqrt(std::min(1.0, h)));
}

} // namespace markaz
