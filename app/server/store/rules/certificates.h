// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/reference.h"
#include "app/server/store/storedrecord.h"
#include "core/security/signing.h"
#include "core/storage/database.h"

namespace markaz::server {

/// What a certificate is made of.
struct CertificateRequest
{
    StoredRecord building;
    StoredRecord inspection; ///< accepted, complete, not refused
    QString officer;         ///< account id
    QString grade;           ///< full | provisional
    int seats = 0;
    QDateTime now;
    QString id; ///< of the new record
};

/// Makes and signs it, with the year's next number "PK-2026-000097" out of the open transaction, so that the numbers
/// have no gaps. Full: 24 months with surveillance at 12; provisional: 90 days. InvalidValue when a claim is out of its
/// range.
Result<StoredRecord> makeCertificate(Database &database, const Reference &reference, const SigningKey &key,
                                     const CertificateRequest &request);

/// Whether it is valid on \p day, be it suspended.
bool isInForce(const StoredRecord &certificate, const QDate &day);

/// Moves \p certificate to \p state with its reason; one revision on.
void setCertificateState(StoredRecord &certificate, const QString &state, const QString &reason, const QDateTime &now);

/// Certificates whose last valid day is past become "expired". Returns how many did. A transaction of its own.
Result<int> expireCertificates(Database &database, const QDateTime &now);

} // namespace markaz::server
