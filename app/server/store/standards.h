// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/catalogue.h"
#include "core/storage/database.h"
#include "core/support/clock.h"

#include <QSet>

#include <mutex>

namespace markaz::server {

/// Every version of the standard that the store has published, beside the one that is compiled in. A published version
/// never changes, so each is read once; the store is asked again for one that is not known yet, as another process may
/// have published it. For every thread.
class PublishedStandards
{
public:
    explicit PublishedStandards(Standard builtin)
        : m_catalogue(std::move(builtin))
    {
    }
    Q_DISABLE_COPY_MOVE(PublishedStandards)

    /// nullptr when no published version has this hash.
    Result<const Standard *> find(Database &database, const QString &hash);
    /// Whether the version with \p hash, or one before it, has this item: a draft that was moved to a newer version
    /// keeps what was attached to it before. Of a version that is not known nobody can say, and it is believed.
    Result<bool> hadItem(Database &database, const QString &hash, const QString &code);
    /// Errors as of markaz::mayPublish. Under the writers' lock the answer holds until the commit.
    Result<void> mayPublish(Database &database, const Standard &standard, const QJsonObject &json);

private:
    Result<void> refresh(Database &database);

    std::mutex m_mutex;
    StandardCatalogue m_catalogue;
    QSet<QString> m_read; ///< ids of the records that were looked at
};

/// Publishes \p standard as whoever runs the server: the record, and the audit's line, in one transaction. Errors as of
/// markaz::mayPublish.
Result<void> publishStandard(Database &database, PublishedStandards &published, const Standard &standard,
                             const QJsonObject &json, const Clock &clock);

} // namespace markaz::server
