// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/evidence.h"

#include "core/domain/evidence.h"
#include "core/workflow/inspectionsubject.h"

#include <algorithm>

namespace markaz {
namespace {

const QString kSignature = QStringLiteral("signature");

QJsonObject fieldsOf(const Inspection &inspection, const QString &item, const CheckedFile &file)
{
    QJsonObject fields{{QStringLiteral("inspection"), inspection.id()},   {QStringLiteral("kind"), file.kind},
                       {QStringLiteral("sha256"), file.content.sha256()}, {QStringLiteral("size"), file.content.size()},
                       {QStringLiteral("media_type"), file.mediaType},    {QStringLiteral("filename"), file.filename}};
    for (const auto &[name, value] :
         {std::pair{QStringLiteral("item"), item},
          {QStringLiteral("taken_at"), file.takenAt.isValid() ? toIso(file.takenAt) : QString()},
          {QStringLiteral("marks"), file.marks},
          {QStringLiteral("signer"), file.signer},
          {QStringLiteral("signer_name"), file.signerName}}) {
        if (!value.isEmpty())
            fields.insert(name, value);
    }
    if (file.position) {
        fields.insert(QStringLiteral("latitude_e6"), file.position->latitudeE6());
        fields.insert(QStringLiteral("longitude_e6"), file.position->longitudeE6());
        fields.insert(QStringLiteral("position_source"), QStringLiteral("photo"));
        if (file.position->accuracyM() > 0)
            fields.insert(QStringLiteral("accuracy_m"), file.position->accuracyM());
    }
    markSample(fields, inspection.record());
    return fields;
}

} // namespace

ContentStore contentStoreOf(const Workspace &workspace)
{
    return ContentStore(ContentStore::folderBeside(workspace.database.location()), workspace.records.sealer());
}

Result<Evidence> attachFile(Workspace &workspace, ChangeSet &changes, const QJsonObject &fields, IncomingFile &content)
{
    const QString sha256 = content.sha256();
    const qint64 size = content.size();
    // The content first: a record never names bytes that are not on the disk.
    if (auto kept = content.keep(); !kept)
        return kept.error();
    auto made = changes.create(Entity::Evidence, fields);
    if (!made)
        return made.error();
    changes.also([&workspace, sha256, size]() -> Result<void> {
        // Under the write lock: a sweep that took the same bytes for forgotten has ended by now.
        if (!contentStoreOf(workspace).has(sha256))
            return makeError(ErrorCode::StorageFailed, QStringLiteral("the content was swept"), sha256);
        return FileRepository(workspace.database).queueUpload(sha256, size);
    });
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    Q_EMIT workspace.notifier.filesChanged();
    return Evidence::from(std::move(made).value());
}

Result<void> detachFile(Workspace &workspace, const Actor &actor, const Evidence &evidence)
{
    FileRepository files(workspace.database);
    ChangeSet changes(workspace, actor);
    changes.remove(evidence.record());
    changes.also([&files, sha256 = evidence.sha256()] { return files.withdraw(sha256); });
    if (auto committed = changes.commit(); !committed)
        return committed;
    Q_EMIT workspace.notifier.filesChanged();
    return {};
}

Result<Evidence> AttachEvidence::run(const Actor &actor, const QString &inspectionId, const QString &item,
                                     CheckedFile file)
{
    const auto inspection = draftFor(m_workspace, actor, Action::AttachEvidence, inspectionId);
    if (!inspection)
        return inspection.error();
    const auto there = EvidenceList(m_workspace).of(inspectionId, item);
    if (!there)
        return there.error();
    for (const EvidenceRow &row : *there) {
        if (row.sha256 == file.content.sha256())
            return makeError(ErrorCode::Exists, QStringLiteral("the item has this file already"),
                             QStringLiteral("file"));
    }
    if (!file.marks.isEmpty()) {
        const auto original = std::find_if(there->cbegin(), there->cend(),
                                           [&file](const EvidenceRow &row) { return row.id == file.marks; });
        if (original == there->cend() || original->earlier > 0 || original->kind != QLatin1String("photo") ||
            !original->marks.isEmpty())
            return makeError(ErrorCode::InvalidValue, QStringLiteral("marks no photo of this item"),
                             QStringLiteral("marks"));
        file.takenAt = original->takenAt;
        file.position = original->position;
    }
    ChangeSet changes(m_workspace, actor);
    return attachFile(m_workspace, changes, fieldsOf(*inspection, item, file), file.content);
}

Result<Evidence> SignVisit::run(const Actor &actor, const QString &inspectionId, CheckedFile file)
{
    const auto inspection = draftFor(m_workspace, actor, Action::AttachEvidence, inspectionId);
    if (!inspection)
        return inspection.error();
    if (!evidence::signers().contains(file.signer) || !file.mediaType.startsWith(QLatin1String("image/")))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no signature"), QStringLiteral("signer"));
    file.signerName = file.signerName.trimmed();
    if (file.signer == QLatin1String("owner") && file.signerName.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("nobody knows whose signature this is"),
                         QStringLiteral("signer_name"));
    file.kind = kSignature;
    const auto before = EvidenceList(m_workspace).signatureOf(inspectionId, file.signer);
    if (!before)
        return before.error();
    ChangeSet changes(m_workspace, actor);
    if (before->has_value()) {
        changes.remove((*before)->record());
        changes.also(
            [this, sha256 = (*before)->sha256()] { return FileRepository(m_workspace.database).withdraw(sha256); });
    }
    return attachFile(m_workspace, changes, fieldsOf(*inspection, {}, file), file.content);
}

Result<void> RemoveEvidence::run(const Actor &actor, const QString &evidenceId)
{
    const auto evidence = m_workspace.records.requireAs<Evidence>(evidenceId);
    if (!evidence)
        return evidence.error();
    const auto inspection = draftFor(m_workspace, actor, Action::RemoveEvidence, evidence->inspectionId());
    if (!inspection)
        return inspection.error();
    const auto others = FileRepository(m_workspace.database).ofInspection(evidence->inspectionId());
    if (!others)
        return others.error();
    for (const EvidenceRow &row : *others) {
        if (row.marks == evidenceId)
            return makeError(ErrorCode::WrongState, QStringLiteral("a marked copy is made of it"),
                             QStringLiteral("marks"));
    }
    return detachFile(m_workspace, actor, *evidence);
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
    return FileRepository(m_workspace.database).ofVisit(inspectionId, item);
}

Result<std::optional<Evidence>> EvidenceList::signatureOf(const QString &inspectionId, const QString &signer) const
{
    const auto rows = FileRepository(m_workspace.database).ofInspection(inspectionId, QString());
    if (!rows)
        return rows.error();
    for (const EvidenceRow &row : *rows) {
        if (row.kind != kSignature)
            continue;
        auto evidence = m_workspace.records.requireAs<Evidence>(row.id);
        if (!evidence)
            return evidence.error();
        if (evidence->signer() == signer)
            return std::optional(std::move(evidence).value());
    }
    return std::optional<Evidence>();
}

Result<QList<EvidenceRow>> EvidenceList::photosOf(const QString &buildingId) const
{
    return FileRepository(m_workspace.database).photosOf(buildingId);
}

Result<EvidenceCount> EvidenceList::countOf(const QString &inspectionId) const
{
    return FileRepository(m_workspace.database).countOfVisit(inspectionId);
}

} // namespace markaz
