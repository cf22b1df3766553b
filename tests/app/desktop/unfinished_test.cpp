// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What was left unfinished and the next desk cannot take up.
#include "tests/app/desktop/desktopfixture.h"

#include "core/storage/syncstaterepository.h"
#include "core/workflow/evidence.h"

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
