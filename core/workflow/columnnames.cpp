// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/columnnames.h"

#include "core/domain/namekey.h"

namespace markaz {

ColumnNames::ColumnNames(const QList<Field> &fields, int needed)
    : m_needed(needed)
{
    for (const auto &[field, names] : fields) {
        m_fields.append(QLatin1String(field));
        m_byKey.insert(nameKey(QLatin1String(field)), QLatin1String(field));
        const QStringList called = QString::fromUtf8(names).split(QLatin1Char('|'));
        for (const QString &name : called)
            m_byKey.insert(nameKey(name), QLatin1String(field));
    }
}

QStringList ColumnNames::guess(const QStringList &names, const QHash<QString, QString> &remembered) const
{
    QStringList fields;
    for (const QString &name : names) {
        const QString key = nameKey(name);
        const auto kept = remembered.constFind(key);
        QString field = kept != remembered.constEnd() ? *kept : m_byKey.value(key);
        if (fields.contains(field) || !m_fields.contains(field))
            field.clear();
        fields.append(field);
    }
    return fields;
}

Result<void> ColumnNames::check(const QStringList &fields) const
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString &field = fields.at(i);
        if (field.isEmpty())
            continue;
        if (!m_fields.contains(field))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("there is no field \"%1\"").arg(field.left(60)),
                             field);
        if (fields.indexOf(field) != i)
            return makeError(ErrorCode::InvalidValue, QStringLiteral("two columns are \"%1\"").arg(field), field);
    }
    const QStringList missing = needed();
    for (const QString &field : missing) {
        if (!fields.contains(field))
            return makeError(ErrorCode::Incomplete, QStringLiteral("no column is \"%1\"").arg(field), field);
    }
    return {};
}

} // namespace markaz
