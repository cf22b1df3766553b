// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/devices.h"

#include "app/server/store/recordtable.h"
#include "core/security/revocation.h"
#include "core/support/idsource.h"

#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

Error noDevice()
{
    return makeError(ErrorCode::NotFound, QStringLiteral("the account was never signed in on this device"));
}

} // namespace

QString revocationColumns()
{
    return QStringLiteral("v.id, v.device, v.account, v.at, v.kid, v.signature");
}

std::optional<DeviceRevocation> revocationOf(const QVariantList &cells, qsizetype from)
{
    const auto text = [&](qsizetype i) { return cells.at(from + i).toString(); };
    if (text(0).isEmpty())
        return std::nullopt;
    return DeviceRevocation{text(0), text(1), text(2),
                            text(3), text(4), QByteArray::fromBase64(text(5).toLatin1(), kBase64)};
}

Result<QList<std::pair<protocol::DeviceEntry, QStringList>>> Devices::rows(const QString &where,
                                                                           const QVariantList &values) const
{
    auto query = m_database.run(
        QStringLiteral("SELECT d.id, d.account, d.name, d.first_seen, d.last_seen, d.revoked, coalesce(v.at, ''), "
                       "coalesce(v.acknowledged_at, ''), a.provinces FROM device d JOIN account a ON a.id = d.account "
                       "LEFT JOIN device_revocation v ON v.device = d.id AND v.account = d.account WHERE %1 "
                       "ORDER BY d.last_seen DESC, d.id")
            .arg(where),
        values);
    if (!query)
        return query.error();
    QList<std::pair<protocol::DeviceEntry, QStringList>> rows;
    while ((*query)->next()) {
        const auto cell = [&query](int i) { return (*query)->value(i).toString(); };
        protocol::DeviceEntry entry{cell(0), cell(1), cell(2), cell(3), cell(4)};
        entry.revokedAt = cell(6);
        entry.wipedAt = cell(7);
        entry.state = (*query)->value(5).toInt() == 0 ? protocol::DeviceState::Active
                      : entry.wipedAt.isEmpty()       ? protocol::DeviceState::Revoked
                                                      : protocol::DeviceState::Wiped;
        rows.append({entry, cell(8).split(QLatin1Char(' '), Qt::SkipEmptyParts)});
    }
    if ((*query)->lastError().isValid())
        return m_database.errorFrom((*query)->lastError());
    (*query)->finish();
    return rows;
}

Result<protocol::DeviceList> Devices::list(const Manager &by, const QString &account) const
{
    if (auto allowed = by.mayAnywhere(Action::ManageDevices); !allowed)
        return allowed.error();
    auto all = account.isEmpty() ? rows(QStringLiteral("true"), {}) : rows(QStringLiteral("d.account = ?"), {account});
    if (!all)
        return all.error();
    protocol::DeviceList list;
    for (const auto &[entry, provinces] : std::as_const(*all)) {
        if (by.may(Action::ManageDevices, provinces))
            list.devices.append(entry);
    }
    return list;
}

Result<Devices::Revoked> Devices::revoke(const Manager &by, const QString &device, const QString &account,
                                         const SigningKey &key)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(m_database).takeWritersLock(); !locked)
        return locked.error();
    auto now = by.now(m_database);
    if (!now)
        return now.error();
    if (auto allowed = now->mayAnywhere(Action::ManageDevices); !allowed)
        return allowed.error();
    const QString which = QStringLiteral("d.id = ? AND d.account = ?");
    auto found = rows(which, {device, account});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return noDevice();
    if (auto allowed = now->may(Action::ManageDevices, found->first().second); !allowed)
        return allowed.error();
    if (by.is(account) && by.device == device)
        return makeError(ErrorCode::NotAllowed, QStringLiteral("nobody revokes the device in use; sign out instead"),
                         QStringLiteral("own"));
    if (!found->first().first.revokedAt.isEmpty())
        return Revoked{found->first().first, true};
    const QString at = toIso(m_clock.now());
    const auto order = signRevocation(key, {Uuid7Source(m_clock).next(), device, account, at, {}, {}});
    if (!order)
        return order.error();
    auto added = m_database.run(QStringLiteral("INSERT INTO device_revocation (id, device, account, at, made_by, kid, "
                                               "signature) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                                {order->id, device, account, at, by.id(), order->keyId,
                                 QString::fromLatin1(order->signature.toBase64(kBase64))});
    if (!added)
        return added.error();
    auto flagged =
        m_database.run(QStringLiteral("UPDATE device SET revoked = 1 WHERE id = ? AND account = ?"), {device, account});
    if (!flagged)
        return flagged.error();
    AuditEvent event = by.event(at, AuditAction::RevokeDevice, device);
    event.insert(QStringLiteral("account"), account);
    event.insert(QStringLiteral("revocation"), order->id);
    if (auto logged = AuditLog(m_database).append({event}); !logged)
        return logged.error();
    auto entry = rows(which, {device, account});
    if (!entry)
        return entry.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return Revoked{entry->first().first};
}

Result<void> Devices::acknowledge(const DeviceRevocation &known, const QString &revocation)
{
    if (known.id != revocation)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("this device obeys another revocation"),
                         QStringLiteral("revocation"));
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(m_database).takeWritersLock(); !locked)
        return locked;
    const QString at = toIso(m_clock.now());
    for (const auto &[sql, values] :
         {std::pair{QStringLiteral("UPDATE device_revocation SET acknowledged_at = ? WHERE id = ? AND "
                                   "acknowledged_at IS NULL"),
                    QVariantList{at, known.id}},
          std::pair{QStringLiteral("UPDATE session SET ended_at = ? WHERE device = ? AND account = ? AND "
                                   "ended_at IS NULL"),
                    QVariantList{at, known.device, known.account}},
          std::pair{QStringLiteral("UPDATE device SET last_seen = ? WHERE id = ? AND account = ?"),
                    QVariantList{at, known.device, known.account}}}) {
        if (auto done = m_database.run(sql, values); !done)
            return done.error();
    }
    AuditEvent event = auditEvent(at, known.account, known.device, AuditAction::DeviceWiped);
    event.insert(QStringLiteral("revocation"), known.id);
    if (auto logged = AuditLog(m_database).append({event}); !logged)
        return logged;
    return transaction->commit();
}

Result<DeviceStanding> Devices::standing(const QString &device, const QString &account) const
{
    const auto row = m_database.row(QStringLiteral("SELECT d.revoked, v.acknowledged_at IS NOT NULL, %1 FROM device d "
                                                   "LEFT JOIN device_revocation v ON v.device = d.id AND "
                                                   "v.account = d.account WHERE d.id = ? AND d.account = ?")
                                        .arg(revocationColumns()),
                                    {device, account});
    if (!row)
        return row.error();
    if (!row->has_value())
        return DeviceStanding();
    return DeviceStanding{true, (*row)->value(0).toInt() != 0, revocationOf(**row, 2), (*row)->value(1).toBool()};
}

} // namespace markaz::server
