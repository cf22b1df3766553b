// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/evidencecommand.h"

#include <utility>

namespace markaz::ui {

EvidenceCommand::EvidenceCommand(const Services &services, const Evidence &evidence, Step step, Refused refused)
    : QUndoCommand(evidence.item())
    , m_services(services)
    , m_evidence(evidence)
    , m_step(step)
    , m_refused(std::move(refused))
{
    const auto original = services.workspace.records.find(Entity::Evidence, evidence.marks());
    if (original && *original)
        m_marked = (*original)->fields.value(QStringLiteral("sha256")).toString();
}

void EvidenceCommand::step(bool attached)
{
    if (attached != m_held.has_value()) // as when a file that is there already is pushed
        return;
    const auto done = attached ? attach() : remove();
    if (done)
        return;
    setObsolete(true);
    m_refused(done.error());
}

Result<QString> EvidenceCommand::there(const QString &sha256) const
{
    const auto files = EvidenceList(m_services.workspace).of(m_evidence.inspectionId(), m_evidence.item());
    if (!files)
        return files.error();
    for (const EvidenceRow &row : *files) {
        if (row.sha256 == sha256 && row.earlier == 0)
            return row.id;
    }
    return QString();
}

Result<void> EvidenceCommand::remove()
{
    const auto id = there(m_evidence.sha256());
    if (!id)
        return id.error();
    auto evidence = m_services.workspace.records.requireAs<Evidence>(id->isEmpty() ? m_evidence.id() : *id);
    if (!evidence)
        return evidence.error();
    m_evidence = std::move(evidence).value();
    auto content = contentStoreOf(m_services.workspace).hold(m_evidence.sha256(), m_evidence.size());
    if (!content)
        return content.error();
    if (auto gone = RemoveEvidence(m_services.workspace).run(m_services.actor, m_evidence.id()); !gone)
        return gone;
    const auto taken = fromIso(m_evidence.takenAt());
    m_held.emplace(CheckedFile{std::move(content).value(), m_evidence.kind(), m_evidence.mediaType(),
                               m_evidence.filename(), taken ? *taken : QDateTime(), m_evidence.position(),
                               m_evidence.marks()});
    return {};
}

Result<void> EvidenceCommand::attach()
{
    if (!m_marked.isEmpty()) {
        const auto original = there(m_marked);
        if (!original)
            return original.error();
        if (!original->isEmpty())
            m_held->marks = *original;
    }
    auto evidence = AttachEvidence(m_services.workspace)
                        .run(m_services.actor, m_evidence.inspectionId(), m_evidence.item(), std::move(*m_held));
    m_held.reset();
    if (!evidence)
        return evidence.error();
    m_evidence = std::move(evidence).value();
    return {};
}

} // namespace markaz::ui
