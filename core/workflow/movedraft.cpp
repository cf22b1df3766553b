// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/movedraft.h"

#include "core/standard/draftanswer.h"
#include "core/storage/findingrepository.h"
#include "core/workflow/evidence.h"
#include "core/workflow/inspectionsubject.h"

#include <QMap>

#include <algorithm>

namespace markaz {
namespace {

/// Whether \p after takes what was answered to \p before as it is.
bool takes(const Item &before, const Item &after, const QJsonValue &json)
{
    if (before.type != after.type)
        return false;
    const auto answer = Answer::fromJson(json);
    return answer && checkDraftAnswer(after, *answer);
}

} // namespace

Result<std::optional<DraftMove>> MoveDraft::plan(const Inspection &inspection) const
{
    const Standard &newest = m_standards.newest();
    if (!inspection.isDraft() || inspection.standardHash() == newest.hash())
        return std::optional<DraftMove>();
    const auto standard = standardOf(m_standards, inspection);
    if (!standard)
        return standard.error();
    DraftMove move{*standard, &newest, differenceBetween(**standard, newest), {}, {}};
    const QJsonObject answers = inspection.answers();
    for (const Item &item : (*standard)->items()) {
        const QJsonValue answer = answers.value(item.code);
        if (answer.isUndefined())
            continue;
        const Item *after = newest.item(item.code);
        if (after == nullptr)
            move.kept.append(item.code);
        else if (!takes(item, *after, answer))
            move.askedAgain.append(item.code);
    }
    return std::optional(std::move(move));
}

Result<Inspection> MoveDraft::run(const Actor &actor, const QString &inspectionId)
{
    const auto inspection = draftFor(m_workspace, actor, Action::DraftInspection, inspectionId);
    if (!inspection)
        return inspection.error();
    const auto move = plan(*inspection);
    if (!move)
        return move.error();
    if (!*move)
        return makeError(ErrorCode::WrongState, QStringLiteral("the draft goes by the newest version"),
                         QStringLiteral("standard_version"));
    const Standard &to = *(*move)->to;
    QJsonObject fields = inspection->fields();
    fields.insert(QStringLiteral("standard"), to.id());
    fields.insert(QStringLiteral("standard_version"), to.version());
    fields.insert(QStringLiteral("standard_hash"), to.hash());
    for (const QString &item : (*move)->kept + (*move)->askedAgain) {
        setValueAt(fields, QStringLiteral("kept.%1@%2").arg(item).arg((*move)->from->version()),
                   inspection->answers().value(item));
        setValueAt(fields, QStringLiteral("answers.") + item, QJsonValue::Null);
    }
    ChangeSet changes(m_workspace, actor);
    auto moved = changes.update(inspection->record(), fields);
    if (!moved)
        return moved.error();
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    return Inspection::from(std::move(moved).value());
}

QList<KeptAnswer> keptAnswers(const Inspection &inspection)
{
    QList<KeptAnswer> all;
    const QJsonObject kept = inspection.keptAnswers();
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        const QString key = it.key();
        all.append({key.section(QLatin1Char('@'), 0, 0), key.section(QLatin1Char('@'), 1).toInt(), it->toObject()});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const KeptAnswer &a, const KeptAnswer &b) { return a.version < b.version; });
    return all;
}

Result<QList<KeptBeside>> keptBeside(const Workspace &workspace, const Inspection &inspection, const Standard &standard)
{
    QMap<QString, KeptBeside> kept;
    const auto of = [&](const QString &item) -> KeptBeside * {
        return item.isEmpty() || standard.item(item) != nullptr ? nullptr : &kept[item];
    };
    const QJsonObject notes = inspection.notes();
    for (auto it = notes.begin(); it != notes.end(); ++it) {
        if (KeptBeside *beside = of(it.key()))
            beside->note = it.value().toString();
    }
    const auto files = EvidenceList(workspace).of(inspection.id());
    if (!files)
        return files.error();
    for (const EvidenceRow &file : *files) {
        if (KeptBeside *beside = of(file.item))
            ++beside->files;
    }
    const FindingRepository findings(workspace.database);
    const auto ids = findings.ofInspection(inspection.id());
    if (!ids)
        return ids.error();
    const auto rows = findings.rows(*ids);
    if (!rows)
        return rows.error();
    for (const FindingRow &row : *rows) {
        if (KeptBeside *beside = of(row.item))
            beside->findings.append(row.id);
    }
    for (auto it = kept.begin(); it != kept.end(); ++it)
        it->item = it.key();
    return kept.values();
}

} // namespace markaz
