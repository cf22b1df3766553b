// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/labels.h"

#include <QFile>
#include <QMap>
#include <QSet>

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::ui;

namespace {

QByteArray reference(const char *name)
{
    QFile file(QStringLiteral(":/markaz/reference/") + QLatin1String(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    return file.readAll();
}

} // namespace

TEST(Labels, citiesOfOneName_areToldApart)
{
    const auto gazetteer =
        Gazetteer::read(reference("cities.csv"), reference("city-codes.csv"), reference("provinces.geojson"));
    ASSERT_TRUE(gazetteer.ok());
    QMap<QString, QSet<QString>> shown; // by province
    bool twice = false;
    for (const City &city : gazetteer->cities()) {
        const QString name = labels::city(*gazetteer, city);
        EXPECT_FALSE(shown[city.province].contains(name)) << qPrintable(name);
        shown[city.province].insert(name);
        twice = twice || name == QStringLiteral("Bahawalnagar (%1)").arg(city.prefix);
        if (city.name == QLatin1String("Lahore")) {
            EXPECT_EQ(name, QStringLiteral("Lahore"));
        }
    }
    EXPECT_TRUE(twice);
}
