// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "core/reporting/urdufont.h"
#include "ui/text/setlanguage.h"
#include "ui/widgets/enterpresses.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/markazstyle.h"

#include <QApplication>
#include <QFontMetrics>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace markaz::ui {
namespace {

ColourScheme currentScheme = ColourScheme::Light;

// One line a token, light and dark, in the order of enum Colour: both palettes and the style sheet come from here.
constexpr QRgb kColours[][2] = {
    {0xFFF0F3F1, 0xFF111714}, // Window
    {0xFFFFFFFF, 0xFF1A211E}, // Base
    {0xFFF7F9F8, 0xFF1F2824}, // Alt
    {0xFFD2DAD5, 0xFF36423C}, // Line
    {0xFF7A8780, 0xFF7F8E86}, // Strong
    {0xFF14201A, 0xFFEEF4F0}, // Text
    {0xFF43514A, 0xFFC0CDC6}, // Text2
    {0xFF586660, 0xFF9DABA4}, // Text3
    {0xFF0B5D3B, 0xFF3FB57F}, // Accent
    {0xFFFFFFFF, 0xFF06140D}, // OnAccent
    {0xFF0B5D3B, 0xFF6FD3A4}, // AccentText
    {0xFFDDEFE5, 0xFF1C3C2E}, // Tint
    {0xFF0B5FC0, 0xFF7DBEFF}, // Focus
    {0xFF0F3A2A, 0xFF0B120F}, // Rail
    {0xFFE4EFE9, 0xFFD5E2DB}, // RailText
    {0xFF1D5B44, 0xFF1E3D30}, // RailSelected
    {0xFF7FD6AE, 0xFF6FD3A4}, // RailEdge
    {0xFFFFFFFF, 0xFF0A120E}, // OnSolid
    {0xFF0A4C39, 0xFF59E2A5}, // Chart1
    {0xFFBC8A00, 0xFFF7C325}, // Chart2
    {0xFF117BD4, 0xFF2F7DF2}, // Chart3
    {0xFF572B6E, 0xFFDAB1EA}, // Chart4
    {0xFFDF6C5D, 0xFFDB5733}, // Chart5
    {0xFF6F7672, 0xFF6D7872}, // Chart6
    {0xFFDFE5E2, 0xFF2E3934}, // Grid
    {0xFFE6ECE8, 0xFF24302A}, // Land
    {0xFF9AA8A1, 0xFF5B6A63}, // LandOutline
};

// Text, ground, border, solid of each status in the order of enum Status; light, then dark.
constexpr QRgb kStatus[][2][4] = {
    {{0xFF14653A, 0xFFDFF2E6, 0xFF8CC5A3, 0xFF14713F}, {0xFF82DDAA, 0xFF163224, 0xFF2F6B4C, 0xFF3FB57F}}, // Ok
    {{0xFF744200, 0xFFFFF0D1, 0xFFDDAF5A, 0xFF9A5700}, {0xFFFFC873, 0xFF3A2A0E, 0xFF7D5C1E, 0xFFF0A93A}}, // Warn
    {{0xFF9B1520, 0xFFFCE4E4, 0xFFE3A0A0, 0xFFB3202C}, {0xFFFFA3A3, 0xFF43191C, 0xFF8F4045, 0xFFFF7F7F}}, // Bad
    {{0xFF0F4C8A, 0xFFE2EEF9, 0xFF9CC0E2, 0xFF1A5FA8}, {0xFF94C8FF, 0xFF14304B, 0xFF2F5F8D, 0xFF6DB3F7}}, // Info
    {{0xFF5B2E8C, 0xFFEFE6F8, 0xFFC4A8E0, 0xFF6B3FA0}, {0xFFD3B5FF, 0xFF31204A, 0xFF64479A, 0xFFB78DF0}}, // Review
    {{0xFF3C4842, 0xFFE7EBE9, 0xFFC1CAC5, 0xFF55625B}, {0xFFC9D4CE, 0xFF2A3430, 0xFF4A5851, 0xFF9AA8A1}}, // Neutral
};

struct TypeSpec
{
    int px, line, weight; ///< Noto Sans
    int urduPx, urduLine; ///< Noto Nastaliq Urdu
};

// In the order of enum Type.
constexpr TypeSpec kTypes[] = {
    {20, 28, 600, 17, 34}, // PageTitle
    {16, 24, 600, 15, 32}, // CardTitle
    {13, 20, 600, 13, 28}, // SectionTitle
    {13, 20, 400, 13, 28}, // Body
    {13, 20, 500, 13, 28}, // Button
    {14, 20, 400, 13, 28}, // ItemText
    {14, 20, 600, 13, 28}, // ItemTextCurrent
    {11, 16, 400, 11, 22}, // Caption
    {11, 16, 600, 11, 22}, // CaptionStrong
    {12, 18, 500, 12, 24}, // Chip
    {24, 30, 700, 24, 30}, // KeyFigure: digits
    {28, 32, 700, 28, 32}, // Score: digits
    {12, 18, 600, 12, 18}, // Code: Latin letters and digits
    {12, 18, 600, 12, 18}, // Hash
};

} // namespace

QColor Theme::colour(Colour token) const
{
    return QColor::fromRgb(kColours[static_cast<int>(token)][dark() ? 1 : 0]);
}

