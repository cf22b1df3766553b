// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are under way while the person goes on: to another item, to another page, away.
#include "tests/ui/evidence/evidencefixture.h"

#include "ui/desk.h"
#include "ui/mainwindow.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/inspection/submitpage.h"
#include "ui/pages/work/visitpage.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/frame/mainframe.h"

#include <QClipboard>
#include <QFile>
#include <QPointer>
#include <QSemaphore>

#include <utility>

namespace markaz::ui {
namespace {

using namespace test;

class AttachQueueTest : public EvidenceFixture
{
protected:
    void TearDown() override
    {
        if (m_held)
            m_gate.release();
        leave(m_page);
        leave(m_visit);
        QGuiApplication::clipboard()->clear();
    }
    /// The page at an item, and what it has for the item's files.
    EvidencePane &at(const char *item)
    {
        m_page = std::make_unique<InspectionPage>(services());
        m_page->resize(1366, 640);
        present(*m_page);
        m_page->open(m_draft);
        m_page->goToItem(QLatin1String(item));
        return paneOf(item);
    }
    EvidencePane &paneOf(const char *item)
    {
        auto *pane = rowFor(*m_page, item)->findChild<EvidencePane *>();
        if (pane == nullptr)
            qFatal("no files at %s", item);
        return *pane;
    }
    VisitPage &visit(const QString &draft)
    {
        m_visit = std::make_unique<VisitPage>(services());
        m_visit->resize(1366, 640);
        present(*m_visit);
        m_visit->open(draft, true);
        settle();
        return *m_visit;
    }
    QString broken() { return writeFile(m_dir.filePath(QStringLiteral("page.jpg")), "<html>sample</html>"); }
    /// What comes now is checked when untilDone() lets it.
    void hold()
    {
        m_held = true;
        attaching().add(m_me, {m_draft, QStringLiteral("A-02")}, QStringLiteral("gate"),
                        AttachQueue::Original::Elsewhere, [this](const ContentStore &) -> Result<CheckedFile> {
                            m_gate.acquire();
                            return makeError(ErrorCode::Internal, QStringLiteral("a gate"));
                        });
    }
    void untilDone()
    {
        if (std::exchange(m_held, false))
            m_gate.release();
        ASSERT_TRUE(QTest::qWaitFor([this] { return attaching().pending() == 0; }, 20'000));
        settle();
    }
    bool exists(const QString &inspection) { return m_records->find(Entity::Inspection, inspection)->has_value(); }

    QSemaphore m_gate;
    bool m_held = false;
    std::unique_ptr<InspectionPage> m_page;
    std::unique_ptr<VisitPage> m_visit;
};

} // namespace

TEST_F(AttachQueueTest, rowThatGoesWhileItsPhotoIsChecked_hasItAllTheSame)
{
    const QPointer<EvidencePane> pane = &at("C-02");
    QGuiApplication::clipboard()->setImage(samplePicture({640, 480}, Qt::darkMagenta)); // nowhere else
    hold();
    QTest::keyClick(m_page.get(), Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(pane->isBusy());
    m_page->goToItem(QStringLiteral("A-01")); // as by F, a section or a filter
    settle();
    ASSERT_TRUE(pane.isNull()) << "its row has gone, and waited for nothing";
    EXPECT_EQ(filesOf(m_draft), 0);
    untilDone();
    EXPECT_EQ(EvidenceList(*m_workspace).of(m_draft, QStringLiteral("C-02"))->size(), 1);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("The file is not on the server yet")))
        << qPrintable(wordsOf(*m_page));
}

TEST_F(AttachQueueTest, rowThatComesBack_showsWhatIsStillUnderWay)
{
    EvidencePane &first = at("C-02");
    hold();
    first.attach({photo("one.jpg")});
    m_page->goToItem(QStringLiteral("A-01"));
    settle();
    m_page->goToItem(QStringLiteral("C-02"));
    EvidencePane &again = paneOf("C-02");
    EXPECT_TRUE(again.isBusy());
    EXPECT_TRUE(wordsOf(again).contains(QStringLiteral("Checking"))) << qPrintable(wordsOf(again));
    untilDone();
    EXPECT_EQ(again.model()->rowCount(), 1);
    EXPECT_FALSE(wordsOf(again).contains(QStringLiteral("Checking")));
}

TEST_F(AttachQueueTest, failureOfWhatWasLeft_isToldWhereThePersonIs)
{
    MainWindow window;
    MainFrame *frame = window.frame();
    Desk desk(*frame, services(), {});
    window.resize(1366, 690);
    present(window);
    desk.openInspection(m_draft);
    auto *page = window.findChild<InspectionPage *>();
    page->goToItem(QStringLiteral("C-02"));
    auto *pane = rowFor(*page, "C-02")->findChild<EvidencePane *>();
    ASSERT_NE(pane, nullptr);
    pane->attach({broken(), photo("good.jpg")});
    frame->showPage(QStringLiteral("sync"));
    untilDone();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !messagesOf(window).isEmpty(); }));
    const QString said = messagesOf(window);
    for (const char *words : {"C-02", "1 of 2 files", "page.jpg", "not what its name says"})
        EXPECT_TRUE(said.contains(QLatin1String(words))) << words << ": " << qPrintable(said);
    EXPECT_EQ(filesOf(m_draft), 1);
}

