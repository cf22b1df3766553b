// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QHash>
#include <QStringList>

namespace markaz {

/// What a column of a file of buildings may hold, by the names of the records' fields: "covered_area_sqft",
/// "owner_phone" (of its owner), "position" ("31.5204, 74.3587"). The first five are needed.
const QStringList &importFields();
QStringList neededImportFields();
/// Where the form marks it: "owner_phone" -> "owner.phone", "position" -> "latitude_e6".
QString recordField(const QString &importField);

/// The field for each of \p names, empty where none fits: as \p remembered says (by nameKey; a column that was left out
/// has an empty one), else by English and Urdu names. No field comes twice.
QStringList guessImportFields(const QStringList &names, const QHash<QString, QString> &remembered = {});
/// Incomplete or InvalidValue, `where` = the field, when a file with these columns cannot be read: a field is missing,
/// is not known, or comes twice.
Result<void> checkImportFields(const QStringList &fields);

} // namespace markaz
