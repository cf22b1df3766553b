// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QtEndian>

#include <cmath>
#include <optional>

namespace markaz::test {

/// What a camera writes into a photo: an APP1 segment by CIPA DC-008 (EXIF 2.32), as little or as much as a test needs.
struct SampleExif
{
    QByteArray taken = {};  ///< "2026:11:23 14:05:00"
    QByteArray offset = {}; ///< "+05:00"; empty = not written
    std::optional<double> latitude = std::nullopt;
    std::optional<double> longitude = std::nullopt;
    int errorM = 0; ///< horizontal positioning error; 0 = not written
    QByteArray status = {};
    bool bigEndian = true;

    struct Entry
    {
        quint16 tag;
        quint16 type; ///< 2 = ASCII, 4 = LONG, 5 = RATIONAL
        quint32 count;
        QByteArray value;
    };

    QByteArray two(quint16 n) const
    {
        const quint16 turned = bigEndian ? qToBigEndian(n) : qToLittleEndian(n);
        return {reinterpret_cast<const char *>(&turned), 2};
    }
    QByteArray four(quint32 n) const
    {
        const quint32 turned = bigEndian ? qToBigEndian(n) : qToLittleEndian(n);
        return {reinterpret_cast<const char *>(&turned), 4};
    }
    Entry text(quint16 tag, const QByteArray &words) const
    {
        return {tag, 2, static_cast<quint32>(words.size() + 1), words + '\0'};
    }
    Entry angle(quint16 tag, double degrees) const
    {
        // Degrees, minutes, and seconds in ten-thousandths, as phones do.
        const double all = std::fabs(degrees) * 3600;
        const auto whole = static_cast<quint32>(all) / 3600;
        const auto minutes = static_cast<quint32>(all) / 60 % 60;
        const auto seconds = static_cast<quint32>(std::lround((all - whole * 3600 - minutes * 60) * 10'000));
        return {tag, 5, 3, four(whole) + four(1) + four(minutes) + four(1) + four(seconds) + four(10'000)};
    }
    QByteArray ifd(const QList<Entry> &entries, quint32 at) const
    {
        QByteArray table = two(static_cast<quint16>(entries.size()));
        QByteArray behind;
        const quint32 end = at + 2 + static_cast<quint32>(entries.size()) * 12 + 4;
        for (const Entry &entry : entries) {
            table += two(entry.tag) + two(entry.type) + four(entry.count);
            if (entry.value.size() <= 4) {
                table += entry.value.leftJustified(4, '\0');
            } else {
                table += four(end + static_cast<quint32>(behind.size()));
                behind += entry.value;
                if (behind.size() % 2 != 0)
                    behind += '\0';
            }
        }
        return table + four(0) + behind;
    }
    QByteArray segment() const
    {
        QList<Entry> photo;
        if (!taken.isEmpty())
            photo.append(text(0x9003, taken));
        if (!offset.isEmpty())
            photo.append(text(0x9011, offset));
        QList<Entry> gps;
        if (latitude)
            gps += {text(1, *latitude < 0 ? "S" : "N"), angle(2, *latitude)};
        if (longitude)
            gps += {text(3, *longitude < 0 ? "W" : "E"), angle(4, *longitude)};
        if (!status.isEmpty())
            gps.append(text(9, status));
        if (errorM > 0)
            gps.append({31, 5, 1, four(static_cast<quint32>(errorM)) + four(1)});
        const quint32 first = 8;
        const quint32 second = first + 2 + 2 * 12 + 4;
        const QByteArray photoIfd = ifd(photo, second);
        const quint32 third = second + static_cast<quint32>(photoIfd.size());
        const QByteArray tiff = (bigEndian ? QByteArray("MM") : QByteArray("II")) + two(42) + four(first) +
                                ifd({{0x8769, 4, 1, four(second)}, {0x8825, 4, 1, four(third)}}, first) + photoIfd +
                                ifd(gps, third);
        const QByteArray content = QByteArray("Exif\0\0", 6) + tiff;
        const auto length = static_cast<quint16>(content.size() + 2);
        return QByteArray("\xff\xe1", 2) + static_cast<char>(length >> 8) + static_cast<char>(length & 0xff) + content;
    }
    /// \p jpeg with the segment behind its mark.
    QByteArray in(QByteArray jpeg) const { return jpeg.insert(2, segment()); }
};

} // namespace markaz::test
