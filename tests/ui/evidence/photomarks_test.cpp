// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Marks on a copy of a photo: drawn by mouse, pen, finger and keys, saved beside the original, which stays as it is.
#include "tests/ui/evidence/evidencefixture.h"

#include "tests/support/sampleexif.h"
#include "tests/ui/support/finger.h"
#include "ui/widgets/evidence/markscanvas.h"
#include "ui/widgets/evidence/photomarks.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/photoviewer.h"
#include "ui/widgets/evidence/pictures.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCryptographicHash>
#include <QPointingDevice>
#include <QTabletEvent>

namespace markaz::ui {
namespace {

using namespace test;
const QString kItem = QStringLiteral("C-02");

class PhotoMarksTest : public EvidenceFixture
{
protected:
    void SetUp() override
    {
        EvidenceFixture::SetUp();
        const QByteArray picture = bytesOf(samplePicture({1600, 1200}, QColor(0x20, 0x60, 0x40)));
        const markaz::test::SampleExif exif{.taken = "2026:11:23 14:05:00", .latitude = 31.5204, .longitude = 74.3587};
        m_bytes = exif.in(picture);
        m_pane = std::make_unique<EvidencePane>(services());
        QObject::connect(m_pane.get(), &EvidencePane::failed, m_pane.get(),
                         [this](const Error &error) { m_errors.append(error.where); });
        m_pane->resize(1000, 700);
        present(*m_pane);
        m_pane->showItem(m_draft, kItem, true);
        m_pane->attach({writeFile(m_dir.filePath(QStringLiteral("door.jpg")), m_bytes)});
        waitFor(*m_pane);
        ASSERT_EQ(m_pane->model()->rowCount(), 1);
    }
    void TearDown() override { leave(m_pane); }

