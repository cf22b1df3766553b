// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/cachebackups.h"
#include "core/workflow/changes.h"

namespace markaz {

/// A copy that may be restored, and what restoring it would leave behind.
struct CacheCopy
{
    CacheBackup backup;
    int unsent = 0; ///< changes made on this laptop since, which the server has not taken: they are not in the copy
};

/// The copies of this account's cache. Restoring one needs the account's session closed, so the program does it
/// (CacheBackups::restore); this says what there is to choose from.
class ListCacheCopies
{
public:
    explicit ListCacheCopies(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// The newest first.
    Result<QList<CacheCopy>> run() const;

private:
    Workspace &m_workspace;
};

} // namespace markaz
