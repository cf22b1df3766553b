// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The lock before an account's data: choosing a passphrase, unlocking, locking, changing it, forgetting it.
#include "tests/app/desktop/desktopfixture.h"

#include "core/storage/syncstaterepository.h"
#include "core/workflow/buildings.h"
#include "ui/pages/account/passphrasepage.h"
#include "ui/pages/buildings/buildingform.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/centres/centrespage.h"
#include "ui/pages/work/closedpage.h"

#include <QAction>
#include <QCheckBox>
#include <QDirIterator>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace markaz::desktop {
namespace {

const QString kOther = QStringLiteral("another passphrase");

class Lock : public Desktop
{
protected:
    /// Open a minute before, locked then.
    void expectLockedAfter(int minutes)
    {
        m_app->idleWatch().touch();
        for (const int more : {minutes - 1, 1}) {
            EXPECT_TRUE(atDesk());
            m_clock.advance(more * 60'000);
            m_app->idleWatch().look();
            QCoreApplication::processEvents();
        }
        ASSERT_TRUE(atUnlock());
    }
    void signIn(const char *name)
    {
        ASSERT_TRUE(atSignIn());
        line("serverAddress")->setText(QStringLiteral("http://127.0.0.1:9"));
        line("accountName")->setText(QLatin1String(name));
        line("password")->setText(QStringLiteral("a sample password"));
        press("signIn");
        QCoreApplication::processEvents();
    }
    void choose(const QString &passphrase)
    {
        ASSERT_TRUE(atChoose());
        line("newPassphrase")->setText(passphrase);
        line("passphraseAgain")->setText(passphrase);
        press("takePassphrase");
        QCoreApplication::processEvents();
    }
    bool opensWith(const QString &passphrase) { return openWrappedKey(keyPath(), passphrase).ok(); }
    void tickKeyring(bool on) { m_app->window()->findChild<QCheckBox *>(QStringLiteral("useKeyring"))->setChecked(on); }
    bool keyringNoted() { return AccountLock(folder(), m_clock).keyringRemembers(); }
};

TEST_F(Lock, aFirstSignInThatFails_isToldBeforeAPassphraseIsAskedFor)
{
    start();
    signIn("sana");
    ASSERT_TRUE(QTest::qWaitFor([this] { return atSignIn() && !messages().isEmpty(); })) << "nobody answers there";
    EXPECT_FALSE(QFile::exists(keyPath()));
    EXPECT_EQ(line("accountName")->text(), QStringLiteral("sana"));
    EXPECT_EQ(line("password")->text(), QStringLiteral("a sample password")) << "it may be right";
    EXPECT_TRUE(line("password")->hasFocus());
    signIn("sana");
    EXPECT_TRUE(atSignIn());
    m_app.reset();
    EXPECT_FALSE(QFile::exists(folder())) << "nobody had signed in, so nothing is kept";
}

TEST_F(Lock, aKnownAccount_opensWithItsPassphraseOnly)
{
    knowAccount();
    start();
    ASSERT_TRUE(atUnlock());
    EXPECT_EQ(m_app->session(), nullptr) << "nothing is open";
    QString words;
    for (const QLabel *label : m_app->window()->findChildren<QLabel *>())
        words += label->text();
    EXPECT_TRUE(words.contains(QStringLiteral("sana"))) << "whose it is";
    unlock(kOther);
    EXPECT_TRUE(atUnlock());
    EXPECT_EQ(m_app->session(), nullptr);
    EXPECT_TRUE(says(QStringLiteral("The passphrase is wrong."))) << qPrintable(messages());
    m_clock.advance(1000);
    start();
    unlock();
    EXPECT_TRUE(atDesk());
}

TEST_F(Lock, eachWrongPassphrase_makesTheNextTryWaitLonger_alsoAfterARestart)
{
    knowAccount();
    AccountLock lock(folder(), m_clock, kLight);
    for (int seconds : {1, 2, 4, 8, 16, 32, 60, 60}) {
        EXPECT_EQ(lock.open(kOther).error().code, ErrorCode::Unauthenticated);
        EXPECT_EQ(lock.wait().count(), seconds);
        const auto early = lock.open(m_passphrase);
        ASSERT_FALSE(early.ok()) << "also the right one waits";
        EXPECT_EQ(early.error().where, QStringLiteral("wait"));
        EXPECT_EQ(lock.wait().count(), seconds) << "and a try that was none costs nothing";
        start();
        ASSERT_TRUE(atUnlock());
        line("passphrase")->setText(m_passphrase);
        EXPECT_FALSE(m_app->window()->findChild<QPushButton *>(QStringLiteral("unlock"))->isEnabled());
        m_clock.advance(qint64(seconds) * 1000);
    }
    start();
    unlock();
    ASSERT_TRUE(atDesk());
    EXPECT_EQ(lock.open(kOther).error().code, ErrorCode::Unauthenticated);
    EXPECT_EQ(lock.wait().count(), 1) << "a success begins anew";
}

TEST_F(Lock, aPlainKeyOfBefore_isWrappedAtTheNextStart)
{
    knowAccount();
    const auto key = openWrappedKey(keyPath(), m_passphrase);
    const QByteArray plain(reinterpret_cast<const char *>(key->data.data()), SecretKey::kSize);
    put(keyPath(), "MKZKEY1\n" + plain);
    start();
    ASSERT_TRUE(atChoose());
    EXPECT_EQ(m_app->session(), nullptr);
    choose(kOther);
    ASSERT_TRUE(atDesk());
    EXPECT_TRUE(opensWith(kOther));
    QDirIterator all(m_dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        EXPECT_FALSE(contentOf(all.next()).contains(plain)) << qPrintable(all.filePath());
}

TEST_F(Lock, lockNow_closesTheDataAndAsksForThePassphrase)
{
    knowAccount();
    startUnlocked();
    trigger("lockNow");
    ASSERT_TRUE(atUnlock());
    EXPECT_EQ(m_app->session(), nullptr);
    EXPECT_TRUE(says(QStringLiteral("Markaz is locked."))) << qPrintable(messages());
    unlock();
    EXPECT_TRUE(atDesk());
    ui::test::present(*m_app->window());
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_app->window()->centralWidget()->isVisible(); }));
    QTest::keyClick(m_app->window(), Qt::Key_L, Qt::ControlModifier);
    EXPECT_TRUE(QTest::qWaitFor([this] { return atUnlock(); })) << "and by its key";
}

