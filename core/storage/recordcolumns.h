// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"
#include "core/support/sealer.h"

#include <QVariant>

namespace markaz {

/// A record's fields in the two columns that hold them. Both invalid (NULL): there are none.
struct RecordColumns
{
    QVariant data;   ///< JSON (UTF-8) of the fields that are not sealed
    QVariant sealed; ///< sealed JSON of the others; invalid when none of them has a value
};

/// \p sealedColumn ("sealed", "server_sealed") is the place that the seal holds for.
RecordColumns columnsOf(const Sealer &sealer, Entity entity, const QString &id, QJsonObject fields,
                        const char *sealedColumn);
/// The same for the column "sealed" and fields that are still text: a compact JSON object, as protocol::readPullReply
/// gives it. Malformed when it is cut short or no object.
Result<RecordColumns> columnsOfText(const Sealer &sealer, Entity entity, const QString &id, const QByteArray &fields);
/// StorageCorrupt when `data` is no JSON, Tampered when the seal does not hold.
Result<QJsonObject> fieldsOf(const Sealer &sealer, Entity entity, const QString &id, const RecordColumns &columns,
                             const char *sealedColumn);

} // namespace markaz
