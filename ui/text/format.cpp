// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include "core/support/clock.h"
#include "core/support/programmeday.h"
#include "ui/text/calendarwords.h"
#include "ui/text/language.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace markaz::ui::format {
namespace {

QString shortMonth(int month)
{
    static const std::array<const char *, 12> names{QT_TRANSLATE_NOOP("format", "Jan"),
                                                    QT_TRANSLATE_NOOP("format", "Feb"),
                                                    QT_TRANSLATE_NOOP("format", "Mar"),
                                                    QT_TRANSLATE_NOOP("format", "Apr"),
                                                    nullptr,
                                                    QT_TRANSLATE_NOOP("format", "Jun"),
                                                    QT_TRANSLATE_NOOP("format", "Jul"),
                                                    QT_TRANSLATE_NOOP("format", "Aug"),
                                                    QT_TRANSLATE_NOOP("format", "Sep"),
                                                    QT_TRANSLATE_NOOP("format", "Oct"),
                                                    QT_TRANSLATE_NOOP("format", "Nov"),
                                                    QT_TRANSLATE_NOOP("format", "Dec")};
    return month == 5 ? QCoreApplication::translate("format", "May", "short")
                      : QCoreApplication::translate("format", names[static_cast<size_t>(month - 1)]);
}

QString longMonth(int month)
{
    static const std::array<const char *, 12> names{QT_TRANSLATE_NOOP("format", "January"),
                                                    QT_TRANSLATE_NOOP("format", "February"),
                                                    QT_TRANSLATE_NOOP("format", "March"),
                                                    QT_TRANSLATE_NOOP("format", "April"),
                                                    nullptr,
                                                    QT_TRANSLATE_NOOP("format", "June"),
                                                    QT_TRANSLATE_NOOP("format", "July"),
                                                    QT_TRANSLATE_NOOP("format", "August"),
                                                    QT_TRANSLATE_NOOP("format", "September"),
                                                    QT_TRANSLATE_NOOP("format", "October"),
                                                    QT_TRANSLATE_NOOP("format", "November"),
                                                    QT_TRANSLATE_NOOP("format", "December")};
    return month == 5 ? QCoreApplication::translate("format", "May", "long")
                      : QCoreApplication::translate("format", names[static_cast<size_t>(month - 1)]);
}

QString grouped(qint64 value)
{
    QString digits = QString::number(value < 0 ? -value : value);
    for (qsizetype i = digits.size() - 3; i > 0; i -= 3)
        digits.insert(i, QLatin1Char(','));
    return value < 0 ? QLatin1Char('-') + digits : digits;
}

// One place after the point, rounded half up (away from zero), from hundredths.
QString tenths(int hundredths)
{
    const int magnitude = (std::abs(hundredths) + 5) / 10;
    const QString text = QStringLiteral("%1.%2").arg(magnitude / 10).arg(magnitude % 10);
    return hundredths < 0 && magnitude > 0 ? QLatin1Char('-') + text : text;
}

QString number(int value)
{
    return isolate(QString::number(value));
}

} // namespace

QString weekday(int day)
{
    static const std::array<const char *, 7> names{
        QT_TRANSLATE_NOOP("format", "Monday"),    QT_TRANSLATE_NOOP("format", "Tuesday"),
        QT_TRANSLATE_NOOP("format", "Wednesday"), QT_TRANSLATE_NOOP("format", "Thursday"),
        QT_TRANSLATE_NOOP("format", "Friday"),    QT_TRANSLATE_NOOP("format", "Saturday"),
        QT_TRANSLATE_NOOP("format", "Sunday")};
    return QCoreApplication::translate("format", names[static_cast<size_t>(day - 1)]);
}

QString isolate(const QString &text)
{
    if (!isUrdu() || text.isEmpty())
        return text;
    return QChar(0x2066) + text + QChar(0x2069);
}

QString words(const QString &text)
{
    if (!isUrdu() || text.isEmpty())
        return text;
    return QChar(0x2068) + text + QChar(0x2069);
}

QString list(const QStringList &parts)
{
    QStringList all;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            all.append(words(part));
    }
    return all.join(QCoreApplication::translate("format", ", ", "between words side by side"));
}

QString plainToolTip(const QString &text)
{
    // Escaped text is only undone where it is taken as rich text, so it is made that.
    return text.isEmpty() ? text : QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped());
}

QString number(qint64 value)
{
    return isolate(grouped(value));
}
QString score(int basisPoints)
{
    return isolate(tenths(basisPoints));
}

QString percent(int basisPoints)
{
    const QString value = basisPoints % 100 == 0 ? QString::number(basisPoints / 100) : tenths(basisPoints);
    return isolate(value + QStringLiteral(" %"));
}

