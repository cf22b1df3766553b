// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/buildings.h"

#include "core/security/permissions.h"
#include "core/storage/syncstaterepository.h"
#include "core/support/programmeday.h"

namespace markaz {
namespace {

Error inField(const Error &error, const QString &prefix)
{
    return makeError(error.code, error.detail, prefix + error.where);
}

bool isNothing(const FieldSpec *field, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined() || (value.isString() && value.toString().trimmed().isEmpty()))
        return true;
    return field != nullptr && field->type == FieldType::Integer && value.isDouble() && value.toDouble() == 0.0;
}

/// \p fields with what was entered laid over them: texts trimmed, emptied ones gone.
QJsonObject withEntry(Entity entity, QJsonObject fields, const QJsonObject &entry)
{
    for (auto it = entry.begin(); it != entry.end(); ++it) {
        if (isNothing(specOf(entity).find(it.key()), it.value()))
            fields.remove(it.key());
        else
            fields.insert(it.key(), it->isString() ? QJsonValue(it->toString().trimmed()) : it.value());
    }
    return fields;
}

/// \p before as a filled-in form changes it: \p kept and what this program does not know stay, the rest is the form's.
QJsonObject replaced(Entity entity, const QJsonObject &before, const QStringList &kept, const QJsonObject &entry)
{
    QJsonObject fields;
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (kept.contains(it.key()) || specOf(entity).find(it.key()) == nullptr)
            fields.insert(it.key(), it.value());
    }
    return withEntry(entity, std::move(fields), entry);
}

/// What the use cases give a building, not the form.
const QStringList kOwnMembers{QStringLiteral("code"),         QStringLiteral("owner"),
                              QStringLiteral("sample"),       QStringLiteral("merged_into"),
                              QStringLiteral("merge_reason"), QStringLiteral("received_at")};

Result<void> checkOwnMembers(const QJsonObject &entry, const QJsonObject &before)
{
    for (const QString &name : kOwnMembers) {
        if (entry.contains(name) && entry.value(name) != before.value(name))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("%1 is not entered").arg(name), name);
    }
    return {};
}

/// The city of \p fields; InvalidValue or Incomplete with `where` "city".
Result<City> cityOf(const Gazetteer &gazetteer, const QJsonObject &fields)
{
    const QJsonValue value = fields.value(QStringLiteral("city"));
    if (value.isUndefined())
        return makeError(ErrorCode::Incomplete, QStringLiteral("city is missing"), QStringLiteral("city"));
    const City *city = gazetteer.city(value.toInt());
    if (city == nullptr)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no city of the gazetteer"), QStringLiteral("city"));
    return *city;
}

Result<void> checkDays(const QJsonObject &fields, const Clock &clock)
{
    const QDate today = programmeDay(clock.now());
    const QDate idle = QDate::fromString(fields.value(QStringLiteral("idle_since")).toString(), Qt::ISODate);
    if (idle.isValid() && idle > today)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("lies in the future"), QStringLiteral("idle_since"));
    if (fields.value(QStringLiteral("year_built")).toInt() > today.year())
        return makeError(ErrorCode::InvalidValue, QStringLiteral("lies in the future"), QStringLiteral("year_built"));
    return {};
}

Result<QString> makeOwner(const RegisterBuilding::Create &create, const Actor &actor, const QJsonObject &entry,
                          const QString &province, bool sample)
{
    if (auto allowed = may(actor, Action::RegisterOwner, Subject::in(province)); !allowed)
        return allowed.error();
    QJsonObject fields = withEntry(Entity::Owner, {}, entry);
    fields.insert(QStringLiteral("province"), province);
    if (sample)
        fields.insert(QStringLiteral("sample"), true);
    auto made = create(Entity::Owner, fields);
    if (!made)
        return inField(made.error(), QStringLiteral("owner."));
    return made->id;
}

} // namespace

Result<Building> RegisterBuilding::run(const Actor &actor, const BuildingEntry &entry)
{
    ChangeSet changes(m_workspace, actor);
    auto building = make(
        actor, entry, [&changes](Entity entity, const QJsonObject &fields) { return changes.create(entity, fields); });
    if (!building)
        return building;
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    return building;
}

