// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/auditlog.h"

#include "app/server/store/sqlrows.h"
#include "core/protocol/canonical.h"

#include <QHash>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <cmath>

namespace markaz::server {
namespace {

constexpr int kAtATime = 500; // an entry of sample data holds the hashes of hundreds of records

/// The number of a row. SQLite takes what is none too: a broken one counts as the whole one below it, whose place is
/// taken, and a text as 0.
qint64 numberOf(const QVariant &n)
{
    constexpr double kMost = 9e18; // that a qint64 holds
    return n.typeId() == QMetaType::Double ? static_cast<qint64>(std::clamp(std::floor(n.toDouble()), -kMost, kMost))
                                           : n.toLongLong();
}

AuditEntry entryOf(const QVariantList &row)
{
    return {numberOf(row.at(0)), row.at(1).toString(), row.at(2).toString()};
}

Result<std::optional<AuditEntry>> oneOf(const Result<std::optional<QVariantList>> &row)
{
    if (!row)
        return row.error();
    return row->has_value() ? std::optional(entryOf(**row)) : std::nullopt;
}

/// Puts the hashes of \p written into \p events.
void vouch(QList<AuditEvent> &events, const RecordHashes &written)
{
    QHash<QString, qsizetype> telling;
    for (qsizetype i = 0; i < events.size() && !written.isEmpty(); ++i)
        telling.insert(events.at(i).value(QStringLiteral("id")).toString(), i);
    QMap<qsizetype, QJsonObject> records;
    for (auto it = written.cbegin(); it != written.cend(); ++it) {
        const QString id = it.key().section(QLatin1Char('/'), 1);
        records[telling.value(id, events.size() - 1)].insert(it.key(), *it);
    }
    for (auto it = records.cbegin(); it != records.cend(); ++it)
        events[it.key()].insert(kRecordsInEntry, *it);
    for (AuditEvent &event : events)
        event.insert(kFormOfEntry, kEntryForm);
}

} // namespace

QString chainedHash(const QString &previous, const QString &event)
{
    const QByteArray text = previous.toLatin1() + '|' + event.toUtf8();
    return protocol::hashOf(std::string_view(text.constData(), static_cast<size_t>(text.size())));
}

AuditEvent auditEvent(const QString &at, const QString &actor, const QString &device, AuditAction action)
{
    AuditEvent event{
        {QStringLiteral("at"), at}, {QStringLiteral("actor"), actor}, {QStringLiteral("action"), token(action)}};
    if (!device.isEmpty())
        event.insert(QStringLiteral("device"), device);
    return event;
}

Result<void> AuditLog::append(QList<AuditEvent> events, const RecordHashes &written)
{
    if (events.isEmpty() && !written.isEmpty())
        return makeError(ErrorCode::Internal, QStringLiteral("a record is written and the audit does not tell of it"),
                         written.firstKey());
    if (events.isEmpty())
        return {};
    vouch(events, written);
    const auto end = last();
    if (!end)
        return end.error();
    qint64 n = *end ? (*end)->n : 0;
    QString hash = *end ? (*end)->hash : QString();
    QJsonArray rows;
    for (const AuditEvent &event : std::as_const(events)) {
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
    QVariant reached = after; // as it stands: no row between two numbers is to hide the next one
    for (;;) {
        auto query = m_database.run(QStringLiteral("SELECT n, event, hash FROM audit WHERE n > ? ORDER BY n LIMIT ?"),
                                    {reached, kAtATime});
        if (!query)
            return query.error();
        QList<AuditEntry> entries; // read to their end first: whoever takes one may ask the database too
        while ((*query)->next()) {
            reached = (*query)->value(0);
            entries.append(entryOf({reached, (*query)->value(1), (*query)->value(2)}));
            // Bytes in the place of a text, as SQLite keeps them, read the same here and are found by no LIKE.
            for (int column : {1, 2}) {
                if ((*query)->value(column).typeId() != QMetaType::QString)
                    entries.last().hash.clear();
            }
        }
        if ((*query)->lastError().isValid())
            return m_database.errorFrom((*query)->lastError());
        (*query)->finish();
        for (const AuditEntry &entry : std::as_const(entries)) {
            if (!take(entry))
                return {};
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