    /// The marks over the one photo, with its picture.
    PhotoMarks &open()
    {
        Q_EMIT part<PhotoStrip>(*m_pane, "photoStrip")->openRequested(0);
        auto *viewer = m_pane->window()->findChild<PhotoViewer *>();
        click(part<QPushButton>(*viewer, "markPhoto"));
        auto *marks = m_pane->window()->findChild<PhotoMarks *>();
        if (marks == nullptr || !QTest::qWaitFor([this] { return !canvas().image().isNull(); }, 20'000))
            qFatal("no photo to mark");
        return *marks;
    }
    MarksCanvas &canvas() { return *part<MarksCanvas>(*m_pane->window(), "marksCanvas"); }
    QPoint at(double x, double y)
    {
        const QRectF picture = canvas().pictureRect();
        return (picture.topLeft() + QPointF(x * picture.width(), y * picture.height())).toPoint();
    }
    void drag(double x1, double y1, double x2, double y2)
    {
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, at(x1, y1));
        QTest::mouseMove(&canvas(), at((x1 + x2) / 2, (y1 + y2) / 2));
        QTest::mouseMove(&canvas(), at(x2, y2));
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, at(x2, y2));
    }
    void choose(PhotoMarks &marks, const char *tool)
    {
        for (SegmentedControl *control : marks.findChildren<SegmentedControl *>()) {
            if (SegmentButton *button = control->button(QLatin1String(tool)))
                click(button);
        }
    }
    void save(PhotoMarks &marks)
    {
        QSignalSpy gone(&marks, &QObject::destroyed);
        click(part<QPushButton>(marks, "saveMarks"));
        ASSERT_TRUE(QTest::qWaitFor([this] { return m_pane->model()->rowCount() == 2; }, 30'000))
            << qPrintable(messagesOf(*m_pane->window()));
        settle();
    }
    QString hashAt(int row) { return m_pane->model()->index(row).data(EvidenceModel::HashRole).toString(); }
    QByteArray contentAt(int row) { return contentStoreOf(*m_workspace).read(hashAt(row), 0, 100'000'000).value(); }

    QByteArray m_bytes;
    std::unique_ptr<EvidencePane> m_pane;
    QStringList m_errors;
};

bool isNear(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) < 40 && std::abs(a.green() - b.green()) < 40 &&
           std::abs(a.blue() - b.blue()) < 40;
}

} // namespace

TEST_F(PhotoMarksTest, markedCopy_standsBesideItsUntouchedOriginal)
{
    PhotoMarks &marks = open();
    EXPECT_FALSE(part<QPushButton>(marks, "saveMarks")->isEnabled()) << "nothing is marked";
    drag(0.1, 0.5, 0.9, 0.5);
    save(marks);
    EXPECT_EQ(m_errors, QStringList());
    EXPECT_EQ(contentAt(0), m_bytes) << "not one byte of the original changed";
    EXPECT_EQ(hashAt(0), QString::fromLatin1(QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex()));
    const QModelIndex copy = m_pane->model()->index(1);
    EXPECT_TRUE(copy.data(EvidenceModel::MarkedRole).toBool());
    EXPECT_FALSE(m_pane->model()->index(0).data(EvidenceModel::MarkedRole).toBool());
    EXPECT_EQ(copy.data().toString(), QStringLiteral("door-marked.jpg"));
    const auto record = m_records->requireAs<Evidence>(copy.data(EvidenceModel::IdRole).toString());
    EXPECT_EQ(record->marks(), m_pane->model()->idAt(0));
    EXPECT_EQ(record->takenAt(), QStringLiteral("2026-11-23T09:05:00.000Z"));
    const QImage picture = QImage::fromData(contentAt(1));
    EXPECT_EQ(picture.size(), QSize(1600, 1200)) << "as large as the original";
    EXPECT_TRUE(isNear(picture.pixelColor(800, 600), inkOf(MarkColour::Red)))
        << qPrintable(picture.pixelColor(800, 600).name());
    EXPECT_TRUE(isNear(picture.pixelColor(80, 100), QColor(0x20, 0x60, 0x40)));
    EXPECT_FALSE(contentAt(1).left(4096).contains("Exif")) << "a copy carries no EXIF";
    EXPECT_EQ(owed().last().change.entity, Entity::Evidence);
}

TEST_F(PhotoMarksTest, copyIsBehindItsOriginal_whateverCameBetween)
{
    PhotoMarks &marks = open();
    drag(0.1, 0.1, 0.5, 0.5);
    m_pane->attach({photo("later.jpg", Qt::darkBlue)});
    waitFor(*m_pane);
    settle();
    click(part<QPushButton>(marks, "saveMarks"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_pane->model()->rowCount() == 3; }, 30'000));
    EXPECT_EQ(m_pane->model()->index(1).data().toString(), QStringLiteral("door-marked.jpg"));
    EXPECT_EQ(m_pane->model()->index(2).data().toString(), QStringLiteral("later.jpg"));
}

TEST_F(PhotoMarksTest, copyThatCannotBeMade_leavesTheMarksAndSaysWhy)
{
    PhotoMarks &marks = open();
    drag(0.1, 0.1, 0.5, 0.5);
    ASSERT_TRUE(contentStoreOf(*m_workspace).remove(hashAt(0)).ok());
    click(part<QPushButton>(marks, "saveMarks"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return attaching().pending() == 0; }, 20'000));
    EXPECT_FALSE(marks.isSaving());
    EXPECT_TRUE(marks.isVisible());
    EXPECT_TRUE(canvas().history().canUndo());
    EXPECT_TRUE(part<QPushButton>(marks, "saveMarks")->isEnabled());
    EXPECT_FALSE(messagesOf(marks).isEmpty());
}

TEST_F(PhotoMarksTest, undoAndRedo_byKeysAndButtons)
{
    PhotoMarks &marks = open();
    drag(0.1, 0.1, 0.5, 0.5);
    choose(marks, "circle");
    drag(0.2, 0.2, 0.6, 0.7);
    EXPECT_EQ(canvas().history().shown().size(), 2);
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(canvas().history().shown().size(), 1);
    click(part<QToolButton>(marks, "undoMark"));
    EXPECT_FALSE(canvas().history().canUndo());
    EXPECT_FALSE(part<QPushButton>(marks, "saveMarks")->isEnabled());
    click(part<QToolButton>(marks, "redoMark"));
    EXPECT_EQ(canvas().history().shown().size(), 1);
    EXPECT_EQ(canvas().history().shown().first().kind, Mark::Kind::Arrow);
    drag(0.3, 0.3, 0.8, 0.8);
    EXPECT_FALSE(canvas().history().canRedo()) << "what was undone is gone";
}

TEST_F(PhotoMarksTest, keyboard_drawsACircle)
{
    PhotoMarks &marks = open();
    choose(marks, "circle");
    canvas().setFocus();
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Up})
        QTest::keyClick(&canvas(), key, Qt::ShiftModifier);
    QTest::keyClick(&canvas(), Qt::Key_Space);
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(&canvas(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&canvas(), Qt::Key_Down, Qt::ShiftModifier);
    }
    QTest::keyClick(&canvas(), Qt::Key_Return);
    ASSERT_EQ(canvas().history().shown().size(), 1);
    const Mark circle = canvas().history().shown().first();
    EXPECT_EQ(circle.kind, Mark::Kind::Circle);
    EXPECT_NEAR(circle.from.x(), 0.4, 1e-9);
    EXPECT_NEAR(circle.to.y(), 0.7, 1e-9);
    QTest::keyClick(&canvas(), Qt::Key_Space);
    QTest::keyClick(&canvas(), Qt::Key_Escape); // gives up what was begun, and no more
    EXPECT_EQ(m_pane->window()->findChild<PhotoMarks *>(), &marks);
    EXPECT_EQ(canvas().history().shown().size(), 1);
}

TEST_F(PhotoMarksTest, words_areWrittenWhereThePhotoIsPressed)
{
    PhotoMarks &marks = open();
    choose(marks, "text");
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, at(0.3, 0.4));
    EXPECT_FALSE(canvas().history().canUndo());
    auto *words = part<QLineEdit>(marks, "markWords");
    EXPECT_TRUE(words->hasFocus()) << "there is nothing to write yet";
    type(words, QStringLiteral("locked"));
    choose(marks, "blue");
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, at(0.3, 0.4));
    ASSERT_EQ(canvas().history().shown().size(), 1);
    EXPECT_EQ(canvas().history().shown().first().text, QStringLiteral("locked"));
    save(marks);
    const QImage picture = QImage::fromData(contentAt(1));
    int blue = 0;
    for (int y = 400; y < 500; ++y) {
        for (int x = 480; x < 800; ++x)
            blue += isNear(picture.pixelColor(x, y), inkOf(MarkColour::Blue)) ? 1 : 0;
    }
    EXPECT_GT(blue, 200);
}

