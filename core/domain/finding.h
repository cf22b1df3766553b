// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"

#include <QDate>

#include <optional>

namespace markaz {

/// What is to be mended in a building: one item that an inspection found failing or met in part. It stays with that
/// inspection, whatever becomes of it; a later visit shows those that are not settled.
class Finding final : public CheckedRecord<Finding, Entity::Finding>
{
public:
    QString inspectionId() const { return str("inspection"); }
    QString buildingId() const { return str("building"); }
    QString item() const { return str("item"); }
    Severity severity() const { return parse<Severity>(str("severity")).value(); }
    QString description() const { return str("description"); }
    QString responsible() const { return str("responsible"); }
    QDate due() const { return QDate::fromString(str("due"), Qt::ISODate); }
    FindingState state() const { return parse<FindingState>(str("state")).value(); }
    QString stateReason() const { return str("state_reason"); }
    QString followUpId() const { return str("follow_up"); } ///< the visit that verified it; empty: none did
    QString authorId() const { return str("author"); }
    QString madeAt() const { return str("made_at"); }
    bool sample() const { return flag("sample"); }
};

/// The state that \p step leads to from \p from; nothing where the step may not be taken. Verified is final: what fails
/// again is a new finding.
std::optional<FindingState> findingAfter(FindingState from, FindingStep step);
/// The step that leads from \p from to \p to; nothing when none does.
std::optional<FindingStep> findingStep(FindingState from, FindingState to);
/// Whether a reason has to be given for \p step.
bool needsReason(FindingStep step);
/// Whether a visit's own answer to the item of a finding speaks of it: the visit began after the finding was made, and
/// did not carry the answer over from an earlier one. Both as records' fields.
bool looksAt(const QJsonObject &visit, const QJsonObject &finding);
/// Open or fixed: somebody still has something to do with it.
bool isUnsettled(FindingState state);

/// Proposals of the programme, which whoever raises the finding may change: how grave, and until when.
namespace findingproposal {
inline constexpr int kCriticalDays = 30;
inline constexpr int kOtherDays = 60;
/// Of a critical item critical; else major when it fails and minor when it is met in part.
Severity severity(bool criticalItem, bool partial);
QDate due(Severity severity, const QDate &from);
} // namespace findingproposal

} // namespace markaz
