// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/httptypes.h"
#include "core/protocol/messages.h"

namespace markaz::server {

/// The one place that turns an Error into an HTTP status and a code.
protocol::Problem problemOf(const Error &error);

ApiResponse jsonReply(int status, const QJsonObject &json);
ApiResponse jsonReply(int status, const QByteArray &json); ///< \p json: its text
ApiResponse problemReply(const protocol::Problem &problem);
ApiResponse errorReply(const Error &error);
ApiResponse noContent();
/// 403 device_revoked, with the order as `revocation`. \p more: what a sign-in gets beside it.
ApiResponse revokedReply(const DeviceRevocation &revocation, QJsonObject more = {});
/// A Problem for a request that no rule of the store is behind: 404, 405, 415, 426.
protocol::Problem requestProblem(int status, const QString &code, const QString &title, const QString &detail = {});

} // namespace markaz::server
