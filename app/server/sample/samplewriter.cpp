// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample/samplewriter.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/rules/certificates.h"
#include "core/support/programmeday.h"

#include <algorithm>

namespace markaz::server::sample {
namespace {

constexpr qsizetype kChunk = 500;

/// Each piece with an entry that vouches for it and begins as \p told.
Result<void> writeAll(Database &database, const QList<StoredRecord> &records, const QString &at, AuditEvent told)
{
    RecordTable table(database);
    for (qsizetype from = 0; from < records.size(); from += kChunk) {
        QList<RecordWrite> writes;
        for (qsizetype i = from; i < std::min(from + kChunk, records.size()); ++i)
            writes.append({std::nullopt, records.at(i)});
        auto written = table.write(writes, at);
        if (!written)
            return written.error();
        told.insert(QStringLiteral("entity"), token(writes.first().after.entity()));
        told.insert(QStringLiteral("count"), writes.size());
        if (auto logged = AuditLog(database).append({told}, *written); !logged)
            return logged;
    }
    return {};
}

/// Decisions and certificates, as they would have come about one after the other.
class Registry
{
public:
    Registry(Database &database, const World &world, const Reference &reference, const SigningKey &key, IdSource &ids,
             FixedClock &clock)
        : m_database(database)
        , m_reference(reference)
        , m_key(key)
        , m_ids(ids)
        , m_clock(clock)
    {
        for (const SampleBuilding &building : world.buildings)
            m_buildings.insert(building.record.id(), building.record);
        for (const StoredRecord &inspection : world.inspections)
            m_inspections.insert(inspection.id(), inspection);
    }

    Result<void> take(const DecisionStep &step);
    void expire(const QDateTime &now);
    const QList<StoredRecord> &decisions() const { return m_decisions; }
    const QList<StoredRecord> &certificates() const { return m_certificates; }

private:
    Result<void> issue(const DecisionStep &step, CertificateAction action);
    static Result<void> move(StoredRecord &certificate, CertificateAction action, const QString &reason,
                             const DecisionStep &step);
    void record(const DecisionStep &step, const StoredRecord &subject, const char *field);

