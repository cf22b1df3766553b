// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/appealrepository.h"

#include "core/support/clock.h"

namespace markaz {
namespace {

/// Whether the decision %1 waits for the server; a rejected one waits for nobody but its author.
const QString kWaits = QStringLiteral(
    "%1.rev = 0 AND %1.deleted = 0 AND NOT EXISTS (SELECT 1 FROM outbox AS o WHERE o.entity = 'decision' AND "
    "o.record = %1.id AND o.state = 'dead')");

} // namespace

bool AppealRow::holds(const QString &text) const
{
    const QString typed = text.trimmed();
    const auto in = [&typed](const QString &words) { return words.contains(typed, Qt::CaseInsensitive); };
    return in(number) || in(buildingCode) || in(buildingName) || in(city);
}

Result<QList<AppealRow>> AppealRepository::open() const
{
    auto query = m_database.run(
        QStringLiteral(
            "SELECT d.id, k.id, k.number, k.state, k.valid_until, b.id, b.code, b.name, b.city, c.name, "
            "d.data ->> 'reason', d.made_at, p.data ->> 'display_name', d.rev = 0, EXISTS (SELECT 1 FROM decision AS w "
            "WHERE w.certificate = k.id AND w.kind <> 'appeal' AND %1) "
            "FROM certificate AS k LEFT JOIN decision AS d ON d.id = coalesce(k.data ->> 'appeal', (SELECT n.id "
            "FROM decision AS n WHERE n.certificate = k.id AND n.kind = 'appeal' AND %2 ORDER BY n.made_at, n.id LIMIT "
            "1)) "
            "LEFT JOIN account AS p ON p.id = d.data ->> 'officer' LEFT JOIN building AS b ON b.id = k.building "
            "LEFT JOIN city AS c ON c.id = b.city WHERE k.state IN ('suspended', 'revoked') AND k.deleted = 0 AND "
            "(k.data ->> 'appeal' IS NOT NULL OR d.id IS NOT NULL) ORDER BY d.made_at, k.id")
            .arg(kWaits.arg(QStringLiteral("w")), kWaits.arg(QStringLiteral("n"))),
        {});
    if (!query)
        return query.error();
    QList<AppealRow> rows;
    const QSqlQuery &cells = **query;
    while ((*query)->next()) {
        const auto state = parse<CertificateState>(cells.value(3).toString());
        if (!state) {
            (*query)->finish();
            return state.error();
        }
        AppealRow row;
        row.id = cells.value(0).toString();
        row.certificateId = cells.value(1).toString();
        row.number = cells.value(2).toString();
        row.state = *state;
        row.validUntil = QDate::fromString(cells.value(4).toString(), Qt::ISODate);
        row.buildingId = cells.value(5).toString();
        row.buildingCode = cells.value(6).toString();
        row.buildingName = cells.value(7).toString();
        row.cityId = cells.value(8).toInt();
        row.city = cells.value(9).toString();
        row.reason = cells.value(10).toString();
        const auto recorded = fromIso(cells.value(11).toString());
        row.recordedAt = recorded ? *recorded : QDateTime();
        row.recordedBy = cells.value(12).toString();
        row.owed = cells.value(13).toBool();
        row.answered = cells.value(14).toBool();
        rows.append(row);
    }
    return rows;
}

Result<QList<std::pair<QString, QString>>> AppealRepository::refused() const
{
    auto query = m_database.run(
        QStringLiteral("SELECT d.kind, b.code FROM outbox AS o CROSS JOIN decision AS d ON d.id = o.record "
                       "LEFT JOIN certificate AS k ON k.id = d.certificate LEFT JOIN inspection AS i ON "
                       "i.id = d.inspection LEFT JOIN building AS b ON b.id = coalesce(k.building, i.building) "
                       "WHERE o.state = 'dead' AND o.entity = 'decision' ORDER BY o.position DESC"),
        {});
    if (!query)
        return query.error();
    QList<std::pair<QString, QString>> all;
    while ((*query)->next())
        all.append({(*query)->value(0).toString(), (*query)->value(1).toString()});
    return all;
}

} // namespace markaz
