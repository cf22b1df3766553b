// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/support/csvreader.h"
#include "core/workflow/importfields.h"

#include <QJsonObject>

#include <memory>
#include <optional>
#include <variant>

namespace markaz {

class CityLookup;

/// Urdu and Arabic digits as ASCII.
QString latinDigits(QString text);
/// "5,200", "5 200" and "۵۲۰۰" are 5200; nothing for what is no whole number.
std::optional<qint64> wholeNumberIn(const QString &text);

/// One row of a file, understood: the city is known, numbers are numbers. Not checked as a building yet.
struct ImportRow
{
    int line = 0;
    const City *city = nullptr;
    QString code;         ///< as the file gives it; empty: it does not
    QJsonObject building; ///< fields without code and owner
    QJsonObject owner;    ///< without province; empty when the file names none
};

/// Why a row is not taken.
enum class RowReason {
    Surplus,     ///< more cells than columns
    UnknownCity, ///< `value`
    SeveralCities,
    NoNumber,
    NoYesOrNo,
    NoPosition,
    NoDay,
    NoSuchWord, ///< not one of a field's words
    Refused,    ///< what `error` says
    SameName,   ///< as `value`, a building of the same city
    NearName,   ///< but for vowels, doubled letters and a plural
    SameAddress,
    SamePlace,
    NoFreeCode,
    UnknownCentre, ///< `value`
    NoMonth,
    NoAmount,
    SameMonth, ///< stands in the file twice; `alikeLine`
    SameCity,  ///< likewise
    TooMany,   ///< more than there can be
};

struct RowFault
{
    int line = 0;
    RowReason reason = RowReason::Refused;
    QString field;     ///< of importFields(); empty: about the row
    QString value;     ///< what stands there, shortened, or the code of the other building
    Error error;       ///< InvalidValue, Incomplete or NotAllowed; its detail says everything in English
    int alikeLine = 0; ///< of the other one, when it stands in the same file

    bool isAlike() const
    {
        return reason == RowReason::SameName || reason == RowReason::NearName || reason == RowReason::SameAddress ||
               reason == RowReason::SamePlace;
    }
};

/// Reads rows whose columns mean \p fields. Numbers may have separators of thousands and Urdu digits, days are ISO or
/// day first ("14/04/2022"), words may be English or Urdu, a city is its name, its buildings' prefix or its GeoNames
/// number. 2026-11-28: "4/5/2022" is the fourth of May: the month first is nobody's habit here.
class ImportRowReader
{
public:
    ImportRowReader(const QStringList &fields, const Gazetteer &gazetteer);
    std::variant<ImportRow, RowFault> read(const CsvRow &row) const;

private:
    QStringList m_fields;
    std::shared_ptr<const CityLookup> m_cities;
};

} // namespace markaz
