// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample/sampleanswers.h"

#include <algorithm>
#include <cmath>

namespace markaz::server::sample {
namespace {

enum class Level { Whole, Part, Fails };

class Inspector
{
public:
    Inspector(const Standard &standard, const ScoringContext &context, const Findings &findings, Random random)
        : m_standard(standard)
        , m_context(context)
        , m_findings(findings)
        , m_random(random)
    {
    }

    Answer answer(const Item &item);

private:
    Level levelOf(const QString &code) const;
    QString text(double value, const NumberForm &form) const;
    QString number(const BandTable &bands, Level level, const NumberForm &form);
    Answer measurement(const Item &item);
    Answer position();
    QJsonArray rows(const Item &item);
    QJsonObject room(const QString &name, double area, int seats, int toilets);
    int seatsFound() const;

    const Standard &m_standard;
    const ScoringContext &m_context;
    const Findings &m_findings;
    Random m_random;
};

double unitOf(quint64 character, const QString &code)
{
    quint64 mixed = character;
    for (const QChar c : code)
        mixed = mixed * 31 + c.unicode();
    return Random(mixed).unit();
}

double limitOf(const Band &band)
{
    return static_cast<double>(band.limit.units()) / static_cast<double>(Decimal::kScale);
}

/// An item's weakness is fixed with its building; as the quality rises past it, the item is mended.
Level Inspector::levelOf(const QString &code) const
{
    const Item *item = m_standard.item(code);
    const bool critical = item != nullptr && item->critical;
    const double wear = 1.0 - m_findings.quality;
    const double fails = critical ? 0.085 * wear * wear : 0.62 * std::pow(wear, 1.25);
    const double part = critical ? 0.0 : 0.22 * wear;
    const double weakness = unitOf(m_findings.character, code);
    return weakness < fails ? Level::Fails : weakness < fails + part ? Level::Part : Level::Whole;
}

QString Inspector::text(double value, const NumberForm &form) const
{
    const int places = std::min(form.decimals, 1);
    const double unit = places == 0 ? 1.0 : 10.0;
    double rounded = std::round(value * unit) / unit;
    const auto bound = [](const std::optional<Decimal> &limit, double otherwise) {
        return limit ? static_cast<double>(limit->units()) / static_cast<double>(Decimal::kScale) : otherwise;
    };
    rounded = std::clamp(rounded, bound(form.least, -1e9), bound(form.most, 1e9));
    return Decimal::fromUnits(std::llround(rounded * static_cast<double>(Decimal::kScale))).toString();
}

QString Inspector::number(const BandTable &bands, Level level, const NumberForm &form)
{
    const QList<Band> &list = bands.byTier[static_cast<size_t>(m_context.tier - 1)];
    if (list.isEmpty())
        return text(1, form);
    const double best = limitOf(list.first());
    const double last = limitOf(list.last());
    const double step = std::max(std::fabs(best), 1.0);
    const bool atLeast = bands.direction == BandTable::Direction::AtLeast;
    const double better = atLeast ? 1.0 : -1.0;
    switch (level) {
    case Level::Whole:
        return text(best + better * step * m_random.between(0.05, atLeast ? 0.4 : 0.55), form);
    case Level::Part:
        if (list.size() > 1)
            return text(last + (best - last) * m_random.between(0.05, 0.6), form);
        [[fallthrough]];
    case Level::Fails:
        break;
    }
    return text(last - better * step * m_random.between(0.15, 0.45), form);
}

int Inspector::seatsFound() const
{
    return levelOf(QStringLiteral("F-02")) == Level::Fails ? m_findings.seats * 6 / 10 : m_findings.seats;
}

Answer Inspector::measurement(const Item &item)
{
    const Level level = levelOf(item.code);
    const int seats = seatsFound();
    const QString instrument = item.instruments.isEmpty()
                                   ? QString()
                                   : item.instruments.at(m_random.below(static_cast<int>(item.instruments.size())));
    QString value;
    if (item.code == QLatin1String("D-01")) // kW; D-02 divides it by the seats
        value = text(seats * (levelOf(QStringLiteral("D-02")) == Level::Fails ? 0.15 : m_random.between(0.28, 0.5)),
                     item.number);
    else if (item.code == QLatin1String("F-01")) { // sq ft; F-03 divides it by the seats
        const Level space = levelOf(QStringLiteral("F-03"));
        const double perSeat = space == Level::Whole  ? m_random.between(36.0, 44.0)
                               : space == Level::Part ? 30.0
                                                      : 24.0;
        const double least = item.bands ? static_cast<double>(item.bands->threshold(m_context.tier)->units()) / 1e4 : 0;
        value = text(level == Level::Fails ? least * 0.8 : std::max(least, seats * perSeat), item.number);
    } else if (item.code == QLatin1String("J-01")) // PKR a month; J-02 compares it with the programme's ceiling
        value = levelOf(QStringLiteral("J-02")) == Level::Fails ? QStringLiteral("4500")
                                                                : QString::number(m_random.between(30, 40) * 100);
    else if (item.bands)
        value = number(*item.bands, level, item.number);
    else
        value = text(m_random.between(3, 18), item.number);
    return Answer::ofValue(value, instrument);
}

Answer Inspector::position()
{
    const qint64 away = levelOf(QStringLiteral("A-07")) == Level::Whole ? 150 : 900; // millionths of a degree
    const auto near = [&](const char *field, qint64 otherwise) {
        const QJsonValue registered = m_context.building.value(QLatin1String(field));
        return registered.toInteger(otherwise) + m_random.between(static_cast<int>(-away), static_cast<int>(away));
    };
    return Answer::ofValue(QJsonObject{{QStringLiteral("latitude_e6"), near("latitude_e6", 31'000'000)},
                                       {QStringLiteral("longitude_e6"), near("longitude_e6", 72'000'000)},
                                       {QStringLiteral("accuracy_m"), m_random.between(4, 18)}});
}

QJsonObject Inspector::room(const QString &name, double area, int seats, int toilets)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("area"), QString::number(static_cast<int>(area))},
            {QStringLiteral("seats"), QString::number(seats)},
            {QStringLiteral("windows"), QString::number(m_random.between(2, 9))},
            {QStringLiteral("toilets"), QString::number(toilets)}};
}

