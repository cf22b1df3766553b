// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A returned inspection and its revision, beside each other.
#include "tests/ui/support/deskfixture.h"

#include "core/workflow/evidence.h"
#include "core/workflow/findings.h"
#include "core/workflow/reviews.h"
#include "ui/desk.h"
#include "ui/models/reviewmodel.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/widgets/answers/itemrow.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QBuffer>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class RevisionTest : public DeskFixture
{
protected:
    void SetUp() override
    {
        DeskFixture::SetUp();
        m_sent = submitted(visitedBuilding());
        ASSERT_TRUE(ReviewInspection(*m_workspace)
                        .run(m_chief, m_sent, QStringLiteral("return"), QStringLiteral("Look at the exits again"),
                             {{QStringLiteral("C-02"), QStringLiteral("Which exit is this?")}})
                        .ok());
        const auto next = StartInspection(*m_workspace, m_standards).reopen(m_me, m_sent);
        ASSERT_TRUE(next.ok());
        m_next = next->id();
        m_frame = std::make_unique<MainFrame>();
        m_frame->resize(1366, 768);
        m_desk = std::make_unique<Desk>(*m_frame, services(m_me), QList<OtherAccount>{});
        present(*m_frame);
        m_desk->openInspection(m_next);
        at("C-02");
    }
    void TearDown() override
    {
        m_desk.reset();
        leave(m_frame);
    }
    InspectionPage *page() { return part<InspectionPage>(*m_frame, "inspectionPage"); }
    void at(const char *code)
    {
        page()->goToItem(QLatin1String(code));
        settle();
    }
    void key(int key)
    {
        QTest::keyClick(page(), static_cast<Qt::Key>(key));
        settle();
    }
    QString rowWords(const char *code)
    {
        for (ItemRow *row : page()->findChildren<ItemRow *>()) {
            if (row->code() == QLatin1String(code) && row->isVisible())
                return wordsOf(*row);
        }
        return {};
    }
    QAbstractButton *changedFilter()
    {
        for (auto *control : page()->findChildren<SegmentedControl *>()) {
            if (QAbstractButton *button = control->button(QStringLiteral("changed")))
                return button;
        }
        return nullptr;
    }

    QString m_sent;
    QString m_next;
    std::unique_ptr<MainFrame> m_frame;
    std::unique_ptr<Desk> m_desk;
};

TEST_F(RevisionTest, itsItems_haveTheReviewersWordsAndSayWhatWasChanged)
{
    EXPECT_TRUE(rowWords("C-02").contains(QString::fromUtf8("The reviewer: “Which exit is this?”")));
    EXPECT_FALSE(rowWords("C-02").contains(QStringLiteral("Changed since it was returned")));
    EXPECT_EQ(changedFilter()->text(), QStringLiteral("Changed 0"));
    key(Qt::Key_N);
    EXPECT_TRUE(rowWords("C-02").contains(QStringLiteral("Changed since it was returned")));
    EXPECT_EQ(changedFilter()->text(), QStringLiteral("Changed 1"));
    EXPECT_TRUE(part<QLabel>(*page(), "lastTime")->text().startsWith(QStringLiteral("Yes"))) << "what was returned";

    click(changedFilter());
    EXPECT_FALSE(rowWords("C-02").isEmpty());
    EXPECT_TRUE(rowWords("C-03").isEmpty()) << "that one says what it said";
    key(Qt::Key_Y);
    EXPECT_EQ(changedFilter()->text(), QStringLiteral("Changed 0")) << "given again it is the same answer";
}

TEST_F(RevisionTest, saysWhatItIs_andWhatTheReviewerAskedFor)
{
    EXPECT_TRUE(wordsOf(*page()).contains(QStringLiteral("revision 2")));
    EXPECT_TRUE(messagesOf(*page()).contains(QString::fromUtf8("The reviewer: “Look at the exits again”")));
    click(part<QPushButton>(*page(), "otherRevision"));
    EXPECT_FALSE(messagesOf(*page()).contains(QString::fromUtf8("The reviewer: “Look at the exits again”")));
    EXPECT_TRUE(messagesOf(*page()).contains(QStringLiteral("Look at the exits again"))) << "why it was returned";
    EXPECT_FALSE(wordsOf(*page()).contains(QStringLiteral("revision")));
}

