// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/samplefiles.h"
#include "tests/ui/support/deskfixture.h"
#include "ui/widgets/evidence/evidencepane.h"

#include <QBuffer>
#include <QPainter>

#include <gtest/gtest.h>

namespace markaz::ui::test {

using markaz::test::jpegHead;
using markaz::test::writeFile;

/// A picture that says that it is a sample; \p colour tells one from another.
inline QImage samplePicture(const QSize &size, const QColor &colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QPainter painter(&image);
    painter.fillRect(QRect(0, size.height() * 2 / 3, size.width(), size.height()), colour.darker(160));
    painter.setPen(Qt::white);
    QFont font = painter.font();
    font.setPixelSize(size.height() / 6);
    painter.setFont(font);
    painter.drawText(image.rect(), Qt::AlignCenter, QStringLiteral("SAMPLE"));
    return image;
}

/// A desk with a draft, files to attach to it, and what the pages say of them.
class EvidenceFixture : public DeskFixture
{
protected:
    void SetUp() override
    {
        DeskFixture::SetUp();
        m_draft = draftOf(visitedBuilding());
    }

    QString photo(const char *name, const QColor &colour = Qt::darkGreen, const QSize &size = {1200, 900})
    {
        QString path = m_dir.filePath(QLatin1String(name));
        if (!samplePicture(size, colour).save(path))
            qFatal("the test folder cannot be written");
        return path;
    }
    /// What has been attached elsewhere, as the feed brings it; \p bytes: it is on this laptop too.
    QString evidence(const QString &inspection, const char *item, bool received, const QByteArray &bytes = {})
    {
        QJsonObject fields{{QStringLiteral("inspection"), inspection},
                           {QStringLiteral("item"), QLatin1String(item)},
                           {QStringLiteral("kind"), QStringLiteral("photo")},
                           {QStringLiteral("sha256"), QStringLiteral("%1").arg(++m_files, 64, 16, QLatin1Char('0'))},
                           {QStringLiteral("size"), 1'200'000},
                           {QStringLiteral("media_type"), QStringLiteral("image/jpeg")},
                           {QStringLiteral("filename"), QStringLiteral("sample %1.jpg").arg(m_files)},
                           {QStringLiteral("taken_at"), QStringLiteral("2026-11-23T09:40:00.000Z")},
                           {QStringLiteral("sample"), true}};
        if (!bytes.isEmpty()) {
            QByteArray copy = bytes;
            QBuffer source(&copy);
            source.open(QIODevice::ReadOnly);
            auto incoming = contentStoreOf(*m_workspace).receive(source, 1 << 26);
            EXPECT_TRUE(incoming.ok() && incoming->keep().ok());
            fields.insert(QStringLiteral("sha256"), incoming->sha256());
            fields.insert(QStringLiteral("size"), incoming->size());
        }
        if (received)
            fields.insert(QStringLiteral("received_at"), QStringLiteral("2026-11-24T08:00:00.000Z"));
        return put(Entity::Evidence, fields);
    }
    static QByteArray bytesOf(const QImage &image)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "JPG");
        return bytes;
    }
    int filesOf(const QString &inspection) { return EvidenceList(*m_workspace).countOf(inspection)->all; }

    QString m_draft;
    int m_files = 0;
};

/// Files are checked in another thread: its answers come with the events. Those of other items are waited for too.
inline void waitFor(EvidencePane &pane)
{
    if (!QTest::qWaitFor([&pane] { return pane.queue().pending() == 0; }, 20'000))
        qFatal("a file is checked for ever");
}

} // namespace markaz::ui::test
