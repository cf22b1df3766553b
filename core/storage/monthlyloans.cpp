// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/monthlyloans.h"

#include "core/storage/dashboardsql.h"
#include "core/storage/jsonlist.h"

namespace markaz {

Result<QList<PlacedLoan>> placedLoans(Database &database, const QStringList &provinces)
{
    auto query = database.run(QStringLiteral("SELECT x.id, c.province FROM loan AS x") + dashboardsql::join() +
                                  QStringLiteral("WHERE x.deleted = 0 AND x.rev > 0 AND c.province IN "
                                                 "(SELECT value FROM json_each(?)) ORDER BY x.id"),
                              {jsonList(provinces)});
    if (!query)
        return query.error();
    QList<PlacedLoan> loans;
    while ((*query)->next())
        loans.append({(*query)->value(1).toString(), (*query)->value(0).toString()});
    return loans;
}

} // namespace markaz
