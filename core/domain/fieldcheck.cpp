// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fieldcheck.h"

#include "core/support/clock.h"

#include <QDate>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace markaz {
namespace {

Error invalid(const FieldSpec &f, const QString &why)
{
    return makeError(ErrorCode::InvalidValue, QStringLiteral("%1: %2").arg(f.name, why), f.name);
}

Result<void> checkValue(const FieldSpec &f, const QJsonValue &value)
{
    switch (f.type) {
    case FieldType::Text: {
        if (!value.isString())
            return invalid(f, QStringLiteral("not a text"));
        const QString s = value.toString();
        if (s.size() > f.max || (f.required && s.trimmed().size() < f.min))
            return invalid(f, f.min == f.max ? QStringLiteral("must have %1 characters").arg(f.max)
                                             : QStringLiteral("must have %1 to %2 characters").arg(f.min).arg(f.max));
        return {};
    }
    case FieldType::Integer: {
        const double d = value.toDouble(std::nan(""));
        if (!value.isDouble() || d != std::floor(d) || std::fabs(d) > 9007199254740992.0)
            return invalid(f, QStringLiteral("not a whole number"));
        const auto n = static_cast<qint64>(d);
        if (n < f.min || n > f.max)
            return invalid(f, QStringLiteral("must lie between %1 and %2").arg(f.min).arg(f.max));
        return {};
    }
    case FieldType::Boolean:
        return value.isBool() ? Result<void>() : invalid(f, QStringLiteral("not true or false"));
    case FieldType::Date:
        if (!QDate::fromString(value.toString(), Qt::ISODate).isValid() || value.toString().size() != 10)
            return invalid(f, QStringLiteral("not a date as in 2026-11-23"));
        return {};
    case FieldType::Instant:
        return fromIso(value.toString()) ? Result<void>() : invalid(f, QStringLiteral("not a UTC time"));
    case FieldType::Token:
        if (!f.tokens.contains(value.toString()))
            return invalid(f, QStringLiteral("must be one of %1").arg(f.tokens.join(QStringLiteral(", "))));
        return {};
    case FieldType::Reference:
        return isRecordId(value.toString()) ? Result<void>() : invalid(f, QStringLiteral("not a record id"));
    case FieldType::Map:
    case FieldType::Object:
        return value.isObject() ? Result<void>() : invalid(f, QStringLiteral("not an object"));
    case FieldType::TextList: {
        if (!value.isArray())
            return invalid(f, QStringLiteral("not a list"));
        const QJsonArray list = value.toArray();
        QStringList known;
        for (const auto &entry : list) {
            if (!f.tokens.isEmpty() && known.contains(entry.toString()))
                return invalid(f, QStringLiteral("holds one twice"));
            known.append(entry.toString());
            if (!entry.isString())
                return invalid(f, QStringLiteral("not a list of texts"));
            if (!f.tokens.isEmpty() && !f.tokens.contains(entry.toString()))
                return invalid(f, QStringLiteral("must hold none but %1").arg(f.tokens.join(QStringLiteral(", "))));
        }
        return {};
    }
    }
    return {};
}

} // namespace

bool isStorable(const QString &text)
{
    return !text.contains(QChar(u'\0')) && text.isValidUtf16();
}

bool holdsUnstorable(const QJsonValue &value)
{
    if (value.isString())
        return !isStorable(value.toString());
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        return std::any_of(list.begin(), list.end(), [](const QJsonValue &entry) { return holdsUnstorable(entry); });
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isStorable(it.key()) || holdsUnstorable(it.value()))
            return true;
    }
    return false;
}

Error unstorable(const QString &field)
{
    return makeError(ErrorCode::InvalidValue,
                     QStringLiteral("holds a character that cannot be stored (U+0000 or half a pair)"), field);
}

Error dotted(const QString &name)
{
    // A path would read it as a member of a map.
    return makeError(ErrorCode::InvalidValue, QStringLiteral("a field's name holds no dot"), name);
}

Result<void> checkField(const FieldSpec &f, const QJsonValue &value)
{
    if (!value.isUndefined() && !value.isNull())
        return checkValue(f, value);
    if (f.required)
        return makeError(ErrorCode::Incomplete, QStringLiteral("%1 is missing").arg(f.name), f.name);
    return {};
}

} // namespace markaz
