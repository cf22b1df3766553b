// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/centrespage.h"

#include "app/server/api/publicpage.h"
#include "core/domain/citynames.h"
#include "core/support/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace markaz::server {
namespace {

using publicpage::h;
using publicpage::isolated;
using publicpage::languageOf;

const QByteArray kStyle = QByteArrayLiteral(
    ":root{--page:#F0F3F1;--text:#14201A;--soft:#43514A;--card:#FFFFFF;--line:#D2DAD5;--strong:#7A8780;--accent:#"
    "0B5D3B;"
    "--onaccent:#FFFFFF;--warn:#744200;--focus:#0B5FC0}"
    "@media(prefers-color-scheme:dark){:root{--page:#101613;--text:#E6EEEA;--soft:#A9B8B0;--card:#18211D;--line:#"
    "33413A;"
    "--strong:#7C8C84;--accent:#7FD6AE;--onaccent:#06281A;--warn:#F0C77A;--focus:#7FB6FF}}"
    "*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 'Noto "
    "Sans',system-ui,sans-serif}"
    "header{background:#0F3A2A;color:#E4EFE9;display:flex;align-items:center;justify-content:space-between;padding:8px "
    "16px;min-height:56px}header strong{font-size:18px}"
    "header a{color:#E4EFE9;border:1px solid #7FD6AE;border-radius:6px;padding:8px "
    "14px;text-decoration:none;min-height:40px}"
    "main{max-width:720px;margin:0 auto;padding:16px}h1{font-size:22px;line-height:1.35;margin:4px 0 8px}"
    "h2{font-size:18px;line-height:1.35;margin:0 0 2px}p{margin:0 0 12px}.soft{color:var(--soft);font-size:14px}"
    "ul{list-style:none;margin:0 0 16px;padding:0}.cities li{margin:0 0 8px}.cities a,article{display:block;"
    "background:var(--card);border:1px solid var(--line);border-radius:6px;padding:12px 16px;color:var(--text);"
    "text-decoration:none}.cities a{display:flex;justify-content:space-between;gap:12px;min-height:48px}"
    ".cities b{overflow-wrap:anywhere}article{margin:0 0 12px;overflow-wrap:anywhere}"
    "dl{margin:8px 0 0}dl div{display:flex;justify-content:space-between;gap:16px;padding:6px 0;border-top:1px solid "
    "var(--line)}dt{color:var(--soft);flex:none;max-width:45%;overflow-wrap:break-word}dd{margin:0;font-weight:600;"
    "text-align:end}.above{color:var(--warn)}"
    "article a,main>p a{color:var(--accent)}form{display:flex;gap:8px;align-items:end;flex-wrap:wrap;margin:0 0 16px}"
    "label{display:block;font-size:14px;color:var(--soft);flex:1 1 "
    "220px}select{display:block;width:100%;min-height:48px;"
    "border:1px solid var(--strong);border-radius:6px;background:var(--card);color:var(--text);font:16px 'Noto "
    "Sans',sans-serif;padding:0 8px;margin-top:4px}"
    "button{min-height:48px;border:0;border-radius:6px;padding:0 20px;background:var(--accent);color:var(--onaccent);"
    "font:600 16px 'Noto Sans',sans-serif}a:focus-visible,button:focus-visible,select:focus-visible{outline:2px solid "
    "var(--focus);outline-offset:2px}"
    ".map{display:inline-flex;align-items:center;min-height:40px}"
    "footer{border-top:1px solid var(--line);padding:10px 16px;font-size:12px;color:var(--soft)}"
    ".sample{background:#FFF0D1;border:1px solid #DDAF5A;color:#744200;border-radius:4px;padding:2px "
    "6px;font-weight:700;"
    "margin-inline-end:8px}"
    ":lang(ur){font-family:'Noto Nastaliq Urdu','Noto Sans',serif;line-height:2.2}"
    ":lang(ur) bdi,:lang(ur) select,[lang=en]{font-family:'Noto Sans','Noto Nastaliq "
    "Urdu',sans-serif;line-height:1.5}");

struct Words
{
    const char *en;
    const char *ur;
};

constexpr Words kTitle{"Freelancing centres", "فری لانسنگ مراکز"};
constexpr Words kIntro{"Centres whose certificate is in force today. Choose a city to find a seat.",
                       "وہ مراکز جن کی سند آج نافذ ہے۔ نشست ڈھونڈنے کے لیے شہر چنیں۔"};
constexpr Words kNone{"No centre with a certificate in force is in this list yet.",
                      "ابھی اس فہرست میں نافذ سند والا کوئی مرکز نہیں۔"};
constexpr Words kNoneHere{"No centre with a certificate in force is in this city yet.",
                          "ابھی اس شہر میں نافذ سند والا کوئی مرکز نہیں۔"};
constexpr Words kCity{"City", "شہر"};
constexpr Words kShow{"Show", "دکھائیں"};
constexpr Words kAllCities{"All cities", "تمام شہر"};
constexpr Words kSeats{"Seats", "نشستیں"};
constexpr Words kRate{"A seat a month", "ایک نشست، ماہانہ"};
constexpr Words kAbove{"above the programme's ceiling", "پروگرام کی حد سے زیادہ"};
constexpr Words kOffers{"Offers", "سہولیات"};
constexpr Words kOpen{"Open since", "کب سے کھلا"};
constexpr Words kContact{"Contact", "رابطہ"};
constexpr Words kWhere{"Where", "کہاں"};
constexpr Words kMap{"On a map", "نقشے پر"};
constexpr Words kCertificate{"Certificate", "سند"};
constexpr Words kUntil{"Valid until", "کب تک درست"};
constexpr Words kAsOf{"As of", "بمطابق"};
constexpr Words kSample{"Sample data: no centre of it is real.", "نمونے کا ڈیٹا: اس کا کوئی مرکز حقیقی نہیں۔"};
constexpr Words kNoOwner{"No owner's data is shown on this page.", "اس صفحے پر کسی مالک کا ڈیٹا نہیں دکھایا جاتا۔"};

struct Amenity
{
    const char *token;
    Words words;
};
constexpr Amenity kAmenities[] = {
    {"internet", {"Internet", "انٹرنیٹ"}},
    {"generator", {"Power without cuts", "بلا تعطل بجلی"}},
    {"meeting_room", {"Meeting room", "میٹنگ روم"}},
    {"training_room", {"Training room", "تربیتی کمرہ"}},
    {"prayer_room", {"Prayer room", "نماز کا کمرہ"}},
    {"women_area", {"Area for women", "خواتین کا حصہ"}},
    {"child_care", {"Child care", "بچوں کی نگہداشت"}},
    {"canteen", {"Canteen", "کینٹین"}},
    {"parking", {"Parking", "پارکنگ"}},
    {"level_access", {"Entrance without steps", "بغیر سیڑھی داخلہ"}},
};

constexpr Words kTooMany{"Too many questions from this address", "اس پتے سے بہت زیادہ سوالات"};
constexpr Words kTooManyWhat{"The list of centres is there. Wait a moment, then ask again.",
                             "مراکز کی فہرست موجود ہے۔ تھوڑا انتظار کریں، پھر دوبارہ پوچھیں۔"};

QString text(const Words &words, bool urdu)
{
    return QString::fromUtf8(urdu ? words.ur : words.en);
}

QString h(const Words &words, bool urdu)
{
    return h(text(words, urdu));
}

QString rupees(qint64 paisa)
{
    static const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    return QStringLiteral("Rs ") + english.toString((paisa + 50) / 100);
}

QString cityName(const City &city, bool urdu)
{
    const QStringList names = urdu ? builtinCityNames().value(city.id) : QStringList();
    return names.isEmpty() ? city.name : names.first();
}

/// A city's name in the language of the page, or in its Latin letters.
QString cityHtml(const City &city, bool urdu)
{
    const QString name = cityName(city, urdu);
    return name == city.name ? QStringLiteral("<bdi dir=\"ltr\" lang=\"en\">%1</bdi>").arg(h(name)) : h(name);
}

QString row(const Words &name, const QString &html, bool urdu)
{
    return QStringLiteral("<div><dt>%1</dt><dd>%2</dd></div>").arg(h(name, urdu), html);
}

QString offers(const PublicCentre &centre, bool urdu)
{
    QStringList words;
    for (const QString &token : centre.amenities) {
        for (const Amenity &amenity : kAmenities) {
            if (token == QLatin1String(amenity.token))
                words.append(h(amenity.words, urdu));
        }
    }
    return words.join(urdu ? QStringLiteral("، ") : QStringLiteral(", "));
}

QString contact(const PublicContact &contact)
{
    QStringList parts;
    if (!contact.name.isEmpty())
        parts.append(QStringLiteral("<span dir=\"auto\">%1</span>").arg(h(contact.name)));
    if (!contact.phone.isEmpty())
        parts.append(isolated(contact.phone));
    if (!contact.email.isEmpty())
        parts.append(isolated(contact.email));
    return parts.join(QStringLiteral("<br>"));
}

/// RFC 5870: the phone's own map opens, and nobody else is told who looks.
QString mapLink(qint64 latitudeE6, qint64 longitudeE6)
{
    constexpr double kMillion = 1e6;
    const QString latitude = QString::number(static_cast<double>(latitudeE6) / kMillion, 'f', 5);
    const QString longitude = QString::number(static_cast<double>(longitudeE6) / kMillion, 'f', 5);
    return QStringLiteral("<a class=\"map\" href=\"geo:%1,%2\">%3</a>")
        .arg(latitude, longitude, isolated(latitude + QStringLiteral(", ") + longitude));
}

QString article(const PublicCentre &centre, const CentresPage &page)
{
    const bool urdu = page.urdu;
    QString html =
        QStringLiteral("<article><h2 dir=\"auto\">%1</h2><p class=\"soft\">%2</p><dl>")
            .arg(h(centre.name), cityHtml(*centre.city, urdu) + QStringLiteral(" ") + isolated(centre.buildingCode));
    if (!centre.place.isEmpty())
        html += row(kWhere, QStringLiteral("<span dir=\"auto\">%1</span>").arg(h(centre.place)), urdu);
    if (centre.latitudeE6 && centre.longitudeE6)
        html += row(kMap, mapLink(*centre.latitudeE6, *centre.longitudeE6), urdu);
    html += row(kSeats, isolated(QString::number(centre.seats)), urdu);
    QString rate = isolated(rupees(centre.seatRatePaisa));
    if (centre.seatRatePaisa > page.list->ceilingPaisa)
        rate += QStringLiteral(" <span class=\"above\">%1</span>").arg(h(kAbove, urdu));
    html += row(kRate, rate, urdu);
    if (const QString all = offers(centre, urdu); !all.isEmpty())
        html += row(kOffers, all, urdu);
    if (centre.openedOn.isValid())
        html += row(kOpen, publicpage::dayHtml(centre.openedOn, urdu), urdu);
    if (const QString whom = contact(centre.contact); !whom.isEmpty())
        html += row(kContact, whom, urdu);
    html += row(kCertificate,
                QStringLiteral("<a href=\"/verify/%1?lang=%2\">%3</a>")
                    .arg(h(centre.certificate), languageOf(urdu), isolated(centre.certificate)),
                urdu);
    html += row(kUntil, publicpage::dayHtml(centre.validUntil, urdu), urdu);
    return html + QStringLiteral("</dl></article>");
}

/// The cities that have a centre, and how many.
QList<std::pair<const City *, int>> citiesOf(const QList<PublicCentre> &centres)
{
    QList<std::pair<const City *, int>> cities;
    for (const PublicCentre &centre : centres) {
        if (cities.isEmpty() || cities.last().first != centre.city)
            cities.append({centre.city, 0});
        ++cities.last().second;
    }
    return cities;
}

QString form(const CentresPage &page, const QList<std::pair<const City *, int>> &cities)
{
    QString options = QStringLiteral("<option value=\"\">%1</option>").arg(h(kAllCities, page.urdu));
    for (const auto &[city, count] : cities)
        options += QStringLiteral("<option value=\"%1\"%2>%3 (%4)</option>")
                       .arg(city->id)
                       .arg(city == page.city ? QStringLiteral(" selected") : QString(), h(cityName(*city, page.urdu)))
                       .arg(count);
    return QStringLiteral("<form method=\"get\" action=\"/centres\"><input type=\"hidden\" name=\"lang\" value=\"%1\">"
                          "<label for=\"city\">%2<select id=\"city\" name=\"city\">%3</select></label>"
                          "<button type=\"submit\">%4</button></form>")
        .arg(languageOf(page.urdu), h(kCity, page.urdu), options, h(kShow, page.urdu));
}

QString content(const CentresPage &page)
{
    const auto cities = citiesOf(page.list->centres);
    QString html = QStringLiteral("<h1>%1</h1><p>%2</p>").arg(h(kTitle, page.urdu), h(kIntro, page.urdu));
    if (page.list->centres.isEmpty())
        return html + QStringLiteral("<p>%1</p>").arg(h(kNone, page.urdu));
    html += form(page, cities);
    if (page.city == nullptr) {
        html += QStringLiteral("<ul class=\"cities\">");
        for (const auto &[city, count] : cities)
            html += QStringLiteral("<li><a href=\"/centres?city=%1&amp;lang=%2\"><b>%3</b>%4</a></li>")
                        .arg(QString::number(city->id), languageOf(page.urdu), cityHtml(*city, page.urdu),
                             isolated(QString::number(count)));
        return html + QStringLiteral("</ul>");
    }
    QString articles;
    for (const PublicCentre &centre : page.list->centres) {
        if (centre.city == page.city)
            articles += article(centre, page);
    }
    return html + (articles.isEmpty() ? QStringLiteral("<p>%1</p>").arg(h(kNoneHere, page.urdu)) : articles);
}

QByteArray whole(const QString &language, const QString &main, const QString &footer, bool urdu)
{
    return publicpage::html({kStyle, text(kTitle, urdu), language, main, footer, urdu});
}

QJsonObject featureOf(const PublicCentre &centre)
{
    constexpr double kMillion = 1e6;
    QJsonValue geometry = QJsonValue::Null;
    if (centre.latitudeE6 && centre.longitudeE6)
        geometry = QJsonObject{
            {QStringLiteral("type"), QStringLiteral("Point")},
            {QStringLiteral("coordinates"), QJsonArray{static_cast<double>(*centre.longitudeE6) / kMillion,
                                                       static_cast<double>(*centre.latitudeE6) / kMillion}}};
    QJsonObject properties{{QStringLiteral("name"), centre.name},
                           {QStringLiteral("building_code"), centre.buildingCode},
                           {QStringLiteral("city"), centre.city->name},
                           {QStringLiteral("city_id"), centre.city->id},
                           {QStringLiteral("province"), centre.city->province},
                           {QStringLiteral("seats"), centre.seats},
                           {QStringLiteral("seat_rate_paisa"), centre.seatRatePaisa},
                           {QStringLiteral("amenities"), QJsonArray::fromStringList(centre.amenities)},
                           {QStringLiteral("certificate"), centre.certificate},
                           {QStringLiteral("valid_until"), centre.validUntil.toString(Qt::ISODate)}};
    if (!centre.place.isEmpty())
        properties.insert(QStringLiteral("place"), centre.place);
    if (centre.openedOn.isValid())
        properties.insert(QStringLiteral("opened_on"), centre.openedOn.toString(Qt::ISODate));
    for (const auto &[name, value] : {std::pair{"contact_name", centre.contact.name},
                                      {"contact_phone", centre.contact.phone},
                                      {"contact_email", centre.contact.email}}) {
        if (!value.isEmpty())
            properties.insert(QLatin1String(name), value);
    }
    if (centre.sample)
        properties.insert(QStringLiteral("sample"), true);
    return {{QStringLiteral("type"), QStringLiteral("Feature")},
            {QStringLiteral("geometry"), geometry},
            {QStringLiteral("properties"), properties}};
}

} // namespace