TEST_F(Lock, unusedForAWhile_itLocksItself)
{
    knowAccount();
    startUnlocked();
    expectLockedAfter(15);
    EXPECT_EQ(m_app->session(), nullptr);
    EXPECT_TRUE(says(QStringLiteral("15 minutes"))) << qPrintable(messages());
}

TEST_F(Lock, theMinutes_areChosenInTheMenuAndKept)
{
    knowAccount();
    startUnlocked();
    auto *menu = m_app->window()->findChild<QMenu *>(QStringLiteral("lockAfter"));
    ASSERT_NE(menu, nullptr);
    const auto checked = [&] {
        int minutes = 0;
        for (const QAction *choice : menu->actions())
            minutes += choice->isChecked() ? choice->data().toInt() : 0;
        return minutes;
    };
    EXPECT_EQ(checked(), 15);
    for (QAction *choice : menu->actions()) {
        if (choice->data().toInt() == 30)
            choice->trigger();
    }
    startUnlocked();
    menu = m_app->window()->findChild<QMenu *>(QStringLiteral("lockAfter"));
    EXPECT_EQ(checked(), 30);
    expectLockedAfter(30);
}

TEST_F(Lock, whatIsBeingTyped_isBackAfterUnlocking_andSealedMeanwhile)
{
    knowAccount();
    startUnlocked();
    Q_EMIT m_app->window()->findChild<ui::BuildingsPage *>()->newBuildingRequested();
    const auto form = [this] { return m_app->window()->findChild<ui::BuildingForm *>(); };
    form()->findChild<QLineEdit *>(QStringLiteral("owner.name"))->setText(QStringLiteral("Typed Halfway"));
    form()->findChild<QPlainTextEdit *>(QStringLiteral("notes"))->setPlainText(QStringLiteral("the caretaker has"));
    form()->findChild<QSpinBox *>(QStringLiteral("storeys"))->setValue(3);
    m_app->lock(ui::LockReason::Sleep);
    ASSERT_TRUE(atUnlock());
    QDirIterator all(m_dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        EXPECT_FALSE(contentOf(all.next()).contains("Typed Halfway")) << qPrintable(all.filePath());
    start(); // also when the program is ended meanwhile
    unlock();
    ASSERT_TRUE(atDesk());
    ASSERT_TRUE(QTest::qWaitFor([&] { return form()->isVisibleTo(m_app->window()); }));
    EXPECT_EQ(form()->findChild<QLineEdit *>(QStringLiteral("owner.name"))->text(), QStringLiteral("Typed Halfway"));
    EXPECT_EQ(form()->findChild<QPlainTextEdit *>(QStringLiteral("notes"))->toPlainText(),
              QStringLiteral("the caretaker has"));
    EXPECT_EQ(form()->findChild<QSpinBox *>(QStringLiteral("storeys"))->value(), 3);
    EXPECT_TRUE(says(QStringLiteral("What you were typing is back."))) << qPrintable(messages());
    startUnlocked(); // killed before anything was touched: what is no record yet is there again
    ASSERT_TRUE(QTest::qWaitFor([&] { return form()->isVisibleTo(m_app->window()); }));
    EXPECT_EQ(form()->findChild<QLineEdit *>(QStringLiteral("owner.name"))->text(), QStringLiteral("Typed Halfway"));
    press("cancelBuilding");
    press("cancelBuilding"); // there is something to lose
    EXPECT_FALSE(messages().contains(QStringLiteral("What you were typing"))) << "the form was left";
    ASSERT_TRUE(QTest::qWaitFor([this] {
        return m_app->session()->unfinished()->value(QStringLiteral("form")).toObject().isEmpty();
    })) << "it was given up";
    startUnlocked();
    EXPECT_FALSE(form()->isVisibleTo(m_app->window()));
}

TEST_F(Lock, signOut_endsTheSessionAndClosesTheData)
{
    knowAccount();
    startUnlocked();
    ASSERT_TRUE(m_app->session()->state().set(QStringLiteral("token_refresh"), QStringLiteral("c2VhbGVk")).ok());
    for (QAction *action : m_app->window()->findChildren<QAction *>()) {
        if (action->text() == QStringLiteral("Sign out"))
            action->trigger();
    }
    ASSERT_TRUE(QTest::qWaitFor([this] { return atSignIn(); }));
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_app->session() == nullptr; }, 15'000));
    EXPECT_TRUE(atSignIn());
    auto database = Database::openSqlite(cachePath());
    ASSERT_TRUE(database.ok());
    EXPECT_EQ(SyncStateRepository(**database).value(QStringLiteral("token_refresh")).value(), QString());
    press("goOnOffline");
    QCoreApplication::processEvents();
    ASSERT_TRUE(atUnlock()) << "the way back leads through the passphrase";
    unlock();
    EXPECT_TRUE(atDesk());
}