Result<Building> RegisterBuilding::make(const Actor &actor, const BuildingEntry &entry, const Create &create)
{
    if (auto own = checkOwnMembers(entry.building, {}); !own)
        return own.error();
    QJsonObject fields = withEntry(Entity::Building, {}, entry.building);
    const auto city = cityOf(m_gazetteer, fields);
    if (!city)
        return city.error();
    if (auto allowed = may(actor, Action::RegisterBuilding, Subject::in(city->province)); !allowed)
        return allowed.error();
    if (auto days = checkDays(fields, m_workspace.clock); !days)
        return days.error();
    const auto sample = SyncStateRepository(m_workspace.database).value(QStringLiteral("sample_data"));
    if (!sample)
        return sample.error();
    const bool isSample = *sample == QLatin1String("1");
    if (isSample)
        fields.insert(QStringLiteral("sample"), true);

    if (!entry.ownerId.isEmpty()) {
        if (auto owner = m_workspace.records.require(Entity::Owner, entry.ownerId); !owner)
            return owner.error();
        fields.insert(QStringLiteral("owner"), entry.ownerId);
    } else if (!entry.owner.isEmpty()) {
        auto owner = makeOwner(create, actor, entry.owner, city->province, isSample);
        if (!owner)
            return owner.error();
        fields.insert(QStringLiteral("owner"), *owner);
    }

    const auto number = BuildingRepository(m_workspace.database).nextNumber(city->prefix);
    if (!number)
        return number.error();
    const auto code = BuildingCode::make(city->prefix, *number);
    if (!code)
        return code.error();
    fields.insert(QStringLiteral("code"), code->toString());
    auto made = create(Entity::Building, fields);
    if (!made)
        return made.error();
    return Building::from(std::move(made).value());
}

/// The record as it was seen, where that is said; it has to be there still. InvalidValue for another one's.
Result<Record> EditBuilding::seenOr(const std::optional<Record> &seen, Entity entity, const QString &id)
{
    auto now = m_workspace.records.require(entity, id);
    if (!now || !seen)
        return now;
    if (seen->entity != entity || seen->id != id)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("another record was seen"), token(entity));
    return *seen;
}

Result<Building> EditBuilding::run(const Actor &actor, const QString &buildingId, const BuildingEntry &entry)
{
    const auto before = seenOr(entry.seen, Entity::Building, buildingId);
    if (!before)
        return before.error();
    if (auto own = checkOwnMembers(entry.building, before->fields); !own)
        return own.error();
    QJsonObject after = replaced(Entity::Building, before->fields, kOwnMembers, entry.building);
    const auto oldCity = cityOf(m_gazetteer, before->fields);
    const auto newCity = cityOf(m_gazetteer, after);
    if (!newCity)
        return newCity.error();
    Subject subject = Subject::in(newCity->province);
    if (oldCity && oldCity->province != newCity->province)
        subject.provinces.append(oldCity->province);
    if (auto allowed = may(actor, Action::EditBuilding, subject); !allowed)
        return allowed.error();
    const auto now = m_workspace.records.require(Entity::Building, buildingId); // merged since it was seen?
    if (!now)
        return now.error();
    if (!now->fields.value(QStringLiteral("merged_into")).toString().isEmpty())
        return makeError(ErrorCode::WrongState, QStringLiteral("it was merged into another building"),
                         QStringLiteral("merged"));
    if (subject.provinces.size() > 1) {
        const auto merged = BuildingRepository(m_workspace.database).mergedInto(buildingId);
        if (!merged)
            return merged.error();
        if (!merged->isEmpty())
            return makeError(ErrorCode::WrongState, QStringLiteral("another building was merged into it"),
                             QStringLiteral("merged"));
    }
    if (auto days = checkDays(after, m_workspace.clock); !days)
        return days.error();

    ChangeSet changes(m_workspace, actor);
    if (!entry.ownerId.isEmpty())
        after.insert(QStringLiteral("owner"), entry.ownerId);
    const QString ownerId = after.value(QStringLiteral("owner")).toString();
    if (!ownerId.isEmpty() && (!entry.owner.isEmpty() || !entry.ownerId.isEmpty())) {
        const auto owner = seenOr(entry.seenOwner, Entity::Owner, ownerId);
        if (!owner)
            return owner.error();
        if (!entry.owner.isEmpty()) {
            const QString province = owner->fields.value(QStringLiteral("province")).toString();
            if (auto allowed = may(actor, Action::EditOwner, Subject::in(province)); !allowed)
                return allowed.error();
            auto edited =
                changes.update(*owner, replaced(Entity::Owner, owner->fields,
                                                {QStringLiteral("province"), QStringLiteral("sample")}, entry.owner));
            if (!edited)
                return inField(edited.error(), QStringLiteral("owner."));
        }
    } else if (!entry.owner.isEmpty()) {
        const bool sample = before->fields.value(QStringLiteral("sample")).toBool();
        auto made =
            makeOwner([&changes](Entity entity, const QJsonObject &fields) { return changes.create(entity, fields); },
                      actor, entry.owner, newCity->province, sample);
        if (!made)
            return made.error();
        after.insert(QStringLiteral("owner"), *made);
    }
    auto edited = changes.update(*before, after);
    if (!edited)
        return edited.error();
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    return m_workspace.records.requireAs<Building>(buildingId);
}

} // namespace markaz
