// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/certificatecheck.h"

#include <QDateTime>

#include <functional>
#include <optional>

namespace markaz {

/// By what a certificate is judged where there is no network: what the last sync brought, or files with it.
struct CertificateTrust
{
    std::optional<IssuerKeys> keys;
    std::optional<RevocationList> list;
    std::optional<QDateTime> server; ///< its time at the last contact, UTC
};

/// Asks for it anew: a sync may have brought more.
using CertificateTrustSource = std::function<Result<CertificateTrust>()>;

/// What a code is worth, and what stands against the answer.
struct VerifiedCode
{
    CheckedCode checked;
    bool clockBehind = false; ///< of the laptop, by the server's last word: what is over may show as valid
};

/// Whether \p text begins as the code of a certificate does, so that there is something to judge.
bool isCertificateCode(const QString &text);
/// A code as it was pasted or read from a file: without the blanks around it and the line breaks that mail programs put
/// into it. Base45 knows the space, so those inside stay; no code ends with one.
QString tidyCode(const QString &text);

/// Judges \p code by \p trust at \p now, without a network. NotFound without keys: then nothing can be said. Pure, in
/// any thread.
///
/// 2026-11-29: no question of rights. Everybody may verify, as on the server's public page; what it goes by is public.
Result<VerifiedCode> verifyCode(const QString &code, const CertificateTrust &trust, const QDateTime &now);

} // namespace markaz
