// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/messages.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::protocol;

namespace {

const QByteArray kItem =
    R"({"seq":1,"entity":"owner","id":"01900000-0000-7000-8000-000000000001","rev":3,"kind":"put")";

QByteArray page(const QByteArray &changes)
{
    return R"({"cursor":"c","history":"h","changes":[)" + changes + "]}";
}

/// The place of the error, or what it says when it has none.
QString placeOf(const QByteArray &body)
{
    const auto read = readPullReply(body);
    if (read)
        return QStringLiteral("read");
    return read.error().where.isEmpty() ? read.error().detail : read.error().where;
}

} // namespace

TEST(PullReply, data_comesAsCompactTextWithEveryMember)
{
    const auto read = readPullReply(page(
        kItem +
        ", \"data\" : { \"name\" : \"A \\\"mill\\\" \\u0627\" ,\n \"list\": [ 1, -2, 3.5, null ] , \"x\": {} } }"));
    ASSERT_TRUE(read) << qPrintable(read.error().detail);
    ASSERT_EQ(read->changes.size(), 1);
    EXPECT_EQ(read->changes.first().data,
              QByteArray("{\"name\":\"A \\\"mill\\\" \xd8\xa7\",\"list\":[1,-2,3.5,null],\"x\":{}}"));
    EXPECT_EQ(read->changes.first().fields().value(QStringLiteral("name")).toString(),
              QStringLiteral("A \"mill\" \u0627"));
}

TEST(PullReply, errors_nameTheirPath)
{
    EXPECT_EQ(placeOf(page(kItem + "}")), QStringLiteral("changes[0].data"));
    EXPECT_EQ(placeOf(page(kItem + ",\"data\":[]}")), QStringLiteral("changes[0].data"));
    EXPECT_EQ(placeOf(page(kItem + ",\"data\":{}},7")), QStringLiteral("changes[1]"));
    EXPECT_EQ(placeOf(page(R"({"seq":1})")), QStringLiteral("changes[0].entity"));
    EXPECT_EQ(placeOf(R"({"cursor":"c","history":"h"})"), QStringLiteral("changes"));
    EXPECT_EQ(placeOf(R"({"cursor":"c","history":"h","changes":{}})"), QStringLiteral("changes"));
    EXPECT_EQ(placeOf(R"({"history":"h","changes":[]})"), QStringLiteral("cursor"));
    EXPECT_EQ(placeOf(R"({"cursor":"c","history":"h","digest":{"PK-PB":1},"changes":[]})"),
              QStringLiteral("digest.PK-PB"));
}

TEST(PullReply, cutAnywhere_isMalformed)
{
    const QByteArray whole = page(kItem + R"(,"data":{"name":"A","answers":{"C-02":{"value":"yes"}}}})");
    ASSERT_TRUE(readPullReply(whole));
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const auto read = readPullReply(whole.left(i));
        ASSERT_FALSE(read) << i;
        EXPECT_EQ(read.error().code, ErrorCode::Malformed) << i;
    }
    EXPECT_EQ(readPullReply(whole + "x").error().code, ErrorCode::Malformed);
    EXPECT_EQ(readPullReply("[]").error().code, ErrorCode::Malformed);
    EXPECT_EQ(readPullReply(page(kItem + ",\"data\":{\"name\":\"\xff\"}}")).error().code, ErrorCode::Malformed);
}

TEST(PullReply, limits_holdAsForEveryBody)
{
    // Three levels stand around the data: the page, the list, the record.
    const auto nested = [](int depth) {
        return page(kItem + ",\"data\":{\"x\":" + QByteArray(depth - 4, '[') + QByteArray(depth - 4, ']') + "}}");
    };
    EXPECT_TRUE(readPullReply(nested(kMaxDepth)));
    EXPECT_EQ(readPullReply(nested(kMaxDepth + 1)).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(readPullReply(nested(5'000)).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(readPullReply(QByteArray(kMaxReply + 1, ' ')).error().code, ErrorCode::TooLarge);
}
