// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/certificateclaims.h"

#include <QCborMap>

namespace markaz {
namespace {

enum ClaimKey : qint64 {
    Number = 1,
    BuildingCode,
    BuildingName,
    BuildingPlace,
    Grade,
    Seats,
    Tier,
    ScoreBp,
    ValidFrom,
    ValidUntil,
    Standard,
    StandardVersion,
    IssuedAt,
    Sample
};
constexpr qsizetype kClaims = 14;
const QDate kEpoch(1970, 1, 1);
const QDate kFirstDay(2020, 1, 1); // nothing was certified before, and no day lies beyond
const QDate kLastDay(2200, 1, 1);

Error outOfRange(const char *claim)
{
    return makeError(ErrorCode::InvalidValue, QStringLiteral("out of its range"), QLatin1String(claim));
}

bool isDay(const QDate &day)
{
    return day.isValid() && day >= kFirstDay && day <= kLastDay;
}

bool isText(const QString &text, qsizetype most)
{
    return !text.trimmed().isEmpty() && text.size() <= most && text.isValidUtf16();
}

Error wrongType(ClaimKey key)
{
    return makeError(ErrorCode::Malformed, QStringLiteral("claim %1 is missing or of another type").arg(key),
                     QStringLiteral("code"));
}

} // namespace

Result<void> checkClaims(const CertificateClaims &claims)
{
    if (!isText(claims.number, 40))
        return outOfRange("number");
    if (!isText(claims.buildingCode, 20))
        return outOfRange("building_code");
    if (!isText(claims.buildingName, 200))
        return outOfRange("building_name");
    if (!isText(claims.buildingPlace, 120))
        return outOfRange("building_place");
    if (claims.grade != QLatin1String("full") && claims.grade != QLatin1String("provisional"))
        return outOfRange("grade");
    if (claims.seats < 1 || claims.seats > 10'000)
        return outOfRange("seats");
    if (claims.tier < 1 || claims.tier > 3)
        return outOfRange("tier");
    if (claims.scoreBp < 0 || claims.scoreBp > 10'000)
        return outOfRange("score_bp");
    if (!isDay(claims.validFrom))
        return outOfRange("valid_from");
    if (!isDay(claims.validUntil) || claims.validUntil < claims.validFrom)
        return outOfRange("valid_until");
    if (!isText(claims.standard, 60))
        return outOfRange("standard");
    if (claims.standardVersion < 1 || claims.standardVersion > 10'000)
        return outOfRange("standard_version");
    if (!claims.issuedAt.isValid() || !isDay(claims.issuedAt.toUTC().date()))
        return outOfRange("issued_at");
    return {};
}

QByteArray claimsToCbor(const CertificateClaims &claims)
{
    QCborMap map;
    map.insert(Number, claims.number);
    map.insert(BuildingCode, claims.buildingCode);
    map.insert(BuildingName, claims.buildingName);
    map.insert(BuildingPlace, claims.buildingPlace);
    map.insert(Grade, claims.grade);
    map.insert(Seats, claims.seats);
    map.insert(Tier, claims.tier);
    map.insert(ScoreBp, claims.scoreBp);
    map.insert(ValidFrom, kEpoch.daysTo(claims.validFrom));
    map.insert(ValidUntil, kEpoch.daysTo(claims.validUntil));
    map.insert(Standard, claims.standard);
    map.insert(StandardVersion, claims.standardVersion);
    map.insert(IssuedAt, claims.issuedAt.toMSecsSinceEpoch());
    map.insert(Sample, claims.sample);
    return map.toCborValue().toCbor();
}

Result<CertificateClaims> claimsFromCbor(const QCborValue &value)
{
    const QCborMap map = value.toMap();
    if (!value.isMap() || map.size() != kClaims)
        return makeError(ErrorCode::Malformed, QStringLiteral("not a certificate's claims"), QStringLiteral("code"));
    for (const ClaimKey key : {Number, BuildingCode, BuildingName, BuildingPlace, Grade, Standard}) {
        if (!map.value(key).isString())
            return wrongType(key);
    }
    for (const ClaimKey key : {Seats, Tier, ScoreBp, ValidFrom, ValidUntil, StandardVersion, IssuedAt}) {
        if (!map.value(key).isInteger())
            return wrongType(key);
    }
    if (!map.value(Sample).isBool())
        return wrongType(Sample);

    // Bounded before they are narrowed or become dates; the ranges that matter are checkClaims'.
    for (const ClaimKey key : {Seats, Tier, ScoreBp, ValidFrom, ValidUntil, StandardVersion}) {
        if (map.value(key).toInteger() < 0 || map.value(key).toInteger() > 1'000'000)
            return wrongType(key);
    }
    const qint64 issued = map.value(IssuedAt).toInteger();
    if (issued < 0 || issued > 10'000'000'000'000)
        return wrongType(IssuedAt);

    CertificateClaims claims;
    claims.number = map.value(Number).toString();
    claims.buildingCode = map.value(BuildingCode).toString();
    claims.buildingName = map.value(BuildingName).toString();
    claims.buildingPlace = map.value(BuildingPlace).toString();
    claims.grade = map.value(Grade).toString();
    claims.seats = static_cast<int>(map.value(Seats).toInteger());
    claims.tier = static_cast<int>(map.value(Tier).toInteger());
    claims.scoreBp = static_cast<int>(map.value(ScoreBp).toInteger());
    claims.validFrom = kEpoch.addDays(map.value(ValidFrom).toInteger());
    claims.validUntil = kEpoch.addDays(map.value(ValidUntil).toInteger());
    claims.standard = map.value(Standard).toString();
    claims.standardVersion = static_cast<int>(map.value(StandardVersion).toInteger());
    claims.issuedAt = QDateTime::fromMSecsSinceEpoch(issued, Qt::UTC);
    claims.sample = map.value(Sample).toBool();
    if (auto checked = checkClaims(claims); !checked)
        return makeError(ErrorCode::Malformed, checked.error().where + QStringLiteral(" is out of its range"),
                         QStringLiteral("code"));
    return claims;
}

} // namespace markaz
