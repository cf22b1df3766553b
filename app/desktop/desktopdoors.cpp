// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages before the desk: who is it, and with which passphrase.
// 2026-11-29: an account's first sign-in on a laptop comes before its passphrase, so that a wrong address or password
// is said before one is thought up. Until it is chosen the data key is in memory alone: a program that ends then leaves
// nothing that opens, and its folder goes. A one-time code is good for one sign-in only, so there the server is asked
// for a sign of life first, then the passphrase is chosen, and with the key on the disk the code is spent. From then on
// the folder stays, whatever comes of it: an answer may be lost, and this laptop is known to the account by what is in
// it. So an end on the way costs no other code: either the code is good still, or the new password is.
// 2026-11-28: deriving a key blocks the window for a tenth of a second or a few; the cache is opened in the same
// breath, and nothing else could be done meanwhile.
#include "app/desktop/desktopapp.h"

#include "core/support/log.h"
#include "ui/mainwindow.h"
#include "ui/pages/door/choosepassphrasepage.h"
#include "ui/pages/door/unlockpage.h"
#include "ui/pages/signinpage.h"
#include "ui/text/syncwords.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

namespace markaz::desktop {
namespace {

/// How long the server is given to hear of a sign-out before the session is closed all the same.
constexpr std::chrono::seconds kTellServer{2};

} // namespace

/// Leads to the account's data by what lies there: its lock, the choice of one, or the sign-in page.
void DesktopApp::enter(const QString &account)
{
    closeSession();
    if (m_account != account) {
        m_late.clear();
        m_known.forget();
    }
    m_account = account;
    m_lock.reset();
    auto folder = m_profile->accountFolder(account);
    if (!folder)
        return fail(folder.error());
    m_lock.emplace(std::move(folder).value(), m_clock, m_options.passphraseCost);
    const auto form = m_lock->form();
    if (!form)
        return fail(form.error());
    switch (*form) {
    case KeyFileForm::Missing:
        if (m_pending)
            beginFirst();
        else
            showSignIn();
        break;
    case KeyFileForm::Plain:
        showChoose(true);
        break;
    case KeyFileForm::Wrapped:
        showUnlock();
        break;
    }
}

void DesktopApp::showDoor(ui::DoorPage *page, const std::function<void()> &again)
{
    dropPage();
    m_door = page;
    m_showAgain = again;
    connect(page, &ui::DoorPage::languageRequested, this, &DesktopApp::setLanguage, Qt::QueuedConnection);
    m_window->setCentralWidget(page);
    page->setFocus(Qt::OtherFocusReason);
    tellLate();
}

void DesktopApp::showSignIn(const QString &notice)
{
    auto *page = new ui::SignInPage;
    page->setServer(m_pending ? m_pending->server : m_settings.server);
    page->setAccount(m_pending ? m_pending->name : m_settings.account);
    if (m_pending && !m_pending->code.isEmpty())
        page->setCode(m_pending->code);
    if (m_pending)
        page->setPassword(m_pending->password);
    page->setNotice(notice);
    page->setMayContinueOffline(knowsAccount());
    connect(
        page, &ui::SignInPage::signInRequested, this,
        [this](const QString &server, const QString &name, const QString &password) {
            signIn({server, name, password});
        },
        Qt::QueuedConnection);
    connect(
        page, &ui::SignInPage::enrolRequested, this,
        [this](const QString &server, const QString &name, const QString &code, const QString &password) {
            signIn({server, name, password, code});
        },
        Qt::QueuedConnection);
    connect(page, &ui::SignInPage::continueOffline, this, &DesktopApp::goOnOffline, Qt::QueuedConnection);
    connect(page, &ui::SignInPage::serverKeysRequested, this, &DesktopApp::showServerKeys);
    page->setCamera(m_camera.get());
    showDoor(page, [this, notice] { showSignIn(notice); });
    m_signIn = page;
    tellMovedAside(); // the new file knows no account, so this page is where the person stands now
}

/// Whether something can be done here without a network.
bool DesktopApp::knowsAccount() const
{
    if (m_session && m_session->isRevoked())
        return false;
    if (m_session && !m_leaving) {
        const auto account = m_session->account();
        return account && account->has_value();
    }
    if (m_settings.account.isEmpty())
        return false;
    const auto folder = m_profile->accountFolder(m_settings.account);
    const auto form = folder ? AccountLock(*folder, m_clock).form() : folder.error();
    return form && *form != KeyFileForm::Missing;
}

void DesktopApp::showChoose(bool recordsAreHere)
{
    auto *page = new ui::ChoosePassphrasePage(m_account, recordsAreHere);
    connect(page, &ui::ChoosePassphrasePage::chosen, this, &DesktopApp::choose, Qt::QueuedConnection);
    connect(
        page, &ui::ChoosePassphrasePage::backRequested, this,
        [this] {
            if (m_first) {
                m_pending = m_first;
                m_pending->password.clear();
                closeSession(); // and with it what there is of the account here
            }
            showSignIn();
        },
        Qt::QueuedConnection);
    if (m_first)
        page->setPassword(m_first->password);
    showDoor(page, [this, recordsAreHere] { showChoose(recordsAreHere); });
    m_choose = page;
}

ui::UnlockPage *DesktopApp::showUnlock()
{
    auto *page = new ui::UnlockPage(m_account);
    page->setKeyring(m_lock->keyringRemembers());
    page->setWait(m_lock->wait());
    const auto sample = std::find_if(m_sample.cbegin(), m_sample.cend(),
                                     [this](const SampleAccount &a) { return a.name == m_account; });
    if (sample != m_sample.cend())
        page->setPassphrase(sample->password);
    connect(page, &ui::UnlockPage::unlockRequested, this, &DesktopApp::unlock, Qt::QueuedConnection);
    connect(
        page, &ui::UnlockPage::anotherRequested, this,
        [this] {
            m_pending.reset();
            showSignIn();
            m_signIn->setAccount({});
        },
        Qt::QueuedConnection);
    connect(page, &ui::UnlockPage::beginAnewRequested, this, &DesktopApp::beginAnew, Qt::QueuedConnection);
    showDoor(page, [this] { showUnlock(); });
    m_unlock = page;
    return page;
}

void DesktopApp::signIn(const Pending &how)
{
    if (m_leaving)
        closeSession();
    m_distrust.reset();
    m_pending = how;
    if (m_session && m_account == how.name)
        return proceed(takeKey());
    enter(how.name);
}

void DesktopApp::beginFirst()
{
    const Pending &how = *m_pending;
    const bool sample = std::any_of(m_sample.cbegin(), m_sample.cend(), [&how](const SampleAccount &account) {
        return account.name == how.name && account.password == how.password;
    });
    if (sample) { // its password is its passphrase too, and it opens also where no server answers
        m_fresh = true;
        auto key = m_lock->choose(how.password);
        return key ? proceed(std::move(key->data)) : fail(key.error());
    }
    auto key = m_lock->begin();
    if (!key)
        return fail(key.error());
    m_first = how;
    proceed(std::move(key).value());
}

/// The first passphrase, behind a sign-in that came about, or before one with a code: with it the data key is kept.
void DesktopApp::keepFirst(const QString &passphrase)
{
    if (auto checked = checkPassphrase(passphrase); !checked)
        return fail(checked.error());
    const Pending first = *m_first;
    SecretKey key = takeKey();
    if (auto kept = m_lock->keep(key, passphrase); !kept) {
        if (auto again = openSession(first.server, std::move(key)); !again)
            qCWarning(lcUi) << "the first session could not be opened again:" << again.error().detail;
        return fail(kept.error());
    }
    m_known.notePassphrase(passphrase);
    m_first.reset();
    if (first.code.isEmpty()) {
        m_settings.server = first.server;
        m_settings.account = m_account;
        saveSettings();
    } else {
        m_pending = first;
    }
    proceed(std::move(key));
}

/// Whether it is there, before a passphrase is thought up for a code that is spent behind it.
void DesktopApp::askServer()
{
    m_session->sync().ask(healthRequest(), this, [this](const Result<QJsonObject> &well) {
        if (well)
            showChoose(false);
        else
            fail(well.error());
    });
}

void DesktopApp::choose(const QString &passphrase)
{
    m_choose->setBusy(true);
    if (m_first && m_session)
        return keepFirst(passphrase);
    m_first.reset(); // where it could not be kept
    auto key = m_lock->choose(passphrase);
    if (!key)
        return fail(key.error());
    m_known.notePassphrase(passphrase);
    proceed(std::move(key->data));
}

void DesktopApp::unlock(const QString &passphrase, bool keyring)
{
    m_unlock->setBusy(true);
    auto key = m_lock->open(passphrase);
    if (!key) {
        fail(key.error());
        m_unlock->setWait(m_lock->wait());
        return;
    }
    m_known.notePassphrase(passphrase);
    const bool changes = keyring != m_lock->keyringRemembers();
    proceed(std::move(key->data));
    if (!changes || !m_session)
        return;
    if (keyring)
        remember(key->wrapping);
    else
        forgetInKeyring();
}

void DesktopApp::beginAnew()
{
    if (m_lock->keyringRemembers())
        forgetInKeyring();
    const auto aside = m_lock->setAside();
    if (!aside)
        return fail(aside.error());
    showSignIn();
    m_signIn->setAccount(m_account);
    tell(QStringLiteral("aside"),
         {ui::Status::Info,
          {tr("What was on this laptop is set aside as %1.").arg(*aside), tr("It stays sealed."),
           tr("Sign in to fetch what the server has, with a new passphrase.")},
          {},
          {},
          false});
}

/// With the server that is known, whatever was typed for the sign-in that did not come about.
void DesktopApp::goOnOffline()
{
    m_pending.reset();
    if (m_leaving)
        closeSession();
    if (!m_session || m_account != m_settings.account)
        return enter(m_settings.account);
    proceed(takeKey());
}

void DesktopApp::proceed(SecretKey key)
{
    const QString server = m_pending ? m_pending->server : m_settings.server;
    if (m_first && m_pending)
        m_first = m_pending; // mended
    if (auto opened = openSession(server, std::move(key)); !opened)
        return fail(opened.error());
    if (m_pending) {
        showSignIn(); // as typed, so that it can be mended
        m_signIn->setBusy(true);
        const Pending pending = *std::exchange(m_pending, std::nullopt);
        m_known.noteTriedPassword(pending.password);
        if (pending.code.isEmpty())
            m_session->sync().signIn(pending.name, pending.password);
        else if (m_first)
            askServer();
        else
            m_session->sync().enrol(pending.name, pending.code, pending.password);
        return;
    }
    if (knowsAccount())
        showDesk();
    else
        showSignIn();
}

/// Says on the page that shows why it does not go on; on the sign-in page where none does.
void DesktopApp::fail(const Error &error)
{
    qCWarning(lcUi) << error.detail << error.where;
    if (error.code == ErrorCode::NotTrusted)
        m_distrust = Distrust{m_sessionServer, error};
    if (m_unlock != nullptr) {
        m_unlock->setBusy(false);
        m_unlock->showError(error);
    } else if (m_choose != nullptr) {
        m_choose->setBusy(false);
        m_choose->showError(error);
    } else {
        if (m_signIn == nullptr)
            showSignIn();
        m_signIn->setBusy(false);
        m_signIn->showError(error);
    }
}

void DesktopApp::lock(ui::LockReason reason)
{
    // Where the first passphrase is chosen nothing is shown, and what was typed for the sign-in would be lost.
    if (!m_session || m_choose != nullptr)
        return;
    keepUnfinished();
    closeSession();
    m_known.forget();
    m_pending.reset();
    if (m_lock->form().ok() && m_lock->form().value() == KeyFileForm::Missing)
        return showSignIn(); // nobody had signed in yet
    showUnlock()->tell(
        QStringLiteral("locked"),
        {ui::Status::Info, ui::lockedSentence(reason, std::chrono::minutes(m_settings.lockMinutes)), {}, {}, false});
}

void DesktopApp::signOut()
{
    m_known.forget();
    keepUnfinished();
    finishAttaching();
    const QString waits = ui::leftWaiting(m_session->sync().snapshot());
    m_leaving = true;
    // When the session is forgotten here, the server gets a moment to hear of it; then everything is closed.
    SyncClient *sync = &m_session->sync();
    connect(sync, &SyncClient::signedOut, this, [this, sync] {
        auto *wait = new QTimer(sync);
        wait->setSingleShot(true);
        connect(wait, &QTimer::timeout, this, &DesktopApp::closeLeft, Qt::QueuedConnection);
        wait->start(kTellServer);
    });
    connect(sync, &SyncStatus::changed, this, [this, sync] {
        if (!m_leaving || sync->snapshot().trouble != SyncSnapshot::Trouble::StorageFailed)
            return;
        fail(makeError(ErrorCode::StorageFailed, QStringLiteral("the session could not be forgotten")));
        QMetaObject::invokeMethod(this, &DesktopApp::closeLeft, Qt::QueuedConnection);
    });
    sync->signOut();
    showSignIn(waits);
}

/// The session that was signed out; the page that shows stays.
void DesktopApp::closeLeft()
{
    if (m_leaving)
        endSession();
}

} // namespace markaz::desktop
