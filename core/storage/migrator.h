// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

namespace markaz {

/// Brings a database to the newest schema. \p folder holds files named 0001_name.sql ... (":/markaz/sql/cache"); each
/// is frozen once released and applied with its version number in one transaction. SQLite keeps the number in PRAGMA
/// user_version and copies the file to "<file>.before-<version>" first when it already held data; PostgreSQL keeps it
/// in the table schema_version. Returns the version reached; StorageTooNew when the database is ahead of the program.
Result<int> migrate(Database &database, const QString &folder);

/// Registers the compiled-in migrations under ":/markaz/sql/"; called by openCache and by the server's store.
void initSqlResources();

} // namespace markaz
