// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <utility>

namespace markaz {

/// A table of the monthly report; a row of one cell is a heading among the rows.
struct MonthlyTable
{
    QString title;
    QStringList head;
    QList<QStringList> rows;
    QList<int> widths;    ///< of the columns, in percent of the page's width; they add up to 100
    bool figures = false; ///< all columns but the first stand at the trailing side
    int strong = 0;       ///< the column in bold; 0 = none
    QString empty;        ///< the sentence in the place of no rows
    QString note;         ///< below it; may be empty
};

/// Bars from the leading side, one below the other.
struct MonthlyBars
{
    struct Bar
    {
        QString label;
        qint64 value = 0; ///< the longest of them takes the whole width; never negative
        QString shown;    ///< behind the bar
    };
    QString title;
    QList<Bar> bars;
    QString empty; ///< the sentence in the place of bars that are all 0, or of none
    QString note;
};

/// A column for each month, full below provisional, against the dashed line of the quota.
struct MonthlyColumns
{
    struct Month
    {
        QString label;
        int full = 0;
        int provisional = 0;
        int quota = 0;
    };
    QString title;
    QList<Month> months;
    QString full; ///< words of the legend
    QString provisional;
    QString quota;
    QString empty; ///< the sentence in the place of columns that are all 0
    QString note;
};

/// One province, or all of them; it begins on a page of its own, the first one below the cover.
struct MonthlySection
{
    QString title;
    QStringList lines; ///< below it
    MonthlyTable figures;
    MonthlyBars funnel;
    MonthlyColumns certified;
    MonthlyTable tiers;
    MonthlyTable loans;
    MonthlyBars failing;
    MonthlyTable expiring;
};

/// The monthly report on pages of A4. Words and numbers come ready, in the language of whoever reads it.
struct MonthlyDocument
{
    bool urdu = false; ///< set from right to left; months run from left to right all the same
    QString title;
    QString month;                            ///< "October 2026"
    QStringList warnings;                     ///< sentences below it, strong
    QList<std::pair<QString, QString>> facts; ///< label and value, one a row
    QStringList notes;                        ///< sentences below them
    QList<MonthlySection> sections;
    QString foot;   ///< on each page, before its number
    QString pageOf; ///< "Page %1 of %2"
    bool sample = false;
};

/// Writes \p document with its fonts embedded. The file appears whole or not at all. StorageFailed (`where` = the path)
/// when it cannot be written; WrongState with `where` "cancelled" when \p goesOn, asked before each section and each
/// page, says no. Needs a QGuiApplication, for the fonts; any thread.
Result<void> writeMonthlyPdf(const MonthlyDocument &document, const QString &path,
                             const std::function<bool()> &goesOn = {});

} // namespace markaz
