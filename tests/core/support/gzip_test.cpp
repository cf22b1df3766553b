// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/gzip.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

using namespace markaz;

namespace {

constexpr qsizetype kEnough = 1024LL * 1024;

ErrorCode failure(const Result<QByteArray> &result)
{
    EXPECT_FALSE(result.ok());
    return result ? ErrorCode::Internal : result.error().code;
}

/// Bytes that hardly compress, so that bounds of ratio do not come into play.
QByteArray noise(int size)
{
    QByteArray bytes;
    quint32 state = 12345;
    for (int i = 0; i < size; ++i) {
        state = state * 1664525U + 1013904223U;
        bytes.append(static_cast<char>(state >> 24));
    }
    return bytes;
}

} // namespace

RC_GTEST_PROP(GzipProperty, packedAndInflated_isTheSame, (const std::string &text))
{
    const QByteArray plain = QByteArray::fromStdString(text);
    auto back = gunzip(gzip(plain), kEnough, 2000);
    RC_ASSERT(back.ok());
    RC_ASSERT(*back == plain);
    auto backZlib = inflateZlib(deflateZlib(plain), kEnough, 2000);
    RC_ASSERT(backZlib.ok());
    RC_ASSERT(*backZlib == plain);
}

TEST(Gzip, container_isGzipAndZlibIsNot)
{
    EXPECT_TRUE(gzip("x").startsWith("\x1f\x8b"));
    EXPECT_EQ(failure(gunzip(deflateZlib("x"), kEnough)), ErrorCode::Malformed);
    EXPECT_EQ(failure(inflateZlib(gzip("x"), kEnough)), ErrorCode::Malformed);
}

TEST(Gzip, manyChunks_areInflatedWhole)
{
    const QByteArray plain = noise(200'000);
    auto back = gunzip(gzip(plain), kEnough);
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, plain);
}

TEST(Gzip, foreignWriter_isRead)
{
    // `printf hello | gzip -n`, as bytes.
    const QByteArray packed = QByteArray::fromHex("1f8b0800000000000003cb48cdc9c9070086a6103605000000");
    auto back = gunzip(packed, kEnough);
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, "hello");
}

TEST(Gzip, bomb_isCutOffAtTheRatio)
{
    const QByteArray bomb = gzip(QByteArray(50 * 1024 * 1024, '\0'));
    ASSERT_LT(bomb.size(), 60'000);
    EXPECT_EQ(failure(gunzip(bomb, 100 * kEnough)), ErrorCode::TooLarge);
    EXPECT_EQ(failure(inflateZlib(deflateZlib(QByteArray(1024 * 1024, '\0')), 100 * kEnough)), ErrorCode::TooLarge);
}

TEST(Gzip, sizeBound_isMetExactly)
{
    const QByteArray plain = noise(20'000);
    const QByteArray packed = gzip(plain);
    EXPECT_TRUE(gunzip(packed, 20'000).ok());
    EXPECT_EQ(failure(gunzip(packed, 19'999)), ErrorCode::TooLarge);
}

TEST(Gzip, cutAtEachByte_isNeverTakenForWhole)
{
    const QByteArray packed = gzip(noise(300) + "and some text that compresses, that compresses, that compresses");
    for (qsizetype size = 0; size < packed.size(); ++size)
        EXPECT_EQ(failure(gunzip(packed.left(size), kEnough)), ErrorCode::Malformed) << size;
}

TEST(Gzip, bytesAfterTheEnd_areRefused)
{
    EXPECT_EQ(failure(gunzip(gzip("one") + 'x', kEnough)), ErrorCode::Malformed);
    EXPECT_EQ(failure(gunzip(gzip("one") + gzip("two"), kEnough)), ErrorCode::Malformed);
}

TEST(Gzip, flippedBit_neverGivesOtherContent)
{
    const QByteArray plain = "Old textile mill, 4,000 sq ft, Lahore";
    const QByteArray packed = gzip(plain);
    // From the compressed data on: the ten bytes of the header hold no content.
    for (qsizetype at = 10; at < packed.size(); ++at) {
        QByteArray flipped = packed;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        auto result = gunzip(flipped, kEnough);
        EXPECT_TRUE(!result || *result == plain) << at; // the last byte of the data has unused bits
    }
}

TEST(Gzip, whatIsNothingOfTheKind_isMalformed)
{
    EXPECT_EQ(failure(gunzip({}, kEnough)), ErrorCode::Malformed);
    EXPECT_EQ(failure(gunzip("{\"changes\": []}", kEnough)), ErrorCode::Malformed);
}
