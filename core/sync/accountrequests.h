// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/accounts.h"
#include "core/sync/administration.h"

namespace markaz {

/// What an administrator asks of the server, for Administration::ask(); each says what decodes its answer.

AdminRequest accountsRequest();                                                              ///< AccountList
AdminRequest addAccountRequest(const protocol::AccountRequest &account);                     ///< AccountEntry
AdminRequest changeAccountRequest(const QString &id, const protocol::AccountChange &change); ///< AccountEntry
AdminRequest codeRequest(const QString &accountId);                                          ///< CodeReply
AdminRequest devicesRequest(const QString &accountId);                                       ///< DeviceList
AdminRequest revokeRequest(const QString &deviceId, const QString &accountId);               ///< DeviceEntry
AdminRequest passwordRequest(const protocol::PasswordRequest &change);                       ///< nothing

} // namespace markaz
