// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/publiccentres.h"

#include "app/server/store/policies.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/rules/certificates.h"
#include "core/domain/centre.h"

#include <QJsonArray>
#include <QScopeGuard>
#include <QSet>

#include <algorithm>

namespace markaz::server {
namespace {

QString wholeOf(const StoredRecord &building)
{
    const QString into = building.text("merged_into");
    return into.isEmpty() ? building.id() : into;
}

std::optional<qint64> numberIn(const StoredRecord &record, const char *name)
{
    const QJsonValue value = record.record.fields.value(QLatin1String(name));
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

PublicCentre viewOf(const StoredRecord &centre, const StoredRecord &building, const StoredRecord &certificate,
                    const City *city)
{
    PublicCentre view;
    view.name = centre.text("name");
    view.city = city;
    view.buildingCode = building.text("code");
    view.place = certificate.text("building_place");
    view.certificate = certificate.text("number");
    view.validUntil = QDate::fromString(certificate.text("valid_until"), Qt::ISODate);
    // A renewal for fewer seats counts at once; the office lowers the centre's own figure later.
    view.seats = static_cast<int>(std::min(centre.number("seats"), certificate.number("seats")));
    view.seatRatePaisa = centre.number("seat_rate_paisa");
    view.openedOn = QDate::fromString(centre.text("opened_on"), Qt::ISODate);
    const QJsonArray amenities = centre.record.fields.value(QStringLiteral("amenities")).toArray();
    for (const auto &token : amenities)
        view.amenities.append(token.toString());
    view.latitudeE6 = numberIn(building, "latitude_e6");
    view.longitudeE6 = numberIn(building, "longitude_e6");
    if (!centre.text("contact_agreed_at").isEmpty())
        view.contact = {centre.text("contact_name"), centre.text("contact_phone"), centre.text("contact_email")};
    view.sample = centre.record.fields.value(QStringLiteral("sample")).toBool();
    return view;
}

/// As the policy in force on \p day has it.
Result<qint64> rateCeiling(Database &database, const ProgrammePolicy &compiledIn, const QDate &day)
{
    const auto policies = publishedPolicies(database, compiledIn);
    if (!policies)
        return policies.error();
    return inForceOn(*policies, day).figures.seatRateCeiling.value;
}

} // namespace

Result<QList<PublicCentre>> publicCentres(Database &database, const Gazetteer &gazetteer, const QDate &day)
{
    const RecordTable table(database);
    auto centres = table.centres();
    auto certificates = table.inForce(day.toString(Qt::ISODate));
    if (!centres || !certificates)
        return !centres ? centres.error() : certificates.error();
    QStringList ids;
    centres->removeIf([](const StoredRecord &centre) { return !centre.text("closed_on").isEmpty(); });
    for (const StoredRecord &centre : std::as_const(*centres))
        ids.append(centre.text("building"));
    for (const StoredRecord &certificate : std::as_const(*certificates))
        ids.append(certificate.text("building"));
    ids.removeDuplicates();
    auto loaded = table.load(ids);
    if (!loaded)
        return loaded.error();
    QHash<QString, StoredRecord> buildings;
    for (const StoredRecord &building : std::as_const(*loaded)) {
        if (!building.deleted)
            buildings.insert(building.id(), building);
    }
    QHash<QString, StoredRecord> inForce; // by the building that all of it belongs to
    for (const StoredRecord &certificate : std::as_const(*certificates)) {
        const auto building = buildings.constFind(certificate.text("building"));
        if (building != buildings.constEnd() && centre::carries(stageOf(certificate, day)))
            inForce.insert(wholeOf(*building), certificate);
    }
    // Two that were opened before their buildings were found to be one: the one of the building that stands is meant.
    std::stable_partition(centres->begin(), centres->end(), [&buildings](const StoredRecord &centre) {
        const auto building = buildings.constFind(centre.text("building"));
        return building != buildings.constEnd() && building->text("merged_into").isEmpty();
    });
    QList<PublicCentre> views;
    QSet<QString> listed; // buildings, as the whole that they are
    for (const StoredRecord &record : std::as_const(*centres)) {
        const auto building = buildings.constFind(record.text("building"));
        if (building == buildings.constEnd() || listed.contains(wholeOf(*building)))
            continue;
        const auto certificate = inForce.constFind(wholeOf(*building));
        const City *city = gazetteer.city(static_cast<int>(building->number("city")));
        if (certificate == inForce.constEnd() || city == nullptr)
            continue;
        views.append(viewOf(record, *building, *certificate, city));
        listed.insert(wholeOf(*building));
    }
    std::stable_sort(views.begin(), views.end(), [](const PublicCentre &a, const PublicCentre &b) {
        const int cities = QString::compare(a.city->name, b.city->name, Qt::CaseInsensitive);
        return cities != 0 ? cities < 0 : QString::compare(a.name, b.name, Qt::CaseInsensitive) < 0;
    });
    return views;
}

QByteArray PublicBodies::of(const QString &what, const QDateTime &now, const std::function<QByteArray()> &make)
{
    const QString minute = now.toUTC().toString(QStringLiteral("yyyy-MM-dd hh:mm"));
    {
        const std::scoped_lock lock(m_mutex);
        if (m_minute != minute)
            m_made.clear();
        m_minute = minute;
        if (const auto made = m_made.constFind(what); made != m_made.constEnd())
            return *made;
    }
    QByteArray bytes = make();
    const std::scoped_lock lock(m_mutex);
    if (m_minute == minute)
        m_made.insert(what, bytes);
    return bytes;
}

Result<std::shared_ptr<const PublicCentreList>> PublicCentreLists::on(Database &database, const Reference &reference,
                                                                      const QDate &day)
{
    // As the index record_public has it (0011_centre.sql.in).
    const auto row =
        database.row(QStringLiteral("SELECT coalesce(max(seq), 0) FROM record WHERE entity IN ('building', "
                                    "'centre', 'certificate', 'policy')"));
    if (!row)
        return row.error();
    const qint64 seq = (*row)->value(0).toLongLong();
    std::unique_lock lock(m_mutex);
    const auto isThere = [&] { return m_newest && m_newest->seq == seq && m_newest->day == day; };
    while (m_reading && !isThere()) {
        if (m_newest && m_newest->day == day)
            return m_newest; // somebody reads the next one
        m_read.wait(lock);
    }
    if (isThere())
        return m_newest;
    m_reading = true;
    lock.unlock();
    const auto over = qScopeGuard([&] { // also where reading throws: nobody else would read it ever again
        if (!lock.owns_lock())
            lock.lock();
        m_reading = false;
        m_read.notify_all();
    });
    // What is written between the two is in the list, and makes it be read once more.
    auto centres = publicCentres(database, reference.gazetteer, day);
    const auto ceiling = rateCeiling(database, reference.policy, day);
    if (!centres || !ceiling)
        return centres ? ceiling.error() : centres.error();
    lock.lock();
    m_newest =
        std::make_shared<const PublicCentreList>(PublicCentreList{seq, day, std::move(centres).value(), *ceiling});
    return m_newest;
}

} // namespace markaz::server
