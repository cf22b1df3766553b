// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Terms that two officers entered, settled by a third value that is typed; and a loan that Ctrl+K finds.
#include "tests/ui/loans/loansfixture.h"

#include "ui/pages/sync/syncpage.h"
#include "ui/widgets/frame/searchpopup.h"
#include "ui/widgets/frame/topbar.h"

#include <QSignalSpy>

namespace markaz::ui {
namespace {

using namespace test;

class LoansConflict : public LoansFixture
{
protected:
    std::unique_ptr<SyncPage> m_page;
    QString m_id;

    /// Of a loan that was applied for at KIBOR 12.25 % + 3 %.
    void about(const QJsonObject &fields)
    {
        m_id = loan(home(1), "applied");
        put(Entity::Conflict, {{QStringLiteral("entity"), QStringLiteral("loan")},
                               {QStringLiteral("record"), m_id},
                               {QStringLiteral("author"), m_officer},
                               {QStringLiteral("op_id"), m_ids.next()},
                               {QStringLiteral("made_at"), QStringLiteral("2026-11-24T08:00:00.000Z")},
                               {QStringLiteral("fields"), fields},
                               {QStringLiteral("state"), QStringLiteral("open")}});
        m_page = std::make_unique<SyncPage>(services(m_chief));
        m_page->resize(1366, 640);
        m_page->choose(QStringLiteral("conflicts"));
        present(*m_page);
    }
    static QJsonObject sides(const QJsonValue &base, const QJsonValue &server, const QJsonValue &client)
    {
        return {{QStringLiteral("base"), base}, {QStringLiteral("server"), server}, {QStringLiteral("client"), client}};
    }
    void TearDown() override { leave(m_page); }
    QLineEdit *line(const char *field) { return part<QWidget>(*m_page, field)->findChild<QLineEdit *>(); }
};

TEST_F(LoansConflict, markUp_isTypedInPercent)
{
    about({{QStringLiteral("spread_bp"), sides(250, 300, 275)}});
    EXPECT_TRUE(part<QWidget>(*m_page, "mine.markup")->accessibleName().contains(QStringLiteral("2.75 %")));
    fillIn(line("field.spread_bp"), QStringLiteral("3.5"));
    EXPECT_TRUE(part<QAbstractButton>(*m_page, "other.markup")->isChecked()) << "typing chooses it";
    click(part<QPushButton>(*m_page, "settleConflict"));
    EXPECT_EQ(owed().size(), 2) << "the loan and the conflict: " << qPrintable(messagesOf(*m_page));
    EXPECT_EQ(stored(m_id).spreadBp(), 350);
    EXPECT_EQ(stored(m_id).kiborBp(), 1'225) << "what nobody contests stays";
}

TEST_F(LoansConflict, markUpThatCannotBe_isRefusedAtItsField)
{
    about({{QStringLiteral("spread_bp"), sides(250, 300, 275)}});
    fillIn(line("field.spread_bp"), QStringLiteral("99"));
    click(part<QPushButton>(*m_page, "settleConflict"));
    EXPECT_EQ(owed().size(), 0) << "with KIBOR it is more than 100 %";
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("more than 100 %"))) << qPrintable(messagesOf(*m_page));
    EXPECT_EQ(stored(m_id).spreadBp(), 300);
}

TEST_F(LoansConflict, anotherKindOfMarkUp_takesAllOfIt)
{
    about({{QStringLiteral("markup_bp"), sides({}, {}, 1'500)},
           {QStringLiteral("spread_bp"), sides(250, 300, {})},
           {QStringLiteral("kibor_bp"), sides(1'225, 1'225, {})}});
    fillIn(line("field.markup_bp"), QStringLiteral("15.75"));
    click(part<QPushButton>(*m_page, "settleConflict"));
    EXPECT_EQ(stored(m_id).markupBp(), 1'575) << qPrintable(messagesOf(*m_page));
    EXPECT_FALSE(stored(m_id).spreadBp().has_value());
    EXPECT_FALSE(stored(m_id).kiborBp().has_value());
}

using LoansSearch = LoansDesk;

TEST_F(LoansSearch, loanIsFoundByItsBank_andOpened)
{
    const QString id = loan(home(1, "Old hall"), "applied", {{QStringLiteral("bank"), QStringLiteral("Canal Bank")}});
    loan(home(2), "applied");
    open(m_chief);
    m_frame->showPage(QStringLiteral("buildings"));
    QLineEdit *field = m_frame->topBar()->search();
    auto *popup = part<SearchPopup>(*m_frame, "searchPopup");
    QTest::keyClick(m_frame.get(), Qt::Key_K, Qt::ControlModifier);
    QSignalSpy asked(popup, &SearchPopup::asked);
    type(field, QStringLiteral("canal bank"));
    ASSERT_TRUE(asked.count() > 0 || asked.wait());
    const SearchModel *model = popup->model();
    EXPECT_EQ(model->index(0).data().toString(), QStringLiteral("Loans"));
    EXPECT_EQ(model->index(1).data(SearchModel::CodeRole).toString(), QStringLiteral("LHE-0001"));
    EXPECT_EQ(model->index(1).data(SearchModel::DetailRole).toString(), QStringLiteral("Canal Bank, Applied for"));
    QTest::keyClick(field, Qt::Key_Return);
    settle();
    EXPECT_EQ(m_frame->current(), QStringLiteral("loan"));
    EXPECT_EQ(detail()->loanId(), id);
}

} // namespace
} // namespace markaz::ui
