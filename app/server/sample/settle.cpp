// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample/samplewords.h"
#include "app/server/sample/sampleworld.h"

#include "core/domain/buildingcode.h"

#include <algorithm>
#include <cmath>

namespace markaz::server::sample {
namespace {

constexpr int kLeastOfProvince = 4;       ///< so that each one shows on the map
constexpr int kDays = 425;                ///< about fourteen months
const int kSeatsOfTier[] = {100, 50, 25}; ///< what the standard asks for

QString marked(const QString &name)
{
    return name + QStringLiteral(" (sample)");
}

QString person(Random &random)
{
    return marked(random.pick(words().givenNames) + QLatin1Char(' ') + random.pick(words().familyNames));
}

struct Post
{
    const char *name;
    Role role;
    const char *provinces; ///< "*" = all
};

/// The accounts that people sign in with to look around; more inspectors and officers follow for the work.
const QList<Post> &namedPosts()
{
    static const QList<Post> posts{{"sample.inspector", Role::Inspector, "PK-PB"},
                                   {"sample.officer", Role::Officer, "PK-PB"},
                                   {"sample.officer.all", Role::Officer, "*"},
                                   {"sample.administrator", Role::Administrator, "*"},
                                   {"sample.auditor", Role::Auditor, "*"}};
    return posts;
}

void addAccounts(World &world, const Reference &reference, Random random, IdSource &ids)
{
    QStringList all;
    for (const Province &province : reference.gazetteer.provinces())
        all.append(province.code);
    const auto add = [&](const QString &name, Role role, const QStringList &provinces) {
        world.accounts.append({{name, person(random), role, provinces, {}, true}, ids.next()});
    };
    for (const Post &post : namedPosts()) {
        const QString provinces = QLatin1String(post.provinces);
        add(QLatin1String(post.name), post.role, provinces == QLatin1String("*") ? all : QStringList{provinces});
    }
    static const QHash<QString, int> inspectors{{QStringLiteral("PK-PB"), 7},
                                                {QStringLiteral("PK-SD"), 4},
                                                {QStringLiteral("PK-KP"), 3},
                                                {QStringLiteral("PK-IS"), 2},
                                                {QStringLiteral("PK-BA"), 2}};
    for (const QString &province : std::as_const(all)) {
        const QString part = province.mid(3).toLower();
        for (int i = 1; i <= inspectors.value(province, 1); ++i)
            add(QStringLiteral("inspector.%1.%2").arg(part).arg(i), Role::Inspector, {province});
        add(QStringLiteral("officer.%1").arg(part), Role::Officer, {province});
    }
}

/// How many buildings each city gets: by the root of its population times a factor of its tier, so that the large
/// cities lead and the small ones are there.
QList<int> share(const QList<City> &cities, int buildings, Random &random)
{
    static const double kTierFactor[] = {2.2, 1.5, 1.0};
    QList<double> weights;
    double sum = 0;
    for (const City &city : cities) {
        weights.append(std::sqrt(std::max(city.population, 1000)) * kTierFactor[city.tier - 1]);
        sum += weights.last();
    }
    QList<int> counts(cities.size(), 0);
    int left = buildings;
    QHash<QString, int> ofProvince;
    for (qsizetype i = 0; i < cities.size() && left > 0; ++i) { // the largest cities of each province first
        int &count = ofProvince[cities[i].province];
        if (count < kLeastOfProvince) {
            ++count;
            ++counts[i];
            --left;
        }
    }
    while (left-- > 0) {
        double at = random.unit() * sum;
        qsizetype i = 0;
        while (i + 1 < weights.size() && at >= weights[i])
            at -= weights[i++];
        ++counts[i];
    }
    return counts;
}

StoredRecord stored(Entity entity, const QString &id, const QString &province, const QJsonObject &fields)
{
    StoredRecord record;
    record.record = {entity, id, 1, fields};
    record.province = province;
    return record;
}

StoredRecord ownerOf(const City &city, Random &random, const QString &id)
{
    const double kind = random.unit();
    const bool individual = kind < 0.6;
    const QString name =
        individual ? person(random)
                   : marked(QStringLiteral("%1 %2").arg(random.pick(words().companyWords),
                                                        kind < 0.85   ? QStringLiteral("Properties")
                                                        : kind < 0.93 ? QStringLiteral("Trust")
                                                                      : QStringLiteral("Development Authority")));
    const char *token = individual ? "individual" : kind < 0.85 ? "company" : kind < 0.93 ? "trust" : "government";
    // Numbers that no authority gives out: the first digit of a CNIC is its province, 1 to 7.
    const QString cnic = QStringLiteral("00000-%1-0").arg(random.below(10'000'000), 7, 10, QLatin1Char('0'));
    return stored(
        Entity::Owner, id, city.province,
        {{QStringLiteral("name"), name},
         {QStringLiteral("kind"), QLatin1String(token)},
         {QStringLiteral("province"), city.province},
         {QStringLiteral("cnic_ntn"), cnic},
         {QStringLiteral("phone"), QStringLiteral("+92 300 0000%1").arg(random.below(1000), 3, 10, QLatin1Char('0'))},
         {QStringLiteral("email"), QStringLiteral("owner%1@sample.invalid").arg(random.below(100'000))},
         {QStringLiteral("postal_address"), QStringLiteral("%1, %2").arg(random.pick(words().places), city.name)},
         {QStringLiteral("sample"), true}});
}

QJsonObject fieldsOf(const City &city, const QString &code, const QString &owner, int seats, double quality,
                     const Plan &plan, Random &random)
{
    const QString place = random.pick(words().places);
    const QString name = place + QLatin1Char(' ') + random.pick(words().uses);
    const double spread = city.tier == 1   ? 60'000
                          : city.tier == 2 ? 25'000
                                           : 9'000; // millionths of a degree about the centre
    const int area = static_cast<int>(seats * random.between(44.0, 75.0));
    const bool surveyed = random.chance(0.85);
    static const QStringList tenures{QStringLiteral("freehold"), QStringLiteral("freehold"),
                                     QStringLiteral("leasehold"), QStringLiteral("government"), QStringLiteral("waqf")};
    const char *condition = quality > 0.45 ? "good" : quality > 0.25 ? "fair" : quality > 0.1 ? "poor" : "dangerous";
    QJsonObject fields{
        {QStringLiteral("code"), code},
        {QStringLiteral("name"), name},
        {QStringLiteral("address"),
         QStringLiteral("%1, %2 %3").arg(random.between(1, 240)).arg(place, random.pick(words().streets))},
        {QStringLiteral("city"), city.id},
        {QStringLiteral("owner"), owner},
        {QStringLiteral("tenure"), random.pick(tenures)},
        {QStringLiteral("covered_area_sqft"), area},
        {QStringLiteral("storeys"), random.between(1, city.tier == 3 ? 3 : 6)},
        {QStringLiteral("planned_seats"), seats},
        {QStringLiteral("year_built"), random.between(1958, 2015)},
        {QStringLiteral("idle_since"), plan.now.date().addDays(-random.between(500, 4200)).toString(Qt::ISODate)},
        {QStringLiteral("condition"), QLatin1String(condition)},
        {QStringLiteral("level_entrance"), random.chance(0.4)},
        {QStringLiteral("has_generator"), random.chance(0.7)},
        {QStringLiteral("sample"), true}};
    const qint64 latitude = city.latitudeE6 + std::llround(random.between(-spread, spread));
    const qint64 longitude = city.longitudeE6 + std::llround(random.between(-spread, spread));
    if (surveyed) {
        fields.insert(QStringLiteral("latitude_e6"), latitude);
        fields.insert(QStringLiteral("longitude_e6"), longitude);
        fields.insert(QStringLiteral("accuracy_m"), random.between(4, 20));
        fields.insert(QStringLiteral("position_source"),
                      random.chance(0.8) ? QStringLiteral("gps") : QStringLiteral("map"));
    }
    return fields;
}

} // namespace

QStringList World::people(Role role, const QString &province) const
{
    QStringList ids;
    for (const SampleAccount &entry : accounts) {
        if (entry.account.role == role && entry.account.provinces == QStringList{province})
            ids.append(entry.id);
    }
    return ids;
}

QString World::accountId(const QString &name) const
{
    for (const SampleAccount &entry : accounts) {
        if (entry.account.name == name)
            return entry.id;
    }
    return {};
}

void settle(World &world, const Plan &plan, const Reference &reference, FixedClock &clock, IdSource &ids)
{
    const Random root(plan.seed);
    clock.set(plan.now.addDays(-kDays - 30));
    addAccounts(world, reference, root.forPurpose(1), ids);
    const QList<City> &cities = reference.gazetteer.cities();
    Random random = root.forPurpose(2);
    const QList<int> counts = share(cities, plan.buildings, random);
    for (qsizetype i = 0; i < cities.size(); ++i) {
        const City &city = cities[i];
        const QStringList inspectors = world.people(Role::Inspector, city.province);
        QString owner;
        for (int number = 1; number <= counts[i]; ++number) {
            clock.advance(60'000);
            if (owner.isEmpty() || !random.chance(0.2)) { // some own several
                world.owners.append(ownerOf(city, random, ids.next()));
                owner = world.owners.last().id();
            }
            auto code = BuildingCode::make(city.prefix, number);
            if (!code)
                break; // more than 9,999 in one city: its codes are used up
            SampleBuilding building;
            building.city = city;
            building.seats = static_cast<int>(kSeatsOfTier[city.tier - 1] * random.between(1.02, 1.6));
            building.quality = random.between(0.0, 0.6);
            building.character = random.next();
            building.inspector = random.pick(inspectors);
            building.record =
                stored(Entity::Building, ids.next(), city.province,
                       fieldsOf(city, code->toString(), owner, building.seats, building.quality, plan, random));
            building.record.parent = owner;
            building.record.ukey = code->toString();
            world.buildings.append(building);
        }
    }
}

} // namespace markaz::server::sample
