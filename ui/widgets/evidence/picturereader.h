// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/evidence.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

namespace markaz::ui {

/// The picture that a widget shows, read in another thread. The one that was wanted last counts: what was being read
/// for another is thrown away.
class PictureReader final : public QObject
{
    Q_OBJECT
public:
    explicit PictureReader(ContentStore store, QObject *parent = nullptr);
    /// Waits for what is being read.
    ~PictureReader() override;
    /// The picture with this SHA-256, read for \p within (pixels; see readPicture()); empty: none. Read once, and again
    /// when it is to be larger; until then it is shown as it is.
    void want(const QString &sha256, const QSize &within);
    /// Null until it was read, and when it cannot be.
    const QImage &image() const { return m_image; }
    /// Whether the picture that is wanted was read, or was found not to be readable.
    bool isAnswered() const { return !m_wanted.isEmpty() && m_answered == m_wanted; }

Q_SIGNALS:
    void answered();

private:
    bool isLacking() const;
    void read();

    ContentStore m_store;
    QThreadPool m_pool;
    QString m_wanted;
    QString m_answered; ///< whose picture m_image is, or would be
    QSize m_within;
    QSize m_readWithin; ///< as m_image was read
    QImage m_image;
    bool m_reading = false;
};

} // namespace markaz::ui
