// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/checklistmodel.h"

#include "core/storage/inspectionrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/evidence.h"
#include "core/workflow/followup.h"
#include "ui/commands/savedcommand.h"
#include "ui/text/changewords.h"

#include <QJsonArray>

namespace markaz::ui {

namespace {

/// An answer without what says when and by which visit it was given.
QJsonObject given(const Inspection &visit, const QString &code)
{
    QJsonObject answer = visit.answers().value(code).toObject();
    answer.remove(QStringLiteral("at"));
    answer.remove(QStringLiteral("carried"));
    return answer;
}

bool differs(const Inspection &a, const Inspection &b, const QString &code)
{
    return given(a, code) != given(b, code) || a.notes().value(code) != b.notes().value(code);
}

/// The one field of words that is another in \p after, counted from 1; 0 when something else is, too. A field of words
/// is saved while it is typed.
int wordsTyped(const Item &item, const QJsonObject &before, const QJsonObject &after)
{
    if (item.type == ItemType::Text)
        return 1;
    if (item.type == ItemType::Document) {
        const QString value = QStringLiteral("value");
        return after.contains(value) && after.value(value) == before.value(value) ? 1 : 0;
    }
    if (item.type != ItemType::Repeat)
        return 0;
    const QJsonArray rowsBefore = before.value(QStringLiteral("rows")).toArray();
    const QJsonArray rows = after.value(QStringLiteral("rows")).toArray();
    if (rows.size() < rowsBefore.size())
        return 0; // one was taken away
    const auto &fields = item.repeatFields;
    int typed = 0;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        for (qsizetype field = 0; field < fields.size(); ++field) {
            const QString &name = fields[field].name;
            if (rows[row].toObject().value(name) == rowsBefore.at(row).toObject().value(name))
                continue;
            if (typed != 0 || fields[field].type != ItemType::Text)
                return 0;
            typed = static_cast<int>(row * fields.size() + field) + 1;
        }
    }
    return typed;
}

} // namespace

ChecklistModel::ChecklistModel(const Services &services, const QString &inspectionId, QObject *parent)
    : QAbstractListModel(parent)
    , m_services(services)
    , m_inspectionId(inspectionId)
    , m_standard(&services.standards.newest())
    , m_submit(services.workspace, services.standards, services.gazetteer, services.programme)
    , m_record(services.workspace, services.standards)
{
    m_undo.setUndoLimit(200);
    connect(&m_services.workspace.notifier, &ChangeNotifier::recordChanged, this,
            [this](Entity entity, const QString &id) {
                if (entity == Entity::Evidence && isRevision()) {
                    if (auto read = readFiles(); !read)
                        Q_EMIT refused(read.error());
                    else
                        Q_EMIT scoreChanged(); // the pages look again at what was changed
                }
                const bool ours = id == m_inspectionId || (m_context && id == m_context->building.id());
                if (ours && !m_saving) // while saving, the use case's own result is taken instead
                    reload();
            });
    connect(&m_services.workspace.notifier, &ChangeNotifier::manyChanged, this, [this] { reload(); });
    connect(&m_services.workspace.notifier, &ChangeNotifier::filesChanged, this, [this] {
        if (!m_context)
            return;
        const auto before = m_lacking;
        if (auto read = readLacking(); !read)
            Q_EMIT refused(read.error());
        else if (m_lacking != before)
            tellScored();
    });
    reload();
}

/// The stack is cleared as it goes: whoever hears it would ask a model of which half is gone.
ChecklistModel::~ChecklistModel()
{
    m_undo.disconnect();
}

int ChecklistModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_standard->items().size());
}

bool ChecklistModel::editable() const
{
    return m_context && m_context->inspection.isDraft() && !m_lost &&
           m_context->inspection.inspectorId() == m_services.actor.accountId;
}

