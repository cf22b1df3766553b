// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopapp.h"

#include "core/support/log.h"
#include "resources/resources.h"
#include "ui/mainwindow.h"
#include "ui/pages/signinpage.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/sentences.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace markaz::desktop {
namespace {

QByteArray compiledIn(const char *name)
{
    QFile file(QStringLiteral(":/markaz/reference/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(); // an empty file is refused by its reader
}

} // namespace

Result<Foundation> readFoundation()
{
    initResources();
    auto gazetteer =
        Gazetteer::read(compiledIn("cities.csv"), compiledIn("city-codes.csv"), compiledIn("provinces.geojson"));
    if (!gazetteer)
        return gazetteer.error();
    auto standard = builtinStandard();
    if (!standard)
        return standard.error();
    auto policy = builtinPolicy();
    if (!policy)
        return policy.error();
    return Foundation{std::move(gazetteer).value(), std::move(standard).value(), std::move(policy).value()};
}

DesktopApp::DesktopApp(QApplication &app, DesktopOptions options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_language(app)
{
}

DesktopApp::~DesktopApp()
{
    m_desk.reset();
    m_window.reset(); // its pages use the session
}

Result<void> DesktopApp::start()
{
    auto foundation = readFoundation();
    if (!foundation)
        return foundation.error();
    m_foundation.emplace(std::move(foundation).value());
    auto profile = Profile::open(m_options.profile.isEmpty()
                                     ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                                     : m_options.profile);
    if (!profile)
        return profile.error();
    m_profile.emplace(std::move(profile).value());
    m_settings = m_profile->settings();
    if (!m_options.server.isEmpty())
        m_settings.server = m_options.server;
    if (!m_options.sampleAccounts.isEmpty()) {
        auto accounts = readSampleAccounts(m_options.sampleAccounts);
        if (!accounts)
            return accounts.error();
        m_sample = std::move(accounts).value();
    }
    applyLook();
    m_window = std::make_unique<ui::MainWindow>();
    m_window->resize(1366, 768);

    if (!m_sample.isEmpty()) {
        const auto first = std::find_if(m_sample.cbegin(), m_sample.cend(), [this](const SampleAccount &a) {
            return m_options.account.isEmpty() ? a.role == QLatin1String("inspector") : a.name == m_options.account;
        });
        if (first == m_sample.cend())
            return makeError(ErrorCode::NotFound, QStringLiteral("no such sample account: %1").arg(m_options.account));
        workAs(first->name);
    } else if (m_settings.account.isEmpty()) {
        showSignIn();
    } else if (openSession(m_settings.account, m_settings.server)) { // where it fails, the sign-in page says why
        const auto account = m_session->account();
        if (account && account->has_value())
            showDesk();
        else
            showSignIn();
    }
    m_window->show();
    return {};
}

void DesktopApp::applyLook()
{
    const ui::ColourScheme scheme =
        m_settings.scheme == QLatin1String("dark")
            ? ui::ColourScheme::Dark
            : (m_settings.scheme == QLatin1String("light") ? ui::ColourScheme::Light : ui::systemScheme());
    const ui::Language language =
        m_settings.language == QLatin1String("ur") ? ui::Language::Urdu : ui::Language::English;
    ui::applyTheme(m_app, ui::Theme(scheme, language));
    m_language.set(language);
}

bool DesktopApp::openSession(const QString &account, const QString &server)
{
    m_desk.reset();
    if (QWidget *old = m_window ? m_window->takeCentralWidget() : nullptr) { // perhaps in its own signal
        old->hide();
        old->deleteLater();
    }
    m_signIn = nullptr;
    m_session.reset();
    auto folder = m_profile->accountFolder(account);
    if (!folder) {
        showSignIn();
        m_signIn->showError(folder.error());
        return false;
    }
    auto session = AccountSession::open(*folder, QUrl(server), m_foundation->gazetteer, m_clock);
    if (!session) {
        showSignIn();
        m_signIn->showError(session.error());
        return false;
    }
    m_session = std::move(session).value();
    connect(&m_session->sync(), &SyncClient::signedIn, this, [this, server](const Actor &actor) {
        m_settings.server = server; // not before: an address that nobody answers at is not kept
        m_settings.account = actor.name;
        saveSettings();
        if (!m_sample.isEmpty())
            m_session->markSample();
        if (!m_desk)
            showDesk();
    });
    connect(&m_session->sync(), &SyncClient::signInFailed, this, [this](const Error &error) {
        if (m_desk) { // its account is known here: the work goes on without the server
            say(error);
            return;
        }
        if (m_signIn == nullptr)
            showSignIn();
        m_signIn->setBusy(false);
        m_signIn->showError(error);
    });
    return true;
}

void DesktopApp::workAs(const QString &sampleAccount)
{
    const auto account = std::find_if(m_sample.cbegin(), m_sample.cend(),
                                      [&](const SampleAccount &a) { return a.name == sampleAccount; });
    if (account == m_sample.cend() || !openSession(account->name, m_settings.server))
        return;
    const auto known = m_session->account();
    if (known && known->has_value())
        showDesk(); // at once, and the session is renewed behind it
    m_session->sync().signIn(account->name, account->password);
}

void DesktopApp::showSignIn(const QString &notice)
{
    m_desk.reset();
    if (QWidget *old = m_window->takeCentralWidget()) { // perhaps the sign-in page itself, in its own signal
        old->hide();
        old->deleteLater();
    }
    m_signIn = new ui::SignInPage;
    m_signIn->setServer(m_settings.server);
    m_signIn->setAccount(m_settings.account);
    m_signIn->setNotice(notice);
    bool known = false;
    if (m_session) {
        const auto account = m_session->account();
        known = account && account->has_value();
    }
    m_signIn->setMayContinueOffline(known);
    connect(m_signIn, &ui::SignInPage::signInRequested, this, &DesktopApp::signIn);
    connect(m_signIn, &ui::SignInPage::continueOffline, this, &DesktopApp::goOnOffline);
    m_window->setCentralWidget(m_signIn);
    tellMovedAside(); // the new file knows no account, so this page is where the person stands now
    Q_EMIT signInShown();
}

void DesktopApp::signIn(const QString &server, const QString &name, const QString &password)
{
    const bool opened = openSession(name, server);
    if (opened)
        showSignIn();
    m_signIn->setServer(server); // as typed, so that it can be mended
    m_signIn->setAccount(name);
    if (!opened)
        return;
    m_signIn->setBusy(true);
    m_session->sync().signIn(name, password);
}

/// With the server that is known, whatever was typed for the sign-in that did not come about.
void DesktopApp::goOnOffline()
{
    const auto account = m_session->account();
    if (!account || !account->has_value())
        return showSignIn();
    if (openSession((*account)->name, m_settings.server))
        showDesk();
}

void DesktopApp::showDesk()
{
    const auto account = m_session->account();
    if (!account || !account->has_value()) {
        showSignIn();
        return;
    }
    m_desk.reset();
    if (QWidget *old = m_window->takeCentralWidget()) {
        old->hide();
        old->deleteLater();
    }
    m_signIn = nullptr;
    auto *frame = new ui::MainFrame;
    ui::Services services{m_session->workspace(),
                          m_foundation->gazetteer,
                          m_foundation->standard,
                          m_foundation->policy,
                          m_foundation->policy.programmeFacts(),
                          m_session->sync(),
                          **account,
                          m_session->holdsSample()};
    QList<ui::OtherAccount> others;
    for (const SampleAccount &sample : std::as_const(m_sample)) {
        if (!sample.name.startsWith(QLatin1String("sample.")) || sample.role == QLatin1String("administrator"))
            continue; // one of each role that has pages here is enough to look around
        const auto role = parse<Role>(sample.role);
        others.append({sample.name,
                       QStringLiteral("%1, %2").arg(sample.displayName, role ? ui::labels::of(*role) : sample.role)});
    }
    m_desk = std::make_unique<ui::Desk>(*frame, services, others);
    // Each of these replaces the desk that sends it, so they are carried out when its signal is done.
    connect(m_desk.get(), &ui::Desk::switchRequested, this, &DesktopApp::workAs, Qt::QueuedConnection);
    connect(
        m_desk.get(), &ui::Desk::signInRequested, this, [this] { showSignIn(); }, Qt::QueuedConnection);
    connect(
        m_desk.get(), &ui::Desk::signOutRequested, this,
        [this] {
            m_session->sync().signOut();
            const SyncSnapshot s = m_session->sync().snapshot();
            QStringList waits;
            if (s.waiting > 0)
                waits.append(tr("%1 changes wait on this laptop for this account.").arg(s.waiting));
            if (s.files.waitingUp > 0)
                waits.append(tr("%1 files wait on this laptop for this account.").arg(s.files.waitingUp));
            showSignIn(waits.join(QLatin1Char(' ')));
        },
        Qt::QueuedConnection);
    connect(
        m_desk.get(), &ui::Desk::languageRequested, this,
        [this](ui::Language language) {
            m_settings.language = language == ui::Language::Urdu ? QStringLiteral("ur") : QStringLiteral("en");
            saveSettings();
            applyLook();
            showDesk();
        },
        Qt::QueuedConnection);
    connect(
        m_desk.get(), &ui::Desk::schemeRequested, this,
        [this](ui::ColourScheme scheme) {
            m_settings.scheme = scheme == ui::ColourScheme::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            saveSettings();
            applyLook();
            showDesk();
        },
        Qt::QueuedConnection);
    connect(m_desk.get(), &ui::Desk::restoreRequested, this, &DesktopApp::restoreCopy, Qt::QueuedConnection);
    m_window->setCentralWidget(frame);
    tellMovedAside();
    Q_EMIT deskShown();
}

void DesktopApp::restoreFirst(const QList<CacheBackup> &choice)
{
    const QString account = QFileInfo(m_session->workspace().database.location()).dir().dirName();
    m_desk.reset();
    delete m_window->takeCentralWidget();
    m_signIn = nullptr;
    const CacheBackups copies = m_session->copies();
    m_session.reset(); // nobody has the file open now
    CacheBackup copy = choice.first();
    auto replaced = copies.restore(copy, m_clock);
    for (qsizetype i = 1; i < choice.size() && !replaced; ++i) {
        copy = choice.at(i);
        replaced = copies.restore(copy, m_clock);
    }
    if (!openSession(account, m_settings.server))
        return;
    showDesk();
    if (!replaced)
        return say(replaced.error());
    const ui::Message message{ui::Status::Ok,
                              {tr("The records of %1 are back.").arg(ui::format::dateTime(copy.madeAt)),
                               tr("Those of before are kept as %1.").arg(replaced->to),
                               tr("Sync to fetch what the server has since then.")},
                              {},
                              {},
                              true};
    tell(QStringLiteral("restored"), message);
}

void DesktopApp::tell(const QString &key, const ui::Message &message, const std::function<void()> &action)
{
    if (m_signIn != nullptr)
        m_signIn->tell(key, message, action);
    else if (auto *frame = qobject_cast<ui::MainFrame *>(m_window->centralWidget()))
        frame->messages()->post(key, message, action);
}

void DesktopApp::tellMovedAside()
{
    if (!m_session)
        return;
    const std::optional<MovedAside> &moved = m_session->movedAside();
    const auto known = m_session->account();
    const QList<CacheBackup> copies = m_session->copies().list();
    // A cache that knows nobody beside copies of one that did was begun after damage, now or before. Later on, going
    // back leaves work behind, and the Sync page says how much.
    const bool mayGoBack = known && !known->has_value() && !copies.isEmpty();
    if (!moved && !mayGoBack)
        return;
    ui::Message message;
    message.status = ui::Status::Bad;
    message.sentence.fact = moved ? tr("The file with this laptop’s records was damaged.")
                                  : tr("The records on this laptop were begun anew after damage.");
    if (moved)
        message.sentence.next =
            tr("Keep that file and tell your administrator: changes that were not sent may still be in it.");
    if (!mayGoBack) {
        message.sentence.safe =
            tr("It was kept as %1, and a new one was begun. What the server has comes back with the next sync.")
                .arg(moved->to);
        return tell(QStringLiteral("moved-aside"), message);
    }
    const QString day = ui::format::dateTime(copies.first().madeAt);
    message.sentence.safe =
        moved ? tr("It was kept as %1. This laptop has a copy of %2, which needs no network.").arg(moved->to, day)
              : tr("This laptop has a copy of %1, which needs no network.").arg(day);
    message.action = tr("Go on with the copy");
    message.closable = false;
    tell(QStringLiteral("moved-aside"), message, [this, copies] { // the page goes: its signal is let end first
        QMetaObject::invokeMethod(
            this, [this, copies] { restoreFirst(copies); }, Qt::QueuedConnection);
    });
}

void DesktopApp::saveSettings()
{
    if (auto saved = m_profile->save(m_settings); !saved)
        say(saved.error());
}

void DesktopApp::say(const Error &error)
{
    qCWarning(lcUi) << error.detail << error.where;
    if (m_signIn != nullptr)
        m_signIn->showError(error);
    else if (auto *frame = qobject_cast<ui::MainFrame *>(m_window->centralWidget()))
        frame->messages()->post(QStringLiteral("app"), ui::Message::of(error));
}

} // namespace markaz::desktop
