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

/// The record's data as whoever reads \p stored back from either database has it, in canonical form: jsonb keeps
/// neither the order of members nor how a number was written.
std::string canonicalData(const QByteArray &stored);

/// SHA-256 over everything that the store holds of \p record but its fields, and over \p dataHash, which is hashOf()
/// the canonical form of those. The form never changes: a new one would be told apart by its first member.
QString recordHash(const StoredRecord &record, const QString &changedAt, const QString &dataHash);

} // namespace markaz::server
