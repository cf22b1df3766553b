// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decimal.h"
#include "core/support/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QStringList>

#include <optional>

namespace markaz {

/// What a reader found out on its way through a file: what is wrong (at most once for a place and all that is in it:
/// the rest would be its echo) and the item codes that were named before their items were known.
class ReadLog
{
public:
    /// A mention of an item in a rule or a calculation.
    struct Mention
    {
        QString path;
        QString reader; ///< the item whose rule or calculation it is
        QString code;
        QString field;               ///< column of a repeat item; empty: the item's own value
        bool numeric = false;        ///< a calculation needs a number
        QList<QJsonValue> constants; ///< values that a rule compares it with
    };

    void fail(const QString &path, const QString &why);
    const QList<Error> &faults() const { return m_faults; } ///< in the order of the reading, at most kMost
    bool sound() const { return m_faults.isEmpty(); }
    bool more() const { return m_more; } ///< there was no room for all
    /// Whether a member of this name is among the faults.
    bool hasAt(const char *member) const;
    static constexpr qsizetype kMost = 200;
    QString reader; ///< the item being read
    QList<Mention> mentions;

private:
    QList<Error> m_faults;
    bool m_more = false;
};

/// A value in a JSON file that knows its path. Each accessor hands out a value of the wanted form; when the file holds
/// something else it records the fault in the log and hands out a harmless default, so a reader reads straight on and
/// asks the log once at the end.
class JsonNode
{
public:
    JsonNode(QJsonValue value, QString path, ReadLog &log)
        : m_value(std::move(value))
        , m_path(std::move(path))
        , m_log(&log)
    {
    }

    const QString &path() const { return m_path; }
    const QJsonValue &value() const { return m_value; }
    ReadLog &log() const { return *m_log; }
    bool has(const char *key) const { return m_value.toObject().contains(QLatin1String(key)); }
    QStringList keys() const { return m_value.toObject().keys(); }

    void fail(const QString &why) const { m_log->fail(m_path, why); }
    /// Faults anything that is no object, lacks one of \p required, or has a member in neither list.
    void expect(const QStringList &required, const QStringList &optional = {}) const;
    JsonNode member(const QString &key) const;
    JsonNode member(const char *key) const { return member(QLatin1String(key)); }
    QList<JsonNode> list(qsizetype least, qsizetype most) const;

    QString text(qsizetype most = 2000) const; ///< not blank
    QString token() const;                     ///< lower-case letters, digits and underscores
    qint64 integer(qint64 least, qint64 most) const;
    bool boolean() const;
    Decimal decimal() const; ///< from its text form

private:
    QJsonValue m_value;
    QString m_path;
    ReadLog *m_log;
};

} // namespace markaz
