// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/evidence.h"

#include "core/workflow/inspectionsubject.h"

namespace markaz {
namespace {

/// The draft, if \p actor may do \p action with its files.
Result<Inspection> openDraft(Workspace &workspace, const Actor &actor, Action action, const QString &inspectionId)
{
    auto inspection = workspace.records.requireAs<Inspection>(inspectionId);
    if (!inspection)
        return inspection.error();
    const auto subject = subjectOf(workspace, inspection->record());
    if (!subject)
        return subject.error();
    if (auto allowed = may(actor, action, *subject); !allowed)
        return allowed.error();
    if (!inspection->isDraft())
        return makeError(ErrorCode::WrongState, QStringLiteral("the inspection is %1").arg(inspection->state()),
                         QStringLiteral("state"));
    return inspection;
}

} // namespace

ContentStore contentStoreOf(const Workspace &workspace)
{
    return ContentStore(ContentStore::folderBeside(workspace.database.location()), workspace.records.sealer());
}

Result<Evidence> AttachEvidence::run(const Actor &actor, const QString &inspectionId, const QString &item,
                                     CheckedFile file)
{
    const auto inspection = openDraft(m_workspace, actor, Action::AttachEvidence, inspectionId);
    if (!inspection)
        return inspection.error();
    const QString sha256 = file.content.sha256();
    FileRepository files(m_workspace.database);
    const auto there = files.ofInspection(inspectionId, item);
    if (!there)
        return there.error();
    for (const EvidenceRow &row : *there) {
        if (row.sha256 == sha256)
            return makeError(ErrorCode::Exists, QStringLiteral("the item has this file already"),
                             QStringLiteral("file"));
    }
    QJsonObject fields{{QStringLiteral("inspection"), inspectionId},
                       {QStringLiteral("kind"), file.kind},
                       {QStringLiteral("sha256"), sha256},
                       {QStringLiteral("size"), file.content.size()},
                       {QStringLiteral("media_type"), file.mediaType},
                       {QStringLiteral("filename"), file.filename}};
    if (!item.isEmpty())
        fields.insert(QStringLiteral("item"), item);
    if (file.takenAt.isValid())
        fields.insert(QStringLiteral("taken_at"), toIso(file.takenAt));
    markSample(fields, inspection->record());
    const qint64 size = file.content.size();
    // The content first: a record never names bytes that are not on the disk.
    if (auto kept = file.content.keep(); !kept)
        return kept.error();
    ChangeSet changes(m_workspace, actor);
    auto made = changes.create(Entity::Evidence, fields);
    if (!made)
        return made.error();
    changes.also([this, &files, sha256, size]() -> Result<void> {
        // Under the write lock: a sweep that took the same bytes for forgotten has ended by now.
        if (!contentStoreOf(m_workspace).has(sha256))
            return makeError(ErrorCode::StorageFailed, QStringLiteral("the content was swept"), sha256);
        return files.queueUpload(sha256, size);
    });
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    Q_EMIT m_workspace.notifier.filesChanged();
    return Evidence::from(std::move(made).value());
}

Result<void> RemoveEvidence::run(const Actor &actor, const QString &evidenceId)
{
    const auto evidence = m_workspace.records.requireAs<Evidence>(evidenceId);
    if (!evidence)
        return evidence.error();
    const auto inspection = openDraft(m_workspace, actor, Action::RemoveEvidence, evidence->inspectionId());
    if (!inspection)
        return inspection.error();
    FileRepository files(m_workspace.database);
    ChangeSet changes(m_workspace, actor);
    changes.remove(evidence->record());
    changes.also([&files, sha256 = evidence->sha256()] { return files.withdraw(sha256); });
    if (auto committed = changes.commit(); !committed)
        return committed;
    Q_EMIT m_workspace.notifier.filesChanged();
    return {};
}

Result<void> FetchEvidence::run(const QString &evidenceId)
{
    const auto evidence = m_workspace.records.requireAs<Evidence>(evidenceId);
    if (!evidence)
        return evidence.error();
    if (contentStoreOf(m_workspace).has(evidence->sha256()))
        return {};
    if (!evidence->received())
        return makeError(ErrorCode::NotFound, QStringLiteral("the file is not on the server yet"),
                         QStringLiteral("file.awaited"));
    if (auto queued = FileRepository(m_workspace.database).queueDownload(evidence->sha256(), evidence->size(), true);
        !queued)
        return queued;
    Q_EMIT m_workspace.notifier.filesChanged();
    return {};
}

Result<QList<RefusedFiles::File>> RefusedFiles::list() const
{
    auto jobs = FileRepository(m_workspace.database).list(FileState::Refused);
    if (!jobs)
        return jobs.error();
    QList<File> files;
    for (const FileJob &job : std::as_const(*jobs)) {
        auto evidence = m_workspace.records.find(Entity::Evidence, job.evidence);
        if (!evidence)
            return evidence.error();
        files.append({*evidence ? (*evidence)->fields.value(QStringLiteral("filename")).toString() : QString(),
                      job.error, job.evidence.isEmpty()});
    }
    return files;
}

Result<void> RefusedFiles::forEach(bool withRecord, const std::function<Result<void>(FileRepository &, qint64)> &act)
{
    FileRepository files(m_workspace.database);
    auto transaction = Transaction::begin(m_workspace.database);
    if (!transaction)
        return transaction.error();
    auto jobs = files.list(FileState::Refused);
    if (!jobs)
        return jobs.error();
    for (const FileJob &job : std::as_const(*jobs)) {
        if (job.evidence.isEmpty() == withRecord)
            continue;
        if (auto done = act(files, job.id); !done)
            return done;
    }
    if (auto committed = transaction->commit(); !committed)
        return committed;
    Q_EMIT m_workspace.notifier.filesChanged();
    return {};
}

Result<void> RefusedFiles::tryAgain()
{
    return forEach(true, [](FileRepository &files, qint64 id) { return files.tryAgain(id); });
}

Result<void> RefusedFiles::forget()
{
    return forEach(false, [](FileRepository &files, qint64 id) { return files.forget(id); });
}

Result<QList<EvidenceRow>> EvidenceList::of(const QString &inspectionId, const std::optional<QString> &item) const
{
    return FileRepository(m_workspace.database).ofInspection(inspectionId, item);
}

Result<EvidenceCount> EvidenceList::countOf(const QString &inspectionId) const
{
    return FileRepository(m_workspace.database).countOf(inspectionId);
}

} // namespace markaz
