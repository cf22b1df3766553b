// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/decisionrepository.h"

namespace markaz {

Result<QStringList> DecisionRepository::onCertificate(const QString &certificateId) const
{
    const auto found = m_database.run(
        QStringLiteral("SELECT d.id FROM decision d WHERE d.certificate = ? AND d.deleted = 0 AND NOT EXISTS (SELECT 1 "
                       "FROM outbox o WHERE o.entity = 'decision' AND o.record = d.id AND o.state = 'dead') "
                       "ORDER BY d.rev = 0, d.id"),
        {certificateId});
    if (!found)
        return found.error();
    QStringList ids;
    while ((*found)->next())
        ids.append((*found)->value(0).toString());
    return ids;
}

} // namespace markaz
