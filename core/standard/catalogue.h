// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

#include <QJsonObject>

#include <vector>

namespace markaz {

/// The versions of the standard that are known here: the one that the program carries in itself, and those that were
/// published since. Grows only, as a published version is never changed; whoever holds a Standard of it holds it as
/// long as the catalogue lives.
class StandardCatalogue
{
public:
    explicit StandardCatalogue(Standard builtin);
    Q_DISABLE_COPY_MOVE(StandardCatalogue)

    const Standard &builtin() const { return *m_builtin; }
    /// What a new inspection is made with.
    const Standard &newest() const { return *m_versions.back(); }
    /// nullptr when no version that is known here has this hash.
    const Standard *find(const QString &hash) const;
    /// The item as the newest version that has it says it; nullptr when none has. For a record whose inspection is not
    /// here, so that nobody can say which version it goes by.
    const Item *item(const QString &code) const;
    /// Whether the version with \p hash, or one before it, has this item: what a draft holds from before it was moved.
    bool hadItem(const QString &hash, const QString &code) const;
    /// From the oldest to the newest.
    QList<const Standard *> versions() const;

    /// Takes a published version in; nothing happens when it is there.
    void add(const Standard &standard);

private:
    std::vector<std::unique_ptr<const Standard>> m_versions; ///< by version
    const Standard *m_builtin;
};

/// Whether \p standard may be published when \p newest is the newest that is, and \p json can travel to the laptops.
/// Exists with `where` "hash" (this very content) or "version" (another content has this number); WrongState with
/// `where` "version" (older than the newest); InvalidValue with `where` "id" (another standard); TooLarge.
/// 2026-11-28: one programme has one standard. A file with another id would leave open which of the two a new
/// inspection is made with.
Result<void> mayPublish(const Standard &standard, const QJsonObject &json, const StandardCatalogue &published);

/// The fields of the record that publishes a standard.
QJsonObject publication(const Standard &standard, const QJsonObject &json);
/// The standard of such a record, checked whole, and that its three names are the body's own. `where`: the field, or
/// the JSON path in the body ("body.items[3].code").
Result<Standard> publishedStandard(const QJsonObject &fields);

} // namespace markaz
