// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/decisionrepository.h"

namespace markaz {
namespace {

/// \p where: on what.
Result<QStringList> counting(Database &database, const QString &where, const QString &id)
{
    const auto found = database.run(
        QStringLiteral("SELECT d.id FROM decision d WHERE %1 = ? AND d.deleted = 0 AND NOT EXISTS (SELECT 1 "
                       "FROM outbox o WHERE o.entity = 'decision' AND o.record = d.id AND o.state = 'dead') "
                       "ORDER BY d.rev = 0, d.id")
            .arg(where),
        {id});
    if (!found)
        return found.error();
    QStringList ids;
    while ((*found)->next())
        ids.append((*found)->value(0).toString());
    return ids;
}

} // namespace

Result<QStringList> DecisionRepository::onCertificate(const QString &certificateId) const
{
    return counting(m_database, QStringLiteral("d.certificate"), certificateId);
}

Result<QStringList> DecisionRepository::onInspection(const QString &inspectionId) const
{
    return counting(m_database, QStringLiteral("d.inspection"), inspectionId);
}

} // namespace markaz
