// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/recordcases.h"

#include "app/server/store/accountadmin.h"
#include "app/server/store/devices.h"
#include "app/server/store/recordtable.h"
#include "core/domain/finding.h"
#include "core/security/permissions.h"
#include "tests/support/standardjson.h"

#include <QJsonDocument>

namespace markaz::server::test {
namespace {

const QString kAt = QStringLiteral("2026-11-23T05:00:00.000Z");

/// The state that a finding stands in before \p step.
QString stateBefore(const QString &step)
{
    for (const FindingState from : allValues<FindingState>()) {
        const auto known = parse<FindingStep>(step);
        if (known && findingAfter(from, *known))
            return token(from);
    }
    return token(FindingState::Open);
}

} // namespace

RecordCases::RecordCases()
{
    // The records that are there without anybody's doing.
    policy = *server.stored(idOf("policy"));
    const QJsonObject second = samples::builtinAs(2);
    EXPECT_TRUE(publishStandard(database(), *server.core().reference().published, samples::parsed(second), second,
                                server.clock()));
    version = *server.stored(idOf("standard"));
    account = *server.stored(officerOfBoth.actor.accountId);
}

QString RecordCases::idOf(const char *entity)
{
    return server.value(QStringLiteral("SELECT id FROM record WHERE entity = '%1' LIMIT 1").arg(QLatin1String(entity)))
        .toString();
}

Session RecordCases::caller(Role role)
{
    const QString name = QStringLiteral("%1.%2").arg(token(role)).arg(++m_count);
    return server.join(name, role, {kHere});
}

void RecordCases::become(const Session &who, Place place)
{
    const QString &id = who.actor.accountId;
    AccountAdmin admin(database(), server.core().reference().gazetteer, server.clock(), Manager::server());
    protocol::AccountChange change;
    if (place == Place::ScopeMoved)
        change.provinces = QStringList{kThere};
    if (place == Place::Closed)
        change.active = false;
    if (place == Place::ScopeMoved || place == Place::Closed) {
        ASSERT_TRUE(admin.change(id, change));
    }
    if (place == Place::Revoked) {
        const QString device =
            server.value(QStringLiteral("SELECT id FROM device WHERE account = '%1'").arg(id)).toString();
        ASSERT_TRUE(Devices(database(), server.clock()).revoke(Manager::server(), device, id, server.core().key()));
    }
    if (place == Place::Expired)
        server.run(QStringLiteral("UPDATE token SET expires_at = '2026-01-01T00:00:00.000Z' WHERE session IN "
                                  "(SELECT id FROM session WHERE account = '%1')")
                       .arg(id));
}

StoredRecord RecordCases::put(Batch &batch, Entity entity, const QJsonObject &fields, const StoredRecord *parent)
{
    StoredRecord record;
    record.record = {entity, server.ids().next(), 1, fields};
    const bool nationwide = entity == Entity::Scenario || entity == Entity::Demand;
    record.province = nationwide ? QString() : batch.province;
    if (parent != nullptr)
        record.parent = parent->id();
    for (const char *field : {"inspector", "author"}) {
        if (record.assignee.isEmpty() && entity != Entity::OccupancyReport && !nationwide) // all officers see these
            record.assignee = record.text(field);
    }
    record.ukey = record.text(entity == Entity::Certificate ? "number" : "code");
    batch.there.append({std::nullopt, record});
    return record;
}

StoredRecord RecordCases::building(Batch &batch)
{
    const bool here = batch.province == kHere;
    const QString code = QStringLiteral("%1-%2")
                             .arg(here ? QStringLiteral("SKT") : QStringLiteral("KHI"))
                             .arg(++m_codes, 4, 10, QLatin1Char('0'));
    const QJsonObject fields = buildingFields(here ? kSialkot : kKarachi, code, QStringLiteral("Mill"));
    StoredRecord made = put(batch, Entity::Building, fields);
    if (batch.moved) {
        QJsonObject after = fields;
        after.insert(QStringLiteral("city"), kKarachi);
        batch.moves.append(
            patch(server.ids(), Entity::Building, made.id(), 1, differences(specOf(Entity::Building), fields, after)));
    }
    return made;
}

QJsonObject RecordCases::inspectionFields(const Batch &batch, const StoredRecord &of, const char *state)
{
    const Standard &standard = server.core().reference().standards.first();
    QJsonObject fields{{QStringLiteral("building"), of.id()},
                       {QStringLiteral("inspector"), batch.person},
                       {QStringLiteral("kind"), QStringLiteral("initial")},
                       {QStringLiteral("standard"), standard.id()},
                       {QStringLiteral("standard_version"), standard.version()},
                       {QStringLiteral("standard_hash"), standard.hash()},
                       {QStringLiteral("revision"), 1},
                       {QStringLiteral("started_at"), kAt},
                       {QStringLiteral("state"), QLatin1String(state)}};
    if (qstrcmp(state, "draft") != 0) {
        fields.insert(QStringLiteral("visit_outcome"), QStringLiteral("done"));
        fields.insert(QStringLiteral("finished_at"), kAt);
        fields.insert(QStringLiteral("score"), QJsonObject{{QStringLiteral("complete"), true},
                                                           {QStringLiteral("verdict"), QStringLiteral("eligible")},
                                                           {QStringLiteral("total_bp"), 9000}});
    }
    return fields;
}

StoredRecord RecordCases::inspection(Batch &batch, const StoredRecord &of, const char *state)
{
    QJsonObject fields = inspectionFields(batch, of, state);
    if (batch.ownBefore && qstrcmp(state, "draft") != 0) {
        QJsonObject first = fields;
        first.insert(QStringLiteral("inspector"), batch.who.actor.accountId);
        first.insert(QStringLiteral("state"), QStringLiteral("returned"));
        fields.insert(QStringLiteral("previous"), put(batch, Entity::Inspection, first, &of).id());
        fields.insert(QStringLiteral("revision"), 2);
    }
    return put(batch, Entity::Inspection, fields, &of);
}

StoredRecord RecordCases::certificate(Batch &batch, const StoredRecord &of, const char *state)
{
    return put(batch, Entity::Certificate,
               {{QStringLiteral("number"), QStringLiteral("PK-2025-%1").arg(++m_codes, 6, 10, QLatin1Char('0'))},
                {QStringLiteral("building"), of.id()},
                {QStringLiteral("inspection"), server.ids().next()},
                {QStringLiteral("issued_by"), officerOfBoth.actor.accountId},
                {QStringLiteral("grade"), QStringLiteral("full")},
                {QStringLiteral("seats"), 70},
                {QStringLiteral("valid_from"), QStringLiteral("2025-12-01")},
                {QStringLiteral("valid_until"), QStringLiteral("2027-11-30")},
                {QStringLiteral("state"), QLatin1String(state)}},
               &of);
}

QJsonObject RecordCases::loanOf(Batch &batch, const StoredRecord &home)
{
    const StoredRecord borrower = put(batch, Entity::Owner, ownerFields(batch.province));
    for (RecordWrite &write : batch.there) {
        if (write.after.id() != home.id())
            continue;
        write.after.record.fields.insert(QStringLiteral("owner"), borrower.id());
        write.after.parent = borrower.id();
    }
    return loanFields(home.id(), borrower.id(), batch.who.actor.accountId);
}

QJsonObject RecordCases::fieldsOf(Batch &batch, Entity entity, const QString &decision, const StoredRecord &home)
{
    const QString &self = batch.who.actor.accountId;
    switch (entity) {
    case Entity::Owner:
        return ownerFields(batch.province);
    case Entity::Building: {
        const bool here = batch.province == kHere;
        return buildingFields(here ? kSialkot : kKarachi,
                              QStringLiteral("%1-%2")
                                  .arg(here ? QStringLiteral("SKT") : QStringLiteral("KHI"))
                                  .arg(++m_codes, 4, 10, QLatin1Char('0')),
                              QStringLiteral("Hall"));
    }
    case Entity::Assignment:
        return {{QStringLiteral("building"), home.id()},
                {QStringLiteral("inspector"), batch.person},
                {QStringLiteral("kind"), QStringLiteral("initial")},
                {QStringLiteral("due"), QStringLiteral("2026-12-01")},
                {QStringLiteral("state"), QStringLiteral("open")}};
    case Entity::Inspection:
        return inspectionFields(batch, home, "draft");
    case Entity::Evidence:
        if (decision == kLoanStep)
            return {{QStringLiteral("loan"), put(batch, Entity::Loan, loanOf(batch, home), &home).id()},
                    {QStringLiteral("kind"), QStringLiteral("document")},
                    {QStringLiteral("sha256"), QString(64, QLatin1Char('b'))},
                    {QStringLiteral("size"), 9},
                    {QStringLiteral("media_type"), QStringLiteral("application/pdf")}};
        return {{QStringLiteral("inspection"), inspection(batch, home, "draft").id()},
                {QStringLiteral("kind"), QStringLiteral("photo")},
                {QStringLiteral("sha256"), QString(64, QLatin1Char('a'))},
                {QStringLiteral("size"), 9},
                {QStringLiteral("media_type"), QStringLiteral("image/jpeg")}};
    case Entity::Review:
        return {{QStringLiteral("inspection"), inspection(batch, home, "submitted").id()},
                {QStringLiteral("reviewer"), self},
                {QStringLiteral("decision"), QStringLiteral("accept")},
                {QStringLiteral("reason"), QStringLiteral("As seen.")},
                {QStringLiteral("made_at"), kAt}};
    case Entity::Decision: {
        QJsonObject fields{{QStringLiteral("kind"), decision},
                           {QStringLiteral("officer"), self},
                           {QStringLiteral("reason"), QStringLiteral("As seen.")},
                           {QStringLiteral("made_at"), kAt}};
        const bool renewal = decision == QLatin1String("renew");
        if (renewal || decision == QLatin1String("issue")) {
            if (renewal)
                certificate(batch, home, "issued");
            fields.insert(QStringLiteral("inspection"), inspection(batch, home, "accepted").id());
            fields.insert(QStringLiteral("grade"), QStringLiteral("full"));
            fields.insert(QStringLiteral("seats"), 70);
        } else {
            const bool appealed = decision.endsWith(QLatin1String("_appeal"));
            const bool suspended =
                appealed || decision == QLatin1String("reinstate") || decision == QLatin1String("appeal");
            const StoredRecord paper = certificate(batch, home, suspended ? "suspended" : "issued");
            if (appealed) { // against the decision of another officer
                QJsonObject &stands = batch.there.last().after.record.fields;
                stands.insert(QStringLiteral("appeal"), server.ids().next());
                stands.insert(QStringLiteral("state_by"), officerOfBoth.actor.accountId);
            }
            fields.insert(QStringLiteral("certificate"), paper.id());
        }
        return fields;
    }
    case Entity::Certificate:
        return certificate(batch, home, "issued").record.fields;
    case Entity::Policy: {
        QJsonObject body = policy.record.fields.value(QStringLiteral("body")).toObject();
        body.insert(QStringLiteral("version"), ++m_versions);
        return {{QStringLiteral("version"), m_versions}, {QStringLiteral("body"), body}};
    }
    case Entity::Standard: {
        const QJsonObject body = samples::builtinAs(++m_versions);
        return publication(samples::parsed(body), body);
    }
    case Entity::Account:
        return account.record.fields;
    case Entity::Conflict:
        return {{QStringLiteral("entity"), QStringLiteral("building")},
                {QStringLiteral("record"), home.id()},
                {QStringLiteral("author"), batch.person},
                {QStringLiteral("op_id"), server.ids().next()},
                {QStringLiteral("made_at"), kAt},
                {QStringLiteral("fields"), QJsonObject()},
                {QStringLiteral("state"), QStringLiteral("open")}};
    case Entity::Finding:
        return {{QStringLiteral("inspection"), inspection(batch, home, "draft").id()},
                {QStringLiteral("building"), home.id()},
                {QStringLiteral("item"), QStringLiteral("C-02")},
                {QStringLiteral("severity"), QStringLiteral("critical")},
                {QStringLiteral("description"), QStringLiteral("Locked")},
                {QStringLiteral("due"), QStringLiteral("2026-12-28")},
                {QStringLiteral("state"), stateBefore(decision)},
                {QStringLiteral("author"), self},
                {QStringLiteral("made_at"), kAt}};
    case Entity::Centre:
        certificate(batch, home, "issued");
        return centreFields(home.id());
    case Entity::OccupancyReport:
        certificate(batch, home, "issued");
        return monthFields(put(batch, Entity::Centre, centreFields(home.id()), &home).id(), self);
    case Entity::Loan:
        return loanOf(batch, home);
    case Entity::Scenario:
        return {{QStringLiteral("name"), QStringLiteral("Half")},
                {QStringLiteral("body"), scenarioBody(QStringLiteral("Half"))},
                {QStringLiteral("author"), self},
                {QStringLiteral("made_at"), kAt}};
    case Entity::Demand:
        return {{QStringLiteral("as_of"), QStringLiteral("2026-10-31")},
                {QStringLiteral("source"), QStringLiteral("Counted")},
                {QStringLiteral("freelancers"), QJsonObject{{QString::number(kKarachi), 400'000}}},
                {QStringLiteral("author"), self},
                {QStringLiteral("made_at"), kAt}};
    }
    return {};
}

StoredRecord RecordCases::standing(Batch &batch, Entity entity, const StoredRecord &home, const QString &step)
{
    if (entity == Entity::Building)
        return home;
    if (entity == Entity::Policy)
        return policy;
    if (entity == Entity::Standard)
        return version;
    if (entity == Entity::Account)
        return *server.stored(batch.person);
    QJsonObject fields = fieldsOf(batch, entity, step.isEmpty() ? QStringLiteral("suspend") : step, home);
    if (entity == Entity::Scenario || entity == Entity::Demand) {
        fields.insert(QStringLiteral("author"), batch.person);
        return put(batch, entity, fields);
    }
    if (entity == Entity::Certificate) // put there with its fields
        return batch.there.last().after;
    QString parent = fields.value(QStringLiteral("inspection")).toString();
    if (entity == Entity::OccupancyReport)
        parent = fields.value(QStringLiteral("centre")).toString();
    const QString loan = fields.value(QStringLiteral("loan")).toString();
    if (!loan.isEmpty())
        parent = loan;
    StoredRecord visit;
    visit.record.id = parent;
    StoredRecord made = put(batch, entity, fields,
                            entity == Entity::Owner ? nullptr
                            : parent.isEmpty()      ? &home
                                                    : &visit);
    if (!loan.isEmpty())
        batch.there.last().after.assignee = loan;
    if (batch.moved && entity == Entity::Owner)
        batch.moves.append(patch(server.ids(), entity, made.id(), 1, one(QStringLiteral("province"), kHere, kThere)));
    return made;
}

FieldChanges RecordCases::editOf(Entity entity, ChangeKind kind, const QString &self, const QString &step)
{
    const QJsonValue null = QJsonValue::Null;
    switch (entity) {
    case Entity::Owner:
        return one(QStringLiteral("phone"), null, QStringLiteral("0300-1234567"));
    case Entity::Building:
        return one(QStringLiteral("year_built"), null, 1950);
    case Entity::Assignment:
        return one(QStringLiteral("instructions"), null, QStringLiteral("Ask for the key."));
    case Entity::Inspection: {
        FieldChanges changes = one(QStringLiteral("finished_at"), null, kAt);
        if (kind == ChangeKind::Submit) {
            changes.insert(QStringLiteral("visit_outcome"), {null, QStringLiteral("no_entry")});
            changes.insert(QStringLiteral("state"), {QStringLiteral("draft"), QStringLiteral("submitted")});
        }
        return changes;
    }
    case Entity::Evidence:
        return one(QStringLiteral("caption"), null, QStringLiteral("The gate"));
    case Entity::Review:
        return one(QStringLiteral("decision"), QStringLiteral("accept"), QStringLiteral("reject"));
    case Entity::Decision:
        return one(QStringLiteral("kind"), QStringLiteral("suspend"), QStringLiteral("issue"));
    case Entity::Certificate:
        return one(QStringLiteral("seats"), 70, 700);
    case Entity::Policy:
    case Entity::Standard:
    case Entity::Scenario:
        return one(QStringLiteral("body"), null, QJsonObject());
    case Entity::Demand:
        return one(QStringLiteral("source"), null, QStringLiteral("Heard"));
    case Entity::Account:
        return one(QStringLiteral("role"), null, QStringLiteral("administrator"));
    case Entity::Centre:
        return one(QStringLiteral("contact_phone"), null, QStringLiteral("052-1234567"));
    case Entity::OccupancyReport:
        return one(QStringLiteral("trainings"), 1, 2);
    case Entity::Loan:
        return one(QStringLiteral("notes"), null, QStringLiteral("The deed is asked for."));
    case Entity::Conflict: {
        FieldChanges changes = one(QStringLiteral("state"), QStringLiteral("open"), QStringLiteral("resolved"));
        if (kind == ChangeKind::Submit)
            changes.insert(QStringLiteral("resolved_by"), {null, self});
        return changes;
    }
    case Entity::Finding: {
        const auto known = parse<FindingStep>(step);
        if (!known)
            return one(QStringLiteral("due"), QStringLiteral("2026-12-28"), QStringLiteral("2027-01-28"));
        const QString from = stateBefore(step);
        FieldChanges changes =
            one(QStringLiteral("state"), from, token(*findingAfter(*parse<FindingState>(from), *known)));
        if (needsReason(*known))
            changes.insert(QStringLiteral("state_reason"), {null, QStringLiteral("As agreed.")});
        return changes;
    }
    }
    return {};
}

void RecordCases::add(Batch &batch, const QString &row)
{
    const QStringList words = row.split(QLatin1Char(' '));
    const ChangeKind kind = *parse<ChangeKind>(words.at(0));
    const Entity entity = *parse<Entity>(words.at(1));
    const StoredRecord home = building(batch);
    const bool rootless = entity == Entity::Owner || entity == Entity::Building;
    if (kind == ChangeKind::Create && batch.moved && rootless) {
        // What belongs to nothing that could move: made again by whoever made it, where it has moved since.
        const StoredRecord known = standing(batch, entity, home);
        Change again = create(server.ids(), entity, known.record.fields);
        again.id = known.id();
        batch.changes.append(again);
    } else if (kind == ChangeKind::Create) {
        batch.changes.append(create(server.ids(), entity, fieldsOf(batch, entity, words.value(2), home)));
    } else {
        const StoredRecord known = standing(batch, entity, home, words.value(2));
        FieldChanges edit = kind == ChangeKind::Delete
                                ? FieldChanges()
                                : editOf(entity, kind, batch.who.actor.accountId, words.value(2));
        if (entity == Entity::Building && words.value(2) == kMergeStep) {
            edit = one(QStringLiteral("merged_into"), QJsonValue::Null, building(batch).id());
            edit.insert(QStringLiteral("merge_reason"), {QJsonValue::Null, QStringLiteral("One gate.")});
        }
        batch.changes.append(patch(server.ids(), entity, known.id(), known.record.rev, edit, kind));
    }
}

void RecordCases::putThere(const Batch &batch)
{
    auto transaction = Transaction::begin(database());
    ASSERT_TRUE(transaction);
    const auto written = RecordTable(database()).write(batch.there, toIso(server.clock().now()));
    ASSERT_TRUE(written) << qPrintable(written.error().detail);
    ASSERT_TRUE(transaction->commit());
    const Results moved = batch.moves.isEmpty() ? Results() : server.push(officerOfBoth, batch.moves);
    for (const auto &result : moved)
        ASSERT_EQ(result.outcome, Outcome::Applied) << qPrintable(result.code + result.message);
}

} // namespace markaz::server::test
