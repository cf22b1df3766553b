// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What an officer decides, with its reason: who may, what it stands beside, and where it is read afterwards.
#include "tests/ui/support/deskfixture.h"

#include "core/workflow/decisionlist.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/inspection/inspectionreport.h"
#include "ui/pages/review/reviewpage.h"

#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class DecisionPages : public DeskFixture
{
protected:
    std::unique_ptr<ReviewPage> m_review;
    std::unique_ptr<CertificatePage> m_paper;

    void SetUp() override
    {
        DeskFixture::SetUp();
        account(m_inspector, "sample.inspector", "Sample Inspector", "inspector");
        account(m_officer, "sample.officer", "Sample Officer", "officer");
    }
    void TearDown() override
    {
        leave(m_review);
        leave(m_paper);
    }
    void review(const QString &id, const Actor &actor)
    {
        leave(m_review);
        m_review = std::make_unique<ReviewPage>(services(actor));
        m_review->resize(1366, 640);
        present(*m_review);
        m_review->open(id);
        settle();
    }
    void certify(const QString &id, const Actor &actor)
    {
        leave(m_paper);
        m_paper = std::make_unique<CertificatePage>(services(actor));
        m_paper->resize(1366, 640);
        present(*m_paper);
        m_paper->openForInspection(id);
        settle();
    }
    void decided(const QString &id, const char *decision, const QString &reason, const QJsonObject &comments = {})
    {
        ASSERT_TRUE(ReviewInspection(*m_workspace).run(m_chief, id, QLatin1String(decision), reason, comments).ok());
    }
    QString accepted(int number = 1)
    {
        QString id = submitted(visitedBuilding(number));
        decided(id, "accept", QStringLiteral("As seen"));
        return id;
    }
    /// What a sync brings of an inspection.
    void bring(const QString &id, const char *state)
    {
        auto record = *m_records->require(Entity::Inspection, id);
        record.fields.insert(QStringLiteral("state"), QLatin1String(state));
        put(Entity::Inspection, record.fields, id);
        Q_EMIT m_notifier.manyChanged();
        settle();
    }
    QPushButton *button(QWidget &page, const char *name) { return part<QPushButton>(page, name); }
    QString reviewWords() { return plain(wordsOf(*m_review)); }
    QString paperWords() { return plain(wordsOf(*m_paper)); }
    QString listed() { return plain(wordsOf(*part<QWidget>(*m_paper, "decisionList"))); }
};

TEST_F(DecisionPages, acceptingAndRejecting_areAskedTwice_andTypingOnForgetsIt)
{
    const QString id = submitted(visitedBuilding());
    review(id, m_chief);
    auto *reason = part<QLineEdit>(*m_review, "reviewReason");
    QTest::keyClicks(reason, QStringLiteral("As seen"));
    for (const auto &[action, stay, other] : {std::tuple{"acceptInspection", "doNotAccept", "rejectInspection"},
                                              {"rejectInspection", "doNotReject", "acceptInspection"}}) {
        SCOPED_TRACE(action);
        EXPECT_FALSE(button(*m_review, stay)->isVisible());
        click(button(*m_review, action));
        EXPECT_TRUE(button(*m_review, stay)->hasFocus()) << "a hasty Enter changes nothing";
        EXPECT_TRUE(reviewWords().contains(QStringLiteral("Nothing takes that back."))) << qPrintable(reviewWords());
        EXPECT_FALSE(button(*m_review, other)->isVisible());
        EXPECT_FALSE(button(*m_review, "returnInspection")->isVisible());
        EXPECT_TRUE(reason->isVisible()) << "what is asked about can be read";
        EXPECT_FALSE(m_review->unfinished().isEmpty()); // the desk looks what is being typed, each half second
        EXPECT_TRUE(button(*m_review, stay)->isVisible()) << "asked is asked until it is answered";
        click(button(*m_review, stay));
        EXPECT_TRUE(button(*m_review, other)->isVisible());
        click(button(*m_review, action));
        QTest::keyClicks(reason, QStringLiteral(" again"));
        EXPECT_FALSE(button(*m_review, stay)->isVisible()) << "it was asked of other words";
    }
    EXPECT_EQ(text(Entity::Inspection, id, "state"), QStringLiteral("submitted"));
    EXPECT_TRUE(owed().last().change.kind == ChangeKind::Submit) << "nothing was decided";
}

