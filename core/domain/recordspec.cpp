// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/recordspec.h"

#include "core/domain/buildingcode.h"
#include "core/domain/centre.h"
#include "core/domain/certificatelifecycle.h"
#include "core/domain/contactforms.h"
#include "core/domain/evidence.h"
#include "core/domain/fieldcheck.h"
#include "core/domain/loan.h"
#include "core/domain/month.h"
#include "core/domain/recordcheck.h"
#include "core/domain/wholecheck.h"

namespace markaz {
namespace {

FieldSpec text(const char *name, qint64 max, qint64 min = 0)
{
    FieldSpec f;
    f.name = QLatin1String(name);
    f.type = FieldType::Text;
    f.min = min;
    f.max = max;
    f.required = min > 0;
    return f;
}

FieldSpec integer(const char *name, qint64 min, qint64 max)
{
    FieldSpec f;
    f.name = QLatin1String(name);
    f.type = FieldType::Integer;
    f.min = min;
    f.max = max;
    return f;
}

FieldSpec tokens(const char *name, const QStringList &allowed)
{
    FieldSpec f;
    f.name = QLatin1String(name);
    f.type = FieldType::Token;
    f.tokens = allowed;
    return f;
}

FieldSpec plain(const char *name, FieldType type)
{
    FieldSpec f;
    f.name = QLatin1String(name);
    f.type = type;
    return f;
}

FieldSpec required(FieldSpec f)
{
    f.required = true;
    return f;
}
/// 2026-11-29, against the design: an owner's name and a building's name, code and address are not sealed. They are
/// searched by their parts and sorted by, offline, and no blind index does either (core/security/README.md).
FieldSpec sealed(FieldSpec f)
{
    f.sealed = true;
    return f;
}
FieldSpec frozen(FieldSpec f)
{
    f.frozen = true;
    return f;
}
FieldSpec serverOnly(FieldSpec f)
{
    f.serverOnly = true;
    return f;
}
/// When the server took the record, or the visit that was handed in: by this, and by no laptop's clock, the figures of
/// a month count it (2026-11-30; what came before has none).
FieldSpec receivedAt()
{
    return serverOnly(plain("received_at", FieldType::Instant));
}
FieldSpec formed(Result<void> (*form)(const QString &), FieldSpec f)
{
    f.form = form;
    return f;
}
FieldSpec amongTokens(FieldSpec f, const QStringList &allowed)
{
    f.tokens = allowed;
    return f;
}
FieldSpec inGroup(const char *group, FieldSpec f)
{
    f.group = QLatin1String(group);
    return f;
}

template <class E>
QStringList tokensOf()
{
    QStringList all;
    for (E value : allValues<E>())
        all.append(token(value));
    return all;
}

const QStringList kVisitKinds{QStringLiteral("initial"), QStringLiteral("follow_up"), QStringLiteral("surveillance"),
                              QStringLiteral("complaint")};
const QStringList kGrades{QStringLiteral("full"), QStringLiteral("provisional")};

/// 2026-11-28: "photo" came to the sources; a server or a laptop from before refuses it, as it does every token that it
/// does not know, so servers are brought up to date first.
QList<FieldSpec> positionWithin(FieldSpec latitude, FieldSpec longitude)
{
    return {inGroup("position", std::move(latitude)), inGroup("position", std::move(longitude)),
            inGroup("position", integer("accuracy_m", 0, 100'000)),
            inGroup("position", tokens("position_source", {QStringLiteral("gps"), QStringLiteral("map"),
                                                           QStringLiteral("typed"), QStringLiteral("photo")}))};
}

QList<FieldSpec> position()
{
    return positionWithin(integer("latitude_e6", 23'000'000, 38'000'000), // Pakistan and a margin, 1e-6 degrees
                          integer("longitude_e6", 60'000'000, 78'500'000));
}

/// A photo may come from anywhere, and that it does is worth knowing.
QList<FieldSpec> positionAnywhere()
{
    return positionWithin(integer("latitude_e6", -90'000'000, 90'000'000),
                          integer("longitude_e6", -180'000'000, 180'000'000));
}

QList<FieldSpec> fieldsOf(Entity entity)
{
    switch (entity) {
    case Entity::Owner:
        return {text("name", 200, 1),
                required(tokens("kind", {QStringLiteral("individual"), QStringLiteral("company"),
                                         QStringLiteral("government"), QStringLiteral("trust")})),
                text("province", 5, 5),
                sealed(formed(checkCnicOrNtn, text("cnic_ntn", 20))),
                sealed(formed(checkPhone, text("phone", 30))),
                sealed(formed(checkEmail, text("email", 254))),
                sealed(text("postal_address", 400)),
                frozen(plain("sample", FieldType::Boolean))};
    case Entity::Building:
        return QList<FieldSpec>{text("code", 8, 8), text("name", 200, 1), inGroup("address", text("address", 400, 1)),
                                inGroup("address", required(integer("city", 1, 100'000'000))), // GeoNames id
                                plain("owner", FieldType::Reference),
                                tokens("tenure", {QStringLiteral("freehold"), QStringLiteral("leasehold"),
                                                  QStringLiteral("government"), QStringLiteral("waqf")}),
                                required(integer("covered_area_sqft", 1, 10'000'000)),
                                required(integer("storeys", 1, 60)), integer("planned_seats", 1, 10'000),
                                integer("year_built", 1800, 2100), plain("idle_since", FieldType::Date),
                                tokens("condition", {QStringLiteral("good"), QStringLiteral("fair"),
                                                     QStringLiteral("poor"), QStringLiteral("dangerous")}),
                                plain("level_entrance", FieldType::Boolean), plain("has_generator", FieldType::Boolean),
                                sealed(text("notes", 4000)),
                                // 2026-11-29: which building this is once more; the reason also says why it was taken
                                // back. A server from before keeps both unchecked: it is brought up to date first.
                                inGroup("merged", plain("merged_into", FieldType::Reference)),
                                inGroup("merged", sealed(text("merge_reason", 1000))), receivedAt(),
                                frozen(plain("sample", FieldType::Boolean))} +
               position();
    case Entity::Assignment:
        return {frozen(required(plain("building", FieldType::Reference))),
                required(plain("inspector", FieldType::Reference)),
                required(tokens("kind", kVisitKinds)),
                required(plain("due", FieldType::Date)),
                text("instructions", 2000),
                inGroup("state", required(tokens("state", {QStringLiteral("open"), QStringLiteral("done"),
                                                           QStringLiteral("cancelled")}))),
                inGroup("state", text("state_reason", 1000)),
                serverOnly(plain("earlier_visit", FieldType::Map)), // see earliervisit.h
                serverOnly(plain("shown_visits", FieldType::TextList)),
                receivedAt(),
                frozen(plain("sample", FieldType::Boolean))};
    case Entity::Inspection:
        return QList<FieldSpec>{
                   frozen(required(plain("building", FieldType::Reference))),
                   frozen(required(plain("inspector", FieldType::Reference))),
                   frozen(plain("assignment", FieldType::Reference)), frozen(plain("previous", FieldType::Reference)),
                   frozen(required(tokens("kind", kVisitKinds))), inGroup("standard", text("standard", 60, 1)),
                   inGroup("standard", required(integer("standard_version", 1, 10'000))),
                   inGroup("standard", text("standard_hash", 64, 64)), required(integer("revision", 1, 1000)),
                   tokens("visit_outcome",
                          {QStringLiteral("done"), QStringLiteral("no_entry"), QStringLiteral("owner_absent"),
                           QStringLiteral("wrong_address"), QStringLiteral("unsafe"), QStringLiteral("not_ready")}),
                   // Of a visit that could not be made: what was found, who was met, from when it may work.
                   sealed(text("visit_note", 2000)), sealed(text("visit_met", 200)),
                   plain("next_visit", FieldType::Date), plain("answers", FieldType::Map),
                   // Answers that the draft's standard no longer asks for: "C-02@1" (item, version) -> answer.
                   plain("kept", FieldType::Map), sealed(plain("notes", FieldType::Map)),
                   required(plain("started_at", FieldType::Instant)), plain("finished_at", FieldType::Instant),
                   plain("score", FieldType::Object),
                   inGroup("state", required(tokens("state", {QStringLiteral("draft"), QStringLiteral("submitted"),
                                                              QStringLiteral("returned"), QStringLiteral("accepted"),
                                                              QStringLiteral("rejected")}))),
                   serverOnly(inGroup("state", text("state_reason", 1000))), receivedAt(),
                   frozen(plain("sample", FieldType::Boolean))} +
               position();
    case Entity::Evidence: // see core/domain/evidence.h
        // 2026-11-30: of an inspection, or a document of a loan; a laptop from before is not sent the latter.
        return QList<FieldSpec>{frozen(plain("inspection", FieldType::Reference)),
                                frozen(plain("loan", FieldType::Reference)),
                                text("item", 40), // code of the standard's item; none: of the visit as a whole
                                frozen(required(tokens("kind", {QStringLiteral("photo"), QStringLiteral("document"),
                                                                QStringLiteral("signature")}))),
                                frozen(text("sha256", 64, 64)),
                                frozen(required(integer("size", 1, evidence::kMaxBytes))),
                                frozen(required(tokens("media_type", evidence::mediaTypes()))),
                                frozen(sealed(text("filename", 255))), // a name may say who is in the picture
                                frozen(plain("taken_at", FieldType::Instant)),
                                sealed(text("caption", 1000)),
                                frozen(plain("marks", FieldType::Reference)), // the photo that this is a marked copy of
                                frozen(tokens("signer", evidence::signers())), // whose signature it is
                                frozen(sealed(text("signer_name", 120))),
                                serverOnly(plain("received_at", FieldType::Instant)),
                                serverOnly(integer("received_rev", 1, 9'007'199'254'740'992)),
                                frozen(plain("sample", FieldType::Boolean))} +
               positionAnywhere();
    case Entity::Review:
        return {frozen(required(plain("inspection", FieldType::Reference))),
                frozen(required(plain("reviewer", FieldType::Reference))),
                frozen(required(tokens(
                    "decision", {QStringLiteral("accept"), QStringLiteral("return"), QStringLiteral("reject")}))),
                frozen(text("reason", 2000)),
                frozen(sealed(plain("comments", FieldType::Map))),
                frozen(required(plain("made_at", FieldType::Instant))),
                receivedAt(),
                frozen(plain("sample", FieldType::Boolean))};
    case Entity::Decision:
        return {frozen(required(
                    // 2026-11-29: appeals came to the kinds; a server from before refuses them, so it is brought up to
                    // date first.
                    tokens("kind", decisionKinds()))),
                frozen(plain("inspection", FieldType::Reference)),
                frozen(plain("certificate", FieldType::Reference)),
                frozen(required(plain("officer", FieldType::Reference))),
                frozen(tokens("grade", kGrades)),
                frozen(integer("seats", 1, 10'000)),
                frozen(text("reason", 2000)),
                frozen(required(plain("made_at", FieldType::Instant))),
                receivedAt(),
                frozen(plain("sample", FieldType::Boolean))};
    case Entity::Certificate: // made by the server alone
        return {text("number", 14, 14),
                required(plain("building", FieldType::Reference)),
                required(plain("inspection", FieldType::Reference)),
                required(plain("issued_by", FieldType::Reference)),
                required(tokens("grade", kGrades)),
                required(integer("seats", 1, 10'000)),
                required(integer("tier", 1, 3)),
                required(integer("score_bp", 0, 10'000)),
                text("building_name", 200, 1),
                text("building_place", 500),
                required(plain("valid_from", FieldType::Date)),
                required(plain("valid_until", FieldType::Date)),
                plain("surveillance_due", FieldType::Date),
                inGroup("state", required(tokens("state", tokensOf<CertificateState>()))),
                inGroup("state", text("state_reason", 2000)),
                inGroup("state", plain("state_at", FieldType::Instant)),
                inGroup("state", plain("state_by", FieldType::Reference)), // the officer whose decision it is
                inGroup("state", plain("appeal", FieldType::Reference)),   // the decision record of an open one
                text("payload", 4000, 1),
                text("key_id", 40, 1),
                required(plain("issued_at", FieldType::Instant)),
                plain("sample", FieldType::Boolean)};
    case Entity::Policy:
        return {required(integer("version", 1, 10'000)), plain("body", FieldType::Object)};
    case Entity::Account: // the public part, so that records can show who did what
        return {text("name", 60, 1), text("display_name", 120, 1),
                required(tokens("role", {QStringLiteral("inspector"), QStringLiteral("officer"),
                                         QStringLiteral("administrator"), QStringLiteral("auditor")})),
                plain("provinces", FieldType::TextList), plain("active", FieldType::Boolean)};
    case Entity::Conflict:
        return {required(tokens(
                    "entity", {QStringLiteral("owner"), QStringLiteral("building"), QStringLiteral("assignment"),
                               QStringLiteral("inspection"), QStringLiteral("evidence"), QStringLiteral("finding"),
                               QStringLiteral("centre"), QStringLiteral("occupancy_report"), QStringLiteral("loan")})),
                required(plain("record", FieldType::Reference)),
                required(plain("author", FieldType::Reference)),
                plain("op_id", FieldType::Reference),
                required(plain("made_at", FieldType::Instant)),
                sealed(plain("fields", FieldType::Object)), // path -> {"base", "server", "client"}
                inGroup("state", required(tokens("state", {QStringLiteral("open"), QStringLiteral("resolved")}))),
                serverOnly(inGroup("state", plain("resolved_by", FieldType::Reference))),
                plain("sample", FieldType::Boolean)};
    case Entity::Finding: // its photos are those of its item, in its inspection and in the visit that verifies it
        return {frozen(required(plain("inspection", FieldType::Reference))),
                frozen(required(plain("building", FieldType::Reference))),
                frozen(text("item", 40, 1)),
                required(tokens("severity", tokensOf<Severity>())),
                sealed(text("description", 2000, 1)),
                sealed(text("responsible", 200)), // who is to mend it
                required(plain("due", FieldType::Date)),
                inGroup("state", required(tokens("state", tokensOf<FindingState>()))),
                inGroup("state", sealed(text("state_reason", 1000))),
                inGroup("state", plain("follow_up", FieldType::Reference)), // the visit that verified it
                frozen(required(plain("author", FieldType::Reference))),
                frozen(required(plain("made_at", FieldType::Instant))),
                frozen(plain("sample", FieldType::Boolean))};
    case Entity::Standard: // never changed; the three are what an inspection names it by
        return {frozen(text("standard", 60, 1)), frozen(required(integer("version", 1, 10'000))),
                frozen(text("hash", 64, 64)), frozen(required(plain("body", FieldType::Object)))};
    case Entity::Centre: // see core/domain/centre.h
        return {frozen(required(plain("building", FieldType::Reference))), text("name", 200, 1),
                required(integer("seats", 1, centre::kMostSeats)),
                required(integer("seat_rate_paisa", 0, centre::kMostRatePaisa)), // a seat a month
                plain("opened_on", FieldType::Date),
                plain("closed_on", FieldType::Date), // the last day: it stays readable, and another may open
                integer("running_cost_paisa", 0, centre::kMostRunningPaisa), // a month; none: it is not known
                amongTokens(plain("amenities", FieldType::TextList), centre::amenities()),
                // Who is called about the centre: personal, as an owner's are, also where the office may publish it.
                // With them goes when that person agreed to be published (none: may not be). 2026-11-30: an instant and
                // not a yes, so that another contact beside the word that was given before can be told from a new word.
                inGroup("contact", sealed(text("contact_name", 120))),
                inGroup("contact", sealed(formed(checkPhone, text("contact_phone", 30)))),
                inGroup("contact", sealed(formed(checkEmail, text("contact_email", 254)))),
                inGroup("contact", plain("contact_agreed_at", FieldType::Instant)),
                frozen(plain("sample", FieldType::Boolean))};
    case Entity::OccupancyReport: // `seats` are those of that month, so that its share stays right when there are more
        return {frozen(required(plain("centre", FieldType::Reference))),
                frozen(text("month", 7, 7)),
                inGroup("occupancy",
                        required(integer("seats", 1, centre::kMostSeats))), // what is at most the other goes with it
                inGroup("occupancy", required(integer("seats_taken", 0, centre::kMostSeats))),
                inGroup("members", required(integer("freelancers", 0, 1'000'000))),
                inGroup("members", required(integer("dg_skills", 0, 1'000'000))), // of the freelancers
                required(integer("other_staff", 0, 1'000'000)),
                required(integer("seat_rate_paisa", 0, centre::kMostRatePaisa)), // charged
                required(integer("trainings", 0, 10'000)),
                required(integer("events", 0, 10'000)),
                integer("export_usd_cents", 0, centre::kMostExportCents), // voluntary: none is not nought
                frozen(required(plain("author", FieldType::Reference))),
                frozen(required(plain("made_at", FieldType::Instant))),
                frozen(plain("sample", FieldType::Boolean))};
    case Entity::Loan: // see core/domain/loan.h
        return {frozen(required(plain("building", FieldType::Reference))),
                frozen(required(plain("owner", FieldType::Reference))),
                text("bank", 200, 1),
                sealed(text("bank_reference", 60)), // whose account it is
                inGroup("principal", required(integer("principal_paisa", 1, loan::kMostPrincipal))),
                inGroup("principal", required(integer("policy_version", 1, 10'000))), // whose cap holds
                inGroup("markup", integer("markup_bp", 0, loan::kMostBp)),
                inGroup("markup", integer("spread_bp", 0, loan::kMostBp)),
                inGroup("markup", integer("kibor_bp", 0, loan::kMostBp)),
                inGroup("tenor", required(integer("tenor_months", 1, loan::kMostTenor))),
                inGroup("tenor", required(integer("grace_months", 0, loan::kMostTenor - 1))),
                sealed(text("notes", 4000)),
                plain("payments", FieldType::Map), // one by one: of two laptops both stand
                inGroup("state", required(tokens("state", tokensOf<LoanState>()))),
                inGroup("state", required(plain("state_at", FieldType::Instant))),
                inGroup("state", required(plain("state_by", FieldType::Reference))),
                inGroup("state", sealed(text("state_reason", 1000))),
                serverOnly(sealed(plain("history", FieldType::Object))),
                serverOnly(integer("clawback_paisa", 0, 9'007'199'254'740'992)),
                serverOnly(plain("clawback_certificate", FieldType::Reference)),
                frozen(plain("sample", FieldType::Boolean))};
    // 2026-12-01: neither of these two is ever changed, so that no two laptops can clash over one: another scenario is
    // saved beside the first one or in its place, and a wrong list of cities is followed by the right one.
    case Entity::Scenario: // core/finance/scenariofile.h says what a body holds
        return {frozen(text("name", 200, 1)), frozen(required(plain("body", FieldType::Object))),
                frozen(required(plain("author", FieldType::Reference))),
                frozen(required(plain("made_at", FieldType::Instant))), frozen(plain("sample", FieldType::Boolean))};
    case Entity::Demand: // see core/domain/demand.h
        return {frozen(required(plain("as_of", FieldType::Date))),
                frozen(text("source", 400, 1)),
                frozen(required(plain("freelancers", FieldType::Object))),
                frozen(required(plain("author", FieldType::Reference))),
                frozen(required(plain("made_at", FieldType::Instant))),
                frozen(plain("sample", FieldType::Boolean))};
    }
    return {};
}

} // namespace

const FieldSpec *RecordSpec::find(const QString &path) const
{
    const qsizetype dot = path.indexOf(QLatin1Char('.'));
    const QStringView name = dot < 0 ? QStringView(path) : QStringView(path).left(dot);
    for (const FieldSpec &f : fields) {
        if (f.name == name)
            return dot < 0 || f.type == FieldType::Map ? &f : nullptr;
    }
    return nullptr;
}

Result<void> RecordSpec::check(const QJsonObject &values) const
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        const QString name = it.key();
        if (!isStorable(name) || holdsUnstorable(it.value()))
            return unstorable(name);
        if (name.contains(QLatin1Char('.')))
            return dotted(name);
    }
    for (const FieldSpec &f : fields) {
        if (auto checked = checkField(f, values.value(f.name)); !checked)
            return checked;
    }
    return checkWhole(*this, values);
}

Result<void> checkAfter(const RecordSpec &spec, const QJsonObject &fields, const QStringList &paths)
{
    for (const QString &path : paths) {
        const QString name = path.section(QLatin1Char('.'), 0, 0);
        if (!isStorable(path) || holdsUnstorable(valueAt(fields, path)))
            return unstorable(name);
        if (fields.contains(path) && name != path)
            return dotted(path);
        if (const FieldSpec *f = spec.find(name); f != nullptr) {
            if (auto checked = checkField(*f, fields.value(name)); !checked)
                return checked;
        }
    }
    return checkWhole(spec, fields);
}

const RecordSpec &specOf(Entity entity)
{
    static const QHash<int, RecordSpec> specs = [] {
        QHash<int, RecordSpec> all;
        for (Entity e : allValues<Entity>())
            all.insert(static_cast<int>(e), RecordSpec{e, fieldsOf(e)});
        return all;
    }();
    return specs.constFind(static_cast<int>(entity)).value();
}

} // namespace markaz
