// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/paths.h"
#include "tests/ui/support/deskfixture.h"
#include "tests/ui/support/looks.h"
#include "ui/mainwindow.h"

#include <QDir>

namespace markaz::ui::test {

/// A page's picture at 1366x690 under build/<preset>/gallery, as page-PAGE-LOOK.png, and the checks of looks.h.
inline void checkPicture(MainWindow &window, const QString &page, const char *look)
{
    window.resize(1366, 690);
    settle();
    // A label that wraps asks for its height once it knows its width.
    const bool laidOut = QTest::qWaitFor([&window] { return cutParts(window).isEmpty(); });
    window.grab(); // lays out what nothing has asked for yet
    settle();      // and what follows that, as a person sees it
    EXPECT_LE(window.minimumSizeHint().width(), 1366) << qPrintable(page);
    EXPECT_LE(window.minimumSizeHint().height(), 690) << qPrintable(page);
    EXPECT_TRUE(showsWhole(window)) << qPrintable(page);
    const QString folder = markaz::test::buildPath(QStringLiteral("gallery"));
    QDir().mkpath(folder);
    const QString file = QStringLiteral("%1/page-%2-%3.png").arg(folder, page, QLatin1String(look));
    EXPECT_TRUE(window.grab().save(file)) << qPrintable(file);
    const QStringList cut = cutParts(window);
    EXPECT_TRUE(laidOut && cut.isEmpty()) << qPrintable(page) << '\n' << qPrintable(cut.join(QLatin1Char('\n')));
    const QStringList guessing = guessingLabels(window);
    EXPECT_TRUE(guessing.isEmpty()) << qPrintable(page) << '\n' << qPrintable(guessing.join(QLatin1Char('\n')));
    const QStringList nameless = namelessParts(window);
    EXPECT_TRUE(nameless.isEmpty()) << qPrintable(page) << '\n' << qPrintable(nameless.join(QLatin1Char('\n')));
}

} // namespace markaz::ui::test
