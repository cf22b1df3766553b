// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::test {

/// What another hand's reader (zbar) makes of the QR code in \p image; empty when it finds none.
inline QString scanned(const QImage &image)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("code.png"));
    EXPECT_TRUE(image.save(path));
    QProcess zbar;
    zbar.start(QStringLiteral("zbarimg"), {QStringLiteral("--quiet"), QStringLiteral("--raw"), path});
    EXPECT_TRUE(zbar.waitForFinished(60'000));
    QString text = QString::fromUtf8(zbar.readAllStandardOutput());
    text.chop(1);
    return text;
}

} // namespace markaz::test
