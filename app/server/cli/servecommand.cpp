// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/servecommand.h"

#include "app/server/api/verifycontroller.h"
#include "app/server/cli/jsonlog.h"
#include "app/server/cli/processsignals.h"
#include "app/server/cli/servercore.h"
#include "app/server/http/httpserver.h"
#include "app/server/store/accounts.h"
#include "core/support/log.h"

#include <QCoreApplication>
#include <QTimer>

#include <arpa/inet.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>

namespace markaz::server {
namespace {

/// An hour, with what timers may be early by.
constexpr std::chrono::seconds kCheckpointsApart = std::chrono::minutes(59);

struct Listen
{
    QString address;
    quint16 port = 0;
    bool loopback = false; ///< reached from this computer alone
};

/// "127.0.0.1:8480", "[::1]:0".
std::optional<Listen> listenOf(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    bool number = false;
    const uint port = text.mid(colon + 1).toUInt(&number);
    QString address = text.left(colon);
    const bool bracketed = address.startsWith(QLatin1Char('[')) && address.endsWith(QLatin1Char(']'));
    if (bracketed)
        address = address.mid(1, address.size() - 2);
    std::array<unsigned char, sizeof(in6_addr)> parsed{};
    const bool numeric = inet_pton(bracketed ? AF_INET6 : AF_INET, address.toLatin1().constData(), parsed.data()) == 1;
    if (colon < 1 || !number || port > 65535 || !numeric)
        return std::nullopt;
    const bool loopback =
        bracketed ? std::equal(parsed.begin(), parsed.end(), reinterpret_cast<const unsigned char *>(&in6addr_loopback))
                  : parsed[0] == 127;
    return Listen{address, static_cast<quint16>(port), loopback};
}

/// The pair that --tls-cert and --tls-key name; none without them. The sentence is said where only one is given.
Result<std::optional<TlsFiles>> tlsOf(const QCommandLineParser &parser)
{
    const QString chain = parser.value(QStringLiteral("tls-cert"));
    const QString key = parser.value(QStringLiteral("tls-key"));
    if (chain.isEmpty() != key.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("--tls-cert and --tls-key belong together: give both."));
    if (chain.isEmpty())
        return std::optional<TlsFiles>();
    return std::optional(TlsFiles{chain, key});
}

/// The usual soft limit of 1024 open files is less than a thousand connections and the store need.
void allowManyFiles()
{
    constexpr rlim_t kWanted = 4096;
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= kWanted)
        return;
    files.rlim_cur = std::min(files.rlim_max, kWanted);
    if (::setrlimit(RLIMIT_NOFILE, &files) != 0)
        qCWarning(lcServer, "the limit on open files could not be raised");
}

/// Why a pair is not served, and what mends it.
QString sentenceOfTls(const Error &error)
{
    const QString next = error.code == ErrorCode::NotAllowed
                             ? QStringLiteral("Close it with: chmod 640 '%1'").arg(error.where)
                             : QStringLiteral("Give the certificate with its chain to --tls-cert and its private key, "
                                              "without a passphrase, to --tls-key, both as PEM.");
    return QStringLiteral("%1 cannot be used for TLS: %2. %3").arg(error.where, error.detail, next);
}

/// The passwords of sample accounts lie in a file, and who has them sees and signs as anybody: not for a network, and
/// not behind a proxy, which is what opens this computer's own address to one (the router turns away what came through
/// a proxy that was not named). Nothing when it may be listened there; else the sentence.
std::optional<QString> exposedSample(ServerCore &core, const Listen &listen, bool behindProxy)
{
    if (listen.loopback && !behindProxy)
        return std::nullopt;
    auto store = core.stores().ofThisThread();
    if (!store)
        return sentenceOf(store.error());
    auto sample = Accounts((*store)->database()).anySample();
    if (!sample)
        return sentenceOf(sample.error());
    if (!*sample)
        return std::nullopt;
    return QStringLiteral("This store holds sample accounts, whose passwords lie in a file: it is served to this "
                          "computer only, and %1 is open to others. Nothing was started. Use --listen 127.0.0.1:8480 "
                          "without --trusted-proxy, or a store without sample data.")
        .arg(listen.loopback ? QStringLiteral("a proxy") : listen.address);
}

} // namespace

