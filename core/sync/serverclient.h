// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/messages.h"
#include "core/storage/syncstaterepository.h"
#include "core/support/clock.h"
#include "core/support/idsource.h"
#include "core/sync/transport.h"

#include <chrono>
#include <memory>
#include <optional>

namespace markaz {

struct ServerCall
{
    QByteArray method;
    QString path; ///< with query
    std::optional<QJsonObject> body;
    QString bearer;            ///< access token; empty for calls without one
    int expected = 200;        ///< the only status of success ...
    QList<int> alsoExpected{}; ///< ... but for these
    /// Of a call whose answer is bytes: what is sent in place of `body` (its media type is among the headers). Its
    /// success may have any media type; its errors are problem details as ever.
    bool bytes = false;
    QHash<QByteArray, QByteArray> headers{}; ///< further ones, lower-case names
    QByteArray content{};
};

/// An answer that the real server gave: `body` where it did what was asked, else its problem.
struct ServerAnswer
{
    int status = 0;
    QByteArray body; ///< inflated, JSON by its media type; not looked into yet
    std::optional<protocol::Problem> problem;
    std::optional<std::chrono::milliseconds> retryAfter;
    QHash<QByteArray, QByteArray> headers{}; ///< of a call for bytes, lower-case names
    QByteArray content{};                    ///< of a call for bytes
};

/// What \p error of decoding an answer says of the answer: Malformed, whatever member it names. InvalidValue would be
/// about a value of this laptop's own, which no second try mends; a server mends its answers. TooLarge stays.
Error inAnswer(Error error);
/// protocol::decodeBody of an answer's body, with inAnswer's errors.
template <typename T>
Result<T> decodeAnswer(const QByteArray &body)
{
    auto value = protocol::decodeBody<T>(body);
    if (!value)
        return inAnswer(value.error());
    return value;
}

/// Speaks protocol version 1 over a transport and believes nobody else. A reply counts only with our nonce, the
/// instance that this profile knows (the first contact stores it), a Date, the expected status with application/json,
/// or an error status with problem details; whatever differs is NotOurServer and changes nothing. A body that does not
/// inflate within its bounds is Malformed or TooLarge.
class ServerClient
{
public:
    using Reply = std::function<void(Result<ServerAnswer>)>;
    ServerClient(Transport &transport, SyncStateRepository &state, const Clock &clock, IdSource &ids);

    /// The reply comes later, once, and not at all after this is destroyed.
    void call(const ServerCall &call, Reply reply);

private:
    Result<ServerAnswer> check(const ServerCall &call, const QByteArray &nonce, const HttpResponse &response);
    Result<void> noteContact(const QString &instance, const QDateTime &serverTime);

    Transport &m_transport;
    SyncStateRepository &m_state;
    const Clock &m_clock;
    IdSource &m_ids;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< replies hold it weakly
};

} // namespace markaz
