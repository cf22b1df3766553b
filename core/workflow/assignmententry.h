// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "core/workflow/changes.h"

namespace markaz {

/// What an officer says of a visit that an inspector is to make.
struct AssignmentEntry
{
    QString inspectorId;
    QString kind = QStringLiteral("initial"); ///< token
    QDate due;
    QString instructions;
};

/// What an assignment says, as a form shows it.
AssignmentEntry entryOf(const Assignment &assignment);
/// Writes all of \p entry but the kind, which an assignment keeps.
void enter(QJsonObject &fields, const AssignmentEntry &entry);
/// Incomplete, or InvalidValue with `where` = "assign.due" for a day that has passed.
Result<void> checkDue(const Workspace &workspace, const QDate &due);

/// Where an account may work, as its public record says, which every laptop of its provinces has.
struct InspectorScope
{
    bool active = false; ///< an inspector whose account is in use
    QStringList provinces;
};
/// Nobody's where there is no such account here.
Result<InspectorScope> scopeOf(const Workspace &workspace, const QString &accountId);
/// The same; Incomplete with `where` = "inspector" without an id, InvalidValue with "assign.inspector" for one who
/// cannot be sent anywhere.
Result<InspectorScope> inspectorToSend(const Workspace &workspace, const QString &accountId);

} // namespace markaz
