// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is on its way when the data are locked: it ends before the session whose key it uses. And the lock that the
// computer's sleep waits for.
#include "tests/app/desktop/desktopfixture.h"
#include "tests/app/desktop/fakelogind.h"

#include "ui/widgets/evidence/evidencepane.h"
#include "ui/widgets/overlay.h"

#include <QPointer>

namespace markaz::desktop {
namespace {

class Locking : public Desktop
{
};

TEST_F(Locking, whatShows_isGoneBeforeTheSessionThatItUses)
{
    knowAccount();
    startUnlocked();
    QStringList gone;
    const auto note = [&gone](const QObject *what, const char *name) {
        QObject::connect(what, &QObject::destroyed, [&gone, name] { gone.append(QLatin1String(name)); });
    };
    auto *over = new ui::Overlay(m_app->window()->centralWidget());
    over->show();
    note(over, "overlay");
    note(m_app->window()->centralWidget(), "page");
    note(&m_app->session()->sync(), "session");
    m_app->lock(ui::LockReason::Idle);
    EXPECT_EQ(gone, (QStringList{QStringLiteral("overlay"), QStringLiteral("page"), QStringLiteral("session")}));
    EXPECT_TRUE(atUnlock());
}

TEST_F(Locking, aFileThatIsBeingChecked_isWaitedForWithItsKey)
{
    knowAccount();
    startUnlocked();
    const QPointer<ui::EvidencePane> pane = m_app->window()->findChild<ui::EvidencePane *>();
    ASSERT_FALSE(pane.isNull());
    pane->showItem(QStringLiteral("01900000-0000-7000-8000-0000000000d1"), QStringLiteral("C-02"), true);
    const QString file = m_dir.filePath(QStringLiteral("large.pdf"));
    put(file, "%PDF-1.7\n" + QByteArray(8 << 20, 'x') + "\n%%EOF\n");
    pane->attach({file});
    ASSERT_TRUE(pane->isBusy());
    m_app->lock(ui::LockReason::Asked);
    EXPECT_TRUE(pane.isNull()) << "while its session lives, it has waited";
    QCoreApplication::processEvents(); // what the check may have posted finds nobody
    EXPECT_TRUE(atUnlock());
    unlock();
    EXPECT_TRUE(atDesk());
}

TEST_F(Locking, aComputerThatGoesToSleep_waitsUntilItsDataAreLocked)
{
    FakeLogind logind;
    const auto bus = logind.bus("locking-test");
    ASSERT_TRUE(bus);
    SuspendWatch *watch = nullptr;
    m_suspendWatch = [&] {
        auto made = std::make_unique<SuspendWatch>(*bus, QString());
        watch = made.get();
        return made;
    };
    knowAccount();
    startUnlocked();
    ASSERT_TRUE(QTest::qWaitFor([&] { return watch->isAwaited(); }));
    bool heldWhenClosed = false;
    QObject::connect(&m_app->session()->sync(), &QObject::destroyed, [&] { heldWhenClosed = !logind.released(); });
    ASSERT_TRUE(logind.prepareForSleep(true));
    ASSERT_TRUE(QTest::qWaitFor([&] { return logind.released(); }));
    EXPECT_TRUE(heldWhenClosed) << "the data are closed before the computer may sleep";
    EXPECT_EQ(m_app->session(), nullptr);
    EXPECT_TRUE(atUnlock());
    EXPECT_TRUE(says(QStringLiteral("sleep"))) << qPrintable(messages());
    ASSERT_TRUE(logind.prepareForSleep(false));
    unlock();
    EXPECT_TRUE(atDesk());
    EXPECT_TRUE(QTest::qWaitFor([&] { return logind.asked.size() == 2; })) << "for the next time";
    m_app.reset(); // before the bus that it listens to
}

} // namespace
} // namespace markaz::desktop
