// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/evidencecommand.h"

#include <utility>

namespace markaz::ui {

EvidenceCommand::EvidenceCommand(const Services &services, const Evidence &evidence, Step step, QUndoStack &stack,
                                 Refused refused)
    : QUndoCommand(evidence.item())
    , m_services(services)
    , m_evidence(evidence)
    , m_step(step)
    , m_stack(stack)
    , m_refused(std::move(refused))
{
    const auto original = services.workspace.records.find(Entity::Evidence, evidence.marks());
    if (original && *original)
        m_marked = (*original)->fields.value(QStringLiteral("sha256")).toString();
}

void EvidenceCommand::undo()
{
    step(m_step == Step::Remove, &QUndoStack::redo);
}

void EvidenceCommand::redo()
{
    step(m_step == Step::Attached, &QUndoStack::undo);
}

/// \p back: brings the stack, which goes past this command whatever comes of it, back before it.
void EvidenceCommand::step(bool attached, void (QUndoStack::*back)())
{
    if (attached != m_held.has_value()) // as when a file that is there already is pushed, or on the way back
        return;
    const auto done = attached ? attach() : remove();
    if (done)
        return;
    if (!m_held)
        setObsolete(true);
    else
        QMetaObject::invokeMethod(
            &m_stack,
            [this, back, stack = &m_stack, past = m_stack.index() + (back == &QUndoStack::redo ? -1 : 1)] {
                const int own = back == &QUndoStack::redo ? past : past - 1;
                if (stack->index() == past && stack->command(own) == this) // nothing else was done meanwhile
                    (stack->*back)();
            },
            Qt::QueuedConnection);
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
    // What is handed over goes with a failure, and it may be the only copy: one stays here until there is a record.
    auto content = contentStoreOf(m_services.workspace).hold(m_held->content);
    if (!content)
        return content.error();
    auto evidence = AttachEvidence(m_services.workspace)
                        .run(m_services.actor, m_evidence.inspectionId(), m_evidence.item(),
                             CheckedFile{std::move(content).value(), m_held->kind, m_held->mediaType, m_held->filename,
                                         m_held->takenAt, m_held->position, m_held->marks});
    if (!evidence)
        return evidence.error();
    m_held.reset();
    m_evidence = std::move(evidence).value();
    return {};
}

} // namespace markaz::ui
