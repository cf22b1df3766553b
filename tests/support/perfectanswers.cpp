// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/perfectanswers.h"

#include <QJsonArray>

namespace markaz::samples {
namespace {

const int kSeats[] = {100, 50, 25};

QJsonObject row(std::initializer_list<std::pair<const char *, QString>> fields)
{
    QJsonObject object;
    for (const auto &[name, value] : fields)
        object.insert(QLatin1String(name), value);
    return object;
}

/// \p perSeat ten-thousandths for each seat of the tier.
QString forSeats(int tier, const char *perSeat)
{
    return Decimal::fromUnits(Decimal::parse(QLatin1String(perSeat)).value().units() * kSeats[tier - 1]).toString();
}

QJsonArray rowsOf(const QString &code, int tier)
{
    const QString yes = QStringLiteral("yes");
    if (code == QLatin1String("C-01"))
        return {row({{"width", QStringLiteral("36")}, {"outside", yes}}),
                row({{"width", QStringLiteral("34.5")}, {"outside", yes}})};
    if (code == QLatin1String("C-07")) {
        return {row({{"floor", QStringLiteral("0")},
                     {"kind", QStringLiteral("dry_powder")},
                     {"size", QStringLiteral("6")},
                     {"expiry", QStringLiteral("2027-06-30")}}),
                row({{"floor", QStringLiteral("1")},
                     {"kind", QStringLiteral("co2")},
                     {"size", QStringLiteral("4.5")},
                     {"expiry", QStringLiteral("2026-11-23")}})};
    }
    if (code == QLatin1String("E-02")) {
        const char *perSeat[] = {"2", "1.5", "1"};
        const char *upPerSeat[] = {"1", "0.75", "0.5"};
        const QString down = forSeats(tier, perSeat[tier - 1]);
        const QString up = forSeats(tier, upPerSeat[tier - 1]);
        QJsonArray rows;
        for (const char *hour : {"10", "15", "20"})
            rows.append(
                row({{"hour", QLatin1String(hour)}, {"down", down}, {"up", up}, {"latency", QStringLiteral("18")}}));
        return rows;
    }
    if (code == QLatin1String("E-08"))
        return {row({{"name", QStringLiteral("Hall")}, {"signal", QStringLiteral("-58")}}),
                row({{"name", QStringLiteral("Training room")}, {"signal", QStringLiteral("-67")}})};
    const int seats = kSeats[tier - 1]; // F-02
    return {row({{"name", QStringLiteral("Hall")},
                 {"area", QString::number(seats * 30)},
                 {"seats", QString::number(seats - 10)},
                 {"windows", QStringLiteral("6")},
                 {"toilets", QString::number((seats + 24) / 25)}}),
            row({{"name", QStringLiteral("Training room")},
                 {"area", QStringLiteral("400")},
                 {"seats", QStringLiteral("10")},
                 {"windows", QStringLiteral("2")},
                 {"toilets", QStringLiteral("0")}})};
}

Answer measured(const Item &item, int tier)
{
    QString value = QStringLiteral("1");
    if (item.code == QLatin1String("D-01"))
        value = forSeats(tier, tier == 3 ? "0.2" : "0.25");
    else if (item.code == QLatin1String("J-01"))
        value = QStringLiteral("3500");
    else if (item.bands)
        value = item.bands->threshold(tier)->toString();
    return Answer::ofValue(value, item.instruments.value(0));
}

Answer perfect(const Item &item, int tier)
{
    switch (item.type) {
    case ItemType::YesNo:
        return Answer::ofValue(item.yesCreditBp > item.noCreditBp ? QStringLiteral("yes") : QStringLiteral("no"));
    case ItemType::Choice:
        return Answer::ofValue(item.options.first().token);
    case ItemType::Measurement:
        return measured(item, tier);
    case ItemType::ExpiryDate:
        return Answer::ofValue(QStringLiteral("2027-03-14"));
    case ItemType::Position:
        return Answer::ofValue(QJsonObject{{QStringLiteral("latitude_e6"), 32'494'600},
                                           {QStringLiteral("longitude_e6"), 74'522'900},
                                           {QStringLiteral("accuracy_m"), 6}});
    case ItemType::Repeat:
        return Answer::ofRows(rowsOf(item.code, tier));
    case ItemType::Text:
        return Answer::ofValue(QStringLiteral("Sample"));
    default:
        return Answer::ofValue(QStringLiteral("given"));
    }
}

void setInFirstRow(QHash<QString, Answer> &answers, const char *code, const char *field, const char *value)
{
    const QString key = QLatin1String(code);
    QJsonArray rows = answers.find(key)->rows();
    QJsonObject first = rows.at(0).toObject();
    first.insert(QLatin1String(field), QLatin1String(value));
    rows.replace(0, first);
    answers.insert(key, Answer::ofRows(rows));
}

void setInAllRows(QHash<QString, Answer> &answers, const char *code, const char *field, const char *value)
{
    const QString key = QLatin1String(code);
    QJsonArray rows;
    const QJsonArray old = answers.find(key)->rows();
    for (const auto &entry : old) {
        QJsonObject object = entry.toObject();
        object.insert(QLatin1String(field), QLatin1String(value));
        rows.append(object);
    }
    answers.insert(key, Answer::ofRows(rows));
}

/// A number just outside the last band.
QString beyond(const BandTable &bands, int tier)
{
    const qint64 limit = bands.byTier[size_t(tier - 1)].last().limit.units();
    const bool atLeast = bands.direction == BandTable::Direction::AtLeast;
    return Decimal::fromUnits(atLeast ? limit - Decimal::kScale : limit + Decimal::kScale).toString();
}

void failRows(QHash<QString, Answer> &answers, const QString &code)
{
    if (code == QLatin1String("C-01"))
        setInFirstRow(answers, "C-01", "outside", "no");
    else if (code == QLatin1String("C-07"))
        setInFirstRow(answers, "C-07", "expiry", "2026-11-22");
    else if (code == QLatin1String("E-02"))
        setInFirstRow(answers, "E-02", "down", "0");
    else if (code == QLatin1String("E-08"))
        setInFirstRow(answers, "E-08", "signal", "-90");
    else
        setInFirstRow(answers, "F-02", "seats", "1");
}

void failCalculated(QHash<QString, Answer> &answers, const QString &code)
{
    if (code == QLatin1String("C-11"))
        setInAllRows(answers, "C-01", "width", "3");
    else if (code == QLatin1String("D-02"))
        answers.insert(QStringLiteral("D-01"), Answer::ofValue(QStringLiteral("1")));
    else if (code == QLatin1String("E-03"))
        setInAllRows(answers, "E-02", "down", "2");
    else if (code == QLatin1String("E-04"))
        setInAllRows(answers, "E-02", "up", "2");
    else if (code == QLatin1String("F-03"))
        answers.insert(QStringLiteral("F-01"), Answer::ofValue(QStringLiteral("100")));
    else if (code == QLatin1String("H-01"))
        setInAllRows(answers, "F-02", "toilets", "0");
    else
        answers.insert(QStringLiteral("J-01"),
                       Answer::ofValue(code == QLatin1String("J-02") ? QStringLiteral("4001") : QStringLiteral("1")));
}

} // namespace

ScoringContext context(int tier)
{
    ScoringContext made;
    made.tier = tier;
    made.visitDate = QDate(2026, 11, 23);
    made.building = QJsonObject{{QStringLiteral("storeys"), 2},
                                {QStringLiteral("level_entrance"), false},
                                {QStringLiteral("has_generator"), true},
                                {QStringLiteral("latitude_e6"), 32'494'530},
                                {QStringLiteral("longitude_e6"), 74'522'910}};
    made.programme = QJsonObject{{QStringLiteral("seat_rate_ceiling_pkr"), 4000}};
    return made;
}

QHash<QString, Answer> perfectAnswers(const Standard &standard, int tier)
{
    QHash<QString, Answer> answers;
    for (const Item &item : standard.items()) {
        if (item.type != ItemType::Calculated)
            answers.insert(item.code, perfect(item, tier));
    }
    return answers;
}

void makeFail(QHash<QString, Answer> &answers, const Standard &standard, const QString &code, int tier)
{
    const Item &item = *standard.item(code);
    switch (item.type) {
    case ItemType::YesNo:
        answers.insert(
            code, Answer::ofValue(item.yesCreditBp > item.noCreditBp ? QStringLiteral("no") : QStringLiteral("yes")));
        return;
    case ItemType::Choice:
        answers.insert(code, Answer::ofValue(item.options.last().token));
        return;
    case ItemType::Measurement:
        if (item.bands)
            answers.insert(code, Answer::ofValue(beyond(*item.bands, tier)));
        return;
    case ItemType::ExpiryDate:
        answers.insert(code, Answer::ofValue(QStringLiteral("2026-11-22")));
        return;
    case ItemType::Position:
        answers.insert(code, Answer::ofValue(QJsonObject{{QStringLiteral("latitude_e6"), 32'500'000},
                                                         {QStringLiteral("longitude_e6"), 74'522'900}}));
        return;
    case ItemType::Repeat:
        return failRows(answers, code);
    case ItemType::Calculated:
        return failCalculated(answers, code);
    default:
        answers.insert(code, Answer::ofValue(QStringLiteral("missing")));
    }
}

QJsonObject answersField(const QHash<QString, Answer> &answers)
{
    QJsonObject field;
    for (auto it = answers.begin(); it != answers.end(); ++it)
        field.insert(it.key(), it->toJson());
    return field;
}

} // namespace markaz::samples