QString ServeCommand::examples() const
{
    return QStringLiteral(
        "  markaz-server serve --data /var/lib/markaz --listen 127.0.0.1:8480\n"
        "  markaz-server serve --database postgresql://markaz@127.0.0.1:5432/markaz --data /var/lib/markaz\n"
        "  markaz-server serve --data demo --listen 127.0.0.1:0      (any free port; it is printed)\n"
        "  markaz-server serve --data /var/lib/markaz --trusted-proxy 127.0.0.1\n"
        "  markaz-server serve --data /var/lib/markaz --listen 0.0.0.0:8443 \\\n"
        "      --tls-cert /etc/markaz/tls/fullchain.pem --tls-key /etc/markaz/tls/privkey.pem\n\n"
        "It prints \"listening on http://ADDRESS:PORT\" (https:// with TLS) when it is ready. SIGTERM or SIGINT stop "
        "it\n"
        "once the requests under way have their replies. SIGHUP reads the certificate and its key anew, as is due "
        "after\n"
        "a renewal: open connections stay, new ones see the new certificate. A pair that does not work is logged, and\n"
        "the one before it stays. Without TLS it listens on this computer alone: passwords would travel readable. "
        "Give\n"
        "it a certificate, or put a TLS proxy on this computer before it and name that with --trusted-proxy\n"
        "(packaging/nginx/markaz.conf).");
}

void ServeCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addOption({QStringLiteral("listen"),
                      QStringLiteral("Address and port; port 0 is any free one. Default: 127.0.0.1:8480."),
                      QStringLiteral("ADDRESS:PORT"), QStringLiteral("127.0.0.1:8480")});
    parser.addOption({QStringLiteral("threads"), QStringLiteral("Requests handled at once, 1 to 64. Default: 4."),
                      QStringLiteral("N"), QStringLiteral("4")});
    parser.addOption(
        {QStringLiteral("tls-cert"),
         QStringLiteral("Certificate with its chain (PEM). With it the server speaks TLS 1.2 and later, and "
                        "nothing else."),
         QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("tls-key"),
                      QStringLiteral("Its private key (PEM, no passphrase), which others may not read."),
                      QStringLiteral("FILE")});
    parser.addOption(
        {QStringLiteral("trusted-proxy"),
         QStringLiteral("Address of a TLS proxy whose X-Forwarded-For is believed, so that failed sign-ins, and "
                        "questions to the public page and lists, are counted for whom they came from. May be given "
                        "more than once."),
         QStringLiteral("ADDRESS")});
}

