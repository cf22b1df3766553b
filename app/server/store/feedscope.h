// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/protocol/messages.h"
#include "core/storage/database.h"

namespace markaz::server {

/// What an account may see, said once in SQL (so that a page is one query) and once by the policy (so that a gap in the
/// SQL lets nothing out).
class FeedScope
{
public:
    enum class Nationwide { In, Out };

    /// \p kinds: what kinds of record the caller's program knows (protocol::kKinds).
    FeedScope(Dialect dialect, const Actor &actor, int kinds = protocol::kKinds);
    virtual ~FeedScope() = default;
    FeedScope(const FeedScope &) = delete;
    FeedScope &operator=(const FeedScope &) = delete;

    /// A condition on the columns entity, province and assignee of \p table, with values() to bind.
    virtual QString where(const QString &table, Nationwide nationwide) const;
    const QVariantList &values() const { return m_values; }
    /// The policy's word on one record.
    virtual bool allows(const Actor &actor, const protocol::FeedItem &item, const QString &province,
                        const QString &assignee) const;

private:
    Dialect m_dialect;
    bool m_ownOnly;
    int m_kinds;
    QVariantList m_values;
};

} // namespace markaz::server
