// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/router.h"
#include "app/server/files/contentstore.h"
#include "app/server/store/reference.h"
#include "app/server/store/sessions.h"
#include "app/server/store/storepool.h"

#include <chrono>
#include <memory>

namespace markaz::server {

/// Everything behind the HTTP front, built in its order: the store with its schema, the issuer's key, the router.
class ServerCore
{
public:
    /// \p clock must outlive it.
    static Result<std::unique_ptr<ServerCore>> open(const StoreLocation &location, const Clock &clock,
                                                    const QString &version, PasswordCost cost = {},
                                                    const TrustedProxies &proxies = {});

    Router &router() { return *m_router; }
    StorePool &stores() { return m_stores; }
    Metrics &metrics() { return m_metrics; }
    const Reference &reference() const { return m_reference; }
    const SigningKey &key() const { return m_key; }
    /// Whether the root has signed the key: else this server signs no certificate.
    bool isCertified() const { return m_certified; }
    const ContentStore &files() const { return m_files; }
    const QString &instanceId() const { return m_instance; }
    /// What is due by the clock: certificates that ended, what is past its 400 days, sessions and attempts that are
    /// over, and files that nobody wants. At the start and every hour.
    Result<void> tidy();
    /// Which laptops were heard of since the last time (Sessions::writeContacts). Every minute, and at the end.
    Result<void> writeContacts();
    /// Signs the end of the audit chain (checkpoints.h).
    Result<void> checkpoint(std::chrono::seconds unlessWithin);

private:
    ServerCore(StoreLocation location, const Clock &clock, Reference reference, SigningKey key, ContentStore files,
               PasswordCost cost);

    const Clock &m_clock;
    Reference m_reference;
    SigningKey m_key;
    QList<PublicKey> m_former;
    bool m_certified = false;
    ContentStore m_files;
    StorePool m_stores;
    Metrics m_metrics;
    Sessions m_sessions;
    QString m_instance;
    std::unique_ptr<Router> m_router;
};

} // namespace markaz::server
