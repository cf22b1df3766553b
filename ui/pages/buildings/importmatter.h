// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/columnnames.h"
#include "core/workflow/fileimport.h"
#include "ui/services.h"
#include "ui/text/importwords.h"

#include <functional>
#include <memory>

namespace markaz::ui {

/// What the files hold that an ImportPage takes, and its words for them.
struct ImportMatter
{
    QString id;         ///< "building", "month", "demand"
    QStringList fields; ///< in the order in which they are offered
    QStringList needed;
    std::function<QStringList(const QStringList &names, const QHash<QString, QString> &remembered)> guess;
    std::function<Result<void>(const QStringList &fields)> usable;
    std::function<std::unique_ptr<FileImport>(Workspace &workspace, const Gazetteer &gazetteer,
                                              ImportProgress &progress)>
        make;
    QString title;                                         ///< "Import buildings"
    QString choose;                                        ///< what stands where no file is chosen
    QString sub;                                           ///< under the title until one is
    QString working;                                       ///< "Registering the buildings"
    std::function<QString(qint64 count)> act;              ///< of the button: "Register 12 buildings"
    importwords::Kind kind = importwords::Kind::Buildings; ///< for the words of what goes wrong
    QString columns;                                       ///< the preference that remembers what columns hold
    bool asksAbout = false; ///< of which day the figures are, and who counted: ImportFile::about
    /// What the good rows come to, beside what is there now; not set: nothing is added up.
    std::function<QString(const Workspace &workspace, const ImportCount &count)> sums;

    static ImportMatter buildings();
    static ImportMatter ofMonths();
    static ImportMatter ofDemand(); ///< registered freelancers by city
};

} // namespace markaz::ui
