// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/outboxrepository.h"
#include "core/storage/recordrepository.h"
#include "core/storage/syncstaterepository.h"
#include "core/sync/serverclient.h"

#include <optional>

namespace markaz {

/// The laptop's own side, as sync uses it; one connection, one thread.
struct SyncParts
{
    Database &database;
    RecordRepository &records;
    OutboxRepository &outbox;
    SyncStateRepository &state;
    const Clock &clock;
    IdSource &ids;
};

/// The account whose records and changes this profile holds, signed in or not; nothing before the first sign-in.
Result<std::optional<Actor>> profileOwner(const SyncStateRepository &state);
/// The account whose session is kept in this profile; nothing when signed out.
Result<std::optional<Actor>> signedInAccount(const SyncStateRepository &state);

/// Where an access token comes from, and how it is replaced: in one place only, because a refresh token that is used
/// twice ends the session.
class TokenSource
{
public:
    /// An access token, or an empty text and the answer that says why there is none.
    struct Given
    {
        QString token;
        Result<ServerAnswer> refused = ServerAnswer{};
        bool fresh = false; ///< made for this question
    };
    using Reply = std::function<void(const Given &)>;
    virtual ~TokenSource() = default;
    /// A token other than \p rejected, which the server did not take (empty: any). The reply comes at once or later.
    virtual void accessToken(const QString &rejected, Reply reply) = 0;
};

/// Carries calls with a token of \p tokens; a 401 is answered by one other token and one more try.
class AuthorizedCalls
{
public:
    AuthorizedCalls(ServerClient &client, TokenSource &tokens)
        : m_client(client)
        , m_tokens(tokens)
    {
    }
    void call(const ServerCall &call, const ServerClient::Reply &reply);

private:
    void callWith(ServerCall call, const TokenSource::Given &given, const ServerClient::Reply &reply);

    ServerClient &m_client;
    TokenSource &m_tokens;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< replies hold it weakly
};

/// Signs in and out and carries calls that need a session. The access token lives in memory; the refresh token is
/// sealed in sync_state at "sync_state|token_refresh|value|SERVER". A new refresh token is on disk before it is used,
/// so that a crash never leaves only a spent one. It goes to the server that gave it and to no other: whoever types
/// another address in front of a locked Markaz gets nothing of its owner's session.
///
/// A profile holds one account's records and changes. Another account may take it over only when the outbox owes
/// nothing: then the records and the feed's place are dropped, and nobody's changes ever go under another's name.
class Session final : public TokenSource
{
public:
    using SignedIn = std::function<void(Result<Actor>)>;
    inline static const QString kCodeNotSent = QStringLiteral("enrol: not sent");
    /// \p server is the one that \p client speaks to, see serverPlace().
    Session(ServerClient &client, SyncParts &parts, const Sealer &sealer, QString server);

    /// Unauthenticated: wrong name or password. WrongState: changes of another account wait here. Refused with the
    /// server's code, and what a call can meet on its way. Refused with device_revoked: when the laptop's own account
    /// is meant, the order waits in takeOrder(), and what the server opened to obey it stands as the session.
    void signIn(const QString &username, const QString &password, const QString &deviceName, SignedIn reply);
    /// This laptop's first sign-in of an account, with a one-time code; \p password becomes the account's.
    /// Unauthenticated: wrong name or code, or one that was used or has run out. Everything else as signIn(); with
    /// `where` = kCodeNotSent when nothing has left this laptop.
    void enrol(const QString &username, const QString &code, const QString &password, const QString &deviceName,
               SignedIn reply);
    /// Forgets the session here first, then tells the server; without an access token there is nothing to tell.
    Result<void> signOut();
    /// As ServerClient::call, with the access token; a 401 is answered by one refresh and one more try. Unauthenticated
    /// when that does not help or nobody is signed in. Nothing is ever cleared by it.
    void call(const ServerCall &call, const ServerClient::Reply &reply) { m_calls.call(call, reply); }
    /// One refresh at a time, whoever asks: those who ask meanwhile get its outcome.
    void accessToken(const QString &rejected, TokenSource::Reply reply) override;
    /// A call that needs no session.
    void callOpenly(const ServerCall &call, ServerClient::Reply reply) { m_client.call(call, std::move(reply)); }
    /// The order to give this laptop up that came with a sign-in or a renewal, once; whoever hears it checks it.
    std::optional<DeviceRevocation> takeOrder() { return std::exchange(m_order, std::nullopt); }

private:
    Result<QString> deviceFor(const QString &username);
    void begin(const QString &path, const QJsonObject &request, SignedIn reply);
    Result<void> mayTakeOver(const QString &accountId, const QString &name) const;
    void refused(const ServerAnswer &answer, const SignedIn &reply);
    Result<Actor> accept(const protocol::SessionReply &session);
    Result<void> keep(const protocol::SessionReply &session);
    Result<void> dropRecordsOfAnother();
    Result<QString> refreshToken() const;
    Result<QString> deviceId();
    void refresh();
    void refreshed(const Result<ServerAnswer> &answer);

    ServerClient &m_client;
    SyncParts &m_parts;
    const Sealer &m_sealer;
    const QString m_server;
    AuthorizedCalls m_calls;
    QString m_accessToken;
    std::optional<DeviceRevocation> m_order;
    QList<TokenSource::Reply> m_asking; ///< for the refresh that is under way
    int m_generation = 0; ///< counts sign-ins and sign-outs: the answer to an older session's refresh is let go
};

} // namespace markaz
