// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"
#include "tests/app/server/visits.h"

namespace markaz::server::test {

/// Visits with findings, and the follow-ups of them.
class FindingVisits : public Visits
{
protected:
    QJsonObject fields(const QString &visit)
    {
        return {{QStringLiteral("inspection"), visit},
                {QStringLiteral("building"), building},
                {QStringLiteral("item"), QStringLiteral("C-02")},
                {QStringLiteral("severity"), QStringLiteral("critical")},
                {QStringLiteral("description"), QStringLiteral("The rear exit is locked")},
                {QStringLiteral("responsible"), QStringLiteral("Owner")},
                {QStringLiteral("due"), QStringLiteral("2026-12-28")},
                {QStringLiteral("state"), QStringLiteral("open")},
                {QStringLiteral("author"), inspector.actor.accountId},
                {QStringLiteral("made_at"), QStringLiteral("2026-11-23T05:30:00.000Z")}};
    }
    QString raise(const QString &visit)
    {
        const Change made = create(server.ids(), Entity::Finding, fields(visit));
        const auto result = server.pushOne(inspector, made);
        EXPECT_EQ(result.outcome, Outcome::Applied) << qPrintable(result.code + result.message);
        return made.id;
    }
    /// A finding of an inspection that is submitted and failed the item.
    QString raisedAndSubmitted()
    {
        const QString visit = draft();
        QString id = raise(visit);
        EXPECT_EQ(server.pushOne(inspector, submit(visit, {QStringLiteral("C-02")})).outcome, Outcome::Applied);
        return id;
    }
    protocol::ChangeResult edit(const Session &who, const QString &id, const char *field, const QJsonValue &value)
    {
        const auto stored = server.stored(id);
        return server.pushOne(
            who, patch(server.ids(), Entity::Finding, id, stored->record.rev,
                       one(QLatin1String(field), valueAt(stored->record.fields, QLatin1String(field)), value)));
    }
    protocol::ChangeResult step(const Session &who, const QString &id, FindingState to, const QString &reason = {},
                                const QString &followUp = {})
    {
        const auto stored = server.stored(id);
        FieldChanges steps = one(QStringLiteral("state"), stored->text("state"), token(to));
        const auto set = [&](const QString &name, const QString &value) {
            const QJsonValue was = valueAt(stored->record.fields, name);
            const QJsonValue is = value.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
            if (was != is)
                steps.insert(name, {was, is});
        };
        set(QStringLiteral("state_reason"), reason);
        set(QStringLiteral("follow_up"), followUp);
        return server.pushOne(who, patch(server.ids(), Entity::Finding, id, stored->record.rev, steps));
    }
    QString stateOf(const QString &id) { return server.stored(id)->text("state"); }
    /// A follow-up by \p who of the visit \p previous, begun after the findings were made.
    QJsonObject followUpFields(const Session &who, const QString &previous)
    {
        QJsonObject visit = draftFields(who.actor.accountId);
        visit.insert(QStringLiteral("kind"), QStringLiteral("follow_up"));
        visit.insert(QStringLiteral("started_at"), QStringLiteral("2026-11-23T06:30:00.000Z"));
        if (!previous.isEmpty())
            visit.insert(QStringLiteral("previous"), previous);
        return visit;
    }
    /// The same, submitted, \p failing in it; its id.
    QString followUp(const Session &who, const QString &previous, const QStringList &failing = {})
    {
        const Change made = create(server.ids(), Entity::Inspection, followUpFields(who, previous));
        EXPECT_EQ(server.pushOne(who, made).outcome, Outcome::Applied);
        EXPECT_EQ(server.pushOne(who, submit(made.id, failing)).outcome, Outcome::Applied);
        return made.id;
    }
    /// The same change, its answers as the visit \p previous gave them.
    Change carrying(Change change, const QString &previous, const QStringList &codes)
    {
        const QJsonObject answers = server.stored(previous)->record.fields.value(QStringLiteral("answers")).toObject();
        for (const QString &code : codes)
            change.fields[QStringLiteral("answers.") + code].after =
                Answer::fromJson(answers.value(code))->carriedOver(previous).toJson();
        return change;
    }
    Session colleague = server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")});
    Session auditor = server.join(QStringLiteral("auditor.one"), Role::Auditor, {QStringLiteral("PK-PB")});
    Session administrator = server.join(QStringLiteral("admin.one"), Role::Administrator, {QStringLiteral("PK-PB")});
    Session far = server.join(QStringLiteral("officer.far"), Role::Officer, {QStringLiteral("PK-SD")});
};

} // namespace markaz::server::test
