// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"
#include "core/security/certificatepayload.h"

#include <QJsonObject>

#include <optional>

namespace markaz::server {

/// A certificate as the public may see it.
struct CertificateView
{
    QJsonObject fields;                   ///< of the certificate record
    QString state;                        ///< valid, suspended, revoked, expired or superseded, as of the moment asked
    std::optional<VerifiedClaims> claims; ///< of its own signed code; nothing when that does not verify
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

/// The number that a genuine code names, and its certificate. Tampered for any other code.
Result<std::pair<QString, std::optional<CertificateView>>> viewOfCode(Store &store, const QString &code,
                                                                      const Onlooker &onlooker);

/// What somebody's code is worth beside the register.
enum class CodeCheck {
    NotGiven,
    Genuine, ///< signed by a known key, and says what the register says
    Forged,  ///< unreadable, unknown key or the signature does not hold
    Differs, ///< genuine, but of another certificate or no longer what the register says
};
Result<CodeCheck> checkCode(Store &store, const QString &code, const std::optional<CertificateView> &view);

} // namespace markaz::server
