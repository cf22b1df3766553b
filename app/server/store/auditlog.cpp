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

QString chained(const QString &previous, const QString &event)
{
    const QByteArray text = previous.toLatin1() + '|' + event.toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

} // namespace

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
    const auto last = m_database.row(QStringLiteral("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1"));
    if (!last)
        return last.error();
    qint64 n = last->has_value() ? (*last)->value(0).toLongLong() : 0;
    QString hash = last->has_value() ? (*last)->value(1).toString() : QString();
    QJsonArray rows;
    for (const AuditEvent &event : events) {
        // QJsonObject keeps its members sorted, so the compact form is canonical.
        const QString text = QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact));
        hash = chained(hash, text);
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

Result<qint64> AuditLog::verify() const
{
    auto query = m_database.run(QStringLiteral("SELECT n, event, hash FROM audit ORDER BY n"));
    if (!query)
        return query.error();
    qint64 n = 0;
    QString hash;
    while ((*query)->next()) {
        ++n;
        hash = chained(hash, (*query)->value(1).toString());
        if ((*query)->value(0).toLongLong() != n || (*query)->value(2).toString() != hash) {
            (*query)->finish();
            return makeError(ErrorCode::Tampered, QStringLiteral("the audit chain breaks here"), QString::number(n));
        }
    }
    if ((*query)->lastError().isValid())
        return m_database.errorFrom((*query)->lastError());
    (*query)->finish();
    return n;
}

} // namespace markaz::server
