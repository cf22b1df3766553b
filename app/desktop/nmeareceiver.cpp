// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/devices.h"

#ifdef MARKAZ_WITH_POSITIONING

#include "app/desktop/nmeareceiver.h"
#include "app/desktop/nmeasentence.h"

#include <QNmeaPositionInfoSource>
#include <QSerialPort>
#include <QSerialPortInfo>

#include <array>
#include <cmath>

namespace markaz::desktop {
namespace {

constexpr qint64 kGoodM = 10;
constexpr qint64 kWorstM = 100'000;
constexpr double kRangeErrorM = 3.5; ///< of one satellite, one sigma; Qt doubles HDOP times this to 95 of 100
constexpr std::array kSpeeds{9600, 4800, 38'400, 115'200};

} // namespace

/// Qt's reader of NMEA, which also hears what that one passes over.
class NmeaReceiver::Source final : public QNmeaPositionInfoSource
{
public:
    Source()
        : QNmeaPositionInfoSource(RealTimeMode)
    {
        setUserEquivalentRangeError(kRangeErrorM);
    }
    bool heard() const { return m_heard; }
    std::optional<double> radius() const { return m_radius; }

protected:
    bool parsePosInfoFromNmeaData(const char *data, int size, QGeoPositionInfo *info, bool *hasFix) override
    {
        hear(QByteArray(data, size).trimmed());
        return QNmeaPositionInfoSource::parsePosInfoFromNmeaData(data, size, info, hasFix);
    }

private:
    void hear(const QByteArray &line)
    {
        if (!nmea::isSentence(line))
            return;
        m_heard = true;
        if (const auto radius = nmea::radiusOf(line))
            m_radius = radius;
    }
    bool m_heard = false;
    std::optional<double> m_radius;
};

NmeaReceiver::NmeaReceiver(std::function<QStringList()> devices, Opener open, Patience patience)
    : m_devices(std::move(devices))
    , m_open(std::move(open))
    , m_patience(patience)
{
    for (QTimer *timer : {&m_forFix, &m_forBetter, &m_forSpeed})
        timer->setSingleShot(true);
    connect(&m_forFix, &QTimer::timeout, this, [this] { fail("gps.nofix", QStringLiteral("no fix in time")); });
    connect(&m_forBetter, &QTimer::timeout, this, &NmeaReceiver::finish);
    connect(&m_forSpeed, &QTimer::timeout, this, [this] {
        if (m_source && m_source->heard())
            return;
        ++m_speed;
        listen();
    });
}

NmeaReceiver::~NmeaReceiver() = default;

void NmeaReceiver::ask(const QString &device)
{
    stop();
    m_device = device;
    m_speed = 0;
    m_forFix.start(m_patience.fix);
    listen();
}

void NmeaReceiver::stop()
{
    for (QTimer *timer : {&m_forFix, &m_forBetter, &m_forSpeed})
        timer->stop();
    m_best.reset();
    letGo();
}

/// The line is closed at once, so that it can be opened again; the objects go later, perhaps in a signal of their own.
void NmeaReceiver::letGo()
{
    if (m_source) {
        m_source->stopUpdates();
        m_source.release()->deleteLater();
    }
    if (m_line) {
        m_line->disconnect(this);
        m_line->close();
        m_line.release()->deleteLater();
    }
}

void NmeaReceiver::listen()
{
    letGo();
    m_line = m_open(m_device, kSpeeds.at(static_cast<size_t>(m_speed) % kSpeeds.size()));
    if (!m_line || !m_line->isOpen()) {
        fail("gps.device", m_line ? m_line->errorString() : QStringLiteral("it cannot be opened"));
        return;
    }
    if (const auto *port = qobject_cast<QSerialPort *>(m_line.get()))
        connect(port, &QSerialPort::errorOccurred, this, [this](QSerialPort::SerialPortError error) {
            if (error != QSerialPort::NoError && error != QSerialPort::TimeoutError)
                lose();
        });
    m_source = std::make_unique<Source>();
    m_source->setDevice(m_line.get());
    connect(m_source.get(), &QGeoPositionInfoSource::positionUpdated, this, [this](const QGeoPositionInfo &info) {
        const QGeoCoordinate at = info.coordinate();
        if (!at.isValid() || (at.latitude() == 0 && at.longitude() == 0))
            return;
        double radius = m_source->radius().value_or(0);
        if (radius <= 0 && info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy))
            radius = info.attribute(QGeoPositionInfo::HorizontalAccuracy);
        const qint64 accuracy = std::isfinite(radius) ? std::llround(std::ceil(std::min<double>(radius, kWorstM))) : 0;
        const auto position =
            Position::make(std::llround(at.latitude() * 1e6), std::llround(at.longitude() * 1e6), accuracy);
        if (position)
            take(*position);
    });
    m_source->startUpdates();
    m_forSpeed.start(m_patience.speed);
}

void NmeaReceiver::take(const Position &position)
{
    m_forFix.stop();
    const bool known = position.accuracyM() > 0;
    if (!m_best || (known && (m_best->accuracyM() == 0 || position.accuracyM() <= m_best->accuracyM())))
        m_best = position;
    if (known && position.accuracyM() <= kGoodM)
        finish();
    else if (!m_forBetter.isActive())
        m_forBetter.start(m_patience.better);
}

void NmeaReceiver::finish()
{
    const auto best = m_best;
    stop();
    if (best)
        Q_EMIT found(*best);
}

/// Pulled out, or broken: what was heard until then is all that there is.
void NmeaReceiver::lose()
{
    if (m_best)
        return finish();
    fail("gps.device", m_line ? m_line->errorString() : QString());
}

void NmeaReceiver::fail(const char *where, const QString &why)
{
    stop();
    Q_EMIT failed(makeError(ErrorCode::NotFound, why, QLatin1String(where)));
}

QStringList receiversAmong(const QList<std::pair<QString, bool>> &ports)
{
    QStringList attached;
    QStringList builtIn;
    for (const auto &[name, vendor] : ports)
        (vendor || name.startsWith(QLatin1String("rfcomm")) ? attached : builtIn).append(name);
    return attached.isEmpty() ? builtIn : attached;
}

std::unique_ptr<ui::PositionReceiver> laptopReceiver()
{
    const auto devices = [] {
        QList<std::pair<QString, bool>> ports;
        for (const QSerialPortInfo &port : QSerialPortInfo::availablePorts())
            ports.append({port.portName(), port.hasVendorIdentifier()});
        return receiversAmong(ports);
    };
    const auto open = [](const QString &device, int baud) -> std::unique_ptr<QIODevice> {
        auto port = std::make_unique<QSerialPort>(device);
        port->setBaudRate(baud);
        if (!port->open(QIODevice::ReadOnly))
            return nullptr;
        return port;
    };
    return std::make_unique<NmeaReceiver>(devices, open, NmeaReceiver::Patience{});
}

} // namespace markaz::desktop

#else

std::unique_ptr<markaz::ui::PositionReceiver> markaz::desktop::laptopReceiver()
{
    return nullptr;
}

#endif
