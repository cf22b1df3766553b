// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"
#include "core/support/result.h"

#include <QJsonObject>
#include <QList>

namespace markaz {

/// The form of a field's value in JSON.
enum class FieldType {
    Text,    ///< string, min..max characters
    Integer, ///< whole number within min..max (JSON numbers up to 2^53 stay exact)
    Boolean,
    Date,      ///< "2026-11-23"
    Instant,   ///< "2026-11-23T09:00:00.000Z"
    Token,     ///< one of `tokens`
    Reference, ///< the id of another record (UUID text)
    Map,       ///< object whose members are merged one by one: the path of a member is "field.member"
    Object,    ///< object that moves as a whole
    TextList,  ///< list of strings, each one of `tokens` where there are any
};

/// One field of a record. This description is said once and drives the checks, the merge, what is sealed and what the
/// forms may enter; a new field is one line in recordspec.cpp (and a generated column where a list sorts by it).
struct FieldSpec
{
    QString name;
    FieldType type = FieldType::Text;
    bool required = false;   ///< must be there and not empty
    bool sealed = false;     ///< an owner's data, notes, what a photo says: sealed at rest, never queried in clear
    bool frozen = false;     ///< set at creation only
    bool serverOnly = false; ///< only the server writes it; a client's change of it is refused
    QString group;           ///< fields of one group move together in a merge
    qint64 min = 0;
    qint64 max = 0;
    QStringList tokens;
    Result<void> (*form)(const QString &text) = nullptr; ///< what an entered text must look like; see checkForms()
};

struct RecordSpec
{
    Entity entity = Entity::Building;
    QList<FieldSpec> fields;

    /// The field called \p name, or the map field of a path such as "answers.C-02"; nullptr when there is none.
    const FieldSpec *find(const QString &path) const;
    /// Checks every described field and the record as a whole; members that are not described are kept untouched
    /// ("unknown fields are kept and handed back"), but no field's name may hold a dot and no text, known or not, the
    /// characters that cannot be stored (U+0000, half a surrogate pair). InvalidValue or Incomplete with `where` = the
    /// field's name.
    Result<void> check(const QJsonObject &fields) const;
};

const RecordSpec &specOf(Entity entity);

/// Reads a path: "name" or "answers.C-02". Absent gives QJsonValue::Null, so that "no value" has one form.
QJsonValue valueAt(const QJsonObject &fields, const QString &path);
/// Writes a path; Null removes the member, and an emptied map.
void setValueAt(QJsonObject &fields, const QString &path, const QJsonValue &value);

/// True for the text form of a UUID, lower case, as all ids are.
bool isRecordId(const QString &text);

} // namespace markaz
