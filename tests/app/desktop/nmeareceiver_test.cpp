// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// GPS receivers over NMEA 0183: at a pseudo terminal, through the serial port that a real one stands at, and sentence
// by sentence.
#include "app/desktop/devices.h"

#ifdef MARKAZ_WITH_POSITIONING

#include "app/desktop/nmeareceiver.h"

#include <QSerialPort>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

namespace markaz::desktop {
namespace {

using namespace std::chrono_literals;

/// A sentence with its checksum (NMEA 0183: the XOR of what stands between $ and *).
QByteArray sentence(const QByteArray &words)
{
    int sum = 0;
    for (const char c : words)
        sum ^= static_cast<uchar>(c);
    return '$' + words + '*' + QByteArray::number(sum, 16).rightJustified(2, '0').toUpper() + "\r\n";
}

/// GGA: 31 31.224' N = 31.5204, 74 21.522' E = 74.3587. \p quality 0 = no fix.
QByteArray gga(const QByteArray &hdop, const QByteArray &time = "090500", char quality = '1')
{
    return sentence("GPGGA," + time + ".00,3131.22400,N,07421.52200,E," + quality + ",08," + hdop +
                    ",217.0,M,-40.0,M,,");
}

QByteArray rmc(const QByteArray &time = "090500", char status = 'A')
{
    return sentence("GPRMC," + time + ".00," + status + ",3131.22400,N,07421.52200,E,0.0,0.0,241126,,,A");
}

/// The other end of a serial line.
class Terminal
{
public:
    Terminal()
        : m_master(posix_openpt(O_RDWR | O_NOCTTY))
    {
        if (m_master < 0 || grantpt(m_master) != 0 || unlockpt(m_master) != 0)
            qFatal("no pseudo terminal");
        m_name = QString::fromLocal8Bit(ptsname(m_master));
    }
    ~Terminal() { unplug(); }
    void send(const QByteArray &bytes)
    {
        if (write(m_master, bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size())
            qFatal("the terminal takes nothing");
    }
    void unplug()
    {
        if (m_master >= 0)
            close(m_master);
        m_master = -1;
    }
    const QString &name() const { return m_name; }

private:
    int m_master;
    QString m_name;
};

class NmeaReceiverTest : public testing::Test
{
protected:
    NmeaReceiverTest() { make({20s, 50ms, 20s}); }
    void make(NmeaReceiver::Patience patience)
    {
        m_receiver =
            std::make_unique<NmeaReceiver>([this] { return QStringList{m_terminal.name()}; },
                                           [this](const QString &device, int baud) -> std::unique_ptr<QIODevice> {
                                               m_speeds.append(baud);
                                               auto port = std::make_unique<QSerialPort>(device);
                                               port->setBaudRate(baud);
                                               if (!port->open(QIODevice::ReadOnly))
                                                   return nullptr;
                                               return port;
                                           },
                                           patience);
        QObject::connect(m_receiver.get(), &NmeaReceiver::found, m_receiver.get(),
                         [this](const Position &position) { m_found.append(position); });
        QObject::connect(m_receiver.get(), &NmeaReceiver::failed, m_receiver.get(),
                         [this](const Error &error) { m_failed.append(error.where); });
    }
    bool settled()
    {
        return QTest::qWaitFor([this] { return !m_found.isEmpty() || !m_failed.isEmpty(); }, 20'000);
    }

    Terminal m_terminal;
    std::unique_ptr<NmeaReceiver> m_receiver;
    QList<Position> m_found;
    QStringList m_failed;
    QList<int> m_speeds;
};

} // namespace

TEST(NmeaReceiver, builtInLines_areAskedWhereNothingIsPluggedIn)
{
    const QString built = QStringLiteral("ttyS0");
    const QString usb = QStringLiteral("ttyUSB0");
    const QString paired = QStringLiteral("rfcomm0");
    EXPECT_EQ(receiversAmong({{built, false}}), QStringList{built});
    EXPECT_EQ(receiversAmong({{built, false}, {usb, true}, {paired, false}}), (QStringList{usb, paired}));
    EXPECT_TRUE(receiversAmong({}).isEmpty());
}

TEST_F(NmeaReceiverTest, goodFix_comesAtOnceWithTheAccuracyOfItsGeometry)
{
    m_receiver->ask(m_terminal.name());
    m_terminal.send(gga("0.9") + rmc());
    ASSERT_TRUE(settled());
    ASSERT_EQ(m_found.size(), 1) << qPrintable(m_failed.join(QLatin1Char(' ')));
    EXPECT_EQ(m_found.first().latitudeE6(), 31'520'400);
    EXPECT_EQ(m_found.first().longitudeE6(), 74'358'700);
    EXPECT_EQ(m_found.first().accuracyM(), 7) << "0.9 times 3.5 m, doubled for 95 of 100, and rounded up";
}

TEST_F(NmeaReceiverTest, errorStatistics_areBetterThanGeometry)
{
    m_receiver->ask(m_terminal.name());
    m_terminal.send(sentence("GPGST,090500.00,4.0,3.0,2.0,45.0,1.5,2.0,4.0") + gga("0.9") + rmc());
    ASSERT_TRUE(settled());
    ASSERT_EQ(m_found.size(), 1);
    EXPECT_EQ(m_found.first().accuracyM(), 5) << "twice the root of 1.5 and 2.0 squared";
}

TEST_F(NmeaReceiverTest, poorFix_waitsForABetterOneAndGivesTheBest)
{
    m_receiver->ask(m_terminal.name());
    m_terminal.send(gga("9.0", "090500") + rmc("090500") + gga("5.0", "090501") + rmc("090501") + gga("8.0", "090502") +
                    rmc("090502"));
    ASSERT_TRUE(settled());
    ASSERT_EQ(m_found.size(), 1);
    EXPECT_EQ(m_found.first().accuracyM(), 35);
}

TEST_F(NmeaReceiverTest, badChecksumAndNoise_areNoFix)
{
    make({300ms, 50ms, 20s});
    QByteArray wrong = gga("0.9") + rmc();
    wrong.replace("31.224", "99.224"); // one digit fell over on the line, the checksum stayed
    m_receiver->ask(m_terminal.name());
    m_terminal.send(wrong + QByteArray("\xff\x00$GP\r\n$*\r\n$GPGGA,,,,*00\r\n", 27));
    ASSERT_TRUE(settled());
    EXPECT_EQ(m_failed, QStringList{QStringLiteral("gps.nofix")});
}

TEST_F(NmeaReceiverTest, receiverWithoutAFix_isSaidSo)
{
    make({300ms, 50ms, 20s});
    m_receiver->ask(m_terminal.name());
    m_terminal.send(gga("99.9", "090500", '0') + rmc("090500", 'V'));
    ASSERT_TRUE(settled());
    EXPECT_EQ(m_failed, QStringList{QStringLiteral("gps.nofix")});
    EXPECT_TRUE(m_found.isEmpty());
}

TEST_F(NmeaReceiverTest, deviceThatIsNotThere_isSaidSo)
{
    m_receiver->ask(QStringLiteral("/dev/markaz-no-such-line"));
    ASSERT_TRUE(settled());
    EXPECT_EQ(m_failed, QStringList{QStringLiteral("gps.device")});
}

TEST_F(NmeaReceiverTest, deviceThatIsPulledOut_isSaidAtOnce)
{
    m_receiver->ask(m_terminal.name());
    m_terminal.send(gga("99.9", "090500", '0') + rmc("090500", 'V'));
    m_terminal.unplug();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !m_failed.isEmpty(); }, 5'000)) << "long before the patience ends";
    EXPECT_EQ(m_failed, QStringList{QStringLiteral("gps.device")});
}

TEST_F(NmeaReceiverTest, silence_isTriedAtOtherSpeeds)
{
    make({20s, 50ms, 30ms});
    m_receiver->ask(m_terminal.name());
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_speeds.size() >= 3; }, 20'000));
    EXPECT_EQ(m_speeds.first(3), (QList<int>{9600, 4800, 38'400}));
    m_receiver->stop();
    make({20s, 50ms, 20s});
    m_receiver->ask(m_terminal.name());
    m_terminal.send(gga("0.9") + rmc());
    ASSERT_TRUE(settled());
    EXPECT_EQ(m_found.size(), 1);
}

TEST_F(NmeaReceiverTest, stop_letsTheLineGo)
{
    m_receiver->ask(m_terminal.name());
    m_receiver->stop();
    m_terminal.send(gga("0.9") + rmc());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QSerialPort port(m_terminal.name());
    EXPECT_TRUE(port.open(QIODevice::ReadOnly)) << qPrintable(port.errorString());
    EXPECT_TRUE(m_found.isEmpty() && m_failed.isEmpty());
}

} // namespace markaz::desktop

#endif