TEST_F(DecisionPages, aFollowUpOfARejectedVisit_standsBesideItWithItsReasonAndComments)
{
    const QString house = visitedBuilding();
    auto before = perfect();
    samples::makeFail(before, markaz::test::standard(), QStringLiteral("C-05"), 1);
    const QString first = draftWith(house, before);
    ASSERT_TRUE(submitting().run(m_me, first, QStringLiteral("done")).ok());
    decided(first, "reject", QStringLiteral("Photographs of another house"),
            {{QStringLiteral("C-05"), QStringLiteral("Which stairs are these?")}});
    m_clock.advance(86'400'000);
    const QString second = draftWith(house, perfect(), {{QStringLiteral("kind"), QStringLiteral("follow_up")}});
    ASSERT_TRUE(submitting().run(m_me, second, QStringLiteral("done")).ok());
    review(second, m_chief);
    EXPECT_TRUE(reviewWords().contains(QStringLiteral("Photographs of another house"))) << qPrintable(reviewWords());
    auto *table = part<QTableView>(*m_review, "reviewTable");
    ASSERT_EQ(table->model()->rowCount(), 1) << "C-05 alone is answered otherwise";
    EXPECT_EQ(table->model()->index(0, 0).data().toString(), QStringLiteral("C-05"));
    EXPECT_TRUE(plain(wordsOf(*part<QWidget>(*m_review, "reviewItem")))
                    .contains(QStringLiteral("The reviewer asked then: “Which stairs are these?”")));
}

TEST_F(DecisionPages, whoCarriedOutTheFirstRevision_isToldWhyAnotherDecides)
{
    const QString house = visitedBuilding();
    const QString first = submitted(house);
    decided(first, "return", QStringLiteral("Once more"));
    Actor promoted = m_chief;
    promoted.accountId = m_inspector;
    for (const char *state : {"submitted", "accepted"}) {
        QJsonObject fields = fieldsOf(Entity::Inspection, first);
        fields.insert(QStringLiteral("previous"), first);
        fields.insert(QStringLiteral("revision"), 2);
        fields.insert(QStringLiteral("inspector"), m_colleague.accountId);
        fields.insert(QStringLiteral("state"), QLatin1String(state));
        const QString next = put(Entity::Inspection, fields);
        const QString why = QStringLiteral("You carried out revision 1 of this inspection");
        review(next, promoted);
        if (qstrcmp(state, "submitted") == 0) {
            EXPECT_TRUE(reviewWords().contains(why)) << qPrintable(reviewWords());
            EXPECT_FALSE(button(*m_review, "acceptInspection")->isVisible());
            continue;
        }
        certify(next, promoted);
        EXPECT_TRUE(paperWords().contains(why)) << qPrintable(paperWords());
        EXPECT_FALSE(button(*m_paper, "issueCertificate")->isEnabled());
        certify(next, m_chief);
        EXPECT_TRUE(button(*m_paper, "issueCertificate")->isEnabled());
    }
}

TEST_F(DecisionPages, aDecisionThatASyncBrings_isFollowed_andWhatWasTypedIsKept)
{
    const QString id = submitted(visitedBuilding(1));
    const QString other = submitted(visitedBuilding(2));
    review(id, m_chief);
    auto *table = part<QTableView>(*m_review, "reviewTable");
    table->setCurrentIndex(table->model()->index(5, 0));
    const QString code = table->currentIndex().siblingAtColumn(0).data().toString();
    auto *comment = part<QPlainTextEdit>(*m_review, "itemComment");
    comment->setFocus();
    QTest::keyClicks(comment, QStringLiteral("Measure "));
    part<QLineEdit>(*m_review, "reviewReason")->setText(QStringLiteral("Because"));

    bring(other, "accepted");
    EXPECT_EQ(messagesOf(*m_review), QString()) << "that is another one";
    bring(id, "submitted"); // another revision of the same state
    EXPECT_EQ(table->currentIndex().siblingAtColumn(0).data().toString(), code);
    QTest::keyClicks(comment, QStringLiteral("again"));
    EXPECT_EQ(comment->toPlainText(), QStringLiteral("Measure again")) << "whoever is typing types on";
    EXPECT_EQ(part<QLineEdit>(*m_review, "reviewReason")->text(), QStringLiteral("Because"));
    EXPECT_EQ(messagesOf(*m_review), QString());

    put(Entity::Review, {{QStringLiteral("inspection"), id},
                         {QStringLiteral("reviewer"), m_officer},
                         {QStringLiteral("decision"), QStringLiteral("reject")},
                         {QStringLiteral("reason"), QStringLiteral("Another house")},
                         {QStringLiteral("made_at"), QStringLiteral("2026-11-24T09:00:00.000Z")}});
    bring(id, "rejected");
    EXPECT_TRUE(messagesOf(*m_review).contains(QStringLiteral("was decided elsewhere meanwhile")))
        << qPrintable(messagesOf(*m_review));
    EXPECT_FALSE(button(*m_review, "acceptInspection")->isVisible());
    EXPECT_TRUE(
        plain(part<QLabel>(*m_review, "reviewDecided")->text())
            .contains(QStringLiteral("Inspection rejected by Sample Officer, 24 Nov 2026, 14:00: “Another house”")))
        << qPrintable(part<QLabel>(*m_review, "reviewDecided")->text());
}

