// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/attempts.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/recordtable.h"
#include "core/support/clock.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <iterator>

namespace markaz::server {
namespace {

constexpr int kFreeForName = 3;     // typing errors
constexpr int kFreeForAddress = 20; // an office behind one address
constexpr int kLongestForName = 60; // seconds: slows a guesser, never locks an inspector out for the day
constexpr int kLongestForAddress = 30;
constexpr int kForgetAfter = 15 * 60; // seconds without a failure
constexpr int kHour = 60 * 60;

QString nameKey(const QString &name)
{
    return QStringLiteral("name:") + name.left(60);
}
/// As it is told on: whoever looks for a guesser needs the line that he comes by, and not the very machine for ever.
QString networkOf(const QString &address)
{
    in_addr four{};
    if (inet_pton(AF_INET, address.toLatin1().constData(), &four) != 1)
        return lineOf(address);
    four.s_addr &= htonl(0xffffff00);
    std::array<char, INET_ADDRSTRLEN> spelled{};
    return QStringLiteral("%1/24").arg(QLatin1String(inet_ntop(AF_INET, &four, spelled.data(), spelled.size())));
}
QString addressKey(const QString &address)
{
    return QStringLiteral("address:") + lineOf(address);
}

/// The first failure that lets the next one wait, and each doubling of it.
bool isTold(int failures, int freeOnes)
{
    const int first = freeOnes + 1;
    return failures % first == 0 && std::has_single_bit(static_cast<unsigned>(failures / first));
}

} // namespace

QString lineOf(const QString &address)
{
    in6_addr six{};
    if (inet_pton(AF_INET6, address.toLatin1().constData(), &six) != 1)
        return address.left(60);
    constexpr int kNetwork = 8; // bytes
    std::fill(std::begin(six.s6_addr) + kNetwork, std::end(six.s6_addr), std::uint8_t{0});
    std::array<char, INET6_ADDRSTRLEN> spelled{};
    return QStringLiteral("%1/64").arg(QLatin1String(inet_ntop(AF_INET6, &six, spelled.data(), spelled.size())));
}

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

Result<int> Attempts::counted(const QString &subject, const QDateTime &next, const QDateTime &since)
{
    // By the database itself, so that of those that come at the same moment none is overlooked.
    const auto row = m_database.row(
        QStringLiteral("INSERT INTO attempt (subject, failures, next_at) VALUES (?, 1, ?) ON CONFLICT (subject) DO "
                       "UPDATE SET failures = CASE WHEN attempt.next_at > ? THEN attempt.failures + 1 ELSE 1 END, "
                       "next_at = CASE WHEN attempt.next_at > ? THEN attempt.next_at ELSE excluded.next_at END "
                       "RETURNING failures"),
        {subject, toIso(next), toIso(since), toIso(since)});
    if (!row)
        return row.error();
    return row->has_value() ? (*row)->value(0).toInt() : 1;
}

Result<int> Attempts::failedOne(const QString &subject, int freeOnes, int longest)
{
    auto failures = counted(subject, m_now, m_now.addSecs(-kForgetAfter));
    if (!failures)
        return failures;
    const int steps = std::clamp(*failures - freeOnes, 0, 10);
    const int wait = steps == 0 ? 0 : std::min(1 << steps, longest);
    const QString next = toIso(m_now.addSecs(wait));
    auto done = m_database.run(QStringLiteral("UPDATE attempt SET next_at = ? WHERE subject = ? AND next_at < ?"),
                               {next, subject, next});
    if (!done)
        return done.error();
    return failures;
}

Result<bool> Attempts::mayTell(const QString &subject, int most)
{
    const auto told = counted(subject, m_now.addSecs(kHour), m_now);
    if (!told)
        return told.error();
    return *told <= most;
}

Result<void> Attempts::tell(const FailedTry &what, int ofName, int ofAddress)
{
    QList<AuditEvent> events;
    const auto add = [&](const QString &actor, const QString &of, int count) {
        AuditEvent event = auditEvent(toIso(m_now), actor, {}, AuditAction::FailedSignIns);
        event.insert(QStringLiteral("of"), of);
        event.insert(QStringLiteral("count"), count);
        event.insert(QStringLiteral("with"), what.with);
        event.insert(QStringLiteral("address"), networkOf(what.address));
        events.append(event);
    };
    const auto addFew = [&](const QString &of, int count) -> Result<void> {
        auto may = mayTell(QStringLiteral("told:failures"), kToldAnHour);
        if (!may)
            return may.error();
        if (*may)
            add(QStringLiteral("server"), of, count);
        return {};
    };
    if (isTold(ofName, kFreeForName)) {
        if (what.account.isEmpty()) {
            if (auto added = addFew(QStringLiteral("unknown_account"), ofName); !added)
                return added;
        } else {
            add(what.account, QStringLiteral("account"), ofName);
            const auto known = m_database.row(QStringLiteral("SELECT 1 FROM device WHERE id = ? AND account = ?"),
                                              {what.device, what.account});
            if (!known)
                return known.error();
            if (known->has_value())
                events.last().insert(QStringLiteral("device"), what.device);
        }
    }
    if (isTold(ofAddress, kFreeForAddress)) {
        if (auto added = addFew(QStringLiteral("address"), ofAddress); !added)
            return added;
    }
    if (events.isEmpty())
        return {};
    if (auto locked = RecordTable(m_database).takeWritersLock(); !locked)
        return locked;
    return AuditLog(m_database).append(events);
}

Result<void> Attempts::failed(const FailedTry &what)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto ofName = failedOne(nameKey(what.name), kFreeForName, kLongestForName);
    if (!ofName)
        return ofName.error();
    const auto ofAddress = failedOne(addressKey(what.address), kFreeForAddress, kLongestForAddress);
    if (!ofAddress)
        return ofAddress.error();
    if (auto told = tell(what, *ofName, *ofAddress); !told)
        return told;
    return transaction->commit();
}

Result<void> Attempts::onWiped(const QString &account, const QString &device)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto may = mayTell(QStringLiteral("told:wiped:%1:%2").arg(device, account), 1);
    if (!may)
        return may.error();
    if (*may) {
        if (auto locked = RecordTable(m_database).takeWritersLock(); !locked)
            return locked;
        if (auto logged =
                AuditLog(m_database).append({auditEvent(toIso(m_now), account, device, AuditAction::SignInWiped)});
            !logged)
            return logged;
    }
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
