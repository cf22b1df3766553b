// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uitest.h"
#include "ui/widgets/map/mapsymbols.h"

#include "ui/widgets/map/provinceoutlines.h"

#include <QPainter>
#include <QSet>

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace markaz::ui {
namespace {

using namespace test;
using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

Triple times(const Matrix &matrix, const Triple &value)
{
    Triple result{};
    for (size_t row = 0; row < 3; ++row) {
        for (size_t column = 0; column < 3; ++column)
            result[row] += matrix[row][column] * value[column];
    }
    return result;
}

Triple linear(const QColor &colour)
{
    const auto of = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return {of(colour.redF()), of(colour.greenF()), of(colour.blueF())};
}

/// CIE L*a*b* (D65) of linear sRGB.
Triple lab(Triple rgb)
{
    for (double &channel : rgb)
        channel = std::clamp(channel, 0.0, 1.0);
    const Triple xyz = times(
        {{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}},
        rgb);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const QColor &one, const QColor &other, const Matrix &eye)
{
    const Triple a = lab(times(eye, linear(one)));
    const Triple b = lab(times(eye, linear(other)));
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/// Machado, Oliveira and Fernandes 2009, severity 1.
const std::array<std::pair<const char *, Matrix>, 4> kEyes{
    {{"all cones", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
     {"protan", {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
     {"deutan", {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
     {"tritan",
      {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}}}};

class MapSymbols : public testing::TestWithParam<ColourScheme>
{
};

TEST_P(MapSymbols, colours_areToldApartByEveryEye_andSeenOnTheirGround)
{
    const ThemeGuard guard(GetParam(), Language::English);
    const Theme theme = currentTheme();
    for (const Stage one : mapsymbols::stages()) {
        const QColor colour = theme.colour(mapsymbols::colourOf(one));
        EXPECT_GE(contrast(colour, theme.colour(Colour::Base)), 3) << qPrintable(token(one));
        for (const Stage other : mapsymbols::stages()) {
            const QColor second = theme.colour(mapsymbols::colourOf(other));
            if (colour == second) {
                EXPECT_TRUE(one == other || mapsymbols::isHatched(one) != mapsymbols::isHatched(other))
                    << qPrintable(token(one)) << " and " << qPrintable(token(other));
                continue;
            }
            for (const auto &[name, eye] : kEyes)
                EXPECT_GE(distance(colour, second, eye), 19.5) // look.md: at least 20, in whole numbers
                    << qPrintable(token(one)) << " and " << qPrintable(token(other)) << ", " << name;
        }
    }
}

/// The ink of a symbol alone, whatever its colour.
QSet<int> inkOf(Stage stage)
{
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    const QColor ground = currentTheme().colour(Colour::Base);
    image.fill(ground);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    mapsymbols::paintStage(painter, {16, 16}, stage);
    painter.end();
    QSet<int> ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (contrast(image.pixelColor(x, y), ground) > 2)
                ink.insert(y * image.width() + x);
        }
    }
    return ink;
}

TEST_P(MapSymbols, shapes_areToldApartWithoutColour)
{
    const ThemeGuard guard(GetParam(), Language::English);
    for (const Stage one : mapsymbols::stages()) {
        const QSet<int> ink = inkOf(one);
        EXPECT_GT(ink.size(), 30) << qPrintable(token(one));
        for (const Stage other : mapsymbols::stages()) {
            if (one == other)
                continue;
            QSet<int> both = inkOf(other);
            const auto second = both.size();
            const auto common = both.intersect(ink).size();
            EXPECT_LT(common, 0.85 * static_cast<double>(ink.size() + second - common))
                << qPrintable(token(one)) << " and " << qPrintable(token(other));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Schemes, MapSymbols, testing::Values(ColourScheme::Light, ColourScheme::Dark),
                         [](const auto &scheme) {
                             return std::string(scheme.param == ColourScheme::Light ? "light" : "dark");
                         });

TEST(MapRing, shares_fillTheRing_andTheLeastOfThemIsSeen)
{
    MapCluster cluster;
    cluster.count = 1000;
    cluster.kinds[static_cast<size_t>(Stage::Identified)] = 998;
    cluster.kinds[static_cast<size_t>(Stage::Assigned)] = 1;
    cluster.kinds[static_cast<size_t>(Stage::Certified)] = 1;
    const auto shares = mapsymbols::sharesOf(cluster);
    ASSERT_EQ(shares.size(), 3);
    double sum = 0;
    for (const auto &share : shares) {
        EXPECT_GE(share.second, 10);
        sum += share.second;
    }
    EXPECT_DOUBLE_EQ(sum, 360);
    EXPECT_EQ(shares.at(2).first, Stage::Certified);

    MapCluster half;
    half.count = 4;
    half.kinds[static_cast<size_t>(Stage::Refused)] = 2;
    half.kinds[static_cast<size_t>(Stage::Lapsed)] = 2;
    EXPECT_DOUBLE_EQ(mapsymbols::sharesOf(half).first().second, 180);
}

TEST(MapRing, aLargerCount_isALargerCircle_andItsNumberFits)
{
    EXPECT_LT(mapsymbols::radiusOf(10, 1000), mapsymbols::radiusOf(500, 1000));
    EXPECT_LT(mapsymbols::radiusOf(500, 1000), mapsymbols::radiusOf(1000, 1000));
    EXPECT_GT(2 * mapsymbols::radiusOf(100'000, 100'000),
              QFontMetricsF(currentTheme().font(Type::Code)).horizontalAdvance(QStringLiteral("100,000")));
}

} // namespace
} // namespace markaz::ui
