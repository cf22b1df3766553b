// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/assignmententry.h"

#include "core/support/programmeday.h"

#include <QJsonArray>

namespace markaz {
namespace {

const QString kInspector = QStringLiteral("inspector");
const QString kDue = QStringLiteral("due");

} // namespace

AssignmentEntry entryOf(const Assignment &assignment)
{
    return {assignment.inspectorId(), assignment.kind(), assignment.due(), assignment.instructions()};
}

void enter(QJsonObject &fields, const AssignmentEntry &entry)
{
    fields.insert(kInspector, entry.inspectorId);
    fields.insert(kDue, entry.due.toString(Qt::ISODate));
    const QString words = entry.instructions.trimmed();
    setValueAt(fields, QStringLiteral("instructions"),
               words.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(words));
}

Result<void> checkDue(const Workspace &workspace, const QDate &due)
{
    if (!due.isValid())
        return makeError(ErrorCode::Incomplete, QStringLiteral("the day is missing"), kDue);
    if (due < programmeDay(workspace.clock.now()))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the day has passed"), QStringLiteral("assign.due"));
    return {};
}

Result<InspectorScope> scopeOf(const Workspace &workspace, const QString &accountId)
{
    const auto account = workspace.records.find(Entity::Account, accountId);
    if (!account)
        return account.error();
    InspectorScope scope;
    if (!*account)
        return scope;
    const QJsonObject &fields = (*account)->fields;
    scope.active = fields.value(QStringLiteral("role")).toString() == token(Role::Inspector) &&
                   fields.value(QStringLiteral("active")).toBool();
    const QJsonArray provinces = fields.value(QStringLiteral("provinces")).toArray();
    for (const auto &province : provinces)
        scope.provinces.append(province.toString());
    return scope;
}

Result<InspectorScope> inspectorToSend(const Workspace &workspace, const QString &accountId)
{
    if (accountId.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("the inspector is missing"), kInspector);
    auto scope = scopeOf(workspace, accountId);
    if (scope && !scope->active)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no inspector whose account is in use"),
                         QStringLiteral("assign.inspector"));
    return scope;
}

} // namespace markaz
