// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/undokeys.h"

#include <QAbstractButton>
#include <QShortcut>

namespace markaz::ui {

void addUndoKeys(QWidget *page, QAbstractButton *undo, QAbstractButton *redo)
{
    const QKeySequence promised(QStringLiteral("Ctrl+Y"));
    QList<QKeySequence> again = QKeySequence::keyBindings(QKeySequence::Redo);
    if (!again.contains(promised)) // twice, it would be ambiguous and do nothing
        again.append(promised);
    for (const auto &[keys, button] :
         {std::pair{QKeySequence::keyBindings(QKeySequence::Undo), undo}, std::pair{again, redo}}) {
        auto *shortcut = new QShortcut(page);
        shortcut->setKeys(keys);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, button, &QAbstractButton::click);
    }
}

} // namespace markaz::ui
