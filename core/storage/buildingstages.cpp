// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/buildingstages.h"

#include <QHash>

namespace markaz {
namespace {

/// The few buildings that are more than identified.
const QString kTouched = QStringLiteral("SELECT building FROM inspection GROUP BY building "
                                        "UNION SELECT building FROM assignment GROUP BY building "
                                        "UNION SELECT building FROM certificate GROUP BY building");

} // namespace

QString stageOnDay()
{
    return QStringLiteral("CASE WHEN full_until >= ? THEN 'certified' WHEN provisional_until >= ? "
                          "THEN 'provisional' ELSE later_stage END");
}

Result<QHash<qint64, Stage>> stagesOfTouched(Database &database, const QString &day)
{
    auto found = database.run(
        QStringLiteral("WITH touched (building) AS (%1) SELECT r.rowid, %2 FROM touched "
                       "CROSS JOIN building AS m ON m.id = touched.building CROSS JOIN building AS r ON r.id = m.whole "
                       "CROSS JOIN building_row AS b ON b.id = r.id")
            .arg(kTouched, stageOnDay()),
        {day, day});
    if (!found)
        return found.error();
    QHash<qint64, Stage> stages;
    while ((*found)->next()) {
        const auto stage = parseStage((*found)->value(1).toString());
        if (!stage) {
            (*found)->finish();
            return stage.error();
        }
        stages.insert((*found)->value(0).toLongLong(), *stage);
    }
    return stages;
}

} // namespace markaz
