// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/changewords.h"

#include "core/domain/position.h"
#include "ui/text/answerwords.h"
#include "ui/text/centrewords.h"
#include "ui/text/citylabels.h"
#include "ui/text/decisionwords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/text/loanwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace markaz::ui {
namespace {

struct ChangePhrases
{
    Q_DECLARE_TR_FUNCTIONS(ChangePhrases)
};

QString tokenWords(Entity entity, const QString &field, const QString &token)
{
    if (field == QLatin1String("tenure"))
        return labels::tenure(token);
    if (field == QLatin1String("condition"))
        return labels::condition(token);
    if (field == QLatin1String("kind")) {
        return entity == Entity::Owner      ? labels::ownerKind(token)
               : entity == Entity::Decision ? labels::decisionKind(token)
                                            : labels::visitKind(token);
    }
    if (field == QLatin1String("state") && entity == Entity::Loan) {
        const auto state = parse<LoanState>(token);
        return state ? loanwords::state(*state) : labels::field(token);
    }
    if (field == QLatin1String("state") && entity == Entity::Finding) {
        const auto state = parse<FindingState>(token);
        return state ? labels::of(*state) : labels::field(token);
    }
    if (field == QLatin1String("severity")) {
        const auto severity = parse<Severity>(token);
        return severity ? labels::of(*severity) : labels::field(token);
    }
    if (field == QLatin1String("state"))
        return entity == Entity::Assignment ? labels::assignmentState(token) : labels::inspectionState(token);
    if (field == QLatin1String("visit_outcome"))
        return labels::visitOutcome(token);
    if (field == QLatin1String("position_source"))
        return labels::positionSource(token);
    if (field == QLatin1String("signer"))
        return labels::signer(token);
    if (field == QLatin1String("grade"))
        return labels::grade(token);
    if (field == QLatin1String("decision"))
        return labels::reviewDecision(token);
    return labels::field(token);
}

QString numberWords(const QString &field, qint64 number)
{
    if (field == QLatin1String("covered_area_sqft"))
        return format::area(static_cast<int>(number));
    if (field == QLatin1String("seat_rate_paisa") || field == QLatin1String("running_cost_paisa"))
        return format::rupees(number);
    if (field == QLatin1String("principal_paisa") || field == QLatin1String("clawback_paisa"))
        return loanwords::amount(number);
    if (field == QLatin1String("markup_bp") || field == QLatin1String("spread_bp") ||
        field == QLatin1String("kibor_bp"))
        return loanwords::rate(static_cast<int>(number));
    if (field == QLatin1String("tenor_months") || field == QLatin1String("grace_months"))
        return loanwords::months(static_cast<int>(number));
    if (field == QLatin1String("export_usd_cents"))
        return centrewords::dollars(number);
    if (field == QLatin1String("year_built"))
        return format::isolate(QString::number(number));
    return format::number(number);
}

} // namespace

QList<std::pair<QString, QStringList>> fieldKeys(Entity entity, const QStringList &paths)
{
    QList<std::pair<QString, QStringList>> keys;
    for (const QString &path : paths) {
        const FieldSpec *spec = specOf(entity).find(path);
        const QString key = spec == nullptr || spec->group.isEmpty() ? path : spec->group;
        auto found = std::find_if(keys.begin(), keys.end(), [&](const auto &entry) { return entry.first == key; });
        if (found == keys.end())
            found = keys.insert(keys.end(), {key, {}});
        found->second.append(path);
    }
    return keys;
}

std::optional<Record> ChangeWords::named(Entity entity, const QString &id) const
{
    auto record = m_services.workspace.records.find(entity, id);
    // What belongs to a building is known by it; two steps at most (a review, by way of its inspection).
    for (int step = 0; step < 3 && record && record->has_value(); ++step) {
        const QJsonObject &fields = (*record)->fields;
        if ((*record)->entity == Entity::Building || (*record)->entity == Entity::Owner)
            return **record;
        std::optional<std::pair<Entity, QString>> next;
        for (const auto &[name, target] :
             {std::pair{"inspection", Entity::Inspection}, std::pair{"certificate", Entity::Certificate},
              std::pair{"loan", Entity::Loan}, std::pair{"centre", Entity::Centre},
              std::pair{"building", Entity::Building}}) {
            if (const QString to = fields.value(QLatin1String(name)).toString(); !to.isEmpty() && !next)
                next = {target, to};
        }
        if ((*record)->entity == Entity::Finding) // its visit may be another's, which is not here
            next = {Entity::Building, fields.value(QStringLiteral("building")).toString()};
        if ((*record)->entity == Entity::Conflict) {
            const auto of = parse<Entity>(fields.value(QStringLiteral("entity")).toString());
            if (of)
                next = {*of, fields.value(QStringLiteral("record")).toString()};
        }
        if (!next)
            break;
        record = m_services.workspace.records.find(next->first, next->second);
    }
    return std::nullopt;
}

