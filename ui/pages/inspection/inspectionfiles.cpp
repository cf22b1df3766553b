// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a file that was added on an InspectionPage.
#include "ui/commands/evidencecommand.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/widgets/messagebar.h"

namespace markaz::ui {

/// Whichever row shows meanwhile. What was attached to an item is undone like an answer; the visit's page, which alone
/// takes files of the visit as a whole, has an undo of its own.
void InspectionPage::fileAttached(const Evidence &evidence)
{
    if (!m_model || !m_model->context() || evidence.inspectionId() != m_inspectionId)
        return;
    m_messages->withdraw(QStringLiteral("refused"));
    if (evidence.item().isEmpty())
        return;
    QUndoStack *stack = m_model->undoStack();
    stack->push(new EvidenceCommand(m_services, evidence, EvidenceCommand::Step::Attached, *stack,
                                    [this](const Error &error) { refuse(error); }));
}

} // namespace markaz::ui
