// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/figurereader.h"

#include <algorithm>
#include <cmath>

namespace markaz {
namespace {

constexpr qsizetype kMostText = 200;

QString english(const FigureFault &fault)
{
    using Reason = FigureFault::Reason;
    switch (fault.reason) {
    case Reason::Missing:
        return QStringLiteral("is missing");
    case Reason::Unknown:
        return QStringLiteral("means nothing here");
    case Reason::NoObject:
        return QStringLiteral("not an object");
    case Reason::NoList:
        return QStringLiteral("not a list");
    case Reason::NoPair:
        return QStringLiteral("not a list of two numbers");
    case Reason::NoText:
        return QStringLiteral("not a text of 1 to %1 characters").arg(kMostText);
    case Reason::NoDay:
        return QStringLiteral("not a date as in 2026-11-23");
    case Reason::NoMonth:
        return QStringLiteral("not a month as in 2026-11");
    case Reason::NoYear:
        return QStringLiteral("not a fiscal year as in 2026-27");
    case Reason::Range:
        return QStringLiteral("must be a whole number from %1 to %2").arg(fault.least).arg(fault.most);
    case Reason::Order:
        return QStringLiteral("does not follow the one before it");
    case Reason::Twice:
        return QStringLiteral("stands twice");
    case Reason::Grace:
        return QStringLiteral("not shorter than the tenor");
    case Reason::OneOf:
        return QStringLiteral("one of two has to be there, and not both");
    case Reason::Sum:
        return QStringLiteral("together more than %1").arg(fault.most);
    case Reason::NoJson:
    case Reason::Other:
        break;
    }
    return fault.why;
}

} // namespace

Error FigureFault::error() const
{
    const ErrorCode code = reason == Reason::NoJson    ? ErrorCode::Malformed
                           : reason == Reason::Missing ? ErrorCode::Incomplete
                                                       : ErrorCode::InvalidValue;
    return makeError(code, where.isEmpty() ? english(*this) : where + QStringLiteral(": ") + english(*this), where);
}

void FigureReader::fail(FigureFault fault)
{
    if (!m_fault)
        m_fault = std::move(fault);
}

QJsonValue FigureReader::value(const QJsonObject &object, const QString &path, const char *name)
{
    QJsonValue found = object.value(QLatin1String(name));
    if (found.isUndefined())
        fail(FigureFault::Reason::Missing, join(path, name));
    return found;
}

QJsonObject FigureReader::object(const QJsonObject &parent, const QString &path, const char *name)
{
    return object(value(parent, path, name), join(path, name));
}

QJsonObject FigureReader::object(const QJsonValue &found, const QString &path)
{
    if (!found.isUndefined() && !found.isObject())
        fail(FigureFault::Reason::NoObject, path);
    return found.toObject();
}

QJsonArray FigureReader::list(const QJsonObject &parent, const QString &path, const char *name)
{
    const QJsonValue found = value(parent, path, name);
    if (!found.isUndefined() && !found.isArray())
        fail(FigureFault::Reason::NoList, join(path, name));
    return found.toArray();
}

qint64 FigureReader::whole(const QJsonValue &found, const QString &path, qint64 least, qint64 most)
{
    const double number = found.toDouble(std::nan(""));
    if (found.isUndefined()) // already reported
        return least;
    if (!(number >= static_cast<double>(least) && number <= static_cast<double>(most)) ||
        number != std::floor(number)) {
        fail({FigureFault::Reason::Range, path, least, most, {}});
        return least;
    }
    return static_cast<qint64>(number);
}

qint64 FigureReader::whole(const QJsonObject &object, const QString &path, const char *name, qint64 least, qint64 most)
{
    return whole(value(object, path, name), join(path, name), least, most);
}

int FigureReader::number(const QJsonObject &object, const QString &path, const char *name, int least, int most)
{
    return static_cast<int>(whole(object, path, name, least, most));
}

Paisa FigureReader::paisa(const QJsonObject &object, const QString &path, const char *name, qint64 least, qint64 most)
{
    return Paisa{whole(object, path, name, least, most)};
}

QDate FigureReader::day(const QJsonValue &found, const QString &path)
{
    const QDate date = QDate::fromString(found.toString(), Qt::ISODate);
    if (!found.isUndefined() && (!date.isValid() || found.toString().size() != 10))
        fail(FigureFault::Reason::NoDay, path);
    return date;
}

QString FigureReader::text(const QJsonObject &object, const QString &path, const char *name)
{
    const QJsonValue found = value(object, path, name);
    if (!found.isUndefined() && (found.toString().trimmed().isEmpty() || found.toString().size() > kMostText))
        fail(FigureFault::Reason::NoText, join(path, name));
    return found.toString();
}

void FigureReader::only(const QJsonObject &object, const QString &path, std::initializer_list<const char *> known)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = it.key();
        if (std::none_of(known.begin(), known.end(), [&](const char *each) { return name == QLatin1String(each); }))
            fail(FigureFault::Reason::Unknown, path.isEmpty() ? name : path + QLatin1Char('.') + name);
    }
}

QString FigureReader::join(const QString &path, const char *name)
{
    return path.isEmpty() ? QLatin1String(name) : path + QLatin1Char('.') + QLatin1String(name);
}

QString FigureReader::at(const QString &path, qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(path).arg(index);
}

} // namespace markaz
