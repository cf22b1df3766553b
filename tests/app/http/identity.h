// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/http/front.h"
#include "tests/support/tls/certificates.h"

#include <QTemporaryDir>

namespace markaz::server::test {

/// A certificate and a key on the disk, for a front of the test's own.
class Identity
{
public:
    Identity() { replace(authority.issue()); }
    void replace(const markaz::test::CertificatePair &pair)
    {
        files = markaz::test::writePair(folder.path(), pair);
        keyHash = pair.keyHash;
    }
    HttpServer::Options options(HttpServer::Options options = {}) const
    {
        options.tls = TlsFiles{files.chain, files.key};
        return options;
    }

    markaz::test::CertificateAuthority authority;
    QTemporaryDir folder;
    markaz::test::PairFiles files;
    QByteArray keyHash; ///< of the pair that was written last
};

} // namespace markaz::server::test
