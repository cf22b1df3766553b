// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordspec.h"

namespace markaz {

/// RecordSpec::check() for a record that passed it before and has changed since at \p paths alone: only they are looked
/// at, and what several fields say together. An answer sheet of 100 answers is checked each time that one of them
/// changes.
Result<void> checkAfter(const RecordSpec &spec, const QJsonObject &fields, const QStringList &paths);

} // namespace markaz
