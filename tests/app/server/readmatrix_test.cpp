// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Who is sent what: every kind of record x every role x whose the record is, where it lies and where the account works
// by then, through the pull, against a table that was written down from domain.md ("Roles"). A kind of record without a
// row fails. Where nobody is named whose it is (owners, buildings, certificates), own and another's are alike.
#include "tests/app/server/recordcases.h"

namespace markaz::server::test {
namespace {

using protocol::FeedKind;

enum class Where {
    Own,        ///< of the reader's own visits; of accounts, the reader's own
    Anothers,   ///< of a colleague in the same province
    Elsewhere,  ///< of somebody in a province that never was the reader's
    Moved,      ///< the reader's own; it has moved to another province since. Of accounts, a colleague's that did
    ScopeMoved, ///< the reader's own; the reader works in another province since
    Come,       ///< of somebody in that other province, where the reader works since
};
const QList<Where> kPlaces{Where::Own, Where::Anothers, Where::Elsewhere, Where::Moved, Where::ScopeMoved, Where::Come};
const QList<Role> kRoles{Role::Inspector, Role::Officer, Role::Administrator, Role::Auditor};

/// A letter for each role, in the order of kRoles: + it is sent, - it is not.
struct Row
{
    Entity entity;
    const char *own;
    const char *anothers;
    const char *elsewhere;
    const char *moved;
    const char *scopeMoved;
    const char *come;
};

/// "See buildings, centres and reference data of the scope", "all of the scope", "read everything of the scope"; an
/// administrator is named for none of it.
constexpr Row ofTheProvince(Entity entity)
{
    return {entity, "++-+", "++-+", "----", "----", "----", "++-+"};
}
/// An inspector's "own assignments and inspections", and what belongs to those.
constexpr Row ofItsInspector(Entity entity)
{
    return {entity, "++-+", "-+-+", "----", "----", "----", "-+-+"};
}
/// Reference data, for everybody.
constexpr Row everybodys(Entity entity)
{
    return {entity, "++++", "++++", "++++", "++++", "++++", "++++"};
}

const QList<Row> kTable{
    ofTheProvince(Entity::Owner), // who registers owners sees them
    ofTheProvince(Entity::Building),
    ofTheProvince(Entity::Certificate),
    ofTheProvince(Entity::Finding), // whoever comes next looks whether it was mended
    ofItsInspector(Entity::Assignment),
    ofItsInspector(Entity::Inspection),
    ofItsInspector(Entity::Evidence),
    ofItsInspector(Entity::Review),
    ofItsInspector(Entity::Conflict), // it goes to whose change it is about, and to those who decide
    // What was decided an inspector reads from the certificate.
    {Entity::Decision, "-+-+", "-+-+", "----", "----", "----", "-+-+"},
    ofTheProvince(Entity::Centre),
    // What centres report of their members is for those who decide and those who look over their shoulder.
    {Entity::OccupancyReport, "-+-+", "-+-+", "----", "----", "----", "-+-+"},
    // So is what owners borrow.
    {Entity::Loan, "-+-+", "-+-+", "----", "----", "----", "-+-+"},
    // What the programme was tried with is for the same, in whatever province.
    {Entity::Scenario, "-+-+", "-+-+", "-+-+", "-+-+", "-+-+", "-+-+"},
    everybodys(Entity::Demand),
    everybodys(Entity::Policy),
    everybodys(Entity::Standard),
    // So that records can say who did what: of everybody in a province of one's own.
    {Entity::Account, "++++", "++++", "----", "----", "++++", "++++"},
};

/// What is there without anybody's doing, and so is no news to a reader.
bool isReference(Entity entity)
{
    return entity == Entity::Policy || entity == Entity::Standard;
}

char letterOf(const Row &row, Where where, Role role)
{
    const qsizetype at = kRoles.indexOf(role);
    switch (where) {
    case Where::Own:
        return row.own[at];
    case Where::Anothers:
        return row.anothers[at];
    case Where::Elsewhere:
        return row.elsewhere[at];
    case Where::Moved:
        return row.moved[at];
    case Where::ScopeMoved:
        return row.scopeMoved[at];
    case Where::Come:
        return row.come[at];
    }
    return '?';
}

/// The column that holds before anything or anybody has moved.
Where before(Where where, Entity entity)
{
    switch (where) {
    case Where::Moved:
        return entity == Entity::Account ? Where::Anothers : Where::Own;
    case Where::ScopeMoved:
        return Where::Own;
    case Where::Come:
        return Where::Elsewhere;
    default:
        return where;
    }
}

class ReadMatrix : public RecordCases
{
protected:
    struct Reader
    {
        Session who;
        QString cursor; ///< of before the records were made
        QSet<Entity> had = {};
    };
    using Sent = QHash<QString, FeedKind>;