TEST_F(RevisionTest, aFileThatIsAddedNow_isAChange)
{
    EXPECT_EQ(changedFilter()->text(), QStringLiteral("Changed 0"));
    attached(m_next, QStringLiteral("C-02"), "photo");
    Q_EMIT m_notifier.manyChanged();
    settle();
    EXPECT_EQ(changedFilter()->text(), QStringLiteral("Changed 1"));
    EXPECT_TRUE(rowWords("C-02").contains(QStringLiteral("Changed since it was returned")));
    EXPECT_FALSE(rowWords("C-03").contains(QStringLiteral("Changed since it was returned")));

    ASSERT_TRUE(submitting().run(m_me, m_next, QStringLiteral("done")).ok());
    const ReviewModel review(services(m_chief), m_next);
    EXPECT_EQ(review.countOf(ReviewModel::Show::Differences), 1);
    const int row = review.rowOf(QStringLiteral("C-02"));
    EXPECT_EQ(review.index(row, ReviewModel::ChangeColumn).data().toString(), QStringLiteral("New file"));
}

TEST_F(RevisionTest, aFindingThatWasBegun_isNamedBeforeItIsHandedIn)
{
    key(Qt::Key_N);
    click(part<QPushButton>(*page(), "raiseFinding"));
    type(part<QPlainTextEdit>(*page(), "findingDescription"), QStringLiteral("Locked"));
    click(part<QPushButton>(*page(), "reviewAndSubmit"));
    settle();
    ASSERT_EQ(m_frame->current(), QStringLiteral("submit"));
    const QString words = wordsOf(*m_frame->page(QStringLiteral("submit")));
    EXPECT_TRUE(words.contains(QStringLiteral("A finding was begun and not raised"))) << qPrintable(words);
    for (QPushButton *button : m_frame->page(QStringLiteral("submit"))->findChildren<QPushButton *>()) {
        if (button->accessibleName() == QLatin1String("Go to C-02")) // files are asked for at others
            click(button);
    }
    settle();
    ASSERT_EQ(page()->currentItem(), QStringLiteral("C-02"));
    click(part<QPushButton>(*page(), "findingSave"));
    click(part<QPushButton>(*page(), "reviewAndSubmit"));
    settle();
    EXPECT_FALSE(wordsOf(*m_frame->page(QStringLiteral("submit"))).contains(QStringLiteral("was begun")));
}

TEST_F(RevisionTest, aChangeOfAFindingThatWasBegun_isNamedToo)
{
    const auto finding = RaiseFinding(*m_workspace, m_standards)
                             .run(m_me, m_next, QStringLiteral("C-02"),
                                  {Severity::Major, QStringLiteral("Locked"), {}, QDate(2027, 1, 1)});
    ASSERT_TRUE(finding.ok()) << qPrintable(finding.error().detail);
    settle();
    click(part<QPushButton>(*page(), "changeFinding"));
    type(part<QPlainTextEdit>(*page(), "findingDescription"), QStringLiteral("Chained and "));
    click(part<QPushButton>(*page(), "reviewAndSubmit"));
    settle();
    const auto words = [this] { return wordsOf(*m_frame->page(QStringLiteral("submit"))); };
    EXPECT_TRUE(words().contains(QStringLiteral("A change of a finding was begun and not saved")))
        << qPrintable(words());
    for (QPushButton *button : m_frame->page(QStringLiteral("submit"))->findChildren<QPushButton *>()) {
        if (button->accessibleName() == QLatin1String("Go to C-02"))
            click(button);
    }
    settle();
    ASSERT_EQ(page()->currentItem(), QStringLiteral("C-02"));
    click(part<QPushButton>(*page(), "findingSave"));
    click(part<QPushButton>(*page(), "reviewAndSubmit"));
    settle();
    EXPECT_FALSE(words().contains(QStringLiteral("was begun")));
}

