// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The form of the one-time code reads the QR code by itself: out of a file, dropped, pasted, before the camera.
#include "tests/ui/support/deskfixture.h"
#include "tests/ui/support/dropped.h"
#include "tests/ui/support/fakecamera.h"

#include "core/protocol/accounts.h"
#include "core/reporting/qrcode.h"
#include "tests/support/testfolder.h"
#include "ui/pages/signinpage.h"
#include "ui/widgets/codes/codepicker.h"
#include "ui/widgets/evidence/camerasheet.h"

#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPainter>
#include <QTemporaryDir>
#include <QUrl>

namespace markaz::ui {
namespace {

using namespace test;

const QString kServer = QStringLiteral("https://markaz.example");
const QString kName = QStringLiteral("a.khan");
const QString kCode = QStringLiteral("7Q2M-XJ4K-0V9R-TB3C-HZ5N");

QString enrolment()
{
    return protocol::writeEnrolment({kServer, kName, kCode}).value();
}

QImage pictureOf(const QString &text)
{
    return QrCode::of(text).value().image(4);
}

/// White, of any size, with the codes from the corner on.
QImage sheetOf(const QSize &size, const QStringList &texts)
{
    QImage sheet(size, QImage::Format_Grayscale8);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    int x = 0;
    for (const QString &text : texts) {
        painter.drawImage(QRect(x, 0, 600, 600), pictureOf(text));
        x += 700;
    }
    return sheet;
}

class CodeFromPictures : public testing::Test
{
protected:
    markaz::test::TestFolder m_dir;
    FakeCamera m_camera;
    SignInPage m_page;

    void SetUp() override
    {
        m_page.setCamera(&m_camera);
        m_page.resize(1366, 690);
        present(m_page);
        click(part<QPushButton>(m_page, "otherForm"));
    }
    void TearDown() override { QGuiApplication::clipboard()->clear(); }
    QLineEdit *line(const char *name) { return part<QLineEdit>(m_page, name); }
    QPushButton *button() { return part<QPushButton>(m_page, "codeFromPicture"); }
    bool rested()
    {
        return QTest::qWaitFor([this] { return button()->isEnabled(); }, 30'000);
    }
    /// The message that a picture is answered with; empty: it was taken.
    QString answerTo(const QString &path)
    {
        part<CodePicker>(m_page, "codePicker")->readFile(path);
        EXPECT_FALSE(button()->isEnabled()) << "one at a time";
        EXPECT_TRUE(rested());
        return messagesOf(m_page);
    }
    void expectFilledIn()
    {
        EXPECT_EQ(messagesOf(m_page), QString());
        EXPECT_EQ(line("serverAddress")->text(), kServer);
        EXPECT_EQ(line("accountName")->text(), kName);
        EXPECT_EQ(line("oneTimeCode")->text(), kCode);
        EXPECT_EQ(m_page.focusWidget(), line("chosenPassword")) << "what is left to do";
    }
    bool dropOn(QWidget &where, const QMimeData &what) { return drop(where, what) && rested(); }
};

TEST_F(CodeFromPictures, aFileThatIsChosen_fillsTheForm)
{
    const QString path = m_dir.saved(pictureOf(enrolment()));
    click(button());
    auto *dialog = m_page.findChild<QFileDialog *>(QStringLiteral("codePictureDialog"));
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->fileMode(), QFileDialog::ExistingFile);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    ASSERT_TRUE(rested());
    expectFilledIn();
}

TEST_F(CodeFromPictures, droppedOnThePageOrOnAField_fillsTheForm)
{
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(m_dir.saved(pictureOf(enrolment()), "code.jpg"))});
    file.setText(file.urls().first().toString()); // as file managers add it
    ASSERT_TRUE(dropOn(m_page, file));
    expectFilledIn();
    line("oneTimeCode")->clear();
    ASSERT_TRUE(dropOn(*line("oneTimeCode"), file));
    expectFilledIn();
    QMimeData words;
    words.setText(QStringLiteral("words"));
    EXPECT_FALSE(dropOn(m_page, words)) << "a field takes them, the page does not";
}

