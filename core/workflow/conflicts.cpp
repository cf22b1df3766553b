// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/conflicts.h"

#include "core/domain/centre.h"
#include "core/domain/loan.h"
#include "core/storage/buildingrepository.h"
#include "core/storage/scoperepository.h"
#include "core/workflow/findings.h"
#include "core/workflow/inspectionsubject.h"

#include <algorithm>

namespace markaz {
namespace {

const QString kBase = QStringLiteral("base");
const QString kServer = QStringLiteral("server");
const QString kClient = QStringLiteral("client");

/// What stands in the conflict, field by field and group by group. \p now: what the server has by now; empty where the
/// record is gone, and then the conflict's own word is the last that is known.
QList<ConflictField> fieldsOf(const ConflictRecord &conflict, const std::optional<Record> &now)
{
    const QJsonObject all = conflict.conflictingFields();
    const RecordSpec &spec = specOf(conflict.of());
    QList<ConflictField> fields;
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QString path = it.key();
        const QJsonObject sides = it.value().toObject();
        const FieldSpec *described = spec.find(path);
        const QString key = described == nullptr || described->group.isEmpty() ? path : described->group;
        auto field = std::find_if(fields.begin(), fields.end(), [&](const ConflictField &f) { return f.key == key; });
        if (field == fields.end())
            field =
                fields.insert(path == kDeletedPath ? fields.begin() : fields.end(), ConflictField{key, {}, {}, {}, {}});
        field->paths.append(path);
        field->base.insert(path, sides.value(kBase));
        field->client.insert(path, sides.value(kClient));
        const bool live = now && path != kDeletedPath;
        field->server.insert(path, live ? valueAt(now->fields, path) : sides.value(kServer));
    }
    return fields;
}

QJsonObject chosen(const ConflictField &field, const ConflictChoice &choice)
{
    switch (choice.take) {
    case ConflictChoice::Take::Server:
        break; // it is in force
    case ConflictChoice::Take::Client:
        return field.client;
    case ConflictChoice::Take::Other:
        return choice.values;
    }
    return {};
}

/// Whether \p choice wants the record gone.
bool wantsItGone(const ConflictField &field, const ConflictChoice &choice)
{
    const QJsonObject &side = choice.take == ConflictChoice::Take::Client   ? field.client
                              : choice.take == ConflictChoice::Take::Server ? field.server
                                                                            : choice.values;
    return side.value(kDeletedPath).toBool();
}

QString textOf(const Record &record, const char *name)
{
    return record.fields.value(QLatin1String(name)).toString();
}

/// A finding is edited, or its state takes the step that leads to what is wanted; each is another right.
Result<void> mayMove(Workspace &workspace, const Actor &actor, const Record &record, const QJsonObject &wanted)
{
    const auto finding = Finding::from(record);
    if (!finding)
        return finding.error();
    const RecordSpec &spec = specOf(Entity::Finding);
    const QStringList paths = wanted.keys();
    const bool moves = std::any_of(paths.cbegin(), paths.cend(), [&spec](const QString &path) {
        const FieldSpec *field = spec.find(path);
        return field != nullptr && field->group == QLatin1String("state");
    });
    if (!moves)
        return EditFinding(workspace).allowed(actor, *finding);
    const auto to = parse<FindingState>(wanted.value(QStringLiteral("state")).toString());
    const auto step = to ? findingStep(finding->state(), *to) : std::nullopt;
    if (!step)
        return makeError(ErrorCode::WrongState, QStringLiteral("the finding is %1").arg(token(finding->state())),
                         QStringLiteral("state"));
    const QString visit =
        isByVisit(actor, *step) ? wanted.value(QStringLiteral("follow_up")).toString() : finding->inspectionId();
    const auto subject = subjectIn(workspace, finding->buildingId(), visit);
    if (!subject)
        return subject.error();
    return may(actor, actionFor(*step), *subject);
}

/// A loan is over, or takes one step of its table, or goes while it is a draft.
Result<void> mayBecome(const Record &record, ChangeKind kind, const QJsonObject &wanted)
{
    const auto loan = Loan::from(record);
    if (!loan)
        return loan.error();
    const QJsonValue state = wanted.value(QStringLiteral("state"));
    const auto to = state.isUndefined() ? Result<LoanState>(loan->state()) : parse<LoanState>(state.toString());
    const auto step = to ? loanStep(loan->state(), *to) : std::nullopt;
    const bool may = kind == ChangeKind::Delete ? loan->state() == LoanState::Draft
                                                : loan::isOpen(loan->state()) && to &&
                                                      (*to == loan->state() || (step && !termsOf(*step).byServer));
    return may ? Result<void>()
               : Result<void>(makeError(ErrorCode::WrongState,
                                        QStringLiteral("the loan is %1").arg(token(loan->state())),
                                        QStringLiteral("state")));
}

/// Whoever decides signs what he takes: a step, and money that was recorded.
void signAnew(QJsonObject &after, const QJsonObject &before, const Actor &actor, const Clock &clock)
{
    if (after.value(QStringLiteral("state")) != before.value(QStringLiteral("state"))) {
        after.insert(QStringLiteral("state_by"), actor.accountId);
        after.insert(QStringLiteral("state_at"), toIso(clock.now()));
    }
    QJsonObject payments = after.value(QStringLiteral("payments")).toObject();
    const QJsonObject standing = before.value(QStringLiteral("payments")).toObject();
    for (auto it = payments.begin(); it != payments.end(); ++it) {
        if (standing.value(it.key()) == it.value())
            continue;
        QJsonObject payment = it.value().toObject();
        payment.insert(QStringLiteral("by"), actor.accountId);
        it.value() = payment;
    }
    if (!payments.isEmpty())
        after.insert(QStringLiteral("payments"), payments);
}

} // namespace

