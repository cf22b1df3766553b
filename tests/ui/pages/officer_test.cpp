// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Submitting, reviewing and certifying, on their pages.
#include "tests/ui/support/deskfixture.h"

#include "core/workflow/reviews.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/pages/inspection/submitpage.h"
#include "ui/pages/review/reviewpage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class SubmitPageTest : public DeskFixture
{
protected:
    std::unique_ptr<SubmitPage> m_page;

    void open(const QString &id)
    {
        leave(m_page);
        m_page = std::make_unique<SubmitPage>(services());
        m_page->resize(1366, 640);
        present(*m_page);
        m_page->open(id);
        settle();
    }
    void TearDown() override { leave(m_page); }
    QPushButton *submitButton() { return part<QPushButton>(*m_page, "submitInspection"); }
    void confirm() { QTest::mouseClick(part<QCheckBox>(*m_page, "carriedOut"), Qt::LeftButton, {}, QPoint(8, 8)); }
};

TEST_F(SubmitPageTest, problemsStandInTheWay_eachWithItsLink)
{
    auto answers = perfect();
    answers.remove(QStringLiteral("C-08"));
    answers.remove(QStringLiteral("E-01"));
    answers.insert(QStringLiteral("B-05"), Answer::notInspected(QStringLiteral("Locked")).value());
    const QString id = draftWith(visitedBuilding(), answers);
    attachAll(id);
    open(id);
    EXPECT_FALSE(submitButton()->isEnabled());
    confirm();
    EXPECT_FALSE(submitButton()->isEnabled());
    const QString words = wordsOf(*m_page);
    EXPECT_TRUE(words.contains(QStringLiteral("2 problems stand in the way"))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("2 to solve, 3 to check")));
    QSignalSpy links(m_page.get(), &SubmitPage::goToItem);
    QStringList led;
    const auto buttons = m_page->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QLatin1String("Go to") && button->isVisibleTo(m_page.get())) {
            EXPECT_TRUE(button->accessibleName().startsWith(QLatin1String("Go to ")));
            const qsizetype before = links.count();
            click(button);
            led.append(links.count() > before ? links.last().first().toString()
                                              : QApplication::focusWidget()->objectName()); // on this page
        }
    }
    EXPECT_EQ(led, (QStringList{QStringLiteral("B-05"), QStringLiteral("C-08"), QStringLiteral("E-01"),
                                QStringLiteral("sign_inspector"), QStringLiteral("sign_owner")}));
}

