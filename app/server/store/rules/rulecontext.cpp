// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/rules/rulecontext.h"

namespace markaz::server {
namespace {

/// The kind of record that \p field names.
QString kindIn(const QString &field)
{
    if (field == QLatin1String("marks"))
        return QStringLiteral("evidence");
    if (field == QLatin1String("merged_into"))
        return QStringLiteral("building");
    return field == QLatin1String("previous") || field == QLatin1String("follow_up") ? QStringLiteral("inspection")
                                                                                     : field;
}

/// The fields whose records must be there before this one can stand.
QStringList needs(Entity entity)
{
    switch (entity) {
    case Entity::Building:
        return {QStringLiteral("owner"), QStringLiteral("merged_into")};
    case Entity::Assignment:
        return {QStringLiteral("building")};
    case Entity::Inspection:
        return {QStringLiteral("building"), QStringLiteral("assignment"), QStringLiteral("previous")};
    case Entity::Evidence:
        return {QStringLiteral("inspection"), QStringLiteral("marks"), QStringLiteral("loan")};
    case Entity::Review:
        return {QStringLiteral("inspection")};
    case Entity::Finding:
        return {QStringLiteral("building"), QStringLiteral("inspection"), QStringLiteral("follow_up")};
    case Entity::Decision:
        return {QStringLiteral("inspection"), QStringLiteral("certificate")};
    case Entity::Centre:
        return {QStringLiteral("building")};
    case Entity::OccupancyReport:
        return {QStringLiteral("centre")};
    case Entity::Loan:
        return {QStringLiteral("building"), QStringLiteral("owner")};
    default:
        return {};
    }
}

/// Who carried out the visits that \p inspection revises or continues.
Result<QStringList> inspectorsBehind(RuleContext &context, const StoredRecord &inspection)
{
    QStringList inspectors;
    QStringList met{inspection.id()}; // a record that names itself ends the way
    QString next = inspection.text("previous");
    while (!next.isEmpty() && !met.contains(next)) {
        met.append(next);
        auto visit = context.records.find(next);
        if (!visit)
            return visit.error();
        if (!visit->has_value() || (*visit)->entity() != Entity::Inspection)
            break;
        inspectors.append((*visit)->text("inspector"));
        next = (*visit)->text("previous");
    }
    return inspectors;
}

} // namespace

protocol::ChangeResult rejected(const Change &change, const QString &code, const QString &field, const QString &message)
{
    protocol::ChangeResult result;
    result.opId = change.opId;
    result.outcome = Outcome::Rejected;
    result.code = code;
    result.field = field;
    result.message = message;
    return result;
}

protocol::ChangeResult held(const Change &change, const QStringList &missing)
{
    protocol::ChangeResult result;
    result.opId = change.opId;
    result.outcome = Outcome::Held;
    result.code = protocol::code::kMissing;
    result.missing = missing;
    result.message = QStringLiteral("waits for records or files that have not come");
    return result;
}

protocol::ChangeResult settled(const Change &change, Outcome outcome, qint64 rev)
{
    protocol::ChangeResult result;
    result.opId = change.opId;
    result.outcome = outcome;
    result.rev = rev;
    return result;
}

AuditEvent refusedEvent(const RuleContext &context, const QString &opId, const QString &code)
{
    AuditEvent event = auditEvent(context.at(), context.actor.accountId, context.device, AuditAction::Refused);
    event.insert(QStringLiteral("op"), opId);
    event.insert(QStringLiteral("code"), code);
    return event;
}

protocol::ChangeResult quarantined(RuleContext &context, const Change &change, const Error &refusal)
{
    const QString code = refusal.where == QLatin1String("scope")           ? protocol::code::kScopeRevoked
                         : refusal.where == protocol::code::kDeviceRevoked ? protocol::code::kDeviceRevoked
                                                                           : protocol::code::kNotAllowed;
    context.quarantine.append(quarantinedAs(change, code));
    AuditEvent event = refusedEvent(context, change.opId, code);
    event.insert(QStringLiteral("entity"), token(change.entity));
    event.insert(QStringLiteral("id"), change.id);
    context.events.append(event);
    // Which record it is that may not be judged by whoever carried it out, so that the laptop can say so.
    const bool separated = refusal.where == QLatin1String("separation");
    return rejected(change, code, separated ? QStringLiteral("inspection") : QString(), refusal.detail);
}

void note(RuleContext &context, const Change &change, const StoredRecord &record, AuditAction action)
{
    AuditEvent event = auditEvent(context.at(), context.actor.accountId, context.device, action);
    event.insert(QStringLiteral("entity"), token(record.entity()));
    event.insert(QStringLiteral("id"), record.id());
    event.insert(QStringLiteral("rev"), record.record.rev);
    event.insert(QStringLiteral("op"), change.opId);
    context.events.append(event);
}

Result<QStringList> place(RuleContext &context, StoredRecord &record)
{
    QStringList missing;
    QHash<QString, StoredRecord> found;
    const QStringList needed = needs(record.entity());
    for (const QString &field : needed) {
        const QString id = record.record.fields.value(field).toString();
        if (id.isEmpty())
            continue;
        auto other = context.records.find(id);
        if (!other)
            return other.error();
        // A removed photo or building does not come again, and what marks it or is merged into it would wait for ever:
        // its rule refuses it.
        const bool refused = field == QLatin1String("marks") || field == QLatin1String("merged_into");
        const bool gone = other->has_value() && (*other)->deleted && !refused;
        if (!other->has_value() || gone || token((*other)->entity()) != kindIn(field))
            missing.append(id);
        else
            found.insert(field, **other);
    }
    if (!missing.isEmpty())
        return missing;

    const auto follow = [&](const QString &field, bool assigneeToo) {
        const auto it = found.constFind(field);
        if (it == found.constEnd())
            return false;
        record.province = it->province;
        if (assigneeToo)
            record.assignee = it->assignee;
        record.parent = it->id();
        return true;
    };
    switch (record.entity()) {
    case Entity::Owner:
        record.province = record.text("province");
        break;
    case Entity::Building: {
        const City *city = context.reference.gazetteer.city(static_cast<int>(record.number("city")));
        record.province = city == nullptr ? QString() : city->province;
        record.parent = record.text("owner");
        record.ukey = record.text("code");
        break;
    }
    case Entity::Assignment:
    case Entity::Inspection:
        follow(QStringLiteral("building"), false);
        record.assignee = record.text("inspector");
        break;
    case Entity::Evidence:
        // A loan's document is no inspector's, whoever it is: it goes to whom no account is called like.
        if (follow(QStringLiteral("loan"), false))
            record.assignee = record.text("loan");
        else
            follow(QStringLiteral("inspection"), true);
        break;
    case Entity::Review:
        follow(QStringLiteral("inspection"), true);
        break;
    case Entity::Finding: // all of the province see it: whoever comes next looks whether it was mended
        follow(QStringLiteral("inspection"), false);
        break;
    case Entity::Centre:
    case Entity::Loan:
        follow(QStringLiteral("building"), false);
        break;
    case Entity::OccupancyReport:
        follow(QStringLiteral("centre"), false);
        break;
    case Entity::Decision:
        if (!follow(QStringLiteral("inspection"), false))
            follow(QStringLiteral("certificate"), false);
        break;
    case Entity::Policy:
    case Entity::Standard:
        record.ukey = QString::number(record.number("version"));
        break;
    case Entity::Scenario: // nationwide
    case Entity::Demand:
        break;
    case Entity::Account:
    case Entity::Certificate:
    case Entity::Conflict: // placed by whoever makes them
        break;
    }
    return missing;
}

Result<Subject> subjectOf(RuleContext &context, const std::optional<StoredRecord> &before, const StoredRecord &after)
{
    Subject subject;
    if (!after.province.isEmpty())
        subject.provinces.append(after.province);
    if (before && !before->province.isEmpty() && !subject.provinces.contains(before->province))
        subject.provinces.append(before->province);
    QString inspection;
    switch (after.entity()) {
    case Entity::Assignment:
        subject.assigneeId = after.text("inspector");
        break;
    case Entity::Inspection: {
        subject.inspectorId = (before ? *before : after).text("inspector");
        auto assignment = context.records.find(after.text("assignment"));
        if (!assignment)
            return assignment.error();
        if (assignment->has_value())
            subject.assigneeId = (*assignment)->text("inspector");
        break;
    }
    case Entity::Evidence:
        inspection = after.text("inspection");
        break;
    case Entity::Review:
        subject.authorId = after.text("reviewer");
        inspection = after.text("inspection");
        break;
    case Entity::Decision: {
        subject.authorId = after.text("officer");
        inspection = after.text("inspection");
        // It is placed by its inspection, but works on its certificate, which may be another province's: both count.
        auto certificate = context.records.find(after.text("certificate"));
        if (!certificate)
            return certificate.error();
        if (certificate->has_value() && !subject.provinces.contains((*certificate)->province))
            subject.provinces.append((*certificate)->province);
        break;
    }
    case Entity::Conflict:
        subject.authorId = after.text("author");
        break;
    case Entity::OccupancyReport: // who reports signs; another officer may correct it
        subject.authorId = before ? QString() : after.text("author");
        break;
    case Entity::Scenario:
    case Entity::Demand:
        subject.authorId = (before ? *before : after).text("author");
        break;
    case Entity::Loan: // who takes a step signs it
        if (!before || before->text("state") != after.text("state"))
            subject.authorId = after.text("state_by");
        break;
    case Entity::Finding: {
        // An inspector verifies by the visit that he names, and that one's inspector answers for it. An officer does
        // with or without one; what counts is that he did not find it himself.
        const bool verifies = context.actor.role == Role::Inspector &&
                              (!before || before->text("state") != after.text("state")) &&
                              after.text("state") == token(FindingState::Verified);
        subject.authorId = before ? QString() : after.text("author");
        inspection = after.text(verifies ? "follow_up" : "inspection");
        break;
    }
    default:
        break;
    }
    if (!inspection.isEmpty()) {
        auto record = context.records.find(inspection);
        if (!record)
            return record.error();
        if (record->has_value())
            subject.inspectorId = (*record)->text("inspector");
        const bool judged = after.entity() == Entity::Review || after.entity() == Entity::Decision;
        if (record->has_value() && judged) {
            auto inspectors = inspectorsBehind(context, **record);
            if (!inspectors)
                return inspectors.error();
            subject.earlierInspectorIds = std::move(inspectors).value();
        }
    }
    return subject;
}

} // namespace markaz::server
