// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/position.h"

#include <QObject>
#include <QStringList>

namespace markaz::ui {

/// GPS receivers at this laptop. app/desktop builds it where Qt Positioning and Qt SerialPort are there.
class PositionReceiver : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// The serial devices that are plugged in now, by name.
    virtual QStringList devices() const = 0;
    /// Listens on a device until found() or failed(), or stop(): for a fix within a minute.
    virtual void ask(const QString &device) = 0;
    virtual void stop() = 0;

Q_SIGNALS:
    /// With its accuracy, where the receiver says how good its satellites stand.
    void found(const markaz::Position &position);
    /// `where`: gps.device (it cannot be opened or went away), gps.nofix.
    void failed(const markaz::Error &error);
};

} // namespace markaz::ui
