// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/rules/certificates.h"
#include "app/server/store/rules/changerules.h"
#include "core/domain/carriedmonth.h"
#include "core/domain/centre.h"
#include "core/support/programmeday.h"

#include <algorithm>
#include <functional>
#include <initializer_list>

namespace markaz::server {
namespace {

Objection refused(const Draft &draft, const QString &code, const char *field, const QString &why)
{
    return objection(rejected(draft.change, code, QLatin1String(field), why));
}

/// What is there anew, or stands otherwise than before.
bool touches(const Draft &draft, const char *field)
{
    const QString name = QLatin1String(field);
    return draft.fresh || draft.before->deleted ||
           valueAt(draft.before->record.fields, name) != valueAt(draft.after.record.fields, name);
}

/// The living records of \p entity of the building and of all that is the same one.
Result<QList<StoredRecord>> ofWhole(RuleContext &context, const QString &buildingId, Entity entity)
{
    const auto whole = wholeOf(context, buildingId);
    return whole ? childrenOfAll(context, *whole, entity) : whole.error();
}

/// The newest of \p certificates; nothing of none.
const StoredRecord *newestOf(const QList<StoredRecord> &certificates)
{
    const auto newest =
        std::max_element(certificates.begin(), certificates.end(), [](const StoredRecord &a, const StoredRecord &b) {
            return a.text("issued_at") < b.text("issued_at");
        });
    return newest == certificates.end() ? nullptr : &*newest;
}

/// How the one that was issued last stands that does not carry the centre.
QString standing(RuleContext &context, const QList<StoredRecord> &certificates)
{
    const StoredRecord *newest = newestOf(certificates);
    return newest == nullptr ? QStringLiteral("the building has no certificate")
                             : QStringLiteral("the certificate of the building is %1")
                                   .arg(token(stageOf(*newest, programmeDay(context.now))));
}

/// The seats that were certified in the month; \p why: that and how no certificate carries it. The one of today says
/// nothing of a month that is past.
Result<int> seatsIn(RuleContext &context, const QString &buildingId, const Month &month, QString &why)
{
    const auto certificates = ofWhole(context, buildingId, Entity::Certificate);
    if (!certificates)
        return certificates.error();
    const QDate today = programmeDay(context.now);
    QList<MonthCarrier> all;
    for (const StoredRecord &certificate : *certificates)
        all.append(makeCarrier(stageOf(certificate, today),
                               QDate::fromString(certificate.text("valid_from"), Qt::ISODate),
                               QDate::fromString(certificate.text("valid_until"), Qt::ISODate),
                               certificate.text("state_at"), static_cast<int>(certificate.number("seats"))));
    const int seats = seatsCertifiedIn(month, all);
    const StoredRecord *newest = newestOf(*certificates);
    if (seats == 0 && newest != nullptr && stageOf(*newest, today) == CertificateStage::Issued)
        why = isDoubted(month, all)
                  ? QStringLiteral("the certificate of %1 was suspended or revoked").arg(month.toString())
                  : QStringLiteral("no certificate of the building was in force in %1").arg(month.toString());
    else if (seats == 0)
        why = standing(context, *certificates);
    return seats;
}

/// Objects when no certificate is in force, or when \p draft asks for more seats than it certifies.
Objection checkCertified(RuleContext &context, const Draft &draft, const QString &buildingId, const char *field)
{
    const auto certificates = ofWhole(context, buildingId, Entity::Certificate);
    if (!certificates)
        return certificates.error();
    const auto carries = std::find_if(certificates->begin(), certificates->end(), [&](const StoredRecord &certificate) {
        return centre::carries(stageOf(certificate, programmeDay(context.now)));
    });
    if (carries == certificates->end())
        return refused(draft, protocol::code::kWrongState, field, standing(context, *certificates));
    if (touches(draft, "seats") && draft.after.number("seats") > carries->number("seats"))
        return refused(draft, protocol::code::kInvalid, "seats",
                       QStringLiteral("the certificate is for %1 seats").arg(carries->number("seats")));
    return noObjection();
}

bool touchesAny(const Draft &draft, std::initializer_list<const char *> fields)
{
    return std::any_of(fields.begin(), fields.end(), [&draft](const char *field) { return touches(draft, field); });
}

/// A person's consent is not the next one's: another contact that is to be public comes with its own.
Objection checkConsent(const Draft &draft)
{
    if (!draft.fresh && centre::keepsAnothersWord(draft.before->record.fields, draft.after.record.fields))
        return refused(draft, protocol::code::kInvalid, "contact_agreed_at",
                       QStringLiteral("the contact before agreed to be published, this one did not"));
    return noObjection();
}

OpenDays daysOf(const StoredRecord &centre)
{
    return {QDate::fromString(centre.text("opened_on"), Qt::ISODate),
            QDate::fromString(centre.text("closed_on"), Qt::ISODate)};
}

/// Both days have come, the first is before the last, and no month was reported outside of them.
Objection checkDays(RuleContext &context, const Draft &draft)
{
    const OpenDays days = daysOf(draft.after);
    const QDate today = programmeDay(context.now);
    const bool opens = touches(draft, "opened_on") && days.from.isValid();
    const bool closes = days.until.isValid() && (touches(draft, "closed_on") || touches(draft, "opened_on"));
    if (opens && days.from > today)
        return refused(draft, protocol::code::kInvalid, "opened_on", QStringLiteral("the day has not come"));
    if (closes && days.until > today)
        return refused(draft, protocol::code::kInvalid, "closed_on", QStringLiteral("the day has not come"));
    if (closes && days.from.isValid() && days.until < days.from)
        return refused(draft, protocol::code::kInvalid, "closed_on", QStringLiteral("it was not open yet"));
    if (!opens && !closes)
        return noObjection();
    const auto months = context.records.children(draft.after.id(), Entity::OccupancyReport);
    if (!months)
        return months.error();
    const auto named = [](const QDate &day) { return day.toString(QStringLiteral("yyyy-MM")); };
    for (const StoredRecord &month : *months) {
        const QString reported = month.text("month");
        if (opens && reported < named(days.from))
            return refused(draft, protocol::code::kInvalid, "opened_on",
                           QStringLiteral("it reported on %1").arg(reported));
        if (closes && reported > named(days.until))
            return refused(draft, protocol::code::kInvalid, "closed_on",
                           QStringLiteral("it reported on %1").arg(reported));
    }
    return noObjection();
}

/// One centre of a building is open, and two never were on the same day. Two that were before their buildings were
/// found to be one are closed all the same: only days that a change adds are looked at.
Objection checkAlone(RuleContext &context, const Draft &draft, bool opens)
{
    const OpenDays days = daysOf(draft.after);
    const bool anew = draft.fresh || draft.before->deleted;
    if (!anew && !days.exceeds(daysOf(*draft.before)))
        return noObjection();
    const auto others = ofWhole(context, draft.after.text("building"), Entity::Centre);
    if (!others)
        return others.error();
    const auto any = [&](const std::function<bool(const StoredRecord &other)> &is) {
        return std::any_of(others->begin(), others->end(),
                           [&](const StoredRecord &other) { return other.id() != draft.after.id() && is(other); });
    };
    if (opens && any([](const StoredRecord &other) { return other.text("closed_on").isEmpty(); }))
        return refused(draft, protocol::code::kExists, "building", QStringLiteral("the building has a centre already"));
    if (any([&days](const StoredRecord &other) { return days.meets(daysOf(other)); }))
        return refused(draft, protocol::code::kInvalid, anew || touches(draft, "opened_on") ? "opened_on" : "closed_on",
                       QStringLiteral("another centre was open in the building then"));
    return noObjection();
}

} // namespace

Result<QList<StoredRecord>> childrenOfAll(RuleContext &context, const QString &whole, Entity entity)
{
    const auto merged = context.records.mergedInto(whole);
    if (!merged)
        return merged.error();
    auto all = context.records.children(whole, entity);
    for (auto building = merged->begin(); all && building != merged->end(); ++building) {
        const auto more = context.records.children(building->id(), entity);
        if (!more)
            return more.error();
        all->append(*more);
    }
    return all;
}

/// 2026-11-29: What was recorded offline while the certificate was in force and comes when it is no longer is refused,
/// too, and stays with its officer: the certificate is the server's word, and whether it is to be renewed or the centre
/// to be closed is for a person to say. Whom to call, and whether that is public, changes whatever the certificate:
/// who takes a consent back does not wait for a renewal. So does that a centre closed (2026-11-30).
Objection checkCentre(RuleContext &context, Draft &draft)
{
    const QString building = draft.after.text("building");
    if (auto objected = checkConsent(draft); !objected || objected->has_value())
        return objected;
    const bool reopened =
        !draft.fresh && !draft.before->text("closed_on").isEmpty() && draft.after.text("closed_on").isEmpty();
    const bool opens = draft.fresh || draft.before->deleted || reopened;
    if (opens) {
        if (auto objected = checkNotMerged(context, draft.change, building, "building");
            !objected || objected->has_value())
            return objected;
    }
    if (auto objected = checkAlone(context, draft, opens); !objected || objected->has_value())
        return objected;
    if (auto objected = checkDays(context, draft); !objected || objected->has_value())
        return objected;
    return reopened || touchesAny(draft, {"name", "seats", "seat_rate_paisa", "opened_on", "amenities"})
               ? checkCertified(context, draft, building, "building")
               : noObjection();
}

Objection checkOccupancy(RuleContext &context, Draft &draft)
{
    const auto month = Month::parse(draft.after.text("month"));
    if (!month)
        return refused(draft, protocol::code::kInvalid, "month", month.error().detail);
    if (*month > Month::of(programmeDay(context.now)))
        return refused(draft, protocol::code::kInvalid, "month", QStringLiteral("the month has not begun"));
    const QString centreId = draft.after.text("centre");
    auto others = context.records.children(centreId, Entity::OccupancyReport);
    if (!others)
        return others.error();
    for (const StoredRecord &other : std::as_const(*others)) {
        if (other.id() != draft.after.id() && other.text("month") == draft.after.text("month"))
            return refused(draft, protocol::code::kExists, "month", QStringLiteral("the month was reported already"));
    }
    auto home = context.records.find(centreId);
    if (!home)
        return home.error();
    const StoredRecord &centre = **home; // place() has found it
    const QDate opened = QDate::fromString(centre.text("opened_on"), Qt::ISODate);
    if (opened.isValid() && month->lastDay() < opened)
        return refused(draft, protocol::code::kInvalid, "month", QStringLiteral("the centre was not open yet"));
    const QDate closed = QDate::fromString(centre.text("closed_on"), Qt::ISODate);
    if (closed.isValid() && month->firstDay() > closed)
        return refused(draft, protocol::code::kInvalid, "month", QStringLiteral("the centre was closed"));
    QString why;
    const auto seats = seatsIn(context, centre.text("building"), *month, why);
    if (!seats)
        return seats.error();
    if (*seats == 0)
        return refused(draft, protocol::code::kWrongState, "centre", why);
    if (touches(draft, "seats") && draft.after.number("seats") > *seats)
        return refused(draft, protocol::code::kInvalid, "seats",
                       QStringLiteral("the certificate was for %1 seats").arg(*seats));
    return noObjection();
}

Objection checkTakenBack(RuleContext &context, const Change &change, const StoredRecord &month)
{
    auto home = context.records.find(month.text("centre"));
    if (!home)
        return home.error();
    if (!home->has_value())
        return noObjection();
    const auto of = Month::parse(month.text("month"));
    if (!of)
        return of.error();
    QString why;
    const auto seats = seatsIn(context, (*home)->text("building"), *of, why);
    if (!seats)
        return seats.error();
    return *seats == 0 ? objection(rejected(change, protocol::code::kWrongState, QStringLiteral("centre"), why))
                       : noObjection();
}

} // namespace markaz::server
