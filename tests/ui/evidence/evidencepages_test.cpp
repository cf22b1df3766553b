// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages say of an inspection's files, and their pictures in light, dark and Urdu.
#include "tests/support/paths.h"
#include "tests/ui/evidence/evidencefixture.h"
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/fakecamera.h"
#include "tests/ui/support/looks.h"

#include "ui/desk.h"
#include "ui/mainwindow.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/widgets/evidence/markscanvas.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/photoviewer.h"
#include "ui/widgets/evidence/signaturepad.h"
#include "ui/widgets/fileprogress.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QDir>
#include <QFileDialog>

#include <cmath>

namespace markaz::ui {
namespace {

using namespace test;

class EvidencePages : public EvidenceFixture
{
};

} // namespace

TEST_F(EvidencePages, inspection_saysHowManyFilesAreOnTheServer)
{
    for (int i = 0; i < 17; ++i)
        evidence(m_draft, "C-02", i < 15);
    InspectionPage page(services());
    page.resize(1366, 640);
    present(page);
    page.open(m_draft);
    settle();
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("15 of 17 files on the server"))) << qPrintable(wordsOf(page));
}

TEST_F(EvidencePages, inspection_keyPAsksForAPhotoOfTheCurrentItem)
{
    InspectionPage page(services());
    page.resize(1366, 640);
    present(page);
    page.open(m_draft);
    page.goToItem(QStringLiteral("C-02"));
    settle();
    QTest::keyClick(&page, Qt::Key_P);
    auto *dialog = page.findChild<QFileDialog *>(QStringLiteral("addFileDialog"));
    ASSERT_NE(dialog, nullptr);
    Q_EMIT dialog->filesSelected({photo("door.jpg")});
    auto *pane = rowFor(page, "C-02")->findChild<EvidencePane *>();
    ASSERT_NE(pane, nullptr);
    waitFor(*pane);
    dialog->close();
    EXPECT_EQ(filesOf(m_draft), 1);
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("The file is not on the server yet")))
        << qPrintable(wordsOf(page));
}

TEST_F(EvidencePages, inspection_badFileIsToldOnThePage)
{
    InspectionPage page(services());
    page.resize(1366, 640);
    present(page);
    page.open(m_draft);
    page.goToItem(QStringLiteral("C-02"));
    settle();
    auto *pane = rowFor(page, "C-02")->findChild<EvidencePane *>();
    ASSERT_NE(pane, nullptr);
    pane->attach({writeFile(m_dir.filePath(QStringLiteral("page.jpg")), "<html>sample</html>")});
    waitFor(*pane);
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("not what its name says"))) << qPrintable(messagesOf(page));
}

TEST_F(EvidencePages, review_showsTheStripReadOnlyAndTheCount)
{
    const QString inspection = submitted(visitedBuilding(2));
    evidence(inspection, "C-02", true, bytesOf(samplePicture({400, 300}, Qt::darkGreen)));
    evidence(inspection, "C-02", false);
    ReviewPage page(services(m_chief));
    page.resize(1366, 640);
    present(page);
    page.open(inspection);
    settle();
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("1 of 2 files on the server")));
    auto *pane = page.findChild<EvidencePane *>();
    ASSERT_NE(pane, nullptr);
    EXPECT_FALSE(part<QPushButton>(*pane, "addFile")->isVisible());
}

TEST_F(EvidencePages, certificate_isHeldUntilAllFilesAreThere)
{
    const QString inspection = submitted(visitedBuilding(2));
    const QString late = evidence(inspection, "C-02", false);
    evidence(inspection, "C-02", true);
    ASSERT_TRUE(ReviewInspection(*m_workspace)
                    .run(m_chief, inspection, QStringLiteral("accept"), QStringLiteral("As seen"), {})
                    .ok());
    CertificatePage page(services(m_chief));
    page.resize(1366, 640);
    present(page);
    page.openForInspection(inspection);
    settle();
    EXPECT_FALSE(part<QPushButton>(page, "issueCertificate")->isEnabled());
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("1 of 2 files on the server"))) << qPrintable(wordsOf(page));

    QJsonObject fields = fieldsOf(Entity::Evidence, late);
    fields.insert(QStringLiteral("received_at"), QStringLiteral("2026-11-24T08:30:00.000Z"));
    put(Entity::Evidence, fields, late);
    Q_EMIT m_notifier.manyChanged();
    settle();
    EXPECT_TRUE(part<QPushButton>(page, "issueCertificate")->isEnabled());
}

