// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/standards.h"

#include "core/security/permissions.h"
#include "core/support/log.h"

#include <QJsonDocument>

namespace markaz {

Result<void> refreshStandards(Database &database, StandardCatalogue &catalogue)
{
    // A record of revision 0 is one that the server has not taken yet.
    auto named = database.run(QStringLiteral("SELECT hash, id FROM standard WHERE rev > 0 AND deleted = 0"), {});
    if (!named)
        return named.error();
    QStringList unknown;
    while ((*named)->next()) {
        if (catalogue.find((*named)->value(0).toString()) == nullptr)
            unknown.append((*named)->value(1).toString());
    }
    for (const QString &id : std::as_const(unknown)) {
        const auto row =
            database.row(QStringLiteral("SELECT CAST(data AS BLOB) FROM standard WHERE id = ? AND deleted = 0"), {id});
        if (!row)
            return row.error();
        if (!*row)
            continue;
        const auto standard = publishedStandard(QJsonDocument::fromJson((*row)->value(0).toByteArray()).object());
        if (standard)
            catalogue.add(*standard);
        else
            qCWarning(lcStorage) << "the published standard" << id << "cannot be read:" << standard.error().detail
                                 << standard.error().where;
    }
    return {};
}

Result<std::optional<int>> PublishStandard::waiting() const
{
    const auto row =
        m_workspace.database.row(QStringLiteral("SELECT max(version) FROM standard WHERE rev = 0 AND deleted = 0"), {});
    if (!row)
        return row.error();
    const QVariant version = row->has_value() ? (*row)->value(0) : QVariant();
    return version.isNull() ? std::optional<int>() : std::optional(version.toInt());
}

Result<void> PublishStandard::check(const Actor &actor, const Standard &standard, const QJsonObject &json) const
{
    if (auto allowed = may(actor, Action::ManageStandards, Subject::nationwide()); !allowed)
        return allowed;
    if (auto fits = mayPublish(standard, json, m_published); !fits)
        return fits;
    const auto other = waiting();
    if (!other)
        return other.error();
    if (*other)
        return makeError(ErrorCode::Exists, QStringLiteral("version %1 waits for the server's word").arg(**other),
                         QStringLiteral("waiting"));
    return {};
}

Result<Record> PublishStandard::run(const Actor &actor, const Standard &standard, const QJsonObject &json)
{
    if (auto fits = check(actor, standard, json); !fits)
        return fits.error();
    ChangeSet changes(m_workspace, actor);
    auto made = changes.create(Entity::Standard, publication(standard, json));
    if (!made)
        return made.error();
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    return made;
}

} // namespace markaz
