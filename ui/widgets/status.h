// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"
#include "core/scoring/score.h"

#include <QMetaType>

namespace markaz::ui {

/// The six tones of status; always shown with an icon and a word, never by colour alone.
enum class Status { Ok, Warn, Bad, Info, Review, Neutral };

/// "ok", "warn" ...: the value of the dynamic property `status` that the style sheet knows.
QString statusName(Status status);

/// What a status chip shows. Models hand it out under ChipRole for StatusDelegate.
struct ChipContent
{
    Status status = Status::Neutral;
    QString icon; ///< name for icon(); empty: no icon
    QString word;
    friend bool operator==(const ChipContent &, const ChipContent &) = default;
};

/// Item data role that holds a ChipContent.
inline constexpr int ChipRole = Qt::UserRole + 60;

/// The chips of the domain's states, with the icon shapes that tell them apart without colour.
namespace chips {

ChipContent stage(const QString &token);
ChipContent inspectionState(const QString &token, bool owed = false); ///< \p owed: see InspectionRow
ChipContent assignmentState(const QString &token);
ChipContent certificate(CertificateState state, const QString &grade = {});
ChipContent verdict(Verdict verdict);
ChipContent item(ItemScore::Status status, int creditBp = 0);
ChipContent severity(Severity severity);
ChipContent finding(FindingState state, bool overdue = false);

} // namespace chips
} // namespace markaz::ui

Q_DECLARE_METATYPE(markaz::ui::ChipContent)
