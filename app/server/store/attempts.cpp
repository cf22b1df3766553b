// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/attempts.h"

#include "core/support/clock.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace markaz::server {
namespace {

constexpr int kFreeForName = 3;     // typing errors
constexpr int kFreeForAddress = 20; // an office behind one address
constexpr int kLongestForName = 60; // seconds: slows a guesser, never locks an inspector out for the day
constexpr int kLongestForAddress = 30;
constexpr int kForgetAfter = 15 * 60; // seconds without a failure

QString nameKey(const QString &name)
{
    return QStringLiteral("name:") + name.left(60);
}
QString addressKey(const QString &address)
{
    in6_addr six{};
    if (inet_pton(AF_INET6, address.toLatin1().constData(), &six) != 1)
        return QStringLiteral("address:") + address.left(60);
    constexpr int kNetwork = 8; // bytes
    std::fill(std::begin(six.s6_addr) + kNetwork, std::end(six.s6_addr), std::uint8_t{0});
    std::array<char, INET6_ADDRSTRLEN> spelled{};
    return QStringLiteral("address:%1/64")
        .arg(QLatin1String(inet_ntop(AF_INET6, &six, spelled.data(), spelled.size())));
}

} // namespace

Result<void> Attempts::check(const QString &name, const QString &address) const
{
    const auto row = m_database.row(QStringLiteral("SELECT max(next_at) FROM attempt WHERE subject IN (?, ?)"),
                                    {nameKey(name), addressKey(address)});
    if (!row)
        return row.error();
    const QString next = row->has_value() ? (*row)->value(0).toString() : QString();
    if (next <= toIso(m_now))
        return {};
    auto until = fromIso(next);
    if (!until)
        return until.error();
    const qint64 seconds = std::max<qint64>(1, (m_now.msecsTo(*until) + 999) / 1000);
    return makeError(ErrorCode::Refused, QStringLiteral("too many failed sign-ins"), QString::number(seconds));
}

Result<void> Attempts::failedOne(const QString &subject, int freeOnes, int longest)
{
    // Counted by the database itself, so that of guesses that fail at the same moment none is overlooked.
    const QString now = toIso(m_now);
    const auto row = m_database.row(
        QStringLiteral("INSERT INTO attempt (subject, failures, next_at) VALUES (?, 1, ?) ON CONFLICT (subject) DO "
                       "UPDATE SET failures = CASE WHEN attempt.next_at > ? THEN attempt.failures + 1 ELSE 1 END, "
                       "next_at = CASE WHEN attempt.next_at > ? THEN attempt.next_at ELSE excluded.next_at END "
                       "RETURNING failures"),
        {subject, now, toIso(m_now.addSecs(-kForgetAfter)), now});
    if (!row)
        return row.error();
    const int failures = row->has_value() ? (*row)->value(0).toInt() : 1;
    const int steps = std::clamp(failures - freeOnes, 0, 10);
    const int wait = steps == 0 ? 0 : std::min(1 << steps, longest);
    const QString next = toIso(m_now.addSecs(wait));
    auto done = m_database.run(QStringLiteral("UPDATE attempt SET next_at = ? WHERE subject = ? AND next_at < ?"),
                               {next, subject, next});
    if (!done)
        return done.error();
    return {};
}

Result<void> Attempts::failed(const QString &name, const QString &address)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (auto counted = failedOne(nameKey(name), kFreeForName, kLongestForName); !counted)
        return counted;
    if (auto counted = failedOne(addressKey(address), kFreeForAddress, kLongestForAddress); !counted)
        return counted;
    return transaction->commit();
}

Result<void> Attempts::succeeded(const QString &name)
{
    auto done = m_database.run(QStringLiteral("DELETE FROM attempt WHERE subject = ?"), {nameKey(name)});
    if (!done)
        return done.error();
    return {};
}

Result<void> Attempts::forgetOld()
{
    auto done =
        m_database.run(QStringLiteral("DELETE FROM attempt WHERE next_at <= ?"), {toIso(m_now.addSecs(-kForgetAfter))});
    if (!done)
        return done.error();
    return {};
}

} // namespace markaz::server