TEST_F(Lock, anotherPassphrase_isTakenAndTheOldOpensNothing)
{
    knowAccount();
    startUnlocked();
    trigger("changePassphrase");
    auto *page = m_app->window()->findChild<ui::PassphrasePage *>();
    ASSERT_TRUE(page->isVisibleTo(m_app->window()));
    const auto change = [&](const QString &current, const QString &next) {
        line("currentPassphrase")->setText(current);
        line("newPassphrase")->setText(next);
        line("passphraseAgain")->setText(next);
        press("takePassphrase");
        QCoreApplication::processEvents();
    };
    change(kOther, kOther);
    EXPECT_TRUE(says(QStringLiteral("The passphrase is wrong."))) << qPrintable(messages());
    EXPECT_TRUE(opensWith(m_passphrase));
    m_clock.advance(1000);
    change(m_passphrase, kOther);
    EXPECT_TRUE(says(QStringLiteral("is changed"))) << qPrintable(messages());
    EXPECT_FALSE(opensWith(m_passphrase));
    EXPECT_TRUE(opensWith(kOther));
    trigger("lockNow");
    unlock(kOther);
    EXPECT_TRUE(atDesk());
}

TEST_F(Lock, theKeyring_isAskedOnlyWhereThePersonWantsIt)
{
    knowAccount();
    startUnlocked();
    EXPECT_EQ(m_vault.asked, 0);
    EXPECT_TRUE(m_vault.entries.isEmpty());
    start();
    tickKeyring(true);
    unlock();
    ASSERT_TRUE(QTest::qWaitFor([this] { return keyringNoted(); }));
    ASSERT_EQ(m_vault.entries.size(), 1);
    EXPECT_FALSE(m_vault.entries.begin()->contains(m_passphrase.toUtf8()));
    start();
    EXPECT_TRUE(QTest::qWaitFor([this] { return atDesk(); })) << "by itself";
    trigger("lockNow");
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    EXPECT_TRUE(atUnlock()) << "a lock is not undone by the computer";
    unlock();
    ASSERT_TRUE(atDesk());

    press("forgetInKeyring");
    EXPECT_TRUE(QTest::qWaitFor([this] { return m_vault.entries.isEmpty() && !keyringNoted(); }));
    m_vault.asked = 0;
    start();
    EXPECT_TRUE(atUnlock());
    EXPECT_EQ(m_vault.asked, 0);
}