Result<Subject> ResolveConflict::subjectOf(const ConflictRecord &conflict, const std::optional<Record> &record) const
{
    if (!record)
        return Subject().authoredBy(conflict.authorId());
    Subject subject;
    switch (record->entity) {
    case Entity::Owner:
        subject = Subject::in(record->fields.value(QStringLiteral("province")).toString());
        break;
    case Entity::Inspection: {
        auto found = markaz::subjectOf(m_workspace, *record);
        if (!found)
            return found;
        subject = *found;
        break;
    }
    case Entity::Finding: {
        auto found = subjectIn(m_workspace, textOf(*record, "building"), textOf(*record, "inspection"));
        if (!found)
            return found;
        subject = *found;
        break;
    }
    case Entity::Evidence: {
        if (const QString loan = textOf(*record, "loan"); !loan.isEmpty()) {
            const auto home = m_workspace.records.require(Entity::Loan, loan);
            const auto province = home ? BuildingRepository(m_workspace.database).provinceOf(textOf(*home, "building"))
                                       : Result<QString>(home.error());
            if (!province)
                return province.error();
            subject = Subject::in(*province);
            break;
        }
        const auto visit = m_workspace.records.require(Entity::Inspection, textOf(*record, "inspection"));
        if (!visit)
            return visit.error();
        auto found = markaz::subjectOf(m_workspace, *visit);
        if (!found)
            return found;
        subject = *found;
        break;
    }
    default: {
        QString building = textOf(*record, "building");
        if (record->entity == Entity::Building)
            building = record->id;
        if (record->entity == Entity::OccupancyReport) {
            const auto centre = m_workspace.records.require(Entity::Centre, textOf(*record, "centre"));
            if (!centre)
                return centre.error();
            building = textOf(*centre, "building");
        }
        const auto province = BuildingRepository(m_workspace.database).provinceOf(building);
        if (!province)
            return province.error();
        subject = Subject::in(*province);
        break;
    }
    }
    return subject.authoredBy(conflict.authorId());
}

Result<void> ResolveConflict::mayChange(const Actor &actor, const ConflictRecord &conflict, const Record &record,
                                        ChangeKind kind, const QJsonObject &wanted) const
{
    if (record.entity == Entity::Finding && kind == ChangeKind::Patch)
        return mayMove(m_workspace, actor, record, wanted);
    if (record.entity == Entity::Finding) {
        const auto finding = Finding::from(record);
        return finding ? mayTakeBack(m_workspace, actor, *finding) : Result<void>(finding.error());
    }
    const bool document = record.entity == Entity::Evidence && !textOf(record, "loan").isEmpty();
    const auto action = actionFor(record.entity, kind, document ? kLoanStep : QString());
    if (!action)
        return action.error();
    if (record.entity == Entity::Evidence && !document) {
        const auto draft = draftFor(m_workspace, actor, *action, textOf(record, "inspection"));
        return draft ? Result<void>() : draft.error();
    }
    auto subject = subjectOf(conflict, record);
    if (!subject)
        return subject.error();
    if (document || record.entity == Entity::Loan) // its author is whoever decides now, and not who raised the conflict
        subject->authorId = actor.accountId;
    if (auto allowed = may(actor, *action, *subject); !allowed)
        return allowed;
    if (record.entity == Entity::Loan)
        return mayBecome(record, kind, wanted);
    if (record.entity == Entity::Inspection &&
        record.fields.value(QStringLiteral("state")).toString() != QLatin1String("draft"))
        return makeError(ErrorCode::WrongState, QStringLiteral("the inspection has left its draft"),
                         QStringLiteral("state"));
    return {};
}

