// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/auditaction.h"

namespace markaz::server {

/// For "event LIKE ?": every entry that tells of \p action. A text that somebody wrote may fit as well, so each that is
/// found is asked for its `action`.
inline QString entriesOf(AuditAction action)
{
    return QStringLiteral("%\"action\":\"%1\"%").arg(token(action));
}

} // namespace markaz::server
