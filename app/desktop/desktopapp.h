// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/accountlock.h"
#include "app/desktop/accountsession.h"
#include "app/desktop/devices.h"
#include "app/desktop/idlewatch.h"
#include "app/desktop/keyring.h"
#include "app/desktop/knownsecrets.h"
#include "app/desktop/policyinforce.h"
#include "app/desktop/profile.h"
#include "app/desktop/suspendwatch.h"
#include "core/finance/policy.h"
#include "core/standard/catalogue.h"
#include "ui/desk.h"
#include "ui/pages/door/serverkeysheet.h"
#include "ui/text/languageswitch.h"
#include "ui/text/unlockwords.h"
#include "ui/widgets/evidence/attachqueue.h"
#include "ui/widgets/messagebar.h"

#include <QObject>

#include <functional>
#include <memory>

class QApplication;

namespace markaz::ui {
class ChoosePassphrasePage;
class DoorPage;
class MainWindow;
class SignInPage;
class UnlockPage;
} // namespace markaz::ui

namespace markaz::desktop {

/// What the command line asks for, and what tests hand in.
struct DesktopOptions
{
    QString profile;        ///< folder; empty = the desktop's own place for application data
    QString server;         ///< address; empty = the last one
    QString sampleAccounts; ///< path of sample-accounts.json; empty = no sample
    QString account;        ///< sample account to begin with; empty = the first inspector
    PasswordCost passphraseCost = {};
    std::function<std::unique_ptr<Keyring>()> keyring = desktopKeyring;
    std::function<std::unique_ptr<SuspendWatch>()> suspendWatch = [] { return std::make_unique<SuspendWatch>(); };
};

/// What never changes while the program runs: read once from the compiled-in data.
struct Foundation
{
    Gazetteer gazetteer;
    Standard standard;
    ProgrammePolicy policy;
};
Result<Foundation> readFoundation();

/// The program: one window, and in it either a page before the desk (sign in, choose a passphrase, unlock) or one
/// account's desk. Builds the concrete objects.
class DesktopApp final : public QObject
{
    Q_OBJECT
public:
    DesktopApp(QApplication &app, DesktopOptions options, const Clock &clock, QObject *parent = nullptr);
    ~DesktopApp() override;

    /// Opens the profile and shows the window. Errors stop the start; the caller prints them.
    Result<void> start();
    ui::MainWindow *window() const { return m_window.get(); }
    AccountSession *session() const { return m_session.get(); } ///< null while nothing is unlocked
    const Foundation &foundation() const { return *m_foundation; }
    /// Signs in as a sample account and shows its desk: the sample's password is its passphrase too.
    void workAs(const QString &sampleAccount);
    /// Saves what is being typed, closes the account's data and asks for the passphrase. Nothing when it is locked.
    void lock(ui::LockReason reason);
    IdleWatch &idleWatch() { return m_idle; }
    /// Whether reading is open may have changed: by a contact with the server, or by the days that went by.
    void checkReading();

private:
    struct Pending ///< a sign-in that has not come about
    {
        QString server;
        QString name;
        QString password;
        QString code = {}; ///< one-time; empty = the account was set up before
    };

    // desktopdoors.cpp: which page stands before the desk, and what opens
    void enter(const QString &account);
    void showSignIn(const QString &notice = {});
    void showChoose(bool recordsAreHere);
    ui::UnlockPage *showUnlock();
    void signIn(const Pending &how);
    void askServer();
    void choose(const QString &passphrase);
    void beginFirst();
    void keepFirst(const QString &passphrase);
    void unlock(const QString &passphrase, bool keyring);
    void beginAnew();
    void goOnOffline();
    void signOut();
    void closeLeft();
    void proceed(SecretKey key);
    void fail(const Error &error);
    void showDoor(ui::DoorPage *page, const std::function<void()> &again);

    // desktoprevoked.cpp
    void giveUp();
    void destroyRecords();
    void tellRevoked(const QString &account);

