// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/httptypes.h"
#include "core/support/result.h"

#include <QSet>

namespace markaz::server {

/// Behind a TLS proxy every request comes from the proxy's address. Whom it came from stands in X-Forwarded-For, which
/// anybody can write: it is believed only as far as the hops that were named at the start wrote it.
class TrustedProxies
{
public:
    /// \p addresses: IPv4 or IPv6 in numbers. InvalidValue with `where` = the first that is none.
    static Result<TrustedProxies> of(const QStringList &addresses);

    /// The last hop that is no trusted proxy; the peer itself when it is none.
    QString clientOf(const ApiRequest &request) const;
    /// Whether \p request was made on this computer and by no way of a proxy, named or not.
    bool isLocal(const ApiRequest &request) const;

private:
    QSet<QString> m_addresses;
};

} // namespace markaz::server