TEST_F(DecisionPages, ownDecision_isShownWithItsReason_andLeadsOn)
{
    const QString id = submitted(visitedBuilding());
    review(id, m_chief);
    part<QLineEdit>(*m_review, "reviewReason")->setText(QStringLiteral("As seen"));
    click(button(*m_review, "acceptInspection"));
    click(button(*m_review, "acceptInspection"));
    EXPECT_TRUE(plain(part<QLabel>(*m_review, "reviewDecided")->text()).contains(QStringLiteral("“As seen”")));
    EXPECT_TRUE(button(*m_review, "goToCertificate")->isVisible());
    EXPECT_FALSE(button(*m_review, "acceptInspection")->isVisible());
    EXPECT_EQ(messagesOf(*m_review), QString());
}

TEST_F(DecisionPages, theInspector_readsWhyItWasDecidedSo)
{
    const QString id = submitted(visitedBuilding());
    decided(id, "reject", QStringLiteral("Photographs of another house"),
            {{QStringLiteral("C-05"), QStringLiteral("Which stairs?")}});
    auto page = std::make_unique<InspectionPage>(services(m_me));
    page->resize(1366, 640);
    present(*page);
    page->open(id);
    settle();
    const QString said = plain(messagesOf(*page));
    EXPECT_TRUE(said.contains(QStringLiteral("Inspection rejected by Sample Officer"))) << qPrintable(said);
    EXPECT_TRUE(said.contains(QStringLiteral("“Photographs of another house”"))) << qPrintable(said);
    EXPECT_TRUE(said.contains(QStringLiteral("Which stairs?"))) << qPrintable(said);
    leave(page);
}

TEST_F(DecisionPages, whatIsTypedOfACertificate_isThereForWhoComesBack)
{
    const QString id = accepted();
    const QString another = accepted(2);
    certify(id, m_chief);
    EXPECT_TRUE(m_paper->unfinished().isEmpty());
    part<QLineEdit>(*m_paper, "issueReason")->setText(QStringLiteral("As far as I have got"));
    part<QSpinBox>(*m_paper, "certificateSeats")->setValue(64);
    m_paper->openForInspection(id);
    EXPECT_EQ(part<QLineEdit>(*m_paper, "issueReason")->text(), QStringLiteral("As far as I have got"));
    EXPECT_EQ(part<QSpinBox>(*m_paper, "certificateSeats")->value(), 64);
    const QJsonObject kept = m_paper->unfinished();
    m_paper->openForInspection(another);
    EXPECT_EQ(part<QLineEdit>(*m_paper, "issueReason")->text(), QString()) << "that was said of another one";
    certify(another, m_chief); // as after a lock
    m_paper->resume(kept);
    EXPECT_EQ(part<QLineEdit>(*m_paper, "issueReason")->text(), QStringLiteral("As far as I have got"));
    EXPECT_EQ(part<QSpinBox>(*m_paper, "certificateSeats")->value(), 64);
    click(button(*m_paper, "issueCertificate"));
    const auto made = owed().last().change.fields;
    EXPECT_EQ(made.value(QStringLiteral("inspection")).after.toString(), id);
    EXPECT_EQ(made.value(QStringLiteral("reason")).after.toString(), QStringLiteral("As far as I have got"));
    EXPECT_TRUE(m_paper->unfinished().isEmpty()) << "it is decided";
}

TEST_F(DecisionPages, moreSeatsThanThereAre_areRefusedAtTheField)
{
    certify(accepted(), m_chief); // with 100 seats by its rooms
    auto *seats = part<QSpinBox>(*m_paper, "certificateSeats");
    EXPECT_EQ(seats->value(), 100);
    part<QLineEdit>(*m_paper, "issueReason")->setText(QStringLiteral("Fine"));
    const qsizetype rows = owed().size();
    auto *refused = part<QLabel>(*m_paper, "seatsRefused");
    seats->setValue(101);
    click(button(*m_paper, "issueCertificate"));
    EXPECT_EQ(owed().size(), rows);
    EXPECT_TRUE(refused->isVisible() && refused->text().contains(QStringLiteral("100 seats")))
        << qPrintable(refused->text());
    EXPECT_TRUE(seats->hasFocus());
    seats->setValue(100);
    EXPECT_FALSE(refused->isVisible());
    click(button(*m_paper, "issueCertificate"));
    EXPECT_EQ(owed().size(), rows + 1);
}

