// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate is verified without a network: from a file, the clipboard, a drop, the camera or its pasted code.
#include "tests/support/certificateshelf.h"
#include "tests/support/testfolder.h"
#include "tests/ui/support/deskfixture.h"
#include "tests/ui/support/dropped.h"
#include "tests/ui/support/fakecamera.h"

#include "core/reporting/certificatepdf.h"
#include "core/reporting/qrcode.h"
#include "ui/desk.h"
#include "ui/pages/verify/verifypage.h"
#include "ui/widgets/codes/codepicker.h"
#include "ui/widgets/evidence/camerasheet.h"
#include "ui/widgets/frame/accountbutton.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/searchpopup.h"
#include "ui/widgets/frame/topbar.h"

#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QUrl>

#include <sys/stat.h>

namespace markaz::ui {
namespace {

using namespace test;
using markaz::test::CertificateShelf;

QImage pictureOf(const QString &text)
{
    return QrCode::of(text).value().image(4);
}

class VerifyTest : public DeskFixture
{
protected:
    markaz::test::TestFolder m_dir;
    FakeCamera m_camera;
    CertificateShelf m_shelf;
    CertificateTrust m_trust;
    std::unique_ptr<VerifyPage> m_page;

    void SetUp() override
    {
        DeskFixture::SetUp();
        m_trust = m_shelf.trust();
        open();
    }
    void TearDown() override
    {
        leave(m_page);
        QGuiApplication::clipboard()->clear();
    }
    void open()
    {
        leave(m_page);
        Services with = services();
        with.camera = &m_camera;
        m_page = std::make_unique<VerifyPage>(with);
        m_page->setTrust(source());
        m_page->resize(1366, 690);
        present(*m_page);
    }
    CertificateTrustSource source()
    {
        return [this] { return Result<CertificateTrust>(m_trust); };
    }
    QPlainTextEdit *field() { return part<QPlainTextEdit>(*m_page, "certificateCode"); }
    QString word() { return part<QLabel>(*m_page, "verdictWord")->text(); }
    QString meaning() { return part<QLabel>(*m_page, "verdictMeaning")->text(); }
    QString tone() { return part<QFrame>(*m_page, "verdictBanner")->property("message").toString(); }
    QString asOf() { return part<QLabel>(*m_page, "revocationData")->text(); }
    QString claims() { return wordsOf(*part<QWidget>(*m_page, "signedClaims")); }
    /// Does \p what, and waits for what is said of it.
    template <class What>
    QString afterwards(const What &what)
    {
        QSignalSpy told(m_page.get(), &VerifyPage::told);
        what();
        EXPECT_TRUE(told.count() > 0 || told.wait(30'000));
        EXPECT_TRUE(part<QFrame>(*m_page, "verdictBanner")->isVisible());
        settle();
        return word();
    }
    QString typed(const QString &code)
    {
        return afterwards([&] {
            QGuiApplication::clipboard()->setText(code);
            field()->setFocus();
            field()->selectAll();
            QTest::keyClick(field(), Qt::Key_V, Qt::ControlModifier);
            click(part<QPushButton>(*m_page, "verifyCode"));
        });
    }
    QString chosen(const QString &path)
    {
        return afterwards([&] { part<CodePicker>(*m_page, "codePicker")->readFile(path); });
    }
    /// A PDF of \p pages, each with its picture or nothing on it.
    QString pdf(const QList<QImage> &pages)
    {
        QString path = m_dir.filePath(QStringLiteral("pages.pdf"));
        QPdfWriter writer(path);
        writer.setPageSize(QPageSize(QPageSize::A4));
        QPainter painter(&writer);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            if (i > 0)
                writer.newPage();
            if (!pages.at(i).isNull())
                painter.drawImage(QRectF(2000, 2000, 3000, 3000), pages.at(i));
        }
        painter.end();
        return path;
    }
};

TEST_F(VerifyTest, eachVerdict_hasItsOwnWordAndColourAndSaysWhatToDo)
{
    const auto tampered = [](QString code) {
        code[40] = code[40] == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
        return code;
    };
    struct Case
    {
        QString code;
        const char *word;
        const char *tone;
        const char *says;
        bool claims;
    };
    const QList<Case> cases{
        {m_shelf.code(), "Valid", "ok", "Compare number, building, seats and dates", true},
        {m_shelf.provisional(), "Provisional", "warn", "holds until 29 Jan 2027", true},
        {m_shelf.code(2), "Suspended", "warn", "has not counted since 2 Nov 2026", true},
        {m_shelf.code(3), "Revoked", "bad", "taken back on 2 Nov 2026", true},
        {m_shelf.code(4), "Superseded", "neutral", "Ask for the newer one", true},
        {m_shelf.code(5, [](auto &c) { c.validUntil = QDate(2026, 11, 23); }), "Expired", "warn",
         "last day was 23 Nov 2026", true},
        {m_shelf.code(6, [](auto &c) { c.validFrom = QDate(2026, 11, 25); }), "Not valid yet", "info",
         "first day is 25 Nov 2026", true},
        {m_shelf.code(7, [](auto &c) { c.sample = true; }), "Sample", "info", "is no certificate", true},
        {CertificateShelf::signedBy(m_shelf.stranger), "Unknown key", "warn", "Sync and verify it again", false},
        {CertificateShelf::signedBy(m_shelf.stolen), "Key revoked", "bad", "Ask for a new print", false},
        {tampered(m_shelf.code()), "Altered", "bad", "treat the paper as false", false},
        {QStringLiteral("https://markaz.example/verify/PK-2026-000001"), "No certificate", "neutral",
         "Nothing was verified", false}};
    QStringList words;
    for (const Case &one : cases) {
        EXPECT_EQ(typed(one.code), QLatin1String(one.word));
        EXPECT_EQ(tone(), QLatin1String(one.tone)) << one.word;
        EXPECT_TRUE(meaning().contains(QLatin1String(one.says))) << one.word << qPrintable(meaning());
        EXPECT_EQ(claims().contains(QStringLiteral("SKT-0005")), one.claims) << one.word << qPrintable(claims());
        EXPECT_TRUE(asOf().contains(QStringLiteral("Revocation data as of 20 Nov 2026, 12:30"))) << qPrintable(asOf());
        words.append(word());
    }
    EXPECT_EQ(words.removeDuplicates(), 0);
}

TEST_F(VerifyTest, theSignedClaims_areShownWithTheirUnits)
{
    EXPECT_EQ(typed(m_shelf.code()), QStringLiteral("Valid"));
    for (const char *fact :
         {"PK-2026-000001", "SKT-0005, Sample Chowk Office Floor", "Sialkot, Punjab", "Full, 70 seats",
          "15 Jul 2026 to 14 Jul 2028", "83.9, tier 2, standard version 1", "2026-A"})
        EXPECT_TRUE(plain(claims()).contains(QLatin1String(fact))) << fact << '\n' << qPrintable(claims());
}

TEST_F(VerifyTest, aCodeThatAMailProgramBroke_andReturn_verify)
{
    QString code = m_shelf.code();
    code.insert(70, QLatin1Char('\n'));
    code.insert(20, QStringLiteral("\r\n"));
    EXPECT_EQ(typed(QStringLiteral("  %1 \n").arg(code)), QStringLiteral("Valid"));
    field()->setPlainText(m_shelf.code(3));
    EXPECT_EQ(afterwards([this] { QTest::keyClick(field(), Qt::Key_Return); }), QStringLiteral("Revoked"));
}

TEST_F(VerifyTest, aPictureOrAText_isChosen)
{
    EXPECT_EQ(chosen(m_dir.saved(pictureOf(m_shelf.code()))), QStringLiteral("Valid"));
    EXPECT_EQ(field()->toPlainText(), m_shelf.code());
    EXPECT_EQ(chosen(m_dir.saved(pictureOf(m_shelf.code(3)), "revoked.jpg")), QStringLiteral("Revoked"));
    EXPECT_EQ(chosen(m_dir.put("code.txt", m_shelf.code(2).toLatin1() + '\n')), QStringLiteral("Suspended"));
    EXPECT_EQ(chosen(m_dir.saved(pictureOf(QStringLiteral("https://markaz.example")))),
              QStringLiteral("No certificate"));
}

TEST_F(VerifyTest, ofTwoCodes_theCertificatesCounts)
{
    QImage both(1300, 700, QImage::Format_Grayscale8);
    both.fill(Qt::white);
    QPainter painter(&both);
    painter.drawImage(QRect(0, 0, 600, 600), pictureOf(m_shelf.code()));
    painter.drawImage(QRect(700, 100, 300, 300), pictureOf(QStringLiteral("https://markaz.example")));
    painter.end();
    EXPECT_EQ(chosen(m_dir.saved(both)), QStringLiteral("Valid"));
    painter.begin(&both);
    painter.drawImage(QRect(680, 0, 600, 600), pictureOf(m_shelf.code(3)));
    painter.end();
    EXPECT_EQ(chosen(m_dir.saved(both)), QStringLiteral("Not readable"));
    EXPECT_TRUE(meaning().contains(QStringLiteral("more than one certificate"))) << qPrintable(meaning());
}

TEST_F(VerifyTest, codesOfSomethingElse_areNoCertificates)
{
    QImage letter(1300, 700, QImage::Format_Grayscale8);
    letter.fill(Qt::white);
    QPainter painter(&letter);
    painter.drawImage(QRect(0, 0, 600, 600), pictureOf(QStringLiteral("https://one.example")));
    painter.drawImage(QRect(680, 0, 600, 600), pictureOf(QStringLiteral("https://two.example")));
    painter.end();
    EXPECT_EQ(chosen(m_dir.saved(letter)), QStringLiteral("Not readable"));
    EXPECT_TRUE(meaning().contains(QStringLiteral("No QR code can be read"))) << qPrintable(meaning());
    EXPECT_EQ(chosen(pdf({letter, pictureOf(m_shelf.code())})), QStringLiteral("Valid"));
}

TEST_F(VerifyTest, theCertificateThatMarkazPrints_isReadFromItsPdf)
{
    const CertificateClaims says = CertificateShelf::claims();
    CertificateDocument printed;
    printed.number = says.number;
    printed.buildingCode = says.buildingCode;
    printed.buildingName = says.buildingName;
    printed.address = QStringLiteral("second floor, Sample Chowk, Wazirabad Road, Sialkot, Punjab");
    printed.grade = says.grade;
    printed.seats = says.seats;
    printed.tier = says.tier;
    printed.scoreBp = says.scoreBp;
    printed.passBp = 7500;
    printed.inspectedOn = QDate(2026, 7, 9);
    printed.validFrom = says.validFrom;
    printed.validUntil = says.validUntil;
    printed.code = m_shelf.code();
    printed.verifyAddress = QStringLiteral("https://markaz.example/verify/PK-2026-000001");
    const QString path = m_dir.filePath(QStringLiteral("certificate.pdf"));
    ASSERT_TRUE(writeCertificatePdf(printed, path));
    EXPECT_EQ(chosen(path), QStringLiteral("Valid"));
    EXPECT_EQ(field()->toPlainText(), m_shelf.code());
}

TEST_F(VerifyTest, ofAPdf_theFirstPagesAreLookedAt)
{
    EXPECT_EQ(chosen(pdf({QImage(), pictureOf(QStringLiteral("https://x")), pictureOf(m_shelf.code())})),
              QStringLiteral("Valid"));
    EXPECT_EQ(chosen(pdf({QImage(), QImage()})), QStringLiteral("Not readable"));
    EXPECT_TRUE(meaning().contains(QStringLiteral("No QR code can be read"))) << qPrintable(meaning());
    EXPECT_EQ(chosen(pdf({QImage(), QImage(), QImage(), pictureOf(m_shelf.code())})), QStringLiteral("Not readable"));
    EXPECT_EQ(chosen(m_dir.put("broken.pdf", "%PDF-1.4\nnothing of one\n%%EOF\n")), QStringLiteral("Not readable"));
    EXPECT_TRUE(meaning().contains(QStringLiteral("damaged"))) << qPrintable(meaning());
}

TEST_F(VerifyTest, withoutAProgramForPdfs_thatIsSaid)
{
    const QString path = pdf({pictureOf(m_shelf.code())});
    const QByteArray before = qgetenv("PATH");
    qputenv("PATH", QByteArray("/nowhere"));
    EXPECT_EQ(chosen(path), QStringLiteral("Not readable"));
    qputenv("PATH", before);
    EXPECT_TRUE(meaning().contains(QStringLiteral("screenshot"))) << qPrintable(meaning());
}

TEST_F(VerifyTest, whatIsNoPlainFile_isRefusedAndHoldsNothing)
{
    const QString fifo = m_dir.filePath(QStringLiteral("pipe.png"));
    ASSERT_EQ(::mkfifo(qPrintable(fifo), 0600), 0); // nobody ever writes to it
    for (const QString &path : {fifo, QStringLiteral("/dev/zero"), m_dir.path()}) {
        EXPECT_EQ(chosen(path), QStringLiteral("Not readable")) << qPrintable(path);
        EXPECT_TRUE(meaning().contains(QStringLiteral("folder, a device or a pipe"))) << qPrintable(meaning());
    }
    EXPECT_EQ(chosen(m_dir.filePath(QStringLiteral("gone.png"))), QStringLiteral("Not readable"));
    EXPECT_TRUE(meaning().contains(QStringLiteral("cannot be opened"))) << qPrintable(meaning());
}

TEST_F(VerifyTest, largeFiles_areBounded)
{
    QFile large(m_dir.filePath(QStringLiteral("large.pdf")));
    ASSERT_TRUE(large.open(QIODevice::WriteOnly) && large.write("%PDF-1.4\n") > 0 && large.resize(33 * 1024 * 1024));
    large.close();
    EXPECT_EQ(chosen(large.fileName()), QStringLiteral("Not readable"));
    EXPECT_TRUE(meaning().contains(QStringLiteral("32 MiB"))) << qPrintable(meaning());
    QFile picture(m_dir.filePath(QStringLiteral("large.png")));
    ASSERT_TRUE(picture.open(QIODevice::WriteOnly) && picture.resize(101 * 1024 * 1024));
    picture.close();
    EXPECT_EQ(chosen(picture.fileName()), QStringLiteral("Not readable"));
    EXPECT_TRUE(meaning().contains(QStringLiteral("100 MiB"))) << qPrintable(meaning());
}

TEST_F(VerifyTest, filesAndWords_areDroppedOnThePageOrTheField)
{
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(m_dir.saved(pictureOf(m_shelf.code())))});
    file.setText(file.urls().first().toString()); // as file managers add it
    for (QWidget *where : {static_cast<QWidget *>(m_page.get()), field()->viewport()})
        EXPECT_EQ(afterwards([&] { EXPECT_TRUE(drop(*where, file)); }), QStringLiteral("Valid"));
    QMimeData words;
    words.setText(m_shelf.code(3));
    EXPECT_EQ(afterwards([&] { EXPECT_TRUE(drop(*m_page, words)); }), QStringLiteral("Revoked"));
}

TEST_F(VerifyTest, aPictureInTheClipboard_isPasted)
{
    QByteArray png;
    QBuffer buffer(&png);
    ASSERT_TRUE(buffer.open(QIODevice::WriteOnly) && pictureOf(m_shelf.code(2)).save(&buffer, "PNG"));
    auto *picture = new QMimeData;
    picture->setData(QStringLiteral("image/png"), png);
    QGuiApplication::clipboard()->setMimeData(picture);
    field()->setFocus();
    EXPECT_EQ(afterwards([this] { QTest::keyClick(field(), Qt::Key_V, Qt::ControlModifier); }),
              QStringLiteral("Suspended"));
}

TEST_F(VerifyTest, theCamera_looksUntilACodeIsInSight)
{
    click(part<QToolButton>(*m_page, "codeFromCamera"));
    EXPECT_TRUE(m_camera.running);
    const QString said = afterwards([this] {
        Q_EMIT m_camera.frame(pictureOf(m_shelf.code()).scaled(900, 900));
        part<CodePicker>(*m_page, "codePicker")->finishReading();
    });
    EXPECT_EQ(said, QStringLiteral("Valid"));
    EXPECT_FALSE(m_camera.running);
    m_camera.there = false;
    EXPECT_EQ(afterwards([this] { click(part<QToolButton>(*m_page, "codeFromCamera")); }),
              QStringLiteral("Not readable"));
}

TEST_F(VerifyTest, withoutData_thatIsSaidAndNothingElse)
{
    m_trust = {};
    open();
    EXPECT_TRUE(asOf().contains(QStringLiteral("No revocation data"))) << qPrintable(asOf());
    EXPECT_EQ(typed(m_shelf.code()), QStringLiteral("Cannot be verified yet"));
    EXPECT_EQ(claims(), QString());
}

TEST_F(VerifyTest, aSyncBringsNewerData_andTheAnswerFollows)
{
    m_trust.list = std::nullopt;
    open();
    EXPECT_EQ(typed(m_shelf.code(3)), QStringLiteral("Valid"));
    EXPECT_TRUE(asOf().contains(QStringLiteral("may show as valid"))) << qPrintable(asOf());
    m_trust = m_shelf.trust();
    EXPECT_EQ(afterwards([this] { Q_EMIT m_sync.runFinished(true); }), QStringLiteral("Revoked"));
    EXPECT_TRUE(asOf().contains(QStringLiteral("20 Nov 2026")));
}

TEST_F(VerifyTest, aClockThatIsBehind_isSaid)
{
    m_trust.server = QDateTime(QDate(2027, 1, 5), QTime(9, 0), Qt::UTC);
    open();
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("clock is behind"))) << qPrintable(messagesOf(*m_page));
}

