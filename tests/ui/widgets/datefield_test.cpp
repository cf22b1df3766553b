// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar of a day's field.
#include "tests/ui/uitest.h"

#include "ui/widgets/datefield.h"

#include <QCalendarWidget>
#include <QLineEdit>
#include <QToolButton>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

TEST(DateField, theCalendar_speaksTheLanguageInUse_withLatinFigures)
{
    struct Case
    {
        Language language;
        QString month;
    };
    for (const Case &one :
         {Case{Language::English, QStringLiteral("November")}, Case{Language::Urdu, QStringLiteral("نومبر")}}) {
        const test::ThemeGuard guard(ColourScheme::Light, one.language);
        DateField field;
        field.setDate(QDate(2026, 11, 24));
        field.show();
        field.findChild<QToolButton *>()->click();
        auto *calendar = field.findChild<QCalendarWidget *>();
        ASSERT_NE(calendar, nullptr);
        EXPECT_EQ(calendar->findChild<QToolButton *>(QStringLiteral("qt_calendar_monthbutton"))->text(), one.month);
        EXPECT_EQ(calendar->findChild<QToolButton *>(QStringLiteral("qt_calendar_yearbutton"))->text(),
                  QStringLiteral("2026"));
        EXPECT_EQ(calendar->firstDayOfWeek(), Qt::Monday);
        Q_EMIT calendar->clicked(QDate(2026, 12, 3));
        EXPECT_EQ(field.date(), QDate(2026, 12, 3)) << qPrintable(field.text());
    }
}

} // namespace
} // namespace markaz::ui
