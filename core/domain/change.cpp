// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/change.h"

#include <QHash>
#include <QSet>

namespace markaz {
namespace {

/// Null stands for "no value" on both sides.
QJsonValue orNull(const QJsonValue &value)
{
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

void note(FieldChanges &changes, const QString &path, const QJsonValue &before, const QJsonValue &after)
{
    const FieldChange change{orNull(before), orNull(after)};
    if (change.before != change.after)
        changes.insert(path, change);
}

/// Calls \p take(name, before, after) for each member of either object; a member that is not there is Undefined.
template <class Take>
void pairUp(const QJsonObject &before, const QJsonObject &after, const Take &take)
{
    qsizetype both = 0;
    for (auto it = before.begin(); it != before.end(); ++it) {
        const QString name = it.key();
        const auto other = after.constFind(name);
        both += other == after.constEnd() ? 0 : 1;
        take(name, it.value(), other == after.constEnd() ? QJsonValue(QJsonValue::Undefined) : other.value());
    }
    if (both == after.size())
        return;
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (const QString name = it.key(); !before.contains(name))
            take(name, QJsonValue(QJsonValue::Undefined), it.value());
    }
}

} // namespace

FieldChanges differences(const RecordSpec &spec, const QJsonObject &before, const QJsonObject &after)
{
    FieldChanges changes;
    pairUp(before, after, [&](const QString &name, const QJsonValue &old, const QJsonValue &now) {
        if (old == now) // also the shared part of a record and its changed copy, without looking into it
            return;
        const FieldSpec *field = spec.find(name);
        if (field == nullptr || field->type != FieldType::Map)
            return note(changes, name, old, now);
        pairUp(old.toObject(), now.toObject(),
               [&](const QString &member, const QJsonValue &from, const QJsonValue &to) {
                   if (from != to)
                       note(changes, name + QLatin1Char('.') + member, from, to);
               });
    });

    // 2026-11-24: a group travels whole. If only the half that its author changed went out, the merge could not see
    // that somebody else had moved the other half, and would mix the two.
    QSet<QString> movedGroups;
    for (const FieldSpec &field : spec.fields) {
        if (!field.group.isEmpty() && changes.contains(field.name))
            movedGroups.insert(field.group);
    }
    for (const FieldSpec &field : spec.fields) {
        if (movedGroups.contains(field.group) && !field.serverOnly && !changes.contains(field.name))
            changes.insert(field.name, {valueAt(before, field.name), valueAt(after, field.name)});
    }
    return changes;
}

QJsonObject applied(QJsonObject fields, const FieldChanges &changes)
{
    // A map is taken out once and put back once: member by member, every write would copy the whole of it.
    QHash<QString, QJsonObject> maps;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const qsizetype dot = it.key().indexOf(QLatin1Char('.'));
        if (dot < 0) {
            setValueAt(fields, it.key(), it->after); // "answers" sorts before "answers.A-01"
            continue;
        }
        const QString name = it.key().left(dot);
        auto map = maps.find(name);
        if (map == maps.end())
            map = maps.insert(name, fields.value(name).toObject());
        if (it->after.isNull() || it->after.isUndefined())
            map->remove(it.key().mid(dot + 1));
        else
            map->insert(it.key().mid(dot + 1), it->after);
    }
    for (auto map = maps.begin(); map != maps.end(); ++map) {
        if (map->isEmpty())
            fields.remove(map.key());
        else
            fields.insert(map.key(), *map);
    }
    return fields;
}

Result<void> checkForms(const RecordSpec &spec, const FieldChanges &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const FieldSpec *field = spec.find(it.key());
        const QString text = it->after.toString();
        if (field == nullptr || field->form == nullptr || text.isEmpty() || it->before == it->after)
            continue;
        if (auto formed = field->form(text); !formed)
            return makeError(formed.error().code, QStringLiteral("%1: %2").arg(it.key(), formed.error().detail),
                             it.key());
    }
    return {};
}

} // namespace markaz
