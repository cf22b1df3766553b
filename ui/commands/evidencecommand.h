// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/evidence.h"
#include "ui/services.h"

#include <QUndoStack>

#include <functional>
#include <optional>

namespace markaz::ui {

/// A file that was attached to a draft, or is taken off it. While it is off, its content is held here and in the
/// store's folder, whatever is swept; put back it is a record of its own: a new change, which syncs like any other.
/// Where it cannot be put back it stays held, and the stack comes back to this step: the same key tries once more.
class EvidenceCommand final : public QUndoCommand
{
public:
    /// Says why a step could not be taken; where nothing is held the stack drops the command then.
    using Refused = std::function<void(const Error &)>;
    enum class Step { Attached, Remove };

    /// \p evidence is there now; Remove takes it off when this is pushed onto \p stack.
    EvidenceCommand(const Services &services, const Evidence &evidence, Step step, QUndoStack &stack, Refused refused);
    void undo() override;
    void redo() override;

private:
    void step(bool attached, void (QUndoStack::*back)());
    Result<QString> there(const QString &sha256) const; ///< id of the item's file with this content; empty: none
    Result<void> attach();
    Result<void> remove();

    Services m_services;
    Evidence m_evidence; ///< as it was last there; another command may have put it back since, under another id
    Step m_step;
    QUndoStack &m_stack;
    Refused m_refused;
    QString m_marked; ///< of a marked copy: hash of its original, which has another id when it was put back too
    std::optional<CheckedFile> m_held; ///< while it is off
};

} // namespace markaz::ui
