// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uitest.h"

#include "ui/widgets/icons.h"

#include <QSvgRenderer>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

const char *const kOwn[] = {
    "building",  "logo",        "check-disc", "check-ring", "check",        "cross",      "octagon-cross", "triangle",
    "half-disc", "dashed-ring", "ring",       "minus-ring", "person",       "eye",        "ribbon",        "clock",
    "info-disc", "off",         "up",         "conflict",   "chevron-down", "chevron-up", "better",        "worse"};
const char *const kBreeze[] = {"view-task",
                               "document-edit-verify",
                               "computer-laptop",
                               "view-statistics",
                               "office-chart-line-forecast",
                               "view-refresh",
                               "configure",
                               "sidebar-collapse-left",
                               "sidebar-expand-left",
                               "edit-find",
                               "edit-undo",
                               "edit-redo",
                               "go-previous",
                               "camera-photo",
                               "note",
                               "document-edit",
                               "list-add",
                               "list-remove",
                               "view-filter",
                               "document-import",
                               "document-export",
                               "document-save",
                               "document-preview",
                               "view-list-details",
                               "map-flat",
                               "zoom-fit-best",
                               "view-calendar",
                               "view-calendar-upcoming-events",
                               "object-locked",
                               "network-server",
                               "view-certificate",
                               "overflow-menu",
                               "help-contents",
                               "draw-arrow",
                               "draw-circle",
                               "draw-text"};

QImage drawn(const QIcon &icon, QIcon::Mode mode = QIcon::Normal, int size = 22)
{
    return icon.pixmap(QSize(size, size), 1.0, mode).toImage().convertToFormat(QImage::Format_ARGB32);
}

int inked(const QImage &image, const QColor &colour)
{
    int n = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor p = image.pixelColor(x, y);
            n += p.alpha() > 250 && std::abs(p.red() - colour.red()) < 3 && std::abs(p.green() - colour.green()) < 3 &&
                         std::abs(p.blue() - colour.blue()) < 3
                     ? 1
                     : 0;
        }
    }
    return n;
}

TEST(Icons, everyNameOfTheDesignIsThereAndReadable)
{
    for (const auto &names : {std::vector<const char *>(std::begin(kOwn), std::end(kOwn)),
                              std::vector<const char *>(std::begin(kBreeze), std::end(kBreeze))}) {
        for (const char *name : names) {
            const auto svg = iconSource(QString::fromLatin1(name), 16);
            ASSERT_TRUE(svg) << name;
            EXPECT_TRUE(QSvgRenderer(*svg).isValid()) << name;
            EXPECT_TRUE(svg->contains("currentColor")) << name << " would not take the theme's colour";
        }
    }
    EXPECT_FALSE(iconSource(QStringLiteral("no-such-icon"), 16));
}

TEST(Icons, takeTheThemesColourAndChangeWithIt)
{
    const QIcon task = icon(QStringLiteral("view-task"));
    EXPECT_GT(inked(drawn(task), Theme().colour(Colour::Text)), 20);
    EXPECT_GT(inked(drawn(task, QIcon::Disabled), Theme().colour(Colour::Text3)), 20);
    test::ThemeGuard guard(ColourScheme::Dark, Language::English);
    EXPECT_GT(inked(drawn(task), currentTheme().colour(Colour::Text)), 20);
    EXPECT_EQ(inked(drawn(task), Theme().colour(Colour::Text)), 0);
    EXPECT_GT(inked(drawn(icon(QStringLiteral("check-disc"), Status::Ok)), currentTheme().status(Status::Ok).text), 40);
}

TEST(Icons, arrowsOfDirectionAreMirroredInUrduAndClocksAreNot)
{
    const QImage back = drawn(icon(QStringLiteral("go-previous")));
    const QImage clock = drawn(icon(QStringLiteral("clock")));
    test::ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    EXPECT_NE(drawn(icon(QStringLiteral("go-previous"))), back);
    EXPECT_EQ(drawn(icon(QStringLiteral("clock"))), clock);
}

TEST(Icons, statusShapesDifferWithoutColour)
{
    QList<QImage> shapes;
    for (const char *name : {"check-disc", "octagon-cross", "triangle", "half-disc", "dashed-ring", "ring",
                             "minus-ring", "person", "eye", "ribbon", "clock"}) {
        const QImage shape = drawn(icon(QString::fromLatin1(name)), QIcon::Normal, 14);
        for (const QImage &other : std::as_const(shapes)) {
            int different = 0;
            for (int y = 0; y < 14; ++y) {
                for (int x = 0; x < 14; ++x)
                    different +=
                        std::abs(shape.pixelColor(x, y).alpha() - other.pixelColor(x, y).alpha()) > 100 ? 1 : 0;
            }
            EXPECT_GT(different, 8) << name;
        }
        shapes.append(shape);
    }
}

} // namespace
} // namespace markaz::ui
