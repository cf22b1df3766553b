// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/certificatepayload.h"

#include <QCborValue>

namespace markaz {

/// The ranges that claims must keep; InvalidValue with `where` = the claim.
Result<void> checkClaims(const CertificateClaims &claims);

/// The claims' one CBOR form: a map of the keys 1 to 14 in order, shortest lengths (RFC 8949, 4.2.1).
QByteArray claimsToCbor(const CertificateClaims &claims);
/// Malformed unless there are exactly these keys with their types; then the ranges are checked as well.
Result<CertificateClaims> claimsFromCbor(const QCborValue &value);

} // namespace markaz
