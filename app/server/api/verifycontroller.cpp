// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/verifycontroller.h"

#include "app/server/api/publicpage.h"
#include "app/server/api/replies.h"
#include "app/server/api/verifyasked.h"
#include "app/server/api/verifypage.h"

namespace markaz::server {
namespace {

constexpr int kMaxForm = 16 * 1024;
constexpr int kTooLarge = 413;

bool isOfPage(const ApiRequest &request)
{
    return request.path == QLatin1String("/verify") || request.path.startsWith(QLatin1String("/verify/"));
}

/// Programs ask for JSON by name; a browser names HTML before everything else.
bool wantsJson(const ApiRequest &request)
{
    const QByteArray accept = request.header("accept").toLower();
    return accept.contains("application/json") && !accept.contains("text/html");
}

ApiResponse pageReply(const QByteArray &html)
{
    ApiResponse response = publicpage::reply(html, verifyPolicy());
    response.headers.insert(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store"));
    return response;
}

} // namespace

std::optional<ApiResponse> VerifyController::refused(const ApiRequest &request, int status)
{
    if (status != kTooLarge || !isOfPage(request) || wantsJson(request))
        return std::nullopt;
    ApiResponse response = pageReply(tooLargeHtml(askedIn(request.query, request.path).urdu)); // the body was not read
    response.status = kTooLarge;
    return response;
}

ApiResponse VerifyController::page(const ApiRequest &request)
{
    const bool posted = request.method == "POST";
    if (posted && !request.header("content-type").toLower().startsWith("application/x-www-form-urlencoded"))
        return problemReply(
            requestProblem(415, QStringLiteral("media_type"), QStringLiteral("The body must be the page's form")));
    if (posted && request.body.size() > kMaxForm)
        return refused(request, kTooLarge)
            .value_or(errorReply(makeError(ErrorCode::TooLarge, QStringLiteral("the form is larger than it can be"))));
    const VerifyAsked asked = askedIn(posted ? formOf(request.body) : request.query, request.path);
    VerifyPage page;
    page.asOf = m_context.clock.now();
    page.urdu = asked.urdu;
    auto check = checkPublicly(m_store, asked.number, asked.code, {page.asOf, m_context.proxies.isLocal(request)});
    if (!check)
        return errorReply(check.error());
    page.check = *check;
    ApiResponse response;
    if (wantsJson(request)) {
        if (!page.check.verdict())
            return errorReply(makeError(ErrorCode::Incomplete, QStringLiteral("a number or a code is needed"),
                                        QStringLiteral("number")));
        response = jsonReply(200, verifyJson(page));
    } else {
        response = pageReply(verifyHtml(page));
    }
    response.headers.insert(QByteArrayLiteral("Vary"), QByteArrayLiteral("Accept"));
    if (page.check.code)
        response.status = 422;
    else if (page.check.verdict() == Verdict::UnknownNumber)
        response.status = 404;
    return response;
}

ApiResponse VerifyController::tooMany(const ApiRequest &request, int seconds)
{
    const bool page = isOfPage(request) && !wantsJson(request);
    ApiResponse response =
        page ? pageReply(tooManyHtml(
                   askedIn(request.method == "POST" ? formOf(request.body.left(kMaxForm)) : request.query, request.path)
                       .urdu))
             : errorReply(makeError(ErrorCode::Refused, QStringLiteral("too many questions from this address"),
                                    QString::number(seconds)));
    response.status = 429;
    response.headers.insert(QByteArrayLiteral("Retry-After"), QByteArray::number(seconds));
    return response;
}

} // namespace markaz::server