TEST_F(PhotoMarksTest, enter_writesTheWordsWhereThePhotoWasPressed)
{
    PhotoMarks &marks = open();
    choose(marks, "text");
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, at(0.25, 0.75));
    auto *words = part<QLineEdit>(marks, "markWords");
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_FALSE(canvas().history().canUndo()) << "there are no words";
    words->setFocus();
    QTest::keyClicks(words, QStringLiteral("locked"));
    QTest::keyClick(words, Qt::Key_Return);
    ASSERT_EQ(canvas().history().shown().size(), 1);
    const Mark mark = canvas().history().shown().first();
    EXPECT_EQ(mark.text, QStringLiteral("locked"));
    EXPECT_NEAR(mark.from.x(), 0.25, 0.01);
    EXPECT_NEAR(mark.from.y(), 0.75, 0.01);
    EXPECT_TRUE(canvas().hasFocus()) << "the arrows go on from there";
}

TEST(Marks, wordsAtTheEdge_areNotCut)
{
    QImage ground(800, 600, QImage::Format_RGB32);
    ground.fill(QColor(0x20, 0x60, 0x40));
    const auto ink = [&ground](const QPointF &place, const QString &words) {
        const QImage picture = marked(ground, {Mark{Mark::Kind::Text, place, place, words, MarkColour::Blue}});
        int inside = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const bool same = isNear(picture.pixelColor(x, y), inkOf(MarkColour::Blue));
                inside += same ? 1 : 0;
                const bool edge = x == 0 || y == 0 || x == picture.width() - 1 || y == picture.height() - 1;
                if (edge && picture.pixel(x, y) != ground.pixel(0, 0))
                    return -1;
            }
        }
        return inside;
    };
    const int whole = ink({0.4, 0.5}, QStringLiteral("locked"));
    ASSERT_GT(whole, 200);
    for (const QPointF &place : {QPointF(0, 0), QPointF(1, 0), QPointF(0, 1), QPointF(1, 1), QPointF(0.97, 0.5)})
        EXPECT_NEAR(ink(place, QStringLiteral("locked")), whole, whole / 10.0) << place.x() << ' ' << place.y();
    EXPECT_GT(ink({0.5, 0.5}, QString(80, QLatin1Char('W'))), 200) << "too long to be so large";
}

