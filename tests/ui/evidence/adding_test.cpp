// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in which a photo comes beside the file dialog: dropped, from the clipboard, from the camera; and what it
// says of where it was taken.
#include "tests/ui/evidence/evidencefixture.h"

#include "tests/support/sampleexif.h"
#include "tests/ui/support/dropped.h"
#include "tests/ui/support/fakecamera.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/widgets/evidence/camerasheet.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/photoviewer.h"
#include "ui/widgets/statuschip.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

namespace markaz::ui {
namespace {

using namespace test;
using markaz::test::SampleExif;

class AddingTest : public EvidenceFixture
{
protected:
    void SetUp() override
    {
        EvidenceFixture::SetUp();
        show(true);
    }
    void TearDown() override
    {
        leave(m_pane);
        QGuiApplication::clipboard()->clear();
    }
    void show(bool editable, Camera *camera = nullptr)
    {
        leave(m_pane);
        Services with = services();
        with.camera = camera;
        m_pane = std::make_unique<EvidencePane>(with);
        QObject::connect(m_pane.get(), &EvidencePane::failed, m_pane.get(),
                         [this](const Error &error) { m_errors.append(error.where); });
        m_pane->resize(900, 600);
        present(*m_pane);
        m_pane->showItem(m_draft, QStringLiteral("C-02"), editable);
    }
    static QString place(const QModelIndex &index) { return index.data(EvidenceModel::PlaceRole).toString(); }

    std::unique_ptr<EvidencePane> m_pane;
    QStringList m_errors;
};

} // namespace

TEST_F(AddingTest, droppedFiles_areAttached)
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(photo("one.jpg")), QUrl::fromLocalFile(photo("two.jpg", Qt::darkBlue))});
    EXPECT_TRUE(drop(*m_pane, mime));
    waitFor(*m_pane);
    EXPECT_EQ(m_errors, QStringList());
    EXPECT_EQ(m_pane->model()->rowCount(), 2);
}

TEST_F(AddingTest, droppedPageOrText_isNotTaken)
{
    QMimeData mime;
    mime.setUrls({QUrl(QStringLiteral("https://example.com/photo.jpg"))});
    mime.setText(QStringLiteral("https://example.com/photo.jpg"));
    EXPECT_FALSE(drop(*m_pane, mime));
    show(false);
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(photo("one.jpg"))});
    EXPECT_FALSE(drop(*m_pane, file)) << "read only";
}

TEST_F(AddingTest, droppedOnThePage_belongsToTheCurrentItem)
{
    InspectionPage page(services());
    page.resize(1366, 640);
    present(page);
    page.open(m_draft);
    page.goToItem(QStringLiteral("C-03"));
    settle();
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(photo("door.jpg"))});
    EXPECT_TRUE(drop(page, mime));
    waitFor(*rowFor(page, "C-03")->findChild<EvidencePane *>());
    EXPECT_EQ(EvidenceList(*m_workspace).of(m_draft, QStringLiteral("C-03"))->size(), 1);
}

TEST_F(AddingTest, clipboardPicture_isPastedWithTheKey)
{
    QGuiApplication::clipboard()->setImage(samplePicture({320, 240}, Qt::darkRed));
    m_pane->setFocus();
    QTest::keyClick(m_pane.get(), Qt::Key_V, Qt::ControlModifier);
    waitFor(*m_pane);
    ASSERT_EQ(m_pane->model()->rowCount(), 1) << qPrintable(m_errors.join(QLatin1Char(' ')));
    const QModelIndex index = m_pane->model()->index(0);
    EXPECT_EQ(index.data(EvidenceModel::MediaTypeRole).toString(), QStringLiteral("image/png"));
    EXPECT_EQ(index.data().toString(), QStringLiteral("picture-20261124-140000.png"));
    EXPECT_TRUE(place(index).startsWith(QStringLiteral("Time not known"))) << qPrintable(place(index));
}