TEST_F(AttachQueueTest, visitThatIsLeftWhileItsPhotoIsChecked_waitsForIt)
{
    const QString draft = draftOf(visitedBuilding(2));
    VisitPage &page = visit(draft);
    QSignalSpy left(&page, &VisitPage::backRequested);
    hold();
    page.findChild<EvidencePane *>()->attach({photo("gate.jpg")});
    EXPECT_FALSE(part<QPushButton>(page, "submitVisit")->isEnabled());
    click(buttonSaying(page, QStringLiteral("Back")));
    EXPECT_EQ(left.count(), 0);
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("still being checked"))) << qPrintable(messagesOf(page));
    untilDone();
    EXPECT_EQ(left.count(), 1);
    ASSERT_TRUE(exists(draft)) << "a photo is something";
    EXPECT_EQ(filesOf(draft), 1);
}

TEST_F(AttachQueueTest, visitThatIsLeftForAnotherPage_isKeptAsLongAsItsPhotoMayCome)
{
    const QString kept = draftOf(visitedBuilding(2));
    VisitPage &page = visit(kept);
    hold();
    page.findChild<EvidencePane *>()->attach({photo("gate.jpg")});
    page.hide();
    ASSERT_TRUE(exists(kept));
    untilDone();
    EXPECT_TRUE(exists(kept));
    EXPECT_EQ(filesOf(kept), 1);

    leave(m_visit);
    const QString empty = draftOf(visitedBuilding(3));
    VisitPage &other = visit(empty);
    hold();
    other.findChild<EvidencePane *>()->attach({broken()});
    other.hide();
    ASSERT_TRUE(exists(empty));
    untilDone();
    EXPECT_FALSE(exists(empty)) << "nothing came of it";
    EXPECT_EQ(attaching().takeFailures(AttachPlace{empty, {}}).size(), 1) << "and the desk says so";
}

TEST_F(AttachQueueTest, visitsThatAreLeftOneAfterTheOther_areEachTakenOff)
{
    const QString first = draftOf(visitedBuilding(2));
    const QString second = draftOf(visitedBuilding(3));
    VisitPage &page = visit(first);
    hold();
    page.findChild<EvidencePane *>()->attach({broken()});
    page.hide();
    page.open(second, true);
    page.show();
    page.findChild<EvidencePane *>()->attach({broken()});
    page.hide();
    ASSERT_TRUE(exists(first) && exists(second));
    untilDone();
    EXPECT_FALSE(exists(first));
    EXPECT_FALSE(exists(second));
}

TEST_F(AttachQueueTest, fileOfTheVisitAsAWhole_isNotUndoneWithTheAnswers)
{
    at("C-02");
    attaching().add(m_me, {m_draft, {}}, QStringLiteral("gate.jpg"), AttachQueue::Original::Elsewhere,
                    [path = photo("gate.jpg")](const ContentStore &store) {
                        QFile source(path);
                        source.open(QIODevice::ReadOnly);
                        return checkContent(store, source, QStringLiteral("gate.jpg"), {});
                    });
    untilDone();
    ASSERT_EQ(filesOf(m_draft), 1);
    EXPECT_FALSE(m_page->model()->undoStack()->canUndo()) << "no row of the checklist would show what came of it";
    paneOf("C-02").attach({photo("exit.jpg", Qt::darkBlue)});
    untilDone();
    EXPECT_TRUE(m_page->model()->undoStack()->canUndo());
}

