// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/importcommand.h"

#include "app/server/import/buildingimport.h"
#include "core/domain/namekey.h"
#include "core/support/csvwriter.h"
#include "core/support/ownfiles.h"
#include "core/support/wholefile.h"

#include <QFile>
#include <QSaveFile>

namespace markaz::server {
namespace {

/// "COLUMN=FIELD"; the column's name may hold a "=". InvalidValue with `where` = what was given.
Result<QHash<QString, QString>> columnsOf(const QStringList &mapped)
{
    QHash<QString, QString> columns;
    for (const QString &pair : mapped) {
        const qsizetype at = pair.lastIndexOf(QLatin1Char('='));
        const QString field = pair.mid(at + 1).trimmed();
        if (at < 1 || (!field.isEmpty() && !importFields().contains(field)))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("no field"), pair);
        columns.insert(nameKey(pair.left(at)), field);
    }
    return columns;
}

/// The file of refused rows; nothing when none was asked for.
class RefusedRows
{
public:
    explicit RefusedRows(const QString &path)
    {
        if (!path.isEmpty())
            m_file = std::make_unique<QSaveFile>(path);
    }

    Result<void> begin(const CsvRow &names)
    {
        if (m_file == nullptr)
            return {};
        if (!m_file->open(QIODevice::WriteOnly) || !m_file->setPermissions(kOwnFile))
            return failure();
        const QStringList heads{QStringLiteral("line"), QStringLiteral("column"), QStringLiteral("reason")};
        return m_file->write("\xEF\xBB\xBF" + csvRow(heads + names.cells)) < 0 ? Result<void>(failure())
                                                                               : Result<void>();
    }

    Result<void> add(const RowFault &fault, const CsvRow &row)
    {
        if (m_file == nullptr)
            return {};
        const QStringList first{QString::number(fault.line), fault.field, fault.error.detail};
        return m_file->write(csvRow(first + row.cells, {0})) < 0 ? Result<void>(failure()) : Result<void>();
    }

    Result<void> finish() { return m_file == nullptr ? Result<void>() : commitWhole(*m_file); }

private:
    Error failure() const { return makeError(ErrorCode::StorageFailed, m_file->errorString(), m_file->fileName()); }
    std::unique_ptr<QSaveFile> m_file;
};

} // namespace

QString ImportBuildingsCommand::examples() const
{
    return QStringLiteral(
               "  markaz-server import buildings buildings.csv --data /var/lib/markaz --dry-run\n"
               "  markaz-server import buildings buildings.csv --data /var/lib/markaz --map \"Floor "
               "space=covered_area_sqft\" "
               "--map \"Serial=\" --errors refused.csv\n\n"
               "The first line names the columns, in any order, in English or Urdu. Needed: %1.\n"
               "Also known: %2.\n"
               "A city is named as in the gazetteer, by its codes' prefix or by its GeoNames number; rows without a "
               "code "
               "get the city's next one.\n"
               "Good rows are added together; each other row is named with its line, and the exit code is 1.")
        .arg(neededImportFields().join(QStringLiteral(", ")), importFields().mid(5).join(QStringLiteral(", ")));
}

void ImportBuildingsCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addOptions(
        {{QStringLiteral("dry-run"), QStringLiteral("Checks everything and adds nothing.")},
         {QStringLiteral("allow-similar"), QStringLiteral("Also takes rows that look like a building that is there.")},
         {QStringLiteral("map"),
          QStringLiteral(
              "What a column holds that is not known by its name; nothing behind the = leaves it out. May be "
              "given several times."),
          QStringLiteral("COLUMN=FIELD")},
         {QStringLiteral("errors"),
          QStringLiteral("Also writes the refused rows to a CSV file, behind their line, column and reason."),
          QStringLiteral("FILE")}});
}

int ImportBuildingsCommand::run(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().size() != 1)
        return fail(QStringLiteral("Name one CSV file: markaz-server import buildings FILE.csv --data DIR"),
                    kWrongUsage);
    const auto columns = columnsOf(parser.values(QStringLiteral("map")));
    if (!columns)
        return fail(QStringLiteral("--map \"%1\" does not do. Write COLUMN=FIELD; the fields are %2.")
                        .arg(columns.error().where, importFields().join(QStringLiteral(", "))),
                    kWrongUsage);
    const auto location = storeOf(parser, StoreUse::MayBegin);
    if (!location)
        return kWrongUsage;
    const QString path = parser.positionalArguments().first();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    auto reference = Reference::load();
    if (!reference)
        return fail(sentenceOf(reference.error()));
    const SystemClock clock;
    Uuid7Source ids(clock);
    auto store = Store::prepare(*location, clock);
    if (!store)
        return fail(sentenceOf(store.error()));
    const ImportOptions options{parser.isSet(QStringLiteral("dry-run")), parser.isSet(QStringLiteral("allow-similar")),
                                *columns};
    RefusedRows refused(parser.value(QStringLiteral("errors")));
    const auto told = [&refused](const std::optional<RowFault> &fault, const CsvRow &row) -> Result<void> {
        if (!fault)
            return refused.begin(row);
        fail(QStringLiteral("line %1%2: %3")
                 .arg(fault->line)
                 .arg(fault->field.isEmpty() ? QString() : QStringLiteral(", ") + fault->field, fault->error.detail));
        return refused.add(*fault, row);
    };
    const auto report = importBuildings(**store, *reference, file, options, clock, ids, told);
    if (!report)
        return explain(report.error(), path);
    if (auto finished = refused.finish(); !finished)
        fail(QStringLiteral("%1 could not be written: %2").arg(finished.error().where, finished.error().detail));
    say(QStringLiteral("%1 %2 of %3 rows (%4, separated by \"%5\"): %2 buildings, %6 owners. Refused: %7.")
            .arg(options.dryRun ? QStringLiteral("Would add") : QStringLiteral("Added"))
            .arg(report->buildings)
            .arg(report->rows)
            .arg(nameOf(report->form.encoding))
            .arg(report->form.separator == QLatin1Char('\t') ? QStringLiteral("tab") : QString(report->form.separator))
            .arg(report->owners)
            .arg(report->refused));
    return report->refused == 0 ? kDone : kFailed;
}

int ImportBuildingsCommand::explain(const Error &error, const QString &path) const
{
    switch (error.code) {
    case ErrorCode::Malformed:
    case ErrorCode::TooLarge:
        return error.where.isEmpty()
                   ? fail(QStringLiteral("%1 is too large: %2. Split it. Nothing was added.").arg(path, error.detail))
                   : fail(QStringLiteral("Line %1 of %2 cannot be read: %3. Nothing was added.")
                              .arg(error.where, path, error.detail));
    case ErrorCode::InvalidValue:
    case ErrorCode::Incomplete:
        return fail(
            QStringLiteral("The first line of %1 does not do: %2. Say with --map what its columns hold; the fields "
                           "are %3. Nothing was added.")
                .arg(path, error.detail, importFields().join(QStringLiteral(", "))));
    default:
        return fail(sentenceOf(error));
    }
}

} // namespace markaz::server