TEST_F(PhotoMarksTest, crop_cutsTheCopyAlone)
{
    PhotoMarks &marks = open();
    choose(marks, "crop");
    drag(0.25, 0.25, 0.75, 0.75);
    save(marks);
    const QSize size = QImage::fromData(contentAt(1)).size();
    EXPECT_NEAR(size.width(), 800, 4);
    EXPECT_NEAR(size.height(), 600, 4);
    EXPECT_EQ(contentAt(0), m_bytes);
}

TEST_F(PhotoMarksTest, penAndFinger_drawAsTheMouseDoes)
{
    open();
    const QPointingDevice pen(QStringLiteral("pen"), 7, QInputDevice::DeviceType::Stylus,
                              QPointingDevice::PointerType::Pen, QInputDevice::Capability::Position, 1, 1);
    const auto tablet = [&](QEvent::Type type, const QPoint &where) {
        QTabletEvent event(type, &pen, where, canvas().mapToGlobal(where), 0.5, 0, 0, 0, 0, 0, {}, Qt::LeftButton,
                           Qt::LeftButton);
        QCoreApplication::sendEvent(&canvas(), &event);
    };
    tablet(QEvent::TabletPress, at(0.1, 0.1));
    tablet(QEvent::TabletMove, at(0.3, 0.3));
    tablet(QEvent::TabletRelease, at(0.6, 0.2));
    ASSERT_EQ(canvas().history().shown().size(), 1);
    EXPECT_NEAR(canvas().history().shown().first().to.x(), 0.6, 0.01);

    QTest::touchEvent(&canvas(), test::finger()).press(0, at(0.2, 0.8), &canvas());
    QTest::touchEvent(&canvas(), test::finger()).move(0, at(0.4, 0.7), &canvas()).press(1, at(0.9, 0.9), &canvas());
    QTest::touchEvent(&canvas(), test::finger()).release(0, at(0.5, 0.6), &canvas()).stationary(1);
    QTest::touchEvent(&canvas(), test::finger()).release(1, at(0.9, 0.9), &canvas());
    ASSERT_EQ(canvas().history().shown().size(), 2) << "the second finger draws nothing";
    EXPECT_NEAR(canvas().history().shown().last().from.x(), 0.2, 0.01);
    EXPECT_NEAR(canvas().history().shown().last().to.x(), 0.5, 0.01);
}

TEST_F(PhotoMarksTest, slipOfTheHand_isNoMark)
{
    open();
    drag(0.5, 0.5, 0.502, 0.5);
    EXPECT_FALSE(canvas().history().canUndo());
}

TEST_F(PhotoMarksTest, leaving_asksTwiceOnceThereIsAMark)
{
    PhotoMarks &marks = open();
    drag(0.1, 0.1, 0.5, 0.5);
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    QTest::keyClick(&marks, Qt::Key_Escape); // asked once more, and no more
    settle();
    ASSERT_EQ(m_pane->window()->findChild<PhotoMarks *>(), &marks);
    EXPECT_TRUE(wordsOf(marks).contains(QStringLiteral("not saved")));
    click(part<QPushButton>(marks, "cancelMarks"));
    settle();
    EXPECT_EQ(m_pane->window()->findChild<PhotoMarks *>(), nullptr);
    EXPECT_EQ(m_pane->model()->rowCount(), 1);
}

TEST_F(PhotoMarksTest, ctrlY_drawsAgainAsItsTooltipSays)
{
    open();
    drag(0.1, 0.1, 0.5, 0.5);
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_FALSE(canvas().history().canUndo());
    QTest::keyClick(&canvas(), Qt::Key_Y, Qt::ControlModifier);
    EXPECT_TRUE(canvas().history().canUndo());
}

