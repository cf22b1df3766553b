// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/csvencoding.h"

#include <array>

namespace markaz {
namespace {

/// 0x80 to 0x9F of windows-1252; five are not used and stay the control characters that Latin-1 has there.
constexpr std::array<char16_t, 32> kUpper1252{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                              0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool isHigh(char c)
{
    return (static_cast<unsigned char>(c) & 0x80U) != 0;
}

} // namespace

QString nameOf(CsvEncoding encoding)
{
    switch (encoding) {
    case CsvEncoding::Utf16Le:
        return QStringLiteral("UTF-16LE");
    case CsvEncoding::Utf16Be:
        return QStringLiteral("UTF-16BE");
    case CsvEncoding::Windows1252:
        return QStringLiteral("windows-1252");
    case CsvEncoding::Windows1256:
        return QStringLiteral("windows-1256");
    case CsvEncoding::Utf8:
        break;
    }
    return QStringLiteral("UTF-8");
}

CsvMark markOf(const QByteArray &start)
{
    if (start.startsWith("\xEF\xBB\xBF"))
        return {CsvEncoding::Utf8, 3, true};
    if (start.startsWith("\xFF\xFE"))
        return {CsvEncoding::Utf16Le, 2, true};
    if (start.startsWith("\xFE\xFF"))
        return {CsvEncoding::Utf16Be, 2, true};
    // Separators, digits and line ends are ASCII in every file, so half of UTF-16's bytes hold zeros, all on one side.
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < start.size(); ++i) {
        if (start.at(i) == '\0')
            ++(i % 2 == 0 ? even : odd);
    }
    if (odd > 0 && even == 0 && odd * 8 >= start.size())
        return {CsvEncoding::Utf16Le, 0, true};
    if (even > 0 && odd == 0 && even * 8 >= start.size())
        return {CsvEncoding::Utf16Be, 0, true};
    return {};
}

CsvEncoding oneByteEncoding(const QByteArray &sample)
{
    if (!decoderFor(CsvEncoding::Windows1256).isValid())
        return CsvEncoding::Windows1252;
    qsizetype high = 0;
    qsizetype together = 0; // beside another one
    for (qsizetype i = 0; i < sample.size(); ++i) {
        if (!isHigh(sample.at(i)))
            continue;
        ++high;
        const bool before = i > 0 && isHigh(sample.at(i - 1));
        const bool after = i + 1 < sample.size() && isHigh(sample.at(i + 1));
        together += before || after ? 1 : 0;
    }
    return high > 0 && together * 2 > high ? CsvEncoding::Windows1256 : CsvEncoding::Windows1252;
}

QStringDecoder decoderFor(CsvEncoding encoding)
{
    switch (encoding) {
    case CsvEncoding::Utf16Le:
        return QStringDecoder(QStringDecoder::Utf16LE);
    case CsvEncoding::Utf16Be:
        return QStringDecoder(QStringDecoder::Utf16BE);
    case CsvEncoding::Windows1256:
        return QStringDecoder("windows-1256"); // where Qt was built with ICU
    case CsvEncoding::Windows1252:
    case CsvEncoding::Utf8:
        break;
    }
    return QStringDecoder(QStringDecoder::Utf8);
}

QString fromWindows1252(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(kUpper1252[static_cast<size_t>(c.unicode() - 0x80)]);
    }
    return text;
}

} // namespace markaz
