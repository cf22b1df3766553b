// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/import/rowjudge.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/rules/changerules.h"
#include "core/domain/buildingcode.h"
#include "core/domain/change.h"

namespace markaz::server {
namespace {

constexpr int kAtOnce = 200; // rows: the working set looks through itself for each

Actor serverItself(const Gazetteer &gazetteer)
{
    Actor actor{QStringLiteral("server"), QStringLiteral("server"), QString(), Role::Officer, {}};
    for (const Province &province : gazetteer.provinces())
        actor.provinces.append(province.code);
    return actor;
}

RowFault refused(const ImportRow &row, const QString &field, const QString &why)
{
    return {row.line, RowReason::Refused, field, {}, makeError(ErrorCode::InvalidValue, why, field)};
}

QString ownerKey(const ImportRow &row)
{
    QStringList parts{row.city->province};
    for (const char *field : {"name", "kind", "cnic_ntn"})
        parts.append(row.owner.value(QLatin1String(field)).toString().toCaseFolded());
    return parts.join(QLatin1Char('|'));
}

} // namespace

RowJudge::Batch::Batch(const RowJudge &judge, RecordTable &table)
    : records(table)
    , context{judge.m_store,
              judge.m_database,
              records,
              judge.m_reference,
              judge.m_key,
              judge.m_server,
              QString(),
              judge.m_clock.now(),
              judge.m_ids,
              {},
              {},
              {}}
{
}

RowJudge::RowJudge(Store &store, const Reference &reference, const SigningKey &key, const Clock &clock, IdSource &ids)
    : m_store(store)
    , m_database(store.database())
    , m_reference(reference)
    , m_key(key)
    , m_clock(clock)
    , m_ids(ids)
    , m_table(store.database())
    , m_server(serverItself(reference.gazetteer))
    , m_batch(std::make_unique<Batch>(*this, m_table))
{
}

Result<void> RowJudge::begin(SimilarBuildings &similar)
{
    if (auto locked = m_table.takeWritersLock(); !locked)
        return locked;
    auto buildings = m_table.all(Entity::Building);
    if (!buildings)
        return buildings.error();
    for (const StoredRecord &building : std::as_const(*buildings)) {
        if (building.text("merged_into").isEmpty())
            similar.add(building.record.fields, {building.ukey});
    }
    return {};
}

Result<std::variant<QString, RowFault>> RowJudge::codeOf(const ImportRow &row)
{
    using Answer = std::variant<QString, RowFault>;
    if (!row.code.isEmpty()) {
        auto known = m_table.byKey(Entity::Building, row.code);
        if (!known)
            return known.error();
        if (known->has_value() || m_codes.contains(row.code))
            return Answer(refused(row, QStringLiteral("code"), QStringLiteral("%1 is taken").arg(row.code)));
        return Answer(row.code);
    }
    const QString prefix = row.city->prefix;
    if (!m_highest.contains(prefix)) {
        auto highest = m_table.highestCode(prefix);
        if (!highest)
            return highest.error();
        m_highest.insert(prefix, *highest);
    }
    for (;;) { // past the codes that the file gave to rows before
        const auto code = BuildingCode::make(prefix, ++m_highest[prefix]);
        if (!code) {
            RowFault full =
                refused(row, QStringLiteral("city"), QStringLiteral("%1 has no free code left").arg(row.city->name));
            full.reason = RowReason::NoFreeCode;
            return Answer(full);
        }
        if (!m_codes.contains(code->toString()))
            return Answer(code->toString());
    }
}

Result<std::optional<RowFault>> RowJudge::judged(const ImportRow &row, Entity entity, const QString &id,
                                                 const QJsonObject &fields)
{
    const QString prefix = entity == Entity::Owner ? QStringLiteral("owner_") : QString();
    if (auto checked = specOf(entity).check(fields); !checked) // says more than the rule's own refusal
        return std::optional<RowFault>(refused(row, prefix + checked.error().where, checked.error().detail));
    const Change change{m_ids.next(),
                        entity,
                        id,
                        ChangeKind::Create,
                        0,
                        1,
                        m_batch->context.at(),
                        differences(specOf(entity), {}, fields)};
    m_batch->context.quarantine.clear();
    auto result = judge(m_batch->context, change);
    if (!result)
        return result.error();
    if (result->outcome == Outcome::Applied)
        return std::optional<RowFault>();
    return std::optional<RowFault>(refused(row, prefix + result->field, result->message));
}

Result<std::variant<QString, RowFault>> RowJudge::add(const ImportRow &row)
{
    using Answer = std::variant<QString, RowFault>;
    auto code = codeOf(row);
    if (!code || std::holds_alternative<RowFault>(*code))
        return code;
    m_batch->context.events.clear();
    QJsonObject fields = row.building;
    fields.insert(QStringLiteral("code"), std::get<QString>(*code));
    const QString key = row.owner.isEmpty() ? QString() : ownerKey(row);
    QString ownerId = m_owners.value(key);
    if (!row.owner.isEmpty() && ownerId.isEmpty()) {
        ownerId = m_ids.next();
        QJsonObject owner = row.owner;
        owner.insert(QStringLiteral("province"), row.city->province);
        auto fault = judged(row, Entity::Owner, ownerId, owner);
        if (!fault || *fault) {
            m_batch->records.drop();
            return fault ? Result<Answer>(Answer(**fault)) : Result<Answer>(fault.error());
        }
    }
    if (!ownerId.isEmpty())
        fields.insert(QStringLiteral("owner"), ownerId);
    auto fault = judged(row, Entity::Building, m_ids.next(), fields);
    if (!fault || *fault) {
        m_batch->records.drop();
        return fault ? Result<Answer>(Answer(**fault)) : Result<Answer>(fault.error());
    }
    m_batch->records.keep();
    m_events.append(m_batch->context.events);
    m_codes.insert(std::get<QString>(*code));
    if (!key.isEmpty())
        m_owners.insert(key, ownerId);
    ++m_buildings;
    if (++m_waiting >= kAtOnce) {
        if (auto written = write(); !written)
            return written.error();
    }
    return code;
}

Result<void> RowJudge::write()
{
    auto written = m_table.write(m_batch->records.writes(), m_batch->context.at());
    if (!written)
        return written.error();
    m_batch = std::make_unique<Batch>(*this, m_table);
    m_waiting = 0;
    return AuditLog(m_database).append(std::exchange(m_events, {}), *written);
}

Result<void> RowJudge::end()
{
    AuditEvent event = auditEvent(m_batch->context.at(), QStringLiteral("server"), {}, AuditAction::ImportBuildings);
    event.insert(QStringLiteral("buildings"), m_buildings);
    m_events.append(event);
    return write();
}

} // namespace markaz::server