Qt::ItemFlags ChecklistModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (index.isValid() && editable() && item(index.row()).type != ItemType::Calculated)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant ChecklistModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || !m_context)
        return {};
    const Item &item = this->item(index.row());
    const ItemScore scored = m_score.items.value(item.code);
    switch (role) {
    case Qt::DisplayRole:
        return item.text.en;
    case CodeRole:
        return item.code;
    case SectionRole:
        return item.section;
    case AnswerRole:
        return m_context->inspection.answers().value(item.code).toObject();
    case NoteRole:
        return m_context->inspection.notes().value(item.code).toString();
    case StatusRole:
        return static_cast<int>(scored.status);
    case CreditRole:
        return scored.creditBp;
    case ComputedRole:
        return scored.computed ? scored.computed->toString() : QString();
    case VisibleRole:
        return scored.status != ItemScore::Status::Hidden;
    case CarriedRole: {
        const QJsonObject answer = m_context->inspection.answers().value(item.code).toObject();
        if (!answer.contains(QStringLiteral("carried")))
            return QDate();
        const QString at = answer.value(QStringLiteral("at")).toString();
        return programmeDay(at.isEmpty() && m_last ? m_last->startedAt() : at);
    }
    case LastRole:
        return m_last ? m_last->answers().value(item.code).toObject() : QJsonObject();
    case ChangedRole:
        return isRevision() && m_last &&
               (differs(m_context->inspection, *m_last, item.code) || m_filed.contains(item.code));
    case FiledRole:
        return isRevision() && m_filed.contains(item.code);
    case AskedRole:
        return m_asked.value(item.code).toString();
    default:
        return {};
    }
}

bool ChecklistModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || !editable())
        return false;
    const QString code = item(index.row()).code;
    if (role == NoteRole) {
        const QString before = m_context->inspection.notes().value(code).toString();
        m_undo.push(new SavedCommand(
            code, [this, code, before] { return saveNote(code, before); },
            [this, code, note = value.toString()] { return saveNote(code, note); }, index.row() + 1));
        return m_lastStored;
    }
    if (role != AnswerRole)
        return false;

    const auto answerOf = [](const QJsonObject &json) -> Result<std::optional<Answer>> {
        if (json.isEmpty())
            return std::optional<Answer>();
        auto answer = Answer::fromJson(json);
        if (!answer)
            return answer.error();
        return std::optional<Answer>(*answer);
    };
    const QJsonObject beforeJson = m_context->inspection.answers().value(code).toObject();
    const auto before = answerOf(beforeJson);
    QJsonObject given = value.toJsonObject();
    given.remove(QStringLiteral("carried")); // whatever an editor made it of, it is given here and now
    auto after = answerOf(given);
    if (!after) {
        Error error = after.error();
        error.where = code;
        Q_EMIT refused(error);
        return false;
    }
    // Words are saved while they are typed, and undone at once, as a note is.
    const int words = wordsTyped(item(index.row()), beforeJson, given);
    const int series = words == 0 ? 0 : words * rowCount() + index.row() + 1;
    m_undo.push(new SavedCommand(
        code, [this, code, former = before ? *before : std::nullopt] { return save(code, former); },
        [this, code, given = *after] { return save(code, given); }, series));
    return m_lastStored;
}

bool ChecklistModel::save(const QString &code, const std::optional<Answer> &answer)
{
    m_saving = true;
    auto recorded = m_record.run(m_services.actor, m_inspectionId, code, answer);
    m_saving = false;
    return stored(code, std::move(recorded));
}

bool ChecklistModel::saveNote(const QString &code, const QString &note)
{
    m_saving = true;
    auto recorded = m_record.note(m_services.actor, m_inspectionId, code, note);
    m_saving = false;
    return stored(code, std::move(recorded));
}

bool ChecklistModel::stored(const QString &code, Result<Inspection> recorded)
{
    m_lastStored = recorded.ok();
    if (!recorded) {
        Q_EMIT refused(recorded.error());
        const QModelIndex row = index(rowOf(code));
        Q_EMIT dataChanged(row, row); // the editor shows what is stored again
        return false;
    }
    take(std::move(recorded).value());
    return true;
}

void ChecklistModel::take(Inspection inspection)
{
    m_context->inspection = std::move(inspection);
    m_savedAt = m_services.workspace.clock.now();
    Q_EMIT saved(); // before what the score may refuse is said
    rescore();
}

bool ChecklistModel::reload()
{
    auto context = m_submit.context(m_inspectionId);
    if (!context) {
        m_loadError = context.error();
        return false;
    }
    auto owed = m_services.workspace.outbox.owedOf(Entity::Inspection, m_inspectionId);
    if (!owed) {
        m_loadError = owed.error();
        return false;
    }
    m_lost.reset();
    for (const OutboxRow &row : std::as_const(*owed)) {
        if (row.state == OutboxState::Dead && ChangeWords::isBeyondMending(row) && !m_lost)
            m_lost = row;
    }
    const auto standard = standardOf(m_services.standards, context->inspection);
    if (!standard) {
        m_loadError = standard.error();
        return false;
    }
    m_context.emplace(std::move(context).value());
    if (*standard != m_standard)
        goBy(**standard);
    if (auto read = readLastVisit(); !read) {
        m_loadError = read.error();
        return false;
    }
    if (auto read = readFiles(); !read) {
        m_loadError = read.error();
        return false;
    }
    if (auto read = readUnsettled(); !read) {
        m_loadError = read.error();
        return false;
    }
    rescore();
    return true;
}

