// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/money.h"
#include "core/support/result.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace markaz {

/// What is wrong with a file of figures: where, and why as a thing to be said in any language.
struct FigureFault
{
    enum class Reason {
        NoJson,   ///< the bytes are no JSON object; `why` says where they break
        Missing,  ///< a figure that has to be there
        Unknown,  ///< a name that means nothing here: most likely mistyped
        NoObject, ///< not { }
        NoList,   ///< not [ ]
        NoPair,   ///< not [low, high]
        NoText,   ///< not a text, or an empty or overlong one
        NoDay,    ///< not a date as in 2026-11-30, or one outside of what is counted
        NoMonth,  ///< not a month as in 2026-11
        NoYear,   ///< not a fiscal year as in 2026-27
        Range,    ///< not a whole number from `least` to `most`
        Order,    ///< lies before, or on, the one that stands before it
        Twice,    ///< the same month or year stands twice
        Grace,    ///< the grace is not shorter than the tenor
        OneOf,    ///< one of two names has to be there, and not both
        Sum,      ///< together more than `most`
        Other     ///< only `why` says it
    };
    Reason reason = Reason::Other;
    QString where; ///< JSON path: "loans[3].grace_months"; empty for the whole
    qint64 least = 0;
    qint64 most = 0;
    QString why; ///< English, for logs

    /// Malformed for NoJson, Incomplete for Missing, else InvalidValue; `where` the path.
    Error error() const;
};

/// Reads figures out of JSON and remembers the first thing that is wrong, with its path; what comes after reads as
/// nothing.
class FigureReader
{
public:
    const std::optional<FigureFault> &fault() const { return m_fault; }
    void fail(FigureFault fault);
    void fail(FigureFault::Reason reason, const QString &path) { fail({reason, path, 0, 0, {}}); }

    QJsonValue value(const QJsonObject &object, const QString &path, const char *name);
    QJsonObject object(const QJsonObject &parent, const QString &path, const char *name);
    QJsonObject object(const QJsonValue &found, const QString &path); ///< of a list
    QJsonArray list(const QJsonObject &parent, const QString &path, const char *name);
    qint64 whole(const QJsonValue &found, const QString &path, qint64 least, qint64 most);
    qint64 whole(const QJsonObject &object, const QString &path, const char *name, qint64 least, qint64 most);
    int number(const QJsonObject &object, const QString &path, const char *name, int least, int most);
    Paisa paisa(const QJsonObject &object, const QString &path, const char *name, qint64 least, qint64 most);
    QDate day(const QJsonValue &found, const QString &path);
    /// 1 to 200 characters that are not blank.
    QString text(const QJsonObject &object, const QString &path, const char *name);
    /// Names of \p object that are none of \p known.
    void only(const QJsonObject &object, const QString &path, std::initializer_list<const char *> known);

    static QString join(const QString &path, const char *name);
    static QString at(const QString &path, qsizetype index);

private:
    std::optional<FigureFault> m_fault;
};

} // namespace markaz
