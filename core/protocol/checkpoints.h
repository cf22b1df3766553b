// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/messages.h"

namespace markaz::protocol {

/// {"history", "n", "hash", "at", "kid", "signature": base64url}. The errors are InvalidValue or Incomplete with the
/// member's path; each member has its one form, so that it is safe in a line of text.
QJsonObject encode(const Checkpoint &value);
template <>
Result<Checkpoint> decode(const QJsonObject &json);

/// The value of the Markaz-Witness header: the same members with blanks between them.
QByteArray witnessHeader(const Checkpoint &checkpoint);
/// Malformed for whatever witnessHeader() does not write.
Result<Checkpoint> readWitnessHeader(const QByteArray &value);

/// What `markaz sync --witness FILE` writes and `markaz-server verify-audit --witness FILE` reads:
/// {"instance", "checkpoints": [...]}.
struct Witnesses
{
    QString instance; ///< of the server that signed them
    QList<Checkpoint> checkpoints;
};
QByteArray writeWitnesses(const Witnesses &witnesses);
/// Malformed, TooLarge, or the errors of its checkpoints.
Result<Witnesses> readWitnesses(const QByteArray &text);

} // namespace markaz::protocol
