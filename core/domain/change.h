// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"

#include <QMap>

namespace markaz {

/// One field's step from what its author saw to what its author wants. Null stands for "no value" on both sides.
struct FieldChange
{
    QJsonValue before = QJsonValue::Null;
    QJsonValue after = QJsonValue::Null;
    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// By path ("name", "answers.C-02"), in the order of the paths.
using FieldChanges = QMap<QString, FieldChange>;

/// One change of one record, as it waits in the outbox and goes over the wire.
struct Change
{
    QString opId; ///< UUIDv7; names the change for ever
    Entity entity = Entity::Building;
    QString id;
    ChangeKind kind = ChangeKind::Patch;
    qint64 baseRev = 0; ///< the server's revision that its author saw
    int schema = 1;
    QString madeAt; ///< for people; no clock decides anything
    FieldChanges fields;
};

/// What must change to come from \p before to \p after; map fields member by member, members unknown to the
/// description as a whole. When one field of a group changes, the others that a client may write come along unchanged,
/// so that the merge sees whether somebody else has moved them.
FieldChanges differences(const RecordSpec &spec, const QJsonObject &before, const QJsonObject &after);

/// \p fields with every step of \p changes taken, whatever stood there.
QJsonObject applied(QJsonObject fields, const FieldChanges &changes);

/// Whether each text that \p changes enters has the form that its field asks for (FieldSpec::form). Asked of what is
/// entered, not of what stands: a record from before there was a form is read, shown and edited as ever. InvalidValue
/// with `where` = the field.
Result<void> checkForms(const RecordSpec &spec, const FieldChanges &changes);

} // namespace markaz