TEST_F(SubmitPageTest, withoutProblems_onlyTheInspectorsWordIsNeeded)
{
    const QString id = draftWith(visitedBuilding(), perfect());
    open(id);
    EXPECT_FALSE(submitButton()->isEnabled());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Confirm that you carried out this visit")));
    confirm();
    ASSERT_TRUE(submitButton()->isEnabled());
    confirm();
    EXPECT_FALSE(submitButton()->isEnabled()) << "and taken back again";
    confirm();
    QSignalSpy submitted(m_page.get(), &SubmitPage::submitted);
    const qsizetype rows = owed().size();
    click(submitButton());
    EXPECT_EQ(submitted.count(), 1);
    EXPECT_EQ(text(Entity::Inspection, id, "state"), QStringLiteral("submitted"));
    EXPECT_EQ(fieldsOf(Entity::Inspection, id)
                  .value(QStringLiteral("score"))
                  .toObject()
                  .value(QStringLiteral("total_bp"))
                  .toInt(),
              10'000);
    EXPECT_EQ(owed().size(), rows + 1);
    EXPECT_EQ(owed().last().change.kind, ChangeKind::Submit);
}

class ReviewPageTest : public DeskFixture
{
protected:
    std::unique_ptr<ReviewPage> m_page;

    void open(const QString &id, const Actor &actor)
    {
        leave(m_page);
        m_page = std::make_unique<ReviewPage>(services(actor));
        m_page->resize(1366, 640);
        present(*m_page);
        m_page->open(id);
        settle();
    }
    void TearDown() override { leave(m_page); }
    QPushButton *button(const char *name) { return part<QPushButton>(*m_page, name); }
    QString state(const QString &id) { return text(Entity::Inspection, id, "state"); }
    QLineEdit *reason() { return part<QLineEdit>(*m_page, "reviewReason"); }
    /// Says why, presses, and presses again where it is asked.
    void decide(const char *name, const QString &why)
    {
        reason()->setText(why);
        click(button(name));
        click(button(name));
    }
};

TEST_F(ReviewPageTest, theOldestWaitsFirst_andAcceptingLeadsToTheCertificate)
{
    const QString first = submitted(visitedBuilding(1));
    m_clock.advance(60'000);
    const QString second = submitted(visitedBuilding(2));
    open({}, m_chief);
    EXPECT_EQ(m_page->inspectionId(), first);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Waiting 2")));
    QSignalSpy accepted(m_page.get(), &ReviewPage::accepted);
    decide("acceptInspection", QStringLiteral("As seen"));
    ASSERT_EQ(accepted.count(), 1);
    EXPECT_EQ(accepted.first().first().toString(), first);
    EXPECT_EQ(state(first), QStringLiteral("accepted"));
    m_page->open({});
    EXPECT_EQ(m_page->inspectionId(), second);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Waiting 1")));
}

TEST_F(ReviewPageTest, aRevisionThatSaysTheSame_opensAtItsOwnItems)
{
    const QString sent = submitted(visitedBuilding(1));
    ASSERT_TRUE(ReviewInspection(*m_workspace)
                    .run(m_chief, sent, QStringLiteral("return"), QStringLiteral("The photo is missing"), {})
                    .ok());
    const auto again = StartInspection(*m_workspace, m_standards).reopen(m_me, sent);
    ASSERT_TRUE(again.ok());
    ASSERT_TRUE(submitting().run(m_me, again->id(), QStringLiteral("done")).ok());
    open(submitted(visitedBuilding(2)), m_chief);
    auto *table = part<QTableView>(*m_page, "reviewTable");
    table->setCurrentIndex(table->model()->index(7, 0));
    m_page->open(again->id());
    settle();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("revision 2")));
    const QString code = table->currentIndex().siblingAtColumn(0).data().toString();
    EXPECT_FALSE(code.isEmpty());
    EXPECT_TRUE(wordsOf(*part<QWidget>(*m_page, "reviewItem")).startsWith(code)) << "not the item of the one before";

    click(buttonSaying(*m_page, QStringLiteral("Differences 0")));
    ASSERT_EQ(table->model()->rowCount(), 0);
    EXPECT_FALSE(part<QWidget>(*m_page, "reviewItem")->isVisible()) << "no item is listed, none is spoken of";
}

TEST_F(ReviewPageTest, aDraft_isSaidToBeOne)
{
    open(draftWith(visitedBuilding(), perfect()), m_chief);
    const QString words = wordsOf(*m_page);
    EXPECT_TRUE(words.contains(QStringLiteral("Nothing was submitted yet"))) << qPrintable(words);
    EXPECT_FALSE(words.contains(QStringLiteral("The visit ended as")));
    EXPECT_FALSE(words.contains(QStringLiteral("of  by")));
    EXPECT_TRUE(words.contains(QStringLiteral("23 Nov 2026"))) << "when it was begun";
    EXPECT_FALSE(part<QPlainTextEdit>(*m_page, "itemComment")->isVisible());
}

TEST_F(ReviewPageTest, aRejectionOrReturnWithoutAReason_isRefused)
{
    const QString id = submitted(visitedBuilding());
    open(id, m_chief);
    const qsizetype rows = owed().size();
    auto *missing = part<QLabel>(*m_page, "reviewReasonMissing");
    for (const auto &[name, says] : {std::pair{"rejectInspection", "why it is rejected"},
                                     {"returnInspection", "or a comment on an item"},
                                     {"acceptInspection", "why it is accepted"}}) {
        click(button(name));
        EXPECT_TRUE(missing->isVisible() && missing->text().contains(QLatin1String(says)))
            << qPrintable(missing->text());
        EXPECT_TRUE(reason()->hasFocus());
        EXPECT_EQ(state(id), QStringLiteral("submitted"));
    }
    EXPECT_EQ(owed().size(), rows);
    QTest::keyClicks(reason(), QStringLiteral("Photographs of another house"));
    EXPECT_FALSE(missing->isVisible());
    click(button("rejectInspection"));
    EXPECT_EQ(state(id), QStringLiteral("submitted")) << "asked once, it is not decided yet";
    click(button("rejectInspection"));
    EXPECT_EQ(state(id), QStringLiteral("rejected"));
    EXPECT_EQ(owed().size(), rows + 1);
    EXPECT_EQ(m_page->inspectionId(), QString()) << "nothing else waits";
}

