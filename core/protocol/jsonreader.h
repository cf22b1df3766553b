// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace markaz::protocol {

inline constexpr double kExact = 9007199254740992.0; ///< 2^53: whole numbers up to here survive every JSON reader

/// \p error with its path put behind \p prefix: "changes[3]" and "fields.name" give "changes[3].fields.name".
Error within(const QString &prefix, Error error);

/// Reads the members of one JSON object and remembers the first thing that is wrong with it, so that a decoder can read
/// all its members in a row and ask once. Errors are InvalidValue or Incomplete with `where` = the path of the member.
class JsonReader
{
public:
    explicit JsonReader(const QJsonObject &json)
        : m_json(json)
    {
    }

    /// Absent or null is Incomplete, empty too.
    QString requiredText(const char *name);
    QString text(const char *name);
    /// A whole number from \p min to 2^53; absent gives \p fallback, without one it is Incomplete.
    qint64 integer(const char *name, qint64 min, std::optional<qint64> fallback = {});
    bool boolean(const char *name, bool fallback);
    QStringList texts(const char *name);
    QJsonObject requiredObject(const char *name);
    QJsonObject object(const char *name);
    QJsonArray requiredArray(const char *name);
    /// A required token of the enum \p E.
    template <class E>
    E parsed(const char *name, E fallback)
    {
        const QString text = requiredText(name);
        if (text.isEmpty())
            return fallback;
        auto value = parse<E>(text);
        if (!value) {
            fail(within(QLatin1String(name), value.error()));
            return fallback;
        }
        return *value;
    }
    QString requiredId(const char *name);
    void refuse(const char *name, const QString &why);
    void missing(const char *name);
    void fail(Error error);
    bool failed() const { return m_error.has_value(); }
    const Error &error() const { return m_error.value(); }

private:
    QJsonValue member(const char *name) const;

    const QJsonObject &m_json;
    std::optional<Error> m_error;
};

} // namespace markaz::protocol
