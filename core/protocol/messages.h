// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/domain/change.h"
#include "core/domain/checkpoint.h"
#include "core/domain/devicerevocation.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace markaz::protocol {

/// Everything that goes over the wire (sync-protocol.md), encoded and decoded once for client and server. Each type has
/// `QJsonObject encode(const T &)` and `Result<T> decode<T>(const QJsonObject &)`; decoding errors are Malformed or
/// InvalidValue with `where` = the JSON path ("changes[3].fields.name"). Unknown members are ignored here; unknown
/// fields of records are kept in Record::fields.

inline constexpr int kProtocol = 1;
/// Which kinds of record this program knows: 1 neither findings nor standards, 2 findings too, 3 standards too, 4
/// centres and their months too, 5 loans too, 6 all.
/// A laptop says it when it pulls, and is sent no kind of record that it could not read.
inline constexpr int kKinds = 6;
inline int kindsWith(Entity entity)
{
    switch (entity) {
    case Entity::Scenario:
    case Entity::Demand:
        return 6;
    case Entity::Loan:
        return 5;
    case Entity::Centre:
    case Entity::OccupancyReport:
        return 4;
    case Entity::Standard:
        return 3;
    case Entity::Finding:
        return 2;
    default:
        return 1;
    }
}
// 2026-11-24: the protocol lets a version that is too old to pull push for 18 months more. There is only version 1, so
// one bound serves both; the first version that is let go brings a second one for pushes and sessions, asked in Router.
inline constexpr int kOldestProtocol = 1;
inline constexpr int kMaxChanges = 200;         ///< a batch
inline constexpr qint64 kMaxBody = 1024 * 1024; ///< bytes of JSON after inflation
inline constexpr qint64 kMaxReply = 8 * 1024 * 1024;
inline constexpr int kMaxDepth = 32;
inline constexpr int kGzipFrom = 1024; ///< bytes

namespace header {
inline const QByteArray kProtocol = QByteArrayLiteral("markaz-protocol");
inline const QByteArray kNonce = QByteArrayLiteral("markaz-nonce");
inline const QByteArray kInstance = QByteArrayLiteral("markaz-instance");
inline const QByteArray kDigest = QByteArrayLiteral("markaz-digest"); ///< see bodyDigest()
/// With a pull: the newest checkpoint that the client keeps, for the server to hold against its chain (checkpoints.h).
inline const QByteArray kWitness = QByteArrayLiteral("markaz-witness");
} // namespace header

struct Health
{
    QString status;
    QString version;
    QString instance;
    int protocolMin = 1;
    int protocolMax = 1;
};

struct SessionRequest
{
    QString username;
    QString password;
    QString deviceId;
    QString deviceName;
};

struct SessionReply
{
    QString accessToken;
    int expiresIn = 0; ///< seconds
    QString refreshToken;
    Actor account;
    QString scopeVersion;
    /// The device is to be given up: the access token opens POST /changes (into quarantine) and POST /session/wiped.
    std::optional<DeviceRevocation> revocation = std::nullopt;
};

struct PushRequest
{
    QString batchId;
    QString history; ///< empty on the first contact
    QList<Change> changes;
};

/// A duplicate repeats the first result: with a code it was rejected, with conflicts it was a conflict, with neither it
/// was applied or merged.
struct ChangeResult
{
    QString opId;
    Outcome outcome = Outcome::Retry;
    qint64 rev = 0;        ///< the record's revision now
    QStringList conflicts; ///< paths of the fields that met another's change
    QStringList missing;   ///< ids that a held change waits for
    QString code;          ///< of held, rejected and retry: see codes below
    QString field;
    QString message; ///< English, for experts
};

/// One result for each change, in order. Once a change of a record was held or is to be retried, the later changes of
/// that record in the batch get the same answer: no edit overtakes the one that it was made on.
struct PushReply
{
    QList<ChangeResult> results;
    QString serverTime;
};

enum class FeedKind { Put, Delete, Leave };

/// A record in the feed. Its fields stay the JSON text that the server keeps: neither side makes a tree of what it only
/// hands on.
struct FeedItem
{
    qint64 seq = 0;
    FeedKind kind = FeedKind::Put;
    Entity entity = Entity::Building;
    QString id;
    qint64 rev = 0;
    QByteArray data; ///< the fields as one JSON object; empty unless Put

    QJsonObject fields() const;
};

// 2026-11-24: the design leaves open which records a province's digest counts. Those that the caller's feed holds as
// put: an owner by its "province"; a building by its city's; an assignment, an inspection and a certificate by their
// building's; a review by its inspection's; a decision by its inspection's, else its certificate's; a conflict by its
// record's. Policies and accounts belong to no province and are not counted. A province in scope that has no records
// any more has the digest of nothing, 64 zeros; one that never had any has no entry, and a client holds only the
// provinces against the server that the reply names.
struct PullReply
{
    QList<FeedItem> changes;
    QString cursor;
    bool more = false;
    QString history;
    QString scopeVersion;
    QHash<QString, QString> digest; ///< on a last page: province -> hex of the XOR of SHA-256(id | rev)
    QString serverTime;
    std::optional<Checkpoint> checkpoint; ///< on a last page: the newest of the audit chain, once there is one
};

