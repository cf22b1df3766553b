// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/messages.h"

namespace markaz::protocol {

// 2026-11-24: a pushed inspection is 80 answers, and making trees of them to hash, merge, check and write them took the
// server twice as long as PostgreSQL takes to store them. simdjson reads the body. A new draft, whose answers nobody
// judges before its submit, goes through as text; everything else becomes the trees that the rules work with.

/// A new draft's fields as text, written while they were read.
struct DraftText
{
    QByteArray fields; ///< all of them, as one JSON object in canonical form
    QString hash;      ///< bodyHash() of the whole change
};

/// One change of a push as it came.
struct PushedChange
{
    QString opId;          ///< a record id; empty when the change has none, so that nothing can be answered to it
    Result<Change> change; ///< InvalidValue or Incomplete with the path inside the change
    /// With it, `change` has the fields that are no maps only; wholeOf() gives it back whole.
    std::optional<DraftText> draft = std::nullopt;
    QByteArray unread = {}; ///< of a change that is an Error: its JSON, in ASCII where a text could not be stored
};

struct PushBody
{
    QString batchId;
    QString history; ///< empty on the first contact
    QList<PushedChange> changes;
};

/// Reads the body of POST /changes with parseBody's limits and errors; Malformed without a batch_id or changes,
/// TooLarge with more than kMaxChanges of them. A change that cannot be read does not stop the others. No text that
/// comes out holds U+0000 or half a surrogate pair.
Result<PushBody> readPushBody(const QByteArray &body);

/// \p change, of which \p draft holds the maps.
Change wholeOf(Change change, const DraftText &draft);

} // namespace markaz::protocol