    Sent sent(const Session &who, QString &cursor)
    {
        Sent all;
        for (const auto &item : server.pull(who, cursor))
            all.insert(item.id, item.kind);
        return all;
    }
    Sent sentFromNothing(const Session &who)
    {
        QString cursor;
        return sent(who, cursor);
    }
    QString newest(const char *entity)
    {
        return server
            .value(QStringLiteral("SELECT id FROM record WHERE entity = '%1' ORDER BY seq DESC LIMIT 1")
                       .arg(QLatin1String(entity)))
            .toString();
    }
    /// A record of each kind that is made in the work, by those who make such records, through the push: the visits are
    /// \p inspector's.
    void makeAll(const Session &inspector, const QString &province)
    {
        m_made.clear();
        m_homes.clear();
        const Session administrator = caller(Role::Administrator);
        const QList<std::pair<const Session *, QStringList>> makers{
            {&officerOfBoth,
             {QStringLiteral("owner"), QStringLiteral("building"), QStringLiteral("assignment"),
              QStringLiteral("review"), QStringLiteral("decision issue"), QStringLiteral("centre"),
              QStringLiteral("occupancy_report"), QStringLiteral("loan"), QStringLiteral("scenario")}},
            {&administrator, {QStringLiteral("demand")}},
            {&inspector, {QStringLiteral("inspection"), QStringLiteral("evidence"), QStringLiteral("finding")}}};
        for (const auto &[maker, kinds] : makers) {
            Batch batch;
            batch.who = *maker;
            batch.person = inspector.actor.accountId;
            batch.province = province;
            for (const QString &kind : kinds) {
                add(batch, QStringLiteral("create ") + kind);
                m_made.insert(batch.changes.last().entity, batch.changes.last().id);
            }
            putThere(batch);
            for (const RecordWrite &write : std::as_const(batch.there)) {
                if (write.after.entity() == Entity::Building)
                    m_homes.append(write.after.id());
            }
            for (const auto &result : server.push(batch.who, batch.changes))
                ASSERT_EQ(result.outcome, Outcome::Applied) << qPrintable(result.code + result.message);
        }
        const QString &building = m_made[Entity::Building];
        m_homes.append(building);
        m_made.insert(Entity::Certificate, newest("certificate"));
        ASSERT_EQ(server
                      .pushOne(inspector,
                               patch(server.ids(), Entity::Building, building, 1, one(QStringLiteral("storeys"), 1, 3)))
                      .outcome,
                  Outcome::Conflict);
        m_made.insert(Entity::Conflict, newest("conflict"));
    }
    QString recordOf(Entity entity, const Session &reader, const Session &colleague, Where where)
    {
        if (entity == Entity::Account)
            return where == Where::Own || where == Where::ScopeMoved ? reader.actor.accountId
                                                                     : colleague.actor.accountId;
        return isReference(entity) ? idOf(qPrintable(token(entity))) : m_made.value(entity);
    }
    /// Everything that was made, and the colleague, to the other province.
    void moveAll(const Session &colleague)
    {
        QList<Change> moves{patch(server.ids(), Entity::Owner, m_made.value(Entity::Owner), 1,
                                  one(QStringLiteral("province"), kHere, kThere))};
        for (const QString &home : std::as_const(m_homes))
            moves.append(
                patch(server.ids(), Entity::Building, home, 1, one(QStringLiteral("city"), kSialkot, kKarachi)));
        for (const auto &result : server.push(officerOfBoth, moves))
            ASSERT_EQ(result.outcome, Outcome::Applied) << qPrintable(result.code + result.message);
        become(colleague, Place::ScopeMoved);
    }
    void expectSent(const Sent &all, const QString &id, char letter, const std::string &cell)
    {
        EXPECT_EQ(all.contains(id) && all.value(id) == FeedKind::Put, letter == '+') << cell;
    }