TEST_F(EvidencePages, progress_saysWhatMovesAndWhyItWaits)
{
    FileProgress progress(services());
    progress.resize(900, 120);
    EXPECT_FALSE(progress.isVisibleTo(&progress) && progress.isVisible()) << "nothing to say";
    SyncSnapshot s;
    s.files.waitingUp = 26;
    s.files.sent = 5;
    s.files.upBytes = 12'000'000;
    s.files.upTotal = 80'000'000;
    s.files.current = QStringLiteral("<b>door</b>.jpg");
    s.files.currentSize = 4'000'000;
    s.files.currentBytes = 1'000'000;
    s.files.bytesPerSecond = 250'000;
    m_sync.set(s);
    progress.show();
    const QString words = wordsOf(progress);
    EXPECT_TRUE(words.contains(QStringLiteral("5 of 31 files sent"))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("<b>door</b>.jpg"))) << "a name is never markup";
    const auto labels = progress.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text().contains(QStringLiteral("door"))) {
            EXPECT_EQ(label->textFormat(), Qt::PlainText);
        }
    }
    s.files.pause = FileFigures::Pause::ServerFull;
    s.files.currentSize = 0;
    m_sync.set(s);
    EXPECT_TRUE(wordsOf(progress).contains(QStringLiteral("no room for files")));
    m_sync.set({});
    EXPECT_FALSE(progress.isVisible());
}

TEST_F(EvidencePages, progress_namesWhatWasRefusedAndTriesAgain)
{
    const QString id = evidence(m_draft, "C-02", false);
    const Evidence refused = m_records->requireAs<Evidence>(id).value();
    FileRepository files(*m_database);
    ASSERT_TRUE(files.queueUpload(refused.sha256(), refused.size()).ok());
    ASSERT_TRUE(files.refuse(files.list()->first().id, QStringLiteral("media_type")).ok());
    FileProgress progress(services());
    progress.resize(900, 160);
    SyncSnapshot s;
    s.files.refused = 1;
    m_sync.set(s);
    progress.show();
    EXPECT_TRUE(wordsOf(progress).contains(refused.filename())) << qPrintable(wordsOf(progress));
    EXPECT_TRUE(wordsOf(progress).contains(QStringLiteral("does not take this kind")));
    QSignalSpy told(&m_notifier, &ChangeNotifier::filesChanged);
    click(part<QPushButton>(progress, "tryFilesAgain"));
    EXPECT_EQ(told.count(), 1);
    EXPECT_EQ(files.list()->first().state, FileState::Waiting);
}

// ---- pictures

