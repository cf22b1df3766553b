// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QWidget;

namespace markaz::ui {

/// The keys of the two buttons on \p page: those of the platform, and Ctrl+Y for \p redo, which its tooltip promises
/// everywhere.
void addUndoKeys(QWidget *page, QAbstractButton *undo, QAbstractButton *redo);

} // namespace markaz::ui
