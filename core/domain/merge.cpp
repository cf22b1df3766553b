// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/merge.h"

#include <QSet>

namespace markaz {

MergeResult merge(const RecordSpec &spec, const QJsonObject &server, const FieldChanges &changes)
{
    const auto groupOf = [&spec](const QString &path) {
        const FieldSpec *field = spec.find(path);
        return field == nullptr ? QString() : field->group;
    };
    const auto clashes = [&server](const QString &path, const FieldChange &change) {
        const QJsonValue now = valueAt(server, path);
        return now != change.before && now != change.after;
    };

    QSet<QString> heldGroups;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (const QString group = groupOf(it.key()); !group.isEmpty() && clashes(it.key(), it.value()))
            heldGroups.insert(group);
    }

    MergeResult result;
    FieldChanges taken;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const QJsonValue now = valueAt(server, it.key());
        if (now == it->after)
            continue;
        if (clashes(it.key(), it.value()) || heldGroups.contains(groupOf(it.key()))) {
            result.conflicts.append({it.key(), it->before, now, it->after});
            continue;
        }
        taken.insert(it.key(), it.value());
    }
    result.taken = !taken.isEmpty();
    result.fields = applied(server, taken);
    return result;
}

QJsonObject rebased(const QJsonObject &server, const QList<FieldChanges> &pending)
{
    QJsonObject fields = server;
    for (const FieldChanges &changes : pending)
        fields = applied(std::move(fields), changes);
    return fields;
}

} // namespace markaz
