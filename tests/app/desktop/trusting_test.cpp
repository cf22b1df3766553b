// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The window before real servers over TLS: what a person is told of one that is not trusted, in whole sentences, and
// the pins that are set there.
#include "tests/app/desktop/desktopfixture.h"
#include "tests/support/serverprocess.h"
#include "tests/support/tls/certificates.h"
#include "tests/support/tls/oldserver.h"
#include "ui/pages/door/serverkeysheet.h"

#include <QAction>
#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace markaz::desktop {
namespace {

using test::CertificateAuthority;
using test::CertificatePair;
using test::CertificateWish;

const QString kSafe = QStringLiteral("Nothing was sent to it. Your work is saved on this laptop.");

QString pinOf(const CertificatePair &pair)
{
    return QStringLiteral("sha256//") + QString::fromLatin1(pair.keyHash.toBase64());
}

/// As it is read out, of the certificate's own bytes.
QString fingerprintOf(const CertificatePair &pair)
{
    const QByteArray der = QSslCertificate(pair.certificate).toDer();
    const QString hex =
        QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex()).toUpper();
    QStringList groups;
    for (int i = 0; i < 64; i += 4)
        groups.append(hex.mid(i, 4));
    return groups.join(QLatin1Char(' '));
}

CertificateWish validFor(int fromDays, int toDays)
{
    CertificateWish wish;
    wish.from = QDateTime::currentDateTimeUtc().addDays(fromDays);
    wish.to = QDateTime::currentDateTimeUtc().addDays(toDays);
    return wish;
}

class LaptopPins : public Desktop
{
protected:
    const QString m_pin = QStringLiteral("sha256//47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="); // of nothing

    ui::ServerKeySheet *sheet() { return m_app->window()->findChild<ui::ServerKeySheet *>(); }
    QLineEdit *pinLine(const char *name) { return sheet()->findChild<QLineEdit *>(QLatin1String(name)); }
    QPushButton *takeButton() { return sheet()->findChild<QPushButton *>(QStringLiteral("takePins")); }
    void typePins(const QStringList &pins)
    {
        pinLine("serverPin")->setText(pins.value(0));
        pinLine("sparePin")->setText(pins.value(1));
    }
    /// The laptop of somebody, with these pins.
    void knowPins(const QStringList &pins)
    {
        knowAccount();
        const auto profile = Profile::open(m_dir.path());
        Profile::Settings settings = profile->settings();
        settings.pins = pins;
        ASSERT_TRUE(profile->save(settings).ok());
    }
    QStringList kept() { return Profile::open(m_dir.path())->settings().pins; }
    void expectToBeLookedAtAlone()
    {
        ASSERT_TRUE(atSignIn());
        press("serverKeys");
        ASSERT_NE(sheet(), nullptr);
        EXPECT_TRUE(pinLine("serverPin")->isReadOnly());
        EXPECT_FALSE(takeButton()->isVisibleTo(sheet()));
        typePins({});
        QTest::keyClick(pinLine("serverPin"), Qt::Key_Return);
        takeButton()->click();
        QCoreApplication::processEvents();
        EXPECT_EQ(kept(), QStringList{m_pin});
    }
};

TEST_F(LaptopPins, ofALockedLaptop_areNotWavedAwayWithoutAPassphrase)
{
    knowPins({m_pin});
    start();
    press("signInAsAnother");
    QCoreApplication::processEvents();
    expectToBeLookedAtAlone();
    start();
    press("forgotten");
    press("beginAnew");
    QCoreApplication::processEvents();
    expectToBeLookedAtAlone(); // what was set aside is somebody's still
}

TEST_F(LaptopPins, thatCannotBeRead_areReplacedByOneThatCan)
{
    knowPins({QStringLiteral("sha256//short")});
    start();
    unlock();
    ASSERT_TRUE(atUnlock()) << "they open nothing";
    press("signInAsAnother");
    QCoreApplication::processEvents();
    press("serverKeys");
    typePins({});
    EXPECT_FALSE(takeButton()->isEnabled());
    typePins({m_pin});
    takeButton()->click();
    ASSERT_TRUE(says(QStringLiteral("expects these keys")));
    EXPECT_EQ(kept(), QStringList{m_pin});
}

TEST_F(LaptopPins, thatCouldNotBeKept_doNotHold)
{
    start();
    ASSERT_TRUE(QDir().mkpath(m_dir.filePath(QStringLiteral("desktop.json")))); // nothing can be written over it
    press("serverKeys");
    typePins({m_pin});
    takeButton()->click();
    ASSERT_TRUE(QTest::qWaitFor([this] { return sheet() == nullptr && !messages().isEmpty(); }));
    EXPECT_FALSE(says(QStringLiteral("expects these keys"))) << qPrintable(messages());
    press("serverKeys");
    EXPECT_EQ(pinLine("serverPin")->text(), QString());
}