/// RFC 9457 problem details.
struct Problem
{
    int status = 500;
    QString code; ///< our token
    QString title;
    QString detail;
    QJsonObject more; ///< further members, such as drop and pull of scope_changed
};

/// Tokens of rejected and held results and of problems.
namespace code {
inline const QString kOpReuse = QStringLiteral("op_reuse");
inline const QString kScoreMismatch = QStringLiteral("score_mismatch");
inline const QString kCarriedDiffers = QStringLiteral("carried_differs"); ///< not the earlier visit's answer
inline const QString kScopeRevoked = QStringLiteral("scope_revoked");
inline const QString kNotAllowed = QStringLiteral("not_allowed");
inline const QString kInvalid = QStringLiteral("invalid");
inline const QString kExists = QStringLiteral("exists");
inline const QString kWrongState = QStringLiteral("wrong_state");
inline const QString kMissing = QStringLiteral("missing");
/// Of what meets a building that was merged into another one; it may come again when that was taken back.
inline const QString kMerged = QStringLiteral("merged");
inline const QString kUnknownRecord = QStringLiteral("unknown_record");
inline const QString kScopeChanged = QStringLiteral("scope_changed");
inline const QString kResync = QStringLiteral("resync");
inline const QString kUnauthenticated = QStringLiteral("unauthenticated");
inline const QString kTooLarge = QStringLiteral("too_large");
inline const QString kBusy = QStringLiteral("busy");
inline const QString kMalformed = QStringLiteral("malformed");
inline const QString kHistoryChanged = QStringLiteral("history_changed");
inline const QString kDeviceUnknown = QStringLiteral("device_unknown"); ///< a new laptop needs a one-time code
inline const QString kDeviceRevoked = QStringLiteral("device_revoked"); ///< a problem carries `revocation`
/// 401 to a device that has said that it obeyed its order: nothing is heard from it any more.
inline const QString kOrderObeyed = QStringLiteral("order_obeyed");
inline const QString kWrongPassword = QStringLiteral("wrong_password"); ///< of a change of password; not 401
} // namespace code

QJsonObject encode(const Health &value);
QJsonObject encode(const SessionRequest &value);
QJsonObject encode(const SessionReply &value);
QJsonObject encode(const Change &value);
QJsonObject encode(const PushRequest &value);
QJsonObject encode(const ChangeResult &value);
QJsonObject encode(const PushReply &value);
QJsonObject encode(const Problem &value);
QJsonObject encode(const Actor &value);
QJsonObject encode(const DeviceRevocation &value);

template <class T>
Result<T> decode(const QJsonObject &json);
template <>
Result<Health> decode(const QJsonObject &json);
template <>
Result<SessionRequest> decode(const QJsonObject &json);
template <>
Result<SessionReply> decode(const QJsonObject &json);
template <>
Result<Change> decode(const QJsonObject &json);
template <>
Result<PushRequest> decode(const QJsonObject &json);
template <>
Result<ChangeResult> decode(const QJsonObject &json);
template <>
Result<PushReply> decode(const QJsonObject &json);
template <>
Result<Problem> decode(const QJsonObject &json);
template <>
Result<Actor> decode(const QJsonObject &json);
template <>
Result<DeviceRevocation> decode(const QJsonObject &json);

/// Parses a body within the limits: at most \p maxBytes, at most kMaxDepth deep (checked before parsing), an object.
/// TooLarge (also when too deep) or Malformed.
Result<QJsonObject> parseBody(const QByteArray &body, qint64 maxBytes = kMaxBody);
/// parseBody and decode of a reply's body.
template <class T>
Result<T> decodeBody(const QByteArray &body)
{
    auto json = parseBody(body, kMaxReply);
    return json ? decode<T>(*json) : Result<T>(json.error());
}

// 2026-11-24: every other message goes through QJsonObject; a page of the feed does not, because building and writing
// the trees of 500 records took four times as long as SQLite takes to store them. simdjson (a Debian package, some
// GB/s, checks the whole text) reads the page instead.
/// A page's body. \p value's records must hold JSON objects as `data`; what they hold goes out as it is.
QByteArray write(const PullReply &value);
/// Reads a page within parseBody's limits, with its errors; InvalidValue with the path of a member that does not do.
/// Each record's `data` comes back as compact JSON.
Result<PullReply> readPullReply(const QByteArray &body);
/// SHA-256 (hex) of a JSON body as it is without any content coding. Both sides name it in Markaz-Digest with each body
/// that they send without gzip (which has a check sum of its own), and take no body that it does not fit.
///
/// 2026-11-24: added to the protocol. One wrong bit in a plain body, which is still JSON as often as not, was stored by
/// the laptop: a cursor that no server had given stopped its pulls, a name stayed wrong for good. TLS rules that out on
/// its own way, but not a proxy or a memory behind it. Not RFC 9530's Content-Digest, which a proxy that packs a reply
/// anew would make untrue.
QByteArray bodyDigest(const QByteArray &body);
/// SHA-256 (hex) of a change's canonical JSON without its op_id: the ledger's body hash.
QString bodyHash(const Change &change);
/// XOR of SHA-256(id + "|" + rev) over records. \p digest is its hex text (64 characters), empty to begin with; the
/// order of the records does not matter.
void addToDigest(QByteArray &digest, const QString &id, qint64 rev);

} // namespace markaz::protocol
