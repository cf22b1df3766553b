// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/evidence.h"
#include "ui/services.h"

#include <QUndoCommand>

#include <functional>
#include <optional>

namespace markaz::ui {

/// A file that was attached to a draft, or is taken off it. While it is off, its content is held here and in the
/// store's folder, whatever is swept; put back it is a record of its own: a new change, which syncs like any other.
class EvidenceCommand final : public QUndoCommand
{
public:
    /// Says why a step could not be taken; the stack drops the command then.
    using Refused = std::function<void(const Error &)>;
    enum class Step { Attached, Remove };

    /// \p evidence is there now; Remove takes it off when this is pushed.
    EvidenceCommand(const Services &services, const Evidence &evidence, Step step, Refused refused);
    void undo() override { step(m_step == Step::Remove); }
    void redo() override { step(m_step == Step::Attached); }

private:
    void step(bool attached);
    Result<QString> there(const QString &sha256) const; ///< id of the item's file with this content; empty: none
    Result<void> attach();
    Result<void> remove();

    Services m_services;
    Evidence m_evidence; ///< as it was last there; another command may have put it back since, under another id
    Step m_step;
    Refused m_refused;
    QString m_marked; ///< of a marked copy: hash of its original, which has another id when it was put back too
    std::optional<CheckedFile> m_held; ///< while it is off
};

} // namespace markaz::ui
