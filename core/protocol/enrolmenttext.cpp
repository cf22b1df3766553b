// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enrolmentcode.h"
#include "core/protocol/accounts.h"
#include "core/protocol/serveraddress.h"

#include <QRegularExpression>
#include <QUrl>

namespace markaz::protocol {
namespace {

Error refusal(const char *where, const QString &why)
{
    return makeError(ErrorCode::InvalidValue, why, QLatin1String(where));
}

Result<void> check(const EnrolmentText &enrolment)
{
    const QUrl server(enrolment.server, QUrl::StrictMode);
    if (!checkServerUrl(server) || enrolment.server.size() > 200)
        return refusal("server", QStringLiteral("not a server's address such as https://markaz.example"));
    if (!isAccountName(enrolment.account))
        return refusal("account", QStringLiteral("not the name of an account"));
    const auto code = readEnrolmentCode(enrolment.code);
    if (!code || *code != enrolment.code)
        return refusal("code", QStringLiteral("not a one-time code"));
    return {};
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

Result<QString> writeEnrolment(const EnrolmentText &enrolment)
{
    if (auto checked = check(enrolment); !checked)
        return checked.error();
    return QStringLiteral("markaz-enrol:1?server=%1&account=%2&code=%3")
        .arg(encoded(enrolment.server), encoded(enrolment.account), encoded(enrolment.code));
}

Result<EnrolmentText> readEnrolment(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("\\Amarkaz-enrol:1\\?server=([^&]*)&account=([^&]*)&code=([^&]*)\\z"));
    const auto match = form.match(text.left(1000));
    if (!match.hasMatch())
        return makeError(ErrorCode::Malformed, QStringLiteral("not an enrolment of Markaz"));
    const auto part = [&match](int i) { return QUrl::fromPercentEncoding(match.captured(i).toLatin1()); };
    const EnrolmentText enrolment{part(1), part(2), part(3)};
    auto again = writeEnrolment(enrolment);
    if (!again)
        return again.error();
    if (*again != text)
        return makeError(ErrorCode::Malformed, QStringLiteral("an enrolment in another spelling"));
    return enrolment;
}

} // namespace markaz::protocol
