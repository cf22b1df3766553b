// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What an order to destroy reaches, and what a typing mistake in the settings must not open.
#include "app/desktop/accountlock.h"
#include "app/desktop/profile.h"
#include "core/sync/serverpins.h"
#include "tests/app/desktop/desktopfixture.h"

namespace markaz::desktop {
namespace {

TEST(Forgotten, whatWasSetAside_isDestroyedWithItsAccount)
{
    QTemporaryDir dir;
    const auto profile = Profile::open(dir.filePath(QStringLiteral("profile")));
    ASSERT_TRUE(profile.ok());
    const FixedClock clock(QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC));
    constexpr PasswordCost kLight{1, 8 * 1024};
    const QString folder = *profile->accountFolder(QStringLiteral("a.khan"));
    const QString other = *profile->accountFolder(QStringLiteral("a.khanum"));
    AccountLock lock(folder, clock, kLight);
    ASSERT_TRUE(lock.choose(QStringLiteral("a long passphrase")).ok());
    const auto aside = lock.setAside();
    ASSERT_TRUE(aside.ok());
    ASSERT_TRUE(QFile::exists(dataKeyIn(*aside)));
    ASSERT_TRUE(profile->accountFolder(QStringLiteral("a.khan")).ok());
    ASSERT_TRUE(lock.choose(QStringLiteral("another passphrase")).ok());
    ASSERT_TRUE(AccountLock(other, clock, kLight).choose(QStringLiteral("somebody else's")).ok());
    ASSERT_TRUE(lock.destroy().ok());
    EXPECT_FALSE(QFile::exists(folder));
    EXPECT_FALSE(QFile::exists(*aside)) << "it holds the same account's records";
    EXPECT_TRUE(QFile::exists(dataKeyIn(other))) << "that one is another's";
}

TEST(Forgotten, whatCannotBeRemoved_keepsNoOtherKeyAlive)
{
    QTemporaryDir dir;
    const auto profile = Profile::open(dir.filePath(QStringLiteral("profile")));
    ASSERT_TRUE(profile.ok());
    FixedClock clock(QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC));
    constexpr PasswordCost kLight{1, 8 * 1024};
    const QString folder = *profile->accountFolder(QStringLiteral("a.khan"));
    AccountLock lock(folder, clock, kLight);
    QStringList asides;
    for (int i = 0; i < 2; ++i) {
        ASSERT_TRUE(profile->accountFolder(QStringLiteral("a.khan")).ok());
        ASSERT_TRUE(lock.choose(QStringLiteral("a long passphrase")).ok());
        const auto aside = lock.setAside();
        ASSERT_TRUE(aside.ok());
        asides.append(*aside);
        clock.advance(60'000);
    }
    // A folder in the place of a key is none that can be removed as one.
    ASSERT_TRUE(QFile::remove(dataKeyIn(asides.first())));
    ASSERT_TRUE(QDir().mkpath(dataKeyIn(asides.first())));
    ASSERT_TRUE(profile->accountFolder(QStringLiteral("a.khan")).ok());
    ASSERT_TRUE(lock.choose(QStringLiteral("a long passphrase")).ok());
    const auto destroyed = lock.destroy();
    ASSERT_FALSE(destroyed.ok());
    EXPECT_EQ(destroyed.error().where, dataKeyIn(asides.first()));
    EXPECT_FALSE(QFile::exists(folder));
    EXPECT_FALSE(QFile::exists(asides.last())) << "its key opens what the order was to destroy";
}

TEST(Pins, whatNobodyCanRead_isAPinThatNoServerHas)
{
    QTemporaryDir dir;
    const auto profile = Profile::open(dir.path());
    ASSERT_TRUE(profile.ok());
    const QString path = dir.filePath(QStringLiteral("desktop.json"));
    const QByteArray good = R"({"server_pins": ["sha256//47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="]})";
    put(path, good);
    EXPECT_TRUE(ServerPins::of(profile->settings().pins).ok());
    for (const char *wrong : {R"({"server_pins": sha256})", R"({"server_pin": ["sha256//AAAA"]})",
                              R"({"Server_Pins": []})", R"({"server_pins": "sha256//AAAA"})", R"({"server_pins": []})",
                              R"({"server_pins": [7]})", R"({"server_pins": null})"}) {
        put(path, wrong);
        EXPECT_FALSE(ServerPins::of(profile->settings().pins).ok()) << wrong;
        ASSERT_TRUE(profile->save(profile->settings()).ok());
        EXPECT_FALSE(ServerPins::of(profile->settings().pins).ok())
            << "and stays so once the colours were changed: " << wrong;
    }
    for (const char *none : {"", "{}", R"({"language": "ur"})", "not JSON"}) {
        put(path, none);
        EXPECT_TRUE(profile->settings().pins.isEmpty()) << none;
    }
}

} // namespace
} // namespace markaz::desktop
