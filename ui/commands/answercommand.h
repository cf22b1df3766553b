// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/answer.h"

#include <QUndoCommand>

#include <functional>
#include <optional>

namespace markaz::ui {

/// One answer given or taken back. Undo gives the former answer again: a new change, so it syncs like any other.
class AnswerCommand final : public QUndoCommand
{
public:
    /// Saves an answer (nullopt takes it back) and shows it; false when it was refused.
    using Save = std::function<bool(const QString &item, const std::optional<Answer> &answer)>;

    AnswerCommand(QString item, std::optional<Answer> before, std::optional<Answer> after, Save save);
    void undo() override;
    void redo() override;

private:
    QString m_item;
    std::optional<Answer> m_before;
    std::optional<Answer> m_after;
    Save m_save;
};

} // namespace markaz::ui
