// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/occupancy.h"

#include "core/domain/change.h"
#include "core/security/permissions.h"
#include "core/storage/buildingrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/inspectionsubject.h"

#include <algorithm>

namespace markaz {
namespace {

void enter(QJsonObject &fields, const MonthEntry &entry)
{
    fields.insert(QStringLiteral("seats"), entry.seats);
    fields.insert(QStringLiteral("seats_taken"), entry.seatsTaken);
    fields.insert(QStringLiteral("freelancers"), entry.freelancers);
    fields.insert(QStringLiteral("dg_skills"), entry.dgSkills);
    fields.insert(QStringLiteral("other_staff"), entry.otherStaff);
    fields.insert(QStringLiteral("seat_rate_paisa"), entry.seatRatePaisa);
    fields.insert(QStringLiteral("trainings"), entry.trainings);
    fields.insert(QStringLiteral("events"), entry.events);
    setValueAt(fields, QStringLiteral("export_usd_cents"),
               entry.exportUsdCents ? QJsonValue(*entry.exportUsdCents) : QJsonValue(QJsonValue::Null));
}

bool isBeforeOpening(const Centre &centre, const Month &month)
{
    return centre.openedOn().isValid() && month.lastDay() < centre.openedOn();
}

bool isAfterClosing(const Centre &centre, const Month &month)
{
    return centre.isClosed() && month.firstDay() > centre.closedOn();
}

} // namespace

MonthEntry entryOf(const OccupancyReport &report)
{
    return {report.month().toString(), report.seats(),         report.seatsTaken(),    report.freelancers(),
            report.dgSkills(),         report.otherStaff(),    report.seatRatePaisa(), report.trainings(),
            report.events(),           report.exportUsdCents()};
}

Result<void> RecordOccupancy::allowed(const Actor &actor, const Centre &centre) const
{
    const auto terms = this->terms(actor, centre);
    return terms ? terms->right : Result<void>(terms.error());
}

Result<CentreTerms> RecordOccupancy::terms(const Actor &actor, const Centre &centre) const
{
    const CentreRepository centres(m_workspace.database);
    const auto province = BuildingRepository(m_workspace.database).provinceOf(centre.buildingId());
    if (!province)
        return province.error();
    auto carriers = centres.carriers(centre.buildingId(), programmeDay(m_workspace.clock.now()));
    if (!carriers)
        return carriers.error();
    const auto reported = centres.reportedMonths(centre.id());
    if (!reported)
        return reported.error();
    auto right = may(actor, Action::RecordOccupancy, Subject::in(*province));
    if (right &&
        std::none_of(carriers->begin(), carriers->end(), [](const MonthCarrier &one) { return one.isTrusted(); }))
        right = makeError(ErrorCode::WrongState, QStringLiteral("no certificate carries its months"),
                          QStringLiteral("centre.certificate"));
    return CentreTerms{centre, std::move(right), std::move(carriers).value(),
                       QSet<QString>(reported->begin(), reported->end())};
}

Result<int> CentreTerms::certifiedIn(const Month &month) const
{
    if (isBeforeOpening(centre, month))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the centre was not open yet"),
                         QStringLiteral("month.opening"));
    if (isAfterClosing(centre, month))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the centre was closed"),
                         QStringLiteral("month.closing"));
    return carriedIn(month);
}

Result<int> CentreTerms::carriedIn(const Month &month) const
{
    const int seats = seatsCertifiedIn(month, carriers);
    if (seats > 0)
        return seats;
    return isDoubted(month, carriers)
               ? makeError(ErrorCode::InvalidValue, QStringLiteral("its certificate was suspended or revoked"),
                           QStringLiteral("month.doubted"))
               : makeError(ErrorCode::InvalidValue, QStringLiteral("no certificate was in force in that month"),
                           QStringLiteral("month.certificate"));
}

int CentreTerms::seatsIn(const Month &month) const
{
    const int certified = seatsCertifiedIn(month, carriers);
    return certified > 0 ? std::min(centre.seats(), certified) : centre.seats();
}

QStringList RecordOccupancy::open(const CentreTerms &terms) const
{
    constexpr int kMost = 36;
    const Month running = Month::of(programmeDay(m_workspace.clock.now()));
    QStringList months;
    for (int back = 0; back < kMost; ++back) {
        const Month month = running.plus(-back);
        if (isBeforeOpening(terms.centre, month))
            break;
        if (!terms.reported.contains(month.toString()) && terms.certifiedIn(month))
            months.append(month.toString());
    }
    return months;
}

