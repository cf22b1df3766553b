// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answers/typingpause.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>

#include <utility>

namespace markaz::ui {
namespace {

QTimer *savingTimer(QWidget *field, std::function<void()> save)
{
    auto *pause = new QTimer(field);
    pause->setSingleShot(true);
    pause->setInterval(kTypingPause);
    QObject::connect(pause, &QTimer::timeout, field, std::move(save));
    return pause;
}

} // namespace

void saveInPause(QLineEdit *line, std::function<void()> save)
{
    QTimer *pause = savingTimer(line, std::move(save));
    QObject::connect(line, &QLineEdit::textEdited, pause, [pause] {
        if (!pause->isActive()) // never begun anew
            pause->start();
    });
    QObject::connect(line, &QLineEdit::editingFinished, pause, &QTimer::stop);
}

QTimer *saveInPause(QPlainTextEdit *words, std::function<void()> save)
{
    QTimer *pause = savingTimer(words, std::move(save));
    QObject::connect(words, &QPlainTextEdit::textChanged, pause, [words, pause] {
        if (words->hasFocus())
            pause->start();
    });
    return pause;
}

} // namespace markaz::ui
