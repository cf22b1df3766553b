// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktopapp.h"
#include "core/protocol/messages.h"
#include "tests/ui/uitest.h"
#include "ui/mainwindow.h"
#include "ui/pages/door/choosepassphrasepage.h"
#include "ui/pages/door/unlockpage.h"
#include "ui/pages/signinpage.h"
#include "ui/widgets/frame/mainframe.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace markaz::desktop {

inline void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << qPrintable(path);
    file.write(content);
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the computer remembers, without a computer's keyring; it outlives the program that asks it.
struct FakeVault
{
    QHash<QString, QByteArray> entries;
    bool refuses = false; ///< there is no keyring here
    int asked = 0;
};

class FakeKeyring final : public Keyring
{
public:
    explicit FakeKeyring(FakeVault &vault)
        : m_vault(vault)
    {
    }
    void read(const QString &name, Read answer) override
    {
        ++m_vault.asked;
        later([this, name, answer] {
            if (m_vault.refuses)
                answer(makeError(ErrorCode::StorageFailed, QStringLiteral("no keyring")));
            else if (!m_vault.entries.contains(name))
                answer(makeError(ErrorCode::NotFound, {}));
            else
                answer(m_vault.entries.value(name));
        });
    }
    void write(const QString &name, const QByteArray &secret, Done answer) override
    {
        later([this, name, secret, answer] {
            if (m_vault.refuses)
                return answer(makeError(ErrorCode::StorageFailed, QStringLiteral("no keyring")));
            m_vault.entries.insert(name, secret);
            answer({});
        });
    }
    void remove(const QString &name, Done answer) override
    {
        later([this, name, answer] {
            m_vault.entries.remove(name);
            answer({});
        });
    }

private:
    void later(const std::function<void()> &todo) { QMetaObject::invokeMethod(&m_context, todo, Qt::QueuedConnection); }
    FakeVault &m_vault;
    QObject m_context;
};

/// The program over a profile in a temporary folder, with a passphrase that costs nothing to try and a fake keyring.
class Desktop : public testing::Test
{
protected:
    static constexpr PasswordCost kLight{1, 8 * 1024};
    const QString m_passphrase = QStringLiteral("a sample passphrase");
    QTemporaryDir m_dir;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 28), QTime(9, 0), Qt::UTC)};
    FakeVault m_vault;
    /// No test hears that the computer that it runs on goes to sleep.
    std::function<std::unique_ptr<SuspendWatch>()> m_suspendWatch = [] {
        return std::make_unique<SuspendWatch>(QDBusConnection(QStringLiteral("no such bus")));
    };
    std::unique_ptr<DesktopApp> m_app;

    QString folder(const char *account = "sana") const
    {
        return m_dir.filePath(QStringLiteral("accounts/") + QLatin1String(account));
    }
    QString cachePath() const { return folder() + QStringLiteral("/cache.db"); }
    QString keyPath() const { return folder() + QStringLiteral("/data.key"); }
    void start()
    {
        m_app.reset();
        m_app = std::make_unique<DesktopApp>(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                                             DesktopOptions{m_dir.path(),
                                                            QStringLiteral("http://127.0.0.1:9"),
                                                            {},
                                                            {},
                                                            kLight,
                                                            [this] { return std::make_unique<FakeKeyring>(m_vault); },
                                                            m_suspendWatch},
                                             m_clock);
        const auto started = m_app->start();
        ASSERT_TRUE(started.ok()) << qPrintable(started.ok() ? QString() : started.error().detail);
    }
    /// Starts the program, and opens it as the person does.
    void startUnlocked()
    {
        start();
        unlock();
        ASSERT_TRUE(QTest::qWaitFor([this] { return !atUnlock(); }));
    }
    void unlock() { unlock(m_passphrase); }
    void unlock(const QString &passphrase)
    {
        ASSERT_TRUE(atUnlock()) << qPrintable(messages());
        line("passphrase")->setText(passphrase);
        press("unlock");
        QCoreApplication::processEvents();
    }
    /// A profile whose account has signed in before, as sync leaves it.
    void knowAccount(Role role = Role::Inspector)
    {
        const auto profile = Profile::open(m_dir.path());
        ASSERT_TRUE(
            profile->save({QStringLiteral("http://127.0.0.1:9"), QStringLiteral("sana"), {}, QStringLiteral("light")})
                .ok());
        const auto foundation = readFoundation();
        ASSERT_TRUE(foundation.ok());
        const QString home = *profile->accountFolder(QStringLiteral("sana"));
        auto key = AccountLock(home, m_clock, kLight).choose(m_passphrase);
        ASSERT_TRUE(key.ok());
        const auto session = AccountSession::open(
            home, std::move(key->data), QUrl(QStringLiteral("http://127.0.0.1:9")), foundation->gazetteer, m_clock);
        ASSERT_TRUE(session.ok());
        SyncStateRepository state((*session)->workspace().database);
        const Actor actor{QStringLiteral("01900000-0000-7000-8000-0000000000a1"),
                          QStringLiteral("sana"),
                          QStringLiteral("Sample Inspector"),
                          role,
                          {QStringLiteral("PK-PB")}};
        ASSERT_TRUE(
            state.set(QStringLiteral("account"), QString::fromUtf8(QJsonDocument(protocol::encode(actor)).toJson()))
                .ok());
    }
    QString messages()
    {
        QStringList all;
        const auto bars = m_app->window()->findChildren<ui::MessageBar *>();
        for (const auto *bar : bars) {
            if (bar->isVisibleTo(m_app->window()))
                all.append(bar->message().sentence.plain());
        }
        return all.join(QLatin1Char('\n'));
    }
    /// Whether a message says it, or soon does: a page that was put into the window is shown by the event loop.
    bool says(const QString &words)
    {
        return QTest::qWaitFor([&] { return messages().contains(words); }, 2000);
    }
    template <class Page>
    bool at()
    {
        return qobject_cast<Page *>(m_app->window()->centralWidget()) != nullptr;
    }
    bool atDesk() { return at<ui::MainFrame>(); }
    bool atSignIn() { return at<ui::SignInPage>(); }
    bool atUnlock() { return at<ui::UnlockPage>(); }
    bool atChoose() { return at<ui::ChoosePassphrasePage>(); }
    QLineEdit *line(const char *name)
    {
        auto *found = m_app->window()->centralWidget()->findChild<QLineEdit *>(QLatin1String(name));
        if (found == nullptr)
            qFatal("no line called %s", name);
        return found;
    }
    void press(const char *name)
    {
        auto *button = m_app->window()->centralWidget()->findChild<QPushButton *>(QLatin1String(name));
        ASSERT_NE(button, nullptr) << name;
        EXPECT_TRUE(button->isEnabled()) << name;
        button->click();
    }
    void trigger(const char *action)
    {
        auto *found = m_app->window()->centralWidget()->findChild<QAction *>(QLatin1String(action));
        ASSERT_NE(found, nullptr) << action;
        found->trigger();
        QCoreApplication::processEvents();
    }
    QStringList movedAside()
    {
        return QFileInfo(cachePath()).dir().entryList({QStringLiteral("cache.db.damaged-*")}, QDir::Files);
    }
};

} // namespace markaz::desktop
