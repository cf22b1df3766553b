// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the Rejected tab says of reviews and decisions that the server did not take: they were made offline, and came
// when something else stood there.
#include "ui/text/decisionwords.h"

#include "core/domain/certificatelifecycle.h"
#include "core/storage/outboxrepository.h"

#include <QSet>

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::ui;

namespace {

OutboxRow rowOf(Entity entity, const char *kind, const char *code, const char *field)
{
    OutboxRow row;
    row.change.entity = entity;
    row.change.kind = ChangeKind::Create;
    if (*kind != 0)
        row.change.fields.insert(QStringLiteral("kind"), {QJsonValue::Null, QLatin1String(kind)});
    row.code = QLatin1String(code);
    row.field = QLatin1String(field);
    return row;
}

} // namespace

/// Each that app/server/store/rules has for them (decisionrules.cpp, inspectionrules.cpp, rulecontext.cpp).
TEST(DecisionWords, eachRefusalOfTheServer_hasItsSentence)
{
    struct Refusal
    {
        Entity entity;
        const char *kind;
        const char *code;
        const char *field;
        const char *says;
    };
    const Refusal all[] = {{Entity::Review, "", "not_allowed", "inspection", "another officer reviews it"},
                           {Entity::Review, "", "wrong_state", "state", "decided about it first"},
                           {Entity::Review, "", "invalid", "reason", "no review without its reason"},
                           {Entity::Decision, "issue", "not_allowed", "inspection", "decides about the certificate"},
                           {Entity::Decision, "issue", "wrong_state", "kind", "not accepted on the server"},
                           {Entity::Decision, "issue", "invalid", "reason", "no decision without its reason"},
                           {Entity::Decision, "issue", "invalid", "seats", "Enter no more than it has"},
                           {Entity::Decision, "issue", "invalid", "grade", "Choose the other grade"},
                           {Entity::Decision, "issue", "invalid", "inspection", "carries no certificate"},
                           {Entity::Decision, "issue", "exists", "inspection", "a later visit renews it"},
                           {Entity::Decision, "renew", "wrong_state", "kind", "nothing to renew"},
                           {Entity::Decision, "renew", "invalid", "inspection", "rests on a later visit"},
                           {Entity::Decision, "suspend", "wrong_state", "kind", "in another state by now"},
                           {Entity::Decision, "suspend", "invalid", "certificate", "does not have the certificate"},
                           {Entity::Decision, "appeal", "wrong_state", "kind", "nothing to appeal against"},
                           {Entity::Decision, "appeal", "exists", "certificate", "An appeal is open"},
                           {Entity::Decision, "allow_appeal", "wrong_state", "kind", "No appeal is open"},
                           {Entity::Decision, "allow_appeal", "not_allowed", "officer", "against your own decision"},
                           {Entity::Decision, "allow_appeal", "exists", "certificate", "does not come back"}};
    QSet<QString> different;
    for (const Refusal &refusal : all) {
        const QString words =
            decisionwords::rejection(rowOf(refusal.entity, refusal.kind, refusal.code, refusal.field));
        EXPECT_TRUE(words.contains(QLatin1String(refusal.says))) << refusal.says << ": " << qPrintable(words);
        different.insert(words);
    }
    EXPECT_EQ(different.size(), static_cast<qsizetype>(std::size(all)));
}

/// Whatever the kind: the state may have moved on, its words may be missing, and what it is about may be gone.
TEST(DecisionWords, everyKindOfDecision_hasThem)
{
    for (const QString &kind : decisionKinds()) {
        const QByteArray token = kind.toLatin1();
        for (const auto &[code, field] : {std::pair{"wrong_state", "kind"},
                                          {"invalid", "reason"},
                                          {"invalid", "inspection"},
                                          {"exists", "certificate"},
                                          {"not_allowed", "inspection"}})
            EXPECT_FALSE(decisionwords::rejection(rowOf(Entity::Decision, token.constData(), code, field)).isEmpty())
                << token.constData() << ' ' << code << ' ' << field;
    }
}

TEST(DecisionWords, whatIsNoneOfTheirs_isLeftToTheOthers)
{
    EXPECT_EQ(decisionwords::rejection(rowOf(Entity::Building, "", "exists", "code")), QString());
    EXPECT_EQ(decisionwords::rejection(rowOf(Entity::Decision, "issue", "merged", "inspection")), QString());
    EXPECT_EQ(decisionwords::rejection(rowOf(Entity::Review, "", "scope_revoked", "")), QString());
}

TEST(DecisionWords, whatEachDecisionIsCalled_isDifferent)
{
    QSet<QString> names;
    DecisionEntry entry;
    for (const char *what : {"accept", "return", "reject"}) {
        entry.what = QLatin1String(what);
        for (int revision : {1, 2}) {
            entry.revision = revision;
            names.insert(decisionwords::what(entry));
        }
    }
    entry.of = DecisionEntry::Of::Certificate;
    QStringList kinds = decisionKinds();
    kinds.append({token(CertificateAction::Expire), token(CertificateStage::Superseded)});
    for (const QString &kind : std::as_const(kinds)) {
        entry.what = kind;
        names.insert(decisionwords::what(entry));
    }
    EXPECT_EQ(names.size(), 6 + kinds.size());
}

TEST(DecisionWords, aDecisionWithoutWords_isSaidToHaveNone)
{
    DecisionEntry entry;
    entry.what = QStringLiteral("accept");
    entry.by = QStringLiteral("somebody");
    EXPECT_EQ(decisionwords::why(entry), QStringLiteral("No reason was recorded."));
    entry.comments = {{QStringLiteral("C-02"), QStringLiteral("Which exit?")}};
    EXPECT_EQ(decisionwords::why(entry), QString()) << "its comments say it";
    EXPECT_EQ(decisionwords::comments(entry), QStringLiteral("C-02  “Which exit?”"));
    entry.why = QStringLiteral("As seen");
    EXPECT_EQ(decisionwords::why(entry), QStringLiteral("“As seen”"));
    DecisionEntry over;
    over.of = DecisionEntry::Of::Certificate;
    over.what = token(CertificateAction::Expire);
    EXPECT_EQ(decisionwords::why(over), QString()) << "nobody decided it";
}

TEST(DecisionWords, whoTookPartHimself_isToldThatAnotherDecides)
{
    const auto sentence = decisionSentence({ErrorCode::NotAllowed, {}, QStringLiteral("separation")});
    ASSERT_TRUE(sentence);
    EXPECT_TRUE(sentence->fact.contains(QStringLiteral("another officer decides about it")));
    EXPECT_FALSE(decisionSentence({ErrorCode::NotAllowed, {}, QStringLiteral("scope")}));
    EXPECT_FALSE(decisionSentence({ErrorCode::Incomplete, {}, QStringLiteral("separation")}));
}
