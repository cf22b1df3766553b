// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/draftanswer.h"
#include "core/workflow/followup.h"
#include "core/workflow/inspectionsubject.h"

namespace markaz {
namespace {

constexpr qsizetype kLongestNote = 4000; ///< characters, as a building's notes

/// A draft that the actor may write in, and what it asks.
struct OwnDraft
{
    Inspection inspection;
    const Item &item;
};

Result<OwnDraft> ownDraft(Workspace &workspace, const StandardCatalogue &standards, const Actor &actor,
                          const QString &id, const QString &itemCode)
{
    auto inspection = draftFor(workspace, actor, Action::DraftInspection, id);
    if (!inspection)
        return inspection.error();
    const auto standard = standardOf(standards, *inspection);
    if (!standard)
        return standard.error();
    const Item *item = (*standard)->item(itemCode);
    if (item == nullptr)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the standard has no such item"), itemCode);
    return OwnDraft{std::move(inspection).value(), *item};
}

Result<Inspection> save(Workspace &workspace, const Actor &actor, const Inspection &inspection, const QString &path,
                        const QJsonValue &value)
{
    auto after = inspection.with(path, value);
    if (!after)
        return after;
    ChangeSet changes(workspace, actor);
    if (auto staged = changes.updateAt(inspection.record(), after->record(), path); !staged)
        return staged.error();
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    return after;
}

QJsonObject withoutTime(QJsonObject answer)
{
    answer.remove(QStringLiteral("at"));
    return answer;
}

} // namespace

Result<Inspection> RecordAnswer::run(const Actor &actor, const QString &inspectionId, const QString &itemCode,
                                     const std::optional<Answer> &answer)
{
    const auto draft = ownDraft(m_workspace, m_standards, actor, inspectionId, itemCode);
    if (!draft)
        return draft.error();
    const Inspection &inspection = draft->inspection;
    const QString path = QStringLiteral("answers.") + itemCode;
    if (!answer)
        return save(m_workspace, actor, inspection, path, QJsonValue::Null);
    if (auto checked = checkDraftAnswer(draft->item, *answer); !checked)
        return makeError(checked.error().code, checked.error().where + QStringLiteral(": ") + checked.error().detail,
                         itemCode);
    if (!answer->carriedFrom().isEmpty()) {
        const auto previous = followedVisit(m_workspace, inspection);
        if (!previous)
            return previous.error();
        if (!*previous || carriedAnswer(**previous, itemCode) != answer)
            return makeError(ErrorCode::InvalidValue, QStringLiteral("not the earlier visit's answer"), itemCode);
        return save(m_workspace, actor, inspection, path, answer->toJson());
    }
    const QJsonObject before = inspection.answers().value(itemCode).toObject();
    if (!before.isEmpty() && withoutTime(before) == withoutTime(answer->toJson()))
        return inspection;
    return save(m_workspace, actor, inspection, path, answer->givenAt(toIso(m_workspace.clock.now())).toJson());
}

Result<Inspection> RecordAnswer::note(const Actor &actor, const QString &inspectionId, const QString &itemCode,
                                      const QString &text)
{
    const auto draft = ownDraft(m_workspace, m_standards, actor, inspectionId, itemCode);
    if (!draft)
        return draft.error();
    const Inspection &inspection = draft->inspection;
    const QString trimmed = text.trimmed();
    if (trimmed.size() > kLongestNote)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("longer than %1 characters").arg(kLongestNote),
                         itemCode);
    return save(m_workspace, actor, inspection, QStringLiteral("notes.") + itemCode,
                trimmed.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(trimmed));
}

} // namespace markaz
