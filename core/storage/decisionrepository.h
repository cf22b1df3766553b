// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <QStringList>

namespace markaz {

/// The decisions about certificates, of this laptop's people and of others.
class DecisionRepository
{
public:
    explicit DecisionRepository(Database &database)
        : m_database(database)
    {
    }
    /// Those on \p certificateId that count (ids): not removed, and not rejected by the server. Those that the server
    /// has not seen yet stand last; in no other order.
    Result<QStringList> onCertificate(const QString &certificateId) const;
    /// Those to issue a certificate of \p inspectionId or to renew one with it, likewise.
    Result<QStringList> onInspection(const QString &inspectionId) const;

private:
    Database &m_database;
};

} // namespace markaz