TEST_F(Lock, aNewPassphrase_isRememberedByTheKeyringToo)
{
    knowAccount();
    start();
    tickKeyring(true);
    unlock();
    ASSERT_TRUE(QTest::qWaitFor([this] { return keyringNoted(); }));
    trigger("changePassphrase");
    line("currentPassphrase")->setText(m_passphrase);
    line("newPassphrase")->setText(kOther);
    line("passphraseAgain")->setText(kOther);
    press("takePassphrase");
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    start();
    EXPECT_TRUE(QTest::qWaitFor([this] { return atDesk(); }));
}

TEST_F(Lock, withoutAKeyring_everythingWorksTheSame)
{
    knowAccount();
    m_vault.refuses = true;
    start();
    tickKeyring(true);
    unlock();
    ASSERT_TRUE(QTest::qWaitFor([this] { return atDesk() && !messages().isEmpty(); }));
    EXPECT_TRUE(says(QStringLiteral("keyring did not take"))) << qPrintable(messages());
    EXPECT_FALSE(keyringNoted());

    m_vault.refuses = false; // one that was there, and is not any more
    start();
    tickKeyring(true);
    unlock();
    ASSERT_TRUE(QTest::qWaitFor([this] { return keyringNoted(); }));
    m_vault.refuses = true;
    start();
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    EXPECT_TRUE(atUnlock());
    EXPECT_EQ(messages(), QString());
    unlock();
    EXPECT_TRUE(atDesk());
}

TEST_F(Lock, aKeyringsKeyOfAnOlderPassphrase_isForgotten)
{
    knowAccount();
    start();
    tickKeyring(true);
    unlock();
    ASSERT_TRUE(QTest::qWaitFor([this] { return keyringNoted(); }));
    m_app.reset();
    ASSERT_TRUE(changePassphrase(keyPath(), m_passphrase, kOther, kLight).ok());
    start();
    EXPECT_TRUE(QTest::qWaitFor([this] { return m_vault.entries.isEmpty() && !keyringNoted(); }));
    EXPECT_TRUE(atUnlock());
    unlock(kOther);
    EXPECT_TRUE(atDesk());
}

TEST_F(Lock, aForgottenPassphrase_setsTheFolderAsideUnaltered)
{
    knowAccount();
    const QByteArray key = contentOf(keyPath());
    start();
    auto *anew = m_app->window()->findChild<QPushButton *>(QStringLiteral("beginAnew"));
    EXPECT_FALSE(anew->isVisibleTo(m_app->window())) << "it is asked first";
    press("forgotten");
    press("beginAnew");
    QCoreApplication::processEvents();
    ASSERT_TRUE(atSignIn());
    EXPECT_TRUE(says(QStringLiteral("set aside"))) << qPrintable(messages());
    const QStringList aside =
        QDir(m_dir.filePath(QStringLiteral("accounts"))).entryList({QStringLiteral("sana.FORGOTTEN-*")}, QDir::Dirs);
    ASSERT_EQ(aside.size(), 1);
    EXPECT_EQ(contentOf(m_dir.filePath(QStringLiteral("accounts/%1/data.key").arg(aside.first()))), key);
    signIn("sana");
    EXPECT_TRUE(QTest::qWaitFor([this] { return atSignIn() && messages().contains(QStringLiteral("reached")); }))
        << "a new key, as on a new laptop";
}

