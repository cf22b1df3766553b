// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Photos and documents as a person meets them: added, seen, opened, removed.
#include "tests/ui/evidence/evidencefixture.h"

#include "ui/widgets/evidence/markscanvas.h"
#include "ui/widgets/evidence/photomarks.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/photoviewer.h"
#include "ui/widgets/evidence/pictures.h"
#include "ui/widgets/evidence/signaturesbutton.h"
#include "ui/widgets/evidence/thumbnails.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFileDialog>
#include <QImageReader>
#include <QSemaphore>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <random>

namespace markaz::ui {
namespace {

using namespace test;
const QString kItem = QStringLiteral("C-02");

class EvidencePaneTest : public EvidenceFixture
{
protected:
    void SetUp() override
    {
        EvidenceFixture::SetUp();
        show(m_draft, true);
    }
    void show(const QString &inspection, bool editable)
    {
        m_pane = std::make_unique<EvidencePane>(services());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_pane->model(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        QObject::connect(m_pane.get(), &EvidencePane::failed, m_pane.get(),
                         [this](const Error &error) { m_errors.append(error.where); });
        m_pane->resize(700, 120);
        present(*m_pane);
        m_pane->showItem(inspection, kItem, editable);
    }
    void TearDown() override
    {
        m_tester.reset();
        leave(m_pane);
    }
    void attach(const QStringList &paths)
    {
        m_pane->attach(paths);
        waitFor(*m_pane);
    }
    QImage thumbnailAt(int row)
    {
        const QModelIndex index = m_pane->model()->index(row);
        EXPECT_TRUE(QTest::qWaitFor([&] { return !index.data(Qt::DecorationRole).value<QImage>().isNull(); }, 20'000));
        return index.data(Qt::DecorationRole).value<QImage>();
    }
    PhotoViewer *viewer() { return m_pane->window()->findChild<PhotoViewer *>(); }

    std::unique_ptr<EvidencePane> m_pane;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QStringList m_errors;
};

/// Opens as another does. Once it is shut, who opens in another thread waits at the gate; once it is gone, it counts
/// who comes late.
class GatedSealer final : public Sealer
{
public:
    explicit GatedSealer(const Sealer &real)
        : m_real(real)
    {
    }
    QByteArray seal(const QByteArray &plain, const QString &place) const override { return m_real.seal(plain, place); }
    Result<QByteArray> open(const QByteArray &sealed, const QString &place) const override
    {
        if (shut && QThread::currentThread() != QCoreApplication::instance()->thread()) {
            reached.release();
            gate.acquire();
            gate.release();
        }
        if (gone)
            ++late;
        return m_real.open(sealed, place);
    }
    mutable QSemaphore reached;
    mutable QSemaphore gate;
    mutable std::atomic<int> late{0};
    std::atomic<bool> shut{false};
    std::atomic<bool> gone{false};

private:
    const Sealer &m_real;
};

/// What reads in another thread with the session's key, in a window that stays, as the program's does.
class WorkElsewhere : public EvidencePaneTest
{
protected:
    void SetUp() override
    {
        EvidencePaneTest::SetUp();
        m_tester.reset();
        leave(m_pane);
        m_sealer = std::make_unique<GatedSealer>(m_records->sealer());
        m_gated = std::make_unique<RecordRepository>(*m_database, *m_sealer);
        m_workspace =
            std::make_unique<Workspace>(Workspace{*m_database, *m_gated, *m_outbox, m_clock, m_ids, m_notifier});
    }
    /// Nothing to pack: many pieces, each opened by itself.
    static QByteArray noise()
    {
        QImage image(1600, 1200, QImage::Format_RGB32);
        std::generate_n(reinterpret_cast<quint32 *>(image.bits()), image.width() * image.height(), std::mt19937(1));
        return bytesOf(image);
    }
    void showPane()
    {
        evidence(m_draft, "C-02", true, noise());
        m_pane = std::make_unique<EvidencePane>(services(), &m_window);
        present(m_window);
        m_pane->showItem(m_draft, kItem, true);
        ASSERT_FALSE(thumbnailAt(0).isNull()); // so that the viewer alone reads
    }
    void waitAtTheGate() { ASSERT_TRUE(m_sealer->reached.tryAcquire(1, 20'000)); }
    /// The page goes, then its session.
    template <class Page>
    void end(std::unique_ptr<Page> &page)
    {
        m_sealer->gate.release();
        page.reset();
        m_sealer->gone = true;
        EXPECT_TRUE(QTest::qWaitFor([this] { return m_window.findChild<Overlay *>() == nullptr; }, 20'000));
        EXPECT_EQ(m_sealer->late, 0) << "pieces read with a key that is gone";
    }

    std::unique_ptr<GatedSealer> m_sealer;
    std::unique_ptr<RecordRepository> m_gated;
    QWidget m_window;
};

} // namespace

TEST_F(EvidencePaneTest, attach_severalFilesOneAfterTheOther)
{
    EXPECT_TRUE(m_pane->isEmpty());
    attach({photo("one.jpg"), photo("two.png", Qt::darkBlue)});
    EXPECT_EQ(m_errors, QStringList());
    ASSERT_EQ(m_pane->model()->rowCount(), 2);
    EXPECT_EQ(m_pane->model()->index(0).data().toString(), QStringLiteral("one.jpg"));
    EXPECT_EQ(filesOf(m_draft), 2);
    EXPECT_TRUE(part<PhotoStrip>(*m_pane, "photoStrip")->isVisible());
}

TEST_F(EvidencePaneTest, attach_badFileSaysWhyAndTheGoodOneIsTaken)
{
    attach({writeFile(m_dir.filePath(QStringLiteral("page.jpg")), "<html>sample</html>"), photo("good.jpg")});
    EXPECT_EQ(m_errors, QStringList{QStringLiteral("file.disguised")});
    EXPECT_EQ(m_pane->model()->rowCount(), 1);
}

TEST_F(EvidencePaneTest, attach_severalBadFiles_eachIsNamedWithItsReason)
{
    QList<Sentence> said;
    QObject::connect(m_pane.get(), &EvidencePane::refused, m_pane.get(),
                     [&said](const Sentence &reasons) { said.append(reasons); });
    const QString page = writeFile(m_dir.filePath(QStringLiteral("page.jpg")), "<html>sample</html>");
    const QString none = writeFile(m_dir.filePath(QStringLiteral("none.pdf")), {});
    attach({page, photo("good.jpg"), none});
    ASSERT_EQ(said.size(), 1);
    EXPECT_TRUE(said.first().fact.contains(QStringLiteral("2 of 3"))) << qPrintable(said.first().fact);
    const QString reasons = said.first().safe;
    EXPECT_TRUE(reasons.contains(QStringLiteral("page.jpg: The file is not what its name says")))
        << qPrintable(reasons);
    EXPECT_TRUE(reasons.contains(QStringLiteral("none.pdf: The file is empty"))) << qPrintable(reasons);
    EXPECT_FALSE(reasons.contains(QStringLiteral("good.jpg")));
    attach({none});
    EXPECT_EQ(said.size(), 1) << "it is the one that the person just chose";
}

TEST_F(EvidencePaneTest, attach_belongsToTheItemThatWasShownThen)
{
    m_pane->attach({photo("one.jpg")});
    m_pane->showItem(m_draft, QStringLiteral("C-03"), true); // the person goes on at once
    waitFor(*m_pane);
    EXPECT_EQ(m_pane->model()->rowCount(), 0);
    m_pane->showItem(m_draft, kItem, true);
    EXPECT_EQ(m_pane->model()->rowCount(), 1);
}

TEST_F(EvidencePaneTest, thumbnail_isMadeElsewhereAndKeptForItsOwner)
{
    attach({photo("one.jpg", Qt::darkRed)});
    const QImage image = thumbnailAt(0);
    ASSERT_FALSE(image.isNull());
    EXPECT_GT(image.pixelColor(4, 4).red(), 90);
    EXPECT_LT(image.pixelColor(4, 4).green(), 60);
    const QString hash = m_pane->model()->index(0).data(EvidenceModel::HashRole).toString();
    const QString folder =
        QFileInfo(contentStoreOf(*m_workspace).folder()).absolutePath() + QStringLiteral("/thumbnails");
    const QString path = folder + QLatin1Char('/') + hash + QStringLiteral(".sealed");
    ASSERT_TRUE(QFile::exists(path));
    EXPECT_TRUE(QImage(path).isNull()) << "sealed";
    EXPECT_FALSE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther));
    EXPECT_FALSE(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ReadOther));
}

TEST_F(EvidencePaneTest, picture_isTurnedAsTheCameraWasHeld)
{
    // EXIF orientation 6: the camera was turned by 90 degrees. APP1 behind SOI, TIFF big-endian, one entry.
    QImage wide = samplePicture({400, 200}, Qt::darkGreen);
    QByteArray bytes = bytesOf(wide);
    bytes.insert(
        2, QByteArray::fromHex("ffe10022457869660000 4d4d002a00000008 0001 0112 0003 00000001 00060000 00000000"));
    const QString id = evidence(m_draft, "C-02", true, bytes);
    const QString hash = m_records->requireAs<Evidence>(id)->sha256();
    EXPECT_EQ(readPicture(contentStoreOf(*m_workspace), hash, {}).size(), QSize(200, 400));
    EXPECT_EQ(readPicture(contentStoreOf(*m_workspace), hash, {100, 100}).size(), QSize(50, 100));
}

TEST_F(EvidencePaneTest, photoThatNoReaderShows_isRefused)
{
    const QByteArray whole = bytesOf(samplePicture({1200, 900}, Qt::darkGreen));
    QByteArray withPreview = whole;
    const QByteArray preview = bytesOf(samplePicture({160, 120}, Qt::darkGreen));
    const QByteArray segment = QByteArray("Exif\0\0", 6) + preview;
    const auto length = static_cast<quint16>(segment.size() + 2);
    withPreview.insert(2, QByteArray("\xff\xe1") + char(length >> 8) + char(length & 0xff) + segment);
    attach({writeFile(m_dir.filePath(QStringLiteral("odd.jpg")), jpegHead("sample")),
            writeFile(m_dir.filePath(QStringLiteral("cut.jpg")), withPreview.left(withPreview.size() * 4 / 5))});
    EXPECT_EQ(m_errors, QStringList(2, QStringLiteral("file.broken")));
    EXPECT_EQ(m_pane->model()->rowCount(), 0);
    EXPECT_TRUE(QDir(contentStoreOf(*m_workspace).folder() + QStringLiteral("/incoming")).isEmpty());
    attach({writeFile(m_dir.filePath(QStringLiteral("whole.jpg")), withPreview)});
    EXPECT_EQ(m_pane->model()->rowCount(), 1);
}

TEST_F(EvidencePaneTest, photoFromTheFeedThatCannotBeDecoded_staysAFileWithItsName)
{
    evidence(m_draft, "C-02", true, jpegHead("sample"));
    Q_EMIT m_notifier.manyChanged();
    ASSERT_EQ(m_pane->model()->rowCount(), 1);
    QSignalSpy tried(m_pane->model(), &QAbstractItemModel::dataChanged);
    EXPECT_TRUE(m_pane->model()->index(0).data(Qt::DecorationRole).value<QImage>().isNull());
    ASSERT_TRUE(tried.count() > 0 || tried.wait(20'000));
    EXPECT_TRUE(m_pane->model()->index(0).data(Qt::DecorationRole).value<QImage>().isNull());
    EXPECT_EQ(m_pane->model()->index(0).data().toString(), QStringLiteral("sample 1.jpg"));
}

TEST_F(EvidencePaneTest, photoWithoutACamerasTime_isNotOneOfTheDayOfItsCopy)
{
    attach({photo("stripped.jpg")}); // written now, and nobody knows when it was taken
    ASSERT_EQ(m_pane->model()->rowCount(), 1);
    const QModelIndex index = m_pane->model()->index(0);
    EXPECT_FALSE(index.data(EvidenceModel::TakenRole).toDateTime().isValid());
    const QString words = index.data(EvidenceModel::PlaceRole).toString();
    EXPECT_TRUE(words.startsWith(QStringLiteral("Time not known"))) << qPrintable(words);
}

TEST_F(EvidencePaneTest, chooseFiles_asksWithoutStandingInTheWay)
{
    m_pane->chooseFiles(); // comes back at once
    auto *dialog = m_pane->findChild<QFileDialog *>(QStringLiteral("addFileDialog"));
    ASSERT_NE(dialog, nullptr);
    Q_EMIT dialog->filesSelected({photo("one.jpg")});
    waitFor(*m_pane);
    EXPECT_EQ(m_pane->model()->rowCount(), 1);
    dialog->close();
}

TEST_F(EvidencePaneTest, enter_opensAndEscapeCloses)
{
    attach({photo("one.jpg"), photo("two.jpg", Qt::darkBlue)});
    auto *strip = part<PhotoStrip>(*m_pane, "photoStrip");
    strip->setCurrentIndex(m_pane->model()->index(0));
    strip->setFocus();
    QTest::keyClick(strip, Qt::Key_Return);
    ASSERT_NE(viewer(), nullptr);
    EXPECT_TRUE(wordsOf(*viewer()).contains(QStringLiteral("one.jpg")));
    QTest::keyClick(viewer(), Qt::Key_Right);
    EXPECT_TRUE(wordsOf(*viewer()).contains(QStringLiteral("two.jpg")));
    QTest::keyClick(viewer(), Qt::Key_Right);
    EXPECT_TRUE(wordsOf(*viewer()).contains(QStringLiteral("two.jpg"))) << "the last one";
    QTest::keyClick(viewer(), Qt::Key_Escape);
    settle();
    EXPECT_EQ(viewer(), nullptr);
}

TEST_F(EvidencePaneTest, viewer_keepsTheKeyboardAndGivesItBack)
{
    attach({photo("one.jpg")});
    auto *strip = part<PhotoStrip>(*m_pane, "photoStrip");
    strip->setCurrentIndex(m_pane->model()->index(0));
    strip->setFocus();
    QTest::keyClick(strip, Qt::Key_Return);
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        ASSERT_TRUE(viewer()->isAncestorOf(QApplication::focusWidget())) << i;
    }
    QKeyEvent escape(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
    escape.ignore();
    QCoreApplication::sendEvent(viewer(), &escape);
    EXPECT_TRUE(escape.isAccepted()) << "before a shortcut of the page below";
    click(part<QPushButton>(*viewer(), "closeViewer"));
    settle();
    EXPECT_EQ(QApplication::focusWidget(), strip);
}

TEST_F(EvidencePaneTest, file_isReadOutWithoutAnEmptyPart)
{
    attach({writeFile(m_dir.filePath(QStringLiteral("plan.pdf")), "%PDF-1.7\nsample\n%%EOF\n")});
    ASSERT_EQ(m_pane->model()->rowCount(), 1) << qPrintable(m_errors.join(QLatin1Char(' ')));
    const QString name = m_pane->model()->index(0).data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(name.startsWith(QStringLiteral("plan.pdf, "))) << qPrintable(name);
    EXPECT_FALSE(name.endsWith(QStringLiteral(", "))) << qPrintable(name);
}

TEST_F(EvidencePaneTest, remove_fromTheStripAndFromTheViewer)
{
    attach({photo("one.jpg"), photo("two.jpg", Qt::darkBlue)});
    auto *strip = part<PhotoStrip>(*m_pane, "photoStrip");
    strip->setCurrentIndex(m_pane->model()->index(0));
    QTest::keyClick(strip, Qt::Key_Delete);
    ASSERT_EQ(m_pane->model()->rowCount(), 1);
    EXPECT_EQ(m_pane->model()->index(0).data().toString(), QStringLiteral("two.jpg"));
    Q_EMIT strip->openRequested(0);
    click(part<QPushButton>(*viewer(), "removePhoto"));
    settle();
    EXPECT_EQ(viewer(), nullptr) << "there is nothing left to see";
    EXPECT_TRUE(m_pane->isEmpty());
    EXPECT_EQ(m_errors, QStringList());
}

TEST_F(WorkElsewhere, pictureThatIsBeingRead_keepsThePaneUntilItIs)
{
    showPane();
    m_sealer->shut = true;
    Q_EMIT part<PhotoStrip>(*m_pane, "photoStrip")->openRequested(0);
    waitAtTheGate();
    end(m_pane);
}

TEST_F(WorkElsewhere, copyThatIsBeingMade_isAttachedBeforeItsSessionEnds)
{
    showPane();
    Q_EMIT part<PhotoStrip>(*m_pane, "photoStrip")->openRequested(0);
    click(part<QPushButton>(m_window, "markPhoto"));
    auto *canvas = part<MarksCanvas>(m_window, "marksCanvas");
    ASSERT_TRUE(QTest::qWaitFor([canvas] { return !canvas->image().isNull(); }, 20'000));
    QTest::keyClick(canvas, Qt::Key_Space);
    QTest::keyClick(canvas, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(canvas, Qt::Key_Space);
    auto *save = part<QPushButton>(m_window, "saveMarks");
    ASSERT_TRUE(save->isEnabled());
    m_sealer->shut = true;
    save->click(); // by the mouse, it would have to be laid out and on top by now
    waitAtTheGate();
    m_sealer->gate.release();
    m_pane.reset(); // and everything over it
    EXPECT_EQ(attaching().finish(std::chrono::milliseconds(0)), QStringList()) << "it lies nowhere else";
    m_sealer->gone = true;
    EXPECT_EQ(filesOf(m_draft), 2);
    EXPECT_EQ(m_window.findChild<Overlay *>(), nullptr);
    EXPECT_EQ(m_sealer->late, 0) << "pieces read with a key that is gone";
}

TEST_F(WorkElsewhere, signatureThatIsBeingRead_keepsItsButtonUntilItIs)
{
    evidence(m_draft, "", true, noise());
    auto button = std::make_unique<SignaturesButton>(services(), &m_window);
    present(m_window);
    button->setInspection(m_draft);
    m_sealer->shut = true;
    click(button.get());
    waitAtTheGate();
    end(button);
}

TEST_F(EvidencePaneTest, readOnly_hasNoWayToAddOrRemove)
{
    evidence(m_draft, "C-02", true, bytesOf(samplePicture({300, 200}, Qt::darkGreen)));
    leave(m_pane);
    m_tester.reset();
    show(m_draft, false);
    EXPECT_FALSE(part<QPushButton>(*m_pane, "addFile")->isVisible());
    m_pane->chooseFiles();
    EXPECT_EQ(m_pane->findChild<QFileDialog *>(), nullptr);
    auto *strip = part<PhotoStrip>(*m_pane, "photoStrip");
    strip->setCurrentIndex(m_pane->model()->index(0));
    QTest::keyClick(strip, Qt::Key_Delete);
    EXPECT_EQ(m_pane->model()->rowCount(), 1);
    Q_EMIT strip->openRequested(0);
    EXPECT_FALSE(part<QPushButton>(*viewer(), "removePhoto")->isVisible());
}

TEST_F(EvidencePaneTest, notHere_isAskedForAndShownWhenItCame)
{
    const QImage picture = samplePicture({300, 200}, Qt::darkRed);
    const QByteArray bytes = bytesOf(picture);
    const QString id = evidence(m_draft, "C-02", true, bytes);
    const QString hash = m_records->requireAs<Evidence>(id)->sha256();
    ASSERT_TRUE(contentStoreOf(*m_workspace).remove(hash).ok());
    Q_EMIT m_notifier.manyChanged();
    ASSERT_EQ(m_pane->model()->rowCount(), 1);
    EXPECT_FALSE(m_pane->model()->index(0).data(EvidenceModel::HereRole).toBool());
    Q_EMIT part<PhotoStrip>(*m_pane, "photoStrip")->openRequested(0);
    click(buttonSaying<QPushButton>(*viewer(), QStringLiteral("Fetch it now")));
    EXPECT_EQ(FileRepository(*m_database).list()->size(), 1);
    viewer()->close();

    QByteArray copy = bytes;
    QBuffer source(&copy);
    source.open(QIODevice::ReadOnly);
    ASSERT_TRUE(contentStoreOf(*m_workspace).receive(source, 1 << 20)->keep().ok());
    Q_EMIT m_notifier.fileCame(hash);
    EXPECT_FALSE(thumbnailAt(0).isNull());
}

TEST_F(EvidencePaneTest, feed_movesTheMarkAndKeepsWhatIsChosen)
{
    attach({photo("one.jpg"), photo("two.jpg", Qt::darkBlue)});
    auto *strip = part<PhotoStrip>(*m_pane, "photoStrip");
    strip->setCurrentIndex(m_pane->model()->index(1));
    Record record = m_records->require(Entity::Evidence, m_pane->model()->idAt(1)).value();
    record.rev = 2;
    record.fields.insert(QStringLiteral("received_at"), QStringLiteral("2026-11-24T09:10:00.000Z"));
    ASSERT_TRUE(m_records->putFromServer(record, {}).ok());
    Q_EMIT m_notifier.manyChanged();
    EXPECT_TRUE(m_pane->model()->index(1).data(EvidenceModel::ReceivedRole).toBool());
    EXPECT_FALSE(m_pane->model()->index(0).data(EvidenceModel::ReceivedRole).toBool());
    EXPECT_EQ(strip->currentIndex().row(), 1);
}

} // namespace markaz::ui
