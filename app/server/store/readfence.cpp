// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/readfence.h"

namespace markaz::server {

Result<ReadFence> ReadFence::raise(Database &database, const Actor &actor)
{
    if (database.dialect() == Dialect::Sqlite)
        return ReadFence(std::nullopt);
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    // All of it ends with the transaction. The role comes last: the others may be set by anybody.
    auto set = database.row(QStringLiteral("SELECT set_config('markaz.role', ?, true), "
                                           "set_config('markaz.provinces', ?, true), "
                                           "set_config('markaz.account', ?, true), "
                                           "set_config('role', CASE WHEN current_setting('is_superuser') = 'on' THEN "
                                           "'pg_read_all_data' ELSE current_setting('role') END, true)"),
                            {token(actor.role), actor.provinces.join(QLatin1Char(' ')), actor.accountId});
    if (!set)
        return set.error();
    return ReadFence(std::move(*transaction));
}

Result<void> ReadFence::check(Database &database)
{
    if (database.dialect() == Dialect::Sqlite)
        return {};
    const auto row = database.row(QStringLiteral(
        "SELECT current_user::text FROM pg_roles WHERE rolname = current_user AND rolbypassrls AND NOT rolsuper"));
    if (!row)
        return row.error();
    if (row->has_value())
        return makeError(ErrorCode::StorageFailed,
                         QStringLiteral("this user bypasses row security, which keeps records within their provinces; "
                                        "run as an administrator of the database: ALTER ROLE \"%1\" NOBYPASSRLS")
                             .arg((*row)->value(0).toString()),
                         database.location());
    return {};
}

} // namespace markaz::server
