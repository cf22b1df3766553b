// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/savedcommand.h"

namespace markaz::ui {

SavedCommand::SavedCommand(const QString &item, Save former, Save value, int series)
    : QUndoCommand(item)
    , m_former(std::move(former))
    , m_value(std::move(value))
    , m_series(series)
{
}

void SavedCommand::undo()
{
    if (!m_former())
        setObsolete(true);
}

void SavedCommand::redo()
{
    // A refused value leaves nothing to undo: the stack drops the command.
    if (!m_value())
        setObsolete(true);
}

bool SavedCommand::mergeWith(const QUndoCommand *next)
{
    const auto *later = static_cast<const SavedCommand *>(next); // the same id: one of these
    if (later->isObsolete())
        return false;
    m_value = later->m_value;
    return true;
}

} // namespace markaz::ui
