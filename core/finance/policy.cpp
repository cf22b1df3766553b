// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/policy.h"

#include "core/finance/figurereader.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace markaz {
namespace {

constexpr qint64 kMostPaisa = 100'000'000'000'000; // Rs 1 trillion, far from the end of 64 bits

FigureFault invalid(const QString &path, const QString &why)
{
    return {FigureFault::Reason::Other, path, 0, 0, why};
}

Paisa paisa(FigureReader &reader, const QJsonObject &object, const QString &path, const char *name)
{
    return reader.paisa(object, path, name, 0, kMostPaisa);
}

/// Each figure says where it was reported.
QString source(FigureReader &reader, const QJsonObject &object, const QString &path)
{
    const QJsonValue found = reader.value(object, path, "source");
    if (!found.isUndefined() && found.toString().trimmed().isEmpty())
        reader.fail(
            invalid(FigureReader::join(path, "source"), QStringLiteral("must say where the figure was reported")));
    return found.toString();
}

CentreTarget readTarget(FigureReader &reader, const QJsonObject &json, const QString &path)
{
    CentreTarget target;
    target.centres = static_cast<int>(reader.whole(json, path, "centres", 1, 1'000'000));
    if (!json.contains(QLatin1String("by")) && !json.contains(QLatin1String("by_province")))
        return target;
    target.by = reader.day(reader.value(json, path, "by"), FigureReader::join(path, "by"));
    const QJsonObject provinces = reader.object(json, path, "by_province");
    const QString provincesPath = FigureReader::join(path, "by_province");
    qint64 sum = 0;
    for (auto it = provinces.begin(); it != provinces.end(); ++it) {
        const qint64 quota = reader.whole(it.value(), provincesPath + QLatin1Char('.') + it.key(), 0, target.centres);
        target.byProvince.insert(it.key(), static_cast<int>(quota));
        sum += quota;
    }
    if (sum != target.centres)
        reader.fail(invalid(provincesPath, QStringLiteral("adds up to %1 and not to %2").arg(sum).arg(target.centres)));
    return target;
}

void readTargets(FigureReader &reader, const QJsonObject &json, ProgrammePolicy &policy)
{
    const QJsonArray list = reader.list(json, {}, "targets");
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString path = FigureReader::at(QStringLiteral("targets"), i);
        const QJsonObject entry = reader.object(list.at(i), path);
        policy.targets.append(readTarget(reader, entry, path));
        policy.sources.insert(path, source(reader, entry, path));
    }
    const bool dated =
        std::any_of(policy.targets.begin(), policy.targets.end(), [](const CentreTarget &t) { return t.by.isValid(); });
    if (!dated)
        reader.fail(invalid(QStringLiteral("targets"), QStringLiteral("none of them has a day")));
    else if (policy.target().by <= policy.start)
        reader.fail(invalid(QStringLiteral("targets"), QStringLiteral("the target's day lies before the start")));
}

} // namespace

const CentreTarget &ProgrammePolicy::target() const
{
    const auto found =
        std::find_if(targets.rbegin(), targets.rend(), [](const CentreTarget &t) { return t.by.isValid(); });
    Q_ASSERT(found != targets.rend()); // readPolicy() refuses a policy without one
    return *found;
}

int ProgrammePolicy::quota(const QString &province) const
{
    return target().byProvince.value(province, 0);
}

int ProgrammePolicy::quotaLine(const QDate &day, const QString &province) const
{
    const int whole = province.isEmpty() ? target().centres : quota(province);
    const qint64 span = start.daysTo(target().by);
    const qint64 passed = std::clamp<qint64>(start.daysTo(day), 0, span);
    return static_cast<int>(whole * passed / span);
}

QJsonObject ProgrammePolicy::programmeFacts() const
{
    return {{QStringLiteral("seat_rate_ceiling_pkr"), seatRateCeiling.wholeRupees()}};
}

Result<ProgrammePolicy> readPolicy(const QJsonObject &json)
{
    FigureReader reader;
    ProgrammePolicy policy;
    policy.version = static_cast<int>(reader.whole(json, {}, "version", 1, 10'000));
    if (reader.value(json, {}, "currency").toString() != QLatin1String("PKR"))
        reader.fail(invalid(QStringLiteral("currency"), QStringLiteral("must be PKR")));

    const auto section = [&](const char *name) {
        QJsonObject object = reader.object(json, {}, name);
        policy.sources.insert(QLatin1String(name), source(reader, object, QLatin1String(name)));
        return object;
    };
    const QJsonObject start = section("programme_start");
    policy.start = reader.day(reader.value(start, QStringLiteral("programme_start"), "value"),
                              QStringLiteral("programme_start.value"));
    readTargets(reader, json, policy);

    const QJsonObject rate = section("seat_rate");
    policy.seatRateFloor = paisa(reader, rate, QStringLiteral("seat_rate"), "floor_paisa");
    policy.seatRateCeiling = paisa(reader, rate, QStringLiteral("seat_rate"), "ceiling_paisa");
    if (policy.seatRateCeiling < policy.seatRateFloor)
        reader.fail(invalid(QStringLiteral("seat_rate.ceiling_paisa"), QStringLiteral("lies below the floor")));

    const QJsonObject market = section("market_seat_rate");
    policy.marketRateLow = paisa(reader, market, QStringLiteral("market_seat_rate"), "low_paisa");
    policy.marketRateHigh = paisa(reader, market, QStringLiteral("market_seat_rate"), "high_paisa");
    if (policy.marketRateHigh < policy.marketRateLow)
        reader.fail(invalid(QStringLiteral("market_seat_rate.high_paisa"), QStringLiteral("lies below the low one")));

    policy.loanCap = paisa(reader, section("loan"), QStringLiteral("loan"), "cap_paisa");

    const QJsonObject subsidy = section("interest_subsidy");
    policy.subsidyShareBp =
        static_cast<int>(reader.whole(subsidy, QStringLiteral("interest_subsidy"), "share_bp", 0, 10'000));
    const QJsonValue ignite = reader.value(subsidy, QStringLiteral("interest_subsidy"), "ignite_bp");
    if (!ignite.isNull()) // null: undecided
        policy.igniteShareBp =
            static_cast<int>(reader.whole(ignite, QStringLiteral("interest_subsidy.ignite_bp"), 0, 10'000));

    const QJsonObject larger = section("larger_city_minimum");
    policy.largerCityMinSqft =
        static_cast<int>(reader.whole(larger, QStringLiteral("larger_city_minimum"), "area_sqft", 1, 1'000'000));
    policy.largerCityMinSeats =
        static_cast<int>(reader.whole(larger, QStringLiteral("larger_city_minimum"), "seats", 1, 10'000));

    if (reader.fault())
        return reader.fault()->error();
    return policy;
}

Result<ProgrammePolicy> readPolicy(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return makeError(ErrorCode::Malformed,
                         error.error == QJsonParseError::NoError
                             ? QStringLiteral("not a JSON object")
                             : QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset));
    return readPolicy(document.object());
}

Result<ProgrammePolicy> builtinPolicy()
{
    QFile file(QStringLiteral(":/markaz/policy/programme-1.json"));
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::Internal, QStringLiteral("the policy is not compiled in"), file.fileName());
    return readPolicy(file.readAll());
}

} // namespace markaz