class Trusting : public LaptopPins
{
protected:
    static constexpr const char *kPassword = "sample password 7";
    const QString m_name = QStringLiteral("sample.inspector");
    CertificateAuthority m_authority;
    test::ServerStore m_store;
    test::PairFiles m_files;
    std::unique_ptr<test::ServerProcess> m_server;
    QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();

    void SetUp() override
    {
        m_store.dataDir = m_dir.filePath(QStringLiteral("server"));
        QSslConfiguration trusting = m_before;
        trusting.addCaCertificate(QSslCertificate(m_authority.certificate()));
        QSslConfiguration::setDefaultConfiguration(trusting);
        const auto added = test::ServerProcess::addAccount(m_store, m_name, QStringLiteral("inspector"),
                                                           {QStringLiteral("PK-PB")}, kPassword);
        ASSERT_TRUE(added.ok()) << qPrintable(added.error().detail);
    }
    void TearDown() override
    {
        m_app.reset();
        QSslConfiguration::setDefaultConfiguration(m_before);
    }
    /// The server anew, showing \p pair.
    QUrl serve(const CertificatePair &pair)
    {
        m_server.reset();
        m_files = writePair(m_dir.path(), pair);
        auto server = test::ServerProcess::start(
            m_store, {QStringLiteral("--tls-cert"), m_files.chain, QStringLiteral("--tls-key"), m_files.key});
        EXPECT_TRUE(server.ok()) << qPrintable(server.ok() ? QString() : server.error().detail);
        m_server = server ? std::move(*server) : nullptr;
        return m_server ? m_server->url() : QUrl();
    }
    bool until(const std::function<bool()> &done) { return QTest::qWaitFor(done, 30'000); }
    /// What the page shows, without the marks that keep what was met apart from the words around it.
    QString words() { return messages().remove(QChar(0x2068)).remove(QChar(0x2069)); }
    void signIn(const QUrl &server)
    {
        line("serverAddress")->setText(server.toString());
        line("accountName")->setText(m_name);
        line("password")->setText(QLatin1String(kPassword));
        press("signIn");
    }
    /// The message that a sign-in at \p server ends with.
    QString refusalOf(const QUrl &server)
    {
        signIn(server);
        EXPECT_TRUE(until([this] { return atSignIn() && words().contains(kSafe); })) << qPrintable(words());
        return words();
    }
    /// Into the sheet that is open.
    void takePins(const QStringList &pins)
    {
        ASSERT_NE(sheet(), nullptr);
        typePins(pins);
        ASSERT_TRUE(takeButton()->isEnabled());
        takeButton()->click();
        if (auto *keep = sheet()->findChild<QPushButton *>(QStringLiteral("keepPins")); keep->isVisibleTo(sheet()))
            takeButton()->click(); // it was asked first
        ASSERT_TRUE(until([this] { return sheet() == nullptr && says(QStringLiteral("of its server")); }));
    }
    QString sheetSays()
    {
        QStringList all;
        for (const auto *bar : sheet()->findChildren<ui::MessageBar *>())
            all.append(bar->message().sentence.plain());
        return all.join(QLatin1Char('\n')).remove(QChar(0x2068)).remove(QChar(0x2069));
    }
    bool synced()
    {
        return until([this] {
            return snapshot().trouble == SyncSnapshot::Trouble::None && snapshot().phase == SyncSnapshot::Phase::Idle;
        });
    }
    SyncSnapshot snapshot() { return m_app->session()->sync().snapshot(); }
};

TEST_F(Trusting, eachWayInWhichAServerProvesNothing_isSaidInAWholeSentence)
{
    CertificateWish elsewhere;
    elsewhere.names = "DNS:elsewhere.example,IP:127.0.0.2";
    struct Wrong
    {
        CertificatePair pair;
        const char *fact;
        const char *next;
    };
    const QList<Wrong> all{
        {m_authority.issue(validFor(-9, -2)), "By this laptop’s clock, the server’s certificate has run out.",
         "Look at the date and time of this laptop first. If they are right, tell your administrator that the "
         "certificate has to be renewed."},
        {m_authority.issue(validFor(2, 9)), "By this laptop’s clock, the server’s certificate is not valid yet.",
         "The clock is most likely behind: look at the date and time of this laptop and set them right. If they are "
         "right, tell your administrator."},
        {m_authority.issue(elsewhere), "The certificate that was shown belongs to another address.",
         "Check the server address on the sign-in page. If it is right, try another network, and tell your "
         "administrator."},
        {CertificateAuthority("Strangers").issue(),
         "Nobody whom this laptop trusts vouches for the server’s certificate.",
         "Something on this network may stand between: try another network. If it stays so, tell your "
         "administrator."}};
    start();
    for (const Wrong &wrong : all) {
        const QString said = refusalOf(serve(wrong.pair));
        EXPECT_EQ(said, QStringLiteral("%1 %2 %3 The certificate that was met has the SHA-256 fingerprint %4: read it "
                                       "to your administrator.")
                            .arg(QString::fromUtf8(wrong.fact), kSafe, QString::fromUtf8(wrong.next),
                                 fingerprintOf(wrong.pair)));
        EXPECT_FALSE(m_server->output().contains("/api/v1/session")) << "nothing was sent to it";
    }
    test::OldServer old(m_files);
    EXPECT_EQ(refusalOf(old.url()),
              QStringLiteral("The server offers only an old encryption that is no longer safe. ") + kSafe +
                  QStringLiteral(" Try another network. If it stays so, tell your administrator."))
        << "no certificate was met there";
}

TEST_F(Trusting, aPinOfAnotherKey_isSaidWithWhatWasMet_andTheRightOneOpens)
{
    const CertificatePair pair = m_authority.issue();
    const CertificatePair other = m_authority.issue();
    const QUrl server = serve(pair);
    start();
    line("serverAddress")->setText(server.toString());
    press("serverKeys");
    ASSERT_NE(sheet(), nullptr);
    EXPECT_EQ(sheetSays(), QString()) << "nobody was met yet";
    takePins({pinOf(other)});
    EXPECT_EQ(Profile::open(m_dir.path())->settings().pins, QStringList{pinOf(other)}) << "it is kept at once";

    const QString said = refusalOf(server);
    const QString distrust =
        QStringLiteral("The server showed another key than the one this laptop was told to expect. ") + kSafe +
        QStringLiteral(" Do not go around this. Ask your administrator whether the server’s key was changed, and for "
                       "the new pin. The certificate that was met has the SHA-256 fingerprint %1: read it to your "
                       "administrator.")
            .arg(fingerprintOf(pair));
    EXPECT_EQ(said, distrust);
    EXPECT_FALSE(m_server->output().contains("/api/v1/session"));
    line("serverAddress")->setText(QStringLiteral("https://markaz.example"));
    press("serverKeys");
    EXPECT_EQ(sheetSays(), QString()) << "that one has shown nothing";
    sheet()->close();
    ASSERT_TRUE(until([this] { return sheet() == nullptr; }));
    line("serverAddress")->setText(server.toString());
    press("serverKeys");
    EXPECT_EQ(sheetSays(), distrust);
    typePins({});
    EXPECT_FALSE(takeButton()->isEnabled()) << "there is no way around it";
    takePins({pinOf(other), pinOf(pair)}); // the spare, for the day when the key is changed

    line("password")->setText(QLatin1String(kPassword));
    press("signIn");
    ASSERT_TRUE(until([this] { return atChoose(); })) << qPrintable(words());
    line("newPassphrase")->setText(m_passphrase);
    line("passphraseAgain")->setText(m_passphrase);
    press("takePassphrase");
    ASSERT_TRUE(until([this] { return atDesk(); })) << qPrintable(words());
    ASSERT_TRUE(until([this] { return snapshot().lastContact.isValid(); }));
    EXPECT_EQ(Profile::open(m_dir.path())->settings().pins, (QStringList{pinOf(other), pinOf(pair)}));

    // The same from the desk.
    trigger("serverKeys");
    takePins({pinOf(other)});
    ASSERT_TRUE(atDesk());
    ASSERT_TRUE(until([this] { return snapshot().trouble == SyncSnapshot::Trouble::NotTrusted; }));
    trigger("serverKeys");
    EXPECT_EQ(sheetSays(), distrust);
    typePins({});
    EXPECT_FALSE(takeButton()->isEnabled()) << "nor from the desk";
    takePins({pinOf(pair)});
    ASSERT_TRUE(atDesk());
    EXPECT_TRUE(synced());
    trigger("serverKeys");
    EXPECT_EQ(sheetSays(), QString());
    takePins({});
    EXPECT_TRUE(synced());
    EXPECT_TRUE(kept().isEmpty());
    trigger("signOut");
    ASSERT_TRUE(until([this] { return atSignIn(); }));
    press("serverKeys");
    EXPECT_EQ(sheetSays(), QString()) << "what was met before the sign-in is past";
}

} // namespace
} // namespace markaz::desktop
