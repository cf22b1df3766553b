// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/policy.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace markaz {
namespace {

constexpr qint64 kMostPaisa = 100'000'000'000'000; // Rs 1 trillion, far from the end of 64 bits

Error missing(const QString &path)
{
    return makeError(ErrorCode::Incomplete, path + QStringLiteral(" is missing"), path);
}

Error invalid(const QString &path, const QString &why)
{
    return makeError(ErrorCode::InvalidValue, path + QStringLiteral(": ") + why, path);
}

/// Reads values and remembers the first thing that is wrong, with its path; what comes after reads as nothing.
class Reader
{
public:
    const std::optional<Error> &error() const { return m_error; }

    QJsonValue value(const QJsonObject &object, const QString &path, const char *name)
    {
        QJsonValue found = object.value(QLatin1String(name));
        if (found.isUndefined())
            fail(missing(join(path, name)));
        return found;
    }

    QJsonObject object(const QJsonObject &parent, const QString &path, const char *name)
    {
        const QJsonValue found = value(parent, path, name);
        if (!found.isUndefined() && !found.isObject())
            fail(invalid(join(path, name), QStringLiteral("not an object")));
        return found.toObject();
    }

    qint64 whole(const QJsonValue &found, const QString &path, qint64 min, qint64 max)
    {
        const double number = found.toDouble(std::nan(""));
        if (found.isUndefined()) // already reported
            return min;
        if (!(number >= static_cast<double>(min) && number <= static_cast<double>(max)) ||
            number != std::floor(number)) {
            fail(invalid(path, QStringLiteral("must be a whole number from %1 to %2").arg(min).arg(max)));
            return min;
        }
        return static_cast<qint64>(number);
    }

    qint64 whole(const QJsonObject &object, const QString &path, const char *name, qint64 min, qint64 max)
    {
        return whole(value(object, path, name), join(path, name), min, max);
    }

    Paisa paisa(const QJsonObject &object, const QString &path, const char *name)
    {
        return Paisa{whole(object, path, name, 0, kMostPaisa)};
    }

    QDate day(const QJsonValue &found, const QString &path)
    {
        const QDate date = QDate::fromString(found.toString(), Qt::ISODate);
        if (!found.isUndefined() && (!date.isValid() || found.toString().size() != 10))
            fail(invalid(path, QStringLiteral("not a date as in 2026-11-23")));
        return date;
    }

    /// Each figure says where it was reported.
    QString source(const QJsonObject &object, const QString &path)
    {
        const QJsonValue found = value(object, path, "source");
        if (!found.isUndefined() && found.toString().trimmed().isEmpty())
            fail(invalid(join(path, "source"), QStringLiteral("must say where the figure was reported")));
        return found.toString();
    }

    void fail(Error error)
    {
        if (!m_error)
            m_error = std::move(error);
    }

    static QString join(const QString &path, const char *name)
    {
        return path.isEmpty() ? QLatin1String(name) : path + QLatin1Char('.') + QLatin1String(name);
    }

private:
    std::optional<Error> m_error;
};

CentreTarget readTarget(Reader &reader, const QJsonObject &json, const QString &path)
{
    CentreTarget target;
    target.centres = static_cast<int>(reader.whole(json, path, "centres", 1, 1'000'000));
    if (!json.contains(QLatin1String("by")) && !json.contains(QLatin1String("by_province")))
        return target;
    target.by = reader.day(reader.value(json, path, "by"), Reader::join(path, "by"));
    const QJsonObject provinces = reader.object(json, path, "by_province");
    const QString provincesPath = Reader::join(path, "by_province");
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

void readTargets(Reader &reader, const QJsonObject &json, ProgrammePolicy &policy)
{
    const QJsonValue found = reader.value(json, {}, "targets");
    if (!found.isUndefined() && !found.isArray())
        reader.fail(invalid(QStringLiteral("targets"), QStringLiteral("not a list")));
    const QJsonArray list = found.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString path = QStringLiteral("targets[%1]").arg(i);
        if (!list.at(i).isObject())
            reader.fail(invalid(path, QStringLiteral("not an object")));
        const QJsonObject entry = list.at(i).toObject();
        policy.targets.append(readTarget(reader, entry, path));
        policy.sources.insert(path, reader.source(entry, path));
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
    Reader reader;
    ProgrammePolicy policy;
    policy.version = static_cast<int>(reader.whole(json, {}, "version", 1, 10'000));
    if (reader.value(json, {}, "currency").toString() != QLatin1String("PKR"))
        reader.fail(invalid(QStringLiteral("currency"), QStringLiteral("must be PKR")));

    const auto section = [&](const char *name) {
        QJsonObject object = reader.object(json, {}, name);
        policy.sources.insert(QLatin1String(name), reader.source(object, QLatin1String(name)));
        return object;
    };
    const QJsonObject start = section("programme_start");
    policy.start = reader.day(reader.value(start, QStringLiteral("programme_start"), "value"),
                              QStringLiteral("programme_start.value"));
    readTargets(reader, json, policy);

    const QJsonObject rate = section("seat_rate");
    policy.seatRateFloor = reader.paisa(rate, QStringLiteral("seat_rate"), "floor_paisa");
    policy.seatRateCeiling = reader.paisa(rate, QStringLiteral("seat_rate"), "ceiling_paisa");
    if (policy.seatRateCeiling < policy.seatRateFloor)
        reader.fail(invalid(QStringLiteral("seat_rate.ceiling_paisa"), QStringLiteral("lies below the floor")));

    const QJsonObject market = section("market_seat_rate");
    policy.marketRateLow = reader.paisa(market, QStringLiteral("market_seat_rate"), "low_paisa");
    policy.marketRateHigh = reader.paisa(market, QStringLiteral("market_seat_rate"), "high_paisa");
    if (policy.marketRateHigh < policy.marketRateLow)
        reader.fail(invalid(QStringLiteral("market_seat_rate.high_paisa"), QStringLiteral("lies below the low one")));

    policy.loanCap = reader.paisa(section("loan"), QStringLiteral("loan"), "cap_paisa");

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

    if (reader.error())
        return *reader.error();
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
