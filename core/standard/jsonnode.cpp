// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/jsonnode.h"

#include <QRegularExpression>

#include <algorithm>

namespace markaz {

void ReadLog::fail(const QString &path, const QString &why)
{
    const auto covers = [&](const Error &fault) {
        const QChar next = path.size() > fault.where.size() ? path.at(fault.where.size()) : QLatin1Char('.');
        return path.startsWith(fault.where) && (next == QLatin1Char('.') || next == QLatin1Char('['));
    };
    if (std::any_of(m_faults.cbegin(), m_faults.cend(), covers))
        return;
    if (m_faults.size() < kMost)
        m_faults.append(Error{ErrorCode::InvalidValue, why, path});
    else
        m_more = true;
}

bool ReadLog::hasAt(const char *member) const
{
    const QString end = QLatin1Char('.') + QLatin1String(member);
    return std::any_of(m_faults.cbegin(), m_faults.cend(),
                       [&](const Error &fault) { return fault.where.endsWith(end); });
}

void JsonNode::expect(const QStringList &required, const QStringList &optional) const
{
    if (!m_value.isObject())
        return fail(QStringLiteral("must be an object"));
    const QJsonObject object = m_value.toObject();
    for (const QString &key : required) {
        if (!object.contains(key))
            return member(key).fail(QStringLiteral("is missing"));
    }
    for (const QString &key : object.keys()) {
        if (!required.contains(key) && !optional.contains(key)) // a misspelt "critical" must not pass in silence
            return member(key).fail(QStringLiteral("is not known here"));
    }
}

JsonNode JsonNode::member(const QString &key) const
{
    return JsonNode(m_value.toObject().value(key), m_path.isEmpty() ? key : m_path + QLatin1Char('.') + key, *m_log);
}

QList<JsonNode> JsonNode::list(qsizetype least, qsizetype most) const
{
    QList<JsonNode> nodes;
    const QJsonArray array = m_value.toArray();
    if (!m_value.isArray()) {
        fail(QStringLiteral("must be a list"));
    } else if (array.size() < least || array.size() > most) {
        fail(QStringLiteral("must have %1 to %2 entries").arg(least).arg(most));
    } else {
        for (qsizetype i = 0; i < array.size(); ++i)
            nodes.append(JsonNode(array.at(i), QStringLiteral("%1[%2]").arg(m_path).arg(i), *m_log));
    }
    return nodes;
}

QString JsonNode::text(qsizetype most) const
{
    QString text = m_value.toString();
    if (!m_value.isString())
        fail(QStringLiteral("must be a text"));
    else if (text.trimmed().isEmpty())
        fail(QStringLiteral("must not be empty"));
    else if (text.size() > most)
        fail(QStringLiteral("must have at most %1 characters").arg(most));
    return text;
}

QString JsonNode::token() const
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9][a-z0-9_]{0,59}\\z"));
    QString token = m_value.toString();
    if (!form.match(token).hasMatch())
        fail(QStringLiteral("must be a token of lower-case letters, digits and underscores"));
    return token;
}

qint64 JsonNode::integer(qint64 least, qint64 most) const
{
    const qint64 number = m_value.toInteger(least - 1); // the default stands for a fraction too
    if (!m_value.isDouble() || number < least || number > most) {
        fail(QStringLiteral("must be a whole number from %1 to %2").arg(least).arg(most));
        return least;
    }
    return number;
}

bool JsonNode::boolean() const
{
    if (!m_value.isBool())
        fail(QStringLiteral("must be true or false"));
    return m_value.toBool();
}

Decimal JsonNode::decimal() const
{
    const auto parsed = Decimal::parse(m_value.toString());
    if (!parsed)
        fail(QStringLiteral("must be a decimal number as text"));
    return parsed ? parsed.value() : Decimal();
}

} // namespace markaz
