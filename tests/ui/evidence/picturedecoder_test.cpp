// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What of foreign pictures reaches the decoders, and what does not.
#include "ui/widgets/evidence/picturedecoder.h"

#include <QBuffer>
#include <QImageWriter>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

QByteArray saved(const QSize &size, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkRed);
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    EXPECT_TRUE(image.save(&bytes, format)) << format;
    return bytes.data();
}

template <class... More>
QImage decoded(QByteArray bytes, const QSize &within, More... more)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    return decodePicture(file, within, more...);
}

/// With its first scan's header \p times more before it: scans without a bit, as the decoder takes them.
QByteArray withEmptyScans(QByteArray jpeg, int times)
{
    const qsizetype at = jpeg.indexOf("\xff\xda");
    const qsizetype length = 2 + static_cast<uchar>(jpeg.at(at + 3)); // the length's high byte is 0
    return jpeg.insert(at, jpeg.mid(at, length).repeated(times));
}

TEST(PictureDecoder, jpegAndPng_asLargeAsAskedFor)
{
    for (const char *format : {"JPG", "PNG"}) {
        SCOPED_TRACE(format);
        const QByteArray bytes = saved({400, 200}, format);
        EXPECT_EQ(decoded(bytes, {}).size(), QSize(400, 200));
        EXPECT_EQ(decoded(bytes, {100, 100}).size(), QSize(100, 50));
        EXPECT_EQ(decoded(bytes, {1000, 1000}).size(), QSize(400, 200)) << "nothing is blown up";
        EXPECT_GT(decoded(bytes, {100, 100}).pixelColor(50, 25).red(), 90);
    }
}

TEST(PictureDecoder, otherFormats_meetNoDecoder)
{
    const QByteArray svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'><rect width='4' height='3'/></svg>";
    for (const QByteArray &bytes :
         {svg, saved({4, 3}, "BMP"), saved({4, 3}, "PPM"), saved({4, 3}, "XPM"), saved({4, 3}, "ICO")}) {
        ASSERT_FALSE(QImage::fromData(bytes).isNull()) << "Qt has a decoder for it: " << bytes.left(4).toStdString();
        EXPECT_TRUE(decoded(bytes, {}).isNull()) << bytes.left(4).toStdString();
    }
}

TEST(PictureDecoder, pixels_boundIsIncluded)
{
    const QByteArray bytes = saved({100, 100}, "PNG");
    EXPECT_FALSE(decoded(bytes, {}, qint64(10'000)).isNull());
    EXPECT_TRUE(decoded(bytes, {}, qint64(9'999)).isNull());
}

TEST(PictureDecoder, fortyMegapixels_areTheMost)
{
    // A head may say anything. 8,000 x 5,000 are read, and grey where no bits came; one row more is not.
    QByteArray bytes = saved({16, 16}, "JPG");
    const qsizetype size = bytes.indexOf("\xff\xc0") + 5; // height, width
    bytes.replace(size, 4, QByteArray::fromHex("13881f40"));
    EXPECT_EQ(decoded(bytes, {80, 50}).size(), QSize(80, 50));
    bytes.replace(size, 4, QByteArray::fromHex("13891f40"));
    EXPECT_TRUE(decoded(bytes, {80, 50}).isNull());
}

TEST(PictureDecoder, scans_moreThanACameraWritesAreNotWalkedThrough)
{
    QImage image({64, 64}, QImage::Format_RGB32);
    image.fill(Qt::darkRed);
    QBuffer bytes;
    QImageWriter writer(&bytes, "jpeg");
    writer.setProgressiveScanWrite(true);
    ASSERT_TRUE(writer.write(image));
    const QByteArray jpeg = bytes.data();
    const int scans = static_cast<int>(jpeg.count("\xff\xda"));
    ASSERT_GT(scans, 1);
    EXPECT_EQ(decoded(jpeg, {}).size(), image.size());
    EXPECT_EQ(decoded(withEmptyScans(jpeg, 100 - scans), {}).size(), image.size()) << "100 in all";
    EXPECT_TRUE(decoded(withEmptyScans(jpeg, 101 - scans), {}).isNull());
}

TEST(PictureDecoder, scans_thoseOfAPictureWithinThePictureDoNotCount)
{
    QByteArray jpeg = saved({64, 64}, "JPG");
    const QByteArray inner = withEmptyScans(saved({8, 8}, "JPG"), 200);
    const qsizetype size = inner.size() + 2;
    const QByteArray length = QByteArray(1, static_cast<char>(size >> 8)) + QByteArray(1, static_cast<char>(size));
    jpeg.insert(2, "\xff\xe1" + length + inner);       // APP1, where cameras put their preview
    jpeg += withEmptyScans(saved({8, 8}, "JPG"), 200); // and behind the end, where telephones put a film
    EXPECT_EQ(decoded(jpeg, {}).size(), QSize(64, 64));
}

} // namespace
} // namespace markaz::ui
