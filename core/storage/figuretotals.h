// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"
#include "core/storage/figurecounts.h"
#include "core/storage/loangroup.h"

#include <QDate>
#include <QMap>

namespace markaz {

/// Of which figures: the places and the period.
struct FigureScope
{
    QStringList provinces; ///< empty = all
    QList<int> tiers;      ///< empty = all
    QList<int> cities;     ///< empty = all
    QDate from;            ///< first day in Pakistan; invalid = from the beginning
    QDate to;              ///< last day, inclusive; invalid = without an end
};

/// What a certificate proves of its building, and a visit (figure_part.steps).
enum class FigureStep { Assigned = 1, Inspected = 2, Reviewed = 4, Certified = 8 };

/// Certificates of one city and grade in force on a day.
struct FigureStanding
{
    int cityId = 0;
    QString province;
    int tier = 0;
    QString grade;
    int certificates = 0;
    qint64 seats = 0;
    qint64 fireSafe = 0; ///< people that fire codes allow in their buildings
};

/// What centres reported of one month, together.
struct FigureReported
{
    QDate month; ///< first day; invalid: nothing was reported
    int centres = 0;
    int mixed = 0; ///< of them: with other staff beside the freelancers
    qint64 seats = 0;
    qint64 taken = 0;
    qint64 freelancers = 0;
    qint64 otherStaff = 0;
    qint64 paidPaisa = 0; ///< for the seats taken
};

struct GradeCount
{
    int full = 0;
    int provisional = 0;
};

/// Reads what settleFigures() keeps. Whole months of whole provinces and tiers are read from cells. The days of a month
/// that the period holds a part of, and single cities, are read from what was counted of the records of these days and
/// places: never from the records, and never an answer.
class FigureTotals
{
public:
    FigureTotals(Database &database, const FigureScope &scope);

    /// To be asked first: what is due is settled.
    Result<void> settle() const;
    Result<int> buildings() const; ///< neither removed nor merged into another one, whatever the period
    Result<int> waiting() const;   ///< visits that wait for review, whatever the period
    /// Buildings that are not removed and reached \p step in the period, each once; Assigned whatever the period.
    Result<int> reached(FigureStep step) const;
    /// Certificates by the first day of their month of issue, in the period; months without any are left out.
    Result<QMap<QDate, GradeCount>> issued() const;
    /// Visits of the period with a score that stands.
    Result<FigureCounts> scored() const;
    /// The items' codes by their numbers in these counts.
    Result<QHash<int, QString>> items() const;
    /// On \p day, whatever the period. By city, then grade.
    Result<QList<FigureStanding>> standing(const QDate &day) const;
    /// Of these by grade and the first day of the month of their own last day, where that lies before \p end.
    Result<QMap<QDate, GradeCount>> ending(const QDate &day, const QDate &end) const;
    /// Buildings with a certificate in force on each of \p days, in their order.
    Result<QList<GradeCount>> standingOn(const QList<QDate> &days) const;

    /// Of the newest month from that of the period's first day on, and to that of \p day, of which centres reported.
    Result<FigureReported> reported(const QDate &day) const;
    /// Loans as they stand now, whatever the period.
    Result<QList<LoanGroup>> loans() const;

private:
    /// SQL over the columns province and tier of \p alias, and of a city's id where \p cityId names it: " AND ..." or
    /// empty. It binds m_places.
    QString places(const QString &alias, const QString &cityId) const;
    QString cities() const; ///< places() of the table city as c
    bool hasWholeMonths() const { return m_first <= m_last; }
    Result<int> count(const QString &figure) const;
    Result<int> everReached(FigureStep step) const;
    Result<QMap<QString, GradeCount>> turns() const;

    Database &m_database;
    FigureScope m_scope;
    QVariantList m_places;
    QString m_first; ///< the first whole month, and the last: there are none where they stand the other way round
    QString m_last;
    QString m_looseDays; ///< JSON: [[first day, last day], ...], what is read day by day; empty: nothing is
};

} // namespace markaz
