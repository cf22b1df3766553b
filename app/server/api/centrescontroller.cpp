// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/centrescontroller.h"

#include "app/server/api/centrespage.h"
#include "app/server/api/publicpage.h"
#include "app/server/api/replies.h"
#include "app/server/store/accounts.h"
#include "app/server/store/sessiontokens.h"
#include "core/support/programmeday.h"

#include <QCryptographicHash>

namespace markaz::server {

Result<CentresController::Asked> CentresController::asked(const ApiRequest &request)
{
    if (!m_context.proxies.isLocal(request)) {
        const auto sample = Accounts(m_store.database()).anySample();
        if (!sample || *sample)
            return sample ? sampleElsewhere() : sample.error();
    }
    Asked asked;
    if (const QString city = request.query.queryItemValue(QStringLiteral("city")); !city.isEmpty()) {
        asked.city = m_context.reference.gazetteer.city(city.toInt()); // 0 for what is no number: no city either
        asked.noCity = asked.city == nullptr;
    }
    auto list = m_context.centres->on(m_store.database(), m_context.reference, programmeDay(m_context.clock.now()));
    if (!list)
        return list.error();
    asked.list = std::move(list).value();
    return asked;
}

ApiResponse CentresController::kept(const ApiRequest &request, const Asked &asked, ApiResponse response) const
{
    const QByteArray what = QStringLiteral("%1 %2 %3 %4 %5 %6")
                                .arg(m_context.version)
                                .arg(asked.list->seq)
                                .arg(asked.list->day.toString(Qt::ISODate), request.path)
                                .arg(asked.city == nullptr ? 0 : asked.city->id)
                                .arg(request.query.queryItemValue(QStringLiteral("lang")))
                                .toUtf8();
    // Weak: the moment at which it was asked stands in it, too.
    const QByteArray tag = "W/\"" + QCryptographicHash::hash(what, QCryptographicHash::Sha256).toHex().left(32) + '"';
    if (request.header("if-none-match").contains(tag.mid(2))) {
        response.status = 304;
        response.mediaType.clear();
        response.body.clear();
    }
    response.headers.insert(QByteArrayLiteral("ETag"), tag);
    response.headers.insert(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("public, max-age=60"));
    return response;
}

QByteArray CentresController::made(const ApiRequest &request, const Asked &asked, const QDateTime &now,
                                   const std::function<QByteArray()> &make) const
{
    const bool urdu = request.query.queryItemValue(QStringLiteral("lang")) == QLatin1String("ur");
    const QString what = QStringLiteral("%1 %2 %3").arg(request.path).arg(asked.city == nullptr ? 0 : asked.city->id);
    return asked.list->bodies->of(what.arg(urdu ? QStringLiteral("ur") : QString()), now, make);
}

ApiResponse CentresController::page(const ApiRequest &request)
{
    const auto found = asked(request);
    if (!found)
        return errorReply(found.error());
    CentresPage page;
    page.list = found->list;
    page.city = found->city;
    page.asOf = m_context.clock.now();
    page.urdu = request.query.queryItemValue(QStringLiteral("lang")) == QLatin1String("ur");
    ApiResponse response =
        publicpage::reply(made(request, *found, page.asOf, [&page] { return centresHtml(page); }), centresPolicy());
    if (!found->noCity)
        return kept(request, *found, std::move(response));
    // The page of all cities says it better than a problem in JSON.
    response.status = 404;
    response.headers.insert(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store"));
    return response;
}

ApiResponse CentresController::tooMany(const ApiRequest &request, int seconds)
{
    ApiResponse response = publicpage::reply(
        centresTooManyHtml(request.query.queryItemValue(QStringLiteral("lang")) == QLatin1String("ur")),
        centresPolicy());
    response.status = 429;
    response.headers.insert(QByteArrayLiteral("Retry-After"), QByteArray::number(seconds));
    response.headers.insert(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store"));
    return response;
}

ApiResponse CentresController::geoJson(const ApiRequest &request)
{
    const auto found = asked(request);
    if (!found)
        return errorReply(found.error());
    if (found->noCity)
        return errorReply(
            makeError(ErrorCode::NotFound, QStringLiteral("there is no such city"), QStringLiteral("city")));
    CentresPage page;
    page.asOf = m_context.clock.now();
    page.list = found->list;
    page.city = found->city;
    ApiResponse response = jsonReply(200, made(request, *found, page.asOf, [&page] { return centresGeoJson(page); }));
    response.mediaType = QByteArrayLiteral("application/geo+json");
    // A map on another site may show it: it holds what everybody may see, whoever asks and from where.
    response.headers.insert(QByteArrayLiteral("Access-Control-Allow-Origin"), QByteArrayLiteral("*"));
    return kept(request, *found, std::move(response));
}

} // namespace markaz::server
