// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/files.h"

#include <gtest/gtest.h>

namespace markaz::protocol::files {
namespace {

TEST(Files, metadata_isTheTusForm)
{
    const Metadata metadata{{"sha256", "abc"}, {"filename", "پرانی مل.jpg"}, {"empty", ""}};
    EXPECT_EQ(encodeMetadata({{"filename", "world_domination_plan.pdf"}, {"is_confidential", ""}}),
              "filename d29ybGRfZG9taW5hdGlvbl9wbGFuLnBkZg==,is_confidential"); // the specification's own example
    const auto back = decodeMetadata(encodeMetadata(metadata));
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(*back, metadata);
    EXPECT_EQ(decodeMetadata("a YQ==, b Yg==").value(), (Metadata{{"a", "a"}, {"b", "b"}}));
    EXPECT_TRUE(decodeMetadata("").value().isEmpty());
}

TEST(Files, metadataThatIsNone_isRefused)
{
    for (const char *text : {"a YQ==,", ",a YQ==", "a YQ=", "a Y Q==", "a YQ==,a Yg==", "a !!!!",
                             "a YR==", "\xd9\x85 YQ==", "a  YQ==", "a YQ==\x01"})
        EXPECT_EQ(decodeMetadata(text).error().code, ErrorCode::Malformed) << text;
}

TEST(Files, checksum_isTheTusForm)
{
    const auto hello = decodeChecksum("sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0="); // the specification's own example
    ASSERT_TRUE(hello.ok());
    EXPECT_EQ(hello->algorithm, ChecksumAlgorithm::Sha1);
    EXPECT_EQ(hello->digest.toHex(), "2aae6c35c94fcfb415dbe95f408b9ce91ee846ed");
    const Checksum longer{ChecksumAlgorithm::Sha256, QByteArray(32, 'x')};
    EXPECT_EQ(decodeChecksum(encodeChecksum(longer)).value().digest, longer.digest);
    EXPECT_EQ(encodeChecksum(*hello), "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=");
}

TEST(Files, checksumThatIsNone_isRefused)
{
    for (const char *text :
         {"", "sha1", "sha1 ", " Kq5sNclPz7QV2+lfQIuc6R7oRu0=", "sha1 Kq5s", "sha256 Kq5sNclPz7QV2+lfQIuc6R7oRu0="})
        EXPECT_EQ(decodeChecksum(text).error().code, ErrorCode::Malformed) << text;
    EXPECT_EQ(decodeChecksum("md5 XUFAKrxLKna5cZ2REBfFkg==").error().code, ErrorCode::InvalidValue);
}

} // namespace
} // namespace markaz::protocol::files
