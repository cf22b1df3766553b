// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>

#include <functional>
#include <utility>

namespace markaz::ui {

inline constexpr int kTypingPause = 1500; ///< ms without a key

/// Words are saved in a pause of the typing, too, not only when their field is left: the battery may go first. Not for
/// numbers: half of one is another.
inline void saveInPause(QLineEdit *line, std::function<void()> save)
{
    auto *pause = new QTimer(line);
    pause->setSingleShot(true);
    pause->setInterval(kTypingPause);
    QObject::connect(pause, &QTimer::timeout, line, std::move(save));
    QObject::connect(line, &QLineEdit::textEdited, pause, [pause] { pause->start(); });
    QObject::connect(line, &QLineEdit::editingFinished, pause, &QTimer::stop);
}

/// The same for words of several lines. The timer runs while there is something to save; stop it when that is done.
inline QTimer *saveInPause(QPlainTextEdit *words, std::function<void()> save)
{
    auto *pause = new QTimer(words);
    pause->setSingleShot(true);
    pause->setInterval(kTypingPause);
    QObject::connect(pause, &QTimer::timeout, words, std::move(save));
    QObject::connect(words, &QPlainTextEdit::textChanged, pause, [words, pause] {
        if (words->hasFocus())
            pause->start();
    });
    return pause;
}

} // namespace markaz::ui
