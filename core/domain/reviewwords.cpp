// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/reviewwords.h"

namespace markaz {

QJsonObject withoutBlanks(const QJsonObject &comments)
{
    QJsonObject kept;
    for (auto it = comments.begin(); it != comments.end(); ++it) {
        if (const QString words = it->toString().trimmed(); !words.isEmpty())
            kept.insert(it.key(), words);
    }
    return kept;
}

Result<void> checkReviewWords(const QString &decision, const QString &reason, const QJsonObject &comments)
{
    const bool returns = decision == QLatin1String("return");
    if (!returns && decision != QLatin1String("accept") && decision != QLatin1String("reject"))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no such decision"), QStringLiteral("decision"));
    if (!reason.trimmed().isEmpty() || (returns && !withoutBlanks(comments).isEmpty()))
        return {};
    return makeError(ErrorCode::Incomplete,
                     returns ? QStringLiteral("a reason or a comment is missing")
                             : QStringLiteral("a reason is missing"),
                     QStringLiteral("reason"));
}

} // namespace markaz
