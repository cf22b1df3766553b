// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

class QSaveFile;

namespace markaz {

/// Puts what was written to \p file into its place, when all of it is on the disk; what stood there before stays
/// otherwise, also where that is no regular file. StorageFull or StorageFailed with `where` = the path.
///
/// 2026-11-29: QSaveFile::commit alone says true when its last bytes, up to 16 KiB that waited in memory, did not fit
/// on the disk (Qt 6.4): the file is put into place without them. What is written in one piece of more than that says
/// by itself, by the bytes that write() took, whether it fitted.
Result<void> commitWhole(QSaveFile &file);

} // namespace markaz
