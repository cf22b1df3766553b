// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/filehead.h"

#include <QBuffer>

#include <gtest/gtest.h>

using namespace markaz;

namespace {

Result<FileHead> read(QByteArray bytes, FileEnd end = FileEnd::Own)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    return readFileHead(file, end);
}

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

/// 640 wide, 480 high, by ITU-T T.81: SOI, an APP0 of 4 bytes, padding, SOF0, SOS, EOI.
const QByteArray kJpeg =
    hex("ffd8 ffe0 0004 4a46 ff ffc0 0011 08 01e0 0280 03 011100 021100 031100 ffda 0002 1234 ffd9");
/// 33 wide, 7 high, by the PNG specification.
const QByteArray kPng = hex("89504e470d0a1a0a 0000000d 49484452 00000021 00000007 08020000 00 00000000 "
                            "00000000 49454e44 ae426082");

} // namespace

TEST(FileHead, jpeg_sizeOfItsFrame)
{
    const auto head = read(kJpeg);
    ASSERT_TRUE(head.ok()) << qPrintable(head.error().detail);
    EXPECT_EQ(head->mediaType, QStringLiteral("image/jpeg"));
    EXPECT_EQ(head->width, 640);
    EXPECT_EQ(head->height, 480);
    EXPECT_EQ(head->pixels(), 307'200);
}

TEST(FileHead, png_sizeOfItsHeader)
{
    const auto head = read(kPng);
    ASSERT_TRUE(head.ok()) << qPrintable(head.error().detail);
    EXPECT_EQ(head->mediaType, QStringLiteral("image/png"));
    EXPECT_EQ(head->width, 33);
    EXPECT_EQ(head->height, 7);
}

TEST(FileHead, pdf_hasNoSize)
{
    const auto head = read("%PDF-1.7\nsample\n%%EOF\n");
    ASSERT_TRUE(head.ok());
    EXPECT_EQ(head->mediaType, QStringLiteral("application/pdf"));
    EXPECT_EQ(head->pixels(), 0);
}

TEST(FileHead, cutAtEachByte_isBrokenOrNoneOfThese)
{
    for (const QByteArray &whole : {kJpeg, kPng.chopped(4), QByteArray("%PDF-1.7\nsample\n%%EOF")}) {
        for (qsizetype length = 0; length < whole.size(); ++length)
            EXPECT_FALSE(read(whole.left(length)).ok()) << length << " of " << whole.size();
    }
}

/// A preview has an end of its own, and a picture without its own end is cut off wherever that stands.
TEST(FileHead, jpegWithAPreview_endsWithItsOwnPicture)
{
    const QByteArray preview = QByteArray("Exif\0\0", 6) + kJpeg;
    const auto length = static_cast<char>(preview.size() + 2);
    QByteArray photo = kJpeg;
    photo.insert(2, hex("ffe1 00") + length + preview);
    const auto whole = read(photo);
    ASSERT_TRUE(whole.ok()) << qPrintable(whole.error().detail);
    EXPECT_EQ(whole->scans, 1) << "those of the preview are another picture's";
    for (qsizetype size = 0; size < photo.size(); ++size)
        EXPECT_FALSE(read(photo.left(size)).ok()) << size << " of " << photo.size();
    EXPECT_TRUE(read(photo + "what a telephone puts behind it").ok());
    QByteArray late = photo.chopped(2) + QByteArray(300'000, 'x'); // across several blocks
    EXPECT_FALSE(read(late).ok());
    EXPECT_TRUE(read(late + hex("ffd9")).ok());
}

TEST(FileHead, jpegScans_arePassedOverWithWhatIsStuffedIntoThem)
{
    // Two scans; FF00 and a restart within the first, tables with FFD9 in their content between them.
    const QByteArray progressive =
        hex("ffd8 ffc2 0011 08 01e0 0280 03 011100 021100 031100 ffda 0002 12ff0034ffd356 ffc4 0006 ffd91122 "
            "ffff ffda 0002 77");
    EXPECT_FALSE(read(progressive).ok());
    const auto head = read(progressive + hex("ffd9"));
    ASSERT_TRUE(head.ok()) << qPrintable(head.error().detail);
    EXPECT_EQ(head->scans, 2);
    EXPECT_FALSE(read(hex("ffd8 ffc0 0011 08 01e0 0280 03 011100 021100 031100 ffd9")).ok()) << "no picture";
}

TEST(FileHead, pngChunks_areWalkedToTheLast)
{
    // IEND as words within the pixels is no end.
    const QByteArray cut = kPng.chopped(12) + hex("00000010 49444154") + QByteArray("\0\0\0\0IEND", 8);
    EXPECT_FALSE(read(cut).ok());
    EXPECT_TRUE(read(cut + QByteArray(12, 'x') + hex("00000000 49454e44 ae426082")).ok());
}

TEST(FileHead, pdf_endsAtItsEnd)
{
    const QByteArray firstPage = "%PDF-1.7\n1 0 obj<</Linearized 1>>endobj\nstartxref\n0\n%%EOF\n";
    const QByteArray rest = QByteArray(5000, 'x') + "\nstartxref\n63\n%%EOF";
    EXPECT_FALSE(read(firstPage).ok()) << "the end of its first page";
    EXPECT_FALSE(read((firstPage + rest).left(4000)).ok());
    EXPECT_TRUE(read(firstPage + rest).ok());
    EXPECT_TRUE(read(firstPage + rest + QByteArray(900, ' ')).ok()) << "where readers look";
    EXPECT_FALSE(read(firstPage + rest + QByteArray(1100, ' ')).ok());
}

/// What laptops before 2026-11-29 took, which the server takes still: each has the mark of an end near its own.
TEST(FileHead, anyEnd_isEnoughForWhatOlderLaptopsTook)
{
    QByteArray photo = kJpeg; // cut off, with a preview that is whole
    photo.insert(2, hex("ffe1 003c") + QByteArray("Exif\0\0", 6) + kJpeg + QByteArray(58 - 6 - kJpeg.size(), 'x'));
    const QByteArray damaged =
        hex("ffd8 ffc0 0011 08 01e0 0280 03 011100 021100 031100 ffda 0002 12 ffc4 0000 34 ffd9");
    const QByteArray chunk = kPng.chopped(12) + hex("00000010 49444154") + QByteArray("\0\0\0\0IEND", 8);
    const QByteArray mailed = "%PDF-1.7\nsample\n%%EOF\n" + QByteArray(1100, ' ');
    for (const QByteArray &bytes : {photo.chopped(2), damaged, chunk, mailed}) {
        EXPECT_FALSE(read(bytes).ok()) << bytes.left(4).toHex().constData();
        const auto head = read(bytes, FileEnd::Any);
        EXPECT_TRUE(head.ok()) << bytes.left(4).toHex().constData();
        EXPECT_FALSE(read(bytes + QByteArray(1024 * 1024, 'x'), FileEnd::Any).ok()) << "too far from the end";
    }
    EXPECT_EQ(read(photo.chopped(2), FileEnd::Any)->width, 640);
    EXPECT_EQ(read(photo.chopped(2), FileEnd::Any)->scans, 1);
    EXPECT_EQ(read(chunk, FileEnd::Any)->height, 7);
    const QByteArray film = kJpeg + QByteArray(3 * 1024 * 1024, 'x'); // what a laptop takes by its own end
    EXPECT_TRUE(read(film).ok());
    EXPECT_TRUE(read(film, FileEnd::Any).ok());
    for (const QByteArray &bytes : {kJpeg.chopped(2), kPng.left(40), QByteArray("%PDF-1.7\nsample"),
                                    kPng.left(8) + QByteArray("IEND"), hex("ffd8 ffda 0002 ffd9")})
        EXPECT_FALSE(read(bytes, FileEnd::Any).ok()) << bytes.toHex().constData();
}

TEST(FileHead, otherKinds_areNamedAsSuch)
{
    for (const QByteArray &bytes : {QByteArray("<html><body>sample</body></html>"), QByteArray("GIF89a\1\0\1\0", 10),
                                    QByteArray("MZ\x90\0", 4), QByteArray("hello"), QByteArray()}) {
        const auto head = read(bytes);
        ASSERT_FALSE(head.ok());
        EXPECT_EQ(head.error().code, ErrorCode::InvalidValue);
    }
}

TEST(FileHead, jpegWhoseSegmentsLeadNowhere_isBroken)
{
    for (const char *bytes : {"ffd8 ffe0 0001 ffd9", "ffd8 ffda 0002 ffd9", "ffd8 ffc0 0011 08 0000 0280 03 ffd9",
                              "ffd8 ffe0 ffff 0000 ffd9", "ffd8 ffff ffff ffff ffff"}) {
        const auto head = read(hex(bytes));
        ASSERT_FALSE(head.ok()) << bytes;
        EXPECT_EQ(head.error().code, ErrorCode::Malformed) << bytes;
    }
}

TEST(FileHead, sizeThatLies_isReadAndNotBelieved)
{
    QByteArray huge = kPng;
    huge.replace(16, 8, hex("7fffffff 7fffffff"));
    const auto head = read(huge);
    ASSERT_TRUE(head.ok());
    EXPECT_GT(head->pixels(), 40'000'000);
}
