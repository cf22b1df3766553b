// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/positionreceiver.h"

#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

class QIODevice;

namespace markaz::desktop {

/// A GPS receiver that talks NMEA 0183, as nearly all on a serial line or a USB port do.
///
/// 2026-11-28: the first fix of a receiver that has just woken up may be off by a street, so it goes on listening until
/// one is good to 10 m, or for ten seconds, and gives the best. How good one is, it takes from the receiver's own error
/// statistics (GST) where it sends them, else from the satellites' geometry (HDOP), both as the radius that holds 95 of
/// 100 fixes; from one that says neither, the accuracy is not known.
class NmeaReceiver final : public ui::PositionReceiver
{
public:
    /// Opens a device at one of the usual speeds; null, or one that is not open, where that fails.
    using Opener = std::function<std::unique_ptr<QIODevice>(const QString &device, int baud)>;
    struct Patience
    {
        std::chrono::milliseconds fix{std::chrono::minutes(1)};     ///< until there has to be one
        std::chrono::milliseconds better{std::chrono::seconds(10)}; ///< from the first fix on
        std::chrono::milliseconds speed{std::chrono::seconds(4)};   ///< for one sentence, before another speed is tried
    };
    NmeaReceiver(std::function<QStringList()> devices, Opener open, Patience patience);
    ~NmeaReceiver() override;

    QStringList devices() const override { return m_devices(); }
    void ask(const QString &device) override;
    void stop() override;

private:
    class Source;
    void listen();
    void letGo();
    void take(const Position &position);
    void finish();
    void lose();
    void fail(const char *where, const QString &why);

    std::function<QStringList()> m_devices;
    Opener m_open;
    Patience m_patience;
    QString m_device;
    qsizetype m_speed = 0;
    std::unique_ptr<QIODevice> m_line;
    std::unique_ptr<Source> m_source;
    std::optional<Position> m_best;
    QTimer m_forFix;
    QTimer m_forBetter;
    QTimer m_forSpeed;
};

/// Of serial lines, by name and whether they are a device of some maker, those at which a receiver may be: what was
/// plugged in or paired. 2026-11-29: where there is none the lines that are built in, which are there whether anything
/// is at them or not; nobody with a receiver on USB is to choose among them.
QStringList receiversAmong(const QList<std::pair<QString, bool>> &ports);

} // namespace markaz::desktop
