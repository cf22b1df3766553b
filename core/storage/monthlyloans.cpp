// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/monthlyloans.h"

#include "core/storage/dashboardsql.h"
#include "core/storage/jsonlist.h"

#include <QJsonDocument>

namespace markaz {

Result<QList<PlacedLoan>> placedLoans(Database &database, const QStringList &provinces)
{
    // Where this laptop owes a change of it, `server` is what the server has.
    auto query = database.run(QStringLiteral("SELECT x.id, x.rev, c.province, CAST(coalesce(x.server, x.data) AS BLOB) "
                                             "FROM loan AS x") +
                                  dashboardsql::join() +
                                  QStringLiteral("WHERE x.deleted = 0 AND x.rev > 0 AND c.province IN "
                                                 "(SELECT value FROM json_each(?)) ORDER BY x.id"),
                              {jsonList(provinces)});
    if (!query)
        return query.error();
    QList<PlacedLoan> loans;
    while ((*query)->next()) {
        const QSqlQuery &row = **query;
        auto loan = Loan::from({Entity::Loan, row.value(0).toString(), row.value(1).toLongLong(),
                                QJsonDocument::fromJson(row.value(3).toByteArray()).object()});
        if (!loan) {
            (*query)->finish();
            return loan.error();
        }
        loans.append({row.value(2).toString(), std::move(loan).value()});
    }
    return loans;
}

} // namespace markaz
