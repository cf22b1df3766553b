// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/domain/record.h"
#include "core/standard/standard.h"
#include "core/support/idsource.h"

#include <QRandomGenerator>

namespace markaz::bench {

/// What both sides carry in themselves.
struct Carried
{
    Standard standard;
    Gazetteer gazetteer;
    static Result<Carried> read();
};

/// W(n): n inspections, each with a header, 80 answers, a note on 20 % of them and 3 photo references; about 4.7 kB of
/// JSON each, with time-ordered ids, all marked as sample. The same seed gives the same records.
class Workload
{
public:
    /// Bytes of JSON in the mean inspection, for the report.
    static qint64 meanBytes(const QList<Record> &records);

    Workload(const Carried &carried, quint64 seed);
    /// \p count buildings in the city of prefix LHE, without owners.
    QList<Record> buildings(int count);
    /// The same around the cities of the country, each city in its turn, one of fifty without a position.
    QList<Record> placedBuildings(int count);
    /// Inspections of \p buildings, one after the other, by \p inspectorId. \p submitted: done and scored, as the feed
    /// brings them; else drafts, as a laptop makes them.
    QList<Record> inspections(int count, const QList<Record> &buildings, const QString &inspectorId, bool submitted);
    QString nextId() { return m_ids.next(); }

private:
    QJsonObject answers();
    QJsonObject notes(const QJsonObject &answers);

    const Carried &m_carried;
    FixedClock m_clock;
    SeededIdSource m_ids;
    QRandomGenerator m_random;
    int m_buildings = 0;
};

} // namespace markaz::bench