QString ChangeWords::code(Entity entity, const QString &id) const
{
    const auto record = named(entity, id);
    return record && record->entity == Entity::Building
               ? format::code(record->fields.value(QStringLiteral("code")).toString())
               : QString();
}

QString ChangeWords::name(Entity entity, const QString &id) const
{
    const auto record = named(entity, id);
    return record ? record->fields.value(QStringLiteral("name")).toString() : QString();
}

QString ChangeWords::code(const Change &change) const
{
    const QString known = code(change.entity, change.id);
    const QString building = change.fields.value(QStringLiteral("building")).after.toString();
    if (known.isEmpty() && change.entity == Entity::Building)
        return format::code(change.fields.value(QStringLiteral("code")).after.toString());
    return known.isEmpty() && !building.isEmpty() ? code(Entity::Building, building) : known;
}

QString ChangeWords::name(const Change &change) const
{
    const QString known = name(change.entity, change.id);
    const QString building = change.fields.value(QStringLiteral("building")).after.toString();
    if (known.isEmpty() && (change.entity == Entity::Building || change.entity == Entity::Owner))
        return change.fields.value(QStringLiteral("name")).after.toString();
    return known.isEmpty() && !building.isEmpty() ? name(Entity::Building, building) : known;
}

QString ChangeWords::field(Entity entity, const QString &key) const
{
    if (key == QLatin1String("deleted"))
        return ChangePhrases::tr("Is the record to stay?");
    const qsizetype dot = key.indexOf(QLatin1Char('.'));
    if (entity != Entity::Inspection || dot < 0)
        return labels::field(key);
    const QString name = key.mid(dot + 1).section(QLatin1Char('@'), 0, 0); // "C-02@1" of what is kept
    const Item *item = m_services.standards.item(name);
    QString code = format::code(name);
    if (item == nullptr)
        return code;
    if (key.startsWith(QLatin1String("kept.")))
        return ChangePhrases::tr("Former answer to %1").arg(code);
    const QString words = QStringLiteral("%1  %2").arg(code, item->text.in(isUrdu()));
    return key.startsWith(QLatin1String("notes.")) ? ChangePhrases::tr("Note on %1").arg(words) : words;
}

QString ChangeWords::answer(const QString &code, const QJsonObject &answer) const
{
    const Item *item = m_services.standards.item(code);
    const QString words = item == nullptr ? answer.value(QStringLiteral("value")).toString()
                                          : answerWords(m_services.standards.newest(), *item, answer);
    return words.isEmpty() ? ChangePhrases::tr("no answer") : words;
}

QString ChangeWords::value(Entity entity, const QString &path, const QJsonValue &value) const
{
    if (path == QLatin1String("deleted"))
        return value.toBool() ? ChangePhrases::tr("Remove it") : ChangePhrases::tr("Keep it");
    const QString member = path.section(QLatin1Char('.'), 1);
    if (entity == Entity::Inspection && path.startsWith(QLatin1String("answers.")))
        return answer(member, value.toObject());
    if (entity == Entity::Inspection && path.startsWith(QLatin1String("kept.")))
        return answer(member.section(QLatin1Char('@'), 0, 0), value.toObject());
    if (path == QLatin1String("contact_agreed_at"))
        return value.toString().isEmpty() ? labels::no()
                                          : ChangePhrases::tr("yes, agreed %1").arg(format::dateTime(value.toString()));
    if (value.isNull() || value.isUndefined())
        return ChangePhrases::tr("empty");
    if (path == QLatin1String("city")) {
        const City *city = m_services.gazetteer.city(value.toInt());
        return city == nullptr ? QString::number(value.toInt()) : labels::cityName(*city);
    }
    if (entity == Entity::Loan && path.startsWith(QLatin1String("payments.")))
        return loanwords::value(value);
    if (path == QLatin1String("province"))
        return labels::province(value.toString());
    const FieldSpec *spec = specOf(entity).find(path);
    switch (spec == nullptr || !member.isEmpty() ? FieldType::Text : spec->type) {
    case FieldType::Integer:
        return numberWords(path, value.toInteger());
    case FieldType::Boolean:
        return value.toBool() ? labels::yes() : labels::no();
    case FieldType::Date:
        return format::date(QDate::fromString(value.toString(), Qt::ISODate));
    case FieldType::Instant:
        return format::dateTime(value.toString());
    case FieldType::Token:
        return tokenWords(entity, path, value.toString());
    case FieldType::Reference: {
        if (path == QLatin1String("state_by")) {
            const auto account = m_services.workspace.records.find(Entity::Account, value.toString());
            if (account && account->has_value())
                return (*account)->fields.value(QStringLiteral("display_name")).toString();
        }
        const auto owner = m_services.workspace.records.find(Entity::Owner, value.toString());
        const bool known = path == QLatin1String("owner") && owner && owner->has_value();
        return known ? (*owner)->fields.value(QStringLiteral("name")).toString() : ChangePhrases::tr("another record");
    }
    case FieldType::Object:
        return format::score(value.toObject().value(QStringLiteral("total_bp")).toInt());
    case FieldType::TextList: {
        QStringList words;
        const QJsonArray list = value.toArray();
        for (const auto &one : list)
            words.append(path == QLatin1String("amenities") ? centrewords::amenity(one.toString()) : one.toString());
        return format::list(words);
    }
    case FieldType::Map:
    case FieldType::Text:
        break;
    }
    return format::words(value.toString());
}

