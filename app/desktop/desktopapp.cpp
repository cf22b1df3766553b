// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopapp.h"

#include "app/desktop/certificatetrust.h"
#include "core/support/log.h"
#include "core/support/programmeday.h"
#include "core/workflow/policies.h"
#include "core/workflow/standards.h"
#include "resources/resources.h"
#include "ui/mainwindow.h"
#include "ui/pages/door/doorpage.h"
#include "ui/pages/signinpage.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/overlay.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QScreen>
#include <QStandardPaths>

#include <algorithm>

namespace markaz::desktop {
namespace {

QByteArray compiledIn(const char *name)
{
    QFile file(QStringLiteral(":/markaz/reference/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(); // an empty file is refused by its reader
}

constexpr QSize kWindow{1366, 768};              ///< for which every page is laid out
constexpr std::chrono::minutes kAttachAtLast{1}; ///< the window is closed: nobody waits
const QString kLate = QStringLiteral("late");    ///< the message, and the member of what is unfinished
constexpr int kFrame = 32;                       ///< what a window manager's title and borders take at least, pixels

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
    , m_idle(app, clock)
    , m_suspend(m_options.suspendWatch())
    , m_keyring(m_options.keyring())
{
    connect(
        &m_idle, &IdleWatch::idle, this, [this] { lock(ui::LockReason::Idle); }, Qt::QueuedConnection);
    connect(&m_readingTimer, &QTimer::timeout, this, &DesktopApp::checkReading);
    m_readingTimer.start(std::chrono::minutes(10));
    connect(m_suspend.get(), &SuspendWatch::sleeps, this, [this] { lock(ui::LockReason::Sleep); });
}

DesktopApp::~DesktopApp()
{
    keepUnfinished();
    dropPage();
    m_window.reset();
    finishAttaching(kAttachAtLast);
    endSession();
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
    m_idle.setLimit(std::chrono::minutes(m_settings.lockMinutes));
    applyLook();
    m_window = std::make_unique<ui::MainWindow>();
    // Where the window with its frame would not fit, it takes the whole screen.
    const QSize room = m_window->screen()->availableSize();
    if (room.width() < kWindow.width() + kFrame || room.height() < kWindow.height() + kFrame)
        m_window->setWindowState(Qt::WindowMaximized);
    m_window->resize(kWindow.boundedTo(room));

    if (!m_sample.isEmpty()) {
        const auto first = std::find_if(m_sample.cbegin(), m_sample.cend(), [this](const SampleAccount &a) {
            return m_options.account.isEmpty() ? a.role == QLatin1String("inspector") : a.name == m_options.account;
        });
        if (first == m_sample.cend())
            return makeError(ErrorCode::NotFound, QStringLiteral("no such sample account: %1").arg(m_options.account));
        workAs(first->name);
    } else if (m_settings.account.isEmpty()) {
        showSignIn();
        if (!m_settings.revoked.isEmpty())
            tellRevoked(m_settings.revoked.last());
    } else {
        enter(m_settings.account); // where it fails, the sign-in page says why
        askKeyring();
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

/// What lies over the page, then the page, at once: they wait for what they began in other threads with the session's
/// key, and answers that are posted already find nobody. So nothing of theirs may call this but by way of the queue.
void DesktopApp::dropPage()
{
    m_desk.reset();
    m_door = nullptr;
    m_signIn = nullptr;
    m_choose = nullptr;
    m_unlock = nullptr;
    if (!m_window)
        return;
    if (QWidget *focus = m_window->focusWidget())
        focus->clearFocus(); // while everything is there that hears of it
    while (auto *overlay = m_window->findChild<ui::Overlay *>())
        delete overlay;
    delete m_window->takeCentralWidget();
}

Result<void> DesktopApp::openSession(const QString &server, SecretKey key)
{
    auto session = AccountSession::open(m_lock->folder(), std::move(key), QUrl(server), m_foundation->gazetteer,
                                        m_clock, m_settings.pins);
    if (!session)
        return session.error();
    m_session = std::move(session).value();
    m_sessionServer = server;
    m_inForce.emplace(PolicyInForce{m_foundation->gazetteer, m_foundation->policy});
    if (auto inForce = policyInForceIn(m_session->workspace()))
        m_inForce.emplace(std::move(inForce).value());
    else // a newer program wrote it: the work goes on by the figures as reported, and the server asks anew
        qCWarning(lcUi) << "the policy in force cannot be read:" << inForce.error().detail;
    m_attaching = std::make_unique<ui::AttachQueue>(m_session->workspace());
    m_standards = std::make_unique<StandardCatalogue>(m_foundation->standard);
    // Before any desk connects: what it shows after a pull goes by the versions that came with it.
    connect(&m_session->workspace().notifier, &ChangeNotifier::manyChanged, this, &DesktopApp::takeStandards);
    connect(&m_session->workspace().notifier, &ChangeNotifier::manyChanged, this, &DesktopApp::takePolicy);
    m_leaving = false;
    connect(&m_session->sync(), &SyncClient::signedIn, this, [this, server](const Actor &actor) {
        m_distrust.reset();
        m_known.noteTaken();
        if (!m_sample.isEmpty())
            m_session->markSample();
        if (m_first)
            return showChoose(false);
        m_settings.server = server; // not before: an address that nobody answers at is not kept
        m_settings.account = actor.name;
        Profile::noteSignedIn(m_settings, m_account);
        m_fresh = false;
        saveSettings();
        if (!m_desk)
            showDesk();
    });
    // Each closes the session that tells of it.
    connect(&m_session->sync(), &SyncClient::revoked, this, &DesktopApp::giveUp, Qt::QueuedConnection);
    connect(&m_session->sync(), &SyncClient::handedIn, this, &DesktopApp::destroyRecords, Qt::QueuedConnection);
    connect(
        &m_session->sync(), &SyncStatus::changed, this,
        [this] {
            const QDateTime heard = m_session ? m_session->sync().snapshot().lastContact : QDateTime();
            if (heard != std::exchange(m_heard, heard))
                checkReading();
        },
        Qt::QueuedConnection);
    connect(&m_session->sync(), &SyncClient::signInFailed, this, [this](const Error &error) {
        if (error.code == ErrorCode::Unauthenticated) // else it may be the right one still
            m_known.noteRefused();
        if (m_desk) // its account is known here: the work goes on without the server
            return say(error);
        fail(error);
    });
    return {};
}

void DesktopApp::closeSession()
{
    dropPage();
    endSession();
}

void DesktopApp::endSession()
{
    m_leaving = false;
    m_givingUp = false;
    const bool first = m_first.has_value();
    m_first.reset();
    if (!m_session)
        return;
    const auto known = m_session->account();
    const auto form = m_lock->form();
    const bool keyless = first && form && *form == KeyFileForm::Missing; // opens for nobody from now on
    const bool unused = keyless || (m_fresh && known && !known->has_value());
    finishAttaching();
    m_attaching.reset();
    m_session.reset();
    m_fresh = false;
    if (unused)
        removeUnused(m_lock->folder());
}

SecretKey DesktopApp::takeKey()
{
    finishAttaching();
    m_attaching.reset();
    return AccountSession::close(std::move(m_session));
}

/// What is under way becomes evidence while its session is there.
void DesktopApp::finishAttaching(std::chrono::milliseconds within)
{
    if (!m_attaching)
        return;
    const QStringList late = m_attaching->finish(within);
    if (late.isEmpty())
        return;
    qCWarning(lcUi) << "files that were not attached:" << late.size();
    m_late += late;
    // While there is a session that seals: another account may come next, or the program's end.
    const auto unfinished = m_session->unfinished();
    const auto kept = unfinished ? m_session->keepUnfinished(withLate(*unfinished)) : unfinished.error();
    if (!kept)
        qCWarning(lcUi) << "their names were not kept:" << kept.error().detail;
}

QJsonObject DesktopApp::withLate(QJsonObject unfinished) const
{
    unfinished.remove(kLate);
    if (!m_late.isEmpty())
        unfinished.insert(kLate, QJsonArray::fromStringList(m_late));
    return unfinished;
}

/// What was not attached before the records were closed: by number before the desk, where others may look on, and by
/// name on every desk until the person closes the message.
void DesktopApp::tellLate()
{
    if (m_late.isEmpty())
        return;
    const QString names = m_desk ? m_late.join(QStringLiteral(", ")) : QString();
    tell(kLate, {ui::Status::Warn,
                 {tr("Files that were not added when the records were closed: %1.").arg(m_late.size()),
                  names.isEmpty() ? tr("The files themselves were not touched.") : ui::format::words(names),
                  m_desk ? tr("Add them again.") : tr("On your desk Markaz names them.")},
                 {},
                 {},
                 m_desk != nullptr});
    auto *frame = qobject_cast<ui::MainFrame *>(m_window->centralWidget());
    if (frame == nullptr)
        return;
    connect(frame->messages()->bar(kLate), &ui::MessageBar::closed, this, [this] {
        m_late.clear();
        writeUnfinished();
    });
}

void DesktopApp::workAs(const QString &sampleAccount)
{
    const auto account = std::find_if(m_sample.cbegin(), m_sample.cend(),
                                      [&](const SampleAccount &a) { return a.name == sampleAccount; });
    if (account == m_sample.cend())
        return;
    m_pending = Pending{m_settings.server, account->name, account->password};
    enter(account->name);
    if (m_choose != nullptr)
        choose(account->password);
    else if (m_unlock != nullptr)
        unlock(account->password, m_lock->keyringRemembers());
    if (m_session && knowsAccount())
        showDesk(); // at once, and the session is renewed behind it
}

void DesktopApp::showDesk()
{
    if (m_session->isRevoked())
        return giveUp();
    const auto account = m_session->account();
    if (!account || !account->has_value()) {
        showSignIn();
        return;
    }
    dropPage();
    takeStandards();
    auto *frame = new ui::MainFrame;
    const auto reading = Contact(m_session->workspace()).look();
    m_reading = reading ? *reading : Reading::TooLongAlone; // what cannot be known is not open
    ui::Services services{m_session->workspace(), *m_attaching,      m_inForce->gazetteer,
                          *m_standards,           m_inForce->policy, m_inForce->policy.programmeFacts(),
                          m_session->sync(),      **account,         m_session->holdsSample(),
                          &m_session->sync(),     m_reading,         m_camera.get(),
                          m_receiver.get()};
    QList<ui::OtherAccount> others;
    for (const SampleAccount &sample : std::as_const(m_sample)) {
        if (!sample.name.startsWith(QLatin1String("sample.")))
            continue; // one of each role is enough to look around
        const auto role = parse<Role>(sample.role);
        others.append({sample.name,
                       QStringLiteral("%1, %2").arg(sample.displayName, role ? ui::labels::of(*role) : sample.role)});
    }
    m_desk = std::make_unique<ui::Desk>(*frame, services, others);
    m_desk->setCertificateTrust([this] { return certificateTrust(m_session->state()); });
    m_desk->setLockAfter(m_settings.lockMinutes);
    m_desk->setKeyring(m_lock->keyringRemembers());
    connectDesk();
    m_window->setCentralWidget(frame);
    frame->focusPage(); // what had the keyboard before goes with the page that it was on
    tellMovedAside();
    takeUnfinished();
    tellLate();
    if (!m_unread) // what was taken up takes the place of what was kept in one step: a kill finds the one or the other
        writeUnfinished();
}

/// What the account's last desk left, onto this one.
void DesktopApp::takeUnfinished()
{
    const auto kept = m_session->unfinished();
    m_unread = !kept;
    if (!kept)
        return say(kept.error());
    const QJsonArray late = kept->value(kLate).toArray();
    for (const auto &name : late) {
        if (!m_late.contains(name.toString()))
            m_late.append(name.toString());
    }
    if (!kept->isEmpty())
        m_desk->resume(*kept);
}

/// What is unfinished on the desk, over what was kept before; never over what nobody has read.
void DesktopApp::writeUnfinished()
{
    if (m_unread) {
        const auto kept = m_session->unfinished();
        if (!kept)
            return say(kept.error());
        m_unread = false;
        m_desk->carry(*kept);
    }
    if (auto kept = m_session->keepUnfinished(withLate(m_desk->unfinished())); !kept)
        say(kept.error());
}

void DesktopApp::checkReading()
{
    if (!m_desk)
        return;
    const auto reading = Contact(m_session->workspace()).look();
    if (!reading)
        return say(reading.error());
    if (*reading == m_reading)
        return;
    keepUnfinished();
    showDesk();
}

void DesktopApp::connectDesk()
{
    // Most of these replace the desk that sends them, so they are carried out when its signal is done.
    const ui::Desk *desk = m_desk.get();
    connect(desk, &ui::Desk::switchRequested, this, &DesktopApp::workAs, Qt::QueuedConnection);
    connect(
        desk, &ui::Desk::signInRequested, this,
        [this] {
            keepUnfinished();
            showSignIn();
        },
        Qt::QueuedConnection);
    connect(desk, &ui::Desk::serverKeysRequested, this, [this] { showServerKeys(m_settings.server); });
    connect(desk, &ui::Desk::signOutRequested, this, &DesktopApp::signOut, Qt::QueuedConnection);
    connect(
        desk, &ui::Desk::lockRequested, this, [this] { lock(ui::LockReason::Asked); }, Qt::QueuedConnection);
    connect(desk, &ui::Desk::lockAfterRequested, this, [this](int minutes) {
        m_settings.lockMinutes = minutes;
        m_idle.setLimit(std::chrono::minutes(minutes));
        saveSettings();
    });
    m_desk->setIsPassphrase([this](const QString &text) { return m_known.isPassphrase(text); });
    connect(desk, &ui::Desk::passwordChanged, this, [this](const QString &now) { m_known.notePassword(now); });
    connect(desk, &ui::Desk::passphraseChangeRequested, this, &DesktopApp::changePassphrase, Qt::QueuedConnection);
    connect(desk, &ui::Desk::forgetInKeyringRequested, this, &DesktopApp::forgetInKeyring, Qt::QueuedConnection);
    connect(desk, &ui::Desk::languageRequested, this, &DesktopApp::setLanguage, Qt::QueuedConnection);
    connect(
        desk, &ui::Desk::schemeRequested, this,
        [this](ui::ColourScheme scheme) {
            m_settings.scheme = scheme == ui::ColourScheme::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            saveSettings();
            keepUnfinished();
            applyLook();
            showDesk();
        },
        Qt::QueuedConnection);
    connect(desk, &ui::Desk::unfinishedChanged, this, &DesktopApp::writeUnfinished);
    connect(desk, &ui::Desk::restoreRequested, this, &DesktopApp::restoreCopy, Qt::QueuedConnection);
}

void DesktopApp::setLanguage(ui::Language language)
{
    m_settings.language = language == ui::Language::Urdu ? QStringLiteral("ur") : QStringLiteral("en");
    saveSettings();
    keepUnfinished();
    applyLook();
    if (m_desk)
        return showDesk();
    const bool withCode = m_signIn != nullptr && m_signIn->asksForCode();
    m_showAgain();
    if (withCode)
        m_signIn->setCode({});
}

/// What is being typed: pages that save as one goes save it now, the others' is sealed and kept beside the records.
void DesktopApp::keepUnfinished()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    if (!m_desk)
        return;
    m_desk->stopWork();
    if (QWidget *focus = m_window->focusWidget())
        focus->clearFocus(); // what has the keyboard gives its content when it is left
    writeUnfinished();
}

void DesktopApp::tell(const QString &key, const ui::Message &message, const std::function<void()> &action)
{
    if (m_door != nullptr)
        m_door->tell(key, message, action);
    else if (auto *frame = qobject_cast<ui::MainFrame *>(m_window->centralWidget()))
        frame->messages()->post(key, message, action);
}

void DesktopApp::saveSettings()
{
    if (auto saved = m_profile->save(m_settings); !saved)
        say(saved.error());
}

void DesktopApp::say(const Error &error)
{
    qCWarning(lcUi) << error.detail << error.where;
    if (m_door != nullptr)
        fail(error);
    else if (auto *frame = qobject_cast<ui::MainFrame *>(m_window->centralWidget()))
        frame->messages()->post(QStringLiteral("app"), ui::Message::of(error));
}

} // namespace markaz::desktop
