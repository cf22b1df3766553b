// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/catalogue.h"
#include "core/workflow/changes.h"

namespace markaz {

/// Takes the versions that the server has published, as far as the cache has them, into \p catalogue. One that this
/// program cannot read (a newer one wrote it) is left out and told in the log: its inspections say so when they open.
Result<void> refreshStandards(Database &database, StandardCatalogue &catalogue);

/// Publishes a version of the standard: a record, which the server takes or rejects when it gets there. Until then
/// nothing is made with it, here or elsewhere.
class PublishStandard
{
public:
    PublishStandard(Workspace &workspace, const StandardCatalogue &published)
        : m_workspace(workspace)
        , m_published(published)
    {
    }
    /// Whether \p actor may, and the version may follow those that are published; errors as of mayPublish, and Exists
    /// with `where` "waiting" while another one waits here for the server's word.
    Result<void> check(const Actor &actor, const Standard &standard, const QJsonObject &json) const;
    Result<Record> run(const Actor &actor, const Standard &standard, const QJsonObject &json);
    /// The version that waits on this laptop for the server's word; nothing when none does.
    Result<std::optional<int>> waiting() const;

private:
    Workspace &m_workspace;
    const StandardCatalogue &m_published;
};

} // namespace markaz