TEST_F(RevisionTest, whatIsTypedOfAFinding_isInSight_alsoWhereTheItemWasMended)
{
    key(Qt::Key_N);
    click(part<QPushButton>(*page(), "raiseFinding"));
    auto *words = part<QPlainTextEdit>(*page(), "findingDescription");
    type(words, QStringLiteral("Locked"));
    at("C-05");
    EXPECT_FALSE(words->isVisible());
    ASSERT_TRUE(answering().run(m_me, m_next, QStringLiteral("C-02"), Answer::ofValue(QStringLiteral("yes"))).ok());
    at("C-02");
    EXPECT_TRUE(words->isVisible()) << "or nothing would lead to what the review names";
    EXPECT_EQ(words->toPlainText(), QStringLiteral("Locked"));
}

TEST_F(RevisionTest, aFileThatIsTakenBack_isNoChangeAnyMore)
{
    QImage picture(640, 480, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    QBuffer bytes;
    bytes.open(QIODevice::ReadWrite);
    ASSERT_TRUE(picture.save(&bytes, "JPG") && bytes.seek(0));
    auto checked = checkContent(contentStoreOf(*m_workspace), bytes, QStringLiteral("exit.jpg"), {});
    ASSERT_TRUE(checked.ok()) << qPrintable(checked.error().detail);
    ASSERT_TRUE(attaching().attach(m_me, {m_next, QStringLiteral("C-02")}, std::move(checked).value()).ok());
    settle();
    EXPECT_EQ(changedFilter()->text(), QStringLiteral("Changed 1"));
    click(changedFilter());
    EXPECT_FALSE(rowWords("C-02").isEmpty());
    QTest::keyClick(page(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    EXPECT_EQ(changedFilter()->text(), QStringLiteral("Changed 0"));
    EXPECT_FALSE(rowWords("C-02").contains(QStringLiteral("Changed since it was returned")));
}

/// 1024 pixels, and a laptop of 1366 at 125 %.
TEST_F(RevisionTest, itsPageFits_intoANarrowWindow)
{
    EXPECT_LE(m_frame->minimumSizeHint().width(), 1024);
    m_frame->resize(1024, 700);
    settle();
    EXPECT_TRUE(test::showsWhole(*m_frame));
    at("C-03"); // a number, its unit and its instrument
    const ItemRow *row = rowFor(*page(), "C-03");
    const QWidget *viewport = row->parentWidget()->parentWidget();
    // What is wider than the pane can be reached.
    const auto *area = qobject_cast<const QScrollArea *>(viewport->parentWidget());
    ASSERT_NE(area, nullptr);
    const auto *instrument = row->findChild<QComboBox *>();
    ASSERT_NE(instrument, nullptr);
    area->horizontalScrollBar()->setValue(area->horizontalScrollBar()->maximum());
    EXPECT_TRUE(viewport->rect().contains(
        QRect(instrument->mapTo(viewport, QPoint()), instrument->size()).adjusted(0, 0, 0, -instrument->height() / 2)))
        << "its whole width is in sight";
    m_desk.reset();
    leave(m_frame);
    const ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    m_frame = std::make_unique<MainFrame>();
    m_desk = std::make_unique<Desk>(*m_frame, services(m_me), QList<OtherAccount>{});
    present(*m_frame);
    m_desk->openInspection(m_next);
    settle();
    EXPECT_LE(m_frame->minimumSizeHint().width(), 1024);
    EXPECT_LE(m_frame->minimumSizeHint().height(), 700);
    m_frame->resize(1024, 700);
    settle();
    EXPECT_TRUE(test::showsWhole(*m_frame));
}

TEST_F(RevisionTest, theReturnedOne_isReadBesideIt)
{
    click(part<QPushButton>(*page(), "otherRevision"));
    EXPECT_EQ(page()->inspectionId(), m_sent);
    at("C-02");
    EXPECT_FALSE(page()->model()->editable());
    EXPECT_EQ(changedFilter(), nullptr) << "it revises nothing";
    click(part<QPushButton>(*page(), "otherRevision"));
    EXPECT_EQ(page()->inspectionId(), m_next);
    EXPECT_TRUE(page()->model()->editable());
}

} // namespace
} // namespace markaz::ui
