// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/httptypes.h"
#include "app/server/files/uploads.h"

namespace markaz::server {

/// The one place that says what an Error of app/server/files is over HTTP: its status, and the code of
/// core/protocol/files.h.
ApiResponse fileProblem(const Error &error);
ApiResponse fileProblem(int status, const QString &code, const QString &detail);
/// 204 or another with the state of an upload in its fields: Upload-Offset and, while something is to be sent,
/// Upload-Expires.
ApiResponse uploadReply(int status, const UploadState &state);
/// Every reply of a tus request names the version.
ApiResponse asTus(ApiResponse response);

} // namespace markaz::server