Result<QStringList> ResolveConflict::open(const Actor &actor) const
{
    if (!roleGrants(actor.role, Action::ResolveConflict))
        return QStringList();
    const bool all = actor.role == Role::Officer;
    return ScopeRepository(m_workspace.database).openConflictIds(all ? QString() : actor.accountId);
}

Result<QSet<QString>> ResolveConflict::settledOps() const
{
    return ScopeRepository(m_workspace.database).settledConflictOps();
}

Result<ConflictView> ResolveConflict::view(const Actor &actor, const QString &conflictId) const
{
    auto conflict = m_workspace.records.requireAs<ConflictRecord>(conflictId);
    if (!conflict)
        return conflict.error();
    auto record = m_workspace.records.find(conflict->of(), conflict->recordId());
    const auto atServer = m_workspace.records.findAtServer(conflict->of(), conflict->recordId());
    if (!record || !atServer)
        return !record ? record.error() : atServer.error();
    const auto subject = subjectOf(*conflict, *record);
    if (!subject)
        return subject.error();
    // Without the record its province is not known here; that the conflict was sent says that it is in scope.
    if (auto allowed = may(actor, Action::ResolveConflict,
                           *record ? *subject : Subject{actor.provinces, {}, {}, conflict->authorId()});
        !allowed)
        return allowed.error();
    QList<ConflictField> fields = fieldsOf(*conflict, *atServer);
    QJsonObject written;
    for (const ConflictField &field : std::as_const(fields)) {
        for (auto it = field.client.begin(); field.key != kDeletedPath && it != field.client.end(); ++it)
            written.insert(it.key(), it.value());
    }
    const bool mayWrite = *record && mayChange(actor, *conflict, **record, ChangeKind::Patch, written).ok();
    const bool mayRemove = *record && mayChange(actor, *conflict, **record, ChangeKind::Delete).ok();
    return ConflictView{std::move(conflict).value(), std::move(record).value(), std::move(fields), mayWrite, mayRemove};
}

Result<void> ResolveConflict::run(const Actor &actor, const QString &conflictId,
                                  const QHash<QString, ConflictChoice> &choices)
{
    const auto shown = view(actor, conflictId);
    if (!shown)
        return shown.error();
    if (shown->conflict.state() != QLatin1String("open"))
        return makeError(ErrorCode::WrongState, QStringLiteral("it is resolved already"), QStringLiteral("state"));
    QJsonObject wanted;
    bool gone = false;
    for (const ConflictField &field : shown->fields) {
        const auto choice = choices.constFind(field.key);
        if (choice == choices.constEnd())
            return makeError(ErrorCode::Incomplete, QStringLiteral("not decided"), field.key);
        if (field.key == kDeletedPath) {
            gone = wantsItGone(field, *choice);
            continue;
        }
        const QJsonObject values = chosen(field, *choice);
        for (auto it = values.begin(); it != values.end(); ++it)
            wanted.insert(it.key(), it.value());
    }

    ChangeSet changes(m_workspace, actor);
    if (gone || !wanted.isEmpty()) {
        if (!shown->record)
            return makeError(ErrorCode::NotFound, QStringLiteral("the record is gone"), token(shown->conflict.of()));
        const Record &record = *shown->record;
        const ChangeKind kind = gone ? ChangeKind::Delete : ChangeKind::Patch;
        if (auto allowed = mayChange(actor, shown->conflict, record, kind, wanted); !allowed)
            return allowed;
        QJsonObject after = record.fields;
        for (auto it = wanted.begin(); it != wanted.end(); ++it)
            setValueAt(after, it.key(), it.value());
        // What is in conflict may be the phone alone: the word of another is not taken along for it.
        if (record.entity == Entity::Centre && centre::keepsAnothersWord(record.fields, after))
            setValueAt(after, QStringLiteral("contact_agreed_at"), QJsonValue::Null);
        if (record.entity == Entity::Loan)
            signAnew(after, record.fields, actor, m_workspace.clock);
        if (gone)
            changes.remove(record);
        else if (auto updated = changes.update(record, after); !updated)
            return updated.error();
    }
    QJsonObject resolved = shown->conflict.fields();
    resolved.insert(QStringLiteral("state"), QStringLiteral("resolved"));
    if (auto updated = changes.update(shown->conflict.record(), resolved); !updated)
        return updated.error();
    return changes.commit();
}

} // namespace markaz
