// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What was left unfinished and the next desk cannot take up.
#include "tests/app/desktop/desktopfixture.h"

#include "core/storage/syncstaterepository.h"
#include "core/workflow/evidence.h"
#include "ui/pages/buildings/buildingform.h"
#include "ui/pages/buildings/buildingspage.h"

namespace markaz::desktop {
namespace {

class Unfinished : public Desktop
{
protected:
    /// Writes into the account's records while no program has them open.
    void keepInProfile(const std::function<void(AccountSession &)> &todo)
    {
        const auto foundation = readFoundation();
        auto key = AccountLock(folder(), m_clock, kLight).open(m_passphrase);
        ASSERT_TRUE(key.ok() && foundation.ok());
        const auto session = AccountSession::open(
            folder(), std::move(key->data), QUrl(QStringLiteral("http://127.0.0.1:9")), foundation->gazetteer, m_clock);
        ASSERT_TRUE(session.ok());
        todo(**session);
    }
};

TEST_F(Unfinished, whatTheClosedDeskHasNoPageFor_waitsForTheOpenOne)
{
    knowAccount(Role::Officer);
    const QJsonObject review{{QStringLiteral("inspection"), QStringLiteral("of before")},
                             {QStringLiteral("comments"), QStringLiteral("the caretaker has")}};
    keepInProfile([&](AccountSession &session) {
        ASSERT_TRUE(session.state().set(QStringLiteral("server_time"), toIso(m_clock.now())).ok());
        ASSERT_TRUE(session.keepUnfinished({{QStringLiteral("review"), review}}).ok());
    });
    const auto kept = [this] { return m_app->session()->unfinished()->value(QStringLiteral("review")).toObject(); };
    m_clock.advance(15LL * 24 * 3600 * 1000);
    startUnlocked();
    ASSERT_TRUE(says(QStringLiteral("more than 14 days"))) << qPrintable(messages());
    EXPECT_EQ(kept(), review);
    m_app->lock(ui::LockReason::Asked);
    unlock();
    ASSERT_TRUE(atDesk());
    EXPECT_EQ(kept(), review) << "also over a lock";
}

TEST_F(Unfinished, aFormThatWasLeft_waits_alsoOverALock)
{
    knowAccount();
    startUnlocked();
    const auto form = [this] { return m_app->window()->findChild<ui::BuildingForm *>(); };
    const auto frame = [this] { return m_app->window()->findChild<ui::MainFrame *>(); };
    const auto name = [&] { return form()->findChild<QLineEdit *>(QStringLiteral("name")); };
    const auto goOn = [this] {
        const auto bars = m_app->window()->findChildren<ui::MessageBar *>();
        for (auto *bar : bars) {
            if (bar->message().action == QLatin1String("Go on typing"))
                Q_EMIT bar->actionTriggered();
        }
    };
    Q_EMIT m_app->window()->findChild<ui::BuildingsPage *>()->newBuildingRequested();
    name()->setText(QStringLiteral("Half a building"));
    frame()->showPage(QStringLiteral("work")); // a slip of the glove on the rail
    EXPECT_TRUE(says(QStringLiteral("What you were typing of a building waits in its form.")))
        << qPrintable(messages());
    goOn();
    ASSERT_TRUE(QTest::qWaitFor([&] { return form()->isVisibleTo(m_app->window()); }));
    EXPECT_EQ(name()->text(), QStringLiteral("Half a building"));
    EXPECT_FALSE(messages().contains(QStringLiteral("waits in its form")));

    frame()->showPage(QStringLiteral("work"));
    m_app->lock(ui::LockReason::Asked);
    unlock();
    ASSERT_TRUE(QTest::qWaitFor([this] { return atDesk(); }));
    EXPECT_FALSE(form()->isVisibleTo(m_app->window())) << "it was not being filled in";
    EXPECT_TRUE(says(QStringLiteral("What you were typing of a building waits in its form.")))
        << qPrintable(messages());
    goOn();
    ASSERT_TRUE(QTest::qWaitFor([&] { return form()->isVisibleTo(m_app->window()); }));
    EXPECT_EQ(name()->text(), QStringLiteral("Half a building"));
    startUnlocked(); // killed at the form
    ASSERT_TRUE(QTest::qWaitFor([&] { return form()->isVisibleTo(m_app->window()); }));
    EXPECT_EQ(name()->text(), QStringLiteral("Half a building"));
    EXPECT_EQ(m_app->window()->focusWidget(), name()) << "the keyboard is in the form";
    press("cancelBuilding");
    press("cancelBuilding");
    startUnlocked();
    EXPECT_FALSE(form()->isVisibleTo(m_app->window()));
    EXPECT_FALSE(messages().contains(QStringLiteral("waits in its form"))) << "it was thrown away";
}

TEST_F(Unfinished, whatWasUnfinishedAndDoesNotOpen_isSetAsideAndSaid)
{
    knowAccount();
    const QString damaged = QStringLiteral("bm8gc2VhbA==");
    keepInProfile(
        [&](AccountSession &session) { ASSERT_TRUE(session.state().set(QStringLiteral("unfinished"), damaged).ok()); });
    startUnlocked();
    ASSERT_TRUE(atDesk());
    EXPECT_TRUE(QTest::qWaitFor([this] { return !messages().isEmpty(); }));
    EXPECT_EQ(m_app->session()->state().value(QStringLiteral("unfinished_damaged")).value(), damaged) << "unaltered";
    ASSERT_TRUE(m_app->session()->unfinished().ok()) << "and what comes now is kept";
    m_app->lock(ui::LockReason::Asked);
    unlock();
    ASSERT_TRUE(atDesk());
    EXPECT_EQ(m_app->session()->state().value(QStringLiteral("unfinished_damaged")).value(), damaged);
}

TEST_F(Unfinished, whatAKilledProgramWasBringingIn_isGoneWhenTheRecordsOpen)
{
    knowAccount();
    startUnlocked();
    const QString incoming = contentStoreOf(m_app->session()->workspace()).folder() + QStringLiteral("/incoming");
    m_app.reset();
    ASSERT_TRUE(QDir().mkpath(incoming));
    put(incoming + QStringLiteral("/left"), "sample");
    startUnlocked();
    EXPECT_FALSE(QFile::exists(incoming + QStringLiteral("/left")));
}

} // namespace
} // namespace markaz::desktop
