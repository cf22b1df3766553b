// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/tokenhash.h"

#include "core/domain/enrolmentcode.h"
#include "core/security/sodium.h"

#include <QCryptographicHash>

namespace markaz {

QString randomToken()
{
    needSodium();
    QByteArray bytes(32, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<size_t>(bytes.size()));
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString randomEnrolmentCode()
{
    needSodium();
    QString code;
    for (int i = 0; i < kEnrolmentCharacters; ++i)
        code += QLatin1Char(kCrockford[randombytes_uniform(32)]);
    return readEnrolmentCode(code).value();
}

QByteArray tokenHash(const QString &token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace markaz
