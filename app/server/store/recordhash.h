// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/storedrecord.h"

#include <QMap>

namespace markaz::server {

/// What a transaction wrote or forgot, for the entries that tell of it: "building/0190..." -> the record's hash, empty
/// when it is gone.
using RecordHashes = QMap<QString, QString>;

QString hashName(const QString &entity, const QString &id);

/// A record's fields, as the table takes them and as they are hashed.
struct DataToStore
{
    QByteArray text;
    std::string canonical;
};
/// The text of \p fields that is the same again when it was read and written anew, whichever database kept it: a text
/// that begins with a byte order mark loses it and U+FFFE and U+FFFF become U+FFFD, as they would when they are read,
/// and whole numbers are written in digits.
DataToStore dataToStore(const QJsonObject &fields);

/// The record's data as it was read back from either database, in canonical form: jsonb keeps neither the order of
/// members nor how a number was written.
std::string canonicalData(const QJsonObject &read);

/// SHA-256 over everything that the store holds of \p record but its fields, and over \p dataHash, which is hashOf()
/// the canonical form of those. The form never changes: a new one would be told apart by its first member.
QString recordHash(const StoredRecord &record, const QString &changedAt, const QString &dataHash);

} // namespace markaz::server