QByteArray centresPolicy()
{
    static const QByteArray policy = publicpage::policyOf(kStyle);
    return policy;
}

QByteArray centresHtml(const CentresPage &page)
{
    const bool urdu = page.urdu;
    const QString city = page.city == nullptr ? QString() : QStringLiteral("&amp;city=%1").arg(page.city->id);
    const QString other = QStringLiteral("<a href=\"/centres?lang=%1%2\" lang=\"%1\" hreflang=\"%1\">%3</a>")
                              .arg(languageOf(!urdu), city, urdu ? QStringLiteral("English") : QStringLiteral("اردو"));
    const bool sample = !page.list->centres.isEmpty() && page.list->centres.first().sample;
    return whole(other, content(page),
                 QStringLiteral("%1%2 %3 %4")
                     .arg(publicpage::sampleMark(sample, text(kSample, urdu)), h(kNoOwner, urdu), h(kAsOf, urdu),
                          publicpage::momentHtml(page.asOf, urdu)),
                 urdu);
}

QByteArray centresTooManyHtml(bool urdu)
{
    return whole({}, QStringLiteral("<h1>%1</h1><p>%2</p>").arg(h(kTooMany, urdu), h(kTooManyWhat, urdu)),
                 h(kNoOwner, urdu), urdu);
}

QByteArray centresGeoJson(const CentresPage &page)
{
    QJsonArray features;
    for (const PublicCentre &centre : page.list->centres) {
        if (page.city == nullptr || centre.city == page.city)
            features.append(featureOf(centre));
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
                                     {QStringLiteral("as_of"), toIso(page.asOf)},
                                     {QStringLiteral("features"), features}})
        .toJson(QJsonDocument::Compact);
}

} // namespace markaz::server
