// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/verifycode.h"

#include "core/support/programmeday.h"

namespace markaz {

bool isCertificateCode(const QString &text)
{
    return text.startsWith(kCertificatePrefix);
}

QString tidyCode(const QString &text)
{
    QString code = text.trimmed();
    code.removeIf([](QChar c) { return c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QLatin1Char('\t'); });
    return code;
}

Result<VerifiedCode> verifyCode(const QString &code, const CertificateTrust &trust, const QDateTime &now)
{
    if (!trust.keys)
        return makeError(ErrorCode::NotFound, QStringLiteral("no issuer keys are known"), QStringLiteral("keys"));
    VerifiedCode verified;
    verified.checked = checkCode(code, *trust.keys, trust.list, programmeDay(now));
    verified.clockBehind = trust.server && now < *trust.server;
    return verified;
}

} // namespace markaz
