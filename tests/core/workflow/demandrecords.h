// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/workflow/workflowfixture.h"

namespace markaz::test {

/// Freelancers, centres and idle buildings, over a fixture of a laptop.
template <class Base>
class DemandRecords : public Base
{
protected:
    QString demand(const QJsonObject &cities, const char *madeAt = "2026-11-20T09:00:00.000Z",
                   const char *source = "Sample count")
    {
        return this->put(Entity::Demand, {{QStringLiteral("as_of"), QStringLiteral("2026-11-01")},
                                          {QStringLiteral("source"), QLatin1String(source)},
                                          {QStringLiteral("freelancers"), cities},
                                          {QStringLiteral("author"), this->m_admin.accountId},
                                          {QStringLiteral("made_at"), QLatin1String(madeAt)},
                                          {QStringLiteral("sample"), true}});
    }
    static QString id(const char *prefix) { return QString::number(cityOf(prefix).id); }
    static QJsonObject planned(int seats) { return {{QStringLiteral("planned_seats"), seats}}; }
    QString certified(const char *prefix, int number, int seats, const char *state = "issued",
                      const char *until = "2028-05-31")
    {
        const QString home = this->building(prefix, number);
        const QString visit = this->visited(home, "accepted", "eligible", "2026-05-01");
        this->certificate(home, visit, "full", state, "2026-06-01", until, {{QStringLiteral("seats"), seats}});
        return home;
    }
    QString loan(const QString &home, const QJsonObject &more = {})
    {
        return this->put(Entity::Loan,
                         this->with({{QStringLiteral("building"), home},
                                     {QStringLiteral("owner"), this->m_ids.next()},
                                     {QStringLiteral("bank"), QStringLiteral("Sample Bank")},
                                     {QStringLiteral("principal_paisa"), 900'000'000},
                                     {QStringLiteral("policy_version"), 1},
                                     {QStringLiteral("spread_bp"), 300},
                                     {QStringLiteral("kibor_bp"), 1'225},
                                     {QStringLiteral("tenor_months"), 60},
                                     {QStringLiteral("grace_months"), 6},
                                     {QStringLiteral("state"), QStringLiteral("applied")},
                                     {QStringLiteral("state_at"), QStringLiteral("2026-08-24T05:00:00.000Z")},
                                     {QStringLiteral("state_by"), this->m_officer},
                                     {QStringLiteral("sample"), true}},
                                    more));
    }
    static Actor ofAll(Actor actor)
    {
        actor.provinces.clear();
        for (const Province &province : gazetteer().provinces())
            actor.provinces.append(province.code);
        return actor;
    }
};

} // namespace markaz::test
