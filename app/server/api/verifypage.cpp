// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/verifypage.h"

#include "app/server/api/publicpage.h"
#include "app/server/api/verifywords.h"
#include "core/security/certificatecheck.h"
#include "core/support/clock.h"

#include <QUrl>

#include <optional>

namespace markaz::server {
namespace {

using publicpage::h;
using publicpage::isolated;
using publicpage::languageOf;

/// Colours by name, so that the dark page is the same page. Nothing is wider than the phone: what has no blank in it
/// breaks anywhere.
const QByteArray kStyle = QByteArrayLiteral(R"(:root{color-scheme:light dark;--page:#F0F3F1;--text:#14201A;--card:#fff;
--line:#D2DAD5;--soft:#43514A;--field:#7A8780;--button:#0B5D3B;--focus:#0B5FC0;--ok:#14653A;--okbg:#DFF2E6;
--okline:#8CC5A3;--okmark:#14713F;--warn:#744200;--warnbg:#FFF0D1;--warnline:#DDAF5A;--warnmark:#9A5700;--bad:#9B1520;
--badbg:#FCE4E4;--badline:#E3A0A0;--badmark:#B3202C;--cool:#17497A;--coolbg:#E1EDF9;--coolline:#95B9DE;
--coolmark:#1F5F9E;--grey:#3C4842;--greybg:#E7EBE9;--greyline:#C1CAC5;--greymark:#55625B;--forged:#fff;
--forgedbg:#A01622;--forgedline:#7C0D17;--forgedmark:#7C0D17}
@media(prefers-color-scheme:dark){:root{--page:#101613;--text:#E6EEEA;--card:#18211D;--line:#33413A;--soft:#A9B8B0;
--field:#7F9088;--button:#1F7A52;--focus:#79B4F5;--ok:#9BE0B6;--okbg:#12301F;--okline:#2F6B49;--okmark:#1F7A48;
--warn:#FFD38A;--warnbg:#362709;--warnline:#80601F;--warnmark:#8F5C08;--bad:#FFB3B3;--badbg:#3A1416;--badline:#8A3A3E;
--badmark:#B3202C;--cool:#A9D1FA;--coolbg:#11273C;--coolline:#33608B;--coolmark:#2A6CAD;--grey:#C6D1CB;
--greybg:#222C27;--greyline:#47564E;--greymark:#5F6E66;--forged:#fff;--forgedbg:#A01622;--forgedline:#E06A74;
--forgedmark:#6B0A13}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 'Noto Sans',system-ui,sans-serif;
overflow-wrap:anywhere}
header{background:#0F3A2A;color:#E4EFE9;display:flex;align-items:center;justify-content:space-between;
padding:8px 16px;min-height:56px}
header strong{font-size:18px}
header a{color:#E4EFE9;border:1px solid #7FD6AE;border-radius:6px;padding:8px 14px;text-decoration:none;
min-width:48px;min-height:40px}
main{max-width:560px;margin:0 auto;padding:16px}
.verdict{border:1px solid;border-radius:6px;padding:14px 16px;display:flex;gap:16px;align-items:flex-start}
.verdict>div{min-width:0}
.verdict b{font-size:20px;display:block;line-height:1.35}
.verdict b+b{font-size:16px;font-weight:500;margin-top:2px}
.verdict b:lang(ur){line-height:2.1}
.verdict p{margin:6px 0 0;font-size:15px}
.mark{flex:none;width:44px;height:44px;border-radius:50%;color:#fff;font:700 26px/44px 'Noto Sans',sans-serif;
text-align:center}
.ok{background:var(--okbg);border-color:var(--okline);color:var(--ok)}.ok .mark{background:var(--okmark)}
.warn{background:var(--warnbg);border-color:var(--warnline);color:var(--warn)}.warn .mark{background:var(--warnmark)}
.bad{background:var(--badbg);border-color:var(--badline);color:var(--bad)}.bad .mark{background:var(--badmark)}
.cool{background:var(--coolbg);border-color:var(--coolline);color:var(--cool)}.cool .mark{background:var(--coolmark)}
.grey{background:var(--greybg);border-color:var(--greyline);color:var(--grey)}.grey .mark{background:var(--greymark)}
.forged{background:var(--forgedbg);border:3px solid var(--forgedline);color:var(--forged)}
.forged .mark{background:var(--forgedmark)}
h1{font-size:20px;line-height:1.35;margin:16px 0 2px}h2{font-size:16px;margin:20px 0 8px;color:var(--soft)}
.place{color:var(--soft);font-size:14px;margin:0 0 14px}
dl{background:var(--card);border:1px solid var(--line);border-radius:6px;margin:0 0 16px;padding:0 16px}
dl div{display:flex;justify-content:space-between;gap:16px;padding:9px 0;border-top:1px solid var(--line)}
dl div:first-child{border-top:0}dt{color:var(--soft);flex:none;max-width:50%}
dd{margin:0;font-weight:600;text-align:end;min-width:0}
.checks{list-style:none;padding:0;margin:0 0 14px;font-size:14px}
.checks li{margin:4px 0;color:var(--ok)}.checks li.no{color:var(--bad)}
p{margin:0 0 14px}form{margin:16px 0}label{display:block;font-size:14px;color:var(--soft);margin:0 0 4px}
input,textarea{width:100%;border:1px solid var(--field);border-radius:6px;padding:10px;
font:16px 'Noto Sans',sans-serif;background:var(--card);color:var(--text);margin:0 0 12px}
button{width:100%;min-height:48px;border:0;border-radius:6px;background:var(--button);color:#fff;
font:600 16px 'Noto Sans',sans-serif}
a:focus-visible,button:focus-visible,input:focus-visible,textarea:focus-visible{outline:2px solid var(--focus);
outline-offset:2px}
footer{background:var(--card);border-top:1px solid var(--line);padding:10px 16px;font-size:12px;color:var(--soft)}
.sample{background:#FFF0D1;border:1px solid #DDAF5A;color:#744200;border-radius:4px;padding:2px 6px;font-weight:700;
margin-inline-end:8px}
:lang(ur){font-family:'Noto Nastaliq Urdu','Noto Sans',serif;line-height:2.2}
:lang(ur) bdi,:lang(ur) .record,:lang(ur) .mark,:lang(ur) input,:lang(ur) textarea,[lang=en],[lang=en] p{
font-family:'Noto Sans','Noto Nastaliq Urdu',sans-serif;line-height:1.5}
:lang(ur) .mark{line-height:44px}:lang(ur) button{font-family:'Noto Nastaliq Urdu','Noto Sans',serif})");

/// How a verdict looks. No two have the same words or the same mark in the same colour.
struct Look
{
    const char *tone;
    const char *mark;
    Phrase title;
    std::optional<Phrase> what;
};

Look lookOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid:
        return {"ok", "\u2713", Phrase::Valid, std::nullopt};
    case Verdict::Suspended:
        return {"warn", "\u2016", Phrase::Suspended, Phrase::SuspendedWhat};
    case Verdict::Revoked:
        return {"bad", "\u2715", Phrase::Revoked, Phrase::RevokedWhat};
    case Verdict::Superseded:
        return {"cool", "\u2192", Phrase::Superseded, Phrase::SupersededWhat};
    case Verdict::Expired:
        return {"grey", "\u2212", Phrase::Expired, Phrase::ExpiredWhat};
    case Verdict::NotBegun:
        return {"cool", "\u2026", Phrase::NotBegun, Phrase::NotBegunWhat};
    case Verdict::UnknownNumber:
        return {"grey", "?", Phrase::Unknown, Phrase::UnknownWhat};
    case Verdict::UnknownKey:
        return {"forged", "?", Phrase::UnknownKey, Phrase::UnknownKeyWhat};
    case Verdict::Tampered:
        return {"forged", "\u2260", Phrase::CodeForged, Phrase::CodeForgedWhat};
    case Verdict::KeyRevoked:
        return {"bad", "!", Phrase::KeyRevoked, Phrase::KeyRevokedWhat};
    case Verdict::Differs:
        return {"forged", "\u2715", Phrase::CodeDiffers, Phrase::CodeDiffersWhat};
    case Verdict::Damaged:
        break;
    }
    return {"forged", "!", Phrase::Damaged, Phrase::DamagedWhat};
}

QString day(const QString &isoDay, bool urdu)
{
    const QDate date = QDate::fromString(isoDay, Qt::ISODate);
    return date.isValid() ? publicpage::dayHtml(date, urdu) : isolated(isoDay);
}

/// Both languages on every page: whoever reads one of them must not need to look for it.
QString inBoth(const Words &text, bool urdu, const char *element)
{
    const QString tag = QLatin1String(element);
    const QString en = QStringLiteral("<%2 lang=\"en\" dir=\"ltr\">%1</%2>").arg(h(text.en), tag);
    const QString ur = QStringLiteral("<%2 lang=\"ur\" dir=\"rtl\">%1</%2>").arg(h(text.ur), tag);
    return urdu ? ur + en : en + ur;
}

QString banner(Verdict verdict, bool urdu)
{
    const Look look = lookOf(verdict);
    return QStringLiteral("<div class=\"verdict %1\" data-verdict=\"%2\" role=\"status\"><span class=\"mark\" "
                          "aria-hidden=\"true\">%3</span><div>%4%5</div></div>")
        .arg(QLatin1String(look.tone), token(verdict), QString::fromUtf8(look.mark),
             inBoth(words(look.title), urdu, "b"),
             look.what ? QStringLiteral("<p>%1</p>").arg(h(words(*look.what).in(urdu))) : QString());
}

/// A certificate that was reinstated, and is damaged or not begun, has a day in its record that says nothing of that.
bool tellsSince(const CertificateView &view)
{
    const bool ended = view.verdict == Verdict::Suspended || view.verdict == Verdict::Revoked ||
                       view.verdict == Verdict::Superseded || view.verdict == Verdict::Expired;
    return ended && view.since.isValid();
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

/// What is known of one that the register does not hold.
QString lostDetails(const VerifyPage &page)
{
    const CertificateView &view = *page.check.certificate;
    return QStringLiteral("<dl>%1%2</dl><p>%3</p>")
        .arg(row(Phrase::Number, isolated(page.check.number), page.urdu),
             row(Phrase::Since, day(view.since.toString(Qt::ISODate), page.urdu), page.urdu),
             h(words(Phrase::NotInRegister).in(page.urdu)));
}

QString details(const VerifyPage &page)
{
    const bool urdu = page.urdu;
    const CertificateView &view = *page.check.certificate;
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
    html += row(Phrase::ValidFrom, day(text("valid_from"), urdu), urdu);
    html += row(Phrase::ValidUntil, day(text("valid_until"), urdu), urdu);
    if (view.claims) {
        html += row(Phrase::Standard,
                    h(words(Phrase::VersionAndTier)
                          .in(urdu)
                          .arg(view.claims->claims.standardVersion)
                          .arg(view.claims->claims.tier)),
                    urdu);
    }
    if (tellsSince(view))
        html += row(Phrase::Since, day(view.since.toString(Qt::ISODate), urdu), urdu);
    html += QStringLiteral("</dl><ul class=\"checks\">");
    html +=
        view.claims
            ? check(true, h(words(Phrase::SignatureHolds).in(urdu)) + QLatin1Char(' ') + isolated(view.claims->keyId))
            : check(false, h(words(Phrase::SignatureFails).in(urdu)));
    if (page.check.codeGiven && !page.check.code)
        html += check(true, h(words(Phrase::CodeGenuine).in(urdu)));
    html += check(true, h(words(Phrase::AsOf).in(urdu)) + QLatin1Char(' ') + publicpage::momentHtml(page.asOf, urdu));
    html += QStringLiteral("</ul>");
    if (page.check.verdict() == Verdict::Valid)
        html += QStringLiteral("<p><strong>%1</strong> %2</p>")
                    .arg(h(words(Phrase::Compare).in(urdu)), h(words(Phrase::CompareWhat).in(urdu)));
    return html;
}

QString form(const VerifyPage &page)
{
    return QStringLiteral(
               "<form method=\"post\" action=\"/verify?lang=%1\"><input type=\"hidden\" name=\"lang\" value=\"%1\">"
               "<label for=\"number\">%2</label><input id=\"number\" name=\"number\" maxlength=\"40\" "
               "autocomplete=\"off\" dir=\"ltr\" placeholder=\"PK-2026-000001\">"
               "<label for=\"code\">%3</label><textarea id=\"code\" name=\"code\" rows=\"3\" "
               "maxlength=\"4000\" dir=\"ltr\" placeholder=\"MKZ1:\"></textarea>"
               "<button type=\"submit\">%4</button></form>")
        .arg(languageOf(page.urdu), h(words(Phrase::EnterNumber).in(page.urdu)),
             h(words(Phrase::EnterCode).in(page.urdu)),
             h(words(page.check.verdict() ? Phrase::CheckAnother : Phrase::Check).in(page.urdu)));
}

/// A page of \p body and \p foot, with the way to the other language.
QByteArray whole(const QString &number, const QString &body, const QString &foot, bool urdu)
{
    const QString other = QStringLiteral("<a href=\"/verify/%1?lang=%2\" lang=\"%2\" hreflang=\"%2\">%3</a>")
                              .arg(QString::fromLatin1(QUrl::toPercentEncoding(number)), languageOf(!urdu),
                                   urdu ? QStringLiteral("English") : h(words(Phrase::Language).ur));
    return publicpage::html({kStyle, words(Phrase::Title).in(urdu), other, body, foot, urdu, false});
}

/// A page that speaks of no certificate; \p more stands below what it says.
QByteArray refusal(Phrase title, Phrase what, const QString &more, bool urdu)
{
    const QString body = QStringLiteral("<div class=\"verdict warn\" role=\"status\"><span class=\"mark\" "
                                        "aria-hidden=\"true\">!</span><div>%1<p>%2</p></div></div>")
                             .arg(inBoth(words(title), urdu, "b"), h(words(what).in(urdu)));
    return whole({}, body + more, h(words(Phrase::NoOwnerData).in(urdu)), urdu);
}

} // namespace

QByteArray verifyPolicy()
{
    static const QByteArray policy = publicpage::policyOf(kStyle);
    return policy;
}

QByteArray verifyHtml(const VerifyPage &page)
{
    const bool urdu = page.urdu;
    const PublicCheck &check = page.check;
    QString body;
    if (check.code)
        body += banner(*check.code, urdu);
    if (!check.number.isEmpty()) {
        if (check.code)
            body += QStringLiteral("<h2>%1</h2>").arg(h(words(Phrase::RegisterSays).in(urdu)));
        body += banner(check.certificate ? check.certificate->verdict : Verdict::UnknownNumber, urdu);
        if (!check.certificate)
            body += QStringLiteral("<h1>%1</h1>").arg(isolated(check.number));
        else
            body += check.certificate->isInRegister() ? details(page) : lostDetails(page);
    } else if (!check.verdict()) {
        body += QStringLiteral("<h1>%1</h1><p>%2</p>")
                    .arg(h(words(Phrase::Title).in(urdu)), h(words(Phrase::Intro).in(urdu)));
    }
    body += form(page);
    const bool sample = check.certificate && check.certificate->fields.value(QStringLiteral("sample")).toBool();
    const QString tag = publicpage::sampleMark(sample, words(Phrase::Sample).in(urdu));
    return whole(check.number, body, tag + h(words(Phrase::NoOwnerData).in(urdu)), urdu);
}

QByteArray tooManyHtml(bool urdu)
{
    return refusal(Phrase::TooMany, Phrase::TooManyWhat, {}, urdu);
}

QByteArray tooLargeHtml(bool urdu)
{
    VerifyPage empty;
    empty.urdu = urdu;
    return refusal(Phrase::TooLarge, Phrase::TooLargeWhat, form(empty), urdu);
}

QJsonObject verifyJson(const VerifyPage &page)
{
    const PublicCheck &check = page.check;
    QJsonObject json{{QStringLiteral("verdict"), token(check.verdict().value_or(Verdict::UnknownNumber))},
                     {QStringLiteral("about"), check.code ? QStringLiteral("code") : QStringLiteral("number")},
                     {QStringLiteral("as_of"), toIso(page.asOf)}};
    if (!check.number.isEmpty()) {
        const Verdict here = check.certificate ? check.certificate->verdict : Verdict::UnknownNumber;
        json.insert(QStringLiteral("number"), check.number);
        json.insert(QStringLiteral("register"), token(here));
    }
    if (check.codeGiven)
        json.insert(QStringLiteral("code"), check.code ? token(*check.code) : QStringLiteral("genuine"));
    if (check.certificate && check.certificate->fields.value(QStringLiteral("sample")).toBool()) {
        json.insert(QStringLiteral("sample"), true);
        if (!check.code) // as `markaz verify`: a program that looks at nothing else takes it for no certificate
            json.insert(QStringLiteral("verdict"), token(CodeVerdict::Sample));
    }
    if (check.certificate && tellsSince(*check.certificate))
        json.insert(QStringLiteral("since"), check.certificate->since.toString(Qt::ISODate));
    return json;
}

} // namespace markaz::server
