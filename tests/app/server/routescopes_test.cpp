// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The third axis of the matrix of routes (routematrix_test): every route behind a session x every role x where that
// which it names lies, against a table that was written down by hand. A route without a row fails; one whose address
// has a place for a name must say what it names.
#include "app/server/api/routes.h"
#include "app/server/store/accountadmin.h"
#include "core/protocol/accounts.h"
#include "core/protocol/files.h"
#include "tests/app/server/evidencefiles.h"
#include "tests/app/server/recordcases.h"

#include <QJsonDocument>

namespace markaz::server::test {
namespace {

using namespace markaz::protocol;

enum class Names {
    Nothing,  ///< but the caller's own session, password and laptop
    Account,  ///< an inspector's
    Device,   ///< the same's laptop
    Province, ///< of an account that is to be made
    Record,   ///< a building
    Claim,    ///< a file that evidence names and that has not come
    Upload,   ///< a file that is on its way
    File,     ///< a file that has come
};
enum class Lies {
    Here,
    Elsewhere,   ///< in a province that never was the caller's
    Moved,       ///< there since
    CallerMoved, ///< where it was, and the caller has another province since
};
const QList<Lies> kLies{Lies::Here, Lies::Elsewhere, Lies::Moved, Lies::CallerMoved};
const QList<Role> kRoles{Role::Inspector, Role::Officer, Role::Administrator, Role::Auditor};

using Statuses = std::array<int, 4>; ///< inspector, officer, administrator, auditor

/// Let in, and what is named is not in the answer, or nothing was done to it.
constexpr int kWithout = -200;
constexpr Statuses kNobody{403, 403, 403, 403};
constexpr Statuses kNone{kWithout, kWithout, kWithout, kWithout};
constexpr Statuses kNotThere{404, 404, 404, 404};

struct Row
{
    const char *route;
    Names names;
    Statuses here;
    Statuses elsewhere;
    Statuses moved;
    Statuses callerMoved;
};

constexpr Row nothing(const char *route)
{
    return {route, Names::Nothing, {}, {}, {}, {}};
}
/// "Accounts, devices": an administrator's, in the provinces that are the administrator's too.
constexpr Row administered(const char *route, Names names, int done)
{
    return {route, names, {403, 403, done, 403}, kNobody, kNobody, kNobody};
}
constexpr Row listed(const char *route, Names names)
{
    constexpr Statuses without{403, 403, kWithout, 403};
    return {route, names, {403, 403, 200, 403}, without, without, without};
}
/// An upload is its account's, wherever that which it is of lies by now: it gives nothing back but how far it is.
constexpr Row sentFile(const char *route, int done)
{
    const Statuses its{done, 404, 404, 404};
    return {route, Names::Upload, its, kNotThere, its, its};
}
/// A file goes to who sees the evidence that names it. An inspector's own is one of the caller's own visits here.
constexpr Row seenFile(const char *route)
{
    return {route, Names::File, {200, 200, 404, 200}, kNotThere, kNotThere, kNotThere};
}

const QList<Row> kTable{
    nothing("DELETE /api/v1/session"),
    nothing("POST /api/v1/session/password"),
    nothing("POST /api/v1/session/wiped"),
    listed("GET /api/v1/accounts", Names::Account),
    administered("POST /api/v1/accounts", Names::Province, 201),
    administered("PATCH /api/v1/accounts/{id}", Names::Account, 200),
    administered("POST /api/v1/accounts/{id}/code", Names::Account, 201),
    listed("GET /api/v1/devices", Names::Device),
    administered("POST /api/v1/devices/{id}/revoke", Names::Device, 200),
    // The audit tells of no record of another province; what became of accounts it tells of all, for it is one chain.
    {"GET /api/v1/audit",
     Names::Record,
     {403, 403, 200, 200},
     {403, 403, kWithout, kWithout},
     {403, 403, kWithout, kWithout},
     {403, 403, kWithout, kWithout}},
    {"GET /api/v1/audit",
     Names::Account,
     {403, 403, 200, 200},
     {403, 403, 200, 200},
     {403, 403, 200, 200},
     {403, 403, 200, 200}},
    {"GET /api/v1/changes", Names::Record, {200, 200, kWithout, 200}, kNone, kNone, kNone}, // all: readmatrix_test
    {"POST /api/v1/changes", Names::Record, {200, 200, kWithout, kWithout}, kNone, kNone, kNone}, // recordmatrix_test
    {"POST /api/v1/files",
     Names::Claim,
     {201, 409, 409, 409},
     {409, 409, 409, 409},
     {409, 409, 409, 409},
     {409, 409, 409, 409}},
    seenFile("GET /api/v1/files/{name}"),
    seenFile("HEAD /api/v1/files/{name}"),
    sentFile("HEAD /api/v1/files/{name}", 200),
    sentFile("PATCH /api/v1/files/{name}", 204),
    sentFile("POST /api/v1/files/{name}", 204),
    sentFile("DELETE /api/v1/files/{name}", 204),
};

const Statuses &expectedOf(const Row &row, Lies lies)
{
    switch (lies) {
    case Lies::Here:
        return row.here;
    case Lies::Elsewhere:
        return row.elsewhere;
    case Lies::Moved:
        return row.moved;
    case Lies::CallerMoved:
        break;
    }
    return row.callerMoved;
}

/// What a request names.
struct Target
{
    QString id;       ///< of the account, the device, the record, the upload, or the file's hash
    QString account;  ///< whose the device is
    QString province; ///< where it lies by now
    QByteArray bytes;
};

class RouteScopes : public RecordCases
{
protected:
    Session inspectorOf(const QString &province)
    {
        return server.join(QStringLiteral("colleague.%1").arg(++m_made), Role::Inspector, {province});
    }
    /// Has the caller another province since? Then it is one of its own, for the others need it as it was.
    Session callerFor(Role role, Lies lies)
    {
        if (lies == Lies::CallerMoved)
            return caller(role);
        if (!m_callers.contains(role))
            m_callers.insert(role, caller(role));
        return m_callers.value(role);
    }
    ApiResponse tus(const QByteArray &method, const QString &name, const Session &who, const QByteArray &bytes,
                    bool chunk)
    {
        HttpHeaders headers{{"tus-resumable", "1.0.0"}};
        if (chunk) {
            headers.insert("content-type", "application/offset+octet-stream");
            headers.insert("content-length", QByteArray::number(bytes.size()));
            headers.insert("upload-offset", "0");
        } else if (name.isEmpty()) {
            headers.insert("upload-length", QByteArray::number(bytes.size()));
            headers.insert("upload-metadata",
                           protocol::files::encodeMetadata(
                               {{"sha256", sha256Of(bytes).toLatin1()}, {"filetype", QByteArray("image/jpeg")}}));
        } else if (method == "POST") {
            headers.insert("x-http-method-override", "DELETE");
        }
        const QString path = name.isEmpty() ? kFiles : kFiles + QLatin1Char('/') + name;
        return server.call(method, path, chunk ? bytes : QByteArray(), who.token, headers);
    }

