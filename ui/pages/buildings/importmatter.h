// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/columnnames.h"
#include "core/workflow/fileimport.h"
#include "ui/services.h"

#include <functional>
#include <memory>

namespace markaz::ui {

/// What the files hold that an ImportPage takes, and its words for them.
struct ImportMatter
{
    QString id;         ///< "building", "month"
    QStringList fields; ///< in the order in which they are offered
    QStringList needed;
    std::function<QStringList(const QStringList &names, const QHash<QString, QString> &remembered)> guess;
    std::function<Result<void>(const QStringList &fields)> usable;
    std::function<std::unique_ptr<FileImport>(Workspace &workspace, const Gazetteer &gazetteer,
                                              ImportProgress &progress)>
        make;
    QString title;                            ///< "Import buildings"
    QString choose;                           ///< what stands where no file is chosen
    QString sub;                              ///< under the title until one is
    QString working;                          ///< "Registering the buildings"
    std::function<QString(qint64 count)> act; ///< of the button: "Register 12 buildings"
    bool months = false;                      ///< which of the two, for the words of what goes wrong

    static ImportMatter buildings();
    static ImportMatter ofMonths();
};

} // namespace markaz::ui
