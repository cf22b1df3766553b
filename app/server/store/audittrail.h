// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/auditlog.h"
#include "core/domain/actor.h"

#include <QSet>

namespace markaz::server {

/// Which entries are asked for; an empty member asks for all.
struct AuditFilter
{
    QString actor; ///< account id, or "server"
    QString action;
    QString entity;
    QString id;
    QString from; ///< ISO, inclusive
    QString to;   ///< ISO, exclusive
    bool takes(const AuditEvent &event) const;
};

struct AuditItem
{
    qint64 n = 0;
    AuditEvent event; ///< without the hashes of records (kRecordsInEntry)
    QString hash;
};

struct AuditPage
{
    QList<AuditItem> entries;
    qint64 next = 0;   ///< where the next page goes on
    bool more = false; ///< there is something beyond it
};

/// The audit as people read it, page by page.
///
/// 2026-11-28: no index is made of the events, which every push would have to keep up. A page looks through at most
/// kScan entries instead, and says how far it came: a rare thing takes several short requests.
class AuditTrail
{
public:
    enum class Order { OldestFirst, NewestFirst };
    static constexpr int kDefaultLimit = 100;
    static constexpr int kMaxLimit = 500;
    static constexpr int kScan = 20'000;

    explicit AuditTrail(Database &database)
        : m_database(database)
    {
    }
    virtual ~AuditTrail() = default;
    AuditTrail(const AuditTrail &) = delete;
    AuditTrail &operator=(const AuditTrail &) = delete;

    /// At most \p limit entries behind \p from (before it, NewestFirst; 0 = from the end). With \p reader, none
    /// about a record of a province that is not the reader's: an event holds no personal data, but where an inspection
    /// takes place is not everybody's. What belongs to no province (accounts, sessions, files, the server's own work)
    /// is for all readers.
    Result<AuditPage> page(const AuditFilter &filter, Order order, qint64 from, int limit,
                           const std::optional<Actor> &reader);

protected:
    /// A condition on a record's province, with the reader's provinces to bind.
    virtual QString withinReach() const;

private:
    Result<QList<AuditEntry>> read(Order order, qint64 from, int most);
    Result<void> dropElsewhere(AuditPage &page, const Actor &reader);
    Result<QSet<QString>> ids(const QString &where, const QVariantList &values) const;

    Database &m_database;
};

} // namespace markaz::server
