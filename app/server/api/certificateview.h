// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"
#include "core/security/certificatepayload.h"

#include <QJsonObject>

#include <optional>

namespace markaz::server {

/// What the public is told of a number, or of a code that it has in its hands. Where `markaz verify` says the same, it
/// is the same token (core/security/certificatecheck.h).
enum class Verdict {
    Valid,
    Suspended,
    Revoked,
    Superseded,
    Expired,
    NotBegun,      ///< its first day is to come
    UnknownNumber, ///< "unknown": the register has no such certificate
    UnknownKey,    ///< "unknown": the code is signed with a key that the register never had
    Tampered,      ///< the code cannot be read, or its signature does not hold
    KeyRevoked,    ///< signed with a key that was revoked, or on a day on which it did not sign
    Differs,       ///< a genuine code of another certificate, or of another text than the register's
    Damaged,       ///< the register's own entry is not what was signed
};
QString token(Verdict verdict); ///< "valid", "not_begun", "key_revoked" ...

/// A certificate as the public may see it.
struct CertificateView
{
    QJsonObject fields; ///< of the certificate record; only `number` where the register has none (2026-11-29: a list of
                        ///< before a restore knows how it ended)
    Verdict verdict = Verdict::Damaged;   ///< as of the moment asked
    QDate since;                          ///< of a state that it has come to
    std::optional<VerifiedClaims> claims; ///< of its own signed code; nothing when that does not verify

    bool isInRegister() const { return fields.contains(QStringLiteral("state")); }
};

/// Who asks, and when.
struct Onlooker
{
    QDateTime now;
    bool local = false; ///< from this computer, and by no way of a proxy
};

/// Nothing when no certificate has this number, or it is none: "PK-2026-000097". A store with
/// sample accounts is for this computer alone, and it may have been filled since the server started: that is asked each
/// time (2026-11-29), as Sessions does. NotAllowed with `where` = kSampleStore.
Result<std::optional<CertificateView>> viewCertificate(Store &store, const QString &number, const Onlooker &onlooker);

/// What somebody asked, and what is to be said.
struct PublicCheck
{
    QString number; ///< as asked, or as a genuine code names it; empty: only a code, or nothing
    std::optional<CertificateView> certificate;
    bool codeGiven = false;
    std::optional<Verdict>
        code; ///< what is wrong with the code; nothing: it is genuine and says what the register says

    /// The code's, where there is something wrong with it; else the register's. Nothing when nothing was asked.
    std::optional<Verdict> verdict() const;
};
Result<PublicCheck> checkPublicly(Store &store, const QString &number, const QString &code, const Onlooker &onlooker);

} // namespace markaz::server
