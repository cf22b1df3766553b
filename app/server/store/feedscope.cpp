// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/feedscope.h"

#include "app/server/store/sqlrows.h"
#include "core/security/permissions.h"

namespace markaz::server {

FeedScope::FeedScope(Dialect dialect, const Actor &actor, int kinds)
    : m_dialect(dialect)
    , m_ownOnly(actor.role == Role::Inspector)
    , m_kinds(kinds)
{
    QStringList entities;
    for (Entity entity : allValues<Entity>()) {
        if (roleGrants(actor.role, seeing(entity)) && protocol::kindsWith(entity) <= kinds)
            entities.append(token(entity));
    }
    m_values = {listValue(dialect, entities), listValue(dialect, actor.provinces)};
    if (m_ownOnly)
        m_values.append(actor.accountId);
}

QString FeedScope::where(const QString &table, Nationwide nationwide) const
{
    const QString province = inList(m_dialect, table + QStringLiteral(".province"));
    QString condition =
        inList(m_dialect, table + QStringLiteral(".entity")) + QStringLiteral(" AND ") +
        (nationwide == Nationwide::In ? QStringLiteral("(%1 OR %2.province = '')").arg(province, table) : province);
    if (m_ownOnly)
        condition += QStringLiteral(" AND (%1.assignee = '' OR %1.assignee = ?)").arg(table);
    return condition;
}

bool FeedScope::allows(const Actor &actor, const protocol::FeedItem &item, const QString &province,
                       const QString &assignee) const
{
    if (item.entity == Entity::Conflict && item.kind == protocol::FeedKind::Put && m_kinds < protocol::kKinds) {
        const auto of = parse<Entity>(item.fields().value(QStringLiteral("entity")).toString());
        if (!of || protocol::kindsWith(*of) > m_kinds)
            return false;
    }
    // A document of a loan names no inspection, without which older programs take no evidence.
    if (item.entity == Entity::Evidence && item.kind == protocol::FeedKind::Put &&
        m_kinds < protocol::kindsWith(Entity::Loan) && item.fields().contains(QStringLiteral("loan")))
        return false;
    Subject subject = province.isEmpty() ? Subject::nationwide() : Subject::in(province);
    if (item.entity == Entity::Account) {
        const QJsonArray provinces = item.fields().value(QStringLiteral("provinces")).toArray();
        for (const auto &entry : provinces)
            subject.provinces.append(entry.toString());
    }
    subject.inspectorId = assignee;
    subject.assigneeId = assignee;
    subject.authorId = assignee;
    return may(actor, seeing(item.entity), subject).ok();
}

} // namespace markaz::server