    /// An account that was changed, so that the audit tells of it, with a laptop.
    Target accountOf(Lies lies, const QString &province)
    {
        const Session whose = inspectorOf(province);
        AccountChange change;
        change.displayName = QStringLiteral("Target");
        AccountAdmin admin(database(), server.core().reference().gazetteer, server.clock(), Manager::server());
        EXPECT_TRUE(admin.change(whose.actor.accountId, change));
        if (lies == Lies::Moved)
            become(whose, Place::ScopeMoved);
        return {whose.actor.accountId, whose.actor.accountId, {}, {}};
    }
    Target deviceOf(Lies lies, const QString &province)
    {
        Target target = accountOf(lies, province);
        target.id =
            server.value(QStringLiteral("SELECT id FROM device WHERE account = '%1'").arg(target.account)).toString();
        return target;
    }
    Target recordOf(Lies lies, const QString &province)
    {
        Batch batch;
        batch.who = officerOfBoth;
        batch.province = province;
        const Change made = create(server.ids(), Entity::Building, fieldsOf(batch, Entity::Building, {}, {}));
        EXPECT_EQ(server.pushOne(officerOfBoth, made).outcome, Outcome::Applied);
        if (lies == Lies::Moved)
            move(made.id);
        return {made.id, {}, {}, {}};
    }
    void move(const QString &building)
    {
        EXPECT_EQ(server
                      .pushOne(officerOfBoth, patch(server.ids(), Entity::Building, building, 1,
                                                    one(QStringLiteral("city"), kSialkot, kKarachi)))
                      .outcome,
                  Outcome::Applied);
    }
    /// Evidence of a visit of \p sender, and its file as far as \p names says.
    Target fileOf(Names names, Lies lies, const QString &province, const Session &sender)
    {
        Batch batch;
        batch.who = sender;
        batch.person = sender.actor.accountId;
        batch.province = province;
        const StoredRecord home = building(batch);
        const StoredRecord visit = inspection(batch, home, "draft");
        putThere(batch);
        Target target{{}, {}, {}, jpegOf(40, 30, 300 + ++m_made)};
        EXPECT_EQ(server
                      .pushOne(sender, create(server.ids(), Entity::Evidence,
                                              {{QStringLiteral("inspection"), visit.id()},
                                               {QStringLiteral("kind"), QStringLiteral("photo")},
                                               {QStringLiteral("sha256"), sha256Of(target.bytes)},
                                               {QStringLiteral("size"), target.bytes.size()},
                                               {QStringLiteral("media_type"), QStringLiteral("image/jpeg")}}))
                      .outcome,
                  Outcome::Applied);
        target.id = sha256Of(target.bytes);
        if (names != Names::Claim) {
            const ApiResponse begun = tus("POST", {}, sender, target.bytes, false);
            EXPECT_EQ(begun.status, 201) << begun.body.constData();
            const QString upload = QString::fromLatin1(begun.headers.value("Location")).section(QLatin1Char('/'), -1);
            if (names == Names::Upload)
                target.id = upload;
            else
                EXPECT_EQ(tus("PATCH", upload, sender, target.bytes, true).status, 204);
        }
        if (lies == Lies::Moved)
            move(home.id());
        return target;
    }
    Target targetOf(Names names, Lies lies, const Session &who)
    {
        const QString province = lies == Lies::Elsewhere ? kThere : kHere;
        const bool own = who.actor.role == Role::Inspector && lies != Lies::Elsewhere;
        switch (names) {
        case Names::Nothing:
            break;
        case Names::Account:
            return accountOf(lies, province);
        case Names::Device:
            return deviceOf(lies, province);
        case Names::Province:
            return {{}, {}, lies == Lies::Moved ? kThere : province, {}};
        case Names::Record:
            return recordOf(lies, province);
        case Names::Claim:
        case Names::Upload:
        case Names::File:
            return fileOf(names, lies, province, own ? who : inspectorOf(province));
        }
        return {};
    }

