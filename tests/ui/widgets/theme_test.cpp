// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uitest.h"

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

const ColourScheme kSchemes[] = {ColourScheme::Light, ColourScheme::Dark};
const Status kStatuses[] = {Status::Ok, Status::Warn, Status::Bad, Status::Info, Status::Review, Status::Neutral};

double worst(const QColor &ink, const Theme &theme, std::initializer_list<Colour> grounds)
{
    double least = 21;
    for (Colour ground : grounds)
        least = std::min(least, contrast(ink, theme.colour(ground)));
    return least;
}

TEST(Contrast, followsWcag)
{
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 1e-6);
    EXPECT_NEAR(contrast(QColor(0x77, 0x77, 0x77), Qt::white), 4.48, 0.005); // WCAG's own well-known example
    EXPECT_NEAR(contrast(Qt::white, Qt::white), 1.0, 1e-9);
}

// The figures of look.md, "Measured contrast", light and dark, with the rounding of one place.
TEST(Theme, textReachesTheContrastOfTheDesign)
{
    struct Row
    {
        Colour ink;
        double light, dark;
    };
    const Row rows[] = {{Colour::Text, 14.0, 10.9},
                        {Colour::Text2, 7.0, 7.4},
                        {Colour::Text3, 5.0, 5.1},
                        {Colour::AccentText, 6.6, 6.6}};
    for (ColourScheme scheme : kSchemes) {
        const Theme theme(scheme, Language::English);
        for (const Row &row : rows)
            EXPECT_GE(worst(theme.colour(row.ink), theme, {Colour::Window, Colour::Base, Colour::Alt, Colour::Tint}),
                      (theme.dark() ? row.dark : row.light) - 0.06);
        EXPECT_GE(contrast(theme.colour(Colour::OnAccent), theme.colour(Colour::Accent)),
                  (theme.dark() ? 7.3 : 7.9) - 0.06);
        EXPECT_GE(contrast(theme.colour(Colour::RailText), theme.colour(Colour::Rail)),
                  (theme.dark() ? 14.2 : 10.7) - 0.06);
        EXPECT_GE(contrast(theme.colour(Colour::Focus), theme.colour(Colour::Window)),
                  (theme.dark() ? 9.2 : 5.5) - 0.06);
        EXPECT_GE(worst(theme.colour(Colour::Strong), theme, {Colour::Window, Colour::Base}), 3.35);
    }
}

TEST(Theme, statusWordsAreReadableOnTheirGroundAndOnTheirSolid)
{
    for (ColourScheme scheme : kSchemes) {
        const Theme theme(scheme, Language::English);
        for (Status status : kStatuses) {
            const StatusColours c = theme.status(status);
            EXPECT_GE(contrast(c.text, c.ground), theme.dark() ? 7.6 : 6.0) << statusName(status).toStdString();
            EXPECT_GE(contrast(theme.colour(Colour::OnSolid), c.solid), theme.dark() ? 7.2 : 5.5)
                << statusName(status).toStdString();
        }
        for (Colour chart :
             {Colour::Chart1, Colour::Chart2, Colour::Chart3, Colour::Chart4, Colour::Chart5, Colour::Chart6})
            EXPECT_GE(contrast(theme.colour(chart), theme.colour(Colour::Base)), 3.0);
    }
}

TEST(Theme, everyPaletteRoleIsOneOfItsTokensInEveryGroup)
{
    for (ColourScheme scheme : kSchemes) {
        const QPalette palette = Theme(scheme, Language::English).palette();
        const Theme theme(scheme, Language::English);
        for (auto group : {QPalette::Active, QPalette::Inactive}) {
            EXPECT_EQ(palette.color(group, QPalette::Window), theme.colour(Colour::Window));
            EXPECT_EQ(palette.color(group, QPalette::Base), theme.colour(Colour::Base));
            EXPECT_EQ(palette.color(group, QPalette::Highlight), theme.colour(Colour::Tint));
            EXPECT_EQ(palette.color(group, QPalette::HighlightedText), theme.colour(Colour::Text));
            EXPECT_EQ(palette.color(group, QPalette::PlaceholderText), theme.colour(Colour::Text3));
        }
        EXPECT_EQ(palette.color(QPalette::Disabled, QPalette::Text), theme.colour(Colour::Text3));
    }
}

TEST(Theme, styleSheetHasNoTokenLeftOpen)
{
    for (ColourScheme scheme : kSchemes) {
        for (Language language : {Language::English, Language::Urdu})
            EXPECT_FALSE(Theme(scheme, language).styleSheet().contains(QLatin1Char('%')));
    }
}

TEST(Theme, nothingIsSmallerThanElevenPixels)
{
    for (Language language : {Language::English, Language::Urdu}) {
        for (int type = 0; type <= static_cast<int>(Type::Hash); ++type)
            EXPECT_GE(Theme(ColourScheme::Light, language).font(static_cast<Type>(type)).pixelSize(), 11);
    }
}

TEST(ApplyTheme, changesThePaletteOfShownWidgets)
{
    QWidget widget;
    widget.resize(40, 40);
    test::present(widget);
    const QColor before = test::pictureOf(widget).pixelColor(20, 20);
    test::ThemeGuard guard(ColourScheme::Dark, Language::English);
    EXPECT_EQ(before, Theme().colour(Colour::Window));
    EXPECT_EQ(test::pictureOf(widget).pixelColor(20, 20),
              Theme(ColourScheme::Dark, Language::English).colour(Colour::Window));
    EXPECT_TRUE(currentTheme().dark());
}

TEST(SystemScheme, isJudgedByThePalette)
{
    const QPalette kept = QApplication::palette();
    QApplication::setPalette(Theme(ColourScheme::Dark, Language::English).palette());
    EXPECT_EQ(systemScheme(), ColourScheme::Dark);
    QApplication::setPalette(Theme(ColourScheme::Light, Language::English).palette());
    EXPECT_EQ(systemScheme(), ColourScheme::Light);
    QApplication::setPalette(kept);
}

TEST(Elided, endsAtAWordInUrdu)
{
    test::ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    const QString words = QString::fromUtf8("سرور سے رابطہ نہ ہو سکا");
    const QFont font = currentTheme().font(Type::Body);
    const QString cut = elided(words, font, QFontMetrics(font).horizontalAdvance(words) * 2 / 3);
    ASSERT_TRUE(cut.endsWith(QStringLiteral("…")));
    const QString kept = cut.chopped(1);
    EXPECT_TRUE(words.startsWith(kept));
    EXPECT_EQ(words.at(kept.size()), QLatin1Char(' '));
    EXPECT_EQ(elided(words, font, 1000), words);
}

} // namespace
} // namespace markaz::ui
