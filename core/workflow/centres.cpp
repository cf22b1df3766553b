// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/centres.h"

#include "core/security/permissions.h"
#include "core/storage/buildingrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/inspectionsubject.h"

#include <QJsonArray>

#include <algorithm>

namespace markaz {
namespace {

void enter(QJsonObject &fields, const CentreEntry &entry)
{
    const auto text = [&fields](const char *name, const QString &value) {
        const QString words = value.trimmed();
        setValueAt(fields, QLatin1String(name), words.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(words));
    };
    text("name", entry.name);
    fields.insert(QStringLiteral("seats"), entry.seats);
    fields.insert(QStringLiteral("seat_rate_paisa"), entry.seatRatePaisa);
    setValueAt(fields, QStringLiteral("running_cost_paisa"),
               entry.runningCostPaisa ? QJsonValue(*entry.runningCostPaisa) : QJsonValue(QJsonValue::Null));
    text("opened_on", entry.openedOn.toString(Qt::ISODate));
    text("closed_on", entry.closedOn.toString(Qt::ISODate));
    QJsonArray amenities;
    for (const QString &token : centre::amenities()) { // in one order, so that the same choice is the same list
        if (entry.amenities.contains(token))
            amenities.append(token);
    }
    setValueAt(fields, QStringLiteral("amenities"),
               amenities.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(amenities));
    text("contact_name", entry.contactName);
    text("contact_phone", entry.contactPhone);
    text("contact_email", entry.contactEmail);
    text("contact_agreed_at", entry.contactAgreedAt);
}

/// Who may do \p action at the building.
Result<void> mayDo(const Workspace &workspace, const Actor &actor, Action action, const QString &buildingId)
{
    const auto province = BuildingRepository(workspace.database).provinceOf(buildingId);
    if (!province)
        return province.error();
    return may(actor, action, Subject::in(*province));
}

Result<CentreCertificate> certificateFor(const Workspace &workspace, const QString &buildingId)
{
    const QDate today = programmeDay(workspace.clock.now());
    auto certificate = CentreRepository(workspace.database).certificateOf(buildingId, today);
    if (!certificate)
        return certificate;
    if (const CertificateStage stage = certificate->stage(today); !centre::carries(stage))
        return makeError(ErrorCode::WrongState, QStringLiteral("its certificate is %1").arg(token(stage)),
                         QStringLiteral("centre.certificate"));
    return certificate;
}

Result<void> checkSeats(int seats, const CentreCertificate &certificate)
{
    if (seats < 1)
        return makeError(ErrorCode::Incomplete, QStringLiteral("the seats are missing"), QStringLiteral("seats"));
    return centre::checkSeats(seats, certificate.seats);
}

/// It stands from the day on which it opened, and its months with it.
Result<void> checkOpening(const Workspace &workspace, const QString &id, const QDate &day)
{
    if (!day.isValid())
        return {};
    if (day > programmeDay(workspace.clock.now()))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the day has not come"),
                         QStringLiteral("centre.opened"));
    const auto months = CentreRepository(workspace.database).reportedMonths(id);
    if (!months)
        return months.error();
    if (!months->isEmpty() && months->first() < day.toString(QStringLiteral("yyyy-MM")))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("it reported on %1").arg(months->first()),
                         QStringLiteral("centre.opening"));
    return {};
}

/// Two centres of a building were never open on the same day.
Result<void> checkAlone(const Workspace &workspace, const QString &buildingId, const QString &id, const OpenDays &days)
{
    const auto others = CentreRepository(workspace.database).openDaysBeside(buildingId, id);
    if (!others)
        return others.error();
    if (std::any_of(others->begin(), others->end(), [&days](const OpenDays &other) { return days.meets(other); }))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("another centre was open there then"),
                         QStringLiteral("centre.beside"));
    return {};
}