QString rupees(qint64 paisa)
{
    const qint64 magnitude = ((paisa < 0 ? -paisa : paisa) + 50) / 100;
    return QCoreApplication::translate("format", "Rs %1").arg(isolate(grouped(paisa < 0 ? -magnitude : magnitude)));
}

QString shortAmount(qint64 paisa)
{
    constexpr qint64 kMillion = 100'000'000; // paisa
    if (qAbs(paisa) < kMillion)
        return isolate(grouped((paisa + (paisa < 0 ? -50 : 50)) / 100));
    const qint64 tenths = (paisa + (paisa < 0 ? -kMillion : kMillion) / 20) / (kMillion / 10);
    const QString figure = qAbs(tenths) < 100 && tenths % 10 != 0
                               ? QStringLiteral("%1.%2").arg(grouped(tenths / 10)).arg(qAbs(tenths % 10))
                               : grouped((tenths + (tenths < 0 ? -5 : 5)) / 10);
    return QCoreApplication::translate("format", "%1 m", "millions").arg(isolate(figure));
}
QString shortRupees(qint64 paisa)
{
    return QCoreApplication::translate("format", "Rs %1").arg(shortAmount(paisa));
}

QString area(int squareFeet)
{
    return QCoreApplication::translate("format", "%1 sq ft").arg(isolate(grouped(squareFeet)));
}
QString seats(int seats)
{
    return (seats == 1 ? QCoreApplication::translate("format", "%1 seat")
                       : QCoreApplication::translate("format", "%1 seats"))
        .arg(isolate(grouped(seats)));
}

QString distance(double metres)
{
    const qint64 whole = std::llround(metres);
    if (whole < 1000)
        return QCoreApplication::translate("format", "%1 m").arg(number(whole));
    const qint64 tenths = std::llround(metres / 100);
    if (tenths >= 1000) // beyond 100 km tenths say nothing
        return QCoreApplication::translate("format", "%1 km").arg(number((tenths + 5) / 10));
    return QCoreApplication::translate("format", "%1 km")
        .arg(isolate(QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10)));
}

QString bytes(qint64 bytes)
{
    // Powers of two throughout, as the limits are.
    constexpr qint64 kKibi = 1024;
    constexpr qint64 kMebi = kKibi * kKibi;
    if (bytes < kKibi)
        return isolate(QStringLiteral("%1 B").arg(bytes));
    if (bytes < kMebi)
        return isolate(QStringLiteral("%1 KiB").arg((bytes + kKibi / 2) / kKibi));
    const qint64 tenths = (bytes * 10 + kMebi / 2) / kMebi;
    return isolate(QStringLiteral("%1.%2 MiB").arg(tenths / 10).arg(tenths % 10));
}

QString date(const QDate &date)
{
    if (!date.isValid())
        return {};
    return QStringLiteral("%1 %2 %3").arg(number(date.day()), shortMonth(date.month()), number(date.year()));
}

QString shortDate(const QDate &date)
{
    return date.isValid() ? QStringLiteral("%1 %2").arg(number(date.day()), shortMonth(date.month())) : QString();
}

QString longDate(const QDate &date)
{
    if (!date.isValid())
        return {};
    return QStringLiteral("%1 %2 %3 %4")
        .arg(weekday(date.dayOfWeek()), number(date.day()), longMonth(date.month()), number(date.year()));
}

QString month(const QDate &date)
{
    return date.isValid() ? QStringLiteral("%1 %2").arg(shortMonth(date.month()), number(date.year())) : QString();
}

QString longMonth(const QDate &date)
{
    return date.isValid() ? QStringLiteral("%1 %2").arg(longMonth(date.month()), number(date.year())) : QString();
}

QString shortMonth(const QDate &date)
{
    return date.isValid() ? shortMonth(date.month()) : QString();
}

namespace {

QString timeOn(const QDateTime &clock)
{
    return isolate(clock.toString(QStringLiteral("HH:mm")));
}

QString dateTimeOn(const QDateTime &clock)
{
    //: a date and a time of day
    return QCoreApplication::translate("format", "%1, %2").arg(date(clock.date()), timeOn(clock));
}

} // namespace

QString time(const QDateTime &time)
{
    return time.isValid() ? timeOn(time.toLocalTime()) : QString();
}

QString dateTime(const QDateTime &time)
{
    return time.isValid() ? dateTimeOn(time.toLocalTime()) : QString();
}

QString programmeDateTime(const QDateTime &time)
{
    return time.isValid() ? dateTimeOn(programmeClock(time)) : QString();
}

QString dateTime(const QString &iso)
{
    const auto parsed = fromIso(iso);
    return parsed ? dateTime(*parsed) : QString();
}

QString time(const QString &iso)
{
    const auto parsed = fromIso(iso);
    return parsed ? time(*parsed) : QString();
}

} // namespace markaz::ui::format