    QHash<Entity, QString> m_made;
    QStringList m_homes; ///< buildings that something of it hangs on
};

TEST_P(ReadMatrix, everyKindOfRecord_isSentToThoseWhomTheTableNames)
{
    QHash<Entity, Row> table;
    for (const Row &row : kTable)
        table.insert(row.entity, row);
    EXPECT_EQ(table.size(), kTable.size()) << "two rows of one kind";
    for (const Entity entity : allValues<Entity>())
        ASSERT_TRUE(table.contains(entity)) << "no row for " << qPrintable(token(entity));

    for (const Where where : kPlaces) {
        QList<Reader> readers;
        for (const Role role : kRoles)
            readers.append({caller(role), {}});
        const bool there = where == Where::Elsewhere || where == Where::Come;
        const Session colleague = server.join(QStringLiteral("colleague.%1").arg(static_cast<int>(where)),
                                              Role::Inspector, {there ? kThere : kHere});
        for (Reader &reader : readers)
            sent(reader.who, reader.cursor);
        const bool own = where == Where::Own || where == Where::Moved || where == Where::ScopeMoved;
        makeAll(own ? readers.first().who : colleague, there ? kThere : kHere);
        ASSERT_FALSE(HasFatalFailure());
        const auto cell = [where](Entity entity, const Session &who) {
            return (token(entity) + QStringLiteral(" as ") + token(who.actor.role) + QStringLiteral(", place ") +
                    QString::number(static_cast<int>(where)))
                .toStdString();
        };

        // As it is made: to those who look for the first time, and as news to those who have looked before.
        for (Reader &reader : readers) {
            const Sent whole = sentFromNothing(reader.who);
            const Sent news = sent(reader.who, reader.cursor);
            for (const Entity entity : allValues<Entity>()) {
                const QString id = recordOf(entity, reader.who, colleague, where);
                ASSERT_TRUE(server.stored(id)) << "no " << qPrintable(token(entity)) << " to be sent";
                const char letter = letterOf(table.value(entity), before(where, entity), reader.who.actor.role);
                expectSent(whole, id, letter, cell(entity, reader.who));
                if (m_made.contains(entity))
                    expectSent(news, id, letter, cell(entity, reader.who) + ", as news");
                if (letter == '+')
                    reader.had.insert(entity);
            }
        }

        // And after it, or the reader, has moved.
        if (where == Where::Moved)
            moveAll(colleague);
        const bool readerMoves = where == Where::ScopeMoved || where == Where::Come;
        ASSERT_FALSE(HasFatalFailure());
        for (Reader &reader : readers) {
            if (readerMoves)
                become(reader.who, Place::ScopeMoved);
            const Sent whole = sentFromNothing(reader.who);
            for (const Entity entity : allValues<Entity>())
                expectSent(whole, recordOf(entity, reader.who, colleague, where),
                           letterOf(table.value(entity), where, reader.who.actor.role),
                           cell(entity, reader.who) + ", at last");
            if (readerMoves) {
                const ApiResponse stopped =
                    server.call("GET", QStringLiteral("/api/v1/changes?cursor=") + reader.cursor, {}, reader.who.token);
                EXPECT_EQ(stopped.status, 409) << "the old cursor leads to what is no longer the reader's";
                EXPECT_EQ(codeOf(stopped), protocol::code::kScopeChanged);
                continue;
            }
            const Sent news = sent(reader.who, reader.cursor);
            for (const Entity entity : allValues<Entity>()) {
                const QString id = recordOf(entity, reader.who, colleague, where);
                const bool leaves =
                    reader.had.contains(entity) && letterOf(table.value(entity), where, reader.who.actor.role) == '-';
                EXPECT_EQ(news.contains(id), leaves) << cell(entity, reader.who) << ", what was sent leaves";
                EXPECT_TRUE(!leaves || news.value(id) == FeedKind::Leave) << cell(entity, reader.who);
            }
        }
    }
}

MARKAZ_ON_BOTH(ReadMatrix);

} // namespace
} // namespace markaz::server::test