TEST_F(ReviewPageTest, commentsGoWithTheReturn)
{
    auto answers = perfect();
    samples::makeFail(answers, markaz::test::standard(), QStringLiteral("G-02"), 1);
    const QString id = draftWith(visitedBuilding(), answers);
    ASSERT_TRUE(submitting().run(m_me, id, QStringLiteral("done")).ok());
    open(id, m_chief);
    auto *comment = part<QPlainTextEdit>(*m_page, "itemComment");
    comment->setFocus();
    QTest::keyClicks(comment, QStringLiteral("Measure again"));
    EXPECT_EQ(button("returnInspection")->text(), QStringLiteral("Return with 1 comment"));
    click(button("returnInspection"));
    EXPECT_EQ(state(id), QStringLiteral("returned"));
    const QJsonObject review = [&] {
        const OutboxRow row = owed().last();
        return fieldsOf(Entity::Review, row.change.id);
    }();
    EXPECT_EQ(review.value(QStringLiteral("comments")).toObject().value(QStringLiteral("G-02")).toString(),
              QStringLiteral("Measure again"));
}

TEST_F(ReviewPageTest, theOwnInspection_isNotDecidedByItsInspector)
{
    const QString id = submitted(visitedBuilding());
    Actor both = m_chief;
    both.accountId = m_inspector;
    open(id, both);
    for (const char *name : {"acceptInspection", "returnInspection", "rejectInspection"})
        EXPECT_FALSE(button(name)->isVisible()) << name;
    EXPECT_FALSE(reason()->isVisible());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("another officer decides about it")));
    EXPECT_EQ(state(id), QStringLiteral("submitted"));
}

TEST_F(ReviewPageTest, nothingWaits_isSaid)
{
    open({}, m_chief);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("No inspection waits for review.")));
    for (const char *name : {"acceptInspection", "returnInspection", "rejectInspection"})
        EXPECT_FALSE(button(name)->isVisible());
}

class CertificatePageTest : public DeskFixture
{
protected:
    std::unique_ptr<CertificatePage> m_page;

    void open(const QString &id, const Actor &actor)
    {
        leave(m_page);
        m_page = std::make_unique<CertificatePage>(services(actor));
        m_page->resize(1366, 640);
        present(*m_page);
        m_page->openForInspection(id);
    }
    void TearDown() override { leave(m_page); }
    QString accepted(int number = 1)
    {
        QString id = submitted(visitedBuilding(number));
        EXPECT_TRUE(ReviewInspection(*m_workspace)
                        .run(m_chief, id, QStringLiteral("accept"), QStringLiteral("As seen"), {})
                        .ok());
        return id;
    }
    QString issued(const QString &inspection)
    {
        return certificate(text(Entity::Inspection, inspection, "building"), inspection, "full", "issued", "2026-11-24",
                           "2028-11-24");
    }
    QPushButton *issue() { return part<QPushButton>(*m_page, "issueCertificate"); }
};

TEST_F(CertificatePageTest, theDecisionIsAsked_andTheCertificateShowsWhenItComes)
{
    const QString id = accepted();
    open(id, m_chief);
    ASSERT_TRUE(issue()->isEnabled());
    EXPECT_EQ(part<QComboBox>(*m_page, "certificateGrade")->currentData().toString(), QStringLiteral("full"));
    EXPECT_GT(part<QSpinBox>(*m_page, "certificateSeats")->value(), 0) << "the planned seats are offered";
    const qsizetype rows = owed().size();
    click(issue());
    EXPECT_EQ(owed().size(), rows) << "nothing is decided without words";
    EXPECT_TRUE(part<QLabel>(*m_page, "issueReasonMissing")->isVisible());
    EXPECT_TRUE(part<QLineEdit>(*m_page, "issueReason")->hasFocus());
    QTest::keyClicks(part<QLineEdit>(*m_page, "issueReason"), QStringLiteral("Meets the standard"));
    EXPECT_FALSE(part<QLabel>(*m_page, "issueReasonMissing")->isVisible());
    click(issue());
    EXPECT_EQ(owed().size(), rows + 1);
    EXPECT_EQ(owed().last().change.fields.value(QStringLiteral("reason")).after.toString(),
              QStringLiteral("Meets the standard"));
    EXPECT_EQ(m_sync.asked, 1);
    EXPECT_FALSE(issue()->isEnabled()) << "asked once";
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("The decision is saved on this laptop.")));
    EXPECT_EQ(m_page->certificateId(), QString());
    QTemporaryDir out;
    const QString path = out.filePath(QStringLiteral("certificate.pdf"));
    EXPECT_FALSE(m_page->savePdf(path)) << "there is none yet";

    const QString made = issued(id);
    Q_EMIT m_notifier.manyChanged();
    EXPECT_EQ(m_page->certificateId(), made);
    EXPECT_FALSE(issue()->isVisible());
    ASSERT_TRUE(m_page->savePdf(path)) << qPrintable(messagesOf(*m_page));
    const QByteArray pdf = markaz::test::contentOf(path);
    EXPECT_TRUE(pdf.startsWith("%PDF-"));
    EXPECT_GT(pdf.size(), 10'000);
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("certificate.pdf")));
    EXPECT_FALSE(m_page->savePdf(out.filePath(QStringLiteral("no/such/folder/c.pdf"))));
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("no/such/folder/c.pdf could not be written.")))
        << qPrintable(messagesOf(*m_page));
}