TEST_F(AddingTest, clipboardJpeg_keepsItsOwnBytes)
{
    const QByteArray bytes =
        SampleExif{.latitude = 31.5, .longitude = 74.3}.in(bytesOf(samplePicture({320, 240}, Qt::darkRed)));
    auto *mime = new QMimeData;
    mime->setData(QStringLiteral("image/jpeg"), bytes);
    QGuiApplication::clipboard()->setMimeData(mime);
    click(part<QToolButton>(*m_pane, "pastePhoto"));
    waitFor(*m_pane);
    ASSERT_EQ(m_pane->model()->rowCount(), 1) << qPrintable(m_errors.join(QLatin1Char(' ')));
    const QString hash = m_pane->model()->index(0).data(EvidenceModel::HashRole).toString();
    EXPECT_EQ(contentStoreOf(*m_workspace).read(hash, 0, 1'000'000).value(), bytes);
}

TEST_F(AddingTest, clipboardWithoutPicture_saysSo)
{
    QGuiApplication::clipboard()->setText(QStringLiteral("words"));
    click(part<QToolButton>(*m_pane, "pastePhoto"));
    EXPECT_EQ(m_errors, QStringList{QStringLiteral("file.clipboard")});
    EXPECT_TRUE(sentences::of(makeError(ErrorCode::NotFound, {}, QStringLiteral("file.clipboard")))
                    .fact.contains(QStringLiteral("clipboard")));
}

TEST_F(AddingTest, whileAFileIsChecked_anotherIsRefusedWithASentence)
{
    FakeCamera camera;
    show(true, &camera);
    QGuiApplication::clipboard()->setImage(samplePicture({320, 240}, Qt::darkRed));
    m_pane->attach({photo("one.jpg")});
    m_pane->setFocus();
    QTest::keyClick(m_pane.get(), Qt::Key_V, Qt::ControlModifier);
    m_pane->takePhoto();
    m_pane->chooseFiles();
    EXPECT_EQ(m_errors, QStringList(3, QStringLiteral("file.checking")));
    EXPECT_TRUE(sentences::of(makeError(ErrorCode::WrongState, {}, QStringLiteral("file.checking")))
                    .fact.contains(QStringLiteral("still being checked")));
    waitFor(*m_pane);
    EXPECT_EQ(m_pane->model()->rowCount(), 1);
}

TEST_F(AddingTest, noCamera_isSaidByTheButton)
{
    auto *button = part<QToolButton>(*m_pane, "cameraPhoto");
    EXPECT_TRUE(button->toolTip().contains(QStringLiteral("No camera"))) << qPrintable(button->toolTip());
    click(button);
    EXPECT_EQ(m_errors, QStringList{QStringLiteral("file.camera")});
    FakeCamera camera;
    camera.there = false;
    show(true, &camera);
    click(part<QToolButton>(*m_pane, "cameraPhoto"));
    EXPECT_EQ(m_errors.size(), 2);
    EXPECT_TRUE(part<QToolButton>(*m_pane, "cameraPhoto")->toolTip().contains(QStringLiteral("No camera")));
}

TEST_F(AddingTest, camera_takesAPhotoOfNow)
{
    FakeCamera camera;
    camera.photo = samplePicture({640, 480}, Qt::darkMagenta);
    show(true, &camera);
    click(part<QToolButton>(*m_pane, "cameraPhoto"));
    auto *sheet = m_pane->window()->findChild<CameraSheet *>();
    ASSERT_NE(sheet, nullptr);
    EXPECT_TRUE(camera.running);
    EXPECT_FALSE(part<QPushButton>(*sheet, "takePhoto")->isEnabled()) << "nothing is seen yet";
    QTest::keyClick(sheet, Qt::Key_Space);
    Q_EMIT camera.frame(samplePicture({320, 240}, Qt::darkMagenta));
    QTest::keyClick(sheet, Qt::Key_Space);
    waitFor(*m_pane);
    settle();
    EXPECT_EQ(m_pane->window()->findChild<CameraSheet *>(), nullptr);
    EXPECT_FALSE(camera.running) << "it is switched off again";
    ASSERT_EQ(m_pane->model()->rowCount(), 1);
    const auto evidence = m_records->requireAs<Evidence>(m_pane->model()->idAt(0));
    EXPECT_EQ(evidence->takenAt(), QStringLiteral("2026-11-24T09:00:00.000Z"));
    EXPECT_EQ(evidence->mediaType(), QStringLiteral("image/jpeg"));
}

