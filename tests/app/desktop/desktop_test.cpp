// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The profile on disk, and the program over a profile that is new, known, or damaged.
#include "tests/app/desktop/desktopfixture.h"

#include "core/storage/syncstaterepository.h"
#include "ui/pages/sync/cachecopiescard.h"
#include "ui/pages/sync/syncpage.h"
#include "ui/widgets/messagebar.h"

namespace markaz::desktop {
namespace {

TEST(Profile, settings_comeBackAsTheyWereSaved)
{
    QTemporaryDir dir;
    const auto profile = Profile::open(dir.filePath(QStringLiteral("a/b")));
    ASSERT_TRUE(profile.ok());
    EXPECT_EQ(profile->settings().server, QString());
    ASSERT_TRUE(profile
                    ->save({QStringLiteral("https://markaz.example"), QStringLiteral("sana"), QStringLiteral("ur"),
                            QStringLiteral("dark")})
                    .ok());
    const auto again = Profile::open(dir.filePath(QStringLiteral("a/b")))->settings();
    EXPECT_EQ(again.server, QStringLiteral("https://markaz.example"));
    EXPECT_EQ(again.account, QStringLiteral("sana"));
    EXPECT_EQ(again.language, QStringLiteral("ur"));
    EXPECT_EQ(again.scheme, QStringLiteral("dark"));
    EXPECT_EQ(QFile::permissions(dir.filePath(QStringLiteral("a/b"))) &
                  (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
              0);
}

TEST(Profile, damagedSettings_areTheDefaults)
{
    QTemporaryDir dir;
    put(dir.filePath(QStringLiteral("desktop.json")), "{\"server\": \"ht");
    const auto settings = Profile::open(dir.path())->settings();
    EXPECT_EQ(settings.server, QString());
    EXPECT_EQ(settings.language, QString());
}

TEST(Profile, anAccountName_neverLeavesTheProfile)
{
    QTemporaryDir dir;
    const auto profile = Profile::open(dir.path());
    for (const char *bad : {"", "..", "../other", "a/b", "/etc", ".hidden", "Sana", "a b", "a\n", "ثنا"}) {
        const auto folder = profile->accountFolder(QString::fromUtf8(bad));
        ASSERT_FALSE(folder.ok()) << bad;
        EXPECT_EQ(folder.error().code, ErrorCode::InvalidValue) << bad;
    }
    EXPECT_FALSE(profile->accountFolder(QString(61, QLatin1Char('a'))).ok());
    EXPECT_TRUE(profile->accountFolder(QStringLiteral("sample.inspector-2")).ok());
    EXPECT_EQ(QDir(dir.filePath(QStringLiteral("accounts"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
              QStringList{QStringLiteral("sample.inspector-2")});
}

TEST(SampleAccounts, areReadOrRefusedWithTheirPath)
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("sample-accounts.json"));
    const auto missing = readSampleAccounts(path);
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, ErrorCode::StorageFailed);
    EXPECT_EQ(missing.error().where, path);
    for (const char *bad : {"", "[", "{}", "{\"accounts\": {}}", "{\"accounts\": []}"}) {
        put(path, bad);
        const auto read = readSampleAccounts(path);
        ASSERT_FALSE(read.ok()) << bad;
        EXPECT_EQ(read.error().code, ErrorCode::Malformed) << bad;
        EXPECT_EQ(read.error().where, path);
    }
    put(path,
        R"({"accounts": [{"name": "sample.inspector", "display_name": "Sample Inspector", "role": "inspector", "password": "sample"}]})");
    const auto read = readSampleAccounts(path);
    ASSERT_TRUE(read.ok());
    ASSERT_EQ(read->size(), 1);
    EXPECT_EQ(read->first().displayName, QStringLiteral("Sample Inspector"));
}

TEST_F(Desktop, aNewProfile_asksToSignIn)
{
    start();
    EXPECT_TRUE(atSignIn());
}

TEST_F(Desktop, anotherLanguage_keepsTheFormOfTheCode)
{
    start();
    press("otherForm");
    for (int i = 0; i < 2; ++i) { // there and back
        const auto *before = m_app->window()->centralWidget();
        press("otherLanguage");
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_app->window()->centralWidget() != before; }));
        EXPECT_FALSE(line("oneTimeCode")->parentWidget()->isHidden());
        EXPECT_TRUE(line("password")->parentWidget()->isHidden());
    }
}

