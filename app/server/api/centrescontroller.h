// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/apicontext.h"
#include "app/server/api/httptypes.h"
#include "app/server/store/publiccentres.h"

namespace markaz::server {

/// The public list of centres whose certificate is in force: /centres, a page by city in English and Urdu (`?lang=ur`),
/// and /api/v1/public/centres, GeoJSON (RFC 7946). `?city=` is a GeoNames id; 404 for one that is no city here. A store
/// with sample accounts answers this computer alone, as the register does.
class CentresController
{
public:
    CentresController(ApiContext &context, Store &store)
        : m_context(context)
        , m_store(store)
    {
    }

    ApiResponse page(const ApiRequest &request);
    ApiResponse geoJson(const ApiRequest &request);
    /// 429 for who asked for the page too often; \p seconds: until there is room again.
    static ApiResponse tooMany(const ApiRequest &request, int seconds);

private:
    struct Asked
    {
        const City *city = nullptr; ///< that is asked for; of all without one
        bool noCity = false;        ///< what is asked for is none here
        std::shared_ptr<const PublicCentreList> list;
    };
    Result<Asked> asked(const ApiRequest &request);
    /// What \p make writes, or wrote within this minute for somebody who asked for the same.
    QByteArray made(const ApiRequest &request, const Asked &asked, const QDateTime &now,
                    const std::function<QByteArray()> &make) const;
    /// Lets it be kept for a minute, and asked after by its tag; 304 where \p request has the newest already.
    ApiResponse kept(const ApiRequest &request, const Asked &asked, ApiResponse response) const;

    ApiContext &m_context;
    Store &m_store;
};

} // namespace markaz::server
