// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/verifypage.h"

#include "app/server/api/verifywords.h"
#include "core/support/programmeday.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QUrl>

namespace markaz::server {
namespace {

const QByteArray kStyle = QByteArrayLiteral(
    "*{box-sizing:border-box}body{margin:0;background:#F0F3F1;color:#14201A;font:16px/1.5 'Noto "
    "Sans',system-ui,sans-serif}"
    "header{background:#0F3A2A;color:#E4EFE9;display:flex;align-items:center;justify-content:space-between;padding:8px "
    "16px;min-height:56px}"
    "header strong{font-size:18px}header a{color:#E4EFE9;border:1px solid #7FD6AE;border-radius:6px;padding:8px "
    "14px;text-decoration:none;min-width:48px;min-height:40px}"
    "main{max-width:560px;margin:0 auto;padding:16px}.verdict{border:1px solid;border-radius:6px;padding:14px "
    "16px;display:flex;gap:16px;align-items:center}"
    ".verdict "
    "b{font-size:20px;display:block;line-height:1.35}.mark{flex:none;width:44px;height:44px;border-radius:50%;color:#"
    "fff;font:700 26px/44px 'Noto Sans',sans-serif;text-align:center}"
    ".ok{background:#DFF2E6;border-color:#8CC5A3;color:#14653A}.ok "
    ".mark{background:#14713F}.warn{background:#FFF0D1;border-color:#DDAF5A;color:#744200}.warn "
    ".mark{background:#9A5700}"
    ".bad{background:#FCE4E4;border-color:#E3A0A0;color:#9B1520}.bad "
    ".mark{background:#B3202C}.neutral{background:#E7EBE9;border-color:#C1CAC5;color:#3C4842}.neutral "
    ".mark{background:#55625B}"
    ".verdict+.verdict{margin-top:12px}h1{font-size:20px;line-height:1.35;margin:16px 0 "
    "2px}.place{color:#43514A;font-size:14px;margin:0 0 14px}"
    "dl{background:#fff;border:1px solid #D2DAD5;border-radius:6px;margin:0 0 16px;padding:0 16px}dl "
    "div{display:flex;justify-content:space-between;gap:16px;padding:9px 0;border-top:1px solid #D2DAD5}"
    "dl "
    "div:first-child{border-top:0}dt{color:#43514A}dd{margin:0;font-weight:600;text-align:end}.checks{list-style:none;"
    "padding:0;margin:0 0 14px;font-size:14px}"
    ".checks li{margin:4px 0;color:#14653A}.checks li.no{color:#9B1520}p{margin:0 0 14px}form{margin:16px "
    "0}label{display:block;font-size:14px;color:#43514A;margin:0 0 4px}"
    "input,textarea{width:100%;border:1px solid #7A8780;border-radius:6px;padding:10px;font:16px 'Noto "
    "Sans',sans-serif;background:#fff;color:#14201A;margin:0 0 12px}"
    "button{width:100%;min-height:48px;border:0;border-radius:6px;background:#0B5D3B;color:#fff;font:600 16px 'Noto "
    "Sans',sans-serif}"
    "a:focus-visible,button:focus-visible,input:focus-visible,textarea:focus-visible{outline:2px solid "
    "#0B5FC0;outline-offset:2px}"
    "footer{background:#fff;border-top:1px solid #D2DAD5;padding:10px "
    "16px;font-size:12px;color:#43514A}.sample{background:#FFF0D1;border:1px solid "
    "#DDAF5A;color:#744200;border-radius:4px;padding:2px 6px;font-weight:700;margin-inline-end:8px}"
    ":lang(ur){font-family:'Noto Nastaliq Urdu','Noto Sans',serif;line-height:2.2}"
    ":lang(ur) bdi,:lang(ur) .record,:lang(ur) .mark,:lang(ur) input,:lang(ur) textarea,[lang=en]{font-family:'Noto "
    "Sans','Noto "
    "Nastaliq Urdu',sans-serif;line-height:1.5}:lang(ur) .mark{line-height:44px}");

QString h(const QString &text)
{
    return text.toHtmlEscaped();
}

/// Codes, numbers and dates read left to right in Urdu too.
QString isolated(const QString &text)
{
    return QStringLiteral("<bdi dir=\"ltr\">%1</bdi>").arg(h(text));
}

QString day(const QString &isoDay)
{
    const QDate date = QDate::fromString(isoDay, Qt::ISODate);
    return date.isValid() ? QLocale::c().toString(date, QStringLiteral("d MMMM yyyy")) : isoDay;
}

QString banner(const char *tone, const char *mark, Phrase phrase, bool urdu)
{
    // Both languages on every page: whoever reads one of them must not need to look for it.
    const Words &text = words(phrase);
    const QString en = QStringLiteral("<span lang=\"en\">%1</span>").arg(h(text.en));
    const QString ur = QStringLiteral("<span lang=\"ur\" dir=\"rtl\">%1</span>").arg(h(text.ur));
    return QStringLiteral("<div class=\"verdict %1\" role=\"status\"><span class=\"mark\" "
                          "aria-hidden=\"true\">%2</span><div><b>%3</b>%4</div></div>")
        .arg(QLatin1String(tone), QString::fromUtf8(mark), urdu ? ur : en, urdu ? en : ur);
}

QString stateBanner(const VerifyPage &page)
{
    if (!page.certificate)
        return banner("neutral", "?", Phrase::Unknown, page.urdu);
    const QString &state = page.certificate->state;
    if (!page.certificate->claims)
        return banner("bad", "\u2715", Phrase::Damaged, page.urdu);
    if (state == QLatin1String("valid"))
        return banner("ok", "\u2713", Phrase::Valid, page.urdu);
    if (state == QLatin1String("suspended"))
        return banner("warn", "!", Phrase::Suspended, page.urdu);
    if (state == QLatin1String("revoked"))
        return banner("bad", "\u2715", Phrase::Revoked, page.urdu);
    return state == QLatin1String("expired") ? banner("warn", "!", Phrase::Expired, page.urdu)
                                             : banner("neutral", "\u2192", Phrase::Superseded, page.urdu);
}

QString row(Phrase name, const QString &html, bool urdu)
{
    return QStringLiteral("<div><dt>%1</dt><dd>%2</dd></div>").arg(h(words(name).in(urdu)), html);
}

QString check(bool good, const QString &html)
{
    return QStringLiteral("<li%1>%2 %3</li>")
        .arg(good ? QString() : QStringLiteral(" class=\"no\""),
             good ? QStringLiteral("\u2713") : QStringLiteral("\u2715"), html);
}

QString details(const VerifyPage &page)
{
    const bool urdu = page.urdu;
    const CertificateView &view = *page.certificate;
    const auto text = [&](const char *name) { return view.fields.value(QLatin1String(name)).toString(); };
    const auto number = [&](const char *name) {
        return QString::number(view.fields.value(QLatin1String(name)).toInteger());
    };
    const bool full = text("grade") == QLatin1String("full");
    QString html =
        QStringLiteral("<h1 class=\"record\" dir=\"auto\">%1</h1><p class=\"place record\" dir=\"auto\">%2</p><dl>")
            .arg(h(text("building_name")), h(text("building_place")));
    html += row(Phrase::Number, isolated(text("number")), urdu);
    html += row(Phrase::Grade, h(words(full ? Phrase::Full : Phrase::Provisional).in(urdu)), urdu);
    html += row(Phrase::Seats, isolated(number("seats")), urdu);
    html += row(Phrase::ValidFrom, isolated(day(text("valid_from"))), urdu);
    html += row(Phrase::ValidUntil, isolated(day(text("valid_until"))), urdu);
    if (view.claims) {
        html += row(Phrase::Standard,
                    h(words(Phrase::VersionAndTier)
                          .in(urdu)
                          .arg(view.claims->claims.standardVersion)
                          .arg(view.claims->claims.tier)),
                    urdu);
    }
    if (const QString at = text("state_at"); !at.isEmpty() && view.state != QLatin1String("valid"))
        html += row(Phrase::Since, isolated(day(programmeDay(at).toString(Qt::ISODate))), urdu);
    html += QStringLiteral("</dl><ul class=\"checks\">");
    html +=
        view.claims
            ? check(true, h(words(Phrase::SignatureHolds).in(urdu)) + QLatin1Char(' ') + isolated(view.claims->keyId))
            : check(false, h(words(Phrase::SignatureFails).in(urdu)));
    if (page.code == CodeCheck::Genuine)
        html += check(true, h(words(Phrase::CodeGenuine).in(urdu)));
    const QString asOf = QLocale::c().toString(programmeClock(page.asOf), QStringLiteral("d MMMM yyyy, HH:mm"));
    html += check(true, h(words(Phrase::AsOf).in(urdu)) + QLatin1Char(' ') + isolated(asOf));
    html += QStringLiteral("</ul>");
    if (view.state == QLatin1String("valid"))
        html += QStringLiteral("<p><strong>%1</strong> %2</p>")
                    .arg(h(words(Phrase::Compare).in(urdu)), h(words(Phrase::CompareWhat).in(urdu)));
    return html;
}

QString form(const VerifyPage &page)
{
    return QStringLiteral("<form method=\"post\" action=\"/verify\"><input type=\"hidden\" name=\"lang\" value=\"%1\">"
                          "<label for=\"number\">%2</label><input id=\"number\" name=\"number\" maxlength=\"40\" "
                          "autocomplete=\"off\" dir=\"ltr\" placeholder=\"PK-2026-000001\">"
                          "<label for=\"code\">%3</label><textarea id=\"code\" name=\"code\" rows=\"3\" "
                          "maxlength=\"4000\" dir=\"ltr\" placeholder=\"MKZ1:\"></textarea>"
                          "<button type=\"submit\">%4</button></form>")
        .arg(page.urdu ? QStringLiteral("ur") : QStringLiteral("en"), h(words(Phrase::EnterNumber).in(page.urdu)),
             h(words(Phrase::EnterCode).in(page.urdu)),
             h(words(page.number.isEmpty() ? Phrase::Check : Phrase::CheckAnother).in(page.urdu)));
}

} // namespace

QByteArray verifyPolicy()
{
    static const QByteArray policy = "default-src 'none'; style-src 'sha256-" +
                                     QCryptographicHash::hash(kStyle, QCryptographicHash::Sha256).toBase64() +
                                     "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    return policy;
}

QByteArray verifyHtml(const VerifyPage &page)
{
    const bool urdu = page.urdu;
    QString body;
    if (page.code == CodeCheck::Forged)
        body += banner("bad", "\u2715", Phrase::CodeForged, urdu);
    else if (page.code == CodeCheck::Differs)
        body += banner("bad", "\u2715", Phrase::CodeDiffers, urdu);
    if (!page.number.isEmpty()) {
        body += stateBanner(page);
        body += page.certificate ? details(page)
                                 : QStringLiteral("<h1>%1</h1><p>%2</p>")
                                       .arg(isolated(page.number), h(words(Phrase::UnknownWhat).in(urdu)));
    } else if (page.code == CodeCheck::NotGiven) {
        body += QStringLiteral("<h1>%1</h1><p>%2</p>")
                    .arg(h(words(Phrase::Title).in(urdu)), h(words(Phrase::Intro).in(urdu)));
    }
    body += form(page);
    const bool sample = page.certificate && page.certificate->fields.value(QStringLiteral("sample")).toBool();
    const QString tag =
        sample ? QStringLiteral("<span class=\"sample\">SAMPLE</span>%1 ").arg(h(words(Phrase::Sample).in(urdu)))
               : QString();
    const QString other = QStringLiteral("<a href=\"/verify/%1?lang=%2\" lang=\"%2\" hreflang=\"%2\">%3</a>")
                              .arg(QString::fromLatin1(QUrl::toPercentEncoding(page.number)),
                                   urdu ? QStringLiteral("en") : QStringLiteral("ur"),
                                   urdu ? QStringLiteral("English") : h(words(Phrase::Language).ur));
    return QStringLiteral("<!DOCTYPE html><html lang=\"%1\" dir=\"%2\"><head><meta charset=\"utf-8\"><meta "
                          "name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                          "<meta name=\"robots\" "
                          "content=\"noindex\"><title>%3</title><style>%4</style></head><body><header><strong>Markaz</"
                          "strong>%5</header><main>%6</main>"
                          "<footer>%7%8</footer></body></html>")
        .arg(urdu ? QStringLiteral("ur") : QStringLiteral("en"), urdu ? QStringLiteral("rtl") : QStringLiteral("ltr"),
             h(words(Phrase::Title).in(urdu)), QString::fromUtf8(kStyle), other, body, tag,
             h(words(Phrase::NoOwnerData).in(urdu)))
        .toUtf8();
}

} // namespace markaz::server
