// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/visits.h"

#include "tests/support/perfectanswers.h"

namespace markaz::server::test {
namespace {

constexpr int kTier = 2;

} // namespace

Visits::Visits()
{
    const Change made = create(server.ids(), Entity::Building,
                               buildingFields(kSialkot, QStringLiteral("SKT-0001"), QStringLiteral("Mill")));
    EXPECT_EQ(server.pushOne(inspector, made).outcome, Outcome::Applied);
    building = made.id;
}

QJsonObject Visits::draftFields(const QString &who)
{
    const Standard &standard = server.core().reference().standards.first();
    return {{QStringLiteral("building"), building},
            {QStringLiteral("inspector"), who},
            {QStringLiteral("kind"), QStringLiteral("initial")},
            {QStringLiteral("standard"), standard.id()},
            {QStringLiteral("standard_version"), standard.version()},
            {QStringLiteral("standard_hash"), standard.hash()},
            {QStringLiteral("revision"), 1},
            {QStringLiteral("started_at"), QStringLiteral("2026-11-23T05:00:00.000Z")},
            {QStringLiteral("state"), QStringLiteral("draft")}};
}

QString Visits::draft()
{
    const Change made = create(server.ids(), Entity::Inspection, draftFields(inspector.actor.accountId));
    EXPECT_EQ(server.pushOne(inspector, made).outcome, Outcome::Applied);
    return made.id;
}

Change Visits::submit(const QString &id, const QStringList &failing, const QJsonObject &claimed, const Standard *by)
{
    const Standard &standard = by == nullptr ? server.core().reference().standards.first() : *by;
    QHash<QString, Answer> answers = samples::perfectAnswers(standard, kTier);
    for (const QString &code : failing)
        samples::makeFail(answers, standard, code, kTier);
    ScoringContext context = samples::context(kTier);
    context.building = server.stored(building)->record.fields;
    context.visitDate = QDate(2026, 11, 23);
    FieldChanges fields;
    for (auto it = answers.constBegin(); it != answers.constEnd(); ++it)
        fields.insert(QStringLiteral("answers.") + it.key(), {QJsonValue::Null, it->toJson()});
    fields.insert(QStringLiteral("score"),
                  {QJsonValue::Null, claimed.isEmpty() ? score(standard, answers, context).summary() : claimed});
    fields.insert(QStringLiteral("visit_outcome"), {QJsonValue::Null, QStringLiteral("done")});
    fields.insert(QStringLiteral("finished_at"), {QJsonValue::Null, QStringLiteral("2026-11-23T08:00:00.000Z")});
    fields.insert(QStringLiteral("state"), {QStringLiteral("draft"), QStringLiteral("submitted")});
    return patch(server.ids(), Entity::Inspection, id, 1, fields, ChangeKind::Submit);
}

Change Visits::review(const QString &inspection, const QString &decision, const Session &by, const QString &reason)
{
    return create(server.ids(), Entity::Review,
                  {{QStringLiteral("inspection"), inspection},
                   {QStringLiteral("reviewer"), by.actor.accountId},
                   {QStringLiteral("decision"), decision},
                   {QStringLiteral("reason"), reason},
                   {QStringLiteral("made_at"), QStringLiteral("2026-11-24T05:00:00.000Z")}});
}

QString Visits::accepted(const QStringList &failing)
{
    QString id = draft();
    EXPECT_EQ(server.pushOne(inspector, submit(id, failing)).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(officer, review(id, QStringLiteral("accept"), officer)).outcome, Outcome::Applied);
    return id;
}

Change Visits::issue(const QString &inspection, const QString &grade, const QString &kind)
{
    return create(server.ids(), Entity::Decision,
                  {{QStringLiteral("kind"), kind},
                   {QStringLiteral("inspection"), inspection},
                   {QStringLiteral("officer"), officer.actor.accountId},
                   {QStringLiteral("grade"), grade},
                   {QStringLiteral("seats"), 45}, // of the 50 that the perfect answers count
                   {QStringLiteral("reason"), QStringLiteral("Meets the standard.")},
                   {QStringLiteral("made_at"), QStringLiteral("2026-11-24T05:30:00.000Z")}});
}

Change Visits::stateChange(const QString &certificate, const QString &kind, const QString &reason)
{
    return create(server.ids(), Entity::Decision,
                  {{QStringLiteral("kind"), kind},
                   {QStringLiteral("certificate"), certificate},
                   {QStringLiteral("officer"), officer.actor.accountId},
                   {QStringLiteral("reason"), reason},
                   {QStringLiteral("made_at"), QStringLiteral("2026-11-24T05:30:00.000Z")}});
}

std::optional<StoredRecord> Visits::certificateOf(const QString &inspection)
{
    const QString id =
        server
            .value(QStringLiteral("SELECT id FROM record WHERE entity = 'certificate' AND data->>'inspection' = '%1'")
                       .arg(inspection))
            .toString();
    return id.isEmpty() ? std::nullopt : server.stored(id);
}

} // namespace markaz::server::test