    // desktoptrust.cpp
    void showServerKeys(const QString &server);
    void takePins(const QStringList &pins);
    ui::ServerKeySheet::May mayWithPins() const;

    // desktopkeyring.cpp
    void askKeyring();
    void remember(const SecretKey &wrapping);
    void forgetInKeyring();
    void changePassphrase(const QString &current, const QString &next);

    Result<void> openSession(const QString &server, SecretKey key);
    void closeSession(); ///< with the page that shows
    void endSession();
    SecretKey takeKey(); ///< ends the session, to open it again
    /// A computer that goes to sleep waits 5 s for Markaz.
    void finishAttaching(std::chrono::milliseconds within = std::chrono::seconds(4));
    void tellLate();
    void keepUnfinished();
    void takeUnfinished();
    void writeUnfinished();
    QJsonObject withLate(QJsonObject unfinished) const;
    void dropPage();
    void showDesk();
    void connectDesk();
    void takeStandards();
    void takePolicy();
    bool knowsAccount() const;

    // desktopcopies.cpp
    void tellMovedAside();
    /// Closes the session, puts the copy in the cache's place and opens the session again.
    void restoreCopy(const CacheBackup &copy) { restoreFirst({copy}); }
    /// The same with the first of \p copies that is whole.
    void restoreFirst(const QList<CacheBackup> &copies);

    void tell(const QString &key, const ui::Message &message, const std::function<void()> &action = {});
    void setLanguage(ui::Language language);
    void applyLook();
    void saveSettings();
    void say(const Error &error);

    QApplication &m_app;
    DesktopOptions m_options;
    const Clock &m_clock;
    std::optional<Profile> m_profile;
    Profile::Settings m_settings;
    std::optional<Foundation> m_foundation;
    std::optional<PolicyInForce> m_inForce; ///< of the session that was opened last
    QList<SampleAccount> m_sample;
    ui::LanguageSwitch m_language;
    IdleWatch m_idle;
    std::unique_ptr<SuspendWatch> m_suspend;
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<ui::Camera> m_camera = laptopCamera();
    std::unique_ptr<ui::PositionReceiver> m_receiver = laptopReceiver();
    std::optional<AccountLock> m_lock; ///< of m_account
    QString m_account;                 ///< whose data is open, or before whose lock the person stands
    /// The account's first sign-in here, until its passphrase is chosen: its data key is in the session alone. One with
    /// a one-time code only asked whether the server is there.
    std::optional<Pending> m_first;
    bool m_fresh = false;    ///< its folder was made for a sign-in that has not come about
    bool m_givingUp = false; ///< revoked: the session lives only until what waits is handed in
    bool m_leaving = false;  ///< signed out: the session lives only until the server was told
    std::optional<Pending> m_pending;
    struct Distrust
    {
        QString server;
        Error error; ///< with the certificate that was met
    };
    QString m_sessionServer; ///< what the session that is open, or was the last, goes to
    KnownSecrets m_known;
    std::optional<Distrust> m_distrust; ///< of the last sign-in
    Reading m_reading = Reading::Open;  ///< as the desk shows it
    QDateTime m_heard;                  ///< the last contact that it was asked for
    QTimer m_readingTimer;
    std::unique_ptr<AccountSession> m_session;    ///< outlives the window's pages
    std::unique_ptr<ui::AttachQueue> m_attaching; ///< of that session
    QStringList m_late;    ///< files of m_account that came too late for a session, sealed with what is unfinished
    bool m_unread = false; ///< what was unfinished could not be had: it is in the session still
    std::unique_ptr<StandardCatalogue> m_standards; ///< of that session
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::Desk> m_desk;
    std::function<void()> m_showAgain;  ///< the page before the desk, in another language
    ui::DoorPage *m_door = nullptr;     ///< owned by the window while it shows
    ui::SignInPage *m_signIn = nullptr; ///< which of them it is
    ui::ChoosePassphrasePage *m_choose = nullptr;
    ui::UnlockPage *m_unlock = nullptr;
};

} // namespace markaz::desktop
