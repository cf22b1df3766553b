// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>

#include <functional>

namespace markaz::ui {

/// One value that is saved as it is given. Undo saves the former one again: a new change, so it syncs like any other.
class SavedCommand final : public QUndoCommand
{
public:
    /// Saves a value and shows it; false when it was refused.
    using Save = std::function<bool()>;

    /// \p series: what is given one after the other under the same name, as a note that is being typed, is undone at
    /// once; 0: each for itself.
    SavedCommand(const QString &item, Save former, Save value, int series = 0);
    void undo() override;
    void redo() override;
    int id() const override { return m_series == 0 ? -1 : m_series; }
    bool mergeWith(const QUndoCommand *next) override;

private:
    Save m_former;
    Save m_value;
    int m_series;
};

} // namespace markaz::ui
