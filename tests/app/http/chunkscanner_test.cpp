// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/chunkscanner.h"

#include <QByteArray>

#include <gtest/gtest.h>

#include <utility>

namespace markaz::server {
namespace {

using Verdict = ChunkScanner::Verdict;
using Outcome = std::pair<Verdict, qsizetype>; // and how many bytes were passed

Outcome scanned(const QByteArray &bytes, quint64 mostBytes = 100)
{
    ChunkScanner atOnce(mostBytes);
    const qsizetype passed = atOnce.scan(bytes);
    ChunkScanner slowly(mostBytes);
    qsizetype together = 0;
    for (const char c : bytes)
        together += slowly.scan(QByteArrayView(&c, 1));
    EXPECT_EQ(together, passed) << "it makes no difference how they come";
    EXPECT_EQ(slowly.verdict(), atOnce.verdict());
    return {atOnce.verdict(), passed};
}

TEST(ChunkScanner, whole_endsBehindItsEmptyLine)
{
    EXPECT_EQ(scanned("0\r\n\r\nGET"), Outcome(Verdict::Complete, 5));
    EXPECT_EQ(scanned("A\r\n0123456789\r\n0\r\n\r\n"), Outcome(Verdict::Complete, 20));
    EXPECT_EQ(scanned("1;a=b; c=\"\\\"\xC3\t\";d\r\nx\r\n00;e\r\nX: 1\r\nY: 2\r\n\r\n"),
              Outcome(Verdict::Complete, 42));
}

TEST(ChunkScanner, bytesTogether_boundIsIncluded)
{
    EXPECT_EQ(scanned("2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n", 5).first, Verdict::Complete);
    EXPECT_EQ(scanned("2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n", 4), Outcome(Verdict::TooLarge, 9));
    EXPECT_EQ(scanned("ffffffffffffffff\r\n"), Outcome(Verdict::TooLarge, 17));
}

TEST(ChunkScanner, malformed_stopsAtTheByte)
{
    EXPECT_EQ(scanned("\r\n"), Outcome(Verdict::Malformed, 0));
    EXPECT_EQ(scanned("2\nab"), Outcome(Verdict::Malformed, 1));
    EXPECT_EQ(scanned("2x\r\nab"), Outcome(Verdict::Malformed, 1));
    EXPECT_EQ(scanned("2\r\nabc\r\n"), Outcome(Verdict::Malformed, 5));
    EXPECT_EQ(scanned("2;a=\"\n\"\r\nab"), Outcome(Verdict::Malformed, 5));
    EXPECT_EQ(scanned("2;a=\"\r\nab"), Outcome(Verdict::Malformed, 5)) << "a quoted value ends on its line";
    EXPECT_EQ(scanned("2;a\rb"), Outcome(Verdict::Malformed, 4));
    EXPECT_EQ(scanned("00000000000000001\r\n"), Outcome(Verdict::Malformed, 16));
    EXPECT_EQ(scanned("0\r\nX: \x7f"), Outcome(Verdict::Malformed, 6));
}

} // namespace
} // namespace markaz::server
