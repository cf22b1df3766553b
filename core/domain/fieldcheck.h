// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordspec.h"

namespace markaz {

// What RecordSpec::check() and checkAfter() ask of one field.

bool isStorable(const QString &text);
/// U+0000 or half a surrogate pair anywhere inside: PostgreSQL's jsonb refuses both, and the second has no UTF-8, so
/// they are refused before anything is stored.
bool holdsUnstorable(const QJsonValue &value);
Error unstorable(const QString &field);
Error dotted(const QString &name);
/// InvalidValue for a value of another form, Incomplete where a required one is missing; `where` = the field.
Result<void> checkField(const FieldSpec &f, const QJsonValue &value);

} // namespace markaz
