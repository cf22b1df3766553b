// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/savedialog.h"

#include <QFileDialog>
#include <QFileInfo>

namespace markaz::ui {

QFileDialog *askWhereToSave(QWidget *asker, const QString &title, const QString &filter, const QString &name,
                            const std::function<void(const QString &path)> &chosen)
{
    auto *dialog = new QFileDialog(asker, title, QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, asker, chosen);
    dialog->open();
    return dialog;
}

} // namespace markaz::ui
