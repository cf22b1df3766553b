// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/secretkey.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace markaz {

/// The public half of an issuer key.
struct PublicKey
{
    QString keyId;    ///< "2026-A": 1 to 40 letters, digits, dots, hyphens
    QByteArray bytes; ///< 32
    QDate notBefore;  ///< the first day on which it signed
    friend bool operator==(const PublicKey &, const PublicKey &) = default;
};

/// An Ed25519 key pair (RFC 8032) with its id.
class SigningKey
{
public:
    /// InvalidValue when \p keyId has not the form of one.
    static Result<SigningKey> generate(const QString &keyId, const QDate &notBefore);
    static Result<SigningKey> fromSeed(const SecretKey &seed, const QString &keyId, const QDate &notBefore);
    /// NotFound, StorageFailed or Malformed; `where` is the path.
    static Result<SigningKey> load(const QString &path);
    /// Writes {"kid", "alg": "EdDSA", "seed", "not_before"}, mode 0600. Exists when there is a file already: a key
    /// that has signed must never be lost.
    Result<void> save(const QString &path) const;

    const QString &keyId() const { return m_public.keyId; }
    const PublicKey &publicKey() const { return m_public; }
    /// 64 bytes; the same message gives the same signature.
    QByteArray sign(const QByteArray &message) const;

private:
    SigningKey(SecretKey seed, PublicKey publicKey)
        : m_seed(std::move(seed))
        , m_public(std::move(publicKey))
    {
    }
    SecretKey m_seed;
    PublicKey m_public;
};

/// Tampered unless \p signature is \p key's over exactly \p message.
Result<void> verifySignature(const PublicKey &key, const QByteArray &message, const QByteArray &signature);

/// The issuer keys that a verifier knows, by id. Keys are added and stay: old certificates must remain readable.
class KeySet
{
public:
    /// The form served at /public/keys: {"keys": [{"kid", "alg": "EdDSA", "x": base64url, "not_before"}]}.
    static Result<KeySet> fromJson(const QJsonObject &json);
    QJsonObject toJson() const;

    /// Exists when another key has this id; adding the same key again changes nothing.
    Result<void> add(const PublicKey &key);
    const PublicKey *find(const QString &keyId) const; ///< nullptr when there is none
    const QList<PublicKey> &keys() const { return m_keys; }

private:
    QList<PublicKey> m_keys;
};

} // namespace markaz
