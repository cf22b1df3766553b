// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A form as large as they come.
#include "core/standard/xlsx/standardfile.h"

#include "tests/support/xlsx/formmaker.h"

#include <gtest/gtest.h>

namespace markaz {
namespace {

using namespace samples;

TEST(XlsForm, tenThousandRows_areReadWhole)
{
    QList<MadeSheet> form = smallForm();
    for (const char *section : {"B", "C", "D", "E"}) {
        form[0].append({"begin_group", section, "Section", "حصہ"});
        for (int item = 1; item <= 85; ++item) {
            const QString code = QStringLiteral("%1-%2").arg(QLatin1String(section)).arg(item, 2, 10, QLatin1Char('0'));
            const QString list = QStringLiteral("of_%1").arg(code);
            form[0].append(
                {QStringLiteral("select_one %1").arg(list), code, "Which?", "کون سا؟", "Look", "دیکھیں", "", "", "0"});
            for (int option = 1; option <= 30; ++option)
                form[1].append({list, QStringLiteral("o%1").arg(option), "One", "ایک", QString::number(option + 1)});
        }
        form[0].append({"end_group"});
    }
    ASSERT_GT(form[1].rows.size(), 10'000);
    const StandardReading reading = readStandardFile(workbookOf(form));
    for (const StandardFault &fault : reading.faults)
        ADD_FAILURE() << qPrintable(fault.sheet) << ':' << fault.row << ": " << qPrintable(fault.reason.english());
    ASSERT_TRUE(reading.standard);
    EXPECT_TRUE(reading.notes.isEmpty());
    const QList<Item> &items = reading.standard->items();
    ASSERT_EQ(items.size(), 4 + 4 * 85);
    EXPECT_EQ(items.last().code, QStringLiteral("E-85"));
    for (int index = 4; index < items.size(); ++index) {
        ASSERT_EQ(items.at(index).options.size(), 30) << qPrintable(items.at(index).code);
        EXPECT_EQ(items.at(index).options.first().creditBp, 200) << qPrintable(items.at(index).code);
        EXPECT_EQ(items.at(index).options.last().creditBp, 3100) << qPrintable(items.at(index).code);
    }
}

} // namespace
} // namespace markaz
