// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/photofacts.h"

#include "core/support/programmeday.h"

#include <QIODevice>
#include <QRegularExpression>
#include <QtEndian>

#include <libexif/exif-data.h>
#include <libexif/exif-utils.h>

#include <cmath>
#include <memory>

namespace markaz {
namespace {

constexpr qint64 kLookAt = 4 * 1024 * 1024;
constexpr double kWorst = 100'000; ///< metres; what accuracy_m may hold
const QByteArray kExif("Exif\0\0", 6);

struct DataDeleter
{
    void operator()(ExifData *data) const { exif_data_unref(data); }
};
using Exif = std::unique_ptr<ExifData, DataDeleter>;

/// The segment that holds the EXIF, from "Exif"; empty where there is none before the pixels begin.
QByteArray exifSegment(QIODevice &file)
{
    if (!file.seek(0) || file.read(2) != QByteArray("\xff\xd8", 2))
        return {};
    qint64 at = 2;
    while (at < kLookAt && at < file.size() && file.seek(at)) {
        const QByteArray head = file.read(4);
        if (head.size() < 4 || static_cast<uchar>(head.at(0)) != 0xff)
            return {};
        const auto marker = static_cast<uchar>(head.at(1));
        if (marker == 0xff) { // padding
            ++at;
            continue;
        }
        if (marker == 0xda || marker == 0xd9)
            return {};
        const auto length = qFromBigEndian<quint16>(head.constData() + 2);
        if (length < 2)
            return {};
        if (marker == 0xe1) {
            const QByteArray segment = file.read(length - 2);
            if (segment.startsWith(kExif))
                return segment.size() == length - 2 ? segment : QByteArray();
        }
        at += 2 + length;
    }
    return {};
}

const ExifEntry *entryOf(const ExifData &data, ExifIfd ifd, int tag, ExifFormat format, unsigned long components)
{
    const ExifEntry *entry = exif_content_get_entry(data.ifd[ifd], static_cast<ExifTag>(tag));
    const bool fits = entry != nullptr && entry->data != nullptr && entry->format == format &&
                      entry->components >= components && entry->size >= components * exif_format_get_size(format);
    return fits ? entry : nullptr;
}

QString textOf(const ExifData &data, ExifIfd ifd, int tag)
{
    const ExifEntry *entry = entryOf(data, ifd, tag, EXIF_FORMAT_ASCII, 1);
    if (entry == nullptr)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(entry->data), static_cast<qsizetype>(entry->size));
    return QString::fromLatin1(bytes.left(bytes.indexOf('\0') < 0 ? bytes.size() : bytes.indexOf('\0'))).trimmed();
}

std::optional<double> rational(const ExifData &data, const ExifEntry &entry, int which)
{
    const ExifRational value =
        exif_get_rational(entry.data + which * 8, exif_data_get_byte_order(const_cast<ExifData *>(&data)));
    if (value.denominator == 0)
        return std::nullopt;
    return static_cast<double>(value.numerator) / value.denominator;
}

/// Degrees, minutes and seconds; \p negative is the letter of the half of the globe below zero.
std::optional<qint64> angleE6(const ExifData &data, int refTag, int tag, QLatin1String positive, QLatin1String negative)
{
    const QString half = textOf(data, EXIF_IFD_GPS, refTag);
    const ExifEntry *entry = entryOf(data, EXIF_IFD_GPS, tag, EXIF_FORMAT_RATIONAL, 3);
    if (entry == nullptr || (half != positive && half != negative))
        return std::nullopt;
    const auto degrees = rational(data, *entry, 0);
    const auto minutes = rational(data, *entry, 1);
    const auto seconds = rational(data, *entry, 2).value_or(0); // some write 0/0 behind minutes with decimals
    if (!degrees || !minutes || *degrees > 180 || *minutes >= 60 || seconds >= 60)
        return std::nullopt;
    const qint64 e6 = std::llround((*degrees + *minutes / 60 + seconds / 3600) * 1e6);
    return half == negative ? -e6 : e6;
}

std::optional<Position> positionOf(const ExifData &data)
{
    if (textOf(data, EXIF_IFD_GPS, EXIF_TAG_GPS_STATUS) == QLatin1String("V"))
        return std::nullopt; // the receiver had no fix
    const auto latitude =
        angleE6(data, EXIF_TAG_GPS_LATITUDE_REF, EXIF_TAG_GPS_LATITUDE, QLatin1String("N"), QLatin1String("S"));
    const auto longitude =
        angleE6(data, EXIF_TAG_GPS_LONGITUDE_REF, EXIF_TAG_GPS_LONGITUDE, QLatin1String("E"), QLatin1String("W"));
    if (!latitude || !longitude || (*latitude == 0 && *longitude == 0))
        return std::nullopt;
    qint64 accuracy = 0;
    if (const ExifEntry *error = entryOf(data, EXIF_IFD_GPS, EXIF_TAG_GPS_H_POSITIONING_ERROR, EXIF_FORMAT_RATIONAL, 1))
        accuracy = std::llround(std::ceil(std::min(rational(data, *error, 0).value_or(0), kWorst)));
    const auto made = Position::make(*latitude, *longitude, accuracy);
    return made ? std::optional(*made) : std::nullopt;
}

QDateTime timeOf(const ExifData &data)
{
    static const QRegularExpression zone(QStringLiteral("\\A([+-])([0-9]{2}):([0-9]{2})\\z"));
    for (const auto &[tag, offsetTag] : {std::pair{EXIF_TAG_DATE_TIME_ORIGINAL, EXIF_TAG_OFFSET_TIME_ORIGINAL},
                                         std::pair{EXIF_TAG_DATE_TIME_DIGITIZED, EXIF_TAG_OFFSET_TIME_DIGITIZED}}) {
        const QDateTime local =
            QDateTime::fromString(textOf(data, EXIF_IFD_EXIF, tag), QStringLiteral("yyyy:MM:dd HH:mm:ss"));
        if (!local.isValid() || local.date().year() < 1980) // a clock that was never set
            continue;
        const auto offset = zone.match(textOf(data, EXIF_IFD_EXIF, offsetTag));
        const int seconds = (offset.captured(2).toInt() * 60 + offset.captured(3).toInt()) * 60;
        if (!offset.hasMatch() || seconds > 14 * 3600)
            return programmeInstant(local.date(), local.time()); // cameras here are set to the time here
        return QDateTime(local.date(), local.time(), Qt::UTC)
            .addSecs(offset.captured(1) == QLatin1String("-") ? seconds : -seconds);
    }
    return {};
}

} // namespace

PhotoFacts readPhotoFacts(QIODevice &file)
{
    const QByteArray segment = exifSegment(file);
    if (segment.isEmpty())
        return {};
    const Exif data(exif_data_new_from_data(reinterpret_cast<const unsigned char *>(segment.constData()),
                                            static_cast<unsigned int>(segment.size())));
    if (!data)
        return {};
    return {timeOf(*data), positionOf(*data)};
}

} // namespace markaz
