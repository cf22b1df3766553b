// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a crafted change cannot do to a loan, and who sees its documents.
#include "tests/app/server/loanpushes.h"

namespace markaz::server::test {
namespace {

class LoanDefences : public LoanPushes
{
};

TEST_P(LoanDefences, whatTheServerWroteDown_isNeitherTakenAwayNorAddedTo)
{
    const QString certificate = certified();
    const QString id = paidOut();
    decide(certificate, "revoke", officer);
    for (const char *name : {"clawback_paisa", "clawback_certificate", "history"}) {
        const auto gone = set(id, {{QLatin1String(name), QJsonValue::Null}});
        EXPECT_EQ(gone.code, protocol::code::kInvalid) << name;
        EXPECT_EQ(gone.field, QLatin1String(name));
    }
    const QString steps = QStringLiteral("history.steps");
    const auto forged = set(id, {{steps, QJsonArray()}});
    EXPECT_EQ(forged.code, protocol::code::kInvalid);
    EXPECT_EQ(forged.field, steps);
    EXPECT_EQ(server.stored(id)->number("clawback_paisa"), 3 * 11'250'000);
    EXPECT_EQ(Loan::from(server.stored(id)->record)->history().size(), 5);
    QJsonObject begun = fields();
    const QString home = anotherBuilding("SKT-0901");
    give(home, borrower);
    begun = loanFields(home, borrower, officer.actor.accountId);
    begun.insert(steps, QJsonArray());
    EXPECT_EQ(make(begun).field, steps);
}

TEST_P(LoanDefences, draftThatComesBack_takesTheStepsOfADraft)
{
    const QString id = recorded();
    ASSERT_EQ(server
                  .pushOne(officer,
                           patch(server.ids(), Entity::Loan, id, server.stored(id)->record.rev, {}, ChangeKind::Delete))
                  .outcome,
              Outcome::Applied);
    QJsonObject out = step("paid_out");
    out.insert(payments(), payment("disbursement", 900'000'000));
    EXPECT_EQ(set(id, out).code, protocol::code::kWrongState);
    EXPECT_EQ(set(id, step("declined", "No deed.")).code, protocol::code::kWrongState);
    EXPECT_TRUE(server.stored(id)->deleted);
    EXPECT_NE(set(id, step("applied")).outcome, Outcome::Rejected) << "another applied for it meanwhile";
    EXPECT_FALSE(server.stored(id)->deleted);
    const QList<LoanMoment> all = Loan::from(server.stored(id)->record)->history();
    ASSERT_EQ(all.size(), 2);
    EXPECT_EQ(all.first().state, LoanState::Draft);
    EXPECT_EQ(all.first().by, officer.actor.accountId) << "who drafted it";
}

TEST_P(LoanDefences, dayOfAPayment_hasItsOneForm)
{
    const QString id = paidOut();
    for (const char *day : {"2026-09-24 ", "2026/09/24", "2026-09-24T00:00:00"})
        EXPECT_EQ(pay(id, payment("repayment", 500, day, 50)).field, QStringLiteral("payments")) << day;
}

TEST_P(LoanDefences, evidenceThatNamesNoLoan_isNoDocumentOfOne)
{
    QJsonObject about = evidenceFields(draft(), jpegOf(40, 30, 3'000));
    about.insert(QStringLiteral("loan"), QJsonValue::Null);
    EXPECT_EQ(server.pushOne(officer, create(server.ids(), Entity::Evidence, about)).code, protocol::code::kNotAllowed)
        << "it is the inspector's own";
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Evidence, about)).outcome, Outcome::Applied);
}

TEST_P(LoanDefences, document_isSentAndSeenByOfficersAndAuditors_andByNoInspector)
{
    const QString id = recorded();
    const QByteArray letter = pdfOf(3'000);
    QJsonObject about{{QStringLiteral("loan"), id},
                      {QStringLiteral("kind"), QStringLiteral("document")},
                      {QStringLiteral("sha256"), sha256Of(letter)},
                      {QStringLiteral("size"), letter.size()},
                      {QStringLiteral("media_type"), QStringLiteral("application/pdf")}};
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Evidence, about)).code,
              protocol::code::kNotAllowed);
    const Change document = create(server.ids(), Entity::Evidence, about);
    ASSERT_EQ(server.pushOne(officer, document).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(document.id)->parent, id);
    EXPECT_EQ(server.stored(document.id)->assignee, id) << "to the fence it is no inspector's";
    upload(officer, letter, QStringLiteral("application/pdf"));
    EXPECT_TRUE(received(document.id));

    const Session auditor = server.join(QStringLiteral("auditor.one"), Role::Auditor, {QStringLiteral("PK-PB")});
    const auto sees = [&](const Session &who, const QString &record) {
        const auto all = server.pullAll(who);
        return std::any_of(all.begin(), all.end(), [&record](const auto &item) { return item.id == record; });
    };
    EXPECT_TRUE(sees(officer, document.id));
    EXPECT_TRUE(sees(auditor, document.id));
    EXPECT_FALSE(sees(inspector, document.id));
    EXPECT_FALSE(sees(inspector, id));
    EXPECT_EQ(download(auditor, letter).status, 200);
    EXPECT_EQ(download(inspector, letter).status, 404);

    ASSERT_EQ(move(id, "applied").outcome, Outcome::Merged);
    ASSERT_EQ(move(id, "declined", "No deed.").outcome, Outcome::Merged);
    about.insert(QStringLiteral("sha256"), QString(64, QLatin1Char('c')));
    EXPECT_EQ(server.pushOne(officer, create(server.ids(), Entity::Evidence, about)).code, protocol::code::kWrongState);
    EXPECT_EQ(server
                  .pushOne(officer, patch(server.ids(), Entity::Evidence, document.id,
                                          server.stored(document.id)->record.rev, {}, ChangeKind::Delete))
                  .code,
              protocol::code::kWrongState);
}

TEST_P(LoanDefences, olderProgram_isSentNeitherALoanNorItsDocument)
{
    const QString id = recorded();
    const Change document = create(server.ids(), Entity::Evidence,
                                   {{QStringLiteral("loan"), id},
                                    {QStringLiteral("kind"), QStringLiteral("document")},
                                    {QStringLiteral("sha256"), QString(64, QLatin1Char('d'))},
                                    {QStringLiteral("size"), 9},
                                    {QStringLiteral("media_type"), QStringLiteral("application/pdf")}});
    ASSERT_EQ(server.pushOne(officer, document).outcome, Outcome::Applied);
    const ApiResponse page = server.call("GET", QStringLiteral("/api/v1/changes?kinds=4"), {}, officer.token);
    const auto read = protocol::readPullReply(page.body);
    ASSERT_TRUE(read) << page.body.constData();
    for (const auto &item : read->changes) {
        EXPECT_NE(item.id, id);
        EXPECT_NE(item.id, document.id);
    }
    EXPECT_FALSE(read->more);
}

MARKAZ_ON_BOTH(LoanDefences);

} // namespace
} // namespace markaz::server::test
