// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

/// Numbers, dates and codes as they are shown, the same in both languages but for the names of months and units: Latin
/// digits, and in Urdu wrapped in U+2066..U+2069 so that they keep their order inside a right-to-left line.
namespace markaz::ui::format {

/// Wraps \p text in LRI and PDI when the language in use runs right to left; unchanged otherwise.
QString isolate(const QString &text);
/// Words that a person entered, inside a sentence of the program: in Urdu wrapped in FSI and PDI, so that their own
/// direction orders them and nothing else.
QString words(const QString &text);
/// Words side by side, with the comma of the language in use, each in its own direction; empty ones are left out.
QString list(const QStringList &parts);
inline QString code(const QString &text)
{
    return isolate(text);
} ///< "SKT-0031", "C-02", a key, a hash

/// A record's text as a tooltip shows it: tooltips would set "<b>" in bold.
QString plainToolTip(const QString &text);

QString number(qint64 value);     ///< "4,962"
QString score(int basisPoints);   ///< "78.4": one place, rounded half up
QString percent(int basisPoints); ///< "61.4 %", "50 %" when whole
QString rupees(qint64 paisa);     ///< "Rs 3,420"; paisa are rounded half up
/// The same of a million on in millions, "Rs 312 m", below ten with one place, "Rs 4.5 m"; without "Rs": "312 m".
QString shortRupees(qint64 paisa);
QString shortAmount(qint64 paisa);
QString area(int squareFeet);    ///< "3,150 sq ft"
QString seats(int seats);        ///< "90 seats"
QString bytes(qint64 bytes);     ///< "64 KiB", "2.4 MB"
QString distance(double metres); ///< "40 m", "2.3 km", "5,912 km"

QString date(const QDate &date);       ///< "14 Jul 2026"; empty for an invalid one
QString shortDate(const QDate &date);  ///< "14 Jul"
QString longDate(const QDate &date);   ///< "Tuesday 14 July 2026"
QString month(const QDate &date);      ///< "Apr 2022"
QString shortMonth(const QDate &date); ///< "Apr"
/// Times are stored in UTC and shown in the laptop's own zone.
QString time(const QDateTime &time);     ///< "14:05"
QString dateTime(const QDateTime &time); ///< "14 Jul 2026, 14:05"
/// The same by Pakistan's clock, for papers that count their days by it.
QString programmeDateTime(const QDateTime &time);
/// From the stored form "2026-11-24T09:00:00.000Z"; empty when it is none.
QString dateTime(const QString &iso);
QString time(const QString &iso);

} // namespace markaz::ui::format
