// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/base45.h"

namespace markaz {
namespace {

constexpr char kAlphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

int valueOf(QChar c)
{
    for (int i = 0; i < 45; ++i) {
        if (c == QLatin1Char(kAlphabet[i]))
            return i;
    }
    return -1;
}

} // namespace

QString toBase45(const QByteArray &bytes)
{
    QString text;
    text.reserve(bytes.size() / 2 * 3 + 2);
    const auto digits = [&](int value, int count) {
        for (; count > 0; --count, value /= 45)
            text.append(QLatin1Char(kAlphabet[value % 45])); // the least significant first
    };
    qsizetype i = 0;
    for (; i + 1 < bytes.size(); i += 2)
        digits(static_cast<unsigned char>(bytes[i]) * 256 + static_cast<unsigned char>(bytes[i + 1]), 3);
    if (i < bytes.size())
        digits(static_cast<unsigned char>(bytes[i]), 2);
    return text;
}

Result<QByteArray> fromBase45(const QString &text)
{
    QByteArray bytes;
    bytes.reserve(text.size() / 3 * 2 + 1);
    for (qsizetype i = 0; i < text.size(); i += 3) {
        const qsizetype count = qMin<qsizetype>(3, text.size() - i);
        int value = 0;
        for (qsizetype k = count - 1; k >= 0; --k) {
            const int digit = valueOf(text.at(i + k));
            if (digit < 0)
                return makeError(ErrorCode::Malformed, QStringLiteral("not a Base45 character"));
            value = value * 45 + digit;
        }
        if (count == 1 || value > (count == 3 ? 0xFFFF : 0xFF))
            return makeError(ErrorCode::Malformed, QStringLiteral("not a Base45 text"));
        if (count == 3)
            bytes.append(static_cast<char>(value >> 8));
        bytes.append(static_cast<char>(value & 0xFF));
    }
    return bytes;
}

} // namespace markaz
