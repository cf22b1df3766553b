// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QLineEdit;
class QPlainTextEdit;
class QTimer;

namespace markaz::ui {

inline constexpr int kTypingPause = 1500; ///< ms

/// Words of a line are saved while they are typed, too, not only when their field is left: the battery may go first.
/// Each kTypingPause, and no key puts it off: whoever types on without a pause would never be saved. Not for numbers:
/// half of one is another.
void saveInPause(QLineEdit *line, std::function<void()> save);

/// Words of several lines are saved when no key came for kTypingPause: each saving is a change that the server hears
/// of, and such words are long. Who calls it keeps what is typed meanwhile among what is unfinished (2026-11-30). The
/// timer runs while there is something to save; stop it when that is done.
QTimer *saveInPause(QPlainTextEdit *words, std::function<void()> save);

} // namespace markaz::ui
