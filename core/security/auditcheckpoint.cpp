// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/auditcheckpoint.h"

#include <QStringList>

namespace markaz {

QByteArray signedText(const Checkpoint &checkpoint, const QString &instance)
{
    const QStringList lines{QStringLiteral("markaz audit checkpoint 1"),
                            instance,
                            checkpoint.history,
                            QString::number(checkpoint.n),
                            checkpoint.hash,
                            checkpoint.at,
                            checkpoint.keyId,
                            QString()};
    return lines.join(QLatin1Char('\n')).toUtf8();
}

Checkpoint signCheckpoint(Checkpoint checkpoint, const QString &instance, const SigningKey &key)
{
    checkpoint.keyId = key.keyId();
    checkpoint.signature = key.sign(signedText(checkpoint, instance));
    return checkpoint;
}

Result<void> verifyCheckpoint(const Checkpoint &checkpoint, const QString &instance, const KeySet &keys)
{
    const PublicKey *key = keys.find(checkpoint.keyId);
    if (key == nullptr)
        return makeError(ErrorCode::NotFound, QStringLiteral("no key has this id"), checkpoint.keyId);
    return verifySignature(*key, signedText(checkpoint, instance), checkpoint.signature);
}

} // namespace markaz
