// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/tlscontext.h"

#include <boost/asio/buffer.hpp>

#include <QFile>

#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <ctime>

namespace markaz::server {
namespace {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using Failure = boost::system::error_code;

constexpr qint64 kLargestPem = 256LL * 1024;
/// Of TLS 1.2; those of 1.3 are all of this kind.
constexpr const char *kCiphers = "ECDHE+AESGCM:ECDHE+CHACHA20";

Result<QByteArray> pemOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    QByteArray bytes = file.read(kLargestPem + 1);
    if (bytes.size() > kLargestPem || !bytes.contains("-----BEGIN "))
        return makeError(ErrorCode::Malformed, QStringLiteral("it is no PEM file"), path);
    return bytes;
}

Error malformed(const char *what, const Failure &failure, const QString &path)
{
    ERR_clear_error();
    return makeError(ErrorCode::Malformed,
                     QStringLiteral("%1 (%2)").arg(QLatin1String(what), QString::fromStdString(failure.message())),
                     path);
}

QDateTime timeOf(const ASN1_TIME *time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC};
}

} // namespace

Result<TlsIdentity> loadTls(const TlsFiles &files)
{
    auto chain = pemOf(files.chain);
    if (!chain)
        return chain.error();
    auto key = pemOf(files.key);
    if (!key)
        return key.error();
    if (QFile::permissions(files.key) & (QFile::ReadOther | QFile::WriteOther))
        return makeError(ErrorCode::NotAllowed, QStringLiteral("others may read or change the key"), files.key);

    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    SSL_CTX *raw = context->native_handle();
    SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(raw, kCiphers);
    SSL_CTX_set_options(raw, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET);
    SSL_CTX_set_session_cache_mode(raw, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(raw, 0);
    SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS); // a thousand idle connections hold no buffers

    Failure failure;
    context->set_password_callback([](std::size_t, ssl::context::password_purpose) { return std::string(); }, failure);
    context->use_certificate_chain(asio::buffer(chain->constData(), static_cast<size_t>(chain->size())), failure);
    if (failure)
        return malformed("it holds no certificate that can be served", failure, files.chain);
    context->use_private_key(asio::buffer(key->constData(), static_cast<size_t>(key->size())), ssl::context::pem,
                             failure);
    if (!failure && SSL_CTX_check_private_key(raw) != 1)
        failure = Failure(X509_R_KEY_VALUES_MISMATCH, asio::error::get_ssl_category());
    if (failure && (ERR_GET_REASON(static_cast<unsigned long>(failure.value())) == X509_R_KEY_VALUES_MISMATCH ||
                    ERR_GET_REASON(static_cast<unsigned long>(failure.value())) == X509_R_KEY_TYPE_MISMATCH)) {
        ERR_clear_error();
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the key does not belong to the certificate"),
                         files.key);
    }
    if (failure)
        return malformed("it holds no private key without a passphrase", failure, files.key);

    const X509 *leaf = SSL_CTX_get0_certificate(raw);
    return TlsIdentity{std::move(context), timeOf(X509_get0_notBefore(leaf)), timeOf(X509_get0_notAfter(leaf))};
}

} // namespace markaz::server