TEST_F(VerifyTest, aNewFile_takesTheOldAnswerAway)
{
    EXPECT_EQ(typed(m_shelf.code()), QStringLiteral("Valid"));
    const QString empty = m_dir.saved(QImage(50, 50, QImage::Format_RGB32));
    QSignalSpy told(m_page.get(), &VerifyPage::told);
    part<CodePicker>(*m_page, "codePicker")->readFile(empty);
    EXPECT_FALSE(part<QFrame>(*m_page, "verdictBanner")->isVisible()) << "nobody takes it for the answer";
    ASSERT_TRUE(told.wait(30'000));
    EXPECT_EQ(word(), QStringLiteral("Not readable"));
}

TEST_F(VerifyTest, anotherText_takesTheOldAnswerAway)
{
    EXPECT_EQ(typed(m_shelf.code()), QStringLiteral("Valid"));
    field()->setPlainText(m_shelf.code(3));
    EXPECT_FALSE(part<QFrame>(*m_page, "verdictBanner")->isVisible()) << "nobody takes it for the answer";
}

TEST_F(VerifyTest, whatWasAskedSince_countsAndNotTheFileThatWasBeingRead)
{
    part<CodePicker>(*m_page, "codePicker")->readFile(m_dir.saved(pictureOf(m_shelf.code())));
    EXPECT_EQ(typed(m_shelf.code(3)), QStringLiteral("Revoked"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return part<QPushButton>(*m_page, "codeFromPicture")->isEnabled(); }, 30'000));
    settle();
    EXPECT_EQ(word(), QStringLiteral("Revoked"));
    EXPECT_EQ(field()->toPlainText(), m_shelf.code(3));
}

TEST_F(VerifyTest, whatCouldNotBeRead_staysUnreadAfterASync)
{
    EXPECT_EQ(typed(m_shelf.code()), QStringLiteral("Valid"));
    m_camera.there = false;
    click(part<QToolButton>(*m_page, "codeFromCamera"));
    EXPECT_EQ(word(), QStringLiteral("Not readable"));
    Q_EMIT m_sync.runFinished(true);
    EXPECT_EQ(m_page->code(), QString()) << "no certificate is shown that could be judged anew";
    settle();
    EXPECT_EQ(word(), QStringLiteral("Not readable"));
}

TEST_F(VerifyTest, dataThatCannotBeRead_leavesWhatWasKnown)
{
    bool readable = true;
    m_page->setTrust([&] {
        return readable ? Result<CertificateTrust>(m_trust)
                        : Result<CertificateTrust>(makeError(ErrorCode::StorageFailed, QStringLiteral("busy")));
    });
    EXPECT_EQ(typed(m_shelf.code(3)), QStringLiteral("Revoked"));
    const QString known = asOf();
    readable = false;
    EXPECT_EQ(afterwards([this] { Q_EMIT m_sync.runFinished(true); }), QStringLiteral("Revoked"));
    EXPECT_EQ(asOf(), known);
    EXPECT_NE(messagesOf(*m_page), QString());
    leave(m_page);
}

TEST_F(VerifyTest, everyRoleFindsIt_onSyncAndByItsWords)
{
    for (const Actor &actor : {m_me, m_chief, m_auditor, m_admin}) {
        MainFrame frame;
        Desk desk(frame, services(actor), {});
        frame.resize(1366, 690);
        present(frame);
        frame.showPage(QStringLiteral("sync"));
        click(part<QPushButton>(frame, "verifyCertificate"));
        EXPECT_EQ(frame.current(), QStringLiteral("verify"));
        click(part<QPushButton>(frame, "verifyBack"));
        EXPECT_EQ(frame.current(), QStringLiteral("sync"));
        QTest::keyClick(&frame, Qt::Key_K, Qt::ControlModifier);
        QSignalSpy asked(part<SearchPopup>(frame, "searchPopup"), &SearchPopup::asked);
        type(frame.topBar()->search(), QStringLiteral("verify a"));
        ASSERT_TRUE(asked.count() > 0 || asked.wait());
        QTest::keyClick(frame.topBar()->search(), Qt::Key_Return);
        EXPECT_EQ(frame.current(), QStringLiteral("verify"));
    }
}

TEST_F(VerifyTest, inAnotherLanguage_theAnswerIsGivenAgain)
{
    {
        MainFrame frame;
        Desk desk(frame, services(), {});
        desk.setCertificateTrust(source());
        present(frame);
        frame.showPage(QStringLiteral("verify"));
        auto *page = static_cast<VerifyPage *>(frame.page(QStringLiteral("verify")));
        QSignalSpy told(page, &VerifyPage::told);
        page->verify(m_shelf.code(3));
        ASSERT_TRUE(told.count() > 0 || told.wait());
        const auto actions = frame.topBar()->account()->menu()->actions();
        for (QAction *action : actions) {
            if (action->text() == QStringLiteral("اردو"))
                action->trigger();
        }
    }
    MainFrame frame; // as the program makes it anew
    Desk desk(frame, services(), {});
    EXPECT_EQ(frame.current(), QStringLiteral("verify"));
    auto *page = static_cast<VerifyPage *>(frame.page(QStringLiteral("verify")));
    EXPECT_EQ(page->code(), m_shelf.code(3));
    desk.setCertificateTrust(source());
    ASSERT_TRUE(
        QTest::qWaitFor([&page] { return part<QLabel>(*page, "verdictWord")->text() == QStringLiteral("Revoked"); }));
}

} // namespace
} // namespace markaz::ui
