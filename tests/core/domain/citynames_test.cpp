// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/city.h"
#include "core/domain/citynames.h"
#include "core/domain/namekey.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace markaz;

namespace {

QByteArray reference(const char *name)
{
    QFile file(QStringLiteral(":/markaz/reference/") + QLatin1String(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    return file.readAll();
}

} // namespace

TEST(CityNames, builtin_knowEveryLargerCity_inUrdusOwnLetters)
{
    const auto read = readCityNames(reference("city-names-urdu.csv"));
    ASSERT_TRUE(read.ok()) << qPrintable(read.error().where);
    EXPECT_EQ(*read, builtinCityNames());
    const Gazetteer cities =
        Gazetteer::read(reference("cities.csv"), reference("city-codes.csv"), reference("provinces.geojson")).value();
    for (const City &city : cities.cities()) {
        EXPECT_TRUE(read->contains(city.id) || (city.tier == 3 && city.population < 50'000)) << qPrintable(city.name);
    }
    const QString arabic = QStringLiteral("\u0643\u0647\u0649\u064A"); // as other keyboards have them
    for (auto it = read->cbegin(); it != read->cend(); ++it) {
        EXPECT_NE(cities.city(it.key()), nullptr) << it.key();
        for (const QString &name : it.value()) {
            EXPECT_EQ(name, name.simplified().normalized(QString::NormalizationForm_C)) << it.key();
            for (const QChar c : name)
                EXPECT_TRUE(c == QLatin1Char(' ') || c.isMark() ||
                            (c.script() == QChar::Script_Arabic && !arabic.contains(c)))
                    << it.key() << ' ' << qPrintable(name);
        }
    }
    EXPECT_EQ(read->value(1172451), QStringList{QStringLiteral("لاہور")});
}

TEST(CityNames, badLine_isNamedByItsNumber)
{
    const auto of = [](const QByteArray &line) {
        const auto read = readCityNames("geonames_id,names\n1172451,لاہور\n" + line);
        return read ? QStringLiteral("ok") : read.error().where;
    };
    EXPECT_EQ(of(""), QStringLiteral("ok"));
    EXPECT_EQ(of("1174872,کراچی|شہر کراچی\r\n\n"), QStringLiteral("ok"));
    for (const char *line : {"1172451,لہور\n", "x,کراچی\n", "1174872\n", "1174872,\n", "1174872,کراچی|\n",
                             "1174872,کراچی,شہر\n", "\n1174872,کراچی\n"})
        EXPECT_EQ(of(line), QStringLiteral("city-names-urdu.csv:3")) << line;
}

TEST(NameKey, isLettersAndDigitsAlone)
{
    EXPECT_EQ(nameKey(QStringLiteral("Covered area (sq ft)")), QStringLiteral("coveredareasqft"));
    EXPECT_EQ(nameKey(QStringLiteral("Būrewāla")), QStringLiteral("burewala"));
    EXPECT_EQ(nameKey(QStringLiteral("فيصل آباد")), nameKey(QStringLiteral("فیصلآباد")));
    EXPECT_EQ(nameKey(QStringLiteral(" -_ ")), QString());
}
