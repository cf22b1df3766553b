// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/httptransport.h"

#include "core/sync/syncpolicy.h"

#include <QCryptographicHash>
#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace markaz {
namespace {

/// An error that the server's own status caused is an answer (400 even shows as an invalid operation); one of the way
/// is not.
bool isOfTheWay(QNetworkReply::NetworkError error)
{
    return error != QNetworkReply::NoError &&
           (error < QNetworkReply::ContentAccessDenied || error == QNetworkReply::ProtocolFailure);
}

/// What has come of one answer, and why it was broken off, if it was.
struct Arriving
{
    QByteArray body;
    bool timedOut = false;
    bool tooLarge = false;
    bool otherKey = false; ///< than the pinned ones
    QList<QSslError> doubts;
    QSslCertificate met; ///< where it is not trusted
};

const char *reasonOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::HostNameMismatch:
        return nottrusted::kName;
    case QSslError::CertificateNotYetValid:
        return nottrusted::kNotYetValid;
    case QSslError::CertificateExpired:
        return nottrusted::kExpired;
    case QSslError::NoPeerCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateRejected:
    case QSslError::InvalidCaCertificate:
    case QSslError::CertificateSignatureFailed:
    case QSslError::UnableToDecryptCertificateSignature:
    case QSslError::AuthorityIssuerSerialNumberMismatch:
    case QSslError::SubjectIssuerMismatch:
        return nottrusted::kIssuer;
    default:
        return nottrusted::kOther;
    }
}

/// The gravest of several: whoever nobody vouches for may as well have written any name and date.
const char *gravestOf(const QList<QSslError> &doubts)
{
    QByteArrayList reasons;
    for (const QSslError &doubt : doubts)
        reasons.append(reasonOf(doubt.error()));
    for (const char *reason :
         {nottrusted::kIssuer, nottrusted::kOther, nottrusted::kName, nottrusted::kNotYetValid, nottrusted::kExpired}) {
        if (reasons.contains(reason))
            return reason;
    }
    return nottrusted::kOther;
}

/// A handshake that failed without a doubt about the certificate. OpenSSL's words are all that Qt hands on of it.
Error handshakeError(const QString &what)
{
    if (what.contains(QLatin1String("wrong version number")) ||
        what.contains(QLatin1String("packet length too long")) || what.contains(QLatin1String("http request")))
        return makeError(ErrorCode::NotOurServer, what); // it speaks no TLS at all, as gateways of networks do
    const bool old = what.contains(QLatin1String("unsupported protocol")) ||
                     what.contains(QLatin1String("protocol version")) ||
                     what.contains(QLatin1String("version too low"));
    return makeError(ErrorCode::NotTrusted, what, QLatin1String(old ? nottrusted::kProtocol : nottrusted::kOther));
}

Error notTrusted(const QString &what, const char *why, const QSslCertificate &met)
{
    const QByteArray digest = met.isNull() ? QByteArray() : met.digest(QCryptographicHash::Sha256);
    const QString shown =
        digest.isEmpty() ? QString() : QStringLiteral("; SHA-256 ") + QString::fromLatin1(digest.toHex(':').toUpper());
    return makeError(ErrorCode::NotTrusted, what + shown, QLatin1String(why));
}

Result<HttpResponse> answerOf(QNetworkReply &network, const Arriving &arriving)
{
    const QString what = network.errorString();
    if (arriving.tooLarge)
        return makeError(ErrorCode::TooLarge, QStringLiteral("the answer is larger than any that is read"));
    if (arriving.otherKey)
        return notTrusted(QStringLiteral("the server's key is none of the pinned ones"), nottrusted::kPin,
                          arriving.met);
    if (!arriving.doubts.isEmpty())
        return notTrusted(what, gravestOf(arriving.doubts), arriving.met);
    if (network.error() == QNetworkReply::SslHandshakeFailedError)
        return handshakeError(what);
    if (arriving.timedOut || network.error() == QNetworkReply::TimeoutError)
        return makeError(ErrorCode::NetworkTimeout, what);
    const int status = network.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 || isOfTheWay(network.error())) {
        // With a transfer timeout Qt reports the abort that it causes.
        const bool silent = network.error() == QNetworkReply::OperationCanceledError;
        return makeError(silent ? ErrorCode::NetworkTimeout : ErrorCode::NetworkUnreachable, what);
    }
    HttpResponse response;
    response.status = status;
    for (const auto &[name, value] : network.rawHeaderPairs())
        response.headers.insert(name.toLower(), value);
    response.body = arriving.body;
    const auto length = response.headers.constFind(QByteArrayLiteral("content-length"));
    if (network.operation() != QNetworkAccessManager::HeadOperation && length != response.headers.constEnd() &&
        length->toLongLong() != response.body.size())
        return makeError(ErrorCode::NetworkUnreachable, QStringLiteral("the answer broke off"));
    return response;
}

} // namespace

