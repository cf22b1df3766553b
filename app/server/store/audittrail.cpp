// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/audittrail.h"

#include "app/server/store/readfence.h"
#include "app/server/store/sqlrows.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

#include <limits>

namespace markaz::server {
namespace {

constexpr int kAtATime = 500;

bool isOrAny(const QString &wanted, const AuditEvent &event, const char *name)
{
    return wanted.isEmpty() || event.value(QLatin1String(name)).toString() == wanted;
}

} // namespace

bool AuditFilter::takes(const AuditEvent &event) const
{
    const QString at = event.value(QStringLiteral("at")).toString(); // one form, so its order is the times'
    return isOrAny(actor, event, "actor") && isOrAny(action, event, "action") && isOrAny(entity, event, "entity") &&
           isOrAny(id, event, "id") && (from.isEmpty() || at >= from) && (to.isEmpty() || at < to);
}

Result<QList<AuditEntry>> AuditTrail::read(Order order, qint64 from, int most)
{
    const bool newest = order == Order::NewestFirst;
    auto query =
        m_database.run(newest ? QStringLiteral("SELECT n, event, hash FROM audit WHERE n < ? ORDER BY n DESC LIMIT ?")
                              : QStringLiteral("SELECT n, event, hash FROM audit WHERE n > ? ORDER BY n LIMIT ?"),
                       {from, most});
    if (!query)
        return query.error();
    QList<AuditEntry> entries;
    while ((*query)->next())
        entries.append({(*query)->value(0).toLongLong(), (*query)->value(1).toString(), (*query)->value(2).toString()});
    if ((*query)->lastError().isValid())
        return m_database.errorFrom((*query)->lastError());
    (*query)->finish();
    return entries;
}

Result<AuditPage> AuditTrail::page(const AuditFilter &filter, Order order, qint64 from, int limit,
                                   const std::optional<Actor> &reader)
{
    if (order == Order::NewestFirst && from == 0)
        from = std::numeric_limits<qint64>::max();
    AuditPage page;
    page.next = from;
    for (int scanned = 0; scanned < kScan;) {
        auto entries = read(order, page.next, kAtATime);
        if (!entries)
            return entries.error();
        const qsizetype before = page.entries.size();
        for (const AuditEntry &entry : std::as_const(*entries)) {
            page.next = entry.n;
            ++scanned;
            AuditEvent event = QJsonDocument::fromJson(entry.event.toUtf8()).object();
            event.remove(kRecordsInEntry); // for verify-audit; they name records of other provinces too
            event.remove(kFormOfEntry);
            if (event.value(QStringLiteral("into")).isString()) // a merge's, from before 2026-11-29 (mergerules.cpp)
                event.remove(QStringLiteral("reason"));
            if (filter.takes(event))
                page.entries.append({entry.n, event, entry.hash});
            if (page.entries.size() == limit)
                break;
        }
        if (reader && page.entries.size() > before) {
            if (auto dropped = dropElsewhere(page, *reader); !dropped)
                return dropped.error();
        }
        const bool end = entries->size() < kAtATime && (entries->isEmpty() || page.next == entries->last().n);
        page.more = !end;
        if (end || page.entries.size() == limit)
            break;
    }
    return page;
}

QString AuditTrail::withinReach() const
{
    return inList(m_database.dialect(), QStringLiteral("province"));
}

Result<QSet<QString>> AuditTrail::ids(const QString &where, const QVariantList &values) const
{
    auto query = m_database.run(QStringLiteral("SELECT id FROM record WHERE ") + where, values);
    if (!query)
        return query.error();
    QSet<QString> found;
    while ((*query)->next())
        found.insert((*query)->value(0).toString());
    if ((*query)->lastError().isValid())
        return m_database.errorFrom((*query)->lastError());
    (*query)->finish();
    return found;
}

/// What belongs to a province is left out unless the reader is shown its record too, behind the fence: a gap in the
/// condition, too, lets nothing out. (A record that is forgotten, 400 days after its removal, belongs to none any
/// more.)
Result<void> AuditTrail::dropElsewhere(AuditPage &page, const Actor &reader)
{
    const Dialect dialect = m_database.dialect();
    QStringList named;
    for (const AuditItem &item : std::as_const(page.entries)) {
        if (const QString id = item.event.value(QStringLiteral("id")).toString(); !id.isEmpty())
            named.append(id);
    }
    const QString which = inList(dialect, QStringLiteral("id"));
    const auto placed = ids(which + QStringLiteral(" AND province <> ''"), {listValue(dialect, named)});
    if (!placed)
        return placed.error();
    // Whoever may read the audit reads of every kind of record in it, whatever else the role is for.
    Actor auditor = reader;
    auditor.role = Role::Auditor;
    auto fence = ReadFence::raise(m_database, auditor);
    if (!fence)
        return fence.error();
    const auto shown = ids(which + QStringLiteral(" AND ") + withinReach(),
                           {listValue(dialect, named), listValue(dialect, reader.provinces)});
    if (!shown)
        return shown.error();
    page.entries.removeIf([&](const AuditItem &item) {
        const QString id = item.event.value(QStringLiteral("id")).toString();
        return placed->contains(id) && !shown->contains(id);
    });
    return {};
}

} // namespace markaz::server
