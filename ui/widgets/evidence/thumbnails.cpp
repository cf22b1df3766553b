// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/thumbnails.h"

#include "core/support/log.h"
#include "core/support/ownfiles.h"
#include "core/support/sealer.h"
#include "core/support/wholefile.h"
#include "ui/widgets/evidence/pictures.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace markaz::ui {
namespace {

QString pathIn(const QString &folder, const QString &sha256)
{
    return folder + QLatin1Char('/') + sha256 + QStringLiteral(".sealed");
}

QString folderBeside(const ContentStore &store)
{
    return QFileInfo(store.folder()).absolutePath() + QStringLiteral("/thumbnails");
}

QString placeOf(const QString &sha256)
{
    return QStringLiteral("thumbnail|") + sha256;
}

/// Sealed, as the picture itself.
void save(const QString &folder, const QString &sha256, const QImage &image, const Sealer &sealer)
{
    if (!QDir().exists(folder) && !QDir().mkdir(folder, kOwnFolder) && !QDir().exists(folder))
        return;
    QBuffer clear;
    clear.open(QIODevice::WriteOnly);
    if (!image.save(&clear, "JPG", 85))
        return;
    const QByteArray sealed = sealer.seal(clear.data(), placeOf(sha256));
    QSaveFile file(pathIn(folder, sha256));
    const bool saved = file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnFile) &&
                       file.write(sealed) == sealed.size() && commitWhole(file);
    if (!saved) // it is made again when it is needed
        qCInfo(lcUi) << "a thumbnail could not be kept:" << file.errorString();
}

QImage load(const QString &folder, const QString &sha256, const Sealer &sealer)
{
    QFile file(pathIn(folder, sha256));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto clear = sealer.open(file.readAll(), placeOf(sha256));
    return clear ? QImage::fromData(*clear, "JPG") : QImage(); // one that does not open is made again
}

/// Those that a version before sealing made; each is made again when it is needed.
void dropClearOnes(const QString &folder)
{
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.jpg")}, QDir::Files))
        QFile::remove(dir.filePath(name));
}

} // namespace

Thumbnails::Thumbnails(ContentStore store, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
{
    m_pool.setMaxThreadCount(1); // in the order in which they are shown; decoding is not to take the laptop over
    m_pool.start([folder = folderBeside(m_store)] { dropClearOnes(folder); });
}

Thumbnails::~Thumbnails()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QImage Thumbnails::of(const QString &sha256, const QString &mediaType)
{
    if (const QImage *image = m_cache.object(sha256))
        return *image;
    if (!mediaType.startsWith(QLatin1String("image/")) || m_making.contains(sha256) || m_unreadable.contains(sha256) ||
        !m_store.has(sha256))
        return {};
    m_making.insert(sha256);
    m_pool.start([this, store = m_store, sha256] {
        const QImage image = read(store, sha256);
        QMetaObject::invokeMethod(this, [this, sha256, image] { keep(sha256, image); });
    });
    return {};
}

QImage Thumbnails::read(const ContentStore &store, const QString &sha256)
{
    const QString folder = folderBeside(store);
    QImage image = load(folder, sha256, store.sealer());
    if (!image.isNull())
        return image;
    // Cropped to the strip's shape, so the shorter side decides.
    image = readPicture(store, sha256, kSize * 2);
    if (image.isNull())
        return image;
    image = image.scaled(kSize, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    save(folder, sha256, image, store.sealer());
    return image;
}

void Thumbnails::keep(const QString &sha256, const QImage &image)
{
    m_making.remove(sha256);
    if (image.isNull())
        m_unreadable.insert(sha256);
    else
        m_cache.insert(sha256, new QImage(image));
    Q_EMIT made(sha256);
}

} // namespace markaz::ui
