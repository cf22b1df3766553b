// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is on its way when the data are locked: it ends before the session whose key it uses. And the lock that the
// computer's sleep waits for.
#include "tests/app/desktop/desktopfixture.h"
#include "tests/app/desktop/fakelogind.h"

#include "core/workflow/buildings.h"
#include "core/workflow/inspections.h"
#include "ui/widgets/evidence/evidencepane.h"
#include "ui/widgets/overlay.h"

#include <QAction>
#include <QPointer>

#include <algorithm>

namespace markaz::desktop {
namespace {

class Locking : public Desktop
{
protected:
    /// A draft of the account's; empty where it could not be made.
    QString draftIn(Workspace &workspace)
    {
        const auto account = m_app->session()->account();
        const auto &gazetteer = m_app->foundation().gazetteer;
        StandardCatalogue standards(m_app->foundation().standard);
        const auto building =
            RegisterBuilding(workspace, gazetteer)
                .run(**account, {{{QStringLiteral("name"), QStringLiteral("Sample mill")},
                                  {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                                  {QStringLiteral("city"), gazetteer.cityOfPrefix(QStringLiteral("LHE"))->id},
                                  {QStringLiteral("covered_area_sqft"), 4000},
                                  {QStringLiteral("storeys"), 2}},
                                 {},
                                 {}});
        if (!building)
            return {};
        const auto draft =
            StartInspection(workspace, standards).run(**account, building->id(), QStringLiteral("initial"), {});
        return draft ? draft->id() : QString();
    }
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

TEST_F(Locking, filesThatAreBeingChecked_areAttachedBeforeTheRecordsClose)
{
    knowAccount();
    startUnlocked();
    const QString draft = draftIn(m_app->session()->workspace());
    ASSERT_FALSE(draft.isEmpty());
    const auto pane = [this] { return m_app->window()->findChild<ui::EvidencePane *>(); };
    const QPointer<ui::EvidencePane> first = pane();
    ASSERT_FALSE(first.isNull());
    first->showItem(draft, QStringLiteral("C-02"), true);
    QStringList files;
    for (int i = 0; i < 5; ++i) {
        files.append(m_dir.filePath(QStringLiteral("lease %1.pdf").arg(i)));
        put(files.last(), "%PDF-1.7\n" + QByteArray(1 << 20, static_cast<char>('a' + i)) + "\n%%EOF\n");
    }
    first->attach(files);
    ASSERT_TRUE(first->isBusy());
    m_app->lock(ui::LockReason::Asked);
    EXPECT_TRUE(first.isNull());
    QCoreApplication::processEvents(); // what the checks have posted finds nobody
    EXPECT_TRUE(atUnlock());
    EXPECT_FALSE(messages().contains(QStringLiteral("Not added"))) << qPrintable(messages());
    unlock();
    ASSERT_TRUE(atDesk());
    EXPECT_EQ(EvidenceList(m_app->session()->workspace()).countOf(draft)->all, 5);

    // In other colours, as in another language, the desk is another: what is under way goes on.
    const QPointer<ui::EvidencePane> second = pane();
    second->showItem(draft, QStringLiteral("C-03"), true);
    second->attach(files);
    const auto actions = m_app->window()->findChildren<QAction *>();
    const auto dark = std::find_if(actions.cbegin(), actions.cend(), [](const QAction *action) {
        return action->text() == QStringLiteral("Dark colours");
    });
    ASSERT_NE(dark, actions.cend());
    (*dark)->trigger();
    QCoreApplication::processEvents();
    EXPECT_TRUE(second.isNull());
    const EvidenceList list(m_app->session()->workspace());
    EXPECT_TRUE(QTest::qWaitFor([&] { return list.of(draft, QStringLiteral("C-03"))->size() == 5; }, 20'000));
}

TEST_F(Locking, fileThatWasNotAttached_isToldWithoutItsNameBeforeTheLock)
{
    knowAccount();
    startUnlocked();
    auto *pane = m_app->window()->findChild<ui::EvidencePane *>();
    pane->showItem(draftIn(m_app->session()->workspace()), QStringLiteral("C-02"), true);
    put(m_dir.filePath(QStringLiteral("of-a-person.jpg")), "<html>sample</html>");
    pane->attach({m_dir.filePath(QStringLiteral("of-a-person.jpg"))});
    m_app->lock(ui::LockReason::Asked);
    EXPECT_TRUE(says(QStringLiteral("Files that were not added when the records were closed: 1")))
        << qPrintable(messages());
    EXPECT_FALSE(messages().contains(QStringLiteral("of-a-person")));
    unlock();
    ASSERT_TRUE(atDesk());
    EXPECT_TRUE(says(QStringLiteral("of-a-person.jpg"))) << qPrintable(messages());
    for (const char *when : {"another was there meanwhile", "it was only shown"}) {
        m_app->lock(ui::LockReason::Asked);
        press("signInAsAnother");
        QCoreApplication::processEvents();
        ASSERT_TRUE(atSignIn());
        line("serverAddress")->setText(QStringLiteral("http://127.0.0.1:9"));
        line("accountName")->setText(QStringLiteral("bilal"));
        line("password")->setText(QStringLiteral("a sample password"));
        press("signIn");
        ASSERT_TRUE(QTest::qWaitFor([this] { return messages().contains(QStringLiteral("reached")); }));
        EXPECT_FALSE(messages().contains(QStringLiteral("not added"))) << "another's are none of theirs";
        startUnlocked();
        EXPECT_TRUE(says(QStringLiteral("of-a-person.jpg"))) << when << qPrintable(messages());
    }
    const auto bars = m_app->window()->findChildren<ui::MessageBar *>();
    for (auto *bar : bars) {
        if (bar->message().sentence.plain().contains(QStringLiteral("of-a-person.jpg")))
            Q_EMIT bar->closed(); // its button
    }
    startUnlocked();
    EXPECT_FALSE(says(QStringLiteral("of-a-person.jpg"))) << "it was seen";
}

TEST_F(Locking, fileThatWasNotAttachedWhenTheWindowCloses_isToldAtTheNextStart)
{
    knowAccount();
    startUnlocked();
    auto *pane = m_app->window()->findChild<ui::EvidencePane *>();
    pane->showItem(draftIn(m_app->session()->workspace()), QStringLiteral("C-02"), true);
    put(m_dir.filePath(QStringLiteral("of-a-person.jpg")), "<html>sample</html>");
    pane->attach({m_dir.filePath(QStringLiteral("of-a-person.jpg"))});
    startUnlocked();
    EXPECT_TRUE(says(QStringLiteral("of-a-person.jpg"))) << qPrintable(messages());
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