Result<void> checkNotMerged(const Workspace &workspace, const QString &buildingId)
{
    const auto building = workspace.records.require(Entity::Building, buildingId);
    if (!building)
        return building.error();
    if (!building->fields.value(QStringLiteral("merged_into")).toString().isEmpty())
        return makeError(ErrorCode::WrongState, QStringLiteral("the building was merged into another one"),
                         QStringLiteral("merged"));
    return {};
}

/// It was open until then, and reported on nothing after it.
Result<void> checkClosing(const Workspace &workspace, const QString &id, const CentreEntry &entry)
{
    if (!entry.closedOn.isValid())
        return {};
    if (entry.closedOn > programmeDay(workspace.clock.now()))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the day has not come"),
                         QStringLiteral("centre.closed"));
    const auto months = CentreRepository(workspace.database).reportedMonths(id);
    if (!months)
        return months.error();
    if ((entry.openedOn.isValid() && entry.closedOn < entry.openedOn) ||
        (!months->isEmpty() && months->last() > entry.closedOn.toString(QStringLiteral("yyyy-MM"))))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("it was open or reported on later"),
                         QStringLiteral("centre.closing"));
    return {};
}

/// Whether nothing differs but whom to call, whether that is public, and that it closes.
bool sameButContact(CentreEntry entry, const CentreEntry &shown)
{
    if (entry.closedOn.isValid() || !shown.closedOn.isValid())
        entry.closedOn = shown.closedOn;
    entry.contactName = shown.contactName;
    entry.contactPhone = shown.contactPhone;
    entry.contactEmail = shown.contactEmail;
    entry.contactAgreedAt = shown.contactAgreedAt;
    return entry == shown;
}

/// A building has one centre that is open.
Result<void> checkNoOther(const Workspace &workspace, const QString &buildingId)
{
    const auto there = CentreRepository(workspace.database).centreOf(buildingId);
    if (!there)
        return there.error();
    return *there ? Result<void>(makeError(ErrorCode::Exists, QStringLiteral("it has a centre"),
                                           QStringLiteral("centre.building")))
                  : Result<void>();
}

Result<Centre> committed(Workspace &workspace, ChangeSet &changes, const Result<Record> &staged)
{
    if (!staged)
        return staged.error();
    if (auto done = changes.commit(); !done)
        return done.error();
    return workspace.records.requireAs<Centre>(staged->id);
}

} // namespace

bool isLapsed(const Error &error)
{
    return error.code == ErrorCode::WrongState && error.where == QLatin1String("centre.certificate");
}

bool opensCentres(Role role)
{
    return roleGrants(role, Action::OpenCentre);
}

bool seesMonths(Role role)
{
    return roleGrants(role, Action::SeeOccupancy);
}

bool knowsVisits(Role role)
{
    return role != Role::Inspector;
}

CentreEntry entryOf(const Centre &centre)
{
    return {centre.name(),         centre.seats(),           centre.seatRatePaisa(),
            centre.openedOn(),     centre.amenities(),       centre.contactName(),
            centre.contactPhone(), centre.contactEmail(),    centre.contactAgreedAt(),
            centre.closedOn(),     centre.runningCostPaisa()};
}

Result<CentreCertificate> Centres::mayOpen(const Actor &actor, const QString &buildingId) const
{
    const auto building = m_workspace.records.require(Entity::Building, buildingId);
    if (!building)
        return building.error();
    if (auto granted = mayDo(m_workspace, actor, Action::OpenCentre, buildingId); !granted)
        return granted.error();
    if (auto stands = checkNotMerged(m_workspace, buildingId); !stands)
        return stands.error();
    if (auto room = checkNoOther(m_workspace, buildingId); !room)
        return room.error();
    return certificateFor(m_workspace, buildingId);
}