TEST_F(AttachQueueTest, fileThatCameBackUnderAnotherId_isUndoneAllTheWay)
{
    EvidencePane &pane = at("C-02");
    pane.attach({photo("exit.jpg")});
    untilDone();
    const auto there = [this] { return EvidenceList(*m_workspace).of(m_draft, QStringLiteral("C-02")).value(); };
    ASSERT_EQ(there().size(), 1);
    const QString was = there().first().id;
    Q_EMIT part<PhotoStrip>(pane, "photoStrip")->openRequested(0);
    click(part<QPushButton>(*m_page, "removePhoto"));
    settle();
    ASSERT_EQ(there().size(), 0);
    QUndoStack *stack = m_page->model()->undoStack();
    stack->undo(); // the removal
    ASSERT_EQ(there().size(), 1);
    ASSERT_NE(there().first().id, was);
    stack->undo(); // that it was attached
    EXPECT_EQ(there().size(), 0) << qPrintable(messagesOf(*m_page));
    stack->redo();
    EXPECT_EQ(there().size(), 1);
    stack->redo();
    EXPECT_EQ(there().size(), 0) << qPrintable(messagesOf(*m_page));
    EXPECT_EQ(messagesOf(*m_page), QString());
}

TEST_F(AttachQueueTest, visitWhoseLastPhotoIsBroken_staysAndSaysWhy)
{
    const QString draft = draftOf(visitedBuilding(2));
    VisitPage &page = visit(draft);
    QSignalSpy left(&page, &VisitPage::backRequested);
    hold();
    page.findChild<EvidencePane *>()->attach({broken()});
    click(buttonSaying(page, QStringLiteral("Back")));
    untilDone();
    EXPECT_EQ(left.count(), 0);
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("not what its name says"))) << qPrintable(messagesOf(page));
    EXPECT_FALSE(messagesOf(page).contains(QStringLiteral("still being checked")));
    click(buttonSaying(page, QStringLiteral("Back")));
    EXPECT_EQ(left.count(), 1);
    EXPECT_FALSE(exists(draft));
}

TEST_F(AttachQueueTest, submitting_waitsForWhatIsUnderWay)
{
    const QString draft = draftWith(visitedBuilding(2), perfect());
    SubmitPage page(services());
    page.resize(1366, 640);
    present(page);
    page.open(draft);
    part<QAbstractButton>(page, "carriedOut")->click();
    auto *submit = part<QPushButton>(page, "submitInspection");
    ASSERT_TRUE(submit->isEnabled()) << qPrintable(wordsOf(page));
    EvidencePane pane(services());
    pane.showItem(draft, QStringLiteral("C-02"), true);
    hold();
    pane.attach({photo("door.jpg")});
    EXPECT_FALSE(submit->isEnabled());
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("still being checked"))) << qPrintable(wordsOf(page));
    untilDone();
    EXPECT_TRUE(submit->isEnabled());
}

TEST_F(AttachQueueTest, finish_takesWhatIsNowhereElseAndNamesTheRest)
{
    const auto bytes = [](const QColor &colour) {
        return [picture = bytesOf(samplePicture({640, 480}, colour))](const ContentStore &store) {
            QByteArray copy = picture;
            QBuffer source(&copy);
            source.open(QIODevice::ReadOnly);
            return checkContent(store, source, QStringLiteral("camera.jpg"), {});
        };
    };
    const auto file = [](const QString &path) {
        return [path](const ContentStore &store) { return checkFile(store, path); };
    };
    using Original = AttachQueue::Original;
    const AttachPlace door{m_draft, QStringLiteral("C-02")};
    const AttachPlace gate{m_draft, QStringLiteral("C-03")};
    attaching().add(m_me, door, QStringLiteral("one"), Original::Elsewhere, file(photo("one.jpg")));
    attaching().add(m_me, door, QStringLiteral("two"), Original::Elsewhere, file(photo("two.jpg", Qt::darkBlue)));
    attaching().add(m_me, gate, QStringLiteral("broken"), Original::Here, file(broken()));
    attaching().add(m_me, gate, QStringLiteral("three"), Original::Elsewhere, file(photo("three.jpg", Qt::darkRed)));
    attaching().add(m_me, door, QStringLiteral("camera"), Original::Here, bytes(Qt::darkCyan));
    const QStringList late = attaching().finish(std::chrono::milliseconds(0));
    EXPECT_EQ(attaching().pending(), 0);
    EXPECT_EQ(QSet<QString>(late.begin(), late.end()),
              (QSet<QString>{QStringLiteral("two"), QStringLiteral("three"), QStringLiteral("broken")}));
    EXPECT_EQ(EvidenceList(*m_workspace).of(m_draft, QStringLiteral("C-02"))->size(), 2);
    EXPECT_EQ(EvidenceList(*m_workspace).of(m_draft, QStringLiteral("C-03"))->size(), 0);
    EXPECT_TRUE(attaching().takeFailures().isEmpty()) << "they were handed back";
    settle(); // what the other thread posted finds nothing to do

    attaching().add(m_me, door, QStringLiteral("two"), Original::Elsewhere, file(photo("two.jpg", Qt::darkBlue)));
    attaching().add(m_me, gate, QStringLiteral("three"), Original::Elsewhere, file(photo("three.jpg", Qt::darkRed)));
    EXPECT_EQ(attaching().finish(std::chrono::minutes(1)), QStringList());
    EXPECT_EQ(filesOf(m_draft), 4);
}

