// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is entered in the sheet that assigns comes back behind a lock, a change of language or a kill.
#include "tests/ui/support/assignmentsfixture.h"

#include "ui/desk.h"
#include "ui/models/workloadmodel.h"
#include "ui/pages/assignments/assignmentspage.h"
#include "ui/pages/assignments/assignsheet.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QTableView>
#include <QToolButton>

#include <gtest/gtest.h>

#include <functional>

namespace markaz::ui {
namespace {

using namespace test;

class AssignKept : public AssignmentsFixture
{
protected:
    const QString m_second = m_colleague.accountId;
    QString m_house;
    std::unique_ptr<MainFrame> m_frame;
    std::unique_ptr<Desk> m_desk;

    void SetUp() override
    {
        AssignmentsFixture::SetUp();
        inspector(m_inspector, "Sample Amna");
        inspector(m_second, "Sample Bilal");
        m_house = building("LHE", 1);
        open();
    }
    void open()
    {
        close();
        m_frame = std::make_unique<MainFrame>();
        m_desk = std::make_unique<Desk>(*m_frame, services(m_chief), QList<OtherAccount>{});
        m_frame->resize(1366, 690);
        present(*m_frame);
    }
    void close()
    {
        m_desk.reset();
        leave(m_frame);
    }
    void TearDown() override { close(); }
    AssignSheet *sheet() { return m_frame->findChild<AssignSheet *>(); }
    QString chosen()
    {
        const auto *table = part<QTableView>(*sheet(), "assignInspectors");
        return table->selectionModel()->selectedRows().value(0).data(WorkloadModel::IdRole).toString();
    }
    void enter(const QString &inspector)
    {
        auto *table = part<QTableView>(*sheet(), "assignInspectors");
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QModelIndex index = table->model()->index(row, 0);
            if (index.data(WorkloadModel::IdRole).toString() == inspector)
                QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
        }
        enterWords();
    }
    void enterWords()
    {
        auto *words = part<QPlainTextEdit>(*sheet(), "assignInstructions");
        words->setFocus();
        QTest::keyClicks(words, QStringLiteral("The caretaker has the key"));
    }
    /// The sheet that changes \p assignment.
    void openChange(const QString &assignment)
    {
        open();
        m_frame->showPage(QStringLiteral("assignments"));
        static_cast<AssignmentsPage *>(m_frame->page(QStringLiteral("assignments")))->showAssignment(assignment);
        click(part<QPushButton>(*m_frame, "changeAssignment"));
        ASSERT_NE(sheet(), nullptr);
    }
    /// Behind a lock, with what came from the server meanwhile.
    QJsonObject lockedWhile(const std::function<void()> &comes)
    {
        QJsonObject kept = m_desk->unfinished();
        close();
        comes();
        open();
        m_desk->resume(kept);
        return kept;
    }
    void change(const QString &assignment, const QJsonObject &fields)
    {
        put(Entity::Assignment, with(fieldsOf(Entity::Assignment, assignment), fields), assignment);
    }
    QString said() { return plain(messagesOf(*m_frame)); }
};

TEST_F(AssignKept, aNewAssignment_comesBackAsItWasTyped)
{
    m_frame->showPage(QStringLiteral("buildings"));
    auto *page = static_cast<BuildingsPage *>(m_frame->page(QStringLiteral("buildings")));
    page->showBuilding(m_house);
    page->assign();
    ASSERT_NE(sheet(), nullptr);
    enter(m_second);
    auto *kind = part<QComboBox>(*sheet(), "assignKind");
    kind->setCurrentIndex(kind->findData(QStringLiteral("surveillance")));
    part<DateField>(*sheet(), "assignDue")->setDate(QDate(2026, 12, 15));
    const QJsonObject kept = m_desk->unfinished();
    open();
    m_desk->resume(kept);
    ASSERT_NE(sheet(), nullptr);
    EXPECT_EQ(m_frame->current(), QStringLiteral("buildings"));
    EXPECT_EQ(chosen(), m_second);
    EXPECT_EQ(part<QPlainTextEdit>(*sheet(), "assignInstructions")->toPlainText(),
              QStringLiteral("The caretaker has the key"));
    EXPECT_EQ(part<QComboBox>(*sheet(), "assignKind")->currentData().toString(), QStringLiteral("surveillance"));
    EXPECT_EQ(part<DateField>(*sheet(), "assignDue")->date(), QDate(2026, 12, 15));
    click(part<QPushButton>(*sheet(), "saveAssign"));
    settle();
    EXPECT_EQ(sheet(), nullptr);
    EXPECT_EQ(text(Entity::Assignment, owed().last().change.id, "instructions"),
              QStringLiteral("The caretaker has the key"));
    EXPECT_FALSE(m_desk->unfinished().contains(QStringLiteral("assign")));
}

TEST_F(AssignKept, aChange_comesBackAtItsAssignment)
{
    const QString there = assignment(m_house, "open", {{QStringLiteral("due"), QStringLiteral("2026-12-01")}});
    open();
    m_frame->showPage(QStringLiteral("assignments"));
    static_cast<AssignmentsPage *>(m_frame->page(QStringLiteral("assignments")))->showAssignment(there);
    click(part<QPushButton>(*m_frame, "changeAssignment"));
    ASSERT_NE(sheet(), nullptr);
    enter(m_second);
    const QJsonObject kept = m_desk->unfinished();
    open();
    m_desk->resume(kept);
    ASSERT_NE(sheet(), nullptr);
    EXPECT_EQ(m_frame->current(), QStringLiteral("assignments"));
    EXPECT_EQ(chosen(), m_second);
    click(part<QPushButton>(*sheet(), "saveAssign"));
    settle();
    EXPECT_EQ(text(Entity::Assignment, there, "inspector"), m_second);
    EXPECT_EQ(text(Entity::Assignment, there, "instructions"), QStringLiteral("The caretaker has the key"));
}

TEST_F(AssignKept, aChange_leavesWhatAColleagueChangedMeanwhile)
{
    const QString there = assignment(m_house, "open", {{QStringLiteral("due"), QStringLiteral("2026-12-01")}});
    openChange(there);
    enterWords();
    lockedWhile([&] {
        change(there, {{QStringLiteral("due"), QStringLiteral("2026-12-05")}, {QStringLiteral("inspector"), m_second}});
    });
    ASSERT_NE(sheet(), nullptr);
    EXPECT_TRUE(said().contains(QStringLiteral("What you were typing is back."))) << qPrintable(said());
    EXPECT_EQ(part<DateField>(*sheet(), "assignDue")->date(), QDate(2026, 12, 5)) << "nobody entered another";
    EXPECT_EQ(chosen(), m_second);
    click(part<QPushButton>(*sheet(), "saveAssign"));
    settle();
    EXPECT_EQ(text(Entity::Assignment, there, "instructions"), QStringLiteral("The caretaker has the key"));
    EXPECT_EQ(text(Entity::Assignment, there, "due"), QStringLiteral("2026-12-05"));
    EXPECT_EQ(text(Entity::Assignment, there, "inspector"), m_second);
    EXPECT_EQ(owed().last().change.fields.keys(), QStringList{QStringLiteral("instructions")});
}

TEST_F(AssignKept, aChange_isOneOfWhatWasOnShow_alsoBehindASecondLock)
{
    const QString there = assignment(m_house, "open", {{QStringLiteral("due"), QStringLiteral("2026-12-01")}});
    openChange(there);
    part<DateField>(*sheet(), "assignDue")->setDate(QDate(2026, 12, 10));
    lockedWhile([&] { change(there, {{QStringLiteral("due"), QStringLiteral("2026-12-05")}}); });
    ASSERT_NE(sheet(), nullptr);
    lockedWhile([&] { change(there, {{QStringLiteral("inspector"), m_second}}); });
    ASSERT_NE(sheet(), nullptr);
    click(part<QPushButton>(*sheet(), "saveAssign"));
    settle();
    const auto fields = owed().last().change.fields;
    ASSERT_EQ(fields.keys(), QStringList{QStringLiteral("due")});
    EXPECT_EQ(fields.value(QStringLiteral("due")).before.toString(), QStringLiteral("2026-12-01"));
    EXPECT_EQ(fields.value(QStringLiteral("due")).after.toString(), QStringLiteral("2026-12-10"));
}

TEST_F(AssignKept, aChangeOfOneThatIsClosedMeanwhile_isSaidToBeOver)
{
    const QString there = assignment(m_house, "open", {{QStringLiteral("due"), QStringLiteral("2026-12-01")}});
    openChange(there);
    enterWords();
    lockedWhile([&] {
        change(there, {{QStringLiteral("state"), QStringLiteral("cancelled")},
                       {QStringLiteral("state_reason"), QStringLiteral("The mill is gone")}});
    });
    EXPECT_EQ(sheet(), nullptr);
    EXPECT_FALSE(said().contains(QStringLiteral("What you were typing is back."))) << qPrintable(said());
    EXPECT_TRUE(said().contains(QStringLiteral("was closed meanwhile"))) << qPrintable(said());
    EXPECT_TRUE(said().contains(QStringLiteral("The caretaker has the key"))) << "his words, to be used elsewhere";
    EXPECT_EQ(m_frame->current(), QStringLiteral("assignments"));
    EXPECT_FALSE(m_desk->unfinished().contains(QStringLiteral("assign"))) << "it is over";
}

TEST_F(AssignKept, wordsForWhatIsOver_areShownUntilTheirMessageIsClosed)
{
    const QString there = assignment(m_house, "open", {{QStringLiteral("due"), QStringLiteral("2026-12-01")}});
    openChange(there);
    enterWords();
    lockedWhile([&] { change(there, {{QStringLiteral("state"), QStringLiteral("cancelled")}}); });
    m_frame->showPage(QStringLiteral("buildings"));
    lockedWhile([] {});
    EXPECT_TRUE(said().contains(QStringLiteral("was closed meanwhile"))) << qPrintable(said());
    EXPECT_TRUE(said().contains(QStringLiteral("The caretaker has the key"))) << qPrintable(said());
    EXPECT_EQ(m_frame->current(), QStringLiteral("buildings")) << "where the officer went";
    const MessageBar *bar = m_frame->messages()->bar(QStringLiteral("assignLost"));
    ASSERT_NE(bar, nullptr);
    click(bar->findChild<QToolButton *>());
    lockedWhile([] {});
    EXPECT_FALSE(said().contains(QStringLiteral("The caretaker has the key"))) << qPrintable(said());
}

TEST_F(AssignKept, aChangeOfOneThatIsGone_isSaidToBeOver)
{
    const QString there = assignment(m_house, "open", {{QStringLiteral("due"), QStringLiteral("2026-12-01")}});
    openChange(there);
    enterWords();
    lockedWhile([&] {
        ASSERT_TRUE(m_database->run(QStringLiteral("UPDATE assignment SET deleted = 1 WHERE id = ?"), {there}).ok());
    });
    EXPECT_EQ(sheet(), nullptr);
    EXPECT_FALSE(said().contains(QStringLiteral("What you were typing is back."))) << qPrintable(said());
    EXPECT_TRUE(said().contains(QStringLiteral("is not on this laptop any more"))) << qPrintable(said());
    EXPECT_TRUE(said().contains(QStringLiteral("The caretaker has the key")));
    EXPECT_FALSE(m_desk->unfinished().contains(QStringLiteral("assign")));
}

TEST_F(AssignKept, aChangeThatCannotBeShownNow_isKept)
{
    const QString there = assignment(m_house, "open", {{QStringLiteral("due"), QStringLiteral("2026-12-01")}});
    openChange(there);
    enterWords();
    const QJsonObject kept = lockedWhile(
        [&] { ASSERT_TRUE(m_database->run(QStringLiteral("ALTER TABLE assignment RENAME TO away")).ok()); });
    EXPECT_EQ(sheet(), nullptr);
    EXPECT_FALSE(said().contains(QStringLiteral("What you were typing is back."))) << qPrintable(said());
    EXPECT_TRUE(said().contains(QStringLiteral("What you were typing is kept."))) << qPrintable(said());
    const QJsonObject still = m_desk->unfinished();
    EXPECT_EQ(still.value(QStringLiteral("assign")), kept.value(QStringLiteral("assign")));
    ASSERT_TRUE(m_database->run(QStringLiteral("ALTER TABLE away RENAME TO assignment")).ok());
    open();
    m_desk->resume(still);
    ASSERT_NE(sheet(), nullptr);
    EXPECT_EQ(part<QPlainTextEdit>(*sheet(), "assignInstructions")->toPlainText(),
              QStringLiteral("The caretaker has the key"));
}

} // namespace
} // namespace markaz::ui