class EvidenceGallery : public EvidenceFixture, public testing::WithParamInterface<Look>
{
protected:
    void SetUp() override
    {
        EvidenceFixture::SetUp();
        account(m_inspector, "sample.inspector", "Sample Inspector", "inspector");
        account(m_officer, "sample.officer", "Sample Officer", "officer");
        m_inspected = submitted(visitedBuilding(2));
        int n = 0;
        for (const QColor &colour : {QColor(0x47, 0x6b, 0x58), QColor(0x7a, 0x5a, 0x3a), QColor(0x3d, 0x5a, 0x80)}) {
            const bool wide = n++ != 1;
            const QByteArray bytes = bytesOf(samplePicture(wide ? QSize(1600, 1200) : QSize(900, 1200), colour));
            for (const QString &inspection : {m_draft, m_inspected})
                evidence(inspection, "A-01", n < 3, bytes);
        }
        evidence(m_inspected, "A-01", true);
        evidence(m_inspected, "A-01", false);
        placeOne();
        m_snapshot.lastContact = QDateTime(QDate(2026, 11, 24), QTime(9, 5), Qt::UTC);
        m_snapshot.server = QStringLiteral("http://127.0.0.1:8480");
        m_snapshot.files.waitingUp = 26;
        m_snapshot.files.sent = 5;
        m_snapshot.files.upBytes = 12'000'000;
        m_snapshot.files.upTotal = 80'000'000;
        m_snapshot.files.current = QStringLiteral("sample door.jpg");
        m_snapshot.files.currentSize = 4'000'000;
        m_snapshot.files.bytesPerSecond = 250'000;
        m_sync.set(m_snapshot);
    }
    /// The building's position, one photo of it and one from 2.2 km away.
    void placeOne()
    {
        const auto put = [this](Entity entity, const QString &id, int latitude) {
            Record record = m_records->require(entity, id).value();
            record.fields.insert(QStringLiteral("latitude_e6"), latitude);
            record.fields.insert(QStringLiteral("longitude_e6"), 74'358'700);
            ASSERT_TRUE(m_records->putLocal(record).ok());
        };
        for (const QString &inspection : {m_draft, m_inspected}) {
            put(Entity::Building, m_records->requireAs<Inspection>(inspection)->buildingId(), 31'520'400);
            const auto rows = EvidenceList(*m_workspace).of(inspection, QStringLiteral("A-01"));
            put(Entity::Evidence, rows->at(0).id, 31'520'600);
            put(Entity::Evidence, rows->at(1).id, 31'540'400);
        }
    }
    void check(MainWindow &window, const QString &page)
    {
        window.resize(1366, 690);
        settle();
        // A label that wraps asks for its height once it knows its width.
        const bool laidOut = QTest::qWaitFor([&window] { return cutParts(window).isEmpty(); });
        const auto strips = window.findChildren<PhotoStrip *>();
        for (PhotoStrip *strip : strips) {
            EXPECT_TRUE(QTest::qWaitFor(
                [strip] {
                    const QModelIndex first = strip->model()->index(0, 0);
                    return !first.isValid() || !strip->isVisible() ||
                           !first.data(Qt::DecorationRole).value<QImage>().isNull();
                },
                20'000));
        }
        const QString folder = markaz::test::buildPath(QStringLiteral("gallery"));
        QDir().mkpath(folder);
        EXPECT_TRUE(window.grab().save(
            QStringLiteral("%1/files-%2-%3.png").arg(folder, page, QLatin1String(std::get<0>(GetParam())))));
        const QStringList cut = cutParts(window);
        EXPECT_TRUE(laidOut && cut.isEmpty()) << qPrintable(page) << '\n' << qPrintable(cut.join(QLatin1Char('\n')));
        const QStringList nameless = namelessParts(window);
        EXPECT_TRUE(nameless.isEmpty()) << qPrintable(page) << '\n' << qPrintable(nameless.join(QLatin1Char('\n')));
    }
    static void drag(QWidget &on, const QList<QPoint> &way)
    {
        QTest::mousePress(&on, Qt::LeftButton, {}, way.first());
        for (const QPoint &at : way)
            QTest::mouseMove(&on, at);
        QTest::mouseRelease(&on, Qt::LeftButton, {}, way.last());
    }
    static void choose(QWidget &window, const char *id)
    {
        const auto controls = window.findChildren<SegmentedControl *>();
        for (SegmentedControl *control : controls) {
            if (control->isVisibleTo(&window) && control->button(QLatin1String(id)) != nullptr)
                click(control->button(QLatin1String(id)));
        }
    }
    static void drawOn(QWidget &window, MarksCanvas &canvas)
    {
        const QRectF picture = canvas.pictureRect();
        const auto at = [&picture](double x, double y) {
            return (picture.topLeft() + QPointF(x * picture.width(), y * picture.height())).toPoint();
        };
        drag(canvas, {at(0.15, 0.85), at(0.3, 0.7), at(0.4, 0.6)});
        choose(window, "circle");
        choose(window, "yellow");
        drag(canvas, {at(0.55, 0.1), at(0.7, 0.2), at(0.9, 0.35)});
        choose(window, "text");
        choose(window, "blue");
        type(part<QLineEdit>(window, "markWords"),
             isUrdu() ? QStringLiteral("تالا بند") : QStringLiteral("exit locked"));
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, at(0.1, 0.95));
    }
    static void scribble(SignaturePad &pad)
    {
        const QRect room = pad.rect();
        for (int stroke = 0; stroke < 2; ++stroke) {
            QList<QPoint> way;
            for (int i = 0; i <= 60; ++i) {
                const double t = i / 60.0;
                way.append(
                    QPoint(static_cast<int>(room.width() * (0.2 + 0.3 * stroke + 0.28 * t)),
                           static_cast<int>(room.height() * (0.55 - 0.25 * std::sin(t * (9 + 4 * stroke)) * (1 - t)))));
            }
            drag(pad, way);
        }
    }
    QString m_inspected;
    SyncSnapshot m_snapshot;
};

TEST_P(EvidenceGallery, inspectorsFiles_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    MainWindow window;
    MainFrame *frame = window.frame();
    Desk desk(*frame, services(), {});
    window.resize(1366, 690);
    present(window);
    desk.openInspection(m_draft);
    check(window, QStringLiteral("inspection"));
    auto *strip = part<QWidget>(window, "inspectionPage")->findChild<PhotoStrip *>(); // other pages have theirs
    ASSERT_NE(strip, nullptr);
    Q_EMIT strip->openRequested(1);
    auto *viewer = window.findChild<PhotoViewer *>();
    ASSERT_NE(viewer, nullptr);
    EXPECT_TRUE(QTest::qWaitFor([viewer] { return viewer->showsPicture(); }, 20'000));
    check(window, QStringLiteral("viewer"));
    click(part<QPushButton>(*viewer, "markPhoto"));
    auto *canvas = part<MarksCanvas>(window, "marksCanvas");
    ASSERT_TRUE(QTest::qWaitFor([canvas] { return !canvas->image().isNull(); }, 20'000));
    drawOn(window, *canvas);
    check(window, QStringLiteral("marks"));
    click(part<QPushButton>(window, "saveMarks"));
    ASSERT_TRUE(QTest::qWaitFor([strip] { return strip->model()->rowCount() == 4; }, 30'000));
    settle();
    ASSERT_TRUE(QTest::qWaitFor(
        [strip] { return !strip->model()->index(2, 0).data(Qt::DecorationRole).value<QImage>().isNull(); }, 20'000));
    check(window, QStringLiteral("marked"));
    click(part<QPushButton>(window, "reviewAndSubmit"));
    check(window, QStringLiteral("submit"));
    click(part<QPushButton>(*part<QWidget>(window, "submitPage"), "listOfFiles"));
    check(window, QStringLiteral("list"));
    click(part<QPushButton>(window, "closeFileList"));
    settle();
    click(part<QPushButton>(window, "sign_inspector"));
    auto *pad = part<SignaturePad>(window, "signaturePad");
    scribble(*pad);
    check(window, QStringLiteral("signature"));
    click(part<QPushButton>(window, "saveSignature"));
    check(window, QStringLiteral("signed"));
    frame->showPage(QStringLiteral("sync"));
    check(window, QStringLiteral("sync"));
}

TEST_P(EvidenceGallery, camera_isWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    FakeCamera camera;
    Services with = services();
    with.camera = &camera;
    MainWindow window;
    Desk desk(*window.frame(), with, {});
    window.resize(1366, 690);
    present(window);
    desk.openInspection(m_draft);
    auto *page = part<QWidget>(window, "inspectionPage");
    auto *row = rowFor(*page, "A-01");
    ASSERT_NE(row, nullptr);
    click(part<QToolButton>(*row, "cameraPhoto"));
    check(window, QStringLiteral("camera-waits"));
    Q_EMIT camera.frame(samplePicture({1280, 720}, QColor(0x47, 0x6b, 0x58)));
    check(window, QStringLiteral("camera"));
}

TEST_P(EvidenceGallery, officersFiles_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    m_snapshot.files = {};
    m_snapshot.files.waitingDown = 2;
    m_snapshot.files.downTotal = 2'400'000;
    m_sync.set(m_snapshot);
    MainWindow window;
    MainFrame *frame = window.frame();
    Desk desk(*frame, services(m_chief), {});
    window.resize(1366, 690);
    present(window);
    desk.openInspection(m_inspected);
    frame->showPage(QStringLiteral("review"));
    check(window, QStringLiteral("review"));
    part<QLineEdit>(window, "reviewReason")->setText(QStringLiteral("As seen"));
    click(part<QPushButton>(window, "acceptInspection"));
    click(part<QPushButton>(window, "acceptInspection"));
    check(window, QStringLiteral("held"));
}

INSTANTIATE_TEST_SUITE_P(Themes, EvidenceGallery, everyLook(), nameOfLook);

} // namespace markaz::ui
