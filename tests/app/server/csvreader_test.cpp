// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/import/csvreader.h"

#include <gtest/gtest.h>

namespace markaz::server {
namespace {

TEST(CsvReader, quotedCells_keepCommasQuotesAndLineEnds)
{
    const auto rows = readCsv("a,b\r\n\"1,2\",\"say \"\"yes\"\"\nagain\"\nx,\n");
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 3);
    EXPECT_EQ(rows->at(1).cells, (QStringList{QStringLiteral("1,2"), QStringLiteral("say \"yes\"\nagain")}));
    EXPECT_EQ(rows->at(1).line, 2);
    EXPECT_EQ(rows->at(2).line, 4) << "lines are the file's";
    EXPECT_EQ(rows->at(2).cells, (QStringList{QStringLiteral("x"), QString()}));
}

TEST(CsvReader, markAtTheStartAndSemicolons_areUnderstood)
{
    const auto rows = readCsv("\xEF\xBB\xBFname;city\nMill;Sialkot\n\n");
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 2);
    EXPECT_EQ(rows->at(0).cells, (QStringList{QStringLiteral("name"), QStringLiteral("city")}));
}

TEST(CsvReader, whatIsNoCsv_isRefusedWithItsLine)
{
    EXPECT_EQ(readCsv("a,b\n\"never closed").error().where, QStringLiteral("2"));
    EXPECT_EQ(readCsv("a,b\nc,d\"e\n").error().where, QStringLiteral("2"));
    EXPECT_EQ(readCsv("a,b\n\"c\"d,e\n").error().where, QStringLiteral("2"));
    EXPECT_EQ(readCsv("a\nb\n\xC3\x28\n").error().where, QStringLiteral("3"));
    EXPECT_EQ(readCsv(QByteArray("a\n\0", 3)).error().code, ErrorCode::Malformed);
}

TEST(CsvReader, whatIsTooLarge_isRefused)
{
    const CsvLimits small{100, 2, 3, 10};
    EXPECT_EQ(readCsv(QByteArray(101, 'a'), small).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(readCsv("a\nb\nc\n", small).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(readCsv("1,2,3,4\n", small).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(readCsv("12345678901\n", small).error().code, ErrorCode::TooLarge);
}

} // namespace
} // namespace markaz::server
