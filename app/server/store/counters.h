// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

namespace markaz::server {

/// Raises a counter by \p by in the open transaction and returns its new value. Its row stays locked until the
/// transaction ends, so the numbers have no gaps and commit in their order.
Result<qint64> addToCounter(Database &database, const QString &name, qint64 by);
/// 0 when there is none yet.
Result<qint64> counter(Database &database, const QString &name);

} // namespace markaz::server
