// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The search over everything, as a person at the keyboard meets it.
#include "tests/ui/support/deskfixture.h"

#include "ui/desk.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/searchpopup.h"
#include "ui/widgets/frame/topbar.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QPlainTextEdit>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class SearchTest : public DeskFixture
{
protected:
    std::unique_ptr<MainFrame> m_frame;
    std::unique_ptr<Desk> m_desk;

    void open(const Services &what)
    {
        m_desk.reset();
        leave(m_frame);
        m_frame = std::make_unique<MainFrame>();
        m_frame->resize(1366, 690);
        m_desk = std::make_unique<Desk>(*m_frame, what, QList<OtherAccount>{});
        present(*m_frame);
    }
    void TearDown() override
    {
        m_desk.reset();
        leave(m_frame);
    }
    QLineEdit *field() { return m_frame->topBar()->search(); }
    SearchPopup *popup() { return part<SearchPopup>(*m_frame, "searchPopup"); }
    /// Ctrl+K, the letters, and the moment until they are looked for.
    void search(const QString &text)
    {
        QTest::keyClick(m_frame.get(), Qt::Key_K, Qt::ControlModifier);
        QSignalSpy asked(popup(), &SearchPopup::asked);
        type(field(), text);
        ASSERT_TRUE(asked.count() > 0 || asked.wait());
    }
    /// "[Buildings]", "LHE-0001 Old cinema" ...
    QStringList shown()
    {
        QStringList all;
        const SearchModel *model = popup()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row);
            const QString code = index.data(SearchModel::CodeRole).toString();
            all.append(index.data(SearchModel::HeadRole).toBool() ? QStringLiteral("[%1]").arg(index.data().toString())
                       : code.isEmpty()                           ? index.data().toString()
                                                                  : code + QLatin1Char(' ') + index.data().toString());
        }
        return all;
    }
};

TEST_F(SearchTest, findsRecordsAndCommands_andTheKeyboardOpensThem)
{
    const QString cinema = building("LHE", 1, {{QStringLiteral("name"), QStringLiteral("Old cinema")}});
    building("LHE", 2);
    const QString draft = draftOf(cinema);
    open(services());
    search(QStringLiteral("cinema"));
    EXPECT_TRUE(popup()->isVisible());
    EXPECT_EQ(shown().join(QLatin1Char('|')),
              QString::fromUtf8("[Buildings]|LHE-0001 Old cinema|[Inspections]|LHE-0001 Old cinema|[Commands]|"
                                "All buildings with “cinema”"));
    QTest::keyClick(field(), Qt::Key_Down);
    EXPECT_TRUE(field()->hasFocus()) << "the keyboard stays in the field";
    QTest::keyClick(field(), Qt::Key_Return);
    EXPECT_FALSE(popup()->isVisible());
    EXPECT_EQ(field()->text(), QString());
    ASSERT_EQ(m_frame->current(), QStringLiteral("inspection"));
    EXPECT_EQ(static_cast<InspectionPage *>(m_frame->page(QStringLiteral("inspection")))->inspectionId(), draft);

    search(QStringLiteral("cinema"));
    QTest::keyClick(field(), Qt::Key_Up); // at the top already
    QTest::keyClick(field(), Qt::Key_Return);
    EXPECT_EQ(m_frame->current(), QStringLiteral("buildings"));
    EXPECT_TRUE(wordsOf(*m_frame->page(QStringLiteral("buildings"))).contains(QStringLiteral("Old cinema")));
}

TEST_F(SearchTest, findings_areFoundAndOpened)
{
    const QString house = building("LHE", 1, {{QStringLiteral("name"), QStringLiteral("Old cinema")}});
    put(Entity::Finding, {{QStringLiteral("inspection"), visited(house, "submitted", "refused", "2026-11-01")},
                          {QStringLiteral("building"), house},
                          {QStringLiteral("item"), QStringLiteral("C-02")},
                          {QStringLiteral("severity"), QStringLiteral("critical")},
                          {QStringLiteral("description"), QStringLiteral("The rear exit is locked")},
                          {QStringLiteral("due"), QStringLiteral("2026-12-24")},
                          {QStringLiteral("state"), QStringLiteral("open")},
                          {QStringLiteral("author"), m_inspector},
                          {QStringLiteral("made_at"), QStringLiteral("2026-11-01T09:00:00.000Z")}});
    open(services());
    search(QStringLiteral("c-02"));
    EXPECT_EQ(shown().mid(0, 2).join(QLatin1Char('|')), QStringLiteral("[Findings]|LHE-0001 Old cinema"));
    EXPECT_EQ(popup()->model()->index(1).data(SearchModel::DetailRole).toString(),
              QStringLiteral("C-02, Critical, Open"));
    QTest::keyClick(field(), Qt::Key_Return);
    EXPECT_EQ(m_frame->current(), QStringLiteral("findings"));
    EXPECT_TRUE(
        wordsOf(*m_frame->page(QStringLiteral("findings"))).contains(QStringLiteral("The rear exit is locked")));
}

