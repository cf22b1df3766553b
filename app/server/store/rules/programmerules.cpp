// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/policies.h"
#include "app/server/store/rules/changerules.h"
#include "core/domain/demand.h"
#include "core/finance/policybody.h"
#include "core/finance/scenariofile.h"

#include <QJsonDocument>

namespace markaz::server {

Objection checkPolicy(RuleContext &context, Draft &draft)
{
    const auto policy =
        readNewPolicy(draft.after.record.fields.value(QStringLiteral("body")).toObject(), context.reference.gazetteer);
    if (!policy)
        return objection(rejected(draft.change, protocol::code::kInvalid,
                                  QStringLiteral("body.") + policy.error().where, policy.error().detail));
    if (policy->figures.version != draft.after.number("version"))
        return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("version"),
                                  QStringLiteral("not the version of its body")));
    auto taken = context.records.keyTaken(Entity::Policy, draft.after.ukey, draft.after.id());
    if (!taken)
        return taken.error();
    if (*taken || !draft.fresh)
        return objection(rejected(draft.change, protocol::code::kExists, QStringLiteral("version"),
                                  QStringLiteral("this version is published")));
    const auto published = publishedPolicies(context.database, context.reference.policy);
    if (!published)
        return published.error();
    const PolicyBody &newest = published->first();
    // What is in force on a day is the newest version whose day has come: none may slip in before another.
    if (policy->figures.version < newest.figures.version)
        return objection(rejected(draft.change, protocol::code::kExists, QStringLiteral("version"),
                                  QStringLiteral("version %1 is published").arg(newest.figures.version)));
    if (newest.from.isValid() && policy->from < newest.from)
        return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("body.in_force_from.value"),
                                  QStringLiteral("before the day of version %1").arg(newest.figures.version)));
    return noObjection();
}

/// What was tried with is checked as the file of it would be, so that no laptop ever meets one that it cannot compute.
Objection checkScenario(RuleContext &, Draft &draft)
{
    const auto refuse = [&draft](const QString &code, const QString &field, const QString &why) {
        return objection(rejected(draft.change, code, field, why));
    };
    if (!draft.fresh) // one that was removed does not come back
        return refuse(protocol::code::kExists, QStringLiteral("name"), QStringLiteral("it was removed"));
    const QJsonObject body = draft.after.record.fields.value(QStringLiteral("body")).toObject();
    const auto read = readScenario(QJsonDocument(body).toJson(QJsonDocument::Compact));
    if (const auto *fault = std::get_if<FigureFault>(&read))
        return refuse(protocol::code::kInvalid, QStringLiteral("body.") + fault->where, fault->error().detail);
    if (std::get<Scenario>(read).name != draft.after.text("name"))
        return refuse(protocol::code::kInvalid, QStringLiteral("name"), QStringLiteral("not the name of its body"));
    return noObjection();
}

Objection checkDemand(RuleContext &context, Draft &draft)
{
    const auto refuse = [&draft](const QString &field, const QString &why) {
        return objection(rejected(draft.change, protocol::code::kInvalid, field, why));
    };
    const auto demand = Demand::from(draft.after.record);
    if (!demand)
        return refuse(demand.error().where, demand.error().detail);
    // A day more than the server's own: a laptop further east is there already.
    if (demand->asOf() > context.now.date().addDays(1))
        return refuse(QStringLiteral("as_of"), QStringLiteral("this day has not come yet"));
    const QMap<int, qint64> cities = demand->freelancers();
    for (auto it = cities.begin(); it != cities.end(); ++it) {
        if (context.reference.gazetteer.city(it.key()) == nullptr)
            return refuse(QStringLiteral("freelancers"), QStringLiteral("no city has the id %1").arg(it.key()));
    }
    return noObjection();
}

} // namespace markaz::server
