// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/ownfiles.h"

#include <QDir>
#include <QFileInfo>

namespace markaz {

Result<void> makeOwnFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    const QString above = QFileInfo(path).absolutePath();
    if (above != path) {
        if (auto made = makeOwnFolder(above); !made)
            return made;
    }
    if (!QDir().mkdir(path, kOwnFolder) && !QFileInfo(path).isDir())
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the folder cannot be made"), path);
    return {};
}

} // namespace markaz
