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
        QJsonObject more;
        if (!bytes.isEmpty()) {
            QByteArray copy = bytes;
            QBuffer source(&copy);
            source.open(QIODevice::ReadOnly);
            auto incoming = contentStoreOf(*m_workspace).receive(source, 1 << 26);
            EXPECT_TRUE(incoming.ok() && incoming->keep().ok());
            more.insert(QStringLiteral("sha256"), incoming->sha256());
            more.insert(QStringLiteral("size"), incoming->size());
        }
        if (received)
            more.insert(QStringLiteral("received_at"), QStringLiteral("2026-11-24T08:00:00.000Z"));
        return attached(inspection, QLatin1String(item), "photo", more);
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
};

/// Files are checked in another thread: its answers come with the events. Those of other items are waited for too.
inline void waitFor(EvidencePane &pane)
{
    if (!QTest::qWaitFor([&pane] { return pane.queue().pending() == 0; }, 20'000))
        qFatal("a file is checked for ever");
}

} // namespace markaz::ui::test
