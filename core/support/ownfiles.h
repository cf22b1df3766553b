// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QFileDevice>

namespace markaz {

/// The modes of everything that Markaz keeps: for its owner alone.
inline constexpr QFileDevice::Permissions kOwnFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner; ///< 0600
inline constexpr QFileDevice::Permissions kOwnFolder = kOwnFile | QFileDevice::ExeOwner;               ///< 0700

/// What lets anybody else in.
inline constexpr QFileDevice::Permissions kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                    QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                                    QFileDevice::WriteOther | QFileDevice::ExeOther;

/// Makes the folder with those above it that are missing, each 0700 and on the disk; one that is there keeps its mode.
/// StorageFailed with `where` = the path.
Result<void> makeOwnFolder(const QString &path);

/// Closes the folder and everything in it to others: files 0600, folders 0700. Symbolic links are left alone, and so is
/// where they lead. StorageFailed with `where` = what could not be closed.
Result<void> closeToOthers(const QString &folder);

/// A new or changed name is only on the disk when its folder is: hands the folder's names to the disk. A disk that does
/// not confirm is logged and no error: what was done stands as long as the power does.
void folderToDisk(const QString &folder);
/// Hands everything that was written to the file at \p path to the disk. StorageFailed with `where` = the path.
Result<void> fileToDisk(const QString &path);

} // namespace markaz