    /// What \p who gets for \p route, as a cell of the table says it.
    int asked(const QString &route, const Session &who, const Target &target)
    {
        const QByteArray method = route.section(QLatin1Char(' '), 0, 0).toLatin1();
        QString path = route.section(QLatin1Char(' '), 1);
        path.replace(QStringLiteral("{id}"), target.id);
        if (path.startsWith(kFiles))
            return tus(method, route.contains(QLatin1Char('{')) ? target.id : QString(), who, target.bytes,
                       method == "PATCH")
                .status;
        if (route == QLatin1String("GET /api/v1/changes")) {
            for (const auto &item : server.pullAll(who)) {
                if (item.id == target.id)
                    return 200;
            }
            return kWithout;
        }
        if (route == QLatin1String("POST /api/v1/changes"))
            return server.pushOne(who, patch(server.ids(), Entity::Building, target.id, 1,
                                             editOf(Entity::Building, ChangeKind::Patch, {})))
                               .outcome == Outcome::Applied
                       ? 200
                       : kWithout;
        if (method == "GET") {
            if (path.endsWith(QLatin1String("audit")))
                path += QStringLiteral("?id=") + target.id;
            const ApiResponse response = server.call(method, path, {}, who.token);
            return response.status != 200 || response.body.contains(target.id.toLatin1()) ? response.status : kWithout;
        }
        QJsonObject body;
        if (route == QLatin1String("POST /api/v1/accounts"))
            body = encode(AccountRequest{
                QStringLiteral("made.%1").arg(++m_made), {}, Role::Inspector, QStringList{target.province}});
        else if (method == "PATCH")
            body = encode(AccountChange{QStringLiteral("Another")});
        else if (path.endsWith(QLatin1String("revoke")))
            body = {{QStringLiteral("account"), target.account}};
        return server.call(method, path, QJsonDocument(body).toJson(), who.token).status;
    }

private:
    int m_made = 0;
    QHash<Role, Session> m_callers;
};

TEST_P(RouteScopes, everyRouteBehindASession_saysWhoseTargetsItTakes)
{
    QStringList rows;
    for (const Row &row : kTable)
        rows.append(QLatin1String(row.route));
    for (const Route &route : routes()) {
        const QString key = QString::fromLatin1(route.method + ' ') + route.path;
        const bool open = route.door == Door::Public || route.door == Door::Protocol;
        EXPECT_NE(rows.contains(key), open) << (open ? "a row of an open door: " : "no row for ") << qPrintable(key);
        rows.removeAll(key);
        for (const Row &row : kTable) {
            EXPECT_FALSE(key == QLatin1String(row.route) && row.names == Names::Nothing &&
                         route.path.contains(QLatin1Char('{')))
                << qPrintable(key) << " names something";
        }
    }
    EXPECT_TRUE(rows.isEmpty()) << "rows of no route: " << qPrintable(rows.join(QStringLiteral(", ")));

    for (const Row &row : kTable) {
        if (row.names == Names::Nothing)
            continue;
        for (const Lies lies : kLies) {
            for (qsizetype i = 0; i < kRoles.size(); ++i) {
                const Session who = callerFor(kRoles.at(i), lies);
                const Target target = targetOf(row.names, lies, who);
                if (lies == Lies::CallerMoved)
                    become(who, Place::ScopeMoved);
                EXPECT_EQ(asked(QLatin1String(row.route), who, target), expectedOf(row, lies).at(size_t(i)))
                    << row.route << " as " << qPrintable(token(kRoles.at(i))) << ", what it names lies "
                    << static_cast<int>(lies);
            }
        }
    }
}

MARKAZ_ON_BOTH(RouteScopes);

} // namespace
} // namespace markaz::server::test
