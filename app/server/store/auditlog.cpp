// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/auditlog.h"

#include "app/server/store/sqlrows.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

constexpr int kAtATime = 5000;

AuditEntry entryOf(const QVariantList &row)
{
    return {row.at(0).toLongLong(), row.at(1).toString(), row.at(2).toString()};
}

Result<std::optional<AuditEntry>> oneOf(const Result<std::optional<QVariantList>> &row)
{
    if (!row)
        return row.error();
    return row->has_value() ? std::optional(entryOf(**row)) : std::nullopt;
}

} // namespace

QString chainedHash(const QString &previous, const QString &event)
{
    const QByteArray text = previous.toLatin1() + '|' + event.toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

AuditEvent auditEvent(const QString &at, const QString &actor, const QString &device, const QString &action)
{
    AuditEvent event{{QStringLiteral("at"), at}, {QStringLiteral("actor"), actor}, {QStringLiteral("action"), action}};
    if (!device.isEmpty())
        event.insert(QStringLiteral("device"), device);
    return event;
}

Result<void> AuditLog::append(const QList<AuditEvent> &events)
{
    if (events.isEmpty())
        return {};
    const auto end = last();
    if (!end)
        return end.error();
    qint64 n = *end ? (*end)->n : 0;
    QString hash = *end ? (*end)->hash : QString();
    QJsonArray rows;
    for (const AuditEvent &event : events) {
        // QJsonObject keeps its members sorted, so the compact form is canonical.
        const QString text = QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact));
        hash = chainedHash(hash, text);
        rows.append(
            QJsonObject{{QStringLiteral("n"), ++n}, {QStringLiteral("event"), text}, {QStringLiteral("hash"), hash}});
    }
    auto done =
        m_database.run(QStringLiteral("INSERT INTO audit (n, event, hash) SELECT r.n, r.event, r.hash FROM ") +
                           rowsFrom(m_database.dialect(), {{"n", SqlColumn::Kind::Number}, {"event"}, {"hash"}}),
                       {rowsValue(rows)});
    if (!done)
        return done.error();
    return {};
}

Result<std::optional<AuditEntry>> AuditLog::last() const
{
    return oneOf(m_database.row(QStringLiteral("SELECT n, event, hash FROM audit ORDER BY n DESC LIMIT 1")));
}

Result<std::optional<AuditEntry>> AuditLog::entry(qint64 n) const
{
    return oneOf(m_database.row(QStringLiteral("SELECT n, event, hash FROM audit WHERE n = ?"), {n}));
}

Result<void> AuditLog::each(qint64 after, const std::function<bool(const AuditEntry &)> &take) const
{
    for (;;) {
        auto query = m_database.run(QStringLiteral("SELECT n, event, hash FROM audit WHERE n > ? ORDER BY n LIMIT ?"),
                                    {after, kAtATime});
        if (!query)
            return query.error();
        QList<AuditEntry> entries; // read to their end first: whoever takes one may ask the database too
        while ((*query)->next())
            entries.append(
                {(*query)->value(0).toLongLong(), (*query)->value(1).toString(), (*query)->value(2).toString()});
        if ((*query)->lastError().isValid())
            return m_database.errorFrom((*query)->lastError());
        (*query)->finish();
        for (const AuditEntry &entry : std::as_const(entries)) {
            if (!take(entry))
                return {};
            after = entry.n;
        }
        if (entries.size() < kAtATime)
            return {};
    }
}

Result<AuditEntry> AuditLog::verify(const AuditEntry &from) const
{
    AuditEntry end = from;
    std::optional<qint64> broken;
    auto read = each(from.n, [&](const AuditEntry &entry) {
        if (entry.n != end.n + 1 || entry.hash != chainedHash(end.hash, entry.event))
            broken = end.n + 1;
        else
            end = entry;
        return !broken;
    });
    if (!read)
        return read.error();
    if (broken)
        return makeError(ErrorCode::Tampered, QStringLiteral("the audit chain breaks here"), QString::number(*broken));
    return end;
}

} // namespace markaz::server