StatusColours Theme::status(Status status) const
{
    const auto &row = kStatus[static_cast<int>(status)][dark() ? 1 : 0];
    return {QColor::fromRgb(row[0]), QColor::fromRgb(row[1]), QColor::fromRgb(row[2]), QColor::fromRgb(row[3])};
}

QPalette Theme::palette() const
{
    QPalette p;
    const std::pair<QPalette::ColorRole, Colour> roles[] = {
        {QPalette::Window, Colour::Window},
        {QPalette::WindowText, Colour::Text},
        {QPalette::Base, Colour::Base},
        {QPalette::AlternateBase, Colour::Alt},
        {QPalette::Text, Colour::Text},
        {QPalette::Button, Colour::Base},
        {QPalette::ButtonText, Colour::Text},
        {QPalette::BrightText, Colour::OnSolid},
        {QPalette::PlaceholderText, Colour::Text3},
        {QPalette::Highlight, Colour::Tint},
        {QPalette::HighlightedText, Colour::Text},
        {QPalette::Link, Colour::AccentText},
        {QPalette::LinkVisited, Colour::AccentText},
        {QPalette::ToolTipBase, Colour::Base},
        {QPalette::ToolTipText, Colour::Text},
        {QPalette::Light, Colour::Base},
        {QPalette::Midlight, Colour::Alt},
        {QPalette::Mid, Colour::Line},
        {QPalette::Dark, Colour::Strong},
        {QPalette::Shadow, Colour::Line},
    };
    for (const auto &[role, token] : roles) {
        p.setColor(QPalette::Active, role, colour(token));
        p.setColor(QPalette::Inactive, role, colour(token));
        p.setColor(QPalette::Disabled, role, colour(token));
    }
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                     QPalette::HighlightedText, QPalette::ToolTipText, QPalette::Link})
        p.setColor(QPalette::Disabled, role, colour(Colour::Text3));
    p.setColor(QPalette::Disabled, QPalette::Base, colour(Colour::Alt));
    p.setColor(QPalette::Disabled, QPalette::Highlight, colour(Colour::Line));
    return p;
}

QFont Theme::font(Type type) const
{
    const TypeSpec &spec = kTypes[static_cast<int>(type)];
    QFont f;
    // Latin letters and digits come from Noto Sans in Urdu too; Nastaliq fills in for what it has not.
    QStringList families{QStringLiteral("Noto Sans"), urduFontFamily()};
    if (type == Type::Hash)
        families = {QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono"), QStringLiteral("monospace")};
    f.setFamilies(families);
    f.setPixelSize(urdu() ? spec.urduPx : spec.px);
    f.setWeight(static_cast<QFont::Weight>(spec.weight));
    f.setStyleHint(type == Type::Hash ? QFont::Monospace : QFont::SansSerif);
    return f;
}

int Theme::lineHeight(Type type) const
{
    const TypeSpec &spec = kTypes[static_cast<int>(type)];
    return urdu() ? spec.urduLine : spec.line;
}

Theme currentTheme()
{
    return {currentScheme, currentLanguage()};
}

ColourScheme systemScheme()
{
    const QPalette p = QGuiApplication::palette();
    return p.color(QPalette::Window).lightness() < p.color(QPalette::WindowText).lightness() ? ColourScheme::Dark
                                                                                             : ColourScheme::Light;
}

void applyTheme(QApplication &app, const Theme &theme)
{
    currentScheme = theme.scheme();
    setCurrentLanguage(theme.language());
    if (!app.findChild<FocusRingKeeper *>(QString(), Qt::FindDirectChildrenOnly)) {
        QApplication::setStyle(new MarkazStyle);
        new FocusRingKeeper(&app);
        app.installEventFilter(new EnterPresses(&app));
    }
    QApplication::setPalette(theme.palette());
    QApplication::setFont(theme.font(Type::Body));
    app.setStyleSheet(theme.styleSheet());
}

void alignLeading(QLabel *label)
{
    const Qt::Alignment side = label->layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    label->setAlignment((label->alignment() & Qt::AlignVertical_Mask) | side | Qt::AlignAbsolute);
}

int liftOf(const QString &words, const QFont &font)
{
    if (!isUrdu())
        return 0;
    const bool nastaliq =
        std::any_of(words.begin(), words.end(), [](QChar c) { return c.script() == QChar::Script_Arabic; });
    return nastaliq ? qRound(font.pixelSize() * 0.28) : 0;
}

void drawWords(QPainter &painter, const QRect &rect, int flags, const QString &words)
{
    painter.drawText(rect.translated(0, -liftOf(words, painter.font())), flags | Qt::TextSingleLine | Qt::TextDontClip,
                     words);
}

double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &c) {
        const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

void setStyled(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->updateGeometry();
    widget->update();
}

QString elided(const QString &text, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    if (!isUrdu())
        return metrics.elidedText(text, Qt::ElideRight, width);
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    QString dots = QStringLiteral("…");
    qsizetype end = text.size();
    while ((end = text.lastIndexOf(QLatin1Char(' '), end - 1)) > 0) {
        if (QString cut = text.left(end) + dots; metrics.horizontalAdvance(cut) <= width)
            return cut;
    }
    return dots;
}

} // namespace markaz::ui
