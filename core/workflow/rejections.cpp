// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/rejections.h"

#include "core/domain/merge.h"
#include "core/security/permissions.h"

#include <QSet>

#include <algorithm>

namespace markaz {
namespace {

QSet<QString> pathsOf(const FieldChanges &fields)
{
    return QSet<QString>(fields.keyBegin(), fields.keyEnd());
}

bool touches(const OutboxRow &row, const QSet<QString> &paths)
{
    return std::any_of(row.change.fields.keyBegin(), row.change.fields.keyEnd(),
                       [&](const QString &path) { return paths.contains(path); });
}

/// Whether \p change makes its record belong to the record \p id.
bool names(const Change &change, const QString &id)
{
    for (const FieldSpec &field : specOf(change.entity).fields) {
        if (field.type != FieldType::Reference)
            continue;
        const auto found = change.fields.constFind(field.name);
        if (found != change.fields.constEnd() && found->after.toString() == id)
            return true;
    }
    return false;
}

Result<Action> actionOf(const Change &change)
{
    return actionFor(change.entity, change.kind, change.fields.value(QStringLiteral("kind")).after.toString());
}

/// The rows of one record, sorted out for a change that is to go again.
struct Sorted
{
    QList<FieldChanges> before; ///< what stays and goes first
    QList<OutboxRow> folded;    ///< what the new change carries, in order; the rejected one is among them
};

/// A row that touches a field of the rejected one was made over its value, so that alone it could only meet a conflict:
/// it is folded in, and what it touches counts too. A submit is never folded: the server wants it as one.
Sorted sortOut(const QList<OutboxRow> &owed, const OutboxRow &rejected, QSet<QString> paths)
{
    QSet<qint64> folded{rejected.position};
    const auto may = [&](const OutboxRow &row) {
        return row.state != OutboxState::Sent && row.change.kind != ChangeKind::Submit &&
               row.change.kind != ChangeKind::Delete &&
               (row.position > rejected.position || row.state == OutboxState::Dead);
    };
    const bool whole = rejected.change.kind == ChangeKind::Create;
    for (bool grown = true; grown;) {
        grown = false;
        for (const OutboxRow &row : owed) {
            if (folded.contains(row.position) || !may(row) || !(whole || touches(row, paths)))
                continue;
            folded.insert(row.position);
            paths.unite(pathsOf(row.change.fields));
            grown = true;
        }
    }
    Sorted sorted;
    for (const OutboxRow &row : owed) {
        if (folded.contains(row.position))
            sorted.folded.append(row);
        else if (row.position < rejected.position)
            sorted.before.append(row.change.fields);
    }
    return sorted;
}

} // namespace

Result<OutboxRow> RejectedChanges::rejected(qint64 position) const
{
    auto row = m_workspace.outbox.require(position);
    if (row && row->state != OutboxState::Dead)
        return makeError(ErrorCode::WrongState, QStringLiteral("the change is %1").arg(token(row->state)),
                         QStringLiteral("outbox"));
    return row;
}

Result<void> RejectedChanges::sendAgain(const Actor &actor, qint64 position, const QMap<QString, QJsonValue> &mended)
{
    auto transaction = Transaction::begin(m_workspace.database);
    if (!transaction)
        return transaction.error();
    const auto row = rejected(position);
    if (!row)
        return row.error();
    const auto action = actionOf(row->change);
    if (!action)
        return action.error();
    if (!roleGrants(actor.role, *action))
        return makeError(ErrorCode::NotAllowed, token(*action), QStringLiteral("role"));
    if (auto staged = restage(actor, *row, mended); !staged)
        return staged;
    if (auto committed = transaction->commit(); !committed)
        return committed;
    tell({*row});
    return {};
}

Result<void> RejectedChanges::restage(const Actor &actor, const OutboxRow &first,
                                      const QMap<QString, QJsonValue> &mended)
{
    const Change &old = first.change;
    const bool removal = old.kind == ChangeKind::Delete;
    if (removal) { // its record is hidden until the server agrees; it is looked at, and hidden again
        if (auto shown = m_workspace.records.unhide(old.entity, old.id); !shown)
            return shown;
    }
    const auto local = m_workspace.records.find(old.entity, old.id);
    const auto atServer = m_workspace.records.findAtServer(old.entity, old.id);
    const auto owed = m_workspace.outbox.owedOf(old.entity, old.id);
    if (!local || !atServer || !owed)
        return !local ? local.error() : !atServer ? atServer.error() : owed.error();
    if (!*local && old.kind != ChangeKind::Create)
        return makeError(ErrorCode::NotFound, QStringLiteral("the record is gone"), token(old.entity));

    QSet<QString> paths = pathsOf(old.fields);
    for (auto it = mended.begin(); it != mended.end(); ++it)
        paths.insert(it.key());
    const Sorted sorted = sortOut(*owed, first, paths);
    const QJsonObject before = rebased(*atServer ? (*atServer)->fields : QJsonObject(), sorted.before);
    QJsonObject after = before;
    for (const OutboxRow &row : sorted.folded)
        after = applied(std::move(after), row.change.fields);
    for (auto it = mended.begin(); it != mended.end(); ++it)
        setValueAt(after, it.key(), it.value());
    if (auto checked = specOf(old.entity).check(after); !checked)
        return checked;

    Change fresh = old;
    fresh.opId = m_workspace.ids.next();
    fresh.baseRev = *atServer ? (*atServer)->rev : 0;
    fresh.madeAt = toIso(m_workspace.clock.now());
    fresh.fields = differences(specOf(old.entity), before, after);
    if (old.kind == ChangeKind::Create && *atServer)
        fresh.kind = ChangeKind::Patch; // it has come there by another way
    const QDateTime now = m_workspace.clock.now();
    const bool nothing = fresh.fields.isEmpty() && fresh.kind == ChangeKind::Patch;
    for (const OutboxRow &row : sorted.folded) {
        auto done = row.position == first.position && !nothing
                        ? m_workspace.outbox.replace(row.position, fresh, actor.accountId, now)
                        : m_workspace.outbox.retire(row.position, now);
        if (!done)
            return done;
    }
    if (!*local) {
        if (auto put = m_workspace.records.putLocal({old.entity, old.id, 0, after}); !put)
            return put;
    }
    const auto pending = m_workspace.outbox.pendingOf(old.entity, old.id);
    if (!pending)
        return pending.error();
    if (auto settled = m_workspace.records.settle(old.entity, old.id, 0, {}, *pending); !settled)
        return settled;
    return removal ? m_workspace.records.hide(old.entity, old.id) : Result<void>();
}

Result<QList<OutboxRow>> RejectedChanges::wouldGiveUp(qint64 position) const
{
    auto first = rejected(position);
    if (!first)
        return first.error();
    const auto owed = m_workspace.outbox.owed();
    if (!owed)
        return owed.error();
    QList<OutboxRow> going{std::move(first).value()};
    const auto take = [&going](const OutboxRow &row) {
        const bool there = std::any_of(going.cbegin(), going.cend(),
                                       [&](const OutboxRow &other) { return other.position == row.position; });
        if (!there)
            going.append(row);
    };
    for (qsizetype i = 0; i < going.size(); ++i) { // grows while it is walked
        const Change change = going.at(i).change;
        if (change.kind != ChangeKind::Create)
            continue;
        const auto known = m_workspace.records.findAtServer(change.entity, change.id);
        if (!known)
            return known.error();
        if (*known)
            continue; // the record is there without this change
        for (const OutboxRow &row : *owed) {
            if (row.change.id == change.id || names(row.change, change.id))
                take(row);
        }
    }
    return going;
}

Result<void> RejectedChanges::giveUp(const Actor &actor, qint64 position)
{
    auto transaction = Transaction::begin(m_workspace.database);
    if (!transaction)
        return transaction.error();
    const auto going = wouldGiveUp(position);
    if (!going)
        return going.error();
    for (const OutboxRow &row : *going) {
        if (auto given = m_workspace.outbox.giveUp(row.position, m_workspace.clock.now()); !given)
            return given;
    }
    for (const OutboxRow &row : *going) {
        const Change &change = row.change;
        if (change.kind == ChangeKind::Delete) {
            if (auto shown = m_workspace.records.unhide(change.entity, change.id); !shown)
                return shown;
        }
        const auto known = m_workspace.records.findAtServer(change.entity, change.id);
        if (!known)
            return known.error();
        if (change.kind == ChangeKind::Create && !*known) {
            if (auto removed = m_workspace.records.remove(change.entity, change.id); !removed)
                return removed;
            continue;
        }
        if (auto based = rebaseBehind(actor, change.entity, change.id, pathsOf(change.fields)); !based)
            return based;
        const auto pending = m_workspace.outbox.pendingOf(change.entity, change.id);
        if (!pending)
            return pending.error();
        if (auto settled = m_workspace.records.settle(change.entity, change.id, 0, {}, *pending); !settled)
            return settled;
    }
    if (auto committed = transaction->commit(); !committed)
        return committed;
    tell(*going);
    return {};
}

/// Changes that wait behind one that was given up were made over its values: they begin at the server's now. They have
/// never been taken (nothing passes a rejected change of its record), so another op_id cannot double them.
Result<void> RejectedChanges::rebaseBehind(const Actor &actor, Entity entity, const QString &id,
                                           const QSet<QString> &paths)
{
    const auto atServer = m_workspace.records.findAtServer(entity, id);
    const auto owed = m_workspace.outbox.owedOf(entity, id);
    if (!atServer || !owed)
        return !atServer ? atServer.error() : owed.error();
    QJsonObject fields = *atServer ? (*atServer)->fields : QJsonObject();
    for (const OutboxRow &row : *owed) {
        const QJsonObject before = fields;
        fields = applied(std::move(fields), row.change.fields);
        const bool waits = row.state == OutboxState::Waiting || row.state == OutboxState::Held;
        if (!waits || !touches(row, paths))
            continue;
        Change fresh = row.change;
        for (auto it = fresh.fields.begin(); it != fresh.fields.end(); ++it)
            it->before = valueAt(before, it.key());
        if (fresh.fields == row.change.fields)
            continue;
        fresh.opId = m_workspace.ids.next();
        if (auto replaced = m_workspace.outbox.replace(row.position, fresh, actor.accountId, m_workspace.clock.now());
            !replaced)
            return replaced;
    }
    return {};
}

void RejectedChanges::tell(const QList<OutboxRow> &rows)
{
    QSet<QString> told;
    for (const OutboxRow &row : rows) {
        if (told.contains(row.change.id))
            continue;
        told.insert(row.change.id);
        Q_EMIT m_workspace.notifier.recordChanged(row.change.entity, row.change.id);
    }
    Q_EMIT m_workspace.notifier.outboxChanged();
}

} // namespace markaz