TEST_F(Desktop, aKnownAccount_isUnlockedAndWorksWithoutANetwork)
{
    knowAccount();
    startUnlocked();
    EXPECT_TRUE(atDesk());
    EXPECT_EQ(messages(), QString());
}

TEST_F(Desktop, aRefusedServerAddress_isShownToBeMendedAndNotKept)
{
    const auto askToSignIn = [&] {
        Q_EMIT m_app->window()->findChild<ui::SyncPage *>()->signInRequested();
        ASSERT_TRUE(QTest::qWaitFor([&] { return atSignIn(); }));
    };
    knowAccount();
    startUnlocked();
    askToSignIn();
    line("serverAddress")->setText(QStringLiteral("http://markaz.invalid"));
    line("accountName")->setText(QStringLiteral("sana"));
    line("password")->setText(QStringLiteral("a sample password"));
    press("signIn");
    ASSERT_TRUE(QTest::qWaitFor([&] { return atSignIn() && !messages().isEmpty(); }));
    EXPECT_EQ(line("serverAddress")->text(), QStringLiteral("http://markaz.invalid")) << "to be mended";

    press("goOnOffline");
    ASSERT_TRUE(QTest::qWaitFor([&] { return atDesk(); })) << "it is unlocked already";
    askToSignIn();
    EXPECT_EQ(line("serverAddress")->text(), QStringLiteral("http://127.0.0.1:9"));
    EXPECT_EQ(Profile::open(m_dir.path())->settings().server, QStringLiteral("http://127.0.0.1:9"));
}

TEST_F(Desktop, aDamagedCache_isMovedAsideAndTold)
{
    knowAccount();
    const QByteArray damage(8192, 'x');
    put(cachePath(), damage);
    startUnlocked();
    ASSERT_EQ(movedAside().size(), 1);
    EXPECT_EQ(contentOf(QFileInfo(cachePath()).dir().filePath(movedAside().first())), damage) << "kept byte for byte";
    EXPECT_TRUE(says(QStringLiteral("was damaged"))) << qPrintable(messages());
    EXPECT_TRUE(says(movedAside().first())) << "and where it is";
}

TEST_F(Desktop, aDamagedCache_withCopies_goesOnWithTheNewestWholeOneWithoutANetwork)
{
    knowAccount();
    startUnlocked();
    m_app->session()->finishCopies();
    ASSERT_EQ(m_app->session()->copies().list().size(), 1);
    m_app.reset();
    put(QFileInfo(cachePath()).dir().filePath(QStringLiteral("backups/cache-20990101T000000Z.db")), "damaged too");
    put(cachePath(), QByteArray(8192, 'x'));
    startUnlocked();
    ASSERT_TRUE(atSignIn());
    EXPECT_TRUE(says(movedAside().value(0))) << qPrintable(messages());
    startUnlocked(); // also when the program was ended in between
    ASSERT_TRUE(atSignIn());
    QPushButton *restore = nullptr;
    for (auto *button : m_app->window()->findChildren<QPushButton *>()) {
        if (button->text().contains(QStringLiteral("Go on with the copy")))
            restore = button;
    }
    ASSERT_NE(restore, nullptr);
    restore->click();
    ASSERT_TRUE(QTest::qWaitFor([this] { return atDesk() && !messages().isEmpty(); }));
    EXPECT_TRUE(says(QStringLiteral("are back"))) << qPrintable(messages());
    EXPECT_FALSE(messages().contains(QStringLiteral("was damaged"))) << "once is enough";
    EXPECT_EQ(movedAside().size(), 1) << "the damaged file stays";
}

TEST_F(Desktop, aDamagedCache_withoutAWholeCopy_saysSo)
{
    knowAccount();
    startUnlocked();
    m_app->session()->finishCopies();
    put(m_app->session()->copies().list().first().path, "damaged too");
    m_app.reset();
    put(cachePath(), QByteArray(8192, 'x'));
    startUnlocked();
    ASSERT_TRUE(atSignIn());
    const QString before = messages();
    auto *restore = m_app->window()->findChild<ui::MessageBar *>();
    ASSERT_NE(restore, nullptr);
    Q_EMIT restore->actionTriggered();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !messages().isEmpty() && messages() != before; }));
    EXPECT_TRUE(atSignIn());
}

