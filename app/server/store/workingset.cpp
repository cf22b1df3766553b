// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/workingset.h"

#include <QJsonDocument>

#include <algorithm>

namespace markaz::server {
namespace {

StoredRecord whole(StoredRecord record)
{
    if (!record.draftText.isEmpty())
        record.record.fields = QJsonDocument::fromJson(std::exchange(record.draftText, {})).object();
    return record;
}

} // namespace

Result<void> WorkingSet::preload(const QStringList &ids)
{
    QStringList unknown;
    for (const QString &id : ids) {
        if (!m_stored.contains(id) && !m_absent.contains(id) && !m_now.contains(id) && isRecordId(id) &&
            !unknown.contains(id))
            unknown.append(id);
    }
    auto rows = m_table.load(unknown);
    if (!rows)
        return rows.error();
    for (const QString &id : unknown)
        m_absent.insert(id);
    for (const StoredRecord &row : *rows) {
        m_absent.remove(row.id());
        m_stored.insert(row.id(), row);
    }
    return {};
}

Result<std::optional<StoredRecord>> WorkingSet::find(const QString &id)
{
    for (const auto *records : {&m_staged, &m_now, &m_stored}) {
        if (const auto it = records->constFind(id); it != records->constEnd())
            return std::optional<StoredRecord>(whole(*it));
    }
    if (!m_absent.contains(id) && isRecordId(id)) {
        if (auto loaded = preload({id}); !loaded)
            return loaded.error();
        if (const auto it = m_stored.constFind(id); it != m_stored.constEnd())
            return std::optional<StoredRecord>(*it);
    }
    return std::optional<StoredRecord>();
}

QList<StoredRecord> WorkingSet::living(const QList<StoredRecord> &rows,
                                       const std::function<bool(const StoredRecord &record)> &belongs)
{
    QHash<QString, StoredRecord> found;
    for (const StoredRecord &row : rows) {
        if (!m_stored.contains(row.id()))
            m_stored.insert(row.id(), row);
        m_absent.remove(row.id());
        found.insert(row.id(), row);
    }
    for (const auto *records : {&m_now, &m_staged}) {
        for (const StoredRecord &record : *records) {
            if (belongs(record))
                found.insert(record.id(), whole(record));
            else
                found.remove(record.id());
        }
    }
    QList<StoredRecord> living;
    for (const StoredRecord &record : std::as_const(found)) {
        if (!record.deleted)
            living.append(record);
    }
    std::sort(living.begin(), living.end(), [](const auto &a, const auto &b) { return a.id() < b.id(); });
    return living;
}

Result<QList<StoredRecord>> WorkingSet::children(const QString &parent)
{
    auto rows = m_table.children(parent);
    if (!rows)
        return rows.error();
    return living(*rows, [&parent](const StoredRecord &record) { return record.parent == parent; });
}

Result<QList<StoredRecord>> WorkingSet::mergedInto(const QString &building)
{
    auto rows = m_table.mergedInto(building);
    if (!rows)
        return rows.error();
    return living(*rows, [&building](const StoredRecord &record) {
        return record.entity() == Entity::Building && record.text("merged_into") == building;
    });
}

Result<QList<StoredRecord>> WorkingSet::loansOf(const QString &owner)
{
    auto rows = m_table.loansOf(owner);
    if (!rows)
        return rows.error();
    return living(*rows, [&owner](const StoredRecord &record) {
        return record.entity() == Entity::Loan && record.text("owner") == owner;
    });
}

Result<QList<StoredRecord>> WorkingSet::clawedBackBy(const QString &certificate)
{
    auto rows = m_table.clawedBackBy(certificate);
    if (!rows)
        return rows.error();
    return living(*rows, [&certificate](const StoredRecord &record) {
        return record.entity() == Entity::Loan && record.text("clawback_certificate") == certificate;
    });
}

Result<QList<StoredRecord>> WorkingSet::children(const QString &parent, Entity entity)
{
    auto rows = m_table.children(parent, entity);
    if (!rows)
        return rows.error();
    return living(*rows, [&parent, entity](const StoredRecord &record) {
        return record.parent == parent && record.entity() == entity;
    });
}

Result<bool> WorkingSet::keyTaken(Entity entity, const QString &ukey, const QString &byOtherThan)
{
    for (const auto *records : {&m_staged, &m_now}) {
        for (const StoredRecord &record : *records) {
            if (record.entity() == entity && record.ukey == ukey && record.id() != byOtherThan)
                return true;
        }
    }
    auto row = m_table.byKey(entity, ukey);
    if (!row)
        return row.error();
    return row->has_value() && (*row)->id() != byOtherThan;
}

qint64 WorkingSet::newestOf(Entity entity, const char *field) const
{
    qint64 newest = 0;
    for (const StoredRecord &record : m_now) {
        if (record.entity() == entity)
            newest = std::max(newest, record.number(field));
    }
    return newest;
}

Result<int> WorkingSet::nextCode(const QString &prefix)
{
    auto highest = m_table.highestCode(prefix);
    if (!highest)
        return highest;
    int number = *highest;
    for (const StoredRecord &record : std::as_const(m_now)) {
        if (record.entity() == Entity::Building && record.ukey.startsWith(prefix + QLatin1Char('-')))
            number = std::max(number, record.ukey.mid(4).toInt());
    }
    return number + 1;
}

void WorkingSet::keepText(const QString &id, const QByteArray &fields)
{
    if (const auto staged = m_staged.find(id); staged != m_staged.end())
        staged->draftText = fields;
}

void WorkingSet::keep()
{
    for (const StoredRecord &record : std::as_const(m_staged)) {
        if (!m_now.contains(record.id()))
            m_order.append(record.id());
        m_now.insert(record.id(), record);
    }
    m_staged.clear();
}

QList<RecordWrite> WorkingSet::writes() const
{
    QList<RecordWrite> writes;
    for (const QString &id : m_order) {
        const auto before = m_stored.constFind(id);
        writes.append(
            {before == m_stored.constEnd() ? std::optional<StoredRecord>() : std::optional<StoredRecord>(*before),
             m_now.value(id)});
    }
    return writes;
}

} // namespace markaz::server
