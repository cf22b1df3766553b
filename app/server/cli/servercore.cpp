// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/servercore.h"

#include "app/server/files/filesweep.h"
#include "app/server/store/accounts.h"
#include "app/server/store/afterrestore.h"
#include "app/server/store/checkpoints.h"
#include "app/server/store/feed.h"
#include "app/server/store/issuer.h"
#include "app/server/store/policies.h"
#include "app/server/store/rules/certificates.h"
#include "app/server/store/signedkeys.h"
#include "core/support/log.h"

namespace markaz::server {

ServerCore::ServerCore(StoreLocation location, const Clock &clock, Reference reference, SigningKey key,
                       ContentStore files, PasswordCost cost)
    : m_clock(clock)
    , m_reference(std::move(reference))
    , m_key(std::move(key))
    , m_files(std::move(files))
    , m_stores(std::move(location))
    , m_sessions(clock, cost)
{
}

Result<std::unique_ptr<ServerCore>> ServerCore::open(const StoreLocation &location, const Clock &clock,
                                                     const QString &version, PasswordCost cost,
                                                     const TrustedProxies &proxies)
{
    auto reference = Reference::load();
    if (!reference)
        return reference.error();
    auto store = Store::prepare(location, clock);
    if (!store)
        return store.error();
    Database &database = (*store)->database();
    if (auto refused = refuseWhileAwaiting(database); !refused)
        return refused.error();
    auto key = loadOrCreateIssuer(database, location.dataFolder, clock);
    if (!key)
        return key.error();
    auto former = formerKeys(location.dataFolder);
    if (!former)
        return former.error();
    auto certified = certifyAtStart(**store, *key, clock);
    if (!certified)
        return certified.error();
    auto signs = maySign(**store, *key, clock.now());
    if (!signs)
        return signs.error();
    if (!*certified)
        qCWarning(lcServer) << "the root key has not signed this server's key" << key->keyId()
                            << "yet: it signs no certificates until \"markaz-server keys certify\" was run";
    else if (!*signs)
        qCWarning(lcServer) << "this server's key" << key->keyId()
                            << "was retired or revoked: it signs no certificates until \"markaz-server keys rotate\" "
                               "was run and it is started again";
    if (auto published = publishPolicy(database, reference->policy, clock); !published)
        return published.error();
    auto sample = Accounts(database).anySample();
    if (!sample)
        return sample.error();
    auto files = ContentStore::open(location.filesRoot());
    if (!files)
        return files.error();
    std::unique_ptr<ServerCore> core(
        new ServerCore(location, clock, std::move(*reference), std::move(*key), std::move(*files), cost));
    core->m_instance = (*store)->instanceId();
    core->m_former = std::move(*former);
    core->m_certified = *certified;
    core->m_router = std::make_unique<Router>(ApiContext{core->m_stores, core->m_sessions, core->m_reference,
                                                         core->m_key, core->m_former, core->m_files, clock,
                                                         core->m_metrics, version, proxies, *sample},
                                              core->m_instance);
    return core;
}

Result<void> ServerCore::tidy()
{
    auto store = m_stores.ofThisThread();
    if (!store)
        return store.error();
    if (auto expired = expireCertificates((*store)->database(), m_clock.now()); !expired)
        return expired.error();
    if (auto swept = sweepFiles((*store)->database(), m_files, m_clock); !swept)
        return swept;
    if (auto swept = m_sessions.forgetOld(**store); !swept)
        return swept;
    return Feed(**store, m_clock).forgetOld();
}

Result<void> ServerCore::writeContacts()
{
    auto store = m_stores.ofThisThread();
    return store ? m_sessions.writeContacts(**store) : Result<void>(store.error());
}

Result<void> ServerCore::checkpoint(std::chrono::seconds unlessWithin)
{
    auto store = m_stores.ofThisThread();
    if (!store)
        return store.error();
    auto made = Checkpoints(**store, m_key, m_clock, m_former).make(unlessWithin);
    return made ? Result<void>() : Result<void>(made.error());
}

} // namespace markaz::server