Result<Centre> Centres::open(const Actor &actor, const QString &buildingId, const CentreEntry &entry)
{
    const auto certificate = mayOpen(actor, buildingId);
    if (!certificate)
        return certificate.error();
    if (auto seats = checkSeats(entry.seats, *certificate); !seats)
        return seats.error();
    if (auto day = checkOpening(m_workspace, {}, entry.openedOn); !day)
        return day.error();
    if (auto alone = checkAlone(m_workspace, buildingId, {}, {entry.openedOn, {}}); !alone)
        return alone.error();
    const auto building = m_workspace.records.require(Entity::Building, buildingId);
    if (!building)
        return building.error();
    QJsonObject fields{{QStringLiteral("building"), buildingId}};
    enter(fields, entry);
    markSample(fields, *building);
    ChangeSet changes(m_workspace, actor);
    return committed(m_workspace, changes, changes.create(Entity::Centre, fields));
}

Result<CentreCertificate> Centres::mayEdit(const Actor &actor, const Centre &centre) const
{
    if (auto granted = mayDo(m_workspace, actor, Action::EditCentre, centre.buildingId()); !granted)
        return granted.error();
    return certificateFor(m_workspace, centre.buildingId());
}

Result<Centre> Centres::edit(const Actor &actor, const QString &id, const CentreEntry &entry,
                             const std::optional<CentreEntry> &seen)
{
    const auto centre = m_workspace.records.requireAs<Centre>(id);
    if (!centre)
        return centre.error();
    const CentreEntry shown = seen.value_or(entryOf(*centre));
    const auto certificate = mayEdit(actor, *centre);
    const bool lapsed = !certificate && isLapsed(certificate.error());
    if (!certificate && !(lapsed && sameButContact(entry, shown)))
        return certificate.error();
    // A certificate for fewer seats than before asks for fewer when the seats are entered, as on the server.
    if (certificate && entry.seats != shown.seats) {
        if (auto seats = checkSeats(entry.seats, *certificate); !seats)
            return seats.error();
    }
    if (entry.openedOn != shown.openedOn) {
        if (auto day = checkOpening(m_workspace, id, entry.openedOn); !day)
            return day.error();
    }
    if (entry.closedOn != shown.closedOn || entry.openedOn != shown.openedOn) {
        if (auto day = checkClosing(m_workspace, id, entry); !day)
            return day.error();
    }
    if (shown.closedOn.isValid() && !entry.closedOn.isValid()) { // it opens again
        if (auto stands = checkNotMerged(m_workspace, centre->buildingId()); !stands)
            return stands.error();
        if (auto room = checkNoOther(m_workspace, centre->buildingId()); !room)
            return room.error();
    }
    if (const OpenDays days{entry.openedOn, entry.closedOn}; days.exceeds({shown.openedOn, shown.closedOn})) {
        if (auto alone = checkAlone(m_workspace, centre->buildingId(), id, days); !alone)
            return alone.error();
    }
    Record before = centre->record();
    enter(before.fields, shown);
    QJsonObject fields = before.fields;
    enter(fields, entry);
    if (centre::keepsAnothersWord(before.fields, fields))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the one before agreed, not this contact"),
                         QStringLiteral("contact_agreed_at"));
    ChangeSet changes(m_workspace, actor);
    return committed(m_workspace, changes, changes.update(before, fields));
}

QString Centres::agreedNow(const QString &before) const
{
    const QDateTime now = m_workspace.clock.now();
    return toIso(now) == before ? toIso(now.addMSecs(1)) : toIso(now);
}

Result<void> Centres::remove(const Actor &actor, const QString &id)
{
    const auto centre = m_workspace.records.requireAs<Centre>(id);
    if (!centre)
        return centre.error();
    if (auto granted = mayDo(m_workspace, actor, Action::RemoveCentre, centre->buildingId()); !granted)
        return granted;
    const auto months = CentreRepository(m_workspace.database).months(id);
    if (!months)
        return months.error();
    if (!months->isEmpty())
        return makeError(ErrorCode::WrongState, QStringLiteral("months were reported of it"),
                         QStringLiteral("centre.months"));
    ChangeSet changes(m_workspace, actor);
    changes.remove(centre->record());
    return changes.commit();
}

} // namespace markaz
