// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/requesthead.h"

#include <gtest/gtest.h>

#include <cstring>

namespace markaz::server {
namespace {

QString pathOf(const char *target)
{
    const Result<RequestTarget> parsed = parseTarget(target);
    return parsed ? parsed->path : QStringLiteral("refused: ") + parsed.error().detail;
}

TEST(RequestTarget, path_isDecodedExactlyOnce)
{
    EXPECT_EQ(pathOf("/"), QLatin1String("/"));
    EXPECT_EQ(pathOf("/api/v1/changes?cursor=a"), QLatin1String("/api/v1/changes"));
    EXPECT_EQ(pathOf("/a%20b/"), QLatin1String("/a b/"));
    EXPECT_EQ(pathOf("/%2541"), QLatin1String("/%41"));
    EXPECT_EQ(pathOf("/%D9%84"), QStringLiteral("/\u0644"));
}

TEST(RequestTarget, query_keepsItsItems)
{
    const Result<RequestTarget> parsed = parseTarget("/x?cursor=a%26b&limit=5&empty=");
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(parsed->query.queryItemValue(QStringLiteral("cursor"), QUrl::FullyDecoded), QLatin1String("a&b"));
    EXPECT_EQ(parsed->query.queryItemValue(QStringLiteral("limit")), QLatin1String("5"));
    EXPECT_TRUE(parsed->query.hasQueryItem(QStringLiteral("empty")));
}

class BadTarget : public testing::TestWithParam<const char *>
{
};

TEST_P(BadTarget, anything_isRefused)
{
    const Result<RequestTarget> parsed = parseTarget(GetParam());
    ASSERT_FALSE(parsed.ok()) << GetParam();
    EXPECT_EQ(parsed.error().code, ErrorCode::InvalidValue);
}

INSTANTIATE_TEST_SUITE_P(Corpus, BadTarget,
                         testing::Values("*", "x", "http://other/x", "//x", "/a//b", "/.", "/..", "/a/../b", "/a/./b",
                                         "/a/..", "/%2e%2e/x", "/%2E", "/a%2fb", "/a%2Fb", "/a\\b", "/a%5cb", "/%",
                                         "/%4", "/%zz", "/%00", "/%0a", "/%7f", "/%ff", "/%c0%ae", "/%ed%a0%80", "/a#b",
                                         "/\xC3\xA4", "/x?%0", "/x?a=%00", "/x?%ff", "/x?a\"#b"));

HeadScanner::State scanOf(QByteArrayView bytes)
{
    return HeadScanner().scan(bytes);
}

TEST(HeadScanner, head_endsAtItsEmptyLineWhereverThePiecesAreCut)
{
    const QByteArray bytes = "GET / HTTP/1.1\r\nHost: x\r\n\r\nrest";
    for (qsizetype cut = 0; cut < bytes.size() - 4; ++cut) {
        HeadScanner scanner;
        scanner.scan(QByteArrayView(bytes).first(cut));
        EXPECT_EQ(scanner.scan(bytes), HeadScanner::State::Complete) << cut;
        EXPECT_EQ(scanner.size(), bytes.size() - 4) << cut;
    }
}

TEST(HeadScanner, lineEnds_mustBeWhole)
{
    EXPECT_EQ(scanOf("GET / HTTP/1.1\n"), HeadScanner::State::Malformed);
    EXPECT_EQ(scanOf("GET / HTTP/1.1\rX"), HeadScanner::State::Malformed);
    EXPECT_EQ(scanOf("GET / HTTP/1.1\r\r\n"), HeadScanner::State::Malformed);
    EXPECT_EQ(scanOf("\r\n"), HeadScanner::State::Malformed);
    EXPECT_EQ(scanOf("\n"), HeadScanner::State::Malformed);
    EXPECT_EQ(scanOf(QByteArrayView("GET /\0", 6)), HeadScanner::State::Malformed);
    EXPECT_EQ(scanOf("GET / HTTP/1.1\r"), HeadScanner::State::More);
    EXPECT_EQ(scanOf("\x16\x03\x01"), HeadScanner::State::More); // TLS on a plain port, until its first NUL
}

ParsedHead parsed(const QByteArray &fields, const QByteArray &line = "GET / HTTP/1.1")
{
    return parseHead(line + "\r\n" + fields + "\r\n", HttpLimits());
}

TEST(RequestHead, fields_areTrimmedAndLowerCased)
{
    const ParsedHead head = parsed("HoSt:\t x \t\r\nAccept: a\r\naccept: b\r\nX-Empty:\r\n");
    ASSERT_FALSE(head.refusal.has_value());
    EXPECT_EQ(head.head.headers.value("host"), "x");
    EXPECT_EQ(head.head.headers.value("accept"), "a, b");
    EXPECT_EQ(head.head.headers.value("x-empty"), "");
}

TEST(RequestHead, keepAlive_followsVersionAndConnection)
{
    EXPECT_TRUE(parsed("Host: x\r\n").head.keepAlive);
    EXPECT_FALSE(parsed("Host: x\r\nConnection: foo, Close\r\n").head.keepAlive);
    EXPECT_FALSE(parsed("", "GET / HTTP/1.0").head.keepAlive);
    EXPECT_TRUE(parsed("Connection: keep-alive\r\n", "GET / HTTP/1.0").head.keepAlive);
}

TEST(RequestHead, refusal_stillHandsOverWhatWasUnderstood)
{
    const ParsedHead head = parsed("Host: x\r\nMarkaz-Nonce: n1\r\nContent-Length: 99999999\r\n", "POST / HTTP/1.1");
    ASSERT_TRUE(head.refusal.has_value());
    EXPECT_EQ(head.refusal->status, 413);
    EXPECT_EQ(head.head.headers.value("markaz-nonce"), "n1");
}

} // namespace
} // namespace markaz::server
