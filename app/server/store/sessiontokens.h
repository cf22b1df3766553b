// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/auditlog.h"
#include "core/domain/actor.h"
#include "core/protocol/messages.h"
#include "core/storage/database.h"

#include <QDateTime>

namespace markaz::server {

/// What sign-in and refresh share; everything happens in the open transaction.

Error unauthenticated(const QString &why);
/// To a sample account, asked from elsewhere.
Error sampleElsewhere();
/// What is stored of a token.
QString storedToken(const QString &token);
/// Takes the writers' lock.
Result<void> auditSession(Database &database, const QString &at, const QString &account, const QString &device,
                          AuditAction action);
/// A pair of tokens for a session; \p parent is the hash of the refresh token it was made from.
Result<protocol::SessionReply> newTokens(Database &database, const QDateTime &now, const QString &session,
                                         const QString &parent, const Actor &actor);
/// A session of the account on the device, which is known from now on; its id.
Result<QString> newSession(Database &database, const QDateTime &now, const QString &account, const QString &device,
                           const QString &deviceName);

} // namespace markaz::server