TEST_F(PhotoMarksTest, pictureThatCannotBeRead_isSaidSo)
{
    evidence(m_draft, "C-02", true, jpegHead("sample")); // of a laptop that took more
    Q_EMIT m_notifier.manyChanged();
    ASSERT_EQ(m_pane->model()->rowCount(), 2);
    Q_EMIT part<PhotoStrip>(*m_pane, "photoStrip")->openRequested(1);
    click(part<QPushButton>(*m_pane->window(), "markPhoto"));
    EXPECT_TRUE(canvas().accessibleDescription().contains(QStringLiteral("Arrows move")));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !messagesOf(*m_pane->window()).isEmpty(); }, 20'000));
    EXPECT_TRUE(canvas().accessibleDescription().contains(QStringLiteral("cannot be read")))
        << qPrintable(canvas().accessibleDescription());
}

TEST_F(PhotoMarksTest, tab_staysOverTheWindow)
{
    PhotoMarks &marks = open();
    drag(0.1, 0.1, 0.5, 0.5);
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        ASSERT_TRUE(marks.isAncestorOf(QApplication::focusWidget())) << i;
    }
}

TEST_F(PhotoMarksTest, markedCopy_isNotMarkedAgainAndItsOriginalStays)
{
    PhotoMarks &marks = open();
    drag(0.1, 0.1, 0.5, 0.5);
    save(marks);
    auto *strip = part<PhotoStrip>(*m_pane, "photoStrip");
    Q_EMIT strip->openRequested(1);
    auto *viewer = m_pane->window()->findChild<PhotoViewer *>();
    ASSERT_NE(viewer, nullptr);
    EXPECT_FALSE(part<QPushButton>(*viewer, "markPhoto")->isVisible());
    QTest::keyClick(viewer, Qt::Key_Left);
    EXPECT_TRUE(part<QPushButton>(*viewer, "markPhoto")->isVisible());
    click(part<QPushButton>(*viewer, "removePhoto"));
    EXPECT_EQ(m_errors, QStringList{QStringLiteral("marks")});
    EXPECT_EQ(m_pane->model()->rowCount(), 2);
}

TEST_F(PhotoMarksTest, picture_ofALargePhotoIsReadSmall)
{
    // 40 megapixels; flat, so that the test is quick. What is read for the screen is no larger than the screen.
    QImage large(7300, 5400, QImage::Format_RGB32);
    large.fill(QColor(0x55, 0x66, 0x77));
    QByteArray bytes = bytesOf(large);
    large = {};
    QBuffer source(&bytes);
    source.open(QIODevice::ReadOnly);
    auto kept = contentStoreOf(*m_workspace).receive(source, 1 << 26);
    ASSERT_TRUE(kept.ok() && kept->keep().ok());
    const QImage shown = readPicture(contentStoreOf(*m_workspace), kept->sha256(), {1366, 690});
    EXPECT_FALSE(shown.isNull());
    EXPECT_LE(shown.width(), 1366);
    EXPECT_LE(shown.height(), 690);
}

TEST(Marks, everyFormatOfPicture_isDrawnOn)
{
    const QList<Mark> arrow{{Mark::Kind::Arrow, {0, 0.5}, {1, 0.5}, {}, MarkColour::Yellow}};
    for (const QImage::Format format : {QImage::Format_RGB32, QImage::Format_ARGB32, QImage::Format_Grayscale8,
                                        QImage::Format_Indexed8, QImage::Format_RGBA64}) {
        QImage picture(400, 300, QImage::Format_RGB32);
        picture.fill(Qt::black);
        const QImage drawn = marked(picture.convertToFormat(format), arrow);
        EXPECT_TRUE(isNear(drawn.pixelColor(200, 150), inkOf(MarkColour::Yellow))) << format;
    }
    EXPECT_TRUE(marked({}, arrow).isNull());
}

TEST(Marks, bare_keepsPixelsAndDropsWords)
{
    QImage picture = samplePicture({40, 30}, Qt::darkCyan);
    picture.setText(QStringLiteral("Author"), QStringLiteral("Somebody"));
    const QImage plain = bare(picture);
    EXPECT_TRUE(plain.textKeys().isEmpty());
    EXPECT_EQ(plain, picture);
}

} // namespace markaz::ui
