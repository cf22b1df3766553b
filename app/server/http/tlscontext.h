// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httpserver.h"

#include <boost/asio/ssl/context.hpp>

#include <QDateTime>

#include <memory>

namespace markaz::server {

/// A certificate with its key, ready for handshakes: TLS 1.2 or later, forward secrecy and authenticated ciphers only,
/// no renegotiation, no compression, no tickets and no session cache (nothing of a client is kept between connections).
struct TlsIdentity
{
    std::shared_ptr<boost::asio::ssl::context> context;
    QDateTime notBefore; ///< of the server's own certificate
    QDateTime notAfter;
    bool validAt(const QDateTime &time) const { return notBefore <= time && time <= notAfter; }
};

/// Reads a pair. StorageFailed when a file cannot be read, NotAllowed when others may read the key, Malformed when one
/// is not what it should be (no PEM, a passphrase, a weak key), InvalidValue when the two do not belong together;
/// `where` = the file, `detail` says why.
Result<TlsIdentity> loadTls(const TlsFiles &files);

} // namespace markaz::server
