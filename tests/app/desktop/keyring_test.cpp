// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The computer's keyring itself: a GNOME Keyring on a session bus of its own, with everything in a temporary folder.
#include "app/desktop/keyring.h"
#include "core/security/secretkey.h"
#include "tests/support/childprocess.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <memory>
#include <optional>

namespace markaz::desktop {
namespace {

const QString kName = QStringLiteral("sample.inspector/01900000-0000-7000-8000-00000000d001");

/// What the keyring says to one question.
template <class T>
Result<T> answered(const std::function<void(std::function<void(Result<T>)>)> &ask)
{
    const auto answer = std::make_shared<std::optional<Result<T>>>(); // it may come after all, later
    ask([answer](Result<T> said) { answer->emplace(std::move(said)); });
    if (!QTest::qWaitFor([&answer] { return answer->has_value(); }, 20'000))
        return makeError(ErrorCode::Internal, QStringLiteral("the keyring does not answer"));
    return **answer;
}

/// This very program again, for the test \p which alone, on a bus where a keyring runs; what it ended with.
int onABusWithAKeyring(const QString &which, const QString &home, QByteArray &words)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QLatin1String(name), home);
    environment.insert(QStringLiteral("XDG_CURRENT_DESKTOP"), QStringLiteral("GNOME"));
    environment.insert(QStringLiteral("MARKAZ_TEST_KEYRING"), home);
    environment.remove(QStringLiteral("GNOME_KEYRING_CONTROL"));
    environment.remove(QStringLiteral("DISPLAY")); // nobody is there to be asked
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    // No service directories: the bus starts nothing by itself that would outlive it.
    QFile config(home + QStringLiteral("/bus.conf"));
    if (!config.open(QIODevice::WriteOnly) ||
        config.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context=\"default\">"
                     "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow "
                     "own=\"*\"/></policy></busconfig>") < 0)
        return -3;
    config.close();
    QProcess bus;
    test::bindToUs(bus, 9);
    bus.setProcessEnvironment(environment);
    bus.setProcessChannelMode(QProcess::MergedChannels);
    bus.start(QStringLiteral("dbus-run-session"),
              {QStringLiteral("--config-file=") + config.fileName(), QStringLiteral("--"), QStringLiteral("sh"),
               QStringLiteral("-c"),
               QStringLiteral("printf 'a sample login' | gnome-keyring-daemon --foreground --unlock "
                              "--components=secrets >/dev/null & \"$0\" \"$@\"; ended=$?; kill $!; wait; exit $ended"),
               QCoreApplication::applicationFilePath(), QStringLiteral("--gtest_filter=") + which});
    if (!bus.waitForFinished(60'000))
        return -1;
    words = bus.readAll();
    return bus.exitStatus() == QProcess::NormalExit ? bus.exitCode() : -2;
}

TEST(DesktopKeyring, keepsTheKeyOfAnUnlock_andForgetsIt)
{
    if (!qEnvironmentVariableIsSet("MARKAZ_TEST_KEYRING")) {
        const QTemporaryDir home;
        QByteArray words;
        EXPECT_EQ(
            onABusWithAKeyring(QStringLiteral("DesktopKeyring.keepsTheKeyOfAnUnlock_andForgetsIt"), home.path(), words),
            0)
            << words.constData();
        return;
    }
    const auto keyring = desktopKeyring();
    const auto read = [&] {
        return answered<QByteArray>([&](Keyring::Read answer) { keyring->read(kName, std::move(answer)); });
    };
    const auto write = [&](const QByteArray &secret) {
        return answered<void>([&](Keyring::Done answer) { keyring->write(kName, secret, std::move(answer)); });
    };
    const auto remove = [&] {
        return answered<void>([&](Keyring::Done answer) { keyring->remove(kName, std::move(answer)); });
    };
    const auto hasNothing = [&] {
        const auto answer = read();
        return !answer && answer.error().code == ErrorCode::NotFound;
    };
    ASSERT_TRUE(QTest::qWaitFor(hasNothing, 20'000)) << "the keyring has not come up";
    const auto bytesOf = [](const SecretKey &key) {
        return QByteArray(reinterpret_cast<const char *>(key.data()), SecretKey::kSize);
    };
    QByteArray first = bytesOf(SecretKey::random());
    first[3] = '\0'; // bytes, not a text
    first[4] = '\xff';
    const auto written = write(first);
    ASSERT_TRUE(written) << qPrintable(written.error().detail);
    ASSERT_TRUE(read());
    EXPECT_EQ(*read(), first);
    const QByteArray second = bytesOf(SecretKey::random());
    ASSERT_TRUE(write(second)) << "the passphrase was changed";
    EXPECT_EQ(*read(), second);
    int files = 0;
    QDirIterator all(qEnvironmentVariable("MARKAZ_TEST_KEYRING"), QDir::Files | QDir::Hidden,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        files += content.isEmpty() ? 0 : 1;
        for (const QByteArray &form : {second, second.toBase64(), second.toHex()})
            EXPECT_FALSE(content.contains(form)) << qPrintable(file.fileName());
    }
    EXPECT_GT(files, 0) << "the keyring keeps it, and not this process";
    EXPECT_TRUE(remove());
    EXPECT_TRUE(hasNothing());
    EXPECT_TRUE(remove()) << "it is removed already";
}

TEST(DesktopKeyring, whereNoBusIs_saysSo)
{
    if (!qEnvironmentVariableIsSet("MARKAZ_TEST_KEYRING")) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("MARKAZ_TEST_KEYRING"), QStringLiteral("none"));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
        QProcess alone;
        alone.setProcessEnvironment(environment);
        alone.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--gtest_filter=DesktopKeyring.whereNoBusIs_saysSo")});
        ASSERT_TRUE(alone.waitForFinished(60'000));
        EXPECT_EQ(alone.exitCode(), 0) << alone.readAll().constData();
        return;
    }
    const auto keyring = desktopKeyring();
    const auto answer = answered<QByteArray>([&](Keyring::Read said) { keyring->read(kName, std::move(said)); });
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::StorageFailed) << qPrintable(answer.error().detail);
}

} // namespace
} // namespace markaz::desktop