    Database &m_database;
    const Reference &m_reference;
    const SigningKey &m_key;
    IdSource &m_ids;
    FixedClock &m_clock;
    QHash<QString, StoredRecord> m_buildings;
    QHash<QString, StoredRecord> m_inspections;
    QHash<QString, qsizetype> m_current; ///< building -> its certificate in m_certificates
    QList<StoredRecord> m_decisions;
    QList<StoredRecord> m_certificates;
};

void Registry::record(const DecisionStep &step, const StoredRecord &subject, const char *field)
{
    QJsonObject fields{{QStringLiteral("kind"), step.kind},
                       {QLatin1String(field), subject.id()},
                       {QStringLiteral("officer"), step.officer},
                       {QStringLiteral("made_at"), toIso(step.at)},
                       {QStringLiteral("sample"), true}};
    if (!step.grade.isEmpty()) {
        fields.insert(QStringLiteral("grade"), step.grade);
        fields.insert(QStringLiteral("seats"), step.seats);
    }
    if (!step.reason.isEmpty())
        fields.insert(QStringLiteral("reason"), step.reason);
    StoredRecord decision;
    decision.record = {Entity::Decision, m_ids.next(), 1, fields};
    decision.province = subject.province;
    decision.parent = subject.id();
    m_decisions.append(decision);
}

Result<void> Registry::move(StoredRecord &certificate, CertificateAction action, const QString &reason,
                            const DecisionStep &step)
{
    const auto after = decideOn(stageOf(certificate, programmeDay(step.at)), action, reason);
    if (!after)
        return after.error();
    setStage(certificate, *after, reason, step.at, action == CertificateAction::Renew ? QString() : step.officer);
    return {};
}

Result<void> Registry::issue(const DecisionStep &step, CertificateAction action)
{
    const StoredRecord inspection = m_inspections.value(step.inspection);
    record(step, inspection, "inspection");
    auto certificate = makeCertificate(m_database, m_reference, m_key,
                                       {m_buildings.value(step.building), inspection, step.officer, step.grade,
                                        step.seats, step.reason, step.at, m_ids.next()});
    if (!certificate)
        return certificate.error();
    if (const auto current = m_current.constFind(step.building); action == CertificateAction::Renew) {
        auto moved =
            move(m_certificates[current.value()], action, QStringLiteral("renewed by %1").arg(certificate->ukey), step);
        if (!moved)
            return moved;
    }
    m_current.insert(step.building, m_certificates.size());
    m_certificates.append(*certificate);
    return {};
}

Result<void> Registry::take(const DecisionStep &step)
{
    m_clock.set(step.at);
    const auto action = actionOfDecision(step.kind, step.grade);
    if (!action)
        return action.error();
    if (termsOf(*action).inspection)
        return issue(step, *action);
    StoredRecord &certificate = m_certificates[m_current.value(step.building)];
    record(step, certificate, "certificate");
    if (*action != CertificateAction::Appeal)
        return move(certificate, *action, step.reason, step);
    if (auto decided = decideOn(stageOf(certificate, programmeDay(step.at)), *action, step.reason); !decided)
        return decided.error();
    setAppeal(certificate, m_decisions.last().id());
    return {};
}

void Registry::expire(const QDateTime &now)
{
    for (StoredRecord &certificate : m_certificates) {
        const CertificateStage stage = stageOf(certificate, programmeDay(now));
        const QDate until = QDate::fromString(certificate.text("valid_until"), Qt::ISODate);
        if (token(stage) != certificate.text("state"))
            setStage(certificate, stage, {}, programmeInstant(until.addDays(1)));
    }
}

} // namespace

Result<Written> write(Store &store, const World &world, const Plan &plan, const Reference &reference,
                      const SigningKey &key, IdSource &ids, FixedClock &clock)
{
    Database &database = store.database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    RecordTable table(database);
    if (auto locked = table.takeWritersLock(); !locked)
        return locked.error();
    const auto held = database.row(QStringLiteral("SELECT 1 FROM record WHERE entity = 'building' LIMIT 1"));
    if (!held)
        return held.error();
    if (held->has_value())
        return makeError(ErrorCode::Exists, QStringLiteral("the store holds buildings already"));

    const QString at = toIso(plan.now);
    QList<StoredRecord> accounts;
    for (const SampleAccount &entry : world.accounts) {
        auto actor = Accounts(database).insert(entry.account, entry.id, at);
        if (!actor)
            return actor.error();
        StoredRecord record;
        record.record = {Entity::Account, entry.id, 1, accountFields(*actor, true)};
        record.ukey = actor->name;
        accounts.append(record);
    }
    QList<StoredRecord> buildings;
    for (const SampleBuilding &building : world.buildings)
        buildings.append(building.record);
    Registry registry(database, world, reference, key, ids, clock);
    for (const DecisionStep &step : world.decisions) {
        if (auto taken = registry.take(step); !taken)
            return taken.error();
    }
    registry.expire(plan.now);
    const Operations operations = openCentres(world, registry.certificates(), plan, ids, clock);
    const auto loans = lend(world, registry.certificates(), plan, reference, ids, clock);
    if (!loans)
        return loans.error();
    const QList<StoredRecord> demand{countFreelancers(world, plan, reference, ids)};
    AuditEvent event = auditEvent(at, QStringLiteral("server"), {}, AuditAction::Sample);
    event.insert(QStringLiteral("seed"), QString::number(plan.seed));
    for (const QList<StoredRecord> &records :
         {accounts, world.owners, buildings, world.assignments, world.inspections, world.reviews, world.findings,
          registry.decisions(), registry.certificates(), operations.centres, operations.months, *loans, demand}) {
        if (auto written = writeAll(database, records, at, event); !written)
            return written.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return Written{static_cast<int>(accounts.size()),           static_cast<int>(buildings.size()),
                   static_cast<int>(world.inspections.size()),  static_cast<int>(registry.certificates().size()),
                   static_cast<int>(operations.centres.size()), static_cast<int>(loans->size())};
}

} // namespace markaz::server::sample
