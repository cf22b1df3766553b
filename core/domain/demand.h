// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"

#include <QDate>
#include <QMap>

namespace markaz {

namespace demand {
inline constexpr int kMostFreelancers = 10'000'000; ///< of one city; 3.6 million are registered nationwide
/// Whether a record's `freelancers` are whole numbers from 0 to kMostFreelancers by the GeoNames id of a city, at least
/// one. Which cities there are is the gazetteer's to say. InvalidValue or Incomplete with `where` = "freelancers".
Result<void> check(const QJsonObject &fields);
} // namespace demand

/// How many freelancers are registered in which cities, as of a day, from one source: what an administrator imports.
/// The one that was made last counts, whatever its day, so that a mistake is mended by importing once more.
class Demand final : public CheckedRecord<Demand, Entity::Demand>
{
public:
    QDate asOf() const { return QDate::fromString(str("as_of"), Qt::ISODate); }
    QString source() const { return str("source"); } ///< in words: who counted
    QMap<int, qint64> freelancers() const;           ///< by the GeoNames id of their city
    QString authorId() const { return str("author"); }
    QString madeAt() const { return str("made_at"); }
    bool sample() const { return flag("sample"); }
};

/// What the programme was tried with: a scenario's file under a name (core/finance/scenariofile.h reads it).
class SavedScenario final : public CheckedRecord<SavedScenario, Entity::Scenario>
{
public:
    QString name() const { return str("name"); }
    QJsonObject body() const { return fields().value(QStringLiteral("body")).toObject(); }
    QString authorId() const { return str("author"); }
    QString madeAt() const { return str("made_at"); }
    bool sample() const { return flag("sample"); }
};

} // namespace markaz
