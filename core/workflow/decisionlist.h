// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "core/workflow/changes.h"

namespace markaz {

/// One decision about an inspection or its certificate: who, when, what, and why.
struct DecisionEntry
{
    enum class Of { Inspection, Certificate };
    Of of = Of::Inspection;
    QString what; ///< accept, return, reject; decisionKinds(); or "expire", "superseded" and "in_force": it is, again
    QString by;   ///< account id; empty: it came about by itself
    QDateTime at; ///< UTC
    QString why;  ///< empty: nobody wrote it down, as before every decision had to have its words
    QJsonObject comments;      ///< of a review: item code -> words
    int revision = 1;          ///< of the inspection that was reviewed
    bool waits = false;        ///< it has not reached the server
    bool whyElsewhere = false; ///< its reason is with the server and not on this laptop
};

/// Everything that was decided on \p inspection and the revisions before it, and on \p certificate, the earliest first,
/// as far as this account may know it: an inspector knows reviews and, of the certificate, what it says itself (the
/// reason of where it stands). What the server rejected counts as never decided. Either may be missing.
Result<QList<DecisionEntry>> decisionsAbout(Workspace &workspace, const std::optional<Inspection> &inspection,
                                            const std::optional<Certificate> &certificate);
/// The same with the certificate that rests on \p inspection, if there is one here.
Result<QList<DecisionEntry>> decisionsAbout(Workspace &workspace, const Inspection &inspection);
/// The last review of \p inspection itself; nothing where it waits for one.
Result<std::optional<DecisionEntry>> reviewOf(Workspace &workspace, const Inspection &inspection);

} // namespace markaz
