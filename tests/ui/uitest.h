// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QImage>
#include <QPixmap>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QWidget>

#include "ui/text/languageswitch.h"
#include "ui/widgets/theme.h"

/// Helpers of the ui tests. The main() that they share is uimain.cpp.
namespace markaz::ui::test {

/// Shows the widget as the active window and waits for it; its keyboard focus then works.
inline void present(QWidget &widget)
{
    widget.show();
    widget.activateWindow();
    if (!QTest::qWaitForWindowActive(&widget))
        qFatal("the window does not become active");
}

/// Changes theme and language for one test and puts them back.
class ThemeGuard
{
public:
    ThemeGuard(ColourScheme scheme, Language language)
        : m_switch(*qobject_cast<QApplication *>(QCoreApplication::instance()))
    {
        m_switch.set(language);
        applyTheme(app(), Theme(scheme, language));
    }
    ~ThemeGuard()
    {
        m_switch.set(Language::English);
        applyTheme(app(), Theme(ColourScheme::Light, Language::English));
    }
    ThemeGuard(const ThemeGuard &) = delete;
    ThemeGuard &operator=(const ThemeGuard &) = delete;

private:
    static QApplication &app() { return *qobject_cast<QApplication *>(QCoreApplication::instance()); }
    LanguageSwitch m_switch;
};

/// The picture of a widget at scale 1.
inline QImage pictureOf(QWidget &widget)
{
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// How many pixels of \p image have exactly this colour.
inline int count(const QImage &image, const QColor &colour)
{
    int n = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            n += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    }
    return n;
}

/// Whether the page shows without being scrolled as a whole.
inline bool showsWhole(QWidget &window)
{
    const auto *area = window.findChild<QScrollArea *>(QStringLiteral("pageArea"));
    return area == nullptr ||
           (area->horizontalScrollBar()->maximum() == 0 && area->verticalScrollBar()->maximum() == 0);
}

} // namespace markaz::ui::test
