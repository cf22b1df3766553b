// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// An officer merges a building into another one on the page, and takes that back.
#include "core/workflow/mergebuildings.h"
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/gallery.h"

#include "ui/desk.h"
#include "ui/models/buildingsmodel.h"
#include "ui/pages/buildings/buildingdetail.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/buildings/mergesheet.h"
#include "ui/text/sentences.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/frame/mainframe.h"

#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class MergeFixture : public DeskFixture
{
protected:
    std::unique_ptr<BuildingsPage> m_page;
    QString m_mill;
    QString m_once;

    void SetUp() override
    {
        DeskFixture::SetUp();
        const auto at = [](int latitude, const char *name) {
            return QJsonObject{{QStringLiteral("name"), QLatin1String(name)},
                               {QStringLiteral("latitude_e6"), latitude},
                               {QStringLiteral("longitude_e6"), 74'350'000}};
        };
        m_mill = building("LHE", 1, at(31'500'000, "Old textile mill"));
        m_once = building("LHE", 2, at(31'500'360, "Old Textile Mill"));
        building("LHE", 3, at(31'600'000, "Sample cinema"));
    }
    void TearDown() override { leave(m_page); }
    void open(const Actor &who)
    {
        leave(m_page);
        m_page = std::make_unique<BuildingsPage>(services(who));
        m_page->resize(1366, 690);
        present(*m_page);
    }
    QStringList codes()
    {
        QStringList all;
        const auto *model = part<QTableView>(*m_page, "buildingsTable")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            all.append(model->index(row, BuildingsModel::Code).data().toString());
        return all;
    }
    BuildingDetail *detail() { return m_page->findChild<BuildingDetail *>(); }
    QPushButton *button(const char *name) { return part<QPushButton>(*m_page, name); }
    MergeSheet *sheet() { return m_page->window()->findChild<MergeSheet *>(); }
    void openSheet(const QString &id)
    {
        m_page->showBuilding(id);
        click(button("mergeBuilding"));
        ASSERT_NE(sheet(), nullptr);
    }
    bool says(const QString &words) { return plain(wordsOf(*detail())).contains(words); }
};

TEST_F(MergeFixture, merging_showsTheLikeOnesSaysWhatHappensAndAsksWhy)
{
    visited(m_once, "accepted", "eligible", "2026-11-20");
    open(m_chief);
    openSheet(m_once);
    auto *list = part<EntryList>(*sheet(), "mergeList");
    auto *save = part<QPushButton>(*sheet(), "saveMerge");
    ASSERT_EQ(list->count(), 1) << "the cinema is neither near nor named alike";
    EXPECT_TRUE(list->model()
                    ->index(0, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("40 m away, name 100 % alike")))
        << qPrintable(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString());
    list->choose(m_mill);
    const QString words = part<QLabel>(*sheet(), "mergeWhat")->text();
    EXPECT_TRUE(words.contains(QStringLiteral("LHE-0001")) && words.contains(QStringLiteral("can be taken back")));
    EXPECT_FALSE(save->isEnabled()) << "without a reason";
    part<QPlainTextEdit>(*sheet(), "mergeReason")->setPlainText(QStringLiteral("One gate"));
    ASSERT_TRUE(save->isEnabled());
    click(save);
    settle();
    EXPECT_EQ(sheet(), nullptr);
    EXPECT_EQ(text(Entity::Building, m_once, "merged_into"), m_mill);
    EXPECT_EQ(codes(), (QStringList{QStringLiteral("LHE-0001"), QStringLiteral("LHE-0003")}));
    EXPECT_TRUE(says(QStringLiteral("Merged because: One gate")));
    EXPECT_FALSE(button("editBuilding")->isVisible());

    // The other one shows what belonged to both, and leads there and back.
    click(button(qPrintable(QStringLiteral("show.") + m_mill)));
    settle();
    EXPECT_TRUE(detail()->findChild<QTabWidget *>()->tabText(2).contains(QLatin1Char('1')));
    click(button(qPrintable(QStringLiteral("show.") + m_once)));
    settle();
    EXPECT_EQ(part<QPushButton>(*m_page, "mergeBuilding")->text(), QStringLiteral("Take the merge back…"));
    m_page->setSearch(QStringLiteral("LHE-0002"));
    ASSERT_EQ(codes(), QStringList{QStringLiteral("LHE-0002")});
    EXPECT_EQ(
        part<QTableView>(*m_page, "buildingsTable")->model()->index(0, BuildingsModel::StageColumn).data().toString(),
        QStringLiteral("Merged into LHE-0001"));
    const auto counted = [this] { return plain(wordsOf(*m_page)); };
    EXPECT_TRUE(counted().contains(QStringLiteral("1 building, merged into another one")))
        << "it is none of the two that there are";
    m_page->setSearch(QStringLiteral("LHE-0003"));
    settle();
    EXPECT_TRUE(counted().contains(QStringLiteral("1 of 2 buildings")));
}