TEST_F(CertificatePageTest, isNotIssued_beforeAcceptance_norByTheInspectorOfIt_norWhenRefused)
{
    const QString waiting = submitted(visitedBuilding(1));
    open(waiting, m_chief);
    EXPECT_FALSE(issue()->isEnabled());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("has to be accepted first")));
    Actor both = m_chief;
    both.accountId = m_inspector;
    open(accepted(2), both);
    EXPECT_FALSE(issue()->isEnabled());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("another officer decides")));
    auto answers = perfect();
    samples::makeFail(answers, markaz::test::standard(), QStringLiteral("C-02"), 1);
    const QString bad = draftWith(visitedBuilding(3), answers);
    ASSERT_TRUE(submitting().run(m_me, bad, QStringLiteral("done")).ok());
    ASSERT_TRUE(
        ReviewInspection(*m_workspace).run(m_chief, bad, QStringLiteral("accept"), QStringLiteral("As seen"), {}).ok());
    open(bad, m_chief);
    EXPECT_FALSE(issue()->isEnabled());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("No certificate is possible")));
}

TEST_F(CertificatePageTest, aLaterVisitRenewsTheCertificate)
{
    const QString first = accepted();
    const QString house = text(Entity::Inspection, first, "building");
    issued(first);
    open(first, m_chief);
    auto *renew = part<QPushButton>(*m_page, "renewCertificate");
    EXPECT_FALSE(renew->isVisible()) << "there is no visit to renew it with";
    const QString later = submitted(house);
    ASSERT_TRUE(ReviewInspection(*m_workspace)
                    .run(m_chief, later, QStringLiteral("accept"), QStringLiteral("As seen"), {})
                    .ok());
    open(first, m_me);
    EXPECT_FALSE(part<QPushButton>(*m_page, "renewCertificate")->isVisible()) << "an inspector only looks";
    open(first, m_chief);
    renew = part<QPushButton>(*m_page, "renewCertificate");
    ASSERT_TRUE(renew->isVisible());
    click(renew);
    EXPECT_EQ(m_page->certificateId(), QString());
    EXPECT_EQ(issue()->text(), QStringLiteral("Renew the certificate"));
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("is valid until 24 Nov 2028")))
        << qPrintable(wordsOf(*m_page));
    ASSERT_TRUE(issue()->isEnabled());
    part<QLineEdit>(*m_page, "issueReason")->setText(QStringLiteral("Seen again"));
    click(issue());
    EXPECT_EQ(owed().last().change.fields.value(QStringLiteral("kind")).after.toString(), QStringLiteral("renew"));
    EXPECT_EQ(owed().last().change.fields.value(QStringLiteral("reason")).after.toString(),
              QStringLiteral("Seen again"));
}

TEST_F(CertificatePageTest, aCertificateThatIsOver_isSaidToBeAndNotDecidedAbout)
{
    const QString id = accepted();
    certificate(text(Entity::Inspection, id, "building"), id, "full", "issued", "2024-11-24", "2026-11-23");
    open(id, m_chief);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Expired"))) << qPrintable(wordsOf(*m_page));
    for (const char *name : {"suspendCertificate", "revokeCertificate", "reinstateCertificate", "appealCertificate"})
        EXPECT_FALSE(part<QPushButton>(*m_page, name)->isVisible()) << name;
}

