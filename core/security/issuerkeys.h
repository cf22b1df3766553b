// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/certificatepayload.h"

namespace markaz {

/// An issuer key as the root key vouches for it.
struct IssuerKey
{
    PublicKey key;
    QDate notAfter;    ///< the last UTC day on which it signed; invalid: it signs still
    QString revokedAt; ///< toIso(); empty: it is good. It was in other hands: nothing that it signed counts any more
    bool signsOn(const QDate &day) const { return day >= key.notBefore && (!notAfter.isValid() || day <= notAfter); }
    friend bool operator==(const IssuerKey &, const IssuerKey &) = default;
};

/// A root key's word that another one has its place. What is signed: four lines, each ended by a line feed:
///   markaz-root-key-1
///   by=KID of the root that hands over
///   kid=KID
///   x=the new public key, base64url
struct RootHandover
{
    PublicKey root; ///< the new one
    QString by;
    QByteArray signature;
    friend bool operator==(const RootHandover &, const RootHandover &) = default;
};

/// The set of issuer keys that a root key signed: what a verifier believes. Numbered, so that an older set, in which a
/// stolen key was good, never comes back. What is signed: "markaz-issuer-keys-1", "number=3", "at=...", "root=KID", and
/// for each key, by its id, "key=KID x=BASE64URL from=2026-01-01 until=2027-01-01 revoked=2026-12-01T09:00:00.000Z", a
/// dash for what is not said; each line ended by a line feed.
struct IssuerKeys
{
    qint64 number = 0;
    QString at; ///< toIso()
    PublicKey root;
    QList<IssuerKey> keys; ///< by id
    QList<RootHandover> handovers;
    QByteArray signature; ///< the root's

    const IssuerKey *find(const QString &keyId) const; ///< nullptr when there is none
    /// Those that were not revoked: old certificates stay readable for ever.
    KeySet good() const;
    /// As GET /public/keys serves it: {"keys": [{"kid", "alg", "x", "not_before", "not_after", "revoked_at"}],
    /// "number", "at", "root": {"kid", "alg", "x", "not_before"}, "handovers": [...], "signature"}. KeySet::fromJson
    /// reads it too.
    QJsonObject toJson() const;
    /// Malformed (`where` the member) for anything but that; the signature is verifyIssuerKeys' to check.
    static Result<IssuerKeys> fromJson(const QJsonObject &json);
    friend bool operator==(const IssuerKeys &, const IssuerKeys &) = default;
};

/// \p keys signed by \p root, which becomes its root. InvalidValue when it holds what no set may.
Result<IssuerKeys> signIssuerKeys(IssuerKeys keys, const SigningKey &root);
RootHandover handOver(const SigningKey &from, const PublicKey &to);

/// Tampered when the signature is not that of the root that it names. Whether that is the right root is mayFollow's.
Result<void> verifyIssuerKeys(const IssuerKeys &keys);
/// Whether \p told takes the place of \p known: Tampered when it is not signed, or by a root that the known one never
/// handed over to; WrongState (`where` "number") when it is older, or another of the same number; Exists (`where` the
/// id) when a key's bytes were changed; Tampered (`where` the id) when a revoked key is good again, a retired one signs
/// for longer, or one is gone: of two sets that were made from the same one, the second does not undo the first.
Result<void> mayFollow(const IssuerKeys &known, const IssuerKeys &told);

/// \p mine, which is believed, with what \p other tells of it, as after a restore when two sets that were made from one
/// part ways: every key with its earliest end, every handover, the root that both lead to and the higher number; for
/// that root to sign. Keys that \p mine has not are added when that root signed \p other. NotTrusted unless one's root
/// leads to the other's; Exists (`where` the id) when a key has other bytes in each.
/// 2026-11-29: a set of a root that has handed over adds nothing. That root may have been handed over because it was in
/// other hands, and whoever has it signs what he likes; that keys are ended is all that is believed of it.
Result<IssuerKeys> joinIssuerKeys(const IssuerKeys &mine, const IssuerKeys &other);
/// The keys of \p some that \p others has not.
QList<PublicKey> keysBeyond(const IssuerKeys &others, const IssuerKeys &some);
/// Whether the root of \p from is that of \p to, or has handed over to it by the handovers of either.
bool rootLeadsTo(const IssuerKeys &from, const IssuerKeys &to);
/// SHA-256, in hex, of the lines that were signed: what the audit's entry names a set by.
QString hashOf(const IssuerKeys &keys);

/// verifyCertificate by the chain. NotTrusted, with `where` "key_revoked" or "key_period", for a sound signature of a
/// key that was revoked, or that says a day on which the key did not sign.
Result<VerifiedClaims> verifyCertificate(const QString &code, const IssuerKeys &keys);

/// Numbers of sets and lists: above \p previous, and above all that was given before a backup was restored, since they
/// run with the seconds since 2020.
qint64 numberAfter(qint64 previous, const QDateTime &now);

} // namespace markaz
