// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tls/certificates.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace markaz::test {
namespace {

void must(bool worked, const char *what)
{
    if (!worked)
        qFatal("no certificate for the test: %s", what);
}

std::shared_ptr<EVP_PKEY> newKey()
{
    std::shared_ptr<EVP_PKEY> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    must(key != nullptr, "EVP_EC_gen");
    return key;
}

template <class Write>
QByteArray pem(const Write &write)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
    must(memory && write(memory.get()) == 1, "PEM");
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &bytes);
    return {bytes, static_cast<qsizetype>(size)};
}

void extend(X509 *certificate, X509 *issuer, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value), X509_EXTENSION_free);
    must(extension && X509_add_ext(certificate, extension.get(), -1) == 1, value);
}

std::shared_ptr<X509> newCertificate(EVP_PKEY *subject, const char *name, const CertificateWish &wish, X509 *issuer,
                                     EVP_PKEY *signer)
{
    std::shared_ptr<X509> certificate(X509_new(), X509_free);
    X509 *raw = certificate.get();
    must(raw != nullptr && X509_set_version(raw, X509_VERSION_3) == 1, "X509_new");
    unsigned char serial[16];
    must(RAND_bytes(serial, sizeof serial) == 1, "RAND_bytes");
    serial[0] &= 0x7f;
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(BN_bin2bn(serial, sizeof serial, nullptr), BN_free);
    BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(raw));
    ASN1_TIME_set(X509_getm_notBefore(raw), wish.from.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(raw), wish.to.toSecsSinceEpoch());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(raw), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
    X509_set_issuer_name(raw, X509_get_subject_name(issuer != nullptr ? issuer : raw));
    X509_set_pubkey(raw, subject);
    if (issuer == nullptr) {
        extend(raw, raw, NID_basic_constraints, "critical,CA:TRUE");
        extend(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign");
    } else {
        extend(raw, issuer, NID_basic_constraints, "critical,CA:FALSE");
        extend(raw, issuer, NID_ext_key_usage, "serverAuth");
        extend(raw, issuer, NID_subject_alt_name, wish.names.constData());
    }
    must(X509_sign(raw, signer, EVP_sha256()) > 0, "X509_sign");
    return certificate;
}

QByteArray pemOf(X509 *certificate)
{
    return pem([certificate](BIO *memory) { return PEM_write_bio_X509(memory, certificate); });
}

void write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    must(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() &&
             file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.commit(),
         qPrintable(path));
}

} // namespace

CertificateAuthority::CertificateAuthority(const char *name)
    : m_key(newKey())
{
    CertificateWish wish;
    wish.from = wish.from.addYears(-20); // older and younger than whatever it signs
    wish.to = wish.to.addYears(20);
    m_certificate = newCertificate(m_key.get(), name, wish, nullptr, m_key.get());
}

QByteArray CertificateAuthority::certificate() const
{
    return pemOf(m_certificate.get());
}

CertificatePair CertificateAuthority::issue(const CertificateWish &wish) const
{
    const std::shared_ptr<EVP_PKEY> key = newKey();
    const auto certificate = newCertificate(key.get(), "A server of a test", wish, m_certificate.get(), m_key.get());
    unsigned char *der = nullptr;
    const int size = i2d_PUBKEY(key.get(), &der);
    must(size > 0, "i2d_PUBKEY");
    const QByteArray publicKey(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return {pemOf(certificate.get()), pem([&key](BIO *memory) {
                return PEM_write_bio_PrivateKey(memory, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
            }),
            QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256)};
}

PairFiles writePair(const QString &folder, const CertificatePair &pair)
{
    PairFiles files{folder + QStringLiteral("/chain.pem"), folder + QStringLiteral("/key.pem")};
    write(files.chain, pair.certificate);
    write(files.key, pair.key);
    return files;
}

} // namespace markaz::test
