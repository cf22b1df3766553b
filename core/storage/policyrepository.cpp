// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/policyrepository.h"

#include <QJsonDocument>

namespace markaz {
namespace {

/// Of the columns below, of a query or of its one row.
template <class Cells>
PolicyRow rowAt(const Cells &cells)
{
    return {cells.value(0).toString(), cells.value(1).toInt(),
            QDate::fromString(cells.value(2).toString(), Qt::ISODate), cells.value(3).toInt() == 0};
}

const QString kColumns = QStringLiteral("id, version, data -> 'body' -> 'in_force_from' ->> 'value', rev");

} // namespace

Result<QList<PolicyRow>> PolicyRepository::rows() const
{
    auto query = m_database.run(
        QStringLiteral("SELECT %1 FROM policy WHERE deleted = 0 ORDER BY version DESC, id").arg(kColumns), {});
    if (!query)
        return query.error();
    QList<PolicyRow> rows;
    while ((*query)->next())
        rows.append(rowAt(**query));
    return rows;
}

Result<std::optional<QJsonObject>> PolicyRepository::body(const QString &id) const
{
    const auto found =
        m_database.row(QStringLiteral("SELECT data -> 'body' FROM policy WHERE deleted = 0 AND id = ?"), {id});
    if (!found)
        return found.error();
    if (!found.value())
        return std::optional<QJsonObject>();
    return std::optional(QJsonDocument::fromJson(found.value()->value(0).toByteArray()).object());
}

Result<std::optional<PolicyRow>> PolicyRepository::inForceOn(const QDate &day) const
{
    const auto found = m_database.row(
        QStringLiteral("SELECT %1 FROM policy WHERE deleted = 0 AND rev > 0 AND coalesce(data -> 'body' -> "
                       "'in_force_from' ->> 'value', '') <= ? ORDER BY version DESC LIMIT 1")
            .arg(kColumns),
        {day.toString(Qt::ISODate)});
    if (!found)
        return found.error();
    return found.value() ? std::optional(rowAt(*found.value())) : std::nullopt;
}

Result<QMap<int, int>> PolicyRepository::tiersOn(const QDate &day) const
{
    const auto row = inForceOn(day);
    if (!row)
        return row.error();
    QMap<int, int> tiers;
    if (!row.value())
        return tiers;
    const auto said = body((*row)->id);
    if (!said)
        return said.error();
    const QJsonObject object = said.value()
                                   .value_or(QJsonObject())
                                   .value(QStringLiteral("city_tiers"))
                                   .toObject()
                                   .value(QStringLiteral("tiers"))
                                   .toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const int tier = it.value().toInt();
        if (tier >= 1 && tier <= 3) // a body that this program cannot read gives no city a tier that there is not
            tiers.insert(it.key().toInt(), tier);
    }
    return tiers;
}

} // namespace markaz
