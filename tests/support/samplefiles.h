// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace markaz::test {

/// A JPEG by ITU-T T.81 as far as its head goes: SOI, a comment with \p words, SOF0 of \p width x \p height, SOS, EOI.
/// Its picture cannot be decoded.
inline QByteArray jpegHead(const QByteArray &words, int width = 640, int height = 480)
{
    const auto two = [](qsizetype n) {
        return QByteArray(1, static_cast<char>(n >> 8)) + QByteArray(1, static_cast<char>(n & 0xff));
    };
    return QByteArray::fromHex("ffd8fffe") + two(words.size() + 2) + words + QByteArray::fromHex("ffc0001108") +
           two(height) + two(width) + QByteArray::fromHex("03011100021100031100ffda0002") + QByteArray("sample") +
           QByteArray::fromHex("ffd9");
}

inline QString writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test folder cannot be written");
    return path;
}

} // namespace markaz::test
