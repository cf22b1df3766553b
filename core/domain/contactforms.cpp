// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/contactforms.h"

#include <QRegularExpression>

namespace markaz {
namespace {

Result<void> matches(const QString &text, const QRegularExpression &form, const char *otherwise)
{
    if (form.match(text).hasMatch())
        return {};
    return makeError(ErrorCode::InvalidValue, QLatin1String(otherwise));
}

} // namespace

Result<void> checkCnicOrNtn(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A(?:[0-9]{5}-?[0-9]{7}-?[0-9]|[0-9]{7}-?[0-9])\\z"));
    return matches(text, form, "neither a CNIC of 13 digits nor an NTN of 7 digits and a check digit");
}

Result<void> checkPhone(const QString &text)
{
    // One separator at most between two digits, and a closing bracket only where one was opened before.
    static const QRegularExpression form(
        QStringLiteral("\\A(?:(?:\\+|00)92|\\(?0)(?:[ -]|\\) ?| ?\\()?[1-9](?:(?:[ -]|\\)[ -]?)?[0-9]){7,10}\\z"));
    return matches(text, form, "no phone number in Pakistan, which begins with +92 or 0");
}

Result<void> checkEmail(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[^@\\s]+@[^@\\s.]+(?:\\.[^@\\s.]+)+\\z"));
    return matches(text, form, "no e-mail address, which has one @ and a dot behind it");
}

} // namespace markaz
