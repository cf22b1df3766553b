// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/photofacts.h"

#include "core/domain/evidence.h"
#include "core/support/clock.h"
#include "tests/support/sampleexif.h"
#include "tests/support/samplefiles.h"

#include <QBuffer>

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;

namespace {

PhotoFacts read(QByteArray bytes)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    return readPhotoFacts(file);
}

PhotoFacts read(const SampleExif &exif)
{
    return read(exif.in(jpegHead("sample")));
}

QString takenIn(const SampleExif &exif)
{
    const PhotoFacts facts = read(exif);
    return facts.takenAt.isValid() ? toIso(facts.takenAt) : QString();
}

const QByteArray kTaken("2026:11:23 14:05:09");

} // namespace

TEST(PhotoFacts, timeWithItsOffset_isUtc)
{
    EXPECT_EQ(takenIn({.taken = kTaken, .offset = "+05:00"}), QStringLiteral("2026-11-23T09:05:09.000Z"));
    EXPECT_EQ(takenIn({.taken = kTaken, .offset = "-03:30"}), QStringLiteral("2026-11-23T17:35:09.000Z"));
    EXPECT_EQ(takenIn({.taken = kTaken, .offset = "+05:00", .bigEndian = false}),
              QStringLiteral("2026-11-23T09:05:09.000Z"));
}

TEST(PhotoFacts, timeWithoutOffset_isOneOfPakistan)
{
    for (const char *offset : {"", "late", "+99:00"})
        EXPECT_EQ(takenIn({.taken = kTaken, .offset = offset}), QStringLiteral("2026-11-23T09:05:09.000Z")) << offset;
}

TEST(PhotoFacts, timeThatIsNone_isNotMadeUp)
{
    for (const char *taken : {"0000:00:00 00:00:00", "    :  :     :  :  ", "2026:13:23 14:05:09", "yesterday",
                              "1904:01:01 00:00:00", "2026-11-23T14:05:09"})
        EXPECT_EQ(takenIn({.taken = taken}), QString()) << taken;
}

TEST(PhotoFacts, position_ofEachQuarterOfTheGlobe)
{
    for (const auto &[latitude, longitude] : {std::pair{31.5204, 74.3587}, std::pair{-33.8688, 151.2093},
                                              std::pair{51.5074, -0.1278}, std::pair{-22.9, -43.2}}) {
        const auto position = read({.latitude = latitude, .longitude = longitude, .errorM = 6}).position;
        ASSERT_TRUE(position.has_value()) << latitude;
        EXPECT_NEAR(static_cast<double>(position->latitudeE6()), latitude * 1e6, 1);
        EXPECT_NEAR(static_cast<double>(position->longitudeE6()), longitude * 1e6, 1);
        EXPECT_EQ(position->accuracyM(), 6);
    }
    EXPECT_EQ(read({.latitude = 31.5, .longitude = 74.3}).position->accuracyM(), 0) << "not known";
}

TEST(PhotoFacts, positionThatIsNone_isNotMadeUp)
{
    EXPECT_FALSE(read({.latitude = 31.5}).position);
    EXPECT_FALSE(read({.longitude = 74.3}).position);
    EXPECT_FALSE(read({.latitude = 0.0, .longitude = 0.0}).position) << "a receiver without a fix";
    EXPECT_FALSE(read({.latitude = 91.5, .longitude = 74.3}).position);
    EXPECT_FALSE(read({.latitude = 31.5, .longitude = 74.3, .status = "V"}).position);
    EXPECT_TRUE(read({.latitude = 31.5, .longitude = 74.3, .status = "A"}).position);
}

TEST(PhotoFacts, otherFiles_haveNone)
{
    const SampleExif exif{.taken = kTaken, .latitude = 31.5, .longitude = 74.3};
    EXPECT_TRUE(read(exif).takenAt.isValid());
    for (const QByteArray &bytes : {jpegHead("sample"), QByteArray(), QByteArray("%PDF-1.7"), exif.segment(),
                                    QByteArray("\x89PNG\r\n\x1a\n", 8) + exif.segment()}) {
        const PhotoFacts facts = read(bytes);
        EXPECT_FALSE(facts.takenAt.isValid() || facts.position) << bytes.toHex().constData();
    }
    // Behind the pixels it is data of something else.
    const PhotoFacts behind = read(jpegHead("sample") + exif.segment());
    EXPECT_FALSE(behind.takenAt.isValid() || behind.position);
}

TEST(PhotoFacts, eachByteCutOrFlipped_isTakenCalmly)
{
    const QByteArray whole =
        SampleExif{.taken = kTaken, .offset = "+05:00", .latitude = 31.5, .longitude = 74.3, .errorM = 6}.in(
            jpegHead("sample"));
    for (qsizetype i = 0; i < whole.size(); ++i) {
        read(whole.left(i));
        for (const int mask : {0x01, 0x80, 0xff}) {
            QByteArray flipped = whole;
            flipped[i] = static_cast<char>(flipped.at(i) ^ mask);
            const PhotoFacts facts = read(flipped);
            EXPECT_TRUE(!facts.position || std::abs(facts.position->latitudeE6()) <= 90'000'000);
        }
    }
}

TEST(Position, isBeyond_allowsForWhatBothMayBeWrongBy)
{
    const Position site = Position::make(31'520'400, 74'358'700, 20).value();
    // 0.01 degrees of latitude are 1,112 m on this sphere.
    EXPECT_TRUE(site.isBeyond(evidence::kElsewhereM, Position::make(31'530'400, 74'358'700).value()));
    EXPECT_FALSE(site.isBeyond(evidence::kElsewhereM, Position::make(31'530'400, 74'358'700, 600).value()));
    EXPECT_FALSE(site.isBeyond(evidence::kElsewhereM, Position::make(31'524'400, 74'358'700).value()));
}
