// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/standardcommands.h"

#include "core/standard/xlsx/standardfile.h"

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
        say(QStringLiteral("note: ") + lineOf(note));
    for (const StandardFault &fault : std::as_const(reading.faults))
        fail(lineOf(fault));
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
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
            return fail(QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    }
    say(QStringLiteral("Sound: %1.").arg(described(*reading->standard)));
    return kDone;
}

} // namespace markaz::server