QJsonArray Inspector::rows(const Item &item)
{
    const int seats = seatsFound();
    const Level level = levelOf(item.code);
    QJsonArray rows;
    if (item.repeatKind == QLatin1String("exit")) {
        const int exits = std::max(2, (seats + 59) / 60);
        for (int i = 0; i < exits; ++i) {
            const bool blocked = level == Level::Fails && i == 0;
            const double width = levelOf(QStringLiteral("C-11")) == Level::Fails
                                     ? 0.2 * seats / exits
                                     : std::max(36.0, 0.34 * seats / exits + m_random.between(0, 8));
            rows.append(
                QJsonObject{{QStringLiteral("width"), text(width, {})},
                            {QStringLiteral("outside"), blocked ? QStringLiteral("no") : QStringLiteral("yes")}});
        }
    } else if (item.repeatKind == QLatin1String("extinguisher")) {
        const int storeys = std::max(1, m_context.building.value(QStringLiteral("storeys")).toInt());
        for (int floor = 0; floor < storeys; ++floor) {
            const bool expired = level == Level::Fails && floor == 0;
            const QDate until =
                m_context.visitDate.addDays(expired ? -m_random.between(20, 300) : m_random.between(40, 700));
            rows.append(QJsonObject{
                {QStringLiteral("floor"), QString::number(floor)},
                {QStringLiteral("kind"), m_random.chance(0.7) ? QStringLiteral("dry_powder") : QStringLiteral("co2")},
                {QStringLiteral("size"), m_random.chance(0.6) ? QStringLiteral("6") : QStringLiteral("4.5")},
                {QStringLiteral("expiry"), until.toString(Qt::ISODate)}});
        }
    } else if (item.repeatKind == QLatin1String("speed_test")) {
        static const double kDown[] = {2.0, 1.5, 1.0}; // Mbit/s a seat, by tier
        const double down = kDown[m_context.tier - 1] * seats *
                            (levelOf(QStringLiteral("E-03")) == Level::Fails ? 0.6 : m_random.between(1.1, 1.7));
        const Level upload = levelOf(QStringLiteral("E-04"));
        const double up = kDown[m_context.tier - 1] / 2 * seats *
                          (upload == Level::Whole  ? m_random.between(1.05, 1.5)
                           : upload == Level::Part ? 0.7
                                                   : 0.35);
        for (const int hour : {10, 15, 20}) {
            const bool dead = level == Level::Fails && hour == 20;
            rows.append(QJsonObject{
                {QStringLiteral("hour"), QString::number(hour)},
                {QStringLiteral("down"), dead ? QStringLiteral("0") : text(down * m_random.between(1.0, 1.05), {})},
                {QStringLiteral("up"), text(up * m_random.between(1.0, 1.02), {})},
                {QStringLiteral("latency"), QString::number(m_random.between(9, 55))}});
        }
    } else if (item.code == QLatin1String("E-08")) {
        for (const char *name : {"Hall", "Training room", "Meeting room"}) {
            const int signal = level == Level::Whole  ? m_random.between(-64, -45)
                               : level == Level::Part ? -70
                                                      : m_random.between(-88, -78);
            rows.append(QJsonObject{{QStringLiteral("name"), QLatin1String(name)},
                                    {QStringLiteral("signal"), QString::number(signal)}});
        }
    } else {
        const Level health = levelOf(QStringLiteral("H-01"));
        const int perToilet = health == Level::Whole ? 25 : health == Level::Part ? 34 : 60;
        const int toilets = std::max(1, (seats + perToilet - 1) / perToilet);
        const int training = std::min(seats / 4, 20);
        rows = {room(QStringLiteral("Hall"), (seats - training) * 34, seats - training, toilets),
                room(QStringLiteral("Training room"), training * 32, training, 0)};
    }
    return rows;
}

