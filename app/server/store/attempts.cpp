// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/attempts.h"

#include "core/support/clock.h"

#include <algorithm>

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
    return QStringLiteral("address:") + address.left(60);
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
    const auto row =
        m_database.row(QStringLiteral("SELECT failures, next_at FROM attempt WHERE subject = ?"), {subject});
    if (!row)
        return row.error();
    int failures = 1;
    if (row->has_value() && (*row)->value(1).toString() > toIso(m_now.addSecs(-kForgetAfter)))
        failures += (*row)->value(0).toInt();
    const int steps = std::clamp(failures - freeOnes, 0, 10);
    const int wait = steps == 0 ? 0 : std::min(1 << steps, longest);
    auto done = m_database.run(
        QStringLiteral("INSERT INTO attempt (subject, failures, next_at) VALUES (?, ?, ?) ON CONFLICT "
                       "(subject) DO UPDATE SET failures = excluded.failures, next_at = excluded.next_at"),
        {subject, failures, toIso(m_now.addSecs(wait))});
    if (!done)
        return done.error();
    return {};
}

Result<void> Attempts::failed(const QString &name, const QString &address)
{
    if (auto counted = failedOne(nameKey(name), kFreeForName, kLongestForName); !counted)
        return counted;
    return failedOne(addressKey(address), kFreeForAddress, kLongestForAddress);
}

Result<void> Attempts::succeeded(const QString &name)
{
    auto done = m_database.run(QStringLiteral("DELETE FROM attempt WHERE subject = ?"), {nameKey(name)});
    if (!done)
        return done.error();
    return {};
}

} // namespace markaz::server
