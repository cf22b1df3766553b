// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/answercommand.h"

namespace markaz::ui {

AnswerCommand::AnswerCommand(QString item, std::optional<Answer> before, std::optional<Answer> after, Save save)
    : QUndoCommand(item)
    , m_item(std::move(item))
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_save(std::move(save))
{
}

void AnswerCommand::undo()
{
    if (!m_save(m_item, m_before))
        setObsolete(true);
}

void AnswerCommand::redo()
{
    // A refused answer leaves nothing to undo: the stack drops the command.
    if (!m_save(m_item, m_after))
        setObsolete(true);
}

} // namespace markaz::ui
