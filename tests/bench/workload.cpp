// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workload.h"

#include "core/scoring/score.h"
#include "tests/support/perfectanswers.h"

#include <QFile>
#include <QJsonDocument>

namespace markaz::bench {
namespace {

constexpr int kAnswers = 80;
constexpr int kTier = 1; // LHE is Lahore

QByteArray contentOf(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QDateTime firstDay()
{
    return QDateTime(QDate(2026, 11, 23), QTime(4, 0), Qt::UTC);
}

} // namespace

Result<Carried> Carried::read()
{
    auto standard = builtinStandard();
    if (!standard)
        return standard.error();
    auto gazetteer =
        Gazetteer::read(contentOf(":/markaz/reference/cities.csv"), contentOf(":/markaz/reference/city-codes.csv"),
                        contentOf(":/markaz/reference/provinces.geojson"));
    if (!gazetteer)
        return gazetteer.error();
    return Carried{std::move(*standard), std::move(*gazetteer)};
}

qint64 Workload::meanBytes(const QList<Record> &records)
{
    qint64 bytes = 0;
    for (const Record &record : records)
        bytes += QJsonDocument(record.fields).toJson(QJsonDocument::Compact).size();
    return records.isEmpty() ? 0 : bytes / records.size();
}

Workload::Workload(const Carried &carried, quint64 seed)
    : m_carried(carried)
    , m_clock(firstDay().addSecs(static_cast<qint64>(seed) * 86'400)) // one seed's ids lie behind the smaller one's
    , m_ids(m_clock, seed)
    , m_random(static_cast<quint32>(seed))
{
}

QList<Record> Workload::buildings(int count)
{
    const City *city = m_carried.gazetteer.cityOfPrefix(QStringLiteral("LHE"));
    QList<Record> list;
    for (int i = 0; i < count; ++i) {
        QJsonObject fields = samples::context(kTier).building;
        fields.insert(QStringLiteral("code"), QStringLiteral("LHE-%1").arg(++m_buildings, 4, 10, QLatin1Char('0')));
        fields.insert(QStringLiteral("name"), QStringLiteral("Sample mill %1").arg(m_buildings));
        fields.insert(QStringLiteral("address"), QStringLiteral("%1 Sample Road").arg(m_buildings));
        fields.insert(QStringLiteral("city"), city->id);
        fields.insert(QStringLiteral("covered_area_sqft"), 4'000 + m_random.bounded(20'000));
        fields.insert(QStringLiteral("sample"), true);
        m_clock.advance(1);
        list.append({Entity::Building, m_ids.next(), 1, fields});
    }
    return list;
}

QList<Record> Workload::placedBuildings(int count)
{
    const QList<City> &cities = m_carried.gazetteer.cities();
    QList<Record> records = buildings(count);
    for (qsizetype i = 0; i < records.size(); ++i) {
        const City &city = cities.at(i % cities.size());
        QJsonObject &fields = records[i].fields;
        fields.insert(QStringLiteral("code"),
                      QStringLiteral("%1-%2").arg(city.prefix).arg(i / cities.size() + 1, 4, 10, QLatin1Char('0')));
        fields.insert(QStringLiteral("city"), city.id);
        if (i % 50 == 0)
            continue;
        fields.insert(QStringLiteral("latitude_e6"), city.latitudeE6 + m_random.bounded(60'000) - 30'000);
        fields.insert(QStringLiteral("longitude_e6"), city.longitudeE6 + m_random.bounded(60'000) - 30'000);
        fields.insert(QStringLiteral("position_source"), QStringLiteral("gps"));
    }
    return records;
}

/// The perfect set cut to 80, a tenth of the yes_no answers turned to the other one.
QJsonObject Workload::answers()
{
    const QHash<QString, Answer> perfect = samples::perfectAnswers(m_carried.standard, kTier);
    QJsonObject given;
    int photos = 0;
    for (const Item &item : m_carried.standard.items()) {
        const auto answer = perfect.constFind(item.code);
        if (answer == perfect.constEnd() || given.size() == kAnswers)
            continue;
        QJsonObject json = answer->toJson();
        if (item.type == ItemType::YesNo && m_random.bounded(10) == 0)
            json.insert(QStringLiteral("value"),
                        answer->text() == QLatin1String("yes") ? QStringLiteral("no") : QStringLiteral("yes"));
        if (item.photosNeeded > 0 && photos++ < 3)
            json.insert(QStringLiteral("photo"),
                        QStringLiteral("%1").arg(m_random.generate64(), 64, 16, QLatin1Char('0')));
        given.insert(item.code, json);
    }
    return given;
}

QJsonObject Workload::notes(const QJsonObject &answers)
{
    QJsonObject notes;
    int i = m_random.bounded(5);
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        if (i++ % 5 == 0)
            notes.insert(it.key(), QStringLiteral("Sample note %1: seen, measured and written down on the spot")
                                       .arg(m_random.bounded(100'000)));
    }
    return notes;
}

QList<Record> Workload::inspections(int count, const QList<Record> &buildings, const QString &inspectorId,
                                    bool submitted)
{
    const Standard &standard = m_carried.standard;
    QList<Record> list;
    for (int i = 0; i < count; ++i) {
        m_clock.advance(1'000 + m_random.bounded(60'000));
        const Record &building = buildings.at(i % buildings.size());
        const QJsonObject given = answers();
        QJsonObject fields{{QStringLiteral("building"), building.id},
                           {QStringLiteral("inspector"), inspectorId},
                           {QStringLiteral("kind"), QStringLiteral("initial")},
                           {QStringLiteral("standard"), standard.id()},
                           {QStringLiteral("standard_version"), standard.version()},
                           {QStringLiteral("standard_hash"), standard.hash()},
                           {QStringLiteral("revision"), 1},
                           {QStringLiteral("answers"), given},
                           {QStringLiteral("notes"), notes(given)},
                           {QStringLiteral("started_at"), toIso(m_clock.now())},
                           {QStringLiteral("state"), QStringLiteral("draft")},
                           {QStringLiteral("sample"), true}};
        if (submitted) {
            fields.insert(QStringLiteral("state"), QStringLiteral("submitted"));
            fields.insert(QStringLiteral("visit_outcome"), QStringLiteral("done"));
            fields.insert(QStringLiteral("finished_at"), toIso(m_clock.now().addSecs(7'200)));
            ScoringContext context = samples::context(kTier);
            context.visitDate = visitDay(fields);
            const auto parsed = answersOf(given);
            if (parsed)
                fields.insert(QStringLiteral("score"), score(standard, *parsed, context).summary());
        }
        list.append({Entity::Inspection, m_ids.next(), 1, fields});
    }
    return list;
}

} // namespace markaz::bench