TEST_F(SearchTest, theLastLine_filtersTheTable)
{
    building("LHE", 1, {{QStringLiteral("name"), QStringLiteral("Old cinema")}});
    building("LHE", 2);
    open(services());
    search(QStringLiteral("cinema"));
    QListView *view = popup()->view();
    const QModelIndex last = view->model()->index(view->model()->rowCount() - 1, 0);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(last).center());
    EXPECT_EQ(m_frame->current(), QStringLiteral("buildings"));
    EXPECT_EQ(part<QTableView>(*m_frame, "buildingsTable")->model()->rowCount(), 1);
}

TEST_F(SearchTest, commands_areFoundByTheirWords)
{
    open(services());
    search(QStringLiteral("sync n"));
    EXPECT_TRUE(shown().contains(QStringLiteral("Sync now")));
    EXPECT_FALSE(shown().contains(QStringLiteral("Lock now")));
    QTest::keyClick(field(), Qt::Key_Return); // what was named comes before every building that has these letters
    EXPECT_EQ(m_sync.asked, 1);
}

TEST_F(SearchTest, escapeAndLeaving_closeIt)
{
    building("LHE", 1);
    open(services());
    search(QStringLiteral("LHE"));
    QTest::keyClick(field(), Qt::Key_Escape);
    EXPECT_FALSE(popup()->isVisible());
    search(QStringLiteral("LHE"));
    m_frame->setFocus();
    EXPECT_FALSE(popup()->isVisible());
    search(QStringLiteral("no such letters"));
    EXPECT_TRUE(popup()->isVisible());
}

TEST_F(SearchTest, escape_closesTheListAndNotThePage)
{
    const QString draft = draftOf(building("LHE", 1));
    open(services());
    m_desk->openVisit({}, draft);
    QWidget *page = m_frame->page(QStringLiteral("visit"));
    auto *note = part<QPlainTextEdit>(*page, "visitNote");
    note->setFocus();
    field()->setFocus(Qt::ShortcutFocusReason);
    search(QStringLiteral("LHE"));
    QTest::keyClick(field(), Qt::Key_Escape);
    EXPECT_FALSE(popup()->isVisible());
    auto *back = buttonSaying(*page, QStringLiteral("Back"));
    EXPECT_FALSE(back->isDown()) << "the page's own Escape was not meant";
    EXPECT_TRUE(note->hasFocus()) << "who wrote there writes on";
    QTest::keyClick(note, Qt::Key_Escape);
    EXPECT_TRUE(back->isDown()) << "and now it is";
}

TEST_F(SearchTest, enterOnWhatStandsThere_looksAgain)
{
    building("LHE", 1);
    open(services());
    search(QStringLiteral("LHE"));
    m_frame->setFocus();
    ASSERT_FALSE(popup()->isVisible());
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_Return);
    EXPECT_EQ(m_frame->current(), QStringLiteral("buildings"));
}

TEST_F(SearchTest, everyEntryOfTheRail_isACommand)
{
    open(services());
    search(QStringLiteral("go to"));
    for (const QString &id : m_frame->entries())
        EXPECT_TRUE(shown().contains(QStringLiteral("Go to %1").arg(m_frame->titleOf(id)))) << qPrintable(id);
    EXPECT_TRUE(shown().contains(QStringLiteral("Go to Findings")));
}

TEST_F(SearchTest, whatIsClosedToReading_isNotFound)
{
    building("LHE", 1);
    Services closed = services();
    closed.reading = Reading::TooLongAlone;
    open(closed);
    search(QStringLiteral("LHE"));
    EXPECT_EQ(shown(), QStringList());
    EXPECT_TRUE(wordsOf(*popup()).contains(QStringLiteral("Nothing on this laptop has these letters.")));
}

TEST_F(SearchTest, anAdministrator_findsNoRecordsButCommands)
{
    building("LHE", 1);
    Actor admin = m_admin;
    open(services(admin));
    search(QStringLiteral("LHE"));
    EXPECT_EQ(shown(), QStringList());
    field()->clear();
    search(QStringLiteral("go to"));
    EXPECT_TRUE(shown().contains(QStringLiteral("Go to Accounts"))) << qPrintable(shown().join(QLatin1Char('|')));
}

TEST_F(SearchTest, theModel_keepsItsPromises)
{
    SearchModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    SearchHit hit;
    hit.id = QStringLiteral("a");
    SearchHit owner = hit;
    owner.entity = Entity::Owner;
    model.setFound({hit, hit, owner}, {{QStringLiteral("Sync now"), {}, [] {}, false}});
    ASSERT_EQ(model.rowCount(), 7);
    EXPECT_EQ(model.hitAt(model.index(0)), nullptr);
    EXPECT_EQ(model.hitAt(model.index(4))->entity, Entity::Owner);
    EXPECT_NE(model.commandAt(model.index(6)), nullptr);
    model.setFound({}, {});
    EXPECT_FALSE(model.firstEntry().isValid());
}

} // namespace
} // namespace markaz::ui
