// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "core/security/permissions.h"
#include "core/workflow/changes.h"

namespace markaz {

/// Whom and which province an inspection concerns: what may() asks of it.
Result<Subject> subjectOf(const Workspace &workspace, const Record &inspection);
/// The same for whoever judges it, with everybody who carried out a part of it.
Result<Subject> judgedSubjectOf(const Workspace &workspace, const Inspection &inspection);
/// The visits that \p inspection revises or continues, the latest first, as far as they are on this laptop; the server
/// knows all of them.
Result<QList<Inspection>> visitsBehind(const Workspace &workspace, const Inspection &inspection);

/// What may() needs to know of a finding in a building: of whose visit it is. An inspector other than the visit's own
/// does not have that visit, and \p visitId may be empty; then it names no inspector.
Result<Subject> subjectIn(const Workspace &workspace, const QString &buildingId, const QString &visitId);

/// Whether may() asks \p step of the visit that it names and not of the one that found it: an inspector verifies by a
/// visit of his own. An officer does on other evidence too, and never what he found himself when he was an inspector.
bool isByVisit(const Actor &actor, FindingStep step);

/// The inspection \p id, if \p actor may do \p action to it and it is a draft; else NotAllowed or WrongState (`where`
/// "state").
Result<Inspection> draftFor(const Workspace &workspace, const Actor &actor, Action action, const QString &id);

/// What is made of a sample record is sample too.
void markSample(QJsonObject &fields, const Record &parent);

} // namespace markaz
