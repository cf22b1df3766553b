// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/language.h"
#include "ui/widgets/status.h"

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;
class QLabel;
class QPainter;
class QRect;

namespace markaz::ui {

enum class ColourScheme { Light, Dark };

/// The tokens of look.md; every colour on screen is one of these or a StatusColours.
enum class Colour {
    Window,
    Base,
    Alt,
    Line,
    Strong,
    Text,
    Text2,
    Text3,
    Accent,
    OnAccent,
    AccentText,
    Tint,
    Focus,
    Rail,
    RailText,
    RailSelected,
    RailEdge,
    OnSolid,
    Chart1,
    Chart2,
    Chart3,
    Chart4,
    Chart5,
    Chart6,
    Grid,
    Land,
    LandOutline,
};
struct StatusColours
{
    QColor text, ground, border, solid;
};

/// Roles of type; sizes and weights are look.md's, for English and for Urdu.
enum class Type {
    PageTitle,
    CardTitle,
    SectionTitle,
    Body,
    Button,
    ItemText,
    ItemTextCurrent,
    Caption,
    CaptionStrong,
    Chip,
    KeyFigure,
    Score,
    Code,
    Hash
};

/// A value: one colour scheme in one language. Widgets that paint ask currentTheme() at paint time and never keep it; a
/// change reaches them as PaletteChange, StyleChange and LanguageChange.
class Theme
{
public:
    Theme() = default;
    Theme(ColourScheme scheme, Language language)
        : m_scheme(scheme)
        , m_language(language)
    {
    }

    ColourScheme scheme() const { return m_scheme; }
    Language language() const { return m_language; }
    bool dark() const { return m_scheme == ColourScheme::Dark; }
    bool urdu() const { return m_language == Language::Urdu; }

    QColor colour(Colour token) const;
    StatusColours status(Status status) const;
    QPalette palette() const;        ///< every role for Active, Inactive and Disabled
    QString styleSheet() const;      ///< the application's one style sheet, tokens put in
    QFont font(Type type) const;     ///< pixel sizes at scale 1
    int lineHeight(Type type) const; ///< px

    // Heights that differ between the two scripts, px.
    int chipHeight() const { return urdu() ? 28 : 22; }
    int itemRowHeight() const { return urdu() ? 56 : 48; }
    int tableRowHeight() const { return urdu() ? 40 : 36; }

private:
    ColourScheme m_scheme = ColourScheme::Light;
    Language m_language = Language::English;
};

/// The theme in force: the scheme that applyTheme set last, light before, in currentLanguage(). Each cell that is
/// painted asks.
Theme currentTheme();
/// What the desktop asks for, judged by the lightness of the platform's palette (Qt 6.4 knows no colour scheme). Call
/// before the first applyTheme.
ColourScheme systemScheme();
/// Style, palette, style sheet and font of the whole application. May be called again at any time.
void applyTheme(QApplication &app, const Theme &theme);

/// Draws one line of words into \p rect, never clipped. Nastaliq's ink stands below the middle of its tall line: words
/// that hold any are lifted, so that they sit level with icons and digits. Left and right in \p flags follow the
/// painter's direction.
void drawWords(QPainter &painter, const QRect &rect, int flags, const QString &words);
/// Has the label begin where reading begins. QLabel judges by its text alone and would put a bare number or code at the
/// far side of a right-to-left page. Call again when the layout direction changes.
void alignLeading(QLabel *label);
/// How far up \p words are lifted in \p font, px; 0 for words without Nastaliq.
int liftOf(const QString &words, const QFont &font);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
double contrast(const QColor &a, const QColor &b);
/// Sets a dynamic property that the style sheet looks at ("role", "status", "card") and has the widget styled again.
void setStyled(QWidget *widget, const char *property, const QVariant &value);
/// \p text cut to \p width with an ellipsis; in Urdu at the end of a word, because a cut Nastaliq word is another word.
QString elided(const QString &text, const QFont &font, int width);

} // namespace markaz::ui
