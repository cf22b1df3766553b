// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/change.h"

#include <QHash>
#include <QSet>

namespace markaz {
namespace {

QSet<QString> keysOf(const QJsonObject &a, const QJsonObject &b)
{
    QSet<QString> keys;
    for (const QJsonObject *object : {&a, &b}) {
        for (auto it = object->begin(); it != object->end(); ++it)
            keys.insert(it.key());
    }
    return keys;
}

void note(FieldChanges &changes, const QString &path, const QJsonObject &before, const QJsonObject &after)
{
    const FieldChange change{valueAt(before, path), valueAt(after, path)};
    if (change.before != change.after)
        changes.insert(path, change);
}

} // namespace

FieldChanges differences(const RecordSpec &spec, const QJsonObject &before, const QJsonObject &after)
{
    FieldChanges changes;
    for (const QString &name : keysOf(before, after)) {
        const FieldSpec *field = spec.find(name);
        if (field == nullptr || field->type != FieldType::Map) {
            note(changes, name, before, after);
            continue;
        }
        for (const QString &member : keysOf(before.value(name).toObject(), after.value(name).toObject()))
            note(changes, name + QLatin1Char('.') + member, before, after);
    }

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

} // namespace markaz
