// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/messages.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::protocol;

namespace {

QByteArray nested(int depth) // {"a":{"a":...1}} with `depth` objects
{
    return QByteArray("{\"a\":").repeated(depth) + '1' + QByteArray("}").repeated(depth);
}

ErrorCode codeOf(const QByteArray &body, qint64 max = kMaxBody)
{
    const auto parsed = parseBody(body, max);
    return parsed ? ErrorCode::Internal : parsed.error().code;
}

} // namespace

TEST(ParseBody, depth_upToTheLimitIsTaken)
{
    EXPECT_TRUE(parseBody(nested(kMaxDepth)));
    EXPECT_EQ(codeOf(nested(kMaxDepth + 1)), ErrorCode::TooLarge);
}

TEST(ParseBody, depth_listsCountLikeObjects)
{
    const auto mixed = [](int lists) {
        return "{\"a\":" + QByteArray("[").repeated(lists) + QByteArray("]").repeated(lists) + '}';
    };
    EXPECT_TRUE(parseBody(mixed(kMaxDepth - 1)));
    EXPECT_EQ(codeOf(mixed(kMaxDepth)), ErrorCode::TooLarge);
}

TEST(ParseBody, depth_bombIsRefusedBeforeParsing)
{
    // No closing bracket and no JSON: only a count of the opening ones can say TooLarge here.
    EXPECT_EQ(codeOf(QByteArray("[").repeated(kMaxBody)), ErrorCode::TooLarge);
    EXPECT_EQ(codeOf(QByteArray("{\"a\":").repeated(kMaxBody / 5)), ErrorCode::TooLarge);
}

TEST(ParseBody, depth_bracketsInStringsDoNotCount)
{
    EXPECT_TRUE(parseBody("{\"a\": \"" + QByteArray("[{").repeated(100) + "\"}"));
    EXPECT_TRUE(parseBody("{\"a\": \"\\\"" + QByteArray("[").repeated(100) + "\"}")) << "an escaped quotation mark";
    EXPECT_EQ(codeOf("{\"a\": \"\\\\\", \"b\": " + QByteArray("[").repeated(100) + QByteArray("]").repeated(100) + "}"),
              ErrorCode::TooLarge)
        << "an escaped backslash ends no escape of the quotation mark";
}

TEST(ParseBody, depth_siblingsDoNotAddUp)
{
    QByteArray flat = "{\"a\":[";
    for (int i = 0; i < 1000; ++i)
        flat += i == 0 ? "{}" : ",{}";
    EXPECT_TRUE(parseBody(flat + "]}"));
}

TEST(ParseBody, size_isBounded)
{
    const QByteArray body = "{\"a\":\"" + QByteArray(100, 'x') + "\"}";
    EXPECT_TRUE(parseBody(body, body.size()));
    EXPECT_EQ(codeOf(body, body.size() - 1), ErrorCode::TooLarge);
}

TEST(ParseBody, notAnObject_isMalformed)
{
    const QByteArrayList bodies{"", "[]", "7", "null", "{", "{\"a\":1,}", "{} x", "<html></html>", "{\"a\":\"\xff\"}"};
    for (const QByteArray &body : bodies)
        EXPECT_EQ(codeOf(body), ErrorCode::Malformed) << body.constData();
}