QString ChangeWords::values(Entity entity, const QString &key, const QJsonObject &byPath) const
{
    if (key == QLatin1String("position")) {
        const auto position = Position::fromFields(byPath);
        if (!position)
            return ChangePhrases::tr("empty");
        QStringList words{format::isolate(position->toString())};
        if (const QString source = byPath.value(QStringLiteral("position_source")).toString(); !source.isEmpty())
            words.append(labels::positionSource(source));
        if (position->accuracyM() > 0)
            words.append(ChangePhrases::tr("accurate to %1 m").arg(format::number(position->accuracyM())));
        return words.join(QStringLiteral(", "));
    }
    QStringList words;
    // Numbers beside numbers, and a yes: each says what it is.
    const bool named =
        key == QLatin1String("contact") || key == QLatin1String("occupancy") || key == QLatin1String("members");
    for (auto it = byPath.begin(); it != byPath.end(); ++it) {
        if (byPath.size() > 1 && it->isNull() && it.key() != QLatin1String("contact_agreed_at"))
            continue;
        const QString shown = value(entity, it.key(), it.value());
        words.append(named ? ChangePhrases::tr("%1: %2").arg(labels::field(it.key()), shown) : shown);
    }
    return words.isEmpty() ? ChangePhrases::tr("empty") : words.join(QStringLiteral(", "));
}

QString ChangeWords::what(const QList<Change> &changes) const
{
    QStringList words;
    QStringList keys;
    for (const Change &change : changes) {
        switch (change.kind) {
        case ChangeKind::Create:
            // A decision is made and never changed: what it decides says more than that it is new.
            words.append(change.entity == Entity::Decision
                             ? labels::decisionKind(change.fields.value(QStringLiteral("kind")).after.toString())
                             : ChangePhrases::tr("New"));
            break;
        case ChangeKind::Submit:
            words.append(ChangePhrases::tr("Submitted"));
            break;
        case ChangeKind::Delete:
            words.append(ChangePhrases::tr("Removed"));
            break;
        case ChangeKind::Patch:
            for (const auto &[key, paths] : fieldKeys(change.entity, change.fields.keys())) {
                if (!keys.contains(key))
                    keys.append(key);
            }
        }
    }
    const Entity entity = changes.isEmpty() ? Entity::Building : changes.first().entity;
    for (qsizetype i = 0; i < keys.size() && i < 3; ++i)
        words.append(labels::field(keys.at(i)));
    if (keys.size() > 3)
        words.append(ChangePhrases::tr("and %1 more").arg(keys.size() - 3));
    if (entity == Entity::Conflict)
        return ChangePhrases::tr("Decided");
    return words.join(QStringLiteral(", "));
}

bool ChangeWords::isBeyondMending(const OutboxRow &row)
{
    static const QStringList never{QStringLiteral("wrong_state"), QStringLiteral("scope_revoked"),
                                   QStringLiteral("not_allowed"), QStringLiteral("device_revoked")};
    if (never.contains(row.code))
        return true;
    if (row.code != QLatin1String("exists"))
        return false;
    const FieldSpec *spec = specOf(row.change.entity).find(row.field);
    return row.field == QLatin1String("id") || (spec != nullptr && spec->type == FieldType::Reference);
}