TEST_F(MergeFixture, searching_findsAnyOther_andWhatStandsInTheWayIsSaid)
{
    const QString away = building("KHI", 1, {{QStringLiteral("name"), QStringLiteral("Harbour office")}});
    Actor both = m_chief;
    both.provinces.append(markaz::test::cityOf("KHI").province);
    open(both);
    openSheet(m_once);
    auto *list = part<EntryList>(*sheet(), "mergeList");
    fillIn(part<QLineEdit>(*sheet(), "mergeSearch"), QStringLiteral("cinema"));
    ASSERT_EQ(list->count(), 1);
    fillIn(part<QLineEdit>(*sheet(), "mergeSearch"), QStringLiteral("harbour"));
    ASSERT_EQ(list->count(), 1);
    list->choose(away);
    EXPECT_TRUE(messagesOf(*sheet()).contains(QStringLiteral("lies in another province")))
        << qPrintable(messagesOf(*sheet()));
    part<QPlainTextEdit>(*sheet(), "mergeReason")->setPlainText(QStringLiteral("One gate"));
    EXPECT_FALSE(part<QPushButton>(*sheet(), "saveMerge")->isEnabled());
    fillIn(part<QLineEdit>(*sheet(), "mergeSearch"), QStringLiteral("nothing like it"));
    EXPECT_EQ(list->count(), 0);
    EXPECT_EQ(messagesOf(*sheet()), QString());
    EXPECT_FALSE(part<QPushButton>(*sheet(), "saveMerge")->isEnabled());
    QTest::keyClick(sheet(), Qt::Key_Escape); // asks: a reason is typed
    click(part<QPushButton>(*sheet(), "cancelMerge"));
    settle();
    EXPECT_EQ(sheet(), nullptr);
    EXPECT_TRUE(owed().isEmpty());
}

TEST_F(MergeFixture, aReasonThatIsTyped_isNotThrownAwayUnasked)
{
    open(m_chief);
    openSheet(m_once);
    auto *reason = part<QPlainTextEdit>(*sheet(), "mergeReason");
    reason->setPlainText(QStringLiteral("One gate, as the deed of 1998 says"));
    QTest::keyClick(sheet(), Qt::Key_Escape);
    settle();
    ASSERT_NE(sheet(), nullptr);
    EXPECT_TRUE(wordsOf(*sheet()).contains(QStringLiteral("not saved")));
    click(part<QPushButton>(*sheet(), "keepMerging"));
    EXPECT_FALSE(reason->toPlainText().isEmpty());
    click(part<QPushButton>(*sheet(), "cancelMerge"));
    settle();
    ASSERT_NE(sheet(), nullptr) << "asked first";
    click(part<QPushButton>(*sheet(), "cancelMerge"));
    settle();
    EXPECT_EQ(sheet(), nullptr);
    openSheet(m_once);
    click(part<QPushButton>(*sheet(), "cancelMerge"));
    settle();
    EXPECT_EQ(sheet(), nullptr) << "nothing was typed";
}

TEST_F(MergeFixture, whatCannotBeReadOrShown_isSaid)
{
    for (int number = 4; number < 26; ++number)
        building("LHE", number, {{QStringLiteral("name"), QStringLiteral("Bazaar shop")}});
    open(m_chief);
    openSheet(m_once);
    fillIn(part<QLineEdit>(*sheet(), "mergeSearch"), QStringLiteral("bazaar"));
    EXPECT_EQ(part<EntryList>(*sheet(), "mergeList")->count(), 20);
    EXPECT_TRUE(wordsOf(*sheet()).contains(QStringLiteral("The first 20 of 22 buildings")))
        << qPrintable(wordsOf(*sheet()));
    ASSERT_TRUE(m_database->run(QStringLiteral("ALTER TABLE building RENAME TO building_away")).ok());
    fillIn(part<QLineEdit>(*sheet(), "mergeSearch"), QStringLiteral("mill"));
    EXPECT_FALSE(messagesOf(*sheet()).isEmpty());
    EXPECT_EQ(part<EntryList>(*sheet(), "mergeList")->count(), 0) << "what was found before is not what is searched";
    EXPECT_FALSE(part<QPushButton>(*sheet(), "saveMerge")->isEnabled());
    click(part<QPushButton>(*sheet(), "cancelMerge"));
    settle();
    auto *gone = new MergeSheet(services(m_chief), m_once, m_page.get());
    EXPECT_TRUE(gone->isVisible());
    EXPECT_FALSE(messagesOf(*gone).isEmpty()) << "it does not go without a word";
    click(buttonSaying(*gone, QStringLiteral("Close")));
    settle();
    EXPECT_EQ(sheet(), nullptr);
}

