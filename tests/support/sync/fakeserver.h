// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/messages.h"
#include "core/security/revocationlist.h"
#include "core/support/clock.h"
#include "core/support/idsource.h"
#include "core/sync/transport.h"

#include <QMap>
#include <QSet>

#include <deque>
#include <memory>

namespace markaz::test {

/// What goes wrong with one request or its answer.
enum class Fault {
    Hang, ///< no answer, ever
    Timeout,
    Unreachable, ///< the request did not arrive
    LostReply,   ///< the request was carried out, the answer lost
    Doubled,     ///< carried out twice; the second answer arrives
    Html200,     ///< a captive portal's page
    Redirect,
    NotFoundHtml,
    BadGateway,
    CutGzip,
    CutJson,
    Bomb, ///< inflates beyond every bound
    WrongNonce,
    NoNonce,
    WrongInstance,
    NoDate,
    TextPlain,   ///< the right body under another media type
    Accepted202, ///< the right body under another status
    Unauthorized,
    TooLarge,
    Busy,    ///< 503 with Retry-After: busySeconds
    TooMany, ///< 429 with a date
    ServerError,
    Gone,
    Upgrade,
    CutBody,  ///< `cutAt` bytes of the request's body arrive, then the line breaks
    Full,     ///< 507
    Locked,   ///< 423
    Offset,   ///< 409, whatever the offset
    BadPiece, ///< 460 of a piece
    Vanished, ///< 404: the upload is gone
    Late,     ///< the client hears of a timeout at once; the request arrives behind some later ones
    Slow,     ///< carried out at once; the answer arrives behind the answers to some later requests
    NewWord,  ///< a later version's word in the place of an outcome, an entity or a role
    Flipped,  ///< one bit of the answer is another: in its body, a header's value or its status
};

/// The protocol's server in memory: a small model of its own (ledger, merge, feed, scope, digest), and faults on
/// demand. It shares with the product only the codec and the merge, which have tests of their own. Answers come when
/// pump() is called, never from inside send(); no event loop, no time of its own.
class FakeServer
{
public:
    struct Stored
    {
        Record record;
        qint64 seq = 0;
        bool deleted = false;
        QString leftFrom; ///< the province that it left, for `leave`
    };
    struct State ///< what a backup holds
    {
        QMap<QString, Stored> records;                                     ///< by "entity|id"
        QHash<QString, std::pair<QString, protocol::ChangeResult>> ledger; ///< op_id -> body hash, first result
        qint64 seq = 0;
    };

    explicit FakeServer(FixedClock &clock);

    std::unique_ptr<Transport> connect();
    /// Answers one request that waits; false when none does.
    bool pumpOne();
    void pump();
    /// What is Late or Slow arrives now.
    void letArrive();
    /// \p real answers in the place of the model; the faults stay between it and the laptops.
    void standBefore(std::function<HttpResponse(const HttpRequest &)> real) { m_real = std::move(real); }

    void addAccount(const Actor &actor, const QString &password);
    /// A one-time code of the account, good once; in the form of core/domain/enrolmentcode.h.
    void addCode(const QString &code, const QString &name) { m_codes.insert(code, name); }
    /// Takes effect with the account's next pull.
    void setScope(const QString &accountId, const QStringList &provinces);
    void expireAccessTokens() { m_access.clear(); }
    void endSessions(); ///< and forgets that there were any

    /// The next \p times requests of \p method whose path holds \p pathPart meet \p fault.
    void fault(Fault fault, int times = 1, const QByteArray &method = {}, const QString &pathPart = {});
    void clearFaults() { m_faults.clear(); }
    /// The next change of the record gets this result instead of the model's word, a revoked laptop's too; empty op_id.
    void answerNext(const QString &recordId, const protocol::ChangeResult &result) { m_scripted[recordId] = result; }

    void put(const Record &record); ///< as if another laptop had pushed it
    void patch(Entity entity, const QString &id, const QString &path, const QJsonValue &value);
    void remove(Entity entity, const QString &id);
    State backup() const { return m_state; }
    void restore(const State &state);
    /// Tombstones up to now are gone: a cursor from before is told to resync.
    void forgetTombstones();

    std::optional<Record> record(Entity entity, const QString &id) const;
    QList<Record> all(Entity entity) const;
    int timesApplied(const QString &opId) const { return m_applied.value(opId); }
    const QList<HttpRequest> &requests() const { return m_requests; }
    int requestCount(const QByteArray &method, const QString &pathPart) const;

    QString instance = QStringLiteral("instance-1");
    QString history = QStringLiteral("history-1");
    int pageSize = 100;
    int bodyMost = 1 << 30; ///< changes of a push beyond which it answers 413
    quint64 draw = 1;       ///< what Late, Slow and Flipped draw from
    int busySeconds = 120;
    bool lieAboutDigest = false;
    bool checkHistoryOnPush = true;
    bool refusesOldHistoryOnPull = true; ///< else it answers a page from nothing
    QMap<int, QString> provinceOfCity;
    std::optional<Checkpoint> checkpoint; ///< of its audit, with the last page of a pull
    SigningKey signingKey = SigningKey::generate(QStringLiteral("2026-A"), QDate(2026, 1, 1)).value();
    SigningKey rootKey = SigningKey::generate(QStringLiteral("root-2026"), QDate(2026, 1, 1)).value();
    /// What it tells instead of a set of signingKey and a list of nothing; such as an older or an unsigned one.
    std::optional<QJsonObject> toldKeys;
    std::optional<QJsonObject> toldRevocations;
    qint64 trustNumber = 1; ///< of both
    /// The order that every laptop of every account gets: only POST /changes, which applies nothing, and the
    /// acknowledgement are open to it.
    std::optional<DeviceRevocation> revocation;
    bool sendsNoTokens = false;  ///< with the order that refuses a sign-in, as servers did at first
    bool forgetsAResult = false; ///< the next answer to a revoked laptop lacks its last one, whose change is lost
    QStringList handedIn;        ///< op_ids that came from a revoked laptop, and are kept
    QString acknowledgedOrder;   ///< the id that POST /session/wiped named

