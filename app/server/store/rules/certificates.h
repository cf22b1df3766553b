// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/reference.h"
#include "app/server/store/storedrecord.h"
#include "core/domain/certificatelifecycle.h"
#include "core/security/signing.h"
#include "core/storage/database.h"

#include <optional>

namespace markaz::server {

/// What a certificate is made of.
struct CertificateRequest
{
    StoredRecord building;
    StoredRecord inspection; ///< accepted, complete, not refused
    QString officer;         ///< account id
    QString grade;           ///< full | provisional
    int seats = 0;
    QString reason; ///< of the decision
    QDateTime now;
    QString id; ///< of the new record
    /// That the inspection was scored for, under whatever version of the policy; nothing: the gazetteer's.
    std::optional<int> tier = std::nullopt;
};

/// Makes and signs it, with the year's next number "PK-2026-000097" out of the open transaction, so that the numbers
/// have no gaps. Full: 24 months with surveillance at 12; provisional: 90 days. InvalidValue when a claim is out of its
/// range.
Result<StoredRecord> makeCertificate(Database &database, const Reference &reference, const SigningKey &key,
                                     const CertificateRequest &request);

/// Where it stands on \p day (programmeDay), by its state and its validity.
CertificateStage stageOf(const StoredRecord &certificate, const QDate &day);

/// Moves \p certificate to \p stage with its reason; one revision on. \p by: the officer whose decision it is, against
/// which an appeal goes; nobody when the clock or a renewal did it. What leaves suspension and revocation behind leaves
/// its appeal, too.
void setStage(StoredRecord &certificate, CertificateStage stage, const QString &reason, const QDateTime &now,
              const QString &by = {});
/// Notes \p decision as the open appeal; empty: none is open any more. One revision on.
void setAppeal(StoredRecord &certificate, const QString &decision);

/// Certificates whose last valid day is past become "expired". Returns how many did. A transaction of its own.
Result<int> expireCertificates(Database &database, const QDateTime &now);

} // namespace markaz::server
