// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

class QObject;

namespace markaz {

/// One question to the server that is no part of sync and needs a connection: the audit, accounts, devices. Made by the
/// functions below, which know the addresses; whoever asks does not.
struct AdminRequest
{
    QByteArray method;
    QString path; ///< with its query
    std::optional<QJsonObject> body = std::nullopt;
    int expected = 200;  ///< the status of success
    bool openly = false; ///< needs no session
};

/// Asks the server in the session of the account that is signed in. The narrow face that the ui sees; implemented by
/// the sync client, because one session must not be renewed from two places. Nothing that is asked here is stored.
class Administration
{
public:
    using Reply = std::function<void(const Result<QJsonObject> &)>;
    virtual ~Administration() = default;
    /// \p reply comes later, once, in the ui thread; not at all when \p context is gone by then or the session is
    /// closed. An answer without a body is an empty object. Refused with the server's code as detail and the field as
    /// `where`; Unauthenticated, NetworkUnreachable (also while the person works offline) and what else a call meets on
    /// its way.
    virtual void ask(const AdminRequest &request, QObject *context, Reply reply) = 0;
};

/// Whether a server of this protocol answers there, and is well.
AdminRequest healthRequest();

/// Which entries of the audit; an empty member asks for all.
struct AuditQuery
{
    QString actor; ///< account name or id
    QString action;
    QString entity; ///< kind of record, or "file"
    QString id;     ///< of a record or file
    QDateTime from; ///< inclusive
    QDateTime to;   ///< exclusive
    friend bool operator==(const AuditQuery &, const AuditQuery &) = default;
};

/// The page of entries before number \p before (0: the newest), newest first:
/// {"entries": [{"n", "event", "hash"}], "next", "more", "chain": {"entries", "contradictions", "checkpoint"}}.
AdminRequest auditRequest(const AuditQuery &query, qint64 before, int most);

} // namespace markaz
