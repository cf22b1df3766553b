// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/touranswers.h"

#include <QJsonArray>

#include <algorithm>

namespace markaz::desktop {
namespace {

const QString kValue = QStringLiteral("value");

QJsonObject row(std::initializer_list<std::pair<QString, QString>> cells)
{
    QJsonObject object;
    for (const auto &[name, value] : cells)
        object.insert(name, value);
    return object;
}

/// The rows of a repeat item by its kind; numbers that suit any tier's seats.
QJsonArray rowsFor(const Item &item, int seats, const QDate &today)
{
    const QString good = today.addDays(400).toString(Qt::ISODate);
    const auto text = [](const char *words) { return QLatin1String(words); };
    if (item.repeatKind == QLatin1String("exit")) {
        return {row({{QStringLiteral("width"), text("42")}, {QStringLiteral("outside"), text("yes")}}),
                row({{QStringLiteral("width"), text("36.5")}, {QStringLiteral("outside"), text("yes")}})};
    }
    if (item.repeatKind == QLatin1String("extinguisher")) {
        QJsonArray rows;
        for (const char *floor : {"0", "1"}) {
            rows.append(row({{QStringLiteral("floor"), text(floor)},
                             {QStringLiteral("kind"), text("dry_powder")},
                             {QStringLiteral("size"), text("6")},
                             {QStringLiteral("expiry"), good}}));
        }
        return rows;
    }
    if (item.repeatKind == QLatin1String("speed_test")) {
        QJsonArray rows;
        for (const char *hour : {"10", "15", "20"}) {
            rows.append(row({{QStringLiteral("hour"), text(hour)},
                             {QStringLiteral("down"), QString::number(seats * 2)},
                             {QStringLiteral("up"), QString::number(seats)},
                             {QStringLiteral("latency"), text("19")}}));
        }
        return rows;
    }
    const bool signal = std::any_of(item.repeatFields.cbegin(), item.repeatFields.cend(),
                                    [](const RepeatField &field) { return field.name == QLatin1String("signal"); });
    if (signal) {
        return {row({{QStringLiteral("name"), text("Hall")}, {QStringLiteral("signal"), text("-58")}}),
                row({{QStringLiteral("name"), text("Training room")}, {QStringLiteral("signal"), text("-63")}})};
    }
    return {row({{QStringLiteral("name"), text("Hall")},
                 {QStringLiteral("area"), QString::number(seats * 32)},
                 {QStringLiteral("seats"), QString::number(seats - 10)},
                 {QStringLiteral("windows"), text("8")},
                 {QStringLiteral("toilets"), QString::number((seats + 24) / 25)}}),
            row({{QStringLiteral("name"), text("Training room")},
                 {QStringLiteral("area"), text("420")},
                 {QStringLiteral("seats"), text("10")},
                 {QStringLiteral("windows"), text("2")},
                 {QStringLiteral("toilets"), text("0")}})};
}

QString measured(const Item &item, int tier, int seats)
{
    if (item.code == QLatin1String("D-01"))
        return Decimal::fromUnits(Decimal::kScale * seats * 3 / 10).toString(); // 0.3 kW a seat
    if (item.code == QLatin1String("J-01"))
        return QStringLiteral("3500");
    if (!item.bands)
        return QStringLiteral("2");
    const QList<Band> &bands = item.bands->byTier[static_cast<size_t>(tier - 1)];
    const bool partial = (item.code == QLatin1String("D-07") || item.code == QLatin1String("F-06")) && bands.size() > 1;
    return bands[partial ? 1 : 0].limit.toString();
}

} // namespace

QJsonObject tourAnswer(const Item &item, int tier, const QDate &today)
{
    const int seats = tier == 1 ? 100 : (tier == 2 ? 50 : 25);
    switch (item.type) {
    case ItemType::YesNo:
        return {{kValue, item.yesCreditBp >= item.noCreditBp ? QStringLiteral("yes") : QStringLiteral("no")}};
    case ItemType::Choice: {
        const auto best = std::max_element(item.options.cbegin(), item.options.cend(),
                                           [](const Option &a, const Option &b) { return a.creditBp < b.creditBp; });
        return {{kValue, best->token}};
    }
    case ItemType::Measurement:
        return {{kValue, measured(item, tier, seats)}};
    case ItemType::ExpiryDate:
        return {{kValue, today.addDays(400).toString(Qt::ISODate)}};
    case ItemType::Photo:
    case ItemType::Document:
    case ItemType::Signature:
        return {{kValue, QStringLiteral("given")}};
    case ItemType::Position:
        return {{kValue, QStringLiteral("32.4945, 74.5229")}}; // as it is typed
    case ItemType::Text:
        return {{kValue, QStringLiteral("Seen on the spot")}};
    case ItemType::Repeat:
        return {{QStringLiteral("rows"), rowsFor(item, seats, today)}};
    case ItemType::Calculated:
        break;
    }
    return {};
}

} // namespace markaz::desktop