bool networkIsThere()
{
    const auto interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface &one) {
        const auto flags = one.flags();
        return flags.testFlag(QNetworkInterface::IsRunning) && !flags.testFlag(QNetworkInterface::IsLoopBack) &&
               !one.addressEntries().isEmpty();
    });
}

HttpTransport::HttpTransport(const QUrl &server, const ServerPins &pins)
    : HttpTransport(server, {syncpolicy::kSilence, syncpolicy::kRequestMost, protocol::kMaxReply}, pins)
{
}

HttpTransport::HttpTransport(const QUrl &server, const HttpLimits &limits, const ServerPins &pins)
    : m_server(server)
    , m_limits(limits)
    , m_pins(pins)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setTransferTimeout(static_cast<int>(m_limits.silence.count()));
    if (isLoopback(server.host()))
        m_manager.setProxy(QNetworkProxy::NoProxy);
}

HttpTransport::~HttpTransport()
{
    // Aborting emits finished(): nobody may hear it once the transport goes.
    const auto replies = m_manager.findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies) {
        reply->disconnect();
        reply->abort();
    }
}

void HttpTransport::answerLater(Error error, Reply reply)
{
    QTimer::singleShot(0, &m_manager, [error = std::move(error), reply = std::move(reply)] { reply(error); });
}

void HttpTransport::send(const HttpRequest &request, Reply reply)
{
    if (auto allowed = checkServerUrl(m_server); !allowed)
        return answerLater(allowed.error(), std::move(reply));

    QString base = m_server.toString(QUrl::FullyEncoded);
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    QNetworkRequest network(QUrl(base + request.path, QUrl::StrictMode));
    if (!network.url().isValid())
        return answerLater(makeError(ErrorCode::InvalidValue, network.url().errorString(), QStringLiteral("server")),
                           std::move(reply));
    if (m_server.scheme() == QLatin1String("https")) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        network.setSslConfiguration(tls);
    }
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    network.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (auto it = request.headers.begin(); it != request.headers.end(); ++it)
        network.setRawHeader(it.key(), it.value());
    // As a custom request, HEAD would wait for a body.
    watch(request.method == "HEAD" ? m_manager.head(network)
                                   : m_manager.sendCustomRequest(network, request.method, request.body),
          std::move(reply));
}

void HttpTransport::watch(QNetworkReply *network, Reply reply)
{
    auto arriving = std::make_shared<Arriving>();
    const qint64 most = m_limits.replyBytes;
    const auto take = [network, arriving, most] {
        if (arriving->tooLarge)
            return;
        arriving->body += network->readAll();
        if (arriving->body.size() > most) {
            arriving->tooLarge = true;
            network->abort();
        }
    };
    QObject::connect(network, &QNetworkReply::readyRead, network, take);
    // Before anything of the request has left: Qt waits for whoever hears this.
    QObject::connect(network, &QNetworkReply::encrypted, network, [network, arriving, pins = m_pins] {
        if (pins.allow(network->sslConfiguration().peerCertificate()))
            return;
        arriving->otherKey = true;
        arriving->met = network->sslConfiguration().peerCertificate();
        network->abort();
    });
    QObject::connect(network, &QNetworkReply::sslErrors, network, [network, arriving](const QList<QSslError> &doubts) {
        arriving->doubts += doubts;
        arriving->met = network->sslConfiguration().peerCertificate();
    });
    auto *deadline = new QTimer(network);
    deadline->setSingleShot(true);
    QObject::connect(deadline, &QTimer::timeout, network, [network, arriving] {
        arriving->timedOut = true;
        network->abort();
    });
    deadline->start(m_limits.whole);
    QObject::connect(network, &QNetworkReply::finished, network, [network, arriving, take, reply = std::move(reply)] {
        if (network->isOpen())
            take();
        const Result<HttpResponse> answer = answerOf(*network, *arriving);
        network->deleteLater();
        reply(answer);
    });
}

} // namespace markaz
