// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/publicpage.h"

#include "core/support/programmeday.h"
#include "core/support/urdumonths.h"

#include <QCryptographicHash>
#include <QLocale>

namespace markaz::server::publicpage {

QString h(const QString &words)
{
    return words.toHtmlEscaped();
}

QString isolated(const QString &words)
{
    return QStringLiteral("<bdi dir=\"ltr\">%1</bdi>").arg(h(words));
}

QString languageOf(bool urdu)
{
    return urdu ? QStringLiteral("ur") : QStringLiteral("en");
}

QString dayHtml(const QDate &day, bool urdu)
{
    if (!urdu)
        return isolated(QLocale::c().toString(day, QStringLiteral("d MMMM yyyy")));
    return QStringLiteral("%1 %2 %3")
        .arg(isolated(QString::number(day.day())), urduMonths().value(day.month() - 1),
             isolated(QString::number(day.year())));
}

QString momentHtml(const QDateTime &moment, bool urdu)
{
    const QDateTime clock = programmeClock(moment);
    if (!urdu)
        return isolated(QLocale::c().toString(clock, QStringLiteral("d MMMM yyyy, HH:mm")));
    return dayHtml(clock.date(), urdu) + QStringLiteral("، ") + isolated(clock.toString(QStringLiteral("HH:mm")));
}

QString sampleMark(bool sample, const QString &words)
{
    return sample ? QStringLiteral("<span class=\"sample\">SAMPLE</span>%1 ").arg(h(words)) : QString();
}

QByteArray html(const Frame &frame)
{
    return QStringLiteral("<!DOCTYPE html><html lang=\"%1\" dir=\"%2\"><head><meta charset=\"utf-8\"><meta "
                          "name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta "
                          "name=\"color-scheme\" content=\"light dark\">%3<title>%4</title><style>%5</style></head>"
                          "<body><header><strong>Markaz</strong>%6</header><main>%7</main><footer>%8</footer>"
                          "</body></html>")
        .arg(languageOf(frame.urdu), frame.urdu ? QStringLiteral("rtl") : QStringLiteral("ltr"),
             frame.found ? QString() : QStringLiteral("<meta name=\"robots\" content=\"noindex\">"), h(frame.title),
             QString::fromUtf8(frame.style), frame.other, frame.body, frame.foot)
        .toUtf8();
}

QByteArray policyOf(const QByteArray &style)
{
    return "default-src 'none'; style-src 'sha256-" +
           QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64() +
           "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
}

ApiResponse reply(const QByteArray &page, const QByteArray &policy)
{
    ApiResponse response;
    response.mediaType = QByteArrayLiteral("text/html; charset=utf-8");
    response.body = page;
    response.headers.insert(QByteArrayLiteral("Content-Security-Policy"), policy);
    response.headers.insert(QByteArrayLiteral("Referrer-Policy"), QByteArrayLiteral("no-referrer"));
    response.headers.insert(QByteArrayLiteral("X-Frame-Options"), QByteArrayLiteral("DENY"));
    response.headers.insert(QByteArrayLiteral("X-Content-Type-Options"), QByteArrayLiteral("nosniff"));
    return response;
}

} // namespace markaz::server::publicpage
