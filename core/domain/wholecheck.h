// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordspec.h"

namespace markaz {

/// What several fields of a record say together, or one beyond its type. Incomplete or InvalidValue with `where` = the
/// field. The fields by themselves were checked before.
Result<void> checkWhole(const RecordSpec &spec, const QJsonObject &values);

} // namespace markaz
