// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordcheck.h"
#include "core/domain/recordspec.h"

namespace markaz {

/// A record as it is stored and sent: the described fields plus whatever a newer program added.
struct Record
{
    Entity entity = Entity::Building;
    QString id;     ///< UUIDv7, lower case
    qint64 rev = 0; ///< the server's revision; 0 = the server has not seen it yet
    QJsonObject fields;
};

/// Base of the typed views (Building, Inspection ...): a Record that has passed its checks. There is no other way to
/// make one, so whoever holds a Building holds a valid Building.
template <class Derived, Entity E>
class CheckedRecord
{
public:
    static constexpr Entity entity = E;

    static Result<Derived> from(Record record)
    {
        if (record.entity != E || !isRecordId(record.id))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("not a %1").arg(token(E)), QStringLiteral("id"));
        if (auto checked = specOf(E).check(record.fields); !checked)
            return checked.error();
        return passed(std::move(record));
    }

    const Record &record() const { return m_record; }
    const QString &id() const { return m_record.id; }
    qint64 rev() const { return m_record.rev; }
    const QJsonObject &fields() const { return m_record.fields; }
    /// This record with one field (or path) changed; Null removes it. What changed is checked.
    Result<Derived> with(const QString &path, const QJsonValue &value) const
    {
        Record changed = m_record;
        setValueAt(changed.fields, path, value);
        if (auto checked = checkAfter(specOf(E), changed.fields, {path}); !checked)
            return checked.error();
        return passed(std::move(changed));
    }

protected:
    CheckedRecord() = default;
    QString str(const char *name) const { return m_record.fields.value(QLatin1String(name)).toString(); }
    qint64 num(const char *name) const { return m_record.fields.value(QLatin1String(name)).toInteger(); }
    bool flag(const char *name) const { return m_record.fields.value(QLatin1String(name)).toBool(); }

private:
    friend class RecordRepository; // remembers which of the records that it keeps have passed
    static Derived passed(Record &&record)
    {
        Derived value;
        value.m_record = std::move(record);
        return value;
    }

    Record m_record;
};

} // namespace markaz