void ChecklistModel::goBy(const Standard &standard)
{
    beginResetModel();
    m_standard = &standard;
    m_score = {};
    m_lacking.clear();
    endResetModel();
    m_undo.clear();
    Q_EMIT standardChanged();
}

/// What was handed in does not change any more: it is read once. Another inspector's goes from here when the follow-up
/// is handed in; then nothing is known of the last time, be there older visits.
Result<void> ChecklistModel::readLastVisit()
{
    const InspectionRepository inspections(m_services.workspace.database);
    const Inspection &visit = m_context->inspection;
    auto next = inspections.nextRevisionOf(m_inspectionId);
    if (!next)
        return next.error();
    m_other = *next;
    if (!visit.previousId().isEmpty()) {
        if (!m_last || m_last->id() != visit.previousId()) {
            auto followed = followedVisit(m_services.workspace, visit);
            if (!followed)
                return followed.error();
            m_last = std::move(followed).value();
        }
    } else {
        const auto id = inspections.previousOf(m_inspectionId);
        if (!id)
            return id.error();
        if (!id->has_value()) {
            m_last.reset();
        } else if (!m_last || m_last->id() != **id) {
            auto last = m_services.workspace.records.requireAs<Inspection>(**id);
            if (!last)
                return last.error();
            m_last = std::move(last).value();
        }
    }
    if (!isRevision())
        return {};
    m_other = visit.previousId();
    const auto reviews = inspections.reviewsOf(visit.previousId());
    if (!reviews)
        return reviews.error();
    m_asked = {};
    m_returnReason.clear();
    if (reviews->isEmpty())
        return {};
    const auto review = m_services.workspace.records.requireAs<Review>(reviews->last());
    if (!review)
        return review.error();
    m_asked = review->comments();
    m_returnReason = review->reason();
    return {};
}

/// A returned visit keeps its files, which its revision has too: those of its own came after it.
Result<void> ChecklistModel::readFiles()
{
    m_filed.clear();
    if (!isRevision())
        return {};
    const auto files = EvidenceList(m_services.workspace).of(m_inspectionId);
    if (!files)
        return files.error();
    for (const EvidenceRow &file : *files) {
        if (!file.item.isEmpty() && file.earlier == 0)
            m_filed.insert(file.item);
    }
    return {};
}

bool ChecklistModel::isRevision() const
{
    return m_context && m_context->inspection.revision() > 1;
}

bool ChecklistModel::isFollowUp() const
{
    return m_context && m_context->inspection.kind() == QLatin1String("follow_up") &&
           !m_context->inspection.previousId().isEmpty();
}

bool ChecklistModel::asksForEverything() const
{
    return m_context && m_context->inspection.kind() == QLatin1String("follow_up") &&
           m_context->inspection.previousId().isEmpty();
}

bool ChecklistModel::isToDo(int row) const
{
    const QModelIndex at = index(row);
    return at.data(VisibleRole).toBool() && item(row).type != ItemType::Calculated &&
           (asksForEverything() ? m_unsettled.contains(item(row).code) : !at.data(CarriedRole).toDate().isValid());
}

void ChecklistModel::rescore()
{
    auto answers = answersOf(m_context->inspection.answers());
    if (!answers) {
        Q_EMIT refused(answers.error());
        return;
    }
    m_score = markaz::score(*m_standard, *answers, m_context->scoring);
    if (auto read = readLacking(); !read)
        Q_EMIT refused(read.error());
    tellScored();
}

/// A rule or a calculation may look at any item, so every row may have changed.
void ChecklistModel::tellScored()
{
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT scoreChanged();
}

Result<void> ChecklistModel::readLacking()
{
    auto lacking = missingEvidence(m_services.workspace, *m_standard, m_context->inspection, m_score);
    if (!lacking)
        return lacking.error();
    m_lacking = std::move(lacking).value();
    return {};
}

int ChecklistModel::lackingIn(const QString &section) const
{
    int count = 0;
    for (auto it = m_lacking.cbegin(); it != m_lacking.cend(); ++it)
        count += section.isEmpty() || m_standard->item(it.key())->section == section ? 1 : 0;
    return count;
}

int ChecklistModel::rowOf(const QString &code) const
{
    const Item *found = m_standard->item(code);
    return found == nullptr ? -1 : static_cast<int>(found - m_standard->items().constData());
}

} // namespace markaz::ui
