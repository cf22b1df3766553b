// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/import/csvreader.h"
#include "core/domain/city.h"

#include <QHash>
#include <QJsonObject>

namespace markaz::server {

/// One row, understood.
struct BuildingRow
{
    int line = 0;
    const City *city = nullptr;
    QJsonObject building; ///< fields without owner; code only when the file gives one
    QJsonObject owner;    ///< empty when the file names none
};

/// Where each column stands; Incomplete or InvalidValue for a first line that cannot be used, `where` = the column.
Result<QHash<QString, int>> columnsOf(const CsvRow &head, const QStringList &known, const QStringList &needed);

/// InvalidValue or Incomplete with `where` = the column.
Result<BuildingRow> readBuildingRow(const CsvRow &row, const QHash<QString, int> &columns, const Gazetteer &gazetteer);

} // namespace markaz::server
