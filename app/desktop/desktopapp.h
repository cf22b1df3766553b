// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/accountsession.h"
#include "app/desktop/profile.h"
#include "core/finance/policy.h"
#include "core/standard/standard.h"
#include "ui/desk.h"
#include "ui/text/languageswitch.h"
#include "ui/widgets/messagebar.h"

#include <QObject>

#include <functional>
#include <memory>

class QApplication;

namespace markaz::ui {
class MainWindow;
class SignInPage;
} // namespace markaz::ui

namespace markaz::desktop {

/// What the command line asks for.
struct DesktopOptions
{
    QString profile;        ///< folder; empty = the desktop's own place for application data
    QString server;         ///< address; empty = the last one
    QString sampleAccounts; ///< path of sample-accounts.json; empty = no sample
    QString account;        ///< sample account to begin with; empty = the first inspector
};

/// What never changes while the program runs: read once from the compiled-in data.
struct Foundation
{
    Gazetteer gazetteer;
    Standard standard;
    ProgrammePolicy policy;
};
Result<Foundation> readFoundation();

/// The program: one window, and in it either the sign-in page or one account's desk. Builds the concrete objects.
class DesktopApp final : public QObject
{
    Q_OBJECT
public:
    DesktopApp(QApplication &app, DesktopOptions options, const Clock &clock, QObject *parent = nullptr);
    ~DesktopApp() override;

    /// Opens the profile and shows the window. Errors stop the start; the caller prints them.
    Result<void> start();
    ui::MainWindow *window() const { return m_window.get(); }
    AccountSession *session() const { return m_session.get(); } ///< null before the first sign-in
    const Foundation &foundation() const { return *m_foundation; }
    /// Signs in as a sample account and shows its desk.
    void workAs(const QString &sampleAccount);

Q_SIGNALS:
    void deskShown();
    void signInShown();

private:
    void showSignIn(const QString &notice = {});
    void signIn(const QString &server, const QString &name, const QString &password);
    bool openSession(const QString &account, const QString &server);
    void goOnOffline();
    void showDesk();
    void tellMovedAside();
    /// Closes the session, puts the copy in the cache's place and opens the session again.
    void restoreCopy(const CacheBackup &copy) { restoreFirst({copy}); }
    /// The same with the first of \p copies that is whole.
    void restoreFirst(const QList<CacheBackup> &copies);
    void tell(const QString &key, const ui::Message &message, const std::function<void()> &action = {});
    void applyLook();
    void saveSettings();
    void say(const Error &error);

    QApplication &m_app;
    DesktopOptions m_options;
    const Clock &m_clock;
    std::optional<Profile> m_profile;
    Profile::Settings m_settings;
    std::optional<Foundation> m_foundation;
    QList<SampleAccount> m_sample;
    ui::LanguageSwitch m_language;
    std::unique_ptr<AccountSession> m_session; ///< outlives the window's pages
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::Desk> m_desk;
    ui::SignInPage *m_signIn = nullptr; ///< owned by the window while it shows
};

} // namespace markaz::desktop