int ServeCommand::run(const QCommandLineParser &parser)
{
    if (!parser.positionalArguments().isEmpty())
        return fail(
            QStringLiteral("\"%1\" is too much: serve takes options only.").arg(parser.positionalArguments().first()),
            kWrongUsage);
    const auto listen = listenOf(parser.value(QStringLiteral("listen")));
    if (!listen)
        return fail(
            QStringLiteral("--listen takes an address in numbers and a port, such as 127.0.0.1:8480 or [::1]:8480."),
            kWrongUsage);
    if (parser.values(QStringLiteral("listen")).size() > 1)
        return fail(QStringLiteral("--listen was given more than once: the server listens at one address."),
                    kWrongUsage);
    const int threads = parser.value(QStringLiteral("threads")).toInt();
    if (threads < 1 || threads > 64)
        return fail(QStringLiteral("--threads takes a number from 1 to 64."), kWrongUsage);
    const auto proxies = TrustedProxies::of(parser.values(QStringLiteral("trusted-proxy")));
    if (!proxies)
        return fail(
            QStringLiteral("--trusted-proxy takes an address in numbers, such as 127.0.0.1, and \"%1\" is none.")
                .arg(proxies.error().where),
            kWrongUsage);
    const auto tls = tlsOf(parser);
    if (!tls)
        return fail(tls.error().detail, kWrongUsage);
    if (!*tls && !listen->loopback) {
        return fail(
            QStringLiteral(
                "Without TLS, passwords and records would travel readable to %1, so nothing was started. Give "
                "--tls-cert and --tls-key, or listen on 127.0.0.1 behind a TLS proxy on this computer and name it with "
                "--trusted-proxy.")
                .arg(parser.value(QStringLiteral("listen"))),
            kWrongUsage);
    }
    const auto location = storeOf(parser, StoreUse::MayBegin);
    if (!location)
        return kWrongUsage;

    const JsonLog log;
    std::signal(SIGXFSZ, SIG_IGN); // a limit of the process on files is a full disk, not the end of the server
    ProcessSignals asked;          // before anything else, so that a SIGTERM while starting stops it too
    allowManyFiles();
    const SystemClock clock;
    auto core = ServerCore::open(*location, clock, QCoreApplication::applicationVersion(), {}, *proxies);
    if (!core)
        return fail(sentenceOf(core.error()));
    if (const auto refusal = exposedSample(**core, *listen, parser.isSet(QStringLiteral("trusted-proxy"))))
        return fail(*refusal);
    Router &router = (*core)->router();
    HttpServer::Options options;
    options.address = listen->address;
    options.port = listen->port;
    options.workerThreads = threads;
    options.tls = *tls;
    options.streamed = router.streamed();
    options.admit = [&router](const ApiRequest &head) { return router.admit(head); };
    options.refused = VerifyController::refused;
    options.decorate = [&router](const ApiRequest *request, ApiResponse &response) {
        router.decorate(request, response);
    };
    HttpServer server(options, [&router](const ApiRequest &request) { return router.handle(request); });
    (*core)->metrics().watchFront([&server] {
        const HttpServer::Load load = server.load();
        return FrontFigures{load.waiting, load.connections, load.refused};
    });
    auto port = server.start();
    if (!port && *tls && (port.error().where == (*tls)->chain || port.error().where == (*tls)->key))
        return fail(sentenceOfTls(port.error()));
    if (!port) {
        return fail(
            QStringLiteral("%1 cannot be listened on. Another program may use it; choose another with --listen. (%2)")
                .arg(parser.value(QStringLiteral("listen")), port.error().detail));
    }

    const auto tidy = [&core] {
        if (auto tidied = (*core)->tidy(); !tidied)
            qCWarning(lcServer) << "the hourly work failed, it is tried again:" << tidied.error().detail;
    };
    const auto checkpoint = [&core](std::chrono::seconds unlessWithin) {
        auto made = (*core)->checkpoint(unlessWithin);
        if (!made && made.error().code == ErrorCode::Tampered)
            qCCritical(lcServer) << "THE AUDIT CHAIN WAS CHANGED and is not signed, entry" << made.error().where
                                 << "- run markaz-server verify-audit";
        else if (!made)
            qCWarning(lcServer) << "the audit chain was not signed, it is tried again:" << made.error().detail;
    };
    const auto writeContacts = [&core] {
        if (auto written = (*core)->writeContacts(); !written)
            qCWarning(lcServer) << "the laptops' contacts were not written, it is tried again:"
                                << written.error().detail;
    };
    tidy();
    checkpoint({});
    QTimer minutely;
    QObject::connect(&minutely, &QTimer::timeout, &minutely, writeContacts);
    minutely.start(std::chrono::minutes(1));
    QTimer hourly;
    QObject::connect(&hourly, &QTimer::timeout, &hourly, [&tidy, &checkpoint] {
        tidy();
        checkpoint(kCheckpointsApart);
    });
    hourly.start(std::chrono::hours(1));
    QObject::connect(&asked, &ProcessSignals::reloadAsked, qApp, [&server] {
        if (auto reloaded = server.reloadTls(); !reloaded)
            qCWarning(lcServer).noquote()
                << "the certificate was not read anew, what was served before stays:" << reloaded.error().detail
                << reloaded.error().where;
        else
            qCInfo(lcServer, "the certificate was read anew");
    });
    QObject::connect(&asked, &ProcessSignals::stopAsked, qApp, &QCoreApplication::quit);
    const bool sixth = listen->address.contains(QLatin1Char(':'));
    say(QStringLiteral("listening on %1://%2:%3")
            .arg(*tls ? QStringLiteral("https") : QStringLiteral("http"),
                 sixth ? QStringLiteral("[%1]").arg(listen->address) : listen->address)
            .arg(*port));
    if (!asked.stopWasAsked())
        QCoreApplication::exec();
    server.stop();
    writeContacts();
    checkpoint({});
    say(QStringLiteral("stopped"));
    return kDone;
}

} // namespace markaz::server
