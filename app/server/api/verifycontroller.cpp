// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/verifycontroller.h"

#include "app/server/api/replies.h"
#include "app/server/api/verifyasked.h"
#include "app/server/api/verifypage.h"

namespace markaz::server {
namespace {

constexpr int kMaxForm = 16 * 1024;

} // namespace

ApiResponse VerifyController::page(const ApiRequest &request)
{
    const bool posted = request.method == "POST";
    if (posted && (request.body.size() > kMaxForm ||
                   !request.header("content-type").toLower().startsWith("application/x-www-form-urlencoded")))
        return problemReply(
            requestProblem(415, QStringLiteral("media_type"), QStringLiteral("The body must be the page's form")));
    const VerifyAsked asked = askedIn(posted ? formOf(request.body) : request.query, request.path);
    const QString &code = asked.code;
    VerifyPage page;
    page.asOf = m_context.clock.now();
    const Onlooker onlooker{page.asOf, m_context.proxies.isLocal(request)};
    page.urdu = asked.urdu;
    page.number = asked.number;

    if (!page.number.isEmpty()) {
        auto view = viewCertificate(m_store, page.number, onlooker);
        if (!view)
            return errorReply(view.error());
        page.certificate = *view;
        auto checked = checkCode(m_store, code, page.certificate);
        if (!checked)
            return errorReply(checked.error());
        page.code = *checked;
    } else if (!code.isEmpty()) { // a scanned code alone: it names its certificate itself
        auto checked = checkCode(m_store, code, std::nullopt);
        if (!checked)
            return errorReply(checked.error());
        page.code = *checked;
        if (page.code == CodeCheck::Differs) {
            auto found = viewOfCode(m_store, code, onlooker);
            if (!found)
                return errorReply(found.error());
            page.number = found->first;
            page.certificate = found->second;
            auto again = checkCode(m_store, code, page.certificate);
            if (!again)
                return errorReply(again.error());
            page.code = *again;
        }
    }

    ApiResponse response;
    response.mediaType = QByteArrayLiteral("text/html; charset=utf-8");
    response.body = verifyHtml(page);
    response.headers.insert(QByteArrayLiteral("Content-Security-Policy"), verifyPolicy());
    response.headers.insert(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store"));
    response.headers.insert(QByteArrayLiteral("Referrer-Policy"), QByteArrayLiteral("no-referrer"));
    response.headers.insert(QByteArrayLiteral("X-Frame-Options"), QByteArrayLiteral("DENY"));
    if (page.code == CodeCheck::Forged || page.code == CodeCheck::Differs)
        response.status = 422;
    else if (!page.number.isEmpty() && !page.certificate)
        response.status = 404;
    return response;
}

} // namespace markaz::server
