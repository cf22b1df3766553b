// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a file that was added on an InspectionPage.
#include "ui/commands/evidencecommand.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/widgets/messagebar.h"

namespace markaz::ui {

/// Whichever row shows meanwhile. What was attached is undone like an answer.
void InspectionPage::fileAttached(const Evidence &evidence)
{
    if (!m_model || !m_model->context() || evidence.inspectionId() != m_inspectionId)
        return;
    m_messages->withdraw(QStringLiteral("refused"));
    m_model->undoStack()->push(new EvidenceCommand(m_services, evidence, EvidenceCommand::Step::Attached,
                                                   [this](const Error &error) { refuse(error); }));
}

} // namespace markaz::ui
