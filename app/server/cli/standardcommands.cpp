// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/standardcommands.h"

#include "app/server/cli/administration.h"
#include "core/standard/xlsx/standardfile.h"
#include "core/support/wholefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace markaz::server {
namespace {

constexpr qint64 kMostBytes = 16 * 1024 * 1024;

/// Where a fault is: 'sheet "survey", row 12, weight: ', or a JSON path.
QString placeOf(const StandardFault &fault)
{
    QStringList steps;
    if (!fault.sheet.isEmpty())
        steps.append(QStringLiteral("sheet \"%1\"").arg(fault.sheet));
    if (fault.row > 0)
        steps.append(QStringLiteral("row %1").arg(fault.row));
    if (!fault.place.isEmpty())
        steps.append(fault.place);
    return steps.isEmpty() ? QString() : steps.join(QStringLiteral(", ")) + QStringLiteral(": ");
}

QString lineOf(const StandardFault &fault)
{
    return (placeOf(fault) + fault.reason.english()).simplified(); // one line, whatever the file holds
}

/// The standard in the file that the command names; nothing, and every fault said, when there is none.
std::optional<StandardReading> readNamed(const QCommandLineParser &parser, const QString &name, int &code)
{
    code = kFailed;
    if (parser.positionalArguments().size() != 1) {
        code = fail(QStringLiteral("Name one file: markaz-server %1 FILE").arg(name), kWrongUsage);
        return std::nullopt;
    }
    const QString path = parser.positionalArguments().first();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        fail(QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
        return std::nullopt;
    }
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (bytes.size() > kMostBytes) {
        fail(QStringLiteral("%1 is larger than %2 MiB.").arg(path, QString::number(kMostBytes / 1024 / 1024)));
        return std::nullopt;
    }
    StandardReading reading = readStandardFile(bytes);
    for (const StandardFault &note : std::as_const(reading.notes))
        say(QStringLiteral("%1: note: %2").arg(path, lineOf(note)));
    for (const StandardFault &fault : std::as_const(reading.faults))
        fail(QStringLiteral("%1: %2").arg(path, lineOf(fault)));
    if (reading.more)
        fail(QStringLiteral("There are more faults than these %1.").arg(reading.faults.size()));
    if (!reading.standard)
        return std::nullopt;
    return reading;
}

QString described(const Standard &standard)
{
    const auto critical =
        std::count_if(standard.items().begin(), standard.items().end(), [](const Item &item) { return item.critical; });
    return QStringLiteral("%1, version %2: %3 sections, %4 items, %5 critical, hash %6")
        .arg(standard.title().en, QString::number(standard.version()), QString::number(standard.sections().size()),
             QString::number(standard.items().size()), QString::number(critical), standard.hash());
}

/// Why the sound standard is not published: a sentence for whoever runs the server.
QString refusalOf(const Error &error, const Standard &standard)
{
    const QString nothing = QStringLiteral(" Nothing was published.");
    switch (error.code) {
    case ErrorCode::Exists:
        return QStringLiteral(
                   "Version %1 is published with another content, and a published version never changes. Give "
                   "the file the next number.")
                   .arg(standard.version()) +
               nothing;
    case ErrorCode::WrongState: // "version 1 is older than version 2"
        return QStringLiteral("The file's %1, which is published. Give the file a higher number.").arg(error.detail) +
               nothing;
    case ErrorCode::InvalidValue: // "it is called ..., and ..."
        return QStringLiteral("This is another standard: %1. A new version keeps the id.").arg(error.detail) + nothing;
    case ErrorCode::TooLarge:
        return QStringLiteral("The standard is too large to travel to the laptops: %1.").arg(error.detail) + nothing;
    default:
        return sentenceOf(error);
    }
}

} // namespace

QString StandardCheckCommand::examples() const
{
    return QStringLiteral(
        "  markaz-server standard check version-2.xlsx\n"
        "  markaz-server standard check version-2.xlsx --json version-2.json\n\n"
        "A workbook is an XLSForm with the sheets survey, choices, settings and tiers. Each fault is a "
        "line with its sheet, row and column; the exit code is then 1.");
}

void StandardCheckCommand::declare(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("json"),
                      QStringLiteral("Writes the standard as JSON, when it is sound; - is the "
                                     "standard output."),
                      QStringLiteral("FILE")});
}

int StandardCheckCommand::run(const QCommandLineParser &parser)
{
    int code = kDone;
    const auto reading = readNamed(parser, name(), code);
    if (!reading)
        return code;
    const QString path = parser.value(QStringLiteral("json"));
    const QByteArray json = QJsonDocument(reading->json).toJson();
    if (path == QLatin1String("-")) {
        say(QString::fromUtf8(json).trimmed());
        return kDone;
    }
    if (!path.isEmpty()) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            return fail(QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
        if (auto whole = commitWhole(file); !whole)
            return fail(QStringLiteral("%1 cannot be written: %2").arg(path, whole.error().detail));
    }
    say(QStringLiteral("Sound: %1.").arg(described(*reading->standard)));
    return kDone;
}

QString StandardImportCommand::examples() const
{
    return QStringLiteral(
        "  markaz-server standard import version-2.xlsx --data /var/lib/markaz\n\n"
        "The file is checked as by \"standard check\". A version that was published is never changed: the next one has "
        "a higher number and the same id. Laptops fetch it by themselves; new inspections are made with it, and drafts "
        "that were begun before may be moved to it or handed in as they are. The same file again changes nothing.");
}

void StandardImportCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
}

int StandardImportCommand::run(const QCommandLineParser &parser)
{
    int code = kDone;
    const auto reading = readNamed(parser, name(), code);
    if (!reading)
        return code;
    const auto administration = Administration::open(parser, code);
    if (!administration)
        return code;
    const Standard &standard = *reading->standard;
    const auto published = publishStandard(administration->database(), *administration->reference().published, standard,
                                           reading->json, administration->clock());
    if (published) {
        say(QStringLiteral("Published: %1.").arg(described(standard)));
        return kDone;
    }
    if (published.error().code == ErrorCode::Exists && published.error().where == QLatin1String("hash")) {
        say(QStringLiteral("Published already: %1. Nothing was changed.").arg(described(standard)));
        return kDone;
    }
    return fail(refusalOf(published.error(), standard));
}

} // namespace markaz::server