TEST_F(DecisionPages, revoking_isAskedTwice)
{
    const QString id = accepted();
    certificate(text(Entity::Inspection, id, "building"), id, "full", "issued", "2026-11-24", "2028-11-24");
    certify(id, m_chief);
    const qsizetype rows = owed().size();
    click(button(*m_paper, "revokeCertificate"));
    EXPECT_TRUE(part<QLabel>(*m_paper, "decisionReasonMissing")->isVisible());
    QTest::keyClicks(part<QLineEdit>(*m_paper, "decisionReason"), QStringLiteral("Forged papers"));
    click(button(*m_paper, "revokeCertificate"));
    EXPECT_EQ(owed().size(), rows) << "asked, and not decided yet";
    EXPECT_TRUE(paperWords().contains(QStringLiteral("is revoked, for this reason"))) << qPrintable(paperWords());
    EXPECT_TRUE(button(*m_paper, "doNotRevoke")->hasFocus());
    click(button(*m_paper, "revokeCertificate"));
    EXPECT_EQ(owed().size(), rows + 1);
    EXPECT_EQ(owed().last().change.fields.value(QStringLiteral("reason")).after.toString(),
              QStringLiteral("Forged papers"));
    settle();
    EXPECT_TRUE(listed().contains(QStringLiteral("It has not reached the server yet."))) << qPrintable(listed());
}

TEST_F(DecisionPages, theCertificate_listsWhoDecidedWhatWhenAndWhy)
{
    const QString id = accepted();
    put(Entity::Decision, {{QStringLiteral("kind"), QStringLiteral("issue")},
                           {QStringLiteral("inspection"), id},
                           {QStringLiteral("officer"), m_officer},
                           {QStringLiteral("grade"), QStringLiteral("full")},
                           {QStringLiteral("seats"), 100},
                           {QStringLiteral("made_at"), QStringLiteral("2026-11-24T09:30:00.000Z")}});
    const QString paper =
        certificate(text(Entity::Inspection, id, "building"), id, "full", "suspended", "2026-11-24", "2028-11-24",
                    {{QStringLiteral("state_reason"), QStringLiteral("Exits blocked")},
                     {QStringLiteral("state_by"), m_officer},
                     {QStringLiteral("state_at"), QStringLiteral("2026-11-24T10:00:00.000Z")}});
    put(Entity::Decision, {{QStringLiteral("kind"), QStringLiteral("suspend")},
                           {QStringLiteral("certificate"), paper},
                           {QStringLiteral("officer"), m_officer},
                           {QStringLiteral("reason"), QStringLiteral("Exits blocked")},
                           {QStringLiteral("made_at"), QStringLiteral("2026-11-24T10:00:00.000Z")}});
    certify(id, m_chief);
    const QString all = listed();
    const QStringList inOrder{QStringLiteral("Suspended"),
                              QStringLiteral("Sample Officer, 24 Nov 2026, 15:00"),
                              QStringLiteral("“Exits blocked”"),
                              QStringLiteral("Certificate issued"),
                              QStringLiteral("Sample Officer, 24 Nov 2026, 14:30"),
                              QStringLiteral("No reason was recorded."),
                              QStringLiteral("Inspection accepted"),
                              QStringLiteral("“As seen”")};
    qsizetype from = 0;
    for (const QString &words : inOrder) {
        const qsizetype at = all.indexOf(words, from);
        EXPECT_GE(at, 0) << qPrintable(words) << " in\n" << qPrintable(all);
        from = std::max(at, from);
    }
    const auto report = inspectionReport(services(m_chief), id);
    ASSERT_TRUE(report.ok());
    const ReportTable &table = report->tables.first();
    EXPECT_EQ(table.title, QStringLiteral("Decisions"));
    ASSERT_EQ(table.rows.size(), 3);
    EXPECT_EQ(plain(table.rows.at(0).join(QLatin1Char('|'))),
              QStringLiteral("Inspection accepted|Sample Officer|24 Nov 2026, 14:00|“As seen”"));
    EXPECT_EQ(table.rows.at(1).last(), QStringLiteral("No reason was recorded."));
    EXPECT_EQ(plain(table.rows.at(2).last()), QStringLiteral("“Exits blocked”"));

    certify(id, m_me); // who has no decisions on his laptop: here the certificate says it
    EXPECT_TRUE(listed().contains(QStringLiteral("“Exits blocked”"))) << qPrintable(listed());
}

} // namespace
} // namespace markaz::ui