TEST_F(Lock, recordsWhoseKeyIsGone_areNotLaidUnderANewOne)
{
    knowAccount();
    ASSERT_TRUE(QFile::remove(keyPath()));
    start();
    ASSERT_TRUE(atSignIn());
    signIn("sana");
    EXPECT_TRUE(QTest::qWaitFor([this] { return atSignIn() && !messages().isEmpty(); }));
    const QStringList aside =
        QDir(m_dir.filePath(QStringLiteral("accounts"))).entryList({QStringLiteral("sana.FORGOTTEN-*")}, QDir::Dirs);
    ASSERT_EQ(aside.size(), 1);
    EXPECT_TRUE(QFile::exists(m_dir.filePath(QStringLiteral("accounts/%1/cache.db").arg(aside.first()))));
}

TEST_F(Lock, another_maySignInWhileOneIsLocked)
{
    knowAccount();
    start();
    press("signInAsAnother");
    QCoreApplication::processEvents();
    ASSERT_TRUE(atSignIn());
    EXPECT_TRUE(line("accountName")->text().isEmpty());
    signIn("bilal");
    EXPECT_TRUE(QTest::qWaitFor([this] { return atSignIn() && messages().contains(QStringLiteral("reached")); }));
    EXPECT_EQ(line("accountName")->text(), QStringLiteral("bilal"));
    EXPECT_TRUE(QFile::exists(keyPath())) << "the other's is not touched";
}

TEST_F(Lock, theLanguage_changesBeforeTheDesk)
{
    knowAccount();
    start();
    press("otherLanguage");
    QCoreApplication::processEvents();
    ASSERT_TRUE(atUnlock());
    EXPECT_EQ(Profile::open(m_dir.path())->settings().language, QStringLiteral("ur"));
    press("otherLanguage");
    QCoreApplication::processEvents();
    EXPECT_EQ(Profile::open(m_dir.path())->settings().language, QStringLiteral("en"));
}

TEST_F(Lock, afterFourteenDaysAlone_onlyOpenWorkIsShown_untilTheServerIsHeard)
{
    knowAccount();
    startUnlocked();
    SyncStateRepository &state = m_app->session()->state();
    ASSERT_TRUE(state.set(QStringLiteral("server_time"), toIso(m_clock.now())).ok());
    const auto closedPages = [this] { return m_app->window()->findChildren<ui::ClosedPage *>().size(); };
    EXPECT_EQ(closedPages(), 0);
    m_clock.advance(15LL * 24 * 3600 * 1000);
    trigger("lockNow");
    unlock();
    ASSERT_TRUE(atDesk());
    EXPECT_EQ(closedPages(), 5);
    EXPECT_EQ(m_app->window()->findChild<ui::BuildingsPage *>(), nullptr);
    EXPECT_EQ(m_app->window()->findChild<ui::CentresPage *>(), nullptr);
    EXPECT_TRUE(says(QStringLiteral("more than 14 days"))) << qPrintable(messages());
    ASSERT_TRUE(
        m_app->session()->state().set(QStringLiteral("server_time"), toIso(m_clock.now())).ok()); // as sync does
    m_app->checkReading();
    EXPECT_NE(m_app->window()->findChild<ui::BuildingsPage *>(), nullptr);
}

TEST_F(Lock, aSampleAccount_opensByItselfWithItsPassword)
{
    const QString accounts = m_dir.filePath(QStringLiteral("sample-accounts.json"));
    put(accounts, R"({"accounts": [{"name": "sana", "display_name": "Sample Inspector", "role": "inspector",
                                    "password": "a sample passphrase"}]})");
    const auto startSample = [&] {
        m_app.reset();
        m_app = std::make_unique<DesktopApp>(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                                             DesktopOptions{m_dir.path(),
                                                            QStringLiteral("http://127.0.0.1:9"),
                                                            accounts,
                                                            {},
                                                            kLight,
                                                            [this] { return std::make_unique<FakeKeyring>(m_vault); }},
                                             m_clock);
        ASSERT_TRUE(m_app->start().ok());
    };
    startSample();
    EXPECT_TRUE(opensWith(m_passphrase));
    EXPECT_NE(m_app->session(), nullptr);
    m_app.reset();
    knowAccount();
    startSample();
    ASSERT_TRUE(atDesk());
    trigger("lockNow");
    ASSERT_TRUE(atUnlock());
    EXPECT_EQ(line("passphrase")->text(), m_passphrase) << "nobody knows it by heart";
    press("unlock");
    QCoreApplication::processEvents();
    EXPECT_TRUE(atDesk());
}

} // namespace
} // namespace markaz::desktop
