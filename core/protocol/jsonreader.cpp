// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/jsonreader.h"

#include "core/domain/recordspec.h"

#include <cmath>

namespace markaz::protocol {

QJsonValue JsonReader::member(const char *name) const
{
    const QJsonValue value = m_json.value(QLatin1String(name));
    return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
}

void JsonReader::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void JsonReader::refuse(const char *name, const QString &why)
{
    fail(makeError(ErrorCode::InvalidValue, QStringLiteral("%1: %2").arg(QLatin1String(name), why),
                   QLatin1String(name)));
}

void JsonReader::missing(const char *name)
{
    fail(makeError(ErrorCode::Incomplete, QStringLiteral("%1 is missing").arg(QLatin1String(name)),
                   QLatin1String(name)));
}

QString JsonReader::requiredText(const char *name)
{
    QString value = text(name);
    if (value.isEmpty())
        missing(name);
    return value;
}

QString JsonReader::requiredId(const char *name)
{
    QString id = requiredText(name);
    if (!id.isEmpty() && !isRecordId(id))
        refuse(name, QStringLiteral("not an id"));
    return id;
}

QString JsonReader::text(const char *name)
{
    const QJsonValue value = member(name);
    if (!value.isUndefined() && !value.isString())
        refuse(name, QStringLiteral("not a text"));
    QString text = value.toString();
    if (text.contains(QChar(0)) || !text.isValidUtf16()) // PostgreSQL would take the first for the end of a statement
        refuse(name, QStringLiteral("holds a character that cannot be stored"));
    return text;
}

qint64 JsonReader::integer(const char *name, qint64 min, std::optional<qint64> fallback)
{
    const QJsonValue value = member(name);
    if (value.isUndefined()) {
        if (!fallback)
            missing(name);
        return fallback.value_or(min);
    }
    const double number = value.toDouble(std::nan(""));
    if (!value.isDouble() || number != std::floor(number) || number > kExact || number < static_cast<double>(min)) {
        refuse(name, QStringLiteral("not a whole number from %1 to 2^53").arg(min));
        return fallback.value_or(min);
    }
    return static_cast<qint64>(number);
}

bool JsonReader::boolean(const char *name, bool fallback)
{
    const QJsonValue value = member(name);
    if (!value.isUndefined() && !value.isBool())
        refuse(name, QStringLiteral("not true or false"));
    return value.toBool(fallback);
}

QStringList JsonReader::texts(const char *name)
{
    const QJsonValue value = member(name);
    QStringList list;
    if (value.isUndefined())
        return list;
    if (!value.isArray()) {
        refuse(name, QStringLiteral("not a list"));
        return list;
    }
    const QJsonArray array = value.toArray();
    for (const auto &entry : array) {
        if (!entry.isString())
            refuse(name, QStringLiteral("not a list of texts"));
        list.append(entry.toString());
    }
    return list;
}

QJsonObject JsonReader::object(const char *name)
{
    const QJsonValue value = member(name);
    if (!value.isUndefined() && !value.isObject())
        refuse(name, QStringLiteral("not an object"));
    return value.toObject();
}

QJsonObject JsonReader::requiredObject(const char *name)
{
    if (member(name).isUndefined())
        missing(name);
    return object(name);
}

QJsonArray JsonReader::requiredArray(const char *name)
{
    const QJsonValue value = member(name);
    if (value.isUndefined())
        missing(name);
    else if (!value.isArray())
        refuse(name, QStringLiteral("not a list"));
    return value.toArray();
}

Error within(const QString &prefix, Error error)
{
    error.where = error.where.isEmpty() ? prefix : prefix + QLatin1Char('.') + error.where;
    return error;
}

} // namespace markaz::protocol
