// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/centrewords.h"

#include "core/workflow/changes.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"

#include <QCoreApplication>

namespace markaz::ui {
namespace {

struct CentrePhrases
{
    Q_DECLARE_TR_FUNCTIONS(CentrePhrases)
};

QString days(qint64 count)
{
    return count == 1 ? CentrePhrases::tr("1 day") : CentrePhrases::tr("%1 days").arg(format::number(count));
}

/// How the certificate stands that carries no centre.
QString stageWords(CertificateStage stage)
{
    const auto stored = storedState(stage);
    return stored ? labels::of(*stored) : CentrePhrases::tr("No certificate");
}

} // namespace

std::optional<Sentence> centreSentence(const Error &error)
{
    const QString nothing = CentrePhrases::tr("Nothing was changed.");
    const QString kept = CentrePhrases::tr("What you entered is kept.");
    const QString &where = error.where;
    if (where == QLatin1String("centre.certificate"))
        return Sentence{CentrePhrases::tr("The building has no certificate in force."), nothing,
                        CentrePhrases::tr("Issue, renew or reinstate its certificate first; then come back.")};
    if (where == QLatin1String("centre.building"))
        return Sentence{CentrePhrases::tr("This building has a centre already."), nothing,
                        CentrePhrases::tr("Open that one and change it.")};
    if (where == QLatin1String("centre.seats"))
        return Sentence{CentrePhrases::tr("There are more seats than the certificate allows."), kept,
                        CentrePhrases::tr("Enter at most the certified seats, or have the building certified anew.")};
    if (where == QLatin1String("centre.months"))
        return Sentence{CentrePhrases::tr("Months were reported of this centre, so it stays."), nothing,
                        CentrePhrases::tr("Take the months back first if the centre was opened by mistake.")};
    if (where == QLatin1String("month.future"))
        return Sentence{CentrePhrases::tr("This month has not begun yet."), kept,
                        CentrePhrases::tr("Choose the running month or an earlier one.")};
    if (where == QLatin1String("month.opening"))
        return Sentence{CentrePhrases::tr("The centre was not open yet in this month."), kept,
                        CentrePhrases::tr("Choose a later month, or correct the day since when the centre is open.")};
    if (where == QLatin1String("month.certificate"))
        return Sentence{CentrePhrases::tr("The building had no certificate in force in this month."), kept,
                        CentrePhrases::tr("Choose a month in which its certificate was in force.")};
    if (where == QLatin1String("centre.opened"))
        return Sentence{CentrePhrases::tr("The centre is open since a day that has not come yet."), kept,
                        CentrePhrases::tr("Enter today or an earlier day, or open it here when the day comes.")};
    if (where == QLatin1String("centre.closed"))
        return Sentence{CentrePhrases::tr("The centre is closed on a day that has not come yet."), kept,
                        CentrePhrases::tr("Enter today or an earlier day, or close it here when the day comes.")};
    if (where == QLatin1String("centre.closing"))
        return Sentence{
            CentrePhrases::tr("The centre opened, or reported a month, after the day on which it is closed."), kept,
            CentrePhrases::tr("Enter a later day, or take back the months that it did not have.")};
    if (where == QLatin1String("centre.opening"))
        return Sentence{CentrePhrases::tr("The centre reported a month before the day since when it is open."), kept,
                        CentrePhrases::tr("Enter an earlier day, or take back the months that it did not have.")};
    if (where == QLatin1String("centre.beside"))
        return Sentence{
            CentrePhrases::tr("Another centre was open in this building on some of these days."), kept,
            CentrePhrases::tr("Enter the day since when this one is open: one after the other was closed.")};
    if (where == QLatin1String("month.doubted"))
        return Sentence{
            CentrePhrases::tr("The certificate of this month was suspended or revoked."), kept,
            CentrePhrases::tr("Its months count again when it is reinstated; those of a revoked one do not.")};
    if (where == QLatin1String("contact_agreed_at"))
        return Sentence{CentrePhrases::tr("The contact before agreed to stand on the public list, this one did not."),
                        kept, CentrePhrases::tr("Tick the box when this person agrees.")};
    if (where == QLatin1String("month.closing"))
        return Sentence{CentrePhrases::tr("The centre was closed before this month."), kept,
                        CentrePhrases::tr("Choose an earlier month, or correct the day on which it was closed.")};
    if (where == QLatin1String("month.reported"))
        return Sentence{CentrePhrases::tr("This month was reported already."), kept,
                        CentrePhrases::tr("Choose another month, or correct the one that is there.")};
    if (where == QLatin1String("seats_taken") && error.code == ErrorCode::InvalidValue)
        return Sentence{CentrePhrases::tr("More seats are taken than there are."), kept,
                        CentrePhrases::tr("Check both numbers.")};
    if (where == QLatin1String("dg_skills") && error.code == ErrorCode::InvalidValue)
        return Sentence{CentrePhrases::tr("There are more DG Skills members than freelancers."), kept,
                        CentrePhrases::tr("Those of DG Skills are counted among the freelancers: check both numbers.")};
    return {};
}

namespace centrewords {

QString amenity(const QString &token)
{
    if (token == QLatin1String("internet"))
        return CentrePhrases::tr("Internet");
    if (token == QLatin1String("generator"))
        return CentrePhrases::tr("Power without cuts");
    if (token == QLatin1String("meeting_room"))
        return CentrePhrases::tr("Meeting room");
    if (token == QLatin1String("training_room"))
        return CentrePhrases::tr("Training room");
    if (token == QLatin1String("prayer_room"))
        return CentrePhrases::tr("Prayer room");
    if (token == QLatin1String("women_area"))
        return CentrePhrases::tr("Area for women");
    if (token == QLatin1String("child_care"))
        return CentrePhrases::tr("Child care");
    if (token == QLatin1String("canteen"))
        return CentrePhrases::tr("Canteen");
    if (token == QLatin1String("parking"))
        return CentrePhrases::tr("Parking");
    if (token == QLatin1String("level_access"))
        return CentrePhrases::tr("Entrance without steps");
    return labels::field(token);
}

QString month(const QString &token)
{
    const auto month = Month::parse(token);
    return month ? format::month(month->firstDay()) : token;
}

ChipContent clock(const CentreRow &centre, const QDate &today, bool visits)
{
    if (centre.isClosed())
        return {Status::Neutral, QStringLiteral("dashed-ring"), CentrePhrases::tr("Closed")};
    const CentreCertificate &certificate = centre.certificate;
    const CertificateStage stage = certificate.stage(today);
    if (!centre::carries(stage))
        return {stage == CertificateStage::Suspended ? Status::Warn : Status::Bad, QStringLiteral("octagon-cross"),
                stageWords(stage)};
    const bool surveillance = visits && certificate.surveillanceDue.isValid() && !certificate.surveillanceMade;
    const qint64 toSurveillance = surveillance ? today.daysTo(certificate.surveillanceDue) : kReminderDays + 1;
    const qint64 toEnd = today.daysTo(certificate.validUntil);
    if (toSurveillance < 0)
        return {Status::Bad, QStringLiteral("clock"), CentrePhrases::tr("Surveillance overdue")};
    if (centre.hasTooManySeats())
        return {Status::Bad, QStringLiteral("triangle"), CentrePhrases::tr("Too many seats")};
    if (toEnd <= kReminderDays)
        return {Status::Warn, QStringLiteral("clock"),
                toEnd == 0 ? CentrePhrases::tr("Ends today") : CentrePhrases::tr("Ends in %1").arg(days(toEnd))};
    if (toSurveillance <= kReminderDays)
        return {Status::Warn, QStringLiteral("clock"),
                toSurveillance == 0 ? CentrePhrases::tr("Surveillance today")
                                    : CentrePhrases::tr("Surveillance in %1").arg(days(toSurveillance))};
    return {Status::Ok, QStringLiteral("ribbon"), CentrePhrases::tr("In force")};
}

QString reminder(const CentreReminder &reminder, const QDate &today)
{
    const CentreCertificate &certificate = reminder.centre.certificate;
    const QString day = format::date(reminder.day);
    switch (reminder.matter) {
    case CentreMatter::Surveillance: {
        const QString given = certificate.surveillanceGiven ? CentrePhrases::tr("an inspector was sent")
                                                            : CentrePhrases::tr("nobody was sent");
        return format::list({reminder.isOverdue(today) ? CentrePhrases::tr("Surveillance was due on %1").arg(day)
                                                       : CentrePhrases::tr("Surveillance is due on %1").arg(day),
                             given});
    }
    case CentreMatter::TooManySeats:
        return CentrePhrases::tr("It has %1, and its certificate allows %2")
            .arg(format::seats(reminder.centre.seats), format::number(certificate.seats));
    case CentreMatter::Expiring:
        return CentrePhrases::tr("The certificate ends on %1").arg(day);
    case CentreMatter::Lapsed:
        break;
    }
    return reminder.day.isValid() ? CentrePhrases::tr("The certificate ended on %1").arg(day)
           : certificate.id.isEmpty()
               ? CentrePhrases::tr("The building has no certificate")
               : CentrePhrases::tr("The certificate is not in force: %1").arg(stageWords(certificate.stage(today)));
}

Status status(const CentreReminder &reminder, const QDate &today)
{
    return reminder.isOverdue(today) ? Status::Bad : Status::Warn;
}

QString rate(qint64 paisa, qint64 ceilingPaisa)
{
    return paisa <= ceilingPaisa ? format::rupees(paisa)
                                 : CentrePhrases::tr("%1, above the ceiling of %2")
                                       .arg(format::rupees(paisa), format::rupees(ceilingPaisa));
}

QString taken(int taken, int seats)
{
    const auto share = centre::shareBp(taken, seats);
    return share ? format::list({format::percent(*share),
                                 CentrePhrases::tr("%1 of %2").arg(format::number(taken), format::number(seats))})
                 : QString();
}

QString dollars(qint64 cents)
{
    return format::isolate(
        QStringLiteral("US$ %1.%2").arg(format::number(cents / 100)).arg(cents % 100, 2, 10, QLatin1Char('0')));
}

QString rejection(const OutboxRow &row)
{
    const bool month = row.change.entity == Entity::OccupancyReport;
    if (!month && row.change.entity != Entity::Centre)
        return {};
    if (!month && row.code == QLatin1String("wrong_state") && row.change.kind == ChangeKind::Delete)
        return CentrePhrases::tr("Months were reported of this centre meanwhile, so it stays.");
    if (row.code == QLatin1String("wrong_state") && month)
        return CentrePhrases::tr("On the server no certificate of the building that counts was in force in this month. "
                                 "Where it was suspended, have it reinstated and send this again; else give the month "
                                 "up.");
    if (row.code == QLatin1String("wrong_state"))
        return CentrePhrases::tr("The certificate of the building is not in force on the server. Have it issued, "
                                 "renewed or reinstated, and send this again.");
    if (row.code == QLatin1String("invalid") && month && row.field == QLatin1String("month"))
        return CentrePhrases::tr("On the server the centre was not open in this month: somebody changed the day on "
                                 "which it opened or closed. Correct that day and send this again, or give the month "
                                 "up.");
    if (row.code == QLatin1String("invalid") && !month && row.field == QLatin1String("opened_on"))
        return CentrePhrases::tr("On the server the centre has a month before this day, or another centre was open in "
                                 "the building then. Enter another day and send this again, or give it up.");
    if (row.code == QLatin1String("invalid") && !month && row.field == QLatin1String("closed_on"))
        return CentrePhrases::tr("On the server the centre opened or has a month after this day, or another centre was "
                                 "open in the building until then. Enter another day and send this again, or give it "
                                 "up.");
    if (row.code == QLatin1String("invalid") && !month && row.field == QLatin1String("contact_agreed_at"))
        return CentrePhrases::tr("The contact before agreed to stand on the public list, this one did not. Say whether "
                                 "this one does, and send this again.");
    if (row.code == QLatin1String("exists"))
        return month ? CentrePhrases::tr("This month was reported already, from elsewhere. Correct that one and give "
                                         "this one up.")
                     : CentrePhrases::tr("The building has a centre already: somebody opened it from elsewhere. Change "
                                         "that one and give this one up.");
    return {};
}

QString centresCounted(qsizetype count)
{
    return count == 1 ? CentrePhrases::tr("1 centre") : CentrePhrases::tr("%1 centres").arg(format::number(count));
}

QString months(qsizetype count)
{
    return count == 1 ? CentrePhrases::tr("1 month") : CentrePhrases::tr("%1 months").arg(format::number(count));
}

} // namespace centrewords
} // namespace markaz::ui
