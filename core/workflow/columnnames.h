// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace markaz {

/// What the columns of a kind of file may hold, and how people call that at the head of a column.
class ColumnNames
{
public:
    struct Field
    {
        const char *field;
        const char *names; ///< beside the field's own: English and Urdu, parted by "|"
    };

    /// \p needed: so many of the first fields.
    ColumnNames(const QList<Field> &fields, int needed);

    const QStringList &fields() const { return m_fields; }
    QStringList needed() const { return m_fields.mid(0, m_needed); }
    /// The field for each of \p names, empty where none fits: as \p remembered says (by nameKey; a column that was left
    /// out has an empty one), else by its names. No field comes twice.
    QStringList guess(const QStringList &names, const QHash<QString, QString> &remembered) const;
    /// Incomplete or InvalidValue, `where` = the field, when a file with these columns cannot be read: a field is
    /// missing, is not known, or comes twice.
    Result<void> check(const QStringList &fields) const;

private:
    QStringList m_fields;
    QHash<QString, QString> m_byKey;
    int m_needed;
};

} // namespace markaz
