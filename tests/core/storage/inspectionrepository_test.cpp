// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/inspectionrepository.h"
#include "tests/core/storage/cachefixture.h"

namespace markaz {
namespace {

class InspectionRepositoryTest : public test::CacheFixture
{
protected:
    InspectionRepository repository() { return InspectionRepository(*m_database); }
    template <class Row>
    static QStringList ids(const Result<QList<Row>> &rows)
    {
        EXPECT_TRUE(rows.ok()) << qPrintable(rows.ok() ? QString() : rows.error().detail);
        QStringList list;
        for (const Row &row : rows.ok() ? rows.value() : QList<Row>())
            list.append(row.id);
        return list;
    }
    void account(const QString &id, const char *name)
    {
        put(Entity::Account,
            {{QStringLiteral("name"), QStringLiteral("sample")},
             {QStringLiteral("display_name"), QLatin1String(name)},
             {QStringLiteral("role"), QStringLiteral("inspector")}},
            id);
    }
    const QString m_other = QStringLiteral("01900000-0000-7000-8000-0000000000a9");
};

TEST_F(InspectionRepositoryTest, list_filtersByStateAndInspectorNewestFirst)
{
    const QString place = building("LHE", 1);
    const QString old = visited(place, "accepted", "eligible", "2026-10-01");
    const QString recent = visited(place, "submitted", "refused", "2026-11-01");
    const QString others =
        visited(place, "submitted", "eligible", "2026-11-05", {{QStringLiteral("inspector"), m_other}});
    EXPECT_EQ(ids(repository().list({}, {})), (QStringList{others, recent, old}));
    EXPECT_EQ(ids(repository().list({}, {}, 2)), (QStringList{others, recent}));
    EXPECT_EQ(ids(repository().list({QStringLiteral("submitted")}, {})), (QStringList{others, recent}));
    EXPECT_EQ(ids(repository().list({QStringLiteral("submitted"), QStringLiteral("accepted")}, m_inspector)),
              (QStringList{recent, old}));
    EXPECT_EQ(ids(repository().list({QStringLiteral("draft")}, {})), QStringList());
    EXPECT_EQ(ids(repository().ofBuilding(place)), (QStringList{others, recent, old}));
    EXPECT_EQ(ids(repository().ofBuilding(m_ids.next())), QStringList());
}

TEST_F(InspectionRepositoryTest, list_joinsWhatTheRowShows)
{
    account(m_inspector, "Sample Inspector");
    const QString place = building("LHE", 1);
    const QJsonObject answers{{QStringLiteral("A-01"), QJsonObject{{QStringLiteral("value"), QStringLiteral("yes")}}},
                              {QStringLiteral("A-02"), QJsonObject{{QStringLiteral("na"), QStringLiteral("none")}}}};
    visited(place, "submitted", "refused", "2026-11-01",
            {{QStringLiteral("answers"), answers}, {QStringLiteral("revision"), 2}});
    const auto rows = repository().list({}, {});
    ASSERT_TRUE(rows.ok());
    ASSERT_EQ(rows->size(), 1);
    const InspectionRow &row = rows->first();
    EXPECT_EQ(row.buildingId, place);
    EXPECT_EQ(row.buildingCode, QStringLiteral("LHE-0001"));
    EXPECT_EQ(row.buildingName, QStringLiteral("Sample building LHE-0001"));
    EXPECT_EQ(row.city, test::cityOf("LHE").name);
    EXPECT_EQ(row.tier, test::cityOf("LHE").tier);
    EXPECT_EQ(row.kind, QStringLiteral("initial"));
    EXPECT_EQ(row.state, QStringLiteral("submitted"));
    EXPECT_EQ(row.revision, 2);
    EXPECT_EQ(row.inspectorId, m_inspector);
    EXPECT_EQ(row.inspectorName, QStringLiteral("Sample Inspector"));
    EXPECT_EQ(row.startedAt, QDateTime(QDate(2026, 11, 1), QTime(10, 0), Qt::UTC));
    EXPECT_EQ(row.finishedAt, row.startedAt);
    EXPECT_EQ(row.answered, 2);
    EXPECT_EQ(row.totalBp, 8000);
    EXPECT_EQ(row.verdict, QStringLiteral("refused"));
    EXPECT_EQ(row.standardHash, QString(64, QLatin1Char('0')));

    put(Entity::Inspection, inspectionFields(m_ids.next(), m_other, "draft")); // its building is not on this laptop
    const auto bare = repository().list({QStringLiteral("draft")}, {});
    ASSERT_EQ(bare->size(), 1);
    EXPECT_EQ(bare->first().totalBp, -1);
    EXPECT_EQ(bare->first().answered, 0);
    EXPECT_FALSE(bare->first().finishedAt.isValid());
}

TEST_F(InspectionRepositoryTest, openDraft_isTheInspectorsOwn)
{
    const QString place = building("LHE", 1);
    EXPECT_TRUE(repository().openDrafts(place, m_inspector)->isEmpty());
    visited(place, "submitted", "eligible", "2026-11-01");
    put(Entity::Inspection, inspectionFields(place, m_other, "draft"));
    EXPECT_TRUE(repository().openDrafts(place, m_inspector)->isEmpty());
    const QString mine = put(Entity::Inspection, inspectionFields(place, m_inspector, "draft"));
    EXPECT_EQ(repository().openDrafts(place, m_inspector).value(), QStringList{mine});
}

TEST_F(InspectionRepositoryTest, aVisit_goesOnInTheDraftOfItsAssignment)
{
    const QString place = building("LHE", 1);
    const QJsonObject followUp{{QStringLiteral("kind"), QStringLiteral("follow_up")}};
    const QString first = assignment(place, "open");
    const QString second = assignment(place, "open", followUp);
    const auto draft = [&](const QJsonObject &more) {
        return put(Entity::Inspection, inspectionFields(place, m_inspector, "draft", more));
    };
    const auto draftOf = [&](const QString &task, const char *kind) {
        return repository().draftFor(place, m_inspector, QLatin1String(kind), task).value().value_or(QString());
    };
    const auto listed = [&](const QString &task) {
        const auto rows = repository().openAssignments(m_inspector);
        for (const AssignmentRow &row : *rows) {
            if (row.id == task)
                return row.draftId;
        }
        return QStringLiteral("no row");
    };
    const QString of = draft({{QStringLiteral("assignment"), first}});
    EXPECT_EQ(draftOf(first, "initial"), of);
    EXPECT_EQ(listed(first), of);
    EXPECT_EQ(draftOf(second, "follow_up"), QString());
    EXPECT_EQ(listed(second), QString());
    EXPECT_EQ(draftOf({}, "initial"), of) << "without an assignment one of its kind";
    EXPECT_EQ(draftOf({}, "follow_up"), QString());
    // A draft that names no assignment would close none.
    const QString free = draft(followUp);
    EXPECT_EQ(draftOf(second, "follow_up"), QString());
    EXPECT_EQ(listed(second), QString());
    EXPECT_EQ(draftOf({}, "follow_up"), free);
    EXPECT_EQ(draftOf(first, "initial"), of);
    const QString its =
        draft(with(followUp, {{QStringLiteral("assignment"), second},
                              {QStringLiteral("started_at"), QStringLiteral("2026-01-01T09:00:00.000Z")}}));
    EXPECT_EQ(draftOf(second, "follow_up"), its) << "though the other is newer";
    EXPECT_EQ(draftOf({}, "follow_up"), free);
    EXPECT_EQ(listed(second), its);
}

TEST_F(InspectionRepositoryTest, openAssignments_comeByDueDateWithTheirDraft)
{
    const QString first = building("LHE", 1);
    const QString second = building("LHE", 2);
    const QString late = assignment(first, "open",
                                    {{QStringLiteral("due"), QStringLiteral("2027-01-01")},
                                     {QStringLiteral("instructions"), QStringLiteral("ask for the guard")}});
    const QString soon = assignment(second, "open", {{QStringLiteral("due"), QStringLiteral("2026-11-30")}});
    assignment(second, "done");
    assignment(second, "open", {{QStringLiteral("inspector"), m_other}});
    const QString draft =
        put(Entity::Inspection, inspectionFields(first, m_inspector, "draft", {{QStringLiteral("assignment"), late}}));
    put(Entity::Inspection, inspectionFields(second, m_other, "draft", {{QStringLiteral("assignment"), soon}}));
    const auto rows = repository().openAssignments(m_inspector);
    EXPECT_EQ(ids(rows), (QStringList{soon, late}));
    EXPECT_EQ(rows->at(0).draftId, QString());
    const AssignmentRow &row = rows->at(1);
    EXPECT_EQ(row.draftId, draft);
    EXPECT_EQ(row.buildingId, first);
    EXPECT_EQ(row.buildingCode, QStringLiteral("LHE-0001"));
    EXPECT_EQ(row.city, test::cityOf("LHE").name);
    EXPECT_EQ(row.due, QDate(2027, 1, 1));
    EXPECT_EQ(row.instructions, QStringLiteral("ask for the guard"));
    EXPECT_EQ(row.inspectorId, m_inspector);
    EXPECT_EQ(row.kind, QStringLiteral("initial"));
}

TEST_F(InspectionRepositoryTest, previousOf_isTheNewestAcceptedOneBefore)
{
    const QString place = building("LHE", 1);
    const QString first = visited(place, "accepted", "refused", "2026-01-01");
    const QString second = visited(place, "accepted", "eligible", "2026-03-01");
    visited(place, "rejected", "eligible", "2026-04-01");
    const QString now = visited(place, "submitted", "eligible", "2026-05-01");
    visited(place, "accepted", "eligible", "2026-06-01"); // later
    EXPECT_EQ(repository().previousOf(now).value(), second);
    EXPECT_EQ(repository().previousOf(second).value(), first);
    EXPECT_FALSE(repository().previousOf(first).value().has_value());
}

TEST_F(InspectionRepositoryTest, judgedBeside_isTheNewestThatTookPlaceAndWasDecided)
{
    const QString place = building("LHE", 1);
    const QString accepted = visited(place, "accepted", "refused", "2026-01-01");
    const QString rejected = visited(place, "rejected", "eligible", "2026-02-01");
    const QString unmade = visited(place, "accepted", "refused", "2026-02-10",
                                   {{QStringLiteral("visit_outcome"), QStringLiteral("no_entry")}});
    visited(place, "submitted", "eligible", "2026-02-15");
    visited(building("LHE", 2), "accepted", "eligible", "2026-02-20");
    const QString now = visited(place, "submitted", "eligible", "2026-03-01");
    visited(place, "accepted", "eligible", "2026-06-01"); // later
    EXPECT_EQ(repository().judgedBeside(now).value(), rejected) << "one that did not take place shows nothing";
    EXPECT_EQ(repository().previousOf(now).value(), unmade) << "what a rejected one said is no answer of the last time";
    EXPECT_EQ(repository().judgedBeside(rejected).value(), accepted);
    EXPECT_FALSE(repository().judgedBeside(accepted).value().has_value());
    const QString followUp =
        visited(place, "submitted", "eligible", "2026-03-02",
                {{QStringLiteral("previous"), accepted}, {QStringLiteral("kind"), QStringLiteral("follow_up")}});
    EXPECT_EQ(repository().judgedBeside(followUp).value(), accepted) << "the one whose answers it took over";
}

TEST_F(InspectionRepositoryTest, previousOf_aRevisionIsTheReturnedOne)
{
    const QString place = building("LHE", 1);
    const QString returned = visited(place, "returned", "eligible", "2026-02-01");
    const QString next = visited(place, "submitted", "eligible", "2026-04-01",
                                 {{QStringLiteral("previous"), returned}, {QStringLiteral("revision"), 2}});
    visited(place, "accepted", "eligible", "2026-03-01");
    EXPECT_EQ(repository().previousOf(next).value(), returned);
}

TEST_F(InspectionRepositoryTest, reviewsOfAndNextRevisionOf_followTheLinks)
{
    const QString place = building("LHE", 1);
    const QString visit = visited(place, "returned", "eligible", "2026-01-01");
    visited(place, "submitted", "eligible", "2026-01-20",
            {{QStringLiteral("previous"), visit}, {QStringLiteral("kind"), QStringLiteral("follow_up")}});
    EXPECT_FALSE(repository().nextRevisionOf(visit).value().has_value()) << "a follow-up succeeds no visit";
    EXPECT_EQ(ids(repository().toTakeUpAgain(m_inspector, 10)), QStringList{visit});
    const QString next = visited(place, "submitted", "eligible", "2026-02-01",
                                 {{QStringLiteral("previous"), visit}, {QStringLiteral("revision"), 2}});
    EXPECT_EQ(repository().nextRevisionOf(visit).value(), next);
    EXPECT_EQ(ids(repository().toTakeUpAgain(m_inspector, 10)), QStringList());
    const auto review = [&](const char *at) {
        return put(Entity::Review, {{QStringLiteral("inspection"), visit},
                                    {QStringLiteral("reviewer"), m_officer},
                                    {QStringLiteral("decision"), QStringLiteral("return")},
                                    {QStringLiteral("reason"), QStringLiteral("x")},
                                    {QStringLiteral("made_at"), QLatin1String(at)}});
    };
    const QString later = review("2026-01-03T00:00:00.000Z");
    const QString earlier = review("2026-01-02T00:00:00.000Z");
    EXPECT_EQ(repository().reviewsOf(visit).value(), (QStringList{earlier, later}));
}

TEST_F(InspectionRepositoryTest, certificates_tellTheirStateOnADay)
{
    const QString place = building("LHE", 1);
    const QString visit = visited(place, "accepted", "eligible", "2026-01-01");
    const QString old = certificate(place, visit, "provisional", "superseded", "2026-01-02", "2026-04-02");
    const QString paper = certificate(place, visit, "full", "issued", "2026-02-02", "2028-02-02");
    const QString revoked =
        certificate(building("LHE", 2), m_ids.next(), "full", "revoked", "2025-02-02", "2026-02-02");
    const CertificateRepository repository(*m_database);
    const auto rows = repository.list(QDate(2028, 2, 2));
    EXPECT_EQ(ids(rows), (QStringList{paper, old, revoked}));
    EXPECT_EQ(rows->at(0).state, QStringLiteral("issued"));
    EXPECT_EQ(rows->at(0).buildingCode, QStringLiteral("LHE-0001"));
    EXPECT_EQ(rows->at(0).city, test::cityOf("LHE").name);
    EXPECT_EQ(rows->at(0).seats, 100);
    EXPECT_EQ(rows->at(0).validUntil, QDate(2028, 2, 2));
    EXPECT_EQ(rows->at(1).state, QStringLiteral("superseded"));
    EXPECT_EQ(rows->at(2).state, QStringLiteral("revoked")); // revoked stays revoked, whatever its validity
    EXPECT_EQ(repository.list(QDate(2028, 2, 3))->at(0).state, QStringLiteral("expired"));
    EXPECT_EQ(ids(repository.list(QDate(2028, 2, 2), 1)).size(), 1);

    EXPECT_EQ(repository.ofInspection(visit).value(), paper);
    EXPECT_EQ(repository.currentOf(place).value(), paper);
    EXPECT_EQ(repository.byNumber(rows->at(0).number).value(), paper);
    EXPECT_FALSE(repository.byNumber(QStringLiteral("MKZ-XX-0000000")).value().has_value());
    EXPECT_FALSE(repository.ofInspection(m_ids.next()).value().has_value());
    EXPECT_FALSE(repository.currentOf(m_ids.next()).value().has_value());
}

} // namespace
} // namespace markaz
