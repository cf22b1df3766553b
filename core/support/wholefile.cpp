// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/wholefile.h"

#include <QFileInfo>
#include <QSaveFile>

namespace markaz {

Result<void> commitWhole(QSaveFile &file)
{
    const QFileInfo there(file.fileName());
    if (there.exists() && !there.isFile()) { // root may rename onto a device
        file.cancelWriting();
        file.commit();
        return makeError(ErrorCode::StorageFailed, QStringLiteral("it is no regular file"), file.fileName());
    }
    if (file.flush() && file.commit())
        return {};
    file.flush(); // the first one stops where the disk did, the second one says why
    const ErrorCode code =
        file.error() == QFileDevice::ResourceError ? ErrorCode::StorageFull : ErrorCode::StorageFailed;
    const Error error = makeError(code, file.errorString(), file.fileName());
    file.cancelWriting();
    file.commit(); // of what is cancelled: nothing comes into place
    return error;
}

} // namespace markaz
