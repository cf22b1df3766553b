// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <QImage>
#include <QObject>

namespace markaz::ui {

/// A camera of this laptop. app/desktop builds it where Qt Multimedia is there; without one the program works, and says
/// so where a photo could be taken.
class Camera : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Whether one is plugged in now.
    virtual bool isThere() const = 0;
    /// Frames come from now on, until stop().
    virtual void start() = 0;
    virtual void stop() = 0;
    /// One photo, as large as the camera makes it: captured() or failed() follows.
    virtual void capture() = 0;

Q_SIGNALS:
    void frame(const QImage &image);
    void captured(const QImage &image);
    void failed(const markaz::Error &error);
};

} // namespace markaz::ui