TEST_F(CertificatePageTest, anAppealIsRecordedAndItsOwnOfficerDoesNotDecideIt)
{
    const QString id = accepted();
    const QString house = text(Entity::Inspection, id, "building");
    const QString paper = certificate(house, id, "full", "suspended", "2026-11-24", "2028-11-24",
                                      {{QStringLiteral("state_by"), m_officer},
                                       {QStringLiteral("state_reason"), QStringLiteral("The exits are blocked")}});
    open(id, m_chief);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("The exits are blocked")));
    part<QLineEdit>(*m_page, "decisionReason")->setText(QStringLiteral("The exits are open"));
    click(part<QPushButton>(*m_page, "appealCertificate"));
    const Change appeal = owed().last().change;
    EXPECT_EQ(appeal.fields.value(QStringLiteral("kind")).after.toString(), QStringLiteral("appeal"));

    QJsonObject fields = m_workspace->records.requireAs<Certificate>(paper)->fields();
    fields.insert(QStringLiteral("appeal"), appeal.id);
    put(Entity::Certificate, fields, paper);
    open(id, m_chief);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("An appeal is open: The exits are open")))
        << qPrintable(wordsOf(*m_page));
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("another officer decides about it")));
    EXPECT_FALSE(part<QPushButton>(*m_page, "dismiss_appealCertificate")->isVisible());
    Actor other = m_chief;
    other.accountId = QStringLiteral("01900000-0000-7000-8000-0000000000b2");
    open(id, other);
    EXPECT_TRUE(part<QPushButton>(*m_page, "dismiss_appealCertificate")->isVisible());
    EXPECT_TRUE(part<QPushButton>(*m_page, "allow_appealCertificate")->isVisible());
    EXPECT_FALSE(part<QPushButton>(*m_page, "appealCertificate")->isVisible()) << "one is open";
}

TEST_F(CertificatePageTest, anAppealWhoseDecisionsCannotBeRead_isNotSaidToBeAgainstOnesOwn)
{
    const QString id = accepted();
    const QString house = text(Entity::Inspection, id, "building");
    const QString paper = certificate(house, id, "full", "suspended", "2026-11-24", "2028-11-24",
                                      {{QStringLiteral("state_by"), m_officer},
                                       {QStringLiteral("appeal"), m_ids.next()},
                                       {QStringLiteral("state_reason"), QStringLiteral("The exits are blocked")}});
    put(Entity::Decision, {{QStringLiteral("kind"), QStringLiteral("suspend")},
                           {QStringLiteral("certificate"), paper},
                           {QStringLiteral("officer"), m_officer},
                           {QStringLiteral("reason"), QStringLiteral("The exits are blocked")},
                           {QStringLiteral("made_at"), QStringLiteral("2026-11-24T09:00:00.000Z")}});
    Actor other = m_chief;
    other.accountId = QStringLiteral("01900000-0000-7000-8000-0000000000b2");
    open(id, other);
    EXPECT_TRUE(part<QPushButton>(*m_page, "dismiss_appealCertificate")->isVisible());
    EXPECT_EQ(messagesOf(*m_page), QString());
    ASSERT_TRUE(m_database->run(QStringLiteral("UPDATE decision SET sealed = x'00'")).ok());
    open(id, other);
    EXPECT_FALSE(messagesOf(*m_page).isEmpty());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("An appeal is open"))) << qPrintable(wordsOf(*m_page));
    EXPECT_FALSE(wordsOf(*m_page).contains(QStringLiteral("your own decision"))) << qPrintable(wordsOf(*m_page));
    for (const char *name : {"dismiss_appealCertificate", "allow_appealCertificate"})
        EXPECT_FALSE(part<QPushButton>(*m_page, name)->isVisible()) << name << ": nobody knows whether it is his";
    EXPECT_TRUE(part<QPushButton>(*m_page, "reinstateCertificate")->isVisible()) << "that is no matter of the appeal";
}

TEST_F(CertificatePageTest, suspendingNeedsAReason)
{
    const QString id = accepted();
    issued(id);
    open(id, m_chief);
    const qsizetype rows = owed().size();
    click(buttonSaying(*m_page, QStringLiteral("Suspend")));
    EXPECT_EQ(owed().size(), rows);
    EXPECT_TRUE(part<QLabel>(*m_page, "decisionReasonMissing")->isVisible());
    auto *reason = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    ASSERT_NE(reason, nullptr);
    QTest::keyClicks(reason, QStringLiteral("The exits are blocked"));
    click(buttonSaying(*m_page, QStringLiteral("Suspend")));
    EXPECT_EQ(owed().size(), rows + 1);
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("is saved on this laptop")))
        << qPrintable(messagesOf(*m_page));
    open(id, m_me);
    EXPECT_EQ(buttonSaying(*m_page, QStringLiteral("Suspend")), nullptr) << "an inspector only looks";
}

} // namespace
} // namespace markaz::ui