TEST_F(AttachQueueTest, undo_takesAPhotoOffAndPutsItBack)
{
    EvidencePane &pane = at("C-02");
    QUndoStack *stack = m_page->model()->undoStack();
    pane.attach({photo("one.jpg")});
    untilDone();
    const QString hash = pane.model()->index(0).data(EvidenceModel::HashRole).toString();
    const ContentStore store = contentStoreOf(*m_workspace);
    QTest::keyClick(m_page.get(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(filesOf(m_draft), 0);
    EXPECT_FALSE(wordsOf(*m_page).contains(QStringLiteral("The file is not on the server yet")));
    ASSERT_TRUE(store.remove(hash).ok()); // as the sweep does with what no record names
    QTest::keyClick(m_page.get(), Qt::Key_Y, Qt::ControlModifier);
    ASSERT_EQ(pane.model()->rowCount(), 1);
    EXPECT_TRUE(store.isWhole(hash).value());

    auto *strip = part<PhotoStrip>(pane, "photoStrip");
    strip->setCurrentIndex(pane.model()->index(0));
    QTest::keyClick(strip, Qt::Key_Delete);
    EXPECT_EQ(filesOf(m_draft), 0);
    ASSERT_TRUE(store.remove(hash).ok());
    QTest::keyClick(m_page.get(), Qt::Key_Z, Qt::ControlModifier);
    ASSERT_EQ(pane.model()->rowCount(), 1) << "a removal is taken back";
    EXPECT_EQ(pane.model()->index(0).data().toString(), QStringLiteral("one.jpg"));
    EXPECT_TRUE(store.isWhole(hash).value());
    EXPECT_EQ(m_records->requireAs<Evidence>(pane.model()->idAt(0))->item(), QStringLiteral("C-02"));
    EXPECT_TRUE(messagesOf(*m_page).isEmpty()) << qPrintable(messagesOf(*m_page));
    EXPECT_EQ(stack->count(), 2);
}

TEST_F(AttachQueueTest, redo_thatFails_keepsTheFileForTheNextTry)
{
    EvidencePane &pane = at("C-02");
    const QString path = photo("one.jpg");
    pane.attach({path});
    untilDone();
    QUndoStack *stack = m_page->model()->undoStack();
    stack->undo();
    const ContentStore store = contentStoreOf(*m_workspace);
    auto other = checkFile(store, path);
    ASSERT_TRUE(other.ok());
    const QString sha256 = other->content.sha256();
    const auto inItsPlace =
        AttachEvidence(*m_workspace).run(m_me, m_draft, QStringLiteral("C-02"), std::move(other).value());
    ASSERT_TRUE(inItsPlace.ok());
    stack->redo();
    EXPECT_FALSE(messagesOf(*m_page).isEmpty()) << "the same file is there";
    ASSERT_TRUE(QTest::qWaitFor([&] { return stack->canRedo(); })) << "the step is still to be taken";
    ASSERT_TRUE(RemoveEvidence(*m_workspace).run(m_me, inItsPlace->id()).ok());
    ASSERT_TRUE(store.remove(sha256).ok()); // as a sweep does
    stack->redo();
    EXPECT_EQ(filesOf(m_draft), 1) << qPrintable(messagesOf(*m_page));
    EXPECT_TRUE(store.isWhole(sha256).value());
    stack->undo();
    EXPECT_EQ(filesOf(m_draft), 0) << "it is a step like any other";
}

TEST_F(AttachQueueTest, undo_ofAPhotoAndItsMarkedCopy_putsBothBack)
{
    EvidencePane &pane = at("C-02");
    pane.attach({photo("one.jpg")});
    untilDone();
    QByteArray bytes = bytesOf(samplePicture({600, 450}, Qt::darkRed));
    QBuffer source(&bytes);
    source.open(QIODevice::ReadOnly);
    auto copy = checkContent(contentStoreOf(*m_workspace), source, QStringLiteral("one-marked.jpg"), {});
    ASSERT_TRUE(copy.ok());
    copy->marks = pane.model()->idAt(0);
    ASSERT_TRUE(attaching().attach(m_me, {m_draft, QStringLiteral("C-02")}, std::move(copy).value()).ok());
    ASSERT_EQ(pane.model()->rowCount(), 2);
    QUndoStack *stack = m_page->model()->undoStack();
    stack->undo();
    stack->undo();
    EXPECT_EQ(filesOf(m_draft), 0);
    stack->redo();
    stack->redo();
    ASSERT_EQ(pane.model()->rowCount(), 2) << qPrintable(messagesOf(*m_page));
    EXPECT_TRUE(pane.model()->index(1).data(EvidenceModel::MarkedRole).toBool());
}

TEST_F(AttachQueueTest, visit_offersToPutARemovedPhotoBack)
{
    const QString draft = draftOf(visitedBuilding(2));
    VisitPage &page = visit(draft);
    auto *pane = page.findChild<EvidencePane *>();
    pane->attach({photo("gate.jpg")});
    untilDone();
    auto *strip = part<PhotoStrip>(*pane, "photoStrip");
    strip->setCurrentIndex(pane->model()->index(0));
    QTest::keyClick(strip, Qt::Key_Delete);
    EXPECT_EQ(filesOf(draft), 0);
    click(buttonSaying<QPushButton>(page, QStringLiteral("Put it back")));
    EXPECT_EQ(filesOf(draft), 1);
    EXPECT_FALSE(messagesOf(page).contains(QStringLiteral("removed")));
}

/// What the person sees of the files of a returned revision.
TEST_F(AttachQueueTest, nextRevision_showsTheFilesOfTheOneBefore)
{
    const QString first = submitted(visitedBuilding(2));
    evidence(first, "C-02", true, bytesOf(samplePicture({400, 300}, Qt::darkGreen)));
    ASSERT_TRUE(ReviewInspection(*m_workspace)
                    .run(m_chief, first, QStringLiteral("return"), QStringLiteral("look again"), {})
                    .ok());
    const auto next = StartInspection(*m_workspace, m_standards).reopen(m_me, first);
    ASSERT_TRUE(next.ok()) << qPrintable(next.error().detail);
    m_draft = next->id();
    EvidencePane &pane = at("C-02");
    ASSERT_EQ(pane.model()->rowCount(), 1);
    const QModelIndex earlier = pane.model()->index(0);
    EXPECT_TRUE(earlier.data(EvidenceModel::FactsRole).toString().contains(QStringLiteral("from revision 1")));
    auto *strip = part<PhotoStrip>(pane, "photoStrip");
    strip->setCurrentIndex(earlier);
    QTest::keyClick(strip, Qt::Key_Delete);
    EXPECT_EQ(pane.model()->rowCount(), 1) << "it is what was handed in";
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("earlier revision"))) << qPrintable(messagesOf(*m_page));
    Q_EMIT strip->openRequested(0);
    EXPECT_FALSE(part<QPushButton>(*m_page->window(), "removePhoto")->isVisible());
    EXPECT_FALSE(part<QPushButton>(*m_page->window(), "markPhoto")->isVisible());
    click(part<QPushButton>(*m_page->window(), "closeViewer"));
    pane.attach({photo("new.jpg", Qt::darkRed)});
    untilDone();
    EXPECT_EQ(pane.model()->rowCount(), 2);
    EXPECT_EQ(pane.model()->index(1).data(EvidenceModel::EarlierRole).toInt(), 0);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("1 of 2 files on the server")))
        << qPrintable(wordsOf(*m_page));
}

} // namespace markaz::ui