Answer Inspector::answer(const Item &item)
{
    const Level level = levelOf(item.code);
    switch (item.type) {
    case ItemType::YesNo:
        return Answer::ofValue((item.yesCreditBp > item.noCreditBp) == (level == Level::Whole) ? QStringLiteral("yes")
                                                                                               : QStringLiteral("no"));
    case ItemType::Choice: {
        QList<Option> options = item.options;
        std::stable_sort(options.begin(), options.end(),
                         [](const Option &a, const Option &b) { return a.creditBp > b.creditBp; });
        const qsizetype at = level == Level::Whole   ? 0
                             : level == Level::Fails ? options.size() - 1
                                                     : std::min<qsizetype>(1, options.size() - 1);
        return Answer::ofValue(options.at(at).token);
    }
    case ItemType::Measurement:
        return measurement(item);
    case ItemType::ExpiryDate:
        return Answer::ofValue(
            m_context.visitDate.addDays(level == Level::Whole ? m_random.between(30, 800) : -m_random.between(10, 400))
                .toString(Qt::ISODate));
    case ItemType::Position:
        return position();
    case ItemType::Repeat:
        return Answer::ofRows(rows(item));
    case ItemType::Text:
        return Answer::ofValue(QStringLiteral("Sample text"));
    case ItemType::Photo:
    case ItemType::Document:
    case ItemType::Signature:
    case ItemType::Calculated:
        break;
    }
    return Answer::ofValue(level == Level::Whole ? QStringLiteral("given") : QStringLiteral("missing"));
}

} // namespace

QHash<QString, Answer> answersFor(const Standard &standard, const ScoringContext &context, const Findings &findings,
                                  Random random)
{
    QHash<QString, Answer> answers;
    Inspector inspector(standard, context, findings, random);
    for (const Item &item : standard.items()) {
        if (item.type != ItemType::Calculated)
            answers.insert(item.code, inspector.answer(item));
    }
    Random misses = random.forPurpose(9);
    for (const Item &item : standard.items()) {
        if (!findings.thorough && item.type == ItemType::YesNo && !item.critical && misses.chance(0.05)) {
            if (auto skipped = Answer::notInspected(QStringLiteral("The room was locked")))
                answers.insert(item.code, *skipped);
        }
    }
    // What the standard hides for this building is not asked, so nobody answered it.
    const ScoreResult result = score(standard, answers, context);
    for (const Item &item : standard.items()) {
        if (result.items.value(item.code).status == ItemScore::Status::Hidden)
            answers.remove(item.code);
    }
    return answers;
}

} // namespace markaz::server::sample
