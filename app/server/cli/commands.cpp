// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/commands.h"

#include "app/server/cli/command.h"

#include <QCoreApplication>

#include <algorithm>

namespace markaz::server {
namespace {

QString overview(const std::vector<std::unique_ptr<Command>> &commands)
{
    QString text =
        QStringLiteral(
            "markaz-server %1: the central server of Markaz.\n\nUsage: markaz-server COMMAND [options]\n\nCommands:\n")
            .arg(QCoreApplication::applicationVersion());
    for (const auto &command : commands)
        text += QStringLiteral("  %1 %2\n").arg(command->name(), -20).arg(command->summary());
    text += QStringLiteral(
        "\nOptions:\n  -h, --help           This text; after a command, what that command takes.\n"
        "  -v, --version        The version.\n\n"
        "Examples:\n"
        "  markaz-server sample --data demo --seed 7 --buildings 500 --inspections 2000\n"
        "  markaz-server serve --data demo --listen 127.0.0.1:8480\n"
        "  markaz-server account add --help\n\n"
        "The exit code is 0 when the command did its work, 1 when it could not, 2 when it was not understood.");
    return text;
}

QString helpOf(const Command &command, QCommandLineParser &parser)
{
    QString options = parser.helpText();
    options = options.mid(options.indexOf(QLatin1String("Options:")));
    return QStringLiteral("markaz-server %1: %2\n\nUsage: markaz-server %1 [options]%3\n\n%4\nExamples:\n%5")
        .arg(command.name(), command.summary(), command.operands(), options, command.examples());
}

} // namespace

int runCommandLine(const QStringList &arguments)
{
    const auto commands = allCommands();
    if (arguments.isEmpty())
        return fail(overview(commands), kWrongUsage);
    const QString &first = arguments.first();
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help")) {
        say(overview(commands));
        return kDone;
    }
    if (first == QLatin1String("--version") || first == QLatin1String("-v")) {
        say(QStringLiteral("markaz-server %1").arg(QCoreApplication::applicationVersion()));
        return kDone;
    }
    const QString two = arguments.mid(0, 2).join(QLatin1Char(' '));
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const auto &command) {
        return command->name() == first || command->name() == two;
    });
    if (found == commands.end()) {
        QStringList names;
        for (const auto &command : commands) {
            if (command->name().startsWith(first + QLatin1Char(' ')))
                names.append(QStringLiteral("\"%1\"").arg(command->name()));
        }
        if (!names.isEmpty() &&
            (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h")))) {
            say(overview(commands));
            return kDone;
        }
        return fail(names.isEmpty()
                        ? QStringLiteral("There is no command \"%1\". \"markaz-server --help\" lists them.").arg(first)
                        : QStringLiteral("Say which: %1.").arg(names.join(QStringLiteral(" or "))),
                    kWrongUsage);
    }
    Command &command = **found;
    const qsizetype words = command.name().count(QLatin1Char(' ')) + 1;
    QCommandLineParser parser;
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("What this command takes.")});
    command.declare(parser);
    const bool understood = parser.parse(QStringList{QStringLiteral("markaz-server")} + arguments.mid(words));
    if (parser.isSet(QStringLiteral("help"))) {
        say(helpOf(command, parser));
        return kDone;
    }
    if (!understood) {
        return fail(QStringLiteral("%1 \"markaz-server %2 --help\" says what it takes.")
                        .arg(parser.errorText(), command.name()),
                    kWrongUsage);
    }
    return command.run(parser);
}

} // namespace markaz::server
