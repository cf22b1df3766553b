// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/urdufont.h"

#include <gtest/gtest.h>

#include <QFont>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QRawFont>
#include <QTextLayout>
#include <QtEndian>

#include <random>

namespace markaz {
namespace {

QList<QPointF> positions(const QString &word, const QString &family)
{
    QFont font(family);
    font.setPixelSize(1000); // the font's own units
    font.setHintingPreference(QFont::PreferNoHinting);
    QTextLayout layout(word, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(100'000);
    layout.endLayout();
    QList<QPointF> all;
    for (const QGlyphRun &run : layout.glyphRuns()) {
        for (const QPointF &p : run.positions())
            all.append(p - QPointF(0, line.ascent()));
    }
    return all;
}

TEST(UrduFont, isTheMendedOneWhereNotoNastaliqIsInstalled)
{
    EXPECT_EQ(urduFontFamily(), QStringLiteral("Nastaliq of Markaz"));
    EXPECT_EQ(urduFontFamily(), QStringLiteral("Nastaliq of Markaz")); // and registered once
    EXPECT_EQ(QFontDatabase::families().count(QStringLiteral("Nastaliq of Markaz")), 1);
}

// HarfBuzz alone, on the same file, places the letters of this word (seen, noon, dal; from the right) at 145, 0 and 0
// units above the baseline and the noon's dot at -411. A word of Nastaliq never begins below its end.
TEST(UrduFont, lettersAreWhereTheFontPutsThem)
{
    QList<qreal> heights;
    for (const QPointF &p : positions(QStringLiteral("سند"), urduFontFamily()))
        heights.append(qRound(-p.y()));
    std::sort(heights.begin(), heights.end());
    ASSERT_GE(heights.size(), 4);
    EXPECT_NEAR(heights.last(), 145, 2);
    EXPECT_NEAR(heights.at(heights.size() - 2), 0, 2);
    EXPECT_NEAR(std::abs(heights.first()), 411, 2);
}

TEST(UrduFont, normalAndBold_areTwoFonts)
{
    QFont font(urduFontFamily());
    font.setPixelSize(100);
    const qreal normal = QFontMetricsF(font).horizontalAdvance(QStringLiteral("مرکز"));
    font.setBold(true);
    EXPECT_NE(normal, QFontMetricsF(font).horizontalAdvance(QStringLiteral("مرکز")));
    font.setWeight(QFont::Normal);
    EXPECT_EQ(QRawFont::fromFont(font, QFontDatabase::Arabic).styleName(), QStringLiteral("Regular"));
}

/// The least GPOS table with one lookup of \p type whose subtable is \p subtable.
QByteArray gpos(quint16 type, const QByteArray &subtable)
{
    QByteArray table;
    const auto put = [&](std::initializer_list<int> words) {
        for (const int word : words) {
            char bytes[2];
            qToBigEndian(static_cast<quint16>(word), bytes);
            table.append(bytes, 2);
        }
    };
    put({1, 0, 0, 0, 10}); // version 1.0, no scripts, no features, the lookups
    put({1, 4});           // one lookup, 4 on
    put({type, 0, 1, 8});  // one subtable, 8 on
    return table + subtable;
}

QByteArray words(std::initializer_list<int> values)
{
    QByteArray bytes;
    for (const int value : values) {
        bytes.append(static_cast<char>((value >> 8) & 0xFF));
        bytes.append(static_cast<char>(value & 0xFF));
    }
    return bytes;
}

TEST(WithCoordinateAnchors, cursive_entryAndExit)
{
    // format 1, no coverage, one record: entry at 10, exit at 18; anchors of format 2 with point 7 and 8
    const QByteArray before = words({1, 0, 1, 10, 18, 2, 100, 200, 7, 2, 300, 400, 8});
    const QByteArray after = words({1, 0, 1, 10, 18, 1, 100, 200, 7, 1, 300, 400, 8});
    EXPECT_EQ(withCoordinateAnchors(gpos(3, before)), gpos(3, after));
}

TEST(WithCoordinateAnchors, marksOnBases)
{
    // mark array at 12: one mark of class 0, anchor at 6 of it; base array at 26: one base, one class, anchor at 4 of
    // it
    const QByteArray before = words({1, 0, 0, 1, 12, 26, 1, 0, 6, 2, 1, 1, 9, 1, 4, 2, 5, 5, 9});
    const QByteArray after = words({1, 0, 0, 1, 12, 26, 1, 0, 6, 1, 1, 1, 9, 1, 4, 1, 5, 5, 9});
    EXPECT_EQ(withCoordinateAnchors(gpos(4, before)), gpos(4, after));
    EXPECT_EQ(withCoordinateAnchors(gpos(6, before)), gpos(6, after));
}

TEST(WithCoordinateAnchors, marksOnLigatures)
{
    // ligature array at 26: one ligature, its components at 4 of it: one of them, anchor at 4
    const QByteArray before = words({1, 0, 0, 1, 12, 26, 1, 0, 6, 2, 1, 1, 9, 1, 4, 1, 4, 2, 5, 5, 9});
    const QByteArray after = words({1, 0, 0, 1, 12, 26, 1, 0, 6, 1, 1, 1, 9, 1, 4, 1, 4, 1, 5, 5, 9});
    EXPECT_EQ(withCoordinateAnchors(gpos(5, before)), gpos(5, after));
}

TEST(WithCoordinateAnchors, throughAnExtension)
{
    const QByteArray head = words({1, 3, 0, 8}); // of type 3, 8 on
    EXPECT_EQ(withCoordinateAnchors(gpos(9, head + words({1, 0, 1, 10, 0, 2, 1, 1, 7}))),
              gpos(9, head + words({1, 0, 1, 10, 0, 1, 1, 1, 7})));
}

TEST(WithCoordinateAnchors, otherLookupsAndFormats_areLeft)
{
    const QByteArray pairs = gpos(2, words({2, 2, 2, 2, 2, 2, 2}));
    EXPECT_EQ(withCoordinateAnchors(pairs), pairs);
    const QByteArray plain = gpos(3, words({1, 0, 1, 10, 18, 1, 100, 200, 0, 3, 300, 400, 0, 0}));
    EXPECT_EQ(withCoordinateAnchors(plain), plain);
    EXPECT_EQ(withCoordinateAnchors({}), QByteArray());
}

TEST(WithCoordinateAnchors, damagedTables_changeNothingOutsideAndEnd)
{
    const QByteArray good = gpos(5, words({1, 0, 0, 1, 12, 26, 1, 0, 6, 2, 1, 1, 9, 1, 4, 1, 4, 2, 5, 5, 9}));
    for (unsigned seed = 0; seed < 3'000; ++seed) {
        std::mt19937 random(seed);
        QByteArray bad = good;
        for (int i = 0; i < 4; ++i)
            bad[static_cast<qsizetype>(random() % static_cast<size_t>(bad.size()))] = static_cast<char>(random() % 4);
        bad.truncate(static_cast<qsizetype>(random() % static_cast<size_t>(bad.size() + 1)));
        EXPECT_EQ(withCoordinateAnchors(bad).size(), bad.size()) << "seed " << seed;
    }
}

} // namespace
} // namespace markaz
