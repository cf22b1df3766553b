// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/importmatter.h"

#include "core/workflow/importbuildings.h"
#include "core/workflow/importmonths.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace markaz::ui {
namespace {

struct ImportMatterWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportMatterWords)
};

} // namespace

ImportMatter ImportMatter::buildings()
{
    ImportMatter matter;
    matter.id = QStringLiteral("building");
    matter.fields = importFields();
    matter.fields.removeAll(QStringLiteral("code")); // the next one of the city is given here
    matter.needed = neededImportFields();
    matter.guess = guessImportFields;
    matter.usable = checkImportFields;
    matter.make = [](Workspace &workspace, const Gazetteer &gazetteer, ImportProgress &progress) {
        return std::unique_ptr<FileImport>(std::make_unique<ImportBuildings>(workspace, gazetteer, progress));
    };
    matter.title = ImportMatterWords::tr("Import buildings");
    matter.choose =
        ImportMatterWords::tr("Choose a CSV file of buildings, or drop it here. Its first row names the columns.");
    matter.sub = ImportMatterWords::tr("Nothing is registered before every row was checked and you said so");
    matter.working = ImportMatterWords::tr("Registering the buildings");
    matter.act = [](qint64 count) {
        return count == 1 ? ImportMatterWords::tr("Register 1 building")
                          : ImportMatterWords::tr("Register %1 buildings").arg(format::number(count));
    };
    return matter;
}

ImportMatter ImportMatter::ofMonths()
{
    ImportMatter matter;
    matter.id = QStringLiteral("month");
    matter.fields = monthColumns().fields();
    matter.needed = monthColumns().needed();
    matter.guess = [](const QStringList &names, const QHash<QString, QString> &remembered) {
        return monthColumns().guess(names, remembered);
    };
    matter.usable = [](const QStringList &columns) { return monthColumns().check(columns); };
    matter.make = [](Workspace &workspace, const Gazetteer &, ImportProgress &progress) {
        return std::unique_ptr<FileImport>(std::make_unique<ImportMonths>(workspace, progress));
    };
    matter.title = ImportMatterWords::tr("Import months of centres");
    matter.choose =
        ImportMatterWords::tr("Choose a CSV file with a row for each centre and month, or drop it here. Its "
                              "first row names the columns; a centre is its name or its building's code.");
    matter.sub = ImportMatterWords::tr("Nothing is recorded before every row was checked and you said so");
    matter.working = ImportMatterWords::tr("Recording the months");
    matter.act = [](qint64 count) {
        return count == 1 ? ImportMatterWords::tr("Record 1 month")
                          : ImportMatterWords::tr("Record %1 months").arg(format::number(count));
    };
    matter.months = true;
    return matter;
}

} // namespace markaz::ui
