// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/core/realbackend.h"

#include "app/server/http/exchange.h"
#include "app/server/store/accounts.h"
#include "core/protocol/messages.h"
#include "core/security/password.h"
#include "core/support/gzip.h"
#include "tests/support/sync/laptop.h"

#include <QDir>
#include <QFile>

namespace markaz::test {
namespace {

constexpr PasswordCost kLight{1, 8192}; // sign-ins are not what is tried here
constexpr qsizetype kPiece = 64LL * 1024;

Result<std::unique_ptr<server::ServerCore>> openCore(const server::StoreLocation &location, const Clock &clock)
{
    return server::ServerCore::open(location, clock, QStringLiteral("faults"), kLight);
}

void prepareStore(const QString &folder)
{
    const FixedClock clock(QDateTime(QDate(2026, 11, 24), QTime(6, 0), Qt::UTC));
    SeededIdSource ids(clock, 99);
    auto core = openCore({folder, {}}, clock);
    if (!core)
        qFatal("the server does not open: %s", qPrintable(core.error().detail));
    server::Accounts accounts((*core)->stores().ofThisThread().value()->database());
    for (const auto &[name, role] :
         {std::pair{kOne, Role::Officer}, std::pair{kTwo, Role::Officer}, std::pair{kInspector, Role::Inspector}}) {
        const QString hash = hashPassword(name + QStringLiteral("-password"), kLight).value();
        if (!accounts.add({name, name, role, sampleActor(name).provinces, hash}, clock, ids))
            qFatal("no account");
    }
}

/// What a client reads of \p wire.
HttpResponse read(const server::WireReply &wire)
{
    HttpResponse response;
    const QList<QByteArray> lines = wire.head.trimmed().split('\n');
    response.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        response.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    response.body = wire.body;
    while (wire.source) {
        const auto piece = wire.source->read(kPiece);
        if (!piece || piece->isEmpty())
            break;
        response.body += *piece;
    }
    return response;
}

server::WireReply answerStreamed(const server::HttpServer::Options &options, const server::ApiRequest &request,
                                 const server::ReplyContext &context)
{
    auto opened = server::openBody(options, request, context);
    if (auto *refused = std::get_if<server::WireReply>(&opened))
        return std::move(*refused);
    const auto receiver = std::get<std::shared_ptr<server::BodyReceiver>>(opened);
    for (qsizetype at = 0;; at += kPiece) {
        const bool last = at + kPiece >= request.body.size();
        if (auto reply = server::takePiece(options, request, *receiver, request.body.mid(at, kPiece), last, context))
            return std::move(*reply);
    }
}

} // namespace

void copyPreparedStore(const QString &folder)
{
    static const QTemporaryDir prepared;
    static const bool once = [] {
        prepareStore(prepared.path());
        return true;
    }();
    Q_UNUSED(once)
    const QStringList names = QDir(prepared.path()).entryList(QDir::Files);
    for (const QString &name : names) {
        if (!QFile::copy(prepared.filePath(name), folder + QLatin1Char('/') + name))
            qFatal("the prepared store cannot be copied");
    }
}

RealBackend::RealBackend(const Clock &clock, const QString &folder)
    : m_clock(clock)
    , m_folder(folder)
{
    if (!QFile::exists(folder + QStringLiteral("/markaz.sqlite")))
        copyPreparedStore(folder);
    if (auto begun = restart(); !begun)
        qFatal("the server does not open: %s", qPrintable(begun.error().detail));
}

Result<void> RealBackend::restart()
{
    m_core.reset();
    auto core = openCore(location(), m_clock);
    if (!core)
        return core.error();
    m_core = std::move(*core);
    return {};
}

Database &RealBackend::database()
{
    return m_core->stores().ofThisThread().value()->database();
}

HttpResponse RealBackend::answer(const HttpRequest &request)
{
    server::ApiRequest asked;
    asked.method = request.method;
    asked.path = request.path.section(QLatin1Char('?'), 0, 0);
    asked.query = QUrlQuery(request.path.section(QLatin1Char('?'), 1));
    for (auto it = request.headers.begin(); it != request.headers.end(); ++it)
        asked.headers.insert(it.key().toLower(), it.value());
    asked.body = request.body;
    asked.remoteAddress = QStringLiteral("127.0.0.1");
    const bool packed = asked.headers.take("content-encoding") == "gzip";

    server::Router &router = m_core->router();
    server::HttpServer::Options options;
    options.clock = &m_clock;
    options.streamed = router.streamed();
    options.decorate = [&router](const server::ApiRequest *of, server::ApiResponse &reply) {
        router.decorate(of, reply);
    };
    const server::ReplyContext context{asked.method == "HEAD", asked.header("accept-encoding").contains("gzip"), true,
                                       1};
    if (!asked.body.isEmpty() && options.streamed.are(asked))
        return read(answerStreamed(options, asked, context));
    return read(server::exchange(
        options, [&router](const server::ApiRequest &plain) { return router.handle(plain); }, asked, packed, context));
}

} // namespace markaz::test