TEST_F(CodeFromPictures, pastedIntoAField_fillsTheForm_andWordsArePastedAsEver)
{
    QByteArray png;
    QBuffer buffer(&png);
    ASSERT_TRUE(buffer.open(QIODevice::WriteOnly) && pictureOf(enrolment()).save(&buffer, "PNG"));
    auto *picture = new QMimeData;
    picture->setData(QStringLiteral("image/png"), png);
    QGuiApplication::clipboard()->setMimeData(picture);
    QTest::keyClick(line("oneTimeCode"), Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(rested());
    expectFilledIn();
    QGuiApplication::clipboard()->setText(QStringLiteral("words"));
    line("accountName")->clear();
    QTest::keyClick(line("accountName"), Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(line("accountName")->text(), QStringLiteral("words"));
}

TEST_F(CodeFromPictures, wordsWithTheirPicture_arePastedAsWords) // as spreadsheets offer them
{
    QByteArray png;
    QBuffer buffer(&png);
    ASSERT_TRUE(buffer.open(QIODevice::WriteOnly) && pictureOf(enrolment()).save(&buffer, "PNG"));
    auto *cell = new QMimeData;
    cell->setText(QStringLiteral("b.khan"));
    cell->setData(QStringLiteral("image/png"), png);
    QGuiApplication::clipboard()->setMimeData(cell);
    QTest::keyClick(line("accountName"), Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(rested());
    EXPECT_EQ(line("accountName")->text(), QStringLiteral("b.khan"));
    EXPECT_EQ(line("oneTimeCode")->text(), QString());
    auto *file = new QMimeData;
    file->setUrls({QUrl::fromLocalFile(m_dir.saved(pictureOf(enrolment())))});
    file->setText(file->urls().first().toString());
    QGuiApplication::clipboard()->setMimeData(file);
    QTest::keyClick(line("accountName"), Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(rested());
    expectFilledIn();
}

/// Counts how often its picture is asked for.
class CountingPicture final : public QMimeData
{
public:
    mutable int asked = 0;
    QStringList formats() const override { return {QStringLiteral("image/png")}; }

protected:
    QVariant retrieveData(const QString &type, QMetaType) const override
    {
        asked += type == QLatin1String("image/png") ? 1 : 0;
        return {};
    }
};

TEST_F(CodeFromPictures, aPictureThatPassesOverThePage_isNotFetched)
{
    CountingPicture picture;
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &picture, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_page, &enter);
    for (int x = 6; x < 10; ++x) {
        QDragMoveEvent move(QPoint(x, 5), Qt::CopyAction, &picture, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_page, &move);
        EXPECT_TRUE(move.isAccepted());
    }
    EXPECT_EQ(picture.asked, 0);
    EXPECT_TRUE(dropOn(m_page, picture));
    EXPECT_EQ(picture.asked, 1);
    EXPECT_TRUE(messagesOf(m_page).contains(QStringLiteral("not a picture"))) << qPrintable(messagesOf(m_page));
}

TEST_F(CodeFromPictures, theCamera_looksUntilACodeIsInSight)
{
    click(part<QToolButton>(m_page, "codeFromCamera"));
    auto *sheet = m_page.findChild<CameraSheet *>();
    ASSERT_NE(sheet, nullptr);
    EXPECT_TRUE(m_camera.running);
    EXPECT_FALSE(part<QPushButton>(*sheet, "takePhoto")->isVisible()) << "there is nothing to take";
    const auto seen = [this](const QImage &frame) {
        Q_EMIT m_camera.frame(frame);
        part<CodePicker>(m_page, "codePicker")->finishReading();
        QCoreApplication::processEvents();
        settle();
    };
    seen(sheetOf({1920, 1080}, {}));
    EXPECT_TRUE(m_camera.running) << "nothing yet";
    EXPECT_EQ(messagesOf(m_page), QString());
    seen(sheetOf({1920, 1080}, {enrolment()}));
    EXPECT_FALSE(m_camera.running);
    EXPECT_EQ(m_page.findChild<CameraSheet *>(), nullptr);
    EXPECT_EQ(line("serverAddress")->text(), kServer);
    EXPECT_EQ(line("oneTimeCode")->text(), kCode);

    click(part<QToolButton>(m_page, "codeFromCamera"));
    seen(sheetOf({1920, 1080}, {QStringLiteral("MKZ1:BB8%69 VD92EX0")}));
    EXPECT_TRUE(messagesOf(m_page).contains(QStringLiteral("certificate"))) << qPrintable(messagesOf(m_page));
}

TEST_F(CodeFromPictures, withoutACamera_itIsSaidOrNotOffered)
{
    m_camera.there = false;
    click(part<QToolButton>(m_page, "codeFromCamera"));
    EXPECT_TRUE(messagesOf(m_page).contains(QStringLiteral("No camera can be used"))) << qPrintable(messagesOf(m_page));
    m_page.setCamera(nullptr);
    EXPECT_FALSE(part<QToolButton>(m_page, "codeFromCamera")->isVisible());
}

TEST_F(CodeFromPictures, whatIsNoEnrolment_hasItsSentenceAndChangesNothing)
{
    line("oneTimeCode")->setText(QStringLiteral("7Q2M"));
    const QString other = protocol::writeEnrolment({kServer, QStringLiteral("b.khan"), kCode}).value();
    QImage half = pictureOf(enrolment());
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    ASSERT_TRUE(buffer.open(QIODevice::WriteOnly) && half.save(&buffer, "JPG"));
    struct Case
    {
        QString path;
        const char *says;
    };
    const QList<Case> cases{
        {m_dir.saved(sheetOf({800, 600}, {}), "none.png"), "No QR code can be read"},
        {m_dir.saved(sheetOf({1400, 700}, {enrolment(), other}), "two.png"), "more than one QR code"},
        {m_dir.saved(pictureOf(QStringLiteral("MKZ1:BB8%69 VD92EX0")), "certificate.png"), "the code of a certificate"},
        {m_dir.saved(pictureOf(QStringLiteral("https://example.org")), "other.png"), "not one of Markaz"},
        {m_dir.saved(pictureOf(QStringLiteral("markaz-enrol:2?all=new")), "newer.png"), "cannot read what it says"},
        {m_dir.saved(QImage(8000, 6000, QImage::Format_Mono), "large.png"), "more than 40 megapixels"},
        {m_dir.put("huge.png", QByteArray(1, 'x')), "larger than 100 MiB"},
        {m_dir.put("words.txt", "not a picture"), "not a picture that Markaz reads"},
        {m_dir.put("a.pdf", "%PDF-1.4\n%%EOF\n"), "not a picture that Markaz reads"},
        {m_dir.put("cut.jpg", jpeg.left(jpeg.size() / 2)), "damaged or was not copied whole"},
        {m_dir.filePath(QStringLiteral("gone.png")), "cannot be opened"},
        {m_dir.path(), "it is a folder, a device or a pipe"}};
    ASSERT_TRUE(QFile::resize(m_dir.filePath(QStringLiteral("huge.png")), 101 * 1024 * 1024)); // a hole
    QStringList said;
    for (const Case &one : cases) {
        const QString words = answerTo(one.path);
        EXPECT_TRUE(words.contains(QLatin1String(one.says))) << one.says << ": " << qPrintable(words);
        EXPECT_TRUE(words.contains(QStringLiteral("What you typed stays as it is."))) << qPrintable(words);
        EXPECT_EQ(line("oneTimeCode")->text(), QStringLiteral("7Q2M"));
    }
    EXPECT_EQ(answerTo(m_dir.saved(pictureOf(enrolment()))), QString()) << "what was said of another is gone";
}

TEST_F(CodeFromPictures, fortyMegapixelsAndNoMore_areRead)
{
    EXPECT_EQ(answerTo(m_dir.saved(sheetOf({8000, 5000}, {enrolment()}))), QString());
    expectFilledIn();
}

TEST_F(CodeFromPictures, aServerWithoutHttps_isSaidByTheForm)
{
    EXPECT_EQ(answerTo(m_dir.saved(pictureOf(
                  QStringLiteral("markaz-enrol:1?server=http%3A%2F%2Fmarkaz.example&account=a.khan&code=") + kCode))),
              QString());
    const QString missing = part<QLabel>(m_page, "enrolMissing")->text();
    EXPECT_TRUE(missing.contains(QStringLiteral("https address"))) << qPrintable(missing);
    EXPECT_FALSE(part<QPushButton>(m_page, "signIn")->isEnabled());
}

TEST_F(CodeFromPictures, aPageThatIsLeftMeanwhile_waitsForWhatItBegan)
{
    auto page = std::make_unique<SignInPage>();
    present(*page);
    click(part<QPushButton>(*page, "otherForm"));
    part<CodePicker>(*page, "codePicker")->readFile(m_dir.saved(sheetOf({4000, 3000}, {enrolment()})));
    page.reset();
    settle();
}

} // namespace
} // namespace markaz::ui
