// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/changes.h"
#include "ui/services.h"

namespace markaz::ui {

/// Words for records, changes and the values in them, as the sync page tells them.
class ChangeWords
{
public:
    explicit ChangeWords(const Services &services)
        : m_services(services)
    {
    }

    /// The code of the building that the record is or belongs to; empty when it has none or is not here.
    QString code(Entity entity, const QString &id) const;
    /// Of a record that is gone from here, by what \p change says of it.
    QString code(const Change &change) const;
    QString name(const Change &change) const;
    /// The building's or the owner's name; of what belongs to a building, the building's.
    QString name(Entity entity, const QString &id) const;
    /// "Covered area", "Position", "C-02 Exits are unlocked".
    QString field(Entity entity, const QString &key) const;
    /// "3,150 sq ft", "Leasehold", "Lahore", "Yes"; "empty" for no value.
    QString value(Entity entity, const QString &path, const QJsonValue &value) const;
    /// The values of a field or of a group, \p byPath.
    QString values(Entity entity, const QString &key, const QJsonObject &byPath) const;
    /// "New", "Submitted", "Removed", or the first fields by name.
    QString what(const QList<Change> &changes) const;
    /// Why the server refused or holds a change: what its code means, in a sentence.
    QString reason(const OutboxRow &row) const;
    /// No edit of it can make the server take it: what it would change has moved on there, or is gone; or it is not
    /// this account's to make, from this laptop, any more.
    static bool isBeyondMending(const OutboxRow &row);

private:
    std::optional<Record> named(Entity entity, const QString &id) const;
    QString answer(const QString &code, const QJsonObject &answer) const;

    const Services &m_services;
};

/// What a change is about, its fields gathered by group: key -> paths, in order.
QList<std::pair<QString, QStringList>> fieldKeys(Entity entity, const QStringList &paths);

} // namespace markaz::ui
