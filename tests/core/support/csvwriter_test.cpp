// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/csvwriter.h"

#include <gtest/gtest.h>

namespace markaz {
namespace {

QByteArray cell(const char *text)
{
    return csvRow({QString::fromUtf8(text)});
}

TEST(CsvWriter, cells_areQuotedWhereTheyMustBe)
{
    EXPECT_EQ(csvRow({QStringLiteral("plain"), QString(), QStringLiteral("a,b"), QStringLiteral("say \"so\"")}),
              "plain,,\"a,b\",\"say \"\"so\"\"\"\r\n");
    EXPECT_EQ(cell("two\nlines"), "\"two\nlines\"\r\n");
    EXPECT_EQ(cell("\xd9\x85\xd8\xb1\xda\xa9\xd8\xb2"), "\xd9\x85\xd8\xb1\xda\xa9\xd8\xb2\r\n");
}

TEST(CsvWriter, whatASpreadsheetTakesForAFormula_isNone)
{
    EXPECT_EQ(cell("=1+1"), "'=1+1\r\n");
    EXPECT_EQ(cell("+92"), "'+92\r\n");
    EXPECT_EQ(cell("-1"), "'-1\r\n");
    EXPECT_EQ(cell("@SUM(A1)"), "'@SUM(A1)\r\n");
    EXPECT_EQ(cell("\t=1"), "\"'\t=1\"\r\n");
    EXPECT_EQ(cell("\r=1"), "\"'\r=1\"\r\n");
    EXPECT_EQ(cell("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
    EXPECT_EQ(cell("a=b"), "a=b\r\n") << "inside a text it does nothing";
}

} // namespace
} // namespace markaz
