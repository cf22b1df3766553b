// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"

namespace markaz::test {

const QString kId = QStringLiteral("01900000-0000-7000-8000-00000000000a");
const QString kOtherId = QStringLiteral("01900000-0000-7000-8000-00000000000b");

/// The least that a building needs.
inline QJsonObject buildingFields()
{
    return {{QStringLiteral("code"), QStringLiteral("LHE-0042")},
            {QStringLiteral("name"), QStringLiteral("Old mill")},
            {QStringLiteral("address"), QStringLiteral("1 Mill Road")},
            {QStringLiteral("city"), 1172451},
            {QStringLiteral("covered_area_sqft"), 4000},
            {QStringLiteral("storeys"), 2}};
}

inline QJsonObject ownerFields()
{
    return {{QStringLiteral("name"), QStringLiteral("Sample owner")},
            {QStringLiteral("kind"), QStringLiteral("company")},
            {QStringLiteral("province"), QStringLiteral("PK-PB")}};
}

inline QJsonObject inspectionFields()
{
    return {{QStringLiteral("building"), kId},
            {QStringLiteral("inspector"), kOtherId},
            {QStringLiteral("kind"), QStringLiteral("initial")},
            {QStringLiteral("standard"), QStringLiteral("markaz-centre")},
            {QStringLiteral("standard_version"), 1},
            {QStringLiteral("standard_hash"), QString(64, QLatin1Char('0'))},
            {QStringLiteral("revision"), 1},
            {QStringLiteral("started_at"), QStringLiteral("2026-11-23T09:00:00.000Z")},
            {QStringLiteral("state"), QStringLiteral("draft")}};
}

} // namespace markaz::test
