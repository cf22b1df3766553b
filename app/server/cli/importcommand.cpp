// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/importcommand.h"

#include "app/server/import/buildingimport.h"

#include <QFile>

namespace markaz::server {

QString ImportBuildingsCommand::examples() const
{
    return QStringLiteral(
               "  markaz-server import buildings buildings.csv --data /var/lib/markaz --dry-run\n"
               "  markaz-server import buildings buildings.csv --data /var/lib/markaz\n\n"
               "The first line names the columns, in any order. Needed: %1.\n"
               "Also known: %2.\n"
               "A city is named as in the gazetteer or by its GeoNames number; rows without a code get the city's next "
               "one.\n"
               "Good rows are added together; each other row is named with its line, and the exit code is 1.")
        .arg(buildingColumns().mid(0, 5).join(QStringLiteral(", ")),
             buildingColumns().mid(5).join(QStringLiteral(", ")));
}

void ImportBuildingsCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addOptions({{QStringLiteral("dry-run"), QStringLiteral("Checks everything and adds nothing.")},
                       {QStringLiteral("allow-similar"),
                        QStringLiteral("Also takes rows that look like a building that is there.")}});
}

int ImportBuildingsCommand::run(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().size() != 1)
        return fail(QStringLiteral("Name one CSV file: markaz-server import buildings FILE.csv --data DIR"),
                    kWrongUsage);
    const auto location = storeOf(parser, StoreUse::MayBegin);
    if (!location)
        return kWrongUsage;
    const QString path = parser.positionalArguments().first();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    const CsvLimits limits;
    if (file.size() > limits.bytes)
        return fail(QStringLiteral("%1 is larger than %2 MiB. Split it. Nothing was added.")
                        .arg(path)
                        .arg(limits.bytes / 1024 / 1024));
    auto reference = Reference::load();
    if (!reference)
        return fail(sentenceOf(reference.error()));
    const SystemClock clock;
    Uuid7Source ids(clock);
    auto store = Store::prepare(*location, clock);
    if (!store)
        return fail(sentenceOf(store.error()));
    const ImportOptions options{parser.isSet(QStringLiteral("dry-run")), parser.isSet(QStringLiteral("allow-similar"))};
    auto report = importBuildings(**store, *reference, file.read(limits.bytes + 1), options, clock, ids);
    if (!report) {
        switch (report.error().code) {
        case ErrorCode::Malformed:
        case ErrorCode::TooLarge:
            return fail(QStringLiteral("Line %1 of %2 cannot be read: %3. Nothing was added.")
                            .arg(report.error().where, path, report.error().detail));
        case ErrorCode::InvalidValue:
        case ErrorCode::Incomplete:
            return fail(QStringLiteral("The first line of %1 does not do: %2. Known columns: %3. Nothing was added.")
                            .arg(path, report.error().detail, buildingColumns().join(QStringLiteral(", "))));
        default:
            return fail(sentenceOf(report.error()));
        }
    }
    for (const RefusedRow &row : std::as_const(report->refused))
        fail(QStringLiteral("line %1%2: %3")
                 .arg(row.line)
                 .arg(row.column.isEmpty() ? QString() : QStringLiteral(", ") + row.column, row.why));
    say(QStringLiteral("%1 %2 of %3 rows: %4 buildings, %5 owners. Refused: %6.")
            .arg(options.dryRun ? QStringLiteral("Would add") : QStringLiteral("Added"))
            .arg(report->buildings)
            .arg(report->rows)
            .arg(report->buildings)
            .arg(report->owners)
            .arg(report->refused.size()));
    return report->refused.isEmpty() ? kDone : kFailed;
}

} // namespace markaz::server
