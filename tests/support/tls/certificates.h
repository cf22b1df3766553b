// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace markaz::test {

/// Whom a certificate speaks for, and when.
struct CertificateWish
{
    QByteArray names = "DNS:localhost,IP:127.0.0.1"; ///< as OpenSSL writes a subjectAltName
    QDateTime from = QDateTime::currentDateTimeUtc().addDays(-1);
    QDateTime to = QDateTime::currentDateTimeUtc().addDays(1);
};

/// A certificate with its key, as PEM.
struct CertificatePair
{
    QByteArray certificate;
    QByteArray key;
    QByteArray keyHash; ///< SHA-256 of the subject's public key (SPKI), 32 bytes
};

/// Two files that a server reads, the key closed to others.
struct PairFiles
{
    QString chain;
    QString key;
};

/// An authority of the test's own, made anew each time. Any failure of OpenSSL ends the test program.
class CertificateAuthority
{
public:
    explicit CertificateAuthority(const char *name = "An authority of a test");

    QByteArray certificate() const; ///< PEM, for who is to trust it
    CertificatePair issue(const CertificateWish &wish = {}) const;

private:
    std::shared_ptr<EVP_PKEY> m_key;
    std::shared_ptr<X509> m_certificate;
};

/// Writes (or overwrites) DIR/chain.pem and DIR/key.pem.
PairFiles writePair(const QString &folder, const CertificatePair &pair);

} // namespace markaz::test
