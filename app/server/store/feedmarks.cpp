// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/feedmarks.h"

#include "app/server/store/sqlrows.h"
#include "core/protocol/messages.h"

#include <QMap>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <tuple>

namespace markaz::server {
namespace {

using Cell = std::tuple<QString, QString, QString>; // province, entity, assignee

Cell cellOf(const StoredRecord &record)
{
    return {record.province, token(record.entity()), record.assignee};
}

/// Where \p record counts. A conflict about a kind of record that older programs do not know counts among those, for
/// they are sent neither; nor is the document of a loan.
Cell digestCellOf(const StoredRecord &record)
{
    Cell cell = cellOf(record);
    if (record.entity() == Entity::Conflict) {
        const auto of = parse<Entity>(record.text("entity"));
        if (of && protocol::kindsWith(*of) > 1)
            std::get<1>(cell) = token(*of);
    }
    if (record.entity() == Entity::Evidence && !record.text("loan").isEmpty())
        std::get<1>(cell) = token(Entity::Loan);
    return cell;
}

/// Where \p write takes its record away from. An account lies in no province; it leaves those that its scope lost.
QList<Cell> leftBy(const RecordWrite &write)
{
    if (!write.before || write.before->deleted)
        return {};
    const StoredRecord &before = *write.before;
    if (before.entity() == Entity::Account) {
        QList<Cell> left;
        const QJsonArray now = write.after.record.fields.value(QStringLiteral("provinces")).toArray();
        const QJsonArray then = before.record.fields.value(QStringLiteral("provinces")).toArray();
        for (const auto &province : then) {
            if (!now.contains(province))
                left.append({province.toString(), token(Entity::Account), {}});
        }
        return left;
    }
    if (before.province == write.after.province && before.assignee == write.after.assignee)
        return {};
    return {cellOf(before)};
}

bool counted(const StoredRecord &record)
{
    return !record.deleted && !record.province.isEmpty(); // digests are per province
}

QJsonObject jsonOf(const Cell &cell, const QString &value)
{
    return {{QStringLiteral("province"), std::get<0>(cell)},
            {QStringLiteral("entity"), std::get<1>(cell)},
            {QStringLiteral("assignee"), std::get<2>(cell)},
            {QStringLiteral("value"), value}};
}

const QList<SqlColumn> kCell{{"province"}, {"entity"}, {"assignee"}, {"value"}};

} // namespace

qsizetype FeedMarks::countDepartures(const QList<RecordWrite> &writes) const
{
    qsizetype count = 0;
    for (const RecordWrite &write : writes)
        count += leftBy(write).size();
    return count;
}

Result<void> FeedMarks::writeDepartures(const QList<RecordWrite> &writes, qint64 seq, const QString &at)
{
    QJsonArray rows;
    for (const RecordWrite &write : writes) {
        for (const Cell &cell : leftBy(write)) {
            QJsonObject row = jsonOf(cell, {});
            row.insert(QStringLiteral("seq"), ++seq);
            row.insert(QStringLiteral("id"), write.after.id());
            rows.append(row);
        }
    }
    if (rows.isEmpty())
        return {};
    const QString sql =
        QStringLiteral("INSERT INTO departure (seq, id, entity, province, assignee, at) SELECT r.seq, r.id, "
                       "r.entity, r.province, r.assignee, ? FROM ") +
        rowsFrom(m_database.dialect(),
                 {{"seq", SqlColumn::Kind::Number}, {"id"}, {"entity"}, {"province"}, {"assignee"}});
    auto done = m_database.run(sql, {at, rowsValue(rows)});
    if (!done)
        return done.error();
    return {};
}

Result<void> FeedMarks::updateDigests(const QList<RecordWrite> &writes)
{
    QMap<Cell, QByteArray> deltas; // in hex
    for (const RecordWrite &write : writes) {
        if (write.before && counted(*write.before))
            protocol::addToDigest(deltas[digestCellOf(*write.before)], write.before->id(), write.before->record.rev);
        if (counted(write.after))
            protocol::addToDigest(deltas[digestCellOf(write.after)], write.after.id(), write.after.record.rev);
    }
    if (deltas.isEmpty())
        return {};

    QJsonArray wanted;
    for (auto it = deltas.begin(); it != deltas.end(); ++it)
        wanted.append(jsonOf(it.key(), {}));
    const Dialect dialect = m_database.dialect();
    auto query = m_database.run(QStringLiteral("SELECT d.province, d.entity, d.assignee, d.value FROM ") +
                                    rowsFrom(dialect, kCell) +
                                    QStringLiteral(" JOIN digest d ON d.province = r.province AND d.entity = r.entity "
                                                   "AND d.assignee = r.assignee"),
                                {rowsValue(wanted)});
    if (!query)
        return query.error();
    QMap<Cell, QString> values;
    while ((*query)->next()) {
        values.insert({(*query)->value(0).toString(), (*query)->value(1).toString(), (*query)->value(2).toString()},
                      (*query)->value(3).toString());
    }
    if ((*query)->lastError().isValid())
        return m_database.errorFrom((*query)->lastError());
    (*query)->finish();

    QJsonArray rows;
    for (auto it = deltas.begin(); it != deltas.end(); ++it)
        rows.append(jsonOf(it.key(), xorDigests(values.value(it.key()), QString::fromLatin1(*it))));
    auto done =
        m_database.run(QStringLiteral("INSERT INTO digest (province, entity, assignee, value) SELECT r.province, "
                                      "r.entity, r.assignee, r.value FROM ") +
                           rowsFrom(dialect, kCell) +
                           QStringLiteral(" WHERE true ON CONFLICT (province, entity, assignee) DO UPDATE SET "
                                          "value = excluded.value"),
                       {rowsValue(rows)});
    if (!done)
        return done.error();
    return {};
}

QString xorDigests(const QString &a, const QString &b)
{
    QByteArray left = QByteArray::fromHex(a.toLatin1()).leftJustified(32, '\0');
    const QByteArray right = QByteArray::fromHex(b.toLatin1()).leftJustified(32, '\0');
    for (qsizetype i = 0; i < 32; ++i)
        left[i] = static_cast<char>(left[i] ^ right[i]);
    return QString::fromLatin1(left.toHex());
}

} // namespace markaz::server