QString ChangeWords::reason(const OutboxRow &row) const
{
    const QString field = row.field.isEmpty() ? QString() : this->field(row.change.entity, row.field);
    const auto is = [&row](const char *code) { return row.code == QLatin1String(code); }; // sync-protocol's tokens
    if (row.code.isEmpty())
        return {};
    if (QString decided = decisionwords::rejection(row); !decided.isEmpty())
        return decided;
    if (is("invalid") && row.change.entity == Entity::Assignment && row.field == QLatin1String("inspector"))
        return ChangePhrases::tr(
            "This inspector's account is not in use, or is not for the building's province. Choose "
            "another inspector.");
    if (is("invalid"))
        return field.isEmpty() ? ChangePhrases::tr("The server does not accept a value.")
                               : ChangePhrases::tr("The server does not accept this value of “%1”.").arg(field);
    if (is("score_mismatch"))
        return ChangePhrases::tr("The server comes to another score than this laptop.");
    if (is("carried_differs"))
        return ChangePhrases::
            tr("“%1” was carried over from the earlier visit, but that visit was rejected, or the server has another "
               "answer there. Answer it again in this visit.")
                .arg(field);
    if (is("scope_revoked"))
        return ChangePhrases::tr(
            "The record no longer lies in your provinces. The server keeps the change for the officer.");
    if (is("not_allowed"))
        return ChangePhrases::tr("Your account may not make this change. The server keeps it for the officer.");
    if (is("device_revoked"))
        return ChangePhrases::tr(
            "This laptop was revoked for this account. The server keeps the change for the officer.");
    if (is("merged"))
        return row.change.entity == Entity::Building
                   ? ChangePhrases::tr(
                         "The building was merged into another one and does not change. Change that one, or "
                         "have an officer take the merge back and send this again.")
                   : ChangePhrases::tr("The building was merged into another one meanwhile, and nothing new begins on "
                                       "it. Have an officer take the merge back and send this again, or do it on that "
                                       "one.");
    if (is("wrong_state") && row.change.entity == Entity::Building)
        return ChangePhrases::tr("The buildings cannot be merged so any more: one of them has moved on. Look at both "
                                 "again.");
    if (is("wrong_state") && row.change.entity == Entity::Inspection)
        return ChangePhrases::tr("The inspection is no draft any more on the server: it was submitted, or decided on, "
                                 "from elsewhere.");
    if (is("wrong_state") && row.change.entity == Entity::Finding)
        return ChangePhrases::tr("The finding has moved on, or its inspection was handed in: this can no longer be "
                                 "changed so.");
    if (QString centre = centrewords::rejection(row); !centre.isEmpty())
        return centre;
    if (const QString loan = loanwords::rejection(row); !loan.isEmpty())
        return loan;
    if (is("wrong_state") && row.change.entity == Entity::Assignment)
        return row.field == QLatin1String("inspector")
                   ? ChangePhrases::tr(
                         "The inspector who has this visit began it meanwhile, so it goes to nobody else.")
                   : ChangePhrases::tr("The assignment was closed meanwhile: the visit was handed in, or an officer "
                                       "cancelled it.");
    if (is("exists") && row.change.entity == Entity::Assignment)
        return ChangePhrases::tr("The building waits for a visit of this kind already: somebody assigned it from "
                                 "elsewhere. Give this one up; that one stays.");
    if (is("wrong_state") && row.field == QLatin1String("marks"))
        return row.change.kind == ChangeKind::Delete
                   ? ChangePhrases::tr("A marked copy of this photo is on the server. Remove the copy first, then the "
                                       "photo.")
                   : ChangePhrases::tr("The photo that this copy marks was removed from the inspection. Attach the "
                                       "photo again and mark it anew, or give the copy up.");
    if (is("wrong_state") && row.change.entity == Entity::Standard)
        return ChangePhrases::tr("A newer version of the standard is published: this one needs a higher number.");
    if (is("wrong_state"))
        return ChangePhrases::tr("The record has moved on: what was changed can no longer be changed so.");
    if (is("exists") && row.field == QLatin1String("previous"))
        return ChangePhrases::tr("The next revision of this returned inspection was begun on another laptop, and the "
                                 "server has that one.");
    if (is("exists") && row.change.entity == Entity::Standard)
        return ChangePhrases::tr("A version of the standard with this number is published already.");
    if (is("exists"))
        return field.isEmpty() ? ChangePhrases::tr("Another record has this already.")
                               : ChangePhrases::tr("Another record has this “%1” already.").arg(field);
    if (is("too_large"))
        return ChangePhrases::tr("The change is too large for the server.");
    if (is("op_reuse"))
        return ChangePhrases::tr("The server knows another change under this number.");
    if (is("missing"))
        return ChangePhrases::tr("It waits for a record or a file that has not come to the server.");
    return ChangePhrases::tr("The server gave this word: %1").arg(format::code(row.code));
}

} // namespace markaz::ui
