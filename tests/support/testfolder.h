// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::test {

/// A folder of a test's own, gone with it; each call gives the path of the file that it wrote.
class TestFolder
{
public:
    QString path() const { return m_dir.path(); }
    QString filePath(const QString &name) const { return m_dir.filePath(name); }
    QString put(const char *name, const QByteArray &bytes) const
    {
        QFile file(filePath(QLatin1String(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        return file.fileName();
    }
    QString saved(const QImage &image, const char *name = "picture.png") const
    {
        QString path = filePath(QLatin1String(name));
        EXPECT_TRUE(image.save(path));
        return path;
    }

private:
    QTemporaryDir m_dir;
};

} // namespace markaz::test
