// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/importmatter.h"

#include "core/workflow/importbuildings.h"
#include "core/workflow/importdemand.h"
#include "core/workflow/importmonths.h"
#include "ui/text/demandwords.h"
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
    matter.columns = QStringLiteral("import.columns");
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
    matter.columns = QStringLiteral("import.month.columns");
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
    matter.kind = importwords::Kind::Months;
    return matter;
}

ImportMatter ImportMatter::ofDemand()
{
    ImportMatter matter;
    matter.id = QStringLiteral("demand");
    matter.columns = QStringLiteral("import.demand.columns");
    matter.fields = demandColumns().fields();
    matter.needed = demandColumns().needed();
    matter.guess = [](const QStringList &names, const QHash<QString, QString> &remembered) {
        return demandColumns().guess(names, remembered);
    };
    matter.usable = [](const QStringList &columns) { return demandColumns().check(columns); };
    matter.make = [](Workspace &workspace, const Gazetteer &gazetteer, ImportProgress &progress) {
        return std::unique_ptr<FileImport>(std::make_unique<ImportDemand>(workspace, gazetteer, progress));
    };
    matter.title = ImportMatterWords::tr("Import registered freelancers");
    matter.choose = ImportMatterWords::tr(
        "Choose a CSV file with a row for each city and its number of registered freelancers, or drop it here. Its "
        "first row names the columns; a city is its name or its GeoNames number. Some 3.6 million were reported "
        "nationwide: the sum is shown before anything is imported.");
    matter.sub = ImportMatterWords::tr("The whole list takes the place of the one before");
    matter.working = ImportMatterWords::tr("Importing the list");
    matter.act = [](qint64 count) {
        return count == 1 ? ImportMatterWords::tr("Import 1 city")
                          : ImportMatterWords::tr("Import %1 cities").arg(format::number(count));
    };
    matter.kind = importwords::Kind::Demand;
    matter.asksAbout = true;
    matter.sums = [](const Workspace &workspace, const ImportCount &count) {
        const auto difference = [](qint64 by) {
            return by < 0 ? QStringLiteral("−") + format::number(-by) : QStringLiteral("+") + format::number(by);
        };
        QStringList words{ImportMatterWords::tr("Together they are %1 registered freelancers in %2.")
                              .arg(format::number(count.total), demandwords::cities(static_cast<int>(count.good)))};
        const auto imports = importedDemand(workspace);
        if (!imports)
            words.append(ImportMatterWords::tr("What was imported before cannot be read now."));
        else if (imports->isEmpty())
            words.append(ImportMatterWords::tr("Nothing was imported before."));
        else
            words.append(ImportMatterWords::tr("Before, as of %1: %2 in %3 (%4).")
                             .arg(format::date(imports->first().asOf), format::number(imports->first().total),
                                  demandwords::cities(imports->first().cities),
                                  format::isolate(difference(count.total - imports->first().total))));
        return words.join(QLatin1Char(' '));
    };
    return matter;
}

} // namespace markaz::ui
