// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

namespace markaz::server {

/// What the database holds at one moment: whatever is asked while this lives is answered as of then, and others go on
/// writing. Nothing is to be written through \p database meanwhile.
class [[nodiscard]] Snapshot
{
public:
    static Result<Snapshot> begin(Database &database);
    Snapshot(Snapshot &&other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {
    }
    Snapshot &operator=(Snapshot &&) = delete;
    ~Snapshot();
    Database &database() const { return *m_database; }

private:
    explicit Snapshot(Database &database)
        : m_database(&database)
    {
    }
    Database *m_database;
};

} // namespace markaz::server
