// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/metrics.h"
#include "app/server/api/trustedproxies.h"
#include "app/server/files/contentstore.h"
#include "app/server/store/publiccentres.h"
#include "app/server/store/reference.h"
#include "app/server/store/sessions.h"
#include "app/server/store/storepool.h"
#include "core/security/signing.h"

namespace markaz::server {

/// What the controllers share; nothing in it changes between requests but the connections and the counts.
struct ApiContext
{
    StorePool &stores;
    Sessions &sessions;
    const Reference &reference;
    const SigningKey &key;
    const QList<PublicKey> &formerKeys; ///< of its data folder
    const ContentStore &files;
    const Clock &clock;
    Metrics &metrics;
    QString version;
    TrustedProxies proxies = {};
    bool sample = false; ///< the store held sample accounts at the start: it answers this computer only
    std::shared_ptr<PublicCentreLists> centres = std::make_shared<PublicCentreLists>(); ///< what everybody may see
};

} // namespace markaz::server
