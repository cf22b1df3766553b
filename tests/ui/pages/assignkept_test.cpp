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

#include <QComboBox>
#include <QPlainTextEdit>
#include <QTableView>

#include <gtest/gtest.h>

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
        auto *words = part<QPlainTextEdit>(*sheet(), "assignInstructions");
        words->setFocus();
        QTest::keyClicks(words, QStringLiteral("The caretaker has the key"));
    }
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

} // namespace
} // namespace markaz::ui
