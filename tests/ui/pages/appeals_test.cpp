// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Open appeals where officers see them, and what the server did not take.
#include "tests/ui/support/appealsfixture.h"

#include "core/workflow/rejections.h"
#include "ui/desk.h"
#include "ui/models/appealsmodel.h"
#include "ui/pages/appeals/appealspage.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/pages/sync/syncpage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/frame/raildelegate.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class AppealsPageTest : public AppealsFixture
{
protected:
    std::unique_ptr<MainFrame> m_frame;
    std::unique_ptr<Desk> m_desk;

    void open(const Actor &actor)
    {
        m_desk.reset();
        leave(m_frame);
        m_frame = std::make_unique<MainFrame>();
        m_frame->resize(1366, 690);
        m_desk = std::make_unique<Desk>(*m_frame, services(actor), QList<OtherAccount>{});
        present(*m_frame);
        if (page() != nullptr)
            m_frame->showPage(QStringLiteral("appeals"));
        settle();
    }
    void TearDown() override
    {
        m_desk.reset();
        leave(m_frame);
    }
    QWidget *page() { return m_frame->page(QStringLiteral("appeals")); }
    QTableView *table() { return part<QTableView>(*page(), "appealsTable"); }
    QString cellAt(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    QStringList column(int which)
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            all.append(cellAt(row, which));
        return all;
    }
    int counter()
    {
        const QAbstractItemModel *entries = m_frame->rail()->view()->model();
        for (int row = 0; row < entries->rowCount(); ++row) {
            if (entries->index(row, 0).data(RailIdRole).toString() == QLatin1String("appeals"))
                return entries->index(row, 0).data(RailCounterRole).toInt();
        }
        return -1;
    }
};

TEST_F(AppealsPageTest, listsWhatIsOpen_withWhoDecides_andCountsTheOwnTurn)
{
    account(m_other, "sample.other", "Sample Other Officer", "officer");
    appealOn(paper(1, "suspended", m_other, "Old mill"), "20");
    appealOn(paper(2, "revoked", m_officer, "New hall"), "22");
    paper(3, "suspended", m_other);
    open(m_chief);
    EXPECT_EQ(column(AppealsModel::Number),
              (QStringList{QStringLiteral("PK-2026-000001"), QStringLiteral("PK-2026-000002")}));
    EXPECT_EQ(cellAt(0, AppealsModel::Building), QStringLiteral("LHE-0001, Old mill, Lahore"));
    EXPECT_EQ(column(AppealsModel::Against), (QStringList{QStringLiteral("Suspended"), QStringLiteral("Revoked")}));
    EXPECT_EQ(cellAt(0, AppealsModel::Reason), QStringLiteral("The exits are open again."));
    EXPECT_EQ(cellAt(0, AppealsModel::Recorded), QStringLiteral("20 Nov 2026"));
    EXPECT_TRUE(table()
                    ->model()
                    ->index(0, AppealsModel::Recorded)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("Sample Other Officer")));
    EXPECT_EQ(column(AppealsModel::Turn),
              (QStringList{QStringLiteral("You"), QStringLiteral("Another officer, not you")}));
    EXPECT_TRUE(wordsOf(*page()).contains(QStringLiteral("2 of 2 open appeals")));
    EXPECT_EQ(counter(), 1) << "the one that waits for this officer";
    QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    open(m_auditor);
    EXPECT_EQ(column(AppealsModel::Turn), (QStringList{QStringLiteral("An officer"), QStringLiteral("An officer")}));
    EXPECT_EQ(counter(), 0) << "an auditor looks on";
    open(m_me);
    EXPECT_EQ(page(), nullptr) << "decisions are not an inspector's to see";
}

TEST_F(AppealsPageTest, searchAndFilters_chooseAmongThem)
{
    appealOn(paper(1, "suspended", m_other, "Old mill"), "20");
    appealOn(paper(2, "revoked", m_officer, "New hall"), "21");
    appealOn(paper(3, "revoked", m_other, "Cold store", "FSD"), "22");
    decide(paper(4, "suspended", m_other, "Clock tower"), "appeal");
    open(m_chief);
    auto *filter = page()->findChild<FilterBar *>();
    const auto found = [&](const char *typed) {
        filter->field()->setText(QString::fromUtf8(typed));
        return column(AppealsModel::Number).join(QLatin1Char(' ')).remove(QStringLiteral("PK-2026-00000"));
    };
    EXPECT_EQ(found("cold"), QStringLiteral("3"));
    EXPECT_EQ(found("lhe-0002"), QStringLiteral("2"));
    EXPECT_EQ(found("000001"), QStringLiteral("1"));
    EXPECT_EQ(found("faisalabad"), QStringLiteral("3"));
    EXPECT_EQ(found("فیصل آباد"), QStringLiteral("3")) << "by its name in Urdu";
    EXPECT_EQ(found(""), QStringLiteral("1 2 3 4"));
    const auto chosen = [&](const char *chip, const char *option) {
        auto *one = part<FilterChip>(*page(), chip);
        one->setChosen({QLatin1String(option)});
        Q_EMIT one->chosenChanged(one->chosen());
        QString numbers = column(AppealsModel::Number).join(QLatin1Char(' ')).remove(QStringLiteral("PK-2026-00000"));
        one->clear();
        return numbers;
    };
    EXPECT_EQ(chosen("appealsAgainst", "revoked"), QStringLiteral("2 3"));
    EXPECT_EQ(chosen("appealsTurn", "yours"), QStringLiteral("1 3"));
    EXPECT_EQ(chosen("appealsTurn", "another"), QStringLiteral("2"));
    EXPECT_EQ(chosen("appealsTurn", "waits"), QStringLiteral("4"));
    EXPECT_EQ(found("Karachi"), QString());
    click(buttonSaying(*page(), QStringLiteral("Clear the filters")));
    EXPECT_EQ(table()->model()->rowCount(), 4);
}

