// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/loanrepository.h"

#include <QJsonDocument>

#include <algorithm>

namespace markaz {
namespace {

/// Ids of the loans of which, or of a document of which, something has not been taken by the server yet; read once for
/// all of them.
const QString kOwed =
    QStringLiteral("(SELECT o.record FROM outbox AS o WHERE o.state <> 'acknowledged' AND o.entity = 'loan' UNION ALL "
                   "SELECT e.loan FROM outbox AS o CROSS JOIN evidence AS e ON e.id = o.record "
                   "WHERE o.state <> 'acknowledged' AND o.entity = 'evidence' AND e.loan IS NOT NULL)");

} // namespace

bool LoanRow::holds(const QString &text) const
{
    const QString typed = text.trimmed();
    const QStringList places{buildingCode, buildingName, owner, bank, city};
    return std::any_of(places.cbegin(), places.cend(),
                       [&typed](const QString &words) { return words.contains(typed, Qt::CaseInsensitive); });
}

Result<QList<LoanRow>> LoanRepository::read(const QString &rest, const QVariantList &values) const
{
    auto query = m_database.run(
        QStringLiteral("SELECT l.id, l.building, b.code, b.name, w.name, l.bank, b.city, c.name, c.province, "
                       "l.principal_paisa, l.state, l.state_at, l.id IN %1 FROM loan AS l "
                       "LEFT JOIN building AS b ON b.id = l.building LEFT JOIN city AS c ON c.id = b.city "
                       "LEFT JOIN owner AS w ON w.id = l.owner WHERE l.deleted = 0 %2")
            .arg(kOwed, rest),
        values);
    if (!query)
        return query.error();
    QList<LoanRow> rows;
    const QSqlQuery &cells = **query;
    while ((*query)->next()) {
        const auto state = parse<LoanState>(cells.value(10).toString());
        if (!state) {
            (*query)->finish();
            return state.error();
        }
        rows.append({cells.value(0).toString(), cells.value(1).toString(), cells.value(2).toString(),
                     cells.value(3).toString(), cells.value(4).toString(), cells.value(5).toString(),
                     cells.value(6).toInt(), cells.value(7).toString(), cells.value(8).toString(),
                     cells.value(9).toLongLong(), *state, cells.value(11).toString(), cells.value(12).toBool()});
    }
    return rows;
}

Result<QList<LoanRow>> LoanRepository::rows() const
{
    return read(QStringLiteral("ORDER BY l.state_at DESC, l.id DESC"), {});
}

Result<LoanRow> LoanRepository::row(const QString &id) const
{
    auto found = read(QStringLiteral("AND l.id = ?"), {id});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return makeError(ErrorCode::NotFound, QStringLiteral("no such loan"), QStringLiteral("loan"));
    return found->first();
}

Result<QList<LoanRow>> LoanRepository::ofBuilding(const QString &buildingId) const
{
    return read(QStringLiteral("AND l.building IN (SELECT m.id FROM building AS s JOIN building AS m ON "
                               "m.whole = s.whole WHERE s.id = ?) ORDER BY l.id DESC"),
                {buildingId});
}

Result<std::optional<QString>> LoanRepository::openOf(const QString &buildingId) const
{
    const auto found = m_database.row(
        QStringLiteral("SELECT l.id FROM building AS s JOIN building AS m ON m.whole = s.whole CROSS JOIN loan AS l "
                       "ON l.building = m.id WHERE s.id = ? AND l.deleted = 0 AND l.state NOT IN ('closed', "
                       "'declined') ORDER BY l.id"),
        {buildingId});
    if (!found)
        return found.error();
    return found.value() ? std::optional<QString>(found.value()->value(0).toString()) : std::nullopt;
}

Result<std::optional<QJsonObject>> LoanRepository::policyBody(int version) const
{
    const auto found = m_database.row(
        QStringLiteral("SELECT data -> 'body' FROM policy WHERE deleted = 0 AND version = ?"), {version});
    if (!found)
        return found.error();
    if (!found.value())
        return std::optional<QJsonObject>();
    return std::optional(QJsonDocument::fromJson(found.value()->value(0).toByteArray()).object());
}

Result<QList<int>> LoanRepository::policyVersions() const
{
    auto query =
        m_database.run(QStringLiteral("SELECT version FROM policy WHERE deleted = 0 ORDER BY version DESC"), {});
    if (!query)
        return query.error();
    QList<int> versions;
    while ((*query)->next())
        versions.append((*query)->value(0).toInt());
    return versions;
}

} // namespace markaz
