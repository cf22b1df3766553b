// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/earliervisit.h"

namespace markaz {

QJsonObject shownOf(const Record &inspection)
{
    QJsonObject shown{{QStringLiteral("id"), inspection.id}};
    for (const char *field : {"inspector", "kind", "standard", "standard_version", "standard_hash", "revision",
                              "started_at", "visit_outcome", "state", "answers"}) {
        const QString name = QLatin1String(field);
        if (const auto value = inspection.fields.constFind(name); value != inspection.fields.constEnd())
            shown.insert(name, value.value());
    }
    return shown;
}

std::optional<Inspection> shownBy(const Assignment &assignment)
{
    QJsonObject fields = assignment.fields().value(kEarlierVisit).toObject();
    const QString id = fields.take(QStringLiteral("id")).toString();
    if (!isRecordId(id))
        return std::nullopt;
    fields.insert(QStringLiteral("building"), assignment.buildingId());
    auto visit = Inspection::from(Record{Entity::Inspection, id, 0, fields});
    return visit ? std::optional(std::move(visit).value()) : std::nullopt;
}

} // namespace markaz
