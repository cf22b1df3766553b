// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QLayout;
class QPlainTextEdit;
class QScrollArea;
class QWidget;

/// Small things that pages are put together from.
namespace markaz::ui {

/// A label that shows its words as they are. QLabel by itself guesses, and a building called "<b>Mill</b>" would be
/// set in bold.
QLabel *plainLabel(QWidget *parent = nullptr);
QLabel *plainLabel(const QString &text, QWidget *parent = nullptr);
/// For words that were put together here as rich text: whatever comes from a record is escaped in them.
QLabel *richLabel(const QString &html, QWidget *parent = nullptr);

/// What is wrong with the field above it, in red; hidden until something is.
QLabel *refusalLabel(QWidget *parent);

/// A field under its label, which is its accessible name too; what is \p needed has a star.
QWidget *labelled(const QString &label, QWidget *field, bool needed = false);

/// Takes no more than \p characters, as QLineEdit::setMaxLength() does.
void limitText(QPlainTextEdit *edit, int characters);

/// Takes everything out of \p layout. The widgets go when the event that asked for it is done, for it may be one of
/// them that asked.
void clear(QLayout *layout);

/// \p main and \p side beside each other, 3 : 2, each as high as it has to be.
QLayout *besideEachOther(QWidget *main, QWidget *side);

/// \p body in a frameless area that scrolls up and down and lets the ground shine through.
QScrollArea *scrolling(QWidget *body, QWidget *parent = nullptr);

} // namespace markaz::ui
