// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"

#include <optional>

namespace markaz::server {

/// A record with the columns that stand beside its data in the store (sql/0001_server.sql.in).
struct StoredRecord
{
    Record record;
    qint64 seq = 0;
    QString province; ///< empty = nationwide
    QString assignee; ///< the one inspector who may see it; empty = everybody of the province
    QString parent;   ///< the record it belongs to; empty = none
    QString ukey;     ///< unique among its entity; empty = none
    bool deleted = false;
    /// A new draft's fields as the JSON that they came as, in canonical form; `record.fields` then lacks the maps.
    /// WorkingSet makes it whole before anybody reads it again.
    QByteArray draftText;

    Entity entity() const { return record.entity; }
    const QString &id() const { return record.id; }
    QString text(const char *field) const { return record.fields.value(QLatin1String(field)).toString(); }
    qint64 number(const char *field) const { return record.fields.value(QLatin1String(field)).toInteger(); }
};

/// One record's step in a transaction; `before` is what the store held, nothing for a new one.
struct RecordWrite
{
    std::optional<StoredRecord> before;
    StoredRecord after;
};

} // namespace markaz::server