TEST_F(Desktop, aKnownAccountsCache_isCopiedAndACopyComesBackByTheButton)
{
    knowAccount();
    startUnlocked();
    ASSERT_TRUE(atDesk());
    m_app->session()->copyIfDue(); // harmless beside the one at the start
    m_app->session()->finishCopies();
    ASSERT_EQ(m_app->session()->copies().list().size(), 1);
    ASSERT_TRUE(m_app->session()->state().set(QStringLiteral("sample_data"), QStringLiteral("1")));

    auto *card = m_app->window()->findChild<ui::CacheCopiesCard *>();
    ASSERT_NE(card, nullptr);
    card->reload();
    auto *restore = card->findChild<QPushButton *>(QStringLiteral("restoreCopy"));
    restore->click();
    EXPECT_TRUE(m_app->session()->holdsSample()) << "it asks once more";
    restore->click();
    QCoreApplication::processEvents(); // the desk that asked is replaced when its signal is done
    QCoreApplication::processEvents(); // and the new one shown
    ASSERT_TRUE(atDesk());
    EXPECT_FALSE(m_app->session()->holdsSample()) << "as it stood when the copy was made";
    EXPECT_TRUE(says(QStringLiteral("cache.db.replaced-"))) << qPrintable(messages());
    const QStringList kept =
        QFileInfo(cachePath()).dir().entryList({QStringLiteral("cache.db.replaced-*Z")}, QDir::Files);
    EXPECT_EQ(kept.size(), 1);
}

TEST_F(Desktop, aProgramThatWasKilled_isFollowedByAThoroughLook)
{
    knowAccount();
    {
        auto database = Database::openSqlite(cachePath());
        ASSERT_TRUE(database.ok());
        // An index that does not fit its table, which the quick look passes over.
        ASSERT_TRUE((*database)->runScript(
            QStringLiteral("PRAGMA writable_schema = ON; CREATE TABLE odd (a TEXT); CREATE INDEX odd_a ON odd (a); "
                           "INSERT INTO odd VALUES ('x'); UPDATE sqlite_schema SET sql = "
                           "'CREATE INDEX odd_a ON odd (a) WHERE a IS NULL' WHERE name = 'odd_a'; "
                           "PRAGMA writable_schema = RESET;")));
    }
    startUnlocked();
    EXPECT_TRUE(movedAside().isEmpty());
    m_app.reset();
    EXPECT_FALSE(QFile::exists(cachePath() + QStringLiteral(".open"))) << "it ended by itself";
    put(cachePath() + QStringLiteral(".open"), {});
    startUnlocked();
    EXPECT_EQ(movedAside().size(), 1);
}

TEST_F(Desktop, aStartThatFails_leavesTheThoroughLookToTheNext)
{
    knowAccount();
    const auto setVersion = [this](int version) {
        auto database = Database::openSqlite(cachePath());
        ASSERT_TRUE(database.ok());
        ASSERT_TRUE((*database)->runScript(QStringLiteral("PRAGMA user_version = %1;").arg(version)).ok());
    };
    const QString mark = cachePath() + QStringLiteral(".open");
    setVersion(9999);
    start();
    unlock();
    ASSERT_TRUE(atUnlock());
    m_app.reset();
    EXPECT_FALSE(QFile::exists(mark)) << "nothing is to be looked at";
    put(mark, {}); // a program was killed
    start();
    unlock();
    ASSERT_TRUE(atUnlock());
    m_app.reset();
    EXPECT_TRUE(QFile::exists(mark));
}

TEST_F(Desktop, aCacheOfANewerProgram_isLeftAloneAndTold)
{
    knowAccount();
    {
        auto database = Database::openSqlite(cachePath());
        ASSERT_TRUE(database.ok());
        ASSERT_TRUE((*database)->runScript(QStringLiteral("PRAGMA user_version = 9999;")).ok());
    }
    start();
    unlock();
    EXPECT_TRUE(atUnlock());
    EXPECT_FALSE(messages().isEmpty());
    EXPECT_TRUE(movedAside().isEmpty());
}

TEST_F(Desktop, aKeyFileThatCannotBeRead_isToldAndKept)
{
    knowAccount();
    ASSERT_TRUE(QFile::exists(keyPath()));
    put(keyPath(), "short");
    start();
    EXPECT_TRUE(atSignIn());
    EXPECT_FALSE(messages().isEmpty());
    EXPECT_EQ(contentOf(keyPath()), QByteArray("short"));
}

} // namespace
} // namespace markaz::desktop
