// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/city.h"

#include "core/domain/buildingcode.h"

#include <QFile>
#include <QSet>

#include <gtest/gtest.h>

using namespace markaz;

namespace {

QByteArray resource(const char *name)
{
    QFile file(QStringLiteral(":/markaz/reference/") + QLatin1String(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    return file.readAll();
}

const Gazetteer &pakistan()
{
    static const Gazetteer gazetteer =
        Gazetteer::read(resource("cities.csv"), resource("city-codes.csv"), resource("provinces.geojson")).value();
    return gazetteer;
}

const QByteArray kCitiesHead = "geonames_id,name,province,population,latitude,longitude,tier\n";
const QByteArray kCodesHead = "geonames_id,prefix\n";
const QByteArray kProvinces =
    R"({"features": [{"properties": {"code": "PK-PB", "name": "Punjab", "name_ur": "پنجاب"}}]})";
const QByteArray kLahore = "1172451,Lahore,PK-PB,6310888,31.558,74.35071,1\n";

/// What is said of these files: `where` of the error, or "ok".
QString verdict(const QByteArray &cities, const QByteArray &codes, const QByteArray &provinces = kProvinces)
{
    auto read = Gazetteer::read(kCitiesHead + cities, kCodesHead + codes, provinces);
    return read ? QStringLiteral("ok") : read.error().where;
}

} // namespace

TEST(Gazetteer, compiledInData_hasAllCitiesAndProvinces)
{
    EXPECT_EQ(pakistan().cities().size(), 443);
    EXPECT_EQ(pakistan().provinces().size(), 7);
}

TEST(Gazetteer, everyCity_hasAPrefixOfItsOwnAProvinceATierAndAPlaceInPakistan)
{
    QSet<QString> prefixes;
    QSet<int> ids;
    for (const City &city : pakistan().cities()) {
        EXPECT_TRUE(BuildingCode::make(city.prefix, 1)) << qPrintable(city.name);
        EXPECT_FALSE(prefixes.contains(city.prefix)) << qPrintable(city.prefix);
        EXPECT_FALSE(ids.contains(city.id)) << city.id;
        prefixes.insert(city.prefix);
        ids.insert(city.id);
        ASSERT_NE(pakistan().province(city.province), nullptr) << qPrintable(city.name);
        EXPECT_TRUE(city.tier >= 1 && city.tier <= 3) << qPrintable(city.name);
        EXPECT_GE(city.population, 0) << qPrintable(city.name);
        EXPECT_TRUE(city.latitudeE6 > 23'000'000 && city.latitudeE6 < 38'000'000) << qPrintable(city.name);
        EXPECT_TRUE(city.longitudeE6 > 60'000'000 && city.longitudeE6 < 78'500'000) << qPrintable(city.name);
        EXPECT_EQ(pakistan().city(city.id), &city);
        EXPECT_EQ(pakistan().cityOfPrefix(city.prefix), &city);
    }
}

TEST(Gazetteer, everyProvince_hasBothNames)
{
    for (const Province &province : pakistan().provinces()) {
        EXPECT_TRUE(province.code.startsWith(QStringLiteral("PK-"))) << qPrintable(province.code);
        EXPECT_FALSE(province.nameEn.isEmpty()) << qPrintable(province.code);
        EXPECT_FALSE(province.nameUr.isEmpty()) << qPrintable(province.code);
        EXPECT_EQ(pakistan().province(province.code), &province);
    }
}

TEST(Gazetteer, lahore_isReadToTheLastDigit)
{
    const City *lahore = pakistan().cityOfPrefix(QStringLiteral("LHE"));
    ASSERT_NE(lahore, nullptr);
    EXPECT_EQ(lahore->id, 1172451);
    EXPECT_EQ(lahore->name, QStringLiteral("Lahore"));
    EXPECT_EQ(lahore->province, QStringLiteral("PK-PB"));
    EXPECT_EQ(lahore->population, 6'310'888);
    EXPECT_EQ(lahore->latitudeE6, 31'558'000);
    EXPECT_EQ(lahore->longitudeE6, 74'350'710);
    EXPECT_EQ(lahore->tier, 1);
}

TEST(Gazetteer, whatIsNotThere_isNull)
{
    EXPECT_EQ(pakistan().city(0), nullptr);
    EXPECT_EQ(pakistan().province(QStringLiteral("XX")), nullptr);
    EXPECT_EQ(pakistan().cityOfPrefix(QStringLiteral("ZZZ")), nullptr);
    EXPECT_EQ(Gazetteer().city(1172451), nullptr);
}

TEST(Gazetteer, badLineOfCities_isNamedByItsNumber)
{
    const QByteArray codes = "1172451,LHE\n1174872,KHI\n";
    EXPECT_EQ(verdict(kLahore, codes), QStringLiteral("ok"));
    for (const char *line : {
             "1174872,Karachi,PK-PB,11624219,24.8608,67.0104\n",         // a cell too few
             "1174872,Karachi,PK-PB,11624219,24.8608,67.0104,1,extra\n", // and one too many
             "x,Karachi,PK-PB,11624219,24.8608,67.0104,1\n",             // no id
             "1174872,,PK-PB,11624219,24.8608,67.0104,1\n",              // no name
             "1174872,Karachi,PK-SD,11624219,24.8608,67.0104,1\n",       // a province that is not listed
             "1174872,Karachi,PK-PB,many,24.8608,67.0104,1\n",           // no population
             "1174872,Karachi,PK-PB,11624219,north,67.0104,1\n",         // no latitude
             "1174872,Karachi,PK-PB,11624219,24.8608,,1\n",              // no longitude
             "1174872,Karachi,PK-PB,11624219,24.8608,67.0104,4\n",       // no such tier
             "1174872,Karachi,PK-PB,11624219,24.8608,67.0104,0\n",
             "1166993,Rawalpindi,PK-PB,1743101,33.59733,73.0479,1\n",  // without a prefix
             "1172451,Lahore again,PK-PB,6310888,31.558,74.35071,1\n", // an id that is taken
             "\n1174872,Karachi,PK-PB,11624219,24.8608,67.0104,1\n",   // an empty line in between
         })
        EXPECT_EQ(verdict(kLahore + line, codes), QStringLiteral("cities.csv:3")) << line;
}

TEST(Gazetteer, badLineOfCodes_isNamedByItsNumber)
{
    for (const char *line : {"1174872\n", "1174872,KH\n", "1174872,KHIX\n", "1174872,khi\n", "x,KHI\n",
                             "1174872,LHE\n",  // a prefix that is taken
                             "1172451,LHR\n"}) // a second prefix for one city
        EXPECT_EQ(verdict(kLahore, QByteArray("1172451,LHE\n") + line), QStringLiteral("city-codes.csv:3")) << line;
}

TEST(Gazetteer, provincesThatCannotBeRead_areNamed)
{
    for (const char *json : {"", "{}", "[]", R"({"features": []})", "not json"})
        EXPECT_EQ(verdict(kLahore, "1172451,LHE\n", json), QStringLiteral("provinces.geojson:1")) << json;
}

TEST(Gazetteer, carriageReturnsAndTrailingLines_doNoHarm)
{
    EXPECT_EQ(verdict("1172451,Lahore,PK-PB,6310888,31.558,74.35071,1\r\n\n", "1172451,LHE\r\n\n"),
              QStringLiteral("ok"));
}
