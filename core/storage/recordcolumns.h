// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"
#include "core/support/sealer.h"

#include <QVariant>

namespace markaz {

/// A record's fields in the columns that hold them. All invalid (NULL): there are none.
struct RecordColumns
{
    QVariant data;   ///< JSON (UTF-8) of the fields that stand in no other column
    QVariant sheet;  ///< JSON of the map fields that are not sealed; invalid when there are none
    QVariant sealed; ///< sealed JSON of the sealed fields; invalid when none of them has a value

    friend bool operator==(const RecordColumns &, const RecordColumns &) = default;
};

/// Which of a row's two copies of its record.
enum class RecordCopy {
    Shown, ///< what the user sees: the columns data, sheet, sealed
    Server ///< what the server said: the columns server, server_sealed; its maps stand in `server`
};

/// The sealed fields of \p fields.
QJsonObject sealedPart(Entity entity, const QJsonObject &fields);
/// \p standing: a seal of the very same secret for this place, which then stays as it is; empty: there is none.
RecordColumns columnsOf(const Sealer &sealer, Entity entity, const QString &id, QJsonObject fields, RecordCopy copy,
                        const QByteArray &standing = {});
/// The same for what is shown and fields that are still text: a compact JSON object, as protocol::readPullReply gives
/// it. Malformed when it is cut short or no object.
Result<RecordColumns> columnsOfText(const Sealer &sealer, Entity entity, const QString &id, const QByteArray &fields);
/// StorageCorrupt when a column is no JSON, Tampered when the seal does not hold.
Result<QJsonObject> fieldsOf(const Sealer &sealer, Entity entity, const QString &id, const RecordColumns &columns,
                             RecordCopy copy);

} // namespace markaz