TEST_F(MergeFixture, takingBack_makesItABuildingOfItsOwnAgain)
{
    ASSERT_TRUE(MergeBuildings(*m_workspace, markaz::test::gazetteer())
                    .run(m_chief, m_once, m_mill, QStringLiteral("One gate"))
                    .ok());
    open(m_chief);
    openSheet(m_once);
    EXPECT_EQ(sheet()->findChild<EntryList *>(), nullptr);
    auto *reason = part<QPlainTextEdit>(*sheet(), "mergeReason");
    reason->setPlainText(QStringLiteral("One gate"));
    click(part<QPushButton>(*sheet(), "saveMerge"));
    EXPECT_TRUE(messagesOf(*sheet()).contains(QStringLiteral("in your own words"))) << qPrintable(messagesOf(*sheet()));
    reason->setPlainText(QStringLiteral("Two gates"));
    click(part<QPushButton>(*sheet(), "saveMerge"));
    settle();
    EXPECT_EQ(codes().size(), 3);
    EXPECT_TRUE(button("editBuilding")->isVisible());
    EXPECT_TRUE(says(QStringLiteral("Merge taken back because: Two gates")));
}

TEST_F(MergeFixture, wayToAMergedBuilding_leavesTheFilterAlone)
{
    ASSERT_TRUE(MergeBuildings(*m_workspace, markaz::test::gazetteer())
                    .run(m_chief, m_once, m_mill, QStringLiteral("One gate"))
                    .ok());
    open(m_chief);
    m_page->setSearch(QStringLiteral("LHE-0001"));
    ASSERT_EQ(codes(), QStringList{QStringLiteral("LHE-0001")});
    m_page->showBuilding(m_mill);
    click(button(qPrintable(QStringLiteral("show.") + m_once)));
    settle();
    EXPECT_TRUE(says(QStringLiteral("LHE-0002")));
    EXPECT_EQ(codes(), QStringList{QStringLiteral("LHE-0001")}) << "no list without a filter would have it either";
}

TEST_F(MergeFixture, otherBuildingThatIsNotHere_isSaid)
{
    const QString away = QStringLiteral("01900000-0000-7000-8000-0000000000ff");
    const QString lone =
        building("LHE", 4,
                 {{QStringLiteral("merged_into"), away}, {QStringLiteral("merge_reason"), QStringLiteral("One gate")}});
    open(m_chief);
    m_page->showBuilding(lone);
    EXPECT_EQ(detail()->findChild<QPushButton *>(QStringLiteral("show.") + away), nullptr);
    const auto found = m_records->requireAs<Building>(away);
    ASSERT_FALSE(found.ok());
    EXPECT_TRUE(says(plain(sentences::of(found.error()).plain())));
}

TEST_F(MergeFixture, onlyAnOfficer_isOfferedIt)
{
    for (const Actor &who : {m_me, m_auditor}) {
        open(who);
        m_page->showBuilding(m_once);
        EXPECT_FALSE(button("mergeBuilding")->isVisible());
    }
}

class MergeGallery : public MergeFixture, public testing::WithParamInterface<Look>
{
};

TEST_P(MergeGallery, sheet_isWhole)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    MainWindow window;
    MainFrame *frame = window.frame();
    Desk desk(*frame, services(m_chief), {});
    window.resize(1366, 690);
    present(window);
    frame->showPage(QStringLiteral("buildings"));
    auto *page = static_cast<BuildingsPage *>(frame->page(QStringLiteral("buildings")));
    page->showBuilding(m_once);
    click(part<QPushButton>(*page, "mergeBuilding"));
    auto *shown = window.findChild<MergeSheet *>();
    ASSERT_NE(shown, nullptr);
    part<EntryList>(*shown, "mergeList")->choose(m_mill);
    part<QPlainTextEdit>(*shown, "mergeReason")->setPlainText(QStringLiteral("One gate, one owner"));
    checkPicture(window, QStringLiteral("building-merge"), name);
}

INSTANTIATE_TEST_SUITE_P(Themes, MergeGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui
