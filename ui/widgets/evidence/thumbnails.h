// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/evidence.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace markaz::ui {

/// Small pictures of photos, made in other threads and kept beside the content store, by hash.
class Thumbnails final : public QObject
{
    Q_OBJECT
public:
    static constexpr QSize kSize{208, 128}; ///< twice of what is shown, for fine screens

    explicit Thumbnails(ContentStore store, QObject *parent = nullptr);
    /// Waits for what is being made.
    ~Thumbnails() override;

    /// The thumbnail, or a null image: then made() follows as soon as there is one. Null for good where the content is
    /// not here, is no photo, or cannot be read.
    QImage of(const QString &sha256, const QString &mediaType);
    /// The same at once, in any thread: quick where it was made before.
    static QImage read(const ContentStore &store, const QString &sha256);

Q_SIGNALS:
    void made(const QString &sha256);

private:
    void keep(const QString &sha256, const QImage &image);

    ContentStore m_store;
    QCache<QString, QImage> m_cache{200};
    QSet<QString> m_making;
    QSet<QString> m_unreadable;
    QThreadPool m_pool;
};

} // namespace markaz::ui