    void putFile(const QByteArray &bytes); ///< as if another laptop had sent it
    bool hasFile(const QString &sha256) const { return m_files.contains(sha256); }
    void dropUploads(); ///< those that are not whole
    void dropFiles()
    {
        m_files.clear();
        m_uploads.clear();
    }
    /// Sizes of the pieces that were taken, in order.
    const QList<qint64> &pieces() const { return m_pieces; }
    qint64 bytesPerSecond = 0; ///< of files, both ways; 0 = no time passes
    qint64 bytesMoved = 0;     ///< of files, both ways
    int uploadsBegun = 0;
    qint64 cutAt = 0;
    bool filesFull = false;
    bool spoilsWhole = false;    ///< the next whole upload does not hash to its name
    bool spoilsDownload = false; ///< the next range has a wrong bit
    bool ignoresRanges = false;
    qint64 liesAboutOffset = 0; ///< added to the offset in the next answer to a piece
    qint64 liesAboutRange = 0;  ///< added to where the next range is said to begin
    QString refusesFile;        ///< code of a 415 to every upload

private:
    friend class FakeTransport;
    QMap<QString, PublicKey> m_everSigned;
    struct Waiting
    {
        HttpRequest request;
        Transport::Reply reply;
        std::weak_ptr<bool> alive;
    };
    struct UnderWay ///< Late: the request; Slow: the answer
    {
        Waiting from;
        std::optional<Result<HttpResponse>> reply;
        int behind = 0; ///< so many requests
    };
    struct ArmedFault
    {
        Fault fault;
        int times;
        QByteArray method;
        QString pathPart;
    };
    struct Account
    {
        QString password;
        Actor actor;
        int scope = 1;
    };

    struct Upload
    {
        QString account;
        QString sha256;
        qint64 length = 0;
        QByteArray bytes;
    };

    std::optional<Fault> faultFor(const HttpRequest &request);
    HttpResponse answer(const HttpRequest &request);
    HttpResponse json(const HttpRequest &request, int status, const QJsonObject &body, const char *type);
    HttpResponse text(const HttpRequest &request, int status, const QByteArray &body, const char *type);
    HttpResponse problem(const HttpRequest &request, int status, const QString &code, const QJsonObject &more = {});
    std::optional<Result<HttpResponse>> faulty(Fault fault, const HttpRequest &request);
    void arrive(UnderWay &late);
    void countDown();
    int drawBelow(qsizetype below);
    void flipBit(HttpResponse &response);
    HttpResponse fileReply(const HttpRequest &request, int status, QHash<QByteArray, QByteArray> headers,
                           const QByteArray &body = {});
    HttpResponse fileProblem(const HttpRequest &request, int status, const QString &code);
    HttpResponse fileAnswer(const HttpRequest &request, const Account &account);
    HttpResponse createUpload(const HttpRequest &request, const Account &account);
    HttpResponse appendTo(const HttpRequest &request, Upload &upload);
    HttpResponse serveFile(const HttpRequest &request, const Account &account, const QString &sha256);
    void received(const QString &sha256);
    void spend(qint64 bytes);
    void cut(const HttpRequest &request);
    HttpResponse session(const HttpRequest &request, const QJsonObject &body);
    const QString &codeOf401(const QString &token) const;
    HttpResponse farewell(const HttpRequest &request, const QJsonObject &body);
    HttpResponse push(const HttpRequest &request, const Account &account, const QJsonObject &body);
    HttpResponse pull(const HttpRequest &request, const Account &account);
    protocol::ChangeResult settle(const Change &change, const Account &account);
    protocol::ChangeResult apply(const Change &change, const Account &account);
    Stored &store(const Record &record);
    QString provinceOf(const Record &record) const;
    QHash<QString, QString> digest(const Account &account) const;
    bool sees(const Account &account, const QString &province) const;

    FixedClock &m_clock;
    SeededIdSource m_ids;
    State m_state;
    QMap<QString, Account> m_accounts; ///< by name
    QHash<QString, QString> m_access;  ///< token -> account name
    QHash<QString, QString> m_refresh;
    QSet<QString> m_ofWiped;         ///< tokens that a laptop had which has said that it obeyed
    QHash<QString, QString> m_codes; ///< one-time code -> account name
    QHash<QString, protocol::ChangeResult> m_scripted;
    QHash<QString, int> m_applied;
    QHash<QString, QStringList> m_droppedFrom; ///< account name -> provinces that left its scope
    QHash<QString, Upload> m_uploads;          ///< by id
    QHash<QString, QByteArray> m_files;        ///< by hash
    QList<qint64> m_pieces;
    QList<ArmedFault> m_faults;
    std::deque<Waiting> m_waiting;
    std::vector<UnderWay> m_underWay;
    std::function<HttpResponse(const HttpRequest &)> m_real;
    QList<HttpRequest> m_requests;
    qint64 m_oldest = 0;
    int m_tokens = 0;
};

} // namespace markaz::test
