// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Who may decide a conflict, and what a decision may be.
#include "tests/app/server/testserver.h"

namespace markaz::server::test {
namespace {

class Conflicts : public OnBoth
{
protected:
    Session author = server.join(QStringLiteral("inspector.one"), Role::Inspector, {QStringLiteral("PK-PB")});
    Session colleague = server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")});
    Session officer = server.join(QStringLiteral("officer.one"), Role::Officer, {QStringLiteral("PK-PB")});
    Session elsewhere = server.join(QStringLiteral("officer.two"), Role::Officer, {QStringLiteral("PK-SD")});
    Session auditor = server.join(QStringLiteral("auditor.one"), Role::Auditor, {QStringLiteral("PK-PB")});
    Change made = create(server.ids(), Entity::Building,
                         buildingFields(kSialkot, QStringLiteral("SKT-0001"), QStringLiteral("Mill")));

    Change rename(qint64 base, const QString &before, const QString &after)
    {
        return patch(server.ids(), Entity::Building, made.id, base, one(QStringLiteral("name"), before, after));
    }
    /// The id of the author's open conflict.
    QString conflict()
    {
        server.pushOne(author, made);
        server.pushOne(officer, rename(1, QStringLiteral("Mill"), QStringLiteral("Textile mill")));
        server.pushOne(author, rename(1, QStringLiteral("Mill"), QStringLiteral("Flour mill")));
        return found(author);
    }
    QString found(const Session &who)
    {
        QString id;
        for (const auto &item : server.pullAll(who))
            id = item.entity == Entity::Conflict ? item.id : id;
        return id;
    }
    Change resolve(const QString &id)
    {
        return patch(server.ids(), Entity::Conflict, id, 1,
                     one(QStringLiteral("state"), QStringLiteral("open"), QStringLiteral("resolved")));
    }
    Change removal(qint64 base)
    {
        Change change = rename(base, {}, {});
        change.kind = ChangeKind::Delete;
        change.fields.clear();
        return change;
    }
};

TEST_P(Conflicts, othersMayNeitherSeeNorDecideThem)
{
    const QString id = conflict();
    ASSERT_FALSE(id.isEmpty());
    for (const Session *other : {&colleague, &elsewhere})
        EXPECT_TRUE(found(*other).isEmpty());
    EXPECT_EQ(found(auditor), id) << "an auditor reads everything of the scope";
    for (const Session *other : {&colleague, &elsewhere, &auditor}) {
        const auto refused = server.pushOne(*other, resolve(id));
        EXPECT_EQ(refused.outcome, Outcome::Rejected);
        EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("open"));
    }
}

TEST_P(Conflicts, theScopesOfficerDecides_andTheAuthorsLaterDecisionIsNoRejection)
{
    const QString id = conflict();
    EXPECT_EQ(server.pushOne(officer, resolve(id)).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(id)->text("resolved_by"), officer.actor.accountId);
    const auto late = server.pushOne(author, resolve(id));
    EXPECT_TRUE(late.outcome == Outcome::Applied || late.outcome == Outcome::Merged) << qPrintable(late.code);
    EXPECT_EQ(server.stored(id)->text("resolved_by"), officer.actor.accountId) << "the first one did";
}

TEST_P(Conflicts, whoDecidedIsTheServersToSay)
{
    const QString id = conflict();
    Change claimed = resolve(id);
    claimed.fields.insert(QStringLiteral("resolved_by"), {QJsonValue::Null, officer.actor.accountId});
    const auto refused = server.pushOne(author, claimed);
    EXPECT_EQ(refused.outcome, Outcome::Rejected);
    EXPECT_EQ(refused.field, QStringLiteral("resolved_by"));
}

TEST_P(Conflicts, aDecisionForTheOwnValue_isAChangeLikeAnyOther)
{
    const QString id = conflict();
    const auto results =
        server.push(author, {rename(2, QStringLiteral("Textile mill"), QStringLiteral("Flour mill")), resolve(id)});
    EXPECT_EQ(results[0].outcome, Outcome::Applied);
    EXPECT_EQ(results[1].outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(made.id)->text("name"), QStringLiteral("Flour mill"));
    EXPECT_EQ(server.stored(id)->text("resolved_by"), author.actor.accountId);
}

TEST_P(Conflicts, aRemovalOverAnEdit_keepsTheRecordUntilItIsDecided)
{
    server.pushOne(author, made);
    server.pushOne(author, rename(1, QStringLiteral("Mill"), QStringLiteral("Textile mill")));
    EXPECT_EQ(server.pushOne(officer, removal(1)).outcome, Outcome::Conflict);
    EXPECT_FALSE(server.stored(made.id)->deleted);
    const QString id = found(officer);
    const auto results = server.push(officer, {removal(2), resolve(id)});
    EXPECT_EQ(results[0].outcome, Outcome::Applied) << "its own conflict does not hold it";
    EXPECT_EQ(results[1].outcome, Outcome::Applied);
    EXPECT_TRUE(server.stored(made.id)->deleted);
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("resolved"));
}

TEST_P(Conflicts, anEditOverARemoval_bringsTheRecordBackUntilItIsDecided)
{
    server.pushOne(author, made);
    EXPECT_EQ(server.pushOne(officer, removal(1)).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(author, rename(1, QStringLiteral("Mill"), QStringLiteral("Flour mill"))).outcome,
              Outcome::Conflict);
    EXPECT_FALSE(server.stored(made.id)->deleted);
    const QString id = found(author);
    EXPECT_EQ(server.pushOne(author, resolve(id)).outcome, Outcome::Applied);
    EXPECT_FALSE(server.stored(made.id)->deleted);
}

MARKAZ_ON_BOTH(Conflicts);

} // namespace
} // namespace markaz::server::test
