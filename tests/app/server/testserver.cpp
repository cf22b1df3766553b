// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/testserver.h"

#include "app/server/store/recordtable.h"
#include "core/storage/migrator.h"

#include <QJsonDocument>

namespace markaz::server::test {
namespace {

constexpr qsizetype kPiece = 64LL * 1024;
constexpr PasswordCost kLight{1, 8ULL * 1024 * 1024};

/// One PostgreSQL for a test program; each test server gets a database of its own in it.
markaz::test::PostgresServer &postgres()
{
    static const std::unique_ptr<markaz::test::PostgresServer> server = [] {
        auto started = markaz::test::PostgresServer::start();
        if (!started)
            qFatal("PostgreSQL does not start: %s", qPrintable(started.error().detail));
        return std::move(*started);
    }();
    return *server;
}

/// The name of a database with the tables and nothing in them. What a store makes first (its instance, keys, policy) is
/// no part of it: copies are empty stores that differ from one another, made without running all migrations anew.
QString tables()
{
    QString name = QStringLiteral("tables");
    auto url = postgres().createDatabase(name);
    auto database = url ? Database::openPostgres(*url) : Result<std::unique_ptr<Database>>(url.error());
    const auto migrated =
        database ? migrate(**database, QStringLiteral(":/markaz/sql/server-postgres")) : Result<int>(database.error());
    if (!migrated)
        qFatal("no tables: %s", qPrintable(migrated.error().detail));
    return name;
}

QString newDatabase()
{
    static int count = 0;
    static const QString like = tables();
    auto url = postgres().createDatabase(QStringLiteral("store%1").arg(++count), like);
    if (!url)
        qFatal("no database: %s", qPrintable(url.error().detail));
    return *url;
}

} // namespace

TestServer::TestServer(const QString &backend)
    : m_clock(QDateTime(QDate(2026, 11, 24), QTime(6, 0), Qt::UTC))
    , m_ids(m_clock)
{
    m_location.dataFolder = m_folder.path();
    if (backend == QLatin1String("postgres"))
        m_location.databaseUrl = newDatabase();
    m_core = another();
}

std::unique_ptr<ServerCore> TestServer::another(const TrustedProxies &proxies)
{
    auto core = ServerCore::open(m_location, m_clock, QStringLiteral("test"), kLight, proxies);
    if (!core)
        qFatal("the server does not open: %s %s", qPrintable(core.error().detail), qPrintable(core.error().where));
    return std::move(*core);
}

ApiResponse TestServer::call(const QByteArray &method, const QString &path, const QByteArray &body,
                             const QString &token, const HttpHeaders &more)
{
    ApiRequest request;
    request.method = method;
    request.path = path.section(QLatin1Char('?'), 0, 0);
    request.query = QUrlQuery(path.section(QLatin1Char('?'), 1));
    request.headers = {{"markaz-protocol", "1"}, {"markaz-nonce", "nonce-1"}};
    if (!body.isEmpty())
        request.headers.insert("content-type", "application/json");
    if (!token.isEmpty())
        request.headers.insert("authorization", "Bearer " + token.toLatin1());
    request.headers.insert(more);
    request.body = body;
    request.remoteAddress = QStringLiteral("127.0.0.1");
    Router &router = m_core->router();
    const StreamedBodies streamed = router.streamed();
    if (body.isEmpty() || !streamed.are(request))
        return router.handle(request);
    // As the front does it: in pieces, and to the first reply.
    auto opened = streamed.open(request);
    if (auto *refused = std::get_if<ApiResponse>(&opened))
        return *refused;
    BodyReceiver &receiver = *std::get<std::unique_ptr<BodyReceiver>>(opened);
    for (qsizetype at = 0; at < body.size(); at += kPiece) {
        if (auto early = receiver.take(body.mid(at, kPiece)))
            return *early;
    }
    return receiver.whole();
}

ApiResponse TestServer::post(const QString &path, const QJsonObject &body, const QString &token)
{
    return call("POST", path, QJsonDocument(body).toJson(), token);
}

Actor TestServer::addAccount(const QString &name, Role role, const QStringList &provinces)
{
    static const QString hash = hashPassword(kPassword, kLight).value();
    Store &store = *m_core->stores().ofThisThread().value();
    auto added = Accounts(store.database()).add({name, name, role, provinces, hash}, m_clock, m_ids);
    EXPECT_TRUE(added) << (added ? "" : qPrintable(added.error().detail));
    return *added;
}

Session TestServer::signIn(const QString &name)
{
    const ApiResponse response =
        post(QStringLiteral("/api/v1/session"),
             protocol::encode(protocol::SessionRequest{name, kPassword, m_ids.next(), QStringLiteral("Test laptop")}));
    EXPECT_EQ(response.status, 201) << response.body.constData();
    auto reply = protocol::decode<protocol::SessionReply>(QJsonDocument::fromJson(response.body).object());
    if (!reply)
        return {};
    return {reply->accessToken, reply->refreshToken, reply->account};
}

Results TestServer::push(const Session &who, const QList<Change> &changes)
{
    const ApiResponse response = post(QStringLiteral("/api/v1/changes"),
                                      protocol::encode(protocol::PushRequest{m_ids.next(), {}, changes}), who.token);
    EXPECT_EQ(response.status, 200) << response.body.constData();
    auto reply = protocol::decode<protocol::PushReply>(QJsonDocument::fromJson(response.body).object());
    EXPECT_TRUE(reply) << response.body.constData();
    if (!reply)
        return {};
    EXPECT_EQ(reply->results.size(), changes.size());
    return reply->results;
}

QList<protocol::FeedItem> TestServer::pull(const Session &who, QString &cursor, int limit)
{
    QList<protocol::FeedItem> items;
    do {
        const ApiResponse response = call(
            "GET",
            QStringLiteral("/api/v1/changes?limit=%1&cursor=%2&kinds=%3").arg(limit).arg(cursor).arg(protocol::kKinds),
            {}, who.token);
        EXPECT_EQ(response.status, 200) << response.body.constData();
        auto page = protocol::readPullReply(response.body);
        EXPECT_TRUE(page) << response.body.constData();
        if (!page)
            return items;
        items += page->changes;
        cursor = page->cursor;
        m_lastPage = *page;
    } while (m_lastPage.more);
    return items;
}

std::optional<StoredRecord> TestServer::stored(const QString &id)
{
    auto found = RecordTable(m_core->stores().ofThisThread().value()->database()).find(id);
    return found ? *found : std::nullopt;
}

QVariant TestServer::value(const QString &sql)
{
    auto row = m_core->stores().ofThisThread().value()->database().row(sql);
    EXPECT_TRUE(row) << qPrintable(sql);
    return row && *row ? (*row)->value(0) : QVariant();
}

void TestServer::run(const QString &sql)
{
    auto done = m_core->stores().ofThisThread().value()->database().run(sql);
    EXPECT_TRUE(done) << qPrintable(sql);
}

QJsonObject ownerFields(const QString &province)
{
    return {{QStringLiteral("name"), QStringLiteral("Owner (sample)")},
            {QStringLiteral("kind"), QStringLiteral("individual")},
            {QStringLiteral("province"), province}};
}

QJsonObject centreFields(const QString &building)
{
    return {{QStringLiteral("building"), building},
            {QStringLiteral("name"), QStringLiteral("Iqbal Freelancing Centre")},
            {QStringLiteral("seats"), 60},
            {QStringLiteral("seat_rate_paisa"), 350'000}};
}

QJsonObject monthFields(const QString &centre, const QString &author)
{
    return {
        {QStringLiteral("centre"), centre},  {QStringLiteral("month"), QStringLiteral("2026-10")},
        {QStringLiteral("seats"), 60},       {QStringLiteral("seats_taken"), 45},
        {QStringLiteral("freelancers"), 38}, {QStringLiteral("dg_skills"), 30},
        {QStringLiteral("other_staff"), 9},  {QStringLiteral("seat_rate_paisa"), 350'000},
        {QStringLiteral("trainings"), 1},    {QStringLiteral("events"), 0},
        {QStringLiteral("author"), author},  {QStringLiteral("made_at"), QStringLiteral("2026-11-02T05:00:00.000Z")}};
}

QJsonObject loanFields(const QString &building, const QString &owner, const QString &officer)
{
    return {{QStringLiteral("building"), building},
            {QStringLiteral("owner"), owner},
            {QStringLiteral("bank"), QStringLiteral("Sample Bank")},
            {QStringLiteral("principal_paisa"), 900'000'000},
            {QStringLiteral("policy_version"), 1},
            {QStringLiteral("markup_bp"), 1'500},
            {QStringLiteral("tenor_months"), 60},
            {QStringLiteral("grace_months"), 6},
            {QStringLiteral("state"), QStringLiteral("draft")},
            {QStringLiteral("state_at"), QStringLiteral("2026-11-02T05:00:00.000Z")},
            {QStringLiteral("state_by"), officer}};
}

QJsonObject buildingFields(int city, const QString &code, const QString &name)
{
    return {{QStringLiteral("code"), code},
            {QStringLiteral("name"), name},
            {QStringLiteral("address"), name + QStringLiteral(" Road")},
            {QStringLiteral("city"), city},
            {QStringLiteral("covered_area_sqft"), 6000},
            {QStringLiteral("storeys"), 2},
            {QStringLiteral("level_entrance"), false},
            {QStringLiteral("has_generator"), true},
            {QStringLiteral("latitude_e6"), 32'494'530},
            {QStringLiteral("longitude_e6"), 74'522'910}};
}

QJsonObject scenarioBody(const QString &name)
{
    const QJsonObject loan{{QStringLiteral("name"), QStringLiteral("Larger cities")},
                           {QStringLiteral("tier"), 1},
                           {QStringLiteral("count"), 40},
                           {QStringLiteral("principal_paisa"), 900'000'000},
                           {QStringLiteral("markup_bp"), 1'200},
                           {QStringLiteral("tenor_months"), 60},
                           {QStringLiteral("grace_months"), 6},
                           {QStringLiteral("paid_out"), QStringLiteral("2026-12-01")},
                           {QStringLiteral("seats"), 100},
                           {QStringLiteral("seat_rate_paisa"), 350'000},
                           {QStringLiteral("running_cost_paisa"), 10'000'000},
                           {QStringLiteral("occupancy_bp"), 7'000}};
    return {{QStringLiteral("name"), name},
            {QStringLiteral("subsidy"),
             QJsonArray{QJsonObject{{QStringLiteral("share_bp"), 5'000}, {QStringLiteral("ignite_bp"), 6'000}}}},
            {QStringLiteral("loans"), QJsonArray{loan}}};
}

Change create(IdSource &ids, Entity entity, const QJsonObject &fields)
{
    Change change;
    change.opId = ids.next();
    change.entity = entity;
    change.id = ids.next();
    change.kind = ChangeKind::Create;
    change.madeAt = QStringLiteral("2026-11-24T05:00:00.000Z");
    change.fields = differences(specOf(entity), {}, fields);
    return change;
}

Change patch(IdSource &ids, Entity entity, const QString &id, qint64 base, const FieldChanges &fields, ChangeKind kind)
{
    Change change;
    change.opId = ids.next();
    change.entity = entity;
    change.id = id;
    change.kind = kind;
    change.baseRev = base;
    change.madeAt = QStringLiteral("2026-11-24T05:00:00.000Z");
    change.fields = fields;
    return change;
}

FieldChanges one(const QString &path, const QJsonValue &before, const QJsonValue &after)
{
    return {{path, FieldChange{before, after}}};
}

QString codeOf(const ApiResponse &response)
{
    return QJsonDocument::fromJson(response.body).object().value(QStringLiteral("code")).toString();
}

} // namespace markaz::server::test