TEST_F(AppealsPageTest, enter_opensTheCertificate_andWhatIsDecidedThereIsSeen)
{
    const QString paperId = paper(1, "suspended", m_other);
    appealOn(paperId, "20");
    open(m_chief);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    EXPECT_EQ(m_frame->current(), QStringLiteral("certificate"));
    auto *certificatePage = static_cast<CertificatePage *>(m_frame->page(QStringLiteral("certificate")));
    EXPECT_EQ(certificatePage->certificateId(), paperId);
    part<QLineEdit>(*certificatePage, "decisionReason")->setText(QStringLiteral("Seen on site."));
    click(part<QPushButton>(*certificatePage, "allow_appealCertificate"));
    EXPECT_EQ(counter(), 0) << "it is decided here";
    Q_EMIT certificatePage->backRequested();
    EXPECT_EQ(m_frame->current(), QStringLiteral("appeals"));
    EXPECT_EQ(column(AppealsModel::Turn), QStringList{QStringLiteral("Your decision is not sent yet")});
}

TEST_F(AppealsPageTest, whatTheServerDidNotTake_isNamedHereAndOnSync_andLeadsToTheCertificate)
{
    const QString paperId = paper(1, "suspended", m_other);
    appealOn(paperId, "20");
    decide(paperId, "allow_appeal");
    open(m_chief);
    EXPECT_FALSE(messagesOf(*page()).contains(QStringLiteral("did not take")));
    reject("not_allowed", "officer", "the appeal is against this officer's own decision");
    EXPECT_TRUE(messagesOf(*page()).contains(
        QStringLiteral("The server did not take a decision about a certificate: Allow the appeal, LHE-0001.")))
        << qPrintable(messagesOf(*page()));
    click(buttonSaying(*page(), QStringLiteral("Go to Sync")));
    ASSERT_EQ(m_frame->current(), QStringLiteral("sync"));
    auto *sync = static_cast<SyncPage *>(m_frame->page(QStringLiteral("sync")));
    sync->choose(QStringLiteral("rejected"));
    EXPECT_TRUE(wordsOf(*sync).contains(QStringLiteral("Allow the appeal"))) << qPrintable(wordsOf(*sync));
    EXPECT_TRUE(messagesOf(*sync).contains(QStringLiteral("The appeal is against your own decision")))
        << qPrintable(messagesOf(*sync));
    click(buttonSaying(*sync, QStringLiteral("Open the record")));
    EXPECT_EQ(m_frame->current(), QStringLiteral("certificate"));
    EXPECT_EQ(static_cast<CertificatePage *>(m_frame->page(QStringLiteral("certificate")))->certificateId(), paperId);
}

TEST_F(AppealsPageTest, eachRefusalOfADecision_hasItsWords)
{
    struct Case
    {
        const char *state;
        bool open;
        const char *kind;
        const char *code;
        const char *field;
        const char *words;
    };
    const Case cases[] = {
        {"suspended", true, "dismiss_appeal", "wrong_state", "kind", "No appeal is open on the server"},
        {"suspended", true, "allow_appeal", "exists", "certificate", "certified anew meanwhile"},
        {"suspended", false, "appeal", "exists", "certificate", "An appeal is open on the server already"},
        {"suspended", false, "reinstate", "exists", "certificate", "certified anew meanwhile"},
        {"issued", false, "revoke", "wrong_state", "kind", "The certificate is in another state by now"}};
    int number = 0;
    for (const Case &one : cases) {
        const QString paperId = paper(++number, one.state, m_other);
        if (one.open)
            appealOn(paperId, "20");
        decide(paperId, one.kind);
        reject(one.code, one.field, "words for experts");
        open(m_chief);
        m_frame->showPage(QStringLiteral("sync"));
        auto *sync = static_cast<SyncPage *>(m_frame->page(QStringLiteral("sync")));
        sync->choose(QStringLiteral("rejected"));
        settle();
        EXPECT_TRUE(messagesOf(*sync).contains(QLatin1String(one.words)))
            << one.kind << ' ' << one.code << ": " << qPrintable(messagesOf(*sync));
        ASSERT_TRUE(RejectedChanges(*m_workspace).giveUp(m_chief, owed().last().position).ok());
    }
}

TEST_F(AppealsPageTest, withoutAppeals_thePageSaysWhereTheyComeFrom)
{
    paper(1, "suspended", m_other);
    open(m_chief);
    EXPECT_TRUE(wordsOf(*page()).contains(QStringLiteral("No appeal is open."))) << qPrintable(wordsOf(*page()));
    EXPECT_EQ(counter(), 0);
}

} // namespace
} // namespace markaz::ui
