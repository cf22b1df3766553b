// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/domain/city.h"
#include "core/standard/standard.h"

#include <QFile>

namespace markaz::test {

/// What workflow_answering and the test that starts it agree on.
const QString kBuilding = QStringLiteral("01900000-0000-7000-8000-00000000000a");

inline Gazetteer compiledGazetteer()
{
    const auto content = [](const char *name) {
        QFile file(QStringLiteral(":/markaz/reference/") + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    return Gazetteer::read(content("cities.csv"), content("city-codes.csv"), content("provinces.geojson")).value();
}

inline Actor answeringInspector()
{
    return {QStringLiteral("01900000-0000-7000-8000-0000000000a1"),
            QStringLiteral("sample"),
            QStringLiteral("Sample Person"),
            Role::Inspector,
            {QStringLiteral("PK-PB")}};
}

inline QStringList yesNoItems(const Standard &standard)
{
    QStringList items;
    for (const Item &item : standard.items()) {
        if (item.type == ItemType::YesNo)
            items.append(item.code);
    }
    return items;
}

} // namespace markaz::test