MonthEntry RecordOccupancy::proposal(const CentreTerms &terms) const
{
    const QString running = Month::of(programmeDay(m_workspace.clock.now())).toString();
    const QStringList months = open(terms);
    MonthEntry entry;
    entry.month = months.value(months.value(0) == running && months.size() > 1 ? 1 : 0);
    const auto month = Month::parse(entry.month);
    entry.seats = month ? terms.seatsIn(*month) : terms.centre.seats();
    entry.seatRatePaisa = terms.centre.seatRatePaisa();
    return entry;
}

QJsonObject RecordOccupancy::fieldsOf(const Actor &actor, const Centre &centre, const MonthEntry &entry) const
{
    QJsonObject fields{{QStringLiteral("centre"), centre.id()},
                       {QStringLiteral("month"), entry.month},
                       {QStringLiteral("author"), actor.accountId},
                       {QStringLiteral("made_at"), toIso(m_workspace.clock.now())}};
    enter(fields, entry);
    markSample(fields, centre.record());
    return fields;
}

Result<void> RecordOccupancy::check(const Actor &actor, const CentreTerms &terms, const MonthEntry &entry) const
{
    if (!terms.right)
        return terms.right;
    const auto month = Month::parse(entry.month);
    if (!month)
        return month.error();
    if (*month > Month::of(programmeDay(m_workspace.clock.now())))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the month has not begun"),
                         QStringLiteral("month.future"));
    const auto certified = terms.certifiedIn(*month);
    if (!certified)
        return certified.error();
    if (terms.reported.contains(entry.month))
        return makeError(ErrorCode::Exists, QStringLiteral("the month was reported"), QStringLiteral("month.reported"));
    if (auto seats = centre::checkSeats(entry.seats, *certified); !seats)
        return seats;
    return specOf(Entity::OccupancyReport).check(fieldsOf(actor, terms.centre, entry));
}

Result<OccupancyReport> RecordOccupancy::run(const Actor &actor, const QString &centreId, const MonthEntry &entry)
{
    const auto centre = m_workspace.records.requireAs<Centre>(centreId);
    if (!centre)
        return centre.error();
    const auto terms = this->terms(actor, *centre);
    if (!terms)
        return terms.error();
    if (auto checked = check(actor, *terms, entry); !checked)
        return checked.error();
    ChangeSet changes(m_workspace, actor);
    const auto created = changes.create(Entity::OccupancyReport, fieldsOf(actor, *centre, entry));
    if (!created)
        return created.error();
    if (auto done = changes.commit(); !done)
        return done.error();
    return m_workspace.records.requireAs<OccupancyReport>(created->id);
}

Result<Centre> RecordOccupancy::centreOf(const OccupancyReport &report) const
{
    return m_workspace.records.requireAs<Centre>(report.centreId());
}

Result<OccupancyReport> RecordOccupancy::edit(const Actor &actor, const QString &id, const MonthEntry &entry,
                                              const std::optional<MonthEntry> &seen)
{
    const auto report = m_workspace.records.requireAs<OccupancyReport>(id);
    if (!report)
        return report.error();
    const auto centre = centreOf(*report);
    if (!centre)
        return centre.error();
    const auto terms = this->terms(actor, *centre);
    if (!terms)
        return terms.error();
    if (!terms->right)
        return terms->right.error();
    const auto certified = terms->certifiedIn(report->month());
    if (!certified)
        return certified.error();
    const MonthEntry shown = seen.value_or(entryOf(*report));
    if (entry.seats != shown.seats) {
        if (auto seats = centre::checkSeats(entry.seats, *certified); !seats)
            return seats.error();
    }
    Record before = report->record();
    enter(before.fields, shown);
    QJsonObject fields = before.fields;
    enter(fields, entry);
    ChangeSet changes(m_workspace, actor);
    const auto updated = changes.update(before, fields);
    if (!updated)
        return updated.error();
    if (auto done = changes.commit(); !done)
        return done.error();
    return m_workspace.records.requireAs<OccupancyReport>(id);
}

Result<void> RecordOccupancy::remove(const Actor &actor, const QString &id)
{
    const auto report = m_workspace.records.requireAs<OccupancyReport>(id);
    if (!report)
        return report.error();
    const auto centre = centreOf(*report);
    if (!centre)
        return centre.error();
    const auto terms = this->terms(actor, *centre);
    if (!terms)
        return terms.error();
    if (!terms->right)
        return terms->right;
    if (auto carried = terms->carriedIn(report->month()); !carried)
        return carried.error();
    ChangeSet changes(m_workspace, actor);
    changes.remove(report->record());
    return changes.commit();
}

} // namespace markaz
