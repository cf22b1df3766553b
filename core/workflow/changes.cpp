// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/changes.h"

#include "core/domain/change.h"
#include "core/domain/recordcheck.h"

#include <QSet>

namespace markaz {

ChangeNotifier::ChangeNotifier(QObject *parent)
    : QObject(parent)
{
    qRegisterMetaType<markaz::Entity>(); // the sync worker's signals cross threads
}

Result<Record> ChangeSet::create(Entity entity, const QJsonObject &fields)
{
    const RecordSpec &spec = specOf(entity);
    if (auto checked = spec.check(fields); !checked)
        return checked.error();
    Staged staged;
    staged.created = true;
    staged.record = {entity, m_workspace.ids.next(), 0, fields};
    staged.steps = differences(spec, {}, fields);
    if (auto formed = checkForms(spec, staged.steps); !formed)
        return formed.error();
    staged.change = {m_workspace.ids.next(),         entity,      staged.record.id, ChangeKind::Create, 0, 1,
                     toIso(m_workspace.clock.now()), staged.steps};
    m_staged.append(staged);
    return staged.record;
}

Result<Record> ChangeSet::update(const Record &before, QJsonObject after, ChangeKind kind)
{
    const RecordSpec &spec = specOf(before.entity);
    const FieldChanges steps = differences(spec, before.fields, after);
    if (auto checked = checkAfter(spec, after, steps.keys()); !checked)
        return checked.error();
    if (steps.isEmpty())
        return before;
    if (auto staged = stage(before, std::move(after), steps, kind); !staged)
        return staged.error();
    return m_staged.last().record;
}

Result<void> ChangeSet::updateAt(const Record &before, const Record &after, const QString &path)
{
    if (const FieldSpec *field = specOf(before.entity).find(path); field == nullptr || !field->group.isEmpty())
        return makeError(ErrorCode::Internal, QStringLiteral("does not change alone"), path);
    const QJsonValue was = valueAt(before.fields, path);
    const QJsonValue is = valueAt(after.fields, path);
    if (was == is) // the same note saved again, an item taken back that has no answer
        return {};
    return stage(before, after.fields, {{path, {was, is}}}, ChangeKind::Patch);
}

Result<void> ChangeSet::stage(const Record &before, QJsonObject after, const FieldChanges &steps, ChangeKind kind)
{
    const RecordSpec &spec = specOf(before.entity);
    if (auto formed = checkForms(spec, steps); !formed)
        return formed.error();
    for (auto it = steps.begin(); it != steps.end(); ++it) {
        const FieldSpec *field = spec.find(it.key());
        if (field != nullptr && field->frozen)
            return makeError(ErrorCode::InvalidValue, QStringLiteral("%1 is set at creation only").arg(it.key()),
                             it.key());
        if (field != nullptr && field->serverOnly)
            return makeError(ErrorCode::NotAllowed, QStringLiteral("only the server writes %1").arg(it.key()),
                             it.key());
    }
    Staged staged;
    staged.record = {before.entity, before.id, before.rev, std::move(after)};
    staged.steps = steps;
    staged.change = {m_workspace.ids.next(),         before.entity, before.id, kind, before.rev, 1,
                     toIso(m_workspace.clock.now()), steps};
    m_staged.append(std::move(staged));
    return {};
}

void ChangeSet::remove(const Record &before)
{
    Staged staged;
    staged.record = before;
    staged.change = {m_workspace.ids.next(),
                     before.entity,
                     before.id,
                     ChangeKind::Delete,
                     before.rev,
                     1,
                     toIso(m_workspace.clock.now()),
                     {}};
    m_staged.append(staged);
}

Result<void> ChangeSet::foresee(const Record &before, const QJsonObject &after)
{
    if (auto checked = specOf(before.entity).check(after); !checked)
        return checked;
    Staged staged;
    staged.record = before;
    staged.steps = differences(specOf(before.entity), before.fields, after);
    staged.owed = false;
    if (!staged.steps.isEmpty())
        m_staged.append(staged);
    return {};
}

Result<void> ChangeSet::write(const Staged &staged)
{
    const Record &record = staged.record;
    if (staged.owed && staged.change.kind == ChangeKind::Delete) {
        if (auto hidden = m_workspace.records.hide(record.entity, record.id); !hidden)
            return hidden;
        return m_workspace.outbox.append(staged.change, m_actor.accountId);
    }
    auto put = staged.created ? m_workspace.records.putLocal(record)
                              : m_workspace.records.applyLocal(record.entity, record.id, staged.steps);
    if (!put || !staged.owed)
        return put;
    return m_workspace.outbox.append(staged.change, m_actor.accountId);
}

Result<void> ChangeSet::commit()
{
    if (m_staged.isEmpty())
        return {};
    auto transaction = Transaction::begin(m_workspace.database);
    if (!transaction)
        return transaction.error();
    for (const Staged &staged : std::as_const(m_staged)) {
        if (auto written = write(staged); !written)
            return written;
    }
    for (const auto &write : std::as_const(m_also)) {
        if (auto written = write(); !written)
            return written;
    }
    if (auto committed = transaction->commit(); !committed)
        return committed;

    m_also.clear();
    const QList<Staged> written = std::exchange(m_staged, {});
    QSet<QString> told;
    bool owed = false;
    for (const Staged &staged : written) {
        owed = owed || staged.owed;
        if (told.contains(staged.record.id))
            continue;
        told.insert(staged.record.id);
        Q_EMIT m_workspace.notifier.recordChanged(staged.record.entity, staged.record.id);
    }
    if (owed)
        Q_EMIT m_workspace.notifier.outboxChanged();
    return {};
}

} // namespace markaz
