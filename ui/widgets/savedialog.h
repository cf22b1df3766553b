// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QFileDialog;
class QWidget;

namespace markaz::ui {

/// Asks where to save a file that would be called \p name; a name that is typed without a suffix gets that of \p name.
/// \p chosen gets the path while \p asker lives, and is not called when the person gives up.
QFileDialog *askWhereToSave(QWidget *asker, const QString &title, const QString &filter, const QString &name,
                            const std::function<void(const QString &path)> &chosen);

} // namespace markaz::ui
