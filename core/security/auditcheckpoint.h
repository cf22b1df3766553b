// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/checkpoint.h"
#include "core/security/signing.h"

namespace markaz {

/// Exactly what is signed: the line "markaz audit checkpoint 1", then instance, history, n, hash, at and kid, each on a
/// line of its own. The first line keeps the signature from standing for anything else that the key signs; \p instance
/// names the server, so that a checkpoint of another one is none of this.
QByteArray signedText(const Checkpoint &checkpoint, const QString &instance);

/// \p checkpoint with \p key's id and signature.
Checkpoint signCheckpoint(Checkpoint checkpoint, const QString &instance, const SigningKey &key);

/// NotFound when no key of \p keys has its id (`where` = the id), Tampered when the signature does not hold.
Result<void> verifyCheckpoint(const Checkpoint &checkpoint, const QString &instance, const KeySet &keys);

} // namespace markaz