TEST_F(AddingTest, cameraThatFails_saysSoAndNothingIsAttached)
{
    FakeCamera camera;
    camera.broken = true;
    show(true, &camera);
    click(part<QToolButton>(*m_pane, "cameraPhoto"));
    Q_EMIT camera.frame(samplePicture({320, 240}, Qt::darkMagenta));
    click(part<QPushButton>(*m_pane->window(), "takePhoto"));
    settle();
    EXPECT_EQ(m_errors, QStringList{QStringLiteral("file.camera")});
    EXPECT_EQ(m_pane->window()->findChild<CameraSheet *>(), nullptr);
    EXPECT_EQ(m_pane->model()->rowCount(), 0);
}

TEST_F(AddingTest, photoFromElsewhere_isAWarningWithItsDistance)
{
    // 0.02 degrees of latitude north of the building: 2,224 m on a sphere of 6,371,009 m.
    const QString place0 = m_records->requireAs<Inspection>(m_draft)->buildingId();
    Record site = m_records->require(Entity::Building, place0).value();
    site.fields.insert(QStringLiteral("latitude_e6"), 31'520'400);
    site.fields.insert(QStringLiteral("longitude_e6"), 74'358'700);
    ASSERT_TRUE(m_records->putLocal(site).ok());
    const QByteArray picture = bytesOf(samplePicture({400, 300}, Qt::darkGreen));
    const auto file = [&](const char *name, const SampleExif &exif) {
        return writeFile(m_dir.filePath(QLatin1String(name)), exif.in(picture));
    };
    m_pane->attach({file("far.jpg", {.taken = "2026:11:23 14:05:00", .latitude = 31.5404, .longitude = 74.3587}),
                    file("near.jpg", {.taken = "2026:11:23 14:06:00", .latitude = 31.5206, .longitude = 74.3587}),
                    writeFile(m_dir.filePath(QStringLiteral("plain.jpg")), picture)});
    waitFor(*m_pane);
    ASSERT_EQ(m_pane->model()->rowCount(), 3);
    const QModelIndex far = m_pane->model()->index(0);
    EXPECT_EQ(far.data(EvidenceModel::AwayRole).toString(), QStringLiteral("2.2 km"));
    EXPECT_EQ(place(far), QStringLiteral("Taken 23 Nov 2026, 14:05, 2.2 km away from the building"));
    EXPECT_EQ(place(m_pane->model()->index(1)), QStringLiteral("Taken 23 Nov 2026, 14:06, 22 m from the building"));
    EXPECT_EQ(m_pane->model()->index(1).data(EvidenceModel::AwayRole).toString(), QString());
    EXPECT_TRUE(place(m_pane->model()->index(2)).contains(QStringLiteral("does not say where")));

    Q_EMIT part<PhotoStrip>(*m_pane, "photoStrip")->openRequested(0);
    auto *viewer = m_pane->window()->findChild<PhotoViewer *>();
    auto *chip = part<StatusChip>(*viewer, "takenWhere");
    EXPECT_EQ(chip->content().status, Status::Warn);
    EXPECT_TRUE(chip->content().word.contains(QStringLiteral("2.2 km away")));
    QTest::keyClick(viewer, Qt::Key_Right);
    EXPECT_EQ(chip->content().status, Status::Neutral);
    viewer->close();
}

} // namespace markaz::ui
