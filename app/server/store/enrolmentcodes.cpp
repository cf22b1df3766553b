// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/enrolmentcodes.h"

#include "core/domain/enrolmentcode.h"
#include "core/security/tokenhash.h"
#include "core/support/clock.h"

#include <QSqlQuery>

namespace markaz::server {
namespace {

QString stored(const QString &code)
{
    return QString::fromLatin1(tokenHash(code).toHex());
}

} // namespace

Result<protocol::CodeReply> EnrolmentCodes::issue(const QString &account, const QString &by, const QDateTime &now)
{
    if (auto voided = voidAll(account, now); !voided)
        return voided.error();
    const protocol::CodeReply reply{randomEnrolmentCode(), toIso(now.addDays(kDays))};
    auto added = m_database.run(QStringLiteral("INSERT INTO enrolment_code (hash, account, made_by, made_at, "
                                               "expires_at) VALUES (?, ?, ?, ?, ?)"),
                                {stored(reply.code), account, by, toIso(now), reply.expiresAt});
    if (!added)
        return added.error();
    return reply;
}

Result<void> EnrolmentCodes::voidAll(const QString &account, const QDateTime &now)
{
    auto voided = m_database.run(QStringLiteral("UPDATE enrolment_code SET voided_at = ? WHERE account = ? AND "
                                                "used_at IS NULL AND voided_at IS NULL"),
                                 {toIso(now), account});
    if (!voided)
        return voided.error();
    return {};
}

Result<bool> EnrolmentCodes::take(const QString &account, const QString &typed, const QString &device,
                                  const QDateTime &now)
{
    const auto code = readEnrolmentCode(typed);
    if (!code)
        return false;
    const QString at = toIso(now);
    // One statement, so that of two laptops that come at once one has it.
    auto taken = m_database.run(
        QStringLiteral("UPDATE enrolment_code SET used_at = ?, used_by = ? WHERE hash = ? AND account = ? AND "
                       "used_at IS NULL AND voided_at IS NULL AND expires_at > ?"),
        {at, device, stored(*code), account, at});
    if (!taken)
        return taken.error();
    return (*taken)->numRowsAffected() == 1;
}

} // namespace markaz::server
