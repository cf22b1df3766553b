// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/rules/changerules.h"

#include "core/domain/buildingcode.h"

namespace markaz::server {

Objection checkOwner(RuleContext &context, Draft &draft)
{
    if (context.reference.gazetteer.province(draft.after.province) == nullptr)
        return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("province"),
                                  QStringLiteral("no such province")));
    return noObjection();
}

Objection checkBuilding(RuleContext &context, Draft &draft)
{
    const City *city = context.reference.gazetteer.city(static_cast<int>(draft.after.number("city")));
    if (city == nullptr)
        return objection(
            rejected(draft.change, protocol::code::kInvalid, QStringLiteral("city"), QStringLiteral("no such city")));
    if (!draft.fresh) {
        if (draft.before->text("code") != draft.after.text("code"))
            return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("code"),
                                      QStringLiteral("a building keeps its code")));
        if (draft.before->province != draft.after.province) {
            if (auto objected = checkNoneMergedInto(context, draft.change, draft.after);
                !objected || objected->has_value())
                return objected;
        }
        return checkMerge(context, draft);
    }
    if (isMergeStep(draft.change))
        return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("merged_into"),
                                  QStringLiteral("a building is registered before it is merged")));
    if (draft.after.text("code").left(3) != city->prefix) {
        return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("code"),
                                  QStringLiteral("codes of this city start with %1").arg(city->prefix)));
    }
    // Two laptops that register offline in one city count on alike; whoever comes second gets the next free number.
    auto taken = context.records.keyTaken(Entity::Building, draft.after.ukey, draft.after.id());
    if (!taken)
        return taken.error();
    if (!*taken)
        return noObjection();
    auto number = context.records.nextCode(city->prefix);
    if (!number)
        return number.error();
    auto code = BuildingCode::make(city->prefix, *number);
    if (!code)
        return objection(rejected(draft.change, protocol::code::kExists, QStringLiteral("code"),
                                  QStringLiteral("this city has no free code left")));
    draft.after.record.fields.insert(QStringLiteral("code"), code->toString());
    draft.after.ukey = code->toString();
    draft.amended = true;
    return noObjection();
}

Objection checkStandard(RuleContext &context, Draft &draft)
{
    const auto refuse = [&draft](const QString &code, const QString &field, const QString &why) {
        return objection(rejected(draft.change, code, field, why));
    };
    if (!draft.fresh)
        return refuse(protocol::code::kExists, QStringLiteral("version"), QStringLiteral("this version is published"));
    const QJsonObject &fields = draft.after.record.fields;
    const auto standard = publishedStandard(fields);
    if (!standard)
        return refuse(protocol::code::kInvalid, standard.error().where, standard.error().detail);
    const auto allowed = context.reference.published->mayPublish(context.database, *standard,
                                                                 fields.value(QStringLiteral("body")).toObject());
    if (!allowed) {
        const Error &error = allowed.error();
        switch (error.code) {
        case ErrorCode::Exists:
            return refuse(protocol::code::kExists, QStringLiteral("version"), error.detail);
        case ErrorCode::WrongState:
            return refuse(protocol::code::kWrongState, QStringLiteral("version"), error.detail);
        case ErrorCode::TooLarge:
            return refuse(protocol::code::kTooLarge, QStringLiteral("body"), error.detail);
        case ErrorCode::InvalidValue:
            return refuse(protocol::code::kInvalid, QStringLiteral("standard"), error.detail);
        default:
            return error;
        }
    }
    // What this very batch has published is not in the store yet.
    if (context.records.newestOf(Entity::Standard, "version") >= standard->version())
        return refuse(protocol::code::kWrongState, QStringLiteral("version"),
                      QStringLiteral("not newer than what was published just before"));
    return noObjection();
}

Objection checkConflict(RuleContext &context, Draft &draft)
{
    if (draft.fresh)
        return objection(
            rejected(draft.change, protocol::code::kNotAllowed, {}, QStringLiteral("the server raises conflicts")));
    for (auto it = draft.change.fields.begin(); it != draft.change.fields.end(); ++it) {
        if (it.key() != QLatin1String("state") && it.key() != QLatin1String("resolved_by"))
            return objection(rejected(draft.change, protocol::code::kInvalid, it.key(),
                                      QStringLiteral("a conflict keeps what it found")));
    }
    if (draft.before->text("state") != QLatin1String("open"))
        return objection(rejected(draft.change, protocol::code::kWrongState, QStringLiteral("state"),
                                  QStringLiteral("it is resolved already")));
    if (draft.after.text("state") == QLatin1String("resolved"))
        draft.after.record.fields.insert(QStringLiteral("resolved_by"), context.actor.accountId);
    return noObjection();
}

} // namespace markaz::server
